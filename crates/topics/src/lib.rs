//! Topics, subscriptions and delivery with retries (the SNS API).
//!
//! A published message is stored together with one pending delivery per subscription, in one
//! transaction, before the publisher is answered; a worker per subscription takes it from there.
//!
//! Does not: sign messages (see `docs/notifications.md` for why), filter them, keep dead
//! letters, or order them strictly (there are no FIFO topics).

mod delivery;
mod error;
mod limits;
mod message;
mod ops;
mod publish;
mod service;
mod subscribe;
mod topic;

pub use error::Error;
pub use message::{Attribute, AttributeValue, Draft};
pub use ops::api;
pub use service::{Options, SmtpConfig, Topics};
pub use subscribe::{Confirmed, NewSubscription};
pub use topic::{Protocol, Subscription, SubscriptionState, Topic, TopicName};
