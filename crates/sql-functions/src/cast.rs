//! CAST, and the narrower conversion that puts a value into a stream's column.
//! Does not: decide which casts exist (see `types`).

use levada_sql_lang::{
    DAY_MS, Decimal, Interval, IntervalQualifier, SqlType, TimeUnit, Value, format_timestamp,
    parse_date, parse_time, parse_timestamp,
};
use levada_types::Timestamp;

use crate::EvalError;
use crate::function::double;

/// `CAST(value AS to)`. `from` is the declared type, which an interval's text needs.
///
/// Text that does not fit a CHAR or VARCHAR fails the row, except an interval's, which is cut.
pub fn cast(value: Value, from: SqlType, to: SqlType) -> Result<Value, EvalError> {
    match (value, to) {
        (Value::Null, _) => Ok(Value::Null),
        (value, SqlType::Null) => Ok(value),
        (Value::Interval(interval), _) => cast_interval(interval, from, to),
        (value, SqlType::TinyInt | SqlType::SmallInt | SqlType::Integer | SqlType::BigInt) => {
            to_integer(&value, to)
        }
        (value, SqlType::Decimal { precision, scale }) => to_decimal(&value, precision, scale),
        (value, SqlType::Real | SqlType::Double) => to_double(&value, to),
        (value, SqlType::Char(chars)) => fit_text(as_text(&value), chars, true, to),
        (value, SqlType::Varchar(chars)) => fit_text(as_text(&value), chars, false, to),
        (value, SqlType::Boolean) => to_boolean(value, to),
        (Value::Varchar(text), SqlType::Binary(bytes) | SqlType::Varbinary(bytes)) => {
            fit_bytes(text.as_bytes(), bytes, to)
        }
        (Value::Binary(content), SqlType::Binary(bytes) | SqlType::Varbinary(bytes)) => {
            fit_bytes(&content, bytes, to)
        }
        (Value::Varchar(text), SqlType::Date | SqlType::Time | SqlType::Timestamp) => {
            to_datetime(&text, to)
        }
        (Value::Date(days), SqlType::Timestamp) => {
            Ok(Value::Timestamp(Timestamp(i64::from(days) * DAY_MS)))
        }
        (Value::Timestamp(time), SqlType::Date) => {
            let days = i32::try_from(time.0.div_euclid(DAY_MS));
            days.map(Value::Date).map_err(|_| out_of_range(&Value::Timestamp(time), to))
        }
        (Value::Timestamp(time), SqlType::Time) => {
            Ok(Value::Time(i32::try_from(time.0.rem_euclid(DAY_MS)).unwrap_or(0)))
        }
        (number, SqlType::Interval(qualifier)) => to_interval(&number, qualifier, to),
        (value, _) => Ok(value),
    }
}

/// Puts a value into a column of its own type family: narrowing is checked, CHAR is padded.
pub fn assign(value: Value, to: SqlType) -> Result<Value, EvalError> {
    let from = match value {
        Value::Interval(_) => to,
        _ => SqlType::Null,
    };
    cast(value, from, to)
}

fn out_of_range(value: &Value, ty: SqlType) -> EvalError {
    EvalError::OutOfRange { value: value.to_string(), ty }
}

fn invalid_text(text: &str, ty: SqlType) -> EvalError {
    EvalError::InvalidText { text: text.to_owned(), ty }
}

fn integer_bounds(ty: SqlType) -> (i128, i128) {
    match ty {
        SqlType::TinyInt => (i128::from(i8::MIN), i128::from(i8::MAX)),
        SqlType::SmallInt => (i128::from(i16::MIN), i128::from(i16::MAX)),
        SqlType::Integer => (i128::from(i32::MIN), i128::from(i32::MAX)),
        _ => (i128::from(i64::MIN), i128::from(i64::MAX)),
    }
}

