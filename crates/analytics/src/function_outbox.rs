//! Rows on their way into a function: its contract, and its retries.
//! Does not: know what a function has seen before a crash; rows since the last checkpoint come
//! again then, under the same record ids.

use std::collections::HashSet;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use levada_env::Env;
use levada_types::{Arn, FunctionInvoker};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::figures::Live;
use crate::limits::{INVOKE_BYTES, INVOKE_RECORD_COUNT, RETRY_PAUSE, RETRY_PAUSE_MAX};
use crate::processor::{Refusal, call};

pub struct FunctionOutbox {
    pub invoker: Arc<dyn FunctionInvoker>,
    pub function: Arn,
    pub application: Arn,
    /// Begins every record id.
    pub producer: String,
    /// Ordinal of the next row made.
    pub made: u64,
    queue: Vec<Waiting>,
}

struct Waiting {
    ordinal: u64,
    data: Bytes,
    /// Times the function has answered DeliveryFailed for it.
    failures: u32,
}

#[derive(Deserialize)]
struct Answer {
    records: Vec<AnswerRecord>,
}

#[derive(Deserialize)]
struct AnswerRecord {
    #[serde(rename = "recordId")]
    id: String,
    result: String,
}

impl FunctionOutbox {
    pub fn new(
        invoker: Arc<dyn FunctionInvoker>,
        function: Arn,
        application: Arn,
        producer: String,
        made: u64,
    ) -> Self {
        Self { invoker, function, application, producer, made, queue: Vec::new() }
    }

    pub fn push(&mut self, data: Bytes) {
        self.queue.push(Waiting { ordinal: self.made, data, failures: 0 });
        self.made += 1;
    }

    /// Returns when the function has taken every row.
    pub async fn flush(&mut self, output: &str, env: &Env, live: &Live) {
        let mut pause = RETRY_PAUSE;
        while !self.queue.is_empty() {
            let refusal = match self.deliver(&env.random.uuid()).await {
                Ok(0) => {
                    live.output_held_up(output, None);
                    pause = RETRY_PAUSE;
                    continue;
                }
                Ok(failed) => format!("the function answered DeliveryFailed for {failed} records"),
                Err(refusal) => refusal.to_string(),
            };
            let function = self.function.to_string();
            tracing::warn!(function, refusal, "an output is held up; it will be sent again");
            live.output_held_up(output, Some(refusal));
            env.clock.sleep(pause).await;
            pause = (pause * 2).min(RETRY_PAUSE_MAX);
        }
        live.output_held_up(output, None);
    }

    /// One call with the first rows; those that were taken are gone. Returns how many were not.
    async fn deliver(&mut self, invocation: &str) -> Result<usize, Refusal> {
        let count = self.batch_count();
        let batch = self.queue.get(..count).unwrap_or_default();
        let ids: Vec<String> = batch.iter().map(|one| self.record_id(one.ordinal)).collect();
        let records: Vec<Json> = batch
            .iter()
            .zip(&ids)
            .map(|(one, id)| {
                json!({
                    "recordId": id,
                    "lambdaDeliveryRecordMetadata": { "retryHint": one.failures },
                    "data": STANDARD.encode(&one.data),
                })
            })
            .collect();
        let event = json!({
            "invocationId": invocation,
            "applicationArn": self.application.to_string(),
            "records": records,
        });
        let answer = call(self.invoker.as_ref(), &self.function, &event).await?;
        let answer: Answer =
            serde_json::from_slice(&answer).map_err(|e| Refusal::Malformed(e.to_string()))?;
        let taken = answer.records.iter().filter(|record| record.result == "Ok");
        let taken: HashSet<&str> = taken.map(|record| record.id.as_str()).collect();
        let mut place = 0;
        let before = self.queue.len();
        self.queue.retain_mut(|one| {
            let is_taken = ids.get(place).is_some_and(|id| taken.contains(id.as_str()));
            one.failures += u32::from(place < count && !is_taken);
            place += 1;
            !is_taken
        });
        Ok(count - (before - self.queue.len()))
    }

    fn record_id(&self, ordinal: u64) -> String {
        format!("{}/{ordinal:020}", self.producer)
    }

    /// At least one.
    fn batch_count(&self) -> usize {
        let mut bytes = 0;
        let fits = |one: &&Waiting| {
            bytes += one.data.len();
            bytes <= INVOKE_BYTES
        };
        self.queue.iter().take(INVOKE_RECORD_COUNT).take_while(fits).count().max(1)
    }
}
