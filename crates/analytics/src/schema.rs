//! How a source's records become rows: format, columns, paths.
//! Does not: decode; see `decode`.

use levada_codec::jsonpath::JsonPath;
use levada_sql_engine::ColumnDef;
use levada_sql_lang::SqlType;
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// Characters of a column's name.
const COLUMN_NAME_CHARS_MAX: usize = 128;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SourceSchema {
    pub format: RecordFormat,
    pub columns: Vec<SchemaColumn>,
}

/// Persisted; never rename a variant or a field.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum RecordFormat {
    Json { row_path: String },
    Csv { row_delimiter: String, column_delimiter: String },
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SchemaColumn {
    pub name: String,
    /// JSON only: the path to the value.
    pub mapping: Option<String>,
    /// As the client wrote it, such as `VARCHAR(16)`.
    pub sql_type: String,
    /// The same, parsed.
    pub ty: SqlType,
}

impl SourceSchema {
    /// Every column has a readable type and, in JSON, a readable path; names differ.
    pub fn check(&self) -> Result<(), Error> {
        if let RecordFormat::Json { row_path } = &self.format {
            path(row_path)?;
        }
        for (place, column) in self.columns.iter().enumerate() {
            let chars = column.name.chars().count();
            if !(1..=COLUMN_NAME_CHARS_MAX).contains(&chars) {
                return Err(Error::InvalidArgument(format!(
                    "column name `{}`: expected 1 to {COLUMN_NAME_CHARS_MAX} characters",
                    column.name
                )));
            }
            if self.columns.iter().take(place).any(|other| other.name == column.name) {
                let message = format!("column `{}` stands twice in the schema", column.name);
                return Err(Error::InvalidArgument(message));
            }
            if let Some(mapping) = &column.mapping
                && matches!(self.format, RecordFormat::Json { .. })
            {
                path(mapping)?;
            }
        }
        Ok(())
    }

    pub fn column_defs(&self) -> Vec<ColumnDef> {
        self.columns.iter().map(|column| ColumnDef::new(column.name.as_str(), column.ty)).collect()
    }
}

fn path(text: &str) -> Result<JsonPath, Error> {
    JsonPath::parse(text).map_err(|error| Error::InvalidArgument(error.to_string()))
}
