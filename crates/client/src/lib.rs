//! Clients of an AWS-shaped endpoint that talk HTTP only: calls, and the ordered batch producer.
//!
//! Does not: link any service; whatever a client can do here, a stock SDK can do too, but for
//! the producer identity that makes retried batches exact (see [`ProducerIdentity`]).

mod call;
mod endpoint;
mod limits;
mod produce;
mod sigv4;

pub use call::{CallError, Client};
pub use endpoint::{Credentials, Endpoint};
pub use produce::{Destination, OutgoingBatch, ProducerIdentity, Record};
