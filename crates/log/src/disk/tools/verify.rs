//! `verify`: checks every batch, block and list of a stopped log, and reports what does not fit.
//! Does not: write, or open sealed records (their checksums are over the ciphertext).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use levada_env::disk::Disk;
use levada_types::ShardUid;

use super::look::Look;
use crate::OpenError;
use crate::disk::format::entry::Entry;
use crate::disk::format::segment::{BlockIndex, HEADER_BYTES, encode_header};
use crate::disk::segment::{Segment, check_block};

/// A place where stored bytes are not what they should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    pub file: PathBuf,
    pub offset: u64,
    pub reason: String,
}

/// What a log holds, and what of it does not fit. Whole when `misfits` is empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Verification {
    pub ring_files: usize,
    /// Batches after the manifest's low water.
    pub batches: u64,
    pub entries: u64,
    pub ring_records: u64,
    pub ring_bytes: u64,
    /// Bytes of a batch that was cut off before it was acknowledged. That is no damage.
    pub torn_tail_bytes: u64,
    pub segments: usize,
    /// Of these, segments in the cold store, of which only the index was checked.
    pub cold_segments: usize,
    pub blocks: u64,
    pub segment_records: u64,
    pub segment_bytes: u64,
    pub shards: usize,
    pub producers: usize,
    /// Given up in earlier repairs: shard, first index, index after the last.
    pub given_up: Vec<(ShardUid, u64, u64)>,
    /// In the order they were found: manifest, segments, ring.
    pub misfits: Vec<Misfit>,
}

/// Reads everything in the log at `dir`. Refuses while a process has the log open.
pub fn verify(disk: &dyn Disk, dir: &Path) -> Result<Verification, OpenError> {
    let mut look = match Look::at(disk, dir) {
        Ok(look) => look,
        Err(OpenError::Corrupt { file, offset, reason }) => {
            let misfits = vec![Misfit { file, offset, reason }];
            return Ok(Verification { misfits, ..Verification::default() });
        }
        Err(other) => return Err(other),
    };
    let mut misfits = damaged_blocks(&look).into_iter().map(|(_, misfit)| misfit).collect();
    look.misfits.append(&mut misfits);
    look.misfits.extend(uncovered(&look).into_iter().map(|(shard, first, end)| Misfit {
        file: look.dir.join("segments"),
        offset: 0,
        reason: format!("records {first} to {} of shard {} are in no segment", end - 1, shard.0),
    }));
    Ok(summary(look))
}

fn summary(look: Look) -> Verification {
    let records = |entries: &[Entry]| -> u64 {
        let count = |entry: &Entry| match entry {
            Entry::Data { run, .. } => u64::from(run.count),
            _ => 0,
        };
        entries.iter().map(count).sum()
    };
    let blocks = || look.segments.iter().filter_map(|(_, opened)| opened.as_ref());
    Verification {
        ring_files: look.ring.len(),
        batches: look.batches.len() as u64,
        entries: look.batches.iter().map(|batch| batch.entries.len() as u64).sum(),
        ring_records: look.batches.iter().map(|batch| records(&batch.entries)).sum(),
        ring_bytes: look.batches.iter().map(|batch| batch.header.stored_bytes()).sum(),
        torn_tail_bytes: look.torn_tail_bytes,
        segments: look.segments.len(),
        cold_segments: look.segments.iter().filter(|(reference, _)| reference.cold).count(),
        blocks: blocks().map(|(_, blocks)| blocks.len() as u64).sum(),
        segment_records: blocks()
            .flat_map(|(_, blocks)| blocks)
            .map(|block| u64::from(block.count))
            .sum(),
        segment_bytes: look.segments.iter().map(|(reference, _)| reference.len).sum(),
        shards: look.checkpoint.shards.len(),
        producers: look.checkpoint.producers.len(),
        given_up: look.lost.ranges().collect(),
        misfits: look.misfits,
    }
}

/// Blocks whose bytes are not what they should be, but for those given up; and headers.
pub(super) fn damaged_blocks(look: &Look) -> Vec<(Option<BlockIndex>, Misfit)> {
    let mut damaged = Vec::new();
    for (_, opened) in &look.segments {
        let Some((segment, blocks)) = opened else { continue };
        // The store answers for what is there.
        if segment.file.is_cold() {
            continue;
        }
        if let Some(misfit) = check_header(look, segment) {
            damaged.push((None, misfit));
        }
        for block in blocks {
            if look.lost.covers(block.shard, block.first, block.end()) {
                continue;
            }
            if let Err(reason) = check_block(segment, block) {
                let misfit = Misfit { file: segment.path.clone(), offset: block.offset, reason };
                damaged.push((Some(*block), misfit));
            }
        }
    }
    damaged
}

fn check_header(look: &Look, segment: &Segment) -> Option<Misfit> {
    let mut found = [0; HEADER_BYTES];
    let expected = encode_header(look.manifest.store, segment.number, segment.class);
    let reason = match segment.file.read_at(&mut found, 0) {
        Ok(()) if found.as_slice() == expected => return None,
        Ok(()) => "the segment's header is not the one of this segment".to_owned(),
        Err(error) => error.to_string(),
    };
    Some(Misfit { file: segment.path.clone(), offset: 0, reason })
}

/// Records that the manifest's shards should have in segments and that none has.
pub(super) fn uncovered(look: &Look) -> Vec<(ShardUid, u64, u64)> {
    let mut stored: BTreeMap<ShardUid, Vec<(u64, u64)>> = BTreeMap::new();
    for (_, opened) in &look.segments {
        for block in opened.iter().flat_map(|(_, blocks)| blocks) {
            stored.entry(block.shard).or_default().push((block.first, block.end()));
        }
    }
    let mut missing = Vec::new();
    for (shard, state) in &look.manifest.checkpoint.shards {
        let mut ranges = stored.remove(shard).unwrap_or_default();
        ranges.sort_unstable();
        ranges.push((state.next, state.next));
        let mut from = state.trimmed;
        for (first, end) in ranges {
            from = look.lost.skip(*shard, from);
            if first > from {
                missing.push((*shard, from, first));
            }
            from = from.max(end);
        }
    }
    missing
}
