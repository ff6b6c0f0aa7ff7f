//! Function calls, and the forms with words between their arguments.
//! Does not: know what functions compute (see `sql-functions`).

use levada_sql_functions::{
    AggregateFunction, Comparison, ScalarFunction, aggregate, analytic, record, scalar,
};
use levada_sql_lang::tree::{Expr as Tree, ExprKind as TreeKind, FunctionCall, Rounding, TrimSide};
use levada_sql_lang::{Span, SqlType, TimeUnit, Value};

use super::expr::{Scope, bind_expr, coerce, compared, unified};
use super::{Bound, Fault, function, over};
use crate::expr::{Expr, ExprKind};

pub(super) fn bind(tree: &Tree, scope: &Scope<'_>) -> Bound<Expr> {
    let span = tree.span;
    let all = |trees: &[&Tree]| {
        trees.iter().map(|tree| bind_expr(tree, scope)).collect::<Bound<Vec<Expr>>>()
    };
    let (function, arguments) = match &tree.kind {
        TreeKind::Call(call) => return bind_call(call, scope, span),
        TreeKind::Extract { unit, from } => {
            // The type of the unit's name tells the function which type its result has.
            let mut name = unit_name(*unit, span);
            if *unit == TimeUnit::Second {
                name.ty = SqlType::Char(6);
            }
            (&scalar::EXTRACT, vec![name, bind_expr(from, scope)?])
        }
        TreeKind::RoundTo { rounding, operand, unit } => {
            let function = match rounding {
                Rounding::Floor => &scalar::FLOOR_TO,
                Rounding::Ceil => &scalar::CEIL_TO,
            };
            (function, vec![bind_expr(operand, scope)?, unit_name(*unit, span)])
        }
        TreeKind::Step { operand, by } => (&scalar::STEP, all(&[operand, by])?),
        TreeKind::Substring { operand, from, length } => {
            let mut arguments = all(&[operand, from])?;
            let by_pattern = arguments.get(1).is_some_and(|from| from.ty.is_text());
            arguments.extend(length.as_deref().map(|tree| bind_expr(tree, scope)).transpose()?);
            let function =
                if by_pattern { &scalar::SUBSTRING_REGEX } else { &scalar::SUBSTRING_FROM };
            (function, arguments)
        }
        TreeKind::SubstringSimilar { operand, pattern, escape } => {
            (&scalar::SUBSTRING_SIMILAR, all(&[operand, pattern, escape])?)
        }
        TreeKind::Position { needle, haystack } => (&scalar::POSITION, all(&[needle, haystack])?),
        TreeKind::Trim { side, what, operand } => {
            let side = match side {
                TrimSide::Leading => "LEADING",
                TrimSide::Trailing => "TRAILING",
                TrimSide::Both => "BOTH",
            };
            let what = match what {
                Some(what) => bind_expr(what, scope)?,
                None => text(" ", span),
            };
            (&scalar::TRIM, vec![text(side, span), what, bind_expr(operand, scope)?])
        }
        TreeKind::Overlay { operand, placing, from, length } => {
            let mut arguments = all(&[operand, placing, from])?;
            arguments.extend(length.as_deref().map(|tree| bind_expr(tree, scope)).transpose()?);
            (&scalar::OVERLAY, arguments)
        }
        _ => return Err(Fault::unsupported(span, "this expression is")),
    };
    apply(function, arguments, span)
}

fn text(value: &str, span: Span) -> Expr {
    let chars = u32::try_from(value.len()).unwrap_or(0);
    Expr::new(ExprKind::Literal(Value::text(value)), SqlType::Varchar(chars), span)
}

fn unit_name(unit: TimeUnit, span: Span) -> Expr {
    text(unit.name(), span)
}

fn apply(function: &'static ScalarFunction, arguments: Vec<Expr>, span: Span) -> Bound<Expr> {
    let types: Vec<SqlType> = arguments.iter().map(|argument| argument.ty).collect();
    let Some(ty) = (function.result)(&types) else {
        let found: Vec<String> = types.iter().map(ToString::to_string).collect();
        let message = format!(
            "cannot apply {} to ({}); expected {}",
            function.name,
            found.join(", "),
            function.signatures.join(" or ")
        );
        return Err(Fault::new(span, message));
    };
    Ok(Expr::new(ExprKind::Call { function, arguments }, ty, span))
}

