//! `ColdStore`: where sealed segments go that are too old to keep on the log's own disk.
//! Does not: know what stores them; the server gives the log its object store.

use std::fmt;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;

/// Whole files under names, such as objects in a bucket. Blocking; called on the log's own
/// threads and on threads that may block. A call that failed is tried again later.
pub trait ColdStore: Send + Sync + 'static {
    /// Stores `content` under `name`, whole or not at all; durable when it returns. Replaces
    /// what was there.
    fn put(&self, name: &str, content: Bytes) -> io::Result<()>;

    /// Exactly `len` bytes from `offset` on; `UnexpectedEof` when there are fewer.
    fn get_range(&self, name: &str, offset: u64, len: usize) -> io::Result<Bytes>;

    /// Deleting what is not there is no error.
    fn delete(&self, name: &str) -> io::Result<()>;

    /// All names that begin with `prefix`.
    fn list(&self, prefix: &str) -> io::Result<Vec<String>>;
}

/// When segments leave the local disk, and what is kept of them here.
#[derive(Clone)]
pub struct ColdOptions {
    pub store: Arc<dyn ColdStore>,
    /// A segment moves when its newest record arrived so long ago (the product's time).
    pub after: Duration,
    /// Bytes of moved segments kept on the local disk after they were read back.
    pub cache_bytes: u64,
}

impl fmt::Debug for ColdOptions {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "ColdOptions {{ after: {:?}, cache_bytes: {} }}", self.after, self.cache_bytes)
    }
}
