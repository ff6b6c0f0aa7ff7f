//! `Topics`: the service that owns topics, their subscriptions and what waits for delivery.
//! Does not: parse requests (see `ops`) or send anything itself (see `delivery`).

use std::sync::Arc;

use levada_env::Env;
use levada_meta::{CommitError, MetaStore, Table, Transaction};
use levada_types::{Arn, FunctionInvoker, Identity};

use crate::delivery::{Dispatcher, Pending};
use crate::error::Error;
use crate::message::Message;
use crate::topic::{Subscription, Topic, TopicName};

/// Where e-mails go out.
#[derive(Clone)]
pub struct SmtpConfig {
    /// Such as `smtp://127.0.0.1:25` or `smtps://user:password@mail.example.org`.
    pub url: String,
    /// The sender's address.
    pub from: String,
}

/// How deliveries leave this server.
#[derive(Clone)]
pub struct Options {
    /// Where subscribers find this server, such as `http://127.0.0.1:4566`: the base of
    /// confirmation and unsubscription links.
    pub endpoint_url: String,
    /// Without it, e-mail subscriptions are refused.
    pub smtp: Option<SmtpConfig>,
}

/// The rows of this service.
#[derive(Clone)]
pub(crate) struct Store {
    pub meta: Arc<dyn MetaStore>,
    pub topics: Table<Topic>,
    pub subscriptions: Table<Subscription>,
    pub messages: Table<Message>,
    pub pending: Table<Pending>,
}

pub struct Topics {
    pub(crate) identity: Identity,
    pub(crate) env: Env,
    pub(crate) store: Store,
    pub(crate) dispatcher: Arc<Dispatcher>,
    pub(crate) smtp_configured: bool,
    pub(crate) functions_available: bool,
}

impl Topics {
    /// Resumes every delivery that was pending.
    pub async fn open(
        options: Options,
        meta: Arc<dyn MetaStore>,
        invoker: Option<Arc<dyn FunctionInvoker>>,
        identity: Identity,
        env: Env,
    ) -> Result<Arc<Self>, Error> {
        let store = Store {
            topics: Table::new(Arc::clone(&meta), "topics"),
            subscriptions: Table::new(Arc::clone(&meta), "topics.subscriptions"),
            messages: Table::new(Arc::clone(&meta), "topics.messages"),
            pending: Table::new(Arc::clone(&meta), "topics.pending"),
            meta,
        };
        let smtp_configured = options.smtp.is_some();
        let functions_available = invoker.is_some();
        let dispatcher =
            Dispatcher::open(options, store.clone(), invoker, identity.clone(), env.clone())
                .await?;
        Ok(Arc::new(Self {
            identity,
            env,
            store,
            dispatcher,
            smtp_configured,
            functions_available,
        }))
    }

    /// The topic, new or not. A display name other than the topic's is refused, as on AWS.
    pub async fn create_topic(
        &self,
        name: TopicName,
        display_name: Option<String>,
    ) -> Result<Arn, Error> {
        let arn = self.identity.topic(name.as_str());
        let created = self.env.clock.now();
        let topic = Topic { name, display_name, created };
        match self.store.topics.insert(topic.name.as_str(), &topic).await {
            Ok(()) => Ok(arn),
            Err(CommitError::Failed(error)) => Err(error.into()),
            Err(CommitError::Conflict(_)) => {
                let existing = self.topic(&topic.name).await?.1;
                if topic.display_name.is_none() || topic.display_name == existing.display_name {
                    Ok(arn)
                } else {
                    Err(Error::invalid(
                        "Attributes Reason: Topic already exists with different attributes",
                    ))
                }
            }
        }
    }

    /// The topic and its row's version.
    pub(crate) async fn topic(&self, name: &TopicName) -> Result<(u64, Topic), Error> {
        let row = self.store.topics.get(name.as_str()).await?.ok_or(Error::TopicNotFound)?;
        Ok((row.version, row.value))
    }

    /// Removes the topic, its subscriptions and what waits for them. An absent topic is no error.
    pub async fn delete_topic(&self, name: &TopicName) -> Result<(), Error> {
        let prefix = format!("{name}/");
        let subscriptions = self.store.subscriptions.list_prefix(&prefix, None, usize::MAX).await?;
        let pending = self.store.pending.list_prefix(&prefix, None, usize::MAX).await?;
        let mut writes = vec![self.store.topics.delete_write(name.as_str())];
        writes.extend(
            subscriptions.iter().map(|row| self.store.subscriptions.delete_write(&row.key)),
        );
        writes.extend(pending.iter().map(|row| self.store.pending.delete_write(&row.key)));
        self.store.meta.commit(Transaction { checks: Vec::new(), writes }).await?;
        for row in &subscriptions {
            self.dispatcher.forget(&row.key).await;
        }
        Ok(())
    }

    /// Up to `limit` topics by name, after `after` if given.
    pub async fn topics(&self, after: Option<&str>, limit: usize) -> Result<Vec<Topic>, Error> {
        let rows = self.store.topics.list(after, limit).await?;
        Ok(rows.into_iter().map(|row| row.value).collect())
    }

    pub fn topic_arn(&self, name: &TopicName) -> Arn {
        self.identity.topic(name.as_str())
    }
}
