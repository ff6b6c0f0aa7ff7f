//! A simulated disk that loses power, forgets, rots, fails and fills up under a log that a seed
//! drives; after every restart the log is compared with the oracle. Broken engines must fail.
//! Does not: run the log's threads, so that a seed is one history; histories run side by side.

use std::collections::VecDeque;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use bytes::Bytes;
use levada_env::disk::SimDisk;
use levada_env::{Env, VirtualClock};
use levada_types::{ShardUid, Timestamp};
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};
use tokio::sync::oneshot;

use super::super::cold::{ColdMover, Move};
use super::super::open::{self, Parts};
use super::super::shared::Sabotage;
use super::super::writer::Turn;
use super::model::{Model, Part, Request, compare_shard};
use super::sim_cold::SimCold;
use crate::{AppendBatch, AppendError, ColdOptions, OpenError, Options, Producer, ShardAppend};

const STEPS: usize = 350;
/// Histories of one run; a run without optimisation is for the programmer who waits for it.
const USUAL_SEEDS: u64 = if cfg!(debug_assertions) { 400 } else { 10_000 };
/// Histories among which a broken engine must be noticed.
const SABOTAGE_SEEDS: u64 = 1_000;
/// Epoch of the one producer.
const EPOCH: u64 = 3;
const SHARDS: u64 = 6;

/// What a history came across; a test that never sees a crash proves nothing.
#[derive(Debug, Default)]
struct Seen {
    restarts: usize,
    acknowledged: usize,
    kept_unanswered: usize,
    dropped_unanswered: usize,
    torn: usize,
    flushed: u64,
    full: usize,
    repeats: usize,
    moved: usize,
    rot_refused: usize,
    rot_noticed: usize,
    rot_harmless: usize,
}

impl Seen {
    fn add(&mut self, other: &Self) {
        self.restarts += other.restarts;
        self.acknowledged += other.acknowledged;
        self.kept_unanswered += other.kept_unanswered;
        self.dropped_unanswered += other.dropped_unanswered;
        self.torn += other.torn;
        self.flushed += other.flushed;
        self.full += other.full;
        self.repeats += other.repeats;
        self.moved += other.moved;
        self.rot_refused += other.rot_refused;
        self.rot_noticed += other.rot_noticed;
        self.rot_harmless += other.rot_harmless;
    }
}

struct World {
    random: StdRng,
    disk: SimDisk,
    clock: Arc<VirtualClock>,
    env: Env,
    options: Options,
    sabotage: Sabotage,
    cold: SimCold,
    mover: Option<ColdMover>,
    parts: Option<Parts>,
    /// What is acknowledged.
    model: Model,
    /// What was asked and not answered yet, in the order of the log.
    asked: VecDeque<(Request, oneshot::Receiver<()>)>,
    /// A failure was arranged, so the log may stop.
    trouble: bool,
    next_shard: u64,
    next_payload: u64,
    producer_next: u64,
    seen: Seen,
}

impl World {
    fn new(seed: u64, sabotage: Sabotage) -> Self {
        let mut random = StdRng::seed_from_u64(seed);
        let (env, clock) = Env::virtual_at(Timestamp(1_000_000), seed);
        let cold = SimCold::default();
        let options = Options {
            ring_file_bytes: 65_536,
            ring_files: 2,
            ring_files_max: 4,
            batch_bytes_soft: 8_192,
            batch_bytes_max: 32_768,
            queue_bytes_max: 100_000,
            flush_bytes: random.random_range(16_384..100_000),
            flush_age: Duration::from_secs(60),
            tail_bytes_max: random.random_range(0..80_000),
            block_bytes: 2_048,
            block_cache_bytes: 8_192,
            compress: random.random_bool(0.5),
            rewrite_pause: Duration::from_secs(5),
            rewrite_segments: 3,
            segment_files_open_max: 2,
            cold: random.random_bool(0.5).then(|| ColdOptions {
                store: Arc::new(cold.clone()),
                after: Duration::from_secs(random.random_range(1..100)),
                cache_bytes: 10_000,
            }),
            ..Options::small("/log")
        };
        Self {
            random,
            disk: SimDisk::new(seed),
            clock,
            env,
            options,
            sabotage,
            cold,
            mover: None,
            parts: None,
            model: Model::default(),
            asked: VecDeque::new(),
            trouble: false,
            next_shard: SHARDS,
            next_payload: 0,
            producer_next: 0,
            seen: Seen::default(),
        }
    }

