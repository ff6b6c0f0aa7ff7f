//! `Warehouse`: the tables of one directory, and what each statement does to them.
//! Does not: speak a wire protocol (see `wire`).

use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::sync::Arc;

use levada_blob::BlobStore;
use levada_env::Env;
use levada_meta::MetaStore;
use pgwire::api::Type;
use serde::{Deserialize, Serialize};
use tokio::sync::{Mutex, OwnedMutexGuard};

use crate::answer::{Answer, Notice, Outcome, Table};
use crate::copy::{self, blocking};
use crate::engine::{Engine, Rows};
use crate::error::{Result, WarehouseError};
use crate::limits;
use crate::settings;
use crate::sql::{self, CopyStatement, CreateTable, Insert, Statement};
use crate::store::{Catalog, Change, Part, PartPins, PartStore, StoredTable};

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// Where part files are kept; belongs to one control store.
    pub dir: PathBuf,
    /// Where PostgreSQL clients connect. Without a login it must be a loopback address.
    #[serde(default = "default_listen")]
    pub listen: SocketAddr,
    /// Who may connect; nobody given: everybody on this machine.
    #[serde(default)]
    pub login: Option<Login>,
    /// Memory that all queries together may use, in bytes.
    #[serde(default = "default_memory")]
    pub query_memory_bytes_max: usize,
}

#[derive(Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Login {
    pub user: String,
    pub password: String,
}

impl std::fmt::Debug for Login {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Login").field("user", &self.user).finish_non_exhaustive()
    }
}

fn default_listen() -> SocketAddr {
    SocketAddr::from(([127, 0, 0, 1], 5439))
}

fn default_memory() -> usize {
    limits::QUERY_MEMORY_BYTES_DEFAULT
}

impl Options {
    /// Port 5439 on loopback, nobody asked for a password.
    pub fn new(dir: impl Into<PathBuf>) -> Self {
        Self {
            dir: dir.into(),
            listen: default_listen(),
            login: None,
            query_memory_bytes_max: default_memory(),
        }
    }
}

pub struct Warehouse {
    pub(crate) options: Options,
    pub(crate) engine: Engine,
    pub(crate) env: Env,
    catalog: Catalog,
    parts: PartStore,
    pins: Arc<PartPins>,
    blob: Arc<dyn BlobStore>,
    /// One change of a table at a time; a table's name picks its lock. Lock order: none is taken
    /// under another.
    writers: Vec<Arc<Mutex<()>>>,
}

impl Warehouse {
    /// Opens the directory, checks that it fits the control store, and deletes what unfinished
    /// loads left behind.
    pub async fn open(
        options: Options,
        meta: Arc<dyn MetaStore>,
        blob: Arc<dyn BlobStore>,
        env: Env,
    ) -> Result<Arc<Self>> {
        if options.login.is_none() && !options.listen.ip().is_loopback() {
            return Err(WarehouseError::OpenToTheWorld(options.listen));
        }
        let catalog = Catalog::new(meta);
        let store_id = catalog.store_id(env.random.as_ref()).await?;
        let tables = catalog.tables().await?;
        let random = Arc::clone(&env.random);
        let dir = options.dir.clone();
        let (dir, parts) = blocking(move || -> Result<_> {
            std::fs::create_dir_all(&dir)
                .and_then(|()| dir.canonicalize())
                .map_err(|error| WarehouseError::storage(&dir, &error))
                .and_then(|dir| {
                    Ok((dir.clone(), PartStore::open(&dir, random, &store_id, &tables)?))
                })
        })
        .await??;
        let pins = Arc::new(PartPins::default());
        let memory = options.query_memory_bytes_max;
        let engine = Engine::open(&dir, memory, &env, catalog.clone(), Arc::clone(&pins))?;
        let writers = (0..limits::WRITER_LOCKS).map(|_| Arc::default()).collect();
        Ok(Arc::new(Self { options, engine, env, catalog, parts, pins, blob, writers }))
    }

    /// Runs a script and answers its last statement, with all values as text.
    pub async fn query(self: &Arc<Self>, sql: &str) -> Result<Table> {
        let mut last = Table::default();
        for statement in sql::split(sql)? {
            last = self.execute(statement).await?.into_table().await?;
        }
        Ok(last)
    }

    /// Runs one statement.
    pub async fn execute(self: &Arc<Self>, sql: &str) -> Result<Answer> {
        self.run(sql::parse(sql)?).await
    }

