//! Merge: the rows of all pumps of one stream, by ROWTIME, then pump, then order.
//! Does not: wait when there is one pump.

use levada_sql_lang::SqlType;

use crate::batch::{Batch, Builder, View};
use crate::snapshot::{Damaged, Reader, Writer};

/// How rows of several pumps come together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MergeOrder {
    /// By ROWTIME, then pump: a row waits until no pump can give an earlier one.
    Rowtime,
    /// As they arrive: every pump's rows are those of other source streams, one for one. Within
    /// one push they come by ROWTIME and then by these ranks.
    Arrival(Vec<usize>),
}

/// What has come of each pump and may not go on yet.
pub(crate) struct Merge {
    order: MergeOrder,
    inputs: Vec<Input>,
    /// The first pump's rows that came since the last release, when it is the only one.
    alone: Vec<Batch>,
}

struct Input {
    pending: Vec<Batch>,
    /// No later row of this pump has a ROWTIME below it.
    frontier: i64,
}

impl Merge {
    pub(crate) fn new(pumps: usize, order: MergeOrder) -> Self {
        let inputs =
            (0..pumps).map(|_| Input { pending: Vec::new(), frontier: i64::MIN }).collect();
        Self { order, inputs, alone: Vec::new() }
    }

    pub(crate) fn accept(&mut self, pump: usize, batches: Vec<Batch>, frontier: i64) {
        let only = self.inputs.len() == 1;
        let Some(input) = self.inputs.get_mut(pump) else { return };
        input.frontier = input.frontier.max(frontier);
        if only { self.alone.extend(batches) } else { input.pending.extend(batches) }
    }

    /// The rows that are next, and the promise about those after them.
    pub(crate) fn release(&mut self) -> (Vec<Batch>, i64) {
        let frontier = self.inputs.iter().map(|input| input.frontier).min().unwrap_or(i64::MIN);
        if self.inputs.len() == 1 {
            return (std::mem::take(&mut self.alone), frontier);
        }
        if let MergeOrder::Arrival(ranks) = &self.order {
            let mut arrived: Vec<(usize, Vec<Batch>)> = Vec::new();
            for (rank, input) in ranks.iter().zip(&mut self.inputs) {
                arrived.push((*rank, std::mem::take(&mut input.pending)));
            }
            arrived.sort_by_key(|(rank, _)| *rank);
            let batches: Vec<Batch> = arrived.into_iter().flat_map(|(_, rows)| rows).collect();
            return (Batch::merge(&batches).into_iter().collect(), frontier);
        }
        let mut ready = Vec::new();
        for input in &mut self.inputs {
            let mut held = Vec::new();
            for batch in input.pending.drain(..) {
                let count = batch.rowtimes().partition_point(|rowtime| *rowtime < frontier);
                let (first, rest) = batch.split(count);
                ready.extend(Some(first).filter(|batch| !batch.is_empty()));
                held.extend(Some(rest).filter(|batch| !batch.is_empty()));
            }
            input.pending = held;
        }
        (Batch::merge(&ready).into_iter().collect(), frontier)
    }

    /// Bytes of rows that wait, about.
    pub(crate) fn bytes(&self) -> usize {
        self.inputs.iter().flat_map(|input| &input.pending).map(Batch::bytes).sum()
    }

    pub(crate) fn save(&self, writer: &mut Writer) {
        for input in &self.inputs {
            writer.i64(input.frontier);
            writer.count(input.pending.iter().map(Batch::len).sum());
            for batch in &input.pending {
                let view = View::new(batch);
                for row in 0..batch.len() {
                    writer.i64(view.rowtime(row));
                    writer.values(&view.values(row));
                }
            }
        }
    }

    pub(crate) fn load(
        &mut self,
        types: &[&SqlType],
        reader: &mut Reader<'_>,
    ) -> Result<(), Damaged> {
        for input in &mut self.inputs {
            input.frontier = reader.i64()?;
            let rows = reader.count()?;
            let mut built = Builder::new(types, rows);
            for _ in 0..rows {
                let rowtime = reader.i64()?;
                built.push(rowtime, reader.values()?);
            }
            input.pending = if rows > 0 { vec![built.finish()] } else { Vec::new() };
        }
        Ok(())
    }
}
