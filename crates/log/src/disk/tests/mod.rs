//! Tests of the engine as a whole.
//! Does not: test single formats; those tests are beside their code.

pub(crate) mod by_hand;
mod crash;
mod model;
mod promises;
mod real;
mod sealed;
mod sim_cold;
mod tiers;
