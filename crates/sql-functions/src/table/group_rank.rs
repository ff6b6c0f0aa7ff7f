//! `GROUP_RANK(CURSOR(…), rankBy, rankOut, sortOrder, outputOrder, maxIdle, outputMax)`.
//! Does not: watch a clock; a group is over when ROWTIME passes it.

use std::cmp::Ordering;

use levada_sql_lang::{SqlType, Value};

use super::arguments::Arguments;
use super::{ArgumentFault, Column, TableCall, TableFunction, TablePlan, TableRow, TableState};
use crate::EvalError;
use crate::aggregate::InvalidState;
use crate::compare::compare;
use crate::limits::TABLE_ITEMS_MAX;

pub const GROUP_RANK: TableFunction = TableFunction {
    name: "GROUP_RANK",
    signatures: &[
        "GROUP_RANK(CURSOR(query), 'rankBy', 'rankOut', 'asc' | 'desc', 'asc' | 'desc' | 'none', \
         maxIdleMs, outputMax)",
    ],
    doc: "Ranks the rows of equal ROWTIME by a column. Gives the rows with one more INTEGER \
          column, named by rankOut: equal values share a rank and leave a gap behind them; NULL \
          ranks below every value. Rows come in the order of their ranks, ascending or \
          descending, or as they came in, at most outputMax of each group (0 gives all). A group \
          comes out when a row or a bound passes its ROWTIME; maxIdleMs (0 for never) is accepted \
          and adds nothing to that, since live bounds follow the clock.",
    example: "SELECT STREAM * FROM TABLE(GROUP_RANK(CURSOR(SELECT STREAM * FROM S), 'PRICE', \
              'groupRank', 'desc', 'asc', 10, 5))",
    plan,
};

#[derive(Clone, Copy, Debug, PartialEq)]
enum OutputOrder {
    AsReceived,
    Ascending,
    Descending,
}

#[derive(Clone, Debug)]
struct GroupRank {
    columns: Vec<Column>,
    rank_by: usize,
    padded: bool,
    descending: bool,
    output: OutputOrder,
    /// Rows of a group that come out.
    most: usize,
}

fn plan(call: &TableCall<'_>) -> Result<Box<dyn TablePlan>, ArgumentFault> {
    let arguments = Arguments::new(GROUP_RANK.name, call, 6, 6)?;
    let (rank_by, column) = arguments.column(1)?;
    let rank_out = arguments.text(2, "the rank's column name")?;
    if rank_out.is_empty() || call.cursor.iter().any(|column| column.name == rank_out) {
        let message = format!("'{rank_out}' cannot name the rank: it is empty or a column already");
        return Err(arguments.fault(2, &message));
    }
    let order = |place: usize| {
        Ok(match arguments.text(place, "the order")?.to_ascii_lowercase().as_str() {
            "asc" => OutputOrder::Ascending,
            "desc" => OutputOrder::Descending,
            "none" | "" => OutputOrder::AsReceived,
            _ => return Err(arguments.fault(place, "the order is 'asc', 'desc' or 'none'")),
        })
    };
    let descending = match order(3)? {
        OutputOrder::Ascending => false,
        OutputOrder::Descending => true,
        OutputOrder::AsReceived => {
            return Err(arguments.fault(3, "the sort order is 'asc' or 'desc'"));
        }
    };
    let output = order(4)?;
    arguments.integer(5, "maxIdleMs", 0..=i64::from(i32::MAX), None)?;
    let most = match arguments.integer(6, "outputMax", 0..=i64::from(i32::MAX), None)? {
        0 => usize::MAX,
        most => usize::try_from(most).unwrap_or(usize::MAX),
    };
    let mut columns = call.cursor.to_vec();
    columns.push(Column::new(rank_out, SqlType::Integer));
    let padded = matches!(column.ty, SqlType::Char(_));
    Ok(Box::new(GroupRank { columns, rank_by, padded, descending, output, most }))
}

