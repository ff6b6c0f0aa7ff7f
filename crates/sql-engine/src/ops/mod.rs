//! The operators: each takes column batches in ascending ROWTIME and gives column batches in
//! ascending ROWTIME, and its output depends on the sequence of rows alone.
//!
//! Does not: decide which operator a query needs (see `bind`), merge pumps (see `merge`).

mod conform;
mod distinct;
mod filter;
mod lookup_join;
mod project;
mod slide;
mod sort;
mod stagger;
mod stream_join;
mod table_function;
mod table_join;
mod time_sort;
mod totals;
mod tumble;

pub(crate) use conform::ConformPlan;
pub(crate) use distinct::DistinctPlan;
pub(crate) use filter::FilterPlan;
pub(crate) use lookup_join::{JoinKeys, LookupJoinPlan};
pub(crate) use project::{ProjectPlan, RowtimeRule};
pub(crate) use slide::{Extent, SlideCall, SlidePlan, WindowPlan};
pub(crate) use sort::{SortKey, SortPlan};
pub(crate) use stagger::StaggerPlan;
pub(crate) use stream_join::{JoinSide, StreamJoinPlan};
pub(crate) use table_function::TableFunctionPlan;
pub(crate) use table_join::TableJoinPlan;
pub(crate) use time_sort::TimeSortPlan;
pub(crate) use tumble::{AggregateCall, Boundary, GroupColumn, TumblePlan};

use crate::batch::Batch;
use crate::errors::ErrorLog;
use crate::expr::ExprKind;
use crate::snapshot::{Damaged, Reader, Writer};
use crate::table::Tables;

/// One running operator of one pump.
///
/// The contract on which exactly-once rests: the rows an operator gives depend only on the rows
/// it was pushed. `advance` may give rows earlier than the next row would have forced them out,
/// never other rows, and never in another order.
pub(crate) trait Operator: Send {
    /// Takes a batch whose rows follow all earlier rows in ROWTIME.
    fn push(&mut self, batch: Batch, run: &mut Run<'_>, out: &mut Vec<Batch>);

    /// No later row will have a ROWTIME below `frontier`. Returns the same promise about this
    /// operator's own output; it is at most one millisecond ahead of `frontier`.
    fn advance(&mut self, frontier: i64, run: &mut Run<'_>, out: &mut Vec<Batch>) -> i64 {
        let _ = (run, out);
        frontier
    }

    /// The first instant of this operator's output, given that of its input: where its
    /// windows begin to count. `None` as long as it is not known.
    fn first_instant(&self, input: Option<i64>, run: &Run<'_>) -> Option<i64> {
        let _ = run;
        input
    }

    /// Bytes of state, about; cheap to ask.
    fn state_bytes(&self) -> usize {
        0
    }

    /// Writes the operator's state.
    fn save(&self, writer: &mut Writer) {
        let _ = writer;
    }

    /// Reads what `save` wrote into a freshly opened operator.
    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        let _ = reader;
        Ok(())
    }
}

/// What an operator is told about the run it is part of.
pub(crate) struct Run<'a> {
    /// ROWTIME of the engine's first row or bound.
    pub origin: i64,
    /// The first instant of this operator's input: `origin`, unless a query has put another
    /// time in the place of ROWTIME.
    pub first_instant: Option<i64>,
    pub errors: &'a mut ErrorLog,
}

/// A planned operator, shared by every engine of a program.
#[derive(Debug)]
pub(crate) enum Step {
    Conform(ConformPlan),
    Distinct(DistinctPlan),
    Filter(FilterPlan),
    LookupJoin(LookupJoinPlan),
    Project(ProjectPlan),
    Slide(SlidePlan),
    Sort(SortPlan),
    Stagger(StaggerPlan),
    StreamJoin(StreamJoinPlan),
    TableFunction(TableFunctionPlan),
    TableJoin(TableJoinPlan),
    TimeSort(TimeSortPlan),
    Tumble(TumblePlan),
}

impl Step {
    /// Rows leave with another ROWTIME than the engine's.
    pub(crate) fn overrides_rowtime(&self) -> bool {
        match self {
            Self::Project(plan) => !matches!(plan.rowtime, RowtimeRule::Carried),
            Self::TimeSort(_) => true,
            _ => false,
        }
    }

    /// Where a column of the step's input is in its output; `None` when it is not there.
    pub(crate) fn moves(&self, column: usize) -> Option<usize> {
        match self {
            Self::Distinct(_)
            | Self::Filter(_)
            | Self::Slide(_)
            | Self::Sort(_)
            | Self::TimeSort(_) => Some(column),
            Self::LookupJoin(LookupJoinPlan { keys, .. }) if keys.table_first => {
                Some(column + keys.table_width)
            }
            Self::LookupJoin(_) => Some(column),
            Self::Project(plan) => {
                plan.columns.iter().position(|expr| expr.kind == ExprKind::Column(column))
            }
            Self::Conform(_)
            | Self::Stagger(_)
            | Self::StreamJoin(_)
            | Self::TableFunction(_)
            | Self::TableJoin(_)
            | Self::Tumble(_) => None,
        }
    }

    /// A fresh operator for this step.
    pub(crate) fn open(&self, tables: &Tables) -> Box<dyn Operator> {
        match self {
            Self::Conform(plan) => conform::open(plan),
            Self::Distinct(plan) => distinct::open(plan),
            Self::Filter(plan) => filter::open(plan),
            Self::LookupJoin(plan) => lookup_join::open(plan, tables),
            Self::Project(plan) => project::open(plan),
            Self::Slide(plan) => slide::open(plan),
            Self::Sort(plan) => sort::open(plan),
            Self::Stagger(plan) => stagger::open(plan),
            Self::StreamJoin(plan) => stream_join::open(plan),
            Self::TableFunction(plan) => table_function::open(plan),
            Self::TableJoin(plan) => table_join::open(plan, tables),
            Self::TimeSort(plan) => time_sort::open(plan),
            Self::Tumble(plan) => tumble::open(plan),
        }
    }
}
