//! A warehouse in a temporary directory, and a client connected to it.
//! Does not: assert anything.

use std::path::PathBuf;
use std::sync::Arc;

use levada_env::Env;
use levada_meta::{MetaStore, SqliteStore};
use levada_warehouse::{Login, Options, Table, Warehouse, WarehouseError};
use tokio::net::TcpListener;
use tokio_postgres::config::SslMode;
use tokio_postgres::{Client, Config, NoTls, SimpleQueryMessage};

use crate::memory_blob::MemoryBlob;

pub struct Fixture {
    pub dir: tempfile::TempDir,
    pub blob: Arc<MemoryBlob>,
    pub meta: Arc<dyn MetaStore>,
    pub warehouse: Arc<Warehouse>,
    pub env: Env,
}

impl Fixture {
    pub async fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let meta: Arc<dyn MetaStore> =
            Arc::new(SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap());
        let blob = Arc::new(MemoryBlob::default());
        let env = Env::real();
        let warehouse = open(&dir, &meta, &blob, &env).await.unwrap();
        Self { dir, blob, meta, warehouse, env }
    }

    /// The same data under a new process, as after a crash.
    pub async fn reopened(self) -> Self {
        let Self { dir, blob, meta, warehouse, env } = self;
        drop(warehouse);
        let warehouse = open(&dir, &meta, &blob, &env).await.unwrap();
        Self { dir, blob, meta, warehouse, env }
    }

    pub async fn run(&self, sql: &str) -> Table {
        self.warehouse.query(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"))
    }

    pub async fn fail(&self, sql: &str) -> WarehouseError {
        match self.warehouse.query(sql).await {
            Ok(table) => panic!("{sql} answered {table:?}"),
            Err(error) => error,
        }
    }

    /// Rows as text, cells parted by `|`, NULL as `-`.
    pub async fn lines(&self, sql: &str) -> Vec<String> {
        let cell = |cell: &Option<String>| cell.clone().unwrap_or("-".into());
        let rows = self.run(sql).await.rows;
        rows.iter().map(|row| row.iter().map(cell).collect::<Vec<_>>().join("|")).collect()
    }

    pub fn tables_dir(&self) -> PathBuf {
        self.dir.path().join("warehouse/tables")
    }

    /// Part files of all tables.
    pub fn files(&self) -> Vec<PathBuf> {
        let mut files = Vec::new();
        for table in std::fs::read_dir(self.tables_dir()).unwrap() {
            for file in std::fs::read_dir(table.unwrap().path()).unwrap() {
                files.push(file.unwrap().path());
            }
        }
        files
    }

    pub async fn client(&self) -> Client {
        connect(&self.warehouse, None).await.unwrap()
    }
}

pub fn options(dir: &tempfile::TempDir) -> Options {
    Options { listen: ([127, 0, 0, 1], 0).into(), ..Options::new(dir.path().join("warehouse")) }
}

async fn open(
    dir: &tempfile::TempDir,
    meta: &Arc<dyn MetaStore>,
    blob: &Arc<MemoryBlob>,
    env: &Env,
) -> Result<Arc<Warehouse>, WarehouseError> {
    Warehouse::open(options(dir), Arc::clone(meta), blob.clone(), env.clone()).await
}

/// Serves on a port of its own and connects to it.
pub async fn connect(
    warehouse: &Arc<Warehouse>,
    login: Option<&Login>,
) -> Result<Client, tokio_postgres::Error> {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(Arc::clone(warehouse).serve(listener));
    let mut config = Config::new();
    config.host("127.0.0.1").port(port).user("somebody").dbname("dev").ssl_mode(SslMode::Prefer);
    if let Some(login) = login {
        config.user(&login.user).password(&login.password);
    }
    let (client, connection) = config.connect(NoTls).await?;
    tokio::spawn(connection);
    Ok(client)
}

/// The rows of a simple query as text.
pub fn texts(messages: &[SimpleQueryMessage]) -> Vec<Vec<Option<String>>> {
    let row = |message: &SimpleQueryMessage| match message {
        SimpleQueryMessage::Row(row) => {
            Some((0..row.len()).map(|at| row.get(at).map(str::to_owned)).collect())
        }
        _ => None,
    };
    messages.iter().filter_map(row).collect()
}

pub fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    std::io::Write::write_all(&mut encoder, text.as_bytes()).unwrap();
    encoder.finish().unwrap()
}
