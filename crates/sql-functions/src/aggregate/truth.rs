//! The state that ANY and EVERY share: how many values are true and how many false.
//! Does not: know which of the two it serves, but for the value that decides.

use levada_sql_lang::{SqlType, Value};

use super::{Accumulator, Frame, InvalidState, Sliding};
use crate::EvalError;

pub(super) fn result(argument: Option<SqlType>) -> Option<SqlType> {
    matches!(argument?, SqlType::Boolean | SqlType::Null).then_some(SqlType::Boolean)
}

pub(super) struct Truth {
    /// One such value decides: true for ANY, false for EVERY.
    deciding: bool,
    decided: i64,
    others: i64,
}

impl Truth {
    pub(super) fn new(deciding: bool) -> Self {
        Self { deciding, decided: 0, others: 0 }
    }

    fn count(&mut self, value: Option<&Value>, by: i64) {
        match value {
            Some(Value::Boolean(truth)) if *truth == self.deciding => self.decided += by,
            Some(Value::Boolean(_)) => self.others += by,
            _ => {}
        }
    }

    fn current(&self) -> Value {
        match (self.decided, self.others) {
            (0, 0) => Value::Null,
            (0, _) => Value::Boolean(!self.deciding),
            _ => Value::Boolean(self.deciding),
        }
    }
}

impl Accumulator for Truth {
    fn check(&self, _value: Option<&Value>) -> Result<(), EvalError> {
        Ok(())
    }

    fn add(&mut self, value: Option<&Value>) -> Result<(), EvalError> {
        self.count(value, 1);
        Ok(())
    }

    fn finish(&self) -> Result<Value, EvalError> {
        Ok(self.current())
    }

    fn state(&self) -> Vec<Value> {
        vec![Value::Integer(self.decided), Value::Integer(self.others)]
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [Value::Integer(decided), Value::Integer(others)] = state else {
            return Err(InvalidState);
        };
        (self.decided, self.others) = (*decided, *others);
        Ok(())
    }
}

impl Sliding for Truth {
    fn enter(&mut self, value: Option<&Value>) {
        self.count(value, 1);
    }

    fn leave(&mut self, value: Option<&Value>) {
        self.count(value, -1);
    }

    fn value(&self, _frame: &dyn Frame) -> Result<Value, EvalError> {
        Ok(self.current())
    }
}
