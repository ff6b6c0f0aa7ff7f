//! Pushing records to a consumer: one subscription per consumer and shard, for five minutes.
//! Does not: hold records: a subscriber asks for an event when it has sent the one before, and
//! only then is the log read. So a slow one holds one event.

use std::collections::HashMap;
use std::sync::Arc;

use futures::StreamExt as _;
use futures::stream::{self, BoxStream};
use levada_types::{ShardId, Timestamp};
use parking_lot::Mutex;
use tokio::sync::watch;

use crate::consumer::ConsumerKey;
use crate::error::Error;
use crate::limits::{
    EVENT_BYTES_MAX, EVENT_RECORD_COUNT_MAX, KEEP_ALIVE, SUBSCRIPTION_LENGTH, TAKE_OVER_AFTER,
};
use crate::read::{ReadRecord, Start};
use crate::service::Streams;
use crate::stream::{Shard, Stream};
use crate::throttle::{Bucket, SHARD_READ_BYTES};

/// What a subscriber is told at a time.
#[derive(Clone, Debug, PartialEq)]
pub struct Pushed {
    pub records: Vec<ReadRecord>,
    /// Where to subscribe again, exclusively; `None` after the last record of a closed shard.
    pub continuation: Option<String>,
    pub millis_behind: i64,
    /// Only when `continuation` is `None`.
    pub children: Vec<Shard>,
}

type Key = (ConsumerKey, ShardId);

/// The subscriptions that are open, by consumer and shard.
#[derive(Default)]
pub struct Subscriptions {
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    count: u64,
    by_key: HashMap<Key, Holder>,
}

struct Holder {
    number: u64,
    /// In machine time.
    since: Timestamp,
    /// True once another call has taken over.
    lost: watch::Sender<bool>,
}

/// One open subscription's place among them; given up when dropped.
struct Place {
    subscriptions: Arc<Subscriptions>,
    key: Key,
    number: u64,
    lost: watch::Receiver<bool>,
}

impl Subscriptions {
    /// `None` while another subscription is too young to be taken over.
    fn open(self: &Arc<Self>, key: Key, now: Timestamp) -> Option<Place> {
        let mut open = self.open.lock();
        if let Some(holder) = open.by_key.get(&key) {
            if now.since(holder.since) < TAKE_OVER_AFTER {
                return None;
            }
            holder.lost.send_replace(true);
        }
        open.count += 1;
        let number = open.count;
        let (sender, lost) = watch::channel(false);
        open.by_key.insert(key.clone(), Holder { number, since: now, lost: sender });
        Some(Place { subscriptions: Arc::clone(self), key, number, lost })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.subscriptions.open.lock();
        // Somebody who took over has a place of their own there.
        if open.by_key.get(&self.key).is_some_and(|holder| holder.number == self.number) {
            open.by_key.remove(&self.key);
        }
    }
}

struct Subscriber {
    streams: Arc<Streams>,
    stream: Arc<Stream>,
    place: Place,
    shard: ShardId,
    /// The log index to read next.
    position: u64,
    /// When the newest record was pushed, or the subscription began: part of continuations.
    arrived: Timestamp,
    /// In machine time, as is `keep_alive_at`.
    ends: Timestamp,
    keep_alive_at: Timestamp,
    ended: bool,
    /// 2 MiB per second, where rates are limited.
    rate: Option<Bucket>,
}

/// Why a subscriber that has nothing to read was woken.
enum Woken {
    Changed,
    KeepAlive,
    End,
    Lost,
}

impl Streams {
    /// The stream, shard and log index of a subscription that may begin, but for another one.
    pub(crate) async fn check_subscription(
        &self,
        consumer: &ConsumerKey,
        shard: &str,
        start: Start,
    ) -> Result<(Arc<Stream>, ShardId, u64), Error> {
        let (stream, _) = self.find_consumer(consumer)?;
        let id = ShardId::parse(shard).map_err(|_| self.no_such_shard(&stream, shard))?;
        let found = stream.shard(id).ok_or_else(|| self.no_shard(&stream.name, id))?;
        let position = self.start_position(&stream, found, start).await?;
        if let Some(throttle) = &self.throttle {
            let uid = found.uid;
            if !throttle.subscribe(&consumer.name, uid, self.env.clock.now()) {
                let account = &self.identity.account;
                return Err(Error::LimitExceeded(format!(
                    "Rate exceeded for consumer {} and shard {id} in stream {} under account \
                     {account}.",
                    consumer.name, stream.name
                )));
            }
        }
        Ok((stream, id, position))
    }

