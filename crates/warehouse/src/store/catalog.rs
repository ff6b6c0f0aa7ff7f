//! Tables, their lists of parts, and the ledger of loaded objects, in the control store.
//!
//! A table's row names the parts that make up its content, so that one transaction decides what
//! every later query sees. The ledger lies beside it, under the table's number: a table that is
//! dropped and created again starts with an empty ledger.
//!
//! Does not: touch part files, or remember rows; each answer comes from the control store, since
//! this process may not be the only one.

use std::sync::Arc;

use levada_env::Random;
use levada_meta::{CommitError, MetaStore, Stored, Table, Transaction, Write};
use levada_types::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Column, Part};
use crate::error::{Result, WarehouseError};

const TABLES: &str = "warehouse.tables";
const STORE: &str = "warehouse.store";
const STORE_KEY: &str = "id";
const TABLE_NUMBERS: &str = "warehouse.table";

/// Persisted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableRow {
    /// Never given twice.
    pub number: u64,
    pub columns: Vec<Column>,
    pub parts: Vec<Part>,
    pub created: Timestamp,
}

/// A table as the control store has it now.
pub type StoredTable = Stored<TableRow>;

/// Persisted: one object that was loaded into one table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Loaded {
    pub rows: u64,
    pub size_bytes: u64,
    pub etag: String,
    pub at: Timestamp,
}

/// What a commit does to a table's ledger.
pub enum Change {
    Keep,
    Add(Vec<(String, Loaded)>),
    Forget,
}

#[derive(Clone)]
pub struct Catalog {
    store: Arc<dyn MetaStore>,
    tables: Table<TableRow>,
}

impl Catalog {
    pub fn new(store: Arc<dyn MetaStore>) -> Self {
        Self { tables: Table::new(Arc::clone(&store), TABLES), store }
    }

    /// The name that ties this control store to its warehouse directory; made at the first call.
    pub async fn store_id(&self, random: &dyn Random) -> Result<String> {
        let ids: Table<String> = Table::new(Arc::clone(&self.store), STORE);
        if ids.get(STORE_KEY).await?.is_none() {
            match ids.insert(STORE_KEY, &random.uuid()).await {
                // Another process was quicker; its name holds.
                Ok(()) | Err(CommitError::Conflict(_)) => {}
                Err(error) => return Err(error.into()),
            }
        }
        let id = ids.get(STORE_KEY).await?.map(|row| row.value);
        id.ok_or_else(|| WarehouseError::Internal("the warehouse's name is gone".into()))
    }

    pub async fn tables(&self) -> Result<Vec<StoredTable>> {
        Ok(self.tables.all().await?)
    }

    pub async fn find(&self, name: &str) -> Result<Option<StoredTable>> {
        Ok(self.tables.get(name).await?)
    }

    pub async fn table(&self, name: &str) -> Result<StoredTable> {
        let found = self.find(name).await?;
        found.ok_or_else(|| WarehouseError::UndefinedTable(name.to_owned()))
    }

    /// False when a table of this name exists.
    pub async fn create(&self, name: &str, columns: Vec<Column>, now: Timestamp) -> Result<bool> {
        if self.find(name).await?.is_some() {
            return Ok(false);
        }
        let number = self.store.next_id(TABLE_NUMBERS).await?;
        let row = TableRow { number, columns, parts: Vec::new(), created: now };
        match self.tables.insert(name, &row).await {
            Ok(()) => Ok(true),
            Err(CommitError::Conflict(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }

    /// The table and its ledger, as far as nobody changed it since `table` was read.
    pub async fn drop_table(&self, table: &StoredTable) -> Result<bool> {
        let transaction = Transaction {
            checks: vec![self.tables.check_version(&table.key, table.version)],
            writes: vec![
                self.tables.delete_write(&table.key),
                Write::Clear { space: ledger(table.value.number) },
            ],
        };
        self.commit(transaction).await
    }

    /// Replaces the list of parts and changes the ledger in one transaction. False, and nothing
    /// done, when the table changed since `table` was read.
    pub async fn replace_parts(
        &self,
        table: &StoredTable,
        parts: Vec<Part>,
        change: Change,
    ) -> Result<bool> {
        let space = ledger(table.value.number);
        let row = TableRow { parts, ..table.value.clone() };
        let mut writes = vec![self.tables.put_write(&table.key, &row)?];
        match change {
            Change::Keep => {}
            Change::Forget => writes.push(Write::Clear { space }),
            Change::Add(loads) => {
                for (url, loaded) in loads {
                    let value = serde_json::to_vec(&loaded)
                        .map_err(|error| WarehouseError::Internal(error.to_string()))?;
                    writes.push(Write::Put { space: space.clone(), key: url.into(), value });
                }
            }
        }
        let checks = vec![self.tables.check_version(&table.key, table.version)];
        self.commit(Transaction { checks, writes }).await
    }

    /// Was the object loaded into the table?
    pub async fn is_loaded(&self, table: &TableRow, url: &str) -> Result<bool> {
        Ok(self.store.get(&ledger(table.number), url.as_bytes()).await?.is_some())
    }

    async fn commit(&self, transaction: Transaction) -> Result<bool> {
        match self.store.commit(transaction).await {
            Ok(()) => Ok(true),
            Err(CommitError::Conflict(_)) => Ok(false),
            Err(error) => Err(error.into()),
        }
    }
}

fn ledger(number: u64) -> String {
    format!("warehouse.ledger.{number}")
}