/// Checks an integer against the range of its type.
pub(crate) fn in_integer_range(number: i128, ty: SqlType) -> Result<Value, EvalError> {
    let (low, high) = integer_bounds(ty);
    let fits = (low..=high).contains(&number);
    let narrow = i64::try_from(number).ok().filter(|_| fits);
    narrow
        .map(Value::Integer)
        .ok_or_else(|| EvalError::OutOfRange { value: number.to_string(), ty })
}

fn parse_decimal(text: &str, to: SqlType) -> Result<Decimal, EvalError> {
    text.trim().parse().map_err(|_| invalid_text(text, to))
}

fn to_integer(value: &Value, to: SqlType) -> Result<Value, EvalError> {
    let rounded = |number: Decimal| number.rescale(0).map(|whole| whole.unscaled);
    let number = match value {
        Value::Integer(number) => Some(i128::from(*number)),
        Value::Decimal(number) => rounded(*number),
        Value::Double(number) if number.is_finite() && number.abs() < 1e19 => {
            Some(number.round() as i128)
        }
        Value::Varchar(text) => rounded(parse_decimal(text, to)?),
        _ => None,
    };
    in_integer_range(number.ok_or_else(|| out_of_range(value, to))?, to)
}

fn to_decimal(value: &Value, precision: u32, scale: u32) -> Result<Value, EvalError> {
    let to = SqlType::Decimal { precision, scale };
    let number = match value {
        Value::Integer(number) => Decimal::from(*number),
        Value::Decimal(number) => *number,
        Value::Double(number) if number.is_finite() => {
            // Text with enough digits rounds the way people read the double.
            let places = usize::try_from(scale).unwrap_or(0) + 1;
            format!("{number:.places$}").parse().map_err(|_| out_of_range(value, to))?
        }
        Value::Varchar(text) => parse_decimal(text, to)?,
        _ => return Err(out_of_range(value, to)),
    };
    let scaled = number.rescale(scale).filter(|number| number.digits() <= precision.max(1));
    scaled.map(Value::Decimal).ok_or_else(|| out_of_range(value, to))
}

fn to_double(value: &Value, to: SqlType) -> Result<Value, EvalError> {
    let number = match value {
        Value::Varchar(text) => text.trim().parse().map_err(|_| invalid_text(text, to))?,
        number => double(number),
    };
    let number = if to == SqlType::Real { f64::from(number as f32) } else { number };
    if number.is_finite() { Ok(Value::Double(number)) } else { Err(out_of_range(value, to)) }
}

fn to_boolean(value: Value, to: SqlType) -> Result<Value, EvalError> {
    match value {
        Value::Varchar(text) => match text.trim().to_ascii_uppercase().as_str() {
            "TRUE" => Ok(Value::Boolean(true)),
            "FALSE" => Ok(Value::Boolean(false)),
            "UNKNOWN" => Ok(Value::Null),
            _ => Err(invalid_text(&text, to)),
        },
        value => Ok(value),
    }
}

fn to_datetime(text: &str, to: SqlType) -> Result<Value, EvalError> {
    let trimmed = text.trim();
    let value = match to {
        SqlType::Date => parse_date(trimmed).map(Value::Date),
        SqlType::Time => parse_time(trimmed).map(Value::Time),
        _ => parse_timestamp(trimmed).map(Value::Timestamp),
    };
    value.ok_or_else(|| invalid_text(text, to))
}

/// A value as CAST prints it: timestamps without milliseconds when they have none.
pub(crate) fn as_text(value: &Value) -> String {
    match value {
        Value::Boolean(true) => "TRUE".to_owned(),
        Value::Boolean(false) => "FALSE".to_owned(),
        Value::Timestamp(time) => {
            let text = format_timestamp(*time);
            text.strip_suffix(".000").map(str::to_owned).unwrap_or(text)
        }
        value => value.to_string(),
    }
}

