//! A look at every file of a log, for the tools: what recovery would find, without its changes.
//! Does not: write, or stop at the first damage.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use levada_env::disk::{Disk, DiskLock, OpenMode};

use super::verify::Misfit;
use crate::OpenError;
use crate::disk::cold;
use crate::disk::flush::MANIFEST;
use crate::disk::format::batch::BatchHeader;
use crate::disk::format::entry::Entry;
use crate::disk::format::lost::Losses;
use crate::disk::format::manifest::{Checkpoint, LowWater, Manifest, SegmentRef};
use crate::disk::format::segment::BlockIndex;
use crate::disk::open::lock_log;
use crate::disk::options::io as io_error;
use crate::disk::recovery::{self, Walk};
use crate::disk::ring::RingFile;
use crate::disk::segment::{self, Segment};
use crate::disk::shared::Sabotage;

pub(super) struct Look {
    pub(super) dir: PathBuf,
    pub(super) manifest: Manifest,
    pub(super) lost: Losses,
    /// In the manifest's order; `None` where the file cannot be used, which a misfit explains.
    pub(super) segments: Vec<(SegmentRef, Option<(Arc<Segment>, Vec<BlockIndex>)>)>,
    pub(super) ring: Vec<RingFile>,
    pub(super) batches: Vec<LookedBatch>,
    /// After the newest batch that fits.
    pub(super) end: LowWater,
    /// File, offset and header of batches after the end, by number.
    pub(super) beyond: Vec<(u32, u64, BatchHeader)>,
    pub(super) torn_tail_bytes: u64,
    /// After the newest batch that fits.
    pub(super) checkpoint: Checkpoint,
    pub(super) misfits: Vec<Misfit>,
    /// Why a repair cannot help: batches that fit contradict the manifest.
    pub(super) hopeless: Option<String>,
    /// No server may begin meanwhile.
    _lock: Box<dyn DiskLock>,
}

pub(super) struct LookedBatch {
    pub(super) file: u32,
    pub(super) offset: u64,
    pub(super) header: BatchHeader,
    pub(super) entries: Vec<Entry>,
}

impl Look {
    /// Fails only where the directory is no log, is in use, or has no readable manifest.
    pub(super) fn at(disk: &dyn Disk, dir: &Path) -> Result<Self, OpenError> {
        let what = || io_error(format!("read {}", dir.join(MANIFEST).display()));
        // Before the lock, whose file would be made in a directory that is no log.
        disk.open(&dir.join(MANIFEST), OpenMode::Read).map_err(what())?;
        let lock = lock_log(disk, dir)?;
        let bytes = recovery::read_all(disk, &dir.join(MANIFEST)).map_err(what())?;
        let manifest = Manifest::decode(&bytes).map_err(|malformed| OpenError::Corrupt {
            file: dir.join(MANIFEST),
            offset: 0,
            reason: malformed.0,
        })?;
        let ring = look_ring(disk, &dir.join("wal")).map_err(io_error("open the ring"))?;
        let mut look = Self {
            dir: dir.to_owned(),
            lost: recovery::losses(disk, dir)?,
            segments: Vec::new(),
            ring,
            batches: Vec::new(),
            end: manifest.low_water,
            beyond: Vec::new(),
            torn_tail_bytes: 0,
            checkpoint: manifest.checkpoint.clone(),
            misfits: Vec::new(),
            hopeless: None,
            manifest,
            _lock: lock,
        };
        look.open_segments(disk)?;
        look.walk()?;
        look.replay();
        Ok(look)
    }

    pub(super) fn ring_path(&self, file: u32) -> PathBuf {
        self.dir.join("wal").join(crate::disk::ring::file_name(file))
    }

    pub(super) fn segment_path(&self, number: u64) -> PathBuf {
        self.dir.join("segments").join(segment::file_name(number))
    }

    fn open_segments(&mut self, disk: &dyn Disk) -> Result<(), OpenError> {
        for reference in self.manifest.segments.clone() {
            let path = self.segment_path(reference.number);
            let store = self.manifest.store;
            let dir = self.dir.join("segments");
            let opened = if reference.cold {
                cold::open(disk, &dir, store, reference, None)
            } else {
                Segment::open(disk, path.clone(), store, reference)
            };
            if let (Err(error), true) = (&opened, reference.cold) {
                let advice = "start the server with its cold store, which has the index";
                self.hopeless.get_or_insert(format!("{advice}: {error}"));
            }
            let opened = match opened {
                Ok((segment, blocks)) => Some((Arc::new(segment), blocks)),
                Err(OpenError::Corrupt { file, offset, reason }) => {
                    self.misfits.push(Misfit { file, offset, reason });
                    None
                }
                Err(OpenError::Io { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                    let reason = "the manifest names this file, and it is missing".to_owned();
                    self.misfits.push(Misfit { file: path, offset: 0, reason });
                    None
                }
                Err(other) => return Err(other),
            };
            self.segments.push((reference, opened));
        }
        Ok(())
    }

    fn walk(&mut self) -> Result<(), OpenError> {
        let mut walk = Walk::new(self.dir.join("wal"), &self.ring, &self.manifest, Sabotage::None);
        let mut take = |outcome| match outcome {
            Ok(()) => Ok(()),
            Err(OpenError::Corrupt { file, offset, reason }) => {
                self.misfits.push(Misfit { file, offset, reason });
                Ok(())
            }
            Err(other) => Err(other),
        };
        take(walk.walk())?;
        let mut torn = 0;
        take(walk.check_the_end().map(|(_, torn_bytes)| torn = torn_bytes))?;
        self.torn_tail_bytes = torn;
        self.end = walk.position();
        self.beyond = walk.beyond_the_end().map_err(io_error("read the ring"))?;
        let batches = walk.into_batches().map(|((file, offset, header), entries)| LookedBatch {
            file,
            offset,
            header,
            entries,
        });
        self.batches = batches.collect();
        Ok(())
    }

    fn replay(&mut self) {
        let mut manifest_seen = 0;
        for batch in &self.batches {
            for entry in &batch.entries {
                if let Entry::Manifest { number } = entry {
                    manifest_seen = manifest_seen.max(*number);
                }
                if let Err(malformed) = self.checkpoint.apply(entry, &self.lost) {
                    let file = self.dir.join("wal").join(crate::disk::ring::file_name(batch.file));
                    let reason = format!("the batch does not fit those before it: {malformed}");
                    self.hopeless.get_or_insert(reason.clone());
                    self.misfits.push(Misfit { file, offset: batch.offset, reason });
                }
            }
        }
        self.checkpoint.skip_lost(&self.lost);
        if manifest_seen > self.manifest.number {
            let reason = format!(
                "the ring says that manifest {manifest_seen} was in place, found {}",
                self.manifest.number
            );
            self.hopeless.get_or_insert(reason.clone());
            self.misfits.push(Misfit { file: self.dir.join(MANIFEST), offset: 0, reason });
        }
    }
}

/// The ring's files, opened to read.
pub(crate) fn look_ring(disk: &dyn Disk, dir: &Path) -> io::Result<Vec<RingFile>> {
    let mut files = Vec::new();
    for name in disk.list(dir)? {
        if let Some(id) = name.strip_suffix(".wal").and_then(|id| id.parse().ok()) {
            let file = disk.open(&dir.join(&name), OpenMode::Read)?;
            files.push(RingFile { id, len: file.len()?, file });
        }
    }
    Ok(files)
}
