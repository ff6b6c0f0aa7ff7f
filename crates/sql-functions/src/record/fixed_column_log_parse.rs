//! `FIXED_COLUMN_LOG_PARSE(text, columns)`.
//! Does not: trim the fields that are texts.

use levada_sql_lang::{LogColumn, Value};

use super::convert::{convert, fields, read_columns};
use super::{RecordExample, RecordFunction, RecordParser, check_count, constant_text};
use crate::EvalError;
use crate::table::{ArgumentFault, Column};

pub const FIXED_COLUMN_LOG_PARSE: RecordFunction = RecordFunction {
    name: "FIXED_COLUMN_LOG_PARSE",
    signatures: &["FIXED_COLUMN_LOG_PARSE(text, 'name TYPE type [''pattern''] [NOT NULL] \
                   START place [FOR length], …')"],
    doc: "Takes each column from its place in the line. START counts characters from 0; FOR is \
          the column's length, the rest of the line unless written. Dates and times may have a \
          pattern of letters. A column behind the line's end is NULL; a field that does not fit \
          its type, and NULL in a NOT NULL column, fail the row.",
    example: RecordExample {
        expression: "FIXED_COLUMN_LOG_PARSE('Dec19 x', 'm TYPE VARCHAR(3) START 0 FOR 3, \
                     d TYPE INTEGER START 3 FOR 2, z TYPE VARCHAR(9) START 6')",
        fields: &[("M", "Dec"), ("D", "19"), ("Z", "x")],
    },
    prepare,
};

#[derive(Debug)]
struct Fixed {
    fields: Vec<Column>,
    columns: Vec<LogColumn>,
}

fn prepare(arguments: &[Option<Value>]) -> Result<Box<dyn RecordParser>, ArgumentFault> {
    let name = FIXED_COLUMN_LOG_PARSE.name;
    check_count(name, arguments, &[1])?;
    let list = constant_text(name, arguments, 1, "the list of columns")?;
    let columns = read_columns(name, 1, list, true)?;
    Ok(Box::new(Fixed { fields: fields(&columns), columns }))
}

impl RecordParser for Fixed {
    fn fields(&self) -> &[Column] {
        &self.fields
    }

    fn parse(&self, text: &str) -> Result<Option<Vec<Value>>, EvalError> {
        let chars: Vec<char> = text.chars().collect();
        let field = |column: &LogColumn| {
            let start = column.start.unwrap_or(0) as usize;
            let length = column.length.map_or(usize::MAX, |length| length as usize);
            let part = chars.get(start..).filter(|part| !part.is_empty());
            let part = part.map(|part| part.iter().take(length).collect::<String>());
            convert(FIXED_COLUMN_LOG_PARSE.name, column, part.as_deref())
        };
        self.columns.iter().map(field).collect::<Result<_, _>>().map(Some)
    }
}
