//! Splitting, merging and scaling: parents close, children take over their keys, nothing is lost.
//! Does not: choose what to change for UpdateShardCount (see `plan`), or wait for readers.
//!
//! One round changes many shards at once, in this order; each step may be repeated, and after a
//! crash the next start goes on from what the stream's row says:
//!
//! 1. the row notes parents and children: the stream is `UPDATING`;
//! 2. the children are opened in the log;
//! 3. the parents are closed in the log: from here on their records are final;
//! 4. the row has the parents closed and the children open.
//!
//! A put that meets a parent closed in between waits for step 4 and goes to a child. A reader
//! that has read such a parent to its end is told so only after step 4, when there are children
//! to go on with.

use std::sync::Arc;

use futures::future::try_join_all;
use levada_types::{HashKey, HashRange, ShardId, ShardUid, StreamName, Timestamp};

use crate::error::Error;
use crate::limits::{SCALINGS_PER_DAY, SHARD_COUNT_MAX};
use crate::plan::{Change, may_split, next_round, uniform_starts};
use crate::service::Streams;
use crate::stream::{Child, Mode, Reshard, Shard, Step, Stream};

impl Streams {
    /// Splits the open shard called `shard` so that a new one begins at `at`.
    pub async fn split(&self, name: &StreamName, shard: &str, at: HashKey) -> Result<(), Error> {
        let _one_at_a_time = self.control.lock().await;
        let stream = self.ready(name).await?;
        let parent = self.named_shard(&stream, shard)?;
        self.check_provisioned(&stream)?;
        if !may_split(parent.range, at) {
            return Err(Error::InvalidArgument(format!(
                "NewStartingHashKey {at} used in SplitShard() on shard {} in stream {} under \
                 account {} is not both greater than one plus the shard's StartingHashKey {} and \
                 less than the shard's EndingHashKey {}.",
                parent.id, stream.name, self.identity.account, parent.range.start, parent.range.end
            )));
        }
        let place = self.open_place(&stream, parent)?;
        self.check_room(&stream, 1)?;
        self.change(&stream, &[Change::Split { place, at }], Vec::new()).await?;
        Ok(())
    }

    /// Merges two open shards whose ranges meet, named in either order.
    pub async fn merge(&self, name: &StreamName, one: &str, other: &str) -> Result<(), Error> {
        let _one_at_a_time = self.control.lock().await;
        let stream = self.ready(name).await?;
        let (one, other) = (self.named_shard(&stream, one)?, self.named_shard(&stream, other)?);
        self.check_provisioned(&stream)?;
        let places = [self.open_place(&stream, one)?, self.open_place(&stream, other)?];
        let [left, right] = if places[0] < places[1] { [one, other] } else { [other, one] };
        let meets = left.range.end.0.checked_add(1) == Some(right.range.start.0);
        if !meets {
            return Err(Error::InvalidArgument(format!(
                "Shards {} and {} in stream {} under account {} are not an adjacent pair of \
                 shards eligible for merging",
                one.id, other.id, stream.name, self.identity.account
            )));
        }
        let place = places[0].min(places[1]);
        self.change(&stream, &[Change::Merge { place }], Vec::new()).await?;
        Ok(())
    }

    /// Scales a provisioned stream to `target` equal shards; answers how many were open before.
    pub async fn update_shard_count(&self, name: &StreamName, target: u32) -> Result<u32, Error> {
        let _one_at_a_time = self.control.lock().await;
        let stream = self.ready(name).await?;
        self.check_provisioned(&stream)?;
        let open = stream.open_shard_count();
        let counts = format!("Current open shard count: {open}, Target shard count: {target}");
        if target > SHARD_COUNT_MAX {
            return Err(Error::LimitExceeded(format!(
                "Target shard count or number of open shards cannot be greater than \
                 {SHARD_COUNT_MAX}. {counts}"
            )));
        }
        if target > open.saturating_mul(2) {
            return Err(Error::LimitExceeded(format!(
                "UpdateShardCount cannot scale up over double your current open shard count. \
                 {counts}"
            )));
        }
        if target.saturating_mul(2) < open {
            return Err(Error::LimitExceeded(format!(
                "UpdateShardCount cannot scale down below half your current open shard count. \
                 {counts}"
            )));
        }
        let mut stream = (*stream).clone();
        self.check_daily(&mut stream.scaled_at, SCALINGS_PER_DAY, "UpdateShardCount")?;
        self.scale(&stream, target).await?;
        Ok(open)
    }

