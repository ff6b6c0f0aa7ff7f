//! Reference tables: the object a table is loaded from, and its rows.
//! Does not: look at the object again while the application runs.

use std::collections::HashMap;

use levada_blob::{BlobError, BlobStore, BucketName, ObjectKey};
use levada_sql_engine::Row;

use crate::application::{Application, Reference};
use crate::decode::Decoder;
use crate::error::Error;
use crate::limits::REFERENCE_BYTES_MAX;
use crate::store::Objects;

impl Reference {
    fn place(&self) -> String {
        format!("s3://{}/{}", self.bucket, self.key)
    }

    fn failed(&self, reason: &dyn std::fmt::Display) -> Error {
        let place = self.place();
        Error::InvalidConfiguration(format!("reference data {place}: {reason}"))
    }
}

/// All objects of an application as they are now, each checked to be readable as rows.
pub async fn load(blobs: &dyn BlobStore, application: &Application) -> Result<Objects, Error> {
    let mut objects = Objects::new();
    for reference in &application.references {
        let failed = |error: BlobError| reference.failed(&error);
        let bucket = BucketName::parse(&reference.bucket).map_err(failed)?;
        let key = ObjectKey::parse(&reference.key).map_err(failed)?;
        let bytes_count = blobs.head(&bucket, &key).await.map_err(failed)?.size_bytes;
        if bytes_count > REFERENCE_BYTES_MAX as u64 {
            let reason = format!("{bytes_count} bytes; at most {REFERENCE_BYTES_MAX} are loaded");
            return Err(reference.failed(&reason));
        }
        objects.insert(reference.id.clone(), blobs.get(&bucket, &key).await.map_err(failed)?);
    }
    Ok(objects)
}

/// The rows of all tables. Rows that do not fit their schema are left out, a header line among
/// them, and counted in the server's log: one bad line must not keep an application from running.
pub fn rows(application: &Application, objects: &Objects) -> HashMap<String, Vec<Row>> {
    let mut tables = HashMap::new();
    for reference in &application.references {
        let content = objects.get(&reference.id).map(|bytes| &bytes[..]).unwrap_or_default();
        let decoded = Decoder::new(&reference.schema).decode(content);
        let total = decoded.len();
        let rows: Vec<Row> = decoded.into_iter().filter_map(Result::ok).collect();
        if rows.len() < total {
            let left_out = total - rows.len();
            let place = reference.place();
            tracing::warn!(place, left_out, "rows of reference data do not fit their schema");
        }
        tables.insert(reference.table.clone(), rows);
    }
    tables
}
