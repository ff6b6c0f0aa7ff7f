//! Filter: keeps the rows whose condition is true (WHERE, HAVING).
//! Does not: keep rows whose condition is unknown.

use std::sync::Arc;

use super::{Operator, Run};
use crate::batch::{Batch, View};
use crate::compute::Computed;
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
        let predicate = std::slice::from_ref(self.plan.predicate.as_ref());
        let mut computed = Computed::new(&batch, predicate, run.origin);
        let batch = computed.settle(&batch, run);
        let truths = View::of(&computed.columns);
        let keep: Vec<bool> = (0..batch.len()).map(|row| truths.is_true(0, row)).collect();
        let kept = batch.filter(&keep);
        if !kept.is_empty() {
            out.push(kept);
        }
    }
}
