//! Which expressions never go back as ROWTIME goes on.
//! Does not: accept columns that merely happen to ascend.

use std::sync::Arc;

use levada_sql_functions::Arithmetic;
use levada_sql_lang::{Interval, SqlType, Value};

use super::chain::Field;
use crate::expr::{Expr, ExprKind};
use crate::window::WindowFunction;

/// The expression as a window function, when it is a monotonic, non-constant function of ROWTIME
/// and of nothing else.
pub(crate) fn window_function(expr: &Expr, fields: &[Field]) -> Option<WindowFunction> {
    let term = in_time(expr, fields)?;
    let closed_at_end = match term.kind {
        ExprKind::Rowtime { .. } => true,
        _ => monotonic(&term)?.closed_at_end,
    };
    Some(WindowFunction { term: Arc::new(term), closed_at_end })
}

/// The expression with columns replaced by what they are as functions of ROWTIME.
fn in_time(expr: &Expr, fields: &[Field]) -> Option<Expr> {
    let mut term = expr.clone();
    replace(&mut term, fields)?;
    monotonic(&term)?;
    Some(term)
}

fn replace(expr: &mut Expr, fields: &[Field]) -> Option<()> {
    if let ExprKind::Column(at) = expr.kind {
        let term = fields.get(at)?.time_term.as_ref()?;
        expr.kind = term.kind.clone();
        return Some(());
    }
    expr.parts_mut().into_iter().try_for_each(|part| replace(part, fields))
}

struct Monotonic {
    closed_at_end: bool,
}

fn monotonic(expr: &Expr) -> Option<Monotonic> {
    match &expr.kind {
        ExprKind::Rowtime { .. } => Some(Monotonic { closed_at_end: false }),
        ExprKind::Call { function, arguments } => {
            let (first, rest) = arguments.split_first()?;
            if !rest.iter().all(is_literal) {
                return None;
            }
            let inner = monotonic(first)?;
            match function.name {
                "FLOOR TO" | "STEP" | "UNIX_TIMESTAMP" | "TO_TIMESTAMP" => Some(inner),
                "CEIL TO" => Some(Monotonic { closed_at_end: true }),
                _ => None,
            }
        }
        ExprKind::Monotonic(operand) => monotonic(operand),
        ExprKind::Cast(operand) if matches!(expr.ty, SqlType::Timestamp | SqlType::Date) => {
            monotonic(operand)
        }
        ExprKind::Arithmetic { op, left, right } => match op {
            Arithmetic::Add if is_literal(left) => monotonic(right),
            Arithmetic::Add | Arithmetic::Subtract if is_literal(right) => monotonic(left),
            Arithmetic::Multiply if is_positive(left) => monotonic(right),
            Arithmetic::Multiply | Arithmetic::Divide if is_positive(right) => monotonic(left),
            _ => None,
        },
        _ => None,
    }
}

fn is_literal(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Literal(value) => !value.is_null(),
        ExprKind::Negate(operand) | ExprKind::Cast(operand) => is_literal(operand),
        _ => false,
    }
}

fn is_positive(expr: &Expr) -> bool {
    match &expr.kind {
        ExprKind::Literal(Value::Integer(number)) => *number > 0,
        ExprKind::Literal(Value::Interval(Interval::Millis(ms))) => *ms > 0,
        _ => false,
    }
}
