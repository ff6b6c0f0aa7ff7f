//! `COUNT(*)` counts rows, `COUNT(x)` those where `x` is not NULL.
//! Does not: count distinct values (the language refuses that).

use levada_sql_lang::{SqlType, Value};

use super::{Accumulator, AggregateFunction, Frame, InvalidState, Sliding};
use crate::{EvalError, Example};

pub const COUNT: AggregateFunction = AggregateFunction {
    name: "COUNT",
    signatures: &["COUNT(*)", "COUNT(x)"],
    doc: "The number of rows, or of rows where the argument is not NULL.",
    example: Example { expression: "COUNT(x)", value: "3" },
    result: |_| Some(SqlType::BigInt),
    start: |_| Box::new(Count { rows: 0 }),
    distinct: false,
    sliding: |_| Box::new(Count { rows: 0 }),
};

struct Count {
    rows: i64,
}

impl Accumulator for Count {
    fn check(&self, _value: Option<&Value>) -> Result<(), EvalError> {
        Ok(())
    }

    fn add(&mut self, value: Option<&Value>) -> Result<(), EvalError> {
        if value != Some(&Value::Null) {
            self.rows += 1;
        }
        Ok(())
    }

    fn finish(&self) -> Result<Value, EvalError> {
        Ok(Value::Integer(self.rows))
    }

    fn state(&self) -> Vec<Value> {
        vec![Value::Integer(self.rows)]
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [Value::Integer(rows)] = state else { return Err(InvalidState) };
        self.rows = *rows;
        Ok(())
    }
}

impl Sliding for Count {
    fn enter(&mut self, value: Option<&Value>) {
        self.rows += i64::from(value != Some(&Value::Null));
    }

    fn leave(&mut self, value: Option<&Value>) {
        self.rows -= i64::from(value != Some(&Value::Null));
    }

    fn value(&self, _frame: &dyn Frame) -> Result<Value, EvalError> {
        Ok(Value::Integer(self.rows))
    }
}
