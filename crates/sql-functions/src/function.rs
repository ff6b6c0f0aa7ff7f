//! What a scalar function is: a constant with its name, signatures, words, example and code.
//! Does not: list them (see `scalar`).

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;

/// One scalar function. Its file holds one such constant.
#[derive(Debug)]
pub struct ScalarFunction {
    /// As written in SQL, upper case.
    pub name: &'static str,
    /// Every form, as documentation shows it.
    pub signatures: &'static [&'static str],
    /// One or two sentences.
    pub doc: &'static str,
    /// Run as a test.
    pub example: Example,
    /// The type of the result, or `None` when the arguments' types do not fit.
    pub result: fn(&[SqlType]) -> Option<SqlType>,
    pub nulls: NullRule,
    pub eval: fn(&[Value]) -> Result<Value, EvalError>,
}

impl ScalarFunction {
    /// Computes the function, NULL rule included.
    pub fn call(&self, arguments: &[Value]) -> Result<Value, EvalError> {
        if self.nulls == NullRule::AnyNullGivesNull && arguments.contains(&Value::Null) {
            return Ok(Value::Null);
        }
        (self.eval)(arguments)
    }
}

impl PartialEq for ScalarFunction {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// What happens to NULL arguments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NullRule {
    AnyNullGivesNull,
    /// `eval` sees NULLs.
    Own,
}

/// An expression and its value as text.
#[derive(Clone, Copy, Debug)]
pub struct Example {
    pub expression: &'static str,
    pub value: &'static str,
}

/// Most characters of a text result whose length is not known.
pub(crate) const VARCHAR_CHARS_MAX: u32 = 65_535;

/// The length of a text type; what a number or time takes as text is not asked here.
pub(crate) fn text_chars(ty: SqlType) -> Option<u32> {
    match ty {
        SqlType::Char(chars) | SqlType::Varchar(chars) => Some(chars),
        SqlType::Null => Some(0),
        _ => None,
    }
}

pub(crate) fn text(value: &Value) -> &str {
    match value {
        Value::Varchar(text) => text,
        _ => "",
    }
}

pub(crate) fn integer(value: &Value) -> i64 {
    match value {
        Value::Integer(number) => *number,
        Value::Decimal(number) => i64::try_from(number.trunc()).unwrap_or(i64::MAX),
        _ => 0,
    }
}

pub(crate) fn double(value: &Value) -> f64 {
    match value {
        Value::Integer(number) => *number as f64,
        Value::Decimal(number) => number.to_f64(),
        Value::Double(number) => *number,
        _ => f64::NAN,
    }
}

pub(crate) fn is_text_or_null(ty: SqlType) -> bool {
    ty.is_text() || ty == SqlType::Null
}

pub(crate) fn is_numeric_or_null(ty: SqlType) -> bool {
    ty.is_numeric() || ty == SqlType::Null
}

pub(crate) fn is_integer_or_null(ty: SqlType) -> bool {
    ty.is_integer() || matches!(ty, SqlType::Null | SqlType::Decimal { scale: 0, .. })
}

/// The type of a DOUBLE function of one number.
pub(crate) fn double_of_number(types: &[SqlType]) -> Option<SqlType> {
    match types {
        [ty] => is_numeric_or_null(*ty).then_some(SqlType::Double),
        _ => None,
    }
}

/// The type of a function of one text that keeps its type.
pub(crate) fn text_as_it_is(types: &[SqlType]) -> Option<SqlType> {
    match types {
        [ty] => is_text_or_null(*ty).then_some(*ty),
        _ => None,
    }
}

/// A computed DOUBLE; what is none fails the row.
pub(crate) fn finite(number: f64) -> Result<Value, EvalError> {
    if number.is_finite() {
        Ok(Value::Double(number))
    } else {
        Err(EvalError::OutOfRange { value: number.to_string(), ty: SqlType::Double })
    }
}
