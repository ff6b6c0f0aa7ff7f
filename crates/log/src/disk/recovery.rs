//! Recovery: from the files of a stopped or crashed process to the state it had acknowledged.
//! Does not: skip or cut anything silently; contradictions refuse to open.
//!
//! Batches are accepted while store, generation, number, chain and checksums fit. The first
//! misfit is the end, because only one batch is in flight at a time: unless a later batch is
//! there, or a mark that says a later batch was durable.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use bytes::Bytes;
use levada_env::disk::{Disk, OpenMode};

use super::cold::{self, Cold};
use super::flush::{MANIFEST, MANIFEST_TEMPORARY, write_manifest};
use super::format::BLOCK_BYTES;
use super::format::batch::{BatchHeader, HEADER_BYTES};
use super::format::crc32c;
use super::format::entry::Entry;
use super::format::lost::Losses;
use super::format::manifest::{LowWater, Manifest};
use super::format::segment::BlockIndex;
use super::options::{OpenError, io as io_error};
use super::ring::{RingFile, file_name};
use super::segment::{self, Segment};
use super::shared::Sabotage;

pub(crate) const LOST: &str = "lost";
/// Bytes read at once when looking for batches that should not be there.
const SCAN_BYTES: usize = 1024 * 1024;

/// A segment with the index of its blocks.
pub(crate) type Indexed = (Arc<Segment>, Vec<BlockIndex>);

/// What the files say.
pub(crate) struct Recovered {
    pub(crate) manifest: Manifest,
    pub(crate) segments: Vec<Indexed>,
    /// Entries of the accepted batches, in order, with the ring bytes they took.
    pub(crate) batches: Vec<(Vec<Entry>, u64)>,
    pub(crate) position: LowWater,
    pub(crate) generation: u64,
    pub(crate) free: Vec<RingFile>,
    pub(crate) used: Vec<(u64, RingFile)>,
    pub(crate) torn_tail_bytes: u64,
}

/// Reads the manifest; a new directory gets its first one.
pub(crate) fn manifest(
    disk: &dyn Disk,
    dir: &Path,
    files: &[RingFile],
    new_store: u64,
) -> Result<Manifest, OpenError> {
    let path = dir.join(MANIFEST);
    let names = disk.list(dir).map_err(io_error(format!("list {}", dir.display())))?;
    if names.iter().any(|name| name == MANIFEST_TEMPORARY) {
        // Never written over: after a crash it may be a second name of the manifest's file.
        disk.remove(&dir.join(MANIFEST_TEMPORARY)).map_err(io_error("remove manifest.tmp"))?;
    }
    if names.iter().any(|name| name == MANIFEST) {
        let what = format!("read {}", path.display());
        let bytes = read_all(disk, &path).map_err(io_error(what))?;
        return Manifest::decode(&bytes).map_err(|malformed| OpenError::Corrupt {
            file: path,
            offset: 0,
            reason: malformed.0,
        });
    }
    for file in files {
        let header = read_header(file, 0).map_err(io_error("read the ring"))?;
        if header.is_some() {
            let reason = format!("there is no manifest, but {} holds batches", file_name(file.id));
            return Err(OpenError::Corrupt { file: path, offset: 0, reason });
        }
    }
    let manifest = Manifest { store: new_store, number: 1, next_segment: 1, ..Manifest::default() };
    write_manifest(disk, dir, &manifest, Sabotage::None)
        .map_err(io_error(format!("write {}", path.display())))?;
    Ok(manifest)
}

/// What was given up in repairs; nothing where there was none.
pub(crate) fn losses(disk: &dyn Disk, dir: &Path) -> Result<Losses, OpenError> {
    let path = dir.join(LOST);
    match read_all(disk, &path) {
        Ok(bytes) => Losses::decode(&bytes).map_err(|malformed| OpenError::Corrupt {
            file: path,
            offset: 0,
            reason: malformed.0,
        }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Losses::default()),
        Err(error) => Err(io_error(format!("read {}", path.display()))(error)),
    }
}

