//! A running program: rows and bounds in, rows of every in-application stream out.
//! Does not: know pumps' insides (see `ops`) or wait for anything.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::Arc;

use levada_sql_functions::{EvalError, assign};
use levada_sql_lang::{SqlType, Value};
use levada_types::Timestamp;

use crate::batch::{Batch, Builder, View};
use crate::catalog::ColumnDef;
use crate::errors::{ErrorLog, ErrorRow};
use crate::explain::OperatorCounters;
use crate::merge::Merge;
use crate::ops::{Operator, Run};
use crate::program::{Inner, Program};
use crate::snapshot::{BadHeader, Damaged, Reader, Writer};
use crate::table::Tables;

/// One row of a reference table, in the order of its columns.
pub type Row = Vec<Value>;

/// One row of an in-application stream.
#[derive(Clone, Debug, PartialEq)]
pub struct OutputRow {
    pub rowtime: Timestamp,
    /// In the order of the stream's columns.
    pub values: Vec<Value>,
}

/// Why a snapshot was not taken.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RestoreError {
    #[error("the snapshot is damaged")]
    Damaged,
    #[error("the snapshot has version {0}, which this engine does not read")]
    OtherVersion(u16),
    #[error("the snapshot belongs to another program or another schema")]
    OtherProgram,
}

/// More state than an application may have.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "the windows hold {bytes} bytes and may hold {bytes_max}; pump {pump} holds most: shorten its \
     windows, use fewer keys, or raise the limit"
)]
pub struct MemoryExceeded {
    pub bytes: usize,
    pub bytes_max: usize,
    pub pump: String,
}

impl From<Damaged> for RestoreError {
    fn from(_: Damaged) -> Self {
        Self::Damaged
    }
}

/// A program at work. Single-threaded; `Send`.
pub struct Engine {
    pub(crate) program: Arc<Inner>,
    /// ROWTIME of the first row or bound.
    pub(crate) origin: Option<i64>,
    /// No later row will have a ROWTIME below it.
    pub(crate) frontier: i64,
    pumps: Vec<Vec<Box<dyn Operator>>>,
    /// By pump and operator.
    counters: Vec<Vec<OperatorCounters>>,
    /// By stream; source streams have one that stays empty.
    merges: Vec<Merge>,
    /// By pump: the first instant of what it gives. Known anew after every cycle.
    first_instants: Vec<Option<i64>>,
    outputs: Vec<VecDeque<OutputRow>>,
    /// Streams whose output is kept until it is taken.
    kept: Vec<bool>,
    pub(crate) errors: ErrorLog,
}

/// What a cycle brings to the readers of a stream.
struct Arrived {
    batches: Vec<Batch>,
    frontier: i64,
    first_instant: Option<i64>,
}

impl Engine {
    pub(crate) fn start(program: &Program, references: &HashMap<String, Vec<Row>>) -> Self {
        let inner = Arc::clone(&program.inner);
        let tables = load_tables(&inner, references);
        let open = |pump: &crate::program::Pump| {
            pump.steps.iter().map(|step| step.open(&tables)).collect()
        };
        let merge =
            |stream: &crate::program::Stream| Merge::new(stream.pumps.len(), stream.order.clone());
        let counters =
            |pump: &crate::program::Pump| vec![OperatorCounters::default(); pump.steps.len()];
        let kept = |stream: &crate::program::Stream| !stream.source && !stream.hidden;
        Self {
            origin: None,
            frontier: i64::MIN,
            pumps: inner.pumps.iter().map(open).collect(),
            counters: inner.pumps.iter().map(counters).collect(),
            merges: inner.streams.iter().map(merge).collect(),
            first_instants: vec![None; inner.pumps.len()],
            outputs: inner.streams.iter().map(|_| VecDeque::new()).collect(),
            kept: inner.streams.iter().map(kept).collect(),
            errors: ErrorLog::new(Arc::clone(&inner.sql)),
            program: inner,
        }
    }

    /// Keeps output rows of these streams only; those of others are dropped as they come.
    /// Without this call every in-application stream is kept.
    pub fn keep_output(&mut self, streams: &[&str]) {
        for (stream, kept) in self.program.streams.iter().zip(&mut self.kept) {
            *kept = !stream.hidden && streams.contains(&stream.name.as_str());
        }
    }

