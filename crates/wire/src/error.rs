//! An error as an AWS client will see it.
//! Does not: decide how it is written on the wire; each protocol does.

use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The caller must change something.
    Sender,
    /// The same call may succeed later.
    Receiver,
}

/// Code, HTTP status and message. The code is the modelled exception's name, such as
/// `ResourceNotFoundException`.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{code}: {message}")]
pub struct AwsError {
    pub code: Cow<'static, str>,
    pub status: u16,
    pub message: String,
    /// Further members of the modelled exception, such as `Item` of a failed condition.
    /// Boxed, since most errors have none and every result has room for one.
    pub members: Box<serde_json::Map<String, serde_json::Value>>,
}

impl AwsError {
    /// A modelled client error: status 400.
    pub fn sender(code: &'static str, message: impl Into<String>) -> Self {
        Self::new(code, 400, message)
    }

    pub fn new(code: &'static str, status: u16, message: impl Into<String>) -> Self {
        let members = Box::default();
        Self { code: Cow::Borrowed(code), status, message: message.into(), members }
    }

    pub fn validation(message: impl Into<String>) -> Self {
        Self::sender("ValidationException", message)
    }

    /// A repeated batch: its producer's records before `next` are stored. The member `Next` lets
    /// the producer go on with the rest, if any. Levada's own, as the headers that lead here.
    pub fn producer_repeats(next: u64) -> Self {
        let message = format!("records of this producer before number {next} are already stored");
        let mut error = Self::sender("ProducerRepeatException", message);
        error.members.insert("Next".into(), next.into());
        error
    }

    /// A batch that begins after its producer's stored end: the server does not know the
    /// records before it, and a producer that has them must begin under a new identity.
    pub fn producer_gap(next: u64, given: u64) -> Self {
        let message = format!("expected number {next} of this producer, got {given}");
        Self::sender("ProducerGapException", message)
    }

    /// Status 500; the message reaches the client, so it must not hold secrets.
    pub fn internal(message: impl Into<String>) -> Self {
        Self::new("InternalFailure", 500, message)
    }

    pub fn fault(&self) -> Fault {
        if self.status >= 500 { Fault::Receiver } else { Fault::Sender }
    }
}
