//! `REGEX_LOG_PARSE(text, pattern)`.
//! Does not: search within the text; the pattern has to match the whole of it.

use levada_sql_lang::Value;

use super::{RecordExample, RecordFunction, RecordParser, check_count, constant_text, fault};
use super::{numbered_columns, plain_field};
use crate::EvalError;
use crate::java_regex::JavaRegex;
use crate::table::{ArgumentFault, Column};

pub const REGEX_LOG_PARSE: RecordFunction = RecordFunction {
    name: "REGEX_LOG_PARSE",
    signatures: &["REGEX_LOG_PARSE(text, 'pattern')"],
    doc: "The groups of a Java pattern as COLUMN1 to COLUMNn, VARCHAR(1024). The pattern has to \
          match the whole text; quantifiers are greedy unless written otherwise. A text that \
          does not match, and NULL, give a NULL record; a group that took no part is NULL, one of \
          more than 1,024 characters fails the row.",
    example: RecordExample {
        expression: r"REGEX_LOG_PARSE('GET /a 200', '(\w+) (\S+) (\d+)')",
        fields: &[("COLUMN1", "GET"), ("COLUMN2", "/a"), ("COLUMN3", "200")],
    },
    prepare,
};

#[derive(Debug)]
struct Groups {
    fields: Vec<Column>,
    regex: JavaRegex,
}

fn prepare(arguments: &[Option<Value>]) -> Result<Box<dyn RecordParser>, ArgumentFault> {
    let name = REGEX_LOG_PARSE.name;
    check_count(name, arguments, &[1])?;
    let pattern = constant_text(name, arguments, 1, "the pattern")?;
    let regex = JavaRegex::whole(pattern)
        .map_err(|problem| fault(name, 1, &format!("`{pattern}` is not a pattern: {problem}")))?;
    let groups = regex.groups();
    if groups == 0 {
        return Err(fault(name, 1, "the pattern has no group in parentheses"));
    }
    Ok(Box::new(Groups { fields: numbered_columns(groups), regex }))
}

impl RecordParser for Groups {
    fn fields(&self) -> &[Column] {
        &self.fields
    }

    fn parse(&self, text: &str) -> Result<Option<Vec<Value>>, EvalError> {
        let failed = |problem: String| EvalError::argument(REGEX_LOG_PARSE.name, problem);
        let Some(captures) = self.regex.captures(text).map_err(failed)? else { return Ok(None) };
        let value = |group: usize| match captures.get(group) {
            Some(found) => plain_field(found.as_str()),
            None => Ok(Value::Null),
        };
        (1..=self.fields.len()).map(value).collect::<Result<_, _>>().map(Some)
    }
}
