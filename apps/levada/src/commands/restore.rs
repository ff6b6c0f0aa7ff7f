//! `levada restore DIR --to DATA`: a data directory from a backup, verified before it is in place.
//! Does not: write into a directory that holds anything.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use levada_server::backup::restore;

#[derive(clap::Args)]
pub struct Arguments {
    /// The backup
    dir: PathBuf,
    /// The data directory to make: empty, or not there yet
    #[arg(long)]
    to: PathBuf,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let to = std::path::absolute(&arguments.to)?;
    let index = restore(&arguments.dir, &to)?;
    let (files, bytes) = (index.files.len(), index.bytes());
    eprintln!("{files} files, {bytes} bytes verified and restored to {}", to.display());
    Ok(ExitCode::SUCCESS)
}