    pub(crate) async fn run(self: &Arc<Self>, statement: Statement) -> Result<Answer> {
        match statement {
            Statement::CreateTable(create) => self.create_table(create).await,
            Statement::DropTables { names, if_exists } => self.drop_tables(names, if_exists).await,
            Statement::Truncate(name) => self.truncate(&name).await,
            Statement::Copy(copy) => self.copy(copy).await,
            Statement::Insert(insert) => self.insert(insert).await,
            Statement::Begin => Ok(Answer::done(Outcome::Begun)),
            Statement::Commit => Ok(Answer::done(Outcome::Ended("COMMIT"))),
            Statement::Rollback => Ok(Answer::done(Outcome::Ended("ROLLBACK"))),
            Statement::Nothing(tag) => Ok(Answer::tag(tag)),
            Statement::ShowSetting(name) => {
                let sql = settings::query(&name);
                Ok(Answer::rows(self.engine.query(&sql).await?, "SHOW"))
            }
            Statement::Query(sql) => Ok(Answer::rows(self.engine.query(&sql).await?, "SELECT")),
        }
    }

    async fn create_table(&self, create: CreateTable) -> Result<Answer> {
        let CreateTable { name, if_not_exists, columns, ignored } = create;
        let mut answer = Answer::tag("CREATE TABLE");
        if !self.catalog.create(&name, columns, self.env.clock.now()).await? {
            if !if_not_exists {
                return Err(WarehouseError::DuplicateTable(name));
            }
            answer
                .notices
                .push(Notice::new(format!("relation \"{name}\" already exists, skipping")));
        } else if !ignored.is_empty() {
            let text = format!("accepted without effect: {}", ignored.join(", "));
            answer.notices.push(Notice::new(text));
        }
        Ok(answer)
    }

    async fn drop_tables(&self, names: Vec<String>, if_exists: bool) -> Result<Answer> {
        let mut answer = Answer::tag("DROP TABLE");
        for name in names {
            let _turn = self.turn(&name).await;
            let Some(table) = self.catalog.find(&name).await? else {
                if !if_exists {
                    return Err(WarehouseError::UndefinedTable(name));
                }
                let text = format!("table \"{name}\" does not exist, skipping");
                answer.notices.push(Notice::new(text));
                continue;
            };
            if !self.catalog.drop_table(&table).await? {
                return Err(WarehouseError::Contention(name));
            }
            self.pins.doom(self.parts.paths(&table.value));
        }
        Ok(answer)
    }

    async fn truncate(&self, name: &str) -> Result<Answer> {
        let _turn = self.turn(name).await;
        let table = self.catalog.table(name).await?;
        if !self.catalog.replace_parts(&table, Vec::new(), Change::Forget).await? {
            return Err(WarehouseError::Contention(name.to_owned()));
        }
        self.pins.doom(self.parts.paths(&table.value));
        Ok(Answer::tag("TRUNCATE TABLE"))
    }

    async fn copy(self: &Arc<Self>, copy: CopyStatement) -> Result<Answer> {
        let _turn = self.turn(&copy.table).await;
        for _ in 0..limits::COMMIT_TRIES_MAX {
            let table = self.catalog.table(&copy.table).await?;
            let now = self.env.clock.now();
            let (catalog, parts) = (&self.catalog, &self.parts);
            let report = copy::load(catalog, parts, self.blob.as_ref(), &table, &copy, now).await?;
            let change = Change::Add(report.loaded);
            let loaded_any = matches!(&change, Change::Add(loads) if !loads.is_empty());
            if loaded_any && !self.add_part(&table, report.part, change).await? {
                continue;
            }
            let mut answer = Answer::counted("COPY", report.rows);
            if report.already_loaded > 0 {
                answer.notices.push(Notice::new(format!(
                    "{} object(s) were loaded into table '{}' before and are left out",
                    report.already_loaded, copy.table
                )));
            }
            answer.notices.push(Notice::info(format!(
                "Load into table '{}' completed, {} record(s) loaded successfully.",
                copy.table, report.rows
            )));
            self.compact_soon(&copy.table);
            return Ok(answer);
        }
        Err(WarehouseError::Contention(copy.table))
    }

