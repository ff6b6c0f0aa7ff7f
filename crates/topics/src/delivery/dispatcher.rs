//! `Dispatcher`: one worker per subscription that has had something to deliver.
//! Does not: know how a protocol delivers (see `attempt`).

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use levada_env::Env;
use levada_meta::{CommitError, Transaction, Write};
use levada_types::{FunctionInvoker, Identity, Timestamp};
use parking_lot::Mutex;
use tokio::sync::Semaphore;

use super::attempt::Courier;
use super::policy::Policy;
use super::queue::{Next, Queue, Waiting};
use super::{Outcome, Pending};
use crate::error::Error;
use crate::limits;
use crate::service::{Options, Store};
use crate::topic::Protocol;

pub struct Dispatcher {
    env: Env,
    store: Store,
    courier: Courier,
    number: AtomicU64,
    queues: Mutex<HashMap<String, Arc<Queue>>>,
    /// Deliveries that still need a message, by its id.
    needed: Mutex<HashMap<String, usize>>,
    running: Semaphore,
}

impl Dispatcher {
    /// Takes up what was pending, and removes rows whose subscription or message is gone.
    pub async fn open(
        options: Options,
        store: Store,
        invoker: Option<Arc<dyn FunctionInvoker>>,
        identity: Identity,
        env: Env,
    ) -> Result<Arc<Self>, Error> {
        let courier = Courier::new(options, store.clone(), invoker, identity, env.clone())?;
        let dispatcher = Arc::new(Self {
            env,
            store,
            courier,
            number: AtomicU64::new(0),
            queues: Mutex::new(HashMap::new()),
            needed: Mutex::new(HashMap::new()),
            running: Semaphore::new(limits::DELIVERIES_RUNNING_MAX),
        });
        dispatcher.resume().await?;
        Ok(dispatcher)
    }

    async fn resume(self: &Arc<Self>) -> Result<(), Error> {
        for row in self.store.pending.all().await? {
            self.accept_one(Waiting { key: row.key, version: row.version, pending: row.value });
        }
        let unneeded: Vec<Write> = {
            let messages = self.store.messages.all().await?;
            let needed = self.needed.lock();
            let unneeded = messages.iter().filter(|row| !needed.contains_key(&row.key));
            unneeded.map(|row| self.store.messages.delete_write(&row.key)).collect()
        };
        if !unneeded.is_empty() {
            let transaction = Transaction { checks: Vec::new(), writes: unneeded };
            self.store.meta.commit(transaction).await?;
        }
        Ok(())
    }

    /// A key for a pending row: a subscription's rows sort by the time they were accepted.
    pub fn next_key(&self, subscription: &str, now: Timestamp) -> String {
        let number = self.number.fetch_add(1, Ordering::Relaxed);
        let random = self.env.random.next_u64();
        format!("{subscription}/{:016}-{number:012}-{random:016x}", now.as_millis())
    }

    /// False when a subscription's queue is full: the message is dropped for it, and reported.
    pub fn has_room(&self, subscription: &str) -> bool {
        let queues = self.queues.lock();
        let full = queues
            .get(subscription)
            .is_some_and(|queue| queue.len() >= limits::PENDING_PER_SUBSCRIPTION_MAX);
        if full {
            tracing::error!(subscription, "too much waits for a subscription: message dropped");
        }
        !full
    }

    /// Takes over rows that were just stored.
    pub fn accept(self: &Arc<Self>, rows: Vec<(String, Pending)>) {
        for (key, pending) in rows {
            self.accept_one(Waiting { key, version: 1, pending });
        }
    }

    fn accept_one(self: &Arc<Self>, waiting: Waiting) {
        if let Some(id) = waiting.pending.message_id() {
            *self.needed.lock().entry(id.to_owned()).or_default() += 1;
        }
        let subscription = waiting.pending.subscription.clone();
        let mut queues = self.queues.lock();
        let queue = queues.entry(subscription).or_insert_with(|| {
            let queue = Arc::new(Queue::new(self.env.shutdown.child()));
            let worker = tokio::spawn(Arc::clone(self).work(Arc::clone(&queue)));
            *queue.worker.lock() = Some(worker);
            queue
        });
        queue.push(waiting);
    }

