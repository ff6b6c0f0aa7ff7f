//! Opening: lock, ring, manifest, segments, replay; out come the parts of a running log.
//! Does not: start threads.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU64;

use levada_env::Env;
use levada_env::disk::{BoundedDisk, Disk, DiskLock};
use parking_lot::{Condvar, Mutex, RwLock};
use tokio::sync::watch;

use super::cold::Cold;
use super::flush::Flusher;
use super::intake::Intake;
use super::observe;
use super::options::{OpenError, Options, RecoveryReport, io as io_error};
use super::publish::Publisher;
use super::recovery::{self, Recovered, Walk};
use super::replay::Replay;
use super::ring::{self, Ring};
use super::segment::BlockCache;
use super::shared::{Counters, DoneQueue, FlushSlot, Sabotage, Shared};
use super::uid_map::UidMap;
use super::view::{BlockRef, ShardView};
use super::writer::Writer;
use crate::disk::format::entry::Entry;

/// A log that nobody drives yet.
pub(crate) struct Parts {
    pub(crate) shared: Arc<Shared>,
    pub(crate) writer: Writer,
    pub(crate) flusher: Flusher,
    pub(crate) report: RecoveryReport,
}

pub(crate) fn open(
    options: Options,
    disk: Arc<dyn Disk>,
    env: &Env,
    sabotage: Sabotage,
) -> Result<Parts, OpenError> {
    let started = env.machine_clock.now();
    options.check()?;
    let disk: Arc<dyn Disk> = Arc::new(BoundedDisk::new(disk, options.segment_files_open_max));
    let wal_dir = options.dir.join("wal");
    let segments_dir = options.dir.join("segments");
    for dir in [&options.dir, &wal_dir, &segments_dir] {
        disk.create_dir_all(dir).map_err(io_error(format!("create {}", dir.display())))?;
    }
    let lock = lock_log(&*disk, &options.dir)?;
    // A process that was killed between a rename and its sync has left names in memory alone.
    for dir in [&options.dir, &wal_dir, &segments_dir] {
        disk.sync_dir(dir).map_err(io_error(format!("sync {}", dir.display())))?;
    }
    let files = ring::open_files(&*disk, &wal_dir).map_err(io_error("open the ring"))?;
    let new_store = env.random.next_u64();
    let manifest = recovery::manifest(&*disk, &options.dir, &files, new_store)?;
    let cold = options
        .cold
        .clone()
        .map(|cold| Cold::new(cold, Arc::clone(&disk), &options.dir, manifest.store).map(Arc::new));
    let cold = cold.transpose()?;
    let segments = recovery::segments(&*disk, &segments_dir, &manifest, cold.as_ref())?;
    let lost = recovery::losses(&*disk, &options.dir)?;
    let walk = Walk::new(wal_dir.clone(), &files, &manifest, sabotage);
    let mut recovered = walk.run(segments)?;
    let ring = prepare_ring(&options, &disk, &wal_dir, &mut recovered)?;
    let direct_writes = ring.is_direct();
    let shared = Arc::new(Shared {
        intake: Mutex::new(Intake::new(&recovered.manifest.checkpoint, &options, env)),
        blocks: BlockCache::new(options.block_cache_bytes),
        options,
        disk,
        clock: Arc::clone(&env.clock),
        machine_clock: Arc::clone(&env.machine_clock),
        store: recovered.manifest.store,
        lost,
        work: Condvar::new(),
        ring,
        views: RwLock::new(UidMap::default()),
        done: Mutex::new(DoneQueue::default()),
        done_wake: Condvar::new(),
        flush: Mutex::new(FlushSlot::default()),
        flush_wake: Condvar::new(),
        unflushed_bytes: AtomicU64::new(0),
        written: Counters::default(),
        failure: watch::Sender::new(None),
        sabotage,
        segments: Mutex::default(),
        cold,
        damage: Mutex::default(),
        background_ended: Mutex::new(false),
        background_wake: Condvar::new(),
        _lock: lock,
    });
    let mut parts = assemble(shared, recovered, env, started)?;
    parts.report.direct_writes = direct_writes;
    Ok(parts)
}

/// Takes the log's lock, which one process has.
pub(crate) fn lock_log(disk: &dyn Disk, dir: &Path) -> Result<Box<dyn DiskLock>, OpenError> {
    disk.lock(&dir.join("lock")).map_err(|error| match error.kind() {
        io::ErrorKind::WouldBlock => OpenError::Locked(dir.to_owned()),
        _ => io_error("lock the log")(error),
    })
}

