//! Where a run begins: positions in the source, the first bound, the names of its outputs.
//! Does not: run it.

use std::collections::BTreeMap;

use levada_env::Env;
use levada_types::{Arn, FlowError, RecordSink, RecordSource, StartAt, Timestamp};

use crate::application::{Application, StartPosition};
use crate::checkpoint::{Checkpoint, Header, producer};
use crate::error::Error;

/// A run from the beginning of what the source holds, or from now on.
///
/// The first bound is fixed here and stored, so that windows begin at the same instant however
/// often a crash makes the run begin again.
pub async fn fresh(
    source: &dyn RecordSource,
    application: &Application,
    arn: &Arn,
    at: StartAt,
    env: &Env,
) -> Result<Checkpoint, Error> {
    let mut positions = BTreeMap::new();
    let mut bound: Option<Timestamp> = None;
    for shard in source.shards(arn).await? {
        let index = source.position(arn, shard.id, at).await?;
        let first = source.read(arn, shard.id, index, 1).await?;
        positions.insert(shard.id, index);
        let earliest = first.records.first().map_or(first.horizon, |record| record.arrived);
        if !(first.finished && first.records.is_empty()) {
            bound = Some(bound.map_or(earliest, |bound| bound.min(earliest)));
        }
    }
    let header = Header {
        run: env.random.uuid(),
        version: application.version,
        positions,
        bound: bound.unwrap_or_else(|| env.clock.now()),
        ordinals: BTreeMap::new(),
        held: BTreeMap::new(),
    };
    Ok(Checkpoint { header, engine: Vec::new() })
}

/// The run that was stopped, going on. When its last outputs are younger than its checkpoint and
/// the code or the tables have changed since, they cannot be told from new ones: the rows since
/// the checkpoint are then computed and sent again.
pub async fn resumed(
    sink: &dyn RecordSink,
    application: &Application,
    mut checkpoint: Checkpoint,
    is_same: bool,
) -> Result<Checkpoint, FlowError> {
    if is_same {
        return Ok(checkpoint);
    }
    checkpoint.header.version = application.version;
    let mut is_settled = true;
    for output in &application.outputs {
        let producer = producer(&checkpoint.header.run, &application.name, &output.id);
        let stored = sink.producer_next(&producer).await?;
        let ordinal = checkpoint.header.ordinals.entry(output.id.clone()).or_insert(0);
        is_settled &= stored <= *ordinal;
        *ordinal = stored.max(*ordinal);
    }
    if !is_settled {
        checkpoint.engine.clear();
    }
    Ok(checkpoint)
}

impl StartPosition {
    /// `None` when the run goes on where it stopped.
    pub fn start_at(self) -> Option<StartAt> {
        match self {
            Self::Now => Some(StartAt::Latest),
            Self::TrimHorizon => Some(StartAt::TrimHorizon),
            Self::LastStoppedPoint => None,
        }
    }
}
