//! Totals: the states of one aggregate function over all groups of a window, side by side.
//!
//! The common functions keep plain numbers in one vector each; the others an accumulator per
//! group. A row is added to all functions of its group or, when one of them cannot take it, to
//! none: `fits` says of a whole batch that none can fail.
//! Does not: know keys or windows (see `tumble`).

use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::types::{Decimal128Type, Float64Type, Int64Type, TimestampMillisecondType};
use arrow_array::{Array, ArrayRef, Float64Array, Int64Array};
use levada_sql_functions::{Accumulator, Arithmetic, EvalError, calculate};
use levada_sql_lang::{Decimal, SqlType, Value};
use levada_types::Timestamp;

use super::tumble::AggregateCall;
use crate::batch::{ColumnBuilder, View};
use crate::snapshot::{Damaged, Reader, Writer};

/// The largest decimal sum: 38 digits.
const DECIMAL_MAX: u128 = 10_u128.pow(38) - 1;

pub(super) enum Totals {
    Count(Vec<i64>),
    Integers(Integers),
    Decimals(Decimals),
    Doubles(Doubles),
    Extremes(Extremes),
    Any(Vec<Box<dyn Accumulator>>),
}

/// SUM or AVG of integers.
pub(super) struct Integers {
    /// Each group's sum and number of rows, side by side for the processor's sake.
    sums: Vec<(i64, i64)>,
    mean: bool,
    /// No sum is further from zero.
    bound: u64,
}

/// SUM of decimals of one scale.
pub(super) struct Decimals {
    sums: Vec<i128>,
    rows: Vec<i64>,
    scale: u32,
    bound: u128,
}

/// SUM or AVG of doubles.
pub(super) struct Doubles {
    sums: Vec<f64>,
    rows: Vec<i64>,
    mean: bool,
}

/// MIN or MAX of integers or timestamps.
pub(super) struct Extremes {
    best: Vec<i64>,
    rows: Vec<i64>,
    largest: bool,
    is_time: bool,
}

/// The argument's column; `None` for `COUNT(*)`.
pub(super) type Argument<'a> = Option<&'a ArrayRef>;

fn integers(array: Argument<'_>) -> Option<&[i64]> {
    let array = array?;
    let whole = array.as_primitive_opt::<Int64Type>().map(|array| array.values().as_ref());
    let times = || array.as_primitive_opt::<TimestampMillisecondType>();
    whole.or_else(|| times().map(|array| array.values().as_ref()))
}

fn is_null(argument: Argument<'_>, row: usize) -> bool {
    argument.is_none_or(|array| array.is_null(row))
}

fn place<T: Copy>(values: &[T], at: usize, default: T) -> T {
    values.get(at).copied().unwrap_or(default)
}

/// Calls `add` with the places of groups and rows whose argument is not NULL.
fn each(argument: Argument<'_>, groups: &[u32], from: usize, mut add: impl FnMut(usize, usize)) {
    let nulls = argument.and_then(|array| array.nulls());
    match nulls.filter(|nulls| nulls.null_count() > 0) {
        None => groups.iter().enumerate().for_each(|(at, group)| add(*group as usize, from + at)),
        Some(nulls) => {
            for (at, group) in groups.iter().enumerate() {
                if nulls.is_valid(from + at) {
                    add(*group as usize, from + at);
                }
            }
        }
    }
}

impl Totals {
    pub(super) fn new(call: &AggregateCall) -> Self {
        let is_integer = call.argument_type.is_some_and(SqlType::is_integer);
        let is_time = call.argument_type == Some(SqlType::Timestamp);
        let is_double = call.argument_type.is_some_and(SqlType::is_approximate);
        let rows = Vec::new();
        match (call.function.name, call.argument_type) {
            _ if call.distinct => Self::Any(Vec::new()),
            ("COUNT", _) => Self::Count(rows),
            ("SUM" | "AVG", _) if is_integer => {
                let mean = call.function.name == "AVG";
                Self::Integers(Integers { sums: Vec::new(), mean, bound: 0 })
            }
            ("SUM", Some(SqlType::Decimal { scale, .. })) => {
                Self::Decimals(Decimals { sums: Vec::new(), rows, scale, bound: 0 })
            }
            ("SUM" | "AVG", _) if is_double => {
                let mean = call.function.name == "AVG";
                Self::Doubles(Doubles { sums: Vec::new(), rows, mean })
            }
            ("MIN" | "MAX", _) if is_integer || is_time => {
                let largest = call.function.name == "MAX";
                Self::Extremes(Extremes { best: Vec::new(), rows, largest, is_time })
            }
            _ => Self::Any(Vec::new()),
        }
    }

