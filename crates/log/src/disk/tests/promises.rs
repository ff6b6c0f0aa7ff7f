//! What the log promises its callers, one claim per test, on a simulated disk.
//! Does not: crash at random; see `crash`.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use levada_env::disk::{Disk, SimDisk};
use levada_env::{Clock, Env, VirtualClock};
use levada_types::{ShardUid, Timestamp};

use super::super::open::{self, Parts};
use super::super::read::{Files, Wanted};
use super::super::shared::Sabotage;
use super::super::writer::Turn;
use crate::{
    AppendBatch, AppendError, DiskLog, LogRead, MemoryLog, OpenError, Options, Producer, ReadError,
    RecordLog, ShardAppend,
};

const A: ShardUid = ShardUid(1);
const B: ShardUid = ShardUid(2);
const DAY: Duration = Duration::from_secs(86_400);
const START: Timestamp = Timestamp(1_000_000);

fn options() -> Options {
    Options {
        ring_file_bytes: 65_536,
        ring_files_max: 3,
        batch_bytes_max: 65_536,
        flush_bytes: 65_536,
        tail_bytes_max: 0,
        block_bytes: 4_096,
        ..Options::small("/log")
    }
}

fn records(shard: ShardUid, payloads: &[&str]) -> AppendBatch {
    let payloads = payloads.iter().map(|text| Bytes::copy_from_slice(text.as_bytes())).collect();
    AppendBatch { producer: None, appends: vec![ShardAppend { shard, payloads }] }
}

fn produced(epoch: u64, sequence: u64, payloads: &[&str]) -> AppendBatch {
    let producer = Some(Producer { id: "p".into(), epoch, sequence });
    AppendBatch { producer, ..records(A, payloads) }
}

/// A log driven by its threads, on a simulated disk and virtual time.
struct Threaded {
    disk: SimDisk,
    env: Env,
    log: Option<Arc<DiskLog>>,
}

impl Threaded {
    fn start() -> Self {
        let (env, _) = Env::virtual_at(START, 1);
        let mut started = Self { disk: SimDisk::new(1), env, log: None };
        started.reopen();
        started
    }

    fn reopen(&mut self) -> Arc<DiskLog> {
        self.log = None;
        let disk = Arc::new(self.disk.clone());
        let (log, _) = DiskLog::open(options(), disk, &self.env).unwrap();
        self.log = Some(Arc::clone(&log));
        log
    }

    fn log(&self) -> Arc<DiskLog> {
        Arc::clone(self.log.as_ref().unwrap())
    }
}

/// A log whose writer and flusher the test moves by hand.
struct ByHand {
    parts: Parts,
    disk: SimDisk,
    clock: Arc<VirtualClock>,
}

impl ByHand {
    fn start(options: Options) -> Self {
        let (env, clock) = Env::virtual_at(START, 1);
        let disk = SimDisk::new(1);
        let parts = open::open(options, Arc::new(disk.clone()), &env, Sabotage::None).unwrap();
        for shard in [A, B] {
            parts.shared.intake.lock().open_shard(shard, DAY).unwrap();
        }
        let mut started = Self { parts, disk, clock };
        started.write();
        started
    }

    fn ask(&self, batch: AppendBatch) -> super::super::intake::Ticket<Vec<crate::Receipt>> {
        let now = self.clock.now();
        self.parts.shared.intake.lock().append(batch, now).unwrap()
    }

    fn write(&mut self) {
        while self.parts.writer.turn() == Turn::Wrote {}
    }

    fn flush(&mut self) {
        self.parts.writer.freeze();
        assert!(self.parts.flusher.turn());
    }

    fn read(&self, shard: ShardUid, from: u64) -> Result<LogRead, ReadError> {
        let wanted = Wanted { from, records_max: 1000, bytes_max: 1_000_000 };
        self.parts.shared.read(shard, wanted, Files::Read).map(Option::unwrap)
    }

