//! What can go wrong, one variant per fact, and how AWS calls it.
//! Does not: check the model's constraints; `levada_model` words those.

use levada_log::{AppendError, ReadError};
use levada_meta::{CommitError, MetaError};
use levada_types::{ShardId, StreamName, Timestamp};
use levada_wire::AwsError;

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    #[error("Stream {name} under account {account} not found.")]
    StreamNotFound { name: String, account: String },
    #[error("Stream {name} under account {account} already exists.")]
    StreamExists { name: StreamName, account: String },
    #[error("Could not find shard {shard} in stream {stream} under account {account}.")]
    NoShardId { shard: String, stream: StreamName, account: String },
    #[error("Shard {shard} in stream {stream} under account {account} does not exist")]
    ShardNotFound { shard: ShardId, stream: StreamName, account: String },
    #[error(
        "This request would exceed the shard limit for a stream of account {account}. \
         Requested shard count: {given}. Limit: {limit}."
    )]
    TooManyShards { given: u64, limit: u32, account: String },
    #[error("Rate exceeded for shard {shard} in stream {stream} under account {account}.")]
    Throttled { shard: ShardId, stream: StreamName, account: String },
    /// The resource is in a state in which this cannot be done.
    #[error("{0}")]
    InUse(String),
    #[error("{0}")]
    LimitExceeded(String),
    /// A resource other than a stream or a shard.
    #[error("{0}")]
    NotFound(String),
    /// The call was right, and asked not to be done.
    #[error("The request would have succeeded, but the DryRun parameter is set.")]
    DryRun,
    /// An argument that is well-formed for the model and wrong for the service.
    #[error("{0}")]
    InvalidArgument(String),
    /// A limit that AWS words like the model's constraints.
    #[error("{0}")]
    Validation(String),
    #[error("Invalid ShardIterator.")]
    InvalidIterator,
    #[error(
        "Iterator expired. The iterator was created at time {} while right now it is {} which is \
         further in the future than the tolerated delay of 300000 milliseconds.",
        date_text(*.issued), date_text(*.now)
    )]
    ExpiredIterator { issued: Timestamp, now: Timestamp },
    #[error("Invalid NextToken.")]
    InvalidNextToken,
    #[error("The pagination token passed to the operation has expired. Request a new one.")]
    ExpiredNextToken,
    /// No open shard owns the key: a reshard is under way. The same call is right later.
    #[error("no open shard owns the hash key")]
    NoOpenShard,
    #[error(transparent)]
    Append(AppendError),
    #[error(transparent)]
    Read(ReadError),
    #[error(transparent)]
    Meta(#[from] MetaError),
    #[error("a stored record is malformed: {0}")]
    Malformed(String),
}

impl From<CommitError> for Error {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Failed(error) => Self::Meta(error),
            CommitError::Conflict(_) => {
                Self::Meta(MetaError::Store("changed by another writer".into()))
            }
        }
    }
}

/// `Thu Jan 22 01:22:02 UTC 2015`, as AWS prints instants in messages.
fn date_text(time: Timestamp) -> String {
    chrono::DateTime::from_timestamp_millis(time.as_millis())
        .map_or_else(String::new, |date| date.format("%a %b %d %H:%M:%S UTC %Y").to_string())
}

impl From<Error> for AwsError {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::StreamNotFound { .. }
            | Error::NotFound(_)
            | Error::NoShardId { .. }
            | Error::ShardNotFound { .. } => Self::sender("ResourceNotFoundException", message),
            Error::StreamExists { .. } | Error::InUse(_) => {
                Self::sender("ResourceInUseException", message)
            }
            Error::TooManyShards { .. } | Error::LimitExceeded(_) => {
                Self::sender("LimitExceededException", message)
            }
            Error::InvalidArgument(_) | Error::InvalidIterator | Error::InvalidNextToken => {
                Self::sender("InvalidArgumentException", message)
            }
            Error::Append(AppendError::NotSealed { .. })
            | Error::Read(ReadError::Sealed { .. }) => {
                tracing::error!(error = message, "the key ring refused");
                Self::sender("KMSInvalidStateException", message)
            }
            Error::DryRun => Self::sender("DryRunOperationException", message),
            Error::Validation(_) => Self::validation(message),
            Error::ExpiredIterator { .. } => Self::sender("ExpiredIteratorException", message),
            Error::ExpiredNextToken => Self::sender("ExpiredNextTokenException", message),
            Error::Append(AppendError::Duplicate { next }) => Self::producer_repeats(next),
            Error::Append(AppendError::Gap { next, given }) => Self::producer_gap(next, given),
            // Repeating would never help: another process goes on under the producer's name.
            Error::Append(AppendError::Fenced { .. }) => {
                Self::sender("InvalidArgumentException", message)
            }
            Error::Append(AppendError::Full) | Error::Throttled { .. } => {
                Self::sender("ProvisionedThroughputExceededException", message)
            }
            Error::NoOpenShard
            | Error::Append(_)
            | Error::Read(_)
            | Error::Meta(_)
            | Error::Malformed(_) => {
                tracing::error!(error = message, "a stream operation failed");
                Self::internal("The request processing has failed because of an internal error.")
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_in_messages_read_as_the_service_prints_them() {
        assert_eq!(date_text(Timestamp(1_421_889_722_000)), "Thu Jan 22 01:22:02 UTC 2015");
    }
}
