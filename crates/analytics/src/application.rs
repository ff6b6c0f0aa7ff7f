//! An application as it is stored: its configuration, its state, its version.
//! Does not: hold anything of a run; see `checkpoint`.

use std::collections::BTreeMap;

use levada_types::{Arn, ShardId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits::{INPUT_COUNT_MAX, OUTPUT_COUNT_MAX, REFERENCE_COUNT_MAX};
use crate::run_settings::RunSettings;
use crate::schema::{RecordFormat, SourceSchema};

/// Persisted; never rename a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    Ready,
    Starting,
    Running,
    Stopping,
    Updating,
    Deleting,
}

impl Status {
    pub fn name(self) -> &'static str {
        match self {
            Self::Ready => "READY",
            Self::Starting => "STARTING",
            Self::Running => "RUNNING",
            Self::Stopping => "STOPPING",
            Self::Updating => "UPDATING",
            Self::Deleting => "DELETING",
        }
    }

    /// Whether a process that finds this state has to run the application.
    pub fn is_active(self) -> bool {
        matches!(self, Self::Starting | Self::Running | Self::Updating)
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Application {
    pub name: String,
    pub description: String,
    pub code: String,
    /// Plus one with every change of the configuration.
    pub version: u64,
    /// Whole seconds: clients send it back with no more than that.
    pub created: Timestamp,
    pub updated: Timestamp,
    pub status: Status,
    pub inputs: Vec<Input>,
    pub outputs: Vec<Output>,
    pub references: Vec<Reference>,
    pub log_options: Vec<LogOption>,
    pub tags: BTreeMap<String, String>,
    /// The number in the id given last; ids are never given twice.
    pub last_id: u64,
    /// As v2 calls it; kept and described, not used.
    #[serde(default)]
    pub service_role: String,
    /// The version before the last change of the configuration.
    #[serde(default)]
    pub updated_from: Option<u64>,
    /// Set on a version that a rollback made: the version left, and the one it equals.
    #[serde(default)]
    pub rolled_back: Option<(u64, u64)>,
}

/// A stream, delivery stream or function with roles as the client named them; roles are not
/// used.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Resource {
    pub arn: Arn,
    pub role: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Stream,
    DeliveryStream,
    Function,
}

impl Resource {
    pub fn kind(&self) -> Kind {
        match self.arn.service.as_str() {
            "firehose" => Kind::DeliveryStream,
            "lambda" => Kind::Function,
            _ => Kind::Stream,
        }
    }

    pub fn is_delivery_stream(&self) -> bool {
        self.kind() == Kind::DeliveryStream
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Input {
    pub id: String,
    pub name_prefix: String,
    pub source: Resource,
    pub schema: SourceSchema,
    pub start: Option<StartPosition>,
    /// In-application streams over which the source's shards are spread, from 1 to 64.
    #[serde(default = "one")]
    pub parallelism: u32,
    /// The function that sees every record before it is decoded.
    #[serde(default)]
    pub processor: Option<Resource>,
}

fn one() -> u32 {
    1
}

impl Input {
    /// The in-application streams that receive the rows: `PREFIX_001` and on.
    pub fn streams(&self) -> Vec<String> {
        (1..=self.parallelism).map(|n| format!("{}_{n:03}", self.name_prefix)).collect()
    }

    /// The place in `streams` of the one that receives a shard's rows. It never changes for a
    /// shard, so that a restart gives every row to the same stream again.
    pub fn lane(&self, shard: ShardId) -> usize {
        (shard.0 % self.parallelism.max(1)) as usize
    }
}

/// Persisted; never rename a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum StartPosition {
    Now,
    TrimHorizon,
    LastStoppedPoint,
}

impl StartPosition {
    pub fn name(self) -> &'static str {
        match self {
            Self::Now => "NOW",
            Self::TrimHorizon => "TRIM_HORIZON",
            Self::LastStoppedPoint => "LAST_STOPPED_POINT",
        }
    }
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Output {
    pub id: String,
    /// The in-application stream, or `error_stream` in any case of letters.
    pub name: String,
    pub target: Resource,
    pub format: OutputFormat,
}

impl Output {
    pub fn is_error_stream(&self) -> bool {
        self.name.eq_ignore_ascii_case("error_stream")
    }
}

/// Persisted; never rename a variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OutputFormat {
    Json,
    Csv,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reference {
    pub id: String,
    pub table: String,
    pub bucket: String,
    pub key: String,
    pub role: String,
    pub schema: SourceSchema,
}

/// Kept and described; log messages go to the server's own log.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogOption {
    pub id: String,
    pub stream: String,
    pub role: String,
}

impl Application {
    /// An id as AWS gives them: `1.1`, `2.1`, …
    pub fn next_id(&mut self) -> String {
        self.last_id += 1;
        format!("{}.1", self.last_id)
    }

    /// What no single request member can show: counts, and names that must differ.
    pub fn check(&self) -> Result<(), Error> {
        let limit = |count: usize, limit: usize, what: &str| {
            let message = format!("an application has at most {limit} {what}, found {count}");
            if count > limit { Err(Error::InvalidArgument(message)) } else { Ok(()) }
        };
        limit(self.inputs.len(), INPUT_COUNT_MAX, "input")?;
        limit(self.outputs.len(), OUTPUT_COUNT_MAX, "outputs")?;
        limit(self.references.len(), REFERENCE_COUNT_MAX, "reference data source")?;
        for (place, output) in self.outputs.iter().enumerate() {
            if self.outputs.iter().take(place).any(|other| other.name == output.name) {
                let message = format!("in-application stream {} has two outputs", output.name);
                return Err(Error::InvalidArgument(message));
            }
        }
        RunSettings::of(&self.tags)?;
        for reference in &self.references {
            if self.inputs.iter().any(|input| input.streams().contains(&reference.table)) {
                let message = format!("{} is a stream and a reference table", reference.table);
                return Err(Error::InvalidArgument(message));
            }
        }
        Ok(())
    }
}

impl RecordFormat {
    /// As the API names it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Json { .. } => "JSON",
            Self::Csv { .. } => "CSV",
        }
    }
}
