//! The Kinesis operations: one file each, one line in the sorted list.
//! Does not: hold logic; operations parse, call the service, and convert what comes back.

mod add_tags_to_stream;
mod create_stream;
mod decrease_stream_retention_period;
mod delete_resource_policy;
mod delete_stream;
mod deregister_stream_consumer;
mod describe_account_settings;
mod describe_limits;
mod describe_stream;
mod describe_stream_consumer;
mod describe_stream_summary;
mod disable_enhanced_monitoring;
mod enable_enhanced_monitoring;
mod get_records;
mod get_resource_policy;
mod get_shard_iterator;
mod increase_stream_retention_period;
mod limited;
mod list_shards;
mod list_stream_consumers;
mod list_streams;
mod list_tags_for_resource;
mod list_tags_for_stream;
mod merge_shards;
#[cfg(test)]
mod model_tests;
mod put_record;
mod put_records;
mod put_resource_policy;
mod register_stream_consumer;
mod remove_tags_from_stream;
mod shapes;
mod split_shard;
mod start_stream_encryption;
mod stop_stream_encryption;
mod subscribe_to_shard;
mod tag_resource;
#[cfg(test)]
mod tests;
mod untag_resource;
mod update_account_settings;
mod update_max_record_size;
mod update_shard_count;
mod update_stream_mode;
mod update_stream_record_distribution_strategy;
mod update_stream_warm_throughput;

use std::sync::Arc;

use levada_wire::{Erased, Protocol, ServiceApi, Streaming};

use self::limited::limited;
use crate::service::Streams;

const PROTOCOL: Protocol = Protocol::AwsJson { target_prefix: "Kinesis_20131202", version: "1.1" };

pub fn api(streams: &Arc<Streams>) -> ServiceApi {
    let operations = vec![
            Erased::<add_tags_to_stream::AddTagsToStream>::new(),
            Erased::<create_stream::CreateStream>::new(),
            Erased::<decrease_stream_retention_period::DecreaseStreamRetentionPeriod>::new(),
            Erased::<delete_resource_policy::DeleteResourcePolicy>::new(),
            Erased::<delete_stream::DeleteStream>::new(),
            Erased::<deregister_stream_consumer::DeregisterStreamConsumer>::new(),
            Erased::<describe_account_settings::DescribeAccountSettings>::new(),
            Erased::<describe_limits::DescribeLimits>::new(),
            Erased::<describe_stream::DescribeStream>::new(),
            Erased::<describe_stream_consumer::DescribeStreamConsumer>::new(),
            Erased::<describe_stream_summary::DescribeStreamSummary>::new(),
            Erased::<disable_enhanced_monitoring::DisableEnhancedMonitoring>::new(),
            Erased::<enable_enhanced_monitoring::EnableEnhancedMonitoring>::new(),
            Erased::<get_records::GetRecords>::new(),
            Erased::<get_resource_policy::GetResourcePolicy>::new(),
            Erased::<get_shard_iterator::GetShardIterator>::new(),
            Erased::<increase_stream_retention_period::IncreaseStreamRetentionPeriod>::new(),
            Erased::<list_shards::ListShards>::new(),
            Erased::<list_stream_consumers::ListStreamConsumers>::new(),
            Erased::<list_streams::ListStreams>::new(),
            Erased::<list_tags_for_resource::ListTagsForResource>::new(),
            Erased::<list_tags_for_stream::ListTagsForStream>::new(),
            Erased::<merge_shards::MergeShards>::new(),
            Erased::<put_record::PutRecord>::new(),
            Erased::<put_records::PutRecords>::new(),
            Erased::<put_resource_policy::PutResourcePolicy>::new(),
            Erased::<register_stream_consumer::RegisterStreamConsumer>::new(),
            Erased::<remove_tags_from_stream::RemoveTagsFromStream>::new(),
            Erased::<split_shard::SplitShard>::new(),
            Erased::<start_stream_encryption::StartStreamEncryption>::new(),
            Erased::<stop_stream_encryption::StopStreamEncryption>::new(),
            Streaming::<subscribe_to_shard::SubscribeToShard>::new(),
            Erased::<tag_resource::TagResource>::new(),
            Erased::<untag_resource::UntagResource>::new(),
            Erased::<update_account_settings::UpdateAccountSettings>::new(),
            Erased::<update_max_record_size::UpdateMaxRecordSize>::new(),
            Erased::<update_shard_count::UpdateShardCount>::new(),
            Erased::<update_stream_mode::UpdateStreamMode>::new(),
            Erased::<
                update_stream_record_distribution_strategy::UpdateStreamRecordDistributionStrategy,
            >::new(),
            Erased::<update_stream_warm_throughput::UpdateStreamWarmThroughput>::new(),
        ];
    let limited = operations.into_iter().map(limited).collect();
    ServiceApi::new("kinesis", PROTOCOL, streams, limited)
}
