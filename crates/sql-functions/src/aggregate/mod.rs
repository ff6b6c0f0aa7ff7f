//! The aggregate functions, one file each.
//! Does not: group rows (see the engine's `tumble`).

mod avg;
mod count;
mod extreme;
mod max;
mod min;
mod sum;

use levada_sql_lang::{SqlType, Value};

pub use avg::AVG;
pub use count::COUNT;
pub use max::MAX;
pub use min::MIN;
pub use sum::SUM;

use crate::{EvalError, Example};

/// One aggregate function. Its file holds one such constant.
#[derive(Debug)]
pub struct AggregateFunction {
    pub name: &'static str,
    pub signatures: &'static [&'static str],
    pub doc: &'static str,
    /// An aggregate over the rows 1, 2, 4, NULL of column `x`, and its value as text.
    pub example: Example,
    /// The type of the result for an argument type, `None` for `*`; `None` when it does not fit.
    pub result: fn(Option<SqlType>) -> Option<SqlType>,
    /// A fresh state for an argument type.
    pub start: fn(Option<SqlType>) -> Box<dyn Accumulator>,
}

impl PartialEq for AggregateFunction {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// The state of one aggregate over one group. NULLs are skipped; no value at all gives NULL.
pub trait Accumulator: Send {
    /// Whether `add` would succeed; changes nothing.
    fn check(&self, value: Option<&Value>) -> Result<(), EvalError>;

    /// Takes a row's value; `None` for `COUNT(*)`.
    fn add(&mut self, value: Option<&Value>) -> Result<(), EvalError>;

    /// The aggregate of all rows taken.
    fn finish(&self) -> Result<Value, EvalError>;

    /// The whole state as values, for `restore`.
    fn state(&self) -> Vec<Value>;

    /// Takes a state that `state` gave.
    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState>;
}

/// A saved state that this function cannot have written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a state of this aggregate")]
pub struct InvalidState;

/// Every aggregate function, sorted by name.
pub static ALL: &[&AggregateFunction] = &[&AVG, &COUNT, &MAX, &MIN, &SUM];

/// The function of this name.
pub fn find(name: &str) -> Option<&'static AggregateFunction> {
    ALL.iter().find(|function| function.name == name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn integers() -> [Value; 4] {
        [Value::Integer(1), Value::Integer(2), Value::Integer(4), Value::Null]
    }

    #[test]
    fn every_aggregate_gives_its_example_and_survives_a_save() {
        for function in ALL {
            let ty = Some(SqlType::Integer);
            let mut accumulator = (function.start)(ty);
            for value in integers() {
                accumulator.check(Some(&value)).unwrap();
                accumulator.add(Some(&value)).unwrap();
                let mut restored = (function.start)(ty);
                restored.restore(&accumulator.state()).unwrap();
                accumulator = restored;
            }
            let value = accumulator.finish().unwrap().to_string();
            assert_eq!(value, function.example.value, "{}", function.name);
        }
    }

    #[test]
    fn without_a_value_count_is_zero_and_the_others_are_null() {
        for function in ALL {
            let mut accumulator = (function.start)(Some(SqlType::Integer));
            accumulator.add(Some(&Value::Null)).unwrap();
            let expected = if function.name == "COUNT" { Value::Integer(0) } else { Value::Null };
            assert_eq!(accumulator.finish(), Ok(expected), "{}", function.name);
        }
    }

    #[test]
    fn the_average_of_integers_is_truncated_and_of_decimals_keeps_its_scale() {
        let mut average = (AVG.start)(Some(SqlType::Integer));
        for value in [29, 32] {
            average.add(Some(&Value::Integer(value))).unwrap();
        }
        assert_eq!(average.finish(), Ok(Value::Integer(30)));
        let mut average = (AVG.start)(Some(SqlType::Decimal { precision: 4, scale: 2 }));
        for value in ["1.00", "1.01"] {
            average.add(Some(&Value::Decimal(value.parse().unwrap()))).unwrap();
        }
        assert_eq!(average.finish().unwrap().to_string(), "1.01");
    }
}