    /// Room for this many groups.
    pub(super) fn grow(&mut self, groups: usize, call: &AggregateCall) {
        match self {
            Self::Count(rows) => rows.resize(groups, 0),
            Self::Integers(all) => all.sums.resize(groups, (0, 0)),
            Self::Decimals(all) => {
                all.sums.resize(groups, 0);
                all.rows.resize(groups, 0);
            }
            Self::Doubles(all) => {
                all.sums.resize(groups, 0.0);
                all.rows.resize(groups, 0);
            }
            Self::Extremes(all) => {
                all.best.resize(groups, 0);
                all.rows.resize(groups, 0);
            }
            Self::Any(states) => states.resize_with(groups, || call.start()),
        }
    }

    pub(super) fn clear(&mut self) {
        match self {
            Self::Count(rows) => rows.clear(),
            Self::Integers(all) => {
                all.sums.clear();
                all.bound = 0;
            }
            Self::Decimals(all) => {
                all.sums.clear();
                all.rows.clear();
                all.bound = 0;
            }
            Self::Doubles(all) => {
                all.sums.clear();
                all.rows.clear();
            }
            Self::Extremes(all) => {
                all.best.clear();
                all.rows.clear();
            }
            Self::Any(states) => states.clear(),
        }
    }

    /// Whether no row of these can fail, whatever group it is in.
    pub(super) fn fits(&mut self, argument: Argument<'_>, from: usize, count: usize) -> bool {
        match self {
            Self::Count(_) | Self::Doubles(_) | Self::Extremes(_) => true,
            Self::Integers(all) => {
                let values = integers(argument).and_then(|values| values.get(from..from + count));
                let values = values.unwrap_or(&[]);
                let least = values.iter().min().map_or(0, |least| least.unsigned_abs());
                let most = values.iter().max().map_or(0, |most| most.unsigned_abs());
                let sum = u128::from(least.max(most)) * count as u128;
                let bound = u128::from(all.bound) + sum;
                all.bound = u64::try_from(bound).unwrap_or(u64::MAX);
                all.bound <= i64::MAX as u64
            }
            Self::Decimals(all) => {
                let array = argument.and_then(|array| array.as_primitive_opt::<Decimal128Type>());
                let values = array.and_then(|array| array.values().get(from..from + count));
                let sum = values.unwrap_or(&[]).iter().map(|value| value.unsigned_abs());
                all.bound = sum.fold(all.bound, u128::saturating_add);
                all.bound <= DECIMAL_MAX
            }
            Self::Any(_) => false,
        }
    }

    /// Adds rows, one for each group named, the first of them at `from`; none of them can fail.
    pub(super) fn add_all(&mut self, argument: Argument<'_>, groups: &[u32], from: usize) {
        match self {
            Self::Count(rows) => each(argument, groups, from, |group, _| {
                if let Some(rows) = rows.get_mut(group) {
                    *rows += 1;
                }
            }),
            Self::Integers(all) => {
                let Some(values) = integers(argument) else { return };
                each(argument, groups, from, |group, row| {
                    if let (Some(state), Some(value)) = (all.sums.get_mut(group), values.get(row)) {
                        state.0 = state.0.wrapping_add(*value);
                        state.1 += 1;
                    }
                });
            }
            _ => {
                for (at, group) in groups.iter().enumerate() {
                    self.add(argument, *group as usize, from + at);
                }
            }
        }
    }

