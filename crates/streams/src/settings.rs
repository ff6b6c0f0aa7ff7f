//! What can be changed about a stream besides its shards: retention, mode, record size, metrics.
//! Does not: tag, encrypt or reshard; those have files of their own.

use std::collections::BTreeSet;
use std::sync::Arc;

use futures::future::try_join_all;
use levada_types::StreamName;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::{MODE_CHANGES_PER_DAY, RETENTION_HOURS, RETENTION_HOURS_MAX, WARM_MIBPS_MAX};
use crate::scaling::note_peak;
use crate::service::Streams;
use crate::stream::{Distribution, Mode, Stream};

/// A shard-level metric. Persisted in streams' rows by these names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ShardMetric {
    IncomingBytes,
    IncomingRecords,
    OutgoingBytes,
    OutgoingRecords,
    WriteProvisionedThroughputExceeded,
    ReadProvisionedThroughputExceeded,
    IteratorAgeMilliseconds,
}

impl ShardMetric {
    pub const ALL: [Self; 7] = [
        Self::IncomingBytes,
        Self::IncomingRecords,
        Self::OutgoingBytes,
        Self::OutgoingRecords,
        Self::WriteProvisionedThroughputExceeded,
        Self::ReadProvisionedThroughputExceeded,
        Self::IteratorAgeMilliseconds,
    ];

    /// The metrics that a request names; `ALL` stands for every one.
    pub fn parse(names: &[String]) -> Result<BTreeSet<Self>, Error> {
        if names.iter().any(|name| name == "ALL") {
            return Ok(Self::ALL.into());
        }
        let one = |name: &String| {
            let found = Self::ALL.into_iter().find(|metric| metric.to_string() == *name);
            found.ok_or_else(|| Error::InvalidArgument(format!("unknown shard metric {name}")))
        };
        names.iter().map(one).collect()
    }
}

impl std::fmt::Display for ShardMetric {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        std::fmt::Debug::fmt(self, f)
    }
}

/// A stream, and its metrics before the change.
pub struct Monitoring {
    pub stream: Arc<Stream>,
    pub before: BTreeSet<ShardMetric>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    Increase,
    Decrease,
}

fn check_retention(stream: &Stream, hours: i64, direction: Direction) -> Result<u32, Error> {
    let invalid = |message: String| Err(Error::InvalidArgument(message));
    let (name, before) = (&stream.name, stream.retention_hours);
    if hours < i64::from(RETENTION_HOURS) {
        return invalid(format!(
            "Minimum allowed retention period is {RETENTION_HOURS} hours. Requested retention \
             period ({hours} hours) is too short."
        ));
    }
    let wanted = u32::try_from(hours).ok().filter(|hours| *hours <= RETENTION_HOURS_MAX);
    let Some(wanted) = wanted else {
        return invalid(format!(
            "Maximum allowed retention period is {RETENTION_HOURS_MAX} hours. Requested \
             retention period ({hours} hours) is too long."
        ));
    };
    match direction {
        Direction::Increase if wanted < before => invalid(format!(
            "Requested retention period ({hours} hours) for stream {name} can not be shorter \
             than existing retention period ({before} hours). Use DecreaseRetentionPeriod API."
        )),
        Direction::Decrease if wanted > before => invalid(format!(
            "Requested retention period ({hours} hours) for stream {name} can not be longer \
             than existing retention period ({before} hours). Use IncreaseRetentionPeriod API."
        )),
        Direction::Increase | Direction::Decrease => Ok(wanted),
    }
}

impl Streams {
    /// The row first, then the log: a crash between the two is mended at the next start.
    pub async fn set_retention(
        &self,
        name: &StreamName,
        hours: i64,
        direction: Direction,
    ) -> Result<(), Error> {
        let stream = self
            .alter(name, |stream| {
                stream.retention_hours = check_retention(stream, hours, direction)?;
                Ok(())
            })
            .await?;
        let shards = stream.shards.iter();
        let told = shards.map(|shard| self.log.open_shard(shard.uid, stream.retention()));
        try_join_all(told).await.map_err(Error::Append)?;
        Ok(())
    }

