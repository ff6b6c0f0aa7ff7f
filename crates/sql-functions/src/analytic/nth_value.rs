//! `NTH_VALUE(x, n)`: the value of the frame's n-th row, from its first or its last.
//! Does not: skip NULLs unless IGNORE NULLS is written.

use levada_sql_lang::{SqlType, Value};

use super::{AnalyticFunction, Reading};
use crate::aggregate::Frame;
use crate::{EvalError, Example};

pub const NTH_VALUE: AnalyticFunction = AnalyticFunction {
    name: "NTH_VALUE",
    signatures: &["NTH_VALUE(x, n) [FROM FIRST | FROM LAST] [IGNORE NULLS]"],
    doc: "The value of the n-th row of the window, counted from 1; NULL when it has fewer rows.",
    example: Example { expression: "NTH_VALUE(x, 2)", value: "2" },
    result: |types| match types {
        [ty, n] if n.is_integer() || *n == SqlType::Null => Some(*ty),
        _ => None,
    },
    eval,
};

fn eval(reading: &Reading<'_>, frame: &dyn Frame) -> Result<Value, EvalError> {
    let Some(Value::Integer(n)) = reading.arguments.first() else { return Ok(Value::Null) };
    let place = usize::try_from(*n).ok().and_then(|n| n.checked_sub(1));
    let place = place.ok_or_else(|| EvalError::InvalidArgument {
        function: "NTH_VALUE",
        problem: format!("expected a row number from 1, found {n}"),
    })?;
    Ok(reading.values(frame).nth(place).cloned().unwrap_or(Value::Null))
}
