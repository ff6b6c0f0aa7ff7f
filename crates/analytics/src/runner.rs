//! The run of one application: read, decode, compute, send, remember, wait; and again when it
//! fails.
//! Does not: change the application's configuration; a changed one is run by a new runner.
//!
//! A checkpoint is taken only when every row made so far is in its sink. What happens after it
//! can be lost at any point: the same records give the same rows again, and the sinks' own count
//! tells which of them are stored already.

use std::panic::AssertUnwindSafe;
use std::time::Duration;

use futures::FutureExt;
use levada_env::Env;
use levada_types::Identity;
use tokio::sync::watch;

use crate::application::{Application, Status};
use crate::error::Error;
use crate::figures::{Live, Rate};
use crate::limits::{
    IDLE_PAUSE, IDLE_PAUSE_MACHINE_MAX, RESTART_PAUSE, RESTART_PAUSE_MAX, RETRY_PAUSE,
    RETRY_PAUSE_MAX,
};
use crate::reader::{Delivery, SourceReader};
use crate::reference;
use crate::run::Run;
use crate::service::Seams;
use crate::store::Store;

/// What the service asks of a runner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Run,
    /// Deliver what is held, take a checkpoint, and end.
    Settle,
}

pub struct Runner {
    pub application: Application,
    pub identity: Identity,
    pub seams: Seams,
    pub store: Store,
    pub env: Env,
    pub wish: watch::Receiver<Wish>,
    pub live: Live,
}

/// How a run ended that did not fail.
enum End {
    Settled,
    /// Reference objects have changed and are stored with a checkpoint of this moment.
    Swapped,
}

impl Runner {
    /// Ends when it is asked to settle, or at shutdown. A run that fails or panics is begun again
    /// from its last checkpoint, after a pause.
    pub async fn run(mut self) {
        let shutdown = self.env.shutdown.clone();
        tokio::select! {
            () = self.run_on() => {}
            () = shutdown.begun() => {}
        }
    }

    async fn run_on(&mut self) {
        let mut pause = RESTART_PAUSE;
        loop {
            let begun = self.env.clock.now();
            let why = match AssertUnwindSafe(self.attempt()).catch_unwind().await {
                Ok(Ok(End::Settled)) => return,
                Ok(Ok(End::Swapped)) => continue,
                Ok(Err(error)) => error.to_string(),
                Err(panic) => format!("panicked: {}", panic_text(panic.as_ref())),
            };
            let application = &self.application.name;
            tracing::error!(application, why, "an application failed and will be run again");
            self.live.change(|figures| {
                figures.failures += 1;
                figures.last_failure = Some(why);
            });
            self.mark(Status::Running, Status::Starting).await;
            if self.env.clock.now().since(begun) > RESTART_PAUSE_MAX {
                pause = RESTART_PAUSE;
            }
            tokio::select! {
                () = self.env.clock.sleep(pause) => {}
                () = settle_wished(self.wish.clone()) => return,
            }
            pause = (pause * 2).min(RESTART_PAUSE_MAX);
        }
    }

    async fn attempt(&mut self) -> Result<End, Error> {
        let begun = tokio::select! {
            begun = self.begin_at_last() => begun?,
            () = settle_wished(self.wish.clone()) => return Ok(End::Settled),
        };
        self.mark(Status::Starting, Status::Running).await;
        self.mark(Status::Updating, Status::Running).await;
        self.work(begun).await
    }

    async fn work(&mut self, mut run: Run) -> Result<End, Error> {
        let mut rate = Rate::from(self.env.machine_clock.now());
        let watch = run.settings.reference_watch;
        let mut looked = self.env.clock.now();
        loop {
            let delivery = self.poll(&mut run).await;
            let count = run.step(delivery, &self.env, &self.live).await?;
            let now = self.env.machine_clock.now();
            if let Some(per_second) = rate.count(count, now) {
                self.live.change(|figures| figures.records_per_second = per_second);
                run.show_operators(&self.live);
            }
            run.outputs.flush(&self.env, &self.live).await;
            let is_settling = *self.wish.borrow() == Wish::Settle;
            if is_settling || run.is_checkpoint_due(&self.env) {
                run.store_checkpoint(&self.store, None, &self.env, &self.live).await?;
            }
            if is_settling {
                return Ok(End::Settled);
            }
            if watch.is_some_and(|every| self.env.clock.now().since(looked) >= every) {
                looked = self.env.clock.now();
                if self.swap_references(&mut run).await? {
                    return Ok(End::Swapped);
                }
            }
            self.idle(&run.reader).await;
        }
    }

