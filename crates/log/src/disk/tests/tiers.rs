//! What the scrubber, the cold tier and snapshots promise, one claim per test.
//! Does not: crash at random; see `crash`.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use levada_env::disk::{Disk, OpenMode};

use super::super::cold::{ColdMover, Move};
use super::super::scrub::Scrubber;
use super::by_hand::{A, B, DIR, Log, options};
use super::sim_cold::SimCold;
use crate::tools::{snapshot, verify};
use crate::{ColdOptions, DiskLog, OpenError, Options};

const OLD: Duration = Duration::from_secs(600);

fn cold_options(store: &SimCold) -> Options {
    let cold = ColdOptions { store: Arc::new(store.clone()), after: OLD, cache_bytes: 1_000_000 };
    Options { cold: Some(cold), ..options() }
}

fn mover(log: &mut Log) -> ColdMover {
    let shared = Arc::clone(&log.parts().shared);
    let cold = shared.cold.clone().unwrap();
    ColdMover::new(shared, cold)
}

/// A log whose one segment is in the cold store.
fn moved(store: &SimCold) -> Log {
    let mut log = Log::start_with(cold_options(store));
    log.open().unwrap();
    log.clock.advance(OLD + Duration::from_secs(1));
    let mut mover = mover(&mut log);
    assert_eq!(mover.turn().unwrap(), Move::Proposed);
    assert!(log.parts().flusher.turn());
    assert_eq!(mover.turn().unwrap(), Move::Nothing);
    log
}

fn all() -> Vec<u64> {
    (1..26).collect()
}

#[test]
fn a_young_segment_stays_and_an_old_one_moves_and_reads_the_same() {
    let store = SimCold::default();
    let mut log = Log::start_with(cold_options(&store));
    log.open().unwrap();
    assert_eq!(mover(&mut log).turn().unwrap(), Move::Nothing);
    let mut log = moved(&store);
    assert_eq!(store.names().len(), 1);
    let names = log.disk.list(&Path::new(DIR).join("segments")).unwrap();
    assert_eq!(names, ["0000000001.idx"]);
    assert_eq!((log.readable(A), log.readable(B)), (all(), all()));
    let fetched = store.fetches();
    assert_eq!(log.readable(A), all());
    assert_eq!(store.fetches(), fetched, "what was read once is in the cache");
    log.stop();
    log.open().unwrap();
    assert_eq!(store.fetches(), fetched, "a start reads nothing from the store");
    assert_eq!(log.readable(B), all());
}

#[test]
fn a_store_that_fails_is_tried_again_and_nothing_is_lost_meanwhile() {
    for calls in 0..8 {
        let store = SimCold::default();
        let mut log = Log::start_with(cold_options(&store));
        log.open().unwrap();
        log.clock.advance(OLD + Duration::from_secs(1));
        store.fail_after(Some(calls));
        let mut mover = mover(&mut log);
        let failed = mover.turn().is_err();
        assert!(log.parts().flusher.turn());
        assert!(!failed || log.readable(A) == all());
        store.fail_after(None);
        mover.turn().unwrap();
        log.flush();
        assert_eq!((store.names().len(), log.readable(A)), (1, all()));
    }
}

#[test]
fn a_lost_index_file_is_fetched_from_the_store_again() {
    let store = SimCold::default();
    let mut log = moved(&store);
    log.stop();
    let index = Path::new(DIR).join("segments/0000000001.idx");
    log.disk.rot(&index, 3, 1).unwrap();
    log.open().unwrap();
    assert_eq!(log.readable(A), all());
    log.stop();
    log.disk.remove(&index).unwrap();
    log.options.cold = None;
    assert!(matches!(log.open(), Err(OpenError::Io { .. })));
    log.disk.kill();
    log.options = cold_options(&store);
    log.open().unwrap();
    assert_eq!(log.readable(B), all());
}

#[test]
fn retention_deletes_the_object_and_a_start_sweeps_what_a_crash_has_left() {
    let store = SimCold::default();
    let mut log = moved(&store);
    log.clock.advance(Duration::from_secs(3600));
    assert!(log.parts().flusher.turn());
    assert_eq!(store.names().len(), 1);
    log.stop();
    log.open().unwrap();
    assert_eq!(mover(&mut log).turn().unwrap(), Move::Nothing);
    assert_eq!(store.names(), Vec::<String>::new());
    let segments = log.disk.list(&Path::new(DIR).join("segments")).unwrap();
    assert_eq!(segments, Vec::<String>::new());
}

