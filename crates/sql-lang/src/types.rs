//! SQL types as they are declared, and the units and qualifiers of time.
//! Does not: decide which types an operator takes (see the engine's binder).

use std::fmt;

use serde::{Deserialize, Serialize};

/// A declared or derived type. `FLOAT` is read as `Double`, `NUMERIC` as `Decimal`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SqlType {
    /// The type of a bare `NULL`: fits everywhere.
    Null,
    TinyInt,
    SmallInt,
    Integer,
    BigInt,
    Decimal {
        precision: u32,
        scale: u32,
    },
    Real,
    Double,
    Boolean,
    /// Characters, padded with blanks.
    Char(u32),
    /// Characters at most.
    Varchar(u32),
    /// Bytes.
    Binary(u32),
    /// Bytes at most.
    Varbinary(u32),
    Date,
    Time,
    Timestamp,
    Interval(IntervalQualifier),
}

impl SqlType {
    pub fn is_integer(self) -> bool {
        matches!(self, Self::TinyInt | Self::SmallInt | Self::Integer | Self::BigInt)
    }

    pub fn is_approximate(self) -> bool {
        matches!(self, Self::Real | Self::Double)
    }

    pub fn is_numeric(self) -> bool {
        self.is_integer() || self.is_approximate() || matches!(self, Self::Decimal { .. })
    }

    pub fn is_text(self) -> bool {
        matches!(self, Self::Char(_) | Self::Varchar(_))
    }

    pub fn is_datetime(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Timestamp)
    }
}

impl fmt::Display for SqlType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("NULL"),
            Self::TinyInt => f.write_str("TINYINT"),
            Self::SmallInt => f.write_str("SMALLINT"),
            Self::Integer => f.write_str("INTEGER"),
            Self::BigInt => f.write_str("BIGINT"),
            Self::Decimal { precision, scale } => write!(f, "DECIMAL({precision}, {scale})"),
            Self::Real => f.write_str("REAL"),
            Self::Double => f.write_str("DOUBLE"),
            Self::Boolean => f.write_str("BOOLEAN"),
            Self::Char(chars) => write!(f, "CHAR({chars})"),
            Self::Varchar(chars) => write!(f, "VARCHAR({chars})"),
            Self::Binary(bytes) => write!(f, "BINARY({bytes})"),
            Self::Varbinary(bytes) => write!(f, "VARBINARY({bytes})"),
            Self::Date => f.write_str("DATE"),
            Self::Time => f.write_str("TIME"),
            Self::Timestamp => f.write_str("TIMESTAMP"),
            Self::Interval(qualifier) => write!(f, "INTERVAL {qualifier}"),
        }
    }
}

/// Fields of a date, time or interval, from the longest to the shortest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum TimeUnit {
    Year,
    Month,
    Day,
    Hour,
    Minute,
    Second,
}

impl TimeUnit {
    pub const ALL: [Self; 6] =
        [Self::Year, Self::Month, Self::Day, Self::Hour, Self::Minute, Self::Second];

    pub const fn name(self) -> &'static str {
        match self {
            Self::Year => "YEAR",
            Self::Month => "MONTH",
            Self::Day => "DAY",
            Self::Hour => "HOUR",
            Self::Minute => "MINUTE",
            Self::Second => "SECOND",
        }
    }

    pub const fn is_year_month(self) -> bool {
        matches!(self, Self::Year | Self::Month)
    }

    /// Milliseconds of one unit; `None` for years and months, whose length varies.
    pub const fn millis(self) -> Option<i64> {
        match self {
            Self::Year | Self::Month => None,
            Self::Day => Some(86_400_000),
            Self::Hour => Some(3_600_000),
            Self::Minute => Some(60_000),
            Self::Second => Some(1_000),
        }
    }
}

/// `DAY(3) TO SECOND(3)` and its shorter forms. `start` is never shorter than `end`, and the
/// two are both of the year-month or both of the day-time kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct IntervalQualifier {
    pub start: TimeUnit,
    /// Digits of the first field; 2 unless written.
    pub leading_precision: Option<u32>,
    pub end: Option<TimeUnit>,
    /// Digits after the second's point; written only with SECOND.
    pub fraction_precision: Option<u32>,
}

impl IntervalQualifier {
    pub const fn single(unit: TimeUnit) -> Self {
        Self { start: unit, leading_precision: None, end: None, fraction_precision: None }
    }

    pub const fn span(start: TimeUnit, end: TimeUnit) -> Self {
        Self { start, leading_precision: None, end: Some(end), fraction_precision: None }
    }

    /// The shortest field.
    pub fn last(self) -> TimeUnit {
        self.end.unwrap_or(self.start)
    }

    pub fn is_year_month(self) -> bool {
        self.start.is_year_month()
    }
}

impl fmt::Display for IntervalQualifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.start.name())?;
        match (self.leading_precision, self.end, self.fraction_precision) {
            (Some(digits), None, Some(fraction)) => write!(f, "({digits}, {fraction})")?,
            (None, None, Some(fraction)) => write!(f, "(2, {fraction})")?,
            (Some(digits), _, _) => write!(f, "({digits})")?,
            (None, _, _) => {}
        }
        if let Some(end) = self.end {
            write!(f, " TO {}", end.name())?;
            if let Some(fraction) = self.fraction_precision {
                write!(f, "({fraction})")?;
            }
        }
        Ok(())
    }
}
