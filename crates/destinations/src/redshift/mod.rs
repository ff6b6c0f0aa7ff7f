//! A warehouse that copies from objects: Amazon Redshift, or the embedded one, which speaks the
//! same wire and the same COPY.
//! Does not: insert rows itself, or fetch passwords from a secret store.

mod config;
mod copy;
mod deliver;

pub use config::{Address, RedshiftConfig};
pub use deliver::Redshift;
