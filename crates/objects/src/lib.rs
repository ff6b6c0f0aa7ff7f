//! The S3 API over blob, by the s3s crate.
