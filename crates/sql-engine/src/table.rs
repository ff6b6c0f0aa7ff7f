//! Reference tables: rows that stay the same while an engine runs, and their lookup by key.
//! Does not: load or refresh them (the caller hands them to `Program::start`).

use std::collections::HashMap;
use std::sync::Arc;

use levada_sql_functions::EvalError;
use levada_sql_lang::Value;

use crate::expr::{Cells, Expr};
use crate::snapshot::Writer;

pub(crate) type TableRow = Arc<[Value]>;

/// The rows of every table of the catalog, in catalog order.
#[derive(Clone, Default)]
pub(crate) struct Tables {
    pub rows: Vec<Arc<[TableRow]>>,
}

impl Tables {
    pub(crate) fn rows(&self, table: usize) -> Arc<[TableRow]> {
        self.rows.get(table).cloned().unwrap_or_else(|| Arc::from([]))
    }
}

/// A table's rows by the values of key expressions over them.
pub(crate) struct TableIndex {
    pub rows: Arc<[TableRow]>,
    positions: HashMap<Vec<u8>, Vec<usize>>,
}

impl TableIndex {
    /// Rows with a NULL key, or one that cannot be computed, never match.
    pub(crate) fn build(rows: Arc<[TableRow]>, keys: &[Expr], origin: i64) -> Self {
        let mut positions: HashMap<Vec<u8>, Vec<usize>> = HashMap::new();
        for (at, row) in rows.iter().enumerate() {
            let cells = TableCells { row, rowtime: origin };
            if let Ok(Some(key)) = encode_key(keys, &cells) {
                positions.entry(key).or_default().push(at);
            }
        }
        Self { rows, positions }
    }

    /// Positions of the rows with this key, in table order.
    pub(crate) fn find(&self, key: Option<&Vec<u8>>) -> &[usize] {
        key.and_then(|key| self.positions.get(key)).map_or(&[], Vec::as_slice)
    }
}

/// The encoded key of a row; `None` when a part of it is NULL.
pub(crate) fn encode_key(keys: &[Expr], cells: &dyn Cells) -> Result<Option<Vec<u8>>, EvalError> {
    let mut encoded = Writer::new();
    for key in keys {
        let value = key.eval(cells)?;
        if value == Value::Null {
            return Ok(None);
        }
        encoded.value(&value);
    }
    Ok(Some(encoded.finish()))
}

struct TableCells<'a> {
    row: &'a TableRow,
    rowtime: i64,
}

impl Cells for TableCells<'_> {
    fn value(&self, column: usize) -> Value {
        self.row.get(column).cloned().unwrap_or(Value::Null)
    }

    fn rowtime(&self) -> i64 {
        self.rowtime
    }

    fn origin(&self) -> i64 {
        self.rowtime
    }
}
