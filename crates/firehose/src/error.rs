//! What can go wrong, one variant per fact, and how AWS calls it.
//! Does not: check the model's constraints; `levada_model` words those.

use levada_destinations::InvalidConfig;
use levada_log::{AppendError, ReadError};
use levada_meta::{CommitError, MetaError};
use levada_types::FlowError;
use levada_wire::AwsError;

use crate::limits::STREAMS_MAX;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("Firehose {name} under account {account} not found.")]
    NotFound { name: String, account: String },
    #[error("Firehose {name} under accountId {account} already exists")]
    Exists { name: String, account: String },
    #[error("You have already consumed your firehose quota of {STREAMS_MAX} hoses.")]
    TooMany,
    /// An argument that is well-formed for the model and wrong for the service.
    #[error("{0}")]
    InvalidArgument(String),
    #[error(transparent)]
    Append(AppendError),
    #[error(transparent)]
    Read(ReadError),
    #[error(transparent)]
    Meta(#[from] MetaError),
    #[error("a stored record is malformed: {0}")]
    Malformed(String),
}

impl From<InvalidConfig> for Error {
    fn from(error: InvalidConfig) -> Self {
        Self::InvalidArgument(error.to_string())
    }
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

impl From<Error> for AwsError {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::NotFound { .. } => Self::sender("ResourceNotFoundException", message),
            Error::Exists { .. } => Self::sender("ResourceInUseException", message),
            Error::TooMany => Self::sender("LimitExceededException", message),
            Error::InvalidArgument(_) => Self::sender("InvalidArgumentException", message),
            Error::Append(AppendError::Duplicate { next }) => Self::producer_repeats(next),
            Error::Append(AppendError::Gap { next, given }) => Self::producer_gap(next, given),
            Error::Append(AppendError::Full) => {
                Self::new("ServiceUnavailableException", 503, "Slow down.")
            }
            Error::Append(_) | Error::Read(_) | Error::Meta(_) | Error::Malformed(_) => {
                tracing::error!(error = message, "a delivery stream operation failed");
                Self::internal("The request processing has failed because of an internal error.")
            }
        }
    }
}

impl From<Error> for FlowError {
    fn from(error: Error) -> Self {
        let text = error.to_string();
        match error {
            Error::NotFound { .. } => Self::NotFound(text),
            Error::Append(AppendError::Duplicate { next }) => Self::Overlap { next },
            Error::Append(
                AppendError::Full
                | AppendError::Stopped(_)
                | AppendError::Closed(_)
                | AppendError::NotSealed { .. },
            )
            | Error::Meta(_)
            | Error::Read(ReadError::Io(_) | ReadError::Sealed { .. }) => Self::Retry(text),
            Error::Append(
                AppendError::Fenced { .. }
                | AppendError::Gap { .. }
                | AppendError::TooLarge { .. }
                | AppendError::UnknownShard(_),
            )
            | Error::Read(ReadError::Corrupt { .. } | ReadError::UnknownShard(_))
            | Error::Malformed(_)
            | Error::InvalidArgument(_)
            | Error::Exists { .. }
            | Error::TooMany => Self::Refused(text),
        }
    }
}
