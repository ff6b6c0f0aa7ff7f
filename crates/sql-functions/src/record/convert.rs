//! Fields of declared types: text to numbers, dates and the rest.
//! Does not: cut lines into fields.

use levada_sql_lang::{DAY_MS, LogColumn, SqlType, Value, parse_log_columns};

use super::fault;
use crate::date_format;
use crate::table::{ArgumentFault, Column};
use crate::{EvalError, cast};

/// Reads a list of columns given as text, and checks what it may hold.
pub(super) fn read_columns(
    function: &'static str,
    place: usize,
    text: &str,
    with_places: bool,
) -> Result<Vec<LogColumn>, ArgumentFault> {
    let columns = parse_log_columns(text).map_err(|errors| {
        let message = errors.first().map_or(String::new(), |error| error.message.clone());
        fault(function, place, &format!("in the list of columns: {message}"))
    })?;
    for column in &columns {
        let name = &column.name;
        let problem = if column.start.is_some() != with_places {
            Some(if with_places { "needs START" } else { "cannot have START" })
        } else if column.pattern.is_some() && !column.ty.is_datetime() {
            Some("has a pattern, and is no date or time")
        } else if matches!(column.ty, SqlType::Interval(_)) {
            Some("cannot be an INTERVAL")
        } else {
            None
        };
        if let Some(problem) = problem {
            return Err(fault(function, place, &format!("column {name} {problem}")));
        }
        if columns.iter().filter(|other| other.name == *name).count() > 1 {
            return Err(fault(function, place, &format!("column {name} is there twice")));
        }
    }
    Ok(columns)
}

/// The fields of a record of these columns.
pub(super) fn fields(columns: &[LogColumn]) -> Vec<Column> {
    columns.iter().map(|column| Column::new(column.name.as_str(), column.ty)).collect()
}

/// A field's text as its column's value. Blanks around it count only in texts; without any
/// other character, what is not a text is NULL.
pub(super) fn convert(
    function: &'static str,
    column: &LogColumn,
    text: Option<&str>,
) -> Result<Value, EvalError> {
    let value = match text {
        None => Value::Null,
        Some(text) if column.ty.is_text() => cast(Value::text(text), column.ty, column.ty)?,
        Some(text) => match (text.trim(), &column.pattern) {
            ("", _) => Value::Null,
            (text, Some(pattern)) => by_pattern(function, column.ty, pattern, text)?,
            (text, None) => cast(Value::text(text), SqlType::Varchar(u32::MAX), column.ty)?,
        },
    };
    if value.is_null() && column.not_null {
        return Err(EvalError::NullNotAllowed { column: column.name.clone() });
    }
    Ok(value)
}

fn by_pattern(
    function: &'static str,
    ty: SqlType,
    pattern: &str,
    text: &str,
) -> Result<Value, EvalError> {
    let time = date_format::parse(pattern, text).ok_or_else(|| {
        EvalError::argument(function, format!("`{text}` does not fit `{pattern}`"))
    })?;
    let number = |number: i64| i32::try_from(number).unwrap_or(0);
    Ok(match ty {
        SqlType::Date => Value::Date(number(time.0.div_euclid(DAY_MS))),
        SqlType::Time => Value::Time(number(time.0.rem_euclid(DAY_MS))),
        _ => Value::Timestamp(time),
    })
}
