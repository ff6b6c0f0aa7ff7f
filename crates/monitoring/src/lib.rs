//! Metrics that clients publish, and their statistics (the CloudWatch metric API), so that KCL,
//! KPL and agents find the endpoint they report to.
//!
//! Metrics are kept in memory, a day of minutes each, and are gone after a restart: they tell
//! how clients do now. The least recently written metric makes room for a new one.
//!
//! Does not: raise alarms, compute percentiles or metric math, or serve this server's own
//! metrics (see `telemetry`).

mod datum;
mod error;
mod limits;
mod metric;
mod ops;
mod service;
mod statistic;
mod store;

pub use error::Error;
pub use service::Monitoring;