    /// Ends a removed subscription's worker; its rows are gone already.
    pub async fn forget(&self, subscription: &str) {
        let Some(queue) = self.queues.lock().remove(subscription) else { return };
        queue.stop.begin();
        let worker = queue.worker.lock().take();
        if let Some(worker) = worker
            && worker.await.is_err()
        {
            tracing::error!(subscription, "a delivery worker panicked");
        }
        for waiting in queue.drain() {
            self.done(&waiting).await;
        }
    }

    async fn work(self: Arc<Self>, queue: Arc<Queue>) {
        loop {
            let waiting = match queue.next(self.env.clock.now()) {
                Next::Try(waiting) => waiting,
                Next::SleepUntil(due) => {
                    tokio::select! {
                        () = self.env.clock.sleep_until(due) => {}
                        () = queue.wake.notified() => {}
                        () = queue.stop.begun() => return,
                    }
                    continue;
                }
                Next::Nothing => {
                    tokio::select! {
                        () = queue.wake.notified() => {}
                        () = queue.stop.begun() => return,
                    }
                    continue;
                }
            };
            let tried = tokio::select! {
                biased;
                () = queue.stop.begun() => None,
                tried = self.attempt(&waiting.pending) => Some(tried),
            };
            match tried {
                Some((protocol, outcome)) => {
                    if let Some(again) = self.settle(waiting, protocol, outcome).await {
                        queue.put_back(again);
                    }
                }
                None => {
                    queue.put_back(waiting);
                    return;
                }
            }
        }
    }

    async fn attempt(&self, pending: &Pending) -> (Protocol, Outcome) {
        let Ok(_running) = self.running.acquire().await else {
            return (Protocol::Http, Outcome::Retry("the server is shutting down".into()));
        };
        self.courier.attempt(pending).await
    }

    /// Some delivery when it is to be tried again.
    async fn settle(
        &self,
        mut waiting: Waiting,
        protocol: Protocol,
        outcome: Outcome,
    ) -> Option<Waiting> {
        let subscription = waiting.pending.subscription.clone();
        match outcome {
            Outcome::Delivered | Outcome::Obsolete => self.done(&waiting).await,
            Outcome::Rejected(why) => {
                tracing::warn!(subscription, why, "a notification was rejected and is dropped");
                self.done(&waiting).await;
            }
            Outcome::Retry(why) => {
                waiting.pending.tries += 1;
                let Some(pause) = Policy::of(protocol).pause(waiting.pending.tries) else {
                    tracing::warn!(subscription, why, "a notification is given up after its tries");
                    self.done(&waiting).await;
                    return None;
                };
                tracing::debug!(subscription, why, "a notification will be tried again");
                waiting.pending.due = self.env.clock.now().plus(pause);
                return self.keep(waiting).await;
            }
        }
        None
    }

    /// Stores the next try; `None` when the row is gone with its subscription.
    async fn keep(&self, mut waiting: Waiting) -> Option<Waiting> {
        let Waiting { key, version, pending } = &waiting;
        match self.store.pending.update(key, *version, pending).await {
            Ok(()) => waiting.version += 1,
            Err(CommitError::Conflict(_)) => {
                self.release(&waiting.pending).await;
                return None;
            }
            Err(CommitError::Failed(error)) => {
                // The try is counted in memory; a restart would only try once more.
                tracing::error!(%error, key, "a delivery's next try cannot be stored");
                waiting.pending.due = self.env.clock.now().plus(limits::STORE_RETRY_PAUSE);
            }
        }
        Some(waiting)
    }

    /// Removes the row, and the message with its last delivery.
    async fn done(&self, waiting: &Waiting) {
        let mut writes = vec![self.store.pending.delete_write(&waiting.key)];
        writes.extend(self.unneeded_message(&waiting.pending));
        self.commit(writes).await;
    }

    async fn release(&self, pending: &Pending) {
        if let Some(write) = self.unneeded_message(pending) {
            self.commit(vec![write]).await;
        }
    }

    fn unneeded_message(&self, pending: &Pending) -> Option<Write> {
        let id = pending.message_id()?;
        let mut needed = self.needed.lock();
        let count = needed.get_mut(id)?;
        *count -= 1;
        if *count > 0 {
            return None;
        }
        needed.remove(id);
        Some(self.store.messages.delete_write(id))
    }

    async fn commit(&self, writes: Vec<Write>) {
        let transaction = Transaction { checks: Vec::new(), writes };
        if let Err(error) = self.store.meta.commit(transaction).await {
            tracing::error!(%error, "a finished delivery will come again after a restart");
        }
    }
}
