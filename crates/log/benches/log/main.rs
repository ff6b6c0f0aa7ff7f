//! `cargo bench -p levada-log`: the record log beside the disk's own limit, measured in one run.
//! Does not: judge absolute numbers; every line is a ratio within this run.
//!
//! `cargo bench -p levada-log -- appends` runs the sections named, with so many appends in
//! flight as numbers say; without a name all run.
//! On a machine with other work, `LEVADA_BENCH_PRIORITY=30 chrt -f 10 cargo bench …` (as root)
//! keeps that work out: the threads that write get the higher real-time priority given.
//! `LEVADA_BENCH_DIR` is where files go (default: the target directory's file system),
//! `LEVADA_BENCH_SECONDS` how long each measurement takes (default 3).

#![allow(clippy::print_stdout, reason = "a bench prints what it measures")]

mod bare;
mod engine;
mod peers;
mod priority;
mod report;
mod sections;

use std::path::{Path, PathBuf};
use std::time::Duration;

use engine::{Load, Reached, ring_only};
use report::{heading, mib};

struct Bench {
    dir: PathBuf,
    time: Duration,
    in_flight: Vec<u64>,
}

type Section = (&'static str, fn(&Bench));

const IN_FLIGHT: [u64; 5] = [1, 10, 100, 1_000, 4_000];

fn main() {
    let args = std::env::args().skip(1).filter(|arg| !arg.starts_with('-'));
    let (numbers, wanted): (Vec<String>, Vec<String>) =
        args.partition(|arg| arg.parse::<u64>().is_ok());
    let numbers: Vec<u64> = numbers.iter().filter_map(|number| number.parse().ok()).collect();
    let in_flight = if numbers.is_empty() { IN_FLIGHT.to_vec() } else { numbers };
    let seconds = std::env::var("LEVADA_BENCH_SECONDS").ok().and_then(|text| text.parse().ok());
    let dir =
        std::env::var("LEVADA_BENCH_DIR").unwrap_or_else(|_| env!("CARGO_TARGET_TMPDIR").into());
    let dir = tempfile::Builder::new().prefix("log-bench").tempdir_in(dir).expect("a directory");
    let time = Duration::from_secs_f64(seconds.unwrap_or(3.0));
    let bench = Bench { dir: dir.path().to_path_buf(), time, in_flight };
    let sections: [Section; 8] = [
        ("appends", Bench::appends),
        ("calls", Bench::calls),
        ("tiers", Bench::tiers),
        ("shards", Bench::shards),
        ("reads", Bench::reads),
        ("recovery", Bench::recovery),
        ("memory", Bench::memory),
        ("peers", Bench::peers),
    ];
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("tokio");
    if wanted.iter().any(|word| word == "memory-of-this-process") {
        let _entered = runtime.enter();
        return bench.memory_of_this_process();
    }
    for (name, section) in sections {
        if wanted.is_empty() || wanted.iter().any(|word| word == name) {
            let _entered = runtime.enter();
            section(&bench);
        }
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    tokio::runtime::Handle::current().block_on(future)
}

impl Bench {
    fn fresh(&self, name: &str) -> PathBuf {
        let dir = self.dir.join(name);
        std::fs::create_dir_all(&dir).expect("create a directory");
        dir
    }

    /// Without tier 2: what group commit alone reaches.
    fn appends(&self) {
        heading("appends, tier 2 at rest: engine beside a bare loop of the same batches");
        for record_bytes in [1024, 100] {
            self.table(record_bytes, ring_only);
        }
    }

    /// As PutRecords appends: many records in one append.
    fn calls(&self) {
        heading("appends of 100 records of 1 KiB each, tier 2 at rest");
        line_heading();
        let bare = bare::prepare(&self.dir);
        for in_flight in [1, 10, 40] {
            let (record_bytes, shards) = (1024, 1_000);
            let load = Load { record_bytes, in_flight, shards, time: self.time, records: 100 };
            self.measure(load, &bare, ring_only);
        }
    }

    /// With the defaults, tier 2 takes over everything while it is appended.
    fn tiers(&self) {
        heading("appends with tier 2 running at the same rate");
        self.table(1024, |options| options);
    }

    fn table(&self, record_bytes: usize, options: fn(levada_log::Options) -> levada_log::Options) {
        println!("records of {record_bytes} bytes");
        line_heading();
        let bare = bare::prepare(&self.dir);
        for &in_flight in &self.in_flight {
            let load = Load { record_bytes, in_flight, shards: 1_000, time: self.time, records: 1 };
            self.measure(load, &bare, options);
        }
    }

    fn shards(&self) {
        heading("1,000 appends of 1 KiB in flight to so many shards, tier 2 running");
        line_heading();
        let bare = bare::prepare(&self.dir);
        for shards in [1, 1_000, 10_000] {
            let load =
                Load { record_bytes: 1024, in_flight: 1_000, shards, time: self.time, records: 1 };
            print!("{shards:>6} shards: ");
            self.measure(load, &bare, |options| options);
        }
    }

    fn measure(
        &self,
        load: Load,
        bare: &Path,
        options: fn(levada_log::Options) -> levada_log::Options,
    ) {
        let dir = self.fresh("log");
        let opened = engine::open(&dir, options);
        priority::raise_writers();
        block_on(engine::make_shards(&opened.log, load.shards));
        let warm = Load { time: self.time / 5, ..load };
        block_on(engine::append(&opened.log, warm));
        let mut reached = block_on(engine::append(&opened.log, load));
        let direct = opened.direct;
        drop(opened);
        let batch = reached.batch_bytes as u64;
        let mut limit = bare::write_loop(bare, batch, direct, self.time);
        line(load.in_flight, &mut reached, &mut limit);
        std::fs::remove_dir_all(dir).expect("remove the log");
    }
}

fn line_heading() {
    println!(
        "in flight   records/s   batch KiB   MiB/s: engine / bare  ratio   ack ms p50 / p99   \
         sync ms p50 / p99   p99 target   written"
    );
}

fn line(in_flight: u64, reached: &mut Reached, bare: &mut bare::Bare) {
    let sync_p99 = bare.latencies.quantile(0.99);
    let ack_p99 = reached.latencies.quantile(0.99);
    let verdict = if ack_p99 <= 2.0 * sync_p99 + 1.0 { "met" } else { "missed" };
    println!(
        "{in_flight:>9} {:>11.0} {:>11.1} {:>14.0} / {:>5.0}   {:>4.2}   {:>7.2} / {:>6.2}   \
         {:>8.2} / {:>6.2}   {verdict:>10}   {:>6.2}",
        reached.records_per_second,
        reached.batch_bytes / 1024.0,
        mib(reached.ring_bytes_per_second),
        mib(bare.bytes_per_second),
        reached.ring_bytes_per_second / bare.bytes_per_second,
        reached.latencies.quantile(0.5),
        ack_p99,
        bare.latencies.quantile(0.5),
        sync_p99,
        reached.amplification,
    );
}
