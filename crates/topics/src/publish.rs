//! Publishing: the message and its pending deliveries in one transaction, then the answer.
//! Does not: send anything (see `delivery`).

use async_trait::async_trait;
use levada_meta::Transaction;
use levada_types::{Arn, FlowError, Notification, Notifier};

use crate::delivery::{Content, Pending};
use crate::error::Error;
use crate::message::{Draft, Message};
use crate::service::Topics;
use crate::topic::TopicName;

/// How often a message is stored again when its topic changed underneath it.
const TRIES_MAX: u32 = 8;

impl Topics {
    /// Durable when it returns; answers the message's id.
    pub async fn publish(&self, topic: &TopicName, draft: Draft) -> Result<String, Error> {
        let id = self.env.random.uuid();
        let message = Message::of(draft, topic, id, self.env.clock.now())?;
        for _ in 0..TRIES_MAX {
            match self.try_publish(&message).await {
                Err(Error::Throttled) => {}
                Err(error) => return Err(error),
                Ok(()) => return Ok(message.id),
            }
        }
        Err(Error::Throttled)
    }

    async fn try_publish(&self, message: &Message) -> Result<(), Error> {
        let (version, _) = self.topic(&message.topic).await?;
        let prefix = format!("{}/", message.topic);
        let rows = self.store.subscriptions.list_prefix(&prefix, None, usize::MAX).await?;
        let pending: Vec<(String, Pending)> = rows
            .iter()
            .filter(|row| row.value.is_confirmed() && self.dispatcher.has_room(&row.key))
            .map(|row| {
                let content = Content::Message { id: message.id.clone() };
                let pending = Pending::new(&row.key, content, message.published);
                (self.dispatcher.next_key(&row.key, message.published), pending)
            })
            .collect();
        if pending.is_empty() {
            return Ok(());
        }
        let checks = vec![self.store.topics.check_version(message.topic.as_str(), version)];
        let mut writes = vec![self.store.messages.put_write(&message.id, message)?];
        for (key, pending) in &pending {
            writes.push(self.store.pending.put_write(key, pending)?);
        }
        self.store.meta.commit(Transaction { checks, writes }).await?;
        self.dispatcher.accept(pending);
        Ok(())
    }
}

#[async_trait]
impl Notifier for Topics {
    async fn notify(&self, topic: &Arn, notification: Notification) -> Result<(), FlowError> {
        let Notification { subject, message } = notification;
        let topic = TopicName::of_arn(&topic.to_string())?;
        let draft = Draft { subject, message, ..Draft::default() };
        self.publish(&topic, draft).await?;
        Ok(())
    }
}
