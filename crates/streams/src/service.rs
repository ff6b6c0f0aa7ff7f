//! `Streams`: the service, its catalog of streams, creation, deletion and reconciliation.
//! Does not: append or read records (see `append` and `read`).

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

use futures::future::try_join_all;
use levada_env::Env;
use levada_log::RecordLog;
use levada_meta::{CommitError, MetaStore};
use levada_types::{Identity, ShardUid, StreamName};
use levada_wire::ServiceApi;
use parking_lot::RwLock;
use tokio::sync::watch;

use crate::error::Error;
use crate::key_ring::KeyRing;
use crate::limits::{
    CHANGE_WAIT, ON_DEMAND_SHARD_COUNT, RECORD_KIB, RETENTION_HOURS, SHARD_COUNT_MAX,
};
use crate::load::Load;
use crate::ops;
use crate::scaling;
use crate::seal::Seal;
use crate::settings::check_warm;
use crate::store::Store;
use crate::stream::{Distribution, Draft, Mode, Stream};
use crate::subscription::Subscriptions;
use crate::throttle::Throttle;

/// What CreateStream asks for, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct NewStream {
    pub name: StreamName,
    pub mode: Mode,
    /// At least 1.
    pub shard_count: u32,
    pub record_kib_max: u32,
    pub tags: BTreeMap<String, String>,
    /// Only for on-demand streams.
    pub warm_mibps: Option<u32>,
    /// `Auto` only for on-demand streams.
    pub distribution: Distribution,
}

impl NewStream {
    pub fn provisioned(name: StreamName, shard_count: u32) -> Self {
        Self {
            name,
            mode: Mode::Provisioned,
            shard_count,
            record_kib_max: RECORD_KIB,
            tags: BTreeMap::new(),
            warm_mibps: None,
            distribution: Distribution::default(),
        }
    }

    pub fn on_demand(name: StreamName) -> Self {
        Self { mode: Mode::OnDemand, ..Self::provisioned(name, ON_DEMAND_SHARD_COUNT) }
    }

    /// With shards for `mibps` MiB per second at least, also when it is idle.
    pub fn warm(self, mibps: u32) -> Result<Self, Error> {
        if self.mode != Mode::OnDemand {
            let message = "WarmThroughputMiBps can only be specified for ON_DEMAND streams.";
            return Err(Error::InvalidArgument(message.into()));
        }
        check_warm(Some(mibps))?;
        let shard_count = self.shard_count.max(mibps);
        Ok(Self { warm_mibps: Some(mibps), shard_count, ..self })
    }
}

/// How the service behaves.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// Enforces AWS's rates and account limits. Without it only what a request and a stream may
    /// hold is limited.
    pub limits: bool,
    /// What encrypts records at rest; the same that the log was opened with. Without one no
    /// stream can be encrypted.
    pub key_ring: Option<Arc<KeyRing>>,
}

/// Kinesis Data Streams over one record log and one control store. This process owns every
/// shard, so the catalog in memory is the control store's rows, never behind them.
pub struct Streams {
    pub(crate) log: Arc<dyn RecordLog>,
    pub(crate) identity: Identity,
    pub(crate) env: Env,
    pub(crate) seal: Seal,
    pub(crate) store: Store,
    catalog: RwLock<BTreeMap<StreamName, Arc<Stream>>>,
    /// Counts the changes of the catalog, for those who wait for one.
    changes: watch::Sender<u64>,
    pub(crate) load: Load,
    /// Whose turn it is where records are spread evenly.
    pub(crate) turn: AtomicUsize,
    pub(crate) key_ring: Option<Arc<KeyRing>>,
    /// Only where rates are limited.
    pub(crate) throttle: Option<Throttle>,
    pub(crate) subscriptions: Arc<Subscriptions>,
    /// Held while a stream is created, changed or deleted: one at a time.
    pub(crate) control: tokio::sync::Mutex<()>,
}