    /// Everything readable; one read may end where memory begins.
    fn texts(&self, shard: ShardUid) -> Vec<String> {
        let mut texts = Vec::new();
        let mut from = 0;
        loop {
            let read = self.read(shard, from).unwrap();
            if read.entries.is_empty() {
                return texts;
            }
            from = read.next;
            let payloads = read.entries.iter().map(|entry| entry.payload.to_vec());
            texts.extend(payloads.map(|payload| String::from_utf8(payload).unwrap()));
        }
    }

    /// The process ends and another opens the same files.
    fn restart(self) -> Self {
        let Self { parts, disk, clock } = self;
        let options = parts.shared.options.clone();
        let (mut env, _) = Env::virtual_at(START, 2);
        env.clock = clock.clone();
        env.machine_clock = clock.clone();
        disk.kill();
        drop(parts);
        let parts = open::open(options, Arc::new(disk.clone()), &env, Sabotage::None).unwrap();
        Self { parts, disk, clock }
    }

    fn segment_files(&self) -> Vec<String> {
        self.disk.list(Path::new("/log/segments")).unwrap()
    }
}

#[test]
fn a_record_is_readable_only_when_it_is_synced() {
    let mut hand = ByHand::start(options());
    let mut ticket = hand.ask(records(A, &["one", "two"]));
    assert_eq!(hand.texts(A), Vec::<String>::new());
    assert!(ticket.done.try_recv().is_err());
    hand.write();
    assert_eq!(ticket.done.try_recv(), Ok(()));
    assert_eq!(hand.texts(A), ["one", "two"]);
}

#[test]
fn the_horizon_waits_for_the_first_record_that_is_assigned_and_not_readable() {
    let mut hand = ByHand::start(options());
    assert_eq!(hand.read(A, 0).unwrap().horizon, START);
    hand.ask(records(A, &["one"]));
    hand.clock.advance(Duration::from_millis(50));
    hand.ask(records(A, &["two"]));
    assert_eq!(hand.read(A, 0).unwrap().horizon, START, "the first may still appear");
    assert_eq!(hand.read(B, 0).unwrap().horizon, START.plus(Duration::from_millis(50)));
    hand.write();
    hand.clock.advance(Duration::from_millis(50));
    let read = hand.read(A, 0).unwrap();
    assert_eq!(read.horizon, START.plus(Duration::from_millis(100)));
    assert_eq!(read.entries[1].arrived, START.plus(Duration::from_millis(50)));
}

#[test]
fn a_promised_horizon_holds_when_the_clock_steps_back_over_a_restart() {
    let mut hand = ByHand::start(options());
    hand.ask(records(A, &["a"]));
    hand.write();
    hand.clock.advance(Duration::from_secs(100));
    let promised = hand.read(A, 0).unwrap().horizon;
    assert_eq!(promised, START.plus(Duration::from_secs(100)));
    hand.parts.shared.intake.lock().closing = true;
    hand.parts.writer.mark_the_end();
    let (env, clock) = Env::virtual_at(START, 3);
    let options = hand.parts.shared.options.clone();
    let disk = hand.disk.clone();
    disk.kill();
    drop(hand);
    let parts = open::open(options, Arc::new(disk.clone()), &env, Sabotage::None).unwrap();
    let mut hand = ByHand { parts, disk, clock };
    let ticket = hand.ask(records(A, &["b"]));
    assert_eq!(ticket.outcome.unwrap()[0].arrived, promised);
    hand.write();
    assert_eq!(hand.texts(A), ["a", "b"]);
}

/// A clock that can step back, as a machine's does when it is set.
struct Settable(AtomicI64);

#[async_trait]
impl Clock for Settable {
    fn now(&self) -> Timestamp {
        Timestamp(self.0.load(Ordering::Relaxed))
    }

    async fn sleep_until(&self, _deadline: Timestamp) {}
}

