//! One JSON value or text into one column, by the documented matrix of the source schema page.
//! Does not: find the value; see `json` and `csv`.

use levada_sql_engine::Cell;
use levada_sql_lang::{Decimal, SqlType, parse_date, parse_time, parse_timestamp};

use super::DecodeError;
use super::json::scan::Leaf;
use crate::schema::SchemaColumn;

/// Longest piece of an offending value shown in a message, in characters.
const SHOWN_CHARS: usize = 64;

/// A JSON value into a column: null is NULL, booleans are 1 and 0 for numbers, numbers are true
/// unless 0, text other than "true" is false, objects and arrays are text only, as they are
/// written; over-long text is cut.
pub fn from_leaf<'l>(leaf: &'l Leaf<'_>, column: &SchemaColumn) -> Result<Cell<'l>, DecodeError> {
    match leaf {
        Leaf::Null => Ok(Cell::Null),
        Leaf::Bool(flag) => {
            let text = if *flag { "true" } else { "false" };
            from_bool(*flag, text, column.ty).ok_or_else(|| coercion(text, column))
        }
        Leaf::Number(number) => {
            from_number(number, column.ty).ok_or_else(|| coercion(number, column))
        }
        Leaf::Text(text) => from_text(text, column),
        Leaf::Tree(source) => match column.ty {
            SqlType::Char(chars) | SqlType::Varchar(chars) => Ok(cut(source, chars)),
            _ => Err(coercion(source, column)),
        },
    }
}

/// Text into a column: as CAST would read it, but over-long text is cut, and any text is a
/// boolean.
pub fn from_text<'t>(text: &'t str, column: &SchemaColumn) -> Result<Cell<'t>, DecodeError> {
    let trimmed = text.trim();
    let cell = match column.ty {
        SqlType::Char(chars) | SqlType::Varchar(chars) => Some(cut(text, chars)),
        SqlType::Boolean => Some(Cell::Boolean(trimmed.eq_ignore_ascii_case("true"))),
        SqlType::TinyInt | SqlType::SmallInt | SqlType::Integer | SqlType::BigInt => {
            trimmed.parse().ok().and_then(|number| integer(number, column.ty))
        }
        SqlType::Decimal { precision, scale } => {
            decimal_text(trimmed).and_then(|number| decimal(number, precision, scale))
        }
        SqlType::Real | SqlType::Double => {
            trimmed.parse().ok().and_then(|number| double(number, column.ty))
        }
        SqlType::Binary(bytes) | SqlType::Varbinary(bytes) => {
            let kept = text.len().min(bytes as usize);
            Some(Cell::Bytes(text.as_bytes().get(..kept).unwrap_or_default()))
        }
        SqlType::Date => parse_date(trimmed).map(Cell::Date),
        SqlType::Time => parse_time(trimmed).map(Cell::Time),
        SqlType::Timestamp => {
            let zoneless = trimmed.strip_suffix('Z').unwrap_or(trimmed);
            parse_timestamp(zoneless).map(Cell::Timestamp)
        }
        SqlType::Interval(_) | SqlType::Null => None,
    };
    cell.ok_or_else(|| coercion(text, column))
}

fn coercion(found: &str, column: &SchemaColumn) -> DecodeError {
    DecodeError::Coercion {
        column: column.name.clone(),
        found: format!("`{}`", found.chars().take(SHOWN_CHARS).collect::<String>()),
        expected: column.ty.to_string(),
    }
}

fn cut(text: &str, chars: u32) -> Cell<'_> {
    let chars = chars as usize;
    // A text has no more characters than bytes.
    if text.len() <= chars {
        return Cell::Text(text);
    }
    match text.char_indices().nth(chars) {
        Some((end, _)) => Cell::Text(text.get(..end).unwrap_or("")),
        None => Cell::Text(text),
    }
}

fn from_bool(flag: bool, text: &'static str, ty: SqlType) -> Option<Cell<'static>> {
    match ty {
        SqlType::Boolean => Some(Cell::Boolean(flag)),
        SqlType::Char(chars) | SqlType::Varchar(chars) => Some(cut(text, chars)),
        SqlType::Binary(_) | SqlType::Varbinary(_) => {
            Some(Cell::Bytes(if flag { &[1] } else { &[0] }))
        }
        SqlType::Decimal { precision, scale } => {
            decimal(Decimal::from(i64::from(flag)), precision, scale)
        }
        SqlType::Real | SqlType::Double => Some(Cell::Double(f64::from(u8::from(flag)))),
        ty if ty.is_integer() => Some(Cell::Integer(i64::from(flag))),
        _ => None,
    }
}

/// `number` is text as JSON writes numbers; decimals keep every digit.
fn from_number(number: &str, ty: SqlType) -> Option<Cell<'_>> {
    match ty {
        SqlType::Boolean => Some(Cell::Boolean(number.parse::<f64>().ok()? != 0.0)),
        SqlType::Char(chars) | SqlType::Varchar(chars) => Some(cut(number, chars)),
        SqlType::Decimal { precision, scale } => {
            decimal_text(number).and_then(|exact| decimal(exact, precision, scale))
        }
        SqlType::Real | SqlType::Double => double(number.parse().ok()?, ty),
        ty if ty.is_integer() => {
            let whole = number.parse().ok().or_else(|| {
                // 5.0 and 5e0 are whole numbers too; what has a fraction is refused.
                let exact = decimal_text(number)?.normalized();
                (exact.scale == 0).then(|| i64::try_from(exact.unscaled).ok()).flatten()
            })?;
            integer(whole, ty)
        }
        _ => None,
    }
}

