//! The service: applications by name, and the runners of those that run.
//! Does not: speak the wire protocol; see `ops`.
//!
//! Lock order: an application's slot, then the control store. `slots` is never held across an
//! await.

use std::collections::HashMap;
use std::sync::Arc;

use levada_blob::BlobStore;
use levada_env::Env;
use levada_meta::{MetaStore, Stored};
use levada_types::{FunctionInvoker, Identity, RecordSink, RecordSource, StartAt, Timestamp};
use parking_lot::Mutex;
use tokio::sync::{Mutex as Slot, OwnedMutexGuard, watch};
use tokio::task::JoinHandle;

use crate::application::{Application, StartPosition, Status};
use crate::code;
use crate::config::NewApplication;
use crate::error::Error;
use crate::figures::{Figures, Live};
use crate::limits::{APPLICATION_COUNT_MAX, SETTLE_TIME};
use crate::reference;
use crate::run_settings::RunSettings;
use crate::runner::{Runner, Wish};
use crate::start;
use crate::store::Store;

/// Everything outside that applications touch.
#[derive(Clone)]
pub struct Seams {
    /// Streams and delivery streams alike, told apart by their ARN.
    pub source: Arc<dyn RecordSource>,
    /// The same, for outputs.
    pub sink: Arc<dyn RecordSink>,
    /// Functions that process inputs and take outputs.
    pub invoker: Arc<dyn FunctionInvoker>,
    /// Where reference objects lie.
    pub blobs: Arc<dyn BlobStore>,
    pub meta: Arc<dyn MetaStore>,
}

pub struct Analytics {
    pub(crate) identity: Identity,
    pub(crate) env: Env,
    pub(crate) seams: Seams,
    pub(crate) store: Store,
    slots: Mutex<HashMap<String, Arc<Slot<Option<Running>>>>>,
}

pub(crate) struct Running {
    pub(crate) wish: watch::Sender<Wish>,
    pub(crate) task: JoinHandle<()>,
    live: Live,
}

pub(crate) type Held = OwnedMutexGuard<Option<Running>>;

impl Analytics {
    /// Reads the stored applications and runs on what was running, to the exact row.
    pub async fn open(seams: Seams, identity: Identity, env: Env) -> Result<Arc<Self>, Error> {
        let store = Store::new(Arc::clone(&seams.meta));
        let service =
            Arc::new(Self { identity, env, seams, store, slots: Mutex::new(HashMap::new()) });
        for Stored { version, value: mut application, .. } in service.store.all().await? {
            match application.status {
                Status::Starting | Status::Running | Status::Updating => {
                    let mut held = service.hold(&application.name).await;
                    *held = Some(service.spawn(application));
                }
                Status::Stopping => {
                    application.status = Status::Ready;
                    service.store.update(version, &application).await?;
                }
                Status::Deleting => service.store.delete(&application).await?,
                Status::Ready => {}
            }
        }
        Ok(service)
    }

    /// Waits until no runner of this service is left; call it after shutdown has begun.
    pub async fn finished(&self) {
        let slots: Vec<_> = self.slots.lock().values().map(Arc::clone).collect();
        for slot in slots {
            if let Some(running) = slot.lock().await.as_mut() {
                // A runner that panicked has ended too; its panic is in the log.
                let _ = (&mut running.task).await;
            }
        }
    }

    pub(crate) async fn hold(&self, name: &str) -> Held {
        let slot = Arc::clone(self.slots.lock().entry(name.to_owned()).or_default());
        slot.lock_owned().await
    }

    pub(crate) fn spawn(&self, application: Application) -> Running {
        let (wish, wished) = watch::channel(Wish::Run);
        let live = Live::default();
        let runner = Runner {
            application,
            identity: self.identity.clone(),
            live: live.clone(),
            seams: self.seams.clone(),
            store: self.store.clone(),
            env: self.env.clone(),
            wish: wished,
        };
        Running { wish, task: tokio::spawn(runner.run()), live }
    }

    pub async fn create(&self, new: NewApplication) -> Result<Application, Error> {
        let application = new.build(self.env.clock.now())?;
        code::check(&application)?;
        if self.store.list(None, APPLICATION_COUNT_MAX).await?.len() >= APPLICATION_COUNT_MAX {
            return Err(Error::TooMany(APPLICATION_COUNT_MAX));
        }
        self.store.insert(&application).await?;
        Ok(application)
    }

    pub async fn describe(&self, name: &str) -> Result<Application, Error> {
        Ok(self.store.get(name).await?.value)
    }

    /// Live figures of a running application; `None` when it does not run.
    pub async fn figures(&self, name: &str) -> Result<Option<Figures>, Error> {
        self.store.get(name).await?;
        let held = self.hold(name).await;
        Ok(held.as_ref().map(|running| running.live.look()))
    }

    /// Up to `limit` applications in the order of their names, and whether there are more.
    pub async fn list(
        &self,
        after: Option<&str>,
        limit: usize,
    ) -> Result<(Vec<Application>, bool), Error> {
        let mut found = self.store.list(after, limit + 1).await?;
        let has_more = found.len() > limit;
        found.truncate(limit);
        Ok((found.into_iter().map(|stored| stored.value).collect(), has_more))
    }

