//! What reads like a function and is an expression of its own, one file each: its documentation.
//! Does not: compute them; the engine's binder makes expressions of them.

mod cast;
mod coalesce;
mod current_date;
mod current_row_timestamp;
mod current_time;
mod current_timestamp;
mod localtime;
mod localtimestamp;
mod monotonic;
mod nullif;

use crate::Example;

pub use cast::CAST;
pub use coalesce::COALESCE;
pub use current_date::CURRENT_DATE;
pub use current_row_timestamp::CURRENT_ROW_TIMESTAMP;
pub use current_time::CURRENT_TIME;
pub use current_timestamp::CURRENT_TIMESTAMP;
pub use localtime::LOCALTIME;
pub use localtimestamp::LOCALTIMESTAMP;
pub use monotonic::MONOTONIC;
pub use nullif::NULLIF;

/// One form of expression. Its file holds one such constant.
#[derive(Debug)]
pub struct Form {
    /// As written in SQL, upper case.
    pub name: &'static str,
    /// Every form, as documentation shows it.
    pub signatures: &'static [&'static str],
    /// What it gives, its units and edges.
    pub doc: &'static str,
    /// Run as a test.
    pub example: Example,
}

/// Every form, sorted by name.
pub static ALL: &[&Form] = &[
    &CAST,
    &COALESCE,
    &CURRENT_DATE,
    &CURRENT_ROW_TIMESTAMP,
    &CURRENT_TIME,
    &CURRENT_TIMESTAMP,
    &LOCALTIME,
    &LOCALTIMESTAMP,
    &MONOTONIC,
    &NULLIF,
];
