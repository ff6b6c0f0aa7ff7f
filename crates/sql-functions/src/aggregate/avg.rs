//! `AVG(x)`: keeps the type of its argument, so that integers are truncated.
//! Does not: average intervals.

use levada_sql_lang::{Decimal, SqlType, Value};

use super::sum::Sum;
use super::{Accumulator, AggregateFunction, InvalidState, SUM};
use crate::arithmetic::quotient;
use crate::{EvalError, Example};

pub const AVG: AggregateFunction = AggregateFunction {
    name: "AVG",
    signatures: &["AVG(number)"],
    doc: "The mean of the values that are not NULL, in the argument's type: of integers truncated.",
    example: Example { expression: "AVG(x)", value: "2" },
    result: |argument| match argument? {
        SqlType::Null => Some(SqlType::Integer),
        ty => ty.is_numeric().then_some(ty),
    },
    start: |argument| {
        let ty = argument.unwrap_or(SqlType::Integer);
        let sum = (SUM.result)(argument).unwrap_or(SqlType::BigInt);
        Box::new(Average { ty, sum: Sum { ty: sum, total: Value::Null }, rows: 0 })
    },
};

struct Average {
    ty: SqlType,
    sum: Sum,
    rows: i64,
}

impl Accumulator for Average {
    fn check(&self, value: Option<&Value>) -> Result<(), EvalError> {
        self.sum.check(value)
    }

    fn add(&mut self, value: Option<&Value>) -> Result<(), EvalError> {
        self.sum.add(value)?;
        if value.is_some_and(|value| !value.is_null()) {
            self.rows += 1;
        }
        Ok(())
    }

    fn finish(&self) -> Result<Value, EvalError> {
        Ok(match &self.sum.total {
            _ if self.rows == 0 => Value::Null,
            Value::Integer(total) => Value::Integer(total / self.rows),
            Value::Decimal(total) => {
                let SqlType::Decimal { scale, .. } = self.ty else { return Ok(Value::Null) };
                quotient(*total, Decimal::from(self.rows), scale)
                    .map_or(Value::Null, |mean| Value::Decimal(Decimal::new(mean, scale)))
            }
            Value::Double(total) => Value::Double(total / self.rows as f64),
            _ => Value::Null,
        })
    }

    fn state(&self) -> Vec<Value> {
        vec![self.sum.total.clone(), Value::Integer(self.rows)]
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [total, Value::Integer(rows)] = state else { return Err(InvalidState) };
        self.sum.total = total.clone();
        self.rows = *rows;
        Ok(())
    }
}
