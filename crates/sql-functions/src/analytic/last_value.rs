//! `LAST_VALUE(x)`: the value of the frame's newest row, which is the current one.
//! Does not: skip NULLs unless IGNORE NULLS is written.

use levada_sql_lang::Value;

use super::{AnalyticFunction, Reading};
use crate::Example;

pub const LAST_VALUE: AnalyticFunction = AnalyticFunction {
    name: "LAST_VALUE",
    signatures: &["LAST_VALUE(x) [IGNORE NULLS]"],
    doc: "The value of the last row of the window; with IGNORE NULLS the last that is not NULL.",
    example: Example { expression: "LAST_VALUE(x)", value: "" },
    result: |types| match types {
        [ty] => Some(*ty),
        _ => None,
    },
    eval: |reading, frame| {
        let backwards = Reading { from_last: true, ..reading.clone() };
        Ok(backwards.values(frame).next().cloned().unwrap_or(Value::Null))
    },
};
