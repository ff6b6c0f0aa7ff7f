//! The run of one application: read, decode, compute, send, remember, wait.
//! Does not: change the application's configuration; a changed one is run by a new runner.
//!
//! A checkpoint is taken only when every row made so far is in its sink. What happens after it
//! can be lost at any point: the same records give the same rows again, and the sinks' own count
//! tells which of them are stored already.

use std::time::Duration;

use levada_env::Env;
use levada_sql_engine::{ColumnDef, Engine, ErrorRow, Program};
use levada_types::{FlowError, Timestamp};
use tokio::sync::watch;

use crate::application::{Application, Output};
use crate::checkpoint::{Checkpoint, Header, producer};
use crate::code;
use crate::decode::Decoder;
use crate::encode;
use crate::error::Error;
use crate::limits::{
    CHECKPOINT_EVERY, IDLE_PAUSE, IDLE_PAUSE_MACHINE_MAX, OUTPUT_RECORD_BYTES_MAX, RETRY_PAUSE,
    RETRY_PAUSE_MAX,
};
use crate::outbox::Outbox;
use crate::reader::{Delivery, SourceReader};
use crate::reference;
use crate::service::Seams;
use crate::store::Store;

/// What the service asks of a runner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wish {
    Run,
    /// Deliver what is held, take a checkpoint, and end.
    Settle,
}

pub struct Runner {
    pub application: Application,
    pub seams: Seams,
    pub store: Store,
    pub env: Env,
    pub wish: watch::Receiver<Wish>,
}

/// One output with the columns of its stream.
struct Lane {
    output: Output,
    columns: Vec<ColumnDef>,
    outbox: Outbox,
}

struct Run {
    engine: Engine,
    /// The in-application stream of the input.
    stream: String,
    decoder: Decoder,
    reader: SourceReader,
    lanes: Vec<Lane>,
    name: String,
    id: String,
    version: u64,
    bound: Timestamp,
    /// Something has happened since the last checkpoint that would have to be done again.
    is_dirty: bool,
    checkpoint_taken: Timestamp,
}

impl Runner {
    /// Ends when it is asked to settle, at shutdown, or at once when the application cannot run.
    pub async fn run(mut self) {
        let name = self.application.name.clone();
        let shutdown = self.env.shutdown.clone();
        let begun = tokio::select! {
            begun = self.begin_at_last() => begun,
            () = shutdown.begun() => return,
        };
        let mut run = match begun {
            Ok(run) => run,
            Err(error) => {
                tracing::error!(application = name, %error, "an application cannot run");
                return;
            }
        };
        if let Err(error) = self.mark_running().await {
            tracing::error!(application = name, %error, "an application's state is not stored");
        }
        tokio::select! {
            () = self.work(&mut run) => {}
            () = shutdown.begun() => {}
        }
    }

    async fn work(&mut self, run: &mut Run) {
        loop {
            let delivery = self.poll(run).await;
            run.step(delivery);
            for lane in &mut run.lanes {
                lane.outbox.flush(&self.env).await;
            }
            let is_settling = *self.wish.borrow() == Wish::Settle;
            if is_settling || run.is_checkpoint_due(&self.env) {
                self.checkpoint(run).await;
            }
            if is_settling {
                return;
            }
            self.idle(&run.reader).await;
        }
    }

    /// Tries again where that can help: the other services may still be opening.
    async fn begin_at_last(&self) -> Result<Run, Error> {
        let mut pause = RETRY_PAUSE;
        loop {
            match self.begin().await {
                Err(error @ (Error::Flow(_) | Error::Meta(_))) => {
                    let application = &self.application.name;
                    tracing::warn!(application, %error, "an application waits to be run");
                    self.env.clock.sleep(pause).await;
                    pause = (pause * 2).min(RETRY_PAUSE_MAX);
                }
                outcome => return outcome,
            }
        }
    }

