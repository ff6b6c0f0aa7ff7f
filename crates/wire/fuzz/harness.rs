//! What must hold for any bytes a stranger sends: each function takes them or refuses them, never
//! panics, and what it takes it takes as the same again.
//! Does not: choose the bytes; the fuzzer and the replaying tests do.

use bytes::{Bytes, BytesMut};
use http::Request;
use levada_model::{Path, Validate, Violations, cloudwatch, dynamodb, kinesis};
use levada_types::Timestamp;
use levada_wire::Authorizer;
use levada_wire::cbor::{self, Times};
use levada_wire::event_stream::Message;
use levada_wire::sigv4::{Scope, Signed, verify};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

fn checked<T: Validate>(input: &T) {
    let mut found = Violations::default();
    input.validate(&Path::Top, &mut found);
    let _ = found.into_message();
}

fn json_as<T: DeserializeOwned + Serialize + Validate>(bytes: &[u8]) {
    let Ok(input) = serde_json::from_slice::<T>(bytes) else { return };
    checked(&input);
    let written = levada_wire::json::to_vec(&input).expect("what was read can be written");
    let again: T = serde_json::from_slice(&written).expect("what was written can be read");
    let rewritten = levada_wire::json::to_vec(&again).expect("what was read can be written");
    assert!(written == rewritten, "a JSON request changes when it is written");
}

/// JSON requests: decoded into shapes, checked, written and read again.
pub fn json(bytes: &[u8]) {
    json_as::<kinesis::PutRecordsInput>(bytes);
    json_as::<kinesis::SubscribeToShardInput>(bytes);
    json_as::<dynamodb::TransactWriteItemsInput>(bytes);
    if let Ok(tree) = serde_json::from_slice::<Value>(bytes) {
        let written = levada_wire::json::to_vec(&tree).expect("a tree can be written");
        let library = serde_json::to_vec(&tree).expect("a tree can be written");
        assert!(written == library, "a JSON tree is written in another way");
    }
}

fn cbor_as<T: DeserializeOwned + Serialize + Validate>(bytes: &[u8], times: Times) {
    let Ok(input) = cbor::from_slice::<T>(bytes, times) else { return };
    checked(&input);
    let written = cbor::to_vec(&input, times).expect("what was read can be written");
    let again: T = cbor::from_slice(&written, times).expect("what was written can be read");
    let rewritten = cbor::to_vec(&again, times).expect("what was read can be written");
    assert!(written == rewritten, "a CBOR request changes when it is written");
}

/// CBOR requests, in both ways of telling the time.
pub fn cbor(bytes: &[u8]) {
    for times in [Times::Millis, Times::TaggedSeconds] {
        cbor_as::<kinesis::PutRecordsInput>(bytes, times);
        cbor_as::<kinesis::GetShardIteratorInput>(bytes, times);
        cbor_as::<cloudwatch::PutMetricDataInput>(bytes, times);
    }
    if let Ok(tree) = cbor::from_slice::<Value>(bytes, Times::Millis) {
        let written = cbor::to_vec(&tree, Times::Millis).expect("a tree can be written");
        let again = cbor::from_slice::<Value>(&written, Times::Millis);
        assert!(again == Ok(tree), "a CBOR tree changes when it is written");
    }
}

/// Messages of event streams: what is taken is written with the very same bytes.
pub fn event_stream(bytes: &[u8]) {
    let mut left = BytesMut::from(bytes);
    let mut at = 0;
    while let Ok(Some(message)) = Message::decode(&mut left) {
        let end = bytes.len() - left.len();
        let written = message.encode().expect("what was read can be written");
        assert!(written == bytes[at..end], "a message changes when it is written");
        at = end;
    }
}

struct OneKey;

impl Authorizer for OneKey {
    fn secret(&self, access_key: &str) -> Option<String> {
        let secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
        (access_key == "AKIDEXAMPLE").then(|| secret.to_owned())
    }

    fn signatures_required(&self) -> bool {
        true
    }
}

/// Signatures of requests that are written as `METHOD URI`, header lines, an empty line, a body.
/// Answers who signed, for tests that know.
pub fn sigv4(bytes: &[u8]) -> Option<String> {
    let request = request(bytes)?;
    let signed = Signed {
        method: request.method(),
        uri: request.uri(),
        headers: request.headers(),
        body: request.body(),
    };
    let _ = Scope::peek(request.uri(), request.headers());
    // 2015-08-30T12:36:00Z, when the corpus was signed.
    let verified = verify(signed, &OneKey, Timestamp::from_millis(1_440_938_160_000)).ok();
    assert!(
        verified.as_ref().is_none_or(|key| key == "AKIDEXAMPLE"),
        "a key that nobody has signed"
    );
    verified
}

fn request(bytes: &[u8]) -> Option<Request<Bytes>> {
    let end = bytes.windows(2).position(|pair| pair == b"\n\n").unwrap_or(bytes.len());
    let (head, body) = bytes.split_at(end);
    let mut lines = head.split(|byte| *byte == b'\n');
    let first = std::str::from_utf8(lines.next()?).ok()?;
    let (method, uri) = first.split_once(' ')?;
    let mut request = Request::builder().method(method).uri(uri);
    for line in lines {
        let colon = line.iter().skip(1).position(|byte| *byte == b':')? + 1;
        let value = line[colon + 1..].trim_ascii();
        request = request.header(&line[..colon], value);
    }
    request.body(Bytes::copy_from_slice(body.get(2..).unwrap_or_default())).ok()
}
