//! Loads the objects of one COPY into one new part, leaving out those that the ledger knows.
//! Does not: commit anything; the caller adds part and ledger rows in one transaction.

use std::borrow::Cow;
use std::io::Read;

use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use levada_blob::{BlobError, BlobStore};
use levada_types::Timestamp;

use super::source::Address;
use super::{Fault, LoadError, RowBuilder, ValueError, csv, json, source};
use crate::error::{Result, WarehouseError};
use crate::limits;
use crate::sql::{CopyFormat, CopyOptions, CopyStatement};
use crate::store::{
    Catalog, Loaded, Part, PartStore, PartWriter, StoredTable, TableRow, schema_of,
};

/// What a COPY found, written but not yet part of the table.
#[derive(Default)]
pub struct LoadReport {
    /// `None` when there were no rows.
    pub part: Option<Part>,
    pub rows: u64,
    pub loaded: Vec<(String, Loaded)>,
    /// Objects that an earlier COPY loaded into this table.
    pub already_loaded: usize,
}

/// Where the fields of a record belong: for each column of the table its place among them.
struct Layout {
    /// Names of the fields, in the record's order.
    fields: Vec<String>,
    places: Vec<Option<usize>>,
}

/// Everything needed to turn one object's bytes into rows; travels to a blocking thread.
struct Job {
    table: StoredTable,
    options: CopyOptions,
    layout: Layout,
    rows: RowBuilder,
    /// Made with the first batch, so that an empty load leaves no file.
    writer: Option<PartWriter>,
    parts: PartStore,
}

/// Reads, parses and writes; on an error nothing is left behind.
pub async fn load(
    catalog: &Catalog,
    parts: &PartStore,
    blob: &dyn BlobStore,
    table: &StoredTable,
    copy: &CopyStatement,
    now: Timestamp,
) -> Result<LoadReport> {
    let layout = Layout::new(&table.key, &table.value, &copy.columns)?;
    let addresses = if copy.options.manifest {
        source::manifest(blob, &copy.source).await?
    } else {
        source::prefix(blob, &copy.source).await?
    };
    let mut job = Job {
        table: table.clone(),
        options: copy.options.clone(),
        layout,
        rows: RowBuilder::new(schema_of(&table.value), &table.value.columns),
        writer: None,
        parts: parts.clone(),
    };
    let mut report = LoadReport::default();
    for address in addresses {
        if catalog.is_loaded(&table.value, &address.url).await? {
            report.already_loaded += 1;
            continue;
        }
        let Some((content, etag)) = fetch(blob, &address).await? else { continue };
        let size_bytes = content.len() as u64;
        let url = address.url;
        let (returned, outcome) = blocking({
            let url = url.clone();
            move || job.object(&url, &content)
        })
        .await?;
        job = returned;
        let rows = outcome?;
        report.rows += rows;
        report.loaded.push((url, Loaded { rows, size_bytes, etag, at: now }));
    }
    report.part = blocking(move || job.finish()).await??;
    Ok(report)
}

/// Runs `work`, which uses the processor or the disk for long, beside the async threads.
pub async fn blocking<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let done = tokio::task::spawn_blocking(work).await;
    done.map_err(|error| WarehouseError::Internal(error.to_string()))
}

async fn fetch(blob: &dyn BlobStore, address: &Address) -> Result<Option<(Bytes, String)>> {
    let facts = match blob.head(&address.bucket, &address.key).await {
        Err(BlobError::NoSuchKey { .. }) if !address.mandatory => return Ok(None),
        other => other?,
    };
    Ok(Some((blob.get(&address.bucket, &address.key).await?, facts.etag)))
}

impl Layout {
    fn new(name: &str, table: &TableRow, wanted: &[String]) -> Result<Self> {
        if wanted.is_empty() {
            let fields: Vec<String> = table.columns.iter().map(|c| c.name.clone()).collect();
            let places = (0..fields.len()).map(Some).collect();
            return Ok(Self { fields, places });
        }
        for (place, field) in wanted.iter().enumerate() {
            if !table.columns.iter().any(|column| column.name == *field) {
                let (table, column) = (name.to_owned(), field.clone());
                return Err(WarehouseError::UndefinedColumn { table, column });
            }
            if wanted.iter().take(place).any(|earlier| earlier == field) {
                return Err(WarehouseError::DuplicateColumn(field.clone()));
            }
        }
        let place = |name: &String| wanted.iter().position(|field| field == name);
        let places = table.columns.iter().map(|column| place(&column.name)).collect();
        Ok(Self { fields: wanted.to_vec(), places })
    }
}

impl Job {
    fn object(mut self, url: &str, content: &[u8]) -> (Self, Result<u64>) {
        let outcome = self.read(url, content);
        (self, outcome)
    }