#[tokio::test]
async fn a_promised_horizon_holds_when_the_clock_steps_back() {
    let clock = Arc::new(Settable(AtomicI64::new(500)));
    let (mut env, _) = Env::virtual_at(START, 1);
    env.clock = clock.clone();
    let (disk_log, _) = DiskLog::open(options(), Arc::new(SimDisk::new(1)), &env).unwrap();
    let logs: [Arc<dyn RecordLog>; 2] = [disk_log, Arc::new(MemoryLog::new(clock.clone()))];
    for log in logs {
        clock.0.store(500, Ordering::Relaxed);
        log.open_shard(A, DAY).await.unwrap();
        assert_eq!(log.read(A, 0, 10, 1000).await.unwrap().horizon, Timestamp(500));
        assert_eq!(log.tip(A).unwrap().last_arrived, None);
        clock.0.store(100, Ordering::Relaxed);
        assert_eq!(log.read(A, 0, 10, 1000).await.unwrap().horizon, Timestamp(500));
        let receipts = log.append(records(A, &["x"])).await.unwrap();
        assert_eq!(receipts[0].arrived, Timestamp(500));
    }
}

#[tokio::test]
async fn a_repeat_is_told_apart_from_a_gap_and_an_old_epoch_also_after_a_restart() {
    let mut threaded = Threaded::start();
    let log = threaded.log();
    log.open_shard(A, DAY).await.unwrap();
    log.append(produced(1, 0, &["a", "b"])).await.unwrap();
    drop(log);
    threaded.log = None;
    threaded.disk.crash();
    let log = threaded.reopen();
    assert_eq!(log.producer_next("p"), 2);
    let append = |epoch, sequence| log.append(produced(epoch, sequence, &["c"]));
    assert_eq!(append(1, 0).await, Err(AppendError::Duplicate { next: 2 }));
    assert_eq!(append(1, 3).await, Err(AppendError::Gap { next: 2, given: 3 }));
    append(2, 2).await.unwrap();
    assert_eq!(append(1, 3).await, Err(AppendError::Fenced { current: 2, given: 1 }));
    assert_eq!(log.tip(A).unwrap().next, 4);
}

#[test]
fn a_repeat_is_answered_only_when_the_first_attempt_is_durable() {
    let mut hand = ByHand::start(options());
    let first = hand.ask(produced(0, 0, &["a"]));
    let mut repeat = hand.ask(produced(0, 0, &["a"]));
    drop(first);
    assert!(repeat.done.try_recv().is_err());
    assert_eq!(hand.parts.shared.intake.lock().producer_next("p"), 0);
    hand.write();
    assert_eq!(repeat.done.try_recv(), Ok(()));
    assert_eq!(repeat.outcome, Err(AppendError::Duplicate { next: 1 }));
    assert_eq!(hand.texts(A), ["a"]);
}

#[tokio::test]
async fn producers_closed_shards_and_indexes_outlive_the_ring_files_they_were_written_in() {
    let mut threaded = Threaded::start();
    let log = threaded.log();
    log.open_shard(A, DAY).await.unwrap();
    log.open_shard(B, DAY).await.unwrap();
    log.append(produced(7, 0, &["a"])).await.unwrap();
    log.close_shard(A).await.unwrap();
    let filler = "x".repeat(1000);
    for _ in 0..300 {
        log.append(records(B, &[&filler])).await.unwrap();
    }
    drop(log);
    let log = threaded.reopen();
    assert_eq!(log.append(records(A, &["b"])).await, Err(AppendError::Closed(A)));
    let old_epoch = AppendBatch { producer: produced(6, 1, &[]).producer, appends: Vec::new() };
    let fenced = AppendError::Fenced { current: 7, given: 6 };
    assert_eq!(log.append(old_epoch).await, Err(fenced));
    assert_eq!(log.tip(B).unwrap().next, 301);
    assert_eq!(log.read(A, 0, 10, 100).await.unwrap().entries[0].payload, "a");
    let ring = threaded.disk.list(Path::new("/log/wal")).unwrap();
    assert!(ring.len() <= 3, "{ring:?}");
}

