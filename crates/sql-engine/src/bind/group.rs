//! GROUP BY: finds the monotonic term, collects the aggregates, and rewrites what follows
//! grouping over the groups.
//! Does not: bind expressions (see `expr`).

use levada_sql_lang::tree::{Expr as Tree, Stagger};
use levada_sql_lang::{Interval, Span, SqlType, Value};

use super::chain::{Chain, Field};
use super::expr::{Scope, bind_expr};
use super::monotonic::window_function;
use super::names::Names;
use super::{Bound, Fault, over};
use crate::expr::{Expr, ExprKind};
use crate::ops::{AggregateCall, Boundary, Extent, GroupColumn, StaggerPlan, Step, TumblePlan};

/// The grouping of one SELECT while its expressions are being rewritten.
pub(super) struct Grouping {
    terms: Vec<Expr>,
    period: Period,
    aggregates: Vec<AggregateCall>,
    aggregate_types: Vec<SqlType>,
}

/// What ends a group.
enum Period {
    /// The value of the term at this place moves.
    Term { at: usize, window: Boundary },
    /// So much time has passed since its first row.
    Stagger(Extent),
}

/// What a term of GROUP BY says about the end of groups, when it is monotonic.
fn boundary(term: &Expr, fields: &[Field]) -> Option<Boundary> {
    match (window_function(term, fields), &term.kind) {
        (Some(window), _) => Some(Boundary::Time(window)),
        (None, ExprKind::Monotonic(_)) => Some(Boundary::Change(term.clone())),
        (None, _) => None,
    }
}

/// Binds WINDOWED BY STAGGER, whose terms are all keys.
pub(super) fn bind_stagger(stagger: &Stagger, chain: &Chain, names: &Names<'_>) -> Bound<Grouping> {
    let scope = Scope::new(&chain.fields, &chain.streams, Some(names));
    let terms = stagger.partition_by.iter().map(|term| bind_expr(term, &scope));
    let terms = terms.collect::<Bound<Vec<Expr>>>()?;
    let range = match over::constant(&stagger.range)? {
        Value::Interval(Interval::Millis(ms)) if ms > 0 => Extent::Millis(ms),
        Value::Interval(Interval::Months(months)) if months > 0 => Extent::Months(months),
        _ => {
            let message = "expected an INTERVAL longer than nothing";
            return Err(Fault::new(stagger.range.span, message));
        }
    };
    let period = Period::Stagger(range);
    Ok(Grouping { terms, period, aggregates: Vec::new(), aggregate_types: Vec::new() })
}

/// Binds the terms of GROUP BY; exactly one of them has to be monotonic.
pub(super) fn bind(
    group_by: &[Tree],
    chain: &Chain,
    names: &Names<'_>,
    span: Span,
) -> Bound<Grouping> {
    let scope = Scope::new(&chain.fields, &chain.streams, Some(names));
    let terms =
        group_by.iter().map(|term| bind_expr(term, &scope)).collect::<Bound<Vec<Expr>>>()?;
    let mut found = None;
    for (at, term) in terms.iter().enumerate() {
        let Some(window) = boundary(term, &chain.fields) else { continue };
        if found.is_some() {
            let message = "GROUP BY may have one term of ROWTIME, and this is the second";
            return Err(Fault::new(term.span, message));
        }
        found = Some((at, window));
    }
    let Some((at, window)) = found else {
        let place = match (terms.first(), terms.last()) {
            (Some(first), Some(last)) => first.span.to(last.span),
            _ => span,
        };
        return Err(Fault::new(
            place,
            "GROUP BY of a stream needs a monotonic term that is not constant, such as \
             STEP(s.ROWTIME BY INTERVAL '10' MINUTE) or FLOOR(s.ROWTIME TO MINUTE)",
        ));
    };
    let period = Period::Term { at, window };
    Ok(Grouping { terms, period, aggregates: Vec::new(), aggregate_types: Vec::new() })
}

impl Grouping {
    /// Rewrites an expression over the input into one over the groups.
    pub(super) fn rewrite(&mut self, expr: &mut Expr) -> Bound<()> {
        if let Some(at) = self.terms.iter().position(|term| term == expr) {
            expr.kind = ExprKind::Column(at);
            return Ok(());
        }
        match &mut expr.kind {
            ExprKind::Aggregate { function, argument, distinct } => {
                let argument = argument.take().map(|argument| *argument);
                let call = AggregateCall {
                    function,
                    argument_type: argument.as_ref().map(|argument| argument.ty),
                    argument,
                    distinct: *distinct,
                };
                let same = self.aggregates.iter().position(|known| {
                    known.function == call.function
                        && known.argument == call.argument
                        && known.distinct == call.distinct
                });
                let at = same.unwrap_or_else(|| {
                    self.aggregates.push(call);
                    self.aggregate_types.push(expr.ty);
                    self.aggregates.len() - 1
                });
                expr.kind = ExprKind::Column(self.terms.len() + at);
                Ok(())
            }
            ExprKind::Column(_) => {
                Err(Fault::new(expr.span, "this column is neither grouped nor aggregated"))
            }
            ExprKind::Rowtime { qualified: true } => Err(Fault::new(
                expr.span,
                "the input's ROWTIME is neither grouped nor aggregated; ROWTIME alone is the \
                 result's",
            )),
            _ => expr.parts_mut().into_iter().try_for_each(|part| self.rewrite(part)),
        }
    }

    /// Adds the operator; what the chain's columns are called after it does not matter.
    pub(super) fn finish(self, chain: &mut Chain) {
        let term_types = self.terms.iter().map(|term| term.ty);
        let types: Vec<SqlType> = term_types.chain(self.aggregate_types).collect();
        chain.fields = types.iter().map(|ty| Field::new("", "", *ty)).collect();
        chain.arrival = None;
        let aggregates = self.aggregates.into();
        let types = types.into();
        let (window_at, window) = match self.period {
            Period::Term { at, window } => (at, window),
            Period::Stagger(range) => {
                chain.windows = None;
                let keys = self.terms.into();
                let plan = StaggerPlan { range, keys, aggregates, types };
                return chain.steps.push(Step::Stagger(plan));
            }
        };
        let mut keys = Vec::new();
        let mut layout = Vec::new();
        for (at, term) in self.terms.into_iter().enumerate() {
            if at == window_at {
                layout.push(GroupColumn::Window);
            } else {
                layout.push(GroupColumn::Key(keys.len()));
                keys.push(term);
            }
        }
        if let Some(field) = chain.fields.get_mut(window_at) {
            field.period = true;
        }
        chain.windows = match &window {
            Boundary::Time(window) => Some(window.clone()),
            Boundary::Change(_) => None,
        };
        let (layout, keys) = (layout.into(), keys.into());
        chain.steps.push(Step::Tumble(TumblePlan { window, layout, keys, aggregates, types }));
    }
}
