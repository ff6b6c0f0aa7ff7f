//! Objects in buckets: `trait BlobStore`, on local disk, and in memory for tests.
//!
//! Does not: speak the S3 protocol (see `objects`), or know what an object means.

mod api;
mod disk_name;
mod local;
mod memory;
mod walk;

pub use api::{BlobError, BlobStore, BucketName, Listing, ObjectFacts, ObjectKey};
pub use local::LocalBlobStore;
pub use memory::MemoryBlobStore;
