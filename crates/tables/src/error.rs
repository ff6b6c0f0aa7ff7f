//! What can go wrong, one variant per fact, and how AWS calls it.
//! Does not: word expression errors; the parsers do.

use levada_meta::MetaError;
use levada_wire::AwsError;
use serde_json::Value as Json;

use crate::convert::{InvalidValue, item_to_model};
use crate::value::Item;

#[derive(Clone, Debug, PartialEq, thiserror::Error)]
pub enum Error {
    #[error("Requested resource not found")]
    NotFound,
    #[error("Requested resource not found: Table: {0} not found")]
    TableNotFound(String),
    #[error("Requested resource not found: Index: {0} not found")]
    IndexNotFound(String),
    #[error(
        "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously \
         per table"
    )]
    OneIndexAtATime,
    #[error("Table already exists: {0}")]
    TableExists(String),
    /// `item` is what the condition was tried on, when the caller asked for it.
    #[error("The conditional request failed")]
    ConditionFailed { item: Option<Item> },
    #[error("{0}")]
    Validation(String),
    /// One place per item of the transaction; those with an error are why nothing was written.
    #[error(
        "Transaction cancelled, please refer cancellation reasons for specific reasons [{}]",
        codes(reasons)
    )]
    Cancelled { reasons: Vec<Option<Error>> },
    #[error(
        "The request uses the same client token as a previous, but non-identical request. Do not \
         reuse a client token with different requests, unless the requests are identical"
    )]
    TokenReused,
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

/// Why one item's part of a transaction failed, as CancellationReasons call it.
fn reason_code(reason: Option<&Error>) -> &'static str {
    match reason {
        None => "None",
        Some(Error::ConditionFailed { .. }) => "ConditionalCheckFailed",
        Some(Error::Contended | Error::InProgress) => "TransactionConflict",
        Some(_) => "ValidationError",
    }
}

fn codes(reasons: &[Option<Error>]) -> String {
    let codes = reasons.iter().map(|reason| reason_code(reason.as_ref()));
    codes.collect::<Vec<_>>().join(", ")
}

fn shown(item: Item) -> Option<Json> {
    serde_json::to_value(item_to_model(item)).ok()
}

fn cancellation(reason: Option<Error>) -> Json {
    let mut told = serde_json::Map::new();
    told.insert("Code".into(), reason_code(reason.as_ref()).into());
    if let Some(error) = reason {
        told.insert("Message".into(), error.to_string().into());
        if let Error::ConditionFailed { item: Some(item) } = error {
            told.extend(shown(item).map(|item| ("Item".to_owned(), item)));
        }
    }
    told.into()
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
            Error::NotFound | Error::TableNotFound(_) | Error::IndexNotFound(_) => {
                Self::sender("ResourceNotFoundException", message)
            }
            Error::OneIndexAtATime => Self::sender("LimitExceededException", message),
            Error::TableExists(_) => Self::sender("ResourceInUseException", message),
            Error::ConditionFailed { item } => {
                let mut error = Self::sender("ConditionalCheckFailedException", message);
                error.members.extend(item.and_then(shown).map(|item| ("Item".to_owned(), item)));
                error
            }
            Error::Cancelled { reasons } => {
                let mut error = Self::sender("TransactionCanceledException", message);
                let reasons: Vec<Json> = reasons.into_iter().map(cancellation).collect();
                error.members.insert("CancellationReasons".into(), reasons.into());
                error
            }
            Error::TokenReused => Self::sender("IdempotentParameterMismatchException", message),
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
