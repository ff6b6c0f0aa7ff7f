//! Mappings as they are stored, and the tasks that run them.
//! Does not: read records (see `reader`).

use std::collections::HashMap;
use std::sync::Arc;

use levada_env::Shutdown;
use levada_meta::{CommitError, MetaStore, Table, Transaction};
use levada_types::{Arn, FlowError, ShardId, StartAt, Timestamp};
use parking_lot::Mutex;
use serde::{Deserialize, Serialize};
use tokio::task::JoinHandle;

use super::reader;
use crate::error::Error;
use crate::function::FunctionName;
use crate::service::Functions;

/// Where a new mapping begins to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Start {
    TrimHorizon,
    Latest,
    AtTimestamp(Timestamp),
}

/// How records become batches, and what happens to a batch that fails.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BatchRules {
    pub records_max: u32,
    /// Product time in seconds to wait for a full batch.
    pub window_secs: u32,
    /// `None`: until the record expires.
    pub retries_max: Option<u32>,
    /// `None`: no limit but the stream's retention.
    pub age_secs_max: Option<u32>,
    /// Split a failed batch in two; splits do not count as retries.
    pub bisect: bool,
    /// The function's answer names the records that failed.
    pub report_failures: bool,
}

#[derive(Clone, Debug)]
pub struct NewMapping {
    pub function: FunctionName,
    pub source: Arn,
    pub start: Start,
    pub enabled: bool,
    pub rules: BatchRules,
}

/// A stored mapping. Persisted under its UUID in the space `functions.mappings`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    pub uuid: String,
    pub function: FunctionName,
    pub source: Arn,
    pub start: Start,
    pub enabled: bool,
    pub rules: BatchRules,
    pub modified: Timestamp,
}

/// How far one shard has been processed. Persisted under `<uuid>/<shard id>` in the space
/// `functions.checkpoints`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checkpoint {
    /// Index of the next record.
    pub next: u64,
    /// The shard is closed and everything in it was processed.
    pub finished: bool,
}

/// Mappings' rows, checkpoints and running tasks.
pub struct Mappings {
    meta: Arc<dyn MetaStore>,
    table: Table<Mapping>,
    checkpoints: Table<Checkpoint>,
    running: Mutex<HashMap<String, Running>>,
    /// AWS's `LastProcessingResult`, since this process started.
    results: Mutex<HashMap<String, &'static str>>,
}

struct Running {
    stop: Shutdown,
    task: JoinHandle<()>,
}

fn checkpoint_key(uuid: &str, shard: ShardId) -> String {
    format!("{uuid}/{shard}")
}

impl Mappings {
    pub fn new(meta: Arc<dyn MetaStore>) -> Self {
        Self {
            table: Table::new(Arc::clone(&meta), "functions.mappings"),
            checkpoints: Table::new(Arc::clone(&meta), "functions.checkpoints"),
            meta,
            running: Mutex::new(HashMap::new()),
            results: Mutex::new(HashMap::new()),
        }
    }

    pub async fn checkpoint(
        &self,
        uuid: &str,
        shard: ShardId,
    ) -> Result<Option<Checkpoint>, Error> {
        let row = self.checkpoints.get(&checkpoint_key(uuid, shard)).await?;
        Ok(row.map(|row| row.value))
    }

    /// Durable when it returns.
    pub async fn keep(&self, uuid: &str, shard: ShardId, at: Checkpoint) -> Result<(), Error> {
        Ok(self.checkpoints.put(&checkpoint_key(uuid, shard), &at).await?)
    }

    pub fn set_result(&self, uuid: &str, result: &'static str) {
        self.results.lock().insert(uuid.to_owned(), result);
    }

    pub fn last_result(&self, uuid: &str) -> &'static str {
        self.results.lock().get(uuid).copied().unwrap_or("No records processed")
    }

    async fn insert(
        &self,
        mapping: &Mapping,
        starts: &[(ShardId, Checkpoint)],
    ) -> Result<(), Error> {
        let checks = vec![self.table.check_absent(&mapping.uuid)];
        let mut writes = vec![self.table.put_write(&mapping.uuid, mapping)?];
        for (shard, at) in starts {
            writes.push(self.checkpoints.put_write(&checkpoint_key(&mapping.uuid, *shard), at)?);
        }
        Ok(self.meta.commit(Transaction { checks, writes }).await?)
    }

    async fn remove(&self, uuid: &str) -> Result<(), CommitError> {
        let prefix = format!("{uuid}/");
        let rows = self.checkpoints.list_prefix(&prefix, None, usize::MAX).await?;
        let mut writes = vec![self.table.delete_write(uuid)];
        writes.extend(rows.iter().map(|row| self.checkpoints.delete_write(&row.key)));
        self.meta.commit(Transaction { checks: Vec::new(), writes }).await
    }
}