    /// Takes rows of a source stream. ROWTIMEs ascend over all pushes to all streams, and none
    /// lies before a bound; a row that does goes to the error stream.
    ///
    /// A name that is no source stream of the catalog is ignored.
    pub fn push(&mut self, stream: &str, rows: Vec<(Timestamp, Vec<Value>)>) {
        let found = self.program.streams.iter().position(|s| s.source && s.name == stream);
        let Some(at) = found else { return };
        let program = Arc::clone(&self.program);
        let Some(definition) = program.streams.get(at) else { return };
        let types: Vec<&SqlType> = definition.columns.iter().map(|column| &column.ty).collect();
        // Where a query puts other times in the place of ROWTIME, what fails is ordered by the
        // input row that made it fail; that row has to be known, so rows go one by one.
        let one_by_one = program.may_fail_in_foreign_time();
        let mut built = Builder::new(&types, rows.len());
        for (rowtime, values) in rows {
            self.errors.enter(0, &definition.name);
            let rowtime = rowtime.as_millis();
            if rowtime < self.frontier {
                self.errors.failed(rowtime, &values, &EvalError::RowtimeOutOfOrder);
                continue;
            }
            self.origin.get_or_insert(rowtime);
            if one_by_one && rowtime > self.frontier {
                self.frontier = rowtime;
                self.cycle(Vec::new());
                self.errors.enter(0, &definition.name);
            }
            self.frontier = rowtime;
            match conform(&definition.columns, &values) {
                Ok(fitted) => built.push(rowtime, fitted),
                Err(error) => self.errors.failed(rowtime, &values, &error),
            }
            if one_by_one && !built.is_empty() {
                let batch = std::mem::replace(&mut built, Builder::new(&types, 1)).finish();
                self.cycle(vec![(at, batch)]);
            }
        }
        let batch = (!built.is_empty()).then(|| built.finish());
        self.cycle(batch.map(|batch| (at, batch)).into_iter().collect());
    }

    /// No later row will have a ROWTIME below `bound`: whatever is complete by then comes out.
    pub fn advance(&mut self, bound: Timestamp) {
        self.origin.get_or_insert(bound.as_millis());
        self.frontier = self.frontier.max(bound.as_millis());
        self.cycle(Vec::new());
    }

    /// The ROWTIME below which no row is accepted any more; `None` before the first row or bound.
    pub fn frontier(&self) -> Option<Timestamp> {
        self.origin.map(|_| Timestamp(self.frontier))
    }

    /// Rows of an in-application stream since the last call, in their final order.
    pub fn take_output(&mut self, stream: &str) -> Vec<OutputRow> {
        let at = self.program.streams.iter().position(|s| !s.hidden && s.name == stream);
        let rows = at.and_then(|at| self.outputs.get_mut(at));
        rows.map(|rows| rows.drain(..).collect()).unwrap_or_default()
    }

    /// Rows of the error stream since the last call, in their final order. A failure is given
    /// once no earlier one can follow, that is with the first row or bound after it.
    pub fn take_errors(&mut self) -> Vec<ErrorRow> {
        self.errors.take()
    }

    /// Sends batches and the frontier through every stream and pump, sources first.
    pub(crate) fn cycle(&mut self, pushed: Vec<(usize, Batch)>) {
        let Some(origin) = self.origin else { return };
        let program = Arc::clone(&self.program);
        for &at in &program.order {
            let Some(stream) = program.streams.get(at) else { continue };
            let (batches, frontier) = if stream.pumps.is_empty() {
                let own = pushed.iter().filter(|(target, _)| *target == at);
                (own.map(|(_, batch)| batch.clone()).collect(), self.frontier)
            } else {
                self.merges.get_mut(at).map(Merge::release).unwrap_or_default()
            };
            if self.kept.get(at) == Some(&true) {
                self.keep(at, &batches);
            }
            let first_instant = match stream.pumps.as_slice() {
                [] => Some(origin),
                pumps => self.first_instant(pumps),
            };
            for &pump in &stream.readers {
                let arrived = Arrived { batches: batches.clone(), frontier, first_instant };
                self.run_pump(pump, arrived, origin);
            }
        }
        self.errors.release(self.frontier);
    }

    fn keep(&mut self, stream: usize, batches: &[Batch]) {
        let Some(output) = self.outputs.get_mut(stream) else { return };
        for batch in batches {
            let view = View::new(batch);
            output.extend((0..batch.len()).map(|row| OutputRow {
                rowtime: Timestamp(view.rowtime(row)),
                values: view.values(row),
            }));
        }
    }

