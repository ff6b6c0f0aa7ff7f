//! Merge: the rows of all pumps of one stream, by ROWTIME, then pump, then order.
//! Does not: wait when there is one pump.

use levada_sql_lang::SqlType;

use crate::batch::{Batch, Builder, View};
use crate::snapshot::{Damaged, Reader, Writer};

/// What has come of each pump and may not go on yet.
pub(crate) struct Merge {
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
    pub(crate) fn new(pumps: usize) -> Self {
        let inputs =
            (0..pumps).map(|_| Input { pending: Vec::new(), frontier: i64::MIN }).collect();
        Self { inputs, alone: Vec::new() }
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
