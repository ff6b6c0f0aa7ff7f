//! Comparing what the pipeline did with what the nightly job computed.
//! Does not: wait; the day asks again until there is no difference or time is up.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use serde_json::{Value, json};

use super::archive;
use super::cloud::{Cloud, MONTHS};
use super::inbox::{Breach, Shown};
use super::nightly::{Truth, parse_cents};
use super::warehouse;

/// Differences in words, at most this many per kind.
const NAMED_MAX: usize = 3;

#[derive(Default)]
pub struct Findings {
    pub differences: Vec<String>,
    /// Records that are in raw objects more often than once.
    pub archive_duplicates: u64,
    pub archive_objects: usize,
}

impl Findings {
    fn compare<K: Ord + std::fmt::Debug, V: PartialEq + std::fmt::Debug>(
        &mut self,
        what: &str,
        expected: &BTreeMap<K, V>,
        found: &BTreeMap<K, V>,
    ) {
        let mut differences = Vec::new();
        for (key, value) in expected {
            match found.get(key) {
                None => differences.push(format!("{what}: {key:?} is missing")),
                Some(other) if other != value => {
                    differences.push(format!("{what}: {key:?} is {other:?}, expected {value:?}"));
                }
                Some(_) => {}
            }
        }
        let surplus = found.keys().filter(|key| !expected.contains_key(*key));
        differences.extend(surplus.map(|key| format!("{what}: {key:?} should not be there")));
        let more = differences.len().saturating_sub(NAMED_MAX);
        self.differences.extend(differences.into_iter().take(NAMED_MAX));
        if more > 0 {
            self.differences.push(format!("{what}: and {more} more"));
        }
    }
}

/// `duplicates_allowed` speaks of raw objects only.
pub async fn run(
    cloud: &Cloud,
    warehouse_port: u16,
    truth: &Truth,
    shown: &std::sync::Mutex<Shown>,
    duplicates_allowed: bool,
) -> Result<Findings> {
    let mut findings = Findings::default();
    let expected = truth.transactions.values().map(|t| (t.clone(), 1)).collect();
    let loaded = warehouse::transactions(warehouse_port).await?;
    findings.compare("warehouse row", &expected, &loaded);

    let expected = truth.transactions.keys().map(|id| (id.clone(), 1)).collect();
    let mut archived = archive::transaction_ids(cloud.client()).await?;
    findings.archive_objects = archive::keys(cloud.client()).await?.len();
    findings.archive_duplicates = archived.values().map(|count| count - 1).sum();
    if duplicates_allowed {
        archived.values_mut().for_each(|count| *count = 1);
    }
    findings.compare("archived transaction", &expected, &archived);

    let expected =
        truth.months.iter().map(|(k, m)| (k.clone(), (m.spent_cents, m.trips))).collect();
    findings.compare("customer's month", &expected, &months(cloud).await?);

    let shown = shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    let expected = truth.breaches().into_iter().map(|key| (key, ())).collect();
    let notified = shown.breaches.keys().map(|key| (key.clone(), ())).collect();
    findings.compare("notified breach", &expected, &notified);
    for ((customer, month), received) in &shown.breaches {
        let Breach { spent_cents, limit_cents } = received.content;
        if spent_cents <= limit_cents {
            findings.differences.push(format!(
                "notified breach: {customer} had spent {spent_cents} of {limit_cents} cents in {month}"
            ));
        }
    }
    let alerted =
        shown.alerts.iter().map(|(k, alert)| (k.clone(), alert.content.clone())).collect();
    findings.compare("station alert", &truth.alerts, &alerted);
    if shown.unreadable > 0 {
        findings.differences.push(format!("{} notifications were unreadable", shown.unreadable));
    }
    Ok(findings)
}

/// The months table: cents and trips by customer and month.
async fn months(cloud: &Cloud) -> Result<BTreeMap<(String, String), (i64, i64)>> {
    let mut found = BTreeMap::new();
    let mut start = Value::Null;
    loop {
        let mut request = json!({"TableName": MONTHS});
        if !start.is_null() {
            request["ExclusiveStartKey"] = start;
        }
        let mut page = cloud.dynamodb("Scan", request).await?;
        for item in page["Items"].as_array().into_iter().flatten() {
            let cell = |name: &str, kind: &str| {
                item[name][kind]
                    .as_str()
                    .with_context(|| format!("`{name}` is missing"))
                    .map(str::to_owned)
            };
            let key = (cell("customer_id", "S")?, cell("month", "S")?);
            let month = (parse_cents(&cell("spent", "N")?)?, cell("trips", "N")?.parse()?);
            found.insert(key, month);
        }
        start = page["LastEvaluatedKey"].take();
        if start.is_null() {
            return Ok(found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn missing_wrong_and_surplus_entries_are_all_differences() {
        let mut findings = Findings::default();
        let expected = BTreeMap::from([(1, 'a'), (2, 'b')]);
        let found = BTreeMap::from([(2, 'x'), (3, 'c')]);
        findings.compare("thing", &expected, &found);
        assert_eq!(
            findings.differences,
            [
                "thing: 1 is missing",
                "thing: 2 is 'x', expected 'b'",
                "thing: 3 should not be there"
            ]
        );
    }
}
