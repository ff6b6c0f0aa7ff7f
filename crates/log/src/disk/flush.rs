//! The flusher: writes frozen batches into segments, puts the manifest in place, frees the
//! ring, removes what retention has passed. One thread runs it.
//! Does not: hold up the writer, except when the ring is full.

use std::collections::{HashSet, VecDeque};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::time::Instant;

use levada_env::disk::{Disk, OpenMode, is_no_space};
use levada_types::{ShardUid, Timestamp};

use super::format::manifest::{Checkpoint, LowWater, Manifest};
use super::format::run::Run;
use super::format::segment::{BlockIndex, retention_class};
use super::observe;
use super::rewrite::Rewrite;
use super::segment::{Segment, file_name};
use super::segment_writer::SegmentWriter;
use super::shared::{Sabotage, Shared};
use super::view::BlockRef;

pub(crate) const MANIFEST: &str = "manifest";
pub(crate) const MANIFEST_TEMPORARY: &str = "manifest.tmp";

/// Everything that was in the ring and in no segment at one batch.
pub(crate) struct Frozen {
    /// In the order they were written.
    pub(crate) runs: Vec<(ShardUid, Run)>,
    /// Ring bytes they came from.
    pub(crate) bytes: u64,
    pub(crate) checkpoint: Checkpoint,
    pub(crate) low_water: LowWater,
}

pub(crate) struct Flusher {
    pub(crate) shared: Arc<Shared>,
    /// As it is in place.
    pub(crate) manifest: Manifest,
    pub(crate) segments: Vec<Arc<Segment>>,
    /// What is in memory and in segments, oldest first: ring bytes and where each shard ends.
    pub(crate) cached: VecDeque<(u64, Vec<(ShardUid, u64)>)>,
    pub(crate) rewriting: Option<Rewrite>,
    /// When to look again for segments to rewrite, machine time.
    pub(crate) rewrite_at: Timestamp,
    /// Segments with bytes that could not be read; they are left alone.
    pub(crate) unreadable: HashSet<u64>,
}

/// Replaces the manifest.
pub(crate) fn write_manifest(
    disk: &dyn Disk,
    dir: &std::path::Path,
    manifest: &Manifest,
    sabotage: Sabotage,
) -> io::Result<()> {
    let temporary = dir.join(MANIFEST_TEMPORARY);
    let file = disk.open(&temporary, OpenMode::Create)?;
    file.write_at(&manifest.encode(), 0)?;
    file.sync()?;
    disk.rename(&temporary, &dir.join(MANIFEST))?;
    if sabotage == Sabotage::SkipDirectorySync {
        return Ok(());
    }
    disk.sync_dir(dir)
}

impl Flusher {
    /// Does what there is to do. False: there was no room on the disk; try again later.
    pub(crate) fn turn(&mut self) -> bool {
        let done = self.work();
        let disk_full = done.as_ref().is_err_and(is_no_space);
        self.shared.intake.lock().disk_full = disk_full;
        match done {
            Ok(()) => true,
            Err(error) if disk_full => {
                tracing::warn!(%error, "no room to move records from the log into segments");
                false
            }
            Err(error) => {
                self.shared.fail(&format!("moving records into segments: {error}"));
                false
            }
        }
    }

    fn work(&mut self) -> io::Result<()> {
        let (job, ring_wanted) = {
            let mut slot = self.shared.flush.lock();
            (slot.job.take(), std::mem::take(&mut slot.ring_wanted))
        };
        let grown = if ring_wanted && self.shared.ring.wants_file() {
            self.shared.ring.add_file().map(|()| self.unblock())
        } else {
            Ok(())
        };
        if let Some(job) = job {
            let started = Instant::now();
            if let Err(error) = self.flush(&job) {
                self.shared.flush.lock().job = Some(job);
                return Err(error);
            }
            observe::flushed(started.elapsed());
            self.shared.flush.lock().busy = false;
            self.unblock();
        }
        self.remove_expired()?;
        self.mark_moved()?;
        self.answer_snapshot();
        self.rewrite()?;
        grown
    }

    /// The ring has room again.
    fn unblock(&self) {
        self.shared.intake.lock().blocked = false;
        self.shared.work.notify_one();
    }

    fn flush(&mut self, job: &Frozen) -> io::Result<()> {
        if self.shared.sabotage == Sabotage::ReleaseBeforeSegments {
            self.shared.ring.release(job.low_water.generation)?;
            self.unblock();
        }
        let mut next_segment = self.manifest.next_segment;
        let mut written = Vec::new();
        for (class, runs) in self.by_class(job) {
            let made = SegmentWriter::write(&self.shared, next_segment, class, &runs);
            next_segment += 1;
            written.push(made.inspect_err(|_| self.abandon(next_segment))?);
        }
        if !written.is_empty() && self.shared.sabotage != Sabotage::SkipDirectorySync {
            self.shared.disk.sync_dir(&segments_dir(&self.shared))?;
        }
        let manifest = Manifest {
            store: self.manifest.store,
            number: self.manifest.number + 1,
            low_water: job.low_water,
            next_segment,
            segments: self
                .segments
                .iter()
                .map(|segment| segment.reference())
                .chain(written.iter().map(|(segment, _)| segment.reference()))
                .collect(),
            checkpoint: job.checkpoint.clone(),
        };
        self.put_in_place(manifest)?;
        for (segment, blocks) in written {
            self.add_blocks(&segment, &blocks);
            self.segments.push(segment);
        }
        self.shared.note_segments(&self.segments);
        self.shared.unflushed_bytes.fetch_sub(job.bytes, Ordering::Relaxed);
        observe::unflushed(&self.shared);
        let ends = job.runs.iter().map(|(shard, run)| (*shard, run.end())).collect();
        self.cached.push_back((job.bytes, last_of_each(ends)));
        self.evict();
        self.shared.ring.release(job.low_water.generation)
    }

