//! The service's rows in the control store.
//! Does not: cache (see `service`), or hold anything that the log knows better.
//!
//! | space | key | row |
//! |---|---|---|
//! | `firehose.streams` | name | [`DeliveryStream`] |
//! | `firehose.cursors` | shard uid | [`Cursor`] |
//! | `firehose.doomed` | shard uid | shard of a deleted stream, until the log forgot it |

use std::sync::Arc;

use levada_meta::{CommitError, MetaStore, Table, Transaction};
use levada_types::{ShardUid, Timestamp};
use serde::{Deserialize, Serialize};

use crate::stream::DeliveryStream;

/// How far delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cursor {
    /// Every record before this index is delivered, rejected or expired.
    pub next: u64,
    /// The batch whose delivery has begun, or may have begun.
    pub pending: Option<Bounds>,
}

impl Cursor {
    pub const START: Self = Self { next: 1, pending: None };
}

/// Which records a batch holds: from `first` to before `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    pub first: u64,
    pub end: u64,
    /// Arrival of the first record.
    pub oldest: Timestamp,
}

#[derive(Clone)]
pub struct Store {
    pub meta: Arc<dyn MetaStore>,
    pub streams: Table<DeliveryStream>,
    pub cursors: Table<Cursor>,
    pub doomed: Table<ShardUid>,
}

pub fn shard_key(shard: ShardUid) -> String {
    shard.0.to_string()
}

impl Store {
    pub fn new(meta: Arc<dyn MetaStore>) -> Self {
        Self {
            streams: Table::new(Arc::clone(&meta), "firehose.streams"),
            cursors: Table::new(Arc::clone(&meta), "firehose.cursors"),
            doomed: Table::new(Arc::clone(&meta), "firehose.doomed"),
            meta,
        }
    }

    /// Removes a stream's rows and notes its shard for removal, in one transaction.
    pub async fn doom(&self, stream: &DeliveryStream) -> Result<(), CommitError> {
        let key = shard_key(stream.shard);
        let writes = vec![
            self.streams.delete_write(stream.name.as_str()),
            self.cursors.delete_write(&key),
            self.doomed.put_write(&key, &stream.shard)?,
        ];
        self.meta.commit(Transaction { checks: Vec::new(), writes }).await
    }
}
