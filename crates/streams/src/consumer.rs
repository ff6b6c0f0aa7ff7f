//! Consumers with a throughput of their own: registered by name, kept in their stream's row.
//! Does not: push records to them (see `subscription`).

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_types::{Arn, Identity, StreamName, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::CONSUMER_COUNT_MAX;
use crate::seal::Kind;
use crate::service::Streams;
use crate::stream::Stream;

/// Persisted within its stream's row; fields are only ever added, with a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Consumer {
    pub name: String,
    /// In whole seconds; part of its ARN, and so what tells it from an earlier one of its name.
    pub created: Timestamp,
    #[serde(default)]
    pub tags: BTreeMap<String, String>,
    #[serde(default)]
    pub policy: Option<String>,
}

impl Consumer {
    pub fn arn(&self, stream: &StreamName, identity: &Identity) -> Arn {
        let mut arn = identity.stream(stream.as_str());
        arn.resource =
            format!("{}/consumer/{}:{}", arn.resource, self.name, self.created.as_secs());
        arn
    }
}

/// A consumer as its ARN names it.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ConsumerKey {
    pub stream: StreamName,
    pub name: String,
    pub created_secs: i64,
}

impl ConsumerKey {
    pub fn is(&self, consumer: &Consumer) -> bool {
        consumer.name == self.name && consumer.created.as_secs() == self.created_secs
    }
}

#[derive(Serialize, Deserialize)]
struct ConsumerPage {
    issued: Timestamp,
    stream: StreamName,
    stream_uid: u64,
    after: String,
}

/// One page of consumers by name, and the token to the next one.
pub struct ConsumerList {
    pub stream: Arc<Stream>,
    pub consumers: Vec<Consumer>,
    pub next: Option<String>,
}

impl Streams {
    /// Registers a consumer; it may subscribe when this returns.
    pub async fn register_consumer(
        &self,
        stream: &StreamName,
        name: String,
        tags: BTreeMap<String, String>,
    ) -> Result<Consumer, Error> {
        let created = Timestamp(self.env.clock.now().as_secs() * 1000);
        let consumer = Consumer { name, created, tags, policy: None };
        let account = &self.identity.account;
        self.alter(stream, |stream| {
            if stream.consumers.iter().any(|other| other.name == consumer.name) {
                return Err(Error::InUse(format!(
                    "Consumer {} under stream {} already exists for account {account}.",
                    consumer.name,
                    stream.arn(&self.identity)
                )));
            }
            if stream.consumers.len() >= CONSUMER_COUNT_MAX {
                return Err(Error::LimitExceeded(format!(
                    "Stream {} under account {account} already has {CONSUMER_COUNT_MAX} \
                     registered consumers, the most there may be.",
                    stream.name
                )));
            }
            stream.consumers.push(consumer.clone());
            stream.consumers.sort_by(|a, b| a.name.cmp(&b.name));
            Ok(())
        })
        .await?;
        Ok(consumer)
    }

    /// Removes a consumer; its subscriptions end.
    pub async fn deregister_consumer(&self, key: &ConsumerKey) -> Result<(), Error> {
        let missing = || self.no_consumer(&key.name);
        self.alter(&key.stream, |stream| {
            let place = stream.consumers.iter().position(|consumer| key.is(consumer));
            stream.consumers.remove(place.ok_or_else(missing)?);
            Ok(())
        })
        .await?;
        Ok(())
    }

    pub(crate) fn no_consumer(&self, name: &str) -> Error {
        Error::NotFound(format!("Consumer {name}, account {} not found.", self.identity.account))
    }

    pub(crate) fn find_consumer(
        &self,
        key: &ConsumerKey,
    ) -> Result<(Arc<Stream>, Consumer), Error> {
        let stream = self.find(&key.stream)?;
        let consumer = stream.consumers.iter().find(|consumer| key.is(consumer)).cloned();
        consumer.map(|found| (stream, found)).ok_or_else(|| self.no_consumer(&key.name))
    }

    /// The consumer called `name`, whenever it was registered.
    pub(crate) fn consumer_named(
        &self,
        stream: &StreamName,
        name: &str,
    ) -> Result<ConsumerKey, Error> {
        let stream = self.find(stream)?;
        let found = stream.consumers.iter().find(|consumer| consumer.name == name);
        let created_secs = found.ok_or_else(|| self.no_consumer(name))?.created.as_secs();
        Ok(ConsumerKey { stream: stream.name.clone(), name: name.to_owned(), created_secs })
    }

