//! Subscribing, confirming, unsubscribing.
//! Does not: send the confirmation (see `delivery`).

use levada_meta::{CommitError, Transaction};
use levada_types::Arn;

use crate::delivery::{Content, Pending};
use crate::error::Error;
use crate::limits;
use crate::service::Topics;
use crate::topic::{Protocol, Subscription, SubscriptionState, TopicName, key_of_arn};

/// What `Subscribe` asks for.
#[derive(Clone, Debug)]
pub struct NewSubscription {
    pub topic: TopicName,
    pub protocol: Protocol,
    pub endpoint: String,
    /// HTTP only: the message alone is posted, without its envelope.
    pub raw: bool,
}

/// Who confirmed, as far as it matters for unsubscribing.
#[derive(Clone, Debug)]
pub struct Confirmed {
    pub token: String,
    /// Only a signed request may end the subscription.
    pub unsubscribe_needs_signature: bool,
}

/// How often a change is tried again when the rows moved underneath it.
const TRIES_MAX: u32 = 8;

impl Topics {
    /// The subscription, new or not. One that still waits is sent a new confirmation; functions
    /// need none.
    pub async fn subscribe(&self, new: NewSubscription) -> Result<Subscription, Error> {
        self.check_endpoint(&new)?;
        for _ in 0..TRIES_MAX {
            match self.try_subscribe(&new).await {
                Err(Error::Throttled) => {}
                other => return other,
            }
        }
        Err(Error::Throttled)
    }

    async fn try_subscribe(&self, new: &NewSubscription) -> Result<Subscription, Error> {
        let (topic_version, _) = self.topic(&new.topic).await?;
        let prefix = format!("{}/", new.topic);
        let rows = self.store.subscriptions.list_prefix(&prefix, None, usize::MAX).await?;
        let existing = rows
            .iter()
            .find(|row| row.value.protocol == new.protocol && row.value.endpoint == new.endpoint);
        let now = self.env.clock.now();
        let mut checks = vec![self.store.topics.check_version(new.topic.as_str(), topic_version)];
        let subscription = match existing {
            Some(row) if row.value.is_confirmed() => return Ok(row.value.clone()),
            Some(row) => {
                checks.push(self.store.subscriptions.check_version(&row.key, row.version));
                let state = SubscriptionState::Pending { since: now };
                Subscription { state, raw: new.raw, ..row.value.clone() }
            }
            None if rows.len() >= limits::SUBSCRIPTIONS_PER_TOPIC_MAX => {
                let limit = limits::SUBSCRIPTIONS_PER_TOPIC_MAX;
                return Err(Error::TooManySubscriptions { limit });
            }
            None => self.fresh(new),
        };
        let key = subscription.key();
        let mut writes = vec![self.store.subscriptions.put_write(&key, &subscription)?];
        let confirmation = (!subscription.is_confirmed())
            .then(|| Pending::new(&key, Content::Confirmation { id: self.env.random.uuid() }, now));
        let confirmation_key = self.dispatcher.next_key(&key, now);
        if let Some(pending) = &confirmation {
            writes.push(self.store.pending.put_write(&confirmation_key, pending)?);
        }
        self.store.meta.commit(Transaction { checks, writes }).await?;
        if let Some(pending) = confirmation {
            self.dispatcher.accept(vec![(confirmation_key, pending)]);
        }
        Ok(subscription)
    }

    fn fresh(&self, new: &NewSubscription) -> Subscription {
        let now = self.env.clock.now();
        let random = &self.env.random;
        let state = match new.protocol {
            Protocol::Lambda => SubscriptionState::Confirmed { unsubscribe_needs_signature: false },
            Protocol::Email | Protocol::Http | Protocol::Https => {
                SubscriptionState::Pending { since: now }
            }
        };
        let token: String = (0..8).map(|_| format!("{:016x}", random.next_u64())).collect();
        Subscription {
            topic: new.topic.clone(),
            id: random.uuid(),
            protocol: new.protocol,
            endpoint: new.endpoint.clone(),
            state,
            token,
            raw: new.raw,
            created: now,
        }
    }

