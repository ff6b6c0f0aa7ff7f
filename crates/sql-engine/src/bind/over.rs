//! OVER: calls over sliding windows, and the operator that computes them.
//! Does not: take windows that look forward; a stream's next rows are not there yet.

use std::sync::Arc;

use levada_sql_functions::{aggregate, analytic};
use levada_sql_lang::tree::{
    Expr as Tree, FrameBound, FrameUnit, FunctionCall, NamedWindow, Nulls, WindowFrame, WindowRef,
    WindowSpec,
};
use levada_sql_lang::{Interval, Span, SqlType, Value};

use super::chain::{Chain, Field};
use super::expr::{Scope, bind_expr, coerce};
use super::{Bound, Fault};
use crate::expr::{Expr, ExprKind, OverCall, OverFunction, TimeRow};
use crate::ops::{Extent, SlideCall, SlidePlan, Step, WindowPlan};

/// Named windows that refine one another.
const BASE_DEPTH_MAX: usize = 16;

/// Binds `f(…) OVER …`.
pub(super) fn bind(
    call: &FunctionCall,
    over: &WindowRef,
    scope: &Scope<'_>,
    span: Span,
) -> Bound<Expr> {
    let Some(windows) = scope.windows else {
        return Err(Fault::new(span, "a function over a window is allowed in a select list only"));
    };
    let spec = match over {
        WindowRef::Named(name) => {
            let base = Some(name.clone());
            let (partition_by, order_by) = (Vec::new(), Vec::new());
            WindowSpec { base, partition_by, order_by, frame: None, span: name.span }
        }
        WindowRef::Inline(spec) => spec.as_ref().clone(),
    };
    let (partition_by, frame) = resolve(&spec, windows, 0)?;
    let within = Scope { aggregates: scope.aggregates, windows: None, ..*scope };
    let partition =
        partition_by.iter().map(|tree| bind_expr(tree, &within)).collect::<Bound<Vec<_>>>()?;
    let extent = frame.map_or(Ok(Extent::Unbounded), |frame| extent(&frame))?;
    let (function, arguments, ty) = bind_function(call, &within, span)?;
    let call = OverCall { function, arguments, partition, extent };
    Ok(Expr::new(ExprKind::Over(Box::new(call)), ty, span))
}

/// What a window is after those it refines.
fn resolve(
    spec: &WindowSpec,
    windows: &[NamedWindow],
    depth: usize,
) -> Bound<(Vec<Tree>, Option<WindowFrame>)> {
    if let Some(order) = spec.order_by.first() {
        let message = "ORDER BY in a window is not allowed; rows of a stream come by ROWTIME";
        return Err(Fault::new(order.expr.span, message));
    }
    let mut partition_by = spec.partition_by.clone();
    let mut frame = spec.frame.clone();
    if let Some(base) = &spec.base {
        let known = windows.iter().find(|window| window.name.name == base.name);
        let known = known
            .filter(|_| depth < BASE_DEPTH_MAX)
            .ok_or_else(|| Fault::new(base.span, format!("window '{}' not found", base.name)))?;
        let (base_partition, base_frame) = resolve(&known.spec, windows, depth + 1)?;
        if partition_by.is_empty() {
            partition_by = base_partition;
        }
        frame = frame.or(base_frame);
    }
    Ok((partition_by, frame))
}

/// How far back a window of a joined stream reaches.
pub(super) fn join_extent(spec: &WindowSpec, windows: &[NamedWindow]) -> Bound<Extent> {
    let (partition_by, frame) = resolve(spec, windows, 0)?;
    if let Some(tree) = partition_by.first() {
        return Err(Fault::new(tree.span, "the window of a joined stream cannot be partitioned"));
    }
    let frame = frame.ok_or_else(|| {
        Fault::new(spec.span, "expected RANGE INTERVAL … PRECEDING or ROWS … PRECEDING")
    })?;
    extent(&frame)
}

fn extent(frame: &WindowFrame) -> Bound<Extent> {
    if let Some(end) = &frame.end
        && *end != FrameBound::CurrentRow
    {
        let message = "a window has to end with the current row";
        return Err(Fault::new(frame.span, message));
    }
    match (&frame.start, frame.unit) {
        (FrameBound::UnboundedPreceding, _) => Ok(Extent::Unbounded),
        (FrameBound::CurrentRow, FrameUnit::Rows) => Ok(Extent::Rows(0)),
        (FrameBound::CurrentRow, FrameUnit::Range) => Ok(Extent::Millis(0)),
        (FrameBound::Preceding(distance), unit) => preceding(distance, unit),
        (FrameBound::Following(_) | FrameBound::UnboundedFollowing, _) => {
            Err(Fault::new(frame.span, "a window cannot begin after the current row"))
        }
    }
}

fn preceding(distance: &Tree, unit: FrameUnit) -> Bound<Extent> {
    let value = constant(distance)?;
    let expected = match (unit, &value) {
        (FrameUnit::Rows, Value::Integer(rows)) if *rows >= 0 => {
            return Ok(Extent::Rows(usize::try_from(*rows).unwrap_or(usize::MAX)));
        }
        (FrameUnit::Range, Value::Interval(Interval::Millis(ms))) if *ms >= 0 => {
            return Ok(Extent::Millis(*ms));
        }
        (FrameUnit::Range, Value::Interval(Interval::Months(months))) if *months >= 0 => {
            return Ok(Extent::Months(*months));
        }
        (FrameUnit::Rows, _) => "a number of rows from 0",
        (FrameUnit::Range, _) => "an INTERVAL that is not negative",
    };
    Err(Fault::new(distance.span, format!("expected {expected}")))
}

