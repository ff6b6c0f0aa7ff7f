//! Objects on local disk or S3, over object_store.
