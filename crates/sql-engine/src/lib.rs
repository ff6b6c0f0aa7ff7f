//! Binder, planner and operators of the streaming SQL, with checkpointed state.
//!
//! A program's output depends only on the sequence of its input rows and their ROWTIMEs: never on
//! how pushes are cut into batches, nor on when bounds come. Exactly-once stands on that.
//! Does not: read clocks, streams or files; the caller pushes rows and bounds and takes output.

mod batch;
mod bind;
mod catalog;
mod compute;
mod engine;
mod errors;
mod explain;
mod expr;
mod fallible;
mod kernel;
mod keys;
mod limits;
mod merge;
mod ops;
mod program;
mod snapshot;
mod source;
mod table;
mod view;
mod window;

pub use catalog::{Catalog, ColumnDef, StreamDef, TableDef};
pub use engine::{Engine, MemoryExceeded, OutputRow, RestoreError, Row};
pub use errors::{ERROR_STREAM, ErrorRow, error_stream_columns};
pub use explain::{Explanation, OperatorCounters, OperatorPlan, PumpPlan, StreamPlan, StreamRole};
pub use levada_sql_lang::{SqlError, SqlType, Value};
pub use program::{Program, QUERY_STREAM, compile, compile_query};
pub use source::{Cell, SourceRows};
