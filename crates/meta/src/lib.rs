//! The transactional control store: versioned rows in named spaces, ordered by key.
//!
//! Streams, shards, delivery streams, applications, functions, topics, items of tables: each
//! service keeps its rows as JSON in a space of its own through [`Table`]. The store knows
//! bytes, versions and order, nothing else, so that a second implementation stays small.
//!
//! Does not: hold records (see `log`), or know any service's types.

mod api;
mod copy;
mod sqlite;
mod table;

pub use api::{Check, CommitError, MetaError, MetaStore, Row, Transaction, Write};
pub use copy::{check_store, copy_store};
pub use sqlite::SqliteStore;
pub use table::{Stored, Table};
