//! Which kind of statement a text is.
//! Does not: parse queries; those go to the query engine as they are.

use super::{CopyStatement, CreateTable, Reader, TokenKind, depth};
use crate::error::{Result, WarehouseError};
use crate::limits;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Statement {
    CreateTable(CreateTable),
    DropTables {
        names: Vec<String>,
        if_exists: bool,
    },
    /// Takes out all rows, and forgets what was loaded.
    Truncate(String),
    Copy(CopyStatement),
    Insert(Insert),
    Begin,
    Commit,
    Rollback,
    /// Answered with this tag and no effect.
    Nothing(&'static str),
    /// `SHOW name`: the value of a setting.
    ShowSetting(String),
    Query(String),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Insert {
    pub table: String,
    /// Empty: all columns of the table in their order.
    pub columns: Vec<String>,
    /// The `VALUES …` or `SELECT …`.
    pub source: String,
}

/// Reads one statement; see [`super::split`] for scripts.
pub fn parse(sql: &str) -> Result<Statement> {
    if sql.len() > limits::STATEMENT_BYTES_MAX {
        let what = format!("a statement above {} bytes", limits::STATEMENT_BYTES_MAX);
        return Err(WarehouseError::Unsupported(what));
    }
    let mut reader = Reader::new(sql)?;
    let statement = dispatch(&mut reader, sql)?;
    match statement {
        Statement::Query(_) | Statement::Insert(_) => depth::check(reader.tokens())?,
        Statement::Nothing(_) => {}
        _ => reader.expect_end()?,
    }
    Ok(statement)
}

fn dispatch(reader: &mut Reader<'_>, sql: &str) -> Result<Statement> {
    if reader.accept(&["CREATE", "TABLE"]) {
        return CreateTable::parse(reader).map(Statement::CreateTable);
    }
    if reader.accept(&["DROP", "TABLE"]) {
        return drop_tables(reader);
    }
    if reader.accept(&["COPY"]) {
        return CopyStatement::parse(reader).map(Statement::Copy);
    }
    if reader.accept(&["INSERT", "INTO"]) {
        return insert(reader);
    }
    if reader.accept(&["TRUNCATE"]) {
        reader.accept(&["TABLE"]);
        return reader.table_name().map(Statement::Truncate);
    }
    if reader.peek_word("SHOW") {
        return show(reader, sql);
    }
    let Some(first) = reader.next() else { return Err(reader.error("expected a statement")) };
    for (word, make) in SIMPLE {
        if first.is_word(word) {
            while reader.next().is_some() {}
            return Ok(make());
        }
    }
    let queries = ["SELECT", "WITH", "VALUES", "EXPLAIN", "DESCRIBE", "TABLE"];
    if first.is_symbol('(') || queries.iter().any(|word| first.is_word(word)) {
        return Ok(Statement::Query(sql.to_owned()));
    }
    let word = sql.get(first.span).unwrap_or_default().to_uppercase();
    let known = [
        "ALTER", "CALL", "CREATE", "DELETE", "DROP", "GRANT", "MERGE", "REVOKE", "UNLOAD", "UPDATE",
    ];
    if known.contains(&word.as_str()) {
        return Err(WarehouseError::Unsupported(word));
    }
    Err(Reader::new(sql)?.error(format!("`{word}` does not begin a statement")))
}

type Make = fn() -> Statement;

/// Statements told by their first word alone. A session's settings change nothing here, and
/// clients set some before anything else.
const SIMPLE: &[(&str, Make)] = &[
    ("ABORT", || Statement::Rollback),
    ("ANALYZE", || Statement::Nothing("ANALYZE")),
    ("BEGIN", || Statement::Begin),
    ("COMMIT", || Statement::Commit),
    ("DEALLOCATE", || Statement::Nothing("DEALLOCATE")),
    ("DISCARD", || Statement::Nothing("DISCARD ALL")),
    ("END", || Statement::Commit),
    ("RESET", || Statement::Nothing("RESET")),
    ("ROLLBACK", || Statement::Rollback),
    ("SET", || Statement::Nothing("SET")),
    ("START", || Statement::Begin),
    ("VACUUM", || Statement::Nothing("VACUUM")),
];

fn drop_tables(reader: &mut Reader<'_>) -> Result<Statement> {
    let if_exists = reader.accept(&["IF", "EXISTS"]);
    let mut names = vec![reader.table_name()?];
    while reader.accept_symbol(',') {
        names.push(reader.table_name()?);
    }
    let _ = reader.accept(&["CASCADE"]) || reader.accept(&["RESTRICT"]);
    Ok(Statement::DropTables { names, if_exists })
}

fn insert(reader: &mut Reader<'_>) -> Result<Statement> {
    let table = reader.table_name()?;
    if reader.peek_word("DEFAULT") {
        return Err(WarehouseError::Unsupported("INSERT DEFAULT VALUES".into()));
    }
    let columns = if reader.peek().is_some_and(|token| token.is_symbol('(')) {
        reader.name_list()?
    } else {
        Vec::new()
    };
    if !["VALUES", "SELECT", "WITH"].iter().any(|word| reader.peek_word(word)) {
        return Err(reader.error("expected VALUES or SELECT"));
    }
    Ok(Statement::Insert(Insert { table, columns, source: reader.rest().to_owned() }))
}

/// For each parameter that is a whole element of a `VALUES` row: its number, and its place in
/// the row from 0 on.
pub fn parameter_places(source: &str) -> Result<Vec<(usize, usize)>> {
    let mut places = Vec::new();
    let mut reader = Reader::new(source)?;
    if !reader.accept(&["VALUES"]) {
        return Ok(places);
    }
    let (mut depth, mut place, mut begins) = (0usize, 0, false);
    while let Some(token) = reader.next() {
        let ends = reader.peek().is_some_and(|next| next.is_symbol(',') || next.is_symbol(')'));
        match token.kind {
            TokenKind::Symbol('(') => {
                depth += 1;
                begins = depth == 1;
                place = if begins { 0 } else { place };
                continue;
            }
            TokenKind::Symbol(')') => depth = depth.saturating_sub(1),
            TokenKind::Symbol(',') if depth == 1 => {
                place += 1;
                begins = true;
                continue;
            }
            TokenKind::Parameter(number) if begins && ends => places.push((number, place)),
            _ => {}
        }
        begins = false;
    }
    Ok(places)
}

fn show(reader: &mut Reader<'_>, sql: &str) -> Result<Statement> {
    reader.expect("SHOW")?;
    if reader.accept(&["TABLES"]) || reader.accept(&["COLUMNS"]) {
        while reader.next().is_some() {}
        return Ok(Statement::Query(sql.to_owned()));
    }
    if reader.accept(&["TRANSACTION", "ISOLATION", "LEVEL"]) {
        return Ok(Statement::ShowSetting("transaction_isolation".into()));
    }
    if reader.accept(&["TIME", "ZONE"]) {
        return Ok(Statement::ShowSetting("timezone".into()));
    }
    reader.name().map(Statement::ShowSetting)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_statement_is_told_from_the_others() {
        assert!(matches!(parse("select 1"), Ok(Statement::Query(_))));
        assert!(matches!(
            parse("/* a */ WITH x AS (SELECT 1) SELECT * FROM x"),
            Ok(Statement::Query(_))
        ));
        assert_eq!(parse("BEGIN TRANSACTION READ ONLY").unwrap(), Statement::Begin);
        assert_eq!(parse("SET client_encoding TO 'UTF8'").unwrap(), Statement::Nothing("SET"));
        assert_eq!(
            parse("drop table if exists a, public.b cascade").unwrap(),
            Statement::DropTables { names: vec!["a".into(), "b".into()], if_exists: true }
        );
        let Statement::Insert(insert) = parse("INSERT INTO t (a, b) VALUES (1, 2)").unwrap() else {
            panic!("not an insert")
        };
        assert_eq!(insert.source, "VALUES (1, 2)");
        assert_eq!(parse("DELETE FROM t").unwrap_err().sqlstate(), "0A000");
        assert_eq!(parse("CREATE EXTERNAL TABLE t").unwrap_err().sqlstate(), "0A000");
        assert_eq!(parse("SELEKT 1").unwrap_err().sqlstate(), "42601");
    }
}
