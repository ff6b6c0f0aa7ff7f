//! Tests of the engine as a whole.
//! Does not: test single formats; those tests are beside their code.

mod crash;
mod model;
mod promises;
mod real;
mod sealed;
