//! Live figures of a running application: what it reads, holds and sends, and what holds it up.
//! Does not: keep history; a reader takes the difference of two looks.

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_sql_engine::{Explanation, OperatorCounters, OperatorPlan, PumpPlan};
use levada_types::Timestamp;
use parking_lot::Mutex;
use serde::Serialize;

/// Counts are since the application was last started, updated or restarted by the server.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Figures {
    /// Records of producers, aggregates opened.
    pub records: u64,
    /// Aggregates that lay in the wrong shard and were dropped.
    pub dropped_aggregates: u64,
    /// Rows that entered the in-application streams of the input.
    pub rows: u64,
    /// Rows that wait for their event time.
    pub held_rows: u64,
    /// Rows of the error stream.
    pub errors: u64,
    /// By output id.
    pub outputs: BTreeMap<String, OutputFigures>,
    /// Every record that arrived before this has been computed; milliseconds since the epoch.
    pub watermark_ms: i64,
    /// How far the watermark lies behind the clock.
    pub lag_ms: u64,
    /// Records per second of machine time, over the last second or more.
    pub records_per_second: f64,
    /// Bytes of the state in the last checkpoint, and how long that took.
    pub state_bytes: u64,
    pub checkpoint_took_ms: u64,
    pub checkpoints: u64,
    /// Changed reference objects that were swapped in while running.
    pub reference_swaps: u64,
    /// What every operator of the code does and has counted, pump by pump.
    pub pumps: Vec<PumpFigures>,
    /// Why the function that processes records does not, while it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub processor_held_up: Option<String>,
    /// How often the run has failed and was begun again, and why the last time.
    pub failures: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_failure: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OutputFigures {
    /// The in-application stream.
    pub stream: String,
    pub target: String,
    /// Rows made, and those of them that the target has.
    pub rows: u64,
    pub delivered: u64,
    /// Why the target does not take rows, while it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_up: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct PumpFigures {
    pub name: String,
    /// From the pump's source to its target.
    pub operators: Vec<OperatorFigures>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct OperatorFigures {
    pub operator: &'static str,
    /// Its keys, windows and expressions, as the code has them.
    pub details: BTreeMap<&'static str, String>,
    pub rows_in: u64,
    pub rows_out: u64,
    pub state_bytes: u64,
    /// No later row of its output has a lower ROWTIME; milliseconds since the epoch.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub watermark_ms: Option<i64>,
}

/// Every pump of a plan with what its operators have counted.
pub fn pumps(plan: &Explanation, counters: &[Vec<OperatorCounters>]) -> Vec<PumpFigures> {
    let operator = |(plan, counters): (&OperatorPlan, &OperatorCounters)| OperatorFigures {
        operator: plan.operator,
        details: plan.details.iter().cloned().collect(),
        rows_in: counters.rows_in,
        rows_out: counters.rows_out,
        state_bytes: counters.state_bytes as u64,
        watermark_ms: counters.watermark.map(Timestamp::as_millis),
    };
    let pump = |(plan, counters): (&PumpPlan, &Vec<OperatorCounters>)| PumpFigures {
        name: plan.name.clone(),
        operators: plan.operators.iter().zip(counters).map(operator).collect(),
    };
    plan.pumps.iter().zip(counters).map(pump).collect()
}

/// Shared by a runner, which writes, and whoever looks.
#[derive(Clone, Default)]
pub struct Live(Arc<Mutex<Figures>>);

impl Live {
    pub fn look(&self) -> Figures {
        self.0.lock().clone()
    }

    pub fn change(&self, change: impl FnOnce(&mut Figures)) {
        change(&mut self.0.lock());
    }

    pub fn processor_held_up(&self, why: Option<String>) {
        self.change(|figures| figures.processor_held_up = why);
    }

    pub fn output_held_up(&self, output: &str, why: Option<String>) {
        self.change(|figures| {
            if let Some(output) = figures.outputs.get_mut(output) {
                output.held_up = why;
            }
        });
    }
}

/// Records per second of machine time.
pub struct Rate {
    since: Timestamp,
    records: u64,
}

impl Rate {
    pub fn from(now: Timestamp) -> Self {
        Self { since: now, records: 0 }
    }

    /// The rate, once at least a second has passed since the last one.
    pub fn count(&mut self, records: u64, now: Timestamp) -> Option<f64> {
        self.records += records;
        let span = now.since(self.since);
        if span.as_secs() < 1 {
            return None;
        }
        let rate = self.records as f64 / span.as_secs_f64();
        *self = Self::from(now);
        Some(rate)
    }
}
