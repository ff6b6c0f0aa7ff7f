//! The tasks of one mapping: one reader per shard, children after their parents.
//! Does not: decide about failed batches (see `batch`).

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use levada_env::Shutdown;
use levada_types::{FlowError, ShardId, SourceRecord, SourceShard};
use tokio::task::JoinSet;

use super::batch::{Step, Verdict, Work, verdict};
use super::event;
use super::registry::{Checkpoint, Mapping};
use crate::error::Error;
use crate::limits;
use crate::service::Functions;

/// Runs until `stop`, through every shard the stream has and will have.
pub async fn run(functions: Arc<Functions>, mapping: Arc<Mapping>, stop: Shutdown) {
    let mut readers = JoinSet::new();
    let mut running = HashSet::new();
    let mut failures = 0;
    loop {
        match functions.startable(&mapping, &running).await {
            Ok(startable) => {
                failures = 0;
                for (shard, at) in startable {
                    running.insert(shard);
                    let reader = Reader::new(&functions, &mapping, shard, at.next, &stop);
                    readers.spawn(reader.run());
                }
            }
            Err(error) => {
                failures += 1;
                let (uuid, source) = (&mapping.uuid, &mapping.source);
                tracing::warn!(%error, uuid, %source, "shards of an event source are unknown");
            }
        }
        // A stream without an open shard gets one only by being created again: look seldom.
        let (unknown, tries) = (failures > 0 || readers.is_empty(), failures.max(8));
        tokio::select! {
            // A finished shard has children, which are there to be found now.
            Some(ended) = readers.join_next() => if let Ok(shard) = ended {
                running.remove(&shard);
            },
            () = functions.env.clock.sleep(pause(tries)), if unknown => {}
            () = stop.begun() => break,
        }
    }
    // Readers see the same signal; what they hold is broken off.
    while readers.join_next().await.is_some() {}
}

/// 100 ms, doubling to a minute of product time.
fn pause(tries: u32) -> Duration {
    let factor = 1 << tries.saturating_sub(1).min(10);
    (limits::RETRY_PAUSE_MIN * factor).min(limits::RETRY_PAUSE_MAX)
}

impl Functions {
    /// Shards that are to be read now and are not: unfinished, with every parent finished.
    async fn startable(
        &self,
        mapping: &Mapping,
        running: &HashSet<ShardId>,
    ) -> Result<Vec<(ShardId, Checkpoint)>, Error> {
        let shards = self.source.shards(&mapping.source).await;
        let shards = shards.map_err(|e: FlowError| Error::Machine(e.to_string()))?;
        let mut unfinished = HashSet::new();
        let mut startable = Vec::new();
        for SourceShard { id, parents, .. } in shards {
            // A shard unknown at the mapping's creation came later: it is read from its start.
            let at = self.mappings.checkpoint(&mapping.uuid, id).await?;
            let at = at.unwrap_or(Checkpoint { next: 0, finished: false });
            if at.finished {
                continue;
            }
            let blocked = parents.iter().any(|parent| unfinished.contains(parent));
            unfinished.insert(id);
            if !blocked && !running.contains(&id) {
                startable.push((id, at));
            }
        }
        Ok(startable)
    }
}

struct Reader {
    functions: Arc<Functions>,
    mapping: Arc<Mapping>,
    shard: ShardId,
    next: u64,
    stop: Shutdown,
}

impl Reader {
    fn new(
        functions: &Arc<Functions>,
        mapping: &Arc<Mapping>,
        shard: ShardId,
        next: u64,
        stop: &Shutdown,
    ) -> Self {
        let (functions, mapping) = (Arc::clone(functions), Arc::clone(mapping));
        Self { functions, mapping, shard, next, stop: stop.clone() }
    }

    /// Returns when the shard is finished or the mapping stops.
    async fn run(mut self) -> ShardId {
        let stop = self.stop.clone();
        tokio::select! {
            biased;
            () = stop.begun() => {}
            () = self.read_all() => {}
        }
        self.shard
    }

    async fn read_all(&mut self) {
        let mut failures = 0;
        loop {
            match self.read_once().await {
                Ok(true) => return,
                Ok(false) => failures = 0,
                Err(error) => {
                    failures += 1;
                    let (uuid, shard) = (&self.mapping.uuid, self.shard);
                    tracing::warn!(%error, uuid, %shard, "an event source cannot be read");
                    self.functions.env.clock.sleep(pause(failures)).await;
                }
            }
        }
    }

    /// One batch, or one wait for records. True when the shard is finished.
    async fn read_once(&mut self) -> Result<bool, Error> {
        let batch = self.collect().await.map_err(|e| Error::Machine(e.to_string()))?;
        match batch {
            Some(records) => {
                self.process(records).await?;
                Ok(false)
            }
            None => {
                let at = Checkpoint { next: self.next, finished: true };
                self.keep(at).await?;
                Ok(true)
            }
        }
    }

    async fn keep(&self, at: Checkpoint) -> Result<(), Error> {
        self.functions.mappings.keep(&self.mapping.uuid, self.shard, at).await
    }

    async fn advance(&mut self, next: u64) -> Result<(), Error> {
        self.keep(Checkpoint { next, finished: false }).await?;
        self.next = next;
        Ok(())
    }

