//! Kernels: expressions of common types over whole columns, without a value per row.
//!
//! Each gives exactly what `Expr::eval` gives row by row, failures included; what no kernel knows
//! is left to it.
//! Does not: decide what becomes of failed rows (see `compute`).

use std::sync::Arc;

use arrow_array::builder::BooleanBuilder;
use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type, TimestampMillisecondType};
use arrow_array::{
    Array, ArrayRef, BooleanArray, Float64Array, Int64Array, TimestampMillisecondArray,
};
use levada_sql_functions::{Arithmetic, Comparison, EvalError, calculate};
use levada_sql_lang::tree::Test;
use levada_sql_lang::{Interval, SqlType, Value};

use crate::batch::{Batch, holds};
use crate::expr::{Expr, ExprKind};

/// A column, and the rows that failed with what went wrong; those rows are NULL.
pub(crate) struct Outcome {
    pub column: ArrayRef,
    pub failures: Vec<(usize, EvalError)>,
}

impl Outcome {
    fn sound(column: impl Array + 'static) -> Option<Self> {
        Some(Self { column: Arc::new(column), failures: Vec::new() })
    }
}

/// Nesting that kernels follow; what is deeper is computed row by row, on a loop of its own.
const DEPTH_MAX: usize = 50;

/// The expression over the batch; `None` where it has to be computed row by row.
pub(crate) fn evaluate(expr: &Expr, batch: &Batch) -> Option<Outcome> {
    Kernel { batch, depth: DEPTH_MAX }.evaluate(expr)
}

/// One batch, and how much deeper an expression may be.
#[derive(Clone, Copy)]
struct Kernel<'a> {
    batch: &'a Batch,
    depth: usize,
}

