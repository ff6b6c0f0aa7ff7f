//! The service's rows in the control store.
//! Does not: cache (see `service`), or hold anything that the log knows better.
//!
//! | space | key | row |
//! |---|---|---|
//! | `streams` | stream name | [`Stream`] |
//! | `streams.account` | `settings` | [`Commitment`] |
//! | `streams.data_keys` | the key's number | [`WrappedKey`] |
//! | `streams.doomed` | stream uid, or that and a shard | log shards of a deleted stream, or expired ones of a stream, until the log forgot them |
//! | `streams.keys` | `token` | the key of iterators and page tokens |

use std::sync::Arc;

use levada_meta::{CommitError, MetaError, MetaStore, Table, Transaction};
use levada_types::ShardUid;

use crate::account::Commitment;
use crate::encryption::WrappedKey;
use crate::seal::Seal;
use crate::stream::Stream;

const TOKEN_KEY: &str = "token";

pub struct Store {
    pub meta: Arc<dyn MetaStore>,
    pub streams: Table<Stream>,
    pub doomed: Table<Vec<ShardUid>>,
    pub account: Table<Commitment>,
    pub data_keys: Table<WrappedKey>,
    keys: Table<String>,
}

impl Store {
    pub fn new(meta: Arc<dyn MetaStore>) -> Self {
        Self {
            streams: Table::new(Arc::clone(&meta), "streams"),
            doomed: Table::new(Arc::clone(&meta), "streams.doomed"),
            account: Table::new(Arc::clone(&meta), "streams.account"),
            data_keys: Table::new(Arc::clone(&meta), "streams.data_keys"),
            keys: Table::new(Arc::clone(&meta), "streams.keys"),
            meta,
        }
    }

    /// The store's token key, made at its first start.
    pub async fn seal(&self, random: &dyn levada_env::Random) -> Result<Seal, MetaError> {
        match self.keys.insert(TOKEN_KEY, &Seal::new_key(random)).await {
            Ok(()) | Err(CommitError::Conflict(_)) => {}
            Err(CommitError::Failed(error)) => return Err(error),
        }
        let malformed = || MetaError::Malformed {
            space: "streams.keys".into(),
            reason: "expected a token key of 32 bytes in base64".into(),
        };
        let stored = self.keys.get(TOKEN_KEY).await?.ok_or_else(malformed)?;
        Seal::from_key(&stored.value).ok_or_else(malformed)
    }

    /// Writes a stream's row and notes log shards that it has lost for removal, in one
    /// transaction.
    pub async fn keep_and_doom(
        &self,
        stream: &Stream,
        key: &str,
        doomed: &Vec<ShardUid>,
    ) -> Result<(), CommitError> {
        let writes = vec![
            self.streams.put_write(stream.name.as_str(), stream)?,
            self.doomed.put_write(key, doomed)?,
        ];
        self.meta.commit(Transaction { checks: Vec::new(), writes }).await
    }

    /// Removes a stream's row and notes its log shards for removal, in one transaction.
    pub async fn doom(&self, stream: &Stream) -> Result<(), CommitError> {
        let uids = stream.all_uids();
        let writes = vec![
            self.streams.delete_write(stream.name.as_str()),
            self.doomed.put_write(&stream.uid.to_string(), &uids)?,
        ];
        self.meta.commit(Transaction { checks: Vec::new(), writes }).await
    }
}