    async fn begin(&self) -> Result<Run, Error> {
        let application = &self.application;
        let input = application.inputs.first().ok_or_else(|| {
            Error::InvalidConfiguration("the application has no input".to_owned())
        })?;
        let program = code::compile_whole(application)?;
        let checkpoint = self.store.checkpoint(&application.name).await?.ok_or_else(|| {
            Error::InvalidConfiguration("the application has never been started".to_owned())
        })?;
        let (engine, header) = self.engine(&program, checkpoint).await?;
        let Header { run, positions, bound, ordinals, .. } = header;
        let source = self.seams.source.clone();
        let reader = SourceReader::new(source, input.source.arn.clone(), &positions, bound);
        let mut lanes = Vec::new();
        for output in &application.outputs {
            let producer = producer(&run, &application.name, &output.id);
            let made = ordinals.get(&output.id).copied().unwrap_or(0);
            let (sink, target) = (self.seams.sink.clone(), output.target.arn.clone());
            let mut outbox = Outbox::new(sink, target, producer, made);
            outbox.synchronize(&self.env).await;
            let columns = code::columns_of(&program, output).unwrap_or_default();
            lanes.push(Lane { output: output.clone(), columns, outbox });
        }
        Ok(Run {
            engine,
            stream: input.stream(),
            decoder: Decoder::new(&input.schema),
            reader,
            lanes,
            name: application.name.clone(),
            id: run,
            version: application.version,
            bound,
            is_dirty: false,
            checkpoint_taken: self.env.machine_clock.now(),
        })
    }

    /// The engine as the checkpoint has it; a new one where the state is another program's.
    async fn engine(
        &self,
        program: &Program,
        mut checkpoint: Checkpoint,
    ) -> Result<(Engine, Header), Error> {
        let application = &self.application;
        let objects = self.store.objects(application).await?;
        let tables = reference::rows(application, &objects);
        let restored = match checkpoint.engine.is_empty() {
            true => None,
            false => match Engine::restore(program, &tables, &checkpoint.engine) {
                Ok(engine) => Some(engine),
                Err(error) => {
                    let name = &application.name;
                    tracing::info!(application = name, %error, "open windows begin anew");
                    self.forget_state(&mut checkpoint).await?;
                    None
                }
            },
        };
        let mut engine = restored.unwrap_or_else(|| {
            let mut engine = program.start(tables);
            engine.advance(checkpoint.header.bound);
            engine
        });
        let streams: Vec<&str> = application.outputs.iter().map(|o| o.name.as_str()).collect();
        engine.keep_output(&streams);
        Ok((engine, checkpoint.header))
    }

    /// Rows are counted on from what the sinks have, and stored so before any is made.
    async fn forget_state(&self, checkpoint: &mut Checkpoint) -> Result<(), Error> {
        checkpoint.engine.clear();
        for output in &self.application.outputs {
            let producer = producer(&checkpoint.header.run, &self.application.name, &output.id);
            let stored = self.seams.sink.producer_next(&producer).await?;
            let ordinal = checkpoint.header.ordinals.entry(output.id.clone()).or_insert(0);
            *ordinal = stored.max(*ordinal);
        }
        self.store.put_checkpoint(&self.application.name, checkpoint).await
    }

    async fn mark_running(&self) -> Result<(), Error> {
        use crate::application::Status::{Running, Starting, Updating};
        loop {
            let mut stored = self.store.get(&self.application.name).await?;
            if !matches!(stored.value.status, Starting | Updating) {
                return Ok(());
            }
            stored.value.status = Running;
            match self.store.update(stored.version, &stored.value).await {
                Err(Error::Changed(_)) => {}
                outcome => return outcome,
            }
        }
    }

