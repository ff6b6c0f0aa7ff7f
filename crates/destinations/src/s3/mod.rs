//! Objects in a bucket: one per batch, records one after the other as AWS has it.
//! Does not: convert formats, partition by content, or add delimiters between records.

mod config;
mod deliver;
#[cfg(test)]
pub(crate) mod tests;

pub use config::{Buffering, Compression, S3Config};
pub use deliver::S3;
pub(crate) use deliver::{ObjectNames, Writer, pause};
