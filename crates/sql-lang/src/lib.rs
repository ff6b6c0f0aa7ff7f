//! The streaming SQL language: types, values, lexer, parser, tree, printer.
//! Does not: know streams, columns or functions by name; the engine binds them.
//!
//! Parsing never panics: it returns every statement it could read, and errors with their place.

mod civil;
mod decimal;
mod interval;
mod lexer;
mod limits;
mod parser;
mod printer;
mod span;
mod token;
pub mod tree;
mod types;
mod value;

pub use civil::{
    DAY_MS, civil_from_days, days_from_civil, format_date, format_time, format_timestamp,
    parse_date, parse_time, parse_timestamp,
};
pub use decimal::{Decimal, InvalidDecimal};
pub use interval::{Interval, InvalidInterval};
pub use limits::{DECIMAL_DIGITS_MAX, IDENTIFIER_CHARS_MAX, NESTING_MAX, SQL_BYTES_MAX};
pub use parser::{
    LogColumn, Parsed, parse_expression, parse_log_columns, parse_program, parse_type,
};
pub use printer::{print_expression, print_program, print_query, print_statement, quote_name};
pub use span::{LineIndex, Position, Span, SqlError};
pub use types::{IntervalQualifier, SqlType, TimeUnit};
pub use value::Value;
