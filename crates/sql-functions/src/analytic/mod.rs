//! The functions that read the rows of a sliding frame by their places, one file each.
//! Does not: decide which rows are in the frame (see the engine's `slide`).

mod exp_avg;
mod first_value;
mod lag;
mod last_value;
mod nth_value;

use levada_sql_lang::{SqlType, Value};

pub use exp_avg::EXP_AVG;
pub use first_value::FIRST_VALUE;
pub use lag::LAG;
pub use last_value::LAST_VALUE;
pub use nth_value::NTH_VALUE;

use crate::aggregate::Frame;
use crate::{EvalError, Example};

/// One analytic function. Its file holds one such constant.
#[derive(Debug)]
pub struct AnalyticFunction {
    pub name: &'static str,
    pub signatures: &'static [&'static str],
    pub doc: &'static str,
    /// A call over the rows 1, 2, 4, NULL of column `x`, a millisecond apart, and its value as
    /// text for the last of them.
    pub example: Example,
    /// The type of the result, or `None` when the arguments' types do not fit.
    pub result: fn(&[SqlType]) -> Option<SqlType>,
    pub eval: fn(&Reading<'_>, &dyn Frame) -> Result<Value, EvalError>,
}

impl PartialEq for AnalyticFunction {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// How a call reads its frame.
#[derive(Clone, Debug)]
pub struct Reading<'a> {
    /// The arguments after the first, computed for the current row.
    pub arguments: &'a [Value],
    /// `FROM LAST`: count from the current row backwards.
    pub from_last: bool,
    /// `IGNORE NULLS`.
    pub ignore_nulls: bool,
}

impl Reading<'_> {
    /// The frame's values in the order in which they are counted.
    fn values<'f>(&self, frame: &'f dyn Frame) -> impl Iterator<Item = &'f Value> {
        let (backwards, ignore_nulls) = (self.from_last, self.ignore_nulls);
        let count = frame.len();
        (0..count)
            .map(move |at| frame.value(if backwards { count - 1 - at } else { at }))
            .filter(move |value| !(ignore_nulls && value.is_null()))
    }
}

/// Every analytic function, sorted by name.
pub static ALL: &[&AnalyticFunction] = &[&EXP_AVG, &FIRST_VALUE, &LAG, &LAST_VALUE, &NTH_VALUE];

/// The function of this name.
pub fn find(name: &str) -> Option<&'static AnalyticFunction> {
    ALL.iter().find(|function| function.name == name).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::aggregate::Listed;
    use levada_sql_lang::Interval;

    fn frame() -> Listed {
        let numbers = [1, 2, 4].map(Value::Integer);
        Listed(numbers.into_iter().chain([Value::Null]).collect())
    }

    fn read(function: &AnalyticFunction, arguments: &[Value], ignore_nulls: bool) -> String {
        let reading = Reading { arguments, from_last: false, ignore_nulls };
        (function.eval)(&reading, &frame()).unwrap().to_string()
    }

    #[test]
    fn every_function_gives_its_example() {
        let millisecond = [Value::Interval(Interval::Millis(1))];
        for function in ALL {
            let arguments = match function.name {
                "EXP_AVG" => &millisecond[..],
                "NTH_VALUE" => &[Value::Integer(2)],
                _ => &[],
            };
            let value = read(function, arguments, false);
            assert_eq!(value, function.example.value, "{}", function.name);
        }
    }

    #[test]
    fn nulls_are_values_unless_they_are_ignored() {
        assert_eq!(read(&LAST_VALUE, &[], false), "");
        assert_eq!(read(&LAST_VALUE, &[], true), "4");
        assert_eq!(read(&NTH_VALUE, &[Value::Integer(4)], true), "");
        assert_eq!(read(&LAG, &[Value::Integer(2)], true), "2");
    }

    #[test]
    fn the_default_of_lag_is_for_rows_outside_of_the_frame_only() {
        let arguments = |n| [Value::Integer(n), Value::Integer(-1)];
        assert_eq!(read(&LAG, &arguments(0), false), "");
        assert_eq!(read(&LAG, &arguments(3), false), "1");
        assert_eq!(read(&LAG, &arguments(4), false), "-1");
    }

    #[test]
    fn counting_from_the_last_row_goes_backwards() {
        let arguments = [Value::Integer(2)];
        let reading = Reading { arguments: &arguments, from_last: true, ignore_nulls: false };
        assert_eq!((NTH_VALUE.eval)(&reading, &frame()), Ok(Value::Integer(4)));
    }
}
