//! Records to rows of the engine: decoding, lanes, system columns, and event time.
//! Does not: read or wait; what it gives depends on the sequence of records alone.

use std::collections::BTreeMap;

use levada_sql_engine::{Cell, ColumnDef, Engine, ErrorRow, SourceRows, Value};
use levada_types::{ShardId, Timestamp};

use crate::application::Input;
use crate::code::SystemColumn;
use crate::decode::{DecodeError, Decoder};
use crate::error::Error;
use crate::event_time::{EventClock, Placed};
use crate::incoming::Incoming;
use crate::limits::HELD_ROW_COUNT_MAX;
use crate::processor::Processed;

pub struct Ingest {
    input: Input,
    /// In-application streams, by lane.
    streams: Vec<String>,
    decoder: Decoder,
    /// Those of the schema, then the system columns.
    columns: Vec<ColumnDef>,
    system: Vec<SystemColumn>,
    event_time: Option<Waiting>,
}

/// Rows that wait until no row with an earlier event time can come.
struct Waiting {
    clock: EventClock,
    /// Place of the event time among the columns.
    column: usize,
    /// By event time, then in the order of arrival.
    rows: BTreeMap<(i64, u64), HeldRow>,
    rows_seen: u64,
    /// Records before these indexes were seen before a restart: what fails in them has been
    /// reported, and their rows below `released` are in the engine.
    seen: BTreeMap<ShardId, u64>,
    released: Timestamp,
}

struct HeldRow {
    lane: usize,
    shard: ShardId,
    index: u64,
    values: Vec<Value>,
}

impl Ingest {
    /// `columns` are those of the input's streams in the catalog.
    pub fn new(input: &Input, columns: Vec<ColumnDef>, system: Vec<SystemColumn>) -> Self {
        Self {
            input: input.clone(),
            streams: input.streams(),
            decoder: Decoder::new(&input.schema),
            columns,
            system,
            event_time: None,
        }
    }

    /// Takes ROWTIME from a column. `seen` and `released` say how far a run before this one was.
    pub fn by_event_time(
        mut self,
        clock: EventClock,
        seen: BTreeMap<ShardId, u64>,
        released: Timestamp,
    ) -> Self {
        let column = self.columns.iter().position(|column| column.name == clock.column());
        let (rows, rows_seen) = (BTreeMap::new(), 0);
        let column = column.unwrap_or(usize::MAX);
        self.event_time = Some(Waiting { clock, column, rows, rows_seen, seen, released });
        self
    }

    /// The engine's bound for a bound of arrival times.
    pub fn engine_bound(&self, bound: Timestamp) -> Timestamp {
        self.event_time.as_ref().map_or(bound, |waiting| waiting.clock.bound(bound))
    }

    /// Index of the first record, by shard, of which a row waits.
    pub fn held(&self) -> BTreeMap<ShardId, u64> {
        let mut held = BTreeMap::new();
        for row in self.event_time.iter().flat_map(|waiting| waiting.rows.values()) {
            let first = held.entry(row.shard).or_insert(row.index);
            *first = row.index.min(*first);
        }
        held
    }

    /// How far every shard has been seen, before a restart or since.
    pub fn seen(&self) -> BTreeMap<ShardId, u64> {
        self.event_time.as_ref().map(|waiting| waiting.seen.clone()).unwrap_or_default()
    }

    pub fn held_row_count(&self) -> usize {
        self.event_time.as_ref().map_or(0, |waiting| waiting.rows.len())
    }

    /// Gives the engine all rows of these records, what failed in them, and the bound. Returns
    /// how many rows went in.
    pub fn take(
        &mut self,
        engine: &mut Engine,
        records: &[Processed],
        bound: Timestamp,
    ) -> Result<u64, Error> {
        let mut rows = 0;
        match &mut self.event_time {
            None => rows = self.push_as_they_come(engine, records),
            Some(waiting) => {
                let stream = self.streams.first().map_or("", String::as_str);
                for one in records {
                    let (record, decoded) = match one {
                        Processed::Record(record) => (record, true),
                        Processed::Failed(record) => (record, false),
                    };
                    if !decoded {
                        waiting.report(engine, record, &DecodeError::Processing, stream);
                        continue;
                    }
                    let lane = self.input.lane(record.shard);
                    with_system_cells(&self.system, record, |extra| {
                        self.decoder.decode_into(&record.data, extra, &mut |row| match row {
                            Ok(cells) => waiting.hold(engine, record, lane, cells, stream),
                            Err(error) => waiting.report(engine, record, &error, stream),
                        });
                    });
                }
                if waiting.rows.len() > HELD_ROW_COUNT_MAX {
                    let (rows, limit) = (waiting.rows.len(), HELD_ROW_COUNT_MAX);
                    return Err(Error::TooManyHeldRows { rows, limit });
                }
                let released = waiting.release(waiting.clock.bound(bound));
                rows += released.len() as u64;
                let mut lanes = Lanes::new(&self.streams, &self.columns, released.len());
                for ((time, _), row) in released {
                    let cells: Vec<Cell<'_>> = row.values.iter().map(Cell::of).collect();
                    lanes.push(row.lane, Timestamp(time), &cells);
                }
                engine.push_rows(lanes.rows);
            }
        }
        engine.advance(self.engine_bound(bound));
        Ok(rows)
    }