    fn parts(&mut self) -> &mut Parts {
        self.parts.as_mut().expect("the log is open between steps")
    }

    /// Opens the log, through power cuts while opening, and compares it with the oracle.
    fn start(&mut self) -> Result<(), String> {
        loop {
            if self.random.random_bool(0.2) {
                self.disk.cut_power_after(self.random.random_range(0..60));
            }
            let disk = Arc::new(self.disk.clone());
            match open::open(self.options.clone(), disk, &self.env, self.sabotage) {
                Ok(parts) => {
                    self.seen.torn += usize::from(parts.report.torn_tail_bytes > 0);
                    let mover = |cold| ColdMover::new(Arc::clone(&parts.shared), cold);
                    self.mover = parts.shared.cold.clone().map(mover);
                    self.parts = Some(parts);
                    break;
                }
                Err(_) if !self.disk.has_power() => self.end_process(),
                Err(error) => return Err(format!("does not open: {error}")),
            }
        }
        self.disk.keep_power();
        self.adopt_what_survived()?;
        let chunk = self.random.random_range(1..40);
        let Self { parts, model, .. } = self;
        model.compare(&parts.as_ref().ok_or("not open")?.shared, chunk)
    }

    /// Unanswered requests may have survived: a prefix of them, each whole.
    fn adopt_what_survived(&mut self) -> Result<(), String> {
        let shared = Arc::clone(&self.parts().shared);
        let asked: Vec<Request> = self.asked.drain(..).map(|(request, _)| request).collect();
        let mut model = self.model.clone();
        let mut best = model.is_as_far_as(&shared).then_some((0, model.clone()));
        for (n, request) in asked.iter().enumerate() {
            model.apply(request);
            if model.is_as_far_as(&shared) {
                best = Some((n + 1, model.clone()));
            }
        }
        let (kept, model) = best.ok_or_else(|| {
            let next = |uid: &ShardUid| shared.view(*uid).map(|view| view.state.lock().next);
            let differ = self.model.shards.iter().map(|(uid, shard)| (shard.next(), next(uid)));
            format!(
                "recovered state is no prefix of the {} unanswered requests; acknowledged and \
                 found: {:?}",
                asked.len(),
                differ.collect::<Vec<_>>()
            )
        })?;
        self.seen.kept_unanswered += kept;
        self.seen.dropped_unanswered += asked.len() - kept;
        self.model = model;
        self.producer_next = self.model.producers.get("p").copied().unwrap_or(0);
        Ok(())
    }

    /// Takes the answers that have come; they come in the order of the log.
    fn take_answers(&mut self) -> Result<(), String> {
        let mut waiting = false;
        let mut answered = 0;
        for (request, done) in &mut self.asked {
            match done.try_recv() {
                Ok(()) if waiting => return Err(format!("answered out of order: {request:?}")),
                Ok(()) => answered += 1,
                Err(_) => waiting = true,
            }
        }
        for (request, _) in self.asked.drain(..answered) {
            self.model.apply(&request);
            self.seen.acknowledged += 1;
        }
        Ok(())
    }

    fn payloads(&mut self) -> Vec<Bytes> {
        let count = self.random.random_range(1..8);
        let large = self.random.random_bool(0.1);
        (0..count)
            .map(|_| {
                self.next_payload += 1;
                let len = self.random.random_range(0..if large { 3_000 } else { 120 });
                let mut bytes = self.next_payload.to_le_bytes().to_vec();
                bytes.resize(8 + len, self.next_payload as u8);
                Bytes::from(bytes)
            })
            .collect()
    }

