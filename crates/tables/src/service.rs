//! `Tables`: the service, its catalog of tables, creation and deletion.
//! Does not: read or write items (see `write` and `search`).

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::sync::Arc;

use levada_env::Env;
use levada_meta::{Check, CommitError, MetaError, MetaStore, Table, Transaction, Write};
use levada_types::{Arn, Identity};
use levada_wire::ServiceApi;
use parking_lot::RwLock;
use tokio::sync::{Mutex, MutexGuard};

use crate::error::Error;
use crate::key::KeySchema;
use crate::limits::LOCK_COUNT;
use crate::ops;
use crate::store::{Billing, TableRow, decode_item};
use crate::value::{Item, item_size};

/// What CreateTable asks for, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct NewTable {
    pub name: String,
    pub schema: KeySchema,
    pub billing: Billing,
}

/// A table and the check that it still is the same one.
#[derive(Debug)]
pub struct OpenTable {
    pub row: TableRow,
    pub still_there: Check,
}

/// Key-value tables over the control store. The catalog in memory is the control store's rows;
/// a write also checks its table's row, so that none is lost into a deleted table.
pub struct Tables {
    pub(crate) meta: Arc<dyn MetaStore>,
    pub(crate) identity: Identity,
    env: Env,
    rows: Table<TableRow>,
    catalog: RwLock<BTreeMap<String, Arc<OpenTable>>>,
    /// Held while tables are created or deleted: one at a time.
    control: Mutex<()>,
    /// Writers of one row wait for each other here instead of retrying against each other.
    locks: Vec<Mutex<()>>,
}

impl Tables {
    pub async fn open(
        meta: Arc<dyn MetaStore>,
        identity: Identity,
        env: Env,
    ) -> Result<Arc<Self>, MetaError> {
        let rows: Table<TableRow> = Table::new(Arc::clone(&meta), "tables");
        let stored = rows.all().await?;
        let catalog = stored
            .into_iter()
            .map(|stored| {
                let still_there = rows.check_version(&stored.key, stored.version);
                (stored.key, Arc::new(OpenTable { row: stored.value, still_there }))
            })
            .collect();
        Ok(Arc::new(Self {
            meta,
            identity,
            env,
            rows,
            catalog: RwLock::new(catalog),
            control: Mutex::default(),
            locks: (0..LOCK_COUNT).map(|_| Mutex::default()).collect(),
        }))
    }

    /// The DynamoDB API of this service.
    pub fn api(self: &Arc<Self>) -> ServiceApi {
        ops::api(self)
    }

    /// The lock that all writers of a row share with few others.
    pub(crate) async fn lock(&self, table: &TableRow, key: &[u8]) -> MutexGuard<'_, ()> {
        let mut hasher = DefaultHasher::new();
        (table.uid, key).hash(&mut hasher);
        let place = hasher.finish() as usize % self.locks.len();
        self.locks[place].lock().await
    }

    /// The table of a request's `TableName`, which may be a name or an ARN.
    pub fn find(&self, name_or_arn: &str) -> Result<Arc<OpenTable>, Error> {
        let name = self.name_of(name_or_arn);
        self.catalog.read().get(&name).cloned().ok_or(Error::NotFound)
    }

    /// The same for operations whose message names the table.
    pub fn find_named(&self, name_or_arn: &str) -> Result<Arc<OpenTable>, Error> {
        let name = self.name_of(name_or_arn);
        self.find(&name).map_err(|_| Error::TableNotFound(name))
    }

    fn name_of(&self, name_or_arn: &str) -> String {
        Arn::parse(name_or_arn)
            .ok()
            .filter(|arn| arn.service == "dynamodb" && arn.account == self.identity.account)
            .and_then(|arn| arn.resource.strip_prefix("table/").map(str::to_owned))
            .unwrap_or_else(|| name_or_arn.to_owned())
    }

    /// Creates a table; it takes items when this returns.
    pub async fn create(&self, wanted: NewTable) -> Result<Arc<OpenTable>, Error> {
        let _one_at_a_time = self.control.lock().await;
        if self.catalog.read().contains_key(&wanted.name) {
            return Err(Error::TableExists(wanted.name));
        }
        let row = TableRow {
            name: wanted.name,
            uid: self.meta.next_id("table").await?,
            table_id: self.env.random.uuid(),
            created: self.env.clock.now(),
            schema: wanted.schema,
            billing: wanted.billing,
        };
        match self.rows.insert(&row.name, &row).await {
            Ok(()) => {}
            Err(CommitError::Conflict(_)) => return Err(Error::TableExists(row.name)),
            Err(CommitError::Failed(error)) => return Err(error.into()),
        }
        // A row that was just inserted has its first version.
        let still_there = self.rows.check_version(&row.name, 1);
        let table = Arc::new(OpenTable { row, still_there });
        self.catalog.write().insert(table.row.name.clone(), Arc::clone(&table));
        Ok(table)
    }

    /// Deletes a table with its items, in one transaction.
    pub async fn delete(&self, name_or_arn: &str) -> Result<Arc<OpenTable>, Error> {
        let _one_at_a_time = self.control.lock().await;
        let table = self.find_named(name_or_arn)?;
        let writes = vec![
            self.rows.delete_write(&table.row.name),
            Write::Clear { space: table.row.items_space() },
        ];
        let checks = vec![table.still_there.clone()];
        match self.meta.commit(Transaction { checks, writes }).await {
            Ok(()) | Err(CommitError::Conflict(_)) => {}
            Err(CommitError::Failed(error)) => return Err(error.into()),
        }
        self.catalog.write().remove(&table.row.name);
        Ok(table)
    }

    /// Up to `limit` table names in order, after `after` if given, and whether more follow.
    pub fn list(&self, after: Option<&str>, limit: usize) -> (Vec<String>, bool) {
        use std::ops::Bound::{Excluded, Unbounded};
        let catalog = self.catalog.read();
        let from = after.map_or(Unbounded, Excluded);
        let mut rest = catalog.range::<str, _>((from, Unbounded)).map(|(name, _)| name.clone());
        let page = rest.by_ref().take(limit).collect();
        (page, rest.next().is_some())
    }

    /// The item under a row key.
    pub async fn get(&self, table: &OpenTable, key: &[u8]) -> Result<Option<Item>, Error> {
        let space = table.row.items_space();
        let row = self.meta.get(&space, key).await?;
        Ok(row.map(|row| decode_item(&space, &row)).transpose()?)
    }

    /// How many items a table holds, and their bytes, counted now.
    pub async fn count(&self, table: &OpenTable) -> Result<(i64, i64), Error> {
        let space = table.row.items_space();
        let (mut items, mut bytes) = (0, 0);
        let mut after: Option<Vec<u8>> = None;
        loop {
            let limit = crate::limits::FETCH_ROWS;
            let rows = self.meta.scan(&space, &[], after.as_deref(), false, limit).await?;
            for row in &rows {
                items += 1;
                bytes += i64::try_from(item_size(&decode_item(&space, row)?)).unwrap_or(0);
            }
            match rows.into_iter().next_back() {
                Some(row) => after = Some(row.key),
                None => return Ok((items, bytes)),
            }
        }
    }
}
