//! Written by `cargo xtask codegen`; one module for each service.
//! Does not: hold anything written by hand.

mod prelude {
    pub use std::collections::BTreeMap;

    pub use serde::{Deserialize, Serialize};

    pub use crate::service::{
        Binding, Http, OperationModel, Place, QueryShapes, ServiceModel, Shape,
    };
    pub use crate::validate::{Length, Path, Pattern, Range, Text, Validate, Violations};
    pub use crate::{Blob, Epoch};
}

use crate::service::ServiceModel;

#[rustfmt::skip]
pub mod cloudwatch;
#[rustfmt::skip]
pub mod dynamodb;
#[rustfmt::skip]
pub mod firehose;
#[rustfmt::skip]
pub mod kinesis;
#[rustfmt::skip]
pub mod kinesisanalytics;
#[rustfmt::skip]
pub mod kinesisanalyticsv2;
#[rustfmt::skip]
pub mod lambda;
#[rustfmt::skip]
pub mod sns;
#[rustfmt::skip]
pub mod sts;

/// Every generated service, sorted by name.
pub static SERVICES: &[&ServiceModel] = &[
    &cloudwatch::SERVICE,
    &dynamodb::SERVICE,
    &firehose::SERVICE,
    &kinesis::SERVICE,
    &kinesisanalytics::SERVICE,
    &kinesisanalyticsv2::SERVICE,
    &lambda::SERVICE,
    &sns::SERVICE,
    &sts::SERVICE,
];
