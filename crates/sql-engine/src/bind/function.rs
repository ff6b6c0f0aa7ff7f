//! Functions of CREATE FUNCTION: a call becomes the function's expression over the arguments.
//! Does not: convert arguments; the parameters' types have to be the arguments'.

use levada_sql_functions::assignable;
use levada_sql_lang::tree::{CreateFunction, Test};
use levada_sql_lang::{Span, SqlType, Value};

use super::chain::Field;
use super::expr::{Scope, bind_expr};
use super::names::Names;
use super::{Bound, Fault};
use crate::expr::{Expr, ExprKind};
use crate::limits::INLINED_PARTS_MAX;

/// Whether the types are one type but for lengths and digits.
fn same_type(a: SqlType, b: SqlType) -> bool {
    match (a, b) {
        (SqlType::Null, _) => true,
        (SqlType::Decimal { .. }, SqlType::Decimal { .. }) => true,
        (SqlType::Interval(_), SqlType::Interval(_)) => assignable(a, b),
        _ if a.is_text() && b.is_text() => true,
        (
            SqlType::Binary(_) | SqlType::Varbinary(_),
            SqlType::Binary(_) | SqlType::Varbinary(_),
        ) => true,
        _ => a == b,
    }
}

/// Whether two functions could not be told apart by their calls.
pub(super) fn same_parameters(a: &CreateFunction, b: &CreateFunction) -> bool {
    let pairs = a.parameters.iter().zip(&b.parameters);
    a.parameters.len() == b.parameters.len()
        && pairs.into_iter().all(|(a, b)| same_type(a.ty, b.ty))
}

/// The call of a created function; `None` when there is none of this name.
pub(super) fn bind(
    name: &str,
    arguments: &[Expr],
    names: &Names<'_>,
    span: Span,
) -> Option<Bound<Expr>> {
    let mut known = names.functions.iter().filter(|f| f.name.last() == name).peekable();
    known.peek()?;
    let fits = |function: &&&CreateFunction| {
        let pairs = function.parameters.iter().zip(arguments);
        function.parameters.len() == arguments.len()
            && pairs.into_iter().all(|(parameter, given)| same_type(given.ty, parameter.ty))
    };
    let found = known.find(fits).map(|function| inline(function, arguments, names, span));
    Some(found.unwrap_or_else(|| {
        let types: Vec<String> = arguments.iter().map(|given| given.ty.to_string()).collect();
        let message = format!("no function {name} takes ({})", types.join(", "));
        Err(Fault::new(span, message))
    }))
}

/// Checks a function's body by itself.
pub(super) fn check(function: &CreateFunction, names: &Names<'_>) -> Bound<()> {
    let arguments: Vec<Expr> = function
        .parameters
        .iter()
        .map(|parameter| {
            Expr::new(ExprKind::Literal(Value::Null), parameter.ty, function.name.span)
        })
        .collect();
    inline(function, &arguments, names, function.name.span).map(drop)
}

fn inline(
    function: &CreateFunction,
    arguments: &[Expr],
    names: &Names<'_>,
    span: Span,
) -> Bound<Expr> {
    let name = function.name.last();
    let _nested = names.enter(name, function.name.span)?;
    let parameters = function.parameters.iter();
    let fields: Vec<Field> =
        parameters.map(|parameter| Field::new(name, &parameter.name.name, parameter.ty)).collect();
    let mut body = bind_expr(&function.body, &Scope::new(&fields, &[], Some(names)))?;
    if !assignable(body.ty, function.returns) {
        let message =
            format!("{name} returns {}, and its body gives {}", function.returns, body.ty);
        return Err(Fault::new(function.body.span, message));
    }
    let mut parts = 0;
    place(&mut body, &function.parameters, arguments, &mut parts);
    if parts > INLINED_PARTS_MAX {
        let message = format!("{name} becomes longer than {INLINED_PARTS_MAX} parts");
        return Err(Fault::new(span, message));
    }
    let null = |ty| Expr::new(ExprKind::Literal(Value::Null), ty, span);
    let returns = function.returns;
    let mut value = match body.ty == returns {
        true => body,
        false => Expr::new(ExprKind::Cast(Box::new(body)), returns, span),
    };
    if function.null_on_null_input && !arguments.is_empty() {
        let branches = arguments.iter().map(|argument| {
            let operand = Box::new(argument.clone());
            let is_null = ExprKind::Is { operand, test: Test::Null };
            (Expr::new(is_null, SqlType::Boolean, span), null(returns))
        });
        let kind = ExprKind::Case { branches: branches.collect(), otherwise: Box::new(value) };
        value = Expr::new(kind, returns, span);
    }
    value.span = span;
    Ok(value)
}

/// Puts the arguments where the parameters stand, and counts the parts.
fn place(
    expr: &mut Expr,
    parameters: &[levada_sql_lang::tree::Parameter],
    arguments: &[Expr],
    parts: &mut usize,
) {
    *parts += 1;
    if let ExprKind::Column(at) = expr.kind {
        let (Some(argument), Some(parameter)) = (arguments.get(at), parameters.get(at)) else {
            return;
        };
        *parts += count(argument);
        *expr = match argument.ty == parameter.ty {
            true => argument.clone(),
            false => {
                let cast = ExprKind::Cast(Box::new(argument.clone()));
                Expr::new(cast, parameter.ty, argument.span)
            }
        };
        return;
    }
    for part in expr.parts_mut() {
        if *parts > INLINED_PARTS_MAX {
            return;
        }
        place(part, parameters, arguments, parts);
    }
}

fn count(expr: &Expr) -> usize {
    1 + expr.parts().into_iter().map(count).sum::<usize>()
}
