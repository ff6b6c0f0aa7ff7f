//! Tools for the log of a stopped server: look, verify, inspect, repair.
//! Does not: change anything, but for an accepted repair.

mod inspect;
mod look;
mod repair;
#[cfg(test)]
mod tests;
mod verify;

use std::path::Path;

use levada_env::disk::Disk;

use self::look::Look;
pub(crate) use self::look::look_ring;
pub(crate) use self::repair::{copy, replace};
use super::options::io as io_error;
use super::snapshot::{SnapshotReport, copy_stopped};
use crate::OpenError;

pub use self::inspect::{BatchFacts, Inspection, ProducerFacts, SegmentFacts, ShardFacts, inspect};
pub use self::repair::{Loss, Repair, plan_repair, repair};
pub use self::verify::{Misfit, Verification, verify};

/// Copies a stopped log into the empty directory `to`. Refuses while a process has it open, and
/// where it does not fit: a copy of damage would hide when it happened.
pub fn snapshot(disk: &dyn Disk, dir: &Path, to: &Path) -> Result<SnapshotReport, OpenError> {
    let look = Look::at(disk, dir)?;
    if let Some(Misfit { file, offset, reason }) = look.misfits.first().cloned() {
        return Err(OpenError::Corrupt { file, offset, reason });
    }
    copy_stopped(disk, dir, &look.manifest, to).map_err(io_error("copy the log"))
}
