//! `LevadaDescribeRun`: live figures of a running application. Not one of AWS's: it is called as
//! theirs are, with a signature, so that no door is opened for it.
//! Does not: keep history; the difference of two answers gives rates.

use std::sync::Arc;

use levada_model::{Path, Validate, Violations};
use levada_wire::{Caller, Operation};
use serde::{Deserialize, Serialize};

use super::shapes::required;
use crate::error::Error;
use crate::figures::Figures;
use crate::service::Analytics;

pub struct LevadaDescribeRun;

#[derive(Deserialize)]
pub struct Request {
    #[serde(rename = "ApplicationName")]
    application_name: Option<String>,
}

impl Validate for Request {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "applicationName", self.application_name.is_none());
    }
}

#[derive(Serialize)]
pub struct Response {
    #[serde(rename = "ApplicationStatus")]
    status: &'static str,
    /// Absent when the application does not run.
    #[serde(rename = "Figures", skip_serializing_if = "Option::is_none")]
    figures: Option<Figures>,
}

impl Operation for LevadaDescribeRun {
    const NAME: &'static str = "LevadaDescribeRun";
    type Service = Analytics;
    type Input = Request;
    type Output = Response;
    type Error = Error;

    async fn call(
        analytics: &Arc<Analytics>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let name = required(input.application_name, "ApplicationName")?;
        let status = analytics.describe(&name).await?.status.name();
        Ok(Response { status, figures: analytics.figures(&name).await? })
    }
}
