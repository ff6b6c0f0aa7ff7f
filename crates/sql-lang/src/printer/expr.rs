//! Expressions as text.
//! Does not: print parentheses that precedence already gives.

use super::query::write_window;
use super::{query, quote_text, write_ident, write_list, write_name};
use crate::parser::{binary_power, power};
use crate::tree::{
    BinaryOp, Expr, ExprKind, FunctionCall, InList, Literal, Nulls, PatternKind, Rounding, Test,
    TrimSide, UnaryOp, WindowRef,
};
use crate::{Interval, civil};

pub(super) fn write(out: &mut String, expr: &Expr) {
    match &expr.kind {
        ExprKind::Literal(literal) => write_literal(out, literal),
        ExprKind::Column(name) => write_name(out, name),
        ExprKind::Current(current) => out.push_str(current.name()),
        ExprKind::Unary { op, operand } => write_unary(out, *op, operand),
        ExprKind::Binary { op, left, right } => write_binary(out, *op, left, right),
        ExprKind::Call(call) => write_call(out, call),
        ExprKind::Case { .. } => write_case(out, expr),
        ExprKind::Subquery(inner) => write_query(out, "(", inner),
        ExprKind::Cursor(inner) => write_query(out, "CURSOR(", inner),
        ExprKind::Exists(inner) => write_query(out, "EXISTS(", inner),
        ExprKind::Is { .. }
        | ExprKind::IsDistinctFrom { .. }
        | ExprKind::Between { .. }
        | ExprKind::In { .. }
        | ExprKind::Like { .. } => write_predicate(out, expr),
        _ => write_special(out, expr),
    }
}

fn power_of(expr: &Expr) -> u8 {
    match &expr.kind {
        ExprKind::Binary { op, .. } => binary_power(*op),
        ExprKind::Unary { op: UnaryOp::Not, .. } => power::NOT,
        ExprKind::Unary { .. } => power::SIGN,
        ExprKind::Is { .. }
        | ExprKind::IsDistinctFrom { .. }
        | ExprKind::Between { .. }
        | ExprKind::In { .. }
        | ExprKind::Like { .. } => power::COMPARE,
        _ => power::PRIMARY,
    }
}

/// In parentheses when it binds looser than `least`.
pub(super) fn write_at(out: &mut String, expr: &Expr, least: u8) {
    let inside = power_of(expr) < least;
    if inside {
        out.push('(');
    }
    write(out, expr);
    if inside {
        out.push(')');
    }
}

fn write_query(out: &mut String, open: &str, inner: &crate::tree::Query) {
    out.push_str(open);
    query::write(out, inner);
    out.push(')');
}

fn write_unary(out: &mut String, op: UnaryOp, operand: &Expr) {
    let (sign, least) = match op {
        UnaryOp::Not => ("NOT ", power::COMPARE),
        UnaryOp::Minus => ("-", power::PRIMARY),
        UnaryOp::Plus => ("+", power::PRIMARY),
    };
    out.push_str(sign);
    write_at(out, operand, least);
}

fn write_binary(out: &mut String, op: BinaryOp, left: &Expr, right: &Expr) {
    let own = binary_power(op);
    write_at(out, left, own);
    out.push_str(&format!(" {} ", op.symbol()));
    write_at(out, right, own + 1);
}

fn write_predicate(out: &mut String, expr: &Expr) {
    let not = |negated: &bool| if *negated { "NOT " } else { "" };
    match &expr.kind {
        ExprKind::Is { operand, test, negated } => {
            write_at(out, operand, power::COMPARE);
            let test = match test {
                Test::Null => "NULL",
                Test::True => "TRUE",
                Test::False => "FALSE",
                Test::Unknown => "UNKNOWN",
            };
            out.push_str(&format!(" IS {}{test}", not(negated)));
        }
        ExprKind::IsDistinctFrom { left, right, negated } => {
            write_at(out, left, power::COMPARE);
            out.push_str(&format!(" IS {}DISTINCT FROM ", not(negated)));
            write_at(out, right, power::SUM);
        }
        ExprKind::Between { operand, low, high, negated } => {
            write_at(out, operand, power::COMPARE);
            out.push_str(&format!(" {}BETWEEN ", not(negated)));
            write_at(out, low, power::SUM);
            out.push_str(" AND ");
            write_at(out, high, power::SUM);
        }
        ExprKind::In { operand, list, negated } => {
            write_at(out, operand, power::COMPARE);
            out.push_str(&format!(" {}IN (", not(negated)));
            match list {
                InList::Values(values) => write_list(out, values, ", ", write),
                InList::Query(inner) => query::write(out, inner),
            }
            out.push(')');
        }
        ExprKind::Like { kind, operand, pattern, escape, negated } => {
            write_at(out, operand, power::COMPARE);
            let word = match kind {
                PatternKind::Like => "LIKE",
                PatternKind::SimilarTo => "SIMILAR TO",
            };
            out.push_str(&format!(" {}{word} ", not(negated)));
            write_at(out, pattern, power::SUM);
            if let Some(escape) = escape {
                out.push_str(" ESCAPE ");
                write_at(out, escape, power::SUM);
            }
        }
        _ => {}
    }
}

fn write_case(out: &mut String, expr: &Expr) {
    let ExprKind::Case { operand, branches, otherwise } = &expr.kind else { return };
    out.push_str("CASE");
    if let Some(operand) = operand {
        out.push(' ');
        write(out, operand);
    }
    for branch in branches {
        out.push_str(" WHEN ");
        write(out, &branch.when);
        out.push_str(" THEN ");
        write(out, &branch.then);
    }
    if let Some(otherwise) = otherwise {
        out.push_str(" ELSE ");
        write(out, otherwise);
    }
    out.push_str(" END");
}

