//! What v2 offers to Flink applications only: refused in AWS's words, after the application was
//! looked for.
//! Does not: hold anything back that a SQL application could use.

use std::marker::PhantomData;
use std::sync::Arc;

use levada_model::{Validate, kinesisanalyticsv2 as model};
use levada_wire::{Caller, Erased, ErasedOperation, Operation};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::Error;
use crate::service::Analytics;

/// A request of such an operation.
trait FlinkOnly: DeserializeOwned + Validate + Send + Sync + 'static {
    const NAME: &'static str;
    const REFUSAL: fn(String) -> Error;
    type Answer: Serialize + Send + Sync + 'static;

    /// The application it names, if any.
    fn application(&self) -> Option<&str>;
}

struct Refused<I>(PhantomData<I>);

impl<I: FlinkOnly> Operation for Refused<I> {
    const NAME: &'static str = I::NAME;
    type Service = Analytics;
    type Input = I;
    type Output = I::Answer;
    type Error = Error;

    async fn call(analytics: &Arc<Analytics>, _: &Caller, input: I) -> Result<I::Answer, Error> {
        if let Some(name) = input.application() {
            analytics.describe(name).await?;
        }
        let message = format!("{} is not supported for applications with SQL-1_0", I::NAME);
        Err(I::REFUSAL(message))
    }
}

pub fn operations() -> Vec<Box<dyn ErasedOperation<Analytics>>> {
    vec![
        Erased::<Refused<model::AddApplicationVpcConfigurationRequest>>::new(),
        Erased::<Refused<model::CreateApplicationPresignedUrlRequest>>::new(),
        Erased::<Refused<model::CreateApplicationSnapshotRequest>>::new(),
        Erased::<Refused<model::CreateSnapshotRequest>>::new(),
        Erased::<Refused<model::DeleteApplicationSnapshotRequest>>::new(),
        Erased::<Refused<model::DeleteApplicationVpcConfigurationRequest>>::new(),
        Erased::<Refused<model::DeleteSnapshotRequest>>::new(),
        Erased::<Refused<model::DescribeApplicationOperationRequest>>::new(),
        Erased::<Refused<model::DescribeApplicationSnapshotRequest>>::new(),
        Erased::<Refused<model::DescribeSnapshotRequest>>::new(),
        Erased::<Refused<model::DescribeSnapshotOperationRequest>>::new(),
        Erased::<Refused<model::ExportSnapshotRequest>>::new(),
        Erased::<Refused<model::ImportSnapshotRequest>>::new(),
        Erased::<Refused<model::ListApplicationOperationsRequest>>::new(),
        Erased::<Refused<model::ListApplicationSnapshotsRequest>>::new(),
        Erased::<Refused<model::ListSnapshotOperationsRequest>>::new(),
        Erased::<Refused<model::ListSnapshotsRequest>>::new(),
        Erased::<Refused<model::UpdateApplicationMaintenanceConfigurationRequest>>::new(),
    ]
}

impl FlinkOnly for model::AddApplicationVpcConfigurationRequest {
    const NAME: &'static str = "AddApplicationVpcConfiguration";
    const REFUSAL: fn(String) -> Error = Error::InvalidConfiguration;
    type Answer = model::AddApplicationVpcConfigurationResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::CreateApplicationPresignedUrlRequest {
    const NAME: &'static str = "CreateApplicationPresignedUrl";
    const REFUSAL: fn(String) -> Error = Error::InvalidArgument;
    type Answer = model::CreateApplicationPresignedUrlResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::CreateApplicationSnapshotRequest {
    const NAME: &'static str = "CreateApplicationSnapshot";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::CreateApplicationSnapshotResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::CreateSnapshotRequest {
    const NAME: &'static str = "CreateSnapshot";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::CreateSnapshotResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::DeleteApplicationSnapshotRequest {
    const NAME: &'static str = "DeleteApplicationSnapshot";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::DeleteApplicationSnapshotResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::DeleteApplicationVpcConfigurationRequest {
    const NAME: &'static str = "DeleteApplicationVpcConfiguration";
    const REFUSAL: fn(String) -> Error = Error::InvalidConfiguration;
    type Answer = model::DeleteApplicationVpcConfigurationResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::DeleteSnapshotRequest {
    const NAME: &'static str = "DeleteSnapshot";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::DeleteSnapshotResponse;

    fn application(&self) -> Option<&str> {
        None
    }
}

impl FlinkOnly for model::DescribeApplicationOperationRequest {
    const NAME: &'static str = "DescribeApplicationOperation";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::DescribeApplicationOperationResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::DescribeApplicationSnapshotRequest {
    const NAME: &'static str = "DescribeApplicationSnapshot";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::DescribeApplicationSnapshotResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::DescribeSnapshotRequest {
    const NAME: &'static str = "DescribeSnapshot";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::DescribeSnapshotResponse;

    fn application(&self) -> Option<&str> {
        None
    }
}

impl FlinkOnly for model::DescribeSnapshotOperationRequest {
    const NAME: &'static str = "DescribeSnapshotOperation";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::DescribeSnapshotOperationResponse;

    fn application(&self) -> Option<&str> {
        None
    }
}

impl FlinkOnly for model::ExportSnapshotRequest {
    const NAME: &'static str = "ExportSnapshot";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::ExportSnapshotResponse;

    fn application(&self) -> Option<&str> {
        None
    }
}

impl FlinkOnly for model::ImportSnapshotRequest {
    const NAME: &'static str = "ImportSnapshot";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::ImportSnapshotResponse;

    fn application(&self) -> Option<&str> {
        None
    }
}

impl FlinkOnly for model::ListApplicationOperationsRequest {
    const NAME: &'static str = "ListApplicationOperations";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::ListApplicationOperationsResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::ListApplicationSnapshotsRequest {
    const NAME: &'static str = "ListApplicationSnapshots";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::ListApplicationSnapshotsResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}

impl FlinkOnly for model::ListSnapshotOperationsRequest {
    const NAME: &'static str = "ListSnapshotOperations";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::ListSnapshotOperationsResponse;

    fn application(&self) -> Option<&str> {
        None
    }
}

impl FlinkOnly for model::ListSnapshotsRequest {
    const NAME: &'static str = "ListSnapshots";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::ListSnapshotsResponse;

    fn application(&self) -> Option<&str> {
        self.source_application_name.as_deref()
    }
}

impl FlinkOnly for model::UpdateApplicationMaintenanceConfigurationRequest {
    const NAME: &'static str = "UpdateApplicationMaintenanceConfiguration";
    const REFUSAL: fn(String) -> Error = Error::Unsupported;
    type Answer = model::UpdateApplicationMaintenanceConfigurationResponse;

    fn application(&self) -> Option<&str> {
        self.application_name.as_deref()
    }
}
