//! The S3 API over `blob`: path-style addressing, the operations that the AWS CLI, SDKs and COPY
//! use, by the `s3s` crate.
//!
//! Does not: keep content types, user metadata, versions or access lists of objects; virtual-host
//! addressing.

mod chunked;
mod limits;
mod listing;
mod ops;
mod room;
mod s3;
mod service;
mod uploads;

pub use s3s::Body;
pub use service::{Keys, Service};
