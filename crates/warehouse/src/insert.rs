//! The rows of an INSERT, turned into the table's columns and types.
//! Does not: write them.

use std::sync::Arc;

use datafusion::arrow::array::{Array, ArrayRef, RecordBatch, StringArray, new_null_array};
use datafusion::arrow::compute::{CastOptions, cast_with_options};

use crate::engine::Rows;
use crate::error::{Result, WarehouseError};
use crate::store::{Column, StoredTable, schema_of};

pub async fn collect(rows: Rows) -> Result<Vec<RecordBatch>> {
    rows.collect().await
}

pub fn convert(
    table: &StoredTable,
    wanted: &[String],
    batches: &[RecordBatch],
) -> Result<Vec<RecordBatch>> {
    let columns = &table.value.columns;
    let names: Vec<&str> = if wanted.is_empty() {
        columns.iter().map(|column| column.name.as_str()).collect()
    } else {
        wanted.iter().map(String::as_str).collect()
    };
    for (place, name) in names.iter().enumerate() {
        if !columns.iter().any(|column| column.name == *name) {
            let (table, column) = (table.key.clone(), (*name).to_owned());
            return Err(WarehouseError::UndefinedColumn { table, column });
        }
        if names.iter().take(place).any(|earlier| earlier == name) {
            return Err(WarehouseError::DuplicateColumn((*name).to_owned()));
        }
    }
    batches.iter().map(|batch| convert_batch(table, &names, wanted.is_empty(), batch)).collect()
}

fn convert_batch(
    table: &StoredTable,
    names: &[&str],
    implied: bool,
    batch: &RecordBatch,
) -> Result<RecordBatch> {
    let given = batch.num_columns();
    // Without a column list, the last columns may be left out.
    if given > names.len() || (given < names.len() && !implied) {
        return Err(WarehouseError::ColumnCount { wanted: names.len(), given });
    }
    let mut arrays: Vec<ArrayRef> = Vec::with_capacity(table.value.columns.len());
    for column in &table.value.columns {
        let place = names.iter().position(|name| *name == column.name);
        let array = match place.filter(|place| *place < given) {
            Some(place) => convert_column(column, batch.column(place))?,
            None => new_null_array(&column.kind.arrow(), batch.num_rows()),
        };
        if column.not_null && array.null_count() > 0 {
            let (table, column) = (table.key.clone(), column.name.clone());
            return Err(WarehouseError::NotNull { table, column });
        }
        arrays.push(array);
    }
    RecordBatch::try_new(schema_of(&table.value), arrays)
        .map_err(|error| WarehouseError::Internal(error.to_string()))
}

fn convert_column(column: &Column, array: &ArrayRef) -> Result<ArrayRef> {
    let strict = CastOptions { safe: false, ..CastOptions::default() };
    let array = cast_with_options(array, &column.kind.arrow(), &strict).map_err(|error| {
        WarehouseError::InvalidValue(format!("column \"{}\": {error}", column.name))
    })?;
    let (Some(max), Some(texts)) =
        (column.kind.bytes_max(), array.as_any().downcast_ref::<StringArray>())
    else {
        return Ok(array);
    };
    if texts.iter().flatten().any(|text| text.len() > max as usize) {
        let message = format!("value too long for column \"{}\", {}", column.name, column.kind);
        return Err(WarehouseError::InvalidValue(message));
    }
    Ok(Arc::clone(&array))
}
