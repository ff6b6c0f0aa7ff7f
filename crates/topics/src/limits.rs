//! Every bound of this crate, named with its unit.
//! Does not: enforce them; the code that reads a limit does.

use std::time::Duration;

/// AWS: message, subject and attributes together.
pub const MESSAGE_BYTES_MAX: usize = 262_144;
/// AWS: characters of a subject.
pub const SUBJECT_CHARS_MAX: usize = 100;
/// Subscriptions of one topic; AWS allows more, but a message is stored once for each.
pub const SUBSCRIPTIONS_PER_TOPIC_MAX: usize = 10_000;
/// Deliveries that wait for one subscription; later ones are dropped and reported.
pub const PENDING_PER_SUBSCRIPTION_MAX: usize = 100_000;
/// AWS: items per page of the list operations.
pub const PAGE_ITEMS: usize = 100;
/// Product time in which a subscription can be confirmed, as on AWS.
pub const CONFIRMATION_AGE_MAX: Duration = Duration::from_secs(3 * 24 * 3600);

/// Deliveries under way at once, over all subscriptions.
pub const DELIVERIES_RUNNING_MAX: usize = 64;
/// Machine time for one try of an HTTP delivery, as on AWS.
pub const HTTP_TIMEOUT: Duration = Duration::from_secs(15);
/// Machine time for one try of an e-mail.
pub const SMTP_TIMEOUT: Duration = Duration::from_secs(60);
/// Product time before a delivery is tried again because this server could not prepare it.
pub const STORE_RETRY_PAUSE: Duration = Duration::from_secs(20);
/// Tries of a function that answers with an error, as in AWS's asynchronous invocations.
pub const FUNCTION_FAILURES_MAX: u32 = 3;
