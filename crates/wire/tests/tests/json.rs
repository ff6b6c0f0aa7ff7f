//! AWS JSON 1.0 and 1.1.
//! Does not: test CBOR (see `cbor`).

use serde_json::json;

use crate::toy::{Server, json};

const PUT: &str = r#"{"StreamName":"s","PartitionKey":"k","Data":"aGk=","Unknown":[1]}"#;

#[tokio::test]
async fn a_record_goes_in_and_its_receipt_comes_out() {
    let server = Server::open().await;
    let answer = server.send(json("Kinesis_20131202.PutRecord", PUT)).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.json(), json!({"ShardId": "k", "SequenceNumber": "6869"}));
    assert_eq!(answer.header("content-type"), "application/x-amz-json-1.1");
    assert_eq!(answer.header("x-amzn-requestid").len(), 36);
    assert!(!answer.header("x-amz-id-2").is_empty());
    assert!(answer.header("date").ends_with("GMT"));
}

#[tokio::test]
async fn the_same_port_speaks_http2() {
    let server = Server::open().await;
    let answer = server.send_http2(json("Kinesis_20131202.PutRecord", PUT)).await;
    assert_eq!(answer.json(), json!({"ShardId": "k", "SequenceNumber": "6869"}));
    assert!(answer.header("date").ends_with("GMT"));
}

#[tokio::test]
async fn times_are_seconds_and_bytes_are_base64() {
    let server = Server::open().await;
    let body = r#"{"ShardIterator":"i"}"#;
    let answer = server.send(json("Kinesis_20131202.GetRecords", body)).await;
    let record = json!({"Data": "AP9kYXRh", "ApproximateArrivalTimestamp": 1_440_938_160.123});
    assert_eq!(answer.json(), json!({"Records": [record], "MillisBehindLatest": 7}));
}

#[tokio::test]
async fn an_operation_without_output_answers_with_an_empty_body() {
    let server = Server::open().await;
    let body = r#"{"StreamName":"s"}"#;
    let answer = server.send(json("Kinesis_20131202.DeleteStream", body)).await;
    assert_eq!((answer.status.as_u16(), answer.body.len()), (200, 0));
}

#[tokio::test]
async fn what_the_model_forbids_is_refused_in_the_service_s_words() {
    let server = Server::open().await;
    let body = r#"{"StreamName":"a b","PartitionKey":"k"}"#;
    let answer = server.send(json("Kinesis_20131202.PutRecord", body)).await;
    assert_eq!(answer.status, 400);
    assert_eq!(
        answer.json(),
        json!({
            "__type": "ValidationException",
            "message": "2 validation errors detected: Value 'a b' at 'streamName' failed to \
                satisfy constraint: Member must satisfy regular expression pattern: \
                [a-zA-Z0-9_.-]+; Value null at 'data' failed to satisfy constraint: \
                Member must not be null",
        })
    );
}

#[tokio::test]
async fn malformed_bodies_are_serialization_errors() {
    let server = Server::open().await;
    for body in ["{", "[]", "\u{0}", r#"{"StreamName":1}"#, r#"{"Data":"***"}"#, "{}{}"] {
        let answer = server.send(json("Kinesis_20131202.PutRecord", body)).await;
        assert_eq!(answer.status, 400, "{body}");
        assert_eq!(answer.json()["__type"], "SerializationException", "{body}");
    }
}

#[tokio::test]
async fn unknown_operations_and_targets_are_named() {
    let server = Server::open().await;
    for target in ["Kinesis_20131202.Fly", "Other_1.PutRecord", "PutRecord", ".", ""] {
        let answer = server.send(json(target, "{}")).await;
        assert_eq!(answer.status, 400, "{target}");
        assert_eq!(answer.json()["__type"], "UnknownOperationException", "{target}");
    }
}

#[tokio::test]
async fn a_broken_operation_is_an_internal_failure_and_the_server_goes_on() {
    let server = Server::open().await;
    let answer = server.send(json("Kinesis_20131202.ListStreams", "{}")).await;
    assert_eq!(answer.status, 500);
    assert_eq!(answer.json()["__type"], "InternalFailure");
    assert_eq!(server.send(json("Kinesis_20131202.PutRecord", PUT)).await.status, 200);
}

#[tokio::test]
async fn dynamodb_names_errors_with_their_origin_and_sums_its_answers() {
    let server = Server::open().await;
    let send = async |body: &'static str| {
        let mut request = json("DynamoDB_20120810.GetItem", body);
        let kind = "application/x-amz-json-1.0".parse().unwrap();
        request.headers_mut().insert("content-type", kind);
        server.send(request).await
    };
    let answer = send(r#"{"TableName":"table","Key":{}}"#).await;
    assert_eq!((answer.status.as_u16(), answer.text()), (200, "{}"));
    assert_eq!(answer.header("content-type"), "application/x-amz-json-1.0");
    assert_eq!(answer.header("x-amz-crc32"), "2745614147");
    assert_eq!(answer.header("x-amz-id-2"), "");
    let gone = send(r#"{"TableName":"gone","Key":{}}"#).await;
    let name = "com.amazonaws.dynamodb.v20120810#ResourceNotFoundException";
    assert_eq!(gone.json()["__type"], name);
    let invalid = send(r#"{"TableName":"gone"}"#).await;
    assert_eq!(invalid.json()["__type"], "com.amazon.coral.validate#ValidationException");
    let malformed = send("{").await;
    assert_eq!(malformed.json()["__type"], "com.amazon.coral.service#SerializationException");
}
