//! Conform: fits a query's rows to the columns of the stream that a pump inserts into.
//! Does not: convert between type families (the binder refuses that).

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef};
use levada_sql_functions::{EvalError, assign};
use levada_sql_lang::SqlType;

use super::{Operator, Run};
use crate::batch::{Batch, Builder, View, holds};
use crate::catalog::ColumnDef;

#[derive(Clone, Debug)]
pub(crate) struct ConformPlan {
    /// The target's columns, in its order.
    pub columns: Arc<[ColumnDef]>,
    /// For each target column the query column that fills it; `None` is NULL.
    pub sources: Arc<[Option<usize>]>,
    /// Types of the query's columns.
    pub types: Arc<[SqlType]>,
}

struct Conform {
    plan: ConformPlan,
}

pub(super) fn open(plan: &ConformPlan) -> Box<dyn Operator> {
    Box::new(Conform { plan: plan.clone() })
}

impl Conform {
    /// The columns as they are, where every one of them fits its target.
    fn unchanged(&self, batch: &Batch) -> Option<Vec<ArrayRef>> {
        let pairs = self.plan.columns.iter().zip(self.plan.sources.iter());
        pairs
            .map(|(column, source)| {
                let at = (*source)?;
                let array = batch.column(at).filter(|array| holds(array, column.ty))?;
                let from = self.plan.types.get(at)?;
                let takes_nulls = !column.not_null || array.null_count() == 0;
                (takes_nulls && fits(array, *from, column.ty)).then(|| array.clone())
            })
            .collect()
    }
}

/// Whether every value of the column is one of the other type, as it is.
fn fits(array: &ArrayRef, from: SqlType, to: SqlType) -> bool {
    let bits = |ty: SqlType| match ty {
        SqlType::TinyInt => 8,
        SqlType::SmallInt => 16,
        SqlType::Integer => 32,
        _ => 64,
    };
    match (from, to) {
        (from, to) if from.is_integer() && to.is_integer() => bits(from) <= bits(to),
        (SqlType::Varchar(_), SqlType::Varchar(chars)) => {
            let texts = array.as_string_opt::<i32>();
            let is_short =
                |text: Option<&str>| text.is_none_or(|text| text.len() <= chars as usize);
            texts.is_some_and(|texts| texts.iter().all(is_short))
        }
        (SqlType::Decimal { precision, .. }, SqlType::Decimal { precision: digits, .. }) => {
            precision <= digits
        }
        (SqlType::Double, SqlType::Double)
        | (SqlType::Boolean, SqlType::Boolean)
        | (SqlType::Date, SqlType::Date)
        | (SqlType::Time, SqlType::Time)
        | (SqlType::Timestamp, SqlType::Timestamp) => true,
        _ => false,
    }
}

impl Operator for Conform {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        if let Some(columns) = self.unchanged(&batch) {
            return out.push(batch.replaced(columns));
        }
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
