//! Compressed requests.
//! Does not: compress answers; no client asks for it.

use std::io::Write as _;

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::json;

use crate::toy::{Answer, Server, form, json};

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

async fn put(server: &Server, encoding: &str, body: Vec<u8>) -> Answer {
    let mut request = json("Kinesis_20131202.PutRecord", body);
    request.headers_mut().insert("content-encoding", encoding.parse().unwrap());
    server.send(request).await
}

const PUT: &[u8] = br#"{"StreamName":"s","PartitionKey":"k","Data":"aGk="}"#;

#[tokio::test]
async fn a_compressed_body_means_what_it_holds() {
    let server = Server::open().await;
    let in_two_members = [gzip(&PUT[..9]), gzip(&PUT[9..])].concat();
    for (encoding, body) in
        [("gzip", gzip(PUT)), ("GZIP", in_two_members), ("identity", PUT.to_vec())]
    {
        let answer = put(&server, encoding, body).await;
        assert_eq!(answer.json(), json!({"ShardId": "k", "SequenceNumber": "6869"}));
    }
    let mut request = form("");
    let text = b"Action=PutMetricData&Version=2010-08-01&Namespace=n";
    *request.body_mut() = gzip(text).into();
    request.headers_mut().insert("content-encoding", "gzip".parse().unwrap());
    assert_eq!(server.send(request).await.status, 200);
}

#[tokio::test]
async fn what_is_no_gzip_is_refused() {
    let server = Server::open().await;
    let whole = gzip(PUT);
    for body in [b"{}".to_vec(), Vec::new(), whole[..whole.len() - 9].to_vec()] {
        let answer = put(&server, "gzip", body).await;
        assert_eq!(answer.status, 400);
        assert_eq!(answer.json()["__type"], "SerializationException");
    }
    let answer = put(&server, "br", PUT.to_vec()).await;
    assert_eq!(answer.status, 415);
    assert_eq!(answer.json()["__type"], "UnsupportedMediaTypeException");
}

#[tokio::test]
async fn a_bomb_is_refused_before_it_is_inflated() {
    let server = Server::open().await;
    let bomb = gzip(&vec![b' '; (16 << 20) + 1]);
    assert!(bomb.len() < 1 << 20, "{} bytes are no bomb", bomb.len());
    let answer = put(&server, "gzip", bomb).await;
    assert_eq!(answer.status, 413);
    assert_eq!(answer.json()["__type"], "RequestEntityTooLargeException");
}
