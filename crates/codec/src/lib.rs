//! Formats of what flows and what is stored: CSV and JSON rows, JSONPath, GZIP, names of
//! delivered objects, the expression language of their prefixes, and producers' aggregates.
//!
//! Does not: do I/O, know services, or take time and randomness from anywhere but its arguments.

pub mod csv;
pub mod gzip;
mod java_time;
pub mod json;
pub mod jsonpath;
pub mod kpl;
pub mod object_name;
pub mod prefix;

pub use chrono_tz::Tz;
