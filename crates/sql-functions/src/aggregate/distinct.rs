//! An aggregate of a group over its distinct values.
//! Does not: count the values; the language refuses `COUNT(DISTINCT …)`.

use std::collections::HashSet;

use levada_sql_lang::Value;

use super::{Accumulator, InvalidState};
use crate::EvalError;

/// Any accumulator, given each value once.
pub struct DistinctValues {
    /// In order of appearance, which is how the saved state has them.
    values: Vec<Value>,
    seen: HashSet<Value>,
    of: Box<dyn Accumulator>,
}

impl DistinctValues {
    pub fn new(of: Box<dyn Accumulator>) -> Self {
        Self { values: Vec::new(), seen: HashSet::new(), of }
    }
}

impl Accumulator for DistinctValues {
    fn check(&self, value: Option<&Value>) -> Result<(), EvalError> {
        match value {
            Some(value) if self.seen.contains(value) => Ok(()),
            value => self.of.check(value),
        }
    }

    fn add(&mut self, value: Option<&Value>) -> Result<(), EvalError> {
        let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(()) };
        if self.seen.contains(value) {
            return Ok(());
        }
        self.of.add(Some(value))?;
        self.seen.insert(value.clone());
        self.values.push(value.clone());
        Ok(())
    }

    fn finish(&self) -> Result<Value, EvalError> {
        self.of.finish()
    }

    fn state(&self) -> Vec<Value> {
        self.values.clone()
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        state.iter().try_for_each(|value| self.add(Some(value)).map_err(|_| InvalidState))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregate::SUM;
    use levada_sql_lang::SqlType;

    #[test]
    fn a_value_counts_once_also_after_a_save() {
        let fresh = || DistinctValues::new((SUM.start)(Some(SqlType::Integer)));
        let mut sum = fresh();
        for number in [3, 3, 4] {
            sum.add(Some(&Value::Integer(number))).unwrap();
        }
        let mut restored = fresh();
        restored.restore(&sum.state()).unwrap();
        restored.add(Some(&Value::Integer(4))).unwrap();
        assert_eq!(restored.finish(), Ok(Value::Integer(7)));
    }
}
