//! Snapshots: a consistent copy of the log, taken while it goes on or after it has stopped.
//! Does not: copy what is in the cold store; the copy names it, as the log does.
//!
//! The copy holds everything that was acknowledged before it was asked for: the manifest, the
//! ring from its low water to the newest batch, and the segments. The flusher makes the first
//! two, so that neither manifest nor ring change meanwhile; segments never change.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, RecvTimeoutError, Sender};
use std::time::Duration;

use levada_env::disk::{Disk, OpenMode};

use super::DiskLog;
use super::cold::index_name;
use super::flush::{Flusher, MANIFEST};
use super::format::manifest::{Manifest, SegmentRef};
use super::recovery::{LOST, Walk, read_all};
use super::ring::{RingFile, file_name};
use super::segment;
use super::shared::{Sabotage, Shared};
use super::tools::{copy, look_ring, replace};

/// How often a caller looks whether the log has ended instead of answering.
const ANSWER_PAUSE: Duration = Duration::from_millis(200);

/// What a snapshot holds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SnapshotReport {
    /// Batches of the ring.
    pub batches: u64,
    pub segments: usize,
    /// Segments that stay in the cold store and are only named.
    pub cold_segments: usize,
}

/// Asks the flusher to copy manifest and ring.
pub(crate) struct SnapshotJob {
    to: PathBuf,
    answer: Sender<io::Result<Head>>,
}

/// What the flusher answers: files that stay, though names may go.
struct Head {
    batches: u64,
    segments: Vec<Arc<segment::Segment>>,
}

impl DiskLog {
    /// Copies the log into the empty directory `to` while it goes on. Blocks for as long as
    /// copying takes; appends wait only when the ring fills up meanwhile.
    pub fn snapshot(&self, to: &Path) -> io::Result<SnapshotReport> {
        let shared = &self.shared;
        let (answer, answered) = mpsc::channel();
        shared.flush.lock().snapshot = Some(SnapshotJob { to: to.to_owned(), answer });
        shared.flush_wake.notify_one();
        let head = loop {
            match answered.recv_timeout(ANSWER_PAUSE) {
                Ok(head) => break head?,
                Err(RecvTimeoutError::Timeout) if !has_ended(shared) => {}
                Err(_) => return Err(io::Error::other("the log has stopped")),
            }
        };
        let mut report = SnapshotReport { batches: head.batches, ..SnapshotReport::default() };
        let (from, to) = (shared.options.dir.join("segments"), to.join("segments"));
        for segment in &head.segments {
            if segment.file.is_cold() {
                copy_index(&*shared.disk, &from, &to, segment.number)?;
                report.cold_segments += 1;
            } else {
                let target = shared.disk.open(&to.join(name(segment.number)), OpenMode::Create)?;
                copy(&*segment.file.now(), &*target)?;
                report.segments += 1;
            }
        }
        shared.disk.sync_dir(&to)?;
        Ok(report)
    }
}

fn has_ended(shared: &Shared) -> bool {
    shared.intake.lock().stopped.is_some() || shared.flush.lock().ended
}

fn name(number: u64) -> String {
    segment::file_name(number)
}

impl Flusher {
    /// Copies what only stays the same while this thread does nothing else.
    pub(crate) fn answer_snapshot(&mut self) {
        let Some(job) = self.shared.flush.lock().snapshot.take() else { return };
        let shared = &self.shared;
        let head = copy_head(&*shared.disk, &shared.options.dir, &self.manifest, &job.to)
            .map(|batches| Head { batches, segments: self.segments.clone() });
        // Whoever asked may have given up.
        let _ = job.answer.send(head);
    }
}

/// The same from the files of a log that nobody has open.
pub(crate) fn copy_stopped(
    disk: &dyn Disk,
    dir: &Path,
    manifest: &Manifest,
    to: &Path,
) -> io::Result<SnapshotReport> {
    let batches = copy_head(disk, dir, manifest, to)?;
    let mut report = SnapshotReport { batches, ..SnapshotReport::default() };
    let (from, to) = (dir.join("segments"), to.join("segments"));
    for SegmentRef { number, cold, .. } in &manifest.segments {
        if *cold {
            copy_index(disk, &from, &to, *number)?;
            report.cold_segments += 1;
        } else {
            let source = disk.open(&from.join(name(*number)), OpenMode::Read)?;
            copy(&*source, &*disk.open(&to.join(name(*number)), OpenMode::Create)?)?;
            report.segments += 1;
        }
    }
    disk.sync_dir(&to)?;
    Ok(report)
}

fn copy_index(disk: &dyn Disk, from: &Path, to: &Path, number: u64) -> io::Result<()> {
    let index = index_name(number);
    let source = disk.open(&from.join(&index), OpenMode::Read)?;
    copy(&*source, &*disk.open(&to.join(&index), OpenMode::Create)?)
}

/// Copies manifest, list of losses, and the ring's batches; the number of these.
fn copy_head(disk: &dyn Disk, dir: &Path, manifest: &Manifest, to: &Path) -> io::Result<u64> {
    for part in ["wal", "segments"] {
        disk.create_dir_all(&to.join(part))?;
    }
    let batches = copy_ring(disk, &dir.join("wal"), manifest, &to.join("wal"))?;
    match read_all(disk, &dir.join(LOST)) {
        Ok(lost) => replace(disk, to, LOST, &lost)?,
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    replace(disk, to, MANIFEST, &manifest.encode())?;
    Ok(batches)
}

/// Copies the batches after the low water that fit; around them the copies are zeros.
fn copy_ring(disk: &dyn Disk, dir: &Path, manifest: &Manifest, to: &Path) -> io::Result<u64> {
    let files = look_ring(disk, dir)?;
    let mut walk = Walk::new(dir.to_owned(), &files, manifest, Sabotage::None);
    walk.walk().map_err(io::Error::other)?;
    let mut copies: Vec<(u32, Arc<dyn levada_env::disk::DiskFile>)> = Vec::new();
    let mut count = 0;
    for ((id, offset, header), _) in walk.into_batches() {
        let Some(source) = files.iter().find(|file| file.id == id) else { continue };
        let target = match copies.iter().find(|(copied, _)| *copied == id) {
            Some((_, target)) => Arc::clone(target),
            None => {
                let target = new_ring_file(disk, to, source)?;
                copies.push((id, Arc::clone(&target)));
                target
            }
        };
        let mut batch = vec![0; header.stored_bytes() as usize];
        source.file.read_at(&mut batch, offset)?;
        target.write_at(&batch, offset)?;
        count += 1;
    }
    for (_, target) in copies {
        target.sync()?;
    }
    disk.sync_dir(to)?;
    Ok(count)
}

fn new_ring_file(
    disk: &dyn Disk,
    to: &Path,
    source: &RingFile,
) -> io::Result<Arc<dyn levada_env::disk::DiskFile>> {
    let target = disk.open(&to.join(file_name(source.id)), OpenMode::Create)?;
    target.set_len(source.len)?;
    Ok(target)
}
