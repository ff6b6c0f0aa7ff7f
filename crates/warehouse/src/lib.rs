//! The embedded warehouse: tables of Parquet files, SQL over the PostgreSQL wire, Redshift-style
//! COPY.
//!
//! A load is one Parquet part, synced, and then one transaction in the control store that adds
//! the part to its table and the objects to the table's ledger. An object in the ledger is never
//! loaded into that table again: a COPY that is repeated, by whomever, loads what is missing.
//! (Redshift would load the object twice.)
//!
//! Does not: give transactions over several statements; each is committed by itself. Does not
//! hold rows anywhere but in part files.

mod answer;
mod copy;
mod engine;
mod error;
mod functions;
mod insert;
mod limits;
mod pg_catalog;
mod service;
mod settings;
mod sql;
mod store;
mod wire;

pub use answer::{Answer, Head, Notice, Outcome, Severity, Table};
pub use copy::{LoadError, ValueError};
pub use engine::Rows;
pub use error::{Result, WarehouseError};
pub use service::{Login, Options, Warehouse};
