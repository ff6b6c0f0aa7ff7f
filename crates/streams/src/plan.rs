//! How shards are split and merged: what is allowed, and the rounds that lead to equal ranges.
//! Does not: close or open anything (see `reshard`).

use levada_types::{HashKey, HashRange};

/// One change of a shard map. Places count the open shards by their ranges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// The shard at `place` ends before `at`, and a new one begins there.
    Split { place: usize, at: HashKey },
    /// The shards at `place` and `place + 1` become one.
    Merge { place: usize },
    /// Another shard takes over all keys of the one at `place`.
    Replace { place: usize },
}

/// Whether `at` may divide `range`: SplitShard wants a key greater than one plus the start and
/// less than the end.
pub fn may_split(range: HashRange, at: HashKey) -> bool {
    at.0 > range.start.0.saturating_add(1) && at < range.end
}

/// Where `target` equal shards begin. A boundary that is there already, up to the remainders of
/// dividing 2^128, is kept: so doubling splits every shard once and halving merges every pair.
pub fn uniform_starts(open: &[HashRange], target: u32) -> Vec<HashKey> {
    let tolerance = u128::from(target.max(2));
    let tiles = HashRange::tile(target);
    let keep = |wanted: HashKey| {
        let next = open.partition_point(|range| range.start <= wanted);
        let around = [next.checked_sub(1), Some(next)];
        let starts = around.into_iter().flatten().filter_map(|place| open.get(place));
        starts
            .map(|range| range.start)
            .find(|start| start.0.abs_diff(wanted.0) <= tolerance)
            .unwrap_or(wanted)
    };
    tiles.into_iter().map(|tile| keep(tile.start)).collect()
}

/// The next changes towards shards that begin at `goal`, all of which can be made at once: no
/// shard is in two of them. First splits, then merges; empty when the goal is reached.
pub fn next_round(open: &[HashRange], goal: &[HashKey]) -> Vec<Change> {
    let splits: Vec<Change> = open
        .iter()
        .zip(0..)
        .filter_map(|(range, place)| middle_split(*range, place, goal))
        .collect();
    if splits.is_empty() { merges(open, goal) } else { splits }
}

/// A shard with several goals inside is split at the middle one, so that rounds are few.
fn middle_split(range: HashRange, place: usize, goal: &[HashKey]) -> Option<Change> {
    let from = goal.partition_point(|start| *start <= range.start);
    let to = goal.partition_point(|start| *start <= range.end);
    let inside = goal.get(from..to)?;
    inside.get(inside.len() / 2).map(|at| Change::Split { place, at: *at })
}

fn merges(open: &[HashRange], goal: &[HashKey]) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut place = 0;
    while let Some(right) = open.get(place + 1) {
        if goal.binary_search(&right.start).is_err() {
            changes.push(Change::Merge { place });
            place += 2;
        } else {
            place += 1;
        }
    }
    changes
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn apply(open: &[HashRange], changes: &[Change]) -> Vec<HashRange> {
        let mut starts: Vec<HashKey> = open.iter().map(|range| range.start).collect();
        for change in changes {
            match change {
                Change::Split { at, .. } => starts.push(*at),
                Change::Merge { place } => starts.retain(|start| *start != open[place + 1].start),
                Change::Replace { .. } => {}
            }
        }
        starts.sort();
        let ends = starts.iter().skip(1).map(|next| HashKey(next.0 - 1));
        let ends: Vec<HashKey> = ends.chain([HashKey(u128::MAX)]).collect();
        starts.into_iter().zip(ends).map(|(start, end)| HashRange { start, end }).collect()
    }

    fn scale(from: u32, to: u32) -> (Vec<HashRange>, Vec<usize>) {
        let mut open = HashRange::tile(from);
        let goal = uniform_starts(&open, to);
        let mut rounds = Vec::new();
        loop {
            let changes = next_round(&open, &goal);
            if changes.is_empty() {
                return (open, rounds);
            }
            for change in &changes {
                if let Change::Split { place, at } = change {
                    assert!(may_split(open[*place], *at), "{from} to {to}: {change:?}");
                }
            }
            rounds.push(changes.len());
            open = apply(&open, &changes);
            assert!(rounds.len() <= 64, "{from} to {to} does not end");
        }
    }

    #[test]
    fn doubling_splits_and_halving_merges_every_shard_once() {
        for count in [1, 2, 3, 7, 100, 5_000] {
            assert_eq!(scale(count, 2 * count).1, [count as usize]);
            assert_eq!(scale(2 * count, count).1, [count as usize]);
        }
    }

    proptest! {
        #[test]
        fn any_two_counts_lead_to_equal_ranges(from in 1u32..120, to in 1u32..120) {
            let (open, rounds) = scale(from, to);
            prop_assert_eq!(open.len(), to as usize);
            prop_assert!(rounds.len() <= 14, "{:?}", rounds);
            for (range, tile) in open.iter().zip(HashRange::tile(to)) {
                let off = range.start.0.abs_diff(tile.start.0);
                prop_assert!(off <= u128::from(to.max(2)), "{} off", off);
            }
        }
    }

    #[test]
    fn a_split_leaves_two_keys_on_the_left_and_one_on_the_right() {
        let range = HashRange { start: HashKey(10), end: HashKey(20) };
        let allowed: Vec<u128> = (0..30).filter(|key| may_split(range, HashKey(*key))).collect();
        assert_eq!(allowed, (12..20).collect::<Vec<_>>());
    }
}
