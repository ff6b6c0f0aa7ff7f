//! `ListApplicationVersions`: the kept versions of an application, the oldest first.
//! Does not: keep more than the newest thousand.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::limits::LIST_COUNT;
use crate::ops::shapes::required;
use crate::service::Analytics;

pub struct ListApplicationVersions;

impl Operation for ListApplicationVersions {
    const NAME: &'static str = "ListApplicationVersions";
    type Service = Analytics;
    type Input = model::ListApplicationVersionsRequest;
    type Output = model::ListApplicationVersionsResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(LIST_COUNT);
        let after = shapes::version_token(input.next_token)?;
        let (found, has_more) = analytics.versions(&name, after, limit).await?;
        let next_token = found.last().filter(|_| has_more).map(|last| last.version.to_string());
        let summaries = found.iter().map(shapes::version_summary).collect();
        Ok(model::ListApplicationVersionsResponse {
            application_version_summaries: Some(summaries),
            next_token,
        })
    }
}
