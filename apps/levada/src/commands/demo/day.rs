//! The day from morning to night: start, create, run, drain, compare, report.
//! Does not: know how any of these is done.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use indicatif::{ProgressBar, ProgressStyle};
use levada_client::{Client, Endpoint};
use levada_env::{Clock, Env, ScaledClock};
use levada_server::ClockSettings;
use levada_types::Timestamp;
use serde_json::{Value, json};
use tokio::process::Child;
use tokio::sync::Mutex;

use super::check::Findings;
use super::cloud::Cloud;
use super::freshness::Freshness;
use super::inbox::{Inbox, Say};
use super::nightly::Truth;
use super::process::{Plan, stop};
use super::world::{SLOT_MS, THRESHOLDS_CSV, Thresholds, World};
use super::{Arguments, chaos, check, freshness, nightly, python, report, simulator, warehouse};

/// Tuesday, 31 March 2026, 05:00 UTC: the day that follows crosses into a new month.
const MORNING: Timestamp = Timestamp(1_774_933_200_000);
const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// Traffic goes on for two slots after the day, so that its last windows end.
const TAIL_MS: i64 = 2 * SLOT_MS;
/// How long the pipeline may stand still, in real time, before what the day put in counts as
/// lost; a slow machine only takes longer.
const STANDSTILL: Duration = Duration::from_secs(60);
const DRAIN_MAX: Duration = Duration::from_secs(900);
const TOPICS: u64 = 2;
const CONFIRMATION_LOOKS: u32 = 300;
const AGENT_JSON: &str = include_str!("../../../../../examples/abc-tolls/agent.json");
const WAREHOUSE_SQL: &str = include_str!("../../../../../examples/abc-tolls/warehouse.sql");

/// A day that is over, its server still running.
pub struct Lived {
    company: Company,
    failed: bool,
}

struct Company {
    plan: Plan,
    cloud: Cloud,
    clock: Arc<dyn Clock>,
    inbox: Inbox,
    server: Arc<Mutex<Option<Child>>>,
    bar: ProgressBar,
    say: Say,
    thresholds: Thresholds,
}

pub async fn run(arguments: &Arguments, env: &Env) -> Result<Lived> {
    let company = open(arguments, env).await?;
    let started = Instant::now();
    let (world, freshness, kills) = company.live(arguments).await?;
    let truth =
        nightly::run(&company.plan.dir.join("logs"), &world.customers, &company.thresholds)?;
    let findings = company.drain(&truth, arguments).await?;
    company.bar.finish_and_clear();
    company.tell(&truth, &findings, &freshness, kills, started.elapsed());
    let failed = arguments.check && !findings.differences.is_empty();
    Ok(Lived { company, failed })
}

impl Lived {
    pub async fn serve_on(&self, env: &Env) {
        let Plan { warehouse_port, .. } = self.company.plan;
        let url = self.company.plan.url();
        eprintln!("serving on at {url} until interrupted; look around with");
        eprintln!(
            "  export AWS_ENDPOINT_URL={url} AWS_REGION=us-east-1 AWS_DEFAULT_REGION=us-east-1"
        );
        eprintln!("  export AWS_ACCESS_KEY_ID=test AWS_SECRET_ACCESS_KEY=test");
        eprintln!("  psql -h 127.0.0.1 -p {warehouse_port} -U levada levada");
        env.shutdown.begun().await;
    }

    /// Stops the server; the demo's exit code.
    pub async fn close(self) -> Result<ExitCode> {
        if let Some(server) = self.company.server.lock().await.take() {
            stop(server).await?;
        }
        Ok(if self.failed { ExitCode::FAILURE } else { ExitCode::SUCCESS })
    }
}

fn fresh_dir(wanted: Option<&Path>) -> Result<PathBuf> {
    let dir = wanted.unwrap_or(Path::new("levada-data/demo"));
    // Only a folder that an earlier demo made is emptied.
    let mark = dir.join("made-by-levada-demo");
    if dir.exists() {
        let empty = std::fs::read_dir(dir)?.next().is_none();
        if !mark.exists() && !empty {
            bail!("{} is not empty and not from an earlier demo", dir.display());
        }
        std::fs::remove_dir_all(dir).with_context(|| format!("cannot empty {}", dir.display()))?;
    }
    std::fs::create_dir_all(dir.join("logs"))?;
    std::fs::write(mark, "this folder is emptied by the next demo\n")?;
    Ok(dir.canonicalize()?)
}