pub(crate) fn read_all(disk: &dyn Disk, path: &Path) -> io::Result<Vec<u8>> {
    let file = disk.open(path, OpenMode::Read)?;
    let mut bytes = vec![0; file.len()? as usize];
    file.read_at(&mut bytes, 0)?;
    Ok(bytes)
}

fn read_header(file: &RingFile, offset: u64) -> io::Result<Option<(BatchHeader, u32)>> {
    if offset + HEADER_BYTES as u64 > file.len {
        return Ok(None);
    }
    let mut bytes = [0; HEADER_BYTES];
    file.file.read_at(&mut bytes, offset)?;
    Ok(BatchHeader::decode(&bytes))
}

/// Opens the segments the manifest names and removes files it does not name.
pub(crate) fn segments(
    disk: &dyn Disk,
    dir: &Path,
    manifest: &Manifest,
    cold: Option<&Arc<Cold>>,
) -> Result<Vec<Indexed>, OpenError> {
    let mut opened = Vec::new();
    for reference in &manifest.segments {
        let path = dir.join(segment::file_name(reference.number));
        let (segment, blocks) = if reference.cold {
            cold::open(disk, dir, manifest.store, *reference, cold)?
        } else {
            Segment::open(disk, path, manifest.store, *reference)?
        };
        opened.push((Arc::new(segment), blocks));
    }
    let names = disk.list(dir).map_err(io_error(format!("list {}", dir.display())))?;
    for name in names {
        let named = manifest.segments.iter().any(|reference| {
            let file = if reference.cold { cold::index_name } else { segment::file_name };
            file(reference.number) == name
        });
        if !named {
            disk.remove(&dir.join(&name)).map_err(io_error(format!("remove {name}")))?;
        }
    }
    Ok(opened)
}

/// Walks the ring from the manifest's low water on.
pub(crate) struct Walk<'a> {
    dir: PathBuf,
    files: &'a [RingFile],
    manifest: &'a Manifest,
    sabotage: Sabotage,
    position: LowWater,
    /// Generations and ids of files with accepted batches, and where those end.
    used: Vec<(u64, u32, u64)>,
    batches: Vec<(Vec<Entry>, u64)>,
    /// File, offset and header of each accepted batch.
    accepted: Vec<(u32, u64, BatchHeader)>,
    /// Start of the newest accepted batch in its file.
    last: Option<(u32, u64, u64)>,
}

impl<'a> Walk<'a> {
    pub(crate) fn new(
        dir: PathBuf,
        files: &'a [RingFile],
        manifest: &'a Manifest,
        sabotage: Sabotage,
    ) -> Self {
        let position = manifest.low_water;
        let (used, batches) = (Vec::new(), Vec::new());
        let accepted = Vec::new();
        Self { dir, files, manifest, sabotage, position, used, batches, accepted, last: None }
    }

    /// Accepts one batch after the other; changes nothing on the disk.
    pub(crate) fn walk(&mut self) -> Result<(), OpenError> {
        let read = |error| OpenError::Io { what: "read the ring".into(), source: error };
        loop {
            if let Some(file) = self.file(self.position.file).cloned()
                && self.accept(&file, self.position.offset, self.position.generation)?
            {
                continue;
            }
            let Some(file) = self.next_file().map_err(read)? else { return Ok(()) };
            if !self.accept(&file, 0, 0)? {
                return Ok(());
            }
        }
    }

    pub(crate) fn run(mut self, segments: Vec<Indexed>) -> Result<Recovered, OpenError> {
        self.walk()?;
        let (generation, torn_tail_bytes) = self.check_the_end()?;
        self.make_the_end_durable().map_err(io_error("make the ring's newest batch durable"))?;
        let generation_of = |file: &RingFile| self.used.iter().find(|(_, id, _)| *id == file.id);
        let (mut free, mut used) = (Vec::new(), Vec::new());
        for file in self.files {
            match generation_of(file) {
                Some((generation, ..)) => used.push((*generation, file.clone())),
                None => free.push(file.clone()),
            }
        }
        Ok(Recovered {
            manifest: self.manifest.clone(),
            segments,
            batches: self.batches,
            position: self.position,
            generation,
            free,
            used,
            torn_tail_bytes,
        })
    }