/// Brings the ring to its wanted size. Free files of another length make way.
fn prepare_ring(
    options: &Options,
    disk: &Arc<dyn Disk>,
    dir: &Path,
    recovered: &mut Recovered,
) -> Result<Ring, OpenError> {
    let (free, odd): (Vec<_>, Vec<_>) = std::mem::take(&mut recovered.free)
        .into_iter()
        .partition(|file| file.len == options.ring_file_bytes);
    for file in odd {
        let path = dir.join(ring::file_name(file.id));
        disk.remove(&path).map_err(io_error(format!("remove {}", path.display())))?;
    }
    let ring = Ring::new(
        Arc::clone(disk),
        dir.to_path_buf(),
        options.ring_file_bytes,
        options.ring_files_max,
        options.direct_writes.unwrap_or_else(|| disk.prefers_direct(dir)),
        free,
        std::mem::take(&mut recovered.used),
    )
    .map_err(io_error("open the ring for writing"))?;
    while ring.len() < options.ring_files {
        ring.add_file().map_err(io_error("create a file of the ring"))?;
    }
    Ok(ring)
}

/// Every shard of the manifest, with its blocks.
fn add_views(shared: &Shared, recovered: &Recovered) {
    for (uid, shard) in &recovered.manifest.checkpoint.shards {
        shared.views.write().insert(*uid, Arc::new(ShardView::new(shard)));
    }
    for (segment, blocks) in &recovered.segments {
        for index in blocks {
            if shared.lost.covers(index.shard, index.first, index.end()) {
                continue;
            }
            if let Ok(view) = shared.view(index.shard) {
                let block = BlockRef { segment: Arc::clone(segment), index: *index };
                view.state.lock().add_block(block);
            }
        }
    }
}

fn assemble(
    shared: Arc<Shared>,
    recovered: Recovered,
    env: &Env,
    started: levada_types::Timestamp,
) -> Result<Parts, OpenError> {
    let mut report = RecoveryReport {
        segments: recovered.segments.len(),
        torn_tail_bytes: recovered.torn_tail_bytes,
        ..RecoveryReport::default()
    };
    let checkpoint = recovered.manifest.checkpoint.clone();
    add_views(&shared, &recovered);
    let mut replay = Replay { checkpoint, ..Replay::default() };
    let unmarked = recovered.batches.last().is_some_and(|(entries, _)| !entries.is_empty());
    for (entries, bytes) in recovered.batches {
        report.batches += 1;
        report.bytes += bytes;
        replay.unflushed_bytes += bytes;
        for entry in entries {
            if let Entry::Data { run, .. } = &entry {
                report.records += u64::from(run.count);
            }
            replay.apply(&shared, entry).map_err(|malformed| OpenError::Corrupt {
                file: shared.ring.path(recovered.position.file),
                offset: recovered.position.offset,
                reason: format!("the batches up to here do not fit together: {malformed}"),
            })?;
        }
    }
    replay.skip_lost(&shared);
    if replay.manifest_seen > recovered.manifest.number {
        let (seen, found) = (replay.manifest_seen, recovered.manifest.number);
        return Err(OpenError::Corrupt {
            file: shared.options.dir.join(super::flush::MANIFEST),
            offset: 0,
            reason: format!("the log says that manifest {seen} was in place, found {found}"),
        });
    }
    *shared.intake.lock() = Intake::new(&replay.checkpoint, &shared.options, env);
    let unflushed = replay.unflushed_bytes;
    shared.unflushed_bytes.store(unflushed, std::sync::atomic::Ordering::Relaxed);
    let marked_ms = replay.checkpoint.clock_ms;
    let publisher = Publisher {
        shared: Arc::clone(&shared),
        replay,
        position: recovered.position,
        unflushed_since: (unflushed > 0).then_some(started),
    };
    let writer = Writer {
        shared: Arc::clone(&shared),
        position: recovered.position,
        active: None,
        generation: recovered.generation,
        publisher: Arc::new(Mutex::new(publisher)),
        handoff: false,
        marked_ms,
        unmarked,
    };
    let flusher = Flusher {
        shared: Arc::clone(&shared),
        manifest: recovered.manifest,
        segments: recovered.segments.into_iter().map(|(segment, _)| segment).collect(),
        cached: std::collections::VecDeque::new(),
        rewriting: None,
        rewrite_at: started,
        unreadable: std::collections::HashSet::new(),
    };
    report.duration = env.machine_clock.now().since(started);
    observe::recovered(&report);
    observe::unflushed(&shared);
    flusher.shared.note_segments(&flusher.segments);
    Ok(Parts { shared, writer, flusher, report })
}
