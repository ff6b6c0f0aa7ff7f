//! `ListApplications`: names, ARNs and states in the order of names, a page at a time.
//! Does not: filter.

use std::sync::Arc;

use levada_model::kinesisanalytics as model;
use levada_wire::{Caller, Operation};

use super::describe;
use crate::error::Error;
use crate::limits::LIST_COUNT;
use crate::service::Analytics;

pub struct ListApplications;

impl Operation for ListApplications {
    const NAME: &'static str = "ListApplications";
    type Service = Analytics;
    type Input = model::ListApplicationsRequest;
    type Output = model::ListApplicationsResponse;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let limit = input.limit.and_then(|limit| usize::try_from(limit).ok()).unwrap_or(LIST_COUNT);
        let after = input.exclusive_start_application_name;
        let (found, has_more) = analytics.list(after.as_deref(), limit).await?;
        let summaries = found.iter().map(|a| describe::summary(&analytics.identity, a)).collect();
        Ok(model::ListApplicationsResponse {
            application_summaries: Some(summaries),
            has_more_applications: Some(has_more),
        })
    }
}