    /// Whether reference objects have changed; then they are stored together with a checkpoint,
    /// so that the rows after it see the new tables, also when they are computed again.
    async fn swap_references(&self, run: &mut Run) -> Result<bool, Error> {
        let objects = match reference::load(self.seams.blobs.as_ref(), &self.application).await {
            Ok(objects) => objects,
            Err(error) => {
                let application = &self.application.name;
                tracing::warn!(application, %error, "reference data is not looked at");
                return Ok(false);
            }
        };
        if objects == self.store.objects(&self.application).await? {
            return Ok(false);
        }
        run.store_checkpoint(&self.store, Some(&objects), &self.env, &self.live).await?;
        self.live.change(|figures| figures.reference_swaps += 1);
        Ok(true)
    }

    /// Tries again where that can help: the other services may still be opening.
    async fn begin_at_last(&self) -> Result<Run, Error> {
        let mut pause = RETRY_PAUSE;
        loop {
            let begun =
                Run::begin(&self.application, &self.identity, &self.seams, &self.store, &self.env);
            match begun.await {
                Err(error @ (Error::Flow(_) | Error::Meta(_))) => {
                    let application = &self.application.name;
                    tracing::warn!(application, %error, "an application waits to be run");
                    self.env.clock.sleep(pause).await;
                    pause = (pause * 2).min(RETRY_PAUSE_MAX);
                }
                outcome => return outcome,
            }
        }
    }

    /// Stores another state when the application is in this one; only the log hears of a failure.
    async fn mark(&self, from: Status, to: Status) {
        loop {
            let outcome = async {
                let mut stored = self.store.get(&self.application.name).await?;
                if stored.value.status != from {
                    return Ok(());
                }
                stored.value.status = to;
                self.store.update(stored.version, &stored.value).await
            };
            match outcome.await {
                Err(Error::Changed(_)) => {}
                Ok(()) => return,
                Err(error) => {
                    let application = &self.application.name;
                    tracing::error!(application, %error, "an application's state is not stored");
                    return;
                }
            }
        }
    }

    async fn poll(&self, run: &mut Run) -> Delivery {
        let mut pause = RETRY_PAUSE;
        loop {
            let error = match run.reader.poll().await {
                Ok(delivery) => return delivery,
                Err(error) => error,
            };
            let application = &self.application.name;
            tracing::warn!(application, %error, "an input cannot be read; trying again");
            self.env.clock.sleep(pause).await;
            pause = (pause * 2).min(RETRY_PAUSE_MAX);
        }
    }

    /// Until there is something to read, or windows may have to close, or the service wishes.
    async fn idle(&mut self, reader: &SourceReader) {
        // Records of the current millisecond wait for the clock to pass it.
        let waiting = reader.has_waiting();
        let pause = if waiting { Duration::from_millis(1) } else { IDLE_PAUSE };
        tokio::select! {
            () = reader.changed() => {}
            () = self.env.clock.sleep(pause) => {}
            () = self.env.machine_clock.sleep(IDLE_PAUSE_MACHINE_MAX) => {}
            () = settle_wished(self.wish.clone()) => {}
        }
    }
}

/// Returns when the service wishes an end; never, when the service is gone and the process with it.
async fn settle_wished(mut wish: watch::Receiver<Wish>) {
    if wish.wait_for(|wish| *wish == Wish::Settle).await.is_err() {
        std::future::pending::<()>().await;
    }
}

fn panic_text(panic: &(dyn std::any::Any + Send)) -> &str {
    let text = panic.downcast_ref::<&str>().copied();
    text.or_else(|| panic.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message")
}
