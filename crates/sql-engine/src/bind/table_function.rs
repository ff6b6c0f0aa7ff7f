//! `TABLE(f(CURSOR(query), …))`: the operator over the query's rows.
//! Does not: know what the functions take (see `levada_sql_functions::table`).

use std::sync::Arc;

use levada_sql_functions::table::{self, Column, TableCall};
use levada_sql_lang::tree::{Expr as Tree, ExprKind as TreeKind, Ident};
use levada_sql_lang::{Span, SqlType};

use super::chain::{Chain, Field};
use super::names::Names;
use super::select::{ROWTIME, bind_query};
use super::{Bound, Fault, over};
use crate::ops::{Step, TableFunctionPlan};
use crate::snapshot::checksum;

pub(super) fn bind(
    name: &Ident,
    args: &[Tree],
    shown: &str,
    span: Span,
    names: &Names<'_>,
) -> Bound<Chain> {
    let function = table::find(&name.name)
        .ok_or_else(|| Fault::new(name.span, format!("no table function {}", name.name)))?;
    let Some((Tree { kind: TreeKind::Cursor(query), .. }, rest)) = args.split_first() else {
        let expected = function.signatures.join(" or ");
        return Err(Fault::new(span, format!("expected {expected}")));
    };
    let mut chain = bind_query(query, names)?;
    let visible = chain.fields.iter().enumerate();
    let visible: Vec<(usize, &Field)> =
        visible.filter(|(_, field)| !field.hidden && field.name != ROWTIME).collect();
    let cursor: Vec<Column> = visible.iter().map(|(_, f)| Column::new(&*f.name, f.ty)).collect();
    let columns = visible.iter().map(|(at, _)| *at).collect();
    let arguments = rest.iter().map(over::constant).collect::<Bound<Vec<_>>>()?;
    let call = TableCall { cursor: &cursor, arguments: &arguments };
    let plan = (function.plan)(&call).map_err(|fault| {
        let place = fault.argument.and_then(|at| args.get(at)).map_or(span, |tree| tree.span);
        Fault::new(place, fault.message)
    })?;
    let types: Vec<SqlType> = plan.columns().iter().map(|column| column.ty).collect();
    let given = plan.columns().iter();
    chain.fields = given.map(|column| Field::new(shown, &column.name, column.ty)).collect();
    chain.steps.push(Step::TableFunction(TableFunctionPlan {
        name: function.name,
        plan: Arc::from(plan),
        seed: checksum(format!("{} {span:?}", name.name).as_bytes()),
        columns,
        types: types.into(),
    }));
    chain.streams = vec![shown.to_owned()];
    chain.windows = None;
    chain.arrival = None;
    Ok(chain)
}
