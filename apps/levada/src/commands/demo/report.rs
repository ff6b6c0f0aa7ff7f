//! The three conditions with their latencies in simulated time.
//! Does not: fail the demo over a slow machine; only differences do that.

use std::time::Duration;

use comfy_table::Table;
use levada_types::Timestamp;

use super::freshness::Freshness;
use super::inbox::Shown;
use super::nightly::Truth;
use super::world::{SLOT_MS, WINDOW_MS};

struct Condition {
    what: &'static str,
    limit: Duration,
    latencies: Vec<Duration>,
}

fn minutes(span: Duration) -> String {
    format!("{:.1} min", span.as_secs_f64() / 60.0)
}

impl Condition {
    fn row(&self) -> [String; 6] {
        let mut sorted = self.latencies.clone();
        sorted.sort();
        let at = |share: usize| sorted.get(sorted.len().saturating_sub(1) * share / 100).copied();
        let shown = |span: Option<Duration>| span.map_or_else(|| "-".to_owned(), minutes);
        let met = sorted.last().is_some_and(|worst| *worst <= self.limit);
        [
            self.what.to_owned(),
            minutes(self.limit),
            sorted.len().to_string(),
            shown(at(50)),
            shown(sorted.last().copied()),
            if met { "met" } else { "missed" }.to_owned(),
        ]
    }
}

/// The table as text.
pub fn table(truth: &Truth, shown: &Shown, freshness: &Freshness) -> String {
    let after =
        |at: Timestamp, start_ms: i64, span_ms: i64| at.since(Timestamp(start_ms + span_ms));
    let breaches = shown.breaches.iter().filter_map(|(key, received)| {
        let window = truth.months.get(key)?.breached_in_ms?;
        Some(after(received.at, window, WINDOW_MS))
    });
    let alerts =
        shown.alerts.iter().map(|((_, slot), received)| after(received.at, *slot, SLOT_MS));
    let conditions = [
        Condition {
            what: "reports are never older than",
            limit: Duration::from_secs(30 * 60),
            latencies: freshness.ages.clone(),
        },
        Condition {
            what: "customer notified after the window that breached, within",
            limit: Duration::from_secs(10 * 60),
            latencies: breaches.collect(),
        },
        Condition {
            what: "operators alerted after the slot's end, within",
            limit: Duration::from_secs(10 * 60),
            latencies: alerts.collect(),
        },
    ];
    let mut table = Table::new();
    table.set_header(["condition (simulated time)", "limit", "measured", "median", "worst", ""]);
    for condition in conditions {
        table.add_row(condition.row());
    }
    table.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_condition_is_met_only_by_its_worst_case() {
        let condition = |worst| Condition {
            what: "x",
            limit: Duration::from_secs(60),
            latencies: vec![Duration::from_secs(1), Duration::from_secs(worst)],
        };
        assert_eq!(condition(60).row()[5], "met");
        assert_eq!(condition(61).row()[5], "missed");
        let nothing = Condition { what: "x", limit: Duration::ZERO, latencies: vec![] };
        assert_eq!(nothing.row()[5], "missed");
    }
}
