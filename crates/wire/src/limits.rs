//! Every limit of the listener and the protocols, with its unit.
//! Does not: hold limits of a service.

use std::time::Duration;

/// Bytes of a request's body. The largest honest request is a function's package of 50 MiB in
/// base64; this is AWS Lambda's own bound.
pub const REQUEST_BYTES_MAX: usize = 70_167_211;

/// Machine time a client may take to send a body.
pub const BODY_READ: Duration = Duration::from_secs(120);

/// Bytes of all bodies held at one time; further requests wait for room.
pub const HELD_BYTES_MAX: usize = 1 << 30;

/// A body of up to so many bytes needs no room kept for it, so that the calls a function makes
/// are never behind the call that started it.
pub const SMALL_BODY_BYTES: usize = 64 << 10;

/// Machine time a client may take to send a request's head, or leave a connection idle. Longer
/// than the minute for which clients keep idle connections themselves.
pub const HEAD_READ: Duration = Duration::from_secs(90);

/// Machine time a client may take for TLS's handshake.
pub const HANDSHAKE: Duration = Duration::from_secs(20);

/// Machine time between signs of life that a silent HTTP/2 client is asked for, and the time it
/// has to give one.
pub const PING_INTERVAL: Duration = Duration::from_secs(60);
pub const PING_ANSWER: Duration = Duration::from_secs(20);

/// Machine time that open requests get to finish after shutdown has begun.
pub const DRAIN: Duration = Duration::from_secs(10);

/// Open connections; further ones wait in the listener's backlog.
pub const CONNECTIONS_MAX: usize = 10_000;

/// Requests in flight on one HTTP/2 connection.
pub const STREAMS_PER_CONNECTION_MAX: u32 = 256;

/// Bytes an HTTP/2 client may send ahead, for one stream and for the connection.
pub const STREAM_WINDOW_BYTES: u32 = 1 << 20;
pub const CONNECTION_WINDOW_BYTES: u32 = 8 << 20;

/// Parameters of one form. A thousand metric data with their dimensions fit.
pub const FORM_PAIRS_MAX: usize = 50_000;

/// Names between the dots of one parameter.
pub const FORM_DEPTH_MAX: usize = 16;

/// Minutes that a signature's time may differ from this machine's.
pub const SKEW_MINUTES_MAX: i64 = 5;

/// Seconds a presigned URL may be valid.
pub const PRESIGNED_SECS_MAX: i64 = 7 * 24 * 3600;

/// Headers a signature may cover.
pub const SIGNED_HEADERS_MAX: usize = 100;

/// Bytes of one message of an event stream, and of its headers. Clients take no larger ones.
pub const EVENT_BYTES_MAX: usize = 24 << 20;
pub const EVENT_HEADERS_BYTES_MAX: usize = 128 << 10;

/// Arrays and maps within each other in a CBOR body. JSON's own bound is the same.
pub const CBOR_DEPTH_MAX: usize = 128;

/// Bytes that a compressed body may grow to: the largest PutRecords in base64 fits.
pub const INFLATED_BYTES_MAX: usize = 16 << 20;
