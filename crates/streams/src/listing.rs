//! Which shards ListShards shows: filters, pages, and the tokens between them.
//! Does not: know the request's shape (see `ops::list_shards`).

use std::sync::Arc;

use levada_types::{ShardId, StreamName, Timestamp};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::TOKEN_AGE_MAX;
use crate::seal::Kind;
use crate::service::Streams;
use crate::stream::{Shard, Stream};

/// Part of page tokens, which clients hold for up to five minutes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub enum ShardFilter {
    /// Every shard that still holds records or can receive them.
    All,
    AfterShard(ShardId),
    AtLatest,
    AtTrimHorizon,
    FromTrimHorizon,
    At(Timestamp),
    From(Timestamp),
}

impl ShardFilter {
    fn shows(self, shard: &Shard, horizon: Timestamp) -> bool {
        let open_at = |time: Timestamp| {
            shard.opened() <= time && shard.closed.is_none_or(|closed| closed > time)
        };
        let open_since = |time: Timestamp| shard.closed.is_none_or(|closed| closed >= time);
        match self {
            Self::All | Self::FromTrimHorizon => open_since(horizon),
            Self::AfterShard(id) => shard.id > id && open_since(horizon),
            Self::AtLatest => shard.closed.is_none(),
            Self::AtTrimHorizon => open_at(horizon),
            Self::At(time) => open_at(time.max(horizon)),
            Self::From(time) => open_since(time.max(horizon)),
        }
    }
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct ShardPage {
    issued: Timestamp,
    stream: StreamName,
    stream_uid: u64,
    after: Option<ShardId>,
    filter: ShardFilter,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct StreamPage {
    issued: Timestamp,
    after: StreamName,
}

/// One page of shards, and the token to the next one.
#[derive(Clone, Debug, PartialEq)]
pub struct ShardList {
    pub shards: Vec<Shard>,
    pub next: Option<String>,
}

impl Streams {
    pub(crate) fn open_page<T: DeserializeOwned>(
        &self,
        kind: Kind,
        token: &str,
    ) -> Result<T, Error> {
        let payload = self.seal.open(kind, token).ok_or(Error::InvalidNextToken)?;
        serde_json::from_slice(&payload).map_err(|_| Error::InvalidNextToken)
    }

    pub(crate) fn close_page<T: Serialize>(&self, kind: Kind, page: &T) -> String {
        let payload = serde_json::to_vec(page).expect("page tokens are plain structs");
        self.seal.close(kind, &payload)
    }

    pub(crate) fn check_age(&self, issued: Timestamp) -> Result<(), Error> {
        if self.env.machine_clock.now().since(issued) > TOKEN_AGE_MAX {
            return Err(Error::ExpiredNextToken);
        }
        Ok(())
    }

    /// Up to `limit` shards of `stream` that `filter` shows, after `after` if given.
    pub fn list_shards(
        &self,
        stream: &Stream,
        filter: ShardFilter,
        after: Option<ShardId>,
        limit: usize,
    ) -> ShardList {
        let now = self.env.clock.now();
        // A stream's own trim horizon is never before its first shards.
        let horizon = now.minus(stream.retention()).max(stream.created);
        let mut rest = stream
            .shards
            .iter()
            .filter(|shard| after.is_none_or(|after| shard.id > after))
            .filter(|shard| filter.shows(shard, horizon));
        let shards: Vec<Shard> = rest.by_ref().take(limit).cloned().collect();
        let next = rest.next().map(|_| {
            self.close_page(
                Kind::ShardPage,
                &ShardPage {
                    issued: self.env.machine_clock.now(),
                    stream: stream.name.clone(),
                    stream_uid: stream.uid,
                    after: shards.last().map(|shard| shard.id),
                    filter,
                },
            )
        });
        ShardList { shards, next }
    }

    /// The page that a token of an earlier one leads to.
    pub fn list_shards_on(&self, token: &str, limit: usize) -> Result<ShardList, Error> {
        let page: ShardPage = self.open_page(Kind::ShardPage, token)?;
        self.check_age(page.issued)?;
        let stream = self.find(&page.stream)?;
        if stream.uid != page.stream_uid {
            return Err(self.not_found(page.stream.as_str()));
        }
        Ok(self.list_shards(&stream, page.filter, page.after, limit))
    }

    pub fn stream_page_token(&self, last: &Stream) -> String {
        let issued = self.env.machine_clock.now();
        let page = StreamPage { issued, after: last.name.clone() };
        self.close_page(Kind::StreamPage, &page)
    }

    /// Up to `limit` streams after the page that `token` ended.
    pub fn list_on(&self, token: &str, limit: usize) -> Result<(Vec<Arc<Stream>>, bool), Error> {
        let page: StreamPage = self.open_page(Kind::StreamPage, token)?;
        self.check_age(page.issued)?;
        Ok(self.list(Some(&page.after), limit))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::testing::{Fixture, START, name};

    const HOUR_MS: i64 = 3_600_000;

    /// Shard 0 was open in hours 0..10 and was split into 1 and 2.
    async fn split_stream(fixture: &Fixture) -> Stream {
        let mut stream = Stream::clone(&*fixture.create("s", 3).await);
        stream.shards[0].closed = Some(Timestamp(START.0 + 10 * HOUR_MS));
        for shard in &mut stream.shards[1..] {
            shard.created = Timestamp(START.0 + 10 * HOUR_MS + 1_000);
            shard.parents = vec![ShardId(0)];
        }
        stream
    }

    #[tokio::test]
    async fn filters_show_the_shards_of_their_time() {
        let fixture = Fixture::new().await;
        let stream = split_stream(&fixture).await;
        fixture.clock.advance_to(Timestamp(START.0 + 20 * HOUR_MS));
        let at = |hour: i64| Timestamp(START.0 + hour * HOUR_MS);
        let ids = |filter| -> Vec<u32> {
            let list = fixture.streams.list_shards(&stream, filter, None, 100);
            list.shards.iter().map(|shard| shard.id.0).collect()
        };
        assert_eq!(ids(ShardFilter::All), [0, 1, 2]);
        assert_eq!(ids(ShardFilter::AtLatest), [1, 2]);
        assert_eq!(ids(ShardFilter::AtTrimHorizon), [0]);
        assert_eq!(ids(ShardFilter::FromTrimHorizon), [0, 1, 2]);
        assert_eq!(ids(ShardFilter::AfterShard(ShardId(1))), [2]);
        assert_eq!(ids(ShardFilter::At(at(-5))), [0]);
        assert_eq!(ids(ShardFilter::At(at(5))), [0]);
        assert_eq!(ids(ShardFilter::At(at(15))), [1, 2]);
        assert_eq!(ids(ShardFilter::From(at(5))), [0, 1, 2]);
        assert_eq!(ids(ShardFilter::From(at(15))), [1, 2]);
        fixture.clock.advance_to(at(40));
        assert_eq!(ids(ShardFilter::All), [1, 2]);
        assert_eq!(ids(ShardFilter::AtTrimHorizon), [1, 2]);
    }

    #[tokio::test]
    async fn pages_show_every_shard_once_and_their_tokens_age() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 5).await;
        let mut list = fixture.streams.list_shards(&stream, ShardFilter::AtLatest, None, 2);
        let first_token = list.next.clone().unwrap();
        let mut seen: Vec<Shard> = list.shards;
        while let Some(token) = list.next {
            list = fixture.streams.list_shards_on(&token, 2).unwrap();
            seen.extend(list.shards);
        }
        assert_eq!(seen, stream.shards);
        fixture.clock.advance(Duration::from_secs(301));
        let old = fixture.streams.list_shards_on(&first_token, 2);
        assert_eq!(old, Err(Error::ExpiredNextToken));
        let bad = fixture.streams.list_shards_on("bm9uc2Vuc2U=", 2);
        assert_eq!(bad, Err(Error::InvalidNextToken));
        let foreign = fixture.streams.stream_page_token(&stream);
        assert_eq!(fixture.streams.list_shards_on(&foreign, 2), Err(Error::InvalidNextToken));
    }

    #[tokio::test]
    async fn a_token_of_a_stream_made_anew_finds_nothing() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 5).await;
        let list = fixture.streams.list_shards(&stream, ShardFilter::All, None, 2);
        fixture.streams.delete(&name("s"), false).await.unwrap();
        fixture.create("s", 5).await;
        let orphan = fixture.streams.list_shards_on(&list.next.unwrap(), 2);
        assert!(matches!(orphan, Err(Error::StreamNotFound { .. })));
    }
}
