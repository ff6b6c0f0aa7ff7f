//! Values as rows hold them, with the equality and hash that grouping needs.
//! Does not: compute with them or convert them (see `sql-functions`).

use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

use levada_types::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Decimal, Interval, civil};

/// One cell. All integer types share `Integer`, `REAL` and `DOUBLE` share `Double`, `CHAR` and
/// `VARCHAR` share `Varchar`; the declared type stands beside the value, never in it.
///
/// Equality is identity for grouping and tests: NULL equals NULL, and doubles compare by their
/// bits after -0 is taken for 0. SQL's three-valued comparison is the evaluator's.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub enum Value {
    Null,
    Boolean(bool),
    Integer(i64),
    Decimal(Decimal),
    Double(f64),
    Varchar(Arc<str>),
    Binary(Arc<[u8]>),
    /// Days since 1970-01-01.
    Date(i32),
    /// Milliseconds since midnight.
    Time(i32),
    Timestamp(Timestamp),
    Interval(Interval),
}

impl Value {
    pub fn text(text: impl Into<Arc<str>>) -> Self {
        Self::Varchar(text.into())
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Self::Null)
    }

    fn double_bits(number: f64) -> u64 {
        if number == 0.0 { 0 } else { number.to_bits() }
    }
}

impl PartialEq for Value {
    fn eq(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Null, Self::Null) => true,
            (Self::Boolean(a), Self::Boolean(b)) => a == b,
            (Self::Integer(a), Self::Integer(b)) => a == b,
            (Self::Decimal(a), Self::Decimal(b)) => a == b,
            (Self::Double(a), Self::Double(b)) => Self::double_bits(*a) == Self::double_bits(*b),
            (Self::Varchar(a), Self::Varchar(b)) => a == b,
            (Self::Binary(a), Self::Binary(b)) => a == b,
            (Self::Date(a), Self::Date(b)) | (Self::Time(a), Self::Time(b)) => a == b,
            (Self::Timestamp(a), Self::Timestamp(b)) => a == b,
            (Self::Interval(a), Self::Interval(b)) => a == b,
            _ => false,
        }
    }
}

impl Eq for Value {}

impl Hash for Value {
    fn hash<H: Hasher>(&self, state: &mut H) {
        std::mem::discriminant(self).hash(state);
        match self {
            Self::Null => {}
            Self::Boolean(flag) => flag.hash(state),
            Self::Integer(number) => number.hash(state),
            Self::Decimal(number) => number.hash(state),
            Self::Double(number) => Self::double_bits(*number).hash(state),
            Self::Varchar(text) => text.hash(state),
            Self::Binary(bytes) => bytes.hash(state),
            Self::Date(count) | Self::Time(count) => count.hash(state),
            Self::Timestamp(time) => time.hash(state),
            Self::Interval(interval) => interval.hash(state),
        }
    }
}

/// As outputs print it: timestamps as `yyyy-MM-dd HH:mm:ss.SSS`, NULL as nothing.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => Ok(()),
            Self::Boolean(flag) => write!(f, "{flag}"),
            Self::Integer(number) => write!(f, "{number}"),
            Self::Decimal(number) => write!(f, "{number}"),
            Self::Double(number) => write!(f, "{number:?}"),
            Self::Varchar(text) => f.write_str(text),
            Self::Binary(bytes) => bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}")),
            Self::Date(days) => f.write_str(&civil::format_date(*days)),
            Self::Time(ms) => f.write_str(&civil::format_time(*ms)),
            Self::Timestamp(time) => f.write_str(&civil::format_timestamp(*time)),
            Self::Interval(interval) => write!(f, "{interval}"),
        }
    }
}