    /// The first instant of a stream: the earliest of its pumps', once all of them know theirs.
    fn first_instant(&self, pumps: &[usize]) -> Option<i64> {
        let known = pumps.iter().map(|pump| self.first_instants.get(*pump).copied().flatten());
        known.collect::<Option<Vec<i64>>>()?.into_iter().min()
    }

    fn run_pump(&mut self, at: usize, arrived: Arrived, origin: i64) {
        let Arrived { mut batches, mut frontier, mut first_instant } = arrived;
        let program = Arc::clone(&self.program);
        let (Some(pump), Some(operators)) = (program.pumps.get(at), self.pumps.get_mut(at)) else {
            return;
        };
        self.errors.enter(at + 1, &pump.name);
        for (place, operator) in operators.iter_mut().enumerate() {
            let foreign = (place >= pump.own_steps).then_some(self.frontier);
            let sequence = pump.sequence_columns.get(place).copied().flatten();
            self.errors.enter_operator(place, foreign, sequence);
            let mut run = Run { origin, first_instant, errors: &mut self.errors };
            let mut out = Vec::new();
            let rows_in: usize = batches.iter().map(Batch::len).sum();
            for batch in batches {
                operator.push(batch, &mut run, &mut out);
            }
            if frontier > i64::MIN {
                frontier = operator.advance(frontier, &mut run, &mut out);
            }
            first_instant = operator.first_instant(first_instant, &run);
            let counters = self.counters.get_mut(at).and_then(|pump| pump.get_mut(place));
            if let Some(counters) = counters {
                counters.rows_in += rows_in as u64;
                counters.rows_out += out.iter().map(|batch| batch.len() as u64).sum::<u64>();
                counters.watermark = (frontier > i64::MIN).then_some(Timestamp(frontier));
            }
            batches = out;
        }
        if let Some(known) = self.first_instants.get_mut(at) {
            *known = first_instant;
        }
        if let Some(merge) = self.merges.get_mut(pump.target) {
            merge.accept(pump.slot, batches, frontier);
        }
    }

    /// What every operator has counted, by pump and operator as `Program::explain` has them.
    pub fn counters(&self) -> Vec<Vec<OperatorCounters>> {
        let counted = self.counters.iter().zip(&self.pumps);
        counted
            .map(|(counters, operators)| {
                let pairs = counters.iter().zip(operators);
                let with_state = pairs.map(|(counters, operator)| OperatorCounters {
                    state_bytes: operator.state_bytes(),
                    ..*counters
                });
                with_state.collect()
            })
            .collect()
    }

    /// Bytes of state of all operators and of rows that wait to be merged, about.
    pub fn state_bytes(&self) -> usize {
        let operators: usize = self.pumps.iter().flatten().map(|o| o.state_bytes()).sum();
        operators + self.merges.iter().map(Merge::bytes).sum::<usize>()
    }

    /// Whether the state is within a bound. To be asked after a push: an engine beyond it should
    /// be stopped where its last snapshot was taken, before memory ends for everybody.
    ///
    /// # Errors
    /// When it is beyond, with the pump that holds most.
    pub fn check_memory(&self, bytes_max: usize) -> Result<(), MemoryExceeded> {
        let bytes = self.state_bytes();
        if bytes <= bytes_max {
            return Ok(());
        }
        let held = |operators: &Vec<Box<dyn Operator>>| -> usize {
            operators.iter().map(|operator| operator.state_bytes()).sum()
        };
        let largest = self.pumps.iter().enumerate().max_by_key(|(_, operators)| held(operators));
        let name = largest.and_then(|(at, _)| self.program.pumps.get(at));
        let pump = name.map_or(String::new(), |pump| pump.name.clone());
        Err(MemoryExceeded { bytes, bytes_max, pump })
    }

    /// The whole state as bytes, output and errors that were not taken included. The same state
    /// always gives the same bytes.
    pub fn snapshot(&self) -> Vec<u8> {
        let mut writer = Writer::snapshot(self.program.fingerprint);
        writer.bool(self.origin.is_some());
        writer.i64(self.origin.unwrap_or_default());
        writer.i64(self.frontier);
        for operator in self.pumps.iter().flatten() {
            operator.save(&mut writer);
        }
        for merge in &self.merges {
            merge.save(&mut writer);
        }
        for output in &self.outputs {
            writer.count(output.len());
            for row in output {
                writer.i64(row.rowtime.as_millis());
                writer.values(&row.values);
            }
        }
        self.errors.save(&mut writer);
        writer.finish_with_checksum()
    }

