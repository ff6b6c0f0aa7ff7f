//! `SqliteStore`: the embedded control store, one file, WAL journal, every commit synced.
//!
//! One thread owns the write connection and commits what waits in one SQLite transaction, with
//! a savepoint per caller, so that concurrent commits share a sync. Reads run on a connection
//! of their own and see committed data only.
//!
//! Does not: retry failed transactions; a store that fails is reported to the caller.

use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use parking_lot::Mutex;
use rusqlite::{Connection, OptionalExtension, params};
use tokio::sync::{mpsc, oneshot};

use crate::{Check, CommitError, MetaError, MetaStore, Row, Transaction, Write};

/// Numbered migrations: never change one, only add.
const MIGRATIONS: &[&str] = &[include_str!("migrations/0001_rows.sql")];
const QUEUE_MAX: usize = 1024;
const GROUP_MAX: usize = 256;

pub struct SqliteStore {
    reader: Arc<Mutex<Connection>>,
    writer: mpsc::Sender<Job>,
}

enum Job {
    Commit(Transaction, oneshot::Sender<Result<(), CommitError>>),
    ReserveIds(String, u64, oneshot::Sender<Result<u64, MetaError>>),
}

fn failed(error: &rusqlite::Error) -> MetaError {
    MetaError::Store(error.to_string())
}

fn stopped() -> MetaError {
    MetaError::Store("the control store has stopped".into())
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let connection = Connection::open(path)?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    // NORMAL would lose acknowledged commits at a power cut.
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.busy_timeout(std::time::Duration::from_secs(10))?;
    Ok(connection)
}

fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let done: usize = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for (number, script) in MIGRATIONS.iter().enumerate().skip(done) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(script)?;
        transaction.pragma_update(None, "user_version", number + 1)?;
        transaction.commit()?;
    }
    Ok(())
}

impl SqliteStore {
    /// Opens or creates the store's file. Call within a process that holds the data directory's
    /// lock: two writers would only wait for each other, but two owners must not be.
    pub fn open(path: &Path) -> Result<Self, MetaError> {
        let mut connection = connect(path).map_err(|e| failed(&e))?;
        migrate(&mut connection).map_err(|e| failed(&e))?;
        let reader = Arc::new(Mutex::new(connect(path).map_err(|e| failed(&e))?));
        let (writer, jobs) = mpsc::channel(QUEUE_MAX);
        std::thread::Builder::new()
            .name("meta-writer".into())
            .spawn(move || run_writer(connection, jobs))
            .map_err(|e| MetaError::Store(e.to_string()))?;
        Ok(Self { reader, writer })
    }

    async fn read<T: Send + 'static>(
        &self,
        act: impl FnOnce(&Connection) -> rusqlite::Result<T> + Send + 'static,
    ) -> Result<T, MetaError> {
        let reader = Arc::clone(&self.reader);
        tokio::task::spawn_blocking(move || act(&reader.lock()))
            .await
            .map_err(|_| stopped())?
            .map_err(|e| failed(&e))
    }
}

fn run_writer(mut connection: Connection, mut jobs: mpsc::Receiver<Job>) {
    while let Some(first) = jobs.blocking_recv() {
        let mut group = vec![first];
        while group.len() < GROUP_MAX
            && let Ok(job) = jobs.try_recv()
        {
            group.push(job);
        }
        run_group(&mut connection, group);
    }
}

/// Tells one caller how the group's commit and the caller's own part went.
type Answer = Box<dyn FnOnce(Result<(), MetaError>)>;

/// Answers are sent only after the group's commit, so that they speak of durable data.
fn run_group(connection: &mut Connection, group: Vec<Job>) {
    let mut answers: Vec<Answer> = Vec::with_capacity(group.len());
    let outcome = (|| {
        let mut transaction = connection.transaction()?;
        for job in group {
            match job {
                Job::Commit(wanted, answer) => {
                    let result = apply(&mut transaction, &wanted);
                    answers.push(Box::new(move |group| {
                        let _ = answer.send(group.map_err(CommitError::from).and(result));
                    }));
                }
                Job::ReserveIds(counter, count, answer) => {
                    let result = reserve_ids(&transaction, &counter, count);
                    answers.push(Box::new(move |group| {
                        let _ = answer.send(group.and(result));
                    }));
                }
            }
        }
        transaction.commit()
    })();
    let outcome = outcome.map_err(|e| failed(&e));
    for answer in answers {
        answer(outcome.clone());
    }
}

