//! Parameters of prepared statements: each becomes a typed literal in the statement's text, so
//! that every kind of statement takes them.
//! Does not: guess types; a parameter nobody can type is text.

use bytes::Bytes;
use pgwire::api::Type;
use pgwire::api::results::FieldFormat;

use crate::error::{Result, WarehouseError};
use crate::sql::{TokenKind, lex};

/// The highest parameter number in a statement.
pub fn count(sql: &str) -> Result<usize> {
    let number = |kind: &TokenKind| match kind {
        TokenKind::Parameter(number) => *number,
        _ => 0,
    };
    Ok(lex(sql)?.iter().map(|token| number(&token.kind)).max().unwrap_or(0))
}

/// `sql` with each `$n` replaced by the literal at `n - 1`.
pub fn bind(sql: &str, literals: &[String]) -> Result<String> {
    let mut bound = String::with_capacity(sql.len());
    let mut done = 0;
    for token in lex(sql)? {
        if let TokenKind::Parameter(number) = token.kind {
            let literal = literals
                .get(number - 1)
                .ok_or(WarehouseError::ParameterCount { wanted: number, given: literals.len() })?;
            bound.push_str(sql.get(done..token.span.start).unwrap_or_default());
            bound.push_str(literal);
            done = token.span.end;
        }
    }
    bound.push_str(sql.get(done..).unwrap_or_default());
    Ok(bound)
}

/// How the query engine spells a type.
fn sql_name(kind: &Type) -> &'static str {
    match *kind {
        Type::BOOL => "BOOLEAN",
        Type::INT2 => "SMALLINT",
        Type::INT4 => "INTEGER",
        Type::INT8 => "BIGINT",
        Type::FLOAT4 => "REAL",
        Type::FLOAT8 => "DOUBLE PRECISION",
        Type::NUMERIC => "DECIMAL(38, 10)",
        Type::DATE => "DATE",
        Type::TIMESTAMP => "TIMESTAMP",
        Type::TIMESTAMPTZ => "TIMESTAMP WITH TIME ZONE",
        _ => "VARCHAR",
    }
}

pub fn null_literal(kind: &Type) -> String {
    format!("CAST(NULL AS {})", sql_name(kind))
}

/// The literal for one bound value; `number` is the parameter's, from 1 on.
pub fn literal(
    number: usize,
    kind: &Type,
    format: FieldFormat,
    value: Option<&Bytes>,
) -> Result<String> {
    let Some(value) = value else { return Ok(null_literal(kind)) };
    let text = match format {
        FieldFormat::Text => String::from_utf8(value.to_vec()).ok(),
        FieldFormat::Binary => binary_text(kind, value),
    };
    let text = text.ok_or(WarehouseError::BadParameter(number))?.replace('\'', "''");
    match sql_name(kind) {
        "VARCHAR" => Ok(format!("'{text}'")),
        "BOOLEAN" => {
            let truth = matches!(text.as_str(), "t" | "true" | "1" | "y" | "yes" | "on");
            Ok(if truth { "TRUE" } else { "FALSE" }.to_owned())
        }
        name => Ok(format!("CAST('{text}' AS {name})")),
    }
}

fn binary_text(kind: &Type, value: &[u8]) -> Option<String> {
    let micros = |value: &[u8]| {
        let micros = i64::from_be_bytes(value.try_into().ok()?).checked_add(946_684_800_000_000)?;
        let time = chrono::DateTime::from_timestamp_micros(micros)?;
        Some(time.format("%Y-%m-%dT%H:%M:%S%.6f").to_string())
    };
    match *kind {
        Type::BOOL => Some(if value == [0] { "f" } else { "t" }.to_owned()),
        Type::INT2 => Some(i16::from_be_bytes(value.try_into().ok()?).to_string()),
        Type::INT4 => Some(i32::from_be_bytes(value.try_into().ok()?).to_string()),
        Type::INT8 => Some(i64::from_be_bytes(value.try_into().ok()?).to_string()),
        Type::FLOAT4 => Some(f32::from_be_bytes(value.try_into().ok()?).to_string()),
        Type::FLOAT8 => Some(f64::from_be_bytes(value.try_into().ok()?).to_string()),
        Type::NUMERIC => numeric_text(value),
        Type::DATE => {
            let days = i32::from_be_bytes(value.try_into().ok()?).checked_add(10_957)?;
            let date = chrono::NaiveDate::from_epoch_days(days)?;
            Some(date.to_string())
        }
        Type::TIMESTAMP => micros(value),
        Type::TIMESTAMPTZ => micros(value).map(|text| text + "Z"),
        _ => String::from_utf8(value.to_vec()).ok(),
    }
}

fn numeric_text(value: &[u8]) -> Option<String> {
    let words: Vec<i16> =
        value.chunks_exact(2).map(|pair| i16::from_be_bytes([pair[0], pair[1]])).collect();
    let (head, groups) = words.split_at_checked(4)?;
    let &[count, weight, sign, scale] = head else { return None };
    let (count, scale) = (usize::try_from(count).ok()?, usize::try_from(scale).ok()?);
    if groups.len() != count || !matches!(sign, 0 | 0x4000) {
        return None;
    }
    let group = |at: i32| usize::try_from(at).ok().and_then(|at| groups.get(at)).unwrap_or(&0);
    let weight = i32::from(weight);
    let mut text = if sign == 0 { String::new() } else { "-".to_owned() };
    if weight < 0 {
        text.push('0');
    }
    for at in 0..=weight {
        text.push_str(&format!("{:04}", group(at)));
    }
    let mut fraction = String::new();
    let mut at = weight + 1;
    while fraction.len() < scale {
        fraction.push_str(&format!("{:04}", if at < 0 { &0 } else { group(at) }));
        at += 1;
    }
    fraction.truncate(scale);
    if !fraction.is_empty() {
        text.push('.');
        text.push_str(&fraction);
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_replaced_where_they_stand_and_not_in_texts() {
        let bound = bind("SELECT '$1', $2 + $1", &["1".into(), "'it''s'".into()]).unwrap();
        assert_eq!(bound, "SELECT '$1', 'it''s' + 1");
        assert_eq!(bind("SELECT $2", &["1".into()]).unwrap_err().sqlstate(), "08P01");
    }

    #[test]
    fn a_value_cannot_leave_its_literal() {
        let evil = Bytes::from_static(b"'; DROP TABLE t; --");
        let text = literal(1, &Type::TEXT, FieldFormat::Text, Some(&evil)).unwrap();
        assert_eq!(text, "'''; DROP TABLE t; --'");
    }

    #[test]
    fn binary_numerics_are_read() {
        let words = |words: &[i16]| words.iter().flat_map(|w| w.to_be_bytes()).collect::<Vec<u8>>();
        assert_eq!(numeric_text(&words(&[3, 1, 0, 2, 123, 4567, 8900])).unwrap(), "01234567.89");
        assert_eq!(numeric_text(&words(&[1, -1, 0x4000, 2, 500])).unwrap(), "-0.05");
        assert_eq!(numeric_text(&words(&[1, -2, 0, 6, 100])).unwrap(), "0.000001");
        assert_eq!(numeric_text(&words(&[0, 0, 0, 2])).unwrap(), "0000.00");
        assert_eq!(numeric_text(&words(&[1, 0, 0, 0])), None);
    }
}
