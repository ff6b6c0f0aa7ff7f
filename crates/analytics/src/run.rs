//! One attempt to run an application: where it begins, its steps, its checkpoints.
//! Does not: wait or retry (see `runner`).

use std::collections::BTreeMap;
use std::time::Duration;

use levada_env::Env;
use levada_sql_engine::{Engine, Explanation, Program};
use levada_types::{Identity, ShardId, Timestamp};

use crate::application::{Application, Input};
use crate::checkpoint::{Checkpoint, Header, producer};
use crate::code;
use crate::error::Error;
use crate::event_time::EventClock;
use crate::figures::{self, Live};
use crate::incoming;
use crate::ingest::Ingest;
use crate::limits::{CHECKPOINT_COST_FACTOR, CHECKPOINT_EVERY};
use crate::outputs::Outputs;
use crate::processor::{Processed, Processor};
use crate::reader::{Delivery, SourceReader};
use crate::reference;
use crate::run_settings::RunSettings;
use crate::service::Seams;
use crate::store::{Objects, Store};

pub struct Run {
    pub reader: SourceReader,
    pub outputs: Outputs,
    pub settings: RunSettings,
    engine: Engine,
    plan: Explanation,
    processor: Option<Processor>,
    ingest: Ingest,
    name: String,
    id: String,
    version: u64,
    /// Of arrival times.
    bound: Timestamp,
    /// Something has happened since the last checkpoint that would have to be done again.
    is_dirty: bool,
    checkpoint_taken: Timestamp,
    checkpoint_took: Duration,
}

impl Run {
    pub async fn begin(
        application: &Application,
        identity: &Identity,
        seams: &Seams,
        store: &Store,
        env: &Env,
    ) -> Result<Self, Error> {
        let wrong = |message: &str| Error::InvalidConfiguration(message.to_owned());
        let input =
            application.inputs.first().ok_or_else(|| wrong("the application has no input"))?;
        let settings = RunSettings::of(&application.tags)?;
        let program = code::compile_whole(application)?;
        code::check_rowtime(application)?;
        let checkpoint = store.checkpoint(&application.name).await?;
        let checkpoint =
            checkpoint.ok_or_else(|| wrong("the application has never been started"))?;
        let (mut ingest, mut read_from) =
            (ingest(application, input), checkpoint.header.positions.clone());
        if let Some(event_time) = &settings.event_time {
            let Header { positions, held, bound, .. } = &checkpoint.header;
            let clock = EventClock::new(event_time.clone());
            let released = clock.bound(*bound);
            ingest = ingest.by_event_time(clock, positions.clone(), released);
            read_from.extend(held);
        }
        let bound = ingest.engine_bound(checkpoint.header.bound);
        let (engine, header) =
            Self::engine(application, &program, checkpoint, bound, seams, store).await?;
        let Header { run, bound, ordinals, .. } = header;
        let arn = input.source.arn.clone();
        let processor = input.processor.as_ref().map(|function| Processor {
            invoker: seams.invoker.clone(),
            function: function.arn.clone(),
            application: identity.application(&application.name),
            source: arn.clone(),
        });
        let outputs =
            Outputs::open(application, &program, &run, &ordinals, seams, identity, env).await;
        Ok(Self {
            reader: SourceReader::new(seams.source.clone(), arn, &read_from, bound),
            outputs,
            settings,
            engine,
            plan: program.explain(),
            processor,
            ingest,
            name: application.name.clone(),
            id: run,
            version: application.version,
            bound,
            is_dirty: false,
            checkpoint_taken: env.machine_clock.now(),
            checkpoint_took: Duration::ZERO,
        })
    }

    /// The engine as the checkpoint has it; a new one, begun at `bound`, where the state is
    /// another program's.
    async fn engine(
        application: &Application,
        program: &Program,
        mut checkpoint: Checkpoint,
        bound: Timestamp,
        seams: &Seams,
        store: &Store,
    ) -> Result<(Engine, Header), Error> {
        let objects = store.objects(application).await?;
        let tables = reference::rows(application, &objects);
        let restored = match checkpoint.engine.is_empty() {
            true => None,
            false => match Engine::restore(program, &tables, &checkpoint.engine) {
                Ok(engine) => Some(engine),
                Err(error) => {
                    let name = &application.name;
                    tracing::info!(application = name, %error, "open windows begin anew");
                    forget_state(application, &mut checkpoint, seams, store).await?;
                    None
                }
            },
        };
        let mut engine = restored.unwrap_or_else(|| {
            let mut engine = program.start(tables);
            engine.advance(bound);
            engine
        });
        let streams: Vec<&str> = application.outputs.iter().map(|o| o.name.as_str()).collect();
        engine.keep_output(&streams);
        Ok((engine, checkpoint.header))
    }

