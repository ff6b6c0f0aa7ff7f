//! Kinesis Analytics for SQL: applications, their inputs, outputs and reference tables, and the
//! running of their code.
//!
//! Does not: know SQL (see `levada_sql_engine`), or where streams and objects live (the flow
//! traits and `BlobStore` come in by parameter).
//!
//! Invariants: a running application's output is a function of its input records, their arrival
//! times and its reference tables alone. Every output row has an ordinal. A checkpoint holds
//! positions, engine state and ordinals of one and the same moment; after a crash the rows since
//! then are computed again, and those the sink already has are not sent again.

mod application;
mod change;
mod checkpoint;
mod code;
mod config;
mod decode;
mod discover;
mod encode;
mod error;
mod event_time;
mod figures;
mod function_outbox;
mod incoming;
mod ingest;
mod limits;
mod ops;
mod ops_v2;
mod outbox;
mod outputs;
mod processor;
mod reader;
mod reference;
mod run;
mod run_settings;
mod runner;
mod schema;
mod service;
mod start;
mod store;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;

pub use application::{Application, Status};
pub use decode::{DecodeError, Decoder};
pub use error::Error;
pub use figures::{Figures, OperatorFigures, OutputFigures, PumpFigures};
pub use ops::{api, source_schema};
pub use ops_v2::api_v2;
pub use schema::{RecordFormat, SchemaColumn, SourceSchema};
pub use service::{Analytics, Seams};
