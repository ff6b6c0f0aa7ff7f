//! `SUBSTRING(text FROM start [FOR length])`.
//! Does not: take patterns (see `substring_regex`, `substring_similar`).

use super::substring;
use crate::function::{Example, NullRule, ScalarFunction};

pub const SUBSTRING_FROM: ScalarFunction = ScalarFunction {
    name: "SUBSTRING FROM",
    signatures: &["SUBSTRING(text FROM start [FOR length])"],
    doc: "A part of a text from a character on (from 1), to the end unless it has a length. Places \
          before the first character count for the length. A start past the end gives the empty \
          text, where the form with commas gives NULL; a negative length fails the row.",
    example: Example { expression: "SUBSTRING('123456789' FROM -1 FOR 5)", value: "123" },
    result: substring::result,
    nulls: NullRule::AnyNullGivesNull,
    eval: substring::part,
};
