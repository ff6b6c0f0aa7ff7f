//! The state that MIN and MAX share: the best value so far.
//! Does not: know which of the two it serves, but for the order it is given.

use std::cmp::Ordering;
use std::collections::VecDeque;

use levada_sql_lang::Value;

use super::{Accumulator, Frame, InvalidState, Sliding};
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

/// The values of a frame that can still become its best: each better than those after it.
pub(super) struct SlidingExtreme {
    better: Ordering,
    /// Rows that have entered, and that have left.
    entered: u64,
    left: u64,
    /// Values with the number of the row they came with.
    candidates: VecDeque<(u64, Value)>,
}

impl SlidingExtreme {
    pub(super) fn new(better: Ordering) -> Self {
        Self { better, entered: 0, left: 0, candidates: VecDeque::new() }
    }
}

impl Sliding for SlidingExtreme {
    fn enter(&mut self, value: Option<&Value>) {
        let row = self.entered;
        self.entered += 1;
        let Some(value) = value.filter(|value| !value.is_null()) else { return };
        while let Some((_, last)) = self.candidates.back() {
            if compare(last, value, false) == Some(self.better) {
                break;
            }
            self.candidates.pop_back();
        }
        self.candidates.push_back((row, value.clone()));
    }

    fn leave(&mut self, _value: Option<&Value>) {
        if self.candidates.front().is_some_and(|(row, _)| *row == self.left) {
            self.candidates.pop_front();
        }
        self.left += 1;
    }

    fn value(&self, _frame: &dyn Frame) -> Result<Value, EvalError> {
        Ok(self.candidates.front().map_or(Value::Null, |(_, value)| value.clone()))
    }
}
