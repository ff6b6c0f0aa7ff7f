//! `repair`: says what damage has cost, and on acceptance gives it up so that the log opens.
//! Does not: bring anything back, or touch a log without damage.
//!
//! Order of the changes, each durable before the next: copies of every file that is touched,
//! the list of lost records, the manifest without unreadable segments, the ring without the
//! batches after the damage. Wherever a crash stops this, the log either still refuses to open
//! and can be repaired again, or opens with exactly these losses.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;
use levada_env::disk::{Disk, DiskFile, OpenMode};
use levada_types::ShardUid;

use super::look::Look;
use super::verify::{Misfit, damaged_blocks, uncovered};
use crate::OpenError;
use crate::disk::flush::write_manifest;
use crate::disk::format::batch::{BatchHeader, HEADER_BYTES};
use crate::disk::format::entry::Entry;
use crate::disk::format::lost::Losses;
use crate::disk::format::run::Run;
use crate::disk::format::{BLOCK_BYTES, crc32c};
use crate::disk::options::io as io_error;
use crate::disk::recovery::LOST;
use crate::disk::shared::Sabotage;

const COPY_BYTES: usize = 1024 * 1024;

/// Records of one shard that are lost.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    pub shard: ShardUid,
    pub first: u64,
    /// Index after the last.
    pub end: u64,
}

/// What a repair costs and changes. Nothing is to be done when `misfits` is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Repair {
    pub misfits: Vec<Misfit>,
    /// By shard and index.
    pub losses: Vec<Loss>,
    /// Batches after the damage that are taken out of the ring.
    pub batches_removed: usize,
    /// Of these, batches of which not everything can be read: more may be lost than is listed.
    pub batches_unreadable: usize,
    /// Segments that cannot be read at all and are taken out of the manifest.
    pub segments_removed: Vec<u64>,
    /// Where copies of the touched files are kept.
    pub kept_in: PathBuf,
}

/// What [`repair`] would do. Changes nothing.
pub fn plan_repair(disk: &dyn Disk, dir: &Path) -> Result<Repair, OpenError> {
    Ok(Plan::of(Look::at(disk, dir)?)?.repair)
}

/// Gives up what [`plan_repair`] lists, for good.
pub fn repair(disk: &dyn Disk, dir: &Path) -> Result<Repair, OpenError> {
    let plan = Plan::of(Look::at(disk, dir)?)?;
    if !plan.repair.misfits.is_empty() {
        plan.carry_out(disk).map_err(io_error("repair the log"))?;
    }
    Ok(plan.repair)
}

struct Plan {
    look: Look,
    repair: Repair,
    /// Those of before, and the new ones.
    lost: Losses,
    touched: BTreeSet<PathBuf>,
}

impl Plan {
    fn of(look: Look) -> Result<Self, OpenError> {
        if let Some(reason) = &look.hopeless {
            let reason = format!("no repair can decide what is right; restore a backup: {reason}");
            return Err(OpenError::Corrupt { file: look.dir.clone(), offset: 0, reason });
        }
        let kept = format!("repaired/{:06}-{:06}", look.manifest.number, look.end.batch);
        let repair = Repair {
            misfits: look.misfits.clone(),
            kept_in: look.dir.join(kept),
            ..Repair::default()
        };
        let lost = look.lost.clone();
        let mut plan = Self { look, repair, lost, touched: BTreeSet::new() };
        plan.give_up_segments();
        plan.give_up_blocks();
        plan.give_up_batches()?;
        Ok(plan)
    }

    fn lose(&mut self, shard: ShardUid, first: u64, end: u64) {
        self.lost.add(shard, first, end);
        self.repair.losses.push(Loss { shard, first, end });
    }

    fn give_up_segments(&mut self) {
        for (reference, opened) in &self.look.segments {
            if opened.is_none() {
                self.repair.segments_removed.push(reference.number);
                self.touched.insert(self.look.segment_path(reference.number));
            }
        }
        for (shard, first, end) in uncovered(&self.look) {
            self.lose(shard, first, end);
        }
    }

    fn give_up_blocks(&mut self) {
        for (block, misfit) in damaged_blocks(&self.look) {
            // A damaged header costs nothing: nobody needs it.
            if let Some(block) = block {
                self.touched.insert(misfit.file.clone());
                let wanted = self.look.checkpoint.shards.get(&block.shard);
                let trimmed = wanted.map_or(u64::MAX, |state| state.trimmed);
                if block.end() > trimmed {
                    self.lose(block.shard, block.first.max(trimmed), block.end());
                }
                self.repair.misfits.push(misfit);
            }
        }
    }

