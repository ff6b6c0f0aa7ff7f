//! ROWTIME from a column: where a row stands by its event time, and when that is known.
//!
//! A row is late when its event time lies more than the allowed lateness before its record's
//! arrival. That depends on the record alone, so a replay decides the same. No row with an event
//! time below (bound of arrivals - lateness) can follow any more: that is the engine's bound.
//! Does not: hold rows (see `ingest`).

use levada_types::Timestamp;

use crate::decode::DecodeError;
use crate::limits::EVENT_AHEAD_MAX;
use crate::run_settings::EventTime;

pub struct EventClock(EventTime);

#[derive(Clone, Debug, PartialEq)]
pub enum Placed {
    At(Timestamp),
    Refused(DecodeError),
}

impl EventClock {
    pub fn new(settings: EventTime) -> Self {
        Self(settings)
    }

    pub fn column(&self) -> &str {
        &self.0.column
    }

    pub fn bound(&self, arrivals: Timestamp) -> Timestamp {
        arrivals.minus(self.0.lateness)
    }

    pub fn place(&self, time: Option<Timestamp>, arrived: Timestamp) -> Placed {
        let column = self.0.column.clone();
        match time {
            None => Placed::Refused(DecodeError::NoRowtime { column }),
            Some(time) if time < self.bound(arrived) => {
                let late_ms = arrived.since(time).as_millis() as u64;
                let allowed_ms = self.0.lateness.as_millis() as u64;
                Placed::Refused(DecodeError::Late { column, late_ms, allowed_ms })
            }
            Some(time) if time > arrived.plus(EVENT_AHEAD_MAX) => {
                Placed::Refused(DecodeError::Ahead { column })
            }
            Some(time) => Placed::At(time),
        }
    }
}
