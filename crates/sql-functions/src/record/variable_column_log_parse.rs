//! `VARIABLE_COLUMN_LOG_PARSE(text, columns, delimiter [, escape, quotes])`.
//! Does not: read several lines as one.

use levada_sql_lang::{LogColumn, Value};

use super::convert::{convert, fields, read_columns};
use super::{RecordExample, RecordFunction, RecordParser, check_count, constant_text, fault};
use super::{numbered_columns, plain_field};
use crate::EvalError;
use crate::table::{ArgumentFault, Column};

pub const VARIABLE_COLUMN_LOG_PARSE: RecordFunction = RecordFunction {
    name: "VARIABLE_COLUMN_LOG_PARSE",
    signatures: &[
        "VARIABLE_COLUMN_LOG_PARSE(text, count, 'delimiter' [, 'escape', 'quotes'])",
        "VARIABLE_COLUMN_LOG_PARSE(text, 'name TYPE type [''pattern''] [NOT NULL], …', \
         'delimiter' [, 'escape', 'quotes'])",
    ],
    doc: "Cuts a text at a delimiter of one or more characters. A count of columns (1 to 1,000) \
          gives COLUMN1 to COLUMNn VARCHAR(1024); a list gives names and types, with a pattern \
          of letters for dates and times. The escape takes its meaning from the character behind \
          it; between the quotes, one character for both sides or one for each, delimiters mean \
          nothing. Empty texts of escape or quotes turn them off. Fields that the text does not \
          have are NULL, those beyond the columns are left out; a field that does not fit its \
          type, and NULL in a NOT NULL column, fail the row.",
    example: RecordExample {
        expression: r#"VARIABLE_COLUMN_LOG_PARSE('7;a\;b;"c;d"', 'n TYPE INTEGER, "s" TYPE VARCHAR(4), t TYPE VARCHAR(4)', ';', '\', '"')"#,
        fields: &[("N", "7"), ("s", "a;b"), ("T", "c;d")],
    },
    prepare,
};

/// Columns of one line.
const COLUMNS_MAX: i64 = 1_000;

#[derive(Debug)]
struct Delimited {
    fields: Vec<Column>,
    /// Empty for columns that were only counted.
    columns: Vec<LogColumn>,
    delimiter: String,
    escape: String,
    /// What begins and what ends a quoted part.
    quotes: Option<(char, char)>,
}

fn prepare(arguments: &[Option<Value>]) -> Result<Box<dyn RecordParser>, ArgumentFault> {
    let name = VARIABLE_COLUMN_LOG_PARSE.name;
    check_count(name, arguments, &[2, 4])?;
    let (fields, columns) = match arguments.first() {
        Some(Some(Value::Integer(count))) if (1..=COLUMNS_MAX).contains(count) => {
            (numbered_columns(usize::try_from(*count).unwrap_or(1)), Vec::new())
        }
        Some(Some(Value::Varchar(list))) => {
            let columns = read_columns(name, 1, list, false)?;
            (fields(&columns), columns)
        }
        _ => {
            let message = format!("expected a count of 1 to {COLUMNS_MAX} or a list of columns");
            return Err(fault(name, 1, &message));
        }
    };
    let delimiter = constant_text(name, arguments, 2, "the delimiter")?;
    if delimiter.is_empty() {
        return Err(fault(name, 2, "the delimiter has at least one character"));
    }
    let (mut escape, mut quotes) = ("", None);
    if arguments.len() == 4 {
        escape = constant_text(name, arguments, 3, "the escape")?;
        let mut text = constant_text(name, arguments, 4, "the quotes")?.chars();
        quotes = text.next().map(|begin| (begin, text.next().unwrap_or(begin)));
        if text.next().is_some() {
            return Err(fault(name, 4, "the quotes are one character or two"));
        }
    }
    let (delimiter, escape) = (delimiter.to_owned(), escape.to_owned());
    Ok(Box::new(Delimited { fields, columns, delimiter, escape, quotes }))
}

impl Delimited {
    fn split(&self, text: &str) -> Vec<String> {
        let mut parts = vec![String::new()];
        let mut rest = text;
        let mut closing = None;
        while let Some(c) = rest.chars().next() {
            let last = parts.len() - 1;
            let escaped = match self.escape.is_empty() {
                true => None,
                false => rest.strip_prefix(self.escape.as_str()),
            };
            if let Some(after) = escaped {
                let mut after = after.chars();
                parts[last].extend(after.next());
                rest = after.as_str();
                continue;
            }
            if closing.is_none()
                && let Some(after) = rest.strip_prefix(self.delimiter.as_str())
            {
                parts.push(String::new());
                rest = after;
                continue;
            }
            rest = rest.get(c.len_utf8()..).unwrap_or("");
            match (self.quotes, closing) {
                (_, Some(end)) if c == end => closing = None,
                (Some((begin, end)), None) if c == begin => closing = Some(end),
                _ => parts[last].push(c),
            }
        }
        parts
    }
}

impl RecordParser for Delimited {
    fn fields(&self) -> &[Column] {
        &self.fields
    }

    fn parse(&self, text: &str) -> Result<Option<Vec<Value>>, EvalError> {
        let parts = self.split(text);
        let part = |place: usize| parts.get(place).map(String::as_str);
        let values = if self.columns.is_empty() {
            let field = |place: usize| part(place).map_or(Ok(Value::Null), plain_field);
            (0..self.fields.len()).map(field).collect::<Result<_, _>>()
        } else {
            let name = VARIABLE_COLUMN_LOG_PARSE.name;
            let columns = self.columns.iter().enumerate();
            columns.map(|(place, column)| convert(name, column, part(place))).collect()
        };
        values.map(Some)
    }
}