impl Kernel<'_> {
    fn evaluate(self, expr: &Expr) -> Option<Outcome> {
        let kernel = Self { depth: self.depth.checked_sub(1)?, ..self };
        let batch = self.batch;
        match &expr.kind {
            ExprKind::Column(at) => {
                let column = batch.column(*at).filter(|column| holds(column, expr.ty))?;
                Some(Outcome { column: column.clone(), failures: Vec::new() })
            }
            ExprKind::Rowtime { .. } => {
                Outcome::sound(TimestampMillisecondArray::from(batch.rowtimes().to_vec()))
            }
            ExprKind::Literal(value) => literal(value, expr.ty, batch.len()),
            ExprKind::Compare { op, left, right, padded: false } => {
                kernel.compare(*op, left, right)
            }
            ExprKind::And(left, right) => kernel.connect(left, right, false),
            ExprKind::Or(left, right) => kernel.connect(left, right, true),
            ExprKind::Not(operand) => {
                let operand = kernel.evaluate(operand)?;
                let truths = operand.column.as_boolean_opt()?;
                let negated = truths.iter().map(|truth| truth.map(|truth| !truth));
                let column: ArrayRef = Arc::new(negated.collect::<BooleanArray>());
                Some(Outcome { column, failures: operand.failures })
            }
            ExprKind::Is { operand, test: Test::Null } => {
                let operand = kernel.evaluate(operand)?;
                let failed = failed_rows(&operand.failures, batch.len());
                let column = &operand.column;
                let truths = (0..batch.len()).map(|row| {
                    let is_failed = failed.get(row).copied().unwrap_or(false);
                    (!is_failed).then(|| column.is_null(row))
                });
                let column: ArrayRef = Arc::new(truths.collect::<BooleanArray>());
                Some(Outcome { column, failures: operand.failures })
            }
            ExprKind::Arithmetic { op, left, right } => {
                kernel.arithmetic(*op, left, right, expr.ty)
            }
            ExprKind::Call { function, arguments } => {
                let [operand, unit] = arguments.as_slice() else { return None };
                match function.name {
                    "STEP" | "FLOOR TO" => kernel.floor_time(function.name, operand, unit),
                    _ => None,
                }
            }
            _ => None,
        }
    }

    fn compare(self, op: Comparison, left: &Expr, right: &Expr) -> Option<Outcome> {
        if let Some(column) = compare_text(op, left, right, self.batch) {
            return Outcome::sound(column);
        }
        let (left, right) = (self.evaluate(left)?, self.evaluate(right)?);
        let (a, b) = (left.column.as_ref(), right.column.as_ref());
        let column = if let (Some(a), Some(b)) = (whole(a), whole(b)) {
            pairs(a, b, &left.column, &right.column, |a, b| op.holds(a.cmp(b)))
        } else {
            let (a, b) =
                (a.as_primitive_opt::<Float64Type>()?, b.as_primitive_opt::<Float64Type>()?);
            let mut built = BooleanBuilder::with_capacity(a.len());
            for (a, b) in a.iter().zip(b) {
                let order = a.zip(b).and_then(|(a, b)| a.partial_cmp(&b));
                built.append_option(order.map(|order| op.holds(order)));
            }
            built.finish()
        };
        Some(Outcome { column: Arc::new(column), failures: both(left.failures, right.failures) })
    }

    /// AND (`dominant` false) and OR (`dominant` true). What fails on the right does not count
    /// where the left side decides.
    fn connect(self, left: &Expr, right: &Expr, dominant: bool) -> Option<Outcome> {
        let (left, right) = (self.evaluate(left)?, self.evaluate(right)?);
        let (a, b) = (left.column.as_boolean_opt()?, right.column.as_boolean_opt()?);
        let decided = |row: usize| a.is_valid(row) && a.value(row) == dominant;
        let mut built = BooleanBuilder::with_capacity(self.batch.len());
        for (row, (a, b)) in a.iter().zip(b).enumerate() {
            let value = match (a, b) {
                _ if decided(row) => Some(dominant),
                (_, Some(b)) if b == dominant => Some(dominant),
                (Some(_), Some(_)) => Some(!dominant),
                _ => None,
            };
            built.append_option(value);
        }
        let mut of_right = right.failures;
        of_right.retain(|(row, _)| !decided(*row));
        let failures = both(left.failures, of_right);
        Some(Outcome { column: Arc::new(built.finish()), failures })
    }

    fn arithmetic(self, op: Arithmetic, left: &Expr, right: &Expr, ty: SqlType) -> Option<Outcome> {
        if !(ty.is_integer() || ty == SqlType::Double) {
            return None;
        }
        let (left, right) = (self.evaluate(left)?, self.evaluate(right)?);
        let mut failures = both(left.failures, right.failures);
        let (a, b) = (left.column.as_ref(), right.column.as_ref());
        let column: ArrayRef = if ty == SqlType::Double {
            let (a, b) =
                (a.as_primitive_opt::<Float64Type>()?, b.as_primitive_opt::<Float64Type>()?);
            let combine: fn(f64, f64) -> f64 = match op {
                Arithmetic::Add => |a, b| a + b,
                Arithmetic::Subtract => |a, b| a - b,
                Arithmetic::Multiply => |a, b| a * b,
                // Divisors of zero are an error row, and overflow is one too.
                Arithmetic::Divide => return None,
            };
            let values = a.iter().zip(b).map(|(a, b)| a.zip(b).map(|(a, b)| combine(a, b)));
            let values: Float64Array = values.collect();
            if values.values().iter().any(|value| !value.is_finite()) {
                return None;
            }
            Arc::new(values)
        } else {
            let (a, b) = (a.as_primitive_opt::<Int64Type>()?, b.as_primitive_opt::<Int64Type>()?);
            let (low, high) = integer_range(ty);
            let combine: fn(i64, i64) -> Option<i64> = match op {
                Arithmetic::Add => i64::checked_add,
                Arithmetic::Subtract => i64::checked_sub,
                Arithmetic::Multiply => i64::checked_mul,
                Arithmetic::Divide => i64::checked_div,
            };
            let mut built = Int64Array::builder(a.len());
            let mut wrong = Vec::new();
            for (row, (a, b)) in a.iter().zip(b).enumerate() {
                let Some((a, b)) = a.zip(b) else {
                    built.append_null();
                    continue;
                };
                let value = combine(a, b).filter(|value| (low..=high).contains(value));
                built.append_option(value);
                if value.is_none() {
                    // Asked for its words; a row that the kernel refuses fails there as well.
                    match calculate(op, &Value::Integer(a), &Value::Integer(b), ty) {
                        Err(error) => wrong.push((row, error)),
                        Ok(_) => return None,
                    }
                }
            }
            failures = both(failures, wrong);
            Arc::new(built.finish())
        };
        Some(Outcome { column, failures })
    }

    /// STEP by a fixed interval, and FLOOR to a unit of fixed length, of timestamps.
    fn floor_time(self, name: &str, operand: &Expr, unit: &Expr) -> Option<Outcome> {
        let size = match (&unit.kind, name) {
            (ExprKind::Literal(Value::Interval(Interval::Millis(ms))), "STEP") => *ms,
            (ExprKind::Literal(Value::Varchar(unit)), "FLOOR TO") => match unit.as_ref() {
                "DAY" => 86_400_000,
                "HOUR" => 3_600_000,
                "MINUTE" => 60_000,
                "SECOND" => 1_000,
                _ => return None,
            },
            _ => return None,
        };
        if size <= 0 {
            return None;
        }
        let operand = self.evaluate(operand)?;
        let times = operand.column.as_primitive_opt::<TimestampMillisecondType>()?;
        let floored: TimestampMillisecondArray = times.unary(|time| time - time.rem_euclid(size));
        Some(Outcome { column: Arc::new(floored), failures: operand.failures })
    }
}

