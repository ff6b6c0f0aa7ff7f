//! `levada up`: starts the server and says how to reach it.
//! Does not: daemonise; a service manager does that better.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use levada_server::Server;

use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// Where everything is kept
    #[arg(long)]
    data_dir: Option<String>,
    /// Address and port of all APIs [default: 127.0.0.1:4566]
    #[arg(long)]
    listen: Option<String>,
    /// Address and port of the warehouse [default: 127.0.0.1:5439]
    #[arg(long)]
    warehouse_listen: Option<String>,
    /// Serve unsigned requests on addresses other than loopback
    #[arg(long)]
    insecure: bool,
    /// Speak TLS on the same port: off, self-signed or files [default: off]
    #[arg(long)]
    tls: Option<String>,
    /// Settings file [default: ./levada.toml if there]
    #[arg(long)]
    config: Option<PathBuf>,
}

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let flags = vec![
        ("data_dir", arguments.data_dir),
        ("listen", arguments.listen),
        ("warehouse_listen", arguments.warehouse_listen),
        ("tls.mode", arguments.tls),
        ("security.insecure", arguments.insecure.then(|| "true".to_owned())),
    ];
    let settings = environment::settings(arguments.config.as_deref(), flags)?;
    levada_telemetry::init(&settings.log_filter);
    let env = environment::env(&settings.clock);
    environment::runtime()?.block_on(async {
        environment::stop_on_signal(&env)?;
        let server = Server::open(settings, env).await?;
        banner(&server);
        server.run().await?;
        Ok(ExitCode::SUCCESS)
    })
}

#[expect(clippy::print_stdout, reason = "the two lines are meant for a shell's eval")]
fn banner(server: &Server) {
    let settings = server.settings();
    eprintln!("levada {} serves every API at {}", env!("CARGO_PKG_VERSION"), server.url());
    eprintln!("  data       {}", settings.data_dir.display());
    eprintln!("  warehouse  postgresql://{}/levada", server.warehouse_address());
    if let Some(url) = server.tls_url() {
        eprintln!("  tls        {url}");
    }
    if settings.access_keys.is_empty() {
        eprintln!("  security   any credentials are accepted: no access keys are configured");
    }
    if settings.clock.factor != 1.0 {
        eprintln!("  clock      runs {} times as fast as real time", settings.clock.factor);
    }
    eprintln!("Point a shell at it:");
    for line in super::env::lines(&server.url(), settings) {
        println!("{line}");
    }
}
