//! A tumbling window as a monotonic function of ROWTIME: which window an instant lies in, when
//! that window ends, and which ROWTIME its result carries.
//!
//! Does not: hold groups (see `ops::tumble`).

use std::sync::Arc;

use levada_sql_lang::Value;

use crate::expr::{Expr, TimeRow};

/// The monotonic term of a GROUP BY: STEP, FLOOR or CEIL of ROWTIME, and arithmetic on them.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct WindowFunction {
    pub term: Arc<Expr>,
    /// The window's last instant belongs to it (CEIL, plain ROWTIME): its result carries that
    /// instant instead of the first one after it.
    pub closed_at_end: bool,
}

impl WindowFunction {
    /// The term's value at `instant`; NULL where it cannot be computed.
    pub(crate) fn key(&self, instant: i64, origin: i64) -> Value {
        self.term.eval(&TimeRow { rowtime: instant, origin }).unwrap_or(Value::Null)
    }

    /// The first instant after `instant` at which the term has another value.
    ///
    /// Found by doubling and halving, so that calendar units and shifted terms need no formula.
    pub(crate) fn end(&self, instant: i64, origin: i64) -> i64 {
        let key = self.key(instant, origin);
        let mut same = instant;
        let mut reach = 1_i64;
        let mut other = loop {
            let Some(probe) = instant.checked_add(reach) else { return i64::MAX };
            if self.key(probe, origin) != key {
                break probe;
            }
            same = probe;
            let Some(further) = reach.checked_mul(2) else { return i64::MAX };
            reach = further;
        };
        while other - same > 1 {
            let middle = same + (other - same) / 2;
            if self.key(middle, origin) == key {
                same = middle;
            } else {
                other = middle;
            }
        }
        other
    }

    /// The ROWTIME of the result of the window that ends at `end`.
    pub(crate) fn result_rowtime(&self, end: i64) -> i64 {
        if self.closed_at_end { end - 1 } else { end }
    }
}
