//! `agent.json`, parsed at the door: one JSON object with the Kinesis Agent's keys.
//! Does not: read the file, or look at the environment.

use std::time::Duration;

use levada_client::Destination;
use serde_json::{Map, Value};

use crate::keys;
use crate::process::Processor;

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConfigError {
    #[error("agent configuration is not JSON: {0}")]
    NotJson(String),
    #[error("{place}: expected {expected}, got {got}")]
    WrongValue { place: String, expected: String, got: String },
    #[error("{place}: unknown key `{key}`{hint}")]
    UnknownKey { place: String, key: String, hint: String },
    #[error("{place}: `{key}` is not supported yet")]
    Unsupported { place: String, key: String },
    #[error("{place}: `{key}` is missing")]
    Missing { place: String, key: String },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum InitialPosition {
    StartOfFile,
    EndOfFile,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PartitionKeyOption {
    /// The decimal text of a number in `[0, 1e6)`.
    Random,
    /// Hex MD5 of the record's data.
    Deterministic,
}

#[derive(Clone, Debug)]
pub struct FlowConfig {
    pub file_pattern: String,
    pub destination: Destination,
    pub partition_key: PartitionKeyOption,
    pub initial_position: InitialPosition,
    pub buffer_age_max: Duration,
    pub buffer_bytes_max: usize,
    pub buffer_records_max: usize,
    pub poll_min: Duration,
    pub refresh_max: Duration,
    pub retry_initial: Duration,
    pub retry_max: Duration,
    pub skip_header_lines: u64,
    pub truncated_terminator: String,
    pub processors: Vec<Processor>,
}

#[derive(Clone, Debug)]
pub struct AgentConfig {
    pub access_key: Option<String>,
    pub secret_key: Option<String>,
    pub kinesis_endpoint: Option<String>,
    pub firehose_endpoint: Option<String>,
    pub region: Option<String>,
    pub checkpoint_file: String,
    pub status_period: Duration,
    pub flows: Vec<FlowConfig>,
    /// Keys that were understood and have no meaning here.
    pub ignored: Vec<String>,
}

/// One object of the file with the place that errors name.
pub(crate) struct Section<'a> {
    pub place: String,
    pub values: &'a Map<String, Value>,
}

impl<'a> Section<'a> {
    fn wrong(&self, key: &str, expected: &str, got: &Value) -> ConfigError {
        let place = format!("{} `{key}`", self.place);
        ConfigError::WrongValue { place, expected: expected.into(), got: got.to_string() }
    }

    pub fn text(&self, key: &str) -> Result<Option<&'a str>, ConfigError> {
        match self.values.get(key) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text)),
            Some(other) => Err(self.wrong(key, "text", other)),
        }
    }

    pub fn required_text(&self, key: &str) -> Result<&'a str, ConfigError> {
        self.text(key)?
            .ok_or_else(|| ConfigError::Missing { place: self.place.clone(), key: key.into() })
    }

    /// Numbers may be written as strings, as the stock agent allows.
    fn number(&self, key: &str, default: u64, low: u64, high: u64) -> Result<u64, ConfigError> {
        let Some(value) = self.values.get(key) else { return Ok(default) };
        let number = match value {
            Value::Number(number) => number.as_u64(),
            Value::String(text) => text.trim().parse().ok(),
            _ => None,
        };
        number
            .filter(|n| (low..=high).contains(n))
            .ok_or_else(|| self.wrong(key, &format!("a whole number from {low} to {high}"), value))
    }

    fn millis(
        &self,
        key: &str,
        default: u64,
        low: u64,
        high: u64,
    ) -> Result<Duration, ConfigError> {
        self.number(key, default, low, high).map(Duration::from_millis)
    }

    pub fn choice<T: Copy>(
        &self,
        key: &str,
        default: T,
        choices: &[(&str, T)],
    ) -> Result<T, ConfigError> {
        let Some(text) = self.text(key)? else { return Ok(default) };
        choices.iter().find(|(name, _)| *name == text).map(|(_, value)| *value).ok_or_else(|| {
            let names: Vec<&str> = choices.iter().map(|(name, _)| *name).collect();
            self.wrong(key, &format!("one of {}", names.join(", ")), &Value::from(text))
        })
    }

    /// Refuses keys in none of `known`, with the nearest known one as a hint.
    pub fn check_keys(&self, known: &[&[&str]]) -> Result<(), ConfigError> {
        for key in self.values.keys() {
            if known.iter().any(|list| list.contains(&key.as_str())) {
                continue;
            }
            let nearest = known
                .iter()
                .flat_map(|list| list.iter())
                .map(|candidate| (distance(key, candidate), candidate))
                .min();
            let hint = match nearest {
                Some((steps, candidate)) if steps <= 3 => format!(", did you mean `{candidate}`?"),
                _ => String::new(),
            };
            return Err(ConfigError::UnknownKey {
                place: self.place.clone(),
                key: key.clone(),
                hint,
            });
        }
        Ok(())
    }
}

