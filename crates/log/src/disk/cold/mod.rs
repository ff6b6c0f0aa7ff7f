//! The cold tier: sealed segments in a store beside the disk, unchanged, with their indexes and
//! a bounded cache here.
//! Does not: decide what the store is; see `ColdStore`.
//!
//! A moved segment leaves `<number>.idx` in the place of `<number>.seg`: its index and footer,
//! byte for byte, so that a start reads nothing from the store. Order of a move: the object is
//! stored and read back, the index file is durable, the manifest marks the segment, the local
//! file goes. Order of a deletion: the manifest, the index file, the object. Objects that no
//! manifest names are swept.

mod cache;
mod mover;

use std::io;
use std::path::Path;
use std::sync::Arc;

use levada_env::disk::{Disk, DiskFile, OpenMode};
use levada_telemetry::metrics::list;

use self::cache::ChunkCache;
pub(crate) use self::mover::{ColdMover, Move};
use super::format::manifest::SegmentRef;
use super::format::segment::{BlockIndex, FOOTER_BYTES, decode_footer};
use super::options::{OpenError, io as io_error};
use super::segment::{Segment, SegmentFile};
use super::tools::replace;
use crate::{ColdOptions, ColdStore};

/// Bytes fetched and kept together.
const CHUNK_BYTES: u64 = 1024 * 1024;

pub(crate) fn index_name(number: u64) -> String {
    format!("{number:010}.idx")
}

/// The store, and what is kept of it here.
pub(crate) struct Cold {
    pub(crate) options: ColdOptions,
    /// Names of this log's objects begin so.
    pub(crate) prefix: String,
    cache: ChunkCache,
}

impl Cold {
    /// Empties the cache of an earlier process.
    pub(crate) fn new(
        options: ColdOptions,
        disk: Arc<dyn Disk>,
        dir: &Path,
        store: u64,
    ) -> Result<Self, OpenError> {
        let cache = ChunkCache::new(disk, dir.join("cold-cache"), options.cache_bytes)
            .map_err(io_error("empty the cold tier's cache"))?;
        Ok(Self { options, prefix: format!("{store:016x}/"), cache })
    }

    pub(crate) fn name(&self, number: u64) -> String {
        format!("{}{}", self.prefix, super::segment::file_name(number))
    }

    pub(crate) fn store(&self) -> &dyn ColdStore {
        &*self.options.store
    }

    /// Fills `bytes` from `offset` of a segment of `len` bytes.
    fn read(&self, number: u64, len: u64, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        let mut done = 0;
        while done < bytes.len() {
            let at = offset + done as u64;
            let chunk = at / CHUNK_BYTES;
            let start = chunk * CHUNK_BYTES;
            let content = self.chunk(number, chunk, (len - start).min(CHUNK_BYTES) as usize)?;
            let from = (at - start) as usize;
            let part = content.get(from..).ok_or(io::ErrorKind::UnexpectedEof)?;
            let count = part.len().min(bytes.len() - done);
            bytes[done..done + count].copy_from_slice(&part[..count]);
            done += count;
        }
        Ok(())
    }

    fn chunk(&self, number: u64, chunk: u64, len: usize) -> io::Result<Vec<u8>> {
        if let Some(content) = self.cache.get((number, chunk)) {
            return Ok(content);
        }
        let fetched = self.store().get_range(&self.name(number), chunk * CHUNK_BYTES, len);
        let content = fetched.inspect_err(|_| list::LOG_COLD_ERRORS.increment())?;
        list::LOG_COLD_FETCHED_BYTES.add(content.len() as u64);
        if content.len() != len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.cache.put((number, chunk), &content);
        Ok(content.into())
    }

