//! `SUM(x)`: exact for integers and decimals.
//! Does not: add intervals (the language refuses that).

use levada_sql_lang::{Decimal, SqlType, Value};

use super::exact::ExactSum;
use super::{Accumulator, AggregateFunction, Frame, InvalidState, Sliding};
use crate::arithmetic::{Arithmetic, calculate};
use crate::{EvalError, Example};

pub const SUM: AggregateFunction = AggregateFunction {
    name: "SUM",
    signatures: &["SUM(number)"],
    doc: "The sum of the values that are not NULL. Integers add up to BIGINT.",
    example: Example { expression: "SUM(x)", value: "7" },
    result,
    start: |argument| {
        Box::new(Sum { ty: result(argument).unwrap_or(SqlType::BigInt), total: Value::Null })
    },
    distinct: true,
    sliding: |argument| Box::new(SlidingSum::new(result(argument).unwrap_or(SqlType::BigInt))),
};

/// Most digits of a decimal sum.
const PRECISION: u32 = 38;

fn result(argument: Option<SqlType>) -> Option<SqlType> {
    match argument? {
        ty if ty.is_integer() => Some(SqlType::BigInt),
        SqlType::Decimal { scale, .. } => Some(SqlType::Decimal { precision: PRECISION, scale }),
        ty if ty.is_approximate() => Some(SqlType::Double),
        SqlType::Null => Some(SqlType::BigInt),
        _ => None,
    }
}

pub(super) struct Sum {
    pub(super) ty: SqlType,
    pub(super) total: Value,
}

impl Sum {
    fn with(&self, value: &Value) -> Result<Value, EvalError> {
        match (&self.total, value) {
            (total, Value::Null) => Ok(total.clone()),
            (Value::Null, Value::Integer(number)) if matches!(self.ty, SqlType::Decimal { .. }) => {
                Ok(Value::Decimal(Decimal::from(*number)))
            }
            (Value::Null, value) => Ok(value.clone()),
            (total, value) => calculate(Arithmetic::Add, total, value, self.ty),
        }
    }
}

impl Accumulator for Sum {
    fn check(&self, value: Option<&Value>) -> Result<(), EvalError> {
        self.with(value.unwrap_or(&Value::Null)).map(drop)
    }

    fn add(&mut self, value: Option<&Value>) -> Result<(), EvalError> {
        self.total = self.with(value.unwrap_or(&Value::Null))?;
        Ok(())
    }

    fn finish(&self) -> Result<Value, EvalError> {
        Ok(self.total.clone())
    }

    fn state(&self) -> Vec<Value> {
        vec![self.total.clone()]
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [total] = state else { return Err(InvalidState) };
        self.total = total.clone();
        Ok(())
    }
}

/// Exact totals, from which a value can be taken away again: integers and decimals as their
/// unscaled numbers, doubles without rounding.
pub(super) struct SlidingSum {
    ty: SqlType,
    pub(super) rows: i64,
    whole: i128,
    doubles: ExactSum,
}

impl SlidingSum {
    pub(super) fn new(ty: SqlType) -> Self {
        Self { ty, rows: 0, whole: 0, doubles: ExactSum::default() }
    }

    fn count(&mut self, value: Option<&Value>, enters: bool) {
        let scale = match self.ty {
            SqlType::Decimal { scale, .. } => scale,
            _ => 0,
        };
        let whole = match value {
            Some(Value::Integer(number)) if scale == 0 => i128::from(*number),
            Some(Value::Integer(number)) => unscaled(Decimal::from(*number), scale),
            Some(Value::Decimal(number)) => unscaled(*number, scale),
            Some(Value::Double(number)) if enters => {
                self.doubles.add(*number);
                0
            }
            Some(Value::Double(number)) => {
                self.doubles.subtract(*number);
                0
            }
            _ => return,
        };
        self.rows += if enters { 1 } else { -1 };
        self.whole = if enters { self.whole + whole } else { self.whole - whole };
    }

    /// The sum as a value of the sum's type.
    pub(super) fn total(&self) -> Result<Value, EvalError> {
        if self.rows == 0 {
            return Ok(Value::Null);
        }
        match self.ty {
            SqlType::Decimal { scale, .. } => Ok(Value::Decimal(Decimal::new(self.whole, scale))),
            ty if ty.is_approximate() => Ok(Value::Double(self.doubles.value())),
            ty => i64::try_from(self.whole)
                .map(Value::Integer)
                .map_err(|_| EvalError::OutOfRange { value: self.whole.to_string(), ty }),
        }
    }
}

/// Columns have one scale, so that nothing is ever cut here.
fn unscaled(number: Decimal, scale: u32) -> i128 {
    number.rescale(scale).map_or(0, |number| number.unscaled)
}

impl Sliding for SlidingSum {
    fn enter(&mut self, value: Option<&Value>) {
        self.count(value, true);
    }

    fn leave(&mut self, value: Option<&Value>) {
        self.count(value, false);
    }

    fn value(&self, _frame: &dyn Frame) -> Result<Value, EvalError> {
        self.total()
    }
}
