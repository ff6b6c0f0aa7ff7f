//! `Tables`: the service, its catalog of tables, their creation, alteration and deletion.
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
use crate::expiry::{self, Alarm};
use crate::index::{Index, Projection};
use crate::key::KeySchema;
use crate::limits::LOCK_COUNT;
use crate::store::{Billing, Progress, TableRow, Throughput, decode_item};
use crate::value::{Item, item_size};
use crate::write::Intent;
use crate::{backfill, ops};

/// What CreateTable asks for, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct NewTable {
    pub name: String,
    pub schema: KeySchema,
    pub billing: Billing,
    pub indexes: Vec<NewIndex>,
    pub tags: BTreeMap<String, String>,
    pub is_protected: bool,
}

/// What is asked for of an index, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct NewIndex {
    pub name: String,
    pub schema: KeySchema,
    pub projection: Projection,
    pub throughput: Throughput,
}

/// A table as it was at one moment.
#[derive(Debug)]
pub struct OpenTable {
    pub row: TableRow,
    /// Of the table's own row.
    version: u64,
}

impl OpenTable {
    /// Holds as long as the table is there and was not altered.
    pub fn still_there(&self) -> Check {
        let (space, key) = (SPACE.to_owned(), self.row.name.clone().into_bytes());
        Check::Version { space, key, version: self.version }
    }
}

const SPACE: &str = "tables";

/// Key-value tables over the control store. The catalog in memory is the control store's rows;
/// a write also checks its table's row, so that none is lost into a deleted table, and none
/// misses an index.
pub struct Tables {
    pub(crate) meta: Arc<dyn MetaStore>,
    pub(crate) identity: Identity,
    pub(crate) env: Env,
    /// Host and port at which clients reach the service.
    pub(crate) address: String,
    pub(crate) expiry: Arc<Alarm>,
    rows: Table<TableRow>,
    catalog: RwLock<BTreeMap<String, Arc<OpenTable>>>,
    /// Held while tables are created, altered or deleted: one at a time. Taken before `locks`.
    control: Mutex<()>,
    /// Writers of one row wait for each other here instead of retrying against each other.
    /// Several are taken in the order of their places.
    locks: Vec<Mutex<()>>,
}

impl Tables {
    /// `address` is the host and port at which clients reach the service.
    pub async fn open(
        meta: Arc<dyn MetaStore>,
        identity: Identity,
        env: Env,
        address: String,
    ) -> Result<Arc<Self>, MetaError> {
        let rows: Table<TableRow> = Table::new(Arc::clone(&meta), SPACE);
        let stored = rows.all().await?;
        let catalog = stored
            .into_iter()
            .map(|stored| {
                (stored.key, Arc::new(OpenTable { row: stored.value, version: stored.version }))
            })
            .collect();
        let tables = Arc::new(Self {
            meta,
            identity,
            env,
            address,
            expiry: Arc::default(),
            rows,
            catalog: RwLock::new(catalog),
            control: Mutex::default(),
            locks: (0..LOCK_COUNT).map(|_| Mutex::default()).collect(),
        });
        for table in tables.all() {
            for space in backfill::unfilled(&table.row) {
                tables.start_backfill(Arc::clone(&table), space);
            }
        }
        tables.start_expiry();
        Ok(tables)
    }

    /// The DynamoDB API of this service.
    pub fn api(self: &Arc<Self>) -> ServiceApi {
        ops::api(self)
    }

