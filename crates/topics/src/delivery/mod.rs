//! Deliveries: what waits per subscription, when it is tried, and when it is given up.
//! Does not: accept messages (see `publish`).

mod attempt;
mod dispatcher;
mod document;
mod email;
mod endpoint;
mod policy;
mod queue;

pub use dispatcher::Dispatcher;

use levada_types::Timestamp;
use serde::{Deserialize, Serialize};

/// What a delivery brings.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    /// The request to confirm the subscription, under its own message id.
    Confirmation { id: String },
    /// A stored message.
    Message { id: String },
}

/// A delivery that is not done. Persisted under `<subscription key>/<time>-<number>-<random>`
/// in the space `topics.pending`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pending {
    /// The subscription row's key.
    pub subscription: String,
    pub content: Content,
    /// Failed tries so far.
    pub tries: u32,
    /// Not before this product time.
    pub due: Timestamp,
}

impl Pending {
    pub fn new(subscription: &str, content: Content, now: Timestamp) -> Self {
        Self { subscription: subscription.to_owned(), content, tries: 0, due: now }
    }

    fn message_id(&self) -> Option<&str> {
        match &self.content {
            Content::Message { id } => Some(id),
            Content::Confirmation { .. } => None,
        }
    }
}

/// How one try of a delivery ended.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Outcome {
    Delivered,
    /// The endpoint, or the way to it, failed.
    Retry(String),
    /// The endpoint will never take it.
    Rejected(String),
    /// Nobody is there any more to deliver it to.
    Obsolete,
}
