//! Families: one metric with labels, one member per combination of label values.
//! Does not: grow without bound; past [`SERIES_MAX`] members, new combinations are counted
//! together as `other`.

use std::collections::BTreeMap;
use std::sync::{Arc, PoisonError, RwLock};

use super::kinds::{Counter, Gauge, Histogram};
use super::{Facts, Metric, Sample};

/// Members of one family, so that a caller's names cannot fill the memory.
const SERIES_MAX: usize = 2_000;
const OTHER: &str = "other";

type Members<M> = RwLock<BTreeMap<Vec<String>, Arc<M>>>;

/// The member of `values`, one per label in their order. Missing ones are empty.
fn member<M>(
    members: &Members<M>,
    facts: &Facts,
    values: &[&str],
    new: impl FnOnce() -> M,
) -> Arc<M> {
    let text = |n: usize| values.get(n).copied().unwrap_or_default().to_owned();
    let key: Vec<String> = (0..facts.labels.len()).map(text).collect();
    if let Some(found) = members.read().unwrap_or_else(PoisonError::into_inner).get(&key) {
        return Arc::clone(found);
    }
    let mut members = members.write().unwrap_or_else(PoisonError::into_inner);
    let key = if members.len() < SERIES_MAX || members.contains_key(&key) {
        key
    } else {
        vec![OTHER.to_owned(); facts.labels.len()]
    };
    Arc::clone(members.entry(key).or_insert_with(|| Arc::new(new())))
}

fn samples<M>(
    members: &Members<M>,
    facts: &Facts,
    of: impl Fn(&M, Vec<(&'static str, String)>) -> Vec<Sample>,
) -> Vec<Sample> {
    let members = members.read().unwrap_or_else(PoisonError::into_inner);
    let labelled = members.iter().flat_map(|(values, member)| {
        of(member, facts.labels.iter().copied().zip(values.iter().cloned()).collect())
    });
    labelled.collect()
}

pub struct CounterFamily {
    facts: Facts,
    members: Members<Counter>,
}

impl CounterFamily {
    pub const fn new(
        name: &'static str,
        help: &'static str,
        labels: &'static [&'static str],
    ) -> Self {
        let facts = Facts { name, help, labels };
        Self { facts, members: RwLock::new(BTreeMap::new()) }
    }

    /// The counter of these label values; keep it where it is fed often.
    pub fn with(&self, values: &[&str]) -> Arc<Counter> {
        let Facts { name, help, .. } = self.facts;
        member(&self.members, &self.facts, values, || Counter::new(name, help))
    }
}

impl Metric for CounterFamily {
    fn facts(&self) -> Facts {
        self.facts
    }

    fn kind(&self) -> &'static str {
        "counter"
    }

    fn samples(&self) -> Vec<Sample> {
        samples(&self.members, &self.facts, Counter::samples_with)
    }
}

pub struct GaugeFamily {
    facts: Facts,
    members: Members<Gauge>,
}

impl GaugeFamily {
    pub const fn new(
        name: &'static str,
        help: &'static str,
        labels: &'static [&'static str],
    ) -> Self {
        let facts = Facts { name, help, labels };
        Self { facts, members: RwLock::new(BTreeMap::new()) }
    }

    /// The gauge of these label values; keep it where it is fed often.
    pub fn with(&self, values: &[&str]) -> Arc<Gauge> {
        let Facts { name, help, .. } = self.facts;
        member(&self.members, &self.facts, values, || Gauge::new(name, help))
    }

    /// Forgets the member of something that is gone.
    pub fn forget(&self, values: &[&str]) {
        let key: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
        self.members.write().unwrap_or_else(PoisonError::into_inner).remove(&key);
    }
}

impl Metric for GaugeFamily {
    fn facts(&self) -> Facts {
        self.facts
    }

    fn kind(&self) -> &'static str {
        "gauge"
    }

    fn samples(&self) -> Vec<Sample> {
        samples(&self.members, &self.facts, Gauge::samples_with)
    }
}

pub struct HistogramFamily {
    facts: Facts,
    bounds: &'static [f64],
    members: Members<Histogram>,
}

impl HistogramFamily {
    pub const fn new(
        name: &'static str,
        help: &'static str,
        labels: &'static [&'static str],
        bounds: &'static [f64],
    ) -> Self {
        let facts = Facts { name, help, labels };
        Self { facts, bounds, members: RwLock::new(BTreeMap::new()) }
    }

    /// The histogram of these label values; keep it where it is fed often.
    pub fn with(&self, values: &[&str]) -> Arc<Histogram> {
        let Facts { name, help, .. } = self.facts;
        let bounds = self.bounds;
        member(&self.members, &self.facts, values, || Histogram::new(name, help, bounds))
    }
}

impl Metric for HistogramFamily {
    fn facts(&self) -> Facts {
        self.facts
    }

    fn kind(&self) -> &'static str {
        "histogram"
    }

    fn samples(&self) -> Vec<Sample> {
        samples(&self.members, &self.facts, |member, labels| member.samples_with(&labels))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_combination_of_labels_is_one_member() {
        let family = GaugeFamily::new("levada_d", "D", &["stream"]);
        family.with(&["a"]).set(1);
        family.with(&["b"]).set(2);
        family.with(&["a"]).add(4);
        let values: Vec<f64> = family.samples().iter().map(|sample| sample.value).collect();
        assert_eq!(values, [5.0, 2.0]);
        family.forget(&["a"]);
        assert_eq!(family.samples().len(), 1);
    }

    #[test]
    fn members_are_bounded_and_the_rest_is_counted_together() {
        let family = CounterFamily::new("levada_e_total", "E", &["name"]);
        for n in 0..SERIES_MAX + 50 {
            family.with(&[&n.to_string()]).increment();
        }
        assert_eq!(family.samples().len(), SERIES_MAX + 1);
        assert_eq!(family.with(&["yet another"]).value(), 50);
    }
}
