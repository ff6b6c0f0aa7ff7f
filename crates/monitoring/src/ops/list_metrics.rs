//! `ListMetrics`: a page of metrics, by namespace, name and dimensions.
//! Does not: list metrics of other accounts; there are none.

use std::sync::Arc;

use levada_model::cloudwatch as model;
use levada_types::Timestamp;
use levada_wire::{Caller, Operation};

use crate::error::Error;
use crate::limits::{PAGE_METRICS, RECENT};
use crate::metric::MetricId;
use crate::service::Monitoring;

pub struct ListMetrics;

impl Operation for ListMetrics {
    const NAME: &'static str = "ListMetrics";
    type Service = Monitoring;
    type Input = model::ListMetricsInput;
    type Output = model::ListMetricsOutput;
    type Error = Error;

    async fn call(
        monitoring: &Arc<Monitoring>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let after = input.next_token.as_deref().map(parse_token).transpose()?;
        let active_since = input.recently_active.is_some().then(|| monitoring.now().minus(RECENT));
        let wanted = |metric: &MetricId, written: Timestamp| {
            is_wanted(&input, metric) && active_since.is_none_or(|since| written >= since)
        };
        let (metrics, more) = monitoring.list(after.as_ref(), PAGE_METRICS, wanted);
        let next_token = metrics.last().filter(|_| more).map(token).transpose()?;
        Ok(model::ListMetricsOutput {
            metrics: Some(metrics.iter().map(MetricId::to_model).collect()),
            next_token,
            ..Default::default()
        })
    }
}

fn is_wanted(input: &model::ListMetricsInput, metric: &MetricId) -> bool {
    let mut filters = input.dimensions.iter().flatten();
    input.namespace.as_ref().is_none_or(|namespace| *namespace == metric.namespace)
        && input.metric_name.as_ref().is_none_or(|name| *name == metric.name)
        && filters.all(|filter| {
            let name = filter.name.as_deref().unwrap_or_default();
            let found = metric.dimensions.get(name);
            found.is_some_and(|found| filter.value.as_ref().is_none_or(|value| value == found))
        })
}

/// A page token is the last metric of the page before; it holds no secret.
fn token(metric: &MetricId) -> Result<String, Error> {
    serde_json::to_string(metric).map_err(|_| Error::InvalidToken)
}

fn parse_token(token: &str) -> Result<MetricId, Error> {
    serde_json::from_str(token).map_err(|_| Error::InvalidToken)
}
