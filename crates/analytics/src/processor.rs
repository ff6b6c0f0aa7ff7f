//! The function that sees every record before it is decoded: its contract, and its retries.
//! Does not: give up. A batch that the function refuses holds the application back.

use std::collections::HashMap;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use levada_env::Env;
use levada_types::{Arn, FlowError, FunctionInvoker};
use serde::Deserialize;
use serde_json::{Value as Json, json};

use crate::figures::Live;
use crate::incoming::Incoming;
use crate::limits::{INVOKE_BYTES, INVOKE_RECORD_COUNT, RETRY_PAUSE, RETRY_PAUSE_MAX};

pub struct Processor {
    pub invoker: Arc<dyn FunctionInvoker>,
    pub function: Arn,
    pub application: Arn,
    pub source: Arn,
}

/// A record after the function has seen it.
#[derive(Clone, Debug, PartialEq)]
pub enum Processed {
    /// To be decoded; its data is what the function made of it.
    Record(Incoming),
    /// The function could not process it; its data is the record's own.
    Failed(Incoming),
}

#[derive(Deserialize)]
struct Answer {
    records: Vec<AnswerRecord>,
}

#[derive(Deserialize)]
struct AnswerRecord {
    #[serde(rename = "recordId")]
    id: String,
    result: Outcome,
    data: Option<String>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
enum Outcome {
    Ok,
    Dropped,
    ProcessingFailed,
}

/// Why an answer was not taken.
#[derive(Debug, thiserror::Error)]
pub enum Refusal {
    #[error(transparent)]
    Flow(#[from] FlowError),
    #[error("the function failed: {0}")]
    Failed(String),
    #[error("the function's answer is no object with records, recordId and result: {0}")]
    Malformed(String),
    #[error("the function answered {found} of {expected} records")]
    Missing { found: usize, expected: usize },
    #[error("the data of record {0} is missing or no base64")]
    Data(String),
}

impl Processor {
    /// Every record in its order, without those that the function dropped. Returns when the
    /// function has answered for all of them.
    pub async fn process(
        &self,
        mut records: Vec<Incoming>,
        env: &Env,
        live: &Live,
    ) -> Vec<Processed> {
        let mut processed = Vec::with_capacity(records.len());
        while !records.is_empty() {
            let rest = records.split_off(batch_count(&records));
            let mut pause = RETRY_PAUSE;
            loop {
                match self.batch(&records, env).await {
                    Ok(batch) => {
                        processed.extend(batch);
                        break;
                    }
                    Err(refusal) => {
                        let function = self.function.to_string();
                        tracing::warn!(function, %refusal, "processing is held up; trying again");
                        live.processor_held_up(Some(refusal.to_string()));
                        env.clock.sleep(pause).await;
                        pause = (pause * 2).min(RETRY_PAUSE_MAX);
                    }
                }
            }
            live.processor_held_up(None);
            records = rest;
        }
        processed
    }

    async fn batch(&self, records: &[Incoming], env: &Env) -> Result<Vec<Processed>, Refusal> {
        let event = self.event(records, &env.random.uuid());
        let answer = call(self.invoker.as_ref(), &self.function, &event).await?;
        let answer: Answer =
            serde_json::from_slice(&answer).map_err(|e| Refusal::Malformed(e.to_string()))?;
        let by_id: HashMap<&str, &AnswerRecord> =
            answer.records.iter().map(|record| (record.id.as_str(), record)).collect();
        let mut processed = Vec::with_capacity(records.len());
        for (place, record) in records.iter().enumerate() {
            let id = record_id(place);
            let answered = by_id
                .get(id.as_str())
                .ok_or(Refusal::Missing { found: by_id.len(), expected: records.len() })?;
            match answered.result {
                Outcome::Dropped => {}
                Outcome::ProcessingFailed => processed.push(Processed::Failed(record.clone())),
                Outcome::Ok => {
                    let data = answered.data.as_ref().and_then(|text| STANDARD.decode(text).ok());
                    let data = Bytes::from(data.ok_or(Refusal::Data(id))?);
                    processed.push(Processed::Record(Incoming { data, ..record.clone() }));
                }
            }
        }
        Ok(processed)
    }

    fn event(&self, records: &[Incoming], invocation: &str) -> Json {
        let is_stream = self.source.service == "kinesis";
        let records = records.iter().enumerate().map(|(place, record)| {
            let mut shape = json!({
                "recordId": record_id(place),
                "data": STANDARD.encode(&record.data),
            });
            let arrived = record.arrived.as_millis();
            if is_stream {
                shape["kinesisStreamRecordMetadata"] = json!({
                    "sequenceNumber": record.sequence_number,
                    "partitionKey": record.partition_key,
                    "shardId": record.shard.to_string(),
                    "approximateArrivalTimestamp": arrived,
                });
            } else {
                shape["kinesisFirehoseRecordMetadata"] =
                    json!({ "approximateArrivalTimestamp": arrived });
            }
            shape
        });
        let records: Vec<Json> = records.collect();
        json!({
            "invocationId": invocation,
            "applicationArn": self.application.to_string(),
            "streamArn": self.source.to_string(),
            "records": records,
        })
    }
}

/// Ids need to be unique within one call only.
fn record_id(place: usize) -> String {
    format!("{place:020}")
}

/// How many of the first records go into one call; at least one.
fn batch_count(records: &[Incoming]) -> usize {
    let mut bytes = 0;
    let fits = |record: &&Incoming| {
        bytes += record.data.len();
        bytes <= INVOKE_BYTES
    };
    records.iter().take(INVOKE_RECORD_COUNT).take_while(fits).count().max(1)
}

/// One call; a failure of the function is a refusal.
pub async fn call(
    invoker: &dyn FunctionInvoker,
    function: &Arn,
    event: &Json,
) -> Result<Bytes, Refusal> {
    let answer = invoker.invoke(function, event.to_string().into()).await?;
    match answer.function_error {
        None => Ok(answer.payload),
        Some(kind) => {
            let payload = String::from_utf8_lossy(&answer.payload);
            Err(Refusal::Failed(format!(
                "{kind}: {}",
                payload.chars().take(256).collect::<String>()
            )))
        }
    }
}
