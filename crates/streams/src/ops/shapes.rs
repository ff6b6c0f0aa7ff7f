//! Domain values in the model's shapes, shared by the operations.
//! Does not: parse requests.

use levada_model::Epoch;
use levada_model::kinesis as model;
use levada_types::{HashRange, Timestamp};

use crate::error::Error;
use crate::stream::{Mode, Shard, Stream};

/// Every stream takes records from the moment it is visible until it is gone.
pub const ACTIVE: &str = "ACTIVE";
pub const NO_ENCRYPTION: &str = "NONE";

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

pub fn no_metrics() -> Vec<model::EnhancedMetrics> {
    vec![model::EnhancedMetrics { shard_level_metrics: Some(Vec::new()) }]
}

pub fn open_shard_count(stream: &Stream) -> Option<i32> {
    i32::try_from(stream.open_shards().count()).ok()
}

/// A count of the request; the model has checked that it is positive.
pub fn count(given: Option<i32>, default: usize) -> usize {
    given.and_then(|count| usize::try_from(count).ok()).unwrap_or(default)
}

/// A member that the model requires, so that it is there.
pub fn required<T>(member: Option<T>, name: &str) -> Result<T, Error> {
    member.ok_or_else(|| Error::InvalidArgument(format!("{name} must be specified.")))
}
