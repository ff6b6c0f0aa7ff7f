//! A typed view of one space: JSON rows under text keys.
//! Does not: cache anything; every answer comes from the store.

use std::marker::PhantomData;
use std::sync::Arc;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::{Check, CommitError, MetaError, MetaStore, Row, Transaction, Write};

/// A row together with the version that an update must name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored<T> {
    pub key: String,
    pub version: u64,
    pub value: T,
}

/// Rows of type `T` in the space `space`. Cheap to clone.
pub struct Table<T> {
    store: Arc<dyn MetaStore>,
    space: &'static str,
    row: PhantomData<fn() -> T>,
}

impl<T> Clone for Table<T> {
    fn clone(&self) -> Self {
        Self { store: Arc::clone(&self.store), space: self.space, row: PhantomData }
    }
}

impl<T: Serialize + DeserializeOwned> Table<T> {
    /// `space` is persisted: never rename one, never use one for two things.
    pub fn new(store: Arc<dyn MetaStore>, space: &'static str) -> Self {
        Self { store, space, row: PhantomData }
    }

    pub async fn get(&self, key: &str) -> Result<Option<Stored<T>>, MetaError> {
        self.store.get(self.space, key.as_bytes()).await?.map(|row| self.decode(row)).transpose()
    }

    /// Up to `limit` rows in key order, after `after` if given.
    pub async fn list(
        &self,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Stored<T>>, MetaError> {
        self.list_prefix("", after, limit).await
    }

    /// The same for keys that begin with `prefix`.
    pub async fn list_prefix(
        &self,
        prefix: &str,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Stored<T>>, MetaError> {
        let after = after.map(str::as_bytes);
        let rows = self.store.scan(self.space, prefix.as_bytes(), after, false, limit).await?;
        rows.into_iter().map(|row| self.decode(row)).collect()
    }

    pub async fn all(&self) -> Result<Vec<Stored<T>>, MetaError> {
        self.list(None, usize::MAX).await
    }

    /// `Conflict` when the key is taken.
    pub async fn insert(&self, key: &str, value: &T) -> Result<(), CommitError> {
        let checks = vec![self.check_absent(key)];
        let writes = vec![self.put_write(key, value)?];
        self.store.commit(Transaction { checks, writes }).await
    }

    /// `Conflict` when the row has changed since `version`, or is gone.
    pub async fn update(&self, key: &str, version: u64, value: &T) -> Result<(), CommitError> {
        let checks = vec![self.check_version(key, version)];
        let writes = vec![self.put_write(key, value)?];
        self.store.commit(Transaction { checks, writes }).await
    }

    /// Writes whatever was there before.
    pub async fn put(&self, key: &str, value: &T) -> Result<(), CommitError> {
        let writes = vec![self.put_write(key, value)?];
        self.store.commit(Transaction { checks: Vec::new(), writes }).await
    }

    pub async fn delete(&self, key: &str) -> Result<(), CommitError> {
        let writes = vec![self.delete_write(key)];
        self.store.commit(Transaction { checks: Vec::new(), writes }).await
    }

    /// Parts for a transaction over several tables; commit it with [`MetaStore::commit`].
    pub fn put_write(&self, key: &str, value: &T) -> Result<Write, MetaError> {
        let value = serde_json::to_vec(value).map_err(|e| self.malformed(&e))?;
        Ok(Write::Put { space: self.space.into(), key: key.into(), value })
    }

    pub fn delete_write(&self, key: &str) -> Write {
        Write::Delete { space: self.space.into(), key: key.into() }
    }

    pub fn check_absent(&self, key: &str) -> Check {
        Check::Absent { space: self.space.into(), key: key.into() }
    }

    pub fn check_version(&self, key: &str, version: u64) -> Check {
        Check::Version { space: self.space.into(), key: key.into(), version }
    }

    fn decode(&self, row: Row) -> Result<Stored<T>, MetaError> {
        let value = serde_json::from_slice(&row.value).map_err(|e| self.malformed(&e))?;
        let key = String::from_utf8(row.key).map_err(|e| self.malformed(&e))?;
        Ok(Stored { key, version: row.version, value })
    }

    fn malformed(&self, error: &dyn std::fmt::Display) -> MetaError {
        MetaError::Malformed { space: self.space.into(), reason: error.to_string() }
    }
}
