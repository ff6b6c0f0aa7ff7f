//! Reading: records of one shard from memory or blocks, and the first record of a time.
//! Does not: show anything that is not durable, or skip what fails its checksum.

use bytes::Bytes;
use levada_types::{ShardUid, Timestamp};

use super::format::run::Run;
use super::observe::{self, Source};
use super::shared::Shared;
use super::view::{BlockRef, Bound, Found, ShardView};
use crate::{LogEntry, LogRead, ReadError, SealError, Tip};

/// Whether a call may read files; if not and it must, it answers `None`.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Files {
    Read,
    Leave,
}

/// What one read is asked for.
#[derive(Clone, Copy)]
pub(crate) struct Wanted {
    pub(crate) from: u64,
    pub(crate) records_max: usize,
    pub(crate) bytes_max: usize,
}

impl Shared {
    /// `run` as it is, or opened with its key.
    fn open_run(&self, shard: ShardUid, run: Run) -> Result<Run, ReadError> {
        let Some((sealed, ciphertext)) = run.sealed() else { return Ok(run) };
        let refused = |reason| ReadError::Sealed { shard, reason };
        let seal = self.options.seal.as_ref();
        let seal = seal.ok_or(refused(SealError::UnknownKey(sealed.key)))?;
        let plain = seal.open(shard, sealed.key, ciphertext).map_err(refused)?;
        run.opened(sealed, plain).map_err(|malformed| ReadError::Corrupt {
            place: format!("records of {shard:?} from {} on, opened", run.first),
            reason: malformed.0,
        })
    }

    fn open_runs(&self, shard: ShardUid, runs: Vec<Run>) -> Result<Vec<Run>, ReadError> {
        runs.into_iter().map(|run| self.open_run(shard, run)).collect()
    }

    fn block_runs(&self, block: &BlockRef, files: Files) -> Result<Option<Vec<Run>>, ReadError> {
        if files == Files::Leave && self.blocks.get(block).is_none() {
            return Ok(None);
        }
        self.blocks.runs(block).map(Some)
    }

    /// The first readable index that arrived at or after `limit_ms`.
    fn first_since(
        &self,
        view: &ShardView,
        limit_ms: i64,
        files: Files,
    ) -> Result<Option<u64>, ReadError> {
        let (bound, trimmed) = {
            let state = view.state.lock();
            (state.lower_bound(limit_ms), state.trimmed)
        };
        let index = match bound {
            Bound::At(index) => index,
            Bound::Inside(block) => {
                let Some(runs) = self.block_runs(&block, files)? else { return Ok(None) };
                let run = runs.iter().find(|run| run.arrived_ms >= limit_ms);
                run.map_or(block.index.end(), |run| run.first)
            }
        };
        Ok(Some(index.max(trimmed)))
    }

    fn first(&self, view: &ShardView, files: Files) -> Result<Option<u64>, ReadError> {
        let limit_ms = view.state.lock().retention_limit_ms(self.clock.now());
        self.first_since(view, limit_ms, files)
    }

    pub(crate) fn tip(&self, shard: ShardUid) -> Result<Tip, ReadError> {
        let view = self.view(shard)?;
        let first = self.first(&view, Files::Read)?.unwrap_or_default();
        let state = view.state.lock();
        Ok(Tip {
            first: first.min(state.next),
            next: state.next,
            last_arrived: state.last_arrived_ms.map(Timestamp),
            closed: state.closed,
        })
    }

    pub(crate) fn seek_time(
        &self,
        shard: ShardUid,
        time: Timestamp,
        files: Files,
    ) -> Result<Option<u64>, ReadError> {
        let view = self.view(shard)?;
        let oldest_ms = view.state.lock().retention_limit_ms(self.clock.now());
        self.first_since(&view, oldest_ms.max(time.0), files)
    }

    pub(crate) fn read(
        &self,
        shard: ShardUid,
        wanted: Wanted,
        files: Files,
    ) -> Result<Option<LogRead>, ReadError> {
        let view = self.view(shard)?;
        // The promise comes before the look; see `shared`.
        let now = self.clock.now();
        let promised = self.intake.lock().promise(shard, now).unwrap_or(now);
        let Some(first) = self.first(&view, files)? else { return Ok(None) };
        let (found, from, tip, last_ms) = {
            let state = view.state.lock();
            // Retention may have removed more since `first` was looked up.
            let from = self.lost.skip(shard, wanted.from.max(first).max(state.trimmed));
            let found = state.find(from, wanted.records_max, wanted.bytes_max);
            (found, from, state.next, state.last_arrived_ms)
        };
        let mut entries = Vec::new();
        match found {
            Found::Nothing => {}
            Found::Memory(runs) => {
                let runs = self.open_runs(shard, runs)?;
                observe::read_from(Source::Memory);
                copy(&runs, Wanted { from, ..wanted }, &mut entries);
            }
            Found::Blocks(blocks) => {
                let mut runs = Vec::new();
                for block in &blocks {
                    let Some(more) = self.block_runs(block, files)? else { return Ok(None) };
                    // A block may begin long before the first record that is wanted.
                    let wanted_runs = more.into_iter().filter(|run| run.end() > from);
                    runs.extend(self.open_runs(shard, wanted_runs.collect())?);
                }
                copy(&runs, Wanted { from, ..wanted }, &mut entries);
            }
            Found::Missing => {
                let place = format!("the index of shard {shard:?}");
                let reason = format!("records from {from} on are in no segment");
                return Err(ReadError::Corrupt { place, reason });
            }
        }
        let last = entries.last().map(|entry| (entry.index + 1, entry.arrived));
        let next = last.map_or(from, |(end, _)| end);
        let newest = last.map(|(_, arrived)| arrived);
        let horizon = if next >= tip {
            promised.max(newest.unwrap_or(promised)).max(Timestamp(last_ms.unwrap_or(i64::MIN)))
        } else {
            // Only a read of nothing (`records_max` 0) has no newest here.
            newest.unwrap_or(Timestamp(i64::MIN))
        };
        Ok(Some(LogRead { entries, next, horizon }))
    }
}

/// Copies the wanted records out of `runs`. One allocation, so that a reader that keeps a
/// record keeps at most this read in memory and never a whole batch.
fn copy(runs: &[Run], wanted: Wanted, entries: &mut Vec<LogEntry>) {
    let mut chosen: Vec<(u64, i64, &[u8])> = Vec::new();
    let mut bytes = 0;
    'runs: for run in runs {
        let skipped = wanted.from.max(run.first);
        for (n, payload) in run.payloads(wanted.from).enumerate() {
            bytes += payload.len();
            let over = bytes > wanted.bytes_max && !chosen.is_empty();
            if over || chosen.len() >= wanted.records_max {
                break 'runs;
            }
            chosen.push((skipped + n as u64, run.arrived_ms, payload));
        }
    }
    let mut buffer = Vec::with_capacity(chosen.iter().map(|(_, _, payload)| payload.len()).sum());
    for (_, _, payload) in &chosen {
        buffer.extend_from_slice(payload);
    }
    let mut buffer = Bytes::from(buffer);
    entries.extend(chosen.iter().map(|(index, ms, payload)| LogEntry {
        index: *index,
        arrived: Timestamp(*ms),
        payload: buffer.split_to(payload.len()),
    }));
}
