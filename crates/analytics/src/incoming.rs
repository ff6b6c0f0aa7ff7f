//! Records as producers gave them: aggregates opened, each record with where it comes from.
//! Does not: decode; see `ingest`.

use bytes::Bytes;
use levada_codec::kpl::{self, Unpacked};
use levada_types::{ShardId, Timestamp};

use crate::reader::Arrived;

/// One producer's record on its way into an application.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    pub shard: ShardId,
    /// Position in the shard; records of one aggregate share it.
    pub index: u64,
    pub sequence_number: String,
    pub partition_key: String,
    pub arrived: Timestamp,
    pub data: Bytes,
}

/// Opens aggregates, and counts those that are dropped because they lie in the wrong shard: their
/// producer sends the records again.
pub fn unpack(arrived: Vec<Arrived>) -> (Vec<Incoming>, u64) {
    let mut incoming = Vec::with_capacity(arrived.len());
    let mut dropped = 0;
    for Arrived { shard, range, record } in arrived {
        let plain = Incoming {
            shard,
            index: record.index,
            sequence_number: record.sequence_number,
            partition_key: record.partition_key,
            arrived: record.arrived,
            data: record.data,
        };
        match kpl::unpack(&plain.data, range) {
            Unpacked::Plain => incoming.push(plain),
            Unpacked::Misplaced => dropped += 1,
            Unpacked::Records(records) => incoming.extend(records.into_iter().map(|record| {
                let (partition_key, data) = (record.partition_key, record.data);
                Incoming { partition_key, data, ..plain.clone() }
            })),
        }
    }
    (incoming, dropped)
}
