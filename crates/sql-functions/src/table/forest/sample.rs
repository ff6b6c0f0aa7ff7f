//! A reservoir of weighted points: those of the lowest rank stay.
//! Does not: draw ranks.

use std::cmp::Ordering;
use std::collections::BinaryHeap;

use crate::aggregate::InvalidState;
use crate::table::bytes::{Reader, Writer};

pub(super) struct Sample {
    size: usize,
    /// The highest rank on top.
    entries: BinaryHeap<Entry>,
}

#[derive(Clone, Debug)]
struct Entry {
    rank: f64,
    point: Box<[f64]>,
}

impl Ord for Entry {
    fn cmp(&self, other: &Self) -> Ordering {
        let by_point = || {
            let pairs = self.point.iter().zip(&other.point);
            pairs.map(|(a, b)| a.total_cmp(b)).find(|order| order.is_ne())
        };
        self.rank.total_cmp(&other.rank).then_with(|| by_point().unwrap_or(Ordering::Equal))
    }
}

impl PartialOrd for Entry {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Entry {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Entry {}

impl Sample {
    pub fn new(size: usize) -> Self {
        Self { size, entries: BinaryHeap::with_capacity(size) }
    }

    /// Whether the point is taken, and the point that leaves for it.
    pub fn offer(&mut self, rank: f64, point: &[f64]) -> Option<Option<Box<[f64]>>> {
        let entry = Entry { rank, point: point.into() };
        if self.entries.len() < self.size {
            self.entries.push(entry);
            return Some(None);
        }
        let mut worst = self.entries.peek_mut()?;
        if entry >= *worst {
            return None;
        }
        Some(Some(std::mem::replace(&mut *worst, entry).point))
    }

    /// In the order of ranks, so that equal samples give equal bytes.
    pub fn save(&self, writer: &mut Writer) {
        let mut entries: Vec<&Entry> = self.entries.iter().collect();
        entries.sort();
        writer.count(entries.len());
        for entry in entries {
            writer.f64(entry.rank);
            writer.f64s(&entry.point);
        }
    }

    pub fn load(&mut self, reader: &mut Reader<'_>, dimensions: usize) -> Result<(), InvalidState> {
        self.entries.clear();
        let count = reader.count()?;
        if count > self.size {
            return Err(InvalidState);
        }
        for _ in 0..count {
            let rank = reader.f64()?;
            let point = reader.f64s(dimensions)?.into();
            self.entries.push(Entry { rank, point });
        }
        Ok(())
    }
}
