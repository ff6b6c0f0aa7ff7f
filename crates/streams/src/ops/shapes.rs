//! Domain values in the model's shapes, shared by the operations.
//! Does not: parse requests.

use std::collections::BTreeSet;

use levada_model::kinesis as model;
use levada_model::{Blob, Epoch};
use levada_types::{HashRange, Identity, Timestamp};

use crate::account::Commitment;
use crate::consumer::Consumer;
use crate::error::Error;
use crate::read::ReadRecord;
use crate::service::Streams;
use crate::settings::{Monitoring, ShardMetric};
use crate::stream::{Mode, Shard, Stream};

/// The status of a consumer, from the moment it is registered until it is gone.
pub const ACTIVE: &str = "ACTIVE";
/// How records of an encrypted stream are encrypted.
pub const KMS: &str = "KMS";

pub fn epoch(time: Timestamp) -> Epoch {
    Epoch(time.as_millis())
}

pub fn mode(mode: Mode) -> model::StreamModeDetails {
    model::StreamModeDetails { stream_mode: Some(mode.as_str().to_owned()) }
}

pub fn hash_range(range: HashRange) -> model::HashKeyRange {
    model::HashKeyRange {
        starting_hash_key: Some(range.start.to_string()),
        ending_hash_key: Some(range.end.to_string()),
    }
}

pub fn shard(shard: &Shard) -> model::Shard {
    let parent = |place: usize| shard.parents.get(place).map(ToString::to_string);
    model::Shard {
        shard_id: Some(shard.id.to_string()),
        parent_shard_id: parent(0),
        adjacent_parent_shard_id: parent(1),
        hash_key_range: Some(hash_range(shard.range)),
        sequence_number_range: Some(model::SequenceNumberRange {
            starting_sequence_number: Some(shard.starting_sequence().to_string()),
            ending_sequence_number: shard.ending_sequence().map(|number| number.to_string()),
        }),
    }
}

pub fn record(read: ReadRecord) -> model::Record {
    model::Record {
        sequence_number: Some(read.sequence.to_string()),
        approximate_arrival_timestamp: Some(epoch(read.arrived)),
        data: Some(Blob(read.record.data)),
        partition_key: Some(read.record.partition_key),
        encryption_type: read.encrypted.then(|| KMS.to_owned()),
    }
}

pub fn child(shard: &Shard) -> model::ChildShard {
    model::ChildShard {
        shard_id: Some(shard.id.to_string()),
        parent_shards: Some(shard.parents.iter().map(ToString::to_string).collect()),
        hash_key_range: Some(hash_range(shard.range)),
    }
}

pub fn metrics(metrics: &BTreeSet<ShardMetric>) -> Vec<String> {
    metrics.iter().map(ToString::to_string).collect()
}

pub fn enhanced_monitoring(stream: &Stream) -> Vec<model::EnhancedMetrics> {
    vec![model::EnhancedMetrics { shard_level_metrics: Some(metrics(&stream.metrics)) }]
}

pub fn monitoring(identity: &Identity, done: &Monitoring) -> model::EnhancedMonitoringOutput {
    model::EnhancedMonitoringOutput {
        stream_name: Some(done.stream.name.to_string()),
        current_shard_level_metrics: Some(metrics(&done.before)),
        desired_shard_level_metrics: Some(metrics(&done.stream.metrics)),
        stream_arn: Some(done.stream.arn(identity).to_string()),
    }
}

pub fn tag((key, value): (&String, &String)) -> model::Tag {
    model::Tag { key: Some(key.clone()), value: Some(value.clone()) }
}

pub fn consumer(
    identity: &Identity,
    stream: &Stream,
    consumer: &Consumer,
    status: &str,
) -> model::Consumer {
    model::Consumer {
        consumer_name: Some(consumer.name.clone()),
        consumer_arn: Some(consumer.arn(&stream.name, identity).to_string()),
        consumer_status: Some(status.to_owned()),
        consumer_creation_timestamp: Some(epoch(consumer.created)),
    }
}

/// Said of puts into encrypted streams only, as AWS does.
pub fn encryption_type(stream: &Stream) -> Option<String> {
    stream.encryption.is_some().then(|| KMS.to_owned())
}

pub fn key_id(stream: &Stream) -> Option<String> {
    stream.encryption.as_ref().map(|encryption| encryption.key_id.clone())
}

/// Only for on-demand streams: what it has shards for, and what it shall always have them for.
pub fn warm_throughput(stream: &Stream) -> Option<model::WarmThroughputObject> {
    let target = i32::try_from(stream.warm_mibps?).ok();
    let current_mi_bps = i32::try_from(stream.open_shard_count()).ok();
    Some(model::WarmThroughputObject { target_mi_bps: target, current_mi_bps })
}

pub fn commitment(
    commitment: &Commitment,
    now: Timestamp,
) -> model::MinimumThroughputBillingCommitmentOutput {
    let status = if commitment.enabled {
        "ENABLED"
    } else if commitment.is_ending(now) {
        "ENABLED_UNTIL_EARLIEST_ALLOWED_END"
    } else {
        "DISABLED"
    };
    model::MinimumThroughputBillingCommitmentOutput {
        status: Some(status.into()),
        started_at: commitment.started.map(epoch),
        ended_at: commitment.ended.map(epoch),
        earliest_allowed_end_at: commitment.earliest_end().map(epoch),
    }
}

/// A StreamCreationTimestamp names an incarnation of the stream; the wire's floats may have lost
/// the milliseconds.
pub fn check_creation(
    streams: &Streams,
    stream: &Stream,
    given: Option<Epoch>,
) -> Result<(), Error> {
    if given.is_some_and(|at| Timestamp(at.0).as_secs() != stream.created.as_secs()) {
        return Err(streams.not_found(stream.name.as_str()));
    }
    Ok(())
}

pub fn open_shard_count(stream: &Stream) -> Option<i32> {
    i32::try_from(stream.open_shard_count()).ok()
}

/// A count of the request; the model has checked that it is positive.
pub fn count(given: Option<i32>, default: usize) -> usize {
    given.and_then(|count| usize::try_from(count).ok()).unwrap_or(default)
}

/// To be asked last: everything else about the call was right.
pub fn check_dry_run(dry_run: Option<bool>) -> Result<(), Error> {
    if dry_run == Some(true) { Err(Error::DryRun) } else { Ok(()) }
}

/// A member that the model requires, so that it is there.
pub fn required<T>(member: Option<T>, name: &str) -> Result<T, Error> {
    member.ok_or_else(|| Error::InvalidArgument(format!("{name} must be specified.")))
}
