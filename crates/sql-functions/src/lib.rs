//! The SQL function library, one file per function, and the rules of types, casts, arithmetic
//! and comparison that functions and operators share.
//!
//! Does not: read batches or resolve names (see `sql-engine`).

pub mod aggregate;
pub mod analytic;
mod arithmetic;
mod cast;
mod compare;
mod date_format;
mod error;
pub mod forms;
mod function;
mod java_regex;
mod limits;
mod pattern;
pub mod record;
mod rounding;
pub mod scalar;
pub mod table;
mod types;

pub use aggregate::{Accumulator, AggregateFunction};
pub use arithmetic::{Arithmetic, arithmetic_type, calculate, difference, negate};
pub use cast::{assign, cast};
pub use compare::{Comparison, compare};
pub use error::EvalError;
pub use function::{Example, NullRule, ScalarFunction};
pub use pattern::{Matcher, PatternSyntax};
pub use record::{PreparedRecord, RecordFunction};
pub use types::{assignable, castable, common_type, comparable};
