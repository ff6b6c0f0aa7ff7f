//! `CHARACTER_LENGTH(text)`.
//! Does not: differ from `CHAR_LENGTH`.

use super::char_length::CHAR_LENGTH;
use crate::function::{Example, ScalarFunction};

pub const CHARACTER_LENGTH: ScalarFunction = ScalarFunction {
    name: "CHARACTER_LENGTH",
    signatures: &["CHARACTER_LENGTH(text)"],
    doc: "The number of characters of a text; the same as CHAR_LENGTH.",
    example: Example { expression: "CHARACTER_LENGTH('añb')", value: "3" },
    ..CHAR_LENGTH
};