/// The value of an expression without columns.
pub(super) fn constant(tree: &Tree) -> Bound<Value> {
    let expr = bind_expr(tree, &Scope::empty())?;
    let fixed = !expr.any(&|part| matches!(part.kind, ExprKind::Rowtime { .. } | ExprKind::Start));
    match expr.eval(&TimeRow { rowtime: 0, origin: 0 }) {
        Ok(value) if fixed => Ok(value),
        Ok(_) => Err(Fault::new(tree.span, "expected a constant")),
        Err(error) => Err(Fault::new(tree.span, error.to_string())),
    }
}

fn bind_function(
    call: &FunctionCall,
    scope: &Scope<'_>,
    span: Span,
) -> Bound<(OverFunction, Vec<Expr>, SqlType)> {
    let name = call.name.name.as_str();
    let arguments =
        call.args.iter().map(|tree| bind_expr(tree, scope)).collect::<Bound<Vec<_>>>()?;
    let types: Vec<SqlType> = arguments.iter().map(|argument| argument.ty).collect();
    if let Some(function) = analytic::find(name) {
        let fits = (function.result)(&types).filter(|_| !call.star && !call.distinct);
        let ty = fits.ok_or_else(|| expected(span, function.signatures))?;
        let function = OverFunction::Analytic {
            function,
            from_last: call.from_last,
            ignore_nulls: call.nulls == Some(Nulls::Ignore),
        };
        return Ok((function, arguments, ty));
    }
    let Some(function) = aggregate::find(name) else {
        let message = format!("{name} is not a function over a window");
        return Err(Fault::new(call.name.span, message));
    };
    if call.distinct && !function.distinct {
        let message = format!("{name}(DISTINCT …) is not allowed on a stream");
        return Err(Fault::new(span, message));
    }
    let argument = match (call.star, types.as_slice()) {
        (true, []) if name == "COUNT" => None,
        (false, [ty]) => Some(*ty),
        _ => return Err(expected(span, function.signatures)),
    };
    let ty = (function.result)(argument).ok_or_else(|| expected(span, function.signatures))?;
    Ok((OverFunction::Aggregate { function, distinct: call.distinct }, arguments, ty))
}

fn expected(span: Span, signatures: &[&str]) -> Fault {
    Fault::new(span, format!("expected {}", signatures.join(" or ")))
}

/// Puts the operator for all calls over windows before the projection, and columns of its output
/// in the place of the calls.
pub(super) fn slide(exprs: &mut [&mut Expr], chain: &mut Chain) {
    let mut found: Vec<(OverCall, SqlType)> = Vec::new();
    let width = chain.fields.len();
    for expr in exprs {
        replace(expr, width, &mut found);
    }
    if found.is_empty() {
        return;
    }
    let mut windows: Vec<(Vec<Expr>, Extent, Vec<Expr>)> = Vec::new();
    let mut calls = Vec::new();
    for (call, _) in &found {
        let same = |(partition, extent, _): &(Vec<Expr>, Extent, Vec<Expr>)| {
            *partition == call.partition && *extent == call.extent
        };
        let window = windows.iter().position(same).unwrap_or_else(|| {
            windows.push((call.partition.clone(), call.extent, Vec::new()));
            windows.len() - 1
        });
        let mut arguments = call.arguments.iter().cloned();
        let first = arguments.next();
        let argument_type = first.as_ref().map(|first| first.ty);
        let argument = first.zip(windows.get_mut(window)).map(|(first, (_, _, read))| {
            read.iter().position(|known| *known == first).unwrap_or_else(|| {
                read.push(first);
                read.len() - 1
            })
        });
        let (function, arguments) = (call.function, arguments.collect());
        calls.push(SlideCall { window, function, argument, argument_type, arguments });
    }
    let plan = |(partition, extent, read): (Vec<Expr>, Extent, Vec<Expr>)| WindowPlan {
        partition: partition.into(),
        extent,
        read: read.into(),
    };
    let types: Vec<SqlType> = found.iter().map(|(_, ty)| *ty).collect();
    chain.fields.extend(types.iter().map(|ty| Field::new("", "", *ty)));
    chain.steps.push(Step::Slide(SlidePlan {
        windows: windows.into_iter().map(plan).collect(),
        calls: calls.into(),
        types: Arc::from(types),
    }));
}

fn replace(expr: &mut Expr, width: usize, found: &mut Vec<(OverCall, SqlType)>) {
    if let ExprKind::Over(call) = &mut expr.kind {
        let ty = expr.ty;
        if let OverFunction::Analytic { function, .. } = call.function
            && function.name == "LAG"
        {
            // The value and its default have one type.
            for place in [0, 2] {
                if let Some(argument) = call.arguments.get_mut(place) {
                    *argument = coerce(argument.clone(), ty);
                }
            }
        }
        let same = found.iter().position(|(known, _)| known == call.as_ref());
        let at = same.unwrap_or_else(|| {
            found.push((call.as_ref().clone(), ty));
            found.len() - 1
        });
        expr.kind = ExprKind::Column(width + at);
        return;
    }
    expr.parts_mut().into_iter().for_each(|part| replace(part, width, found));
}
