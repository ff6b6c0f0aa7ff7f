//! SQL functions that clients of PostgreSQL and Redshift expect, and those that tell the time,
//! which is the product's time and may run faster than the wall's.
//! Does not: compute; the query engine's own library does.

use std::sync::Arc;

use datafusion::arrow::datatypes::{DataType, TimeUnit};
use datafusion::common::ScalarValue;
use datafusion::logical_expr::{ColumnarValue, ScalarUDF, Volatility, create_udf};
use levada_env::{Clock, Env};

use crate::engine::{DATABASE, SCHEMA};

/// What `SELECT version()` says; clients look for the PostgreSQL number in front.
pub const VERSION: &str =
    concat!("PostgreSQL 15.0 (Levada warehouse ", env!("CARGO_PKG_VERSION"), ")");

pub fn all(env: &Env) -> Vec<ScalarUDF> {
    let mut functions: Vec<ScalarUDF> = [
        ("current_catalog", DATABASE),
        ("current_database", DATABASE),
        ("current_role", "levada"),
        ("current_schema", SCHEMA),
        ("current_user", "levada"),
        ("session_user", "levada"),
        ("user", "levada"),
        ("version", VERSION),
    ]
    .map(|(name, value)| constant(name, value))
    .into();
    let zoned = DataType::Timestamp(TimeUnit::Microsecond, Some("+00:00".into()));
    let local = DataType::Timestamp(TimeUnit::Microsecond, None);
    for name in ["current_timestamp", "now"] {
        functions.push(time(name, zoned.clone(), &env.clock, |ms| {
            ScalarValue::TimestampMicrosecond(Some(ms * 1000), Some("+00:00".into()))
        }));
    }
    for name in ["getdate", "localtimestamp", "sysdate"] {
        functions.push(time(name, local.clone(), &env.clock, |ms| {
            ScalarValue::TimestampMicrosecond(Some(ms * 1000), None)
        }));
    }
    for name in ["current_date", "today"] {
        functions.push(time(name, DataType::Date32, &env.clock, |ms| {
            ScalarValue::Date32(i32::try_from(ms.div_euclid(86_400_000)).ok())
        }));
    }
    functions
}

fn constant(name: &str, value: &'static str) -> ScalarUDF {
    let value = ScalarValue::Utf8(Some(value.to_owned()));
    let answer = Arc::new(move |_: &[ColumnarValue]| Ok(ColumnarValue::Scalar(value.clone())));
    create_udf(name, Vec::new(), DataType::Utf8, Volatility::Stable, answer)
}

fn time(
    name: &str,
    kind: DataType,
    clock: &Arc<dyn Clock>,
    value: fn(i64) -> ScalarValue,
) -> ScalarUDF {
    let clock = Arc::clone(clock);
    let answer = Arc::new(move |_: &[ColumnarValue]| {
        Ok(ColumnarValue::Scalar(value(clock.now().as_millis())))
    });
    create_udf(name, Vec::new(), kind, Volatility::Stable, answer)
}
