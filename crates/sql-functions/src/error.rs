//! What can go wrong with one row; the row goes to the error stream and the rest goes on.
//! Does not: carry places in the SQL text.

use levada_sql_lang::SqlType;

/// A failure of one row.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EvalError {
    #[error("division by zero")]
    DivisionByZero,
    #[error("the value {value} is out of range for {ty}")]
    OutOfRange { value: String, ty: SqlType },
    #[error("`{text}` is not a valid {ty}")]
    InvalidText { text: String, ty: SqlType },
    #[error("`{text}` is longer than {ty}")]
    TooLong { text: String, ty: SqlType },
    #[error("{function}: {problem}")]
    InvalidArgument { function: &'static str, problem: String },
    #[error("column {column} is NOT NULL and the value is NULL")]
    NullNotAllowed { column: String },
    #[error("ROWTIME goes backwards")]
    RowtimeOutOfOrder,
    #[error("ROWTIME is NULL")]
    NullRowtime,
    #[error("the row has {found} values and the stream has {expected} columns")]
    WrongWidth { expected: usize, found: usize },
    #[error("column {column} is {expected} and the value is {found}")]
    WrongValue { column: String, expected: SqlType, found: &'static str },
}

impl EvalError {
    /// The fixed name that `ERROR_NAME` carries; at most 32 characters.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::DivisionByZero => "DIVISION_BY_ZERO",
            Self::OutOfRange { .. } => "NUMERIC_VALUE_OUT_OF_RANGE",
            Self::InvalidText { .. } => "INVALID_CAST",
            Self::TooLong { .. } => "STRING_TOO_LONG",
            Self::InvalidArgument { .. } => "INVALID_ARGUMENT",
            Self::NullNotAllowed { .. } => "NULL_NOT_ALLOWED",
            Self::RowtimeOutOfOrder => "ROWTIME_OUT_OF_ORDER",
            Self::NullRowtime => "NULL_ROWTIME",
            Self::WrongWidth { .. } => "WRONG_ROW_WIDTH",
            Self::WrongValue { .. } => "WRONG_VALUE_TYPE",
        }
    }

    pub(crate) fn argument(function: &'static str, problem: impl Into<String>) -> Self {
        Self::InvalidArgument { function, problem: problem.into() }
    }
}
