//! Objects in buckets, on local disk or S3: `trait BlobStore`, over `object_store`.
//!
//! Does not: speak the S3 protocol (see `objects`), or know what an object means.

mod api;

pub use api::{BlobError, BlobStore, BucketName, Listing, ObjectFacts, ObjectKey};
