//! Bodies of answers, and reading a request's body within its limits.
//! Does not: decode.

use std::io::Read as _;

use bytes::Bytes;
use flate2::bufread::MultiGzDecoder;
use futures::{Stream, StreamExt as _};
use http::HeaderMap;
use http::header::CONTENT_ENCODING;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited, StreamBody};
use hyper::body::{Body as _, Frame, Incoming};
use levada_env::Env;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::AwsError;
use crate::limits::{
    BODY_READ, HELD_BYTES_MAX, INFLATED_BYTES_MAX, REQUEST_BYTES_MAX, SMALL_BODY_BYTES,
};

pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What every handler answers with; raw handlers box their own bodies into it.
pub type Body = UnsyncBoxBody<Bytes, BoxError>;

pub fn full(bytes: impl Into<Bytes>) -> Body {
    Full::new(bytes.into()).map_err(|never| match never {}).boxed_unsync()
}

/// A body of pieces that are asked for as the transport takes them.
pub fn streamed(pieces: impl Stream<Item = Bytes> + Send + 'static) -> Body {
    StreamBody::new(pieces.map(|piece| Ok(Frame::data(piece)))).boxed_unsync()
}

fn too_large() -> AwsError {
    let message = format!("Request must be smaller than {REQUEST_BYTES_MAX} bytes");
    AwsError::new("RequestEntityTooLargeException", 413, message)
}

/// The room that all bodies together may take.
pub struct Room(Semaphore);

const BYTES_PER_PERMIT: usize = 1 << 10;

fn permits_of(bytes: usize) -> usize {
    bytes.div_ceil(BYTES_PER_PERMIT)
}

impl Room {
    pub fn new() -> Self {
        Self(Semaphore::new(HELD_BYTES_MAX / BYTES_PER_PERMIT))
    }

    /// Waits until there is room for a body. A body that does not tell its length is given the
    /// room of the largest.
    async fn keep(&self, body: &Incoming) -> Option<SemaphorePermit<'_>> {
        let told = body.size_hint().upper().and_then(|bytes| usize::try_from(bytes).ok());
        let bytes = told.unwrap_or(REQUEST_BYTES_MAX);
        if bytes <= SMALL_BODY_BYTES {
            return None;
        }
        self.keep_bytes(bytes).await
    }

    async fn keep_bytes(&self, bytes: usize) -> Option<SemaphorePermit<'_>> {
        let permits = u32::try_from(permits_of(bytes)).unwrap_or(u32::MAX);
        // The semaphore is never closed, so there is always a permit in the end.
        self.0.acquire_many(permits).await.ok()
    }
}

/// A whole body, and its room until it is dropped.
pub struct Received<'a> {
    /// As it came.
    pub bytes: Bytes,
    /// What it holds: the same, unless it came compressed.
    pub content: Bytes,
    room: Option<SemaphorePermit<'a>>,
}

impl<'a> Received<'a> {
    /// With the content of a body that says to be compressed.
    ///
    /// # Errors
    /// The body is no GZIP, is in another encoding, or grows over its limit.
    pub async fn inflated(self, headers: &HeaderMap, room: &'a Room) -> Result<Self, AwsError> {
        let encoding = headers.get(CONTENT_ENCODING).map_or(&b""[..], |name| name.as_bytes());
        if encoding.is_empty() || encoding.eq_ignore_ascii_case(b"identity") {
            return Ok(self);
        }
        if !encoding.eq_ignore_ascii_case(b"gzip") {
            let encoding = String::from_utf8_lossy(encoding);
            let message = format!("expected the content encoding gzip or none, found {encoding}");
            return Err(AwsError::new("UnsupportedMediaTypeException", 415, message));
        }
        let Self { bytes, room: held, .. } = self;
        // Not while the body's own room is held: bodies would wait for each other for ever.
        drop(held);
        let mut largest = room.keep_bytes(INFLATED_BYTES_MAX).await;
        let content = inflate(&bytes)?;
        let room = largest.as_mut().and_then(|held| held.split(permits_of(content.len())));
        Ok(Self { bytes, content, room })
    }
}

fn inflate(bytes: &Bytes) -> Result<Bytes, AwsError> {
    if bytes.len() > INFLATED_BYTES_MAX {
        return Err(inflates_too_far());
    }
    let mut content = Vec::new();
    let limit = INFLATED_BYTES_MAX as u64 + 1;
    MultiGzDecoder::new(&bytes[..]).take(limit).read_to_end(&mut content).map_err(|error| {
        AwsError::sender("SerializationException", format!("the body is no GZIP: {error}"))
    })?;
    if content.len() > INFLATED_BYTES_MAX {
        return Err(inflates_too_far());
    }
    Ok(content.into())
}

fn inflates_too_far() -> AwsError {
    let message = format!("the body inflates to more than {INFLATED_BYTES_MAX} bytes");
    AwsError::new("RequestEntityTooLargeException", 413, message)
}

pub async fn read<'a>(body: Incoming, room: &'a Room, env: &Env) -> Result<Received<'a>, AwsError> {
    if body.size_hint().lower() > REQUEST_BYTES_MAX as u64 {
        return Err(too_large());
    }
    let room = room.keep(&body).await;
    let read = Limited::new(body, REQUEST_BYTES_MAX).collect();
    tokio::select! {
        read = read => match read {
            Ok(collected) => {
                let bytes = collected.to_bytes();
                Ok(Received { content: bytes.clone(), bytes, room })
            }
            Err(error) if error.is::<LengthLimitError>() => Err(too_large()),
            Err(error) => Err(AwsError::sender("SerializationException", error.to_string())),
        },
        () = env.machine_clock.sleep(BODY_READ) => {
            let message = format!("the body did not arrive within {} seconds", BODY_READ.as_secs());
            Err(AwsError::new("RequestTimeoutException", 408, message))
        }
    }
}
