//! The event document in which a function receives a stream's records, exactly as AWS forms it.
//! Does not: choose the records (see `reader`).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use levada_types::{Arn, ShardId, SourceRecord};
use serde::Serialize;

#[derive(Serialize)]
struct Event<'a> {
    #[serde(rename = "Records")]
    records: Vec<Record<'a>>,
}

#[derive(Serialize)]
struct Record<'a> {
    kinesis: Kinesis<'a>,
    #[serde(rename = "eventSource")]
    source: &'static str,
    #[serde(rename = "eventVersion")]
    version: &'static str,
    #[serde(rename = "eventID")]
    id: String,
    #[serde(rename = "eventName")]
    name: &'static str,
    #[serde(rename = "invokeIdentityArn")]
    role: &'a str,
    #[serde(rename = "awsRegion")]
    region: &'a str,
    #[serde(rename = "eventSourceARN")]
    source_arn: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Kinesis<'a> {
    kinesis_schema_version: &'static str,
    partition_key: &'a str,
    sequence_number: &'a str,
    data: String,
    approximate_arrival_timestamp: f64,
}

/// Bytes of a record in the document beside its data and partition key, generously.
const FRAME_BYTES: usize = 700;

/// An upper bound of a record's part of the document.
pub fn bytes_max(record: &SourceRecord) -> usize {
    // A character of the key can become an escape of six bytes.
    FRAME_BYTES + record.data.len().div_ceil(3) * 4 + record.partition_key.len() * 6
}

pub fn document(source: &Arn, shard: ShardId, role: &str, records: &[SourceRecord]) -> Bytes {
    let records = records
        .iter()
        .map(|record| Record {
            kinesis: Kinesis {
                kinesis_schema_version: "1.0",
                partition_key: &record.partition_key,
                sequence_number: &record.sequence_number,
                data: STANDARD.encode(&record.data),
                approximate_arrival_timestamp: record.arrived.as_secs_f64(),
            },
            source: "aws:kinesis",
            version: "1.0",
            id: format!("{shard}:{}", record.sequence_number),
            name: "aws:kinesis:record",
            role,
            region: &source.region,
            source_arn: source.to_string(),
        })
        .collect();
    let event = Event { records };
    serde_json::to_vec(&event).expect("text and finite numbers always encode").into()
}

#[cfg(test)]
mod tests {
    use levada_types::{Identity, Timestamp};

    use super::*;

    #[test]
    fn a_record_looks_as_it_does_on_aws() {
        let record = SourceRecord {
            index: 7,
            sequence_number: "4959".into(),
            partition_key: "k".into(),
            arrived: Timestamp(1_545_084_650_987),
            data: Bytes::from_static(b"Hello, this is a test."),
        };
        let source = Identity::default().stream("s");
        let document =
            document(&source, ShardId(6), "arn:aws:iam::1:role/r", std::slice::from_ref(&record));
        assert!(document.len() <= bytes_max(&record));
        let expected = serde_json::json!({"Records": [{
            "kinesis": {
                "kinesisSchemaVersion": "1.0",
                "partitionKey": "k",
                "sequenceNumber": "4959",
                "data": "SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==",
                "approximateArrivalTimestamp": 1_545_084_650.987
            },
            "eventSource": "aws:kinesis",
            "eventVersion": "1.0",
            "eventID": "shardId-000000000006:4959",
            "eventName": "aws:kinesis:record",
            "invokeIdentityArn": "arn:aws:iam::1:role/r",
            "awsRegion": "us-east-1",
            "eventSourceARN": "arn:aws:kinesis:us-east-1:000000000000:stream/s"
        }]});
        let document: serde_json::Value = serde_json::from_slice(&document).unwrap();
        assert_eq!(document, expected);
    }
}