impl Streams {
    /// Opens the service and brings the log in line with the control store: shards of known
    /// streams are in the log, shards of deleted streams are not. Other shards are left alone.
    pub async fn open(
        log: Arc<dyn RecordLog>,
        meta: Arc<dyn MetaStore>,
        identity: Identity,
        env: Env,
    ) -> Result<Arc<Self>, Error> {
        Self::open_with(log, meta, identity, env, Options::default()).await
    }

    /// [`open`](Self::open) with other options than the defaults.
    pub async fn open_with(
        log: Arc<dyn RecordLog>,
        meta: Arc<dyn MetaStore>,
        identity: Identity,
        env: Env,
        options: Options,
    ) -> Result<Arc<Self>, Error> {
        let store = Store::new(meta);
        let seal = store.seal(env.random.as_ref()).await?;
        let streams = Self {
            log,
            identity,
            env,
            seal,
            store,
            catalog: RwLock::default(),
            changes: watch::Sender::new(0),
            load: Load::default(),
            turn: AtomicUsize::new(0),
            key_ring: options.key_ring,
            throttle: options.limits.then(Throttle::default),
            subscriptions: Arc::default(),
            control: tokio::sync::Mutex::default(),
        };
        streams.reconcile().await?;
        let streams = Arc::new(streams);
        streams.load.look(streams.env.clock.now());
        tokio::spawn(scaling::run(Arc::downgrade(&streams)));
        Ok(streams)
    }

    /// The Kinesis API of this service.
    pub fn api(self: &Arc<Self>) -> ServiceApi {
        ops::api(self)
    }

    async fn reconcile(&self) -> Result<(), Error> {
        self.load_keys().await?;
        for doomed in self.store.doomed.all().await? {
            self.forget(&doomed.key, &doomed.value).await?;
        }
        for stored in self.store.streams.all().await? {
            let mut stream = stored.value;
            let after_last = stream.shards.last().map_or(0, |shard| shard.id.0 + 1);
            stream.next_shard = stream.next_shard.max(after_last);
            self.open_shards(&stream).await?;
            let stream = self.publish(stream);
            let stream = self.finish(stream).await?;
            self.replace_closed(stream).await?;
        }
        Ok(())
    }

    /// Shows a stream as its row now is.
    pub(crate) fn publish(&self, stream: Stream) -> Arc<Stream> {
        self.assign_key(&stream);
        let stream = Arc::new(stream);
        self.catalog.write().insert(stream.name.clone(), Arc::clone(&stream));
        self.changes.send_modify(|count| *count += 1);
        stream
    }

    /// Writes a stream's row and shows it. The control lock is held.
    pub(crate) async fn keep(&self, stream: Stream) -> Result<Arc<Stream>, Error> {
        self.store.streams.put(stream.name.as_str(), &stream).await?;
        Ok(self.publish(stream))
    }

    /// Changes a stream by `change`, which sees it as it is now.
    pub(crate) async fn alter(
        &self,
        name: &StreamName,
        change: impl FnOnce(&mut Stream) -> Result<(), Error>,
    ) -> Result<Arc<Stream>, Error> {
        let _one_at_a_time = self.control.lock().await;
        let before = self.ready(name).await?;
        let mut stream = (*before).clone();
        change(&mut stream)?;
        if stream == *before {
            return Ok(before);
        }
        self.keep(stream).await
    }

    /// To be asked before the catalog is: later changes wake its holder.
    pub(crate) fn changes(&self) -> watch::Receiver<u64> {
        self.changes.subscribe()
    }

    /// The stream of `seen` as it is after its next change; `seen` is what the caller knows.
    /// Waits at most [`CHANGE_WAIT`].
    pub(crate) async fn changed(&self, seen: &Arc<Stream>) -> Result<Arc<Stream>, Error> {
        let mut changes = self.changes();
        let deadline = self.env.machine_clock.sleep(CHANGE_WAIT);
        tokio::pin!(deadline);
        loop {
            let found = self.find(&seen.name)?;
            if found.uid != seen.uid {
                return Err(self.not_found(seen.name.as_str()));
            }
            if !Arc::ptr_eq(&found, seen) {
                return Ok(found);
            }
            tokio::select! {
                _ = changes.changed() => {}
                () = &mut deadline => return Err(Error::NoOpenShard),
            }
        }
    }