    /// Brings a stream to `target` equal shards. The control lock is held.
    pub(crate) async fn scale(&self, stream: &Stream, target: u32) -> Result<(), Error> {
        self.check_room(stream, target.saturating_sub(stream.open_shard_count()))?;
        let open: Vec<HashRange> = stream.open_by_range().map(|shard| shard.range).collect();
        let goal = uniform_starts(&open, target);
        let mut next = stream.clone();
        next.reshard = Some(Reshard { goal, steps: Vec::new() });
        let begun = self.keep(next).await?;
        self.finish(begun).await?;
        Ok(())
    }

    /// A stream with nothing half-done. The control lock is held.
    pub(crate) async fn ready(&self, name: &StreamName) -> Result<Arc<Stream>, Error> {
        let stream = self.find(name)?;
        self.finish(stream).await
    }

    fn named_shard<'a>(&self, stream: &'a Stream, shard: &str) -> Result<&'a Shard, Error> {
        let found = ShardId::parse(shard).ok().and_then(|id| stream.shard(id));
        found.ok_or_else(|| self.no_such_shard(stream, shard))
    }

    pub(crate) fn check_provisioned(&self, stream: &Stream) -> Result<(), Error> {
        match stream.mode {
            Mode::Provisioned => Ok(()),
            Mode::OnDemand => Err(Error::Validation(format!(
                "Request is invalid. Stream {} under account {} is in On-Demand mode.",
                stream.name, self.identity.account
            ))),
        }
    }

    fn open_place(&self, stream: &Stream, shard: &Shard) -> Result<usize, Error> {
        stream.open_by_range().position(|open| open.id == shard.id).ok_or_else(|| {
            Error::InvalidArgument(format!(
                "Shard {} in stream {} under account {} has already been merged or split, and \
                 thus is not eligible for merging or splitting.",
                shard.id, stream.name, self.identity.account
            ))
        })
    }

    fn check_room(&self, stream: &Stream, more: u32) -> Result<(), Error> {
        let given = u64::from(stream.open_shard_count()) + u64::from(more);
        if given > u64::from(SHARD_COUNT_MAX) {
            let account = self.identity.account.clone();
            return Err(Error::TooManyShards { given, limit: SHARD_COUNT_MAX, account });
        }
        match stream.mode {
            Mode::Provisioned => self.check_account_shards(more),
            Mode::OnDemand => Ok(()),
        }
    }

    /// Ends whatever the stream's row says was begun.
    pub(crate) async fn finish(&self, mut stream: Arc<Stream>) -> Result<Arc<Stream>, Error> {
        while let Some(reshard) = &stream.reshard {
            if !reshard.steps.is_empty() {
                stream = self.finish_round(&stream, reshard).await?;
                continue;
            }
            let open: Vec<HashRange> = stream.open_by_range().map(|shard| shard.range).collect();
            let changes = next_round(&open, &reshard.goal);
            stream = if changes.is_empty() {
                let mut done = (*stream).clone();
                done.reshard = None;
                self.keep(done).await?
            } else {
                self.change(&stream, &changes, reshard.goal.clone()).await?
            };
        }
        Ok(stream)
    }

    /// Replaces open shards that the log has closed: the control store is behind it, as one
    /// restored from a copy is. Puts would find no shard to go to.
    pub(crate) async fn replace_closed(&self, stream: Arc<Stream>) -> Result<Arc<Stream>, Error> {
        let closed_in_log = |shard: &Shard| self.log.tip(shard.uid).is_ok_and(|tip| tip.closed);
        let open = stream.open_by_range().zip(0..);
        let changes: Vec<Change> = open
            .filter(|(shard, _)| closed_in_log(shard))
            .map(|(_, place)| Change::Replace { place })
            .collect();
        if changes.is_empty() {
            return Ok(stream);
        }
        let (name, count) = (&stream.name, changes.len());
        tracing::warn!(stream = %name, count, "replacing shards that only the log knows closed");
        self.change(&stream, &changes, Vec::new()).await
    }

    /// One round. The control lock is held.
    pub(crate) async fn change(
        &self,
        stream: &Stream,
        changes: &[Change],
        goal: Vec<HashKey>,
    ) -> Result<Arc<Stream>, Error> {
        let begun = self.begin_round(stream, changes, goal).await?;
        match &begun.reshard {
            Some(reshard) => self.finish_round(&begun, reshard).await,
            None => Ok(begun),
        }
    }

    pub(crate) async fn begin_round(
        &self,
        stream: &Stream,
        changes: &[Change],
        goal: Vec<HashKey>,
    ) -> Result<Arc<Stream>, Error> {
        let open: Vec<&Shard> = stream.open_by_range().collect();
        let parts: Vec<_> = changes.iter().filter_map(|change| parts(&open, *change)).collect();
        let count: usize = parts.iter().map(|(_, ranges)| ranges.len()).sum();
        let uid = self.store.meta.reserve_ids("shard", count as u64).await?;
        let mut fresh = (stream.next_shard..).map(ShardId).zip((uid..).map(ShardUid));
        let steps = parts.into_iter().map(|(parents, ranges)| {
            let child = |(range, (id, uid))| Child { id, uid, range };
            let children = ranges.into_iter().zip(fresh.by_ref()).map(child).collect();
            Step { parents, children }
        });
        let mut next = stream.clone();
        next.reshard = Some(Reshard { goal, steps: steps.collect() });
        next.next_shard += u32::try_from(count).unwrap_or(0);
        self.keep(next).await
    }

    async fn finish_round(&self, stream: &Stream, reshard: &Reshard) -> Result<Arc<Stream>, Error> {
        let children = reshard.steps.iter().flat_map(|step| &step.children);
        let opened = children.map(|child| self.log.open_shard(child.uid, stream.retention()));
        try_join_all(opened).await.map_err(Error::Append)?;
        let closes = reshard.steps.iter().map(|step| self.close_parents(stream, step));
        let closes: Vec<Timestamp> = try_join_all(closes).await?;
        let mut next = stream.clone();
        for (step, closed) in reshard.steps.iter().zip(closes) {
            hand_over(&mut next, step, closed);
        }
        next.reshard = (!reshard.goal.is_empty())
            .then(|| Reshard { goal: reshard.goal.clone(), steps: Vec::new() });
        self.keep_without_expired(next).await
    }

    /// Closes a step's parents in the log; answers when they are closed: after every record.
    async fn close_parents(&self, stream: &Stream, step: &Step) -> Result<Timestamp, Error> {
        let parents = step.parents.iter().filter_map(|id| stream.shard(*id));
        let closing = parents.clone().map(|shard| self.log.close_shard(shard.uid));
        let tips = try_join_all(closing).await.map_err(Error::Append)?;
        let newest = tips.iter().filter_map(|tip| tip.last_arrived).max();
        let after_newest = newest.map_or(Timestamp::EPOCH, |newest| Timestamp(newest.0 + 1));
        let opened = parents.map(Shard::opened).max().unwrap_or(Timestamp::EPOCH);
        Ok(self.env.clock.now().max(after_newest).max(opened))
    }

    /// The row without shards of which nothing can be read any more; the log forgets them.
    async fn keep_without_expired(&self, mut stream: Stream) -> Result<Arc<Stream>, Error> {
        let horizon = self.env.clock.now().minus(stream.retention());
        let (expired, kept) =
            stream.shards.into_iter().partition(|shard| shard.is_expired(horizon));
        stream.shards = kept;
        let expired: Vec<Shard> = expired;
        if expired.is_empty() {
            return self.keep(stream).await;
        }
        let uids: Vec<ShardUid> = expired.iter().map(|shard| shard.uid).collect();
        let newest = expired.last().map_or(0, |shard| shard.id.0);
        let key = format!("{}-{newest}", stream.uid);
        self.store.keep_and_doom(&stream, &key, &uids).await?;
        let stream = self.publish(stream);
        self.forget(&key, &uids).await?;
        Ok(stream)
    }
}

