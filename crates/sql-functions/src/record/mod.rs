//! The log parsers: functions of a text that give a record, one file each.
//!
//! Everything but the text is constant, so a call is prepared once, when a program is bound: the
//! fields of the record are known then.
//! Does not: know where a record stands in a query (see `sql-engine`).

mod convert;
mod fast_regex;
mod fast_regex_log_parse;
mod fixed_column_log_parse;
mod regex_log_parse;
mod sys_log_parse;
mod variable_column_log_parse;
mod w3c_log_parse;

use std::fmt::Debug;
use std::sync::{Arc, Mutex};

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::table::{ArgumentFault, Column};

pub use fast_regex_log_parse::FAST_REGEX_LOG_PARSE;
pub use fixed_column_log_parse::FIXED_COLUMN_LOG_PARSE;
pub use regex_log_parse::REGEX_LOG_PARSE;
pub use sys_log_parse::SYS_LOG_PARSE;
pub use variable_column_log_parse::VARIABLE_COLUMN_LOG_PARSE;
pub use w3c_log_parse::W3C_LOG_PARSE;

/// One log parser. Its file holds one such constant.
#[derive(Debug)]
pub struct RecordFunction {
    /// As written in SQL, upper case.
    pub name: &'static str,
    /// Every form, as documentation shows it.
    pub signatures: &'static [&'static str],
    /// What it takes, its units and edges.
    pub doc: &'static str,
    /// Run as a test.
    pub example: RecordExample,
    /// Checks the arguments behind the text; `None` is one that is not constant.
    pub prepare: Prepare,
}

/// Checks the arguments behind the text of a call and prepares it.
pub type Prepare = fn(&[Option<Value>]) -> Result<Box<dyn RecordParser>, ArgumentFault>;

/// A call and the fields of its record as text.
#[derive(Clone, Copy, Debug)]
pub struct RecordExample {
    pub expression: &'static str,
    pub fields: &'static [(&'static str, &'static str)],
}

/// A prepared call.
pub trait RecordParser: Debug + Send + Sync {
    /// The record's fields.
    fn fields(&self) -> &[Column];

    /// The fields' values; `None` when the text does not match, which is a NULL record.
    fn parse(&self, text: &str) -> Result<Option<Vec<Value>>, EvalError>;
}

/// A prepared call as an expression holds it. It remembers the last text, since a query asks
/// for one field after the other of the same line.
#[derive(Debug)]
pub struct PreparedRecord {
    function: &'static RecordFunction,
    arguments: Vec<Option<Value>>,
    parser: Box<dyn RecordParser>,
    last: Mutex<Option<(Arc<str>, Outcome)>>,
}

type Outcome = Result<Option<Vec<Value>>, EvalError>;

impl PreparedRecord {
    /// Prepares a call with the arguments behind the text.
    pub fn new(
        function: &'static RecordFunction,
        arguments: Vec<Option<Value>>,
    ) -> Result<Self, ArgumentFault> {
        let parser = (function.prepare)(&arguments)?;
        Ok(Self { function, arguments, parser, last: Mutex::new(None) })
    }

    pub fn fields(&self) -> &[Column] {
        self.parser.fields()
    }

    /// One field of the record of a text; NULL for NULL and for a text that does not match.
    pub fn field(&self, text: &Value, field: usize) -> Result<Value, EvalError> {
        let Value::Varchar(text) = text else { return Ok(Value::Null) };
        let Ok(mut last) = self.last.lock() else {
            return pick(&self.parser.parse(text), field);
        };
        match last.as_ref() {
            Some((known, outcome)) if known == text => pick(outcome, field),
            _ => {
                let outcome = self.parser.parse(text);
                let value = pick(&outcome, field);
                *last = Some((text.clone(), outcome));
                value
            }
        }
    }
}

fn pick(outcome: &Outcome, field: usize) -> Result<Value, EvalError> {
    let values = outcome.as_ref().map_err(Clone::clone)?;
    let value = values.as_ref().and_then(|values| values.get(field));
    Ok(value.cloned().unwrap_or(Value::Null))
}

/// Two calls are the same when they are of the same function with the same arguments.
impl PartialEq for PreparedRecord {
    fn eq(&self, other: &Self) -> bool {
        self.function.name == other.function.name && self.arguments == other.arguments
    }
}

/// Every log parser, sorted by name.
pub static ALL: &[&RecordFunction] = &[
    &FAST_REGEX_LOG_PARSE,
    &FIXED_COLUMN_LOG_PARSE,
    &REGEX_LOG_PARSE,
    &SYS_LOG_PARSE,
    &VARIABLE_COLUMN_LOG_PARSE,
    &W3C_LOG_PARSE,
];

/// The log parser of this name.
pub fn find(name: &str) -> Option<&'static RecordFunction> {
    let at = ALL.binary_search_by(|function| function.name.cmp(name)).ok()?;
    ALL.get(at).copied()
}

/// Characters of a field without a declared type.
const FIELD_CHARS: u32 = 1_024;

/// `COLUMN1` to `COLUMNn`, VARCHAR(1024).
fn numbered_columns(count: usize) -> Vec<Column> {
    let column = |n: usize| Column::new(format!("COLUMN{n}"), SqlType::Varchar(FIELD_CHARS));
    (1..=count).map(column).collect()
}

/// A field without a declared type.
fn plain_field(text: &str) -> Result<Value, EvalError> {
    if text.chars().nth(FIELD_CHARS as usize).is_some() {
        let ty = SqlType::Varchar(FIELD_CHARS);
        return Err(EvalError::TooLong { text: text.to_owned(), ty });
    }
    Ok(Value::text(text))
}

/// The constant text at a place behind the text to parse; 1 is the first.
fn constant_text<'a>(
    function: &str,
    arguments: &'a [Option<Value>],
    place: usize,
    what: &str,
) -> Result<&'a str, ArgumentFault> {
    match arguments.get(place.saturating_sub(1)) {
        Some(Some(Value::Varchar(text))) => Ok(text),
        _ => Err(fault(function, place, &format!("{what} is a constant text"))),
    }
}

fn fault(function: &str, place: usize, message: &str) -> ArgumentFault {
    ArgumentFault { argument: Some(place), message: format!("{function}: {message}") }
}

/// Checks the number of arguments behind the text.
fn check_count(
    function: &str,
    arguments: &[Option<Value>],
    counts: &[usize],
) -> Result<(), ArgumentFault> {
    if counts.contains(&arguments.len()) {
        return Ok(());
    }
    let expected: Vec<String> = counts.iter().map(|count| (count + 1).to_string()).collect();
    let message = format!(
        "{function} takes {} arguments, found {}",
        expected.join(" or "),
        arguments.len() + 1
    );
    Err(ArgumentFault { argument: None, message })
}

#[cfg(test)]
mod tests;