    async fn open_shards(&self, stream: &Stream) -> Result<(), Error> {
        let opened =
            stream.shards.iter().map(|shard| self.log.open_shard(shard.uid, stream.retention()));
        try_join_all(opened).await.map_err(Error::Append)?;
        Ok(())
    }

    pub(crate) async fn forget(&self, key: &str, shards: &[ShardUid]) -> Result<(), Error> {
        let deleted = shards.iter().map(|shard| self.log.delete_shard(*shard));
        try_join_all(deleted).await.map_err(Error::Append)?;
        Ok(self.store.doomed.delete(key).await?)
    }

    /// Creates a stream; it takes records when this returns.
    pub async fn create(&self, wanted: NewStream) -> Result<Arc<Stream>, Error> {
        let account = self.identity.account.clone();
        if !(1..=SHARD_COUNT_MAX).contains(&wanted.shard_count) {
            let given = u64::from(wanted.shard_count);
            return Err(Error::TooManyShards { given, limit: SHARD_COUNT_MAX, account });
        }
        let _one_at_a_time = self.control.lock().await;
        if self.catalog.read().contains_key(&wanted.name) {
            return Err(Error::StreamExists { name: wanted.name, account });
        }
        match wanted.mode {
            Mode::Provisioned => self.check_account_shards(wanted.shard_count)?,
            Mode::OnDemand => self.check_account_on_demand()?,
        }
        let stream = self.draft(wanted).await?;
        match self.store.streams.insert(stream.name.as_str(), &stream).await {
            Ok(()) => {}
            Err(CommitError::Conflict(_)) => {
                return Err(Error::StreamExists { name: stream.name, account });
            }
            Err(CommitError::Failed(error)) => return Err(error.into()),
        }
        if let Err(error) = self.open_shards(&stream).await {
            // Nothing half-created may remain; what the log already opened goes with the doomed
            // row, at the latest at the next start.
            self.store.doom(&stream).await?;
            return Err(error);
        }
        Ok(self.publish(stream))
    }

    async fn draft(&self, wanted: NewStream) -> Result<Stream, Error> {
        let uid = self.store.meta.next_id("stream").await?;
        let count = u64::from(wanted.shard_count);
        let first = self.store.meta.reserve_ids("shard", count).await?;
        Ok(Stream::from(Draft {
            name: wanted.name,
            uid,
            created: self.env.clock.now(),
            mode: wanted.mode,
            retention_hours: RETENTION_HOURS,
            record_kib_max: wanted.record_kib_max,
            tags: wanted.tags,
            warm_mibps: wanted.warm_mibps,
            distribution: wanted.distribution,
            shard_uids: (first..first + count).map(ShardUid).collect(),
        }))
    }

    /// Deletes a stream with its records. The name is free when this returns. A stream with
    /// consumers is only deleted together with them.
    pub async fn delete(&self, name: &StreamName, with_consumers: bool) -> Result<(), Error> {
        let _one_at_a_time = self.control.lock().await;
        let stream = self.find(name)?;
        if !with_consumers && !stream.consumers.is_empty() {
            return Err(Error::InUse(format!(
                "Stream {name} under account {} has {} registered consumers. Deregister them,                  or set EnforceConsumerDeletion to true.",
                self.identity.account,
                stream.consumers.len()
            )));
        }
        self.store.doom(&stream).await?;
        self.catalog.write().remove(name);
        self.changes.send_modify(|count| *count += 1);
        let uids = stream.all_uids();
        self.forget(&stream.uid.to_string(), &uids).await?;
        if let Some(ring) = &self.key_ring {
            ring.assign(uids, None);
        }
        self.forget_keys(stream.uid).await
    }

