//! What a program would do: its plan, for code with the schemas of its sources.
//! Does not: run it.

use levada_analytics::SourceSchema;
use levada_sql_engine::{Catalog, ColumnDef, Explanation, SqlError, StreamDef, TableDef, compile};
use serde_json::Value as Json;

use crate::import::Imported;
use crate::records::{SchemaError, schema_from_json};

/// A source stream or reference table by its name in SQL.
#[derive(Clone, Debug)]
pub struct Relation {
    pub name: String,
    pub schema: SourceSchema,
}

/// What a program can name, by the schemas of its sources and tables.
pub fn catalog(
    streams: impl Iterator<Item = (String, SourceSchema)>,
    tables: impl Iterator<Item = (String, SourceSchema)>,
) -> Catalog {
    let columns = |schema: SourceSchema| {
        let columns = schema.columns.into_iter();
        columns.map(|column| ColumnDef::new(column.name, column.ty)).collect()
    };
    let stream = |(name, schema)| StreamDef { name, columns: columns(schema) };
    let table = |(name, schema)| TableDef { name, columns: columns(schema) };
    Catalog { streams: streams.map(stream).collect(), tables: tables.map(table).collect() }
}

/// The plan of `sql`.
///
/// # Errors
/// Everything that is wrong with the code, each with its place.
pub fn explain(
    sql: &str,
    streams: &[Relation],
    tables: &[Relation],
) -> Result<Explanation, Vec<SqlError>> {
    let named = |relation: &Relation| (relation.name.clone(), relation.schema.clone());
    let catalog = catalog(streams.iter().map(named), tables.iter().map(named));
    compile(sql, &catalog).map(|program| program.explain())
}

impl Imported {
    /// The application's code.
    pub fn code(&self) -> &str {
        self.create["ApplicationCode"].as_str().unwrap_or("")
    }

    /// Its source streams: `PREFIX_001` and so on, one for each lane of an input.
    ///
    /// # Errors
    /// When an input's schema cannot be read.
    pub fn streams(&self) -> Result<Vec<Relation>, SchemaError> {
        let mut found = Vec::new();
        for input in self.create["Inputs"].as_array().into_iter().flatten() {
            let schema = schema_from_json(&input["InputSchema"].to_string())?;
            let prefix = input["NamePrefix"].as_str().unwrap_or("");
            for lane in 1..=input["InputParallelism"]["Count"].as_u64().unwrap_or(1) {
                found
                    .push(Relation { name: format!("{prefix}_{lane:03}"), schema: schema.clone() });
            }
        }
        Ok(found)
    }

    /// Its reference tables.
    ///
    /// # Errors
    /// When a table's schema cannot be read.
    pub fn tables(&self) -> Result<Vec<Relation>, SchemaError> {
        let table = |reference: &Json| {
            let name = reference["TableName"].as_str().unwrap_or("").to_owned();
            let schema = schema_from_json(&reference["ReferenceSchema"].to_string())?;
            Ok(Relation { name, schema })
        };
        self.references.iter().map(table).collect()
    }
}
