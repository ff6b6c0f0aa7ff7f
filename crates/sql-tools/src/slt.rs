//! `.slt` files (sqllogictest): streams are created, rows inserted, queries compared.
//!
//! `CREATE STREAM` makes a source, `INSERT INTO s (ROWTIME, …) VALUES …` gives it rows, other
//! CREATE statements are code. A `SELECT STREAM` runs over all rows so far, and every window is
//! closed at the end; a `SELECT` without FROM or a `VALUES` is one row.
//! Does not: read the format; the `sqllogictest` crate does.

use std::collections::HashMap;
use std::path::Path;

use levada_sql_engine::{
    Catalog, ColumnDef, Program, QUERY_STREAM, SqlError, StreamDef, Value, compile, compile_query,
};
use levada_sql_lang::tree::{Expr, Insert, Query, QueryBody, StatementKind};
use levada_sql_lang::{SqlType, parse_program};
use levada_types::Timestamp;
use sqllogictest::{DB, DBOutput, DefaultColumnType, Runner};

use crate::literal::shown;
use crate::scalar::{evaluate, evaluate_select};

/// The end of time for windows: 9999-12-31.
const END: Timestamp = Timestamp(253_402_214_400_000);

/// ROWTIME of rows that are inserted without one: one millisecond apart, from 2018-11-01 on.
const FIRST_ROWTIME: i64 = 1_541_030_400_000;

/// Runs the file.
///
/// # Errors
/// The first difference, with its place in the file.
pub fn run(path: &Path) -> Result<(), String> {
    let mut runner = Runner::new(|| async { Ok(Session::default()) });
    runner.run_file(path).map_err(|error| error.display(false).to_string())
}

#[derive(Debug, thiserror::Error)]
#[error("{0}")]
struct Problem(String);

impl From<Vec<SqlError>> for Problem {
    fn from(errors: Vec<SqlError>) -> Self {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        Self(lines.join("; "))
    }
}

#[derive(Default)]
struct Session {
    sources: Vec<StreamDef>,
    /// CREATE FUNCTION, VIEW and PUMP statements, and the streams that pumps fill.
    code: String,
    rows: Vec<(String, Timestamp, Vec<Value>)>,
}

type Output = DBOutput<DefaultColumnType>;

impl DB for Session {
    type Error = Problem;
    type ColumnType = DefaultColumnType;

    fn run(&mut self, sql: &str) -> Result<Output, Problem> {
        let parsed = parse_program(sql);
        if !parsed.errors.is_empty() {
            return Err(parsed.errors.into());
        }
        for statement in &parsed.statements {
            match &statement.kind {
                StatementKind::CreateStream(_) => self.create_stream(sql)?,
                StatementKind::Insert(insert) => self.insert(sql, insert)?,
                StatementKind::Query(query) => return self.query(sql, query),
                _ => self.add_code(sql)?,
            }
        }
        Ok(DBOutput::StatementComplete(0))
    }

    fn engine_name(&self) -> &str {
        "levada"
    }
}

impl Session {
    fn catalog(&self) -> Catalog {
        Catalog { streams: self.sources.clone(), tables: Vec::new() }
    }

    fn create_stream(&mut self, sql: &str) -> Result<(), Problem> {
        let program = compile(sql, &Catalog::default())?;
        for stream in program.streams() {
            if self.sources.iter().any(|known| known.name == stream.name) {
                return Err(Problem(format!("stream {} is there already", stream.name)));
            }
            self.sources.push(stream);
        }
        Ok(())
    }

    fn add_code(&mut self, sql: &str) -> Result<(), Problem> {
        let code = format!("{}{};\n", self.code, sql.trim_end().trim_end_matches(';'));
        compile(&code, &self.catalog())?;
        self.code = code;
        Ok(())
    }

    fn insert(&mut self, sql: &str, insert: &Insert) -> Result<(), Problem> {
        let target = insert.target.last();
        let stream = self.sources.iter().find(|stream| stream.name == target);
        let stream = stream.ok_or_else(|| Problem(format!("no stream is `{target}`")))?;
        let names: Vec<String> = if insert.columns.is_empty() {
            stream.columns.iter().map(|column| column.name.clone()).collect()
        } else {
            insert.columns.iter().map(|column| column.name.clone()).collect()
        };
        let mut rows = Vec::new();
        for row in values_of(&insert.query)? {
            let place = self.rows.len() + rows.len();
            rows.push(insert_row(sql, stream, &names, row, place)?);
        }
        self.rows.extend(rows);
        Ok(())
    }

