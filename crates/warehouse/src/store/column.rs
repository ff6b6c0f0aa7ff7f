//! A table's columns and their types, as Redshift names them and as Arrow stores them.
//! Does not: convert values (see `copy::value`).

use std::fmt;

use datafusion::arrow::datatypes::{DataType, Field, TimeUnit};
use serde::{Deserialize, Serialize};

/// Persisted in the control store: never rename or reuse a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    SmallInt,
    Integer,
    BigInt,
    Decimal { digits: u8, scale: u8 },
    Real,
    Double,
    Boolean,
    Char { bytes: u32 },
    VarChar { bytes: u32 },
    Date,
    Timestamp,
    TimestampTz,
}

/// Persisted in the control store.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    pub name: String,
    pub kind: ColumnType,
    #[serde(default)]
    pub not_null: bool,
}

impl Column {
    pub fn field(&self) -> Field {
        // Parts stay readable when a constraint changes, so the files know none.
        Field::new(&self.name, self.kind.arrow(), true)
    }
}

impl ColumnType {
    pub fn arrow(self) -> DataType {
        match self {
            Self::SmallInt => DataType::Int16,
            Self::Integer => DataType::Int32,
            Self::BigInt => DataType::Int64,
            Self::Decimal { digits, scale } => {
                DataType::Decimal128(digits, i8::try_from(scale).unwrap_or(i8::MAX))
            }
            Self::Real => DataType::Float32,
            Self::Double => DataType::Float64,
            Self::Boolean => DataType::Boolean,
            Self::Char { .. } | Self::VarChar { .. } => DataType::Utf8,
            Self::Date => DataType::Date32,
            Self::Timestamp => DataType::Timestamp(TimeUnit::Microsecond, None),
            Self::TimestampTz => DataType::Timestamp(TimeUnit::Microsecond, Some("+00:00".into())),
        }
    }

    /// The longest text it holds, in bytes.
    pub fn bytes_max(self) -> Option<u32> {
        match self {
            Self::Char { bytes } | Self::VarChar { bytes } => Some(bytes),
            _ => None,
        }
    }
}

impl fmt::Display for ColumnType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SmallInt => f.write_str("SMALLINT"),
            Self::Integer => f.write_str("INTEGER"),
            Self::BigInt => f.write_str("BIGINT"),
            Self::Decimal { digits, scale } => write!(f, "DECIMAL({digits},{scale})"),
            Self::Real => f.write_str("REAL"),
            Self::Double => f.write_str("DOUBLE PRECISION"),
            Self::Boolean => f.write_str("BOOLEAN"),
            Self::Char { bytes } => write!(f, "CHAR({bytes})"),
            Self::VarChar { bytes } => write!(f, "VARCHAR({bytes})"),
            Self::Date => f.write_str("DATE"),
            Self::Timestamp => f.write_str("TIMESTAMP"),
            Self::TimestampTz => f.write_str("TIMESTAMPTZ"),
        }
    }
}
