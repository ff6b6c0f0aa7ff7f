//! `ListApplications`: names, ARNs, versions and states in the order of names, a page at a time.
//! Does not: filter.

use std::sync::Arc;

use levada_model::kinesisanalyticsv2 as model;
use levada_wire::{Caller, Operation};

use super::shapes;
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
        let (found, has_more) = analytics.list(input.next_token.as_deref(), limit).await?;
        let next_token = found.last().filter(|_| has_more).map(|last| last.name.clone());
        let summaries = found.iter().map(|found| shapes::summary(analytics, found)).collect();
        Ok(model::ListApplicationsResponse { application_summaries: Some(summaries), next_token })
    }
}
