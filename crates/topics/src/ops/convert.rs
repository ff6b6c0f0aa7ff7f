//! Between the SNS API's shapes and the domain's types.
//! Does not: call the service.

use std::collections::BTreeMap;

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use levada_model::sns as model;

use crate::error::Error;
use crate::limits;
use crate::message::{Attribute, AttributeValue, Draft};
use crate::service::Topics;
use crate::subscribe::NewSubscription;
use crate::topic::{Protocol, Subscription, TopicName};

pub fn topic(arn: Option<&str>) -> Result<TopicName, Error> {
    TopicName::of_arn(arn.unwrap_or_default())
}

/// A page's last key as an opaque token.
pub fn token_of_key(key: &str) -> String {
    URL_SAFE_NO_PAD.encode(key)
}

pub fn key_of_token(token: Option<&str>) -> Result<Option<String>, Error> {
    let Some(token) = token.filter(|token| !token.is_empty()) else { return Ok(None) };
    let bytes = URL_SAFE_NO_PAD.decode(token).map_err(|_| Error::invalid("NextToken"))?;
    String::from_utf8(bytes).map(Some).map_err(|_| Error::invalid("NextToken"))
}

fn unsupported(name: &str) -> Error {
    Error::invalid(format!("Attributes Reason: {name} is not supported by this server"))
}

/// The display name; what would be accepted and not done is refused instead.
pub fn topic_attributes(
    attributes: BTreeMap<String, String>,
    untagged: bool,
) -> Result<Option<String>, Error> {
    if !untagged {
        return Err(Error::invalid("Tags Reason: not supported by this server"));
    }
    let mut display_name = None;
    for (name, value) in attributes {
        match name.as_str() {
            "DisplayName" => display_name = Some(value),
            "FifoTopic" if value == "false" => {}
            _ => return Err(unsupported(&name)),
        }
    }
    Ok(display_name)
}

pub fn new_subscription(input: model::SubscribeInput) -> Result<NewSubscription, Error> {
    let mut raw = false;
    for (name, value) in input.attributes.unwrap_or_default() {
        match (name.as_str(), value.to_ascii_lowercase().as_str()) {
            ("RawMessageDelivery", "true") => raw = true,
            ("RawMessageDelivery", "false") => {}
            ("RawMessageDelivery", _) => {
                return Err(Error::invalid("Attributes Reason: RawMessageDelivery: true or false"));
            }
            _ => return Err(unsupported(&name)),
        }
    }
    Ok(NewSubscription {
        topic: topic(input.topic_arn.as_deref())?,
        protocol: Protocol::parse(input.protocol.as_deref().unwrap_or_default())?,
        endpoint: input.endpoint.ok_or_else(|| Error::invalid("Endpoint"))?,
        raw,
    })
}

pub fn draft(input: model::PublishInput) -> Result<(TopicName, Draft), Error> {
    if input.phone_number.is_some() {
        return Err(Error::invalid("PhoneNumber Reason: not supported by this server"));
    }
    if input.message_group_id.is_some() || input.message_deduplication_id.is_some() {
        return Err(Error::invalid(
            "MessageGroupId Reason: The request includes MessageGroupId parameter that is not \
             valid for this topic type",
        ));
    }
    let per_protocol = match input.message_structure.as_deref() {
        None | Some("") => false,
        Some("json") => true,
        Some(_) => return Err(Error::invalid("MessageStructure")),
    };
    let topic = topic(input.topic_arn.as_deref().or(input.target_arn.as_deref()))?;
    let given = input.message_attributes.unwrap_or_default();
    let attributes = given.into_iter().map(attribute).collect::<Result<_, Error>>()?;
    let message = input.message.unwrap_or_default();
    Ok((topic, Draft { subject: input.subject, message, per_protocol, attributes }))
}

fn attribute(
    (name, value): (String, model::MessageAttributeValue),
) -> Result<(String, Attribute), Error> {
    let data_type = value.data_type.unwrap_or_default();
    let value = match (value.string_value, value.binary_value) {
        (Some(text), None) => AttributeValue::Text(text),
        (None, Some(bytes)) => AttributeValue::Binary(STANDARD.encode(&bytes.0)),
        _ => {
            return Err(Error::invalid(format!(
                "The message attribute '{name}' must contain one non-empty value"
            )));
        }
    };
    Ok((name, Attribute { data_type, value }))
}

fn subscription(topics: &Topics, subscription: &Subscription) -> model::Subscription {
    let arn = if subscription.is_confirmed() {
        subscription.arn(&topics.identity).to_string()
    } else {
        "PendingConfirmation".to_owned()
    };
    model::Subscription {
        subscription_arn: Some(arn),
        owner: Some(topics.identity.account.clone()),
        protocol: Some(subscription.protocol.name().to_owned()),
        endpoint: Some(subscription.endpoint.clone()),
        topic_arn: Some(topics.topic_arn(&subscription.topic).to_string()),
    }
}

/// A page out of one item more than a page.
pub fn subscription_page(
    topics: &Topics,
    mut found: Vec<Subscription>,
) -> (Option<Vec<model::Subscription>>, Option<String>) {
    let more = found.len() > limits::PAGE_ITEMS;
    found.truncate(limits::PAGE_ITEMS);
    let next = found.last().filter(|_| more).map(|last| token_of_key(&last.key()));
    (Some(found.iter().map(|found| subscription(topics, found)).collect()), next)
}

pub fn subscription_attributes(
    topics: &Topics,
    subscription: &Subscription,
) -> BTreeMap<String, String> {
    let text = |flag: bool| if flag { "true" } else { "false" }.to_owned();
    [
        ("SubscriptionArn", subscription.arn(&topics.identity).to_string()),
        ("TopicArn", topics.topic_arn(&subscription.topic).to_string()),
        ("Owner", topics.identity.account.clone()),
        ("Protocol", subscription.protocol.name().to_owned()),
        ("Endpoint", subscription.endpoint.clone()),
        ("PendingConfirmation", text(!subscription.is_confirmed())),
        ("RawMessageDelivery", text(subscription.raw)),
    ]
    .map(|(name, value)| (name.to_owned(), value))
    .into()
}
