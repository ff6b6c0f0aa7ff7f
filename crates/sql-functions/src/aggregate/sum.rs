//! `SUM(x)`: exact for integers and decimals.
//! Does not: add intervals (the language refuses that).

use levada_sql_lang::{Decimal, SqlType, Value};

use super::{Accumulator, AggregateFunction, InvalidState};
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
