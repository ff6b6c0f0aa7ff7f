//! `EXP_AVG(x, interval)`: an average in which a value's weight halves with every interval.
//! Does not: look beyond its window.

use levada_sql_lang::{Interval, SqlType, Value};

use super::{AnalyticFunction, Reading};
use crate::aggregate::Frame;
use crate::function::double;
use crate::{EvalError, Example};

pub const EXP_AVG: AnalyticFunction = AnalyticFunction {
    name: "EXP_AVG",
    signatures: &["EXP_AVG(number, interval)"],
    doc: "The average of the window's values that are not NULL, each weighted by 1/2 to the \
          power of its age in intervals.",
    example: Example { expression: "EXP_AVG(x, INTERVAL '0.001' SECOND)", value: "3.0" },
    result: |types| match types {
        [ty, SqlType::Interval(qualifier)]
            if (ty.is_numeric() || *ty == SqlType::Null) && !qualifier.is_year_month() =>
        {
            Some(SqlType::Double)
        }
        _ => None,
    },
    eval,
};

fn eval(reading: &Reading<'_>, frame: &dyn Frame) -> Result<Value, EvalError> {
    let half_life = match reading.arguments.first() {
        Some(Value::Interval(Interval::Millis(ms))) if *ms > 0 => *ms as f64,
        Some(Value::Interval(_)) => {
            return Err(EvalError::InvalidArgument {
                function: "EXP_AVG",
                problem: "expected an interval longer than nothing".to_owned(),
            });
        }
        _ => return Ok(Value::Null),
    };
    let now = frame.rowtime(frame.len().saturating_sub(1));
    let (mut total, mut weights) = (0.0, 0.0);
    for at in 0..frame.len() {
        let value = frame.value(at);
        if value.is_null() {
            continue;
        }
        let age = now.saturating_sub(frame.rowtime(at)) as f64;
        let weight = (-age / half_life).exp2();
        total += weight * double(value);
        weights += weight;
    }
    Ok(if weights > 0.0 { Value::Double(total / weights) } else { Value::Null })
}