    /// Removes the files of a flush that could not end; those that stay go at the next start.
    fn abandon(&self, next_segment: u64) {
        for number in self.manifest.next_segment..next_segment {
            let path = segments_dir(&self.shared).join(file_name(number));
            let _ = self.shared.disk.remove(&path.with_extension("tmp"));
            let _ = self.shared.disk.remove(&path);
        }
    }

    /// The runs of shards that still exist, by retention class, then shard, then index.
    fn by_class(&self, job: &Frozen) -> Vec<(u16, Vec<(ShardUid, Run)>)> {
        let mut runs: Vec<(u16, ShardUid, Run)> = job
            .runs
            .iter()
            .filter_map(|(shard, run)| {
                let view = self.shared.view(*shard).ok()?;
                let class = retention_class(view.state.lock().retention);
                Some((class, *shard, run.clone()))
            })
            .collect();
        runs.sort_by_key(|(class, shard, run)| (*class, *shard, run.first));
        let mut classes: Vec<(u16, Vec<(ShardUid, Run)>)> = Vec::new();
        for (class, shard, run) in runs {
            match classes.last_mut() {
                Some((last, runs)) if *last == class => runs.push((shard, run)),
                _ => classes.push((class, vec![(shard, run)])),
            }
        }
        classes
    }

    pub(crate) fn put_in_place(&mut self, mut manifest: Manifest) -> io::Result<()> {
        for (shard, state) in &mut manifest.checkpoint.shards {
            if let Ok(view) = self.shared.view(*shard) {
                state.trimmed = view.state.lock().trimmed;
            }
        }
        let shared = &self.shared;
        write_manifest(&*shared.disk, &shared.options.dir, &manifest, shared.sabotage)?;
        shared.intake.lock().manifest_in_place(manifest.number);
        shared.work.notify_one();
        self.manifest = manifest;
        Ok(())
    }

    pub(crate) fn add_blocks(&self, segment: &Arc<Segment>, blocks: &[BlockIndex]) {
        for index in blocks {
            if let Ok(view) = self.shared.view(index.shard) {
                let block = BlockRef { segment: Arc::clone(segment), index: *index };
                view.state.lock().add_block(block);
            }
        }
    }

    /// Drops the oldest records from memory that segments have, down to the bound.
    fn evict(&mut self) {
        let unflushed = self.shared.unflushed_bytes.load(Ordering::Relaxed);
        let mut bytes: u64 = unflushed + self.cached.iter().map(|(bytes, _)| bytes).sum::<u64>();
        while bytes > self.shared.options.tail_bytes_max
            && let Some((freed, ends)) = self.cached.pop_front()
        {
            bytes -= freed;
            for (shard, end) in ends {
                if let Ok(view) = self.shared.view(shard) {
                    view.state.lock().evict(end);
                }
            }
        }
    }

    fn is_expired(&self, segment: &Segment) -> bool {
        let now = self.shared.clock.now();
        segment.last_ms.iter().all(|(shard, last_ms)| {
            self.shared.view(*shard).map_or(true, |view| {
                let state = view.state.lock();
                *last_ms < state.retention_limit_ms(now)
            })
        })
    }

    /// Removes segments that no shard can read any more: first from the manifest, then the
    /// files.
    fn remove_expired(&mut self) -> io::Result<()> {
        let rewriting = self.rewriting.is_some();
        let (expired, kept): (Vec<_>, Vec<_>) = std::mem::take(&mut self.segments)
            .into_iter()
            // What is being rewritten is removed with its rewriting.
            .partition(|segment| !rewriting && self.is_expired(segment));
        self.segments = kept;
        if expired.is_empty() {
            return Ok(());
        }
        for segment in &expired {
            for (shard, _) in &segment.last_ms {
                if let Ok(view) = self.shared.view(*shard) {
                    view.state.lock().drop_segment(segment.number);
                }
            }
        }
        let mut manifest = self.manifest.clone();
        manifest.number += 1;
        manifest.segments = self.segments.iter().map(|segment| segment.reference()).collect();
        self.put_in_place(manifest)?;
        self.shared.note_segments(&self.segments);
        for segment in expired {
            self.remove_segment(&segment)?;
        }
        Ok(())
    }
}

pub(crate) fn segments_dir(shared: &Shared) -> PathBuf {
    shared.options.dir.join("segments")
}

fn last_of_each(mut ends: Vec<(ShardUid, u64)>) -> Vec<(ShardUid, u64)> {
    ends.sort_unstable();
    ends.reverse();
    ends.dedup_by_key(|(shard, _)| *shard);
    ends
}