    /// When it returns, the position is fixed: what is put into the source afterwards is read.
    pub async fn start(
        &self,
        name: &str,
        positions: Vec<(String, Option<StartPosition>)>,
    ) -> Result<(), Error> {
        self.store.get(name).await?;
        let mut held = self.hold(name).await;
        let Stored { version, value: mut application, .. } = self.store.get(name).await?;
        expect(&application, "started", &[Status::Ready])?;
        for (id, position) in positions {
            let found = application.inputs.iter_mut().find(|input| input.id == id);
            let input = found.ok_or_else(|| {
                Error::InvalidArgument(format!("the application has no input with id {id}"))
            })?;
            input.start = Some(position.unwrap_or(StartPosition::Now));
        }
        let Some(input) = application.inputs.first() else {
            return Err(Error::InvalidConfiguration("the application has no input".to_owned()));
        };
        if application.code.trim().is_empty() {
            return Err(Error::InvalidConfiguration("the application has no code".to_owned()));
        }
        code::compile_whole(&application).map_err(|error| match error {
            Error::Code(_) => Error::InvalidConfiguration(error.to_string()),
            other => other,
        })?;
        code::check_rowtime(&application)?;
        let objects = reference::load(self.seams.blobs.as_ref(), &application).await?;
        let (source, arn) = (self.seams.source.as_ref(), &input.source.arn);
        let replay = RunSettings::of(&application.tags)?.replay_from.map(StartAt::Time);
        let position = input.start.unwrap_or(StartPosition::Now).start_at();
        let checkpoint = match replay.or(position) {
            Some(at) => start::fresh(source, &application, arn, at, &self.env).await?,
            None => {
                let stopped = self.store.checkpoint(name).await?.ok_or_else(|| {
                    Error::InvalidArgument("the application has never been stopped".to_owned())
                })?;
                let is_same = self.store.objects(&application).await? == objects
                    && stopped.header.version == application.version;
                start::resumed(self.seams.sink.as_ref(), &application, stopped, is_same).await?
            }
        };
        application.status = Status::Starting;
        self.store.commit(version, &application, Some(&checkpoint), Some(&objects)).await?;
        *held = Some(self.spawn(application));
        Ok(())
    }

    /// Returns when the state is STOPPING; READY follows when everything made is delivered.
    pub async fn stop(self: &Arc<Self>, name: &str) -> Result<(), Error> {
        self.store.get(name).await?;
        let mut held = self.hold(name).await;
        self.set_status(name, |application| {
            expect(application, "stopped", &[Status::Running, Status::Starting])?;
            application.status = Status::Stopping;
            Ok(())
        })
        .await?;
        let (service, name) = (Arc::clone(self), name.to_owned());
        tokio::spawn(async move {
            if let Some(running) = held.take()
                && let Err(running) = service.settle(running).await
            {
                running.task.abort();
                let _ = running.task.await;
            }
            let ready = service.set_status(&name, |application| {
                application.status = Status::Ready;
                Ok(())
            });
            if let Err(error) = ready.await {
                tracing::error!(application = name, %error, "a stopped state is not stored");
            }
        });
        Ok(())
    }

    pub(crate) async fn set_status(
        &self,
        name: &str,
        change: impl Fn(&mut Application) -> Result<(), Error>,
    ) -> Result<(), Error> {
        loop {
            let Stored { version, value: mut application, .. } = self.store.get(name).await?;
            change(&mut application)?;
            match self.store.update(version, &application).await {
                // The runner has just marked it as running.
                Err(Error::Changed(_)) => {}
                outcome => return outcome,
            }
        }
    }

    /// Gives the runner back when it could not deliver in time what it holds.
    pub(crate) async fn settle(&self, mut running: Running) -> Result<(), Running> {
        running.wish.send_replace(Wish::Settle);
        tokio::select! {
            // A runner that panicked has ended too; its panic is in the log.
            _ = &mut running.task => Ok(()),
            () = self.env.machine_clock.sleep(SETTLE_TIME) => Err(running),
        }
    }

    /// Ends a run at once: nothing of it is needed any more.
    pub async fn delete(&self, name: &str, created: Timestamp) -> Result<(), Error> {
        self.store.get(name).await?;
        let mut held = self.hold(name).await;
        let application = self.store.get(name).await?.value;
        if application.created.as_secs() != created.as_secs() {
            return Err(Error::InvalidArgument(format!(
                "CreateTimestamp {} is not the application's, which is {}",
                created.as_secs(),
                application.created.as_secs()
            )));
        }
        self.set_status(name, |application| {
            application.status = Status::Deleting;
            Ok(())
        })
        .await?;
        if let Some(running) = held.take() {
            running.task.abort();
            let _ = running.task.await;
        }
        self.store.delete(&application).await?;
        self.slots.lock().remove(name);
        Ok(())
    }
}

pub(crate) fn expect(
    application: &Application,
    action: &'static str,
    allowed: &[Status],
) -> Result<(), Error> {
    let Application { name, status, .. } = application;
    if allowed.contains(status) {
        return Ok(());
    }
    Err(Error::WrongState { name: name.clone(), action, status: *status })
}