#[test]
fn retention_is_exact_per_shard_and_removes_segments_that_nobody_can_read() {
    let mut hand = ByHand::start(options());
    let minute = Duration::from_secs(60);
    hand.parts.shared.intake.lock().open_shard(A, minute).unwrap();
    for n in 0..4 {
        hand.ask(records(A, &[&format!("a{n}")]));
        hand.ask(records(B, &[&format!("b{n}")]));
        hand.write();
        hand.clock.advance(Duration::from_secs(20));
    }
    hand.flush();
    // Arrived 80, 60, 40 and 20 seconds ago.
    assert_eq!(hand.texts(A), ["a1", "a2", "a3"]);
    hand.clock.advance(Duration::from_millis(1));
    assert_eq!(hand.texts(A), ["a2", "a3"]);
    assert_eq!(hand.parts.shared.tip(A).unwrap().first, 3);
    let seek = hand.parts.shared.seek_time(A, START.plus(Duration::from_secs(41)), Files::Read);
    assert_eq!(seek.unwrap(), Some(4));
    assert_eq!(hand.texts(B).len(), 4);
    assert_eq!(hand.segment_files().len(), 1);
    hand.clock.advance(DAY);
    hand.flush();
    assert_eq!(hand.segment_files(), Vec::<String>::new());
    assert_eq!(hand.texts(B), Vec::<String>::new());
    assert_eq!(hand.parts.shared.tip(B).unwrap().first, 5);
}

#[test]
fn a_longer_retention_keeps_what_is_there_and_brings_nothing_back() {
    let mut hand = ByHand::start(options());
    let minute = Duration::from_secs(60);
    let retain = |hand: &mut ByHand, retention| {
        hand.parts.shared.intake.lock().open_shard(A, retention).unwrap();
        hand.write();
    };
    retain(&mut hand, minute);
    for n in 0..4 {
        hand.ask(records(A, &[&format!("a{n}")]));
        hand.write();
        hand.clock.advance(Duration::from_secs(20));
    }
    hand.flush();
    // Arrived 90, 70, 50 and 30 seconds ago.
    hand.clock.advance(Duration::from_secs(10));
    assert_eq!(hand.texts(A), ["a2", "a3"]);
    retain(&mut hand, DAY);
    hand.clock.advance(minute);
    assert_eq!(hand.texts(A), ["a2", "a3"]);
    let mut hand = hand.restart();
    assert_eq!(hand.texts(A), ["a2", "a3"]);
    retain(&mut hand, 2 * minute);
    hand.clock.advance(Duration::from_secs(11));
    assert_eq!(hand.texts(A), ["a3"]);
}

#[test]
fn what_is_trimmed_stays_gone_from_memory_from_segments_and_after_a_restart() {
    let mut hand = ByHand::start(options());
    let trim = |hand: &mut ByHand, first| {
        let mut ticket = hand.parts.shared.intake.lock().trim_shard(A, first).unwrap();
        hand.write();
        assert_eq!(ticket.done.try_recv(), Ok(()));
    };
    hand.ask(records(A, &["one", "two", "three"]));
    hand.write();
    trim(&mut hand, 2);
    assert_eq!(hand.texts(A), ["two", "three"]);
    hand.flush();
    trim(&mut hand, 3);
    assert_eq!(hand.texts(A), ["three"]);
    assert_eq!(hand.parts.shared.tip(A).unwrap().first, 3);
    let mut hand = hand.restart();
    assert_eq!(hand.texts(A), ["three"]);
    trim(&mut hand, 2);
    assert_eq!(hand.texts(A), ["three"], "an earlier trim changes nothing");
    trim(&mut hand, 100);
    hand.ask(records(A, &["four"]));
    hand.write();
    assert_eq!(hand.texts(A), ["four"]);
    let seek = hand.parts.shared.seek_time(A, START, Files::Read);
    assert_eq!(seek.unwrap(), Some(4));
}

/// Many small flushes of A and B, each a segment of its own.
fn with_segments(count: usize, options: Options) -> ByHand {
    let mut hand = ByHand::start(options);
    for n in 0..count {
        hand.ask(records(A, &[&format!("a{n}")]));
        hand.ask(records(B, &[&format!("b{n}")]));
        hand.write();
        hand.flush();
    }
    hand
}

fn rewriting() -> Options {
    Options { rewrite_pause: Duration::from_secs(10), rewrite_segments: 4, ..options() }
}