    fn append(&mut self) -> Result<(), String> {
        let uids: Vec<ShardUid> = self.model.shards.keys().copied().collect();
        let mut appends = Vec::new();
        for _ in 0..self.random.random_range(1..4) {
            if !uids.is_empty() {
                let shard = uids[self.random.random_range(0..uids.len())];
                appends.push(ShardAppend { shard, payloads: self.payloads() });
            }
        }
        let payloads: usize = appends.iter().map(|append| append.payloads.len()).sum();
        let producer = self.random.random_bool(0.3).then(|| Producer {
            id: "p".into(),
            epoch: EPOCH,
            sequence: self.producer_next,
        });
        let next = self.producer_next + payloads as u64;
        let batch = AppendBatch { producer: producer.clone(), appends: appends.clone() };
        let now = self.clock_now();
        let asked = self.parts().shared.intake.lock().append(batch, now);
        let ticket = match asked {
            Ok(ticket) => ticket,
            Err(AppendError::Full) => {
                self.seen.full += 1;
                return Ok(());
            }
            Err(
                AppendError::Closed(_)
                | AppendError::UnknownShard(_)
                | AppendError::TooLarge { .. },
            ) => return Ok(()),
            Err(AppendError::Stopped(_)) if self.trouble => return Ok(()),
            Err(other) => return Err(format!("append: {other}")),
        };
        let receipts = ticket.outcome.map_err(|error| format!("append: {error}"))?;
        let parts = receipts.iter().zip(appends).map(|(receipt, append)| Part {
            shard: receipt.shard,
            first: receipt.first_index,
            arrived: receipt.arrived,
            payloads: append.payloads,
        });
        let producer = producer.map(|producer| (producer.id, next));
        if producer.is_some() {
            self.producer_next = next;
        }
        let request = Request::Append { parts: parts.collect(), producer };
        self.asked.push_back((request, ticket.done));
        Ok(())
    }

    /// A batch that the producer must not get in: sent before, too early, or by a fenced one.
    fn append_wrongly(&mut self) -> Result<(), String> {
        let next = self.producer_next;
        let uids: Vec<ShardUid> = self.model.shards.keys().copied().collect();
        let wrong = [(EPOCH, next.saturating_sub(1)), (EPOCH, next + 1), (EPOCH - 1, next)];
        let (epoch, sequence) = wrong[self.random.random_range(0..wrong.len())];
        let (Some(shard), true) = (uids.first(), next > 0) else { return Ok(()) };
        let batch = AppendBatch {
            producer: Some(Producer { id: "p".into(), epoch, sequence }),
            appends: vec![ShardAppend { shard: *shard, payloads: self.payloads() }],
        };
        let now = self.clock_now();
        let asked = self.parts().shared.intake.lock().append(batch, now);
        let refused = asked.and_then(|ticket| ticket.outcome);
        match refused {
            Err(AppendError::Duplicate { next: told }) if sequence < next && told == next => {
                self.seen.repeats += 1;
                Ok(())
            }
            Err(AppendError::Gap { .. }) if sequence > next => Ok(()),
            Err(AppendError::Fenced { .. }) if epoch < EPOCH => Ok(()),
            Err(
                AppendError::Closed(_) | AppendError::UnknownShard(_) | AppendError::Stopped(_),
            ) => Ok(()),
            other => Err(format!("({epoch}, {sequence}) after {next} was answered {other:?}")),
        }
    }

    /// One byte of what is stored changes, on a copy of the disk: opening must refuse, or every
    /// record reads as it was written or is refused as corrupt.
    fn rot(&mut self) -> Result<(), String> {
        self.settle_everything()?;
        if self.trouble || !self.asked.is_empty() {
            return Ok(());
        }
        let fork = self.disk.fork();
        fork.kill();
        fork.set_capacity(None);
        let files: Vec<_> = fork.files().into_iter().filter(|(_, len)| *len > 0).collect();
        let (path, len) = &files[self.random.random_range(0..files.len())];
        let near = if self.random.random_bool(0.5) { *len } else { 16_384.min(*len) };
        let offset = self.random.random_range(0..near);
        let mask = 1 << self.random.random_range(0..8);
        fork.rot(path, offset, mask).map_err(|error| error.to_string())?;
        self.judge_rotten(fork).map_err(|why| {
            format!("{} rotten at byte {offset}, mask {mask:#x}: {why}", path.display())
        })
    }