/// Levenshtein distance over characters, ignoring case.
fn distance(a: &str, b: &str) -> usize {
    let a: Vec<char> = a.to_lowercase().chars().collect();
    let b: Vec<char> = b.to_lowercase().chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

fn object<'a>(value: &'a Value, place: &str) -> Result<Section<'a>, ConfigError> {
    match value {
        Value::Object(values) => Ok(Section { place: place.to_owned(), values }),
        other => Err(ConfigError::WrongValue {
            place: place.into(),
            expected: "an object".into(),
            got: other.to_string(),
        }),
    }
}

impl AgentConfig {
    pub fn parse(text: &str) -> Result<Self, ConfigError> {
        let value: Value =
            serde_json::from_str(text).map_err(|e| ConfigError::NotJson(e.to_string()))?;
        let top = object(&value, "agent configuration")?;
        top.check_keys(&[keys::TOP, keys::TOP_IGNORED])?;
        let own = |key: &str| top.text(key).map(|text| text.map(str::to_owned));
        let flows = match top.values.get("flows") {
            Some(Value::Array(flows)) if !flows.is_empty() => flows
                .iter()
                .enumerate()
                .map(|(n, flow)| FlowConfig::parse(&object(flow, &format!("flows[{n}]"))?))
                .collect::<Result<Vec<_>, _>>()?,
            Some(other) => return Err(top.wrong("flows", "a list of at least one flow", other)),
            None => {
                return Err(ConfigError::Missing { place: top.place, key: "flows".into() });
            }
        };
        let ignored = keys::TOP_IGNORED.iter().filter(|key| top.values.contains_key(**key));
        Ok(Self {
            access_key: own("awsAccessKeyId")?,
            secret_key: own("awsSecretAccessKey")?,
            kinesis_endpoint: own("kinesis.endpoint")?,
            firehose_endpoint: own("firehose.endpoint")?,
            region: own("kinesis.region")?,
            checkpoint_file: own("checkpointFile")?
                .unwrap_or_else(|| "/var/run/aws-kinesis-agent/checkpoints".into()),
            status_period: Duration::from_secs(top.number(
                "log.statusReportingPeriodSeconds",
                30,
                0,
                86_400,
            )?),
            flows,
            ignored: ignored.map(|key| (*key).to_owned()).collect(),
        })
    }
}

