//! How streams follow from one another: what a query reads, and the order to run streams in.
//! Does not: bind anything.

use std::collections::{BTreeSet, HashMap};

use levada_sql_lang::tree::{CreateView, Expr, ExprKind, Query, QueryBody, TableRef, TableRefKind};

use crate::program::{Pump, Stream};

/// Views within views that are looked into.
const VIEW_DEPTH_MAX: usize = 16;

/// The streams that queries read.
pub(super) struct Sources<'a> {
    pub streams: &'a [Stream],
    pub views: &'a HashMap<String, &'a CreateView>,
}

impl Sources<'_> {
    /// Every stream that the query reads; unknown ones are left out, which binding says.
    pub(super) fn of(&self, query: &Query) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        self.query(query, 0, &mut found);
        found
    }

    fn query(&self, query: &Query, depth: usize, found: &mut BTreeSet<usize>) {
        let mut pending = vec![query];
        while let Some(query) = pending.pop() {
            match &query.body {
                QueryBody::Select(select) => {
                    select.from.iter().for_each(|item| self.item(item, depth, found));
                }
                QueryBody::SetOperation { left, right, .. } => pending.extend([&**left, right]),
                QueryBody::Values(_) => {}
            }
        }
    }

    fn item(&self, item: &TableRef, depth: usize, found: &mut BTreeSet<usize>) {
        match &item.kind {
            TableRefKind::Named { name, .. } => match self.views.get(name.last()) {
                Some(view) if depth < VIEW_DEPTH_MAX => self.query(&view.query, depth + 1, found),
                _ => {
                    let named = |stream: &Stream| !stream.hidden && stream.name == name.last();
                    found.extend(self.streams.iter().position(named));
                }
            },
            TableRefKind::Subquery { query, .. } => self.query(query, depth, found),
            TableRefKind::Join { left, right, .. } => {
                self.item(left, depth, found);
                self.item(right, depth, found);
            }
            TableRefKind::Function { args, .. } => {
                for arg in args {
                    if let Expr { kind: ExprKind::Cursor(query), .. } = arg {
                        self.query(query, depth, found);
                    }
                }
            }
        }
    }
}

/// Every stream after those that its pumps read; binding has refused circles.
pub(super) fn flow_order(streams: &[Stream], pumps: &[Pump]) -> Vec<usize> {
    let mut missing: Vec<usize> = streams.iter().map(|stream| stream.pumps.len()).collect();
    let mut order: Vec<usize> = Vec::with_capacity(streams.len());
    let mut ready: BTreeSet<usize> =
        missing.iter().enumerate().filter(|(_, n)| **n == 0).map(|(at, _)| at).collect();
    while let Some(at) = ready.pop_first() {
        order.push(at);
        for pump in streams.get(at).map_or(&[][..], |stream| stream.readers.as_slice()) {
            let Some(pump) = pumps.get(*pump) else { continue };
            let Some(left) = missing.get_mut(pump.target) else { continue };
            *left -= 1;
            if *left == 0 {
                ready.insert(pump.target);
            }
        }
    }
    order
}
