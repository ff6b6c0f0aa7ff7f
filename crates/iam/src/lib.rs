//! Credentials and who may call: the `Authorizer` the wire asks, and STS's view of a caller.
//!
//! Does not: verify signatures (see `wire`), or know policies yet: every configured key may do
//! everything, as an account's root may.

mod keys;
pub mod ops;

use std::sync::Arc;

pub use keys::{AccessKey, StaticKeys};
use levada_wire::ServiceApi;

/// The STS operations.
pub fn api(keys: &Arc<StaticKeys>) -> ServiceApi {
    ServiceApi::of(&levada_model::sts::SERVICE, keys, ops::all())
}