    /// Computes what was read; returns how many records that were. Rows are made, not yet sent.
    pub async fn step(&mut self, delivery: Delivery, env: &Env, live: &Live) -> Result<u64, Error> {
        let Delivery { records, bound } = delivery;
        self.is_dirty |= !records.is_empty();
        let (records, dropped) = incoming::unpack(records);
        let count = records.len() as u64;
        let processed = match &self.processor {
            Some(processor) => processor.process(records, env, live).await,
            None => records.into_iter().map(Processed::Record).collect(),
        };
        let mut rows = 0;
        if !processed.is_empty() || bound > self.bound {
            self.bound = self.bound.max(bound);
            rows = self.ingest.take(&mut self.engine, &processed, self.bound)?;
        }
        // Beyond the limit nothing is kept of this step: the run ends before memory does.
        let (bytes, limit) = (self.engine.state_bytes(), self.settings.state_bytes_max);
        if bytes > limit {
            return Err(Error::StateTooLarge { bytes, limit });
        }
        self.is_dirty |= self.outputs.collect(&mut self.engine, live);
        live.change(|figures| {
            figures.records += count;
            figures.dropped_aggregates += dropped;
            figures.rows += rows;
            figures.held_rows = self.ingest.held_row_count() as u64;
            figures.watermark_ms = self.bound.as_millis();
            figures.lag_ms = env.clock.now().since(self.bound).as_millis() as u64;
        });
        Ok(count)
    }

    /// What every operator has counted until now.
    pub fn show_operators(&self, live: &Live) {
        let pumps = figures::pumps(&self.plan, &self.engine.counters());
        live.change(|figures| figures.pumps = pumps);
    }

    pub fn is_checkpoint_due(&self, env: &Env) -> bool {
        let pause = CHECKPOINT_EVERY.max(self.checkpoint_took * CHECKPOINT_COST_FACTOR);
        self.is_dirty && env.machine_clock.now().since(self.checkpoint_taken) >= pause
    }

    /// Stores where the run is, and with it the reference objects that hold from here on. Every
    /// row must be in its sink.
    ///
    /// # Errors
    /// When the state is larger than the application may have. A checkpoint that cannot be stored
    /// is only logged, unless objects go with it: the one before it stays good.
    pub async fn store_checkpoint(
        &mut self,
        store: &Store,
        objects: Option<&Objects>,
        env: &Env,
        live: &Live,
    ) -> Result<(), Error> {
        let begun = env.machine_clock.now();
        let checkpoint = self.checkpoint();
        let (bytes, limit) = (checkpoint.engine.len(), self.settings.state_bytes_max);
        if bytes > limit {
            return Err(Error::StateTooLarge { bytes, limit });
        }
        match store.put_checkpoint(&self.name, &checkpoint, objects).await {
            Ok(()) => self.is_dirty = false,
            Err(error) if objects.is_none() => {
                let application = &self.name;
                tracing::error!(application, %error, "a checkpoint is not stored");
            }
            Err(error) => return Err(error),
        }
        self.checkpoint_taken = env.machine_clock.now();
        self.checkpoint_took = self.checkpoint_taken.since(begun);
        live.change(|figures| {
            figures.state_bytes = bytes as u64;
            figures.checkpoint_took_ms = self.checkpoint_took.as_millis() as u64;
            figures.checkpoints += 1;
        });
        Ok(())
    }

    fn checkpoint(&self) -> Checkpoint {
        let mut positions = self.reader.positions();
        let mut held = self.ingest.held();
        for (shard, seen) in self.ingest.seen() {
            // Reading again what was seen before a restart may not be done yet.
            if let Some(at) = positions.get_mut(&shard).filter(|at| **at < seen) {
                let first = held.entry(shard).or_insert(*at);
                *first = (*first).min(*at);
                *at = seen;
            }
        }
        held.retain(|shard: &ShardId, first| positions.get(shard).is_some_and(|at| *first < *at));
        let header = Header {
            run: self.id.clone(),
            version: self.version,
            positions,
            bound: self.bound,
            ordinals: self.outputs.ordinals(),
            held,
        };
        Checkpoint { header, engine: self.engine.snapshot() }
    }
}

fn ingest(application: &Application, input: &Input) -> Ingest {
    let (columns, system) = code::input_columns(application, input);
    Ingest::new(input, columns, system)
}

/// Rows are counted on from what the sinks have, and stored so before any is made.
async fn forget_state(
    application: &Application,
    checkpoint: &mut Checkpoint,
    seams: &Seams,
    store: &Store,
) -> Result<(), Error> {
    checkpoint.engine.clear();
    let ordinals: &mut BTreeMap<String, u64> = &mut checkpoint.header.ordinals;
    for output in &application.outputs {
        let producer = producer(&checkpoint.header.run, &application.name, &output.id);
        let stored = seams.sink.producer_next(&producer).await?;
        let ordinal = ordinals.entry(output.id.clone()).or_insert(0);
        *ordinal = stored.max(*ordinal);
    }
    store.put_checkpoint(&application.name, checkpoint, None).await
}