/// The usual port when it is free, else any.
fn port(usual: u16) -> Result<u16> {
    let listener =
        TcpListener::bind(("127.0.0.1", usual)).or_else(|_| TcpListener::bind("127.0.0.1:0"))?;
    Ok(listener.local_addr()?.port())
}

/// Configuration of the example, with this demo's paths.
fn agent_config(dir: &Path) -> Result<PathBuf> {
    let mut config: Value = serde_json::from_str(AGENT_JSON)?;
    config["checkpointFile"] = json!(dir.join("agent-checkpoints"));
    config["flows"][0]["filePattern"] = json!(dir.join("logs/toll.log*"));
    let path = dir.join("agent.json");
    std::fs::write(&path, serde_json::to_string_pretty(&config)?)?;
    Ok(path)
}

async fn open(arguments: &Arguments, env: &Env) -> Result<Company> {
    let dir = fresh_dir(arguments.dir.as_deref())?;
    let python = python::with_boto3(&dir)?;
    let factor = (DAY_MS / 1000) as f64 / arguments.day_seconds as f64;
    let clock = ClockSettings {
        factor,
        origin_real_ms: env.clock.now().as_millis(),
        origin_ms: MORNING.as_millis(),
    };
    let plan = Plan { port: port(4566)?, warehouse_port: port(5439)?, clock, python, dir };
    let clock: Arc<dyn Clock> = Arc::new(ScaledClock::new(
        Timestamp(plan.clock.origin_real_ms),
        Timestamp(plan.clock.origin_ms),
        factor,
    ));
    let bar = ProgressBar::new(100).with_style(
        ProgressStyle::with_template("{msg} {bar:40} {percent}%").context("progress style")?,
    );
    let say: Say = {
        let bar = bar.clone();
        Arc::new(
            move |line: String| {
                if bar.is_hidden() { eprintln!("{line}") } else { bar.println(line) }
            },
        )
    };
    say(format!(
        "levada demo: one day of ABC Tolls in {} s, data in {}",
        arguments.day_seconds,
        plan.dir.display()
    ));
    let server = plan.start_server().await?;
    let inbox = Inbox::open(Arc::clone(&clock), Arc::clone(&say)).await?;
    let mut client_env = env.clone();
    client_env.clock = Arc::clone(&clock);
    let cloud = Cloud::new(Client::new(Endpoint::local(&plan.url()), client_env));
    Ok(Company {
        plan,
        cloud,
        clock,
        inbox,
        server: Arc::new(Mutex::new(Some(server))),
        bar,
        say,
        thresholds: Thresholds::parse(THRESHOLDS_CSV)?,
    })
}

