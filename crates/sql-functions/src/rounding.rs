//! FLOOR, CEIL and STEP of datetimes.
//! Does not: know numbers (see `scalar::floor`, `scalar::ceil`, `scalar::step`).

use levada_sql_lang::{DAY_MS, SqlType, TimeUnit, Value, civil_from_days, days_from_civil};
use levada_types::Timestamp;

/// The unit whose name is given as the function's second argument.
pub(crate) fn unit(name: &Value) -> Option<TimeUnit> {
    let Value::Varchar(name) = name else { return None };
    TimeUnit::ALL.into_iter().find(|unit| unit.name() == name.as_ref())
}

/// The largest whole `unit` not after `ms`.
fn floor_ms(ms: i64, unit: TimeUnit) -> i64 {
    match unit.millis() {
        Some(size) => ms - ms.rem_euclid(size),
        None => {
            let (year, month, _) = civil_from_days(ms.div_euclid(DAY_MS));
            let month = if unit == TimeUnit::Year { 1 } else { month };
            days_from_civil(year, month, 1).saturating_mul(DAY_MS)
        }
    }
}

/// The smallest whole `unit` not before `ms`.
fn ceil_ms(ms: i64, unit: TimeUnit) -> i64 {
    let floor = floor_ms(ms, unit);
    if floor == ms {
        return ms;
    }
    match unit.millis() {
        Some(size) => floor.saturating_add(size),
        None => {
            let (year, month, _) = civil_from_days(floor.div_euclid(DAY_MS));
            let next = match (unit, month) {
                (TimeUnit::Year, _) | (_, 12) => days_from_civil(year + 1, 1, 1),
                _ => days_from_civil(year, month + 1, 1),
            };
            next.saturating_mul(DAY_MS)
        }
    }
}

/// FLOOR or CEIL of a date, time or timestamp to a unit.
pub(crate) fn round(value: &Value, unit: TimeUnit, up: bool) -> Value {
    let round = if up { ceil_ms } else { floor_ms };
    match value {
        Value::Timestamp(time) => Value::Timestamp(Timestamp(round(time.0, unit))),
        Value::Date(days) => {
            let day = round(i64::from(*days) * DAY_MS, unit).div_euclid(DAY_MS);
            i32::try_from(day).map_or(Value::Null, Value::Date)
        }
        Value::Time(ms) => {
            let rounded = round(i64::from(*ms), unit).rem_euclid(DAY_MS);
            i32::try_from(rounded).map_or(Value::Null, Value::Time)
        }
        _ => Value::Null,
    }
}

/// A datetime type that has the unit as a field.
pub(crate) fn rounds(ty: SqlType) -> Option<SqlType> {
    ty.is_datetime().then_some(ty)
}
