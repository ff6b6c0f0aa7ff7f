//! COPY: which objects to load, what is in them, and the one transaction that makes them count.
//! Does not: parse SQL or answer queries.

mod csv;
mod json;
mod load;
mod source;
mod value;

pub use load::{blocking, load};
pub use value::RowBuilder;

/// Why one object could not be loaded; nothing of the COPY was.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("load into table \"{table}\" failed: object {object}, line {line}{}: {reason}", column_text(.column))]
pub struct LoadError {
    pub table: String,
    /// `s3://bucket/key`.
    pub object: String,
    /// From 1 on, in the decompressed object.
    pub line: u64,
    pub column: Option<String>,
    pub reason: ValueError,
}

fn column_text(column: &Option<String>) -> String {
    column.as_ref().map(|column| format!(", column {column}")).unwrap_or_default()
}

/// What is wrong with one value, or with the text around it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ValueError {
    #[error("`{value}` is not a {wanted}")]
    NotA { value: String, wanted: String },
    #[error("`{value}` is out of the range of {wanted}")]
    OutOfRange { value: String, wanted: String },
    #[error("text of {given} bytes does not fit {wanted}")]
    TooLong { given: usize, wanted: String },
    #[error("null value where the column is NOT NULL")]
    Null,
    #[error("{0}")]
    Malformed(String),
}

impl LoadError {
    pub fn sqlstate(&self) -> &'static str {
        match self.reason {
            ValueError::NotA { .. } => "22P02",
            ValueError::OutOfRange { .. } => "22003",
            ValueError::TooLong { .. } => "22001",
            ValueError::Null => "23502",
            ValueError::Malformed(_) => "22P04",
        }
    }
}

/// Where in an object something is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    pub line: u64,
    pub column: Option<String>,
    pub reason: ValueError,
}

impl Fault {
    fn malformed(line: u64, reason: impl Into<String>) -> Self {
        Self { line, column: None, reason: ValueError::Malformed(reason.into()) }
    }
}
