//! Amazon Resource Names: built from an identity, parsed at the door.
//! Does not: check that the resource exists.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The partition, region and account under which this installation names its resources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    pub partition: String,
    pub region: String,
    /// Twelve decimal digits.
    pub account: String,
}

impl Default for Identity {
    fn default() -> Self {
        Self { partition: "aws".into(), region: "us-east-1".into(), account: "000000000000".into() }
    }
}

impl Identity {
    fn arn(&self, service: &str, resource: String) -> Arn {
        Arn {
            partition: self.partition.clone(),
            service: service.into(),
            region: self.region.clone(),
            account: self.account.clone(),
            resource,
        }
    }

    pub fn stream(&self, name: &str) -> Arn {
        self.arn("kinesis", format!("stream/{name}"))
    }

    pub fn delivery_stream(&self, name: &str) -> Arn {
        self.arn("firehose", format!("deliverystream/{name}"))
    }

    pub fn function(&self, name: &str) -> Arn {
        self.arn("lambda", format!("function:{name}"))
    }

    pub fn event_source_mapping(&self, uuid: &str) -> Arn {
        self.arn("lambda", format!("event-source-mapping:{uuid}"))
    }

    pub fn topic(&self, name: &str) -> Arn {
        self.arn("sns", name.to_owned())
    }

    pub fn subscription(&self, topic: &str, id: &str) -> Arn {
        self.arn("sns", format!("{topic}:{id}"))
    }

    pub fn application(&self, name: &str) -> Arn {
        self.arn("kinesisanalytics", format!("application/{name}"))
    }

    pub fn table(&self, name: &str) -> Arn {
        self.arn("dynamodb", format!("table/{name}"))
    }
}

/// `arn:partition:service:region:account:resource`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Arn {
    pub partition: String,
    pub service: String,
    pub region: String,
    pub account: String,
    pub resource: String,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an ARN of the form arn:partition:service:region:account:resource")]
pub struct InvalidArn(pub String);

impl Arn {
    pub fn parse(text: &str) -> Result<Self, InvalidArn> {
        let mut parts = text.splitn(6, ':');
        let mut next = || parts.next().map(str::to_owned);
        match (next(), next(), next(), next(), next(), next()) {
            (
                Some(head),
                Some(partition),
                Some(service),
                Some(region),
                Some(account),
                Some(resource),
            ) if head == "arn" && !service.is_empty() && !resource.is_empty() => {
                Ok(Self { partition, service, region, account, resource })
            }
            _ => Err(InvalidArn(text.to_owned())),
        }
    }

    /// The resource without its type: `s` of `stream/s`, `f` of `function:f`, a topic's own name.
    pub fn resource_name(&self) -> &str {
        self.resource.split_once(['/', ':']).map_or(self.resource.as_str(), |(_, name)| name)
    }
}

impl fmt::Display for Arn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { partition, service, region, account, resource } = self;
        write!(f, "arn:{partition}:{service}:{region}:{account}:{resource}")
    }
}

impl Serialize for Arn {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Arn {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_arn_reads_back_as_it_was_written() {
        let identity = Identity::default();
        for arn in [identity.stream("s"), identity.function("f"), identity.topic("t")] {
            assert_eq!(Arn::parse(&arn.to_string()), Ok(arn));
        }
    }

    #[test]
    fn the_resource_name_drops_the_resource_type() {
        let identity = Identity::default();
        assert_eq!(identity.stream("s").resource_name(), "s");
        assert_eq!(identity.function("f").resource_name(), "f");
        assert_eq!(identity.topic("t").resource_name(), "t");
    }

    #[test]
    fn text_that_is_no_arn_is_refused() {
        for text in ["", "arn", "arn:aws:kinesis", "urn:aws:kinesis:r:a:stream/s", "arn:aws:::a:"] {
            assert!(Arn::parse(text).is_err(), "{text}");
        }
    }
}
