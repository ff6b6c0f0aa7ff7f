//! `EXTRACT(unit FROM x)`.
//! Does not: know weeks, quarters or days of the year.

use levada_sql_lang::{DAY_MS, Decimal, Interval, SqlType, TimeUnit, Value, civil_from_days};

use crate::EvalError;
use crate::function::{Example, NullRule, ScalarFunction};
use crate::rounding::unit;

pub const EXTRACT: ScalarFunction = ScalarFunction {
    name: "EXTRACT",
    signatures: &["EXTRACT(YEAR | MONTH | DAY | HOUR | MINUTE | SECOND FROM datetime | interval)"],
    doc: "One field of a date, time, timestamp or interval, in UTC: BIGINT, and for SECOND \
          DECIMAL(5,3) with the milliseconds. A field that the value does not have is 0.",
    example: Example {
        expression: "EXTRACT(SECOND FROM TIMESTAMP '2018-05-09 12:50:41.337')",
        value: "41.337",
    },
    result: |types| match types {
        [unit, ty] if ty.is_datetime() || matches!(ty, SqlType::Interval(_)) => Some(field(*unit)),
        _ => None,
    },
    nulls: NullRule::AnyNullGivesNull,
    eval,
};

/// The unit comes as its name, so its length tells SECOND apart only with its text; the binder
/// gives SECOND a type of its own width.
fn field(unit: SqlType) -> SqlType {
    match unit {
        SqlType::Char(_) => SqlType::Decimal { precision: 5, scale: 3 },
        _ => SqlType::BigInt,
    }
}

fn eval(arguments: &[Value]) -> Result<Value, EvalError> {
    let [name, value] = arguments else { return Ok(Value::Null) };
    let Some(unit) = unit(name) else { return Ok(Value::Null) };
    let (days, ms) = match value {
        Value::Date(days) => (i64::from(*days), 0),
        Value::Time(ms) => (0, i64::from(*ms)),
        Value::Timestamp(time) => (time.0.div_euclid(DAY_MS), time.0.rem_euclid(DAY_MS)),
        Value::Interval(interval) => return Ok(of_interval(*interval, unit)),
        _ => return Ok(Value::Null),
    };
    let (year, month, day) = civil_from_days(days);
    Ok(match unit {
        TimeUnit::Year => Value::Integer(year),
        TimeUnit::Month => Value::Integer(month),
        TimeUnit::Day => Value::Integer(day),
        TimeUnit::Hour => Value::Integer(ms / 3_600_000),
        TimeUnit::Minute => Value::Integer(ms / 60_000 % 60),
        TimeUnit::Second => Value::Decimal(Decimal::new(i128::from(ms % 60_000), 3)),
    })
}

fn of_interval(interval: Interval, unit: TimeUnit) -> Value {
    match (interval, unit) {
        (Interval::Months(months), TimeUnit::Year) => Value::Integer(months / 12),
        (Interval::Months(months), TimeUnit::Month) => Value::Integer(months % 12),
        (Interval::Millis(ms), TimeUnit::Day) => Value::Integer(ms / DAY_MS),
        (Interval::Millis(ms), TimeUnit::Hour) => Value::Integer(ms / 3_600_000 % 24),
        (Interval::Millis(ms), TimeUnit::Minute) => Value::Integer(ms / 60_000 % 60),
        (Interval::Millis(ms), TimeUnit::Second) => {
            Value::Decimal(Decimal::new(i128::from(ms % 60_000), 3))
        }
        (_, TimeUnit::Second) => Value::Decimal(Decimal::new(0, 3)),
        _ => Value::Integer(0),
    }
}
