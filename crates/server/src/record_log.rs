//! The record log's settings, and the log's options that follow from them.
//! Does not: open the log.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use levada_blob::BlobStore;
use levada_log::{ColdOptions, Options, PayloadSeal};

use crate::cold_store::BlobColdStore;

const MIB: u64 = 1024 * 1024;

/// The section `record_log`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordLogSettings {
    /// MiB per second that are read back and verified in the background; 0 for none.
    pub scrub_mib_per_second: u64,
    /// Hours after which segments move to the object store; 0 for never.
    pub cold_after_hours: u64,
    pub cold_bucket: String,
    /// MiB of moved segments that are kept on the local disk after they were read back.
    pub cold_cache_mib: u64,
}

impl RecordLogSettings {
    pub(crate) fn options(
        &self,
        dir: PathBuf,
        seal: Arc<dyn PayloadSeal>,
        blobs: &Arc<dyn BlobStore>,
    ) -> io::Result<Options> {
        let cold = (self.cold_after_hours > 0).then(|| {
            let store = BlobColdStore::open(Arc::clone(blobs), &self.cold_bucket)?;
            Ok::<_, io::Error>(ColdOptions {
                store: Arc::new(store),
                after: Duration::from_secs(self.cold_after_hours.saturating_mul(3600)),
                cache_bytes: self.cold_cache_mib.saturating_mul(MIB),
            })
        });
        Ok(Options {
            seal: Some(seal),
            scrub_bytes_per_second: self.scrub_mib_per_second.saturating_mul(MIB),
            cold: cold.transpose()?,
            ..Options::at(dir)
        })
    }
}
