//! One flow: files in, batches out, one batch in flight, checkpoint after each acknowledgement.
//!
//! One batch in flight keeps the records in the order of the files, and makes the checkpoint
//! the contiguous acknowledged prefix of each file. The batch carries the flow's identity and
//! record number, so that a batch sent again after a crash is stored once.
//!
//! Does not: know rotation (see `files`) or retries (see `client`).

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use levada_client::{Client, OutgoingBatch, ProducerIdentity, Record};
use levada_env::Env;
use levada_types::Timestamp;
use md5::{Digest, Md5};

use crate::agent::AgentError;
use crate::checkpoint::{Checkpoints, FlowState};
use crate::config::{FlowConfig, PartitionKeyOption};
use crate::files::{Line, LineLimits, Tracker};

/// Even a scaled clock must not turn polling into a busy loop.
const MACHINE_POLL_MIN: Duration = Duration::from_millis(2);

pub struct Flow {
    key: String,
    config: Arc<FlowConfig>,
    client: Client,
    checkpoints: Arc<Checkpoints>,
    env: Env,
    producer_id: String,
    next_sequence: u64,
    tracker: Option<Tracker>,
    buffer: Buffer,
    /// Lines were read since the last checkpoint, though all may have been dropped.
    moved: bool,
}

#[derive(Default)]
struct Buffer {
    records: Vec<Bytes>,
    bytes: usize,
    since: Option<Timestamp>,
    full: bool,
}

impl Flow {
    pub fn new(
        config: FlowConfig,
        client: Client,
        checkpoints: Arc<Checkpoints>,
    ) -> Result<Self, AgentError> {
        let env = client.env().clone();
        let key = format!("{} -> {}", config.file_pattern, config.destination.name());
        let known = checkpoints.get(&key);
        let first_start = known.is_none();
        let state = known.unwrap_or_else(|| FlowState {
            producer_id: format!("agent-{}", env.random.uuid()),
            next_sequence: 0,
            files: Vec::new(),
        });
        let tracker = Tracker::new(
            &config.file_pattern,
            config.initial_position,
            config.skip_header_lines,
            (!first_start).then_some(state.files),
        )
        .map_err(|e| AgentError::Pattern {
            pattern: config.file_pattern.clone(),
            reason: e.to_string(),
        })?;
        Ok(Self {
            key,
            config: Arc::new(config),
            client,
            checkpoints,
            env,
            producer_id: state.producer_id,
            next_sequence: state.next_sequence,
            tracker: Some(tracker),
            buffer: Buffer::default(),
            moved: first_start,
        })
    }

    /// Runs until shutdown, then sends what is buffered, once.
    pub async fn run(mut self) -> Result<(), AgentError> {
        if self.moved {
            // The identity must be remembered before the first record is sent under it.
            if let Some(tracker) = &mut self.tracker {
                tracker.refresh().map_err(|e| AgentError::Files(e.to_string()))?;
            }
            self.checkpoint().await?;
        }
        loop {
            let idle = self.collect().await?;
            let stopping = self.env.shutdown.has_begun();
            let now = self.env.clock.now();
            let old = self.buffer.since.is_some_and(|t| now.since(t) >= self.config.buffer_age_max);
            if self.buffer.full || old || (stopping && !self.buffer.records.is_empty()) {
                self.send().await?;
            } else if idle && self.moved && self.buffer.records.is_empty() {
                self.checkpoint().await?;
            }
            if stopping {
                return Ok(());
            }
            if idle {
                self.rest().await;
            }
        }
    }

    async fn rest(&self) {
        let product = self.env.clock.sleep(self.config.poll_min);
        let machine = self.env.machine_clock.sleep(MACHINE_POLL_MIN);
        tokio::select! {
            () = self.env.shutdown.begun() => {}
            ((), ()) = async { tokio::join!(product, machine) } => {}
        }
    }

    /// Fills the buffer from the files; true when there was nothing new.
    async fn collect(&mut self) -> Result<bool, AgentError> {
        let Some(mut tracker) = self.tracker.take() else { return Ok(true) };
        let config = Arc::clone(&self.config);
        let mut buffer = std::mem::take(&mut self.buffer);
        let now = self.env.clock.now();
        let work = tokio::task::spawn_blocking(move || {
            let before = tracker.states();
            let outcome = fill(&mut tracker, &config, &mut buffer, now);
            let moved = tracker.states() != before;
            (tracker, buffer, moved, outcome)
        });
        let (tracker, buffer, moved, outcome) =
            work.await.map_err(|e| AgentError::Files(e.to_string()))?;
        self.tracker = Some(tracker);
        self.buffer = buffer;
        self.moved |= moved;
        outcome.map_err(|e| AgentError::Files(format!("{}: {e}", self.config.file_pattern)))?;
        Ok(!moved)
    }

