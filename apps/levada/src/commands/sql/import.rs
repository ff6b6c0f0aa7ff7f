//! `levada sql import FILE`: applications that AWS exported, as requests, or created on a server.
//! Does not: read the formats; see `levada_sql_tools`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};
use levada_client::Client;
use levada_sql_tools::{Imported, import};
use serde_json::{Value as Json, json};

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// The JSON of DescribeApplication, a CloudFormation template, or Terraform (HCL or JSON)
    file: PathBuf,
    /// Create the applications on the running server instead of printing the requests
    #[arg(long)]
    create: bool,
    /// The server [default: AWS_ENDPOINT_URL, or the settings' address]
    #[arg(long)]
    endpoint: Option<String>,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let path = arguments.file.display().to_string();
    let text = std::fs::read_to_string(&arguments.file).with_context(|| path.clone())?;
    let applications = import(&text).context(path)?;
    for application in &applications {
        for note in &application.notes {
            eprintln!("{}: {note}", application.create["ApplicationName"]);
        }
    }
    if !arguments.create {
        print(&applications);
        return Ok(ExitCode::SUCCESS);
    }
    let client = environment::client(arguments.endpoint.as_deref())?;
    environment::runtime()?.block_on(async {
        for application in &applications {
            create(&client, application).await?;
        }
        Ok(ExitCode::SUCCESS)
    })
}

#[expect(clippy::print_stdout, reason = "the requests are this command's output")]
fn print(applications: &[Imported]) {
    for application in applications {
        let requests = json!({
            "CreateApplication": application.create,
            "AddApplicationReferenceDataSource": application.references,
        });
        println!("{requests:#}");
    }
}

/// Creates the application, then adds its reference tables one by one, each to the version that
/// the one before has made.
async fn create(client: &Client, application: &Imported) -> Result<()> {
    let name = application.create["ApplicationName"].as_str().unwrap_or("");
    call(client, "CreateApplication", &application.create).await?;
    for reference in &application.references {
        let described =
            call(client, "DescribeApplication", &json!({ "ApplicationName": name })).await?;
        let request = json!({
            "ApplicationName": name,
            "CurrentApplicationVersionId":
                described["ApplicationDetail"]["ApplicationVersionId"],
            "ReferenceDataSource": reference,
        });
        call(client, "AddApplicationReferenceDataSource", &request).await?;
    }
    eprintln!("created application {name}; start it with StartApplication");
    Ok(())
}

async fn call(client: &Client, operation: &str, request: &Json) -> Result<Json> {
    let target = format!("KinesisAnalytics_20150814.{operation}");
    let answer = client.json("kinesisanalytics", &target, "1.1", request).await;
    answer.with_context(|| format!("{operation} of {}", request["ApplicationName"]))
}
