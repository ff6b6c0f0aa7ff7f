//! `COUNT_DISTINCT_ITEMS_TUMBLING(CURSOR(…), 'column', seconds)`.
//! Does not: approximate, however many values there are.

use std::collections::HashSet;

use levada_sql_lang::{SqlType, Value};

use super::arguments::Arguments;
use super::window::Tumbling;
use super::{ArgumentFault, Column, TableCall, TableFunction, TablePlan, TableRow, TableState};
use crate::EvalError;
use crate::aggregate::InvalidState;
use crate::limits::{TABLE_ITEMS_MAX, TUMBLING_SECONDS_MAX};

pub const COUNT_DISTINCT_ITEMS_TUMBLING: TableFunction = TableFunction {
    name: "COUNT_DISTINCT_ITEMS_TUMBLING",
    signatures: &["COUNT_DISTINCT_ITEMS_TUMBLING(CURSOR(query), 'column', windowSeconds)"],
    doc: "How many different values a column has in each tumbling window of 1 to 3,600 seconds \
          of ROWTIME, counted from the epoch. Gives NUMBER_OF_DISTINCT_ITEMS BIGINT with the \
          window's end as ROWTIME, and nothing for a window without rows. NULL is not counted. \
          The column's name is in single quotes and its case is exact. The service approximated \
          above 10,000 values; this count is exact.",
    example: "SELECT STREAM * FROM TABLE(COUNT_DISTINCT_ITEMS_TUMBLING(CURSOR(SELECT STREAM * \
              FROM S), 'TICKER', 60))",
    plan,
};

#[derive(Debug)]
struct CountDistinct {
    columns: [Column; 1],
    column: usize,
    size_ms: i64,
}

fn plan(call: &TableCall<'_>) -> Result<Box<dyn TablePlan>, ArgumentFault> {
    let arguments = Arguments::new(COUNT_DISTINCT_ITEMS_TUMBLING.name, call, 2, 2)?;
    let (column, _) = arguments.column(1)?;
    let seconds = arguments.integer(2, "the window's size", 1..=TUMBLING_SECONDS_MAX, None)?;
    let columns = [Column::new("NUMBER_OF_DISTINCT_ITEMS", SqlType::BigInt)];
    Ok(Box::new(CountDistinct { columns, column, size_ms: seconds * 1_000 }))
}

impl TablePlan for CountDistinct {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn open(&self, _seed: u64) -> Box<dyn TableState> {
        Box::new(Distinct {
            column: self.column,
            window: Tumbling::new(self.size_ms),
            known: HashSet::new(),
            items: Vec::new(),
        })
    }
}

struct Distinct {
    column: usize,
    window: Tumbling,
    known: HashSet<Value>,
    /// The known values in the order of their first rows, so that equal states look alike.
    items: Vec<Value>,
}

impl Distinct {
    fn close(&mut self, now: i64, out: &mut Vec<TableRow>) {
        let Some(rowtime) = self.window.close(now) else { return };
        let count = i64::try_from(self.items.len()).unwrap_or(i64::MAX);
        self.known.clear();
        self.items.clear();
        out.push(TableRow { rowtime, values: vec![Value::Integer(count)] });
    }

    fn add(&mut self, item: &Value) -> Result<(), EvalError> {
        if item.is_null() || self.known.contains(item) {
            return Ok(());
        }
        if self.items.len() >= TABLE_ITEMS_MAX {
            let message = format!("more than {TABLE_ITEMS_MAX} different values in one window");
            return Err(EvalError::argument(COUNT_DISTINCT_ITEMS_TUMBLING.name, message));
        }
        self.known.insert(item.clone());
        self.items.push(item.clone());
        Ok(())
    }
}

impl TableState for Distinct {
    fn push(
        &mut self,
        row: &[Value],
        rowtime: i64,
        out: &mut Vec<TableRow>,
    ) -> Result<(), EvalError> {
        self.close(rowtime, out);
        self.add(row.get(self.column).unwrap_or(&Value::Null))?;
        self.window.enter(rowtime);
        Ok(())
    }

    fn advance(&mut self, frontier: i64, out: &mut Vec<TableRow>) -> i64 {
        self.close(frontier, out);
        frontier.saturating_add(1)
    }

    fn state(&self) -> Vec<Value> {
        let end = self.window.end().map_or(Value::Null, Value::Integer);
        std::iter::once(end).chain(self.items.iter().cloned()).collect()
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let (end, items) = state.split_first().ok_or(InvalidState)?;
        self.window.restore(super::bytes::optional_integer(end)?);
        items.iter().try_for_each(|item| self.add(item).map_err(|_| InvalidState))
    }
}