    /// The ring ends where it fits; what stood after it is lost, as far as it says what it was.
    fn give_up_batches(&mut self) -> Result<(), OpenError> {
        let ring = self.look.dir.join("wal");
        if !self.look.misfits.iter().any(|misfit| misfit.file.starts_with(&ring)) {
            return Ok(());
        }
        let mut ends: BTreeMap<ShardUid, u64> = BTreeMap::new();
        let end = (self.look.end.file, self.look.end.offset);
        let beyond = self.look.beyond.iter();
        let mut places: Vec<_> =
            beyond.map(|(file, offset, header)| (*file, *offset, Some(*header))).collect();
        if !places.iter().any(|(file, offset, _)| (*file, *offset) == end) {
            // The header that should be there is damaged itself.
            places.insert(0, (end.0, end.1, None));
        }
        for (file, offset, header) in places {
            let read = read_body(&self.look, file, offset, header.as_ref());
            let body = read.map_err(io_error("read the ring"))?;
            let whole = header.is_some_and(|header| crc32c(&body) == header.body_crc);
            self.repair.batches_removed += usize::from(header.is_some());
            self.repair.batches_unreadable += usize::from(!whole);
            for (shard, run) in runs_in(body) {
                let state = self.look.checkpoint.shards.get(&shard);
                let end = ends.entry(shard).or_insert(state.map_or(1, |state| state.next));
                // Damaged bytes are believed only where they go on as they should.
                if whole || run.first == *end {
                    *end = run.end().max(*end);
                }
            }
            self.touched.insert(self.look.ring_path(file));
        }
        for (shard, end) in ends {
            match self.look.checkpoint.shards.get(&shard).map(|state| state.next) {
                Some(next) if next < end => self.lose(shard, next, end),
                Some(_) => {}
                // Its creation is lost too: it will begin anew.
                None => self.repair.losses.push(Loss { shard, first: 1, end }),
            }
        }
        Ok(())
    }

    fn carry_out(&self, disk: &dyn Disk) -> io::Result<()> {
        self.keep_copies(disk)?;
        let dir = &self.look.dir;
        if !self.lost.is_empty() {
            replace(disk, dir, LOST, &self.lost.encode())?;
        }
        if !self.repair.segments_removed.is_empty() {
            let mut manifest = self.look.manifest.clone();
            manifest.number += 1;
            let removed = &self.repair.segments_removed;
            manifest.segments.retain(|segment| !removed.contains(&segment.number));
            write_manifest(disk, dir, &manifest, Sabotage::None)?;
        }
        if self.repair.batches_removed == 0 {
            return Ok(());
        }
        let zeros = vec![0; BLOCK_BYTES as usize];
        for (id, offset, _) in &self.look.beyond {
            let file = disk.open(&self.look.ring_path(*id), OpenMode::Write)?;
            file.write_at(&zeros, *offset)?;
            file.sync()?;
        }
        Ok(())
    }

    fn keep_copies(&self, disk: &dyn Disk) -> io::Result<()> {
        let kept = &self.repair.kept_in;
        disk.create_dir_all(kept)?;
        for path in &self.touched {
            let Some(name) = path.file_name() else { continue };
            match disk.open(path, OpenMode::Read) {
                Ok(file) => copy(&*file, &*disk.open(&kept.join(name), OpenMode::Create)?)?,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => return Err(error),
            }
        }
        disk.sync_dir(kept)
    }
}

/// The body of the batch at `offset`, or what follows there where no header says how long it is.
fn read_body(
    look: &Look,
    file: u32,
    offset: u64,
    header: Option<&BatchHeader>,
) -> io::Result<Bytes> {
    let Some(file) = look.ring.iter().find(|candidate| candidate.id == file) else {
        return Ok(Bytes::new());
    };
    let start = (offset + HEADER_BYTES as u64).min(file.len);
    let rest = file.len - start;
    let len = header.map_or(rest, |header| u64::from(header.body_len)).min(rest);
    let mut body = vec![0; len as usize];
    file.file.read_at(&mut body, start)?;
    Ok(Bytes::from(body))
}

/// The runs in a body as far as they can be told, whatever the checksums say.
fn runs_in(body: Bytes) -> impl Iterator<Item = (ShardUid, Run)> {
    let mut at = 0;
    let entries = std::iter::from_fn(move || {
        let (entry, end) = Entry::decode(&body, at).ok()?;
        at = end;
        Some(entry)
    });
    entries.filter_map(|entry| match entry {
        Entry::Data { shard, run } => Some((shard, run)),
        _ => None,
    })
}

/// Gives `dir` a new file `name` with `content`, whole or not at all.
pub(crate) fn replace(disk: &dyn Disk, dir: &Path, name: &str, content: &[u8]) -> io::Result<()> {
    let temporary = dir.join(format!("{name}.tmp"));
    match disk.remove(&temporary) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
        _ => {}
    }
    let file = disk.open(&temporary, OpenMode::Create)?;
    file.write_at(content, 0)?;
    file.sync()?;
    disk.rename(&temporary, &dir.join(name))?;
    disk.sync_dir(dir)
}

/// Copies all of a file and syncs the copy.
pub(crate) fn copy(from: &dyn DiskFile, to: &dyn DiskFile) -> io::Result<()> {
    let len = from.len()?;
    let mut buffer = vec![0; COPY_BYTES];
    let mut at = 0;
    while at < len {
        let part = &mut buffer[..COPY_BYTES.min((len - at) as usize)];
        from.read_at(part, at)?;
        to.write_at(part, at)?;
        at += part.len() as u64;
    }
    to.sync()
}