    /// The locks that all writers of these rows (table and row key) share with few others.
    pub(crate) async fn lock<'a>(
        &self,
        rows: impl Iterator<Item = (u64, &'a [u8])>,
    ) -> Vec<MutexGuard<'_, ()>> {
        let mut places: Vec<usize> = rows
            .map(|row| {
                let mut hasher = DefaultHasher::new();
                row.hash(&mut hasher);
                hasher.finish() as usize % self.locks.len()
            })
            .collect();
        places.sort_unstable();
        places.dedup();
        let mut guards = Vec::with_capacity(places.len());
        for place in places {
            guards.push(self.locks[place].lock().await);
        }
        guards
    }

    /// Holds back every writer.
    pub(crate) async fn lock_all(&self) -> Vec<MutexGuard<'_, ()>> {
        let mut guards = Vec::with_capacity(self.locks.len());
        for lock in &self.locks {
            guards.push(lock.lock().await);
        }
        guards
    }

    pub(crate) fn all(&self) -> Vec<Arc<OpenTable>> {
        self.catalog.read().values().cloned().collect()
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
        let mut indexes = Vec::with_capacity(wanted.indexes.len());
        for index in wanted.indexes {
            indexes.push(self.new_index(index, Progress::Complete).await?);
        }
        let row = TableRow {
            name: wanted.name,
            uid: self.meta.next_id("table").await?,
            table_id: self.env.random.uuid(),
            created: self.env.clock.now(),
            schema: wanted.schema,
            billing: wanted.billing,
            indexes,
            expiry: None,
            tags: wanted.tags,
            is_protected: wanted.is_protected,
        };
        match self.rows.insert(&row.name, &row).await {
            Ok(()) => {}
            Err(CommitError::Conflict(_)) => return Err(Error::TableExists(row.name)),
            Err(CommitError::Failed(error)) => return Err(error.into()),
        }
        // A row that was just inserted has its first version.
        let table = Arc::new(OpenTable { row, version: 1 });
        self.catalog.write().insert(table.row.name.clone(), Arc::clone(&table));
        Ok(table)
    }

    pub(crate) async fn new_index(
        &self,
        wanted: NewIndex,
        progress: Progress,
    ) -> Result<Index, Error> {
        let NewIndex { name, schema, projection, throughput } = wanted;
        let uid = self.meta.next_id("table.derived").await?;
        Ok(Index { name, uid, schema, projection, progress, throughput })
    }

    /// Alters a table's row, together with further writes; durable when it returns. `change` may
    /// be asked again when another process altered the table too.
    pub(crate) async fn alter(
        &self,
        name_or_arn: &str,
        change: impl Fn(&mut TableRow, &mut Vec<Write>) -> Result<(), Error>,
    ) -> Result<Arc<OpenTable>, Error> {
        let _one_at_a_time = self.control.lock().await;
        let mut table = self.find_named(name_or_arn)?;
        loop {
            let (mut row, mut writes) = (table.row.clone(), Vec::new());
            change(&mut row, &mut writes)?;
            writes.push(self.rows.put_write(&row.name, &row)?);
            let checks = vec![table.still_there()];
            match self.meta.commit(Transaction { checks, writes }).await {
                Ok(()) => {
                    let altered = Arc::new(OpenTable { row, version: table.version + 1 });
                    return Ok(self.remember(altered));
                }
                Err(CommitError::Conflict(_)) => table = self.refreshed(&table).await?,
                Err(CommitError::Failed(error)) => return Err(error.into()),
            }
        }
    }

    /// The same table as the control store has it now.
    pub(crate) async fn refreshed(&self, table: &OpenTable) -> Result<Arc<OpenTable>, Error> {
        let name = &table.row.name;
        match self.rows.get(name).await? {
            Some(stored) if stored.value.uid == table.row.uid => {
                Ok(self
                    .remember(Arc::new(OpenTable { row: stored.value, version: stored.version })))
            }
            _ => Err(Error::NotFound),
        }
    }

    /// Into the catalog, unless a later one is there; the one that is there then.
    fn remember(&self, table: Arc<OpenTable>) -> Arc<OpenTable> {
        let mut catalog = self.catalog.write();
        if let Some(known) = catalog.get_mut(&table.row.name)
            && (known.row.uid, known.version) < (table.row.uid, table.version)
        {
            *known = Arc::clone(&table);
        }
        table
    }

    /// Deletes a table with its items, in one transaction.
    pub async fn delete(&self, name_or_arn: &str) -> Result<Arc<OpenTable>, Error> {
        let _one_at_a_time = self.control.lock().await;
        let mut table = self.find_named(name_or_arn)?;
        loop {
            if table.row.is_protected {
                return Err(Error::Protected);
            }
            let mut writes = vec![self.rows.delete_write(&table.row.name)];
            writes.extend(table.row.spaces().into_iter().map(|space| Write::Clear { space }));
            let checks = vec![table.still_there()];
            match self.meta.commit(Transaction { checks, writes }).await {
                Ok(()) => break,
                Err(CommitError::Conflict(_)) => match self.refreshed(&table).await {
                    Ok(altered) => table = altered,
                    Err(Error::NotFound) => break,
                    Err(error) => return Err(error),
                },
                Err(CommitError::Failed(error)) => return Err(error.into()),
            }
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

    /// How many items a space of items holds, and their bytes, counted now.
    pub async fn count(&self, space: &str) -> Result<(i64, i64), Error> {
        let (mut items, mut bytes) = (0, 0);
        let mut after: Option<Vec<u8>> = None;
        loop {
            let limit = crate::limits::FETCH_ROWS;
            let rows = self.meta.scan(space, &[], after.as_deref(), false, limit).await?;
            for row in &rows {
                items += 1;
                bytes += i64::try_from(item_size(&decode_item(space, row)?)).unwrap_or(0);
            }
            match rows.into_iter().next_back() {
                Some(row) => after = Some(row.key),
                None => return Ok((items, bytes)),
            }
        }
    }

    /// The earliest second of expiry among rows to be written.
    pub(crate) fn first_expiry(&self, intents: &[Intent], writes: &[Write]) -> Option<u64> {
        let settings: Vec<String> =
            intents.iter().filter_map(|i| Some(i.table.row.expiry.as_ref()?.space())).collect();
        if settings.is_empty() {
            return None;
        }
        let seconds = writes.iter().filter_map(|write| match write {
            Write::Put { space, key, .. } if settings.contains(space) => {
                Some(expiry::parse_row_key(key)?.0)
            }
            _ => None,
        });
        seconds.min()
    }
}
