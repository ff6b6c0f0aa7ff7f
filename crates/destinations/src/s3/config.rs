//! Settings of objects: where, how named, how packed, how long buffered.
//! Does not: evaluate prefixes (see `codec::prefix`).

use std::time::Duration;

use levada_blob::BucketName;
use levada_codec::Tz;
use levada_codec::prefix::{Context, Prefix};
use levada_types::Timestamp;
use serde::{Deserialize, Serialize};

use crate::InvalidConfig;

/// Hints: a batch is full at the size or at the interval, whichever comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Buffering {
    /// 1 to 128, before compression.
    pub size_mib: u32,
    /// 0 to 900, from the arrival of the first record on.
    pub interval_secs: u32,
}

impl Default for Buffering {
    fn default() -> Self {
        Self { size_mib: 5, interval_secs: 300 }
    }
}

impl Buffering {
    pub fn bytes(self) -> usize {
        self.size_mib as usize * 1024 * 1024
    }

    pub fn interval(self) -> Duration {
        Duration::from_secs(u64::from(self.interval_secs))
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Compression {
    #[default]
    Uncompressed,
    Gzip,
}

impl Compression {
    /// AWS's names. `None` for formats that are not supported.
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "UNCOMPRESSED" => Some(Self::Uncompressed),
            "GZIP" => Some(Self::Gzip),
            _ => None,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Uncompressed => "UNCOMPRESSED",
            Self::Gzip => "GZIP",
        }
    }

    pub fn extension(self) -> &'static str {
        match self {
            Self::Uncompressed => "",
            Self::Gzip => ".gz",
        }
    }
}

/// Persisted; texts stay as the user gave them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct S3Config {
    pub bucket: String,
    pub role_arn: String,
    pub prefix: Option<String>,
    pub error_output_prefix: Option<String>,
    pub buffering: Buffering,
    pub compression: Compression,
    /// Replaces the compression's own extension.
    pub file_extension: Option<String>,
    /// An IANA name; UTC when absent.
    pub time_zone: Option<String>,
}

impl S3Config {
    pub fn check(&self) -> Result<(), InvalidConfig> {
        BucketName::parse(&self.bucket).map_err(|e| InvalidConfig::new(e.to_string()))?;
        self.zone()?;
        let (prefix, _) = self.prefixes()?;
        let context =
            Context { at: Timestamp::EPOCH, zone: Tz::UTC, error_output_type: "", seed: 0 };
        prefix.evaluate(&context).map_err(|e| InvalidConfig::new(e.to_string()))?;
        Ok(())
    }

    pub(crate) fn zone(&self) -> Result<Tz, InvalidConfig> {
        let Some(name) = self.time_zone.as_deref().filter(|name| !name.is_empty()) else {
            return Ok(Tz::UTC);
        };
        name.parse()
            .map_err(|_| InvalidConfig(format!("CustomTimeZone `{name}` is not a time zone")))
    }

    pub(crate) fn prefixes(&self) -> Result<(Prefix, Prefix), InvalidConfig> {
        Prefix::parse_both(self.prefix.as_deref(), self.error_output_prefix.as_deref())
            .map_err(|error| InvalidConfig::new(error.to_string()))
    }

    pub(crate) fn extension(&self) -> &str {
        match self.file_extension.as_deref() {
            Some(extension) if !extension.is_empty() => extension,
            _ => self.compression.extension(),
        }
    }
}
