//! Numbers gathered and lines printed.
//! Does not: measure anything.

use std::time::Duration;

/// Latencies in microseconds.
#[derive(Default)]
pub struct Latencies {
    micros: Vec<u32>,
}

impl Latencies {
    pub fn add(&mut self, latency: Duration) {
        self.micros.push(u32::try_from(latency.as_micros()).unwrap_or(u32::MAX));
    }

    pub fn merge(&mut self, other: Self) {
        self.micros.extend(other.micros);
    }

    pub fn count(&self) -> usize {
        self.micros.len()
    }

    /// The latency that `share` of all do not pass, in milliseconds.
    pub fn quantile(&mut self, share: f64) -> f64 {
        if self.micros.is_empty() {
            return f64::NAN;
        }
        let at = ((self.micros.len() - 1) as f64 * share) as usize;
        let (_, value, _) = self.micros.select_nth_unstable(at);
        f64::from(*value) / 1000.0
    }
}

pub fn heading(text: &str) {
    println!("\n{text}");
}

pub fn mib(bytes_per_second: f64) -> f64 {
    bytes_per_second / (1024.0 * 1024.0)
}