#[test]
fn finely_cut_segments_become_one_and_hold_the_same_records() {
    let mut hand = with_segments(4, rewriting());
    let (a, b) = (hand.texts(A), hand.texts(B));
    assert_eq!((a.len(), hand.segment_files().len()), (4, 4));
    // A reader that has found a block keeps it while its segment goes.
    let old = hand.parts.shared.view(A).unwrap().state.lock().blocks().next().cloned().unwrap();
    hand.clock.advance(Duration::from_secs(10));
    assert!(hand.parts.flusher.turn());
    assert_eq!(hand.segment_files(), ["0000000005.seg"]);
    assert_eq!((hand.texts(A), hand.texts(B)), (a.clone(), b.clone()));
    assert_eq!(hand.parts.shared.view(A).unwrap().state.lock().blocks().count(), 1);
    assert_eq!(hand.parts.shared.blocks.runs(&old).unwrap().len(), 1);
    let hand = hand.restart();
    assert_eq!((hand.texts(A), hand.texts(B)), (a, b));
}

#[test]
fn a_mostly_dead_segment_gives_its_room_back_and_keeps_what_is_wanted() {
    let mut hand = ByHand::start(Options { rewrite_segments: 100, ..rewriting() });
    hand.ask(records(A, &[&"dead".repeat(2_000)]));
    hand.ask(records(B, &["wanted"]));
    hand.write();
    hand.flush();
    let before = hand.disk.used_bytes();
    hand.parts.shared.intake.lock().delete_shard(A).unwrap();
    hand.write();
    hand.clock.advance(Duration::from_secs(10));
    assert!(hand.parts.flusher.turn());
    assert_eq!(hand.segment_files(), ["0000000002.seg"]);
    assert!(hand.disk.used_bytes() < before - 7_000);
    assert_eq!(hand.texts(B), ["wanted"]);
    let mut hand = hand.restart();
    assert_eq!(hand.texts(B), ["wanted"]);
    // Trimming everything leaves nothing to keep.
    hand.parts.shared.intake.lock().trim_shard(B, 2).unwrap();
    hand.write();
    hand.clock.advance(Duration::from_secs(10));
    assert!(hand.parts.flusher.turn());
    assert_eq!(hand.segment_files(), Vec::<String>::new());
    assert_eq!(hand.parts.shared.tip(B).unwrap().next, 2);
}

#[test]
fn a_full_disk_stops_a_rewriting_and_leaves_no_half_of_it() {
    let mut hand = with_segments(4, rewriting());
    let texts = hand.texts(A);
    hand.disk.set_capacity(Some(hand.disk.used_bytes() + 10));
    hand.clock.advance(Duration::from_secs(10));
    hand.parts.flusher.turn();
    assert_eq!(hand.segment_files().len(), 4);
    hand.disk.set_capacity(None);
    hand.clock.advance(Duration::from_secs(10));
    assert!(hand.parts.flusher.turn());
    assert_eq!(hand.segment_files().len(), 1);
    assert_eq!(hand.texts(A), texts);
}

#[test]
fn a_producer_is_forgotten_after_its_time_without_use_and_not_before() {
    let mut hand = ByHand::start(options());
    let used = |hand: &mut ByHand, sequence| {
        hand.ask(produced(3, sequence, &["x"]));
        hand.write();
        hand.flush();
    };
    used(&mut hand, 0);
    hand.clock.advance(30 * DAY);
    used(&mut hand, 1);
    hand.clock.advance(30 * DAY);
    hand.ask(records(B, &["later"]));
    hand.write();
    hand.flush();
    assert_eq!(hand.parts.shared.intake.lock().producer_next("p"), 2);
    hand.clock.advance(Duration::from_millis(1));
    hand.ask(records(B, &["later still"]));
    hand.write();
    hand.flush();
    assert_eq!(hand.parts.shared.intake.lock().producer_next("p"), 0);
    let hand = hand.restart();
    assert_eq!(hand.parts.shared.intake.lock().producer_next("p"), 0);
}

#[test]
fn more_producers_than_the_bound_are_refused_and_known_ones_go_on() {
    let mut hand = ByHand::start(Options { producers_max: 1, ..options() });
    hand.ask(produced(0, 0, &["a"]));
    hand.write();
    let other = Some(Producer { id: "q".into(), epoch: 0, sequence: 0 });
    let batch = AppendBatch { producer: other, ..records(A, &["b"]) };
    let refused = hand.parts.shared.intake.lock().append(batch, START);
    assert_eq!(refused.err(), Some(AppendError::Full));
    hand.ask(produced(0, 1, &["c"]));
    hand.write();
    assert_eq!(hand.texts(A), ["a", "c"]);
}

