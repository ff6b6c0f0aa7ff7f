//! Table function: hosts the state of a function of `TABLE(f(CURSOR(query), …))`.
//! Does not: compute anything itself (see `levada_sql_functions::table`).

use std::sync::Arc;

use levada_sql_functions::table::{TablePlan, TableRow, TableState};
use levada_sql_lang::{SqlType, Value};

use super::{Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::snapshot::{Damaged, Reader, Writer};

#[derive(Clone, Debug)]
pub(crate) struct TableFunctionPlan {
    pub name: &'static str,
    pub plan: Arc<dyn TablePlan>,
    /// The same in every engine of a program.
    pub seed: u64,
    /// The columns of the query that the function sees.
    pub columns: Arc<[usize]>,
    pub types: Arc<[SqlType]>,
}

struct TableFunctionRun {
    plan: TableFunctionPlan,
    state: Box<dyn TableState>,
}

pub(super) fn open(plan: &TableFunctionPlan) -> Box<dyn Operator> {
    Box::new(TableFunctionRun { plan: plan.clone(), state: plan.plan.open(plan.seed) })
}

impl TableFunctionRun {
    fn give(&self, rows: Vec<TableRow>, out: &mut Vec<Batch>) {
        if rows.is_empty() {
            return;
        }
        let types: Vec<&SqlType> = self.plan.types.iter().collect();
        let mut built = Builder::new(&types, rows.len());
        rows.into_iter().for_each(|row| built.push(row.rowtime, row.values));
        out.push(built.finish());
    }
}

impl Operator for TableFunctionRun {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        let mut rows = Vec::new();
        for row in 0..batch.len() {
            let seen = self.plan.columns.iter().map(|column| view.value(*column, row));
            let seen: Vec<Value> = seen.collect();
            if let Err(error) = self.state.push(&seen, view.rowtime(row), &mut rows) {
                run.errors.row_failed(&view, row, error);
            }
        }
        self.give(rows, out);
    }

    fn advance(&mut self, frontier: i64, _run: &mut Run<'_>, out: &mut Vec<Batch>) -> i64 {
        let mut rows = Vec::new();
        let frontier = self.state.advance(frontier, &mut rows);
        self.give(rows, out);
        frontier
    }

    fn save(&self, writer: &mut Writer) {
        writer.values(&self.state.state());
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        self.state.restore(&reader.values()?).map_err(|_| Damaged)
    }
}