    /// An engine that goes on where the snapshot was taken. The reference tables may have
    /// changed since; `keep_output` has to be called again.
    ///
    /// # Errors
    /// When the bytes are damaged, or another program wrote them.
    pub fn restore(
        program: &Program,
        references: &HashMap<String, Vec<Row>>,
        snapshot: &[u8],
    ) -> Result<Self, RestoreError> {
        let mut engine = Self::start(program, references);
        let header = Reader::snapshot(snapshot, program.inner.fingerprint);
        let mut reader = header.map_err(|bad| match bad {
            BadHeader::Damaged => RestoreError::Damaged,
            BadHeader::Version(version) => RestoreError::OtherVersion(version),
            BadHeader::Program => RestoreError::OtherProgram,
        })?;
        engine.load(&mut reader)?;
        Ok(engine)
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        let begun = reader.bool()?;
        let origin = reader.i64()?;
        self.origin = begun.then_some(origin);
        self.frontier = reader.i64()?;
        for operator in self.pumps.iter_mut().flatten() {
            operator.load(reader)?;
        }
        for (merge, stream) in self.merges.iter_mut().zip(&self.program.streams) {
            let types: Vec<&SqlType> = stream.columns.iter().map(|column| &column.ty).collect();
            merge.load(&types, reader)?;
        }
        for output in &mut self.outputs {
            for _ in 0..reader.count()? {
                let rowtime = Timestamp(reader.i64()?);
                output.push_back(OutputRow { rowtime, values: reader.values()? });
            }
        }
        self.errors.load(reader)?;
        if reader.is_empty() { Ok(()) } else { Err(Damaged) }
    }
}

/// A pushed row in the types of its stream's columns.
fn conform(columns: &[ColumnDef], values: &[Value]) -> Result<Vec<Value>, EvalError> {
    if columns.len() != values.len() {
        return Err(EvalError::WrongWidth { expected: columns.len(), found: values.len() });
    }
    let pairs = columns.iter().zip(values);
    pairs.map(|(column, value)| column.accept(fit(column, value)?)).collect()
}

fn fit(column: &ColumnDef, value: &Value) -> Result<Value, EvalError> {
    let (kind, fits) = match value {
        Value::Null => ("NULL", true),
        Value::Boolean(_) => ("BOOLEAN", column.ty == SqlType::Boolean),
        Value::Integer(_) => ("an integer", column.ty.is_numeric()),
        Value::Decimal(_) => ("a decimal", column.ty.is_numeric()),
        Value::Double(_) => ("a double", column.ty.is_numeric()),
        Value::Varchar(_) => ("text", column.ty.is_text()),
        Value::Binary(_) => {
            ("bytes", matches!(column.ty, SqlType::Binary(_) | SqlType::Varbinary(_)))
        }
        Value::Date(_) => ("a date", column.ty == SqlType::Date),
        Value::Time(_) => ("a time", column.ty == SqlType::Time),
        Value::Timestamp(_) => ("a timestamp", column.ty == SqlType::Timestamp),
        Value::Interval(_) => ("an interval", matches!(column.ty, SqlType::Interval(_))),
    };
    if !fits {
        let column_name = column.name.clone();
        return Err(EvalError::WrongValue {
            column: column_name,
            expected: column.ty,
            found: kind,
        });
    }
    assign(value.clone(), column.ty)
}

/// The tables in catalog order. A cell that its column cannot hold becomes NULL: a reference
/// file is loaded as a whole, and one bad cell must not stop the application.
fn load_tables(program: &Inner, references: &HashMap<String, Vec<Row>>) -> Tables {
    let by_name: BTreeMap<&str, &Vec<Row>> =
        references.iter().map(|(name, rows)| (name.as_str(), rows)).collect();
    let load = |table: &crate::catalog::TableDef| {
        let rows = by_name.get(table.name.as_str()).map_or(&[][..], |rows| rows.as_slice());
        rows.iter()
            .map(|row| {
                let cells = table.columns.iter().enumerate().map(|(at, column)| {
                    row.get(at).and_then(|value| fit(column, value).ok()).unwrap_or(Value::Null)
                });
                cells.collect()
            })
            .collect()
    };
    Tables { rows: program.tables.iter().map(load).collect() }
}