    fn query(&self, sql: &str, query: &Query) -> Result<Output, Problem> {
        let sql = sql.trim_end().trim_end_matches(';');
        if let QueryBody::Values(rows) = &query.body {
            return constant_rows(sql, rows);
        }
        if let QueryBody::Select(select) = &query.body
            && select.from.is_empty()
        {
            return constant_select(sql);
        }
        let program = self.program(sql)?;
        let mut engine = program.start(HashMap::new());
        for (stream, rowtime, values) in &self.rows {
            engine.push(stream, vec![(*rowtime, values.clone())]);
        }
        engine.advance(END);
        if let Some(error) = engine.take_errors().into_iter().next() {
            return Err(Problem(format!("error row: {}", error.message)));
        }
        let rows = engine.take_output(QUERY_STREAM).into_iter();
        Ok(output(rows.map(|row| row.values).collect()))
    }

    fn program(&self, sql: &str) -> Result<Program, Problem> {
        Ok(if self.code.is_empty() {
            compile_query(sql, &self.catalog())?
        } else {
            compile_query(&format!("{}{sql}", self.code), &self.catalog())?
        })
    }
}

fn values_of(query: &Query) -> Result<&[Vec<Expr>], Problem> {
    match &query.body {
        QueryBody::Values(rows) => Ok(rows),
        _ => Err(Problem("rows are inserted with VALUES".to_owned())),
    }
}

fn source<'a>(sql: &'a str, expression: &Expr) -> &'a str {
    sql.get(expression.span.start..expression.span.end).unwrap_or("")
}

fn value(sql: &str, expression: &Expr) -> Result<Value, Problem> {
    let text = source(sql, expression);
    evaluate(text).map_err(|none| Problem(format!("{text}: {none}")))
}

fn insert_row(
    sql: &str,
    stream: &StreamDef,
    names: &[String],
    row: &[Expr],
    place: usize,
) -> Result<(String, Timestamp, Vec<Value>), Problem> {
    if row.len() != names.len() {
        return Err(Problem(format!("expected {} values, found {}", names.len(), row.len())));
    }
    let mut rowtime = Timestamp(FIRST_ROWTIME + i64::try_from(place).unwrap_or(0));
    let mut values = vec![Value::Null; stream.columns.len()];
    for (name, expression) in names.iter().zip(row) {
        let given = value(sql, expression)?;
        let at = stream.columns.iter().position(|column| column.name == *name);
        match (at.and_then(|at| values.get_mut(at)), &given) {
            (Some(cell), _) => *cell = given,
            (None, Value::Timestamp(time)) if name == "ROWTIME" => rowtime = *time,
            _ => return Err(Problem(format!("stream {} has no column {name}", stream.name))),
        }
    }
    fit(&mut values, &stream.columns)?;
    Ok((stream.name.clone(), rowtime, values))
}

/// Literals in the types of their columns.
fn fit(values: &mut [Value], columns: &[ColumnDef]) -> Result<(), Problem> {
    for (value, column) in values.iter_mut().zip(columns) {
        let text = SqlType::Varchar(65_535);
        let is_text = matches!(value, Value::Varchar(_));
        if is_text && !column.ty.is_text() {
            *value = levada_sql_functions::cast(value.clone(), text, column.ty)
                .map_err(|error| Problem(format!("column {}: {error}", column.name)))?;
        }
    }
    Ok(())
}

fn constant_rows(sql: &str, rows: &[Vec<Expr>]) -> Result<Output, Problem> {
    let row = |row: &Vec<Expr>| row.iter().map(|expression| value(sql, expression)).collect();
    Ok(output(rows.iter().map(row).collect::<Result<_, Problem>>()?))
}

/// A SELECT without FROM: over a stream of one row.
fn constant_select(sql: &str) -> Result<Output, Problem> {
    let list = sql.trim_start().get("SELECT".len()..).unwrap_or("").trim_start();
    let has_stream = list.get(..6).is_some_and(|word| word.eq_ignore_ascii_case("STREAM"));
    let list = if has_stream { list.get(6..).unwrap_or("") } else { list };
    let rows = evaluate_select(&format!("SELECT STREAM {list} FROM S"))
        .map_err(|none| Problem(none.to_string()))?;
    Ok(output(rows))
}

fn output(rows: Vec<Vec<Value>>) -> Output {
    let width = rows.first().map_or(0, Vec::len);
    let cell = |value: &Value| match shown(value) {
        text if text.is_empty() => "(empty)".to_owned(),
        text => text,
    };
    DBOutput::Rows {
        types: vec![DefaultColumnType::Any; width],
        rows: rows.iter().map(|row| row.iter().map(cell).collect()).collect(),
    }
}