impl TablePlan for GroupRank {
    fn columns(&self) -> &[Column] {
        &self.columns
    }

    fn open(&self, _seed: u64) -> Box<dyn TableState> {
        Box::new(Ranking { plan: self.clone(), rowtime: i64::MIN, rows: Vec::new() })
    }
}

struct Ranking {
    plan: GroupRank,
    /// ROWTIME of the open group.
    rowtime: i64,
    rows: Vec<Vec<Value>>,
}

impl Ranking {
    fn order(&self, a: &[Value], b: &[Value]) -> Ordering {
        let at = self.plan.rank_by;
        let (a, b) = (a.get(at).unwrap_or(&Value::Null), b.get(at).unwrap_or(&Value::Null));
        let order =
            compare(a, b, self.plan.padded).unwrap_or_else(|| b.is_null().cmp(&a.is_null()));
        if self.plan.descending { order.reverse() } else { order }
    }

    /// The open group's rows with their ranks.
    fn release(&mut self, out: &mut Vec<TableRow>) {
        let rows = std::mem::take(&mut self.rows);
        let mut ranked: Vec<(usize, &Vec<Value>)> = rows.iter().enumerate().collect();
        ranked.sort_by(|(_, a), (_, b)| self.order(a, b));
        let mut ranks = vec![0_usize; rows.len()];
        let mut rank = 0;
        for (place, (row, values)) in ranked.iter().enumerate() {
            let tied = place > 0
                && ranked
                    .get(place - 1)
                    .is_some_and(|(_, before)| self.order(before, values).is_eq());
            rank = if tied { rank } else { place + 1 };
            if let Some(slot) = ranks.get_mut(*row) {
                *slot = rank;
            }
        }
        let mut order: Vec<usize> = (0..rows.len()).collect();
        let rank_of = |row: &usize| ranks.get(*row).copied().unwrap_or(0);
        match self.plan.output {
            OutputOrder::AsReceived => {}
            OutputOrder::Ascending => order.sort_by_key(rank_of),
            OutputOrder::Descending => order.sort_by_key(|row| std::cmp::Reverse(rank_of(row))),
        }
        for row in order.into_iter().take(self.plan.most) {
            let mut values = rows.get(row).cloned().unwrap_or_default();
            values.push(Value::Integer(i64::try_from(rank_of(&row)).unwrap_or(i64::MAX)));
            out.push(TableRow { rowtime: self.rowtime, values });
        }
    }
}

impl TableState for Ranking {
    fn push(
        &mut self,
        row: &[Value],
        rowtime: i64,
        out: &mut Vec<TableRow>,
    ) -> Result<(), EvalError> {
        if rowtime > self.rowtime {
            self.release(out);
            self.rowtime = rowtime;
        }
        if self.rows.len() >= TABLE_ITEMS_MAX {
            let message = format!("more than {TABLE_ITEMS_MAX} rows of one ROWTIME");
            return Err(EvalError::argument(GROUP_RANK.name, message));
        }
        self.rows.push(row.to_vec());
        Ok(())
    }

    fn advance(&mut self, frontier: i64, out: &mut Vec<TableRow>) -> i64 {
        if frontier > self.rowtime {
            self.release(out);
        }
        frontier
    }

    fn state(&self) -> Vec<Value> {
        let rows = self.rows.iter().flatten().cloned();
        std::iter::once(Value::Integer(self.rowtime)).chain(rows).collect()
    }

    fn restore(&mut self, state: &[Value]) -> Result<(), InvalidState> {
        let [Value::Integer(rowtime), cells @ ..] = state else { return Err(InvalidState) };
        self.rowtime = *rowtime;
        let width = self.plan.columns.len() - 1;
        if width == 0 || cells.len() % width != 0 {
            return Err(InvalidState);
        }
        self.rows = cells.chunks(width).map(<[Value]>::to_vec).collect();
        Ok(())
    }
}