    /// Whether one row can be added.
    pub(super) fn check(
        &self,
        argument: Argument<'_>,
        group: usize,
        row: usize,
        view: &View<'_>,
        column: usize,
    ) -> Result<(), EvalError> {
        match self {
            Self::Count(_) | Self::Doubles(_) | Self::Extremes(_) => Ok(()),
            Self::Any(states) => {
                let value = argument.map(|_| view.value(column, row));
                states.get(group).map_or(Ok(()), |state| state.check(value.as_ref()))
            }
            Self::Integers(_) | Self::Decimals(_) if is_null(argument, row) => Ok(()),
            Self::Integers(all) => {
                let sum = Value::Integer(place(&all.sums, group, (0, 0)).0);
                let value = view.value(column, row);
                calculate(Arithmetic::Add, &sum, &value, SqlType::BigInt).map(drop)
            }
            Self::Decimals(all) => {
                let ty = SqlType::Decimal { precision: 38, scale: all.scale };
                let sum = Value::Decimal(Decimal::new(place(&all.sums, group, 0), all.scale));
                calculate(Arithmetic::Add, &sum, &view.value(column, row), ty).map(drop)
            }
        }
    }

    /// Adds one row that `check` or `fits` has let pass.
    pub(super) fn add(&mut self, argument: Argument<'_>, group: usize, row: usize) {
        if is_null(argument, row) && !matches!(self, Self::Any(_) | Self::Count(_)) {
            return;
        }
        match self {
            Self::Count(rows) => {
                let counts = argument.is_none() || !is_null(argument, row);
                add_to(rows, group, i64::from(counts));
            }
            Self::Integers(all) => {
                let value = integers(argument).map_or(0, |values| place(values, row, 0));
                if let Some((sum, rows)) = all.sums.get_mut(group) {
                    *sum = sum.wrapping_add(value);
                    *rows += 1;
                }
            }
            Self::Decimals(all) => {
                let array = argument.and_then(|array| array.as_primitive_opt::<Decimal128Type>());
                let value = array.map_or(0, |array| place(array.values(), row, 0));
                if let Some(sum) = all.sums.get_mut(group) {
                    *sum = sum.saturating_add(value);
                }
                add_to(&mut all.rows, group, 1);
            }
            Self::Doubles(all) => {
                let array = argument.and_then(|array| array.as_primitive_opt::<Float64Type>());
                let value = array.map_or(0.0, |array| place(array.values(), row, 0.0));
                let is_first = place(&all.rows, group, 0) == 0;
                if let Some(sum) = all.sums.get_mut(group) {
                    *sum = if is_first { value } else { *sum + value };
                }
                add_to(&mut all.rows, group, 1);
            }
            Self::Extremes(all) => {
                let value = integers(argument).map_or(0, |values| place(values, row, 0));
                let is_first = place(&all.rows, group, 0) == 0;
                if let Some(best) = all.best.get_mut(group) {
                    let is_better = if all.largest { value > *best } else { value < *best };
                    if is_first || is_better {
                        *best = value;
                    }
                }
                add_to(&mut all.rows, group, 1);
            }
            Self::Any(states) => {
                let columns = argument.map(|array| [array.clone()]);
                let value = columns.as_ref().map(|columns| View::of(columns).value(0, row));
                if let Some(state) = states.get_mut(group) {
                    // `check` has asked before.
                    let _ = state.add(value.as_ref());
                }
            }
        }
    }

    /// The result of one group.
    pub(super) fn finish(&self, group: usize) -> Result<Value, EvalError> {
        let value = match self {
            Self::Count(rows) => Value::Integer(place(rows, group, 0)),
            Self::Any(states) => {
                return states.get(group).map_or(Ok(Value::Null), |state| state.finish());
            }
            Self::Integers(all) if place(&all.sums, group, (0, 0)).1 == 0 => Value::Null,
            Self::Decimals(Decimals { rows, .. })
            | Self::Doubles(Doubles { rows, .. })
            | Self::Extremes(Extremes { rows, .. })
                if place(rows, group, 0) == 0 =>
            {
                Value::Null
            }
            Self::Integers(all) => {
                let (sum, rows) = place(&all.sums, group, (0, 1));
                Value::Integer(sum / if all.mean { rows } else { 1 })
            }
            Self::Decimals(all) => {
                Value::Decimal(Decimal::new(place(&all.sums, group, 0), all.scale))
            }
            Self::Doubles(all) => {
                let divisor = if all.mean { place(&all.rows, group, 1) } else { 1 };
                Value::Double(place(&all.sums, group, 0.0) / divisor as f64)
            }
            Self::Extremes(all) if all.is_time => {
                Value::Timestamp(Timestamp(place(&all.best, group, 0)))
            }
            Self::Extremes(all) => Value::Integer(place(&all.best, group, 0)),
        };
        Ok(value)
    }