    /// Lets the writer write all there is, and mark its end.
    fn settle_everything(&mut self) -> Result<(), String> {
        while self.parts().writer.turn() == Turn::Wrote {}
        self.parts().writer.mark_the_end();
        if self.parts().shared.intake.lock().stopped.is_some() {
            return Ok(());
        }
        self.take_answers()
    }

    fn judge_rotten(&mut self, fork: SimDisk) -> Result<(), String> {
        let mut options = self.options.clone();
        // Nothing may hide in memory.
        (options.tail_bytes_max, options.block_cache_bytes) = (0, 0);
        let parts = match open::open(options, Arc::new(fork), &self.env, self.sabotage) {
            Ok(parts) => parts,
            Err(OpenError::Corrupt { .. }) => {
                self.seen.rot_refused += 1;
                return Ok(());
            }
            Err(other) => return Err(format!("expected it to be called corrupt: {other}")),
        };
        if !self.model.is_as_far_as(&parts.shared) {
            return Err("the log opens and is not as far as it was acknowledged".into());
        }
        let mut noticed = false;
        for (uid, shard) in &self.model.shards {
            match compare_shard(&parts.shared, *uid, shard, 20) {
                Ok(()) => {}
                Err(why) if why.starts_with("corrupt data in ") => noticed = true,
                Err(why) => return Err(why),
            }
        }
        self.seen.rot_noticed += usize::from(noticed);
        self.seen.rot_harmless += usize::from(!noticed);
        Ok(())
    }

    fn clock_now(&self) -> Timestamp {
        self.env.clock.now()
    }

    /// Opens, closes or deletes a shard, or shortens its retention.
    fn control(&mut self) {
        let uids: Vec<ShardUid> = self.model.shards.keys().copied().collect();
        let any = uids.get(self.random.random_range(0..uids.len().max(1))).copied();
        let asked_about = |shard: ShardUid, asked: &VecDeque<(Request, _)>| {
            asked.iter().any(|(request, _)| match request {
                Request::Open(uid, _) | Request::Close(uid) | Request::Delete(uid) => *uid == shard,
                Request::Append { .. } => false,
            })
        };
        // One control request per shard at a time keeps the oracle simple.
        let any = any.filter(|shard| !asked_about(*shard, &self.asked));
        let choice = self.random.random_range(0..10);
        let mut intake = self.parts.as_ref().expect("open").shared.intake.lock();
        let (request, ticket) = match (any, choice) {
            (Some(shard), 0) => (Request::Delete(shard), intake.delete_shard(shard)),
            (Some(shard), 1) => (Request::Close(shard), intake.close_shard(shard)),
            (Some(shard), 2 | 3) => {
                let shorter = self.model.shards[&shard].retention * 2 / 3;
                let shorter = Duration::from_millis(shorter.as_millis() as u64);
                (Request::Open(shard, shorter), intake.open_shard(shard, shorter))
            }
            _ if uids.len() < SHARDS as usize => {
                self.next_shard += 1;
                let shard = ShardUid(self.next_shard);
                let seconds = [20, 300, 90_000, 1_000_000][self.random.random_range(0..4)];
                let retention = Duration::from_secs(seconds);
                (Request::Open(shard, retention), intake.open_shard(shard, retention))
            }
            _ => return,
        };
        if let Ok(ticket) = ticket {
            self.asked.push_back((request, ticket.done));
        }
    }

    /// A turn of the cold tier, with a store that may fail in it.
    fn move_old(&mut self) {
        let calls = self.random.random_range(0..6);
        let fails = self.random.random_bool(0.2);
        self.cold.fail_after(fails.then_some(calls));
        let moved = self.mover.as_mut().map(ColdMover::turn);
        self.cold.fail_after(None);
        self.seen.moved += usize::from(matches!(moved, Some(Ok(Move::Proposed))));
    }

