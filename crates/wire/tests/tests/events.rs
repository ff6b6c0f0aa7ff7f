//! Streams of events, over HTTP/1.1 and HTTP/2.
//! Does not: test Kinesis itself.

use std::sync::atomic::Ordering;
use std::time::Duration;

use bytes::{Bytes, BytesMut};
use http::Request;
use http_body_util::BodyExt as _;
use levada_wire::event_stream::Message;
use serde_json::json;

use crate::toy::{self, Answer, DROPPED, ENDLESS_EVENT_BYTES, PRODUCED, Server, get};

/// `initial-response` and two events, as Python's struct and zlib write them.
const GOLDEN: &str = "0000007200000060ab820d9e0b3a6576656e742d74797065070010696e697469616c2d726573706f6e73650d\
    3a636f6e74656e742d7479706507001a6170706c69636174696f6e2f782d616d7a2d6a736f6e2d312e310d3a\
    6d6573736167652d747970650700056576656e747b7dacae6b7d0000008d00000065118c3e9d0b3a6576656e\
    742d74797065070015537562736372696265546f53686172644576656e740d3a636f6e74656e742d74797065\
    07001a6170706c69636174696f6e2f782d616d7a2d6a736f6e2d312e310d3a6d6573736167652d7479706507\
    00056576656e747b224d696c6c6973426568696e644c6174657374223a377d6f679d990000008d0000006511\
    8c3e9d0b3a6576656e742d74797065070015537562736372696265546f53686172644576656e740d3a636f6e\
    74656e742d7479706507001a6170706c69636174696f6e2f782d616d7a2d6a736f6e2d312e310d3a6d657373\
    6167652d747970650700056576656e747b224d696c6c6973426568696e644c6174657374223a307d20260b5e";

fn subscribe(shard: &str) -> Request<Bytes> {
    let position = json!({"Type": "LATEST"});
    let consumer = "arn:aws:kinesis:us-east-1:000000000000:stream/s/consumer/c:1";
    let body = json!({"ConsumerARN": consumer, "ShardId": shard, "StartingPosition": position});
    toy::json("Kinesis_20131202.SubscribeToShard", body.to_string())
}

fn messages(answer: &Answer) -> Vec<Message> {
    let mut bytes = BytesMut::from(&answer.body[..]);
    let mut messages = Vec::new();
    while let Some(message) = Message::decode(&mut bytes).unwrap() {
        messages.push(message);
    }
    assert!(bytes.is_empty());
    messages
}

#[tokio::test]
async fn events_come_after_the_initial_response_in_the_bytes_that_clients_know() {
    let server = Server::open().await;
    let http1 = server.send(subscribe("two")).await;
    assert_eq!(http1.header("transfer-encoding"), "chunked");
    for answer in [http1, server.send_http2(subscribe("two")).await] {
        assert_eq!(answer.status, 200);
        assert_eq!(answer.header("content-type"), "application/vnd.amazon.eventstream");
        assert_eq!(answer.header("x-amzn-requestid").len(), 36);
        assert_eq!(hex::encode(&answer.body), GOLDEN);
    }
}

#[tokio::test]
async fn a_request_in_cbor_is_answered_with_events_in_cbor() {
    let server = Server::open().await;
    let mut request = subscribe("two");
    let tree: serde_json::Value = serde_json::from_slice(request.body()).unwrap();
    let mut body = Vec::new();
    ciborium::into_writer(&tree, &mut body).unwrap();
    *request.body_mut() = body.into();
    let kind = "application/x-amz-cbor-1.1".parse().unwrap();
    request.headers_mut().insert("content-type", kind);
    let messages = messages(&server.send(request).await);
    assert_eq!(messages.len(), 3);
    assert_eq!(messages[0].payload, [0xa0][..]);
    for message in &messages {
        assert_eq!(message.header(":content-type"), Some("application/x-amz-cbor-1.1"));
    }
    let event: serde_json::Value = ciborium::from_reader(&messages[1].payload[..]).unwrap();
    assert_eq!(event, json!({"MillisBehindLatest": 7}));
}

#[tokio::test]
async fn an_error_before_the_stream_is_an_ordinary_answer() {
    let server = Server::open().await;
    let answer = server.send(subscribe("gone")).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json()["__type"], "ResourceNotFoundException");
    let answer = server.send(subscribe("not a shard")).await;
    assert_eq!(answer.json()["__type"], "ValidationException");
}

#[tokio::test]
async fn an_error_within_the_stream_is_its_last_message() {
    let server = Server::open().await;
    for (shard, count, code, text) in [
        ("fails", 3, "ResourceInUseException", "taken over"),
        ("panics", 2, "InternalFailureException", "the events failed unexpectedly"),
    ] {
        let messages = messages(&server.send(subscribe(shard)).await);
        assert_eq!(messages.len(), count);
        let last = messages.last().unwrap();
        assert_eq!(last.header(":message-type"), Some("exception"));
        assert_eq!(last.header(":exception-type"), Some(code));
        let payload: serde_json::Value = serde_json::from_slice(&last.payload).unwrap();
        assert_eq!(payload, json!({"message": text}));
    }
}

#[tokio::test]
async fn a_stream_ends_when_the_server_shuts_down() {
    let server = Server::open().await;
    let mut waiting = server.begin(subscribe("waits")).await.into_body();
    assert!(waiting.frame().await.unwrap().is_ok(), "the initial response");
    server.shutdown.begin();
    let ended = tokio::time::timeout(Duration::from_secs(5), server.served).await;
    ended.expect("a stream must not hold the server").unwrap();
    assert!(waiting.frame().await.is_none(), "the stream ends in order");
}

#[tokio::test]
async fn a_slow_reader_holds_little_and_is_forgotten_when_it_leaves() {
    // What the sockets of both sides and the connection's own windows take.
    const HELD_BYTES_MAX: usize = 32 << 20;
    for http2 in [false, true] {
        PRODUCED.store(0, Ordering::SeqCst);
        let server = Server::open().await;
        let request = subscribe("endless");
        let answer = match http2 {
            false => server.begin(request).await,
            true => server.begin_http2(request).await,
        };
        // Nobody reads, while whole exchanges give the server time to send more than it should.
        for _ in 0..200 {
            assert_eq!(server.send(get("/")).await.status, 200);
        }
        let produced = PRODUCED.load(Ordering::SeqCst);
        assert!(produced > 0);
        assert!(produced * ENDLESS_EVENT_BYTES <= HELD_BYTES_MAX, "{produced} events are held");
        drop(answer);
        let dropped = tokio::time::timeout(Duration::from_secs(5), DROPPED.notified()).await;
        dropped.expect("a stream must end when its client goes away");
    }
}