    /// The results of all groups as a column, where no group can fail.
    pub(super) fn column(&self, ty: SqlType) -> Option<ArrayRef> {
        match self {
            Self::Count(rows) => Some(Arc::new(Int64Array::from(rows.clone()))),
            Self::Integers(all) if !all.mean => {
                let values = all.sums.iter().map(|(sum, rows)| (*rows > 0).then_some(*sum));
                Some(Arc::new(values.collect::<Int64Array>()))
            }
            Self::Doubles(all) if !all.mean => {
                let pairs = all.sums.iter().zip(&all.rows);
                let values = pairs.map(|(sum, rows)| (*rows > 0).then_some(*sum));
                Some(Arc::new(values.collect::<Float64Array>()))
            }
            Self::Any(_) => None,
            Self::Integers(_) | Self::Decimals(_) | Self::Doubles(_) | Self::Extremes(_) => {
                let groups = self.groups();
                let mut built = ColumnBuilder::new(ty, groups);
                (0..groups).for_each(|at| built.push(self.finish(at).unwrap_or(Value::Null)));
                Some(built.finish())
            }
        }
    }

    fn groups(&self) -> usize {
        match self {
            Self::Count(rows) => rows.len(),
            Self::Integers(all) => all.sums.len(),
            Self::Decimals(all) => all.rows.len(),
            Self::Doubles(all) => all.rows.len(),
            Self::Extremes(all) => all.rows.len(),
            Self::Any(states) => states.len(),
        }
    }

    /// Bytes held, about.
    pub(super) fn bytes(&self) -> usize {
        let each = match self {
            Self::Count(_) => 8,
            Self::Integers(_) | Self::Doubles(_) | Self::Extremes(_) => 16,
            Self::Decimals(_) => 24,
            Self::Any(_) => 96,
        };
        self.groups() * each
    }

    pub(super) fn save(&self, writer: &mut Writer) {
        match self {
            Self::Count(rows) => writer.i64s(rows),
            Self::Integers(all) => {
                all.sums.iter().for_each(|(sum, _)| writer.i64(*sum));
                all.sums.iter().for_each(|(_, rows)| writer.i64(*rows));
            }
            Self::Decimals(all) => {
                let halves = |sum: &i128| [*sum as i64, (*sum >> 64) as i64];
                writer.i64s(&all.sums.iter().flat_map(halves).collect::<Vec<i64>>());
                writer.i64s(&all.rows);
            }
            Self::Doubles(all) => {
                let bits: Vec<i64> = all.sums.iter().map(|sum| sum.to_bits() as i64).collect();
                writer.i64s(&bits);
                writer.i64s(&all.rows);
            }
            Self::Extremes(all) => {
                writer.i64s(&all.best);
                writer.i64s(&all.rows);
            }
            Self::Any(states) => states.iter().for_each(|state| writer.values(&state.state())),
        }
    }

