//! Applications, checkpoints and loaded reference objects in the control store.
//! Does not: decide anything; rows in, rows out, in transactions.

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use levada_meta::{CommitError, MetaError, MetaStore, Stored, Table, Transaction, Write};

use crate::application::Application;
use crate::checkpoint::Checkpoint;
use crate::error::Error;
use crate::limits::VERSION_COUNT_MAX;

/// Spaces of the control store: persisted, never rename one.
const APPLICATIONS: &str = "analytics.applications";
const CHECKPOINTS: &str = "analytics.checkpoints";
/// Keys are `application/reference id`.
const REFERENCES: &str = "analytics.references";
/// Keys are `application/version`, twenty digits.
const VERSIONS: &str = "analytics.versions";

/// Loaded reference objects by reference id.
pub type Objects = BTreeMap<String, Bytes>;

#[derive(Clone)]
pub struct Store {
    meta: Arc<dyn MetaStore>,
    applications: Table<Application>,
}

fn malformed(space: &str, reason: &dyn std::fmt::Display) -> MetaError {
    MetaError::Malformed { space: space.into(), reason: reason.to_string() }
}

fn reference_key(application: &str, id: &str) -> Vec<u8> {
    format!("{application}/{id}").into_bytes()
}

impl Store {
    pub fn new(meta: Arc<dyn MetaStore>) -> Self {
        Self { applications: Table::new(Arc::clone(&meta), APPLICATIONS), meta }
    }

    pub async fn all(&self) -> Result<Vec<Stored<Application>>, MetaError> {
        self.applications.all().await
    }

    pub async fn list(
        &self,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Stored<Application>>, MetaError> {
        self.applications.list(after, limit).await
    }

    pub async fn get(&self, name: &str) -> Result<Stored<Application>, Error> {
        self.applications.get(name).await?.ok_or_else(|| Error::NotFound(name.to_owned()))
    }

    pub async fn insert(&self, application: &Application) -> Result<(), Error> {
        let name = &application.name;
        let writes =
            vec![self.applications.put_write(name, application)?, version_write(application)?];
        let checks = vec![self.applications.check_absent(name)];
        self.meta.commit(Transaction { checks, writes }).await.map_err(|error| match error {
            CommitError::Conflict(_) => Error::Exists(name.clone()),
            CommitError::Failed(error) => Error::Meta(error),
        })
    }

    pub async fn update(&self, version: u64, application: &Application) -> Result<(), Error> {
        self.commit(version, application, None, None).await
    }

    /// The application's row, and with it what a run starts from: all or nothing.
    pub async fn commit(
        &self,
        version: u64,
        application: &Application,
        checkpoint: Option<&Checkpoint>,
        objects: Option<&Objects>,
    ) -> Result<(), Error> {
        let name = &application.name;
        let mut writes =
            vec![self.applications.put_write(name, application)?, version_write(application)?];
        writes.extend(outdated_version(application));
        writes.extend(checkpoint.map(|checkpoint| checkpoint_write(name, checkpoint)));
        writes.extend(
            objects.into_iter().flatten().map(|(id, object)| object_write(name, id, object)),
        );
        let checks = vec![self.applications.check_version(name, version)];
        self.meta.commit(Transaction { checks, writes }).await.map_err(|error| match error {
            CommitError::Conflict(_) => Error::Changed(name.clone()),
            CommitError::Failed(error) => Error::Meta(error),
        })
    }

    pub async fn delete(&self, application: &Application) -> Result<(), Error> {
        let name = &application.name;
        let mut writes = vec![
            self.applications.delete_write(name),
            Write::Delete { space: CHECKPOINTS.into(), key: name.as_bytes().to_vec() },
        ];
        let prefix = reference_key(name, "");
        for space in [REFERENCES, VERSIONS] {
            for row in self.meta.scan(space, &prefix, None, false, usize::MAX).await? {
                writes.push(Write::Delete { space: space.into(), key: row.key });
            }
        }
        Ok(self.meta.commit(Transaction { checks: Vec::new(), writes }).await?)
    }

    /// The configuration as it was at a version; its status is that of its last moment.
    pub async fn version(
        &self,
        name: &str,
        version: u64,
    ) -> Result<Option<Application>, MetaError> {
        let row = self.meta.get(VERSIONS, &version_key(name, version)).await?;
        row.map(|row| read_version(&row.value)).transpose()
    }

    /// Up to `limit` versions after `after`, in their order.
    pub async fn versions(
        &self,
        name: &str,
        after: u64,
        limit: usize,
    ) -> Result<Vec<Application>, MetaError> {
        let (prefix, after) = (reference_key(name, ""), version_key(name, after));
        let rows = self.meta.scan(VERSIONS, &prefix, Some(&after), false, limit).await?;
        rows.iter().map(|row| read_version(&row.value)).collect()
    }

    pub async fn checkpoint(&self, name: &str) -> Result<Option<Checkpoint>, MetaError> {
        let row = self.meta.get(CHECKPOINTS, name.as_bytes()).await?;
        row.map(|row| Checkpoint::decode(&row.value).map_err(|e| malformed(CHECKPOINTS, &e)))
            .transpose()
    }

    /// `objects` take the place of those that are stored, in the same moment.
    pub async fn put_checkpoint(
        &self,
        name: &str,
        checkpoint: &Checkpoint,
        objects: Option<&Objects>,
    ) -> Result<(), Error> {
        let mut writes = vec![checkpoint_write(name, checkpoint)];
        writes.extend(
            objects.into_iter().flatten().map(|(id, object)| object_write(name, id, object)),
        );
        Ok(self.meta.commit(Transaction { checks: Vec::new(), writes }).await?)
    }

    /// The objects as they were when the application was started or updated.
    pub async fn objects(&self, application: &Application) -> Result<Objects, MetaError> {
        let mut objects = Objects::new();
        for reference in &application.references {
            let key = reference_key(&application.name, &reference.id);
            if let Some(row) = self.meta.get(REFERENCES, &key).await? {
                objects.insert(reference.id.clone(), row.value.into());
            }
        }
        Ok(objects)
    }
}

fn version_key(application: &str, version: u64) -> Vec<u8> {
    reference_key(application, &format!("{version:020}"))
}

/// The version that has to go for a new one, if any.
fn outdated_version(application: &Application) -> Option<Write> {
    let outdated = application.version.checked_sub(VERSION_COUNT_MAX as u64).filter(|v| *v > 0)?;
    let key = version_key(&application.name, outdated);
    Some(Write::Delete { space: VERSIONS.into(), key })
}

fn version_write(application: &Application) -> Result<Write, MetaError> {
    let value = serde_json::to_vec(application).map_err(|error| malformed(VERSIONS, &error))?;
    let key = version_key(&application.name, application.version);
    Ok(Write::Put { space: VERSIONS.into(), key, value })
}

fn read_version(bytes: &[u8]) -> Result<Application, MetaError> {
    serde_json::from_slice(bytes).map_err(|error| malformed(VERSIONS, &error))
}

fn object_write(application: &str, id: &str, object: &Bytes) -> Write {
    let key = reference_key(application, id);
    Write::Put { space: REFERENCES.into(), key, value: object.to_vec() }
}

fn checkpoint_write(name: &str, checkpoint: &Checkpoint) -> Write {
    let key = name.as_bytes().to_vec();
    Write::Put { space: CHECKPOINTS.into(), key, value: checkpoint.encode() }
}
