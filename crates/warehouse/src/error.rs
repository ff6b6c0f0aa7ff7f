//! What can go wrong in the warehouse, one variant per fact, and its SQLSTATE.
//! Does not: know the PostgreSQL message format (see `wire`).

use datafusion::common::SchemaError;
use datafusion::error::DataFusionError;
use levada_blob::BlobError;
use levada_meta::{CommitError, MetaError};

use crate::copy::LoadError;

pub type Result<T, E = WarehouseError> = std::result::Result<T, E>;

#[derive(Debug, thiserror::Error)]
pub enum WarehouseError {
    #[error("syntax error at line {line}, column {column}: {reason}")]
    Syntax { line: usize, column: usize, reason: String },
    #[error("relation \"{0}\" does not exist")]
    UndefinedTable(String),
    #[error("relation \"{0}\" already exists")]
    DuplicateTable(String),
    #[error("schema \"{0}\" does not exist; tables live in \"public\"")]
    UndefinedSchema(String),
    #[error("column \"{column}\" of relation \"{table}\" does not exist")]
    UndefinedColumn { table: String, column: String },
    #[error("column \"{0}\" specified more than once")]
    DuplicateColumn(String),
    #[error("type \"{0}\" is not one the warehouse knows")]
    UndefinedType(String),
    #[error("{0} is not supported by the warehouse")]
    Unsupported(String),
    #[error("{0}")]
    InvalidDefinition(String),
    #[error("COPY needs an object store address 's3://bucket/key', got '{0}'")]
    NotAnObjectAddress(String),
    #[error("the specified S3 prefix '{0}' does not exist")]
    NothingToLoad(String),
    #[error("manifest '{url}' cannot be read: {reason}")]
    BadManifest { url: String, reason: String },
    #[error("{0}")]
    Load(Box<LoadError>),
    #[error("invalid value: {0}")]
    InvalidValue(String),
    #[error(
        "null value in column \"{column}\" of relation \"{table}\" violates not-null constraint"
    )]
    NotNull { table: String, column: String },
    #[error("INSERT has {given} expressions for {wanted} target columns")]
    ColumnCount { wanted: usize, given: usize },
    #[error("the answer has more than {0} rows; add a LIMIT, or read it over the wire")]
    TooManyRows(usize),
    #[error("bind message supplies {given} parameters, but the statement requires {wanted}")]
    ParameterCount { wanted: usize, given: usize },
    #[error("parameter ${0} cannot be read in the format and type that were sent")]
    BadParameter(usize),
    #[error("current transaction is aborted, commands ignored until end of transaction block")]
    FailedTransaction,
    #[error("the statement nests, or chains operators, more than {0} deep")]
    TooComplex(usize),
    #[error("somebody else keeps changing table \"{0}\"; try again")]
    Contention(String),
    #[error(
        "warehouse directory {0} belongs to another control store; \
         give the data directory they were created with together"
    )]
    ForeignDirectory(String),
    #[error(
        "part {path} of table \"{table}\" is missing; restore it from a backup or drop the table"
    )]
    MissingPart { table: String, path: String },
    #[error("listening on {0}, which is not loopback, needs a user and a password")]
    OpenToTheWorld(std::net::SocketAddr),
    #[error(transparent)]
    Query(#[from] DataFusionError),
    #[error(transparent)]
    Blob(#[from] BlobError),
    #[error(transparent)]
    Meta(#[from] MetaError),
    #[error(transparent)]
    Commit(#[from] CommitError),
    #[error("warehouse storage failed at {path}: {reason}")]
    Storage { path: String, reason: String },
    #[error("internal error: {0}")]
    Internal(String),
}

impl From<LoadError> for WarehouseError {
    fn from(error: LoadError) -> Self {
        Self::Load(Box::new(error))
    }
}

impl WarehouseError {
    /// The five-character code that PostgreSQL clients act on.
    pub fn sqlstate(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "42601",
            Self::UndefinedTable(_) => "42P01",
            Self::DuplicateTable(_) => "42P07",
            Self::UndefinedSchema(_) => "3F000",
            Self::UndefinedColumn { .. } => "42703",
            Self::DuplicateColumn(_) => "42701",
            Self::UndefinedType(_) => "42704",
            Self::Unsupported(_) => "0A000",
            Self::InvalidDefinition(_) => "42P16",
            Self::NotAnObjectAddress(_) => "22023",
            Self::NothingToLoad(_) => "58P01",
            Self::BadManifest { .. } => "22023",
            Self::Load(error) => error.sqlstate(),
            Self::InvalidValue(_) => "22P02",
            Self::NotNull { .. } => "23502",
            Self::ColumnCount { .. } => "42601",
            Self::TooManyRows(_) => "54000",
            Self::ParameterCount { .. } => "08P01",
            Self::BadParameter(_) => "22P02",
            Self::TooComplex(_) => "54001",
            Self::FailedTransaction => "25P02",
            Self::Contention(_) => "40001",
            Self::Query(error) => query_sqlstate(error),
            Self::Blob(BlobError::NoSuchBucket(_) | BlobError::NoSuchKey { .. }) => "58P01",
            Self::Blob(_) | Self::Storage { .. } => "58030",
            Self::ForeignDirectory(_)
            | Self::MissingPart { .. }
            | Self::OpenToTheWorld(_)
            | Self::Meta(_)
            | Self::Commit(_)
            | Self::Internal(_) => "XX000",
        }
    }

    pub fn storage(path: &std::path::Path, reason: &dyn std::fmt::Display) -> Self {
        Self::Storage { path: path.display().to_string(), reason: reason.to_string() }
    }

    /// Errors of ours come back out of the query engine wrapped; this takes the wrapping off.
    pub fn from_query(error: DataFusionError) -> Self {
        match error {
            DataFusionError::Context(_, inner) | DataFusionError::Diagnostic(_, inner) => {
                Self::from_query(*inner)
            }
            DataFusionError::External(inner) => match inner.downcast::<Self>() {
                Ok(ours) => *ours,
                Err(other) => Self::Query(DataFusionError::External(other)),
            },
            DataFusionError::Collection(mut errors) if !errors.is_empty() => {
                Self::from_query(errors.swap_remove(0))
            }
            other => Self::Query(other),
        }
    }
}

fn query_sqlstate(error: &DataFusionError) -> &'static str {
    match error.find_root() {
        DataFusionError::SQL(..) => "42601",
        DataFusionError::SchemaError(schema, _) => match **schema {
            SchemaError::FieldNotFound { .. } => "42703",
            SchemaError::AmbiguousReference { .. } => "42702",
            _ => "42701",
        },
        DataFusionError::NotImplemented(_) => "0A000",
        DataFusionError::ResourcesExhausted(_) => "53200",
        DataFusionError::ArrowError(arrow, _) => match **arrow {
            datafusion::arrow::error::ArrowError::DivideByZero => "22012",
            datafusion::arrow::error::ArrowError::ArithmeticOverflow(_) => "22003",
            datafusion::arrow::error::ArrowError::CastError(_)
            | datafusion::arrow::error::ArrowError::ParseError(_)
            | datafusion::arrow::error::ArrowError::InvalidArgumentError(_) => "22P02",
            _ => "XX000",
        },
        DataFusionError::Plan(text) if text.starts_with("Invalid function") => "42883",
        DataFusionError::Plan(_) => "42P10",
        _ => "XX000",
    }
}