    /// Reads what `save` wrote of this many groups.
    pub(super) fn load(
        &mut self,
        groups: usize,
        call: &AggregateCall,
        reader: &mut Reader<'_>,
    ) -> Result<(), Damaged> {
        match self {
            Self::Count(rows) => *rows = reader.i64s(groups)?,
            Self::Integers(all) => {
                let sums = reader.i64s(groups)?;
                all.sums = sums.into_iter().zip(reader.i64s(groups)?).collect();
                let largest = all.sums.iter().map(|(sum, _)| sum.unsigned_abs()).max();
                all.bound = largest.unwrap_or(0);
            }
            Self::Decimals(all) => {
                let halves = reader.i64s(2 * groups)?;
                let (pairs, _) = halves.as_chunks::<2>();
                let whole =
                    |[low, high]: &[i64; 2]| i128::from(*high) << 64 | i128::from(*low as u64);
                all.sums = pairs.iter().map(whole).collect();
                all.rows = reader.i64s(groups)?;
                all.bound = all.sums.iter().map(|sum| sum.unsigned_abs()).max().unwrap_or(0);
            }
            Self::Doubles(all) => {
                let bits = reader.i64s(groups)?;
                all.sums = bits.into_iter().map(|bits| f64::from_bits(bits as u64)).collect();
                all.rows = reader.i64s(groups)?;
            }
            Self::Extremes(all) => {
                all.best = reader.i64s(groups)?;
                all.rows = reader.i64s(groups)?;
            }
            Self::Any(states) => {
                for _ in 0..groups {
                    let mut state = call.start();
                    state.restore(&reader.values()?).map_err(|_| Damaged)?;
                    states.push(state);
                }
            }
        }
        Ok(())
    }
}

fn add_to(values: &mut [i64], at: usize, by: i64) {
    if let Some(value) = values.get_mut(at) {
        *value = value.wrapping_add(by);
    }
}

#[cfg(test)]
mod tests {
    use arrow_array::Decimal128Array;
    use levada_sql_functions::aggregate;

    use super::*;

    fn decimals(values: &[i128]) -> ArrayRef {
        let array = Decimal128Array::from(values.to_vec()).with_precision_and_scale(38, 2);
        Arc::new(array.unwrap())
    }

    fn call(name: &str, ty: SqlType) -> AggregateCall {
        let function = aggregate::find(name).expect("an aggregate");
        AggregateCall { function, argument: None, argument_type: Some(ty), distinct: false }
    }

    #[test]
    fn states_side_by_side_give_what_single_ones_give() {
        let cases: [(&str, SqlType, ArrayRef); 5] = [
            ("SUM", SqlType::Integer, Arc::new(Int64Array::from(vec![Some(1), None, Some(-5)]))),
            ("AVG", SqlType::Integer, Arc::new(Int64Array::from(vec![Some(1), None, Some(-5)]))),
            ("MIN", SqlType::BigInt, Arc::new(Int64Array::from(vec![Some(3), None, Some(-5)]))),
            ("SUM", SqlType::Double, Arc::new(Float64Array::from(vec![0.1, 0.2, 0.3]))),
            ("SUM", SqlType::Decimal { precision: 9, scale: 2 }, decimals(&[150, -25, 1])),
        ];
        for (name, ty, column) in cases {
            let call = call(name, ty);
            let mut totals = Totals::new(&call);
            assert!(!matches!(totals, Totals::Any(_)), "{name}");
            totals.grow(2, &call);
            assert!(totals.fits(Some(&column), 0, 3));
            totals.add_all(Some(&column), &[0, 0, 0], 0);
            let mut single = call.start();
            let columns = [column.clone()];
            for row in 0..3 {
                single.add(Some(&View::of(&columns).value(0, row))).unwrap();
            }
            assert_eq!(totals.finish(0), single.finish(), "{name}");
            assert_eq!(totals.finish(1), Ok(Value::Null), "{name}");
            let mut writer = Writer::new();
            totals.save(&mut writer);
            let bytes = writer.finish();
            let mut restored = Totals::new(&call);
            restored.load(2, &call, &mut Reader::new(&bytes)).expect("own state");
            assert_eq!(restored.finish(0), single.finish(), "{name}");
        }
    }

    #[test]
    fn a_sum_that_could_leave_its_type_is_checked_row_by_row() {
        let call = call("SUM", SqlType::BigInt);
        let mut totals = Totals::new(&call);
        totals.grow(1, &call);
        let column: ArrayRef = Arc::new(Int64Array::from(vec![i64::MAX, 1]));
        assert!(!totals.fits(Some(&column), 0, 2));
        let columns = [column.clone()];
        let view = View::of(&columns);
        assert!(totals.check(Some(&column), 0, 0, &view, 0).is_ok());
        totals.add(Some(&column), 0, 0);
        assert!(totals.check(Some(&column), 0, 1, &view, 0).is_err());
    }
}
