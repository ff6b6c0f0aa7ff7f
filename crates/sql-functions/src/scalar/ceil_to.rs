//! `CEIL(datetime TO unit)`.
//! Does not: round numbers (see `ceil`).

use levada_sql_lang::Value;

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction};
use crate::rounding::{round, rounds, unit};

pub const CEIL_TO: ScalarFunction = ScalarFunction {
    name: "CEIL TO",
    signatures: &["CEIL(datetime TO YEAR | MONTH | DAY | HOUR | MINUTE | SECOND)"],
    doc: "The first whole unit, YEAR to SECOND of the calendar in UTC, not before a date, \
          time or timestamp; a value on a whole unit stays. CEILING is the same.",
    example: Example {
        expression: "CEIL(TIMESTAMP '2004-09-30 13:48:23' TO HOUR)",
        value: "2004-09-30 14:00:00.000",
    },
    result: |types| types.first().copied().and_then(rounds),
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [value, name] = arguments else { return Ok(Value::Null) };
    Ok(unit(name).map_or(Value::Null, |unit| round(value, unit, true)))
}
