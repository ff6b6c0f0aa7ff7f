//! Claims about aggregates.
//! Does not: run a producer library.

use proptest::prelude::*;

use super::*;

fn record(key: &str, hash: Option<u128>, data: &str) -> UserRecord {
    UserRecord {
        partition_key: key.into(),
        explicit_hash_key: hash.map(HashKey),
        data: Bytes::copy_from_slice(data.as_bytes()),
    }
}

fn aggregate(records: &[UserRecord]) -> UserRecord {
    let mut aggregate = Aggregate::new();
    records.iter().for_each(|record| aggregate.add(record.clone()));
    aggregate.finish().unwrap()
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The bytes are those of the Python package aws_kinesis_agg 1.2.3 for the same two records.
#[test]
fn an_aggregate_has_the_bytes_of_other_producers() {
    let made = aggregate(&[record("k1", None, "one"), record("k2", Some(7), "two")]);
    let expected = "f3899ac20a026b310a026b321201371a0708001a036f6e651a09080110001a0374776f\
                    138f9b8c235582207ecec77f28632ea7";
    assert_eq!(hex(&made.data), expected);
    assert_eq!(made.partition_key, "a");
    assert_eq!(made.explicit_hash_key, Some(HashKey::of_partition_key("k1")));
}

#[test]
fn one_record_alone_goes_plain() {
    let alone = record("k", Some(3), "data");
    assert_eq!(aggregate(std::slice::from_ref(&alone)), alone);
    assert_eq!(Aggregate::new().finish(), None);
}

#[test]
fn an_aggregate_of_which_one_record_belongs_elsewhere_is_dropped_whole() {
    let made = aggregate(&[record("a", Some(1), "x"), record("b", Some(900), "y")]);
    let range = |end: u128| HashRange { start: HashKey(0), end: HashKey(end) };
    assert_eq!(unpack(&made.data, Some(range(899))), Unpacked::Misplaced);
    assert!(
        matches!(unpack(&made.data, Some(range(900))), Unpacked::Records(two) if two.len() == 2)
    );
    assert!(matches!(unpack(&made.data, None), Unpacked::Records(_)));
}

#[test]
fn what_has_a_wrong_digest_or_content_is_plain() {
    let made = aggregate(&[record("a", None, "x"), record("b", None, "y")]).data;
    for place in [0, 5, made.len() - 1] {
        let mut broken = made.to_vec();
        broken[place] ^= 1;
        assert_eq!(unpack(&broken.into(), None), Unpacked::Plain, "{place}");
    }
    // The digest is right; the record names a partition key that is not in the table.
    let mut message = Vec::new();
    put_bytes(&mut message, 3, &[0x08, 9, 0x1a, 0]);
    let with_digest = [&MAGIC[..], &message, &Md5::digest(&message)].concat();
    assert_eq!(unpack(&with_digest.into(), None), Unpacked::Plain);
    for short in [&b""[..], &MAGIC, &made[..19]] {
        assert_eq!(unpack(&Bytes::copy_from_slice(short), None), Unpacked::Plain);
    }
}

proptest! {
    #[test]
    fn records_come_out_as_they_went_in(
        records in prop::collection::vec(
            ("[a-c]{1,2}", prop::option::of(0..4_u128), prop::collection::vec(any::<u8>(), 0..200)),
            2..20,
        ),
    ) {
        let records: Vec<UserRecord> = records.into_iter().map(|(key, hash, data)| UserRecord {
            partition_key: key,
            explicit_hash_key: hash.map(|hash| HashKey(u128::MAX / (hash + 1))),
            data: data.into(),
        }).collect();
        let mut aggregate = Aggregate::new();
        for record in &records {
            let foretold = aggregate.bytes_with(record);
            aggregate.add(record.clone());
            prop_assert_eq!(aggregate.bytes(), foretold);
        }
        let foretold = aggregate.bytes();
        let made = aggregate.finish().unwrap();
        prop_assert_eq!(made.data.len(), foretold);
        prop_assert_eq!(unpack(&made.data, None), Unpacked::Records(records));
    }

    #[test]
    fn no_bytes_panic_the_reader(message: Vec<u8>) {
        let data = [&MAGIC[..], &message, &Md5::digest(&message)].concat();
        unpack(&data.into(), None);
    }
}
