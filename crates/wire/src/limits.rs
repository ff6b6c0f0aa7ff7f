//! Every limit of the listener and the protocols, with its unit.
//! Does not: hold limits of a service.

use std::time::Duration;

/// Bytes of a request's body. The largest honest request is a function's package of 50 MiB in
/// base64; this is AWS Lambda's own bound.
pub const REQUEST_BYTES_MAX: usize = 70_167_211;

/// Machine time a client may take to send a body.
pub const BODY_READ: Duration = Duration::from_secs(120);

/// Machine time a client may take to send a request's head.
pub const HEAD_READ: Duration = Duration::from_secs(30);

/// Machine time that open requests get to finish after shutdown has begun.
pub const DRAIN: Duration = Duration::from_secs(10);

/// Open connections; further ones wait in the listener's backlog.
pub const CONNECTIONS_MAX: usize = 10_000;

/// Requests in flight on one HTTP/2 connection.
pub const STREAMS_PER_CONNECTION_MAX: u32 = 256;

/// Bytes an HTTP/2 client may send ahead, for one stream and for the connection.
pub const STREAM_WINDOW_BYTES: u32 = 1 << 20;
pub const CONNECTION_WINDOW_BYTES: u32 = 8 << 20;

/// Parameters of one form.
pub const FORM_PAIRS_MAX: usize = 10_000;

/// Names between the dots of one parameter.
pub const FORM_DEPTH_MAX: usize = 16;

/// Minutes that a signature's time may differ from this machine's.
pub const SKEW_MINUTES_MAX: i64 = 5;

/// Seconds a presigned URL may be valid.
pub const PRESIGNED_SECS_MAX: i64 = 7 * 24 * 3600;

/// Headers a signature may cover.
pub const SIGNED_HEADERS_MAX: usize = 100;