    /// Fetches a moved segment's index and footer once more.
    fn restore_index(
        &self,
        disk: &dyn Disk,
        dir: &Path,
        store: u64,
        reference: SegmentRef,
    ) -> Result<(), OpenError> {
        let name = self.name(reference.number);
        let fetch = |offset: u64, len: usize| {
            let fetched = self.store().get_range(&name, offset, len);
            fetched.map_err(io_error(format!("fetch the index of {name}")))
        };
        let footer_at = reference.len - FOOTER_BYTES as u64;
        let footer = fetch(footer_at, FOOTER_BYTES)?;
        let footer = decode_footer(&footer, store, reference.number).map_err(|malformed| {
            OpenError::Corrupt { file: name.clone().into(), offset: footer_at, reason: malformed.0 }
        })?;
        let len = reference.len.saturating_sub(footer.index_offset) as usize;
        let tail = fetch(footer.index_offset, len)?;
        replace(disk, dir, &index_name(reference.number), &tail)
            .map_err(io_error(format!("write {}", index_name(reference.number))))
    }
}

/// A moved segment as readers use it: index and footer from here, blocks from the store.
pub(crate) struct ColdFile {
    number: u64,
    len: u64,
    /// Where the bytes of the index file begin.
    index_at: u64,
    index: Arc<dyn DiskFile>,
    /// Without one, only the index can be read.
    cold: Option<Arc<Cold>>,
}

impl DiskFile for ColdFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        if offset + bytes.len() as u64 > self.len {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        if offset >= self.index_at {
            return self.index.read_at(bytes, offset - self.index_at);
        }
        let reason = "the segment is in a cold store, and none is configured";
        let cold = self.cold.as_ref().ok_or_else(|| io::Error::other(reason))?;
        cold.read(self.number, self.len, bytes, offset)
    }

    fn write_at(&self, _: &[u8], _: u64) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn sync(&self) -> io::Result<()> {
        Ok(())
    }

    fn len(&self) -> io::Result<u64> {
        Ok(self.len)
    }

    fn set_len(&self, _: u64) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }
}

/// The file of a moved segment whose index lies in `dir`.
fn cold_file(
    disk: &dyn Disk,
    dir: &Path,
    reference: SegmentRef,
    cold: Option<&Arc<Cold>>,
) -> io::Result<Arc<dyn DiskFile>> {
    let index = disk.open(&dir.join(index_name(reference.number)), OpenMode::Read)?;
    Ok(Arc::new(ColdFile {
        number: reference.number,
        len: reference.len,
        index_at: reference.len.saturating_sub(index.len()?),
        index,
        cold: cold.map(Arc::clone),
    }))
}

/// Opens a moved segment; an index that is missing or damaged is fetched again.
pub(crate) fn open(
    disk: &dyn Disk,
    dir: &Path,
    store: u64,
    reference: SegmentRef,
    cold: Option<&Arc<Cold>>,
) -> Result<(Segment, Vec<BlockIndex>), OpenError> {
    let path = dir.join(super::segment::file_name(reference.number));
    let attempt = || {
        let file = cold_file(disk, dir, reference, cold);
        let file = file.map_err(io_error(format!("open {}", index_name(reference.number))))?;
        Segment::of(SegmentFile::cold(file), path.clone(), store, reference)
    };
    match (attempt(), cold) {
        (Err(_), Some(cold)) => {
            cold.restore_index(disk, dir, store, reference)?;
            attempt()
        }
        (outcome, _) => outcome,
    }
}

/// Stores the index and footer of a whole segment beside it, durably.
fn keep_index(disk: &dyn Disk, segment: &Segment, content: &[u8]) -> io::Result<()> {
    let footer_at = content.len().saturating_sub(FOOTER_BYTES);
    let index_offset = content
        .get(footer_at + 8..footer_at + 16)
        .and_then(|bytes| Some(u64::from_le_bytes(bytes.try_into().ok()?)))
        .ok_or(io::ErrorKind::UnexpectedEof)?;
    let tail = content.get(index_offset as usize..).ok_or(io::ErrorKind::UnexpectedEof)?;
    let dir = segment.path.parent().unwrap_or(Path::new(""));
    replace(disk, dir, &index_name(segment.number), tail)
}
