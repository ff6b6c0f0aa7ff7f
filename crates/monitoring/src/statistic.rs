//! Statistics of values: their count, sum, least and greatest.
//! Does not: keep the values themselves, and so knows no percentiles.

use std::str::FromStr;

/// Of at least one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Summary {
    pub count: f64,
    pub sum: f64,
    pub minimum: f64,
    pub maximum: f64,
}

impl Summary {
    /// Of `count` times the same value.
    pub fn of(value: f64, count: f64) -> Self {
        Self { count, sum: value * count, minimum: value, maximum: value }
    }

    pub fn and(self, other: Self) -> Self {
        Self {
            count: self.count + other.count,
            sum: self.sum + other.sum,
            minimum: self.minimum.min(other.minimum),
            maximum: self.maximum.max(other.maximum),
        }
    }

    pub fn get(&self, statistic: Statistic) -> f64 {
        match statistic {
            Statistic::SampleCount => self.count,
            Statistic::Average => self.sum / self.count,
            Statistic::Sum => self.sum,
            Statistic::Minimum => self.minimum,
            Statistic::Maximum => self.maximum,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statistic {
    SampleCount,
    Average,
    Sum,
    Minimum,
    Maximum,
}

/// The name is none of a statistic that is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct UnknownStatistic;

impl FromStr for Statistic {
    type Err = UnknownStatistic;

    fn from_str(name: &str) -> Result<Self, UnknownStatistic> {
        match name {
            "SampleCount" => Ok(Self::SampleCount),
            "Average" => Ok(Self::Average),
            "Sum" => Ok(Self::Sum),
            "Minimum" => Ok(Self::Minimum),
            "Maximum" => Ok(Self::Maximum),
            _ => Err(UnknownStatistic),
        }
    }
}
