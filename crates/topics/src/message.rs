//! Messages: what a publisher gave, checked, and what each protocol gets of it.
//! Does not: store or send them.

use std::collections::BTreeMap;

use levada_types::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits;
use crate::topic::{Protocol, TopicName};

/// What a publisher gives.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    pub subject: Option<String>,
    pub message: String,
    /// The message is a JSON object with a text per protocol and a `default`.
    pub per_protocol: bool,
    pub attributes: BTreeMap<String, Attribute>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// Such as `String`, `Number`, `Binary`, `String.Array`, or one of these and `.` and a name.
    pub data_type: String,
    pub value: AttributeValue,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum AttributeValue {
    Text(String),
    /// Base64.
    Binary(String),
}

/// A stored message. Persisted under its id in the space `topics.messages`, until its last
/// delivery is done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    pub topic: TopicName,
    pub id: String,
    pub subject: Option<String>,
    /// By protocol name; `default` is always there.
    pub bodies: BTreeMap<String, String>,
    pub attributes: BTreeMap<String, Attribute>,
    pub published: Timestamp,
}

const DEFAULT: &str = "default";

impl Message {
    pub fn of(
        draft: Draft,
        topic: &TopicName,
        id: String,
        published: Timestamp,
    ) -> Result<Self, Error> {
        let subject = draft.subject.map(check_subject).transpose()?;
        if draft.message.is_empty() {
            return Err(Error::invalid("Empty message"));
        }
        let attributes: usize = draft
            .attributes
            .iter()
            .map(|(name, attribute)| {
                let value = match &attribute.value {
                    AttributeValue::Text(text) => text.len(),
                    AttributeValue::Binary(base64) => base64.len() / 4 * 3,
                };
                name.len() + attribute.data_type.len() + value
            })
            .sum();
        let bytes = draft.message.len() + subject.as_ref().map_or(0, String::len) + attributes;
        if bytes > limits::MESSAGE_BYTES_MAX {
            return Err(Error::invalid("Message too long"));
        }
        for (name, attribute) in &draft.attributes {
            check_attribute(name, attribute)?;
        }
        let bodies = if draft.per_protocol {
            bodies(&draft.message)?
        } else {
            BTreeMap::from([(DEFAULT.to_owned(), draft.message)])
        };
        let topic = topic.clone();
        Ok(Self { topic, id, subject, bodies, attributes: draft.attributes, published })
    }

    pub fn body(&self, protocol: Protocol) -> &str {
        let body = self.bodies.get(protocol.name()).or_else(|| self.bodies.get(DEFAULT));
        body.map_or("", String::as_str)
    }
}

/// AWS: ASCII, no line breaks or control characters, under 100 characters or exactly.
fn check_subject(subject: String) -> Result<String, Error> {
    let printable = subject.bytes().all(|b| (b' '..=b'~').contains(&b));
    let starts_well = subject.bytes().next().is_some_and(|b| b != b' ');
    if printable && starts_well && subject.len() <= limits::SUBJECT_CHARS_MAX {
        Ok(subject)
    } else {
        Err(Error::invalid("Subject"))
    }
}

fn check_attribute(name: &str, attribute: &Attribute) -> Result<(), Error> {
    let kind = attribute.data_type.split('.').next().unwrap_or_default();
    let fits = match (&attribute.value, kind) {
        (AttributeValue::Text(text), "String") => !text.is_empty(),
        (AttributeValue::Text(text), "Number") => text.trim().parse::<f64>().is_ok(),
        (AttributeValue::Binary(base64), "Binary") => !base64.is_empty(),
        _ => false,
    };
    let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-' | b'.');
    if (1..=256).contains(&name.len()) && name.bytes().all(legal) && fits {
        Ok(())
    } else {
        Err(Error::invalid(format!(
            "The message attribute '{name}' must have a name of a-z A-Z 0-9 _ - . and a non-empty \
             value of its type (String, Number or Binary)"
        )))
    }
}

fn bodies(text: &str) -> Result<BTreeMap<String, String>, Error> {
    let parsed: serde_json::Map<String, serde_json::Value> = serde_json::from_str(text)
        .map_err(|_| Error::invalid("Message Structure - JSON message body failed to parse"))?;
    let known = Protocol::ALL.map(Protocol::name);
    let bodies: BTreeMap<String, String> = parsed
        .into_iter()
        .filter(|(protocol, _)| protocol == DEFAULT || known.contains(&protocol.as_str()))
        .filter_map(|(protocol, body)| Some((protocol, body.as_str()?.to_owned())))
        .collect();
    if bodies.contains_key(DEFAULT) {
        Ok(bodies)
    } else {
        Err(Error::invalid("Message Structure - No default entry in JSON message body"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn message(draft: Draft) -> Result<Message, Error> {
        Message::of(draft, &TopicName::parse("t").unwrap(), "id".into(), Timestamp(0))
    }

    fn of_text(text: &str) -> Draft {
        Draft { message: text.to_owned(), ..Draft::default() }
    }

    #[test]
    fn a_message_of_256_kib_is_taken_and_one_byte_more_is_not() {
        assert!(message(of_text(&"x".repeat(262_144))).is_ok());
        let refused = message(of_text(&"x".repeat(262_145)));
        assert_eq!(refused, Err(Error::invalid("Message too long")));
        assert_eq!(message(of_text("")), Err(Error::invalid("Empty message")));
    }

    #[test]
    fn each_protocol_gets_its_own_text_or_the_default() {
        let text = r#"{"default":"d","email":"e","sqs":"s"}"#;
        let message = message(Draft { per_protocol: true, ..of_text(text) }).unwrap();
        assert_eq!(message.body(Protocol::Email), "e");
        assert_eq!(message.body(Protocol::Http), "d");
    }

    #[test]
    fn a_text_per_protocol_without_default_or_without_json_is_refused() {
        for text in [r#"{"email":"e"}"#, r#"{"default":1}"#, "plain", "[]"] {
            let refused = message(Draft { per_protocol: true, ..of_text(text) });
            assert!(matches!(refused, Err(Error::InvalidParameter(_))), "{text}");
        }
    }

    #[test]
    fn a_subject_is_one_line_of_ascii() {
        let with = |subject: &str| Draft { subject: Some(subject.into()), ..of_text("m") };
        assert!(message(with("Limit reached")).is_ok());
        for subject in ["", " a", "a\nb", "é", &"x".repeat(101)] {
            assert_eq!(message(with(subject)), Err(Error::invalid("Subject")), "{subject}");
        }
    }

    #[test]
    fn an_attributes_value_fits_its_type() {
        let with = |data_type: &str, value| {
            let attribute = Attribute { data_type: data_type.into(), value };
            message(Draft { attributes: [("a".into(), attribute)].into(), ..of_text("m") })
        };
        assert!(with("Number", AttributeValue::Text("1.5".into())).is_ok());
        assert!(with("String.Array", AttributeValue::Text("[]".into())).is_ok());
        assert!(with("Number", AttributeValue::Text("x".into())).is_err());
        assert!(with("String", AttributeValue::Binary("eA==".into())).is_err());
    }
}