    fn file(&self, id: u32) -> Option<&RingFile> {
        self.files.iter().find(|file| file.id == id)
    }

    /// Whether the header continues what was accepted. `generation` 0 allows any later one.
    fn fits(&self, header: &BatchHeader, generation: u64) -> bool {
        let generation_fits = if generation == 0 {
            header.generation > self.position.generation
        } else {
            header.generation == generation
        };
        let follows = header.number == self.position.batch + 1
            && header.previous == self.position.checksum
            && generation_fits;
        header.store == self.manifest.store
            && (follows || self.sabotage == Sabotage::AcceptStaleBatches)
    }

    /// Accepts the batch at `offset` if it fits and its body is whole.
    fn accept(&mut self, file: &RingFile, offset: u64, generation: u64) -> Result<bool, OpenError> {
        let read = |error| OpenError::Io { what: "read the ring".into(), source: error };
        let Some((header, checksum)) = read_header(file, offset).map_err(read)? else {
            return Ok(false);
        };
        let Some(body) = self.body(file, offset, &header).map_err(read)? else {
            return Ok(false);
        };
        if !self.fits(&header, generation) {
            return Ok(false);
        }
        let entries = Entry::decode_all(&body, header.entries).map_err(|malformed| {
            OpenError::Corrupt { file: self.path(file.id), offset, reason: malformed.0 }
        })?;
        self.batches.push((entries, header.stored_bytes()));
        self.accepted.push((file.id, offset, header));
        self.position = LowWater {
            file: file.id,
            generation: header.generation,
            offset: offset + header.stored_bytes(),
            batch: header.number,
            checksum,
        };
        match self.used.last_mut() {
            Some((generation, id, end)) if (*generation, *id) == (header.generation, file.id) => {
                *end = self.position.offset;
            }
            _ => self.used.push((header.generation, file.id, self.position.offset)),
        }
        self.last = Some((file.id, offset, header.stored_bytes()));
        Ok(true)
    }

    /// The body when it lies in the file and its checksum fits.
    fn body(
        &self,
        file: &RingFile,
        offset: u64,
        header: &BatchHeader,
    ) -> io::Result<Option<Bytes>> {
        if offset + header.stored_bytes() > file.len {
            return Ok(None);
        }
        let mut body = vec![0; header.body_len as usize];
        file.file.read_at(&mut body, offset + HEADER_BYTES as u64)?;
        let fits = crc32c(&body) == header.body_crc;
        let accepted = fits || self.sabotage == Sabotage::IgnoreChecksums;
        Ok(accepted.then(|| Bytes::from(body)))
    }

    /// The file whose first batch follows the newest accepted one.
    fn next_file(&self) -> io::Result<Option<RingFile>> {
        let mut found: Option<(u64, &RingFile)> = None;
        // The file of the low water itself may have been freed and begun anew.
        for file in self.files {
            if let Some((header, _)) = read_header(file, 0)?
                && self.sabotage != Sabotage::AcceptStaleBatches
                && self.fits(&header, 0)
                && self.body(file, 0, &header)?.is_some()
                && found.is_none_or(|(generation, _)| header.generation > generation)
            {
                found = Some((header.generation, file));
            }
        }
        Ok(found.map(|(_, file)| file.clone()))
    }

    fn path(&self, id: u32) -> PathBuf {
        self.dir.join(file_name(id))
    }

