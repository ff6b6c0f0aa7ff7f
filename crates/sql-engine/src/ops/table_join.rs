//! Table join: a reference table kept whole beside a windowed stream. At each window's end every
//! reference row that no group matched comes out once, with NULLs for the stream's columns.
//!
//! The first window is the one that holds the input's first instant; windows without any row
//! count.
//! Does not: work on a stream without windows, where "unmatched" would have no moment.

use std::collections::HashSet;

use levada_sql_lang::SqlType;

use super::{JoinKeys, Operator, Run};
use crate::batch::{Batch, Builder, View};
use crate::limits::ABSENT_ROWS_MAX;
use crate::snapshot::{Damaged, Reader, Writer};
use crate::table::{TableIndex, Tables};
use crate::window::WindowFunction;

#[derive(Clone, Debug)]
pub(crate) struct TableJoinPlan {
    pub keys: JoinKeys,
    /// Stream rows without a match come out with NULLs, too (FULL).
    pub keep_unmatched: bool,
    /// The windows at whose ends the stream's rows come.
    pub window: WindowFunction,
}

struct TableJoin {
    plan: TableJoinPlan,
    index: TableIndex,
    /// End of the window that is filling; `None` before the first row or bound.
    end: Option<i64>,
    /// Positions of the reference rows that matched in it.
    matched: HashSet<usize>,
    /// Windows that ended since the last row of the stream; stops at the limit.
    silent: usize,
}

pub(super) fn open(plan: &TableJoinPlan, tables: &Tables) -> Box<dyn Operator> {
    let index = TableIndex::build(tables.rows(plan.keys.table), &plan.keys.table_keys, 0);
    Box::new(TableJoin { plan: plan.clone(), index, end: None, matched: HashSet::new(), silent: 0 })
}

impl TableJoin {
    /// Closes every window whose result ROWTIME lies before `rowtime`.
    fn close_before(&mut self, rowtime: i64, run: &Run<'_>, built: &mut Builder) {
        let window = &self.plan.window;
        let first = || run.first_instant.map(|first| window.end(first, run.origin));
        let Some(mut end) = self.end.or_else(first) else { return };
        let silent_max = (ABSENT_ROWS_MAX / self.index.rows.len().max(1)).max(1);
        while window.result_rowtime(end) < rowtime {
            if self.silent >= silent_max {
                let inside = if window.closed_at_end { rowtime } else { rowtime - 1 };
                end = window.end(inside, run.origin);
                break;
            }
            self.silent += 1;
            for (at, row) in self.index.rows.iter().enumerate() {
                if !self.matched.contains(&at) {
                    built.push(window.result_rowtime(end), self.plan.keys.join(None, Some(row)));
                }
            }
            self.matched.clear();
            end = window.end(end, run.origin);
        }
        self.end = Some(end);
    }

    fn builder(&self) -> Builder {
        let types: Vec<&SqlType> = self.plan.keys.types.iter().collect();
        Builder::new(&types, self.index.rows.len())
    }
}

impl Operator for TableJoin {
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        let mut built = self.builder();
        for row in 0..batch.len() {
            self.close_before(view.rowtime(row), run, &mut built);
            self.silent = 0;
            let cells = view.row(row, run.origin);
            match self.plan.keys.matches(&self.index, &cells) {
                Ok(found) if found.is_empty() && self.plan.keep_unmatched => {
                    built.push(view.rowtime(row), self.plan.keys.join(Some(&cells), None));
                }
                Ok(found) => {
                    for at in found {
                        self.matched.insert(at);
                        let joined = self.plan.keys.join(Some(&cells), self.index.rows.get(at));
                        built.push(view.rowtime(row), joined);
                    }
                }
                Err(error) => run.errors.row_failed(&view, row, error),
            }
        }
        if !built.is_empty() {
            out.push(built.finish());
        }
    }

    fn advance(&mut self, frontier: i64, run: &mut Run<'_>, out: &mut Vec<Batch>) -> i64 {
        let mut built = self.builder();
        self.close_before(frontier, run, &mut built);
        if !built.is_empty() {
            out.push(built.finish());
        }
        frontier
    }

    fn save(&self, writer: &mut Writer) {
        writer.bool(self.end.is_some());
        writer.i64(self.end.unwrap_or_default());
        writer.i64(self.silent as i64);
        // Rows, not positions: a restart may bring the table in another order.
        let mut matched: Vec<_> = self.matched.iter().copied().collect();
        matched.sort_unstable();
        writer.count(matched.len());
        for at in matched {
            writer.values(self.index.rows.get(at).map_or(&[], |row| row));
        }
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        let known = reader.bool()?;
        let end = reader.i64()?;
        self.end = known.then_some(end);
        self.silent = usize::try_from(reader.i64()?).map_err(|_| Damaged)?;
        let mut rows = HashSet::new();
        for _ in 0..reader.count()? {
            let mut encoded = Writer::new();
            encoded.values(&reader.values()?);
            rows.insert(encoded.finish());
        }
        self.matched.clear();
        for (at, row) in self.index.rows.iter().enumerate() {
            let mut encoded = Writer::new();
            encoded.values(row);
            if rows.contains(&encoded.finish()) {
                self.matched.insert(at);
            }
        }
        Ok(())
    }
}
