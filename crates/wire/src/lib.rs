//! AWS protocols on one port: JSON 1.0/1.1, CBOR, query/XML, REST-JSON, event streams, SigV4; and
//! the traits `Operation`, `StreamingOperation` and `Authorizer` that services and `iam` implement.
//!
//! Does not: know any service's behaviour, choose an address to listen on (see `server`), or
//! store credentials.

pub mod cbor;
mod error;
pub mod event_stream;
pub mod http;
pub mod json;
mod limits;
mod operation;
mod protocols;
pub mod sigv4;
mod streaming;
pub mod tls;

pub use error::{AwsError, Fault};
pub use operation::{
    Answer, AnswerForm, Authorizer, Caller, Document, Erased, ErasedOperation, Operation, Protocol,
    ServiceApi,
};
pub use streaming::{EventStream, Events, Streaming, StreamingOperation};
