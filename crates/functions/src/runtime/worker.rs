//! One process of one function: started, given one invocation at a time, killed at its timeout.
//! Does not: choose which process serves an invocation (see `pool`).

use std::process::ExitStatus;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use levada_env::{Clock, Env, Shutdown};
use levada_types::Timestamp;
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::process::Child;
use tokio::sync::{mpsc, oneshot, watch};

use super::api::{self, Exchange, Job, Phase, Reply};
use super::launch::Launcher;
use super::logs::{FunctionLog, ProcessLog, Report};
use super::{Answer, Invocation};
use crate::error::Error;
use crate::function::{Function, Runtime};
use crate::limits;

pub struct Worker {
    function: Arc<Function>,
    machine_clock: Arc<dyn Clock>,
    exchange: Arc<Exchange>,
    jobs: mpsc::Sender<Job>,
    phase: watch::Receiver<Phase>,
    /// How the process ended, once it has.
    exit: watch::Receiver<Option<String>>,
    kill: Shutdown,
    shutdown: Shutdown,
    pid: Option<u32>,
    log: Arc<ProcessLog>,
    started: Timestamp,
    init: Option<Duration>,
    /// Its initialisation time has been reported.
    used: bool,
}

/// How an invocation on one process came out.
pub enum Served {
    Answered(Answer),
    /// The process was gone before it took the invocation: another one may be tried.
    NotTaken,
    /// The server is stopping and has killed the process: the function has not failed.
    Stopped,
}

enum Ending {
    Replied(Reply),
    Exited(String),
    TimedOut,
}

impl Worker {
    /// Starts the process. It is usable at once; `serve` waits for its initialisation.
    pub async fn start(
        launcher: &Launcher,
        function: Arc<Function>,
        file: Arc<FunctionLog>,
        env: &Env,
    ) -> Result<Self, Error> {
        let (jobs, taken) = mpsc::channel(1);
        let exchange = Exchange::new(taken);
        let kill = env.shutdown.child();
        let port = api::listen(Arc::clone(&exchange), kill.clone()).await?;
        let started = env.machine_clock.now();
        let launched = match launcher.start(&function, port).await {
            Ok(launched) => launched,
            Err(error) => {
                kill.begin();
                return Err(error);
            }
        };
        let pid = launched.child.id();
        let log = ProcessLog::new(file);
        tokio::spawn(Arc::clone(&log).copy(launched.output));
        let (ended, exit) = watch::channel(None);
        tokio::spawn(watch_process(launched.child, pid, kill.clone(), ended));
        Ok(Self {
            function,
            machine_clock: Arc::clone(&env.machine_clock),
            phase: exchange.phase(),
            exchange,
            jobs,
            exit,
            kill,
            shutdown: env.shutdown.clone(),
            pid,
            log,
            started,
            init: None,
            used: false,
        })
    }

    pub fn is_alive(&self) -> bool {
        self.exit.borrow().is_none() && !self.kill.has_begun()
    }

    /// Gives the process one invocation and waits for its end, at most the function's timeout.
    pub async fn serve(&mut self, invocation: Invocation) -> Served {
        let id = invocation.request_id.clone();
        self.log.start(&id);
        if let Err(failure) = self.wait_for_init(&id).await {
            if self.shutdown.has_begun() {
                return Served::Stopped;
            }
            self.kill.begin();
            return Served::Answered(self.finish(&id, Duration::ZERO, failure, true));
        }
        let begin = self.machine_clock.now();
        let timeout = Duration::from_secs(self.function.timeout_secs.into());
        let deadline = begin.plus(timeout);
        let (reply, replied) = oneshot::channel();
        let job = Job { invocation, deadline_ms: deadline.as_millis(), reply };
        if self.jobs.try_send(job).is_err() {
            return Served::NotTaken;
        }
        let ending = self.wait_for_ending(replied, deadline).await;
        let duration = self.machine_clock.now().since(begin);
        let lost = !matches!(ending, Ending::Replied(_));
        let (payload, failed) = match ending {
            Ending::Replied(reply) => {
                self.settle(&id).await;
                match reply {
                    Reply::Response(payload) => (payload, false),
                    Reply::Error(payload) => (payload, true),
                }
            }
            Ending::Exited(_) if self.shutdown.has_begun() => return Served::Stopped,
            Ending::Exited(_) if !self.exchange.holds(&id) => return Served::NotTaken,
            Ending::Exited(how) => {
                (failure("Runtime.ExitError", &format!("RequestId: {id} Error: {how}")), true)
            }
            Ending::TimedOut => {
                let after = timeout.as_secs_f64();
                let text = format!("Task timed out after {after:.2} seconds");
                self.log.line(&format!("{id} {text}"));
                let message = format!("RequestId: {id} Error: {text}");
                (failure("Sandbox.Timedout", &message), true)
            }
        };
        // A process that missed its deadline or its end is not given more work.
        if lost {
            self.kill.begin();
        }
        Served::Answered(self.finish(&id, duration, payload, failed))
    }

