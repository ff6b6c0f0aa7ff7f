//! `levada bench profile`: what a PutRecords call costs the server, whole and part by part.
//!
//! Everything is CPU time per call, so that a busy machine disturbs little: the whole path is
//! that of a server process of its own under load; HTTP is that of a process that reads the same
//! requests and does nothing; every other part runs alone in a loop.
//! Does not: measure latency; the disk's is in the log's own benchmark.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::time::Duration;

use anyhow::{Context as _, Result, bail};
use bytes::Bytes;
use comfy_table::Table;
use http_body_util::{BodyExt as _, Full};
use hyper::service::service_fn;
use hyper::{Request, Response};
use hyper_util::rt::{TokioExecutor, TokioIo};
use hyper_util::server::conn::auto;
use tokio::net::TcpListener;

use super::kinesis::Stream;
use super::parts::{self, Part};
use super::process::Process;
use super::workloads::closed_loop;
use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// Seconds of load on each process
    #[arg(long, default_value_t = 8)]
    seconds: u64,
    /// Records per call, at most 500
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u64).range(1..=500))]
    batch: u64,
    /// Bytes per record
    #[arg(long, default_value_t = 1024)]
    record_bytes: usize,
    /// Calls in flight
    #[arg(long, default_value_t = 8)]
    connections: u64,
    /// Shards of the stream
    #[arg(long, default_value_t = 4)]
    shards: u32,
}

#[derive(clap::Args)]
pub struct Nothing {
    /// Where the address is noted
    note: std::path::PathBuf,
    /// Bytes of every answer
    answer_bytes: usize,
}

/// A process that is ended when this is dropped.
struct Served(Child);

