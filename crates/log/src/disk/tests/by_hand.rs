//! A small log on a simulated disk that a test moves by hand, and reads.
//! Does not: run threads.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use levada_env::disk::SimDisk;
use levada_env::{Env, VirtualClock};
use levada_types::{ShardUid, Timestamp};

use super::super::open::{self, Parts};
use super::super::read::{Files, Wanted};
use super::super::shared::Sabotage;
use super::super::writer::Turn;
use crate::{AppendBatch, OpenError, Options, ShardAppend};

pub(crate) const A: ShardUid = ShardUid(1);
pub(crate) const B: ShardUid = ShardUid(2);
pub(crate) const DIR: &str = "/log";

/// Two shards with twenty records each in a segment and five in the ring, one batch per record.
pub(crate) struct Log {
    pub(crate) disk: SimDisk,
    pub(crate) env: Env,
    pub(crate) clock: Arc<VirtualClock>,
    pub(crate) options: Options,
    pub(crate) parts: Option<Parts>,
}

pub(crate) fn options() -> Options {
    Options {
        ring_file_bytes: 65_536,
        ring_files_max: 3,
        batch_bytes_max: 65_536,
        block_bytes: 512,
        tail_bytes_max: 0,
        block_cache_bytes: 0,
        ..Options::small(DIR)
    }
}

impl Log {
    /// Filled, then stopped.
    pub(crate) fn start() -> Self {
        Self::start_with(options())
    }

    pub(crate) fn start_with(options: Options) -> Self {
        let (env, clock) = Env::virtual_at(Timestamp(1_000_000), 1);
        let mut log = Self { disk: SimDisk::new(1), env, clock, options, parts: None };
        log.open().unwrap();
        for shard in [A, B] {
            log.parts().shared.intake.lock().open_shard(shard, Duration::from_secs(3600)).unwrap();
        }
        (1..=20).for_each(|n| log.append(n));
        log.flush();
        (21..=25).for_each(|n| log.append(n));
        log.parts().writer.mark_the_end();
        log.stop();
        log
    }

    /// Moves what the ring holds into a segment.
    pub(crate) fn flush(&mut self) {
        self.parts().writer.freeze();
        assert!(self.parts().flusher.turn());
    }

    pub(crate) fn parts(&mut self) -> &mut Parts {
        self.parts.as_mut().unwrap()
    }

    pub(crate) fn open(&mut self) -> Result<(), OpenError> {
        let disk = Arc::new(self.disk.clone());
        self.parts = Some(open::open(self.options.clone(), disk, &self.env, Sabotage::None)?);
        Ok(())
    }

    pub(crate) fn stop(&mut self) {
        self.parts = None;
        self.disk.kill();
    }

    pub(crate) fn append(&mut self, n: u64) {
        let payload = Bytes::from(format!("record {n} {}", "x".repeat(100)));
        let append = |shard| ShardAppend { shard, payloads: vec![payload.clone()] };
        let batch = AppendBatch { producer: None, appends: vec![append(A), append(B)] };
        let now = self.env.clock.now();
        let shared = Arc::clone(&self.parts().shared);
        shared.intake.lock().append(batch, now).unwrap();
        assert_eq!(self.parts().writer.turn(), Turn::Wrote);
        while self.parts().writer.turn() == Turn::Wrote {}
    }

    /// Indexes that can be read.
    pub(crate) fn readable(&mut self, shard: ShardUid) -> Vec<u64> {
        let mut found = Vec::new();
        let mut from = 0;
        loop {
            let wanted = Wanted { from, records_max: 7, bytes_max: 10_000 };
            let read = self.parts().shared.read(shard, wanted, Files::Read).unwrap().unwrap();
            if read.entries.is_empty() {
                return found;
            }
            from = read.next;
            found.extend(read.entries.iter().map(|entry| entry.index));
        }
    }

    pub(crate) fn segment() -> PathBuf {
        Path::new(DIR).join("segments/0000000001.seg")
    }
}
