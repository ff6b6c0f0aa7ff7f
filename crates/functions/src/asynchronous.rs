//! Asynchronous invocations: accepted durably, run soon, tried twice more when they fail.
//! Does not: keep what finally failed; it is logged.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use levada_meta::{MetaStore, Table};
use serde::{Deserialize, Serialize};
use tokio::sync::Semaphore;

use crate::error::Error;
use crate::function::FunctionName;
use crate::limits;
use crate::service::{Functions, check_payload};

/// An accepted invocation. Persisted under its request id in the space `functions.events`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Event {
    function: FunctionName,
    payload_base64: String,
}

pub struct EventQueue {
    table: Table<Event>,
    pending: AtomicUsize,
    running: Semaphore,
}

impl EventQueue {
    pub fn new(meta: Arc<dyn MetaStore>) -> Self {
        Self {
            table: Table::new(meta, "functions.events"),
            pending: AtomicUsize::new(0),
            running: Semaphore::new(limits::EVENTS_RUNNING_MAX),
        }
    }
}

impl Functions {
    /// Durable when it returns. Answers the request id.
    pub async fn invoke_later(
        self: &Arc<Self>,
        name: &FunctionName,
        payload: Bytes,
    ) -> Result<String, Error> {
        let payload = check_payload(payload, limits::EVENT_PAYLOAD_BYTES_MAX)?;
        self.get(name).await?;
        let request_id = self.env.random.uuid();
        let event = Event { function: name.clone(), payload_base64: STANDARD.encode(&payload) };
        if self.events.pending.fetch_add(1, Ordering::Relaxed) >= limits::EVENTS_PENDING_MAX {
            self.events.pending.fetch_sub(1, Ordering::Relaxed);
            return Err(Error::Throttled);
        }
        if let Err(error) = self.events.table.insert(&request_id, &event).await {
            self.events.pending.fetch_sub(1, Ordering::Relaxed);
            return Err(error.into());
        }
        self.spawn_event(request_id.clone(), event);
        Ok(request_id)
    }

    pub(crate) async fn resume_events(self: &Arc<Self>) -> Result<(), Error> {
        for row in self.events.table.all().await? {
            self.events.pending.fetch_add(1, Ordering::Relaxed);
            self.spawn_event(row.key, row.value);
        }
        Ok(())
    }

    fn spawn_event(self: &Arc<Self>, request_id: String, event: Event) {
        let functions = Arc::clone(self);
        tokio::spawn(async move {
            let shutdown = functions.env.shutdown.clone();
            let finished = tokio::select! {
                () = functions.run_event(&request_id, &event) => true,
                () = shutdown.begun() => false,
            };
            if finished && let Err(error) = functions.events.table.delete(&request_id).await {
                tracing::error!(%error, request_id, "finished invocation will run again");
            }
            functions.events.pending.fetch_sub(1, Ordering::Relaxed);
        });
    }

    /// Returns when the event has succeeded or has failed for good. A crash starts it over.
    async fn run_event(&self, request_id: &str, event: &Event) {
        let payload = Bytes::from(STANDARD.decode(&event.payload_base64).unwrap_or_default());
        let mut failures = 0;
        loop {
            let why = match self.try_event(request_id, &event.function, payload.clone()).await {
                Ok(None) => return,
                Ok(Some(why)) => {
                    failures += 1;
                    why
                }
                // The machine's troubles do not count against the event.
                Err(error @ (Error::Throttled | Error::Machine(_) | Error::Meta(_))) => {
                    error.to_string()
                }
                Err(error) => {
                    tracing::warn!(%error, request_id, "asynchronous invocation given up");
                    return;
                }
            };
            if failures > limits::EVENT_RETRIES_MAX {
                let function = &event.function;
                tracing::warn!(%function, request_id, why, "asynchronous invocation given up");
                return;
            }
            let pause = limits::EVENT_RETRY_PAUSE * failures.max(1);
            self.env.clock.sleep(pause).await;
        }
    }

    /// `Some` reason when the function itself failed.
    async fn try_event(
        &self,
        request_id: &str,
        name: &FunctionName,
        payload: Bytes,
    ) -> Result<Option<String>, Error> {
        let _running = self.events.running.acquire().await.map_err(|_| Error::Throttled)?;
        let invoked = self.run(name, request_id.to_owned(), payload).await?;
        let text = || String::from_utf8_lossy(&invoked.payload).into_owned();
        Ok(invoked.function_error.is_some().then(text))
    }
}
