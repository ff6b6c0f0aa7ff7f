//! The state that VAR and STDDEV share: count, mean and squared distances.
//! Does not: compute in the argument's type; the results are doubles.

use levada_sql_lang::{SqlType, Value};

use super::{Accumulator, Frame, InvalidState, Sliding};
use crate::EvalError;
use crate::function::double;

/// Which of the four functions it is.
#[derive(Clone, Copy)]
pub(super) struct Moment {
    /// Divide by one less than the number of values.
    pub sample: bool,
    /// Take the square root.
    pub root: bool,
}

pub(super) fn result(argument: Option<SqlType>) -> Option<SqlType> {
    let ty = argument?;
    (ty.is_numeric() || ty == SqlType::Null).then_some(SqlType::Double)
}

impl Moment {
    pub(super) fn start(self) -> Box<dyn Accumulator> {
        Box::new(Moments { moment: self, rows: 0, mean: 0.0, squares: 0.0 })
    }

    pub(super) fn sliding(self) -> Box<dyn Sliding> {
        Box::new(SlidingMoments { moment: self })
    }

    /// The result for this many values with this sum of squared distances from their mean.
    fn of(self, rows: i64, squares: f64) -> Value {
        let divisor = if self.sample { rows - 1 } else { rows };
        if divisor <= 0 {
            return Value::Null;
        }
        let variance = squares / divisor as f64;
        Value::Double(if self.root { variance.sqrt() } else { variance })
    }
}

/// Welford's running moments.
struct Moments {
    moment: Moment,
    rows: i64,
    mean: f64,
    squares: f64,
}

impl Accumulator for Moments {
    fn check(&self, _value: Option<&Value>) -> Result<(), EvalError> {
        Ok(())
    }

    fn add(&mut self, value: Option<&Value>) -> Result<(), EvalError> {
        let Some(value) = value.filter(|value| !value.is_null()) else { return Ok(()) };
        let number = double(value);
        self.rows += 1;
        let before = number - self.mean;
        self.mean += before / self.rows as f64;
        self.squares += before * (number - self.mean);
        Ok(())
    }

    fn finish(&self) -> Result<Value, EvalError> {
        Ok(self.moment.of(self.rows, self.squares))
    }

    fn state(&self) -> Vec<Value> {
        vec![Value::Integer(self.rows), Value::Double(self.mean), Value::Double(self.squares)]
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [Value::Integer(rows), Value::Double(mean), Value::Double(squares)] = state else {
            return Err(InvalidState);
        };
        (self.rows, self.mean, self.squares) = (*rows, *mean, *squares);
        Ok(())
    }
}

/// Computed over the frame's rows each time, in two passes: nothing drifts, and numbers that lie
/// close together far from zero keep their distances.
struct SlidingMoments {
    moment: Moment,
}

impl Sliding for SlidingMoments {
    fn enter(&mut self, _value: Option<&Value>) {}

    fn leave(&mut self, _value: Option<&Value>) {}

    fn value(&self, frame: &dyn Frame) -> Result<Value, EvalError> {
        let numbers = || {
            let values = (0..frame.len()).map(|at| frame.value(at));
            values.filter(|value| !value.is_null()).map(double)
        };
        let rows = numbers().count();
        if rows == 0 {
            return Ok(Value::Null);
        }
        let mean = numbers().sum::<f64>() / rows as f64;
        let squares = numbers().map(|number| (number - mean) * (number - mean)).sum();
        Ok(self.moment.of(i64::try_from(rows).unwrap_or(i64::MAX), squares))
    }
}
