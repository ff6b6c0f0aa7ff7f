//! `TOP_K_ITEMS_TUMBLING(CURSOR(…), 'column', k, seconds)`.
//! Does not: approximate; it counts every value.

use std::collections::HashMap;

use levada_sql_lang::{SqlType, Value};

use super::arguments::Arguments;
use super::window::Tumbling;
use super::{ArgumentFault, Column, TableCall, TableFunction, TablePlan, TableRow, TableState};
use crate::EvalError;
use crate::aggregate::InvalidState;
use crate::limits::{TABLE_ITEMS_MAX, TOP_K_MAX, TUMBLING_SECONDS_MAX};

pub const TOP_K_ITEMS_TUMBLING: TableFunction = TableFunction {
    name: "TOP_K_ITEMS_TUMBLING",
    signatures: &["TOP_K_ITEMS_TUMBLING(CURSOR(query), 'column', k, windowSeconds)"],
    doc: "The k (1 to 100,000) most frequent values of a column in each tumbling window of 1 to \
          3,600 seconds of ROWTIME, counted from the epoch. Gives ITEM, of the column's type, and \
          ITEM_COUNT BIGINT, the most frequent first and of equals the one seen first; their \
          ROWTIME is the window's end. NULL is a value like others. The column's name is in single \
          quotes and its case is exact. The service approximated; these counts are exact.",
    example: "SELECT STREAM * FROM TABLE(TOP_K_ITEMS_TUMBLING(CURSOR(SELECT STREAM * FROM S), \
              'TICKER', 2, 60))",
    plan,
};

#[derive(Debug)]
struct TopK {
    columns: Vec<Column>,
    column: usize,
    k: usize,
    size_ms: i64,
}

fn plan(call: &TableCall<'_>) -> Result<Box<dyn TablePlan>, ArgumentFault> {
    let arguments = Arguments::new(TOP_K_ITEMS_TUMBLING.name, call, 3, 3)?;
    let (column, found) = arguments.column(1)?;
    let k = arguments.integer(2, "k", 1..=TOP_K_MAX, None)?;
    let seconds = arguments.integer(3, "the window's size", 1..=TUMBLING_SECONDS_MAX, None)?;
    let columns = vec![Column::new("ITEM", found.ty), Column::new("ITEM_COUNT", SqlType::BigInt)];
    let k = usize::try_from(k).unwrap_or(usize::MAX);
    Ok(Box::new(TopK { columns, column, k, size_ms: seconds * 1_000 }))
}

impl TablePlan for TopK {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn open(&self, _seed: u64) -> Box<dyn TableState> {
        Box::new(Counting {
            column: self.column,
            k: self.k,
            window: Tumbling::new(self.size_ms),
            places: HashMap::new(),
            counts: Vec::new(),
        })
    }
}

struct Counting {
    column: usize,
    k: usize,
    window: Tumbling,
    /// Where each value stands in `counts`.
    places: HashMap<Value, usize>,
    /// Values and how often they came, in the order of their first rows.
    counts: Vec<(Value, i64)>,
}

impl Counting {
    fn close(&mut self, now: i64, out: &mut Vec<TableRow>) {
        let Some(rowtime) = self.window.close(now) else { return };
        self.places.clear();
        let mut counts = std::mem::take(&mut self.counts);
        // A stable sort keeps the one seen first before its equals.
        counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        counts.truncate(self.k);
        out.extend(
            counts.into_iter().map(|(item, count)| TableRow {
                rowtime,
                values: vec![item, Value::Integer(count)],
            }),
        );
    }

    fn count(&mut self, item: Value, times: i64) -> Result<(), EvalError> {
        if let Some((_, count)) =
            self.places.get(&item).and_then(|place| self.counts.get_mut(*place))
        {
            *count += times;
            return Ok(());
        }
        if self.counts.len() >= TABLE_ITEMS_MAX {
            let message = format!("more than {TABLE_ITEMS_MAX} different values in one window");
            return Err(EvalError::argument(TOP_K_ITEMS_TUMBLING.name, message));
        }
        self.places.insert(item.clone(), self.counts.len());
        self.counts.push((item, times));
        Ok(())
    }
}

impl TableState for Counting {
    fn push(
        &mut self,
        row: &[Value],
        rowtime: i64,
        out: &mut Vec<TableRow>,
    ) -> Result<(), EvalError> {
        self.close(rowtime, out);
        self.count(row.get(self.column).cloned().unwrap_or(Value::Null), 1)?;
        self.window.enter(rowtime);
        Ok(())
    }

    fn advance(&mut self, frontier: i64, out: &mut Vec<TableRow>) -> i64 {
        self.close(frontier, out);
        // The window of `frontier` ends later than it.
        frontier.saturating_add(1)
    }

    fn state(&self) -> Vec<Value> {
        let mut state = vec![self.window.end().map_or(Value::Null, Value::Integer)];
        for (item, count) in &self.counts {
            state.extend([item.clone(), Value::Integer(*count)]);
        }
        state
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let (end, counts) = state.split_first().ok_or(InvalidState)?;
        self.window.restore(super::bytes::optional_integer(end)?);
        for pair in counts.chunks(2) {
            let [item, Value::Integer(count)] = pair else { return Err(InvalidState) };
            self.count(item.clone(), *count).map_err(|_| InvalidState)?;
        }
        Ok(())
    }
}
