//! `+ - * /` with their documented types: integer division truncates, decimals keep digits.
//! Does not: subtract datetimes without a qualifier, which the language refuses.

use levada_sql_lang::{
    DAY_MS, Decimal, Interval, IntervalQualifier, SqlType, TimeUnit, Value, civil_from_days,
    days_from_civil,
};
use levada_types::Timestamp;

use crate::EvalError;
use crate::cast::in_integer_range;
use crate::function::double;
use crate::types::as_decimal;

/// Most digits of a derived decimal type.
const PRECISION_MAX: u32 = 18;
/// Fewest digits after the point of a quotient.
const QUOTIENT_SCALE_MIN: u32 = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arithmetic {
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// The type of `a op b`; `None` when the operator does not exist for the types.
pub fn arithmetic_type(op: Arithmetic, a: SqlType, b: SqlType) -> Option<SqlType> {
    use Arithmetic::{Add, Divide, Multiply, Subtract};
    use SqlType::{Interval, Null};
    match (a, b) {
        (Null, Null) => Some(SqlType::Integer),
        (Null, other) | (other, Null) if other.is_numeric() => Some(other),
        _ if a.is_numeric() && b.is_numeric() => numeric_type(op, a, b),
        (Interval(x), Interval(y)) if x.is_year_month() == y.is_year_month() => {
            matches!(op, Add | Subtract).then(|| Interval(widest(x, y)))
        }
        (Interval(_), _) if b.is_numeric() && matches!(op, Multiply | Divide) => Some(a),
        (_, Interval(_)) if a.is_numeric() && op == Multiply => Some(b),
        (_, Interval(_)) if a.is_datetime() && matches!(op, Add | Subtract) => Some(a),
        (Interval(_), _) if b.is_datetime() && op == Add => Some(b),
        _ => None,
    }
}

/// From the longest to the shortest field of either.
fn widest(a: IntervalQualifier, b: IntervalQualifier) -> IntervalQualifier {
    let (start, last) = (a.start.min(b.start), a.last().max(b.last()));
    let digits = a.leading_precision.max(b.leading_precision);
    IntervalQualifier {
        start,
        leading_precision: digits,
        end: (last != start).then_some(last),
        fraction_precision: a.fraction_precision.max(b.fraction_precision),
    }
}

fn numeric_type(op: Arithmetic, a: SqlType, b: SqlType) -> Option<SqlType> {
    if a.is_approximate() || b.is_approximate() {
        let both_real = a == SqlType::Real && b == SqlType::Real;
        return Some(if both_real { SqlType::Real } else { SqlType::Double });
    }
    if a.is_integer() && b.is_integer() {
        return crate::types::common_type(a, b);
    }
    let ((p1, s1), (p2, s2)) = (as_decimal(a)?, as_decimal(b)?);
    let whole1 = p1.saturating_sub(s1);
    let (precision, scale) = match op {
        Arithmetic::Add | Arithmetic::Subtract => {
            let scale = s1.max(s2);
            (whole1.max(p2.saturating_sub(s2)) + scale + 1, scale)
        }
        Arithmetic::Multiply => (p1 + p2, s1 + s2),
        Arithmetic::Divide => {
            let whole = (whole1 + s2).min(PRECISION_MAX);
            let scale = QUOTIENT_SCALE_MIN.max(s1 + p2 + 1).min(PRECISION_MAX - whole);
            (whole + scale, scale)
        }
    };
    Some(SqlType::Decimal {
        precision: precision.clamp(1, PRECISION_MAX),
        scale: scale.min(PRECISION_MAX),
    })
}

/// Computes `a op b` for the type that `arithmetic_type` gave.
pub fn calculate(op: Arithmetic, a: &Value, b: &Value, ty: SqlType) -> Result<Value, EvalError> {
    match (a, b) {
        (Value::Null, _) | (_, Value::Null) => Ok(Value::Null),
        (Value::Interval(x), Value::Interval(y)) => add_intervals(op, *x, *y, ty),
        (Value::Interval(interval), Value::Integer(_) | Value::Decimal(_) | Value::Double(_)) => {
            scale_interval(op, *interval, b, ty)
        }
        (_, Value::Interval(interval)) if matches!(ty, SqlType::Interval(_)) => {
            scale_interval(op, *interval, a, ty)
        }
        (_, Value::Interval(interval)) => {
            shift(a, *interval, if op == Arithmetic::Subtract { -1 } else { 1 }, ty)
        }
        (Value::Interval(interval), _) => shift(b, *interval, 1, ty),
        _ if ty.is_approximate() => doubles(op, double(a), double(b), ty),
        (Value::Integer(x), Value::Integer(y)) if ty.is_integer() => integers(op, *x, *y, ty),
        _ => match (exact(a), exact(b)) {
            (Some(x), Some(y)) => decimals(op, x, y, ty),
            _ => Ok(Value::Null),
        },
    }
}

/// `-value`.
pub fn negate(value: &Value, ty: SqlType) -> Result<Value, EvalError> {
    match value {
        Value::Integer(number) => in_integer_range(-i128::from(*number), ty),
        Value::Decimal(number) => Ok(Value::Decimal(Decimal::new(-number.unscaled, number.scale))),
        Value::Double(number) => Ok(Value::Double(-number)),
        Value::Interval(Interval::Months(n)) => Ok(Value::Interval(Interval::Months(-n))),
        Value::Interval(Interval::Millis(n)) => Ok(Value::Interval(Interval::Millis(-n))),
        _ => Ok(Value::Null),
    }
}

fn exact(value: &Value) -> Option<Decimal> {
    match value {
        Value::Integer(number) => Some(Decimal::from(*number)),
        Value::Decimal(number) => Some(*number),
        _ => None,
    }
}

fn overflow(a: impl std::fmt::Display, ty: SqlType) -> EvalError {
    EvalError::OutOfRange { value: a.to_string(), ty }
}

fn integers(op: Arithmetic, a: i64, b: i64, ty: SqlType) -> Result<Value, EvalError> {
    let (a, b) = (i128::from(a), i128::from(b));
    let number = match op {
        Arithmetic::Add => a + b,
        Arithmetic::Subtract => a - b,
        Arithmetic::Multiply => a * b,
        Arithmetic::Divide if b == 0 => return Err(EvalError::DivisionByZero),
        Arithmetic::Divide => a / b,
    };
    in_integer_range(number, ty)
}

fn doubles(op: Arithmetic, a: f64, b: f64, ty: SqlType) -> Result<Value, EvalError> {
    let number = match op {
        Arithmetic::Add => a + b,
        Arithmetic::Subtract => a - b,
        Arithmetic::Multiply => a * b,
        Arithmetic::Divide if b == 0.0 => return Err(EvalError::DivisionByZero),
        Arithmetic::Divide => a / b,
    };
    let number = if ty == SqlType::Real { f64::from(number as f32) } else { number };
    if number.is_finite() { Ok(Value::Double(number)) } else { Err(overflow(number, ty)) }
}

fn decimals(op: Arithmetic, a: Decimal, b: Decimal, ty: SqlType) -> Result<Value, EvalError> {
    let SqlType::Decimal { scale, .. } = ty else { return Ok(Value::Null) };
    let wide = a.scale.max(b.scale);
    let aligned = || Some((a.rescale(wide)?.unscaled, b.rescale(wide)?.unscaled));
    let number = match op {
        Arithmetic::Add => aligned().and_then(|(x, y)| x.checked_add(y)).map(|n| (n, wide)),
        Arithmetic::Subtract => aligned().and_then(|(x, y)| x.checked_sub(y)).map(|n| (n, wide)),
        Arithmetic::Multiply => a.unscaled.checked_mul(b.unscaled).map(|n| (n, a.scale + b.scale)),
        Arithmetic::Divide if b.unscaled == 0 => return Err(EvalError::DivisionByZero),
        Arithmetic::Divide => quotient(a, b, scale).map(|n| (n, scale)),
    };
    number
        .and_then(|(unscaled, from)| Decimal::new(unscaled, from).rescale(scale))
        .filter(|number| number.digits() <= levada_sql_lang::DECIMAL_DIGITS_MAX)
        .map(Value::Decimal)
        .ok_or_else(|| overflow(a, ty))
}

/// `a / b` with `scale` digits after the point, half rounded away from zero.
pub(crate) fn quotient(a: Decimal, b: Decimal, scale: u32) -> Option<i128> {
    let up = scale + b.scale;
    let (mut top, mut bottom) = (a.unscaled, b.unscaled);
    if up >= a.scale {
        top = top.checked_mul(10_i128.checked_pow(up - a.scale)?)?;
    } else {
        bottom = bottom.checked_mul(10_i128.checked_pow(a.scale - up)?)?;
    }
    let (whole, rest) = (top / bottom, top % bottom);
    let half_or_more = rest.unsigned_abs() >= bottom.unsigned_abs() - rest.unsigned_abs();
    let sign = if (top < 0) == (bottom < 0) { 1 } else { -1 };
    Some(if half_or_more && rest != 0 { whole + sign } else { whole })
}

fn add_intervals(
    op: Arithmetic,
    a: Interval,
    b: Interval,
    ty: SqlType,
) -> Result<Value, EvalError> {
    let add = |x: i64, y: i64| {
        let sum = if op == Arithmetic::Subtract { x.checked_sub(y) } else { x.checked_add(y) };
        sum.ok_or_else(|| overflow(x, ty))
    };
    match (a, b) {
        (Interval::Months(x), Interval::Months(y)) => {
            Ok(Value::Interval(Interval::Months(add(x, y)?)))
        }
        (Interval::Millis(x), Interval::Millis(y)) => {
            Ok(Value::Interval(Interval::Millis(add(x, y)?)))
        }
        _ => Ok(Value::Null),
    }
}

fn scale_interval(
    op: Arithmetic,
    interval: Interval,
    by: &Value,
    ty: SqlType,
) -> Result<Value, EvalError> {
    let total = match interval {
        Interval::Months(total) | Interval::Millis(total) => total,
    };
    let scaled = match by {
        Value::Integer(0) if op == Arithmetic::Divide => return Err(EvalError::DivisionByZero),
        Value::Integer(by) if op == Arithmetic::Divide => total.checked_div(*by),
        Value::Integer(by) => total.checked_mul(*by),
        by => {
            let by = double(by);
            if op == Arithmetic::Divide && by == 0.0 {
                return Err(EvalError::DivisionByZero);
            }
            let number =
                if op == Arithmetic::Divide { total as f64 / by } else { total as f64 * by };
            (number.is_finite() && number.abs() < 9e18).then_some(number.round() as i64)
        }
    };
    let scaled = scaled.ok_or_else(|| overflow(total, ty))?;
    Ok(Value::Interval(match interval {
        Interval::Months(_) => Interval::Months(scaled),
        Interval::Millis(_) => Interval::Millis(scaled),
    }))
}

fn shift(value: &Value, interval: Interval, sign: i64, ty: SqlType) -> Result<Value, EvalError> {
    let fail = || overflow(value, ty);
    match (value, interval) {
        (Value::Timestamp(time), Interval::Millis(ms)) => {
            let shifted = ms.checked_mul(sign).and_then(|ms| time.0.checked_add(ms));
            Ok(Value::Timestamp(Timestamp(shifted.ok_or_else(fail)?)))
        }
        (Value::Timestamp(time), Interval::Months(months)) => {
            let (days, ms) = (time.0.div_euclid(DAY_MS), time.0.rem_euclid(DAY_MS));
            let days = add_months(days, months * sign).ok_or_else(fail)?;
            Ok(Value::Timestamp(Timestamp(days * DAY_MS + ms)))
        }
        (Value::Date(days), Interval::Millis(ms)) => {
            let shifted = i64::from(*days) + sign * ms.div_euclid(DAY_MS);
            i32::try_from(shifted).map(Value::Date).map_err(|_| fail())
        }
        (Value::Date(days), Interval::Months(months)) => {
            let shifted = add_months(i64::from(*days), months * sign).ok_or_else(fail)?;
            i32::try_from(shifted).map(Value::Date).map_err(|_| fail())
        }
        (Value::Time(ms), Interval::Millis(by)) => {
            let shifted = (i64::from(*ms) + sign * (by % DAY_MS)).rem_euclid(DAY_MS);
            Ok(Value::Time(i32::try_from(shifted).unwrap_or(0)))
        }
        _ => Ok(Value::Null),
    }
}

/// The same day of a later or earlier month, or that month's last day.
fn add_months(days: i64, months: i64) -> Option<i64> {
    let (year, month, day) = civil_from_days(days);
    let count = year.checked_mul(12)?.checked_add(month - 1)?.checked_add(months)?;
    let (year, month) = (count.div_euclid(12), count.rem_euclid(12) + 1);
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    let length = days_from_civil(next_year, next_month, 1) - days_from_civil(year, month, 1);
    Some(days_from_civil(year, month, day.min(length)))
}

/// `(a - b) qualifier`: cut to the qualifier's last field.
pub fn difference(a: &Value, b: &Value, qualifier: IntervalQualifier) -> Value {
    let instant = |value: &Value| match value {
        Value::Date(days) => Some(i64::from(*days) * DAY_MS),
        Value::Time(ms) => Some(i64::from(*ms)),
        Value::Timestamp(time) => Some(time.0),
        _ => None,
    };
    let (Some(x), Some(y)) = (instant(a), instant(b)) else { return Value::Null };
    if qualifier.is_year_month() {
        let months = |ms: i64| {
            let (year, month, day) = civil_from_days(ms.div_euclid(DAY_MS));
            (year * 12 + month, day * DAY_MS + ms.rem_euclid(DAY_MS))
        };
        let ((m1, rest1), (m2, rest2)) = (months(x), months(y));
        let mut total = m1 - m2;
        total -= i64::from(total > 0 && rest1 < rest2);
        total += i64::from(total < 0 && rest1 > rest2);
        let unit = if qualifier.last() == TimeUnit::Year { 12 } else { 1 };
        return Value::Interval(Interval::Months(total / unit * unit));
    }
    let unit = match qualifier.last() {
        // A second keeps its milliseconds only where the text asks for a fraction.
        TimeUnit::Second => 1,
        unit => unit.millis().unwrap_or(1),
    };
    Value::Interval(Interval::Millis((x - y) / unit * unit))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decimal(text: &str) -> Value {
        Value::Decimal(text.parse().unwrap())
    }

    #[test]
    fn a_quotient_of_decimals_has_the_documented_digits() {
        let five = SqlType::Decimal { precision: 2, scale: 1 };
        let ty = arithmetic_type(Arithmetic::Divide, five, SqlType::Integer).unwrap();
        let value = calculate(Arithmetic::Divide, &decimal("5.0"), &Value::Integer(2), ty);
        assert_eq!(value.unwrap().to_string(), "2.500000000000");
    }

    #[test]
    fn overflow_and_zero_divisors_fail_the_row() {
        let (max, one) = (Value::Integer(i64::from(i32::MAX)), Value::Integer(1));
        let sum = calculate(Arithmetic::Add, &max, &one, SqlType::Integer);
        assert!(matches!(sum, Err(EvalError::OutOfRange { .. })));
        for zero in [Value::Integer(0), decimal("0.00"), Value::Double(0.0)] {
            let ty = match zero {
                Value::Integer(_) => SqlType::Integer,
                Value::Decimal(_) => SqlType::Decimal { precision: 18, scale: 6 },
                _ => SqlType::Double,
            };
            let quotient = calculate(Arithmetic::Divide, &one, &zero, ty);
            assert_eq!(quotient, Err(EvalError::DivisionByZero));
        }
    }

    #[test]
    fn adding_months_stays_in_the_month() {
        let days = days_from_civil(2024, 1, 31);
        assert_eq!(add_months(days, 1), Some(days_from_civil(2024, 2, 29)));
        assert_eq!(add_months(days, -2), Some(days_from_civil(2023, 11, 30)));
    }
}