    pub async fn enable_metrics(
        &self,
        name: &StreamName,
        metrics: &BTreeSet<ShardMetric>,
    ) -> Result<Monitoring, Error> {
        self.change_metrics(name, |before| before | metrics).await
    }

    pub async fn disable_metrics(
        &self,
        name: &StreamName,
        metrics: &BTreeSet<ShardMetric>,
    ) -> Result<Monitoring, Error> {
        self.change_metrics(name, |before| before - metrics).await
    }

    async fn change_metrics(
        &self,
        name: &StreamName,
        change: impl FnOnce(&BTreeSet<ShardMetric>) -> BTreeSet<ShardMetric>,
    ) -> Result<Monitoring, Error> {
        let mut before = BTreeSet::new();
        let stream = self
            .alter(name, |stream| {
                before = std::mem::take(&mut stream.metrics);
                stream.metrics = change(&before);
                Ok(())
            })
            .await?;
        Ok(Monitoring { stream, before })
    }

    /// `warm_mibps` only for a stream that becomes on-demand.
    pub async fn set_mode(
        &self,
        name: &StreamName,
        mode: Mode,
        warm_mibps: Option<u32>,
    ) -> Result<(), Error> {
        if mode == Mode::Provisioned && warm_mibps.is_some() {
            return Err(Error::InvalidArgument(
                "WarmThroughputMiBps can only be specified for ON_DEMAND streams.".into(),
            ));
        }
        check_warm(warm_mibps)?;
        let stream = self
            .alter(name, |stream| {
                if stream.mode != mode {
                    let log = &mut stream.mode_set_at;
                    self.check_daily(log, MODE_CHANGES_PER_DAY, "UpdateStreamMode")?;
                    match mode {
                        Mode::Provisioned => {
                            self.check_account_shards(stream.open_shard_count())?
                        }
                        Mode::OnDemand => self.check_account_on_demand()?,
                    }
                }
                if stream.mode == Mode::Provisioned && mode == Mode::OnDemand {
                    // It keeps the shards it has as if they had been half used.
                    let load = u64::from(stream.open_shard_count()) * 500;
                    note_peak(&mut stream.peaks, load, self.env.clock.now());
                }
                if mode == Mode::Provisioned {
                    stream.distribution = Distribution::default();
                }
                stream.mode = mode;
                stream.warm_mibps =
                    warm_mibps.or(stream.warm_mibps.filter(|_| mode == Mode::OnDemand));
                Ok(())
            })
            .await?;
        self.warm_up(&stream).await
    }

    /// Largest data of one record from now on; what is stored already stays.
    pub async fn set_record_size(&self, name: &StreamName, kib: u32) -> Result<(), Error> {
        self.alter(name, |stream| {
            stream.record_kib_max = kib;
            Ok(())
        })
        .await?;
        Ok(())
    }

    /// Takes effect with the next record; what is stored stays where it is.
    pub async fn set_distribution(
        &self,
        name: &StreamName,
        distribution: Distribution,
    ) -> Result<(), Error> {
        self.alter(name, |stream| {
            check_distribution(stream.mode, distribution)?;
            stream.distribution = distribution;
            Ok(())
        })
        .await?;
        Ok(())
    }

    /// Shards for `mibps` at least, now and later. Answers with the stream as it then is.
    pub async fn set_warm_throughput(
        &self,
        name: &StreamName,
        mibps: u32,
    ) -> Result<Arc<Stream>, Error> {
        check_warm(Some(mibps))?;
        let stream = self
            .alter(name, |stream| {
                if stream.mode != Mode::OnDemand {
                    return Err(Error::Validation(format!(
                        "Request is invalid. Stream {} under account {} is in Provisioned mode.",
                        stream.name, self.identity.account
                    )));
                }
                stream.warm_mibps = Some(mibps);
                Ok(())
            })
            .await?;
        self.warm_up(&stream).await?;
        self.find(name)
    }

    /// Splits an on-demand stream until its shards carry its warm throughput, 1 MiB/s each.
    async fn warm_up(&self, stream: &Stream) -> Result<(), Error> {
        let wanted = stream.warm_mibps.unwrap_or(0);
        let _one_at_a_time = self.control.lock().await;
        let stream = self.ready(&stream.name).await?;
        if stream.mode == Mode::OnDemand && stream.open_shard_count() < wanted {
            self.scale(&stream, wanted).await?;
        }
        Ok(())
    }
}

