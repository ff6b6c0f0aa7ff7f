//! Queries: DataFusion over a snapshot of all tables.
//!
//! A query sees each table as it was when the query began: the snapshot holds the lists of
//! parts, and a pin keeps the files they name.
//!
//! Does not: change tables; statements that would are refused here whatever their text.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use async_trait::async_trait;
use datafusion::arrow::datatypes::SchemaRef;
use datafusion::catalog::{
    CatalogProvider, CatalogProviderList, MemoryCatalogProvider, MemoryCatalogProviderList,
    SchemaProvider, TableProvider,
};
use datafusion::datasource::MemTable;
use datafusion::datasource::file_format::parquet::ParquetFormat;
use datafusion::datasource::listing::{
    ListingOptions, ListingTable, ListingTableConfig, ListingTableUrl,
};
use datafusion::error::{DataFusionError, Result as QueryResult};
use datafusion::execution::SendableRecordBatchStream;
use datafusion::execution::context::{SQLOptions, SessionContext};
use datafusion::execution::object_store::ObjectStoreUrl;
use datafusion::execution::runtime_env::RuntimeEnvBuilder;
use datafusion::execution::session_state::{SessionState, SessionStateBuilder};
use datafusion::logical_expr::LogicalPlan;
use datafusion::prelude::SessionConfig;
use levada_env::Env;
use object_store::local::LocalFileSystem;

use crate::error::{Result, WarehouseError};
use crate::functions;
use crate::limits;
use crate::pg_catalog;
use crate::store::{Catalog, PartPins, Pin, TableRow, schema_of};

/// The name of the one database, as on a fresh Redshift cluster.
pub const DATABASE: &str = "dev";
pub const SCHEMA: &str = "public";
const PARTS_URL: &str = "parts://warehouse";

pub struct Engine {
    base: SessionState,
    catalog: Catalog,
    pins: Arc<PartPins>,
}

/// Rows as they are computed. The files they come from stay until this is dropped.
pub struct Rows {
    pub schema: SchemaRef,
    pub stream: SendableRecordBatchStream,
    pub pinned: Arc<Pin>,
}

impl Engine {
    pub fn open(
        dir: &Path,
        memory_bytes_max: usize,
        env: &Env,
        catalog: Catalog,
        pins: Arc<PartPins>,
    ) -> Result<Self> {
        let spill = dir.join("spill");
        std::fs::create_dir_all(&spill).map_err(|error| WarehouseError::storage(&spill, &error))?;
        let mut config = SessionConfig::new()
            .with_default_catalog_and_schema(DATABASE, SCHEMA)
            .with_create_default_catalog_and_schema(false)
            .with_information_schema(true);
        // As in PostgreSQL, `1.10` is exact, and text has one type.
        config.options_mut().sql_parser.parse_float_as_decimal = true;
        config.options_mut().sql_parser.map_string_types_to_utf8view = false;
        config.options_mut().execution.parquet.schema_force_view_types = false;
        let config = config.set_str("datafusion.sql_parser.dialect", "postgresql");
        let runtime = RuntimeEnvBuilder::new()
            .with_memory_limit(memory_bytes_max, 1.0)
            .with_temp_file_path(spill)
            .build_arc()?;
        let files = LocalFileSystem::new_with_prefix(dir)
            .map_err(|error| WarehouseError::storage(dir, &error))?;
        let url = ObjectStoreUrl::parse(PARTS_URL)?;
        runtime.register_object_store(url.as_ref(), Arc::new(files));
        let state = SessionStateBuilder::new_with_default_features()
            .with_config(config)
            .with_runtime_env(runtime)
            .build();
        let context = SessionContext::new_with_state(state);
        for function in functions::all(env).into_iter().chain(pg_catalog::functions()) {
            context.register_udf(function);
        }
        Ok(Self { base: context.state(), catalog, pins })
    }

    /// The plan of a query, with parameters still open, for its types.
    pub async fn describe(&self, sql: &str) -> Result<LogicalPlan> {
        let (context, _) = self.context().await?;
        let sql = sql.to_owned();
        on_large_stack(async move { plan(&context, &sql).await }).await
    }