impl Functions {
    pub(crate) async fn resume_mappings(self: &Arc<Self>) -> Result<(), Error> {
        for row in self.mappings.table.all().await? {
            self.run_mapping(row.value);
        }
        Ok(())
    }

    fn run_mapping(self: &Arc<Self>, mapping: Mapping) {
        if !mapping.enabled {
            return;
        }
        let stop = self.env.shutdown.child();
        let uuid = mapping.uuid.clone();
        let task = tokio::spawn(reader::run(Arc::clone(self), Arc::new(mapping), stop.clone()));
        self.mappings.running.lock().insert(uuid, Running { stop, task });
    }

    /// Durable when it returns: with `LATEST`, every record put after the answer is read.
    pub async fn create_mapping(self: &Arc<Self>, new: NewMapping) -> Result<Mapping, Error> {
        let NewMapping { function, source, start, enabled, rules } = new;
        self.get(&function).await?;
        let existing = self.mappings.table.all().await?;
        if let Some(row) =
            existing.iter().find(|row| row.value.function == function && row.value.source == source)
        {
            return Err(Error::MappingExists {
                source_arn: source.to_string(),
                function: function.to_string(),
                uuid: row.value.uuid.clone(),
            });
        }
        let starts = self.resolve(&source, start).await.map_err(|error| match error {
            FlowError::NotFound(_) => Error::invalid(format!("Stream not found: {source}")),
            FlowError::Refused(why) => Error::invalid(why),
            other => Error::Machine(other.to_string()),
        })?;
        let uuid = self.env.random.uuid();
        let modified = self.env.clock.now();
        let mapping = Mapping { uuid, function, source, start, enabled, rules, modified };
        self.mappings.insert(&mapping, &starts).await?;
        self.run_mapping(mapping.clone());
        Ok(mapping)
    }

    async fn resolve(
        &self,
        source: &Arn,
        start: Start,
    ) -> Result<Vec<(ShardId, Checkpoint)>, FlowError> {
        let start = match start {
            Start::TrimHorizon => StartAt::TrimHorizon,
            Start::Latest => StartAt::Latest,
            Start::AtTimestamp(time) => StartAt::Time(time),
        };
        let mut resolved = Vec::new();
        for shard in self.source.shards(source).await? {
            let next = self.source.position(source, shard.id, start).await?;
            resolved.push((shard.id, Checkpoint { next, finished: false }));
        }
        Ok(resolved)
    }

    pub async fn mapping(&self, uuid: &str) -> Result<Mapping, Error> {
        let row = self.mappings.table.get(uuid).await?;
        row.map(|row| row.value).ok_or(Error::MappingNotFound)
    }

    /// Mappings in order of their UUIDs, after `after` if given, of one function or source if
    /// given.
    pub async fn list_mappings(
        &self,
        function: Option<&FunctionName>,
        source: Option<&Arn>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Mapping>, Error> {
        let rows = self.mappings.table.list(after, usize::MAX).await?;
        let wanted = |mapping: &Mapping| {
            function.is_none_or(|function| *function == mapping.function)
                && source.is_none_or(|source| *source == mapping.source)
        };
        Ok(rows.into_iter().map(|row| row.value).filter(wanted).take(limit).collect())
    }

    /// A batch in flight is broken off; nothing is invoked after the answer.
    pub async fn delete_mapping(&self, uuid: &str) -> Result<Mapping, Error> {
        let mapping = self.mapping(uuid).await?;
        let running = self.mappings.running.lock().remove(uuid);
        if let Some(Running { stop, task }) = running {
            stop.begin();
            if task.await.is_err() {
                tracing::error!(uuid, "an event source mapping's task panicked");
            }
        }
        self.mappings.remove(uuid).await?;
        self.mappings.results.lock().remove(uuid);
        Ok(mapping)
    }
}
