//! `levada sql explain`: the plan of code, or the live figures of a running application.
//! Does not: keep history; rates are the difference of two looks.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use comfy_table::Table;
use levada_client::Client;
use levada_sql_tools::{Relation, explain, import, schema_from_json};
use serde_json::{Value as Json, json};

use super::run::{named, read, records};
use crate::environment;

/// Between the two looks at a running application.
const LOOK: Duration = Duration::from_secs(2);

#[derive(clap::Args)]
pub struct Arguments {
    /// Code (.sql), or an exported application as `levada sql import` reads it
    #[arg(value_name = "APP", required_unless_present = "application")]
    code: Option<PathBuf>,
    /// The input schema of a stream, as in the API's InputSchema
    #[arg(long = "schema", value_name = "[STREAM=]FILE")]
    schemas: Vec<String>,
    /// Rows of a stream (.jsonl, .json, .csv) to derive its schema from
    #[arg(long = "input", value_name = "[STREAM=]FILE")]
    inputs: Vec<String>,
    /// Rows of a reference table to derive its schema from
    #[arg(long = "reference", value_name = "TABLE=FILE")]
    references: Vec<String>,
    /// A running application, with its live figures
    #[arg(long, conflicts_with = "code")]
    application: Option<String>,
    /// The server [default: AWS_ENDPOINT_URL, or the settings' address]
    #[arg(long)]
    endpoint: Option<String>,
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    match (&arguments.application, &arguments.code) {
        (Some(name), _) => {
            let client = environment::client(arguments.endpoint.as_deref())?;
            environment::runtime()?.block_on(running(&client, name))
        }
        (None, Some(path)) => plan(arguments, path),
        (None, None) => bail!("expected code or --application"),
    }
}

fn plan(arguments: &Arguments, path: &Path) -> Result<ExitCode> {
    let text = read(path)?;
    let is_sql = path.extension().is_none_or(|extension| extension == "sql");
    let programs = if is_sql {
        let mut streams = relations(&arguments.inputs)?;
        for given in &arguments.schemas {
            let (name, path) = named(given);
            let schema =
                schema_from_json(&read(path)?).with_context(|| path.display().to_string())?;
            streams.push(Relation { name: name.to_owned(), schema });
        }
        vec![(text, streams, relations(&arguments.references)?)]
    } else {
        let parts = import(&text)?.into_iter().map(|application| {
            Ok((application.code().to_owned(), application.streams()?, application.tables()?))
        });
        parts.collect::<Result<_>>()?
    };
    for (sql, streams, tables) in programs {
        match explain(&sql, &streams, &tables) {
            Ok(plan) => print(&plan.to_string()),
            Err(errors) => {
                let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
                bail!("{}\n{}", path.display(), lines.join("\n"));
            }
        }
    }
    print("* keeps state between rows");
    Ok(ExitCode::SUCCESS)
}

fn relations(given: &[String]) -> Result<Vec<Relation>> {
    let relation = |given: &String| {
        let (name, records) = records(given)?;
        Ok(Relation { name: name.to_owned(), schema: records.derived_schema("ROWTIME") })
    };
    given.iter().map(relation).collect()
}

async fn running(client: &Client, name: &str) -> Result<ExitCode> {
    let first = look(client, name).await?;
    tokio::time::sleep(LOOK).await;
    let second = look(client, name).await?;
    let mut table = Table::new();
    table.set_header([
        "pump",
        "operator",
        "rows in",
        "rows out",
        "rows in/s",
        "state bytes",
        "watermark ms",
    ]);
    let pumps = |figures: &Json| figures["pumps"].as_array().cloned().unwrap_or_default();
    let before = pumps(&first);
    for (place, pump) in pumps(&second).iter().enumerate() {
        for (at, operator) in pump["operators"].as_array().into_iter().flatten().enumerate() {
            let earlier = before.get(place).map(|pump| &pump["operators"][at]["rows_in"]);
            let earlier = earlier.and_then(Json::as_u64).unwrap_or(0);
            let rows_in = operator["rows_in"].as_u64().unwrap_or(0);
            let rate = rows_in.saturating_sub(earlier) as f64 / LOOK.as_secs_f64();
            table.add_row([
                pump["name"].as_str().unwrap_or("").to_owned(),
                described(operator),
                rows_in.to_string(),
                operator["rows_out"].to_string(),
                format!("{rate:.0}"),
                operator["state_bytes"].to_string(),
                operator["watermark_ms"].as_i64().map_or("–".to_owned(), |ms| ms.to_string()),
            ]);
        }
    }
    print(&table.to_string());
    let figure = |name: &str| second[name].to_string();
    print(&format!(
        "records {} ({} a second), lag {} ms, errors {}, checkpoint {} bytes",
        figure("records"),
        figure("records_per_second"),
        figure("lag_ms"),
        figure("errors"),
        figure("state_bytes"),
    ));
    Ok(ExitCode::SUCCESS)
}

fn described(operator: &Json) -> String {
    let details = operator["details"].as_object().into_iter().flatten();
    let details: Vec<String> =
        details.map(|(name, text)| format!("\n{name}: {}", text.as_str().unwrap_or(""))).collect();
    format!("{}{}", operator["operator"].as_str().unwrap_or(""), details.concat())
}

async fn look(client: &Client, name: &str) -> Result<Json> {
    let target = "KinesisAnalytics_20150814.LevadaDescribeRun";
    let request = json!({ "ApplicationName": name });
    let answer = client.json("kinesisanalytics", target, "1.1", &request).await?;
    match &answer["Figures"] {
        Json::Null => bail!("application {name} is {}, not running", answer["ApplicationStatus"]),
        figures => Ok(figures.clone()),
    }
}

#[expect(clippy::print_stdout, reason = "the plan is this command's output")]
fn print(text: &str) {
    println!("{text}");
}
