//! `CEIL(number)`.
//! Does not: round datetimes (see `ceil_to`).

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction, is_numeric_or_null};

pub const CEIL: ScalarFunction = ScalarFunction {
    name: "CEIL",
    signatures: &["CEIL(number)"],
    doc: "The smallest integer not below a number: BIGINT for a DECIMAL, otherwise of the \
          argument's type. CEILING is the same.",
    example: Example { expression: "CEIL(-3.3)", value: "-3" },
    result: |types| match types {
        [SqlType::Decimal { .. }] => Some(SqlType::BigInt),
        [ty] => is_numeric_or_null(*ty).then_some(*ty),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    match arguments {
        [Value::Decimal(number)] => {
            let whole = number.trunc();
            let cut = levada_sql_lang::Decimal::new(whole, 0);
            let whole = if cut < *number { whole + 1 } else { whole };
            crate::cast::in_integer_range(whole, SqlType::BigInt)
        }
        [Value::Double(number)] => Ok(Value::Double(number.ceil())),
        [value] => Ok(value.clone()),
        _ => Ok(Value::Null),
    }
}
