//! What can go wrong, one variant per fact, and how AWS calls it.
//! Does not: check the model's constraints; `levada_model` words those.

use levada_meta::{CommitError, MetaError};
use levada_sql_lang::SqlError;
use levada_types::FlowError;
use levada_wire::AwsError;

use crate::application::Status;

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    #[error("Application {0} not found.")]
    NotFound(String),
    #[error("Application {name} has no version {version}.")]
    NotFoundVersion { name: String, version: String },
    #[error("Application {0} already exists.")]
    Exists(String),
    #[error("Application {name} cannot be {action} in state {}.", status.name())]
    WrongState { name: String, action: &'static str, status: Status },
    #[error("Application {name} is at version {current}, the request names version {given}.")]
    WrongVersion { name: String, current: u64, given: i64 },
    #[error("Application {0} was changed by another request.")]
    Changed(String),
    #[error("Application {0} is still delivering; try again.")]
    Busy(String),
    #[error("an installation has at most {0} applications")]
    TooMany(usize),
    /// The code is wrong; every error with its line and column.
    #[error("{}", lines(.0))]
    Code(Vec<SqlError>),
    /// An argument that is well-formed for the model and wrong for the service.
    #[error("{0}")]
    InvalidArgument(String),
    /// The operation does not exist for applications of this kind.
    #[error("{0}")]
    Unsupported(String),
    #[error("an application has at most {0} tags")]
    TooManyTags(usize),
    /// Nothing in the records gives a schema; they are shown to the caller.
    #[error("{reason}")]
    NoSchema { reason: String, raw: Vec<String>, processed: Vec<String> },
    #[error(
        "the state takes {bytes} bytes, the limit is {limit}; raise tag levada:state-limit-mib"
    )]
    StateTooLarge { bytes: usize, limit: usize },
    #[error("{rows} rows wait for their event time, at most {limit} may")]
    TooManyHeldRows { rows: usize, limit: usize },
    /// The application as a whole cannot run.
    #[error("{0}")]
    InvalidConfiguration(String),
    #[error(transparent)]
    Flow(#[from] FlowError),
    #[error(transparent)]
    Meta(#[from] MetaError),
}

fn lines(errors: &[SqlError]) -> String {
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
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
            Error::NotFound(_) | Error::NotFoundVersion { .. } => {
                Self::sender("ResourceNotFoundException", message)
            }
            Error::Exists(_) | Error::WrongState { .. } | Error::Busy(_) => {
                Self::sender("ResourceInUseException", message)
            }
            Error::WrongVersion { .. } | Error::Changed(_) => {
                Self::sender("ConcurrentModificationException", message)
            }
            Error::TooMany(_) => Self::sender("LimitExceededException", message),
            Error::Code(_) => Self::sender("CodeValidationException", message),
            Error::InvalidArgument(_) => Self::sender("InvalidArgumentException", message),
            Error::Unsupported(_) => Self::sender("UnsupportedOperationException", message),
            Error::TooManyTags(_) => Self::sender("TooManyTagsException", message),
            Error::NoSchema { raw, processed, .. } => {
                let mut error = Self::sender("UnableToDetectSchemaException", message);
                error.members.insert("RawInputRecords".into(), raw.into());
                error.members.insert("ProcessedInputRecords".into(), processed.into());
                error
            }
            Error::InvalidConfiguration(_)
            | Error::StateTooLarge { .. }
            | Error::TooManyHeldRows { .. }
            | Error::Flow(FlowError::NotFound(_) | FlowError::Refused(_)) => {
                Self::sender("InvalidApplicationConfigurationException", message)
            }
            Error::Flow(FlowError::Retry(_) | FlowError::Overlap { .. }) | Error::Meta(_) => {
                tracing::error!(error = message, "an application operation failed");
                Self::internal("The request processing has failed because of an internal error.")
            }
        }
    }
}
