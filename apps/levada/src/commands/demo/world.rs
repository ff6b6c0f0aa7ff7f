//! The company's world: stations with daily and weekly profiles, customers with limits, and
//! every passage of a day, from a seed.
//! Does not: write files (see `simulator`) or know what the pipeline does with them.

use std::collections::BTreeMap;

use anyhow::{Context, Result};
use levada_env::{Random, SeededRandom};
use levada_types::Timestamp;

pub const THRESHOLDS_CSV: &str =
    include_str!("../../../../../examples/abc-tolls/station-thresholds.csv");

pub const SLOT_MS: i64 = 30 * 60 * 1000;
pub const WINDOW_MS: i64 = 10 * 60 * 1000;
const SLOTS_PER_WEEK: i64 = 336;
const CUSTOMERS: u64 = 120;
/// Vehicle classes with their price at the cheapest station, in cents.
const VEHICLES: &[(&str, u64)] = &[("CAR", 240), ("CAR", 240), ("VAN", 360), ("TRUCK", 720)];

#[derive(Clone, Debug)]
pub struct Customer {
    pub id: String,
    pub monthly_limit_cents: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Passage {
    pub at: Timestamp,
    pub customer: String,
    pub station: String,
    pub vehicle: &'static str,
    pub toll_cents: u64,
}

/// Fewest vehicles by station and half hour of the week.
pub struct Thresholds(BTreeMap<(String, i64), u64>);

impl Thresholds {
    pub fn parse(csv: &str) -> Result<Self> {
        let row = |line: &str| -> Option<((String, i64), u64)> {
            let mut cells = line.split(',');
            let station = cells.next()?.to_owned();
            Some(((station, cells.next()?.parse().ok()?), cells.next()?.parse().ok()?))
        };
        let rows = csv.lines().map(|line| {
            row(line).with_context(|| format!("line `{line}` of the thresholds is malformed"))
        });
        Ok(Self(rows.collect::<Result<_>>()?))
    }

    pub fn stations(&self) -> Vec<String> {
        let mut stations: Vec<String> = self.0.keys().map(|(station, _)| station.clone()).collect();
        stations.dedup();
        stations
    }

    /// For the half hour that begins at `slot_start`.
    pub fn expected_min(&self, station: &str, slot_start: Timestamp) -> u64 {
        let slot = (slot_start.as_millis() / SLOT_MS).rem_euclid(SLOTS_PER_WEEK);
        self.0.get(&(station.to_owned(), slot)).copied().unwrap_or(0)
    }
}

/// What goes wrong during the day.
pub struct Faults {
    /// Sends nothing from this time on.
    pub dead: (String, Timestamp),
    /// Sees only every fourth vehicle in this span.
    pub blind: (String, Timestamp, Timestamp),
}

pub struct World {
    pub customers: Vec<Customer>,
    pub passages: Vec<Passage>,
    pub faults: Faults,
}

impl World {
    /// Passages from `start` to `end`, both on half hours, in order of time.
    pub fn new(seed: u64, thresholds: &Thresholds, start: Timestamp, end: Timestamp) -> Self {
        let random = SeededRandom::new(seed);
        let customers = (1..=CUSTOMERS)
            .map(|n| Customer {
                id: format!("C{n:04}"),
                monthly_limit_cents: 4_000 + 500 * random.below(90),
            })
            .collect::<Vec<_>>();
        let stations = thresholds.stations();
        let part = |share: i64| {
            let slots = (end.as_millis() - start.as_millis()) / SLOT_MS;
            Timestamp(start.as_millis() + slots * share / 100 * SLOT_MS)
        };
        let pick = |n: usize| stations.get(n % stations.len().max(1)).cloned().unwrap_or_default();
        let faults = Faults { dead: (pick(4), part(35)), blind: (pick(2), part(45), part(60)) };
        let mut passages = Vec::new();
        let mut slot = start;
        while slot < end {
            for station in &stations {
                let mut traffic = Traffic { random: &random, customers: &customers };
                let usual = 2 * thresholds.expected_min(station, slot);
                passages.extend(
                    traffic
                        .slot(station, slot, usual)
                        .into_iter()
                        .filter(|p| faults.sees(p, &random)),
                );
            }
            slot = Timestamp(slot.as_millis() + SLOT_MS);
        }
        passages.sort_by_key(|passage| passage.at);
        Self { customers, passages, faults }
    }
}

impl std::fmt::Display for Faults {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let time = |at: Timestamp| super::simulator::iso(at).chars().take(16).collect::<String>();
        let (dead, since) = &self.dead;
        let (blind, from, to) = &self.blind;
        write!(f, "sensor {dead} will die at {}; ", time(*since))?;
        write!(f, "sensor {blind} will miss vehicles from {} to {}", time(*from), time(*to))
    }
}

impl Faults {
    fn sees(&self, passage: &Passage, random: &SeededRandom) -> bool {
        let (dead, since) = &self.dead;
        let (blind, from, to) = &self.blind;
        let is_dead = passage.station == *dead && passage.at >= *since;
        let is_blind = passage.station == *blind && (*from..*to).contains(&passage.at);
        !is_dead && (!is_blind || random.below(4) == 0)
    }
}

struct Traffic<'a> {
    random: &'a SeededRandom,
    customers: &'a [Customer],
}

impl Traffic<'_> {
    /// About `usual` passages, a quarter more or less, anywhere in the half hour.
    fn slot(&mut self, station: &str, slot: Timestamp, usual: u64) -> Vec<Passage> {
        let spread = usual / 4;
        let count = usual - spread + self.random.below(2 * spread + 1);
        (0..count)
            .map(|_| {
                let (vehicle, price) = VEHICLES[self.random.below(VEHICLES.len() as u64) as usize];
                let extra = station.bytes().last().map_or(0, |digit| u64::from(digit % 8) * 15);
                let customer = self.random.below(self.customers.len() as u64) as usize;
                Passage {
                    at: slot
                        .plus(std::time::Duration::from_millis(self.random.below(SLOT_MS as u64))),
                    customer: self.customers[customer].id.clone(),
                    station: station.to_owned(),
                    vehicle,
                    toll_cents: price + extra,
                }
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: Timestamp = Timestamp(1_774_940_400_000);

    fn world() -> (Thresholds, World) {
        let thresholds = Thresholds::parse(THRESHOLDS_CSV).unwrap();
        let end = Timestamp(START.as_millis() + 48 * SLOT_MS);
        let world = World::new(7, &thresholds, START, end);
        (thresholds, world)
    }

    #[test]
    fn the_same_seed_makes_the_same_day() {
        assert_eq!(world().1.passages, world().1.passages);
    }

    #[test]
    fn healthy_stations_never_fall_below_their_thresholds() {
        let (thresholds, world) = world();
        let mut counts: BTreeMap<(String, i64), u64> = BTreeMap::new();
        for passage in &world.passages {
            let slot = passage.at.as_millis() / SLOT_MS;
            *counts.entry((passage.station.clone(), slot)).or_default() += 1;
        }
        for ((station, slot), count) in counts {
            if station != world.faults.dead.0 && station != world.faults.blind.0 {
                let start = Timestamp(slot * SLOT_MS);
                assert!(count >= thresholds.expected_min(&station, start), "{station} {slot}");
            }
        }
    }
}
