//! What can go wrong, one variant per fact, and how AWS calls it.
//! Does not: word expression errors; the parsers do.

use levada_meta::MetaError;
use levada_wire::AwsError;

use crate::convert::{InvalidValue, item_to_model};
use crate::value::Item;

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    #[error("Requested resource not found")]
    NotFound,
    #[error("Requested resource not found: Table: {0} not found")]
    TableNotFound(String),
    #[error("Table already exists: {0}")]
    TableExists(String),
    /// `item` is what the condition was tried on, when the caller asked for it.
    #[error("The conditional request failed")]
    ConditionFailed { item: Option<Item> },
    #[error("{0}")]
    Validation(String),
    /// What a transaction's idempotency token guards is being written by another call.
    #[error("The transaction with the given request token is already in progress.")]
    InProgress,
    #[error(
        "Resource cannot be deleted as it is currently protected against deletion. Disable \
         deletion protection first."
    )]
    Protected,
    /// Other writers changed the row at every attempt.
    #[error("Transaction is ongoing for the item")]
    Contended,
    #[error(transparent)]
    Meta(#[from] MetaError),
}

impl From<InvalidValue> for Error {
    fn from(InvalidValue(message): InvalidValue) -> Self {
        Self::Validation(message)
    }
}

impl From<Error> for AwsError {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::NotFound | Error::TableNotFound(_) => {
                Self::sender("ResourceNotFoundException", message)
            }
            Error::TableExists(_) => Self::sender("ResourceInUseException", message),
            Error::ConditionFailed { item } => {
                let mut error = Self::sender("ConditionalCheckFailedException", message);
                if let Some(item) = item.and_then(|i| serde_json::to_value(item_to_model(i)).ok()) {
                    error.members.insert("Item".into(), item);
                }
                error
            }
            Error::Validation(_) => Self::validation(message),
            Error::InProgress => Self::sender("TransactionInProgressException", message),
            Error::Protected => Self::validation(message),
            Error::Contended => Self::sender("TransactionConflictException", message),
            Error::Meta(_) => {
                tracing::error!(error = message, "a table operation failed");
                Self::new("InternalServerError", 500, "Internal server error")
            }
        }
    }
}