    pub async fn query(&self, sql: &str) -> Result<Rows> {
        let (context, pinned) = self.context().await?;
        let sql = sql.to_owned();
        let stream = on_large_stack(async move {
            let plan = plan(&context, &sql).await?;
            let frame = context.execute_logical_plan(plan).await;
            let frame = frame.map_err(WarehouseError::from_query)?;
            frame.execute_stream().await.map_err(WarehouseError::from_query)
        })
        .await?;
        Ok(Rows { schema: stream.schema(), stream, pinned })
    }

    async fn context(&self) -> Result<(SessionContext, Arc<Pin>)> {
        let pin = Arc::new(self.pins.pin());
        let tables = self.catalog.tables().await?;
        let tables: BTreeMap<String, TableRow> =
            tables.into_iter().map(|row| (row.key, row.value)).collect();
        let listed = tables.iter().map(|(name, table)| (name.as_str(), table.number));
        let pg_catalog = pg_catalog::schema(listed)?;
        let schema = Snapshot { tables };
        let database = MemoryCatalogProvider::new();
        database.register_schema(SCHEMA, Arc::new(schema))?;
        database.register_schema("pg_catalog", pg_catalog)?;
        let databases = MemoryCatalogProviderList::new();
        databases.register_catalog(DATABASE.to_owned(), Arc::new(database));
        let state = SessionStateBuilder::new_from_existing(self.base.clone())
            .with_catalog_list(Arc::new(databases))
            .build();
        Ok((SessionContext::new_with_state(state), pin))
    }
}

/// Planning walks the statement's tree by recursion, more deeply than a runtime's thread allows.
/// The memory of a stack is taken only as far as it is used.
async fn on_large_stack<T: Send + 'static>(
    work: impl Future<Output = Result<T>> + Send + 'static,
) -> Result<T> {
    let runtime = tokio::runtime::Handle::current();
    let (answer, answered) = tokio::sync::oneshot::channel();
    std::thread::Builder::new()
        .name("warehouse-plan".to_owned())
        .stack_size(limits::PLANNING_STACK_BYTES)
        .spawn(move || {
            // Nobody waits any more when the client has gone.
            let _ = answer.send(runtime.block_on(work));
        })
        .map_err(|error| WarehouseError::Internal(error.to_string()))?;
    answered.await.map_err(|error| WarehouseError::Internal(error.to_string()))?
}

async fn plan(context: &SessionContext, sql: &str) -> Result<LogicalPlan> {
    let read_only =
        SQLOptions::new().with_allow_ddl(false).with_allow_dml(false).with_allow_statements(false);
    let state = context.state();
    let plan = state.create_logical_plan(sql).await.map_err(WarehouseError::from_query)?;
    read_only.verify_plan(&plan).map_err(WarehouseError::from_query)?;
    Ok(plan)
}

struct Snapshot {
    tables: BTreeMap<String, TableRow>,
}

impl std::fmt::Debug for Snapshot {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_set().entries(self.tables.keys()).finish()
    }
}

#[async_trait]
impl SchemaProvider for Snapshot {
    fn table_names(&self) -> Vec<String> {
        self.tables.keys().cloned().collect()
    }

    async fn table(&self, name: &str) -> QueryResult<Option<Arc<dyn TableProvider>>> {
        match self.tables.get(name) {
            Some(table) => provider(table).map(Some),
            None => {
                let missing = WarehouseError::UndefinedTable(name.to_owned());
                Err(DataFusionError::External(Box::new(missing)))
            }
        }
    }

    fn table_exist(&self, name: &str) -> bool {
        self.tables.contains_key(name)
    }
}

fn provider(table: &TableRow) -> QueryResult<Arc<dyn TableProvider>> {
    let schema = schema_of(table);
    if table.parts.is_empty() {
        return Ok(Arc::new(MemTable::try_new(schema, vec![Vec::new()])?));
    }
    let urls = table
        .parts
        .iter()
        .map(|part| format!("{PARTS_URL}/tables/{}/{}", table.number, part.file))
        .map(ListingTableUrl::parse)
        .collect::<QueryResult<Vec<_>>>()?;
    let format = ParquetFormat::default().with_force_view_types(false);
    let options = ListingOptions::new(Arc::new(format)).with_file_extension(".parquet");
    let config = ListingTableConfig::new_with_multi_paths(urls)
        .with_listing_options(options)
        .with_schema(schema);
    Ok(Arc::new(ListingTable::try_new(config)?))
}