#[test]
fn a_damaged_segment_is_not_moved() {
    let store = SimCold::default();
    let mut log = Log::start_with(cold_options(&store));
    log.disk.rot(&Log::segment(), 700, 1).unwrap();
    log.open().unwrap();
    log.clock.advance(OLD + Duration::from_secs(1));
    let mut mover = mover(&mut log);
    assert_eq!(mover.turn().unwrap(), Move::Nothing);
    assert_eq!(mover.turn().unwrap(), Move::Nothing);
    assert_eq!(store.names(), Vec::<String>::new());
}

#[test]
fn a_move_cut_off_anywhere_keeps_every_record_readable() {
    for operations in 0..200 {
        let store = SimCold::default();
        let mut log = Log::start_with(cold_options(&store));
        log.open().unwrap();
        log.clock.advance(OLD + Duration::from_secs(1));
        let mut first = mover(&mut log);
        log.disk.cut_power_after(operations);
        let done = first.turn().is_ok() && log.parts().flusher.turn();
        log.parts = None;
        log.disk.crash();
        log.open().unwrap();
        assert_eq!((log.readable(A), log.readable(B)), (all(), all()), "after {operations}");
        let mut second = mover(&mut log);
        while second.turn().unwrap() == Move::Proposed {
            assert!(log.parts().flusher.turn());
        }
        assert_eq!((store.names().len(), log.readable(A)), (1, all()));
        if done {
            return;
        }
    }
    panic!("the move never finished");
}

#[test]
fn the_scrubber_finds_damage_once_and_repairs_nothing() {
    let mut log = Log::start();
    log.open().unwrap();
    let shared = Arc::clone(&log.parts().shared);
    let scrubber = Scrubber::new(Arc::clone(&shared));
    assert!(scrubber.pass(|_| true));
    assert_eq!(*shared.damage.lock(), []);
    log.disk.rot(&Log::segment(), 700, 1).unwrap();
    let mut read = 0;
    assert!(scrubber.pass(|bytes| {
        read += bytes;
        true
    }));
    assert!(scrubber.pass(|_| true));
    assert_eq!(shared.damage.lock().len(), 1);
    assert!(read > 4_000, "every block was read: {read}");
    assert_eq!(verify_after(&log), 1, "the damage is still there");
}

fn verify_after(log: &Log) -> usize {
    let copy = log.disk.fork();
    copy.kill();
    verify(&copy, Path::new(DIR)).unwrap().misfits.len()
}

#[test]
fn a_scrubber_that_is_told_to_stop_does() {
    let mut log = Log::start();
    log.open().unwrap();
    let scrubber = Scrubber::new(Arc::clone(&log.parts().shared));
    assert!(!scrubber.pass(|_| false));
}

/// Reads a copy of the log as a log of its own.
fn read_copy(log: &mut Log, at: &str) -> Vec<u64> {
    assert_eq!(verify(&log.disk, Path::new(at)).unwrap().misfits, []);
    log.options.dir = at.into();
    log.disk.kill();
    log.open().unwrap();
    log.readable(A)
}

#[test]
fn a_snapshot_of_a_stopped_log_opens_with_everything() {
    let mut log = Log::start();
    let report = snapshot(&log.disk, Path::new(DIR), Path::new("/copy")).unwrap();
    assert_eq!((report.segments, report.cold_segments), (1, 0));
    assert!(report.batches >= 6);
    assert_eq!(read_copy(&mut log, "/copy"), all());
}

#[test]
fn a_damaged_log_is_not_copied() {
    let mut log = Log::start();
    let len = log.disk.open(&Log::segment(), OpenMode::Read).unwrap().len().unwrap();
    log.disk.rot(&Log::segment(), len - 60, 1).unwrap();
    assert!(snapshot(&log.disk, Path::new(DIR), Path::new("/copy")).is_err());
    log.stop();
}

#[test]
fn a_snapshot_of_a_running_log_holds_what_was_acknowledged_before() {
    let mut log = Log::start();
    let (running, _) =
        DiskLog::open(log.options.clone(), Arc::new(log.disk.clone()), &log.env).unwrap();
    let report = running.snapshot(Path::new("/copy")).unwrap();
    assert_eq!(report.segments, 1);
    running.close();
    drop(running);
    assert_eq!(read_copy(&mut log, "/copy"), all());
}

#[test]
fn a_snapshot_names_what_is_in_the_cold_store() {
    let store = SimCold::default();
    let mut log = moved(&store);
    log.stop();
    let report = snapshot(&log.disk, Path::new(DIR), Path::new("/copy")).unwrap();
    assert_eq!((report.segments, report.cold_segments), (0, 1));
    assert_eq!(read_copy(&mut log, "/copy"), all());
}
