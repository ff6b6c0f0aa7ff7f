//! Kinesis's CBOR 1.1, as the Java SDK writes and reads it.
//! Does not: test rpcv2-cbor.

use ciborium::Value;

use crate::toy::{Answer, Server, json};

async fn send(server: &Server, operation: &str, body: Vec<u8>) -> (Answer, Vec<(Value, Value)>) {
    let mut request = json(&format!("Kinesis_20131202.{operation}"), body);
    let kind = "application/x-amz-cbor-1.1".parse().unwrap();
    request.headers_mut().insert("content-type", kind);
    let answer = server.send(request).await;
    assert_eq!(answer.header("content-type"), "application/x-amz-cbor-1.1");
    let value: Value = ciborium::from_reader(&answer.body[..]).unwrap();
    let map = value.into_map().unwrap();
    (answer, map)
}

fn text(text: &str) -> Vec<u8> {
    let length = u8::try_from(text.len()).unwrap();
    assert!(length < 24);
    [&[0x60 | length], text.as_bytes()].concat()
}

fn entry(name: &str, value: &str) -> (Value, Value) {
    (name.into(), value.into())
}

#[tokio::test]
async fn definite_and_indefinite_lengths_are_read() {
    let server = Server::open().await;
    let names = [text("StreamName"), text("s"), text("PartitionKey"), text("k")].concat();
    let data = text("Data");
    let definite = [&[0xa3][..], &names, &data, &[0x42, 0x68, 0x69]].concat();
    // An indefinite map with bytes in two pieces.
    let pieces = [0x5f, 0x41, 0x68, 0x41, 0x69, 0xff];
    let indefinite = [&[0xbf][..], &names, &data, &pieces, &[0xff]].concat();
    for body in [definite, indefinite] {
        let (answer, map) = send(&server, "PutRecord", body).await;
        assert_eq!(answer.status, 200);
        assert_eq!(map, [entry("ShardId", "k"), entry("SequenceNumber", "6869")]);
    }
}

#[tokio::test]
async fn times_are_whole_milliseconds_and_bytes_are_bytes() {
    let server = Server::open().await;
    let body = [&[0xbf][..], &text("ShardIterator"), &text("i"), &[0xff]].concat();
    let (_, map) = send(&server, "GetRecords", body).await;
    let record = Value::Map(vec![
        ("Data".into(), Value::Bytes(b"\x00\xffdata".to_vec())),
        ("ApproximateArrivalTimestamp".into(), 1_440_938_160_123_i64.into()),
    ]);
    // Members come in the model's order, whichever that is.
    assert!(map.iter().any(|(name, value)| {
        let same = |record: &Value, other: &Value| {
            let sorted = |value: &Value| {
                let mut text: Vec<_> =
                    value.as_map().unwrap().iter().map(|pair| format!("{pair:?}")).collect();
                text.sort();
                text
            };
            sorted(record) == sorted(other)
        };
        name == &"Records".into() && same(&value.as_array().unwrap()[0], &record)
    }));
}

#[tokio::test]
async fn errors_are_the_same_map_in_cbor() {
    let server = Server::open().await;
    for (operation, body, name) in [
        ("PutRecord", vec![0xa0], "ValidationException"),
        ("PutRecord", vec![0xbf], "SerializationException"),
        ("PutRecord", vec![], "SerializationException"),
        ("Fly", vec![0xa0], "UnknownOperationException"),
    ] {
        let (answer, map) = send(&server, operation, body).await;
        assert_eq!(answer.status, 400);
        assert_eq!(map[0], entry("__type", name));
        assert_eq!(map[1].0, "message".into());
    }
}
