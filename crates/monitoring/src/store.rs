//! The metrics in memory: a ring of minutes for each.
//! Does not: check data, or know requests.

use std::collections::BTreeMap;
use std::ops::Bound::{Excluded, Unbounded};

use levada_types::Timestamp;

use crate::datum::Datum;
use crate::limits::{METRICS_MAX, MINUTES_MAX};
use crate::metric::MetricId;
use crate::statistic::Summary;

pub const MINUTE_SECS: i64 = 60;

#[derive(Debug, Default)]
struct Series {
    /// By the second in which the minute begins.
    minutes: BTreeMap<i64, Summary>,
    written: Timestamp,
    /// Counts writes of the whole store: the lowest is the least recently written.
    turn: u64,
}

#[derive(Debug, Default)]
pub struct Store {
    /// By metric, then by unit.
    metrics: BTreeMap<MetricId, BTreeMap<String, Series>>,
    series_count: usize,
    turns: u64,
}

/// Which data of a metric: seconds from `start` to before `end`, cut into periods.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    pub start: i64,
    pub end: i64,
    /// A multiple of a minute.
    pub period: i64,
}

/// One period of one unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The second in which the period begins.
    pub at: i64,
    pub unit: String,
    pub summary: Summary,
}

impl Store {
    pub fn add(&mut self, datum: Datum, now: Timestamp) {
        let Datum { metric, unit, at, summary } = datum;
        let is_new = !self.metrics.get(&metric).is_some_and(|units| units.contains_key(&unit));
        if is_new {
            if self.series_count >= METRICS_MAX {
                self.forget_one();
            }
            self.series_count += 1;
        }
        self.turns += 1;
        let series = self.metrics.entry(metric).or_default().entry(unit).or_default();
        series.written = now;
        series.turn = self.turns;
        let minute = at.as_secs().div_euclid(MINUTE_SECS) * MINUTE_SECS;
        series
            .minutes
            .entry(minute)
            .and_modify(|known| *known = known.and(summary))
            .or_insert(summary);
        if series.minutes.len() > MINUTES_MAX {
            series.minutes.pop_first();
        }
    }

    fn forget_one(&mut self) {
        let series = self.metrics.iter().flat_map(|(metric, units)| {
            units.iter().map(move |(unit, series)| (series.turn, metric, unit))
        });
        let Some((_, metric, unit)) = series.min() else { return };
        let (metric, unit) = (metric.clone(), unit.clone());
        if let Some(units) = self.metrics.get_mut(&metric) {
            units.remove(&unit);
            if units.is_empty() {
                self.metrics.remove(&metric);
            }
        }
        self.series_count -= 1;
    }

    /// Metrics in order after `after`, each with when it was last written.
    pub fn list(
        &self,
        after: Option<&MetricId>,
    ) -> impl Iterator<Item = (&MetricId, Timestamp)> + '_ {
        let from = after.map_or(Unbounded, Excluded);
        self.metrics.range::<MetricId, _>((from, Unbounded)).map(|(metric, units)| {
            let written = units.values().map(|series| series.written).max();
            (metric, written.unwrap_or(Timestamp::EPOCH))
        })
    }

    /// Periods with data in time order; those of all units unless one is asked for.
    pub fn read(&self, metric: &MetricId, unit: Option<&str>, span: &Span) -> Vec<Point> {
        let mut points: BTreeMap<(i64, &String), Summary> = BTreeMap::new();
        let period = span.period.max(MINUTE_SECS);
        let start = span.start.div_euclid(period) * period;
        let units = self.metrics.get(metric).into_iter().flatten();
        for (name, series) in units.filter(|(name, _)| unit.is_none_or(|unit| unit == *name)) {
            for (minute, summary) in series.minutes.range(start..span.end.max(start)) {
                let at = minute.div_euclid(period) * period;
                points
                    .entry((at, name))
                    .and_modify(|known| *known = known.and(*summary))
                    .or_insert(*summary);
            }
        }
        let point =
            |((at, unit), summary): ((i64, &String), _)| Point { at, unit: unit.clone(), summary };
        points.into_iter().map(point).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn datum(name: usize, at: i64, value: f64) -> Datum {
        Datum {
            metric: metric(name),
            unit: "Count".into(),
            at: Timestamp::from_millis(at * 1000),
            summary: Summary::of(value, 1.0),
        }
    }

    fn metric(name: usize) -> MetricId {
        MetricId { namespace: "n".into(), name: name.to_string(), dimensions: BTreeMap::new() }
    }

    fn read(store: &Store, name: usize, period: i64) -> Vec<(i64, f64)> {
        let span = Span { start: 0, end: i64::MAX, period };
        let points = store.read(&metric(name), None, &span);
        points.into_iter().map(|point| (point.at, point.summary.sum)).collect()
    }

    #[test]
    fn values_add_up_within_their_minute_and_period() {
        let mut store = Store::default();
        for (at, value) in [(0, 1.0), (59, 2.0), (60, 4.0), (299, 8.0), (300, 16.0)] {
            store.add(datum(0, at, value), Timestamp::EPOCH);
        }
        assert_eq!(read(&store, 0, 60), [(0, 3.0), (60, 4.0), (240, 8.0), (300, 16.0)]);
        assert_eq!(read(&store, 0, 300), [(0, 15.0), (300, 16.0)]);
        let span = Span { start: 60, end: 300, period: 60 };
        assert_eq!(store.read(&metric(0), Some("Count"), &span).len(), 2);
        assert_eq!(store.read(&metric(0), Some("Bytes"), &span), []);
    }

    #[test]
    fn minutes_and_metrics_are_bounded() {
        let mut store = Store::default();
        for minute in 0..MINUTES_MAX as i64 + 10 {
            store.add(datum(0, minute * 60, 1.0), Timestamp::EPOCH);
        }
        let kept = read(&store, 0, 60);
        assert_eq!((kept.len(), kept[0].0), (MINUTES_MAX, 600));
        for name in 1..METRICS_MAX {
            store.add(datum(name, 0, 1.0), Timestamp::EPOCH);
        }
        store.add(datum(0, 0, 1.0), Timestamp::EPOCH);
        store.add(datum(METRICS_MAX, 0, 1.0), Timestamp::EPOCH);
        assert_eq!(store.list(None).count(), METRICS_MAX);
        assert!(store.list(None).all(|(kept, _)| *kept != metric(1)));
        assert!(store.list(None).any(|(kept, _)| *kept == metric(0)));
    }
}
