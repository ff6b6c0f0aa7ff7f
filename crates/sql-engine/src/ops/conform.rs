//! Conform: fits a query's rows to the columns of the stream that a pump inserts into.
//! Does not: convert between type families (the binder refuses that).

use std::sync::Arc;

use levada_sql_functions::{EvalError, assign};

use super::{Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::catalog::ColumnDef;

#[derive(Clone, Debug)]
pub(crate) struct ConformPlan {
    /// The target's columns, in its order.
    pub columns: Arc<[ColumnDef]>,
    /// For each target column the query column that fills it; `None` is NULL.
    pub sources: Arc<[Option<usize>]>,
}

struct Conform {
    plan: ConformPlan,
}

pub(super) fn open(plan: &ConformPlan) -> Box<dyn Operator> {
    Box::new(Conform { plan: plan.clone() })
}

impl Operator for Conform {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        let types: Vec<_> = self.plan.columns.iter().map(|column| &column.ty).collect();
        let mut built = Builder::new(&types, batch.len());
        for row in 0..batch.len() {
            let fitted: Result<Vec<_>, EvalError> = self
                .plan
                .columns
                .iter()
                .zip(self.plan.sources.iter())
                .map(|(column, source)| match source {
                    Some(source) => column.accept(assign(view.value(*source, row), column.ty)?),
                    None => column.accept(levada_sql_lang::Value::Null),
                })
                .collect();
            match fitted {
                Ok(values) => built.push(view.rowtime(row), values),
                Err(error) => run.errors.row_failed(&view, row, error),
            }
        }
        if !built.is_empty() {
            out.push(built.finish());
        }
    }
}
