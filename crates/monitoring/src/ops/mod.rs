//! The CloudWatch operations that are served: one file each, one line in the sorted list.
//! Does not: hold logic; operations parse, call the service, and convert what comes back.

mod get_metric_data;
mod get_metric_statistics;
mod list_metrics;
mod put_metric_data;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use levada_model::cloudwatch as model;
use levada_wire::{Erased, ServiceApi};

use crate::error::Error;
use crate::service::Monitoring;
use crate::store::{MINUTE_SECS, Span};

pub fn api(monitoring: &Arc<Monitoring>) -> ServiceApi {
    let operations = vec![
        Erased::<get_metric_data::GetMetricData>::new(),
        Erased::<get_metric_statistics::GetMetricStatistics>::new(),
        Erased::<list_metrics::ListMetrics>::new(),
        Erased::<put_metric_data::PutMetricData>::new(),
    ];
    ServiceApi::of(&model::SERVICE, monitoring, operations)
}

/// The span of a request's StartTime, EndTime and Period.
fn span(
    start: Option<levada_model::Epoch>,
    end: Option<levada_model::Epoch>,
    period: Option<i32>,
) -> Result<Span, Error> {
    let start = start.ok_or(Error::Missing("StartTime"))?.0.div_euclid(1000);
    let end = end.ok_or(Error::Missing("EndTime"))?.0.div_euclid(1000);
    if start >= end {
        return Err(Error::InvalidCombination(
            "The parameter StartTime must be less than the parameter EndTime.".into(),
        ));
    }
    let period = i64::from(period.unwrap_or_default());
    match period {
        // Data of single seconds are kept by the minute.
        1 | 5 | 10 | 20 | 30 => Ok(Span { start, end, period: MINUTE_SECS }),
        _ if period > 0 && period % MINUTE_SECS == 0 => Ok(Span { start, end, period }),
        _ => Err(Error::InvalidValue(
            "The parameter Period must be 1, 5, 10, 20, 30, or a multiple of 60.".into(),
        )),
    }
}
