//! One output on its way into its sink: ordinals, batches, retries.
//! Does not: give up. A sink that refuses holds the application back until it takes the rows.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use levada_env::Env;
use levada_types::{Arn, FlowError, OutgoingRecord, ProducerId, RecordSink};

use crate::figures::Live;
use crate::limits::{PUT_BYTES, PUT_RECORD_COUNT, RETRY_PAUSE, RETRY_PAUSE_MAX};

pub struct Outbox {
    pub sink: Arc<dyn RecordSink>,
    pub target: Arn,
    /// The name under which the sink counts.
    pub producer: String,
    /// Ordinal of the next row made.
    pub made: u64,
    /// Rows below this ordinal are in the sink.
    pub stored: u64,
    /// Rows from `made - queue.len()` on.
    queue: Vec<Bytes>,
}

/// Sinks fence lower epochs; a new run has a new name instead.
const EPOCH: u64 = 1;

impl Outbox {
    pub fn new(sink: Arc<dyn RecordSink>, target: Arn, producer: String, made: u64) -> Self {
        Self { sink, target, producer, made, stored: made, queue: Vec::new() }
    }

    /// Asks the sink how far it is: rows computed again after a crash are not sent again.
    pub async fn synchronize(&mut self, env: &Env) {
        let mut pause = RETRY_PAUSE;
        loop {
            match self.sink.producer_next(&self.producer).await {
                Ok(next) => {
                    self.stored = self.stored.max(next);
                    return;
                }
                Err(error) => {
                    pause = self.pause(env, &error, pause).await;
                }
            }
        }
    }

    pub fn push(&mut self, record: Bytes) {
        if self.made >= self.stored {
            self.queue.push(record);
        }
        self.made += 1;
    }

    /// Returns when every row is in the sink.
    pub async fn flush(&mut self, output: &str, env: &Env, live: &Live) {
        let mut pause = RETRY_PAUSE;
        while let Some(batch) = self.batch() {
            let count = batch.len();
            let first = self.made - self.queue.len() as u64;
            let producer = ProducerId { id: self.producer.clone(), epoch: EPOCH, sequence: first };
            match self.sink.put(&self.target, batch, Some(producer)).await {
                Ok(()) => self.drop_below(first + count as u64),
                Err(FlowError::Overlap { next }) if next > first => self.drop_below(next),
                Err(error) => {
                    live.output_held_up(output, Some(error.to_string()));
                    pause = self.pause(env, &error, pause).await;
                    continue;
                }
            }
            if pause > RETRY_PAUSE {
                live.output_held_up(output, None);
            }
            pause = RETRY_PAUSE;
        }
    }

    fn batch(&self) -> Option<Vec<OutgoingRecord>> {
        let first = self.made - self.queue.len() as u64;
        let mut bytes = 0;
        let records =
            self.queue.iter().zip(first..).take(PUT_RECORD_COUNT).map(|(data, ordinal)| {
                // The service takes a random key; this one is as good, and the same on a replay.
                OutgoingRecord { partition_key: ordinal.to_string(), data: data.clone() }
            });
        let fits = |record: &OutgoingRecord| {
            bytes += record.data.len() + record.partition_key.len();
            bytes <= PUT_BYTES
        };
        let batch: Vec<OutgoingRecord> = records.take_while(fits).collect();
        (!batch.is_empty()).then_some(batch)
    }

    fn drop_below(&mut self, ordinal: u64) {
        let first = self.made - self.queue.len() as u64;
        let count = usize::try_from(ordinal.saturating_sub(first)).unwrap_or(usize::MAX);
        self.queue.drain(..count.min(self.queue.len()));
        self.stored = self.stored.max(ordinal);
    }

    async fn pause(&self, env: &Env, error: &FlowError, pause: Duration) -> Duration {
        let target = self.target.to_string();
        tracing::warn!(target, %error, "an output is held up; it will be sent again");
        env.clock.sleep(pause).await;
        (pause * 2).min(RETRY_PAUSE_MAX)
    }
}

#[cfg(test)]
mod tests {
    use async_trait::async_trait;
    use levada_types::{Identity, Timestamp};
    use parking_lot::Mutex;

    use super::*;

    /// Stores like a log, and says "try again" after storing every second time.
    #[derive(Default)]
    struct Forgetful(Mutex<(Vec<Bytes>, u32)>);

    #[async_trait]
    impl RecordSink for Forgetful {
        async fn put(
            &self,
            _: &Arn,
            records: Vec<OutgoingRecord>,
            producer: Option<ProducerId>,
        ) -> Result<(), FlowError> {
            let mut state = self.0.lock();
            let next = state.0.len() as u64;
            if producer.unwrap().sequence < next {
                return Err(FlowError::Overlap { next });
            }
            state.0.extend(records.into_iter().map(|record| record.data));
            state.1 += 1;
            if state.1.is_multiple_of(2) {
                return Err(FlowError::Retry("lost the answer".into()));
            }
            Ok(())
        }

        async fn producer_next(&self, _: &str) -> Result<u64, FlowError> {
            Ok(self.0.lock().0.len() as u64)
        }
    }

    #[tokio::test]
    async fn every_row_is_stored_once_though_answers_are_lost() {
        let (env, clock) = Env::virtual_at(Timestamp(0), 1);
        let sink = Arc::new(Forgetful::default());
        let ticking = tokio::spawn(async move {
            loop {
                clock.advance(Duration::from_secs(1));
                tokio::task::yield_now().await;
            }
        });
        let rows: Vec<Bytes> = (0..2_000_u32).map(|n| n.to_string().into()).collect();
        let open = || {
            let target = Identity::default().stream("s");
            Outbox::new(sink.clone(), target, "p".into(), 0)
        };
        for sent in [700, 2_000] {
            // As after a restart: made again from the beginning.
            let mut outbox = open();
            outbox.synchronize(&env).await;
            rows[..sent].iter().for_each(|row| outbox.push(row.clone()));
            outbox.flush("1.1", &env, &Live::default()).await;
        }
        ticking.abort();
        assert_eq!(sink.0.lock().0, rows);
    }
}