/// The functions with a grammar of their own.
fn write_special(out: &mut String, expr: &Expr) {
    match &expr.kind {
        ExprKind::Cast { operand, to } => {
            write_parts(out, "CAST(", &[("", Some(operand))]);
            out.push_str(&format!(" AS {to}"));
        }
        ExprKind::Extract { unit, from } => {
            let open = format!("EXTRACT({}", unit.name());
            write_parts(out, &open, &[(" FROM ", Some(from))]);
        }
        ExprKind::RoundTo { rounding, operand, unit } => {
            let open = match rounding {
                Rounding::Floor => "FLOOR(",
                Rounding::Ceil => "CEIL(",
            };
            write_parts(out, open, &[("", Some(operand))]);
            out.push_str(&format!(" TO {}", unit.name()));
        }
        ExprKind::Step { operand, by } => {
            write_parts(out, "STEP(", &[("", Some(operand)), (" BY ", Some(by))]);
        }
        ExprKind::Substring { operand, from, length } => {
            out.push_str("SUBSTRING(");
            write_at(out, operand, power::SUM);
            write_parts(out, "", &[(" FROM ", Some(from)), (" FOR ", length.as_deref())]);
        }
        ExprKind::SubstringSimilar { operand, pattern, escape } => {
            out.push_str("SUBSTRING(");
            write_at(out, operand, power::SUM);
            out.push_str(" SIMILAR ");
            write_at(out, pattern, power::SUM);
            write_parts(out, "", &[(" ESCAPE ", Some(escape))]);
        }
        ExprKind::Position { needle, haystack } => {
            out.push_str("POSITION(");
            write_at(out, needle, power::SUM);
            write_parts(out, "", &[(" IN ", Some(haystack))]);
        }
        ExprKind::Trim { side, what, operand } => write_trim(out, *side, what.as_deref(), operand),
        ExprKind::Overlay { operand, placing, from, length } => write_parts(
            out,
            "OVERLAY(",
            &[
                ("", Some(operand)),
                (" PLACING ", Some(placing)),
                (" FROM ", Some(from)),
                (" FOR ", length.as_deref()),
            ],
        ),
        ExprKind::Difference { left, right, qualifier } => {
            out.push('(');
            write_binary(out, BinaryOp::Minus, left, right);
            out.push_str(&format!(") {qualifier}"));
            return;
        }
        _ => {}
    }
    out.push(')');
}

fn write_parts(out: &mut String, open: &str, parts: &[(&str, Option<&Expr>)]) {
    out.push_str(open);
    for (word, part) in parts {
        if let Some(part) = part {
            out.push_str(word);
            write(out, part);
        }
    }
}

fn write_trim(out: &mut String, side: TrimSide, what: Option<&Expr>, operand: &Expr) {
    out.push_str(match side {
        TrimSide::Leading => "TRIM(LEADING ",
        TrimSide::Trailing => "TRIM(TRAILING ",
        TrimSide::Both => "TRIM(BOTH ",
    });
    if let Some(what) = what {
        write(out, what);
        out.push(' ');
    }
    out.push_str("FROM ");
    write(out, operand);
}

fn write_call(out: &mut String, call: &FunctionCall) {
    // FLOOR, CEIL and SUBSTRING are delicate words, but these calls read back without quotes.
    match call.name.name.as_str() {
        name @ ("FLOOR" | "CEIL" | "SUBSTRING") => out.push_str(name),
        _ => write_ident(out, &call.name),
    }
    out.push('(');
    if call.distinct {
        out.push_str("DISTINCT ");
    }
    if call.star {
        out.push('*');
    }
    write_list(out, &call.args, ", ", write);
    out.push(')');
    if call.from_last {
        out.push_str(" FROM LAST");
    }
    match call.nulls {
        Some(Nulls::Ignore) => out.push_str(" IGNORE NULLS"),
        Some(Nulls::Respect) => out.push_str(" RESPECT NULLS"),
        None => {}
    }
    if let Some(filter) = &call.filter {
        out.push_str(" FILTER (WHERE ");
        write(out, filter);
        out.push(')');
    }
    match &call.over {
        Some(WindowRef::Named(name)) => {
            out.push_str(" OVER ");
            write_ident(out, name);
        }
        Some(WindowRef::Inline(spec)) => {
            out.push_str(" OVER ");
            write_window(out, spec);
        }
        None => {}
    }
}

fn write_literal(out: &mut String, literal: &Literal) {
    out.push_str(&match literal {
        Literal::Null => "NULL".to_owned(),
        Literal::Boolean(true) => "TRUE".to_owned(),
        Literal::Boolean(false) => "FALSE".to_owned(),
        Literal::Integer(number) => number.to_string(),
        // The point keeps it a decimal.
        Literal::Decimal(number) if number.scale == 0 => format!("{number}."),
        Literal::Decimal(number) => number.to_string(),
        Literal::Double(number) => format!("{number:E}"),
        Literal::String(text) => quote_text(text),
        Literal::Binary(bytes) => {
            let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
            format!("X'{digits}'")
        }
        Literal::Date(days) => format!("DATE '{}'", civil::format_date(*days)),
        Literal::Time(ms) => format!("TIME '{}'", civil::format_time(*ms)),
        Literal::Timestamp(time) => format!("TIMESTAMP '{}'", civil::format_timestamp(*time)),
        Literal::Interval { value, qualifier } => {
            let negative = matches!(value, Interval::Months(n) | Interval::Millis(n) if *n < 0);
            let sign = if negative { "-" } else { "" };
            let text = value.format(*qualifier);
            let text = text.strip_prefix('-').unwrap_or(&text);
            format!("INTERVAL {sign}'{text}' {qualifier}")
        }
    });
}
