//! Comparison of two values, three-valued.
//! Does not: check types (see `types::comparable`).

use std::cmp::Ordering;

use levada_sql_lang::{DAY_MS, Decimal, Interval, Value};

use crate::function::double;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Comparison {
    /// Whether an order of the operands satisfies this comparison.
    pub fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}

/// The order of two values; `None` when one is NULL (or the types do not go together).
/// `padded` ignores blanks at the end, as comparison with CHAR does.
pub fn compare(a: &Value, b: &Value, padded: bool) -> Option<Ordering> {
    match (a, b) {
        (Value::Null, _) | (_, Value::Null) => None,
        (Value::Integer(a), Value::Integer(b)) => Some(a.cmp(b)),
        (Value::Decimal(a), Value::Decimal(b)) => Some(a.cmp(b)),
        (Value::Integer(a), Value::Decimal(b)) => Some(Decimal::from(*a).cmp(b)),
        (Value::Decimal(a), Value::Integer(b)) => Some(a.cmp(&Decimal::from(*b))),
        (Value::Double(_), Value::Integer(_) | Value::Decimal(_) | Value::Double(_))
        | (Value::Integer(_) | Value::Decimal(_), Value::Double(_)) => {
            double(a).partial_cmp(&double(b))
        }
        (Value::Boolean(a), Value::Boolean(b)) => Some(a.cmp(b)),
        (Value::Varchar(a), Value::Varchar(b)) if padded => {
            Some(a.trim_end_matches(' ').cmp(b.trim_end_matches(' ')))
        }
        (Value::Varchar(a), Value::Varchar(b)) => Some(a.cmp(b)),
        (Value::Binary(a), Value::Binary(b)) => Some(a.cmp(b)),
        (Value::Date(a), Value::Date(b)) | (Value::Time(a), Value::Time(b)) => Some(a.cmp(b)),
        (Value::Timestamp(a), Value::Timestamp(b)) => Some(a.cmp(b)),
        (Value::Timestamp(a), Value::Date(b)) => Some(a.0.cmp(&(i64::from(*b) * DAY_MS))),
        (Value::Date(a), Value::Timestamp(b)) => Some((i64::from(*a) * DAY_MS).cmp(&b.0)),
        (Value::Interval(Interval::Months(a)), Value::Interval(Interval::Months(b)))
        | (Value::Interval(Interval::Millis(a)), Value::Interval(Interval::Millis(b))) => {
            Some(a.cmp(b))
        }
        _ => None,
    }
}
