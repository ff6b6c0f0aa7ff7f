//! Counting records, bytes and latencies, and printing them.
//! Does not: make load.

use std::time::Duration;

use comfy_table::Table;

#[derive(Default)]
pub struct Measured {
    pub records: u64,
    pub bytes: u64,
    pub errors: u64,
    pub latencies: Vec<Duration>,
}

impl Measured {
    pub fn add(&mut self, other: Self) {
        self.records += other.records;
        self.bytes += other.bytes;
        self.errors += other.errors;
        self.latencies.extend(other.latencies);
    }

    /// One table: records/s, MiB/s, latency percentiles of the calls.
    #[expect(clippy::print_stdout, reason = "the table is this command's output")]
    pub fn print(mut self, what: &str, elapsed: Duration) {
        self.latencies.sort();
        let seconds = elapsed.as_secs_f64().max(f64::MIN_POSITIVE);
        let mib = self.bytes as f64 / (1024.0 * 1024.0);
        let mut table = Table::new();
        table.set_header([what, "value"]);
        let mut row = |name: &str, value: String| {
            table.add_row([name.to_owned(), value]);
        };
        row("seconds", format!("{seconds:.2}"));
        row("calls", self.latencies.len().to_string());
        row("failed calls", self.errors.to_string());
        row("records", self.records.to_string());
        row("records/s", format!("{:.0}", self.records as f64 / seconds));
        row("MiB/s", format!("{:.1}", mib / seconds));
        for (name, share) in [("p50", 0.5), ("p90", 0.9), ("p99", 0.99), ("p99.9", 0.999)] {
            row(&format!("latency {name} ms"), millis(percentile(&self.latencies, share)));
        }
        row("latency max ms", millis(self.latencies.last().copied().unwrap_or_default()));
        println!("{table}");
    }
}

pub fn millis(latency: Duration) -> String {
    format!("{:.2}", latency.as_secs_f64() * 1000.0)
}

/// The smallest value that at least `share` of the sorted values do not exceed.
pub fn percentile(sorted: &[Duration], share: f64) -> Duration {
    let rank = (sorted.len() as f64 * share).ceil() as usize;
    sorted.get(rank.saturating_sub(1)).copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_values_that_were_measured() {
        let sorted: Vec<Duration> = (1..=100).map(Duration::from_millis).collect();
        assert_eq!(percentile(&sorted, 0.5), Duration::from_millis(50));
        assert_eq!(percentile(&sorted, 0.99), Duration::from_millis(99));
        assert_eq!(percentile(&sorted, 0.999), Duration::from_millis(100));
        assert_eq!(percentile(&[], 0.5), Duration::ZERO);
    }
}
