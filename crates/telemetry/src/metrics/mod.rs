//! Metrics: counters, gauges and histograms of this process, each with its name in [`list`], and
//! their Prometheus text.
//! Does not: keep history or compute rates; whoever scrapes does.

mod family;
mod kinds;
pub mod list;

use std::fmt::Write as _;

pub use family::{CounterFamily, GaugeFamily, HistogramFamily};
pub use kinds::{BYTES, COUNTS, Counter, Gauge, Histogram, SECONDS};
pub use list::ALL;

/// The media type of [`render`]'s text.
pub const CONTENT_TYPE: &str = "text/plain; version=0.0.4; charset=utf-8";

/// What a metric is called and means. Names end in their unit; counters in `_total`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    pub name: &'static str,
    /// One sentence without a full stop.
    pub help: &'static str,
    pub labels: &'static [&'static str],
}

/// One number of a metric.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    /// What follows the metric's name: nothing, or a histogram's `_bucket`, `_sum`, `_count`.
    pub suffix: &'static str,
    pub labels: Vec<(&'static str, String)>,
    pub value: f64,
}

/// A metric as the list sees it.
pub trait Metric: Sync {
    fn facts(&self) -> Facts;

    /// Prometheus' word: `counter`, `gauge` or `histogram`.
    fn kind(&self) -> &'static str;

    fn samples(&self) -> Vec<Sample>;
}

/// Every metric in Prometheus' text format.
pub fn render() -> String {
    let mut text = String::new();
    for metric in ALL {
        render_one(*metric, &mut text);
    }
    text
}

fn render_one(metric: &dyn Metric, text: &mut String) {
    let samples = metric.samples();
    if samples.is_empty() {
        return;
    }
    let Facts { name, help, .. } = metric.facts();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "# HELP {name} {help}.\n# TYPE {name} {}", metric.kind());
    for sample in samples {
        let _ = write!(text, "{name}{}", sample.suffix);
        for (n, (label, value)) in sample.labels.iter().enumerate() {
            let before = if n == 0 { '{' } else { ',' };
            let _ = write!(text, "{before}{label}=\"{}\"", escaped(value));
        }
        let after = if sample.labels.is_empty() { "" } else { "}" };
        let _ = writeln!(text, "{after} {}", sample.value);
    }
}

fn escaped(value: &str) -> String {
    value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n")
}

/// The table of all metrics, as `docs/metrics.md` holds it.
pub fn table() -> String {
    let mut text = String::from("| metric | kind | labels | what it is |\n|---|---|---|---|\n");
    for metric in ALL {
        let Facts { name, help, labels } = metric.facts();
        let _ = writeln!(text, "| `{name}` | {} | {} | {help} |", metric.kind(), labels.join(", "));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_names_follow_the_rules() {
        let names: Vec<&str> = ALL.iter().map(|metric| metric.facts().name).collect();
        let mut sorted = names.clone();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(names, sorted);
        for metric in ALL {
            let Facts { name, help, .. } = metric.facts();
            let legal = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_';
            assert!(name.starts_with("levada_") && name.bytes().all(legal), "{name}");
            assert_eq!(name.ends_with("_total"), metric.kind() == "counter", "{name}");
            assert!(!help.is_empty() && !help.ends_with('.') && !help.contains('|'), "{name}");
        }
    }

    #[test]
    fn every_static_is_in_the_list() {
        let code = include_str!("list.rs");
        let statics = code.lines().filter_map(|line| {
            line.strip_prefix("pub static ")?.split_once(": ").map(|(name, _)| name)
        });
        for name in statics.filter(|name| *name != "ALL") {
            assert!(code.contains(&format!("    &{name},\n")), "{name} is not in ALL");
        }
    }

    #[test]
    fn the_page_holds_the_table_of_the_list() {
        let page = include_str!("../../../../docs/metrics.md");
        assert!(page.contains(&table()), "docs/metrics.md must hold this table:\n{}", table());
    }

    #[test]
    fn the_text_is_what_prometheus_reads() {
        static SYNC: Histogram = Histogram::new("levada_t_seconds", "Time", &[0.5, 1.0]);
        static CALLS: CounterFamily =
            CounterFamily::new("levada_t_total", "Calls", &["operation", "code"]);
        let mut text = String::new();
        render_one(&CALLS, &mut text);
        assert_eq!(text, "", "a family without a member says nothing");
        SYNC.observe(0.5);
        SYNC.observe(4.0);
        CALLS.with(&["Put\"\n", "200"]).add(3);
        render_one(&SYNC, &mut text);
        render_one(&CALLS, &mut text);
        assert_eq!(
            text,
            "# HELP levada_t_seconds Time.\n# TYPE levada_t_seconds histogram\n\
             levada_t_seconds_bucket{le=\"0.5\"} 1\nlevada_t_seconds_bucket{le=\"1\"} 1\n\
             levada_t_seconds_bucket{le=\"+Inf\"} 2\nlevada_t_seconds_sum 4.5\n\
             levada_t_seconds_count 2\n\
             # HELP levada_t_total Calls.\n# TYPE levada_t_total counter\n\
             levada_t_total{operation=\"Put\\\"\\n\",code=\"200\"} 3\n"
        );
    }
}
