//! The PostgreSQL wire: connections, logins, simple and extended queries.
//! Does not: know what statements do.

mod encode;
mod listener;
mod login;
mod parameter;
mod session;

pub use encode::{fields, pg_type};
