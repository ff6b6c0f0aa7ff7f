//! CBOR against the examples of RFC 8949 and against another implementation.
//! Does not: test requests (see `tests/tests/cbor.rs`).

use std::collections::BTreeMap;

use levada_model::{Blob, Epoch};
use proptest::prelude::*;
use serde::Deserialize;
use serde_json::{Value, json};

use super::*;

fn read(bytes: &str) -> Result<Value, CborError> {
    from_slice(&hex::decode(bytes).unwrap(), Times::Millis)
}

#[test]
fn the_examples_of_the_standard_are_read() {
    for (bytes, value) in [
        ("00", json!(0)),
        ("17", json!(23)),
        ("1818", json!(24)),
        ("1903e8", json!(1000)),
        ("1a000f4240", json!(1_000_000)),
        ("1b000000e8d4a51000", json!(1_000_000_000_000_u64)),
        ("1bffffffffffffffff", json!(u64::MAX)),
        ("20", json!(-1)),
        ("3903e7", json!(-1000)),
        ("3b7fffffffffffffff", json!(i64::MIN)),
        ("f93c00", json!(1.0)),
        ("f97bff", json!(65_504.0)),
        ("f90001", json!(5.960_464_477_539_063e-8)),
        ("f9c400", json!(-4.0)),
        ("fa47c35000", json!(100_000.0)),
        ("fb3ff199999999999a", json!(1.1)),
        ("f4", json!(false)),
        ("f5", json!(true)),
        ("f6", json!(null)),
        ("f7", json!(null)),
        ("c11a514b67b0", json!(1_363_896_240)),
        ("60", json!("")),
        ("62c3bc", json!("ü")),
        ("64f0908591", json!("𐅑")),
        ("83010203", json!([1, 2, 3])),
        ("8301820203820405", json!([1, [2, 3], [4, 5]])),
        ("a26161016162820203", json!({"a": 1, "b": [2, 3]})),
        ("7f657374726561646d696e67ff", json!("streaming")),
        ("9fff", json!([])),
        ("9f018202039f0405ffff", json!([1, [2, 3], [4, 5]])),
        ("83018202039f0405ff", json!([1, [2, 3], [4, 5]])),
        ("bf61610161629f0203ffff", json!({"a": 1, "b": [2, 3]})),
        ("826161bf61626163ff", json!(["a", {"b": "c"}])),
        ("bf6346756ef563416d7421ff", json!({"Fun": true, "Amt": -2})),
    ] {
        assert_eq!(read(bytes), Ok(value), "{bytes}");
    }
}

#[test]
fn what_is_no_value_is_refused() {
    for bytes in [
        "",
        "ff",
        "18",
        "1c",
        "1f",
        "3f",
        "df",
        "f8",
        "fc",
        "61",
        "7f",
        "7f6161",
        "7f4161ff",
        "5f00ff",
        "81",
        "9f01",
        "a1",
        "a161",
        "a16161",
        "bf6161ff",
        "fb00",
        "c1",
        "61ff",
        "0000",
        // Lengths that no memory could hold.
        "9bffffffffffffffff00",
        "bbffffffffffffffff",
        "7bffffffffffffffff61",
        "5bffffffffffffffff",
    ] {
        assert!(read(bytes).is_err(), "{bytes}");
    }
}

#[test]
fn depth_is_bounded() {
    let nested = |depth: usize| "81".repeat(depth) + "00";
    assert!(read(&nested(128)).is_ok());
    assert_eq!(read(&nested(129)), Err(CborError::TooDeep(128)));
    assert_eq!(read(&nested(1_000_000)), Err(CborError::TooDeep(128)));
    assert!(read(&("c1".repeat(1_000_000) + "00")).is_ok(), "tags do not nest");
}

#[test]
fn bytes_come_in_one_piece_or_many_and_a_text_is_none() {
    let blob = |bytes: &str| from_slice::<Blob>(&hex::decode(bytes).unwrap(), Times::Millis);
    let expected = Ok(Blob(bytes::Bytes::from_static(b"hi!")));
    assert_eq!(blob("43686921"), expected);
    assert_eq!(blob("5f426869412140ff"), expected);
    // Base64, as JSON would have it.
    assert!(blob("6461476b68").is_err());
}

#[derive(Debug, Deserialize, PartialEq)]
struct Timed {
    at: Option<Epoch>,
}

