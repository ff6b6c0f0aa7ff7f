//! Settings of a run that AWS's API has no members for: they are tags of the application.
//! Does not: apply them; the runner does, from the next start or update on.

use std::collections::BTreeMap;
use std::time::Duration;

use levada_sql_lang::parse_timestamp;
use levada_types::Timestamp;

use crate::error::Error;
use crate::limits::STATE_BYTES_MAX;

/// What every such tag begins with; others are the user's own.
const PREFIX: &str = "levada:";
/// The column that gives ROWTIME in the place of the arrival time.
pub const ROWTIME_COLUMN: &str = "levada:rowtime-column";
/// Seconds by which a row's event time may lie behind its arrival.
pub const ALLOWED_LATENESS: &str = "levada:allowed-lateness";
/// Seconds between two looks at the reference objects.
pub const REFERENCE_WATCH: &str = "levada:reference-watch";
/// MiB of state beyond which the application is stopped with an error.
pub const STATE_LIMIT: &str = "levada:state-limit-mib";
/// `yyyy-MM-dd HH:mm:ss`, UTC: where a start begins, whatever position it asks for.
pub const REPLAY_FROM: &str = "levada:replay-from";

#[derive(Clone, Debug, PartialEq)]
pub struct RunSettings {
    pub event_time: Option<EventTime>,
    pub reference_watch: Option<Duration>,
    pub state_bytes_max: usize,
    pub replay_from: Option<Timestamp>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EventTime {
    pub column: String,
    pub lateness: Duration,
}

impl RunSettings {
    pub fn of(tags: &BTreeMap<String, String>) -> Result<Self, Error> {
        let known = [ROWTIME_COLUMN, ALLOWED_LATENESS, REFERENCE_WATCH, STATE_LIMIT, REPLAY_FROM];
        if let Some(key) = tags.keys().find(|k| k.starts_with(PREFIX) && !known.contains(&&***k)) {
            let message = format!("tag {key}: expected one of {}", known.join(", "));
            return Err(Error::InvalidArgument(message));
        }
        let lateness = number(tags, ALLOWED_LATENESS)?;
        let column = tags.get(ROWTIME_COLUMN);
        if column.is_none() && lateness.is_some() {
            let message = format!("tag {ALLOWED_LATENESS} needs the tag {ROWTIME_COLUMN}");
            return Err(Error::InvalidArgument(message));
        }
        let seconds = |count: Option<u32>| Duration::from_secs(u64::from(count.unwrap_or(0)));
        let bytes = number(tags, STATE_LIMIT)?.map(|mib| (mib as usize).saturating_mul(1 << 20));
        Ok(Self {
            event_time: column
                .map(|column| EventTime { column: column.clone(), lateness: seconds(lateness) }),
            reference_watch: number(tags, REFERENCE_WATCH)?
                .map(|count| seconds(Some(count.max(1)))),
            state_bytes_max: bytes.unwrap_or(STATE_BYTES_MAX),
            replay_from: tags.get(REPLAY_FROM).map(|text| time(text)).transpose()?,
        })
    }
}

fn number(tags: &BTreeMap<String, String>, key: &str) -> Result<Option<u32>, Error> {
    let Some(text) = tags.get(key) else { return Ok(None) };
    let message = || format!("tag {key}: expected a whole number, got `{text}`");
    text.parse().map(Some).map_err(|_| Error::InvalidArgument(message()))
}

fn time(text: &str) -> Result<Timestamp, Error> {
    let zoneless = text.strip_suffix('Z').unwrap_or(text);
    parse_timestamp(zoneless).ok_or_else(|| {
        let expected = "expected yyyy-MM-dd HH:mm:ss";
        Error::InvalidArgument(format!("tag {REPLAY_FROM}: {expected}, got `{text}`"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(tags: &[(&str, &str)]) -> Result<RunSettings, Error> {
        RunSettings::of(&tags.iter().map(|(k, v)| ((*k).into(), (*v).into())).collect())
    }

    #[test]
    fn settings_are_read_from_tags_and_other_tags_do_not_matter() {
        let plain = of(&[("team", "tolls")]).unwrap();
        assert_eq!(plain.event_time, None);
        assert_eq!(plain.state_bytes_max, STATE_BYTES_MAX);
        let set = of(&[
            (ROWTIME_COLUMN, "passed_at"),
            (ALLOWED_LATENESS, "90"),
            (STATE_LIMIT, "2"),
            (REFERENCE_WATCH, "30"),
            (REPLAY_FROM, "2018-11-01 10:00:00"),
        ])
        .unwrap();
        let lateness = Duration::from_secs(90);
        assert_eq!(set.event_time, Some(EventTime { column: "passed_at".into(), lateness }));
        assert_eq!(set.state_bytes_max, 2 << 20);
        assert_eq!(set.reference_watch, Some(Duration::from_secs(30)));
        assert_eq!(set.replay_from, Some(Timestamp(1_541_066_400_000)));
    }

    #[test]
    fn unknown_settings_and_values_that_make_no_sense_are_refused() {
        for (key, value) in [
            ("levada:rowtime-colum", "x"),
            (ALLOWED_LATENESS, "60"),
            (STATE_LIMIT, "much"),
            (REPLAY_FROM, "yesterday"),
        ] {
            assert!(matches!(of(&[(key, value)]), Err(Error::InvalidArgument(_))), "{key}");
        }
    }
}