    /// Looks through everything not accepted. Answers with the highest generation in the ring
    /// and the bytes of a torn batch at the end.
    pub(crate) fn check_the_end(&self) -> Result<(u64, u64), OpenError> {
        let mut generation = self.position.generation;
        let mut torn = 0;
        let end = self.position.batch;
        for file in self.files {
            let accepted_upto = self.accepted_upto(file);
            for (offset, header) in
                headers(file, accepted_upto).map_err(io_error("read the ring"))?
            {
                if header.store != self.manifest.store {
                    continue;
                }
                generation = generation.max(header.generation);
                let contradicts = header.number > end + 1 || header.durable_upto > end;
                if contradicts && self.sabotage != Sabotage::AcceptStaleBatches {
                    return Err(self.contradiction(file, offset, &header));
                }
                if header.number == end + 1 {
                    torn = header.stored_bytes();
                }
            }
        }
        Ok((generation, torn))
    }

    /// Headers of the ring that are neither accepted nor older than what is, with the id of
    /// their file and their offset: a torn batch, or what contradicts the end.
    pub(crate) fn beyond_the_end(&self) -> io::Result<Vec<(u32, u64, BatchHeader)>> {
        let mut beyond = Vec::new();
        for file in self.files {
            let found = headers(file, self.accepted_upto(file))?;
            let ours = found.into_iter().filter(|(_, header)| {
                header.store == self.manifest.store && header.number > self.position.batch
            });
            beyond.extend(ours.map(|(offset, header)| (file.id, offset, header)));
        }
        beyond.sort_by_key(|(_, _, header)| (header.number, header.generation));
        Ok(beyond)
    }

    /// Accepted batches, in order: where they are, their headers, their entries.
    pub(crate) fn into_batches(
        self,
    ) -> impl Iterator<Item = ((u32, u64, BatchHeader), Vec<Entry>)> {
        let entries = self.batches.into_iter().map(|(entries, _)| entries);
        self.accepted.into_iter().zip(entries)
    }

    pub(crate) fn position(&self) -> LowWater {
        self.position
    }

    /// Where in a file the newest accepted batches end; 0 when it has none of them.
    fn accepted_upto(&self, file: &RingFile) -> u64 {
        let ends = self.used.iter().filter(|(_, id, _)| *id == file.id).map(|(.., end)| *end);
        ends.max().unwrap_or(0)
    }

    fn contradiction(&self, file: &RingFile, offset: u64, header: &BatchHeader) -> OpenError {
        OpenError::Corrupt {
            file: self.path(self.position.file),
            offset: self.position.offset,
            reason: format!(
                "batch {} should follow and does not, but {} at byte {offset} has batch {} and \
                 says that batch {} was durable",
                self.position.batch + 1,
                file_name(file.id),
                header.number,
                header.durable_upto
            ),
        }
    }

    /// The newest batch may be in the page cache alone, or not even be going to the disk any
    /// more after a failed sync: its bytes are written again, unchanged, and synced.
    fn make_the_end_durable(&self) -> io::Result<()> {
        let Some((id, offset, len)) = self.last else { return Ok(()) };
        let Some(file) = self.file(id) else { return Ok(()) };
        if self.sabotage == Sabotage::TrustThePageCache {
            return Ok(());
        }
        let mut bytes = vec![0; len as usize];
        file.file.read_at(&mut bytes, offset)?;
        file.file.write_at(&bytes, offset)?;
        file.file.sync()
    }
}

/// The valid headers at block boundaries from `from` on.
fn headers(file: &RingFile, from: u64) -> io::Result<Vec<(u64, BatchHeader)>> {
    let mut found = Vec::new();
    let mut at = from;
    let mut buffer = vec![0; SCAN_BYTES.min(file.len as usize)];
    while at < file.len {
        let len = buffer.len().min((file.len - at) as usize);
        file.file.read_at(&mut buffer[..len], at)?;
        for (n, block) in buffer[..len].chunks(BLOCK_BYTES as usize).enumerate() {
            if let Some((header, _)) = BatchHeader::decode(block) {
                found.push((at + n as u64 * BLOCK_BYTES, header));
            }
        }
        at += len as u64;
    }
    Ok(found)
}