    /// Up to `limit` consumers of `stream`, after the name `after` if given.
    pub fn list_consumers(
        &self,
        stream: Arc<Stream>,
        after: Option<&str>,
        limit: usize,
    ) -> ConsumerList {
        let is_later = |name: &str| after.is_none_or(|after| name > after);
        let mut rest = stream.consumers.iter().filter(|consumer| is_later(&consumer.name));
        let consumers: Vec<Consumer> = rest.by_ref().take(limit).cloned().collect();
        let last = rest.next().and(consumers.last());
        let next = last.map(|last| {
            let page = ConsumerPage {
                issued: self.env.machine_clock.now(),
                stream: stream.name.clone(),
                stream_uid: stream.uid,
                after: last.name.clone(),
            };
            self.close_page(Kind::ConsumerPage, &page)
        });
        ConsumerList { stream, consumers, next }
    }

    /// The page that a token of an earlier one of the same stream leads to.
    pub fn list_consumers_on(
        &self,
        stream: Arc<Stream>,
        token: &str,
        limit: usize,
    ) -> Result<ConsumerList, Error> {
        let page: ConsumerPage = self.open_page(Kind::ConsumerPage, token)?;
        self.check_age(page.issued)?;
        if (&page.stream, page.stream_uid) != (&stream.name, stream.uid) {
            return Err(Error::InvalidNextToken);
        }
        Ok(self.list_consumers(stream, Some(&page.after), limit))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::testing::{Fixture, name};

    #[tokio::test]
    async fn a_consumer_registers_once_survives_a_restart_and_goes_with_its_own_arn_only() {
        let fixture = Fixture::new().await;
        fixture.create("s", 1).await;
        let register = |fixture: &Fixture| {
            let streams = fixture.streams.clone();
            async move { streams.register_consumer(&name("s"), "c".into(), BTreeMap::new()).await }
        };
        let first = register(&fixture).await.unwrap();
        assert!(matches!(register(&fixture).await, Err(Error::InUse(_))));
        assert_eq!(
            first.arn(&name("s"), &Identity::default()).to_string(),
            "arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1700000000"
        );
        let key = fixture.streams.consumer_named(&name("s"), "c").unwrap();
        let again = fixture.reopen().await;
        assert_eq!(again.find_consumer(&key).unwrap().1, first);
        fixture.streams.deregister_consumer(&key).await.unwrap();
        fixture.clock.advance(Duration::from_secs(1));
        register(&fixture).await.unwrap();
        let old = fixture.streams.deregister_consumer(&key).await;
        assert_eq!(old.unwrap_err().to_string(), "Consumer c, account 000000000000 not found.");
    }

    #[tokio::test]
    async fn a_stream_has_so_many_consumers_and_lists_them_in_pages() {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 1).await;
        for n in 0..CONSUMER_COUNT_MAX {
            let named = format!("c{n:02}");
            let tags = BTreeMap::new();
            fixture.streams.register_consumer(&name("s"), named, tags).await.unwrap();
        }
        let s = name("s");
        let more = fixture.streams.register_consumer(&s, "x".into(), BTreeMap::new()).await;
        assert!(matches!(more, Err(Error::LimitExceeded(_))));
        let current = || fixture.streams.find(&name("s")).unwrap();
        let mut list = fixture.streams.list_consumers(current(), None, 7);
        let mut names: Vec<String> = Vec::new();
        let first_token = list.next.clone().unwrap();
        loop {
            names.extend(list.consumers.iter().map(|consumer| consumer.name.clone()));
            let Some(token) = list.next else { break };
            list = fixture.streams.list_consumers_on(current(), &token, 7).unwrap();
        }
        let all: Vec<String> = (0..CONSUMER_COUNT_MAX).map(|n| format!("c{n:02}")).collect();
        assert_eq!(names, all);
        let other = fixture.create("t", 1).await;
        let foreign = fixture.streams.list_consumers_on(other, &first_token, 7);
        assert!(matches!(foreign, Err(Error::InvalidNextToken)));
        fixture.clock.advance(Duration::from_secs(301));
        let old = fixture.streams.list_consumers_on(stream, &first_token, 7);
        assert!(matches!(old, Err(Error::ExpiredNextToken)));
    }
}
