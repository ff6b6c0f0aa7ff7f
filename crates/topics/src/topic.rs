//! Topics and subscriptions as they are stored.
//! Does not: hold messages (see `message`) or deliveries (see `delivery`).

use std::fmt;

use levada_types::{Arn, Identity, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// A topic's name: 1 to 256 of `[a-zA-Z0-9_-]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TopicName(String);

impl TopicName {
    pub fn parse(text: &str) -> Result<Self, Error> {
        let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
        if (1..=256).contains(&text.len()) && text.bytes().all(legal) {
            Ok(Self(text.to_owned()))
        } else if text.ends_with(".fifo") {
            Err(Error::invalid("Topic Name: FIFO topics are not supported by this server"))
        } else {
            Err(Error::invalid("Topic Name"))
        }
    }

    /// Of a topic's ARN.
    pub fn of_arn(text: &str) -> Result<Self, Error> {
        let arn = Arn::parse(text).map_err(|_| Error::invalid("TopicArn"))?;
        if arn.service != "sns" {
            return Err(Error::invalid("TopicArn"));
        }
        Self::parse(&arn.resource).map_err(|_| Error::invalid("TopicArn"))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for TopicName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A stored topic. Persisted under its name in the space `topics`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    pub name: TopicName,
    /// Shown as the sender's name in e-mails.
    pub display_name: Option<String>,
    pub created: Timestamp,
}

/// How a subscription is reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Protocol {
    Email,
    Http,
    Https,
    Lambda,
}

impl Protocol {
    pub const ALL: [Self; 4] = [Self::Email, Self::Http, Self::Https, Self::Lambda];

    pub fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Http => "http",
            Self::Https => "https",
            Self::Lambda => "lambda",
        }
    }

    pub fn parse(text: &str) -> Result<Self, Error> {
        Self::ALL.into_iter().find(|protocol| protocol.name() == text).ok_or_else(|| {
            let known = Self::ALL.map(Self::name).join(", ");
            Error::invalid(format!(
                "Protocol Reason: `{text}` is not supported by this server, which knows {known}"
            ))
        })
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SubscriptionState {
    /// Waits for somebody at the endpoint to send the token back.
    Pending {
        since: Timestamp,
    },
    Confirmed {
        unsubscribe_needs_signature: bool,
    },
}

/// A stored subscription. Persisted under `<topic>/<id>` in the space `topics.subscriptions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subscription {
    pub topic: TopicName,
    /// A UUID.
    pub id: String,
    pub protocol: Protocol,
    pub endpoint: String,
    pub state: SubscriptionState,
    /// What confirms it.
    pub token: String,
    /// HTTP only: the message alone is posted, without its envelope.
    pub raw: bool,
    pub created: Timestamp,
}

impl Subscription {
    pub fn key(&self) -> String {
        key(&self.topic, &self.id)
    }

    pub fn arn(&self, identity: &Identity) -> Arn {
        identity.subscription(self.topic.as_str(), &self.id)
    }

    pub fn is_confirmed(&self) -> bool {
        matches!(self.state, SubscriptionState::Confirmed { .. })
    }
}

pub fn key(topic: &TopicName, id: &str) -> String {
    format!("{topic}/{id}")
}

/// The row's key of a subscription's ARN.
pub fn key_of_arn(text: &str) -> Result<String, Error> {
    let bad = || Error::invalid("SubscriptionArn");
    let arn = Arn::parse(text).map_err(|_| bad())?;
    let (topic, id) = arn.resource.split_once(':').ok_or_else(bad)?;
    if arn.service != "sns" || id.is_empty() || id.contains('/') {
        return Err(bad());
    }
    Ok(key(&TopicName::parse(topic).map_err(|_| bad())?, id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_found_by_its_arn_and_by_nothing_else() {
        let arn = Identity::default().topic("alerts").to_string();
        assert_eq!(TopicName::of_arn(&arn).unwrap().as_str(), "alerts");
        for text in ["alerts", "arn:aws:sqs:us-east-1:000000000000:alerts", "arn:aws:sns:r:a:a:b"] {
            assert!(TopicName::of_arn(text).is_err(), "{text}");
        }
    }

    #[test]
    fn a_subscriptions_key_is_in_its_arn() {
        let topic = TopicName::parse("t").unwrap();
        let arn = Identity::default().subscription("t", "u-u").to_string();
        assert_eq!(key_of_arn(&arn).unwrap(), key(&topic, "u-u"));
        assert!(key_of_arn(&Identity::default().topic("t").to_string()).is_err());
    }
}
