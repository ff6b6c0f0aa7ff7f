//! Part files: immutable Parquet files, one folder per table, synced before anybody hears of
//! them.
//! Does not: decide which parts belong to a table (see `Catalog`).

use std::collections::{HashMap, HashSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use datafusion::arrow::array::RecordBatch;
use datafusion::arrow::datatypes::{Schema, SchemaRef};
use datafusion::parquet::arrow::ArrowWriter;
use datafusion::parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use datafusion::parquet::basic::Compression;
use datafusion::parquet::file::properties::WriterProperties;
use levada_env::Random;
use serde::{Deserialize, Serialize};

use super::{StoredTable, TableRow};
use crate::error::{Result, WarehouseError};

/// Persisted: one file of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub file: String,
    pub rows: u64,
    pub size_bytes: u64,
}

/// `<dir>/STORE` and `<dir>/tables/<number>/<uuid>.parquet`.
#[derive(Clone)]
pub struct PartStore {
    dir: PathBuf,
    random: Arc<dyn Random>,
}

/// A part being written. Dropped before it is finished, it takes its file away again.
pub struct PartWriter {
    path: PathBuf,
    file: String,
    /// `None` once finished.
    writer: Option<ArrowWriter<File>>,
    rows: u64,
}

fn io<'a>(path: &'a Path) -> impl Fn(std::io::Error) -> WarehouseError + 'a {
    move |error| WarehouseError::storage(path, &error)
}

fn sync_dir(path: &Path) -> Result<()> {
    File::open(path).and_then(|dir| dir.sync_all()).map_err(io(path))
}

/// The Arrow schema of a table's parts.
pub fn schema_of(table: &TableRow) -> SchemaRef {
    Arc::new(Schema::new(table.columns.iter().map(super::Column::field).collect::<Vec<_>>()))
}

impl PartStore {
    /// Opens the directory, checks that it belongs to the control store named `store_id` and
    /// that no part is missing, and deletes files that no table names.
    pub fn open(
        dir: &Path,
        random: Arc<dyn Random>,
        store_id: &str,
        tables: &[StoredTable],
    ) -> Result<Self> {
        let store = Self { dir: dir.to_path_buf(), random };
        let root = store.dir.join("tables");
        fs::create_dir_all(&root).map_err(io(&root))?;
        store.claim(store_id)?;
        for table in tables {
            for path in store.paths(&table.value) {
                if !path.is_file() {
                    let (table, path) = (table.key.clone(), path.display().to_string());
                    return Err(WarehouseError::MissingPart { table, path });
                }
            }
        }
        store.delete_orphans(&root, tables)?;
        Ok(store)
    }

    /// Orphans are deleted by what the control store says, so it must be the right one.
    fn claim(&self, store_id: &str) -> Result<()> {
        let path = self.dir.join("STORE");
        match fs::read_to_string(&path) {
            Ok(found) if found.trim() == store_id => Ok(()),
            Ok(found) if !found.trim().is_empty() => {
                Err(WarehouseError::ForeignDirectory(self.dir.display().to_string()))
            }
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(io(&path)(error)),
            // Absent, or torn while it was written the first time.
            _ => {
                fs::write(&path, store_id).map_err(io(&path))?;
                File::open(&path).and_then(|file| file.sync_all()).map_err(io(&path))?;
                sync_dir(&self.dir)
            }
        }
    }

    fn delete_orphans(&self, root: &Path, tables: &[StoredTable]) -> Result<()> {
        let known: HashMap<String, HashSet<&str>> = tables
            .iter()
            .map(|table| {
                let files = table.value.parts.iter().map(|part| part.file.as_str()).collect();
                (table.value.number.to_string(), files)
            })
            .collect();
        for folder in fs::read_dir(root).map_err(io(root))? {
            let folder = folder.map_err(io(root))?;
            let path = folder.path();
            let Some(files) = known.get(folder.file_name().to_string_lossy().as_ref()) else {
                tracing::info!(path = %path.display(), "deleting the folder of a dropped table");
                fs::remove_dir_all(&path).map_err(io(&path))?;
                continue;
            };
            for entry in fs::read_dir(&path).map_err(io(&path))? {
                let entry = entry.map_err(io(&path))?;
                if !files.contains(entry.file_name().to_string_lossy().as_ref()) {
                    let orphan = entry.path();
                    tracing::info!(path = %orphan.display(), "deleting a part of an unfinished load");
                    fs::remove_file(&orphan).map_err(io(&orphan))?;
                }
            }
        }
        Ok(())
    }