#[test]
fn shards_of_different_retention_classes_do_not_share_a_segment() {
    let mut hand = ByHand::start(options());
    hand.parts.shared.intake.lock().open_shard(B, 365 * DAY).unwrap();
    hand.ask(records(A, &["short"]));
    hand.ask(records(B, &["long"]));
    hand.write();
    hand.flush();
    assert_eq!(hand.segment_files().len(), 2);
    hand.clock.advance(2 * DAY);
    hand.flush();
    assert_eq!(hand.segment_files().len(), 1);
    assert_eq!((hand.texts(A).len(), hand.texts(B).len()), (0, 1));
}

#[test]
fn a_deleted_shard_is_gone_with_its_segments() {
    let mut hand = ByHand::start(options());
    hand.ask(records(A, &["a"]));
    hand.write();
    hand.flush();
    hand.parts.shared.intake.lock().delete_shard(A).unwrap();
    hand.write();
    hand.flush();
    assert_eq!(hand.read(A, 0), Err(ReadError::UnknownShard(A)));
    assert_eq!(hand.segment_files(), Vec::<String>::new());
}

#[test]
fn a_large_append_is_one_batch_and_reads_back_from_a_segment() {
    let mut hand = ByHand::start(options());
    let large = "x".repeat(30_000);
    let many: Vec<String> = (0..20).map(|n| format!("{n}").repeat(500)).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    hand.ask(records(A, &[&large, "small"]));
    hand.ask(records(A, &many));
    hand.write();
    let from_memory = hand.read(A, 0).unwrap().entries;
    hand.flush();
    let from_blocks = hand.read(A, 0).unwrap().entries;
    assert_eq!(from_blocks.len(), 22);
    assert_eq!(from_memory, from_blocks);
    let nothing = Wanted { from: 2, records_max: 0, bytes_max: 0 };
    let nothing = hand.parts.shared.read(A, nothing, Files::Read).unwrap().unwrap();
    assert_eq!((nothing.entries.len(), nothing.next), (0, 2));
    let too_large = "x".repeat(65_536);
    let refused = hand.parts.shared.intake.lock().append(records(A, &[&too_large]), START);
    assert!(matches!(refused.err(), Some(AppendError::TooLarge { .. })));
}

#[tokio::test]
async fn after_a_failed_sync_nothing_is_acknowledged_and_reads_go_on() {
    let threaded = Threaded::start();
    let log = threaded.log();
    log.open_shard(A, DAY).await.unwrap();
    log.append(records(A, &["kept"])).await.unwrap();
    threaded.disk.fail_sync_after(0);
    let lost = log.append(records(A, &["unsure"])).await;
    assert!(matches!(lost, Err(AppendError::Stopped(_))), "{lost:?}");
    assert!(log.failed().await.contains("write of batch"));
    let after = log.append(records(A, &["refused"])).await;
    assert!(matches!(after, Err(AppendError::Stopped(_))), "{after:?}");
    assert_eq!(log.read(A, 0, 10, 100).await.unwrap().entries.len(), 1);
}

#[test]
fn a_full_disk_refuses_appends_keeps_reads_and_goes_on_when_there_is_room() {
    let mut hand = ByHand::start(options());
    let filler = "x".repeat(4_000);
    hand.disk.set_capacity(Some(0));
    let mut taken = 0;
    let refused = loop {
        let now = hand.clock.now();
        match hand.parts.shared.intake.lock().append(records(A, &[&filler]), now) {
            Ok(_) => taken += 1,
            Err(error) => break error,
        }
        hand.parts.writer.turn();
        hand.parts.flusher.turn();
        assert!(taken < 100, "the ring holds 128 KiB");
    };
    assert_eq!(refused, AppendError::Full);
    assert!(hand.texts(A).len() > 10);
    hand.disk.set_capacity(None);
    assert!(hand.parts.flusher.turn());
    hand.write();
    hand.ask(records(A, &["after"]));
    hand.write();
    assert_eq!(hand.texts(A).len(), taken + 1);
}

