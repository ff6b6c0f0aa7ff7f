//! Which stream a request means: by name, by ARN, or by both when they agree.
//! Does not: check that the stream exists.

use levada_types::{Arn, StreamName};

use crate::error::Error;
use crate::service::Streams;

fn invalid(message: String) -> Error {
    Error::InvalidArgument(message)
}

/// The name of a stream of this account. The ARN's region is not looked at: this installation
/// has one, and clients configured with another mean the same stream.
pub fn of_arn(streams: &Streams, arn: &Arn) -> Result<StreamName, Error> {
    let name = arn
        .resource
        .strip_prefix("stream/")
        .filter(|_| arn.service == "kinesis")
        .ok_or_else(|| invalid(format!("expected the ARN of a stream, got {arn}")))?;
    if arn.account != streams.identity.account {
        let (name, account) = (name.to_owned(), arn.account.clone());
        return Err(Error::StreamNotFound { name, account });
    }
    StreamName::try_from(name.to_owned()).map_err(|error| invalid(error.to_string()))
}

/// The stream of a request's `StreamName` and `StreamARN`.
pub fn of(
    streams: &Streams,
    name: Option<String>,
    arn: Option<String>,
) -> Result<StreamName, Error> {
    let name =
        name.map(StreamName::try_from).transpose().map_err(|error| invalid(error.to_string()))?;
    let by_arn = arn.map(|text| of_arn_text(streams, &text)).transpose()?;
    match (name, by_arn) {
        (Some(name), Some(other)) if name != other => {
            Err(invalid(format!("StreamName {name} and StreamARN of {other} do not match.")))
        }
        (Some(name), _) | (None, Some(name)) => Ok(name),
        (None, None) => Err(invalid("Either StreamName or StreamARN must be specified.".into())),
    }
}

/// The stream of a request's `StreamARN`.
pub fn of_arn_text(streams: &Streams, text: &str) -> Result<StreamName, Error> {
    let arn = Arn::parse(text).map_err(|error| invalid(error.to_string()))?;
    of_arn(streams, &arn)
}
