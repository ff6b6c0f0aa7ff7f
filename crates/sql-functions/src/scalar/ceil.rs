//! `CEIL(number)`.
//! Does not: round datetimes (see `ceil_to`).

use levada_sql_lang::Decimal;

use super::floor::{FLOOR, whole};
use crate::function::{Example, ScalarFunction};

pub const CEIL: ScalarFunction = ScalarFunction {
    name: "CEIL",
    signatures: &["CEIL(number)"],
    doc: "The smallest integer not below a number: BIGINT for a DECIMAL, otherwise of the \
          argument's type. CEILING is the same.",
    example: Example { expression: "CEIL(-3.3)", value: "-3" },
    eval: |arguments| {
        whole(arguments, f64::ceil, |cut, number| cut + i128::from(Decimal::new(cut, 0) < number))
    },
    ..FLOOR
};
