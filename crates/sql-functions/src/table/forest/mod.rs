//! A forest of random cut trees over a decaying sample of a stream of points.
//!
//! Sources: Guha, Mishra, Roy and Schrijvers, "Robust Random Cut Forest Based Anomaly Detection on
//! Streams", ICML 2016, for trees, their insertion and deletion; Efraimidis and Spirakis, "Weighted
//! random sampling with a reservoir", 2006, for the sample.
//!
//! Each tree holds a sample of its own: a point of age `a` stays with a weight that falls as
//! `exp(-a / decay)`. A point's score in a tree is the expected inverse of the depth at which
//! cuts would part it from the sample, scaled by the logarithm of the sample's size: about 1 for
//! a point like the others, more the earlier it would be alone. The forest's score is the mean.
//! Does not: know rows or columns.

mod sample;
mod tree;

use super::bytes::{Reader, Writer};
use super::random::Random;
use crate::aggregate::InvalidState;
use sample::Sample;
use tree::Tree;

#[derive(Clone, Debug)]
pub(super) struct ForestOptions {
    pub trees: usize,
    pub sample_size: usize,
    /// Points after which a point's weight has fallen to 1/e.
    pub decay: f64,
    pub dimensions: usize,
}

/// What a point's score is made of, by dimension: because the point lies above what the sample
/// has, and because it lies below.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Attribution {
    pub high: Vec<f64>,
    pub low: Vec<f64>,
}

impl Attribution {
    fn new(dimensions: usize) -> Self {
        Self { high: vec![0.0; dimensions], low: vec![0.0; dimensions] }
    }

    pub fn total(&self) -> f64 {
        self.high.iter().zip(&self.low).map(|(high, low)| high + low).sum()
    }
}

pub(super) struct Forest {
    options: ForestOptions,
    random: Random,
    /// Points seen.
    seen: u64,
    members: Vec<Member>,
}

struct Member {
    sample: Sample,
    tree: Tree,
}

impl Forest {
    pub fn new(options: ForestOptions, seed: u64) -> Self {
        let member = |_| Member {
            sample: Sample::new(options.sample_size),
            tree: Tree::new(options.dimensions),
        };
        let members = (0..options.trees).map(member).collect();
        Self { random: Random::new(seed), seen: 0, members, options }
    }

    /// Points seen so far.
    pub fn seen(&self) -> u64 {
        self.seen
    }

    /// The score of a point, in parts that sum to it. All zero before the first point.
    pub fn attribution(&self, point: &[f64]) -> Attribution {
        let mut sum = Attribution::new(self.options.dimensions);
        for member in &self.members {
            member.tree.attribute(point, &mut sum);
        }
        let scale = 1.0 / self.members.len().max(1) as f64;
        sum.high.iter_mut().chain(&mut sum.low).for_each(|part| *part *= scale);
        sum
    }

    /// Offers a point to every tree's sample.
    pub fn learn(&mut self, point: &[f64]) {
        let age = self.seen as f64 / self.options.decay;
        self.seen += 1;
        for member in &mut self.members {
            // Of two points the one with the larger ln(-ln u) - age leaves first.
            let rank = (-(1.0 - self.random.unit()).ln()).ln() - age;
            let Some(evicted) = member.sample.offer(rank, point) else { continue };
            if let Some(evicted) = evicted {
                member.tree.remove(&evicted);
            }
            member.tree.insert(point, &mut self.random);
        }
    }

    pub fn save(&self, writer: &mut Writer) {
        writer.u64(self.random.state());
        writer.u64(self.seen);
        for member in &self.members {
            member.sample.save(writer);
            member.tree.save(writer);
        }
    }

    pub fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), InvalidState> {
        self.random = Random::new(reader.u64()?);
        self.seen = reader.u64()?;
        for member in &mut self.members {
            member.sample.load(reader, self.options.dimensions)?;
            member.tree.load(reader)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests;
