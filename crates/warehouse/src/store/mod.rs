//! What the warehouse keeps: tables and the load ledger in the control store, rows in Parquet.
//! Does not: parse SQL or read objects.

mod catalog;
mod column;
mod part;
mod pins;

pub use catalog::{Catalog, Change, Loaded, StoredTable, TableRow};
pub use column::{Column, ColumnType};
pub use part::{Part, PartStore, PartWriter, schema_of};
pub use pins::{PartPins, Pin};
