//! All outputs of a run: rows of in-application streams, encoded, on their way to their targets.
//! Does not: deliver by itself (see `outbox` and `function_outbox`).

use std::collections::BTreeMap;

use levada_env::Env;
use levada_sql_engine::{ColumnDef, Engine, Program, Value};
use levada_types::Identity;

use crate::application::{Application, Kind, Output};
use crate::checkpoint::producer;
use crate::code;
use crate::encode;
use crate::figures::{Live, OutputFigures};
use crate::function_outbox::FunctionOutbox;
use crate::limits::OUTPUT_RECORD_BYTES_MAX;
use crate::outbox::Outbox;
use crate::service::Seams;

/// One output with the columns of its stream.
struct Lane {
    output: Output,
    columns: Vec<ColumnDef>,
    outbox: Target,
}

enum Target {
    Sink(Outbox),
    Function(FunctionOutbox),
}

pub struct Outputs {
    lanes: Vec<Lane>,
}

impl Outputs {
    /// Counts on from `ordinals`, and asks the sinks how far they are.
    pub async fn open(
        application: &Application,
        program: &Program,
        run: &str,
        ordinals: &BTreeMap<String, u64>,
        seams: &Seams,
        identity: &Identity,
        env: &Env,
    ) -> Self {
        let mut lanes = Vec::new();
        for output in &application.outputs {
            let producer = producer(run, &application.name, &output.id);
            let made = ordinals.get(&output.id).copied().unwrap_or(0);
            let target = output.target.arn.clone();
            let outbox = if output.target.kind() == Kind::Function {
                let arn = identity.application(&application.name);
                let invoker = seams.invoker.clone();
                Target::Function(FunctionOutbox::new(invoker, target, arn, producer, made))
            } else {
                let mut outbox = Outbox::new(seams.sink.clone(), target, producer, made);
                outbox.synchronize(env).await;
                Target::Sink(outbox)
            };
            let columns = code::columns_of(program, output).unwrap_or_default();
            lanes.push(Lane { output: output.clone(), columns, outbox });
        }
        Self { lanes }
    }

    /// Encodes what the engine has made since the last time; true when that is anything.
    pub fn collect(&mut self, engine: &mut Engine, live: &Live) -> bool {
        let errors = engine.take_errors();
        let mut made_any = !errors.is_empty();
        for lane in &mut self.lanes {
            let before = lane.outbox.made();
            if lane.output.is_error_stream() {
                errors.iter().for_each(|row| lane.push(&row.values()));
            } else {
                let rows = engine.take_output(&lane.output.name);
                rows.iter().for_each(|row| lane.push(&row.values));
            }
            made_any |= lane.outbox.made() > before;
        }
        live.change(|figures| {
            figures.errors += errors.len() as u64;
            for lane in &self.lanes {
                let known = figures.outputs.entry(lane.output.id.clone());
                let output = known.or_insert_with(|| OutputFigures {
                    stream: lane.output.name.clone(),
                    target: lane.output.target.arn.to_string(),
                    ..OutputFigures::default()
                });
                output.rows = lane.outbox.made();
            }
        });
        made_any
    }

    /// Returns when every row is where it belongs.
    pub async fn flush(&mut self, env: &Env, live: &Live) {
        for lane in &mut self.lanes {
            let id = &lane.output.id;
            match &mut lane.outbox {
                Target::Sink(outbox) => outbox.flush(id, env, live).await,
                Target::Function(outbox) => outbox.flush(id, env, live).await,
            }
            let made = lane.outbox.made();
            live.change(|figures| {
                if let Some(output) = figures.outputs.get_mut(id) {
                    output.delivered = made;
                }
            });
        }
    }

    /// Ordinal of the next row, by output id.
    pub fn ordinals(&self) -> BTreeMap<String, u64> {
        let ordinal = |lane: &Lane| (lane.output.id.clone(), lane.outbox.made());
        self.lanes.iter().map(ordinal).collect()
    }
}

impl Lane {
    fn push(&mut self, values: &[Value]) {
        let to_delivery_stream = self.output.target.is_delivery_stream();
        let record = encode::row(&self.columns, values, self.output.format, to_delivery_stream);
        if record.len() > OUTPUT_RECORD_BYTES_MAX {
            let (stream, bytes) = (&self.output.name, record.len());
            tracing::error!(stream, bytes, "a row is too long for a record and is left out");
            return;
        }
        match &mut self.outbox {
            Target::Sink(outbox) => outbox.push(record),
            Target::Function(outbox) => outbox.push(record),
        }
    }
}

impl Target {
    fn made(&self) -> u64 {
        match self {
            Self::Sink(outbox) => outbox.made,
            Self::Function(outbox) => outbox.made,
        }
    }
}
