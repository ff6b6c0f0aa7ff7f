//! The Kinesis operations: one file each, one line in the sorted list.
//! Does not: hold logic; operations parse, call the service, and convert what comes back.

mod create_stream;
mod delete_stream;
mod describe_stream;
mod describe_stream_summary;
mod get_records;
mod get_shard_iterator;
mod list_shards;
mod list_streams;
mod put_record;
mod put_records;
mod shapes;
#[cfg(test)]
mod tests;

use std::sync::Arc;

use levada_wire::{Erased, Protocol, ServiceApi};

use crate::service::Streams;

const PROTOCOL: Protocol = Protocol::AwsJson { target_prefix: "Kinesis_20131202", version: "1.1" };

pub fn api(streams: &Arc<Streams>) -> ServiceApi {
    let operations = vec![
        Erased::<create_stream::CreateStream>::new(),
        Erased::<delete_stream::DeleteStream>::new(),
        Erased::<describe_stream::DescribeStream>::new(),
        Erased::<describe_stream_summary::DescribeStreamSummary>::new(),
        Erased::<get_records::GetRecords>::new(),
        Erased::<get_shard_iterator::GetShardIterator>::new(),
        Erased::<list_shards::ListShards>::new(),
        Erased::<list_streams::ListStreams>::new(),
        Erased::<put_record::PutRecord>::new(),
        Erased::<put_records::PutRecords>::new(),
    ];
    ServiceApi::new("kinesis", PROTOCOL, streams, operations)
}