fn literal(value: &Value, ty: SqlType, rows: usize) -> Option<Outcome> {
    match value {
        Value::Integer(number) if ty.is_integer() => {
            Outcome::sound(Int64Array::from(vec![*number; rows]))
        }
        Value::Double(number) => Outcome::sound(Float64Array::from(vec![*number; rows])),
        Value::Boolean(truth) => Outcome::sound(BooleanArray::from(vec![*truth; rows])),
        Value::Timestamp(time) => {
            Outcome::sound(TimestampMillisecondArray::from(vec![time.0; rows]))
        }
        _ => None,
    }
}

/// Failures of both sides, each row's first one first.
fn both(left: Vec<(usize, EvalError)>, right: Vec<(usize, EvalError)>) -> Vec<(usize, EvalError)> {
    if right.is_empty() {
        return left;
    }
    let mut all: Vec<_> = left.into_iter().chain(right).collect();
    all.sort_by_key(|(row, _)| *row);
    all.dedup_by_key(|(row, _)| *row);
    all
}

fn failed_rows(failures: &[(usize, EvalError)], rows: usize) -> Vec<bool> {
    if failures.is_empty() {
        return Vec::new();
    }
    let mut failed = vec![false; rows];
    for (row, _) in failures {
        if let Some(failed) = failed.get_mut(*row) {
            *failed = true;
        }
    }
    failed
}

/// Integers, or instants in milliseconds. Both sides of a comparison have the same of the two.
fn whole(array: &dyn Array) -> Option<&[i64]> {
    let integers = array.as_primitive_opt::<Int64Type>().map(|array| array.values().as_ref());
    let times = || array.as_primitive_opt::<TimestampMillisecondType>();
    integers.or_else(|| times().map(|array| array.values().as_ref()))
}

fn pairs(
    a: &[i64],
    b: &[i64],
    left: &ArrayRef,
    right: &ArrayRef,
    holds: impl Fn(&i64, &i64) -> bool,
) -> BooleanArray {
    let truths = a.iter().zip(b).map(|(a, b)| holds(a, b));
    if left.null_count() == 0 && right.null_count() == 0 {
        return BooleanArray::from(truths.collect::<Vec<bool>>());
    }
    let known = truths
        .enumerate()
        .map(|(row, truth)| (left.is_valid(row) && right.is_valid(row)).then_some(truth));
    known.collect()
}

/// A column of text beside a text that is written out.
fn compare_text(op: Comparison, left: &Expr, right: &Expr, batch: &Batch) -> Option<BooleanArray> {
    let (ExprKind::Column(at), ExprKind::Literal(Value::Varchar(text))) = (&left.kind, &right.kind)
    else {
        return None;
    };
    let column = batch.column(*at)?.as_string_opt::<i32>()?;
    let mut built = BooleanBuilder::with_capacity(column.len());
    for value in column {
        built.append_option(value.map(|value| op.holds(value.cmp(text))));
    }
    Some(built.finish())
}

fn integer_range(ty: SqlType) -> (i64, i64) {
    match ty {
        SqlType::TinyInt => (i64::from(i8::MIN), i64::from(i8::MAX)),
        SqlType::SmallInt => (i64::from(i16::MIN), i64::from(i16::MAX)),
        SqlType::Integer => (i64::from(i32::MIN), i64::from(i32::MAX)),
        _ => (i64::MIN, i64::MAX),
    }
}
