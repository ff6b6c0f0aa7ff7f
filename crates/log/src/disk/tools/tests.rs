//! The tools on damaged logs: what they find, what a repair costs, and that it can be cut off.
//! Does not: test a log without damage beyond that nothing is found in it.

use std::path::{Path, PathBuf};

use levada_env::disk::{Disk, OpenMode};
use levada_types::Timestamp;

use super::super::tests::by_hand::{A, B, DIR, Log};
use super::*;
use crate::OpenError;

impl Log {
    fn verify(&self) -> Verification {
        self.disk.kill();
        verify(&self.disk, Path::new(DIR)).unwrap()
    }

    /// Where the ring's batch of record `n` begins.
    fn batch_of(&self, n: u64) -> (PathBuf, u64) {
        let wanted = format!("data shard 1 records {n}..={n} at 1000000");
        let inspection = inspect(&self.disk, Path::new(DIR)).unwrap();
        let batch = inspection.batches.into_iter().find(|batch| batch.entries.contains(&wanted));
        batch.map(|batch| (batch.file, batch.offset)).unwrap()
    }
}

#[test]
fn a_sound_log_is_counted_and_has_no_misfit() {
    let log = Log::start();
    let found = log.verify();
    assert_eq!(found.misfits, []);
    assert_eq!((found.segments, found.segment_records, found.shards), (1, 40, 2));
    assert_eq!(found.ring_records, 10);
    assert!(found.blocks > 4 && found.batches >= 6);
    let plan = plan_repair(&log.disk, Path::new(DIR)).unwrap();
    assert_eq!((plan.misfits, plan.losses), (vec![], vec![]));
}

#[test]
fn inspection_tells_shards_segments_and_batches() {
    let log = Log::start();
    let found = inspect(&log.disk, Path::new(DIR)).unwrap();
    let ends: Vec<u64> = found.shards.iter().map(|shard| shard.next).collect();
    assert_eq!(ends, [26, 26]);
    assert_eq!((found.segments[0].records, found.segments[0].shards), (40, 2));
    assert_eq!(found.segments[0].last_arrival, Some(Timestamp(1_000_000)));
    assert!(found.last_batch > found.low_water_batch);
}

#[test]
fn a_log_in_use_and_a_directory_without_one_are_refused() {
    let log = Log::start();
    let _held = log.disk.lock(&Path::new(DIR).join("lock")).unwrap();
    assert!(matches!(verify(&log.disk, Path::new(DIR)), Err(OpenError::Locked(_))));
    assert!(matches!(verify(&log.disk, Path::new("/none")), Err(OpenError::Io { .. })));
}

#[test]
fn any_rotten_bit_of_a_segment_or_manifest_is_found() {
    let log = Log::start();
    for path in [Log::segment(), Path::new(DIR).join("manifest")] {
        let len = log.disk.open(&path, OpenMode::Read).unwrap().len().unwrap();
        for at in (0..len).step_by(11).filter(|at| path == Log::segment() || *at > 12) {
            log.disk.rot(&path, at, 4).unwrap();
            assert_eq!(log.verify().misfits[0].file, path, "byte {at}");
            log.disk.rot(&path, at, 4).unwrap();
        }
    }
    assert_eq!(log.verify().misfits, []);
}

#[test]
fn a_damaged_block_costs_its_records_and_readers_pass_over_them() {
    let mut log = Log::start();
    log.disk.rot(&Log::segment(), 700, 1).unwrap();
    let plan = plan_repair(&log.disk, Path::new(DIR)).unwrap();
    let [Loss { shard, first, end }] = plan.losses[..] else { panic!("{plan:?}") };
    assert_eq!((shard, plan.segments_removed.len(), plan.batches_removed), (A, 0, 0));
    assert_eq!(log.verify().misfits.len(), 1, "a plan changes nothing");
    repair(&log.disk, Path::new(DIR)).unwrap();
    let after = log.verify();
    assert_eq!((after.misfits, after.given_up), (vec![], vec![(A, first, end)]));
    log.disk.kill();
    log.open().unwrap();
    let left: Vec<u64> = (1..26).filter(|index| !(first..end).contains(index)).collect();
    assert_eq!(log.readable(A), left);
    assert_eq!(log.readable(B), (1..26).collect::<Vec<_>>());
    let names = log.disk.list(&plan.kept_in).unwrap();
    assert_eq!(names, ["0000000001.seg"]);
}

