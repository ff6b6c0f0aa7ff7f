//! What an aggregate is over a sliding frame: rows enter at one end and leave at the other.
//! Does not: hold the rows (the engine's ring does) or decide which of them are in the frame.

use std::collections::HashMap;

use levada_sql_lang::Value;

use crate::EvalError;

/// The rows of one frame, oldest first; the current row is the last.
pub trait Frame {
    fn len(&self) -> usize;

    fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The function's first argument in the row at `at`; NULL outside of the frame.
    fn value(&self, at: usize) -> &Value;

    /// ROWTIME of the row at `at`, in milliseconds; 0 outside of the frame.
    fn rowtime(&self, at: usize) -> i64;
}

/// The state of one aggregate over one frame.
///
/// Its result depends on the rows of the frame alone, never on those that have left it: a state
/// that is built anew from the frame's rows gives the same value, to the last bit.
pub trait Sliding: Send {
    /// A row enters; `None` for `COUNT(*)`.
    fn enter(&mut self, value: Option<&Value>);

    /// The oldest row leaves, with the value it entered with.
    fn leave(&mut self, value: Option<&Value>);

    /// The aggregate of the frame's rows.
    ///
    /// # Errors
    /// When the result is outside of its type.
    fn value(&self, frame: &dyn Frame) -> Result<Value, EvalError>;
}

/// Any sliding aggregate over the distinct values of the frame.
pub struct Distinct {
    counts: HashMap<Value, usize>,
    of: Box<dyn Sliding>,
}

impl Distinct {
    pub fn new(of: Box<dyn Sliding>) -> Self {
        Self { counts: HashMap::new(), of }
    }
}

impl Sliding for Distinct {
    fn enter(&mut self, value: Option<&Value>) {
        let Some(value) = value.filter(|value| !value.is_null()) else { return };
        let count = self.counts.entry(value.clone()).or_insert(0);
        *count += 1;
        if *count == 1 {
            self.of.enter(Some(value));
        }
    }

    fn leave(&mut self, value: Option<&Value>) {
        let Some(value) = value.filter(|value| !value.is_null()) else { return };
        let Some(count) = self.counts.get_mut(value) else { return };
        *count -= 1;
        if *count == 0 {
            self.counts.remove(value);
            self.of.leave(Some(value));
        }
    }

    fn value(&self, frame: &dyn Frame) -> Result<Value, EvalError> {
        self.of.value(&DistinctFrame::new(frame))
    }
}

/// The first row of every value of a frame.
struct DistinctFrame<'a> {
    rows: Vec<(&'a Value, i64)>,
}

impl<'a> DistinctFrame<'a> {
    fn new(frame: &'a dyn Frame) -> Self {
        let mut seen = std::collections::HashSet::new();
        let rows = (0..frame.len()).map(|at| (frame.value(at), frame.rowtime(at)));
        Self { rows: rows.filter(|(value, _)| !value.is_null() && seen.insert(*value)).collect() }
    }
}

impl Frame for DistinctFrame<'_> {
    fn len(&self) -> usize {
        self.rows.len()
    }

    fn value(&self, at: usize) -> &Value {
        self.rows.get(at).map_or(&Value::Null, |(value, _)| value)
    }

    fn rowtime(&self, at: usize) -> i64 {
        self.rows.get(at).map_or(0, |(_, rowtime)| *rowtime)
    }
}

/// A frame of plain values, a millisecond apart: what tests of functions are given.
#[cfg(test)]
pub(crate) struct Listed(pub Vec<Value>);

#[cfg(test)]
impl Frame for Listed {
    fn len(&self) -> usize {
        self.0.len()
    }

    fn value(&self, at: usize) -> &Value {
        self.0.get(at).unwrap_or(&Value::Null)
    }

    fn rowtime(&self, at: usize) -> i64 {
        at as i64
    }
}
