//! Which steps can fail for a row. Rows of a program in which nothing can fail behind a replaced
//! ROWTIME go in whole batches: there is no error whose place in time would have to be found.
//! Does not: say that a step fails; what it does not know can fail.

use levada_sql_lang::SqlType;

use crate::catalog::ColumnDef;
use crate::expr::{Expr, ExprKind};
use crate::ops::{AggregateCall, Boundary, ConformPlan, JoinKeys, RowtimeRule, Step};

/// Functions that give a value for every value of their types.
const TOTAL_FUNCTIONS: &[&str] = &["CEIL TO", "CHAR_LENGTH", "FLOOR TO", "LOWER", "UPPER"];

pub(crate) fn step(step: &Step) -> bool {
    match step {
        Step::Conform(plan) => conform(plan),
        Step::Distinct(_) | Step::Sort(_) => false,
        Step::Filter(plan) => expr(&plan.predicate),
        Step::Project(plan) => {
            !matches!(plan.rowtime, RowtimeRule::Carried) || plan.columns.iter().any(expr)
        }
        Step::LookupJoin(plan) => keys(&plan.keys),
        Step::TableJoin(plan) => keys(&plan.keys),
        Step::Tumble(plan) => {
            matches!(plan.window, Boundary::Change(_))
                || plan.keys.iter().any(expr)
                || plan.aggregates.iter().any(aggregate)
        }
        Step::Slide(_)
        | Step::Stagger(_)
        | Step::StreamJoin(_)
        | Step::TableFunction(_)
        | Step::TimeSort(_) => true,
    }
}

fn expr(expr: &Expr) -> bool {
    expr.any(&|part| match &part.kind {
        ExprKind::Literal(_)
        | ExprKind::Column(_)
        | ExprKind::Rowtime { .. }
        | ExprKind::Start
        | ExprKind::And(..)
        | ExprKind::Or(..)
        | ExprKind::Not(_)
        | ExprKind::Compare { .. }
        | ExprKind::Distinct { .. }
        | ExprKind::Is { .. }
        | ExprKind::In { .. }
        | ExprKind::Match { .. }
        | ExprKind::Case { .. }
        | ExprKind::Coalesce(_) => false,
        ExprKind::Call { function, .. } => !TOTAL_FUNCTIONS.contains(&function.name),
        _ => true,
    })
}

fn keys(keys: &JoinKeys) -> bool {
    keys.stream_keys.iter().any(expr) || keys.residual.as_ref().is_some_and(|on| expr(on))
}

fn aggregate(call: &AggregateCall) -> bool {
    let small =
        matches!(call.argument_type, Some(SqlType::TinyInt | SqlType::SmallInt | SqlType::Integer));
    let is_total = match call.function.name {
        "COUNT" | "MIN" | "MAX" => true,
        // Thousands of millions of rows would have to be in one window.
        "SUM" | "AVG" => small,
        _ => false,
    };
    !is_total || call.distinct || call.argument.as_ref().is_some_and(expr)
}

fn conform(plan: &ConformPlan) -> bool {
    let fits = |(column, source): (&ColumnDef, &Option<usize>)| {
        let from = source.and_then(|at| plan.types.get(at)).copied();
        !column.not_null && from.is_some_and(|from| always_fits(from, column.ty))
    };
    !plan.columns.iter().zip(plan.sources.iter()).all(fits)
}

/// Whether every value of one type is one of the other.
fn always_fits(from: SqlType, to: SqlType) -> bool {
    let rank = |ty: SqlType| match ty {
        SqlType::TinyInt => 1,
        SqlType::SmallInt => 2,
        SqlType::Integer => 3,
        _ => 4,
    };
    match (from, to) {
        (SqlType::Varchar(chars), SqlType::Varchar(room)) => chars <= room,
        (from, to) if from.is_integer() && to.is_integer() => rank(from) <= rank(to),
        (SqlType::Decimal { .. }, SqlType::Decimal { .. }) => from == to,
        (SqlType::Char(_) | SqlType::Real, _) => false,
        (from, to) => from == to,
    }
}
