//! `AVG(x)`: keeps the type of its argument, so that integers are truncated.
//! Does not: average intervals.

use levada_sql_lang::{Decimal, SqlType, Value};

use super::sum::{SlidingSum, Sum};
use super::{Accumulator, AggregateFunction, Frame, InvalidState, SUM, Sliding};
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
    distinct: true,
    sliding: |argument| {
        let ty = argument.unwrap_or(SqlType::Integer);
        let sum = (SUM.result)(argument).unwrap_or(SqlType::BigInt);
        Box::new(SlidingAverage { ty, sum: SlidingSum::new(sum) })
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
        Ok(mean(&self.sum.total, self.rows, self.ty))
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

/// A total divided by the number of its values, in the type of the values.
fn mean(total: &Value, rows: i64, ty: SqlType) -> Value {
    match total {
        _ if rows == 0 => Value::Null,
        Value::Integer(total) => Value::Integer(total / rows),
        Value::Decimal(total) => {
            let SqlType::Decimal { scale, .. } = ty else { return Value::Null };
            quotient(*total, Decimal::from(rows), scale)
                .map_or(Value::Null, |mean| Value::Decimal(Decimal::new(mean, scale)))
        }
        Value::Double(total) => Value::Double(total / rows as f64),
        _ => Value::Null,
    }
}

struct SlidingAverage {
    ty: SqlType,
    sum: SlidingSum,
}

impl Sliding for SlidingAverage {
    fn enter(&mut self, value: Option<&Value>) {
        self.sum.enter(value);
    }

    fn leave(&mut self, value: Option<&Value>) {
        self.sum.leave(value);
    }

    fn value(&self, _frame: &dyn Frame) -> Result<Value, EvalError> {
        Ok(mean(&self.sum.total()?, self.sum.rows, self.ty))
    }
}