    pub fn find(&self, name: &StreamName) -> Result<Arc<Stream>, Error> {
        self.catalog.read().get(name).cloned().ok_or_else(|| self.not_found(name.as_str()))
    }

    pub(crate) fn find_id(&self, id: &str) -> Result<Arc<Stream>, Error> {
        let catalog = self.catalog.read();
        let found = catalog.values().find(|stream| stream.id(&self.identity) == id);
        found.cloned().ok_or_else(|| self.not_found(id))
    }

    /// Shows `look` every stream.
    pub(crate) fn each(&self, look: impl FnMut(&Arc<Stream>)) {
        self.catalog.read().values().for_each(look);
    }

    pub(crate) fn not_found(&self, name: &str) -> Error {
        Error::StreamNotFound { name: name.to_owned(), account: self.identity.account.clone() }
    }

    /// Up to `limit` streams by name, after `after` if given, and whether more follow.
    pub fn list(&self, after: Option<&StreamName>, limit: usize) -> (Vec<Arc<Stream>>, bool) {
        use std::ops::Bound::{Excluded, Unbounded};
        let catalog = self.catalog.read();
        let from = after.map_or(Unbounded, Excluded);
        let mut rest = catalog.range::<StreamName, _>((from, Unbounded)).map(|(_, s)| s.clone());
        let page = rest.by_ref().take(limit).collect();
        (page, rest.next().is_some())
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::testing::{Fixture, name};

    #[tokio::test]
    async fn a_stream_survives_a_restart_and_a_deleted_one_leaves_no_log_shard() {
        let fixture = Fixture::new().await;
        let kept = fixture.create("kept", 3).await;
        fixture.create("gone", 2).await;
        fixture.streams.delete(&name("gone"), false).await.unwrap();
        assert_eq!(fixture.log.shards().len(), 3);
        let again = fixture.reopen().await;
        assert_eq!(again.find(&name("kept")).unwrap(), kept);
        assert!(matches!(again.find(&name("gone")), Err(Error::StreamNotFound { .. })));
    }

    #[tokio::test]
    async fn a_crash_between_row_and_log_is_mended_at_open() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("half", 2).await;
        for shard in &stream.shards {
            fixture.log.delete_shard(shard.uid).await.unwrap();
        }
        let doomed = fixture.create("doomed", 1).await;
        fixture.streams.store.doom(&doomed).await.unwrap();
        let foreign = ShardUid(9_999);
        fixture.log.open_shard(foreign, Duration::from_secs(3600)).await.unwrap();
        let again = fixture.reopen().await;
        let mut expected: Vec<_> = stream.shards.iter().map(|shard| shard.uid).collect();
        expected.push(foreign);
        assert_eq!(fixture.log.shards(), expected);
        assert!(again.find(&name("doomed")).is_err());
        assert_eq!(again.store.doomed.all().await.unwrap(), []);
    }

    #[tokio::test]
    async fn a_taken_name_and_too_many_shards_are_refused() {
        let fixture = Fixture::new().await;
        fixture.create("s", 1).await;
        let again = fixture.streams.create(NewStream::provisioned(name("s"), 1)).await;
        assert!(matches!(again, Err(Error::StreamExists { .. })));
        let wide = fixture.streams.create(NewStream::provisioned(name("w"), 10_001)).await;
        assert!(matches!(wide, Err(Error::TooManyShards { .. })));
    }

    #[tokio::test]
    async fn streams_list_by_name_in_pages() {
        let fixture = Fixture::new().await;
        for text in ["b", "a", "c"] {
            fixture.create(text, 1).await;
        }
        let names = |page: Vec<Arc<Stream>>| {
            page.iter().map(|stream| stream.name.to_string()).collect::<Vec<_>>()
        };
        let (page, more) = fixture.streams.list(None, 2);
        assert_eq!((names(page), more), (vec!["a".to_owned(), "b".to_owned()], true));
        let (page, more) = fixture.streams.list(Some(&name("b")), 2);
        assert_eq!((names(page), more), (vec!["c".to_owned()], false));
    }
}
