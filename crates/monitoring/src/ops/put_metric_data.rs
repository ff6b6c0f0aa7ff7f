//! `PutMetricData`: adds data to metrics; all of them, or none when one is wrong.
//! Does not: use the entities that data may come with.

use std::sync::Arc;

use levada_model::{Empty, cloudwatch as model};
use levada_wire::{Caller, Operation};

use crate::datum::Datum;
use crate::error::Error;
use crate::limits::DATA_MAX;
use crate::service::Monitoring;

pub struct PutMetricData;

impl Operation for PutMetricData {
    const NAME: &'static str = "PutMetricData";
    type Service = Monitoring;
    type Input = model::PutMetricDataInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        monitoring: &Arc<Monitoring>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Empty, Error> {
        let namespace = input.namespace.ok_or(Error::Missing("Namespace"))?;
        if namespace.starts_with("AWS/") {
            return Err(Error::InvalidValue(format!(
                "The value {namespace} for parameter Namespace is invalid."
            )));
        }
        let of_entities = input.entity_metric_data.unwrap_or_default();
        let of_entities = of_entities.into_iter().flat_map(|it| it.metric_data.unwrap_or_default());
        let given: Vec<_> =
            input.metric_data.unwrap_or_default().into_iter().chain(of_entities).collect();
        if given.is_empty() {
            return Err(Error::Missing("MetricData"));
        }
        if given.len() > DATA_MAX {
            return Err(Error::InvalidValue(format!(
                "The collection MetricData must not have a size greater than {DATA_MAX}."
            )));
        }
        let now = monitoring.now();
        let parsed = given.into_iter().enumerate().map(|(place, given)| {
            Datum::parse(&namespace, &format!("MetricData.member.{}", place + 1), given, now)
        });
        monitoring.put(parsed.collect::<Result<_, Error>>()?);
        Ok(Empty {})
    }
}
