//! `LAG(x, n, default)`: the value n rows before the current one.
//! Does not: give the default for a stored NULL, only for a row outside of the window.

use levada_sql_lang::Value;

use super::{AnalyticFunction, Reading};
use crate::aggregate::Frame;
use crate::{EvalError, Example, common_type};

pub const LAG: AnalyticFunction = AnalyticFunction {
    name: "LAG",
    signatures: &["LAG(x [, n [, default]]) [IGNORE NULLS]"],
    doc: "The value n rows (1 unless given) before the current row; the default, or NULL, when \
          that row is not in the window. With IGNORE NULLS rows that are NULL are not counted.",
    example: Example { expression: "LAG(x)", value: "4" },
    result: |types| match types {
        [ty] => Some(*ty),
        [ty, n] if n.is_integer() => Some(*ty),
        [ty, n, default] if n.is_integer() => common_type(*ty, *default),
        _ => None,
    },
    eval,
};

fn eval(reading: &Reading<'_>, frame: &dyn Frame) -> Result<Value, EvalError> {
    let back = match reading.arguments.first() {
        None => 1,
        Some(Value::Integer(n)) => usize::try_from(*n).map_err(|_| EvalError::InvalidArgument {
            function: "LAG",
            problem: format!("expected a number of rows from 0, found {n}"),
        })?,
        Some(_) => return Ok(Value::Null),
    };
    let default = reading.arguments.get(1).cloned().unwrap_or(Value::Null);
    let current = frame.len().saturating_sub(1);
    if back == 0 {
        return Ok(frame.value(current).clone());
    }
    let mut before = (0..current).rev().map(|at| frame.value(at));
    let found = match reading.ignore_nulls {
        true => before.filter(|value| !value.is_null()).nth(back - 1),
        false => before.nth(back - 1),
    };
    Ok(found.cloned().unwrap_or(default))
}

#[cfg(test)]
mod tests {
    use super::*;
    use levada_sql_lang::SqlType;

    #[test]
    fn the_type_is_what_value_and_default_have_in_common() {
        assert_eq!(
            (LAG.result)(&[SqlType::Integer, SqlType::Integer, SqlType::BigInt]),
            Some(SqlType::BigInt)
        );
        assert_eq!((LAG.result)(&[SqlType::Integer, SqlType::Date]), None);
    }
}
