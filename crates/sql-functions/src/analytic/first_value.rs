//! `FIRST_VALUE(x)`: the value of the frame's oldest row.
//! Does not: skip NULLs unless IGNORE NULLS is written.

use levada_sql_lang::Value;

use super::AnalyticFunction;
use crate::Example;

pub const FIRST_VALUE: AnalyticFunction = AnalyticFunction {
    name: "FIRST_VALUE",
    signatures: &["FIRST_VALUE(x) [IGNORE NULLS]"],
    doc: "The value of the first row of the window; with IGNORE NULLS the first that is not NULL.",
    example: Example { expression: "FIRST_VALUE(x)", value: "1" },
    result: |types| match types {
        [ty] => Some(*ty),
        _ => None,
    },
    eval: |reading, frame| Ok(reading.values(frame).next().cloned().unwrap_or(Value::Null)),
};
