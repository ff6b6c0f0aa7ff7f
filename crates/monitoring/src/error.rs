//! What can go wrong, one variant per fact, and how AWS calls it.
//! Does not: name codes of the query protocol; `wire` translates them.

use levada_wire::AwsError;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    #[error("{0}")]
    InvalidValue(String),
    #[error("{0}")]
    InvalidCombination(String),
    #[error("The parameter {0} is required.")]
    Missing(&'static str),
    #[error("The token is not one of a page of this list.")]
    InvalidToken,
    #[error("{0}")]
    Unserved(String),
}

impl From<Error> for AwsError {
    fn from(error: Error) -> Self {
        let message = error.to_string();
        match error {
            Error::InvalidValue(_) => Self::sender("InvalidParameterValueException", message),
            Error::InvalidCombination(_) => {
                Self::sender("InvalidParameterCombinationException", message)
            }
            Error::Missing(_) => Self::sender("MissingRequiredParameterException", message),
            Error::InvalidToken => Self::sender("InvalidNextToken", message),
            Error::Unserved(_) => Self::validation(message),
        }
    }
}
