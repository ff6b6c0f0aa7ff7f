//! The statements that the warehouse understands itself; queries go to the query engine as text.
//! Does not: run anything.

mod copy;
mod create_table;
mod depth;
mod lexer;
mod reader;
mod statement;

pub use copy::{CopyFormat, CopyOptions, CopyStatement, CsvFormat, NumberTime};
pub use create_table::CreateTable;
pub use lexer::{TokenKind, lex, split};
pub use reader::Reader;
pub use statement::{Insert, Statement, parameter_places, parse};
