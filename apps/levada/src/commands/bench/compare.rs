//! `levada bench compare`: several Kinesis endpoints under the same loads, turn by turn in one run.
//! Does not: start the endpoints; `cargo xtask bench peers` does.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::{Context as _, Result};
use comfy_table::Table;

use super::kinesis::Stream;
use super::measure::{Measured, millis, percentile};
use super::process::Process;
use super::workloads::{closed_loop, drain, put_to_push};
use crate::environment;

#[derive(clap::Args)]
pub struct Arguments {
    /// An endpoint; the first is the one the others are compared with. With a process number its
    /// CPU time and memory are shown too
    #[arg(long = "peer", value_name = "NAME=URL[,PID]", required = true)]
    peers: Vec<String>,
    /// Seconds of each load
    #[arg(long, default_value_t = 5)]
    seconds: u64,
    /// Shards of the stream that is made
    #[arg(long, default_value_t = 4)]
    shards: u32,
}

struct Peer {
    name: String,
    stream: Stream,
    process: Option<Process>,
}

/// One load on one endpoint.
struct Figures {
    /// Records per second, or the median latency in milliseconds.
    value: f64,
    shown: String,
    /// CPU microseconds per record.
    cpu: Option<f64>,
}

const LOADS: [&str; 4] = [
    "PutRecords 500 × 1 KiB, 8 connections, records/s",
    "PutRecord 1 KiB, 16 connections, records/s",
    "GetRecords drain, records/s",
    "put to push, median ms",
];

pub fn run(arguments: Arguments) -> Result<ExitCode> {
    environment::runtime()?.block_on(async {
        let peers = arguments.peers.iter().map(|given| peer(given)).collect::<Result<Vec<_>>>()?;
        for peer in &peers {
            let created = peer.stream.ensure(arguments.shards).await;
            created.with_context(|| format!("{} does not answer", peer.name))?;
        }
        let mut table = Table::new();
        let names = peers.iter().map(|peer| peer.name.clone());
        table.set_header(["load".to_owned()].into_iter().chain(names));
        for (place, load) in LOADS.iter().enumerate() {
            let mut figures: Vec<Result<Figures, String>> = Vec::new();
            for peer in &peers {
                let time = Duration::from_secs(arguments.seconds);
                let measured = measure(peer, place, time).await;
                figures.push(measured.map_err(|error| format!("{error:#}")));
            }
            add_rows(&mut table, load, &figures, place == LOADS.len() - 1);
        }
        let memory = peers.iter().map(|peer| match peer.process.and_then(Process::memory) {
            Some((now, most)) => format!("{} / {}", now / (1024 * 1024), most / (1024 * 1024)),
            None => "–".to_owned(),
        });
        table.add_row(["memory now / most, MiB".to_owned()].into_iter().chain(memory));
        print(&table);
        Ok(ExitCode::SUCCESS)
    })
}

#[expect(clippy::print_stdout, reason = "the table is this command's output")]
fn print(table: &Table) {
    println!("{table}");
}

fn peer(given: &str) -> Result<Peer> {
    let (name, rest) = given.split_once('=').context("a peer is NAME=URL or NAME=URL,PID")?;
    let (url, pid) = match rest.split_once(',') {
        Some((url, pid)) => (url, Some(pid.parse().context("PID is no number")?)),
        None => (rest, None),
    };
    let client = environment::client(Some(url))?;
    let stream = Stream { client, name: "levada-compare".to_owned() };
    Ok(Peer { name: name.to_owned(), stream, process: pid.map(Process) })
}

async fn measure(peer: &Peer, load: usize, time: Duration) -> Result<Figures> {
    let stream = &peer.stream;
    let before = peer.process.and_then(Process::cpu);
    let (measured, elapsed) = match load {
        0 => {
            let bodies = stream.put_records_bodies(500, 1024);
            closed_loop(stream, "PutRecords", bodies, 500, 8, time).await?
        }
        1 => {
            let bodies = stream.put_record_bodies(1024);
            closed_loop(stream, "PutRecord", bodies, 1, 16, time).await?
        }
        2 => drain(stream, 10_000).await?,
        _ => (put_to_push(stream, Duration::from_millis(10), 200).await?, time),
    };
    let used = peer.process.and_then(Process::cpu).zip(before).map(|(after, b)| after - b);
    let cpu = used.map(|used| used.as_secs_f64() * 1e6 / measured.records.max(1) as f64);
    Ok(if load == 3 { latency(measured, cpu) } else { rate(&measured, elapsed, cpu) })
}

fn rate(measured: &Measured, elapsed: Duration, cpu: Option<f64>) -> Figures {
    let value = measured.records as f64 / elapsed.as_secs_f64();
    let errors = match measured.errors {
        0 => String::new(),
        errors => format!(", {errors} failed calls"),
    };
    Figures { value, shown: format!("{value:.0}{errors}"), cpu }
}

fn latency(mut measured: Measured, cpu: Option<f64>) -> Figures {
    measured.latencies.sort();
    let median = percentile(&measured.latencies, 0.5);
    let slow = percentile(&measured.latencies, 0.99);
    let shown = format!("{} (p99 {})", millis(median), millis(slow));
    Figures { value: median.as_secs_f64() * 1000.0, shown, cpu }
}

/// A row of values, and one of ratios to the first endpoint.
fn add_rows(
    table: &mut Table,
    load: &str,
    figures: &[Result<Figures, String>],
    lower_is_better: bool,
) {
    let show = |figure: &Result<Figures, String>| match figure {
        Ok(Figures { shown, cpu: Some(cpu), .. }) => format!("{shown}; {cpu:.1} µs CPU/record"),
        Ok(Figures { shown, .. }) => shown.clone(),
        Err(error) => format!("failed: {error}"),
    };
    table.add_row([load.to_owned()].into_iter().chain(figures.iter().map(show)));
    let first = figures.first().and_then(|first| first.as_ref().ok()).map(|first| first.value);
    let ratio = |figure: &Result<Figures, String>| match (figure, first) {
        (Ok(figure), Some(first)) if figure.value > 0.0 && first > 0.0 => {
            let times = if lower_is_better { figure.value / first } else { first / figure.value };
            format!("{times:.2}")
        }
        _ => "–".to_owned(),
    };
    let name = "  the first is better by this factor".to_owned();
    table.add_row([name].into_iter().chain(figures.iter().map(ratio)));
}
