//! `STEP(x BY y)`.
//! Does not: know calendar lengths other than one month or one year.

use levada_sql_lang::{DAY_MS, Interval, SqlType, TimeUnit, Value};
use levada_types::Timestamp;

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction};
use crate::rounding::round;

pub const STEP: ScalarFunction = ScalarFunction {
    name: "STEP",
    signatures: &["STEP(integer BY integer)", "STEP(datetime BY INTERVAL)"],
    doc: "The largest multiple of the second argument not after the first, counted from \
          the epoch for datetimes; for integers `a / b * b`. Months and years step one at \
          a time, by the calendar. A step of zero, or a negative interval, fails the row.",
    example: Example {
        expression: "STEP(TIMESTAMP '2004-09-30 13:48:23' BY INTERVAL '10' SECOND)",
        value: "2004-09-30 13:48:20.000",
    },
    result: |types| match types {
        [a, b] if a.is_integer() && b.is_integer() => Some(*a),
        [a, SqlType::Interval(_)] if a.is_datetime() => Some(*a),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [value, by] = arguments else { return Ok(Value::Null) };
    match (value, by) {
        (_, Value::Interval(Interval::Months(1))) => Ok(round(value, TimeUnit::Month, false)),
        (_, Value::Interval(Interval::Months(12))) => Ok(round(value, TimeUnit::Year, false)),
        (_, Value::Interval(Interval::Months(_))) => {
            Err(EvalError::argument("STEP", "months and years step one at a time"))
        }
        (Value::Integer(value), Value::Integer(by)) => {
            let count = value.checked_div(*by).ok_or(EvalError::DivisionByZero)?;
            Ok(Value::Integer(count * by))
        }
        (_, Value::Interval(Interval::Millis(by))) if *by <= 0 => {
            Err(EvalError::argument("STEP", "the interval must be longer than zero"))
        }
        (Value::Timestamp(time), Value::Interval(Interval::Millis(by))) => {
            Ok(Value::Timestamp(Timestamp(time.0 - time.0.rem_euclid(*by))))
        }
        (Value::Date(days), Value::Interval(Interval::Millis(by))) => {
            let ms = i64::from(*days) * DAY_MS;
            let day = (ms - ms.rem_euclid(*by)).div_euclid(DAY_MS);
            Ok(i32::try_from(day).map_or(Value::Null, Value::Date))
        }
        (Value::Time(ms), Value::Interval(Interval::Millis(by))) => {
            let step = i64::from(*ms) - i64::from(*ms).rem_euclid(*by);
            Ok(i32::try_from(step).map_or(Value::Null, Value::Time))
        }
        _ => Ok(Value::Null),
    }
}
