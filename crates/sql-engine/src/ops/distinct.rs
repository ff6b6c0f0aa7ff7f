//! Distinct: each row once while the monotonic terms of the select list stay the same.
//! Does not: compare ROWTIME itself.

use std::sync::Arc;

use super::{Operator, Run};
use crate::batch::{Batch, View};
use crate::keys::KeyTable;
use crate::snapshot::{Damaged, Reader, Writer};

#[derive(Clone, Debug)]
pub(crate) struct DistinctPlan {
    /// Columns whose values make the period; when there are none, ROWTIME does.
    pub period: Arc<[usize]>,
    /// Columns that are compared.
    pub compared: Arc<[usize]>,
}

struct Distinct {
    plan: DistinctPlan,
    period: Vec<u8>,
    seen: KeyTable,
}

pub(super) fn open(plan: &DistinctPlan) -> Box<dyn Operator> {
    Box::new(Distinct { plan: plan.clone(), period: Vec::new(), seen: KeyTable::new() })
}

impl Operator for Distinct {
    fn push(&mut self, batch: Batch, _run: &mut Run<'_>, out: &mut Vec<Batch>) {
        let view = View::new(&batch);
        let mut keep = vec![false; batch.len()];
        let (mut period, mut key) = (Vec::new(), Vec::new());
        for (row, keep) in keep.iter_mut().enumerate() {
            period.clear();
            if self.plan.period.is_empty() {
                period.extend_from_slice(&view.rowtime(row).to_le_bytes());
            }
            self.plan.period.iter().for_each(|at| view.encode_column(*at, row, &mut period));
            if period != self.period {
                self.seen.clear();
                self.period.clone_from(&period);
            }
            key.clear();
            self.plan.compared.iter().for_each(|at| view.encode_column(*at, row, &mut key));
            *keep = self.seen.number(&key).1;
        }
        let kept = batch.filter(&keep);
        if !kept.is_empty() {
            out.push(kept);
        }
    }

    fn state_bytes(&self) -> usize {
        self.seen.bytes()
    }

    fn save(&self, writer: &mut Writer) {
        writer.bytes(&self.period);
        writer.count(self.seen.len());
        (0..self.seen.len()).for_each(|at| writer.bytes(self.seen.key(at)));
    }

    fn load(&mut self, reader: &mut Reader<'_>) -> Result<(), Damaged> {
        self.period = reader.bytes()?.to_vec();
        for _ in 0..reader.count()? {
            self.seen.number(reader.bytes()?);
        }
        Ok(())
    }
}
