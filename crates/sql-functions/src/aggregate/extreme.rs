//! The state that MIN and MAX share: the best value so far.
//! Does not: know which of the two it serves, but for the order it is given.

use std::cmp::Ordering;

use levada_sql_lang::Value;

use super::{Accumulator, InvalidState};
use crate::{EvalError, compare};

pub(super) struct Extreme {
    pub best: Value,
    /// How a better value compares to the best.
    pub better: Ordering,
}

impl Accumulator for Extreme {
    fn check(&self, _value: Option<&Value>) -> Result<(), EvalError> {
        Ok(())
    }

    fn add(&mut self, value: Option<&Value>) -> Result<(), EvalError> {
        let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(()) };
        if self.best.is_null() || compare(value, &self.best, false) == Some(self.better) {
            self.best = value.clone();
        }
        Ok(())
    }

    fn finish(&self) -> Result<Value, EvalError> {
        Ok(self.best.clone())
    }

    fn state(&self) -> Vec<Value> {
        vec![self.best.clone()]
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [best] = state else { return Err(InvalidState) };
        self.best = best.clone();
        Ok(())
    }
}