fn integer(number: i64, ty: SqlType) -> Option<Cell<'static>> {
    let fits = match ty {
        SqlType::TinyInt => i8::try_from(number).is_ok(),
        SqlType::SmallInt => i16::try_from(number).is_ok(),
        SqlType::Integer => i32::try_from(number).is_ok(),
        _ => true,
    };
    fits.then_some(Cell::Integer(number))
}

fn double(number: f64, ty: SqlType) -> Option<Cell<'static>> {
    // A REAL holds what a 32-bit float holds, so that outputs do not show digits nobody sent.
    let kept = if ty == SqlType::Real { f64::from(number as f32) } else { number };
    kept.is_finite().then_some(Cell::Double(kept))
}

fn decimal(number: Decimal, precision: u32, scale: u32) -> Option<Cell<'static>> {
    let number = number.rescale(scale)?;
    (number.digits() <= precision).then_some(Cell::Decimal(number))
}

/// Digits with an optional point, or with an exponent as JSON prints large and small numbers.
fn decimal_text(text: &str) -> Option<Decimal> {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E']) else {
        return text.parse().ok();
    };
    let number: Decimal = mantissa.parse().ok()?;
    let exponent: i32 = exponent.parse().ok()?;
    let scale = i32::try_from(number.scale).ok()? - exponent;
    if scale >= 0 {
        return Some(Decimal::new(number.unscaled, u32::try_from(scale).ok()?));
    }
    let factor = 10_i128.checked_pow(scale.unsigned_abs())?;
    Some(Decimal::new(number.unscaled.checked_mul(factor)?, 0))
}

#[cfg(test)]
mod tests {
    use levada_sql_lang::Value;

    use super::super::json::scan::Scanner;
    use super::*;

    fn cell(sql_type: &str, json: &str) -> Result<Value, DecodeError> {
        let ty = levada_sql_lang::parse_type(sql_type).unwrap();
        let column =
            SchemaColumn { name: "C".into(), mapping: None, sql_type: sql_type.into(), ty };
        let leaf = Scanner::new(json).leaf().unwrap();
        from_leaf(&leaf, &column).map(Cell::to_value)
    }

    /// The first nine are case `json-coercion-a` of the documentation's matrix.
    #[test]
    fn json_becomes_columns_by_the_documented_matrix() {
        let text = |text: &str| Ok(Value::text(text));
        for (ty, json, expected) in [
            ("INTEGER", "null", Ok(Value::Null)),
            ("INTEGER", "false", Ok(Value::Integer(0))),
            ("VARCHAR(2)", "true", text("tr")),
            ("INTEGER", "123.4", Err(())),
            ("BOOLEAN", "7", Ok(Value::Boolean(true))),
            ("VARBINARY(8)", "5", Err(())),
            ("INTEGER", "\"42\"", Ok(Value::Integer(42))),
            ("BOOLEAN", "\"yes\"", Ok(Value::Boolean(false))),
            ("TIMESTAMP", "\"not a date\"", Err(())),
            ("TINYINT", "128", Err(())),
            ("INTEGER", "5.0", Ok(Value::Integer(5))),
            ("DECIMAL(5, 2)", "12.345", Ok(Value::Decimal(Decimal::new(1235, 2)))),
            ("DECIMAL(4, 2)", "100", Err(())),
            ("DOUBLE", "true", Ok(Value::Double(1.0))),
            ("DATE", "1", Err(())),
            ("VARCHAR(10)", "{\"a\": [1]}", text("{\"a\": [1]}")),
            ("DECIMAL(18, 2)", "1234567890123456.78", {
                Ok(Value::Decimal(Decimal::new(123_456_789_012_345_678, 2)))
            }),
            ("VARCHAR(9)", "1.50", text("1.50")),
            ("INTEGER", "[1]", Err(())),
            ("VARCHAR(3)", "\"äöüß\"", text("äöü")),
        ] {
            assert_eq!(cell(ty, json).map_err(|_| ()), expected, "{json} as {ty}");
        }
        let time = levada_sql_lang::parse_timestamp("2018-11-01 10:00:00.5").unwrap();
        assert_eq!(cell("TIMESTAMP", "\"2018-11-01T10:00:00.5Z\""), Ok(Value::Timestamp(time)));
    }

    #[test]
    fn a_refused_value_names_column_value_and_type() {
        let error = cell("INTEGER", "123.4").unwrap_err();
        assert_eq!(error.to_string(), "column C: `123.4` cannot become INTEGER");
    }
}
