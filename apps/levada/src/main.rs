//! The `levada` command: server, agent, demo, bench and queries in one binary.
//! Does not: hold product behaviour; every verb calls a crate.

mod commands;
mod environment;

use clap::Parser;

fn main() -> std::process::ExitCode {
    let line = commands::Levada::parse();
    // One TLS for every client in this process. It can only be installed already, which is as good.
    let _ = rustls::crypto::ring::default_provider().install_default();
    match commands::run(line) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("levada: {error:#}");
            std::process::ExitCode::FAILURE
        }
    }
}
