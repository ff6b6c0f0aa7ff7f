//! A shard as readers see it: durable records only, the newest in memory, the rest in blocks.
//! Does not: read files; it says which block to read.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use levada_types::Timestamp;
use parking_lot::Mutex;
use tokio::sync::Notify;

use super::format::manifest::ShardState;
use super::format::run::Run;
use super::format::segment::BlockIndex;
use super::segment::Segment;

pub(crate) struct ShardView {
    pub(crate) state: Mutex<ViewState>,
    /// Told when `state` has a new record, is closed or deleted.
    pub(crate) changed: Notify,
}

pub(crate) struct ViewState {
    pub(crate) retention: Duration,
    /// What arrived before is gone, however long the retention.
    pub(crate) expired_ms: i64,
    pub(crate) closed: bool,
    pub(crate) deleted: bool,
    pub(crate) trimmed: u64,
    pub(crate) next: u64,
    pub(crate) last_arrived_ms: Option<i64>,
    /// In segments, by index; may overlap `runs`.
    blocks: VecDeque<BlockRef>,
    /// In memory, by index, up to `next`.
    runs: VecDeque<Run>,
}

#[derive(Clone)]
pub(crate) struct BlockRef {
    pub(crate) segment: Arc<Segment>,
    pub(crate) index: BlockIndex,
}

/// Where the first record at or after a time is.
pub(crate) enum Bound {
    At(u64),
    /// In this block, after records that arrived earlier.
    Inside(BlockRef),
}

/// Where records from an index on are.
pub(crate) enum Found {
    /// There are none yet.
    Nothing,
    Memory(Vec<Run>),
    Blocks(Vec<BlockRef>),
    /// Neither memory nor segments have the index, though they should.
    Missing,
}

impl ShardView {
    pub(crate) fn new(shard: &ShardState) -> Self {
        let state = ViewState {
            retention: shard.retention,
            expired_ms: shard.expired_ms,
            closed: shard.closed,
            deleted: false,
            trimmed: shard.trimmed,
            next: shard.next,
            last_arrived_ms: shard.last_arrived_ms,
            blocks: VecDeque::new(),
            runs: VecDeque::new(),
        };
        Self { state: Mutex::new(state), changed: Notify::new() }
    }
}

impl ViewState {
    /// Makes a run readable; it follows what is there.
    pub(crate) fn push(&mut self, run: Run) {
        self.next = run.end();
        self.last_arrived_ms = Some(run.arrived_ms);
        self.runs.push_back(run);
    }

    pub(crate) fn add_block(&mut self, block: BlockRef) {
        if block.index.end() <= self.trimmed {
            return;
        }
        // Rewritten segments are newer than what they hold.
        let first = block.index.first;
        let at = self.blocks.partition_point(|other| other.index.first < first);
        self.blocks.insert(at, block);
    }

    pub(crate) fn blocks(&self) -> impl Iterator<Item = &BlockRef> {
        self.blocks.iter()
    }

    /// Forgets the blocks that retention has passed whole: no later retention brings them back.
    pub(crate) fn expire(&mut self, now: Timestamp) {
        let limit_ms = self.retention_limit_ms(now);
        let expired = self.blocks.partition_point(|block| block.index.last_ms < limit_ms);
        if let Some(newest) = expired.checked_sub(1).and_then(|at| self.blocks.get(at)) {
            self.trim(newest.index.end());
        }
    }

    /// Takes `new` blocks for those of the segments `numbers`, which hold the same records.
    pub(crate) fn replace_segments(&mut self, numbers: &[u64], new: Vec<BlockRef>) {
        self.blocks.retain(|block| !numbers.contains(&block.segment.number));
        for block in new {
            self.add_block(block);
        }
    }

    /// Drops from memory what lies before `index`; blocks have it.
    pub(crate) fn evict(&mut self, index: u64) {
        let count = self.runs.partition_point(|run| run.end() <= index);
        self.runs.drain(..count);
        if self.runs.is_empty() {
            self.runs.shrink_to_fit();
        }
    }

    /// Forgets the blocks of a segment that is being removed.
    pub(crate) fn drop_segment(&mut self, number: u64) {
        let of_segment = |block: &&BlockRef| block.segment.number == number;
        let end = self.blocks.iter().filter(of_segment).map(|block| block.index.end()).max();
        if let Some(end) = end {
            self.trim(end);
        }
    }

    /// Nothing before `first` is readable any more.
    pub(crate) fn trim(&mut self, first: u64) {
        self.trimmed = self.trimmed.max(first.min(self.next));
        let trimmed = self.trimmed;
        let gone = self.blocks.partition_point(|block| block.index.end() <= trimmed);
        self.blocks.drain(..gone);
        self.evict(trimmed);
    }

    pub(crate) fn retention_limit_ms(&self, now: Timestamp) -> i64 {
        now.minus(self.retention).0.max(self.expired_ms)
    }

    /// The first record that arrived at or after `limit_ms`; `next` when there is none.
    pub(crate) fn lower_bound(&self, limit_ms: i64) -> Bound {
        if self.runs.front().is_some_and(|run| run.arrived_ms < limit_ms) {
            let at = self.runs.partition_point(|run| run.arrived_ms < limit_ms);
            return Bound::At(self.runs.get(at).map_or(self.next, |run| run.first));
        }
        let memory_first = self.runs.front().map_or(self.next, |run| run.first);
        let at = self.blocks.partition_point(|block| block.index.last_ms < limit_ms);
        match self.blocks.get(at) {
            Some(block) if block.index.first < memory_first => {
                if block.index.first_ms >= limit_ms {
                    Bound::At(block.index.first)
                } else {
                    Bound::Inside(block.clone())
                }
            }
            _ => Bound::At(memory_first),
        }
    }

    /// Where to read `records_max` records or `bytes_max` bytes from `from` on.
    pub(crate) fn find(&self, from: u64, records_max: usize, bytes_max: usize) -> Found {
        if from >= self.next {
            return Found::Nothing;
        }
        let records_max = records_max.max(1);
        let mut records = 0;
        let mut bytes = 0;
        if self.runs.front().is_some_and(|run| run.first <= from) {
            let at = self.runs.partition_point(|run| run.end() <= from);
            let wanted = self.runs.range(at..).take_while(|run| {
                let more = records < records_max && (records == 0 || bytes < bytes_max);
                records += (run.end() - from.max(run.first)) as usize;
                // The first run may begin before `from`, so its bytes say little.
                bytes += if run.first < from { 0 } else { run.payload_bytes() };
                more
            });
            return Found::Memory(wanted.cloned().collect());
        }
        let at = self.blocks.partition_point(|block| block.index.end() <= from);
        let wanted = self.blocks.range(at..).take_while(|block| {
            let more = records < records_max && (records == 0 || bytes < bytes_max);
            records += (block.index.end() - from.max(block.index.first)) as usize;
            bytes += if block.index.first < from { 0 } else { block.index.plain_len as usize };
            more
        });
        match wanted.cloned().collect::<Vec<_>>() {
            blocks if blocks.first().is_some_and(|block| block.index.first <= from) => {
                Found::Blocks(blocks)
            }
            _ => Found::Missing,
        }
    }
}
