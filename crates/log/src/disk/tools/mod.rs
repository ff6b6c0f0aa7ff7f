//! Tools for the log of a stopped server: look, verify, inspect, repair.
//! Does not: change anything, but for an accepted repair.

mod inspect;
mod look;
mod repair;
#[cfg(test)]
mod tests;
mod verify;

pub use inspect::{BatchFacts, Inspection, ProducerFacts, SegmentFacts, ShardFacts, inspect};
pub use repair::{Loss, Repair, plan_repair, repair};
pub use verify::{Misfit, Verification, verify};
