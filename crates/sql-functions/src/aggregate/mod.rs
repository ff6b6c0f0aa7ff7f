//! The aggregate functions, one file each.
//! Does not: group rows (see the engine's `tumble`).

mod any;
mod avg;
mod count;
mod distinct;
mod every;
mod exact;
mod extreme;
mod max;
mod min;
mod moments;
mod sliding;
mod stddev_pop;
mod stddev_samp;
mod sum;
mod truth;
mod var_pop;
mod var_samp;

use levada_sql_lang::{SqlType, Value};

pub use any::ANY;
pub use avg::AVG;
pub use count::COUNT;
pub use distinct::DistinctValues;
pub use every::EVERY;
pub use max::MAX;
pub use min::MIN;
#[cfg(test)]
pub(crate) use sliding::Listed;
pub use sliding::{Distinct, Frame, Sliding};
pub use stddev_pop::STDDEV_POP;
pub use stddev_samp::STDDEV_SAMP;
pub use sum::SUM;
pub use var_pop::VAR_POP;
pub use var_samp::VAR_SAMP;

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
    /// The language allows DISTINCT before the argument.
    pub distinct: bool,
    /// A fresh state over a sliding frame, for an argument type.
    pub sliding: fn(Option<SqlType>) -> Box<dyn Sliding>,
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
pub static ALL: &[&AggregateFunction] =
    &[&ANY, &AVG, &COUNT, &EVERY, &MAX, &MIN, &STDDEV_POP, &STDDEV_SAMP, &SUM, &VAR_POP, &VAR_SAMP];

/// The function of this name.
pub fn find(name: &str) -> Option<&'static AggregateFunction> {
    ALL.iter().find(|function| function.name == name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rows of the examples, as the argument of the function sees them.
    fn rows(function: &AggregateFunction) -> (SqlType, [Value; 4]) {
        match function.name {
            "ANY" | "EVERY" => {
                let truth = |n: i64| Value::Boolean(n > 2);
                (SqlType::Boolean, [truth(1), truth(2), truth(4), Value::Null])
            }
            _ => (
                SqlType::Integer,
                [1, 2, 4]
                    .map(Value::Integer)
                    .into_iter()
                    .chain([Value::Null])
                    .collect::<Vec<_>>()
                    .try_into()
                    .unwrap(),
            ),
        }
    }

    #[test]
    fn every_aggregate_gives_its_example_and_survives_a_save() {
        for function in ALL {
            let (ty, rows) = rows(function);
            let ty = Some(ty);
            let mut accumulator = (function.start)(ty);
            for value in rows {
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
    fn what_has_left_the_frame_does_not_show() {
        for function in ALL {
            let (ty, rows) = rows(function);
            let mut sliding = (function.sliding)(Some(ty));
            let earlier = [rows[2].clone(), rows[0].clone(), Value::Null];
            earlier.iter().chain(&rows).for_each(|value| sliding.enter(Some(value)));
            earlier.iter().for_each(|value| sliding.leave(Some(value)));
            let value = sliding.value(&sliding::Listed(rows.to_vec())).unwrap().to_string();
            assert_eq!(value, function.example.value, "{}", function.name);
            let mut distinct = Distinct::new((function.sliding)(Some(ty)));
            rows.iter().chain(&rows).for_each(|value| distinct.enter(Some(value)));
            rows.iter().for_each(|value| distinct.leave(Some(value)));
            let value = distinct.value(&sliding::Listed(rows.to_vec())).unwrap().to_string();
            assert_eq!(value, function.example.value, "DISTINCT {}", function.name);
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
