//! `Firehose`: the service, its catalog of delivery streams, creation, deletion, puts.
//! Does not: deliver (see `delivery`).

use std::collections::BTreeMap;
use std::sync::Arc;

use bytes::Bytes;
use levada_blob::BlobStore;
use levada_destinations::DestinationConfig;
use levada_env::{Env, Shutdown};
use levada_log::{AppendBatch, Producer, Receipt, RecordLog, ShardAppend};
use levada_meta::{CommitError, MetaStore};
use levada_types::{Identity, ShardUid, StoredRecord};
use levada_wire::ServiceApi;
use parking_lot::RwLock;
use tokio::task::JoinHandle;

use crate::delivery::Delivery;
use crate::error::Error;
use crate::limits::{BATCH_BYTES_MAX, RECORD_BYTES_MAX, RETENTION, STREAMS_MAX};
use crate::ops;
use crate::store::{Store, shard_key};
use crate::stream::{DeliveryStream, DeliveryStreamName};

/// What CreateDeliveryStream asks for, parsed.
#[derive(Clone, Debug, PartialEq)]
pub struct NewDeliveryStream {
    pub name: DeliveryStreamName,
    pub tags: BTreeMap<String, String>,
    pub destination: DestinationConfig,
}

/// A stream with its delivery task.
struct Running {
    stream: Arc<DeliveryStream>,
    stop: Shutdown,
    task: JoinHandle<()>,
}

/// Delivery streams over one record log, one control store and one object store. This process
/// owns every delivery stream, so the catalog in memory is the control store's rows.
pub struct Firehose {
    pub(crate) log: Arc<dyn RecordLog>,
    pub(crate) identity: Identity,
    pub(crate) env: Env,
    blob: Arc<dyn BlobStore>,
    store: Store,
    catalog: RwLock<BTreeMap<DeliveryStreamName, Running>>,
    /// Held while streams are created or deleted: one at a time.
    control: tokio::sync::Mutex<()>,
}

impl Firehose {
    /// Opens the service, brings the log in line with the control store, and goes on delivering
    /// where the last process stopped. Tasks end with `env.shutdown`.
    pub async fn open(
        log: Arc<dyn RecordLog>,
        meta: Arc<dyn MetaStore>,
        blob: Arc<dyn BlobStore>,
        identity: Identity,
        env: Env,
    ) -> Result<Arc<Self>, Error> {
        let firehose = Arc::new(Self {
            log,
            identity,
            env,
            blob,
            store: Store::new(meta),
            catalog: RwLock::default(),
            control: tokio::sync::Mutex::default(),
        });
        for doomed in firehose.store.doomed.all().await? {
            firehose.forget(doomed.value).await?;
        }
        for stored in firehose.store.streams.all().await? {
            firehose.start(stored.value).await?;
        }
        Ok(firehose)
    }

    /// The Firehose API of this service.
    pub fn api(self: &Arc<Self>) -> ServiceApi {
        ops::api(self)
    }

    async fn start(&self, stream: DeliveryStream) -> Result<Arc<DeliveryStream>, Error> {
        self.log.open_shard(stream.shard, RETENTION).await.map_err(Error::Append)?;
        let stream = Arc::new(stream);
        let delivery = Delivery {
            stream: Arc::clone(&stream),
            destination: stream.destination.open(Arc::clone(&self.blob), self.env.clone()),
            log: Arc::clone(&self.log),
            store: self.store.clone(),
            env: self.env.clone(),
        };
        let stop = self.env.shutdown.child();
        let task = tokio::spawn(delivery.run(stop.clone()));
        let running = Running { stream: Arc::clone(&stream), stop, task };
        self.catalog.write().insert(stream.name.clone(), running);
        Ok(stream)
    }

    async fn forget(&self, shard: ShardUid) -> Result<(), Error> {
        self.log.delete_shard(shard).await.map_err(Error::Append)?;
        Ok(self.store.doomed.delete(&shard_key(shard)).await?)
    }

