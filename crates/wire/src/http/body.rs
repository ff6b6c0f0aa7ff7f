//! Bodies of answers, and reading a request's body within its limits.
//! Does not: decode.

use bytes::Bytes;
use http_body_util::combinators::UnsyncBoxBody;
use http_body_util::{BodyExt as _, Full, LengthLimitError, Limited};
use hyper::body::{Body as _, Incoming};
use levada_env::Env;

use crate::AwsError;
use crate::limits::{BODY_READ, REQUEST_BYTES_MAX};

pub type BoxError = Box<dyn std::error::Error + Send + Sync>;

/// What every handler answers with; raw handlers box their own bodies into it.
pub type Body = UnsyncBoxBody<Bytes, BoxError>;

pub fn full(bytes: impl Into<Bytes>) -> Body {
    Full::new(bytes.into()).map_err(|never| match never {}).boxed_unsync()
}

fn too_large() -> AwsError {
    let message = format!("Request must be smaller than {REQUEST_BYTES_MAX} bytes");
    AwsError::new("RequestEntityTooLargeException", 413, message)
}

/// The whole body.
pub async fn read(body: Incoming, env: &Env) -> Result<Bytes, AwsError> {
    if body.size_hint().lower() > REQUEST_BYTES_MAX as u64 {
        return Err(too_large());
    }
    let read = Limited::new(body, REQUEST_BYTES_MAX).collect();
    tokio::select! {
        read = read => match read {
            Ok(collected) => Ok(collected.to_bytes()),
            Err(error) if error.is::<LengthLimitError>() => Err(too_large()),
            Err(error) => Err(AwsError::sender("SerializationException", error.to_string())),
        },
        () = env.machine_clock.sleep(BODY_READ) => {
            let message = format!("the body did not arrive within {} seconds", BODY_READ.as_secs());
            Err(AwsError::new("RequestTimeoutException", 408, message))
        }
    }
}
