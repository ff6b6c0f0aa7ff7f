//! Signatures at the door: who is let in, and how each protocol refuses.
//! Does not: test the canonical form (see `sigv4`).

use std::collections::BTreeMap;

use http::{HeaderValue, Request};
use levada_env::Env;
use levada_types::Timestamp;

use crate::toy::{Server, form, get, json};

/// 2015-08-30T12:36:00Z
const NOW: Timestamp = Timestamp::from_millis(1_440_938_160_000);

async fn server() -> Server {
    let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY".to_owned();
    let (env, _) = Env::virtual_at(NOW, 1);
    Server::start(BTreeMap::from([("AKIDEXAMPLE".to_owned(), secret)]), env).await
}

/// As the JavaScript SDK v3 signs over HTTP/2, for `{}` to localhost:4566.
fn signed(target: &'static str) -> Request<bytes::Bytes> {
    let mut request = json(target, "{}");
    let header = "AWS4-HMAC-SHA256 \
        Credential=AKIDEXAMPLE/20150830/us-east-1/kinesis/aws4_request, \
        SignedHeaders=:authority;content-type;x-amz-date;x-amz-target, \
        Signature=3a941f2610dd963407a3562951390e036ab0b3069c4a16cb92fa9201f0b914f6";
    let headers = request.headers_mut();
    headers.insert("host", HeaderValue::from_static("localhost:4566"));
    headers.insert("x-amz-date", HeaderValue::from_static("20150830T123600Z"));
    headers.insert("authorization", HeaderValue::from_static(header));
    request
}

#[tokio::test]
async fn a_signature_over_the_authority_is_let_in_on_both_transports() {
    let server = server().await;
    // The toy breaks once it is reached: that answer shows that the door was passed.
    let answer = server.send_http2(signed("Kinesis_20131202.ListStreams")).await;
    assert_eq!(answer.json()["__type"], "InternalFailure");
    let answer = server.send(signed("Kinesis_20131202.ListStreams")).await;
    assert_eq!(answer.json()["__type"], "InternalFailure");
}

#[tokio::test]
async fn a_signature_for_another_operation_is_refused() {
    let server = server().await;
    let answer = server.send_http2(signed("Kinesis_20131202.DeleteStream")).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.json()["__type"], "InvalidSignatureException");
}

#[tokio::test]
async fn a_signature_covers_a_compressed_body_as_it_travels() {
    let server = server().await;
    let whole = include_bytes!("../../fuzz/corpus/sigv4/compressed_with_token");
    let end = whole.windows(2).position(|pair| pair == b"\n\n").unwrap();
    let head = std::str::from_utf8(&whole[..end]).unwrap();
    let mut request = Request::post("/");
    for line in head.lines().skip(1) {
        let (name, value) = line.split_once(": ").unwrap();
        request = request.header(name, value);
    }
    let request = request.body(bytes::Bytes::from_static(&whole[end + 2..])).unwrap();
    // It is let in and inflated, and then lacks its namespace.
    let answer = server.send(request.clone()).await;
    assert_eq!(answer.json()["__type"], "ValidationException");
    let mut changed = request;
    let mut body = changed.body().to_vec();
    // A byte of GZIP's header that changes nothing of what is inflated.
    body[9] ^= 1;
    *changed.body_mut() = body.into();
    let answer = server.send(changed).await;
    assert_eq!(answer.json()["__type"], "InvalidSignatureException");
}

#[tokio::test]
async fn each_protocol_refuses_in_its_own_form() {
    let server = server().await;
    let answer = server.send(json("Kinesis_20131202.PutRecord", "{}")).await;
    assert_eq!(answer.json()["__type"], "MissingAuthenticationTokenException");
    assert_eq!(answer.status, 400);
    let answer = server.send(form("Action=ListTopics&Version=2010-03-31")).await;
    assert_eq!(answer.status, 403);
    assert!(answer.text().contains("<Code>MissingAuthenticationToken</Code>"));
    let answer = server.send(get("/2015-03-31/functions")).await;
    assert_eq!(answer.status, 403);
    assert_eq!(answer.header("x-amzn-errortype"), "MissingAuthenticationTokenException");
    let mut request = signed("Kinesis_20131202.ListStreams");
    request.headers_mut().insert("authorization", HeaderValue::from_static("Basic YTpi"));
    let answer = server.send(request).await;
    assert_eq!(answer.json()["__type"], "IncompleteSignatureException");
}

#[tokio::test]
async fn links_that_people_click_need_no_signature_but_a_wrong_one_is_refused() {
    let server = server().await;
    let link = "/?Action=ConfirmSubscription&TopicArn=t&Token=abc";
    let mut request = get(link);
    assert_eq!(server.send(request.clone()).await.status, 200);
    let header = signed("x.y").headers()["authorization"].clone();
    request.headers_mut().insert("authorization", header);
    assert_eq!(server.send(request).await.status, 403);
}
