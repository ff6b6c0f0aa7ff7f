//! The Firehose operations: one file each, one line in the sorted list.
//! Does not: hold logic; operations parse, call the service, and convert what comes back.

mod create_delivery_stream;
mod delete_delivery_stream;
mod describe_delivery_stream;
mod list_delivery_streams;
mod put_record;
mod put_record_batch;
mod shapes;

use std::sync::Arc;

use levada_wire::{Erased, Protocol, ServiceApi};

use crate::service::Firehose;

const PROTOCOL: Protocol = Protocol::AwsJson { target_prefix: "Firehose_20150804", version: "1.1" };

pub fn api(firehose: &Arc<Firehose>) -> ServiceApi {
    let operations = vec![
        Erased::<create_delivery_stream::CreateDeliveryStream>::new(),
        Erased::<delete_delivery_stream::DeleteDeliveryStream>::new(),
        Erased::<describe_delivery_stream::DescribeDeliveryStream>::new(),
        Erased::<list_delivery_streams::ListDeliveryStreams>::new(),
        Erased::<put_record::PutRecord>::new(),
        Erased::<put_record_batch::PutRecordBatch>::new(),
    ];
    ServiceApi::new("firehose", PROTOCOL, firehose, operations)
}