    fn read(&mut self, url: &str, content: &[u8]) -> Result<u64> {
        let failed = |fault: Fault, table: &str| LoadError {
            table: table.to_owned(),
            object: url.to_owned(),
            line: fault.line,
            column: fault.column,
            reason: fault.reason,
        };
        let name = self.table.key.clone();
        let plain = plain(content, self.options.gzip).map_err(|fault| failed(fault, &name))?;
        let text = utf8(&plain).map_err(|fault| failed(fault, &name))?;
        let format = self.options.format.clone();
        let mut count = 0u64;
        // A full batch must be written between two rows, and that can fail on its own account.
        let mut storage: Result<()> = Ok(());
        let fields = self.layout.fields.clone();
        let outcome = match &format {
            CopyFormat::Json => json::each_row(text, &fields, |row| {
                count += 1;
                self.row(&mut storage, |place| row.get(place).and_then(|cell| cell.as_deref()))
            }),
            CopyFormat::Csv(csv) => csv::each_row(text, csv, fields.len(), |row| {
                count += 1;
                self.row(&mut storage, |place| row.get(place).and_then(|cell| cell.as_deref()))
            }),
        };
        storage?;
        outcome.map_err(|fault| failed(fault, &name))?;
        Ok(count)
    }

    fn row<'a>(
        &mut self,
        storage: &mut Result<()>,
        cell: impl Fn(usize) -> Option<&'a str>,
    ) -> Result<(), (String, ValueError)> {
        let Self { rows, layout, options, .. } = self;
        rows.append(options, layout.places.iter().map(|place| place.and_then(&cell)))?;
        if self.rows.rows() >= limits::ROWS_PER_BATCH
            && let Err(error) = self.flush()
        {
            *storage = Err(error);
            return Err((String::new(), ValueError::Malformed("storage failed".into())));
        }
        Ok(())
    }

    fn flush(&mut self) -> Result<()> {
        if self.rows.rows() == 0 {
            return Ok(());
        }
        let batch =
            self.rows.take().map_err(|error| WarehouseError::Internal(error.to_string()))?;
        let writer = match &mut self.writer {
            Some(writer) => writer,
            None => self.writer.insert(self.parts.create(&self.table.value)?),
        };
        writer.write(&batch)
    }

    fn finish(mut self) -> Result<Option<Part>> {
        self.flush()?;
        self.writer.map(PartWriter::finish).transpose()
    }
}

fn plain(content: &[u8], gzip: bool) -> Result<Cow<'_, [u8]>, Fault> {
    if !gzip {
        return Ok(Cow::Borrowed(content));
    }
    let mut plain = Vec::new();
    let mut reader = MultiGzDecoder::new(content).take(limits::OBJECT_PLAIN_BYTES_MAX + 1);
    if let Err(error) = reader.read_to_end(&mut plain) {
        let line = plain.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
        return Err(Fault::malformed(line, format!("not a whole GZIP file: {error}")));
    }
    if plain.len() as u64 > limits::OBJECT_PLAIN_BYTES_MAX {
        let max = limits::OBJECT_PLAIN_BYTES_MAX;
        return Err(Fault::malformed(1, format!("more than {max} bytes after decompression")));
    }
    Ok(Cow::Owned(plain))
}

fn utf8(plain: &[u8]) -> Result<&str, Fault> {
    let text = std::str::from_utf8(plain).map_err(|error| {
        let good = plain.get(..error.valid_up_to()).unwrap_or_default();
        let line = good.iter().filter(|byte| **byte == b'\n').count() as u64 + 1;
        Fault::malformed(line, "text is not UTF-8")
    })?;
    Ok(text.strip_prefix('\u{feff}').unwrap_or(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_list_must_name_columns_of_the_table_once() {
        let columns = ["a", "b"].map(|name| crate::store::Column {
            name: name.into(),
            kind: crate::store::ColumnType::Integer,
            not_null: false,
        });
        let table = TableRow {
            number: 1,
            columns: columns.to_vec(),
            parts: Vec::new(),
            created: Timestamp::EPOCH,
        };
        let layout = |wanted: &[&str]| {
            let wanted: Vec<String> = wanted.iter().map(|name| (*name).to_owned()).collect();
            Layout::new("t", &table, &wanted).map(|layout| layout.places)
        };
        assert_eq!(layout(&[]).unwrap(), [Some(0), Some(1)]);
        assert_eq!(layout(&["b"]).unwrap(), [None, Some(0)]);
        assert_eq!(layout(&["c"]).unwrap_err().sqlstate(), "42703");
        assert_eq!(layout(&["b", "b"]).unwrap_err().sqlstate(), "42701");
    }

    #[test]
    fn a_cut_gzip_file_is_not_taken_for_a_short_one() {
        let mut whole = Vec::new();
        let mut encoder = flate2::write::GzEncoder::new(&mut whole, flate2::Compression::fast());
        std::io::Write::write_all(&mut encoder, &[b'x'; 10_000]).unwrap();
        encoder.finish().unwrap();
        assert_eq!(plain(&whole, true).unwrap().len(), 10_000);
        assert!(plain(&whole[..whole.len() - 4], true).is_err());
    }
}