    fn push_as_they_come(&self, engine: &mut Engine, records: &[Processed]) -> u64 {
        let mut lanes = Lanes::new(&self.streams, &self.columns, records.len());
        for one in records {
            let record = match one {
                Processed::Record(record) => record,
                Processed::Failed(record) => {
                    let stream = self.stream_of(record);
                    engine.report(error_row(&DecodeError::Processing, record, stream));
                    continue;
                }
            };
            let lane = self.input.lane(record.shard);
            with_system_cells(&self.system, record, |extra| {
                self.decoder.decode_into(&record.data, extra, &mut |row| match row {
                    Ok(cells) => lanes.push(lane, record.arrived, cells),
                    Err(error) => {
                        let stream = self.stream_of(record);
                        engine.report(error_row(&error, record, stream));
                    }
                });
            });
        }
        let rows = lanes.rows.iter().map(|(_, rows)| rows.len() as u64).sum();
        engine.push_rows(lanes.rows);
        rows
    }

    fn stream_of(&self, record: &Incoming) -> &str {
        self.streams.get(self.input.lane(record.shard)).map_or("", String::as_str)
    }
}

/// Rows of all in-application streams of an input.
struct Lanes<'a> {
    rows: Vec<(&'a str, SourceRows)>,
}

impl<'a> Lanes<'a> {
    fn new(streams: &'a [String], columns: &[ColumnDef], rows: usize) -> Self {
        let room = rows / streams.len().max(1) + 1;
        let open = |stream: &'a String| (stream.as_str(), SourceRows::new(columns, room));
        Self { rows: streams.iter().map(open).collect() }
    }

    fn push(&mut self, lane: usize, rowtime: Timestamp, cells: &[Cell<'_>]) {
        if let Some((_, rows)) = self.rows.get_mut(lane) {
            rows.push(rowtime, cells);
        }
    }
}

impl Waiting {
    fn was_seen(&self, record: &Incoming) -> bool {
        self.seen.get(&record.shard).is_some_and(|seen| record.index < *seen)
    }

    fn report(&self, engine: &mut Engine, record: &Incoming, error: &DecodeError, stream: &str) {
        if !self.was_seen(record) {
            engine.report(error_row(error, record, stream));
        }
    }

    fn hold(
        &mut self,
        engine: &mut Engine,
        record: &Incoming,
        lane: usize,
        cells: &[Cell<'_>],
        stream: &str,
    ) {
        let time = match cells.get(self.column) {
            Some(Cell::Timestamp(time)) => Some(*time),
            _ => None,
        };
        match self.clock.place(time, record.arrived) {
            Placed::Refused(error) => self.report(engine, record, &error, stream),
            Placed::At(time) if self.was_seen(record) && time < self.released => {}
            Placed::At(time) => {
                let values = cells.iter().map(|cell| cell.to_value()).collect();
                let (shard, index) = (record.shard, record.index);
                self.rows.insert(
                    (time.as_millis(), self.rows_seen),
                    HeldRow { lane, shard, index, values },
                );
                self.rows_seen += 1;
            }
        }
    }

    /// The rows below `bound`, in order.
    fn release(&mut self, bound: Timestamp) -> BTreeMap<(i64, u64), HeldRow> {
        let kept = self.rows.split_off(&(bound.as_millis(), 0));
        std::mem::replace(&mut self.rows, kept)
    }
}

fn error_row(error: &DecodeError, record: &Incoming, stream: &str) -> ErrorRow {
    let sequence_number = Some(record.sequence_number.clone());
    ErrorRow { sequence_number, ..error.row(record.arrived, &record.data, stream) }
}

/// Makes the system cells of one record, in the order of the columns.
fn with_system_cells(system: &[SystemColumn], record: &Incoming, then: impl FnOnce(&[Cell<'_>])) {
    if system.is_empty() {
        return then(&[]);
    }
    let shard = record.shard.to_string();
    let cells: Vec<Cell<'_>> = system
        .iter()
        .map(|column| match column {
            SystemColumn::ApproximateArrivalTime => Cell::Timestamp(record.arrived),
            SystemColumn::PartitionKey => Cell::Text(&record.partition_key),
            SystemColumn::SequenceNumber => Cell::Text(&record.sequence_number),
            SystemColumn::ShardId => Cell::Text(&shard),
        })
        .collect();
    then(&cells);
}