#[test]
fn an_unreadable_or_missing_segment_costs_what_it_held() {
    for missing in [false, true] {
        let mut log = Log::start();
        if missing {
            log.disk.remove(&Log::segment()).unwrap();
        } else {
            let len = log.disk.open(&Log::segment(), OpenMode::Read).unwrap().len().unwrap();
            log.disk.rot(&Log::segment(), len - 60, 1).unwrap();
        }
        assert!(matches!(log.open(), Err(OpenError::Corrupt { .. } | OpenError::Io { .. })));
        log.disk.kill();
        let done = repair(&log.disk, Path::new(DIR)).unwrap();
        let whole = |shard| Loss { shard, first: 1, end: 21 };
        assert_eq!(done.losses, [whole(A), whole(B)]);
        assert_eq!(done.segments_removed, [1]);
        assert_eq!(log.verify().misfits, []);
        log.disk.kill();
        log.open().unwrap();
        assert_eq!(log.readable(A), (21..26).collect::<Vec<_>>());
    }
}

#[test]
fn damage_in_the_ring_costs_what_came_after_it_and_no_index_is_given_again() {
    for byte in [3, 80, 200] {
        let mut log = Log::start();
        let (file, offset) = log.batch_of(23);
        log.disk.kill();
        log.disk.rot(&file, offset + byte, 1).unwrap();
        assert!(matches!(log.open(), Err(OpenError::Corrupt { .. })));
        log.disk.kill();
        let done = repair(&log.disk, Path::new(DIR)).unwrap();
        let tail = |shard| Loss { shard, first: 23, end: 26 };
        assert_eq!(done.losses, [tail(A), tail(B)], "byte {byte}");
        assert_eq!(done.batches_unreadable, 1);
        assert_eq!(log.verify().misfits, []);
        log.disk.kill();
        log.open().unwrap();
        log.append(26);
        let expected: Vec<u64> = (1..23).chain([26]).collect();
        assert_eq!(log.readable(A), expected);
        log.stop();
        log.open().unwrap();
        assert_eq!(log.readable(A), expected, "also after another start");
    }
}

#[test]
fn a_repair_that_is_cut_off_anywhere_can_be_done_again() {
    for operations in 0..200 {
        let mut log = Log::start();
        let (file, offset) = log.batch_of(23);
        log.disk.kill();
        log.disk.rot(&file, offset + 80, 1).unwrap();
        log.disk.rot(&Log::segment(), 700, 1).unwrap();
        log.disk.cut_power_after(operations);
        let finished = repair(&log.disk, Path::new(DIR)).is_ok();
        log.disk.crash();
        if log.open().is_err() {
            log.disk.kill();
            repair(&log.disk, Path::new(DIR)).unwrap();
            log.disk.kill();
            log.open().unwrap();
        }
        assert_eq!(log.readable(B), (1..23).collect::<Vec<_>>());
        log.append(26);
        assert_eq!(log.readable(B).last(), Some(&26));
        if finished {
            return;
        }
    }
    panic!("the repair never finished");
}

#[test]
fn a_log_that_contradicts_its_manifest_is_not_repaired() {
    let log = Log::start();
    let manifest = Path::new(DIR).join("manifest");
    let rotten = log.disk.fork();
    rotten.rot(&manifest, 20, 1).unwrap();
    assert!(matches!(repair(&rotten, Path::new(DIR)), Err(OpenError::Corrupt { .. })));
}
