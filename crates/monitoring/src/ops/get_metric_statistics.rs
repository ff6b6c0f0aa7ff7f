//! `GetMetricStatistics`: statistics of one metric by periods.
//! Does not: know percentiles; a request for one is refused.

use std::sync::Arc;

use levada_model::{Epoch, cloudwatch as model};
use levada_wire::{Caller, Operation};

use super::span;
use crate::error::Error;
use crate::limits::STATISTICS_POINTS_MAX;
use crate::metric::{MetricId, dimensions};
use crate::service::Monitoring;
use crate::statistic::Statistic;
use crate::store::{Point, Span};

pub struct GetMetricStatistics;

impl Operation for GetMetricStatistics {
    const NAME: &'static str = "GetMetricStatistics";
    type Service = Monitoring;
    type Input = model::GetMetricStatisticsInput;
    type Output = model::GetMetricStatisticsOutput;
    type Error = Error;

    async fn call(
        monitoring: &Arc<Monitoring>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let span = span(input.start_time, input.end_time, input.period)?;
        check_size(&span)?;
        if input.extended_statistics.is_some_and(|list| !list.is_empty()) {
            return Err(Error::Unserved(
                "ExtendedStatistics are not supported by this endpoint.".into(),
            ));
        }
        let statistics = statistics(&input.statistics.unwrap_or_default())?;
        let metric = MetricId {
            namespace: input.namespace.unwrap_or_default(),
            name: input.metric_name.unwrap_or_default(),
            dimensions: dimensions(input.dimensions)?,
        };
        let points = monitoring.read(&metric, input.unit.as_deref(), &span);
        Ok(model::GetMetricStatisticsOutput {
            label: Some(metric.name),
            datapoints: Some(points.iter().map(|point| shown(point, &statistics)).collect()),
        })
    }
}

fn check_size(span: &Span) -> Result<(), Error> {
    let count = (span.end - span.start + span.period - 1) / span.period;
    if count > STATISTICS_POINTS_MAX {
        return Err(Error::InvalidCombination(format!(
            "You have requested up to {count} datapoints, which exceeds the limit of 1,440. You \
             may reduce the datapoints requested by increasing Period, or decreasing the time \
             range."
        )));
    }
    Ok(())
}

fn statistics(names: &[String]) -> Result<Vec<Statistic>, Error> {
    if names.is_empty() {
        return Err(Error::Missing("Statistics"));
    }
    let parse = |name: &String| {
        name.parse().map_err(|_| {
            Error::InvalidValue(format!("The value {name} for parameter Statistics is invalid."))
        })
    };
    names.iter().map(parse).collect()
}

fn shown(point: &Point, statistics: &[Statistic]) -> model::Datapoint {
    let get = |wanted: Statistic| statistics.contains(&wanted).then(|| point.summary.get(wanted));
    model::Datapoint {
        timestamp: Some(Epoch(point.at * 1000)),
        sample_count: get(Statistic::SampleCount),
        average: get(Statistic::Average),
        sum: get(Statistic::Sum),
        minimum: get(Statistic::Minimum),
        maximum: get(Statistic::Maximum),
        unit: Some(point.unit.clone()),
        ..Default::default()
    }
}
