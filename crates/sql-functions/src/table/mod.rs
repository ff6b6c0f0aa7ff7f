//! The table functions: what stands in `TABLE(f(CURSOR(query), …))`, one file each.
//!
//! A function checks its call once, when a program is bound, and gives a plan; the plan opens a
//! state per engine, which takes rows in ascending ROWTIME and gives rows in ascending ROWTIME.
//! What a state gives depends on its seed and the rows it was pushed, never on clocks or on how
//! often it was saved and restored.
//! Does not: run the query in CURSOR or write snapshots to disk (see `sql-engine`).

mod arguments;
mod bytes;
mod count_distinct_items_tumbling;
mod forest;
mod group_rank;
mod hotspots;
mod numbers;
mod random;
mod random_cut_forest;
mod random_cut_forest_with_explanation;
mod top_k_items_tumbling;
mod window;

use std::fmt::Debug;

use levada_sql_lang::{SqlType, Value};

use crate::EvalError;
use crate::aggregate::InvalidState;

pub use count_distinct_items_tumbling::COUNT_DISTINCT_ITEMS_TUMBLING;
pub use group_rank::GROUP_RANK;
pub use hotspots::HOTSPOTS;
pub use random_cut_forest::RANDOM_CUT_FOREST;
pub use random_cut_forest_with_explanation::RANDOM_CUT_FOREST_WITH_EXPLANATION;
pub use top_k_items_tumbling::TOP_K_ITEMS_TUMBLING;

/// One table function. Its file holds one such constant.
#[derive(Debug)]
pub struct TableFunction {
    /// As written in SQL, upper case.
    pub name: &'static str,
    /// Every form, as documentation shows it.
    pub signatures: &'static [&'static str],
    /// What it gives, its units and edges.
    pub doc: &'static str,
    /// A query over stream `S`.
    pub example: &'static str,
    /// Checks a call and plans it.
    pub plan: fn(&TableCall<'_>) -> Result<Box<dyn TablePlan>, ArgumentFault>,
}

impl PartialEq for TableFunction {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

/// A column that goes in or comes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// As the catalog stores it.
    pub name: String,
    pub ty: SqlType,
}

impl Column {
    pub fn new(name: impl Into<String>, ty: SqlType) -> Self {
        Self { name: name.into(), ty }
    }
}

/// A call as it stands in the program.
#[derive(Clone, Copy, Debug)]
pub struct TableCall<'a> {
    /// The columns of the query in CURSOR, ROWTIME not among them.
    pub cursor: &'a [Column],
    /// The values of the constant arguments after CURSOR.
    pub arguments: &'a [Value],
}

/// What is wrong with a call.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ArgumentFault {
    /// Which argument: 0 is CURSOR, 1 the first after it; `None` is the call as a whole.
    pub argument: Option<usize>,
    /// What was expected and what came.
    pub message: String,
}

/// A checked call.
pub trait TablePlan: Debug + Send + Sync {
    /// What comes out, ROWTIME not among it.
    fn columns(&self) -> &[Column];

    /// A fresh state. The same seed and the same rows give the same output.
    fn open(&self, seed: u64) -> Box<dyn TableState>;
}

/// A row that comes out.
#[derive(Clone, Debug, PartialEq)]
pub struct TableRow {
    /// Milliseconds since 1970-01-01; ascending over all that a state gives.
    pub rowtime: i64,
    pub values: Vec<Value>,
}

/// The state of one call in one engine.
pub trait TableState: Send {
    /// Takes a row whose ROWTIME is not below that of any earlier row. Rows that this row makes
    /// final go to `out`, also when the row itself fails; a row that fails changes nothing else.
    fn push(
        &mut self,
        row: &[Value],
        rowtime: i64,
        out: &mut Vec<TableRow>,
    ) -> Result<(), EvalError>;

    /// No later row will have a ROWTIME below `frontier`. Returns the same promise about the rows
    /// that this state will give; it is `frontier`, or one millisecond more.
    fn advance(&mut self, frontier: i64, out: &mut Vec<TableRow>) -> i64;

    /// The whole state as values, for `restore`. The same state gives the same values.
    fn state(&self) -> Vec<Value>;

    /// Takes a state that `state` gave into a freshly opened one.
    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState>;
}

/// Every table function, sorted by name.
pub static ALL: &[&TableFunction] = &[
    &COUNT_DISTINCT_ITEMS_TUMBLING,
    &GROUP_RANK,
    &HOTSPOTS,
    &RANDOM_CUT_FOREST,
    &RANDOM_CUT_FOREST_WITH_EXPLANATION,
    &TOP_K_ITEMS_TUMBLING,
];

/// The function of this name.
pub fn find(name: &str) -> Option<&'static TableFunction> {
    let at = ALL.binary_search_by(|function| function.name.cmp(name)).ok()?;
    ALL.get(at).copied()
}

#[cfg(test)]
mod tests;