    async fn poll(&self, run: &mut Run) -> Delivery {
        let mut pause = RETRY_PAUSE;
        loop {
            let error: FlowError = match run.reader.poll().await {
                Ok(delivery) => return delivery,
                Err(error) => error,
            };
            let application = &run.name;
            tracing::warn!(application, %error, "an input cannot be read; trying again");
            self.env.clock.sleep(pause).await;
            pause = (pause * 2).min(RETRY_PAUSE_MAX);
        }
    }

    async fn checkpoint(&self, run: &mut Run) {
        let checkpoint = run.checkpoint();
        match self.store.put_checkpoint(&run.name, &checkpoint).await {
            Ok(()) => run.is_dirty = false,
            // The one before it stays good; more will be computed again after a crash.
            Err(error) => {
                let application = &run.name;
                tracing::error!(application, %error, "a checkpoint is not stored");
            }
        }
        run.checkpoint_taken = self.env.machine_clock.now();
    }

    /// Until there is something to read, or windows may have to close, or the service wishes.
    async fn idle(&mut self, reader: &SourceReader) {
        // Records of the current millisecond wait for the clock to pass it.
        let waiting = reader.has_waiting();
        let pause = if waiting { Duration::from_millis(1) } else { IDLE_PAUSE };
        tokio::select! {
            () = reader.changed() => {}
            () = self.env.clock.sleep(pause) => {}
            () = self.env.machine_clock.sleep(IDLE_PAUSE_MACHINE_MAX) => {}
            changed = self.wish.changed() => {
                if changed.is_err() {
                    // The service is gone, and the process with it.
                    std::future::pending::<()>().await;
                }
            }
        }
    }
}

impl Run {
    fn step(&mut self, delivery: Delivery) {
        let Delivery { records, bound } = delivery;
        let mut rows = Vec::new();
        let mut errors: Vec<ErrorRow> = Vec::new();
        self.is_dirty |= !records.is_empty();
        for record in records {
            for row in self.decoder.decode(&record.data) {
                match row {
                    Ok(values) => rows.push((record.arrived, values)),
                    Err(error) => {
                        errors.push(error.row(record.arrived, &record.data, &self.stream));
                    }
                }
            }
        }
        if !rows.is_empty() {
            self.engine.push(&self.stream, rows);
        }
        if bound > self.bound {
            self.engine.advance(bound);
            self.bound = bound;
        }
        errors.extend(self.engine.take_errors());
        // Every failure before the bound is here: decoding first, then by pump, at one time.
        errors.sort_by_key(|row| row.error_time);
        for lane in &mut self.lanes {
            let made = lane.outbox.made;
            if lane.output.is_error_stream() {
                errors.iter().for_each(|row| lane.push(&row.values()));
            } else {
                let rows = self.engine.take_output(&lane.output.name);
                rows.iter().for_each(|row| lane.push(&row.values));
            }
            self.is_dirty |= lane.outbox.made > made;
        }
    }

    fn is_checkpoint_due(&self, env: &Env) -> bool {
        let now = env.machine_clock.now();
        self.is_dirty && now.since(self.checkpoint_taken) >= CHECKPOINT_EVERY
    }

    fn checkpoint(&self) -> Checkpoint {
        let ordinals = self.lanes.iter().map(|lane| (lane.output.id.clone(), lane.outbox.made));
        let header = Header {
            run: self.id.clone(),
            version: self.version,
            positions: self.reader.positions(),
            bound: self.bound,
            ordinals: ordinals.collect(),
        };
        Checkpoint { header, engine: self.engine.snapshot() }
    }
}

impl Lane {
    fn push(&mut self, values: &[levada_sql_lang::Value]) {
        let to_delivery_stream = self.output.target.is_delivery_stream();
        let record = encode::row(&self.columns, values, self.output.format, to_delivery_stream);
        if record.len() > OUTPUT_RECORD_BYTES_MAX {
            let (stream, bytes) = (&self.output.name, record.len());
            tracing::error!(stream, bytes, "a row is too long for a record and is left out");
            return;
        }
        self.outbox.push(record);
    }
}
