//! Settings and counts of the account: the throughput commitment, and how much it has of what.
//! Does not: bill anybody.

use std::time::Duration;

use levada_types::{Identity, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::{ACCOUNT_SHARD_COUNT_MAX, ON_DEMAND_STREAM_COUNT_MAX};
use crate::service::Streams;
use crate::stream::Mode;

/// How long AWS holds an account to its commitment.
const COMMITMENT: Duration = Duration::from_secs(24 * 3600);
const DAY: Duration = Duration::from_secs(24 * 3600);
const SETTINGS: &str = "settings";

/// The minimum throughput billing commitment. Persisted; fields are only ever added.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Commitment {
    pub enabled: bool,
    pub started: Option<Timestamp>,
    pub ended: Option<Timestamp>,
}

impl Commitment {
    pub fn earliest_end(&self) -> Option<Timestamp> {
        self.started.map(|started| started.plus(COMMITMENT))
    }

    /// Ended by its holder before its time was over.
    pub fn is_ending(&self, now: Timestamp) -> bool {
        !self.enabled && self.earliest_end().is_some_and(|end| now < end)
    }
}

/// What the account has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counts {
    /// Open shards of provisioned streams.
    pub provisioned_shards: usize,
    pub on_demand_streams: usize,
}

/// What the account may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AccountLimits {
    pub shards: usize,
    pub on_demand_streams: usize,
}

impl Streams {
    pub async fn commitment(&self) -> Result<Commitment, Error> {
        let stored = self.store.account.get(SETTINGS).await?;
        Ok(stored.map(|stored| stored.value).unwrap_or_default())
    }

    pub async fn commit_throughput(&self, enabled: bool) -> Result<Commitment, Error> {
        let _one_at_a_time = self.control.lock().await;
        let mut commitment = self.commitment().await?;
        let now = self.env.clock.now();
        if enabled && !commitment.enabled {
            commitment = Commitment { enabled, started: Some(now), ended: None };
        } else if !enabled && commitment.enabled {
            let end = commitment.earliest_end().map_or(now, |earliest| earliest.max(now));
            commitment = Commitment { enabled, ended: Some(end), ..commitment };
        }
        self.store.account.put(SETTINGS, &commitment).await?;
        Ok(commitment)
    }

    pub fn counts(&self) -> Counts {
        let mut counts = Counts { provisioned_shards: 0, on_demand_streams: 0 };
        self.each(|stream| match stream.mode {
            Mode::Provisioned => counts.provisioned_shards += stream.open_shard_count() as usize,
            Mode::OnDemand => counts.on_demand_streams += 1,
        });
        counts
    }
}

impl Streams {
    /// What DescribeLimits says there may be; enforced where limits are on.
    pub(crate) fn account_limits(&self) -> AccountLimits {
        AccountLimits {
            shards: ACCOUNT_SHARD_COUNT_MAX,
            on_demand_streams: ON_DEMAND_STREAM_COUNT_MAX,
        }
    }

    pub(crate) fn check_account_shards(&self, more: u32) -> Result<(), Error> {
        let (count, limit) = (self.counts().provisioned_shards, self.account_limits().shards);
        if self.throttle.is_none() || count + more as usize <= limit {
            return Ok(());
        }
        let Identity { account, region, .. } = &self.identity;
        Err(Error::LimitExceeded(format!(
            "This request would exceed the shard limit for the account {account} in {region}. \
             Current shard count for the account: {count}. Limit: {limit}. Number of additional \
             shards that would have resulted from this request: {more}. Refer to the AWS Service \
             Limits page (http://docs.aws.amazon.com/general/latest/gr/aws_service_limits.html) \
             for current limits and how to request higher limits."
        )))
    }

    pub(crate) fn check_account_on_demand(&self) -> Result<(), Error> {
        let count = self.counts().on_demand_streams;
        let limit = self.account_limits().on_demand_streams;
        if self.throttle.is_none() || count < limit {
            return Ok(());
        }
        let account = &self.identity.account;
        Err(Error::LimitExceeded(format!(
            "This request would exceed the on-demand stream limit for the account {account}. \
             Current on-demand stream count for the account: {count}. Limit: {limit}."
        )))
    }

    /// At most `most` of the times in `log` may lie within a day; notes `now` there.
    pub(crate) fn check_daily(
        &self,
        log: &mut Vec<Timestamp>,
        most: usize,
        what: &str,
    ) -> Result<(), Error> {
        let now = self.env.clock.now();
        log.retain(|time| now.since(*time) < DAY);
        if self.throttle.is_some() && log.len() >= most {
            return Err(Error::LimitExceeded(format!(
                "{what} can be called at most {most} times per stream within 24 hours."
            )));
        }
        log.push(now);
        log.drain(..log.len().saturating_sub(most));
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::service::NewStream;
    use crate::testing::{Fixture, START, name};

    #[tokio::test]
    async fn a_commitment_ends_a_day_after_it_began_at_the_earliest() {
        let fixture = Fixture::new().await;
        assert_eq!(fixture.streams.commitment().await.unwrap(), Commitment::default());
        fixture.streams.commit_throughput(true).await.unwrap();
        fixture.clock.advance(Duration::from_secs(3600));
        fixture.streams.commit_throughput(true).await.unwrap();
        let ended = fixture.streams.commit_throughput(false).await.unwrap();
        assert_eq!((ended.started, ended.ended), (Some(START), Some(START.plus(COMMITMENT))));
        assert!(ended.is_ending(START.plus(COMMITMENT / 2)));
        assert!(!ended.is_ending(START.plus(COMMITMENT)));
        assert_eq!(fixture.reopen().await.commitment().await.unwrap(), ended);
    }

    #[tokio::test]
    async fn open_shards_of_provisioned_streams_and_on_demand_streams_are_counted() {
        let fixture = Fixture::new().await;
        fixture.create("s", 2).await;
        fixture.streams.update_shard_count(&name("s"), 3).await.unwrap();
        fixture.streams.create(NewStream::on_demand(name("d"))).await.unwrap();
        let expected = Counts { provisioned_shards: 3, on_demand_streams: 1 };
        assert_eq!(fixture.streams.counts(), expected);
    }
}
