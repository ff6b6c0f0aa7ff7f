//! The few catalog tables that `\dt` of psql and table lists of other tools read.
//! Does not: describe columns; `information_schema.columns` does.

use std::sync::Arc;

use datafusion::arrow::array::{ArrayRef, Int32Array, RecordBatch, StringArray};
use datafusion::arrow::datatypes::{DataType, Field, Schema};
use datafusion::catalog::{MemorySchemaProvider, SchemaProvider};
use datafusion::common::ScalarValue;
use datafusion::datasource::MemTable;
use datafusion::error::Result as QueryResult;
use datafusion::logical_expr::{ColumnarValue, ScalarUDF, Volatility, create_udf};

use crate::engine::SCHEMA;

/// The number PostgreSQL gives the schema `public`.
const PUBLIC: i32 = 2_200;
/// Where PostgreSQL begins to number what users make.
const FIRST_TABLE: i32 = 16_384;
const OWNER: i32 = 10;

/// `tables`: name and number.
pub fn schema<'a>(
    tables: impl Iterator<Item = (&'a str, u64)>,
) -> QueryResult<Arc<dyn SchemaProvider>> {
    let (names, oids): (Vec<&str>, Vec<i32>) = tables
        .map(|(name, number)| {
            (name, i32::try_from(number).unwrap_or(i32::MAX).saturating_add(FIRST_TABLE))
        })
        .unzip();
    let every = |value: i32| -> ArrayRef { Arc::new(Int32Array::from(vec![value; names.len()])) };
    let class = table(vec![
        ("oid", Arc::new(Int32Array::from(oids))),
        ("relname", Arc::new(StringArray::from(names.clone()))),
        ("relnamespace", every(PUBLIC)),
        ("relkind", Arc::new(StringArray::from(vec!["r"; names.len()]))),
        ("relowner", every(OWNER)),
        ("relam", every(2)),
    ])?;
    let namespace = table(vec![
        ("oid", Arc::new(Int32Array::from(vec![PUBLIC]))),
        ("nspname", Arc::new(StringArray::from(vec![SCHEMA]))),
        ("nspowner", Arc::new(Int32Array::from(vec![OWNER]))),
    ])?;
    let access_method = table(vec![
        ("oid", Arc::new(Int32Array::from(vec![2]))),
        ("amname", Arc::new(StringArray::from(vec!["parquet"]))),
    ])?;
    let schema = MemorySchemaProvider::new();
    schema.register_table("pg_class".to_owned(), Arc::new(class))?;
    schema.register_table("pg_namespace".to_owned(), Arc::new(namespace))?;
    schema.register_table("pg_am".to_owned(), Arc::new(access_method))?;
    Ok(Arc::new(schema))
}

fn table(columns: Vec<(&str, ArrayRef)>) -> QueryResult<MemTable> {
    let fields: Vec<Field> = columns
        .iter()
        .map(|(name, array)| Field::new(*name, array.data_type().clone(), true))
        .collect();
    let schema = Arc::new(Schema::new(fields));
    let arrays = columns.into_iter().map(|(_, array)| array).collect();
    let batch = RecordBatch::try_new(Arc::clone(&schema), arrays)?;
    MemTable::try_new(schema, vec![vec![batch]])
}

pub fn functions() -> Vec<ScalarUDF> {
    let answers = [
        ("pg_get_userbyid", ScalarValue::Utf8(Some("levada".to_owned()))),
        ("pg_table_is_visible", ScalarValue::Boolean(Some(true))),
    ];
    let names = |name: &str| [name.to_owned(), format!("pg_catalog.{name}")];
    let functions = answers.into_iter().flat_map(|(name, value)| {
        names(name).map(|name| {
            let (kind, value) = (value.data_type(), value.clone());
            let answer =
                Arc::new(move |_: &[ColumnarValue]| Ok(ColumnarValue::Scalar(value.clone())));
            create_udf(&name, vec![DataType::Int32], kind, Volatility::Stable, answer)
        })
    });
    functions.collect()
}
