//! Expressions over whole batches: columns in, columns out, with the rows that failed.
//!
//! A failure belongs to one row; the others of the batch go on.
//! Does not: know what happens to failed rows (see `errors`).

use std::borrow::Cow;

use arrow_array::ArrayRef;

use crate::batch::{Batch, ColumnBuilder, View};
use crate::errors::Failure;
use crate::expr::Expr;
use crate::kernel;
use crate::ops::Run;

/// The columns of some expressions over one batch.
pub(crate) struct Computed {
    pub columns: Vec<ArrayRef>,
    /// What went wrong, by row; empty when nothing did.
    failures: Vec<Option<Failure>>,
}

impl Computed {
    pub(crate) fn new(batch: &Batch, exprs: &[Expr], origin: i64) -> Self {
        let mut made = Self { columns: Vec::with_capacity(exprs.len()), failures: Vec::new() };
        for expr in exprs {
            let column = made.column(batch, expr, origin);
            made.columns.push(column);
        }
        made
    }

    /// One more expression; rows that have failed before stay as they are.
    fn column(&mut self, batch: &Batch, expr: &Expr, origin: i64) -> ArrayRef {
        if let Some(outcome) = kernel::evaluate(expr, batch) {
            let view = View::new(batch);
            for (row, error) in outcome.failures {
                let span = Some(expr.blame(&view.row(row, origin)));
                self.fail(row, batch.len(), Failure { error, span });
            }
            return outcome.column;
        }
        let view = View::new(batch);
        let mut built = ColumnBuilder::new(expr.ty, batch.len());
        for row in 0..batch.len() {
            match expr.eval(&view.row(row, origin)) {
                Ok(value) => built.push(value),
                Err(error) => {
                    built.push(levada_sql_lang::Value::Null);
                    let span = Some(expr.blame(&view.row(row, origin)));
                    self.fail(row, batch.len(), Failure { error, span });
                }
            }
        }
        built.finish()
    }

    /// The first failure of a row is the one that is told.
    fn fail(&mut self, row: usize, rows: usize, error: Failure) {
        if self.failures.is_empty() {
            self.failures.resize(rows, None);
        }
        if let Some(place) = self.failures.get_mut(row) {
            place.get_or_insert(error);
        }
    }

    /// What went wrong with a row.
    pub(crate) fn failure(&self, row: usize) -> Option<&Failure> {
        self.failures.get(row).and_then(Option::as_ref)
    }

    /// Tells the failed rows, and gives the rows that are left.
    pub(crate) fn settle<'b>(&mut self, batch: &'b Batch, run: &mut Run<'_>) -> Cow<'b, Batch> {
        if self.failures.is_empty() {
            return Cow::Borrowed(batch);
        }
        let keep: Vec<bool> = self.failures.iter().map(Option::is_none).collect();
        let view = View::new(batch);
        for (row, failure) in self.failures.drain(..).enumerate() {
            if let Some(error) = failure {
                run.errors.row_failed(&view, row, error);
            }
        }
        let whole = Batch::new(batch.rowtimes(), std::mem::take(&mut self.columns));
        self.columns = whole.filter(&keep).into_columns();
        Cow::Owned(batch.filter(&keep))
    }
}
