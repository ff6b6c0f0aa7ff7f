//! The listener and the router: one port, HTTP/1.1 and HTTP/2, plain or over TLS, every protocol.
//! Does not: decide which address to listen on (see `server`).

mod body;
mod router;
mod serve;

pub use body::{Body, BoxError, full, streamed};
pub use router::{RawHandler, Router, raw_handler};
pub use serve::{serve, serve_connection, serve_with_tls};