fn apply(
    transaction: &mut rusqlite::Transaction<'_>,
    wanted: &Transaction,
) -> Result<(), CommitError> {
    let lift = |e: rusqlite::Error| CommitError::Failed(failed(&e));
    let savepoint = transaction.savepoint().map_err(lift)?;
    for (place, check) in wanted.checks.iter().enumerate() {
        if !holds(&savepoint, check).map_err(lift)? {
            return Err(CommitError::Conflict(place));
        }
    }
    for write in &wanted.writes {
        write_row(&savepoint, write).map_err(lift)?;
    }
    savepoint.commit().map_err(lift)
}

fn holds(connection: &Connection, check: &Check) -> rusqlite::Result<bool> {
    let (space, key, wanted) = match check {
        Check::Absent { space, key } => (space, key, None),
        Check::Version { space, key, version } => (space, key, Some(*version)),
    };
    let found: Option<u64> = connection
        .prepare_cached("SELECT version FROM rows WHERE space = ?1 AND key = ?2")?
        .query_row(params![space, key], |row| row.get(0))
        .optional()?;
    Ok(found == wanted)
}

fn write_row(connection: &Connection, write: &Write) -> rusqlite::Result<()> {
    match write {
        Write::Put { space, key, value } => connection
            .prepare_cached(
                "INSERT INTO rows (space, key, value, version) VALUES (?1, ?2, ?3, 1)
                 ON CONFLICT (space, key) DO UPDATE
                 SET value = excluded.value, version = version + 1",
            )?
            .execute(params![space, key, value])?,
        Write::Delete { space, key } => connection
            .prepare_cached("DELETE FROM rows WHERE space = ?1 AND key = ?2")?
            .execute(params![space, key])?,
        Write::Clear { space } => connection
            .prepare_cached("DELETE FROM rows WHERE space = ?1")?
            .execute(params![space])?,
    };
    Ok(())
}

fn reserve_ids(connection: &Connection, counter: &str, count: u64) -> Result<u64, MetaError> {
    let given = i64::try_from(count).map_err(|e| MetaError::Store(e.to_string()))?;
    connection
        .query_row(
            "INSERT INTO counters (name, last) VALUES (?1, ?2)
             ON CONFLICT (name) DO UPDATE SET last = last + ?2 RETURNING last - ?2 + 1",
            params![counter, given],
            |row| row.get(0),
        )
        .map_err(|e| failed(&e))
}

/// The smallest key that does not start with `prefix`; `None` when there is none.
fn prefix_end(prefix: &[u8]) -> Option<Vec<u8>> {
    let kept = prefix.iter().rposition(|byte| *byte != u8::MAX)?;
    let mut end = prefix[..=kept].to_vec();
    end[kept] += 1;
    Some(end)
}

fn scan_rows(
    connection: &Connection,
    space: &str,
    prefix: &[u8],
    after: Option<&[u8]>,
    descending: bool,
    limit: usize,
) -> rusqlite::Result<Vec<Row>> {
    let mut sql =
        String::from("SELECT key, value, version FROM rows WHERE space = ?1 AND key >= ?2");
    let end = prefix_end(prefix);
    sql += if end.is_some() { " AND key < ?3" } else { " AND ?3 IS NULL" };
    sql += match (after, descending) {
        (None, _) => " AND ?4 IS NULL",
        (Some(_), false) => " AND key > ?4",
        (Some(_), true) => " AND key < ?4",
    };
    sql += if descending { " ORDER BY key DESC LIMIT ?5" } else { " ORDER BY key LIMIT ?5" };
    let limit = i64::try_from(limit).unwrap_or(i64::MAX);
    connection
        .prepare_cached(&sql)?
        .query_map(params![space, prefix, end, after, limit], |row| {
            Ok(Row { key: row.get(0)?, value: row.get(1)?, version: row.get(2)? })
        })?
        .collect()
}

