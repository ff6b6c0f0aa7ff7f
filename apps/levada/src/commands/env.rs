//! `levada env`: the two lines that point a shell, and so every AWS client in it, at the server.
//! Does not: check that the server runs.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use levada_server::Settings;

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// The server's data directory
    #[arg(long)]
    data_dir: Option<String>,
    /// Settings file [default: ./levada.toml if there]
    #[arg(long)]
    config: Option<PathBuf>,
}

#[expect(clippy::print_stdout, reason = "the two lines are meant for a shell's eval")]
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let flags = vec![("data_dir", arguments.data_dir)];
    let settings = environment::settings(arguments.config.as_deref(), flags)?;
    for line in lines(&environment::endpoint_url(&settings), &settings) {
        println!("{line}");
    }
    Ok(ExitCode::SUCCESS)
}

/// Older SDKs read `AWS_DEFAULT_REGION`, newer ones `AWS_REGION`: both are set. Secrets are
/// never printed: with configured keys the second line names the key and leaves the secret.
pub fn lines(url: &str, settings: &Settings) -> [String; 2] {
    let region = &settings.region;
    let keys = match settings.access_keys.keys().next() {
        None => "export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test".to_owned(),
        Some(id) => format!("export AWS_ACCESS_KEY_ID={id} AWS_SECRET_ACCESS_KEY='<its secret>'"),
    };
    [format!("export AWS_ENDPOINT_URL={url} AWS_REGION={region} AWS_DEFAULT_REGION={region}"), keys]
}