impl Company {
    /// Creates everything and lives the day; the world, report ages, number of kills.
    async fn live(&self, arguments: &Arguments) -> Result<(World, Freshness, u64)> {
        // Limits and passages come from the seed, so a preview of the world has the customers.
        let preview = World::new(arguments.seed, &self.thresholds, MORNING, MORNING);
        warehouse::query(self.plan.warehouse_port, WAREHOUSE_SQL).await?;
        self.cloud.create(&self.plan, &preview.customers, self.inbox.address).await?;
        self.await_confirmations().await?;
        let agent = self.plan.start_agent(&agent_config(&self.plan.dir)?)?;
        (self.say)("everything is created; the day begins".into());

        let now = self.clock.now().as_millis() + SLOT_MS / 6;
        let start = Timestamp((now.div_euclid(SLOT_MS) + 1) * SLOT_MS);
        let end = Timestamp(start.as_millis() + DAY_MS);
        let tail_end = Timestamp(end.as_millis() + TAIL_MS);
        let mut world = World::new(arguments.seed, &self.thresholds, start, tail_end);
        let passages = Arc::new(std::mem::take(&mut world.passages));
        (self.say)(world.faults.to_string());
        let written = Arc::new(AtomicU64::new(0));
        let simulator = tokio::spawn(simulator::run(
            Arc::clone(&passages),
            self.plan.dir.join("logs"),
            Arc::clone(&self.clock),
            Arc::clone(&written),
        ));
        let ages = Arc::new(std::sync::Mutex::new(Freshness::default()));
        let watch = tokio::spawn(freshness::watch(
            self.plan.warehouse_port,
            Arc::clone(&self.clock),
            start,
            end,
            Arc::clone(&ages),
        ));
        let killer = arguments.chaos.then(|| {
            tokio::spawn(chaos::run(
                self.plan.clone(),
                Arc::clone(&self.server),
                Arc::clone(&self.clock),
                (start, end),
                arguments.seed,
                Arc::clone(&self.say),
            ))
        });
        self.show_progress(start, tail_end, &written).await;
        simulator.await??;
        watch.await?;
        let kills = match killer {
            Some(killer) => killer.await??,
            None => 0,
        };
        self.let_agent_finish(agent).await?;
        let ages =
            std::mem::take(&mut *ages.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        Ok((world, ages, kills))
    }

    /// Topics deliver only to subscribers that have confirmed.
    async fn await_confirmations(&self) -> Result<()> {
        for _ in 0..CONFIRMATION_LOOKS {
            let confirmed = self.inbox.shown.lock().map_or(0, |shown| shown.confirmed);
            if confirmed == TOPICS {
                return Ok(());
            }
            tokio::time::sleep(super::LOOK_AGAIN).await;
        }
        bail!("the topics did not ask for confirmation of their subscriptions")
    }

    async fn show_progress(&self, start: Timestamp, end: Timestamp, written: &AtomicU64) {
        let span = end.since(start).as_secs().max(1);
        while self.clock.now() < end {
            let now = self.clock.now();
            self.bar.set_position(now.since(start).as_secs() * 100 / span);
            let time: String = simulator::iso(now).chars().take(16).collect();
            self.bar.set_message(format!("{time}  {} passages", written.load(Ordering::Relaxed)));
            tokio::time::sleep(super::LOOK_AGAIN).await;
        }
    }

    /// The agent sends what it holds when it is asked to stop; first it must have read it all.
    async fn let_agent_finish(&self, agent: Child) -> Result<()> {
        self.clock.sleep(Duration::from_secs(60)).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        stop(agent).await
    }

    /// Compares again and again until nothing differs, or nothing has changed for a while.
    async fn drain(&self, truth: &Truth, arguments: &Arguments) -> Result<Findings> {
        let began = Instant::now();
        let (mut changed, mut last) = (began, Vec::new());
        self.bar.set_message("waiting for the last records");
        loop {
            let port = self.plan.warehouse_port;
            let compared =
                check::run(&self.cloud, port, truth, &self.inbox.shown, arguments.chaos).await;
            if let Ok(findings) = &compared
                && findings.differences != last
            {
                (changed, last) = (Instant::now(), findings.differences.clone());
            }
            let over = changed.elapsed() > STANDSTILL || began.elapsed() > DRAIN_MAX;
            match compared {
                Ok(findings) if findings.differences.is_empty() || over => return Ok(findings),
                Err(error) if over => return Err(error),
                _ => tokio::time::sleep(Duration::from_secs(1)).await,
            }
        }
    }

    #[expect(clippy::print_stdout, reason = "the report is this command's output")]
    fn tell(
        &self,
        truth: &Truth,
        findings: &Findings,
        freshness: &Freshness,
        kills: u64,
        elapsed: Duration,
    ) {
        let shown = self.inbox.shown.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        println!("{}", report::table(truth, &shown, freshness));
        println!(
            "{} transactions, {} customer months, {} breaches, {} station alerts; \
             {} objects in the archive; the day took {:.0} s",
            truth.transactions.len(),
            truth.months.len(),
            truth.breaches().len(),
            truth.alerts.len(),
            findings.archive_objects,
            elapsed.as_secs_f64()
        );
        println!(
            "server killed {kills} times; {} records repeated in raw objects, {} notifications \
             delivered again",
            findings.archive_duplicates, shown.redeliveries
        );
        if findings.differences.is_empty() {
            println!("check: the pipeline and the nightly job agree on everything");
        } else {
            for difference in &findings.differences {
                println!("check: {difference}");
            }
            println!("check: FAILED; logs are in {}", self.plan.dir.display());
        }
    }
}