pub fn check_distribution(mode: Mode, distribution: Distribution) -> Result<(), Error> {
    if mode == Mode::Provisioned && distribution == Distribution::Auto {
        let message = "RecordDistributionStrategy AUTO is only supported for ON_DEMAND streams.";
        return Err(Error::InvalidArgument(message.into()));
    }
    Ok(())
}

pub fn check_warm(mibps: Option<u32>) -> Result<(), Error> {
    match mibps {
        Some(given) if given > WARM_MIBPS_MAX => Err(Error::InvalidArgument(format!(
            "WarmThroughputMiBps must be at most {WARM_MIBPS_MAX}. Requested: {given}."
        ))),
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::read::Start;
    use crate::service::NewStream;
    use crate::testing::{Fixture, name};

    #[tokio::test]
    async fn a_longer_retention_keeps_what_is_there_and_a_shorter_one_drops_it() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        let set = |hours, direction| {
            let streams = fixture.streams.clone();
            async move { streams.set_retention(&name("s"), hours, direction).await }
        };
        fixture.put(&stream, &["a"]).await;
        set(48, Direction::Increase).await.unwrap();
        fixture.clock.advance(Duration::from_secs(40 * 3600));
        let streams = fixture.reopen().await;
        let count = |streams: Arc<Streams>| async move {
            let stream = streams.find(&name("s")).unwrap();
            let start = Start::TrimHorizon;
            let token = streams.iterate(&stream, "shardId-000000000000", start).await.unwrap();
            streams.read_page(&token, 10, None).await.unwrap().records.len()
        };
        assert_eq!(count(streams).await, 1);
        set(30, Direction::Decrease).await.unwrap();
        assert_eq!(count(fixture.streams.clone()).await, 0);
        for (hours, direction, part) in [
            (23, Direction::Decrease, "is too short"),
            (8_761, Direction::Increase, "is too long"),
            (24, Direction::Increase, "Use DecreaseRetentionPeriod API."),
            (31, Direction::Decrease, "Use IncreaseRetentionPeriod API."),
        ] {
            let refused = set(hours, direction).await.unwrap_err().to_string();
            assert!(refused.contains(part), "{refused}");
        }
    }

    #[tokio::test]
    async fn metrics_are_enabled_and_disabled_by_name_and_all_at_once() {
        let fixture = Fixture::new().await;
        fixture.create("s", 1).await;
        let some = ShardMetric::parse(&["IncomingBytes".into(), "OutgoingBytes".into()]).unwrap();
        let done = fixture.streams.enable_metrics(&name("s"), &some).await.unwrap();
        assert_eq!((done.before.len(), &done.stream.metrics), (0, &some));
        let all = ShardMetric::parse(&["ALL".into()]).unwrap();
        let done = fixture.streams.disable_metrics(&name("s"), &all).await.unwrap();
        assert_eq!((done.before, done.stream.metrics.len()), (some, 0));
        assert!(ShardMetric::parse(&["Else".into()]).is_err());
    }

    #[tokio::test]
    async fn warm_throughput_splits_an_on_demand_stream_at_once() {
        let fixture = Fixture::new().await;
        fixture.streams.create(NewStream::on_demand(name("s"))).await.unwrap();
        let stream = fixture.streams.set_warm_throughput(&name("s"), 11).await.unwrap();
        assert_eq!((stream.open_shard_count(), stream.warm_mibps), (11, Some(11)));
        let over = fixture.streams.set_warm_throughput(&name("s"), WARM_MIBPS_MAX + 1).await;
        assert!(matches!(over, Err(Error::InvalidArgument(_))));
        fixture.streams.set_mode(&name("s"), Mode::Provisioned, None).await.unwrap();
        let stream = fixture.streams.find(&name("s")).unwrap();
        assert_eq!((stream.open_shard_count(), stream.warm_mibps), (11, None));
        let refused = fixture.streams.set_warm_throughput(&name("s"), 12).await;
        assert!(matches!(refused, Err(Error::Validation(_))));
    }
}