    /// Creates a delivery stream; it takes records when this returns.
    pub async fn create(&self, wanted: NewDeliveryStream) -> Result<Arc<DeliveryStream>, Error> {
        wanted.destination.check()?;
        let _one_at_a_time = self.control.lock().await;
        let taken =
            Error::Exists { name: wanted.name.to_string(), account: self.identity.account.clone() };
        {
            let catalog = self.catalog.read();
            if catalog.contains_key(&wanted.name) {
                return Err(taken);
            }
            if catalog.len() >= STREAMS_MAX {
                return Err(Error::TooMany);
            }
        }
        let stream = DeliveryStream {
            name: wanted.name,
            shard: ShardUid(self.store.meta.next_id("shard").await?),
            created: self.env.clock.now(),
            version: 1,
            tags: wanted.tags,
            destination: wanted.destination,
        };
        match self.store.streams.insert(stream.name.as_str(), &stream).await {
            Ok(()) => {}
            Err(CommitError::Conflict(_)) => return Err(taken),
            Err(CommitError::Failed(error)) => return Err(error.into()),
        }
        match self.start(stream.clone()).await {
            Ok(stream) => Ok(stream),
            Err(error) => {
                // Nothing half-created may remain; the log forgets the shard at the latest at
                // the next start.
                self.store.doom(&stream).await?;
                Err(error)
            }
        }
    }

    /// Deletes a delivery stream with what it has not delivered. The name is free when this
    /// returns.
    pub async fn delete(&self, name: &DeliveryStreamName) -> Result<(), Error> {
        let _one_at_a_time = self.control.lock().await;
        let stream = self.find(name)?;
        self.store.doom(&stream).await?;
        let running = self.catalog.write().remove(name);
        if let Some(Running { stop, task, .. }) = running {
            stop.begin();
            // The task ends at once; one that panicked has ended already. Its cursor is gone
            // with the stream's row only after it can no longer write it.
            let _ = task.await;
        }
        self.store.cursors.delete(&shard_key(stream.shard)).await?;
        self.forget(stream.shard).await
    }

    pub fn find(&self, name: &DeliveryStreamName) -> Result<Arc<DeliveryStream>, Error> {
        let found = self.catalog.read().get(name).map(|running| Arc::clone(&running.stream));
        found.ok_or_else(|| Error::NotFound {
            name: name.to_string(),
            account: self.identity.account.clone(),
        })
    }

    /// Up to `limit` names after `after` in alphabetical order, and whether more follow.
    pub fn list(
        &self,
        after: Option<&DeliveryStreamName>,
        limit: usize,
    ) -> (Vec<DeliveryStreamName>, bool) {
        let catalog = self.catalog.read();
        let mut names = catalog.keys().filter(|name| after.is_none_or(|after| *name > after));
        let page: Vec<DeliveryStreamName> = names.by_ref().take(limit).cloned().collect();
        let more = names.next().is_some();
        (page, more)
    }

    /// Stores all records, or none; durable when it returns.
    pub async fn put(
        &self,
        stream: &DeliveryStream,
        records: Vec<Bytes>,
        producer: Option<Producer>,
    ) -> Result<Receipt, Error> {
        let bytes: usize = records.iter().map(Bytes::len).sum();
        if let Some(large) = records.iter().find(|record| record.len() > RECORD_BYTES_MAX) {
            return Err(Error::InvalidArgument(format!(
                "record of {} bytes is over the limit of {RECORD_BYTES_MAX} bytes",
                large.len()
            )));
        }
        if bytes > BATCH_BYTES_MAX {
            return Err(Error::InvalidArgument(format!(
                "records of {bytes} bytes together are over the limit of {BATCH_BYTES_MAX} bytes"
            )));
        }
        let payloads = records.iter().map(|data| StoredRecord::encode_parts("", data)).collect();
        let appends = vec![ShardAppend { shard: stream.shard, payloads }];
        let receipts = self.log.append(AppendBatch { producer, appends }).await;
        let receipts = receipts.map_err(|error| match error {
            levada_log::AppendError::UnknownShard(_) => Error::NotFound {
                name: stream.name.to_string(),
                account: self.identity.account.clone(),
            },
            other => Error::Append(other),
        })?;
        let receipt = receipts.into_iter().next();
        receipt.ok_or_else(|| Error::Malformed("the log gave no receipt".into()))
    }
}
