//! The three kinds of metric, kept in atomics: feeding one never waits.
//! Does not: know labels; see `family`.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::time::Duration;

use super::{Facts, Metric, Sample};

/// Bounds for times in seconds, from a fast sync to a stuck one.
pub const SECONDS: &[f64] = &[
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5,
    5.0, 10.0, 30.0,
];
/// Bounds for sizes in bytes: 256 B to 64 MiB in steps of four.
pub const BYTES: &[f64] = &[
    256.0,
    1024.0,
    4096.0,
    16_384.0,
    65_536.0,
    262_144.0,
    1_048_576.0,
    4_194_304.0,
    16_777_216.0,
    67_108_864.0,
];
/// Bounds for numbers of things handled together.
pub const COUNTS: &[f64] =
    &[1.0, 2.0, 5.0, 10.0, 25.0, 50.0, 100.0, 250.0, 500.0, 1000.0, 10_000.0];
/// The most bounds a histogram can have.
const BOUNDS_MAX: usize = 24;

/// Only rises while the process lives.
pub struct Counter {
    facts: Facts,
    value: AtomicU64,
}

impl Counter {
    pub const fn new(name: &'static str, help: &'static str) -> Self {
        Self { facts: Facts { name, help, labels: &[] }, value: AtomicU64::new(0) }
    }

    pub fn add(&self, more: u64) {
        self.value.fetch_add(more, Ordering::Relaxed);
    }

    pub fn increment(&self) {
        self.add(1);
    }

    pub fn value(&self) -> u64 {
        self.value.load(Ordering::Relaxed)
    }

    pub(super) fn samples_with(&self, labels: Vec<(&'static str, String)>) -> Vec<Sample> {
        vec![Sample { suffix: "", labels, value: self.value() as f64 }]
    }
}

impl Metric for Counter {
    fn facts(&self) -> Facts {
        self.facts
    }

    fn kind(&self) -> &'static str {
        "counter"
    }

    fn samples(&self) -> Vec<Sample> {
        self.samples_with(Vec::new())
    }
}

/// Rises and falls.
pub struct Gauge {
    facts: Facts,
    /// In thousandths, so that seconds have milliseconds.
    thousandths: AtomicI64,
}

impl Gauge {
    pub const fn new(name: &'static str, help: &'static str) -> Self {
        Self { facts: Facts { name, help, labels: &[] }, thousandths: AtomicI64::new(0) }
    }

    /// Whole numbers, such as bytes; kept up to 2^63 / 1,000.
    pub fn set(&self, value: u64) {
        let value = i64::try_from(value).unwrap_or(i64::MAX);
        self.thousandths.store(value.saturating_mul(1000), Ordering::Relaxed);
    }

    /// Seconds, to the millisecond.
    pub fn set_seconds(&self, time: Duration) {
        let value = i64::try_from(time.as_millis()).unwrap_or(i64::MAX);
        self.thousandths.store(value, Ordering::Relaxed);
    }

    /// Adds, or takes away where `change` is negative.
    pub fn add(&self, change: i64) {
        self.thousandths.fetch_add(change.saturating_mul(1000), Ordering::Relaxed);
    }

    pub fn value(&self) -> f64 {
        self.thousandths.load(Ordering::Relaxed) as f64 / 1000.0
    }

    pub(super) fn samples_with(&self, labels: Vec<(&'static str, String)>) -> Vec<Sample> {
        vec![Sample { suffix: "", labels, value: self.value() }]
    }
}

impl Metric for Gauge {
    fn facts(&self) -> Facts {
        self.facts
    }

    fn kind(&self) -> &'static str {
        "gauge"
    }

    fn samples(&self) -> Vec<Sample> {
        self.samples_with(Vec::new())
    }
}

/// How often values fell under each of some bounds.
pub struct Histogram {
    facts: Facts,
    bounds: &'static [f64],
    /// One per bound, and one for what is over all of them.
    buckets: [AtomicU64; BOUNDS_MAX + 1],
    /// The bits of an `f64`.
    sum: AtomicU64,
}

impl Histogram {
    /// `bounds` rise and are at most 24.
    pub const fn new(name: &'static str, help: &'static str, bounds: &'static [f64]) -> Self {
        assert!(bounds.len() <= BOUNDS_MAX, "a histogram has at most 24 bounds");
        Self {
            facts: Facts { name, help, labels: &[] },
            bounds,
            buckets: [const { AtomicU64::new(0) }; BOUNDS_MAX + 1],
            sum: AtomicU64::new(0),
        }
    }

    pub fn observe(&self, value: f64) {
        let bucket = self.bounds.partition_point(|bound| *bound < value);
        if let Some(bucket) = self.buckets.get(bucket) {
            bucket.fetch_add(1, Ordering::Relaxed);
        }
        let added = |bits| Some((f64::from_bits(bits) + value).to_bits());
        // The closure always answers, so this always ends with the new sum in place.
        let _ = self.sum.fetch_update(Ordering::Relaxed, Ordering::Relaxed, added);
    }

    /// In seconds.
    pub fn observe_time(&self, time: Duration) {
        self.observe(time.as_secs_f64());
    }

    pub fn count(&self) -> u64 {
        self.buckets.iter().map(|bucket| bucket.load(Ordering::Relaxed)).sum()
    }

    pub(super) fn samples_with(&self, labels: &[(&'static str, String)]) -> Vec<Sample> {
        let mut samples = Vec::with_capacity(self.bounds.len() + 3);
        let mut count = 0;
        for (n, bucket) in self.buckets.iter().take(self.bounds.len() + 1).enumerate() {
            count += bucket.load(Ordering::Relaxed);
            let bound = self.bounds.get(n).map_or("+Inf".into(), f64::to_string);
            let labels = labels.iter().cloned().chain([("le", bound)]).collect();
            samples.push(Sample { suffix: "_bucket", labels, value: count as f64 });
        }
        let sum = f64::from_bits(self.sum.load(Ordering::Relaxed));
        samples.push(Sample { suffix: "_sum", labels: labels.to_vec(), value: sum });
        samples.push(Sample { suffix: "_count", labels: labels.to_vec(), value: count as f64 });
        samples
    }
}

impl Metric for Histogram {
    fn facts(&self) -> Facts {
        self.facts
    }

    fn kind(&self) -> &'static str {
        "histogram"
    }

    fn samples(&self) -> Vec<Sample> {
        self.samples_with(&[])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_counter_rises_and_a_gauge_follows() {
        let counter = Counter::new("levada_a_total", "A");
        counter.increment();
        counter.add(2);
        assert_eq!(counter.value(), 3);
        let gauge = Gauge::new("levada_b", "B");
        gauge.set(10);
        gauge.add(-4);
        assert_eq!(gauge.value(), 6.0);
        gauge.set_seconds(Duration::from_millis(1500));
        assert_eq!(gauge.value(), 1.5);
    }

    #[test]
    fn a_value_on_a_bound_counts_under_it() {
        let histogram = Histogram::new("levada_c", "C", &[1.0, 2.0]);
        for value in [0.5, 1.0, 1.5, 2.5] {
            histogram.observe(value);
        }
        let values: Vec<f64> = histogram.samples().iter().map(|sample| sample.value).collect();
        assert_eq!(values, [2.0, 3.0, 4.0, 5.5, 4.0]);
    }
}
