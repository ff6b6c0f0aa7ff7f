//! `SYS_LOG_PARSE(text)`.
//! Does not: know the year, which such lines leave out.

use levada_sql_lang::{SqlType, Value};

use super::{RecordExample, RecordFunction, RecordParser, check_count, plain_field};
use crate::EvalError;
use crate::date_format;
use crate::table::{ArgumentFault, Column};

pub const SYS_LOG_PARSE: RecordFunction = RecordFunction {
    name: "SYS_LOG_PARSE",
    signatures: &["SYS_LOG_PARSE(text)"],
    doc: "A line of a system log, `Mon DD HH:MM:SS server message`: COLUMN1 TIMESTAMP is its \
          time, in 1970 since the line has no year, and COLUMN2 VARCHAR(1024) the rest. A line of \
          another form, and NULL, give a NULL record.",
    example: RecordExample {
        expression: "SYS_LOG_PARSE('Oct 11 22:14:15 host su: failed')",
        fields: &[("COLUMN1", "1970-10-11 22:14:15.000"), ("COLUMN2", "host su: failed")],
    },
    prepare,
};

/// Characters of a line's time: `Oct 11 22:14:15`.
const TIME_CHARS: usize = 15;

#[derive(Debug)]
struct SysLog {
    fields: [Column; 2],
}

fn prepare(arguments: &[Option<Value>]) -> Result<Box<dyn RecordParser>, ArgumentFault> {
    check_count(SYS_LOG_PARSE.name, arguments, &[0])?;
    let fields = [
        Column::new("COLUMN1", SqlType::Timestamp),
        Column::new("COLUMN2", SqlType::Varchar(super::FIELD_CHARS)),
    ];
    Ok(Box::new(SysLog { fields }))
}

impl RecordParser for SysLog {
    fn fields(&self) -> &[Column] {
        &self.fields
    }

    fn parse(&self, text: &str) -> Result<Option<Vec<Value>>, EvalError> {
        let Some((time, rest)) = text.split_at_checked(TIME_CHARS) else { return Ok(None) };
        let time = date_format::parse("MMM dd HH:mm:ss", time);
        let (Some(time), Some(rest)) = (time, rest.strip_prefix(' ')) else { return Ok(None) };
        Ok(Some(vec![Value::Timestamp(time), plain_field(rest)?]))
    }
}
