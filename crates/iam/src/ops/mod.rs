//! The STS operations, sorted by name.
//! Does not: hold their logic.

mod get_caller_identity;

use levada_wire::{Erased, ErasedOperation};

use crate::StaticKeys;

pub fn all() -> Vec<Box<dyn ErasedOperation<StaticKeys>>> {
    vec![Erased::<get_caller_identity::GetCallerIdentity>::new()]
}
