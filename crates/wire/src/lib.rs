//! AWS protocols on one port: JSON 1.0/1.1, CBOR, query/XML, REST-JSON, SigV4; and the traits
//! `Operation` and `Authorizer` that services and `iam` implement.
//!
//! Does not: know any service's behaviour, choose an address to listen on (see `server`), or
//! store credentials.

mod error;
pub mod http;
mod limits;
mod operation;
mod protocols;
pub mod sigv4;

pub use error::{AwsError, Fault};
pub use operation::{
    AnswerForm, Authorizer, Caller, Document, Erased, ErasedOperation, Operation, Protocol,
    ServiceApi,
};