    fn arrange_trouble(&mut self) {
        self.trouble = true;
        match self.random.random_range(0..6) {
            0 | 1 => self.disk.fail_sync_after(self.random.random_range(0..6)),
            2 => self.disk.fail_write_after(self.random.random_range(0..6)),
            _ => self.disk.cut_power_after(self.random.random_range(0..40)),
        }
    }

    /// Ends the process, with or without the machine.
    fn end_process(&mut self) {
        if self.random.random_bool(0.5) {
            self.disk.crash();
        } else {
            self.disk.kill();
        }
    }

    /// Ends the process and starts again.
    fn restart(&mut self) -> Result<(), String> {
        self.take_answers()?;
        self.end_process();
        self.disk.set_capacity(None);
        self.parts = None;
        self.mover = None;
        self.cold.fail_after(None);
        self.trouble = false;
        self.seen.restarts += 1;
        self.start()
    }

    fn seek(&mut self) -> Result<(), String> {
        let now = self.clock_now();
        let time = Timestamp(now.0 - self.random.random_range(0..60_000));
        let shared = Arc::clone(&self.parts().shared);
        for (uid, shard) in &self.model.shards {
            let found = shared
                .seek_time(*uid, time, super::super::read::Files::Read)
                .map_err(|error| error.to_string())?;
            let expected = shard.seek(time, now);
            if found != Some(expected) {
                return Err(format!("{uid:?}: expected {expected} at {time:?}, found {found:?}"));
            }
        }
        Ok(())
    }

    fn step(&mut self) -> Result<(), String> {
        match self.random.random_range(0..1000) {
            0..440 => self.append()?,
            440..450 => self.append_wrongly()?,
            450..795 => {
                let turn = self.parts().writer.turn();
                if turn == Turn::Idle || self.random.random_bool(0.1) {
                    self.parts().writer.mark_the_end();
                    self.parts().writer.freeze_if_due();
                }
            }
            795..800 if self.disk.has_power() => self.rot()?,
            800..815 => self.move_old(),
            815..900 => {
                self.parts().flusher.turn();
            }
            900..930 => {
                let ms = self.random.random_range(0..8_000);
                self.clock.advance(Duration::from_millis(ms));
            }
            930..965 => self.control(),
            965..975 => self.arrange_trouble(),
            975..985 => {
                let room = self.random.random_range(0..20_000);
                let limited = self.random.random_bool(0.6);
                let capacity = limited.then_some(self.disk.used_bytes() + room);
                self.disk.set_capacity(capacity);
            }
            985..990 => self.restart()?,
            990..995 if self.disk.has_power() => self.seek_if_running()?,
            _ if self.disk.has_power() => self.compare_if_running()?,
            _ => {}
        }
        self.take_answers()?;
        let stopped = self.parts().shared.intake.lock().stopped.clone();
        match stopped {
            None => Ok(()),
            Some(_) if self.trouble => self.restart(),
            Some(why) => Err(format!("stopped without a reason: {why}")),
        }
    }

    fn seek_if_running(&mut self) -> Result<(), String> {
        if self.trouble { Ok(()) } else { self.seek() }
    }

    fn compare_if_running(&mut self) -> Result<(), String> {
        if self.trouble {
            return Ok(());
        }
        let chunk = self.random.random_range(1..40);
        let Self { parts, model, .. } = self;
        model.compare(&parts.as_ref().ok_or("not open")?.shared, chunk)
    }

    fn run(mut self) -> Result<Seen, String> {
        self.start()?;
        for step in 0..STEPS {
            self.step().map_err(|why| format!("step {step}: {why}"))?;
        }
        self.restart()?;
        self.seen.flushed = self.parts().flusher.manifest.number;
        Ok(self.seen)
    }
}

/// `LEVADA_LOG_SEEDS=2000..9000` or `LEVADA_LOG_SEEDS=9000` runs other seeds than the usual.
fn seeds(usual: u64) -> std::ops::Range<u64> {
    let given = std::env::var("LEVADA_LOG_SEEDS").unwrap_or_default();
    let (from, to) = given.split_once("..").unwrap_or(("0", &given));
    from.parse().unwrap_or(0)..to.parse().unwrap_or(usual)
}

