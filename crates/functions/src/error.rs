//! What can go wrong with a function, and how AWS calls it.
//! Does not: cover a function's own failures; those are answers with `FunctionError`.

use levada_meta::{CommitError, MetaError};
use levada_types::FlowError;
use levada_wire::AwsError;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("Function not found: {arn}")]
    FunctionNotFound { arn: String },
    #[error("Function already exist: {name}")]
    FunctionExists { name: String },
    #[error("{0}")]
    InvalidParameter(String),
    #[error("The resource you requested does not exist.")]
    MappingNotFound,
    #[error(
        "The event source arn (\" {source_arn} \") and function (\" {function} \") provided \
         mapping already exists. Please update or delete the existing mapping with UUID {uuid}"
    )]
    MappingExists { source_arn: String, function: String, uuid: String },
    #[error("Request must be smaller than {limit} bytes for the InvokeFunction operation")]
    PayloadTooLarge { limit: usize },
    #[error("Could not parse request body into json: {0}")]
    InvalidRequestContent(String),
    #[error("Rate Exceeded.")]
    Throttled,
    /// Files, sockets, processes: the machine failed, not the function.
    #[error("{0}")]
    Machine(String),
    #[error(transparent)]
    Meta(#[from] MetaError),
}

impl Error {
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::InvalidParameter(message.into())
    }

    pub fn machine(what: &str, error: &dyn std::fmt::Display) -> Self {
        Self::Machine(format!("{what}: {error}"))
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
            Error::FunctionNotFound { .. } | Error::MappingNotFound => {
                Self::new("ResourceNotFoundException", 404, message)
            }
            Error::FunctionExists { .. } | Error::MappingExists { .. } => {
                Self::new("ResourceConflictException", 409, message)
            }
            Error::InvalidParameter(_) => Self::new("InvalidParameterValueException", 400, message),
            Error::PayloadTooLarge { .. } => Self::new("RequestTooLargeException", 413, message),
            Error::InvalidRequestContent(_) => {
                Self::new("InvalidRequestContentException", 400, message)
            }
            Error::Throttled => Self::new("TooManyRequestsException", 429, message),
            Error::Machine(_) | Error::Meta(_) => Self::new("ServiceException", 500, message),
        }
    }
}

impl From<Error> for FlowError {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::FunctionNotFound { arn } => Self::NotFound(arn),
            Error::Throttled | Error::Machine(_) | Error::Meta(_) => Self::Retry(message),
            Error::FunctionExists { .. }
            | Error::InvalidParameter(_)
            | Error::MappingNotFound
            | Error::MappingExists { .. }
            | Error::PayloadTooLarge { .. }
            | Error::InvalidRequestContent(_) => Self::Refused(message),
        }
    }
}
