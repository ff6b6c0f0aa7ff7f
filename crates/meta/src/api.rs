//! `MetaStore`: rows with versions, read singly or in key order, written in transactions.
//! Does not: interpret keys or values.

use async_trait::async_trait;

/// One stored row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub key: Vec<u8>,
    pub value: Vec<u8>,
    /// From 1 on, plus one with every write of the row. A row deleted and created again starts
    /// over.
    pub version: u64,
}

/// What must hold for a transaction to happen at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Check {
    Absent { space: String, key: Vec<u8> },
    Version { space: String, key: Vec<u8>, version: u64 },
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    Put {
        space: String,
        key: Vec<u8>,
        value: Vec<u8>,
    },
    /// Deleting an absent row is not an error.
    Delete {
        space: String,
        key: Vec<u8>,
    },
    /// Deletes every row of a space.
    Clear {
        space: String,
    },
}

/// All checks hold and all writes happen, or nothing does.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transaction {
    pub checks: Vec<Check>,
    pub writes: Vec<Write>,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MetaError {
    #[error("control store failed: {0}")]
    Store(String),
    #[error("stored row in `{space}` cannot be read: {reason}")]
    Malformed { space: String, reason: String },
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CommitError {
    /// The check at this place of the list did not hold. Nothing was written.
    #[error("check {0} of the transaction does not hold")]
    Conflict(usize),
    #[error(transparent)]
    Failed(#[from] MetaError),
}

#[async_trait]
pub trait MetaStore: Send + Sync + 'static {
    async fn get(&self, space: &str, key: &[u8]) -> Result<Option<Row>, MetaError>;

    /// Rows whose key starts with `prefix` and lies after `after`, in ascending (or, with
    /// `descending`, falling) byte order of the key, at most `limit`.
    async fn scan(
        &self,
        space: &str,
        prefix: &[u8],
        after: Option<&[u8]>,
        descending: bool,
        limit: usize,
    ) -> Result<Vec<Row>, MetaError>;

    /// Durable when it returns `Ok`.
    async fn commit(&self, transaction: Transaction) -> Result<(), CommitError>;

    /// A number never given before by this store: 1, 2, 3 … per counter. Durable.
    async fn next_id(&self, counter: &str) -> Result<u64, MetaError> {
        self.reserve_ids(counter, 1).await
    }

    /// The first of `count` such numbers in a row.
    async fn reserve_ids(&self, counter: &str, count: u64) -> Result<u64, MetaError>;
}
