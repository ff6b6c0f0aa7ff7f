//! The documents that subscribers receive, in the form of SNS but without a signature.
//! Does not: send them.

use chrono::{DateTime, SecondsFormat};
use levada_types::{Identity, Timestamp};
use serde_json::{Map, Value, json};

use crate::message::{AttributeValue, Message};
use crate::topic::{Subscription, TopicName};

/// Where subscribers find this server, and under which names.
pub struct Links {
    pub endpoint_url: String,
    pub identity: Identity,
}

impl Links {
    pub fn topic_arn(&self, topic: &TopicName) -> String {
        self.identity.topic(topic.as_str()).to_string()
    }

    pub fn subscription_arn(&self, subscription: &Subscription) -> String {
        subscription.arn(&self.identity).to_string()
    }

    pub fn confirm(&self, subscription: &Subscription) -> String {
        let topic_arn = self.topic_arn(&subscription.topic);
        let token = &subscription.token;
        self.link(&[("Action", "ConfirmSubscription"), ("TopicArn", &topic_arn), ("Token", token)])
    }

    pub fn unsubscribe(&self, subscription: &Subscription) -> String {
        let arn = self.subscription_arn(subscription);
        self.link(&[("Action", "Unsubscribe"), ("SubscriptionArn", &arn)])
    }

    /// ARNs and tokens hold nothing that a query would have to escape.
    fn link(&self, parameters: &[(&str, &str)]) -> String {
        let pairs: Vec<String> =
            parameters.iter().map(|(name, value)| format!("{name}={value}")).collect();
        format!("{}/?{}", self.endpoint_url.trim_end_matches('/'), pairs.join("&"))
    }
}

fn iso(time: Timestamp) -> String {
    DateTime::from_timestamp_millis(time.as_millis())
        .map(|time| time.to_rfc3339_opts(SecondsFormat::Millis, true))
        .unwrap_or_default()
}

pub fn confirmation(
    links: &Links,
    subscription: &Subscription,
    id: &str,
    now: Timestamp,
) -> String {
    let topic_arn = links.topic_arn(&subscription.topic);
    let message = format!(
        "You have chosen to subscribe to the topic {topic_arn}.\n\
         To confirm the subscription, visit the SubscribeURL included in this message."
    );
    let document = json!({
        "Type": "SubscriptionConfirmation",
        "MessageId": id,
        "Token": subscription.token,
        "TopicArn": topic_arn,
        "Message": message,
        "SubscribeURL": links.confirm(subscription),
        "Timestamp": iso(now),
    });
    pretty(&document)
}

pub fn notification(links: &Links, subscription: &Subscription, message: &Message) -> String {
    let mut document = Map::new();
    document.insert("Type".into(), "Notification".into());
    document.insert("MessageId".into(), message.id.clone().into());
    document.insert("TopicArn".into(), links.topic_arn(&message.topic).into());
    if let Some(subject) = &message.subject {
        document.insert("Subject".into(), subject.clone().into());
    }
    document.insert("Message".into(), message.body(subscription.protocol).into());
    document.insert("Timestamp".into(), iso(message.published).into());
    document.insert("UnsubscribeURL".into(), links.unsubscribe(subscription).into());
    if !message.attributes.is_empty() {
        document.insert("MessageAttributes".into(), attributes(message));
    }
    pretty(&Value::Object(document))
}

/// What a subscribed function receives.
pub fn function_event(links: &Links, subscription: &Subscription, message: &Message) -> String {
    let event = json!({ "Records": [{
        "EventSource": "aws:sns",
        "EventVersion": "1.0",
        "EventSubscriptionArn": links.subscription_arn(subscription),
        "Sns": {
            "Type": "Notification",
            "MessageId": message.id,
            "TopicArn": links.topic_arn(&message.topic),
            "Subject": message.subject,
            "Message": message.body(subscription.protocol),
            "Timestamp": iso(message.published),
            "UnsubscribeUrl": links.unsubscribe(subscription),
            "MessageAttributes": attributes(message),
        },
    }] });
    event.to_string()
}

fn attributes(message: &Message) -> Value {
    let attributes = message.attributes.iter().map(|(name, attribute)| {
        let value = match &attribute.value {
            AttributeValue::Text(value) | AttributeValue::Binary(value) => value,
        };
        (name.clone(), json!({ "Type": attribute.data_type, "Value": value }))
    });
    Value::Object(attributes.collect())
}

fn pretty(document: &Value) -> String {
    serde_json::to_string_pretty(document).expect("text always encodes")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::message::Draft;
    use crate::topic::{Protocol, SubscriptionState};

    fn subscription() -> Subscription {
        Subscription {
            topic: TopicName::parse("alerts").unwrap(),
            id: "i".into(),
            protocol: Protocol::Http,
            endpoint: "http://127.0.0.1:1/".into(),
            state: SubscriptionState::Pending { since: Timestamp(0) },
            token: "77".into(),
            raw: false,
            created: Timestamp(0),
        }
    }

    fn links() -> Links {
        Links { endpoint_url: "http://127.0.0.1:4566/".into(), identity: Identity::default() }
    }

    #[test]
    fn a_notification_has_the_members_of_aws_in_their_order() {
        let subscription = subscription();
        let draft = Draft { message: "m".into(), ..Draft::default() };
        let message =
            Message::of(draft, &subscription.topic, "id".into(), Timestamp(1_335_920_046_655));
        let text = notification(&links(), &subscription, &message.unwrap());
        assert_eq!(
            text,
            r#"{
  "Type": "Notification",
  "MessageId": "id",
  "TopicArn": "arn:aws:sns:us-east-1:000000000000:alerts",
  "Message": "m",
  "Timestamp": "2012-05-02T00:54:06.655Z",
  "UnsubscribeURL": "http://127.0.0.1:4566/?Action=Unsubscribe&SubscriptionArn=arn:aws:sns:us-east-1:000000000000:alerts:i"
}"#
        );
    }

    #[test]
    fn a_confirmation_carries_the_link_that_confirms() {
        let text = confirmation(&links(), &subscription(), "id", Timestamp(0));
        let document: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(
            document["SubscribeURL"],
            "http://127.0.0.1:4566/?Action=ConfirmSubscription\
             &TopicArn=arn:aws:sns:us-east-1:000000000000:alerts&Token=77"
        );
        assert_eq!(document["Token"], "77");
    }
}
