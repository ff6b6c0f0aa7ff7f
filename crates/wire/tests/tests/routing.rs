//! What goes where on the one port, and when the port closes.
//! Does not: test the protocols' contents.

use std::time::Duration;

use http::HeaderValue;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};

use crate::toy::{ENDED, GO_ON, STARTED, Server, get, json, post};

fn signed_for(service: &str) -> HeaderValue {
    let credential = format!("Credential=A/20150830/r/{service}/aws4_request");
    let header = format!("AWS4-HMAC-SHA256 {credential}, SignedHeaders=host, Signature=00");
    header.parse().unwrap()
}

#[tokio::test]
async fn what_no_service_claims_goes_to_objects() {
    let server = Server::open().await;
    for path in ["/", "/bucket/key", "/2015-03-31/other"] {
        let answer = server.send(get(path)).await;
        assert_eq!(answer.text(), format!("objects {path}"));
    }
    let answer = server.send(post("/bucket?Action=x", "a=b")).await;
    assert_eq!(answer.text(), "objects /bucket");
}

#[tokio::test]
async fn the_signed_service_settles_ties() {
    let server = Server::open().await;
    let mut request = get("/2015-03-31/functions");
    assert_eq!(server.send(request.clone()).await.text(), "{}");
    request.headers_mut().insert("authorization", signed_for("s3"));
    assert_eq!(server.send(request).await.text(), "objects /2015-03-31/functions");
}

#[tokio::test]
async fn a_request_for_a_service_without_an_operation_is_refused() {
    let server = Server::open().await;
    let mut request = get("/");
    request.headers_mut().insert("authorization", signed_for("kinesis"));
    let answer = server.send(request).await;
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("Unable to determine service/operation name"));
}

#[tokio::test]
async fn prefixes_come_before_everything_else() {
    let server = Server::open().await;
    let answer = server.send(get("/_levada/health/ready")).await;
    assert_eq!(answer.text(), "health /_levada/health/ready");
}

#[tokio::test]
async fn a_body_that_says_it_is_too_large_is_refused_unread() {
    let server = Server::open().await;
    let mut stream = server.connect().await.into_inner();
    let head = "POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: Kinesis_20131202.PutRecord\r\n\
        content-length: 70167212\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = vec![0; 12];
    stream.read_exact(&mut answer).await.unwrap();
    assert_eq!(answer, b"HTTP/1.1 413");
}

#[tokio::test]
async fn bytes_that_are_no_http_close_the_connection_and_harm_nobody() {
    let server = Server::open().await;
    let mut stream = server.connect().await.into_inner();
    stream.write_all(b"\x16\x03\x01\x02\x00 no http \r\n\r\n").await.unwrap();
    let mut rest = Vec::new();
    let _ = stream.read_to_end(&mut rest).await;
    assert_eq!(server.send(get("/")).await.status, 200);
}

#[tokio::test]
async fn shutdown_closes_idle_connections_and_ends() {
    let server = Server::open().await;
    let mut idle = server.connect().await.into_inner();
    idle.write_all(b"GET / HTTP/1.1\r\nhost: x\r\n\r\n").await.unwrap();
    let mut first = [0; 12];
    idle.read_exact(&mut first).await.unwrap();
    server.send_http2(json("Kinesis_20131202.DeleteStream", "{}")).await;
    server.shutdown.begin();
    let ended = tokio::time::timeout(Duration::from_secs(5), server.served).await;
    ended.expect("idle connections must not hold the server").unwrap();
    let mut rest = Vec::new();
    idle.read_to_end(&mut rest).await.unwrap();
}

#[tokio::test]
async fn an_operation_goes_on_to_its_end_when_the_client_goes_away() {
    let server = Server::open().await;
    let mut stream = server.connect().await.into_inner();
    let request = "POST / HTTP/1.1\r\nhost: x\r\nx-amz-target: Kinesis_20131202.ListShards\r\n\
        content-length: 2\r\n\r\n{}";
    stream.write_all(request.as_bytes()).await.unwrap();
    STARTED.notified().await;
    drop(stream);
    // A whole exchange on another connection gives the server time to notice.
    assert_eq!(server.send(get("/")).await.status, 200);
    GO_ON.notify_one();
    let ended = tokio::time::timeout(Duration::from_secs(5), ENDED.notified()).await;
    ended.expect("the operation must not be dropped with its connection");
}
