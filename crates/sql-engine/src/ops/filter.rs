//! Filter: keeps the rows whose condition is true (WHERE, HAVING).
//! Does not: keep rows whose condition is unknown.

use std::sync::Arc;

use levada_sql_lang::Value;

use super::{Operator, Run};
use crate::batch::{Batch, View};
use crate::expr::Expr;

#[derive(Clone, Debug)]
pub(crate) struct FilterPlan {
    pub predicate: Arc<Expr>,
}

struct Filter {
    plan: FilterPlan,
}

pub(super) fn open(plan: &FilterPlan) -> Box<dyn Operator> {
    Box::new(Filter { plan: plan.clone() })
}

impl Operator for Filter {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        let mut keep = vec![false; batch.len()];
        for (row, keep) in keep.iter_mut().enumerate() {
            match self.plan.predicate.eval(&view.row(row, run.origin)) {
                Ok(value) => *keep = value == Value::Boolean(true),
                Err(error) => run.errors.row_failed(&view, row, error),
            }
        }
        let kept = batch.filter(&keep);
        if !kept.is_empty() {
            out.push(kept);
        }
    }
}