fn bind_call(call: &FunctionCall, scope: &Scope<'_>, span: Span) -> Bound<Expr> {
    let name = call.name.name.as_str();
    if let Some(filter) = &call.filter {
        return Err(Fault::new(filter.span, "FILTER is not allowed on a stream"));
    }
    if let Some(over) = &call.over {
        return over::bind(call, over, scope, span);
    }
    if let Some(function) = aggregate::find(name) {
        return bind_aggregate(function, call, scope, span);
    }
    if call.star || call.distinct || call.from_last || call.nulls.is_some() {
        return Err(Fault::new(span, format!("{name} does not take this form of arguments")));
    }
    let arguments =
        call.args.iter().map(|tree| bind_expr(tree, scope)).collect::<Bound<Vec<_>>>()?;
    match (name, arguments.len()) {
        ("COALESCE", 1..) => {
            let ty = unified(&arguments, "COALESCE")?;
            let arguments = arguments.into_iter().map(|argument| coerce(argument, ty)).collect();
            return Ok(Expr::new(ExprKind::Coalesce(arguments), ty, span));
        }
        ("NULLIF", 2) => return nullif(arguments, span),
        ("MONOTONIC", 1) => return monotonic(arguments, span),
        _ => {}
    }
    if let Some(bound) = scope.names.and_then(|names| function::bind(name, &arguments, names, span))
    {
        return bound;
    }
    if let Some(function) = scalar::find(name).filter(|function| !function.name.contains(' ')) {
        return apply(function, arguments, span);
    }
    if analytic::find(name).is_some() {
        return Err(Fault::new(span, format!("{name} needs a window: {name}(…) OVER (…)")));
    }
    if record::find(name).is_some() {
        let message = format!("{name} gives a record, which is a column of a select list");
        return Err(Fault::new(span, message));
    }
    Err(Fault::new(
        call.name.span,
        format!("no function {name} with {} arguments", arguments.len()),
    ))
}

fn monotonic(arguments: Vec<Expr>, span: Span) -> Bound<Expr> {
    let [operand] = <[Expr; 1]>::try_from(arguments)
        .map_err(|_| Fault::new(span, "MONOTONIC takes one argument"))?;
    let ty = operand.ty;
    Ok(Expr::new(ExprKind::Monotonic(Box::new(operand)), ty, span))
}

fn nullif(arguments: Vec<Expr>, span: Span) -> Bound<Expr> {
    let [value, other] = <[Expr; 2]>::try_from(arguments)
        .map_err(|_| Fault::new(span, "NULLIF takes two arguments"))?;
    let ty = value.ty;
    let when = compared(Comparison::Equal, value.clone(), other, span)?;
    let null = Expr::new(ExprKind::Literal(Value::Null), ty, span);
    let kind = ExprKind::Case { branches: vec![(when, null)], otherwise: Box::new(value) };
    Ok(Expr::new(kind, ty, span))
}

fn bind_aggregate(
    function: &'static AggregateFunction,
    call: &FunctionCall,
    scope: &Scope<'_>,
    span: Span,
) -> Bound<Expr> {
    if !scope.aggregates {
        return Err(Fault::new(span, format!("{} is not allowed here", function.name)));
    }
    if call.distinct && !function.distinct {
        let message = format!("{}(DISTINCT …) is not allowed on a stream", function.name);
        return Err(Fault::new(span, message));
    }
    let expected = || {
        let message = format!("expected {}", function.signatures.join(" or "));
        Fault::new(span, message)
    };
    let argument = match (call.star, call.args.as_slice()) {
        (true, []) if function.name == "COUNT" => None,
        (false, [argument]) => {
            let argument = bind_expr(argument, scope)?;
            if argument.has_aggregate() {
                return Err(Fault::new(span, "an aggregate cannot stand within an aggregate"));
            }
            Some(Box::new(argument))
        }
        _ => return Err(expected()),
    };
    let ty = (function.result)(argument.as_ref().map(|argument| argument.ty));
    let ty = ty.ok_or_else(expected)?;
    Ok(Expr::new(ExprKind::Aggregate { function, argument, distinct: call.distinct }, ty, span))
}
