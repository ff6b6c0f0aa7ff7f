//! `FAST_REGEX_LOG_PARSE(text, pattern)`.
//! Does not: backtrack; see `fast_regex` for what that means.

use levada_sql_lang::Value;

use super::fast_regex::FastRegex;
use super::{RecordExample, RecordFunction, RecordParser, check_count, constant_text, fault};
use super::{numbered_columns, plain_field};
use crate::EvalError;
use crate::table::{ArgumentFault, Column};

pub const FAST_REGEX_LOG_PARSE: RecordFunction = RecordFunction {
    name: "FAST_REGEX_LOG_PARSE",
    signatures: &["FAST_REGEX_LOG_PARSE(text, 'pattern')"],
    doc: "The groups of a Fast Regex pattern as COLUMN1 to COLUMNn, VARCHAR(1024). Each group \
          takes as little as it can, what stands between groups as much as it can, and nothing \
          is given back; all characters of the text have to be accounted for. Beside classes, \
          `|`, `?`, `*`, `+` and `{n,m}` there are `.` any character, `@` any string, `#` \
          nothing, `\"…\"` a string, `<Alpha>` and the other POSIX classes by name, and `<n-m>` a \
          number of an interval. Intersection (`&`) is refused. A text that does not match, and \
          NULL, give a NULL record.",
    example: RecordExample {
        expression: "FAST_REGEX_LOG_PARSE('Mary_had_a_little_lamb', '(.*)_(._.*)_.*')",
        fields: &[("COLUMN1", "Mary_had"), ("COLUMN2", "a_little")],
    },
    prepare,
};

#[derive(Debug)]
struct Groups {
    fields: Vec<Column>,
    regex: FastRegex,
}

fn prepare(arguments: &[Option<Value>]) -> Result<Box<dyn RecordParser>, ArgumentFault> {
    let name = FAST_REGEX_LOG_PARSE.name;
    check_count(name, arguments, &[1])?;
    let pattern = constant_text(name, arguments, 1, "the pattern")?;
    let regex = FastRegex::new(pattern)
        .map_err(|problem| fault(name, 1, &format!("`{pattern}` is not a pattern: {problem}")))?;
    if regex.groups() == 0 {
        return Err(fault(name, 1, "the pattern has no group in parentheses"));
    }
    Ok(Box::new(Groups { fields: numbered_columns(regex.groups()), regex }))
}

impl RecordParser for Groups {
    fn fields(&self) -> &[Column] {
        &self.fields
    }

    fn parse(&self, text: &str) -> Result<Option<Vec<Value>>, EvalError> {
        let Some(groups) = self.regex.groups_of(text) else { return Ok(None) };
        groups.iter().map(|group| plain_field(group)).collect::<Result<_, _>>().map(Some)
    }
}