#[tokio::test]
async fn who_waits_is_woken_by_a_record_a_close_and_a_deletion() {
    let threaded = Threaded::start();
    let log = threaded.log();
    for shard in [A, B] {
        log.open_shard(shard, DAY).await.unwrap();
    }
    let waiter = |shard, from| {
        let log = Arc::clone(&log);
        tokio::spawn(async move { log.wait(shard, from).await })
    };
    let (record, deletion) = (waiter(A, 1), waiter(B, 1));
    tokio::task::yield_now().await;
    assert!(!record.is_finished() && !deletion.is_finished());
    log.append(records(A, &["a"])).await.unwrap();
    record.await.unwrap().unwrap();
    let close = waiter(A, 2);
    tokio::task::yield_now().await;
    log.close_shard(A).await.unwrap();
    close.await.unwrap().unwrap();
    log.delete_shard(B).await.unwrap();
    deletion.await.unwrap().unwrap();
}

/// Five batches of one block each and the mark of a clean end; the first holds the shard.
fn closed_log() -> (SimDisk, Env) {
    let (env, _) = Env::virtual_at(START, 1);
    let disk = SimDisk::new(1);
    let mut parts = open::open(options(), Arc::new(disk.clone()), &env, Sabotage::None).unwrap();
    parts.shared.intake.lock().open_shard(A, DAY).unwrap();
    parts.writer.turn();
    for n in 0..4 {
        let batch = records(A, &[&format!("record {n}")]);
        parts.shared.intake.lock().append(batch, START).unwrap();
        parts.writer.turn();
    }
    parts.writer.mark_the_end();
    (disk, env)
}

fn open_refusal(disk: &SimDisk, env: &Env) -> OpenError {
    open::open(options(), Arc::new(disk.clone()), env, Sabotage::None).err().unwrap()
}

#[test]
fn damage_to_any_acknowledged_byte_of_the_ring_refuses_to_open_and_names_the_place() {
    let wal = PathBuf::from("/log/wal/000001.wal");
    for batch in 0..5u64 {
        // The shortest batch is 64 bytes of header and 24 of entry; then comes padding.
        for byte in 0..88 {
            let (disk, env) = closed_log();
            disk.rot(&wal, batch * 4096 + byte, 0x10).unwrap();
            match open_refusal(&disk, &env) {
                OpenError::Corrupt { file, offset, .. } => {
                    // Before the first batch the ring has no place to name but its low water.
                    let expected = if batch == 0 { 0 } else { batch * 4096 };
                    assert_eq!(offset, expected, "batch {batch} byte {byte}");
                    assert!(batch == 0 || file == wal, "{}", file.display());
                }
                other => panic!("batch {batch} byte {byte}: {other}"),
            }
        }
    }
}

#[test]
fn a_damaged_or_missing_manifest_refuses_to_open() {
    let (disk, env) = closed_log();
    let manifest = PathBuf::from("/log/manifest");
    disk.rot(&manifest, 40, 1).unwrap();
    assert!(matches!(open_refusal(&disk, &env), OpenError::Corrupt { .. }));
    disk.kill();
    disk.remove(&manifest).unwrap();
    let refusal = open_refusal(&disk, &env).to_string();
    assert!(refusal.contains("there is no manifest"), "{refusal}");
}

#[test]
fn damage_in_a_segment_is_reported_for_its_records_and_never_skipped() {
    let mut hand = ByHand::start(options());
    hand.ask(records(A, &["damaged soon"]));
    hand.ask(records(B, &["sound"]));
    hand.write();
    hand.flush();
    let segment = PathBuf::from("/log/segments").join(&hand.segment_files()[0]);
    hand.disk.rot(&segment, 64 + 30, 1).unwrap();
    match hand.read(A, 0) {
        Err(ReadError::Corrupt { place, .. }) => assert!(place.contains(".seg at byte 64")),
        other => panic!("{other:?}"),
    }
    assert_eq!(hand.texts(B), ["sound"]);
}
