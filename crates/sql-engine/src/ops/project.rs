//! Project: computes the select list, and ROWTIME where a column is aliased `AS ROWTIME`.
//! Does not: change the order of rows; a row whose new ROWTIME goes backwards is an error row.

use std::sync::Arc;

use levada_sql_functions::EvalError;
use levada_sql_lang::{SqlType, Value};

use super::{Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::compute::Computed;
use crate::errors::Failure;
use crate::expr::{Expr, TimeRow};
use crate::snapshot::{Damaged, Reader, Writer};

#[derive(Clone, Debug)]
pub(crate) struct ProjectPlan {
    pub columns: Arc<[Expr]>,
    pub rowtime: RowtimeRule,
}

/// Where the ROWTIME of a projected row comes from.
#[derive(Clone, Debug)]
pub(crate) enum RowtimeRule {
    /// The ROWTIME of the input row.
    Carried,
    /// A monotonic function of the input's ROWTIME, which therefore also maps bounds.
    Monotonic(Arc<Expr>),
    /// Any expression: bounds say nothing about it, only rows do.
    Free(Arc<Expr>),
}

struct Project {
    plan: ProjectPlan,
    /// ROWTIMEs of the first and the last row given.
    first: Option<i64>,
    last: i64,
}

pub(super) fn open(plan: &ProjectPlan) -> Box<dyn Operator> {
    Box::new(Project { plan: plan.clone(), first: None, last: i64::MIN })
}

impl Project {
    fn rowtime(&self, view: &View<'_>, row: usize, run: &Run<'_>) -> Result<i64, Failure> {
        let rule = match &self.plan.rowtime {
            RowtimeRule::Carried => return Ok(view.rowtime(row)),
            RowtimeRule::Monotonic(rule) | RowtimeRule::Free(rule) => rule,
        };
        let cells = view.row(row, run.origin);
        let failed = |error, span| Failure { error, span: Some(span) };
        match rule.eval(&cells).map_err(|error| failed(error, rule.blame(&cells)))? {
            Value::Timestamp(t) if t.as_millis() >= self.last => Ok(t.as_millis()),
            Value::Timestamp(_) => Err(failed(EvalError::RowtimeOutOfOrder, rule.span)),
            _ => Err(failed(EvalError::NullRowtime, rule.span)),
        }
    }
}

impl Operator for Project {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        if matches!(self.plan.rowtime, RowtimeRule::Carried) {
            let mut computed = Computed::new(&batch, &self.plan.columns, run.origin);
            let left = computed.settle(&batch, run);
            if !left.is_empty() {
                out.push(left.replaced(computed.columns));
            }
            return;
        }
        let view = View::new(&batch);
        let types: Vec<&SqlType> = self.plan.columns.iter().map(|expr| &expr.ty).collect();
        let mut built = Builder::new(&types, batch.len());
        let mut values = Vec::with_capacity(types.len());
        for row in 0..batch.len() {
            values.clear();
            let computed = self.rowtime(&view, row, run).and_then(|rowtime| {
                let cells = view.row(row, run.origin);
                for expr in self.plan.columns.iter() {
                    let failed = |error| Failure { error, span: Some(expr.blame(&cells)) };
                    values.push(expr.eval(&cells).map_err(failed)?);
                }
                Ok(rowtime)
            });
            match computed {
                Ok(rowtime) => {
                    self.first.get_or_insert(rowtime);
                    self.last = rowtime;
                    built.push(rowtime, values.drain(..));
                }
                Err(error) => run.errors.row_failed(&view, row, error),
            }
        }
        if !built.is_empty() {
            out.push(built.finish());
        }
    }

    fn advance(&mut self, frontier: i64, run: &mut Run<'_>, _out: &mut Vec<Batch>) -> i64 {
        match &self.plan.rowtime {
            RowtimeRule::Carried => frontier,
            RowtimeRule::Free(_) => self.last,
            RowtimeRule::Monotonic(rule) => {
                match rule.eval(&TimeRow { rowtime: frontier, origin: run.origin }) {
                    Ok(Value::Timestamp(t)) => t.as_millis().max(self.last),
                    _ => self.last,
                }
            }
        }
    }

    fn first_instant(&self, input: Option<i64>, run: &Run<'_>) -> Option<i64> {
        match &self.plan.rowtime {
            RowtimeRule::Carried => input,
            RowtimeRule::Free(_) => self.first,
            RowtimeRule::Monotonic(rule) => {
                match rule.eval(&TimeRow { rowtime: input?, origin: run.origin }) {
                    Ok(Value::Timestamp(t)) => Some(t.as_millis()),
                    _ => self.first,
                }
            }
        }
    }

    fn save(&self, writer: &mut Writer) {
        writer.bool(self.first.is_some());
        writer.i64(self.first.unwrap_or_default());
        writer.i64(self.last);
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        let begun = reader.bool()?;
        let first = reader.i64()?;
        self.first = begun.then_some(first);
        self.last = reader.i64()?;
        Ok(())
    }
}
