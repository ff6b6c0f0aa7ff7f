//! `levada warehouse query "SELECT …"`: rows to stdout, as a table or as CSV.
//! Does not: keep a session; each call connects anew.

use std::process::ExitCode;

use anyhow::{Context, Result};
use comfy_table::Table;
use tokio_postgres::{NoTls, SimpleQueryMessage};

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// The statement
    sql: String,
    /// Address of the warehouse [default: the settings' `warehouse_listen`]
    #[arg(long)]
    warehouse_listen: Option<String>,
    /// Comma-separated values instead of a table
    #[arg(long)]
    csv: bool,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let flags = vec![("warehouse_listen", arguments.warehouse_listen)];
    let settings = environment::settings(None, flags)?;
    let address = settings.warehouse_listen;
    environment::runtime()?.block_on(async {
        let config = format!(
            "host={} port={} user=levada dbname=levada connect_timeout=10",
            address.ip(),
            address.port()
        );
        let (client, connection) =
            tokio_postgres::connect(&config, NoTls).await.with_context(|| {
                format!("cannot reach the warehouse at {address}; is `levada up` running?")
            })?;
        let serving = tokio::spawn(connection);
        let messages = client.simple_query(&arguments.sql).await.map_err(readable)?;
        print(&messages, arguments.csv);
        drop(client);
        serving.await??;
        Ok(ExitCode::SUCCESS)
    })
}

/// The server's own message rather than the client library's "db error".
fn readable(error: tokio_postgres::Error) -> anyhow::Error {
    match error.as_db_error() {
        Some(db) => anyhow::anyhow!("{} ({})", db.message(), db.code().code()),
        None => error.into(),
    }
}

#[expect(clippy::print_stdout, reason = "rows are this command's output")]
fn print(messages: &[SimpleQueryMessage], csv: bool) {
    let mut table = Table::new();
    let mut lines = Vec::new();
    for message in messages {
        match message {
            SimpleQueryMessage::RowDescription(columns) => {
                let names: Vec<&str> = columns.iter().map(|column| column.name()).collect();
                lines.push(names.join(","));
                table.set_header(names);
            }
            SimpleQueryMessage::Row(row) => {
                let cells: Vec<&str> = (0..row.len()).map(|n| row.get(n).unwrap_or("")).collect();
                lines.push(cells.iter().map(|cell| quoted(cell)).collect::<Vec<_>>().join(","));
                table.add_row(cells);
            }
            SimpleQueryMessage::CommandComplete(count) if lines.is_empty() => {
                eprintln!("{count} rows");
            }
            _ => {}
        }
    }
    if lines.is_empty() {
        return;
    }
    if csv {
        lines.iter().for_each(|line| println!("{line}"));
    } else {
        println!("{table}");
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}
