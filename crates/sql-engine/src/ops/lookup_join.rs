//! Lookup join: each stream row with its matching reference rows, INNER or LEFT.
//! Does not: keep unmatched reference rows (see `table_join`).

use std::sync::Arc;

use levada_sql_functions::EvalError;
use levada_sql_lang::{SqlType, Value};

use super::{Operator, Run};
use crate::batch::{Batch, Builder, RowCells, View};
use crate::expr::{Cells, Expr};
use crate::table::{TableIndex, TableRow, Tables, encode_key};

/// Which rows match, shared by both joins with a table.
#[derive(Clone, Debug)]
pub(crate) struct JoinKeys {
    pub table: usize,
    pub table_width: usize,
    pub stream_width: usize,
    /// The table stands before the stream in FROM, so its columns come first.
    pub table_first: bool,
    /// Equal parts of ON: over the stream's row, and over the table's row.
    pub stream_keys: Arc<[Expr]>,
    pub table_keys: Arc<[Expr]>,
    /// What is left of ON, over the joined row.
    pub residual: Option<Arc<Expr>>,
    /// Types of the joined row.
    pub types: Arc<[SqlType]>,
}

impl JoinKeys {
    /// Positions of the table rows that match this stream row, in table order.
    pub(super) fn matches(
        &self,
        index: &TableIndex,
        stream: &RowCells<'_>,
    ) -> Result<Vec<usize>, EvalError> {
        let key = encode_key(&self.stream_keys, stream)?;
        let mut found = Vec::new();
        for &at in index.find(key.as_ref()) {
            let Some(row) = index.rows.get(at) else { continue };
            let matching = match &self.residual {
                Some(residual) => {
                    let joined = JoinedCells { keys: self, stream, table: row };
                    residual.eval(&joined)? == Value::Boolean(true)
                }
                None => true,
            };
            if matching {
                found.push(at);
            }
        }
        Ok(found)
    }

    /// The joined row; a missing side is NULL in all its columns.
    pub(super) fn join(&self, stream: Option<&RowCells<'_>>, row: Option<&TableRow>) -> Vec<Value> {
        let from_stream =
            (0..self.stream_width).map(|at| stream.map_or(Value::Null, |cells| cells.value(at)));
        let from_table = (0..self.table_width)
            .map(|at| row.and_then(|row| row.get(at)).cloned().unwrap_or(Value::Null));
        if self.table_first {
            from_table.chain(from_stream).collect()
        } else {
            from_stream.chain(from_table).collect()
        }
    }
}

struct JoinedCells<'a> {
    keys: &'a JoinKeys,
    stream: &'a RowCells<'a>,
    table: &'a TableRow,
}

impl Cells for JoinedCells<'_> {
    fn value(&self, column: usize) -> Value {
        let keys = self.keys;
        let first = if keys.table_first { keys.table_width } else { keys.stream_width };
        let (in_first, at) = match column.checked_sub(first) {
            None => (true, column),
            Some(at) => (false, at),
        };
        if in_first == keys.table_first {
            self.table.get(at).cloned().unwrap_or(Value::Null)
        } else {
            self.stream.value(at)
        }
    }

    fn rowtime(&self) -> i64 {
        self.stream.rowtime()
    }

    fn origin(&self) -> i64 {
        self.stream.origin()
    }
}

#[derive(Clone, Debug)]
pub(crate) struct LookupJoinPlan {
    pub keys: JoinKeys,
    /// Stream rows without a match come out with NULLs.
    pub keep_unmatched: bool,
}

struct LookupJoin {
    plan: LookupJoinPlan,
    index: TableIndex,
}

pub(super) fn open(plan: &LookupJoinPlan, tables: &Tables) -> Box<dyn Operator> {
    let index = TableIndex::build(tables.rows(plan.keys.table), &plan.keys.table_keys, 0);
    Box::new(LookupJoin { plan: plan.clone(), index })
}

impl Operator for LookupJoin {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        let keys = &self.plan.keys;
        let types: Vec<&SqlType> = keys.types.iter().collect();
        let mut built = Builder::new(&types, batch.len());
        for row in 0..batch.len() {
            let cells = view.row(row, run.origin);
            match keys.matches(&self.index, &cells) {
                Ok(found) if found.is_empty() => {
                    if self.plan.keep_unmatched {
                        built.push(view.rowtime(row), keys.join(Some(&cells), None));
                    }
                }
                Ok(found) => {
                    for at in found {
                        built.push(
                            view.rowtime(row),
                            keys.join(Some(&cells), self.index.rows.get(at)),
                        );
                    }
                }
                Err(error) => run.errors.row_failed(&view, row, error),
            }
        }
        if !built.is_empty() {
            out.push(built.finish());
        }
    }
}
