//! The company's old nightly job: everything recomputed from the raw log files, in one pass,
//! with none of the pipeline's code.
//! Does not: know streams, windows engines or tables.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use chrono::NaiveDateTime;

use super::world::{Customer, SLOT_MS, Thresholds, WINDOW_MS};
use levada_types::Timestamp;

/// One line of the sensors' log.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Transaction {
    pub id: String,
    pub at_ms: i64,
    pub customer: String,
    pub station: String,
    pub vehicle: String,
    pub toll_cents: i64,
}

/// A customer's month over the windows that have ended.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Month {
    pub spent_cents: i64,
    pub trips: i64,
    /// Start of the first window whose total passes the limit.
    pub breached_in_ms: Option<i64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alert {
    pub vehicles: i64,
    pub expected_min: i64,
}

pub struct Truth {
    pub transactions: BTreeMap<String, Transaction>,
    /// By customer and month such as `2026-03`.
    pub months: BTreeMap<(String, String), Month>,
    /// By station and start of the half hour.
    pub alerts: BTreeMap<(String, i64), Alert>,
}

impl Truth {
    pub fn breaches(&self) -> BTreeSet<(String, String)> {
        let breached = self.months.iter().filter(|(_, month)| month.breached_in_ms.is_some());
        breached.map(|(key, _)| key.clone()).collect()
    }
}

pub fn parse_time(text: &str) -> Result<i64> {
    let text = text.replace('T', " ");
    let time = NaiveDateTime::parse_from_str(&text, "%Y-%m-%d %H:%M:%S%.f")
        .with_context(|| format!("`{text}` is not a time"))?;
    Ok(time.and_utc().timestamp_millis())
}

/// `12.3`, `12.30` and `12` are all so many cents; more than two decimals must be zeros.
pub fn parse_cents(text: &str) -> Result<i64> {
    let (whole, decimals) = text.split_once('.').unwrap_or((text, ""));
    let (cents, rest) = decimals.split_at(decimals.len().min(2));
    if rest.bytes().any(|b| b != b'0') {
        bail!("`{text}` has fractions of a cent");
    }
    let whole: i64 = whole.parse().with_context(|| format!("`{text}` is not an amount"))?;
    let cents: i64 =
        format!("{cents:0<2}").parse().with_context(|| format!("`{text}` is not an amount"))?;
    Ok(whole * 100 + cents)
}

fn parse_line(line: &str) -> Result<Transaction> {
    let cells: Vec<&str> = line.split(',').collect();
    let [at, id, customer, station, vehicle, toll] = cells[..] else {
        bail!("line `{line}` does not have six cells");
    };
    Ok(Transaction {
        id: id.to_owned(),
        at_ms: parse_time(at)?,
        customer: customer.to_owned(),
        station: station.to_owned(),
        vehicle: vehicle.to_owned(),
        toll_cents: parse_cents(toll)?,
    })
}

fn read_logs(folder: &Path) -> Result<BTreeMap<String, Transaction>> {
    let mut transactions = BTreeMap::new();
    for entry in fs::read_dir(folder)? {
        for line in fs::read_to_string(entry?.path())?.lines() {
            let transaction = parse_line(line)?;
            if transactions.insert(transaction.id.clone(), transaction).is_some() {
                bail!("line `{line}` is in the log twice");
            }
        }
    }
    Ok(transactions)
}

pub fn run(folder: &Path, customers: &[Customer], thresholds: &Thresholds) -> Result<Truth> {
    let transactions = read_logs(folder)?;
    let first = transactions.values().map(|t| t.at_ms).min().context("the log is empty")?;
    let last = transactions.values().map(|t| t.at_ms).max().context("the log is empty")?;
    let months = customer_months(&transactions, customers, last);
    let alerts = station_alerts(&transactions, thresholds, first, last);
    Ok(Truth { transactions, months, alerts })
}

fn customer_months(
    transactions: &BTreeMap<String, Transaction>,
    customers: &[Customer],
    last: i64,
) -> BTreeMap<(String, String), Month> {
    let mut windows: BTreeMap<(i64, String), (i64, i64)> = BTreeMap::new();
    for t in transactions.values() {
        let window = t.at_ms.div_euclid(WINDOW_MS) * WINDOW_MS;
        if window + WINDOW_MS <= last {
            let (cents, trips) = windows.entry((window, t.customer.clone())).or_default();
            *cents += t.toll_cents;
            *trips += 1;
        }
    }
    let mut months: BTreeMap<(String, String), Month> = BTreeMap::new();
    for ((window, customer), (cents, trips)) in windows {
        let name = super::simulator::iso(Timestamp(window)).chars().take(7).collect();
        let limit = customers.iter().find(|c| c.id == customer).map(|c| c.monthly_limit_cents);
        let month = months.entry((customer, name)).or_default();
        month.spent_cents += cents;
        month.trips += trips;
        if limit.is_some_and(|limit| month.spent_cents > limit as i64) {
            month.breached_in_ms.get_or_insert(window);
        }
    }
    months
}

fn station_alerts(
    transactions: &BTreeMap<String, Transaction>,
    thresholds: &Thresholds,
    first: i64,
    last: i64,
) -> BTreeMap<(String, i64), Alert> {
    let mut counts: BTreeMap<(String, i64), i64> = BTreeMap::new();
    for t in transactions.values() {
        *counts.entry((t.station.clone(), t.at_ms.div_euclid(SLOT_MS) * SLOT_MS)).or_default() += 1;
    }
    let mut alerts = BTreeMap::new();
    let mut slot = first.div_euclid(SLOT_MS) * SLOT_MS;
    while slot + SLOT_MS <= last {
        for station in thresholds.stations() {
            let expected_min = thresholds.expected_min(&station, Timestamp(slot)) as i64;
            let vehicles = counts.get(&(station.clone(), slot)).copied().unwrap_or(0);
            if vehicles < expected_min {
                alerts.insert((station, slot), Alert { vehicles, expected_min });
            }
        }
        slot += SLOT_MS;
    }
    alerts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_to_the_cent() {
        assert_eq!(parse_cents("2.40").unwrap(), 240);
        assert_eq!(parse_cents("2.4").unwrap(), 240);
        assert_eq!(parse_cents("2").unwrap(), 200);
        assert_eq!(parse_cents("2.4000").unwrap(), 240);
        assert!(parse_cents("2.405").is_err());
    }

    #[test]
    fn a_missing_station_is_an_alert_and_an_open_slot_is_not() {
        let thresholds = Thresholds::parse("A,0,1\nA,1,1\nB,0,2\nB,1,2\n").unwrap();
        let at = |id: &str, at_ms| {
            let text = |s: &str| s.to_owned();
            let (customer, vehicle) = (text("c"), text("CAR"));
            let t = Transaction {
                id: text(id),
                at_ms,
                customer,
                station: text("A"),
                vehicle,
                toll_cents: 1,
            };
            (text(id), t)
        };
        let transactions = BTreeMap::from([at("1", 10), at("2", SLOT_MS + 5)]);
        let alerts = station_alerts(&transactions, &thresholds, 10, SLOT_MS + 5);
        let expected = Alert { vehicles: 0, expected_min: 2 };
        assert_eq!(alerts, BTreeMap::from([(("B".to_owned(), 0), expected)]));
    }
}