    pub fn folder(&self, number: u64) -> PathBuf {
        self.dir.join("tables").join(number.to_string())
    }

    pub fn path(&self, number: u64, part: &Part) -> PathBuf {
        self.folder(number).join(&part.file)
    }

    pub fn paths(&self, table: &TableRow) -> Vec<PathBuf> {
        table.parts.iter().map(|part| self.path(table.number, part)).collect()
    }

    /// Blocking, like everything that writes here.
    pub fn create(&self, table: &TableRow) -> Result<PartWriter> {
        let folder = self.folder(table.number);
        if !folder.is_dir() {
            fs::create_dir_all(&folder).map_err(io(&folder))?;
            sync_dir(&self.dir.join("tables"))?;
        }
        let file = format!("{}.parquet", self.random.uuid());
        let path = folder.join(&file);
        let open = File::create_new(&path).map_err(io(&path))?;
        let properties = WriterProperties::builder().set_compression(Compression::SNAPPY).build();
        let writer = ArrowWriter::try_new(open, schema_of(table), Some(properties))
            .map_err(|error| WarehouseError::storage(&path, &error))?;
        Ok(PartWriter { path, file, writer: Some(writer), rows: 0 })
    }

    /// Merges the parts at `positions` into one; their rows keep their order.
    pub fn merge(&self, table: &TableRow, positions: &[usize]) -> Result<Part> {
        let mut writer = self.create(table)?;
        for part in positions.iter().filter_map(|position| table.parts.get(*position)) {
            let path = self.path(table.number, part);
            let failed = |error: &dyn std::fmt::Display| WarehouseError::storage(&path, error);
            let file = File::open(&path).map_err(io(&path))?;
            let reader = ParquetRecordBatchReaderBuilder::try_new(file)
                .and_then(|builder| builder.build())
                .map_err(|error| failed(&error))?;
            for batch in reader {
                writer.write(&batch.map_err(|error| failed(&error))?)?;
            }
        }
        writer.finish()
    }
}

impl PartWriter {
    pub fn write(&mut self, batch: &RecordBatch) -> Result<()> {
        self.rows += batch.num_rows() as u64;
        match &mut self.writer {
            Some(writer) => {
                writer.write(batch).map_err(|error| WarehouseError::storage(&self.path, &error))
            }
            None => Err(WarehouseError::storage(&self.path, &"the part is finished")),
        }
    }

    /// The part is on disk, and its name too, when this returns.
    pub fn finish(mut self) -> Result<Part> {
        let path = self.path.clone();
        let finished = || WarehouseError::storage(&path, &"the part is finished");
        let mut writer = self.writer.take().ok_or_else(finished)?;
        let done = writer
            .finish()
            .map_err(|error| WarehouseError::storage(&path, &error))
            .and_then(|_| sync_part(writer.inner(), &path));
        match done {
            Ok(size_bytes) => Ok(Part { file: self.file.clone(), rows: self.rows, size_bytes }),
            Err(error) => {
                self.writer = Some(writer);
                Err(error)
            }
        }
    }
}

impl Drop for PartWriter {
    fn drop(&mut self) {
        if self.writer.is_none() {
            return;
        }
        if let Err(error) = fs::remove_file(&self.path) {
            let path = self.path.display();
            tracing::warn!(%path, %error, "unfinished part could not be deleted");
        }
    }
}

fn sync_part(file: &File, path: &Path) -> Result<u64> {
    file.sync_all().map_err(io(path))?;
    if let Some(folder) = path.parent() {
        sync_dir(folder)?;
    }
    Ok(file.metadata().map_err(io(path))?.len())
}