/// A change's parents, and the ranges of its children.
fn parts(open: &[&Shard], change: Change) -> Option<(Vec<ShardId>, Vec<HashRange>)> {
    match change {
        Change::Split { place, at } => {
            let shard = open.get(place)?;
            let left = HashRange { start: shard.range.start, end: HashKey(at.0.checked_sub(1)?) };
            let right = HashRange { start: at, end: shard.range.end };
            Some((vec![shard.id], vec![left, right]))
        }
        Change::Replace { place } => {
            let shard = open.get(place)?;
            Some((vec![shard.id], vec![shard.range]))
        }
        Change::Merge { place } => {
            let (left, right) = (open.get(place)?, open.get(place + 1)?);
            let whole = HashRange { start: left.range.start, end: right.range.end };
            Some((vec![left.id, right.id], vec![whole]))
        }
    }
}

/// Closes the parents of `step` at `closed` and opens its children then. A child is created in
/// the second after, so that its first number is above its parents' last.
fn hand_over(stream: &mut Stream, step: &Step, closed: Timestamp) {
    let mut latest = closed;
    for id in &step.parents {
        let place = stream.shards.binary_search_by_key(id, |shard| shard.id);
        if let Some(parent) = place.ok().and_then(|place| stream.shards.get_mut(place)) {
            parent.closed = Some(closed);
            latest = latest.max(parent.created);
        }
    }
    let created = Timestamp((latest.as_secs() + 1) * 1000);
    stream.shards.extend(step.children.iter().map(|child| Shard {
        id: child.id,
        uid: child.uid,
        range: child.range,
        created,
        closed: None,
        parents: step.parents.clone(),
        opened: Some(closed),
    }));
}

#[cfg(test)]
#[path = "reshard_tests.rs"]
mod tests;
