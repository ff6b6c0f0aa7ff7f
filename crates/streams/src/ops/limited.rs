//! Every operation behind its own rate of calls, where rates are limited.
//! Does not: limit what belongs to a shard: puts, reads, iterators and subscriptions.

use std::sync::Arc;

use async_trait::async_trait;
use levada_wire::{Answer, AnswerForm, AwsError, Caller, Document, ErasedOperation};

use crate::error::Error;
use crate::service::Streams;

struct Limited(Box<dyn ErasedOperation<Streams>>);

pub fn limited(operation: Box<dyn ErasedOperation<Streams>>) -> Box<dyn ErasedOperation<Streams>> {
    Box::new(Limited(operation))
}

#[async_trait]
impl ErasedOperation<Streams> for Limited {
    fn name(&self) -> &'static str {
        self.0.name()
    }

    async fn call(
        &self,
        streams: &Arc<Streams>,
        caller: &Caller,
        body: Document,
        form: AnswerForm,
    ) -> Result<Answer, AwsError> {
        if let Some(throttle) = &streams.throttle
            && !throttle.operation(self.0.name(), streams.env.clock.now())
        {
            let account = &streams.identity.account;
            let message = format!("Rate exceeded for {} of account {account}.", self.0.name());
            return Err(Error::LimitExceeded(message).into());
        }
        self.0.call(streams, caller, body, form).await
    }
}