fn fit_text(text: String, chars: u32, pad: bool, ty: SqlType) -> Result<Value, EvalError> {
    let limit = chars as usize;
    let length = text.chars().count();
    if length > limit {
        return Err(EvalError::TooLong { text, ty });
    }
    let missing = if pad { limit - length } else { 0 };
    Ok(Value::text(text + &" ".repeat(missing)))
}

fn fit_bytes(content: &[u8], bytes: u32, ty: SqlType) -> Result<Value, EvalError> {
    if content.len() > bytes as usize {
        return Err(EvalError::TooLong { text: format!("{} bytes", content.len()), ty });
    }
    let mut content = content.to_vec();
    if matches!(ty, SqlType::Binary(_)) {
        content.resize(bytes as usize, 0);
    }
    Ok(Value::Binary(content.into()))
}

/// Milliseconds, or months, of one unit.
fn unit_size(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Year => 12,
        TimeUnit::Month => 1,
        unit => unit.millis().unwrap_or(1),
    }
}

fn to_interval(
    value: &Value,
    qualifier: IntervalQualifier,
    to: SqlType,
) -> Result<Value, EvalError> {
    let Value::Integer(count) = to_integer(value, SqlType::BigInt)? else { return Ok(Value::Null) };
    let size = unit_size(qualifier.start);
    let total = count.checked_mul(size).ok_or_else(|| out_of_range(value, to))?;
    Ok(Value::Interval(if qualifier.is_year_month() {
        Interval::Months(total)
    } else {
        Interval::Millis(total)
    }))
}

fn cast_interval(interval: Interval, from: SqlType, to: SqlType) -> Result<Value, EvalError> {
    let SqlType::Interval(qualifier) = from else { return Ok(Value::Interval(interval)) };
    let total = match interval {
        Interval::Months(total) | Interval::Millis(total) => total,
    };
    match to {
        SqlType::Char(chars) | SqlType::Varchar(chars) => {
            let plain = interval.format(qualifier);
            let signed = if total < 0 { plain } else { format!("+{plain}") };
            let cut: String = signed.chars().take(chars as usize).collect();
            fit_text(cut, chars, matches!(to, SqlType::Char(_)), to)
        }
        SqlType::Interval(_) => Ok(Value::Interval(interval)),
        _ => cast(Value::Integer(total / unit_size(qualifier.start)), SqlType::BigInt, to),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(value: &str) -> Value {
        Value::text(value)
    }

    #[test]
    fn a_text_that_does_not_fit_fails_the_row() {
        let ty = SqlType::Varchar(3);
        assert!(matches!(cast(text("abcd"), ty, ty), Err(EvalError::TooLong { .. })));
        assert_eq!(cast(text("ab"), ty, SqlType::Char(4)), Ok(text("ab  ")));
    }

    #[test]
    fn numbers_round_half_away_from_zero_and_keep_to_their_range() {
        let real = SqlType::Real;
        assert_eq!(cast(Value::Double(2.5), real, SqlType::Integer), Ok(Value::Integer(3)));
        assert_eq!(cast(Value::Double(-2.5), real, SqlType::Integer), Ok(Value::Integer(-3)));
        let wide = Value::Integer(300);
        assert!(cast(wide, SqlType::Integer, SqlType::TinyInt).is_err());
        let ty = SqlType::Decimal { precision: 4, scale: 2 };
        assert_eq!(cast(Value::Double(1.005), real, ty).unwrap().to_string(), "1.01");
        assert!(cast(Value::Integer(123), SqlType::Integer, ty).is_err());
    }

    #[test]
    fn datetimes_are_read_in_full_form_only() {
        let ty = SqlType::Varchar(40);
        let full = cast(text("2004-09-30 13:48:23"), ty, SqlType::Timestamp).unwrap();
        assert_eq!(as_text(&full), "2004-09-30 13:48:23");
        assert!(cast(text("2004-09-30 13:48:23 x"), ty, SqlType::Timestamp).is_err());
        assert!(cast(text("2004-09-30"), ty, SqlType::Timestamp).is_err());
    }
}