    async fn send(&mut self) -> Result<(), AgentError> {
        let buffer = std::mem::take(&mut self.buffer);
        let count = buffer.records.len() as u64;
        let records: Vec<Record> = buffer
            .records
            .into_iter()
            .map(|data| Record { partition_key: self.partition_key(&data), data })
            .collect();
        loop {
            let producer = ProducerIdentity {
                id: self.producer_id.clone(),
                epoch: 0,
                sequence: self.next_sequence,
            };
            let batch = OutgoingBatch { records: records.clone(), producer };
            let FlowConfig { destination, retry_initial, retry_max, .. } = &*self.config;
            match self.client.put_batch(destination, batch, *retry_initial, *retry_max).await {
                Ok(()) => break,
                // Without acknowledgement nothing is checkpointed: the next start sends it again.
                Err(_) if self.env.shutdown.has_begun() => return Ok(()),
                Err(error) if error.code() == "ProducerGapException" => {
                    // The server does not know this flow's past: another server, or an emptied
                    // one. What is unacknowledged goes there under a new identity.
                    tracing::warn!(flow = self.key, %error, "server is new to this flow");
                    self.producer_id = format!("agent-{}", self.env.random.uuid());
                    self.next_sequence = 0;
                }
                Err(error) => {
                    let destination = destination.name();
                    tracing::error!(destination, %error, "batch refused; trying again");
                    self.env.machine_clock.sleep(Duration::from_secs(1)).await;
                }
            }
        }
        self.next_sequence += count;
        self.checkpoint().await
    }

    async fn checkpoint(&mut self) -> Result<(), AgentError> {
        let files = self.tracker.as_ref().map(Tracker::states).unwrap_or_default();
        let state = FlowState {
            producer_id: self.producer_id.clone(),
            next_sequence: self.next_sequence,
            files,
        };
        let (checkpoints, key) = (Arc::clone(&self.checkpoints), self.key.clone());
        tokio::task::spawn_blocking(move || checkpoints.put(&key, state))
            .await
            .map_err(|e| AgentError::Checkpoint(e.to_string()))?
            .map_err(|e| AgentError::Checkpoint(e.to_string()))?;
        self.moved = false;
        Ok(())
    }

    fn partition_key(&self, data: &[u8]) -> String {
        match self.config.partition_key {
            PartitionKeyOption::Deterministic => hex::encode(Md5::digest(data)),
            PartitionKeyOption::Random => {
                let micros = self.env.random.below(1_000_000_000_000);
                format!("{}.{:06}", micros / 1_000_000, micros % 1_000_000)
            }
        }
    }
}

/// Reads lines until the buffer is full or the files are exhausted.
fn fill(
    tracker: &mut Tracker,
    config: &FlowConfig,
    buffer: &mut Buffer,
    now: Timestamp,
) -> std::io::Result<()> {
    tracker.refresh()?;
    let limits = LineLimits {
        record_bytes_max: config.destination.record_bytes_max(),
        truncated_terminator: &config.truncated_terminator,
    };
    tracker.read_lines(&limits, |line| {
        let Some(record) = process(line, config) else { return true };
        let fits = buffer.records.len() < config.buffer_records_max
            && (buffer.records.is_empty()
                || buffer.bytes + record.len() <= config.buffer_bytes_max);
        if fits {
            buffer.bytes += record.len();
            buffer.records.push(record.into());
            buffer.since.get_or_insert(now);
        } else {
            buffer.full = true;
        }
        fits
    })?;
    buffer.full |= buffer.records.len() >= config.buffer_records_max;
    Ok(())
}

/// `None` drops the line. Lines that are not UTF-8 pass unchanged when there is no processor,
/// and with replacement characters otherwise.
fn process(line: Line, config: &FlowConfig) -> Option<Vec<u8>> {
    if config.processors.is_empty() {
        return Some(line);
    }
    let text = String::from_utf8_lossy(&line);
    let mut text = text.trim_end_matches(['\n', '\r']).to_owned();
    for processor in &config.processors {
        text = processor.apply(&text)?;
    }
    text.push('\n');
    Some(text.into_bytes())
}
