//! Writes a tree as canonical text; reading that text gives the same tree.
//! Does not: keep comments, blanks or needless parentheses.

mod expr;
mod query;
mod statement;

use crate::token::{is_delicate, is_reserved};
use crate::tree::{Expr, Ident, Name, Query, Statement};

/// Statements one under the other, each ended by a semicolon.
pub fn print_program(statements: &[Statement]) -> String {
    statements.iter().map(|statement| format!("{};\n", print_statement(statement))).collect()
}

/// Without its semicolon.
pub fn print_statement(statement: &Statement) -> String {
    let mut out = String::new();
    statement::write(&mut out, statement);
    out
}

pub fn print_query(query: &Query) -> String {
    let mut out = String::new();
    query::write(&mut out, query);
    out
}

pub fn print_expression(expr: &Expr) -> String {
    let mut out = String::new();
    expr::write(&mut out, expr);
    out
}

/// A name as SQL must write it: quoted unless it folds to itself.
pub fn quote_name(name: &str) -> String {
    let plain_start = name.starts_with(|c: char| c.is_ascii_uppercase() || c == '_');
    let plain = |b: u8| b.is_ascii_uppercase() || b.is_ascii_digit() || b == b'_';
    if plain_start && name.bytes().all(plain) && !is_reserved(name) && !is_delicate(name) {
        return name.to_owned();
    }
    format!("\"{}\"", name.replace('"', "\"\""))
}

fn quote_text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn write_ident(out: &mut String, ident: &Ident) {
    out.push_str(&quote_name(&ident.name));
}

fn write_name(out: &mut String, name: &Name) {
    write_list(out, &name.parts, ".", write_ident);
}

fn write_list<T>(out: &mut String, items: &[T], separator: &str, write: fn(&mut String, &T)) {
    for (place, item) in items.iter().enumerate() {
        if place > 0 {
            out.push_str(separator);
        }
        write(out, item);
    }
}

fn write_idents(out: &mut String, idents: &[Ident]) {
    out.push('(');
    write_list(out, idents, ", ", write_ident);
    out.push(')');
}