    async fn wait_for_init(&mut self, request_id: &str) -> Result<(), Bytes> {
        let limit = limits::INIT_TIMEOUT;
        let failed = |message: String| {
            failure("Runtime.ExitError", &format!("RequestId: {request_id} Error: {message}"))
        };
        let phase = tokio::select! {
            biased;
            phase = self.phase.wait_for(|phase| *phase != Phase::Starting) => {
                phase.map(|phase| phase.clone()).unwrap_or(Phase::Starting)
            }
            how = exited(&mut self.exit) => return Err(failed(how)),
            () = self.machine_clock.sleep(limit) => {
                let message = format!("the process was not ready after {limit:?}");
                return Err(failure("Sandbox.Timedout", &message));
            }
        };
        match phase {
            Phase::InitFailed(error) => Err(error),
            Phase::Starting | Phase::Ready => {
                let took = self.machine_clock.now().since(self.started);
                self.init.get_or_insert(took);
                Ok(())
            }
        }
    }

    async fn wait_for_ending(
        &mut self,
        mut replied: oneshot::Receiver<Reply>,
        deadline: Timestamp,
    ) -> Ending {
        tokio::select! {
            biased;
            Ok(reply) = &mut replied => Ending::Replied(reply),
            how = exited(&mut self.exit) => match replied.try_recv() {
                Ok(reply) => Ending::Replied(reply),
                Err(_) => Ending::Exited(how),
            },
            () = self.machine_clock.sleep_until(deadline) => Ending::TimedOut,
        }
    }

    async fn settle(&self, request_id: &str) {
        let within = match self.function.runtime {
            Runtime::Python { .. } => limits::LOG_SETTLE,
            Runtime::Provided { .. } => limits::LOG_SETTLE_UNMARKED,
        };
        self.log.settle(request_id, within, &*self.machine_clock).await;
    }

    fn finish(&mut self, id: &str, duration: Duration, payload: Bytes, failed: bool) -> Answer {
        let init = if self.used { None } else { self.init };
        self.used = true;
        let memory_used_mib = self.pid.and_then(memory_peak_mib);
        let memory_mib = self.function.memory_mib;
        self.log.end(id, &Report { duration, init, memory_mib, memory_used_mib });
        Answer {
            payload,
            function_error: failed.then(|| "Unhandled".to_owned()),
            log_tail: self.log.tail(),
        }
    }
}

impl Drop for Worker {
    fn drop(&mut self) {
        self.kill.begin();
    }
}

fn failure(kind: &str, message: &str) -> Bytes {
    let body = serde_json::json!({ "errorType": kind, "errorMessage": message });
    Bytes::from(body.to_string())
}

async fn exited(exit: &mut watch::Receiver<Option<String>>) -> String {
    match exit.wait_for(Option::is_some).await {
        Ok(how) => how.clone().unwrap_or_default(),
        Err(_) => "the server is shutting down".to_owned(),
    }
}

/// Waits for the process's end, or brings it about, with every process it has started.
async fn watch_process(
    mut child: Child,
    pid: Option<u32>,
    kill: Shutdown,
    ended: watch::Sender<Option<String>>,
) {
    // Kept open for as long as the process may run: its end tells the bootstrap to exit.
    let _lifeline = child.stdin.take();
    let status = tokio::select! {
        status = child.wait() => status,
        () = kill.begun() => {
            kill_group(pid);
            child.wait().await
        }
    };
    // Children that the process left behind go with it.
    kill_group(pid);
    kill.begin();
    ended.send_replace(Some(match status {
        Ok(status) => describe(status),
        Err(error) => format!("Runtime exited, and its status is unknown: {error}"),
    }));
}

fn kill_group(pid: Option<u32>) {
    let pid = pid.and_then(|pid| i32::try_from(pid).ok()).and_then(Pid::from_raw);
    if let Some(pid) = pid {
        // It fails only when nobody is left in the group.
        let _ = kill_process_group(pid, Signal::KILL);
    }
}

fn describe(status: ExitStatus) -> String {
    use std::os::unix::process::ExitStatusExt;
    match (status.code(), status.signal()) {
        (Some(0), _) => "Runtime exited without providing a reason".to_owned(),
        (Some(code), _) => format!("Runtime exited with error: exit status {code}"),
        (None, Some(9)) => "Runtime exited with error: signal: killed".to_owned(),
        (None, signal) => format!("Runtime exited with error: signal: {}", signal.unwrap_or(0)),
    }
}

fn memory_peak_mib(pid: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().trim_end_matches(" kB").parse().ok()?;
    Some(kib.div_ceil(1024))
}
