//! One try of one delivery: finds what to send and to whom, and hands it to the protocol.
//! Does not: decide about another try (see `dispatcher`).

use std::sync::Arc;

use levada_env::Env;
use levada_meta::MetaError;
use levada_types::{Arn, FlowError, FunctionInvoker, Identity};

use super::document::Links;
use super::email::Mailer;
use super::endpoint::{Post, Poster};
use super::{Content, Outcome, Pending, document};
use crate::error::Error;
use crate::limits;
use crate::message::Message;
use crate::service::{Options, Store};
use crate::topic::{Protocol, Subscription};

pub struct Courier {
    store: Store,
    links: Links,
    poster: Poster,
    mailer: Option<Mailer>,
    invoker: Option<Arc<dyn FunctionInvoker>>,
    env: Env,
}

impl Courier {
    pub fn new(
        options: Options,
        store: Store,
        invoker: Option<Arc<dyn FunctionInvoker>>,
        identity: Identity,
        env: Env,
    ) -> Result<Self, Error> {
        let mailer = options.smtp.map(|smtp| Mailer::new(&smtp, env.clone())).transpose()?;
        Ok(Self {
            store,
            links: Links { endpoint_url: options.endpoint_url, identity },
            poster: Poster::new(env.clone()),
            mailer,
            invoker,
            env,
        })
    }

    pub async fn attempt(&self, pending: &Pending) -> (Protocol, Outcome) {
        match self.find_and_send(pending).await {
            Ok(tried) => tried,
            // The store is expected back, so the most patient policy counts the tries.
            Err(error) => (Protocol::Lambda, Outcome::Retry(error.to_string())),
        }
    }

    async fn find_and_send(&self, pending: &Pending) -> Result<(Protocol, Outcome), MetaError> {
        let row = self.store.subscriptions.get(&pending.subscription).await?;
        let Some(subscription) = row.map(|row| row.value) else {
            return Ok((Protocol::Http, Outcome::Obsolete));
        };
        let outcome = match &pending.content {
            Content::Confirmation { .. } if subscription.is_confirmed() => Outcome::Obsolete,
            Content::Confirmation { id } => self.ask(&subscription, id).await,
            Content::Message { id } => match self.store.messages.get(id).await? {
                Some(row) => self.tell(&subscription, &row.value, pending.tries).await?,
                None => Outcome::Rejected(format!("message {id} is not stored")),
            },
        };
        Ok((subscription.protocol, outcome))
    }

    async fn ask(&self, subscription: &Subscription, id: &str) -> Outcome {
        match subscription.protocol {
            Protocol::Http | Protocol::Https => {
                let now = self.env.clock.now();
                let post = Post {
                    kind: "SubscriptionConfirmation",
                    message_id: id,
                    topic_arn: self.links.topic_arn(&subscription.topic),
                    subscription_arn: None,
                    raw: false,
                    body: document::confirmation(&self.links, subscription, id, now),
                };
                self.poster.post(&subscription.endpoint, post).await
            }
            Protocol::Email => {
                let subject = format!("Confirm your subscription to {}", subscription.topic);
                let link = self.links.confirm(subscription);
                let text = format!(
                    "You have chosen to subscribe to the topic\n{}\n\nTo confirm, open\n{link}\n\n\
                     If you did not ask for this, nothing needs to be done.\n",
                    self.links.topic_arn(&subscription.topic)
                );
                self.mail(None, subscription, id, &subject, text).await
            }
            Protocol::Lambda => Outcome::Obsolete,
        }
    }

    async fn tell(
        &self,
        subscription: &Subscription,
        message: &Message,
        tries: u32,
    ) -> Result<Outcome, MetaError> {
        match subscription.protocol {
            Protocol::Http | Protocol::Https => {
                let body = if subscription.raw {
                    message.body(subscription.protocol).to_owned()
                } else {
                    document::notification(&self.links, subscription, message)
                };
                let post = Post {
                    kind: "Notification",
                    message_id: &message.id,
                    topic_arn: self.links.topic_arn(&subscription.topic),
                    subscription_arn: Some(self.links.subscription_arn(subscription)),
                    raw: subscription.raw,
                    body,
                };
                Ok(self.poster.post(&subscription.endpoint, post).await)
            }
            Protocol::Email => {
                let topic = self.store.topics.get(message.topic.as_str()).await?;
                let display_name = topic.and_then(|row| row.value.display_name);
                let fallback = format!("Notification from {}", message.topic);
                let subject = message.subject.as_deref().unwrap_or(&fallback);
                let body = message.body(Protocol::Email);
                let link = self.links.unsubscribe(subscription);
                let text = format!("{body}\n\n--\nTo stop these notifications, open\n{link}\n");
                Ok(self.mail(display_name, subscription, &message.id, subject, text).await)
            }
            Protocol::Lambda => Ok(self.call(subscription, message, tries).await),
        }
    }

    async fn mail(
        &self,
        from_name: Option<String>,
        subscription: &Subscription,
        id: &str,
        subject: &str,
        text: String,
    ) -> Outcome {
        match &self.mailer {
            Some(mailer) => mailer.send(from_name, &subscription.endpoint, id, subject, text).await,
            None => Outcome::Retry("this server has no SMTP server configured".into()),
        }
    }

    async fn call(&self, subscription: &Subscription, message: &Message, tries: u32) -> Outcome {
        let Some(invoker) = &self.invoker else {
            return Outcome::Retry("this server runs no functions".into());
        };
        let Ok(function) = Arn::parse(&subscription.endpoint) else {
            return Outcome::Rejected("the endpoint is not a function's ARN".into());
        };
        let event = document::function_event(&self.links, subscription, message);
        match invoker.invoke(&function, event.into()).await {
            Ok(answer) => match answer.function_error {
                None => Outcome::Delivered,
                Some(error) if tries + 1 >= limits::FUNCTION_FAILURES_MAX => {
                    Outcome::Rejected(format!("the function failed: {error}"))
                }
                Some(error) => Outcome::Retry(format!("the function failed: {error}")),
            },
            Err(FlowError::Refused(why)) => Outcome::Rejected(why),
            Err(error) => Outcome::Retry(error.to_string()),
        }
    }
}
