//! `UPPER(text)`.
//! Does not: know languages; it follows Unicode.

use levada_sql_lang::Value;

use super::lower::LOWER;
use crate::function::{Example, ScalarFunction, text};

pub const UPPER: ScalarFunction = ScalarFunction {
    name: "UPPER",
    signatures: &["UPPER(text)"],
    doc: "The text in upper case, by Unicode.",
    example: Example { expression: "UPPER('abc')", value: "ABC" },
    eval: |arguments| Ok(Value::text(arguments.first().map_or("", text).to_uppercase())),
    ..LOWER
};
