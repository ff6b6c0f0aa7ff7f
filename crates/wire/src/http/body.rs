//! Bodies of answers, and reading a request's body within its limits.
//! Does not: decode.

use bytes::Bytes;
use futures::{Stream, StreamExt as _};
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited, StreamBody};
use hyper::body::{Body as _, Frame, Incoming};
use levada_env::Env;
use tokio::sync::{Semaphore, SemaphorePermit};

use crate::AwsError;
use crate::limits::{BODY_READ, HELD_BYTES_MAX, REQUEST_BYTES_MAX, SMALL_BODY_BYTES};

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
        let permits = u32::try_from(bytes.div_ceil(BYTES_PER_PERMIT)).unwrap_or(u32::MAX);
        // The semaphore is never closed, so there is always a permit in the end.
        self.0.acquire_many(permits).await.ok()
    }
}

/// A whole body, and its room until it is dropped.
pub struct Received<'a> {
    pub bytes: Bytes,
    _room: Option<SemaphorePermit<'a>>,
}

pub async fn read<'a>(body: Incoming, room: &'a Room, env: &Env) -> Result<Received<'a>, AwsError> {
    if body.size_hint().lower() > REQUEST_BYTES_MAX as u64 {
        return Err(too_large());
    }
    let _room = room.keep(&body).await;
    let read = Limited::new(body, REQUEST_BYTES_MAX).collect();
    tokio::select! {
        read = read => match read {
            Ok(collected) => Ok(Received { bytes: collected.to_bytes(), _room }),
            Err(error) if error.is::<LengthLimitError>() => Err(too_large()),
            Err(error) => Err(AwsError::sender("SerializationException", error.to_string())),
        },
        () = env.machine_clock.sleep(BODY_READ) => {
            let message = format!("the body did not arrive within {} seconds", BODY_READ.as_secs());
            Err(AwsError::new("RequestTimeoutException", 408, message))
        }
    }
}