    /// Waits for the first record, then up to the batching window for a full batch. `None` when
    /// the shard is closed and read to its end.
    async fn collect(&mut self) -> Result<Option<Vec<SourceRecord>>, FlowError> {
        let source = &self.functions.source;
        let arn = &self.mapping.source;
        let wanted = self.mapping.rules.records_max as usize;
        let clock = &self.functions.env.clock;
        let mut batch = source.read(arn, self.shard, self.next, wanted).await?;
        while batch.records.is_empty() {
            if batch.finished {
                return Ok(None);
            }
            self.next = self.next.max(batch.next);
            source.wait(arn, self.shard, self.next).await?;
            batch = source.read(arn, self.shard, self.next, wanted).await?;
        }
        let window = Duration::from_secs(self.mapping.rules.window_secs.into());
        let deadline = clock.now().plus(window);
        while batch.records.len() < wanted
            && !batch.finished
            && within_payload(&batch.records) == batch.records.len()
            && clock.now() < deadline
        {
            tokio::select! {
                waited = source.wait(arn, self.shard, batch.next) => waited?,
                () = clock.sleep_until(deadline) => {}
            }
            batch = source.read(arn, self.shard, self.next, wanted).await?;
        }
        let fitting = within_payload(&batch.records);
        batch.records.truncate(fitting);
        Ok(Some(batch.records))
    }

    async fn process(&mut self, records: Vec<SourceRecord>) -> Result<(), Error> {
        let mut work = Work::new(records);
        self.drop_expired(&mut work, 0).await?;
        while let Some(current) = work.current().map(<[SourceRecord]>::to_vec) {
            let step = match self.call(&current).await {
                Ok(verdict) => work.answered(verdict, &self.mapping.rules),
                Err(error) => {
                    let (uuid, shard) = (&self.mapping.uuid, self.shard);
                    tracing::warn!(%error, uuid, %shard, "a mapped function cannot be called");
                    work.not_called()
                }
            };
            match step {
                Step::Checkpoint(next) => {
                    self.functions.mappings.set_result(&self.mapping.uuid, "OK");
                    self.advance(next).await?;
                }
                Step::GiveUp { part, checkpoint } => {
                    self.report_lost(&part.records, "retries are used up");
                    self.advance(checkpoint).await?;
                }
                Step::Pause { tries, checkpoint } => {
                    let problem = "PROBLEM: Function call failed";
                    self.functions.mappings.set_result(&self.mapping.uuid, problem);
                    if let Some(next) = checkpoint {
                        self.advance(next).await?;
                    }
                    self.functions.env.clock.sleep(pause(tries)).await;
                    self.drop_expired(&mut work, tries).await?;
                }
            }
        }
        Ok(())
    }

    /// Drops what is older than the mapping wants, or is no longer in the stream.
    async fn drop_expired(&mut self, work: &mut Work, tries: u32) -> Result<(), Error> {
        let Some(current) = work.current() else { return Ok(()) };
        let now = self.functions.env.clock.now();
        let age_max = self.mapping.rules.age_secs_max;
        let age_max = age_max.map(|secs| Duration::from_secs(secs.into()));
        let too_old =
            |record: &SourceRecord| age_max.is_some_and(|max| now.since(record.arrived) > max);
        let mut first = current.iter().find(|record| !too_old(record)).map(|record| record.index);
        if first.is_none() {
            first = current.last().map(|record| record.index + 1);
        }
        // The stream's own retention is looked at once the retries have slowed down.
        if tries >= 8 {
            let arn = &self.mapping.source;
            let start = levada_types::StartAt::TrimHorizon;
            if let Ok(horizon) = self.functions.source.position(arn, self.shard, start).await {
                first = first.max(Some(horizon));
            }
        }
        let Some(first) = first else { return Ok(()) };
        let lost: Vec<SourceRecord> =
            current.iter().filter(|record| record.index < first).cloned().collect();
        if !lost.is_empty() {
            self.report_lost(&lost, "the records are too old");
            let next = lost.last().map_or(self.next, |record| record.index + 1);
            work.drop_before(first);
            self.advance(next).await?;
        }
        Ok(())
    }

    fn report_lost(&self, records: &[SourceRecord], why: &str) {
        let Mapping { uuid, function, .. } = &*self.mapping;
        let number = |record: Option<&SourceRecord>| {
            record.map(|record| record.sequence_number.clone()).unwrap_or_default()
        };
        tracing::error!(
            uuid,
            %function,
            shard = %self.shard,
            first = number(records.first()),
            last = number(records.last()),
            count = records.len(),
            why,
            "records of an event source mapping were skipped"
        );
    }

    async fn call(&self, records: &[SourceRecord]) -> Result<Verdict, Error> {
        let Mapping { function, source, rules, .. } = &*self.mapping;
        let role = self.functions.get(function).await?.role;
        let payload = event::document(source, self.shard, &role, records);
        let request_id = self.functions.env.random.uuid();
        let invoked = self.functions.run(function, request_id, payload).await?;
        let failed = invoked.function_error.is_some();
        Ok(verdict(rules, failed, &invoked.payload, records))
    }
}

/// How many records from the front fit into one invocation; at least one.
fn within_payload(records: &[SourceRecord]) -> usize {
    let mut bytes = 0;
    let fits = |record: &&SourceRecord| {
        bytes += event::bytes_max(record);
        bytes <= limits::SYNC_PAYLOAD_BYTES_MAX
    };
    records.iter().take_while(fits).count().max(1)
}