    async fn insert(self: &Arc<Self>, insert: Insert) -> Result<Answer> {
        let rows = self.engine.query(&insert.source).await?;
        let batches = crate::insert::collect(rows).await?;
        let _turn = self.turn(&insert.table).await;
        for _ in 0..limits::COMMIT_TRIES_MAX {
            let table = self.catalog.table(&insert.table).await?;
            let batches = crate::insert::convert(&table, &insert.columns, &batches)?;
            let count: u64 = batches.iter().map(|batch| batch.num_rows() as u64).sum();
            let (parts, row) = (self.parts.clone(), table.value.clone());
            let part = blocking(move || -> Result<Part> {
                let mut writer = parts.create(&row)?;
                batches.iter().try_for_each(|batch| writer.write(batch))?;
                writer.finish()
            })
            .await??;
            if self.add_part(&table, Some(part), Change::Keep).await? {
                self.compact_soon(&insert.table);
                return Ok(Answer::counted("INSERT 0", count));
            }
        }
        Err(WarehouseError::Contention(insert.table))
    }

    /// The types of the parameters that stand alone in the rows of an INSERT.
    pub(crate) async fn insert_types(&self, insert: &Insert) -> Result<Vec<(usize, Type)>> {
        let table = self.catalog.table(&insert.table).await?;
        let places = sql::parameter_places(&insert.source)?;
        let typed = places.into_iter().filter_map(|(number, place)| {
            let column = match insert.columns.get(place) {
                Some(name) => table.value.columns.iter().find(|column| column.name == *name),
                None => table.value.columns.get(place),
            };
            Some((number, crate::wire::pg_type(&column?.kind.arrow())))
        });
        Ok(typed.collect())
    }

    /// Makes a written part count. When somebody else was quicker the part's file goes, and the
    /// answer is false.
    async fn add_part(
        &self,
        table: &StoredTable,
        part: Option<Part>,
        change: Change,
    ) -> Result<bool> {
        let path = part.as_ref().map(|part| self.parts.path(table.value.number, part));
        let parts = table.value.parts.iter().cloned().chain(part).collect();
        let added = self.catalog.replace_parts(table, parts, change).await?;
        if !added {
            self.pins.doom(path.into_iter().collect());
        }
        Ok(added)
    }

    /// The right to change a table.
    async fn turn(&self, table: &str) -> OwnedMutexGuard<()> {
        let mut hasher = DefaultHasher::new();
        table.hash(&mut hasher);
        let place = hasher.finish() as usize % self.writers.len();
        Arc::clone(&self.writers[place]).lock_owned().await
    }

    fn compact_soon(self: &Arc<Self>, table: &str) {
        let (warehouse, table) = (Arc::clone(self), table.to_owned());
        tokio::spawn(async move {
            tokio::select! {
                () = warehouse.env.shutdown.begun() => {}
                done = warehouse.compact(&table) => if let Err(error) = done {
                    tracing::error!(table, %error, "parts could not be merged");
                }
            }
        });
    }

    /// Merges the small parts of a table into one when there are many, so that queries open few
    /// files. False when there was nothing to do.
    pub async fn compact(&self, name: &str) -> Result<bool> {
        let _turn = self.turn(name).await;
        let Some(table) = self.catalog.find(name).await? else { return Ok(false) };
        let all = &table.value.parts;
        let small: Vec<usize> =
            (0..all.len()).filter(|at| all[*at].size_bytes < limits::SMALL_PART_BYTES).collect();
        if small.len() <= limits::SMALL_PARTS_MAX {
            return Ok(false);
        }
        let old = small.iter().map(|at| self.parts.path(table.value.number, &all[*at])).collect();
        let mut rest: Vec<Part> = all
            .iter()
            .enumerate()
            .filter(|(at, _)| !small.contains(at))
            .map(|(_, part)| part.clone())
            .collect();
        let (parts, row) = (self.parts.clone(), table.value.clone());
        let merged = blocking(move || parts.merge(&row, &small)).await??;
        let path = self.parts.path(table.value.number, &merged);
        rest.push(merged);
        let done = self.catalog.replace_parts(&table, rest, Change::Keep).await?;
        self.pins.doom(if done { old } else { vec![path] });
        Ok(done)
    }
}

impl Rows {
    /// All rows, as long as they are not too many to hold.
    pub async fn collect(mut self) -> Result<Vec<datafusion::arrow::array::RecordBatch>> {
        use futures::StreamExt;
        let (mut batches, mut count) = (Vec::new(), 0);
        while let Some(batch) = self.stream.next().await {
            let batch = batch.map_err(WarehouseError::from_query)?;
            count += batch.num_rows();
            if count > limits::ROWS_IN_MEMORY_MAX {
                return Err(WarehouseError::TooManyRows(limits::ROWS_IN_MEMORY_MAX));
            }
            batches.push(batch);
        }
        Ok(batches)
    }
}