impl Drop for Served {
    fn drop(&mut self) {
        // It can only be gone already.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let folder = tempfile::tempdir()?;
    environment::runtime()?.block_on(async {
        let (server, url) = start_server(folder.path()).await?;
        let whole = load(&server, &url, arguments, true).await?;
        drop(server);
        let (server, url) = start_nothing(folder.path(), arguments).await?;
        let http = load(&server, &url, arguments, false).await?;
        drop(server);
        let stream = stream(&url)?;
        let bodies = stream.put_records_bodies(arguments.batch, arguments.record_bytes);
        let body = bodies.into_iter().next().context("there is a body")?;
        let shards = arguments.shards;
        let others = std::thread::spawn(move || parts::measure(&body, shards)).join();
        let mut parts =
            vec![Part { name: "HTTP: reading the request, writing the answer", cpu: http }];
        parts.extend(others.map_err(|_| anyhow::anyhow!("measuring the parts panicked"))??);
        print(&parts, whole, arguments);
        Ok(ExitCode::SUCCESS)
    })
}

fn stream(url: &str) -> Result<Stream> {
    Ok(Stream { client: environment::client(Some(url))?, name: "levada-profile".to_owned() })
}

async fn start_server(folder: &Path) -> Result<(Served, String)> {
    let data = folder.join("data");
    let config = folder.join("levada.toml");
    // With keys every signature is verified, as in production.
    let key = std::env::var("AWS_ACCESS_KEY_ID").unwrap_or_else(|_| "test".into());
    let secret = std::env::var("AWS_SECRET_ACCESS_KEY").unwrap_or_else(|_| "test".into());
    let text = format!(
        "data_dir = {data:?}\nlisten = \"127.0.0.1:0\"\nwarehouse_listen = \"127.0.0.1:0\"\n\
         [access_keys]\n{key:?} = {secret:?}\n"
    );
    std::fs::write(&config, text)?;
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["up", "--config"]).arg(&config);
    let child = start(command)?;
    for _ in 0..300 {
        if let Some(address) = levada_server::noted_endpoint(&data) {
            return Ok((child, format!("http://{address}")));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("the server does not start")
}

async fn start_nothing(folder: &Path, arguments: &Arguments) -> Result<(Served, String)> {
    let note = folder.join("nothing");
    // What the answer of a real call would have: about 130 bytes a record.
    let answer_bytes = (arguments.batch * 130).to_string();
    let mut command = Command::new(std::env::current_exe()?);
    command.args(["bench", "nothing"]).arg(&note).arg(answer_bytes);
    let child = start(command)?;
    for _ in 0..300 {
        if let Ok(address) = std::fs::read_to_string(&note)
            && !address.is_empty()
        {
            return Ok((child, format!("http://{address}")));
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    bail!("the process that serves nothing does not start")
}

fn start(mut command: Command) -> Result<Served> {
    command.stdout(Stdio::null()).stderr(Stdio::null()).stdin(Stdio::null());
    Ok(Served(command.spawn().context("cannot start this program again")?))
}

/// CPU time of the process per call.
async fn load(server: &Served, url: &str, arguments: &Arguments, real: bool) -> Result<Duration> {
    let stream = stream(url)?;
    if real {
        stream.ensure(arguments.shards).await?;
    }
    let process = Process(server.0.id());
    let time = Duration::from_secs(arguments.seconds);
    let bodies = || stream.put_records_bodies(arguments.batch, arguments.record_bytes);
    let loaded = |time| {
        let (stream, bodies) = (&stream, bodies());
        closed_loop(stream, "PutRecords", bodies, arguments.batch, arguments.connections, time)
    };
    // Connections, buffers and files are made before what is measured.
    loaded(Duration::from_secs(1)).await?;
    let before = process.cpu().context("/proc is needed")?;
    let (measured, _) = loaded(time).await?;
    let used = process.cpu().context("/proc is needed")? - before;
    let calls = u32::try_from(measured.latencies.len()).unwrap_or(u32::MAX);
    if real && measured.errors > 0 {
        bail!("{} of {calls} calls failed", measured.errors);
    }
    Ok(used / calls.max(1))
}

/// The hidden verb: reads every request to its end and answers zeros.
pub fn serve_nothing(arguments: &Nothing) -> Result<ExitCode> {
    environment::runtime()?.block_on(async {
        let listener = TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await?;
        let noted = arguments.note.with_extension("new");
        std::fs::write(&noted, listener.local_addr()?.to_string())?;
        std::fs::rename(&noted, &arguments.note)?;
        let answer = Bytes::from(vec![b'0'; arguments.answer_bytes]);
        loop {
            let (connection, _) = listener.accept().await?;
            connection.set_nodelay(true)?;
            let answer = answer.clone();
            let service = service_fn(move |request: Request<hyper::body::Incoming>| {
                let answer = answer.clone();
                async move {
                    let _ = request.into_body().collect().await.map(|body| body.to_bytes());
                    Ok::<_, Infallible>(Response::new(Full::new(answer)))
                }
            });
            tokio::spawn(async move {
                let builder = auto::Builder::new(TokioExecutor::new());
                // A client that goes away ends its connection; nothing is to be done.
                let _ = builder.serve_connection(TokioIo::new(connection), service).await;
            });
        }
    })
}

#[expect(clippy::print_stdout, reason = "the table is this command's output")]
fn print(parts: &[Part], whole: Duration, arguments: &Arguments) {
    let sum: Duration = parts.iter().map(|part| part.cpu).sum();
    let micros = |cpu: Duration| format!("{:.0}", cpu.as_secs_f64() * 1e6);
    let share = |cpu: Duration| format!("{:.0} %", 100.0 * cpu.as_secs_f64() / whole.as_secs_f64());
    let mut table = Table::new();
    table.set_header(["part, each alone", "CPU µs per call", "of the whole path"]);
    for part in parts {
        table.add_row([part.name.to_owned(), micros(part.cpu), share(part.cpu)]);
    }
    table.add_row(["all parts added up".to_owned(), micros(sum), share(sum)]);
    let rest = whole.saturating_sub(sum);
    table.add_row(["the rest".to_owned(), micros(rest), share(rest)]);
    table.add_row(["the whole path".to_owned(), micros(whole), share(whole)]);
    println!("{table}");
    let records = arguments.batch as f64 / whole.as_secs_f64();
    let reached = 100.0 * sum.as_secs_f64() / whole.as_secs_f64();
    println!(
        "{} records of {} bytes a call: {records:.0} records/s per core of the server; the path \
         reaches {reached:.0} % of what its parts allow when added up",
        arguments.batch, arguments.record_bytes
    );
}