#[async_trait]
impl MetaStore for SqliteStore {
    async fn get(&self, space: &str, key: &[u8]) -> Result<Option<Row>, MetaError> {
        let (space, key) = (space.to_owned(), key.to_owned());
        self.read(move |connection| {
            connection
                .prepare_cached("SELECT value, version FROM rows WHERE space = ?1 AND key = ?2")?
                .query_row(params![space, key], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()
                .map(|found| found.map(|(value, version)| Row { key, value, version }))
        })
        .await
    }

    async fn scan(
        &self,
        space: &str,
        prefix: &[u8],
        after: Option<&[u8]>,
        descending: bool,
        limit: usize,
    ) -> Result<Vec<Row>, MetaError> {
        let (space, prefix) = (space.to_owned(), prefix.to_owned());
        let after = after.map(<[u8]>::to_vec);
        self.read(move |connection| {
            scan_rows(connection, &space, &prefix, after.as_deref(), descending, limit)
        })
        .await
    }

    async fn commit(&self, transaction: Transaction) -> Result<(), CommitError> {
        let (answer, result) = oneshot::channel();
        self.writer.send(Job::Commit(transaction, answer)).await.map_err(|_| stopped())?;
        result.await.map_err(|_| stopped())?
    }

    async fn reserve_ids(&self, counter: &str, count: u64) -> Result<u64, MetaError> {
        let (answer, result) = oneshot::channel();
        let job = Job::ReserveIds(counter.into(), count, answer);
        self.writer.send(job).await.map_err(|_| stopped())?;
        result.await.map_err(|_| stopped())?
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Table;

    fn open() -> (tempfile::TempDir, Arc<SqliteStore>) {
        let dir = tempfile::tempdir().unwrap();
        let store = SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap();
        (dir, Arc::new(store))
    }

    #[tokio::test]
    async fn an_update_with_an_old_version_changes_nothing() {
        let (_dir, store) = open();
        let table: Table<String> = Table::new(store, "t");
        table.insert("k", &"one".into()).await.unwrap();
        table.update("k", 1, &"two".into()).await.unwrap();
        let refused = table.update("k", 1, &"three".into()).await;
        assert_eq!(refused, Err(CommitError::Conflict(0)));
        assert_eq!(table.get("k").await.unwrap().unwrap().value, "two");
        assert_eq!(table.insert("k", &"x".into()).await, Err(CommitError::Conflict(0)));
    }

    #[test]
    fn every_connection_syncs_each_commit_to_its_write_ahead_journal() {
        let (_dir, store) = open();
        let second = connect(Path::new(store.reader.lock().path().unwrap())).unwrap();
        for connection in [&*store.reader.lock(), &second] {
            let pragma = |name: &str| -> String {
                connection
                    .pragma_query_value(None, name, |row| row.get::<_, rusqlite::types::Value>(0))
                    .map(|value| format!("{value:?}"))
                    .unwrap()
            };
            assert_eq!(pragma("journal_mode"), r#"Text("wal")"#);
            // 2 is FULL.
            assert_eq!(pragma("synchronous"), "Integer(2)");
        }
    }

    #[tokio::test]
    async fn a_transaction_with_one_failing_check_writes_nothing() {
        let (_dir, store) = open();
        let table: Table<u32> = Table::new(store.clone(), "t");
        table.insert("a", &1).await.unwrap();
        let transaction = Transaction {
            checks: vec![table.check_version("a", 1), table.check_version("b", 1)],
            writes: vec![table.put_write("a", &2).unwrap(), table.put_write("c", &3).unwrap()],
        };
        assert_eq!(store.commit(transaction).await, Err(CommitError::Conflict(1)));
        assert_eq!(table.get("a").await.unwrap().unwrap().value, 1);
        assert_eq!(table.get("c").await.unwrap(), None);
    }

    #[tokio::test]
    async fn scans_follow_key_order_prefix_and_direction() {
        let (_dir, store) = open();
        let put = |key: &[u8]| Write::Put { space: "s".into(), key: key.into(), value: vec![] };
        let keys: [&[u8]; 5] = [b"a", b"b\x00", b"b\xff", b"b\xff\x01", b"c"];
        let writes = keys.iter().map(|key| put(key)).collect();
        store.commit(Transaction { checks: vec![], writes }).await.unwrap();
        let keys_of = |rows: Vec<Row>| rows.into_iter().map(|row| row.key).collect::<Vec<_>>();
        let up = store.scan("s", b"b", Some(b"b\x00"), false, 10).await.unwrap();
        assert_eq!(keys_of(up), [b"b\xff".to_vec(), b"b\xff\x01".to_vec()]);
        let down = store.scan("s", b"", None, true, 2).await.unwrap();
        assert_eq!(keys_of(down), [b"c".to_vec(), b"b\xff\x01".to_vec()]);
        let max = store.scan("s", b"b\xff", None, false, 10).await.unwrap();
        assert_eq!(max.len(), 2);
    }

    #[tokio::test]
    async fn ids_are_never_given_twice_also_across_a_restart() {
        let (dir, store) = open();
        assert_eq!(store.next_id("shard").await.unwrap(), 1);
        assert_eq!(store.reserve_ids("shard", 5).await.unwrap(), 2);
        assert_eq!(store.reserve_ids("other", 5).await.unwrap(), 1);
        drop(store);
        let again = SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap();
        assert_eq!(again.next_id("shard").await.unwrap(), 7);
    }
}
