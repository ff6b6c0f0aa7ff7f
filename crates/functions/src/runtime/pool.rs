//! Warm processes: a bounded pool per function, one invocation in flight per process.
//! Does not: outlive a function's revision; a changed function gets a new pool.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use levada_env::Env;
use levada_types::Timestamp;
use parking_lot::Mutex;
use tokio::sync::Semaphore;

use super::launch::Launcher;
use super::logs::FunctionLog;
use super::worker::{Served, Worker};
use super::{Answer, Invocation};
use crate::error::Error;
use crate::function::{Function, FunctionName};
use crate::limits;

struct Idle {
    worker: Worker,
    since: Timestamp,
}

struct Pool {
    function: Arc<Function>,
    log: Arc<FunctionLog>,
    /// Most recently used last.
    idle: Mutex<Vec<Idle>>,
    /// No more work: workers that come back are dropped.
    closed: std::sync::atomic::AtomicBool,
    slots: Semaphore,
    waiting: AtomicUsize,
}

/// All functions' processes.
pub struct Pools {
    launcher: Launcher,
    env: Env,
    pools: Mutex<HashMap<FunctionName, Arc<Pool>>>,
}

impl Pools {
    pub fn new(launcher: Launcher, env: Env) -> Arc<Self> {
        let pools = Arc::new(Self { launcher, env, pools: Mutex::new(HashMap::new()) });
        tokio::spawn(reap(Arc::downgrade(&pools), pools.env.clone()));
        pools
    }

    pub fn launcher(&self) -> &Launcher {
        &self.launcher
    }

    /// Serves one invocation on a warm process, or a new one; waits when all are busy.
    pub async fn invoke(
        &self,
        function: &Function,
        invocation: Invocation,
    ) -> Result<Answer, Error> {
        let pool = self.pool_of(function);
        let _waiting = Waiting::enter(&pool.waiting)?;
        let _slot = pool.slots.acquire().await.map_err(|_| Error::Throttled)?;
        while let Some(mut worker) = pool.take_idle() {
            match worker.serve(invocation.clone()).await {
                Served::Answered(answer) => {
                    pool.give_back(worker, &self.env);
                    return Ok(answer);
                }
                Served::NotTaken => {}
                Served::Stopped => return Err(stopping()),
            }
        }
        let log = Arc::clone(&pool.log);
        let function = Arc::clone(&pool.function);
        let mut worker = Worker::start(&self.launcher, function, log, &self.env).await?;
        match worker.serve(invocation).await {
            Served::Answered(answer) => {
                pool.give_back(worker, &self.env);
                Ok(answer)
            }
            Served::NotTaken => Err(Error::Machine("a function's process ended at once".into())),
            Served::Stopped => Err(stopping()),
        }
    }

    fn pool_of(&self, function: &Function) -> Arc<Pool> {
        let mut pools = self.pools.lock();
        if let Some(pool) = pools.get(&function.name)
            && pool.function.revision == function.revision
        {
            return Arc::clone(pool);
        }
        let pool = Arc::new(Pool {
            function: Arc::new(function.clone()),
            log: self.launcher.log_of(function),
            idle: Mutex::new(Vec::new()),
            closed: false.into(),
            slots: Semaphore::new(limits::WORKERS_PER_FUNCTION_MAX),
            waiting: AtomicUsize::new(0),
        });
        if let Some(old) = pools.insert(function.name.clone(), Arc::clone(&pool)) {
            old.close();
        }
        pool
    }

    /// Ends a function's idle processes at once, and the busy ones with their invocation.
    pub fn close(&self, name: &FunctionName) {
        if let Some(pool) = self.pools.lock().remove(name) {
            pool.close();
        }
    }

    fn reap_idle(&self) {
        let oldest = self.env.machine_clock.now().minus(limits::WORKER_IDLE_MAX);
        for pool in self.pools.lock().values() {
            let mut idle = pool.idle.lock();
            idle.retain(|idle| idle.worker.is_alive());
            // The last one is the most recently used, and stays warm.
            let kept = idle.len().saturating_sub(1);
            let expired = idle.iter().take(kept).filter(|idle| idle.since < oldest).count();
            idle.drain(..expired);
        }
    }
}

impl Pool {
    fn take_idle(&self) -> Option<Worker> {
        let mut idle = self.idle.lock();
        while let Some(last) = idle.pop() {
            if last.worker.is_alive() {
                return Some(last.worker);
            }
        }
        None
    }

    fn give_back(&self, worker: Worker, env: &Env) {
        let mut idle = self.idle.lock();
        if worker.is_alive() && !self.closed.load(Ordering::Acquire) {
            idle.push(Idle { worker, since: env.machine_clock.now() });
        }
    }

    fn close(&self) {
        let mut idle = self.idle.lock();
        self.closed.store(true, Ordering::Release);
        idle.clear();
    }
}

fn stopping() -> Error {
    Error::Machine("the server is shutting down".into())
}

/// Counts an invocation that waits or runs, while it lives.
struct Waiting<'a>(&'a AtomicUsize);

impl<'a> Waiting<'a> {
    fn enter(count: &'a AtomicUsize) -> Result<Self, Error> {
        let limit = limits::WORKERS_PER_FUNCTION_MAX + limits::WAITING_PER_FUNCTION_MAX;
        let entered = Self(count);
        if count.fetch_add(1, Ordering::Relaxed) >= limit {
            return Err(Error::Throttled);
        }
        Ok(entered)
    }
}

impl Drop for Waiting<'_> {
    fn drop(&mut self) {
        self.0.fetch_sub(1, Ordering::Relaxed);
    }
}

async fn reap(pools: std::sync::Weak<Pools>, env: Env) {
    loop {
        tokio::select! {
            () = env.machine_clock.sleep(limits::REAP_PERIOD) => {}
            () = env.shutdown.begun() => return,
        }
        let Some(pools) = pools.upgrade() else { return };
        pools.reap_idle();
    }
}
