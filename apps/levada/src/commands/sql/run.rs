//! `levada sql run APP.sql --input rows.jsonl`: the code over files, its rows as JSON lines.
//! Does not: keep anything; the same files give the same rows.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use levada_sql_tools::{Job, Outcome, Records, Source, json_line, run_once};

#[derive(clap::Args)]
pub struct Arguments {
    /// The application's code
    #[arg(value_name = "APP.sql")]
    code: PathBuf,
    /// Rows of an in-application stream: .jsonl, .json or .csv (with a header line); without a
    /// name they are SOURCE_SQL_STREAM_001's
    #[arg(long = "input", value_name = "[STREAM=]FILE", required = true)]
    inputs: Vec<String>,
    /// Rows of a reference table
    #[arg(long = "reference", value_name = "TABLE=FILE")]
    references: Vec<String>,
    /// The input schema of a stream or table, as in the API's InputSchema; derived from the rows
    /// without it
    #[arg(long = "schema", value_name = "[STREAM=]FILE")]
    schemas: Vec<String>,
    /// The member or column that is a row's ROWTIME: a timestamp, or milliseconds since 1970
    #[arg(long, default_value = "ROWTIME")]
    rowtime: String,
    /// Print rows of this stream only; may be given several times
    #[arg(long = "stream", value_name = "STREAM")]
    streams: Vec<String>,
    /// Leave windows open that no row has closed
    #[arg(long)]
    keep_open: bool,
}

/// Rows of every in-application stream on stdout, error rows on stderr; an error row or an
/// unreadable record does not change the exit code, as it would not stop the application.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let sql = read(&arguments.code)?;
    let source = |given: &String| source(given, arguments);
    let job = Job {
        sql,
        inputs: arguments.inputs.iter().map(source).collect::<Result<_>>()?,
        references: arguments.references.iter().map(source).collect::<Result<_>>()?,
        rowtime: arguments.rowtime.clone(),
        keep_open: arguments.keep_open,
    };
    let outcome = run_once(&job).with_context(|| arguments.code.display().to_string())?;
    for wanted in &arguments.streams {
        if !outcome.streams.iter().any(|stream| stream.name == *wanted) {
            bail!("the code makes no stream `{wanted}`; names are exact, unquoted ones upper-case");
        }
    }
    print(&outcome, &arguments.streams);
    Ok(ExitCode::SUCCESS)
}

#[expect(clippy::print_stdout, reason = "rows are this command's output")]
fn print(outcome: &Outcome, wanted: &[String]) {
    for stream in &outcome.streams {
        if wanted.is_empty() || wanted.contains(&stream.name) {
            stream.rows.iter().for_each(|row| println!("{}", json_line(stream, row)));
        }
    }
    for error in &outcome.errors {
        eprintln!("error row of {}: {}", error.pump_name, error.message);
    }
    for unreadable in &outcome.unreadable {
        eprintln!("unreadable: {unreadable}");
    }
}

pub fn read(path: &Path) -> Result<String> {
    std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

/// `NAME=FILE`, or a file alone for the first stream of an application.
pub fn named(given: &str) -> (&str, &Path) {
    let (name, path) = given.split_once('=').unwrap_or(("SOURCE_SQL_STREAM_001", given));
    (name, Path::new(path))
}

/// The records of `[NAME=]FILE`.
pub fn records(given: &str) -> Result<(&str, Records)> {
    let (name, path) = named(given);
    let text = read(path)?;
    let is_csv = path.extension().is_some_and(|extension| extension == "csv");
    let records = if is_csv { Records::from_csv(&text) } else { Records::from_json(&text) };
    Ok((name, records.with_context(|| path.display().to_string())?))
}

fn source(given: &str, arguments: &Arguments) -> Result<Source> {
    let (name, records) = records(given)?;
    let schema = match arguments.schemas.iter().map(|given| named(given)).find(|(n, _)| *n == name)
    {
        Some((_, path)) => levada_sql_tools::schema_from_json(&read(path)?)
            .with_context(|| path.display().to_string())?,
        None => records.derived_schema(&arguments.rowtime),
    };
    Ok(Source { name: name.to_owned(), records, schema })
}
