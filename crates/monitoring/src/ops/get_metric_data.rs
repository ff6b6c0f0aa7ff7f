//! `GetMetricData`: one statistic of each of many metrics by periods, page by page.
//! Does not: compute metric math or search; a query with an Expression is refused.

use std::sync::Arc;

use levada_model::{Epoch, cloudwatch as model};
use levada_wire::{Caller, Operation};

use super::span;
use crate::error::Error;
use crate::limits::{DATA_POINTS_MAX, QUERIES_MAX};
use crate::metric::{MetricId, dimensions};
use crate::service::Monitoring;
use crate::statistic::Statistic;
use crate::store::Span;

pub struct GetMetricData;

impl Operation for GetMetricData {
    const NAME: &'static str = "GetMetricData";
    type Service = Monitoring;
    type Input = model::GetMetricDataInput;
    type Output = model::GetMetricDataOutput;
    type Error = Error;

    async fn call(
        monitoring: &Arc<Monitoring>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let given = input.metric_data_queries.unwrap_or_default();
        if given.len() > QUERIES_MAX {
            return Err(Error::InvalidValue(format!(
                "The collection MetricDataQueries must not have a size greater than {QUERIES_MAX}."
            )));
        }
        let parse = |query| Query::parse(query, input.start_time, input.end_time);
        let queries = given.into_iter().map(parse).collect::<Result<Vec<_>, Error>>()?;
        let is_ascending = input.scan_by.as_deref() == Some("TimestampAscending");
        let token = input.next_token.as_deref();
        let mut page = Page {
            skip: token.map_or(Ok(0), |token| token.parse().map_err(|_| Error::InvalidToken))?,
            room: usize::try_from(input.max_datapoints.unwrap_or(i32::MAX))
                .unwrap_or(DATA_POINTS_MAX)
                .clamp(1, DATA_POINTS_MAX),
            seen: 0,
            is_cut: false,
        };
        let shown = queries.into_iter().filter(|query| query.is_returned);
        let results = shown.map(|query| query.run(monitoring, is_ascending, &mut page)).collect();
        Ok(model::GetMetricDataOutput {
            metric_data_results: Some(results),
            next_token: page.is_cut.then(|| page.seen.to_string()),
            messages: Some(Vec::new()),
        })
    }
}

/// A page of the datapoints of all queries in their order; its token is how many came before.
struct Page {
    skip: usize,
    room: usize,
    seen: usize,
    is_cut: bool,
}

impl Page {
    fn takes_one(&mut self) -> bool {
        if self.is_cut || (self.seen >= self.skip && self.room == 0) {
            self.is_cut = true;
            return false;
        }
        self.seen += 1;
        if self.seen <= self.skip {
            return false;
        }
        self.room -= 1;
        true
    }
}

struct Query {
    id: String,
    label: String,
    metric: MetricId,
    statistic: Statistic,
    unit: Option<String>,
    span: Span,
    is_returned: bool,
}

impl Query {
    fn parse(
        given: model::MetricDataQuery,
        start: Option<Epoch>,
        end: Option<Epoch>,
    ) -> Result<Self, Error> {
        let id = given.id.unwrap_or_default();
        if given.expression.is_some() {
            return Err(Error::Unserved(format!(
                "The Expression of query {id} is not supported by this endpoint; ask for metrics."
            )));
        }
        let stat = given.metric_stat.ok_or(Error::Missing("MetricStat"))?;
        let metric = stat.metric.unwrap_or_default();
        let metric = MetricId {
            namespace: metric.namespace.unwrap_or_default(),
            name: metric.metric_name.unwrap_or_default(),
            dimensions: dimensions(metric.dimensions)?,
        };
        let name = stat.stat.unwrap_or_default();
        let statistic = name.parse().map_err(|_| {
            Error::Unserved(format!("The statistic {name} is not supported by this endpoint."))
        })?;
        Ok(Self {
            id,
            label: given.label.unwrap_or_else(|| metric.name.clone()),
            metric,
            statistic,
            unit: stat.unit,
            span: span(start, end, stat.period)?,
            is_returned: given.return_data != Some(false),
        })
    }

    fn run(
        self,
        monitoring: &Monitoring,
        is_ascending: bool,
        page: &mut Page,
    ) -> model::MetricDataResult {
        let mut points = monitoring.read(&self.metric, self.unit.as_deref(), &self.span);
        if !is_ascending {
            points.reverse();
        }
        points.retain(|_| page.takes_one());
        model::MetricDataResult {
            id: Some(self.id),
            label: Some(self.label),
            timestamps: Some(points.iter().map(|point| Epoch(point.at * 1000)).collect()),
            values: Some(points.iter().map(|p| p.summary.get(self.statistic)).collect()),
            status_code: Some(if page.is_cut { "PartialData" } else { "Complete" }.to_owned()),
            ..Default::default()
        }
    }
}
