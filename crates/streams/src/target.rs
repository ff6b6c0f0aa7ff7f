//! What a request means: a stream by name, by ARN or by both when they agree; a consumer.
//! Does not: wait for anything, or decide who may use it.

use std::sync::Arc;

use levada_types::{Arn, Identity, StreamName};

use crate::consumer::ConsumerKey;
use crate::error::Error;
use crate::service::Streams;
use crate::stream::Stream;

/// Something that has tags and a policy.
#[derive(Clone, Debug, PartialEq)]
pub enum Resource {
    Stream(StreamName),
    Consumer(ConsumerKey),
}

impl Resource {
    /// The stream that it is, or belongs to.
    pub fn stream(&self) -> &StreamName {
        match self {
            Self::Stream(name) => name,
            Self::Consumer(key) => &key.stream,
        }
    }

    pub fn arn(&self, identity: &Identity) -> Arn {
        let mut arn = identity.stream(self.stream().as_str());
        if let Self::Consumer(ConsumerKey { name, created_secs, .. }) = self {
            arn.resource = format!("{}/consumer/{name}:{created_secs}", arn.resource);
        }
        arn
    }
}

/// How a request names a stream.
#[derive(Debug, Default)]
pub struct Named {
    pub name: Option<String>,
    pub arn: Option<String>,
    pub id: Option<String>,
}

fn invalid(message: String) -> Error {
    Error::InvalidArgument(message)
}

fn parse_name(text: &str) -> Result<StreamName, Error> {
    StreamName::try_from(text.to_owned()).map_err(|error| invalid(error.to_string()))
}

/// The part of an ARN after `stream/`, of this account. The ARN's region is not looked at: this
/// installation has one, and clients configured with another mean the same stream.
fn resource_of<'a>(streams: &Streams, arn: &'a Arn) -> Result<&'a str, Error> {
    let resource = arn
        .resource
        .strip_prefix("stream/")
        .filter(|_| arn.service == "kinesis")
        .ok_or_else(|| invalid(format!("expected the ARN of a stream, got {arn}")))?;
    if arn.account != streams.identity.account {
        let name = resource.split_once('/').map_or(resource, |(name, _)| name).to_owned();
        return Err(Error::StreamNotFound { name, account: arn.account.clone() });
    }
    Ok(resource)
}

/// The name of a stream of this account.
pub fn of_arn(streams: &Streams, arn: &Arn) -> Result<StreamName, Error> {
    parse_name(resource_of(streams, arn)?)
}

fn parse_arn(text: &str) -> Result<Arn, Error> {
    Arn::parse(text).map_err(|error| invalid(error.to_string()))
}

/// The stream of a request's `StreamARN`.
pub fn of_arn_text(streams: &Streams, text: &str) -> Result<StreamName, Error> {
    of_arn(streams, &parse_arn(text)?)
}

/// The name of the stream that a request names in any of its ways.
pub fn of(
    streams: &Streams,
    name: Option<String>,
    arn: Option<String>,
) -> Result<StreamName, Error> {
    let name = name.as_deref().map(parse_name).transpose()?;
    let by_arn = arn.map(|text| of_arn_text(streams, &text)).transpose()?;
    match (name, by_arn) {
        (Some(name), Some(other)) if name != other => {
            Err(invalid(format!("StreamName {name} and StreamARN of {other} do not match.")))
        }
        (Some(name), _) | (None, Some(name)) => Ok(name),
        (None, None) => Err(invalid("Either StreamName or StreamARN must be specified.".into())),
    }
}

/// The stream that a request names. A StreamId must be the stream's own, and alone finds it.
pub fn stream(streams: &Streams, named: Named) -> Result<Arc<Stream>, Error> {
    let Named { name, arn, id } = named;
    if let (None, None, Some(id)) = (&name, &arn, &id) {
        return streams.find_id(id);
    }
    let stream = streams.find(&of(streams, name, arn)?)?;
    match id {
        Some(id) if id != stream.id(&streams.identity) => Err(invalid(format!(
            "StreamId {id} is not the id of stream {} under account {}.",
            stream.name, streams.identity.account
        ))),
        _ => Ok(stream),
    }
}

/// The stream or consumer of a request's `ResourceARN`; whether it exists is seen later.
pub fn resource(streams: &Streams, text: &str) -> Result<Resource, Error> {
    let arn = parse_arn(text)?;
    let resource = resource_of(streams, &arn)?;
    match resource.split_once("/consumer/") {
        None => Ok(Resource::Stream(parse_name(resource)?)),
        Some((stream, consumer)) => {
            let parts = consumer.split_once(':');
            let parts = parts.and_then(|(name, secs)| Some((name, secs.parse().ok()?)));
            let (name, created_secs) = parts
                .ok_or_else(|| invalid(format!("expected the ARN of a consumer, got {text}")))?;
            let (stream, name) = (parse_name(stream)?, name.to_owned());
            Ok(Resource::Consumer(ConsumerKey { stream, name, created_secs }))
        }
    }
}

/// The consumer of a request's `ConsumerARN`.
pub fn consumer(streams: &Streams, text: &str) -> Result<ConsumerKey, Error> {
    match resource(streams, text)? {
        Resource::Consumer(key) => Ok(key),
        Resource::Stream(_) => Err(invalid(format!("expected the ARN of a consumer, got {text}"))),
    }
}

/// A consumer by its ARN, or by its name together with its stream's ARN.
pub fn consumer_named(
    streams: &Streams,
    stream: Option<String>,
    name: Option<String>,
    arn: Option<String>,
) -> Result<ConsumerKey, Error> {
    let by_name = match (stream, name) {
        (Some(stream), Some(name)) => Some((of_arn_text(streams, &stream)?, name)),
        (None, None) => None,
        _ if arn.is_some() => None,
        _ => {
            let message = "StreamARN and ConsumerName must be specified together.";
            return Err(invalid(message.into()));
        }
    };
    match (arn, by_name) {
        (Some(text), None) => consumer(streams, &text),
        (Some(text), Some((stream, name))) => {
            let key = consumer(streams, &text)?;
            if key.stream == stream && key.name == name {
                return Ok(key);
            }
            Err(invalid("ConsumerARN does not match StreamARN and ConsumerName.".into()))
        }
        (None, Some((stream, name))) => streams.consumer_named(&stream, &name),
        (None, None) => Err(invalid(
            "Either ConsumerARN or both StreamARN and ConsumerName must be specified.".into(),
        )),
    }
}
