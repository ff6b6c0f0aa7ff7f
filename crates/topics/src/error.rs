//! What can go wrong with a topic, and how AWS calls it.
//! Does not: cover deliveries; they are retried and logged, nobody waits for them.

use levada_meta::{CommitError, MetaError};
use levada_types::FlowError;
use levada_wire::AwsError;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("Topic does not exist")]
    TopicNotFound,
    #[error("Subscription does not exist")]
    SubscriptionNotFound,
    #[error("Invalid parameter: {0}")]
    InvalidParameter(String),
    #[error("Invalid token")]
    InvalidToken,
    #[error("this subscription may only be ended by a signed request")]
    SignatureNeeded,
    #[error("a topic holds at most {limit} subscriptions")]
    TooManySubscriptions { limit: usize },
    /// Somebody changed the same rows at the same moment, again and again.
    #[error("Rate exceeded")]
    Throttled,
    #[error(transparent)]
    Meta(#[from] MetaError),
}

impl Error {
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::InvalidParameter(message.into())
    }
}

impl From<CommitError> for Error {
    fn from(error: CommitError) -> Self {
        match error {
            CommitError::Conflict(_) => Self::Throttled,
            CommitError::Failed(error) => Self::Meta(error),
        }
    }
}

impl From<Error> for AwsError {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::TopicNotFound | Error::SubscriptionNotFound => {
                Self::new("NotFound", 404, message)
            }
            Error::InvalidParameter(_) | Error::InvalidToken => {
                Self::sender("InvalidParameter", message)
            }
            Error::SignatureNeeded => Self::new("AuthorizationError", 403, message),
            Error::TooManySubscriptions { .. } => {
                Self::new("SubscriptionLimitExceeded", 403, message)
            }
            Error::Throttled => Self::new("Throttled", 429, message),
            Error::Meta(_) => Self::new("InternalError", 500, message),
        }
    }
}

impl From<Error> for FlowError {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::TopicNotFound | Error::SubscriptionNotFound => Self::NotFound(message),
            Error::Throttled | Error::Meta(_) => Self::Retry(message),
            Error::InvalidParameter(_)
            | Error::InvalidToken
            | Error::SignatureNeeded
            | Error::TooManySubscriptions { .. } => Self::Refused(message),
        }
    }
}