#[test]
fn each_protocol_tells_the_time_in_its_own_way() {
    let time = Epoch(1_440_938_160_123);
    let record = BTreeMap::from([("at", time)]);
    let millis = to_vec(&record, Times::Millis).unwrap();
    assert_eq!(hex::encode(&millis), "a16261741b0000014f7e9b6ffb");
    let seconds = to_vec(&record, Times::TaggedSeconds).unwrap();
    assert_eq!(hex::encode(&seconds), "a1626174c1fb41d578be2c07df3b");
    let expected = Timed { at: Some(time) };
    assert_eq!(from_slice::<Timed>(&millis, Times::Millis).unwrap(), expected);
    assert_eq!(from_slice::<Timed>(&seconds, Times::TaggedSeconds).unwrap(), expected);
    let at = |bytes: &str, times| {
        from_slice::<Timed>(&hex::decode(bytes).unwrap(), times).map(|timed| timed.at)
    };
    // Tagged milliseconds, as the Java SDK writes them; whole seconds; none.
    assert_eq!(at("a1626174c11b0000014f7e9b6ffb", Times::Millis), Ok(Some(time)));
    let whole = Some(Epoch(1_440_938_160_000));
    assert_eq!(at("a1626174c11a55e2f8b0", Times::TaggedSeconds), Ok(whole));
    assert_eq!(at("a1626174f6", Times::Millis), Ok(None));
}

#[test]
fn a_time_that_no_calendar_has_is_refused() {
    for bytes in ["a16261741b7fffffffffffffff", "a1626174fb7e37e43c8800759c", "a1626174f97c00"] {
        let bytes = hex::decode(bytes).unwrap();
        assert!(from_slice::<Timed>(&bytes, Times::Millis).is_err());
    }
}

fn tree() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        // Whole numbers may come back as such.
        (-1e9..1e9f64).prop_map(|number| Value::from(number + 0.5)),
        "\\PC{0,30}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 60, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..8).prop_map(Value::from),
            prop::collection::btree_map("[a-zA-Z]{0,30}", inner, 0..8)
                .prop_map(|members| Value::from_iter(members)),
        ]
    })
}

/// The same value in indefinite lengths, texts in two pieces.
fn indefinite(value: &Value, out: &mut Vec<u8>) {
    let text = |text: &str, out: &mut Vec<u8>| {
        let middle = text.char_indices().nth(3).map_or(0, |(at, _)| at);
        out.push(0x7f);
        for piece in [&text[..middle], &text[middle..]] {
            out.extend(to_vec(piece, Times::Millis).unwrap());
        }
        out.push(BREAK);
    };
    match value {
        Value::String(value) => text(value, out),
        Value::Array(items) => {
            out.push(0x9f);
            items.iter().for_each(|item| indefinite(item, out));
            out.push(BREAK);
        }
        Value::Object(members) => {
            out.push(0xbf);
            for (name, member) in members {
                text(name, out);
                indefinite(member, out);
            }
            out.push(BREAK);
        }
        other => out.extend(to_vec(other, Times::Millis).unwrap()),
    }
}

proptest! {
    #[test]
    fn what_is_written_is_what_another_implementation_reads(value in tree()) {
        let bytes = to_vec(&value, Times::Millis).unwrap();
        prop_assert_eq!(&ciborium::from_reader::<Value, _>(&bytes[..]).unwrap(), &value);
        prop_assert_eq!(from_slice::<Value>(&bytes, Times::Millis), Ok(value));
    }

    #[test]
    fn what_another_implementation_writes_is_read(value in tree()) {
        let mut bytes = Vec::new();
        ciborium::into_writer(&value, &mut bytes).unwrap();
        prop_assert_eq!(from_slice::<Value>(&bytes, Times::Millis), Ok(value));
    }

    #[test]
    fn indefinite_lengths_mean_the_same(value in tree()) {
        let mut bytes = Vec::new();
        indefinite(&value, &mut bytes);
        prop_assert_eq!(from_slice::<Value>(&bytes, Times::Millis), Ok(value));
    }

    #[test]
    fn any_bytes_are_taken_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        let _ = from_slice::<Value>(&bytes, Times::TaggedSeconds);
        let _ = from_slice::<levada_model::kinesis::PutRecordsInput>(&bytes, Times::Millis);
    }
}
