//! `inspect`: what a stopped log holds, as plain facts.
//! Does not: read records; see `verify` for whether their bytes fit.

use std::path::{Path, PathBuf};
use std::time::Duration;

use levada_env::disk::Disk;
use levada_types::{ShardUid, Timestamp};

use super::look::{Look, LookedBatch};
use super::verify::Misfit;
use crate::OpenError;
use crate::disk::format::entry::Entry;

#[derive(Clone, Debug, PartialEq)]
pub struct Inspection {
    pub dir: PathBuf,
    pub store: u64,
    pub manifest_number: u64,
    /// The newest batch that is wholly in segments.
    pub low_water_batch: u64,
    /// The newest batch.
    pub last_batch: u64,
    pub segments: Vec<SegmentFacts>,
    /// The batches after the low water.
    pub batches: Vec<BatchFacts>,
    /// As of the newest batch.
    pub shards: Vec<ShardFacts>,
    pub producers: Vec<ProducerFacts>,
    pub torn_tail_bytes: u64,
    pub misfits: Vec<Misfit>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct SegmentFacts {
    pub number: u64,
    /// 0 up to a day of retention, 1 up to a week, 2 up to a month, 3 longer.
    pub class: u16,
    pub bytes: u64,
    /// Zero for a segment that cannot be read.
    pub blocks: usize,
    pub records: u64,
    pub shards: usize,
    pub first_arrival: Option<Timestamp>,
    pub last_arrival: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct BatchFacts {
    pub file: PathBuf,
    pub offset: u64,
    pub number: u64,
    pub generation: u64,
    pub bytes: u64,
    /// One line each.
    pub entries: Vec<String>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ShardFacts {
    pub shard: ShardUid,
    pub retention: Duration,
    pub closed: bool,
    /// Everything before may be gone.
    pub trimmed: u64,
    /// The index the next record will have.
    pub next: u64,
    pub last_arrival: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ProducerFacts {
    pub id: String,
    pub epoch: u64,
    /// The sequence expected next.
    pub next: u64,
}

/// Reads headers, lists and the ring of the log at `dir`. Refuses while a process has it open.
pub fn inspect(disk: &dyn Disk, dir: &Path) -> Result<Inspection, OpenError> {
    let look = Look::at(disk, dir)?;
    let shards = look.checkpoint.shards.iter().map(|(shard, state)| ShardFacts {
        shard: *shard,
        retention: state.retention,
        closed: state.closed,
        trimmed: state.trimmed,
        next: state.next,
        last_arrival: state.last_arrived_ms.map(Timestamp),
    });
    let producers = look.checkpoint.producers.iter().map(|(id, state)| ProducerFacts {
        id: id.clone(),
        epoch: state.epoch,
        next: state.next,
    });
    Ok(Inspection {
        dir: look.dir.clone(),
        store: look.manifest.store,
        manifest_number: look.manifest.number,
        low_water_batch: look.manifest.low_water.batch,
        last_batch: look.end.batch,
        segments: segments(&look),
        batches: look.batches.iter().map(|batch| batch_facts(&look, batch)).collect(),
        shards: shards.collect(),
        producers: producers.collect(),
        torn_tail_bytes: look.torn_tail_bytes,
        misfits: look.misfits,
    })
}

fn segments(look: &Look) -> Vec<SegmentFacts> {
    let facts = look.segments.iter().map(|(reference, opened)| {
        let blocks = opened.as_ref().map_or(&[][..], |(_, blocks)| blocks);
        SegmentFacts {
            number: reference.number,
            class: reference.class,
            bytes: reference.len,
            blocks: blocks.len(),
            records: blocks.iter().map(|block| u64::from(block.count)).sum(),
            shards: opened.as_ref().map_or(0, |(segment, _)| segment.last_ms.len()),
            first_arrival: blocks.iter().map(|block| Timestamp(block.first_ms)).min(),
            last_arrival: blocks.iter().map(|block| Timestamp(block.last_ms)).max(),
        }
    });
    facts.collect()
}

fn batch_facts(look: &Look, batch: &LookedBatch) -> BatchFacts {
    BatchFacts {
        file: look.ring_path(batch.file),
        offset: batch.offset,
        number: batch.header.number,
        generation: batch.header.generation,
        bytes: batch.header.stored_bytes(),
        entries: batch.entries.iter().map(sentence).collect(),
    }
}

fn sentence(entry: &Entry) -> String {
    match entry {
        Entry::Data { shard, run } => {
            let sealed = if run.sealed().is_some() { ", sealed" } else { "" };
            let (first, last) = (run.first, run.end() - 1);
            format!("data shard {} records {first}..={last} at {}{sealed}", shard.0, run.arrived_ms)
        }
        Entry::Open { shard, retention, .. } => {
            format!("open shard {} retention {} s", shard.0, retention.as_secs())
        }
        Entry::Close { shard } => format!("close shard {}", shard.0),
        Entry::Delete { shard } => format!("delete shard {}", shard.0),
        Entry::Producer { id, state } => {
            format!("producer {id:?} epoch {} next {}", state.epoch, state.next)
        }
        Entry::Manifest { number } => format!("manifest {number} is in place"),
        Entry::Trim { shard, first } => format!("trim shard {} before {first}", shard.0),
        Entry::Clock { ms } => format!("clock {ms}"),
    }
}