    fn check_endpoint(&self, new: &NewSubscription) -> Result<(), Error> {
        let NewSubscription { protocol, endpoint, raw, .. } = new;
        match protocol {
            Protocol::Http | Protocol::Https => {
                let url = reqwest::Url::parse(endpoint)
                    .map_err(|e| Error::invalid(format!("Endpoint Reason: {e}")))?;
                if url.scheme() != protocol.name() || !url.has_host() {
                    return Err(Error::invalid("Endpoint must match the specified protocol"));
                }
            }
            Protocol::Email if !self.smtp_configured => {
                return Err(Error::invalid(
                    "Protocol Reason: e-mail needs an SMTP server in this server's configuration",
                ));
            }
            Protocol::Email => {
                endpoint
                    .parse::<lettre::Address>()
                    .map_err(|e| Error::invalid(format!("Email address: {e}")))?;
            }
            Protocol::Lambda if !self.functions_available => {
                return Err(Error::invalid("Protocol Reason: this server runs no functions"));
            }
            Protocol::Lambda => {
                let arn = Arn::parse(endpoint).ok().filter(|arn| arn.service == "lambda");
                arn.ok_or_else(|| Error::invalid("Lambda endpoint ARN"))?;
            }
        }
        if *raw && !matches!(protocol, Protocol::Http | Protocol::Https) {
            return Err(Error::invalid(
                "Attributes Reason: RawMessageDelivery is for http and https alone",
            ));
        }
        Ok(())
    }

    /// Confirms the topic's subscription with this token. A second time changes nothing.
    pub async fn confirm(&self, topic: &TopicName, by: &Confirmed) -> Result<Subscription, Error> {
        self.topic(topic).await?;
        let prefix = format!("{topic}/");
        let rows = self.store.subscriptions.list_prefix(&prefix, None, usize::MAX).await?;
        let row = rows.into_iter().find(|row| row.value.token == by.token);
        let row = row.ok_or(Error::InvalidToken)?;
        let SubscriptionState::Pending { since } = row.value.state else {
            return Ok(row.value);
        };
        if self.env.clock.now().since(since) > limits::CONFIRMATION_AGE_MAX {
            return Err(Error::InvalidToken);
        }
        let unsubscribe_needs_signature = by.unsubscribe_needs_signature;
        let state = SubscriptionState::Confirmed { unsubscribe_needs_signature };
        let confirmed = Subscription { state, ..row.value };
        match self.store.subscriptions.update(&row.key, row.version, &confirmed).await {
            Ok(()) => Ok(confirmed),
            Err(CommitError::Conflict(_)) => Err(Error::Throttled),
            Err(CommitError::Failed(error)) => Err(error.into()),
        }
    }

    /// Removes the subscription and what waits for it. An absent one is no error.
    pub async fn unsubscribe(&self, arn: &str, signed: bool) -> Result<(), Error> {
        let key = key_of_arn(arn)?;
        let Some(row) = self.store.subscriptions.get(&key).await? else { return Ok(()) };
        let needs_signature = matches!(
            row.value.state,
            SubscriptionState::Confirmed { unsubscribe_needs_signature: true }
        );
        if needs_signature && !signed {
            return Err(Error::SignatureNeeded);
        }
        let pending = self.store.pending.list_prefix(&format!("{key}/"), None, usize::MAX).await?;
        let mut writes = vec![self.store.subscriptions.delete_write(&key)];
        writes.extend(pending.iter().map(|row| self.store.pending.delete_write(&row.key)));
        self.store.meta.commit(Transaction { checks: Vec::new(), writes }).await?;
        self.dispatcher.forget(&key).await;
        Ok(())
    }

    pub async fn subscription(&self, arn: &str) -> Result<Subscription, Error> {
        let row = self.store.subscriptions.get(&key_of_arn(arn)?).await?;
        row.map(|row| row.value).ok_or(Error::SubscriptionNotFound)
    }

    /// Up to `limit` subscriptions, of one topic if given, after the key `after` if given.
    pub async fn subscriptions(
        &self,
        topic: Option<&TopicName>,
        after: Option<&str>,
        limit: usize,
    ) -> Result<Vec<Subscription>, Error> {
        if let Some(topic) = topic {
            self.topic(topic).await?;
        }
        let prefix = topic.map(|topic| format!("{topic}/")).unwrap_or_default();
        let rows = self.store.subscriptions.list_prefix(&prefix, after, limit).await?;
        Ok(rows.into_iter().map(|row| row.value).collect())
    }
}
