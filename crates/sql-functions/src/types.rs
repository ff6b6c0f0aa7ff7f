//! Which types go together: common type, comparison, assignment, cast.
//! Does not: convert values (see `cast`).

use levada_sql_lang::SqlType;

/// Digits of an integer type seen as a DECIMAL.
pub(crate) fn as_decimal(ty: SqlType) -> Option<(u32, u32)> {
    match ty {
        SqlType::TinyInt => Some((3, 0)),
        SqlType::SmallInt => Some((5, 0)),
        SqlType::Integer => Some((10, 0)),
        SqlType::BigInt => Some((19, 0)),
        SqlType::Decimal { precision, scale } => Some((precision, scale)),
        _ => None,
    }
}

fn integer_rank(ty: SqlType) -> u8 {
    match ty {
        SqlType::TinyInt => 0,
        SqlType::SmallInt => 1,
        SqlType::Integer => 2,
        _ => 3,
    }
}

/// The type both sides fit in, for CASE, COALESCE, IN and comparison.
pub fn common_type(a: SqlType, b: SqlType) -> Option<SqlType> {
    use SqlType::{BigInt, Date, Decimal, Double, Interval, Null, Real, Timestamp};
    match (a, b) {
        _ if a == b => Some(a),
        (Null, other) | (other, Null) => Some(other),
        (Real, Real) => Some(Real),
        _ if a.is_integer() && b.is_integer() => {
            Some(if integer_rank(a) >= integer_rank(b) { a } else { b })
        }
        _ if a.is_numeric() && b.is_numeric() => {
            if a.is_approximate() || b.is_approximate() {
                return Some(Double);
            }
            let ((p1, s1), (p2, s2)) = (as_decimal(a)?, as_decimal(b)?);
            let scale = s1.max(s2);
            let whole = (p1.saturating_sub(s1)).max(p2.saturating_sub(s2));
            Some(Decimal { precision: (whole + scale).clamp(1, 38), scale })
        }
        _ if a.is_text() && b.is_text() => {
            let chars = |ty| match ty {
                SqlType::Char(n) | SqlType::Varchar(n) => n,
                _ => 0,
            };
            Some(SqlType::Varchar(chars(a).max(chars(b))))
        }
        (
            SqlType::Binary(m) | SqlType::Varbinary(m),
            SqlType::Binary(n) | SqlType::Varbinary(n),
        ) => Some(SqlType::Varbinary(m.max(n))),
        (Interval(x), Interval(y)) if x.is_year_month() == y.is_year_month() => Some(a),
        (Timestamp, Date) | (Date, Timestamp) => Some(Timestamp),
        (BigInt, _) | (_, BigInt) => None,
        _ => None,
    }
}

/// Whether `=` and `<` are defined between the types.
pub fn comparable(a: SqlType, b: SqlType) -> bool {
    common_type(a, b).is_some()
}

/// Whether a pump may put a value of one type into a column of the other: the families match.
pub fn assignable(from: SqlType, to: SqlType) -> bool {
    match (from, to) {
        (SqlType::Null, _) => true,
        _ if from.is_numeric() && to.is_numeric() => true,
        _ if from.is_text() && to.is_text() => true,
        (
            SqlType::Binary(_) | SqlType::Varbinary(_),
            SqlType::Binary(_) | SqlType::Varbinary(_),
        ) => true,
        (SqlType::Date, SqlType::Timestamp) => true,
        (SqlType::Interval(a), SqlType::Interval(b)) => a.is_year_month() == b.is_year_month(),
        _ => from == to,
    }
}

/// Whether CAST exists between the types.
pub fn castable(from: SqlType, to: SqlType) -> bool {
    use SqlType::{Boolean, Date, Interval, Null, Time, Timestamp};
    if from == Null || from == to || (from.is_text() && !matches!(to, Interval(_))) {
        return true;
    }
    match (from, to) {
        (SqlType::Binary(_) | SqlType::Varbinary(_), _) => {
            to.is_text() || matches!(to, SqlType::Binary(_) | SqlType::Varbinary(_))
        }
        (Boolean, _) => to.is_text(),
        (_, _) if from.is_numeric() && to.is_numeric() => true,
        (_, Interval(qualifier)) if from.is_numeric() => qualifier.end.is_none(),
        (Interval(qualifier), _) if to.is_numeric() => qualifier.end.is_none(),
        (Interval(a), Interval(b)) => a.is_year_month() == b.is_year_month(),
        (Date, Timestamp) | (Timestamp, Date | Time) => true,
        _ => to.is_text(),
    }
}
