//! The operations of the SNS API that are served, in one sorted list.
//! Does not: hold logic; each operation converts, calls the service, converts.

mod confirm_subscription;
mod convert;
mod create_topic;
mod delete_topic;
mod get_subscription_attributes;
mod list_subscriptions;
mod list_subscriptions_by_topic;
mod list_topics;
mod publish;
mod subscribe;
mod unsubscribe;

use std::sync::Arc;

use levada_wire::{Erased, ErasedOperation, Protocol, ServiceApi};

use crate::service::Topics;

/// Links in mails and confirmation requests are opened by people and plain HTTP clients.
const OPEN: &[&str] = &["ConfirmSubscription", "Unsubscribe"];

/// The SNS API over `service`.
pub fn api(service: &Arc<Topics>) -> ServiceApi {
    let protocol = Protocol::Query {
        version: "2010-03-31",
        xml_namespace: "http://sns.amazonaws.com/doc/2010-03-31/",
    };
    ServiceApi::new("sns", protocol, service, operations()).open_to_all(OPEN)
}

fn operations() -> Vec<Box<dyn ErasedOperation<Topics>>> {
    vec![
        Erased::<confirm_subscription::ConfirmSubscription>::new(),
        Erased::<create_topic::CreateTopic>::new(),
        Erased::<delete_topic::DeleteTopic>::new(),
        Erased::<get_subscription_attributes::GetSubscriptionAttributes>::new(),
        Erased::<list_subscriptions::ListSubscriptions>::new(),
        Erased::<list_subscriptions_by_topic::ListSubscriptionsByTopic>::new(),
        Erased::<list_topics::ListTopics>::new(),
        Erased::<publish::Publish>::new(),
        Erased::<subscribe::Subscribe>::new(),
        Erased::<unsubscribe::Unsubscribe>::new(),
    ]
}