impl FlowConfig {
    fn parse(section: &Section<'_>) -> Result<Self, ConfigError> {
        let unsupported = keys::FLOW_UNSUPPORTED.iter().find(|k| section.values.contains_key(**k));
        if let Some(key) = unsupported {
            let (place, key) = (section.place.clone(), (*key).to_owned());
            return Err(ConfigError::Unsupported { place, key });
        }
        section.check_keys(&[keys::FLOW, keys::FLOW_IGNORED])?;
        let destination = match (section.text("kinesisStream")?, section.text("deliveryStream")?) {
            (Some(name), None) => Destination::Stream(name.into()),
            (None, Some(name)) => Destination::DeliveryStream(name.into()),
            _ => {
                return Err(ConfigError::WrongValue {
                    place: section.place.clone(),
                    expected: "exactly one of `kinesisStream` and `deliveryStream`".into(),
                    got: "none or both".into(),
                });
            }
        };
        let bytes_max = destination.batch_bytes_max() as u64;
        let records_max = destination.batch_records_max() as u64;
        let as_usize = |n: u64| usize::try_from(n).unwrap_or(usize::MAX);
        Ok(Self {
            file_pattern: section.required_text("filePattern")?.to_owned(),
            partition_key: section.choice(
                "partitionKeyOption",
                PartitionKeyOption::Random,
                &[
                    ("RANDOM", PartitionKeyOption::Random),
                    ("DETERMINISTIC", PartitionKeyOption::Deterministic),
                ],
            )?,
            initial_position: section.choice(
                "initialPosition",
                InitialPosition::EndOfFile,
                &[
                    ("START_OF_FILE", InitialPosition::StartOfFile),
                    ("END_OF_FILE", InitialPosition::EndOfFile),
                ],
            )?,
            buffer_age_max: section.millis("maxBufferAgeMillis", 60_000, 1_000, 900_000)?,
            buffer_bytes_max: as_usize(section.number(
                "maxBufferSizeBytes",
                bytes_max,
                1,
                bytes_max,
            )?),
            buffer_records_max: as_usize(section.number(
                "maxBufferSizeRecords",
                records_max,
                1,
                records_max,
            )?),
            poll_min: section.millis("minTimeBetweenFilePollsMillis", 100, 1, 3_600_000)?,
            refresh_max: section.millis(
                "maxTimeBetweenFileTrackerRefreshMillis",
                10_000,
                1,
                3_600_000,
            )?,
            retry_initial: section.millis("retryInitialBackoffMillis", 100, 1, 3_600_000)?,
            retry_max: section.millis("retryMaxBackoffMillis", 10_000, 1, 3_600_000)?,
            skip_header_lines: section.number("skipHeaderLines", 0, 0, 1_000_000)?,
            truncated_terminator: section
                .text("truncatedRecordTerminator")?
                .unwrap_or("\n")
                .to_owned(),
            processors: Processor::parse_list(section)?,
            destination,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flow(extra: &str) -> String {
        format!(r#"{{"flows":[{{"filePattern":"/l/*","deliveryStream":"d"{extra}}}]}}"#)
    }

    #[test]
    fn a_minimal_file_has_the_stock_defaults() {
        let config = AgentConfig::parse(&flow("")).unwrap();
        let flow = &config.flows[0];
        assert_eq!(flow.initial_position, InitialPosition::EndOfFile);
        assert_eq!(flow.partition_key, PartitionKeyOption::Random);
        assert_eq!(flow.buffer_age_max, Duration::from_secs(60));
        assert_eq!(flow.buffer_records_max, 500);
        assert_eq!(flow.buffer_bytes_max, 4 * 1024 * 1024);
    }

    #[test]
    fn numbers_may_be_written_as_text() {
        let config = AgentConfig::parse(&flow(r#","maxBufferAgeMillis":"5000""#)).unwrap();
        assert_eq!(config.flows[0].buffer_age_max, Duration::from_secs(5));
    }

    #[test]
    fn a_misspelt_key_is_refused_and_the_right_one_named() {
        let error = AgentConfig::parse(&flow(r#","initalPosition":"END_OF_FILE""#)).unwrap_err();
        assert_eq!(
            error.to_string(),
            "flows[0]: unknown key `initalPosition`, did you mean `initialPosition`?"
        );
        let error = AgentConfig::parse(r#"{"flowz":[]}"#).unwrap_err();
        assert!(error.to_string().contains("did you mean `flows`?"), "{error}");
    }

    #[test]
    fn out_of_range_and_wrong_choices_name_what_was_expected() {
        let error = AgentConfig::parse(&flow(r#","maxBufferAgeMillis":5"#)).unwrap_err();
        assert!(error.to_string().contains("from 1000 to 900000"), "{error}");
        let error = AgentConfig::parse(&flow(r#","partitionKeyOption":"X""#)).unwrap_err();
        assert!(error.to_string().contains("one of RANDOM, DETERMINISTIC"), "{error}");
        let error = AgentConfig::parse(&flow(r#","kinesisStream":"s""#)).unwrap_err();
        assert!(error.to_string().contains("exactly one of"), "{error}");
    }
}
