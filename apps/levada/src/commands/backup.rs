//! `levada backup DIR`: a consistent copy of everything, whether the server runs or not.
//! Does not: copy the data itself while the server runs; it asks the server to.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use levada_server::backup::{Parts, TOKEN_FILE, TOKEN_HEADER, take_stopped};
use levada_server::{DataDir, DataDirError, Settings};
use serde_json::{Value, json};

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// Where to: an empty directory or one that does not exist
    dir: PathBuf,
    /// The server's directory [default: the settings' `data_dir`]
    #[arg(long)]
    data_dir: Option<String>,
    /// Leave out buckets and their objects
    #[arg(long)]
    without_objects: bool,
    /// Leave out the warehouse's tables
    #[arg(long)]
    without_warehouse: bool,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let settings = environment::settings(None, vec![("data_dir", arguments.data_dir)])?;
    let parts =
        Parts { objects: !arguments.without_objects, warehouse: !arguments.without_warehouse };
    let to = std::path::absolute(&arguments.dir)?;
    if !settings.data_dir.is_dir() {
        bail!("{} is not there", settings.data_dir.display());
    }
    let (files, bytes) = match DataDir::open(&settings.data_dir) {
        Ok(_held) => {
            let data = settings.data_dir.canonicalize()?;
            let index = take_stopped(&data, &to, parts)?;
            (index.files.len() as u64, index.bytes())
        }
        Err(DataDirError::InUse { .. }) => ask_server(&settings, &to, parts)?,
        Err(other) => return Err(other.into()),
    };
    eprintln!("{files} files, {bytes} bytes in {}", to.display());
    for (part, included) in [("objects", parts.objects), ("warehouse tables", parts.warehouse)] {
        let word = if included { "included" } else { "NOT included" };
        eprintln!("{part} are {word}");
    }
    Ok(ExitCode::SUCCESS)
}

fn ask_server(settings: &Settings, to: &Path, parts: Parts) -> Result<(u64, u64)> {
    let token = environment::read_file(&settings.data_dir.join(TOKEN_FILE))?;
    let url = format!("{}/_levada/backup", environment::endpoint_url(settings));
    let body = json!({ "dir": to, "objects": parts.objects, "warehouse": parts.warehouse });
    environment::runtime()?.block_on(async {
        let asked = reqwest::Client::new().post(&url).header(TOKEN_HEADER, token.trim());
        let answer = asked.json(&body).send().await;
        let answer = answer.with_context(|| format!("cannot reach the server at {url}"))?;
        let status = answer.status();
        let body: Value = answer.json().await.unwrap_or_default();
        if !status.is_success() {
            bail!("the server answered {status}: {}", body["error"].as_str().unwrap_or("nothing"));
        }
        let number = |name: &str| body[name].as_u64().unwrap_or_default();
        Ok((number("files"), number("bytes")))
    })
}
