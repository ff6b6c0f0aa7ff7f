//! One datum of PutMetricData, checked: what it adds to which metric, and when.
//! Does not: store it.

use levada_model::cloudwatch as model;
use levada_types::Timestamp;

use crate::error::Error;
use crate::limits::{FUTURE_MAX, PAST_MAX, VALUE_MAX, VALUES_MAX};
use crate::metric::{MetricId, dimensions};
use crate::statistic::Summary;

#[derive(Clone, Debug, PartialEq)]
pub struct Datum {
    pub metric: MetricId,
    pub unit: String,
    pub at: Timestamp,
    pub summary: Summary,
}

impl Datum {
    /// `member` names the datum in messages, such as `MetricData.member.1`.
    pub fn parse(
        namespace: &str,
        member: &str,
        given: model::MetricDatum,
        now: Timestamp,
    ) -> Result<Self, Error> {
        let name = given.metric_name.clone().unwrap_or_default();
        let at = given.timestamp.map_or(now, |time| Timestamp::from_millis(time.0));
        let wrong_time = |when: &str| {
            Err(Error::InvalidValue(format!(
                "The parameter {member}.Timestamp must specify a time {when}."
            )))
        };
        if at < now.minus(PAST_MAX) {
            return wrong_time("no more than two weeks in the past");
        }
        if at > now.plus(FUTURE_MAX) {
            return wrong_time("no more than two hours in the future");
        }
        let summary = summary(member, &given)?;
        Ok(Self {
            metric: MetricId {
                namespace: namespace.to_owned(),
                name,
                dimensions: dimensions(given.dimensions)?,
            },
            unit: given.unit.unwrap_or_else(|| "None".to_owned()),
            at,
            summary,
        })
    }
}

fn check_value(member: &str, value: f64) -> Result<f64, Error> {
    // Also false for what is no number.
    if value.abs() <= VALUE_MAX {
        return Ok(value);
    }
    Err(Error::InvalidValue(format!(
        "The value {value} for parameter {member} is invalid: it must lie within ±2^360."
    )))
}

fn summary(member: &str, given: &model::MetricDatum) -> Result<Summary, Error> {
    match (given.value, &given.values, &given.statistic_values) {
        (Some(value), None, None) if given.counts.is_none() => {
            Ok(Summary::of(check_value(&format!("{member}.Value"), value)?, 1.0))
        }
        (None, Some(values), None) => of_values(member, values, given.counts.as_deref()),
        (None, None, Some(set)) if given.counts.is_none() => of_set(member, set),
        _ => Err(Error::InvalidCombination(format!(
            "At least one, and no more than one, of the parameters {member}.Value, \
             {member}.Values (with Counts) and {member}.StatisticValues must be specified."
        ))),
    }
}

fn of_values(member: &str, values: &[f64], counts: Option<&[f64]>) -> Result<Summary, Error> {
    if values.len() > VALUES_MAX {
        return Err(Error::InvalidValue(format!(
            "The collection {member}.Values must not have a size greater than {VALUES_MAX}."
        )));
    }
    if counts.is_some_and(|counts| counts.len() != values.len()) {
        return Err(Error::InvalidCombination(format!(
            "The parameters {member}.Values and {member}.Counts must have the same size."
        )));
    }
    let mut sum: Option<Summary> = None;
    for (place, value) in values.iter().enumerate() {
        let value = check_value(&format!("{member}.Values"), *value)?;
        let count = counts.and_then(|counts| counts.get(place)).copied().unwrap_or(1.0);
        if !(count > 0.0 && count <= VALUE_MAX) {
            return Err(Error::InvalidValue(format!(
                "The value {count} for parameter {member}.Counts is invalid: counts are positive."
            )));
        }
        let next = Summary::of(value, count);
        sum = Some(sum.map_or(next, |sum| sum.and(next)));
    }
    sum.ok_or_else(|| {
        Error::InvalidValue(format!("The collection {member}.Values must not be empty."))
    })
}

fn of_set(member: &str, set: &model::StatisticSet) -> Result<Summary, Error> {
    let value = |name: &str, given: Option<f64>| {
        check_value(&format!("{member}.StatisticValues.{name}"), given.unwrap_or(f64::NAN))
    };
    let summary = Summary {
        count: value("SampleCount", set.sample_count)?,
        sum: value("Sum", set.sum)?,
        minimum: value("Minimum", set.minimum)?,
        maximum: value("Maximum", set.maximum)?,
    };
    if summary.count <= 0.0 || summary.minimum > summary.maximum {
        return Err(Error::InvalidCombination(format!(
            "The parameter {member}.StatisticValues must have a positive SampleCount, and a \
             Minimum not above its Maximum."
        )));
    }
    Ok(summary)
}