    /// Begins to push a shard's records to a consumer. The first error ends the events.
    pub async fn subscribe(
        self: &Arc<Self>,
        consumer: &ConsumerKey,
        shard: &str,
        start: Start,
    ) -> Result<BoxStream<'static, Result<Pushed, Error>>, Error> {
        let (stream, id, position) = self.check_subscription(consumer, shard, start).await?;
        let now = self.env.machine_clock.now();
        let place = self.subscriptions.open((consumer.clone(), id), now).ok_or_else(|| {
            let (account, name) = (&self.identity.account, &stream.name);
            Error::InUse(format!(
                "Another active subscription exists for this consumer: {account}:{name}:{id}:{}",
                consumer.name
            ))
        })?;
        let subscriber = Subscriber {
            streams: Arc::clone(self),
            place,
            shard: id,
            position,
            arrived: self.env.clock.now(),
            ends: now.plus(SUBSCRIPTION_LENGTH),
            // The first event comes at once, so that a client knows where it stands.
            keep_alive_at: now,
            ended: false,
            rate: self
                .throttle
                .as_ref()
                .map(|_| Bucket::full(SHARD_READ_BYTES, self.env.clock.now())),
            stream,
        };
        let events = stream::try_unfold(subscriber, |mut subscriber| async move {
            Ok(subscriber.next().await?.map(|event| (event, subscriber)))
        });
        Ok(events.boxed())
    }
}

impl Subscriber {
    /// The next event; `None` when there are no more.
    async fn next(&mut self) -> Result<Option<Pushed>, Error> {
        while !self.ended {
            let mut changes = self.streams.changes();
            self.refresh()?;
            if *self.place.lost.borrow() {
                return Err(self.taken_over());
            }
            if self.streams.env.machine_clock.now() >= self.ends {
                break;
            }
            if let Some(rate) = &self.rate {
                self.streams.env.clock.sleep_until(rate.free_at()).await;
            }
            if let Some(event) = self.read().await? {
                if let Some(rate) = &mut self.rate {
                    let bytes: usize = event.records.iter().map(ReadRecord::bytes).sum();
                    let now = self.streams.env.clock.now();
                    rate.owe(i64::try_from(bytes).unwrap_or(i64::MAX), now);
                }
                self.ended = event.continuation.is_none();
                self.keep_alive_at = self.streams.env.machine_clock.now().plus(KEEP_ALIVE);
                return Ok(Some(event));
            }
            match self.wait(&mut changes).await? {
                Woken::Changed => {}
                Woken::End => break,
                Woken::Lost => return Err(self.taken_over()),
                Woken::KeepAlive => return Ok(Some(self.keep_alive())),
            }
        }
        Ok(None)
    }

    /// The stream as it is now; refuses one that is gone, and a consumer that is.
    fn refresh(&mut self) -> Result<(), Error> {
        let (stream, _) = self.streams.find_consumer(&self.place.key.0)?;
        if stream.uid != self.stream.uid {
            return Err(self.streams.not_found(stream.name.as_str()));
        }
        self.stream = stream;
        Ok(())
    }

    fn taken_over(&self) -> Error {
        let (account, name) = (&self.streams.identity.account, &self.stream.name);
        Error::InUse(format!(
            "Another subscription has taken over for this consumer: {account}:{name}:{}:{}",
            self.shard, self.place.key.0.name
        ))
    }

    fn shard(&self) -> Result<&Shard, Error> {
        let found = self.stream.shard(self.shard);
        found.ok_or_else(|| self.streams.no_shard(&self.stream.name, self.shard))
    }

    /// What is there to be pushed now, if anything.
    async fn read(&mut self) -> Result<Option<Pushed>, Error> {
        let shard = self.shard()?.clone();
        let read = self
            .streams
            .read_shard(
                &self.stream,
                &shard,
                self.position,
                EVENT_RECORD_COUNT_MAX,
                EVENT_BYTES_MAX,
            )
            .await?;
        self.position = read.next;
        if let Some(last) = read.records.last() {
            self.arrived = last.arrived;
        }
        if read.records.is_empty() && !read.finished {
            return Ok(None);
        }
        let children = match read.finished {
            true => self.stream.children(shard.id).cloned().collect(),
            false => Vec::new(),
        };
        Ok(Some(Pushed {
            records: read.records,
            continuation: (!read.finished).then(|| self.continuation(&shard)),
            millis_behind: read.millis_behind,
            children,
        }))
    }

    /// The number before the next one that will be pushed.
    fn continuation(&self, shard: &Shard) -> String {
        match self.position.checked_sub(1) {
            Some(0) | None => shard.starting_sequence().to_string(),
            Some(last) => shard.sequence(last, self.arrived).to_string(),
        }
    }

    fn keep_alive(&mut self) -> Pushed {
        self.keep_alive_at = self.streams.env.machine_clock.now().plus(KEEP_ALIVE);
        let continuation = self.shard().ok().map(|shard| self.continuation(shard));
        Pushed { records: Vec::new(), continuation, millis_behind: 0, children: Vec::new() }
    }

    async fn wait(&mut self, changes: &mut watch::Receiver<u64>) -> Result<Woken, Error> {
        let clock = &self.streams.env.machine_clock;
        let readable = self.streams.wait_readable(&self.stream, self.shard, self.position);
        tokio::select! {
            // Records first: they are what the subscriber waits for.
            biased;
            readable = readable => readable.map(|()| Woken::Changed),
            _ = self.place.lost.wait_for(|lost| *lost) => Ok(Woken::Lost),
            _ = changes.changed() => Ok(Woken::Changed),
            () = clock.sleep_until(self.ends.min(self.keep_alive_at)) => {
                Ok(if self.ends <= self.keep_alive_at { Woken::End } else { Woken::KeepAlive })
            }
        }
    }
}

#[cfg(test)]
#[path = "subscription_tests.rs"]
mod tests;
