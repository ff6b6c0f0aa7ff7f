//! GROUP BY: finds the monotonic term, collects the aggregates, and rewrites what follows
//! grouping over the groups.
//! Does not: bind expressions (see `expr`).

use levada_sql_lang::tree::Expr as Tree;
use levada_sql_lang::{Span, SqlType};

use super::chain::{Chain, Field};
use super::expr::{Scope, bind_expr};
use super::monotonic::window_function;
use super::{Bound, Fault};
use crate::expr::{Expr, ExprKind};
use crate::ops::{AggregateCall, GroupColumn, Step, TumblePlan};

/// The grouping of one SELECT while its expressions are being rewritten.
pub(super) struct Grouping {
    terms: Vec<Expr>,
    window: crate::window::WindowFunction,
    window_at: usize,
    aggregates: Vec<AggregateCall>,
    aggregate_types: Vec<SqlType>,
}

/// Binds the terms of GROUP BY; exactly one of them has to be monotonic.
pub(super) fn bind(group_by: &[Tree], chain: &Chain, span: Span) -> Bound<Grouping> {
    let scope = Scope::new(&chain.fields, &chain.streams);
    let terms =
        group_by.iter().map(|term| bind_expr(term, &scope)).collect::<Bound<Vec<Expr>>>()?;
    let mut found = None;
    for (at, term) in terms.iter().enumerate() {
        let Some(window) = window_function(term, &chain.fields) else { continue };
        if found.is_some() {
            let message = "GROUP BY may have one term of ROWTIME, and this is the second";
            return Err(Fault::new(term.span, message));
        }
        found = Some((at, window));
    }
    let Some((window_at, window)) = found else {
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
    Ok(Grouping { terms, window, window_at, aggregates: Vec::new(), aggregate_types: Vec::new() })
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
        let mut keys = Vec::new();
        let mut layout = Vec::new();
        for (at, term) in self.terms.into_iter().enumerate() {
            if at == self.window_at {
                layout.push(GroupColumn::Window);
            } else {
                layout.push(GroupColumn::Key(keys.len()));
                keys.push(term);
            }
        }
        chain.fields = types.iter().map(|ty| Field::new("", "", *ty)).collect();
        chain.windows = Some(self.window.clone());
        chain.steps.push(Step::Tumble(TumblePlan {
            window: self.window,
            layout: layout.into(),
            keys: keys.into(),
            aggregates: self.aggregates.into(),
            types: types.into(),
        }));
    }
}