/// Runs the histories of `seeds` on every core. What they came across, or the lowest seed that
/// failed and why.
fn run_all(seeds: std::ops::Range<u64>, sabotage: Sabotage) -> Result<Seen, (u64, String)> {
    let next = AtomicU64::new(seeds.start);
    let failed_at = AtomicU64::new(u64::MAX);
    let work = || {
        let mut total = Seen::default();
        loop {
            let seed = next.fetch_add(1, Ordering::Relaxed);
            if seed >= seeds.end || seed > failed_at.load(Ordering::Relaxed) {
                return Ok(total);
            }
            match World::new(seed, sabotage).run() {
                Ok(seen) => total.add(&seen),
                Err(why) => {
                    failed_at.fetch_min(seed, Ordering::Relaxed);
                    return Err((seed, why));
                }
            }
        }
    };
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let outcomes: Vec<Result<Seen, (u64, String)>> = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    let mut total = Seen::default();
    let mut first: Option<(u64, String)> = None;
    for outcome in outcomes {
        match outcome {
            Ok(seen) => total.add(&seen),
            Err(failed) if first.as_ref().is_none_or(|(seed, _)| failed.0 < *seed) => {
                first = Some(failed);
            }
            Err(_) => {}
        }
    }
    first.map_or(Ok(total), Err)
}

#[test]
fn nothing_acknowledged_is_lost_doubled_or_invented() {
    let seeds = seeds(USUAL_SEEDS);
    let count = seeds.end - seeds.start;
    let total = match run_all(seeds, Sabotage::None) {
        Ok(total) => total,
        Err((seed, why)) => panic!("seed {seed}: {why}"),
    };
    println!("{count} histories: {total:?}");
    if count < 100 {
        return;
    }
    // The histories must contain what the test is about.
    assert!(total.restarts > 0 && total.kept_unanswered > 0 && total.dropped_unanswered > 0);
    assert!(total.torn > 0 && total.flushed > 0 && total.full > 0 && total.repeats > 0);
    assert!(total.moved > 0);
    assert!(total.rot_refused > 0 && total.rot_noticed > 0 && total.rot_harmless > 0);
}

/// The lowest seed that the oracle notices, of those that were run.
fn noticed_after(sabotage: Sabotage) -> Option<u64> {
    let found = run_all(0..SABOTAGE_SEEDS, sabotage).err();
    println!("{sabotage:?} is noticed by {found:?}");
    found.map(|(seed, _)| seed)
}

#[test]
fn an_engine_that_skips_the_sync_is_caught() {
    assert!(noticed_after(Sabotage::SkipSync).is_some());
}

#[test]
fn an_engine_that_answers_before_the_sync_is_caught() {
    assert!(noticed_after(Sabotage::AcknowledgeBeforeSync).is_some());
}

#[test]
fn an_engine_that_accepts_stale_batches_is_caught() {
    assert!(noticed_after(Sabotage::AcceptStaleBatches).is_some());
}

#[test]
fn an_engine_that_skips_the_directory_sync_is_caught() {
    assert!(noticed_after(Sabotage::SkipDirectorySync).is_some());
}

#[test]
fn an_engine_that_frees_the_ring_before_the_segments_are_there_is_caught() {
    assert!(noticed_after(Sabotage::ReleaseBeforeSegments).is_some());
}

#[test]
fn an_engine_that_trusts_the_page_cache_after_a_failed_sync_is_caught() {
    assert!(noticed_after(Sabotage::TrustThePageCache).is_some());
}

#[test]
fn an_engine_that_retries_a_failed_sync_is_caught() {
    assert!(noticed_after(Sabotage::RetryFailedSync).is_some());
}

#[test]
fn an_engine_that_ignores_checksums_is_caught() {
    assert!(noticed_after(Sabotage::IgnoreChecksums).is_some());
}

#[test]
fn an_engine_that_removes_rewritten_segments_before_the_manifest_is_caught() {
    assert!(noticed_after(Sabotage::RemoveBeforeManifest).is_some());
}
