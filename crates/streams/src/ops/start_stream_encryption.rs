//! `StartStreamEncryption`: records of a stream are encrypted at rest from now on.
//! Does not: encrypt what is stored already.

use std::sync::Arc;

use levada_model::Empty;
use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Streams;
use crate::target::{self, Named};

pub struct StartStreamEncryption;

impl Operation for StartStreamEncryption {
    const NAME: &'static str = "StartStreamEncryption";
    type Service = Streams;
    type Input = model::StartStreamEncryptionInput;
    type Output = Empty;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let named = Named { name: input.stream_name, arn: input.stream_arn, id: input.stream_id };
        let stream = target::stream(streams, named)?;
        let kind = required(input.encryption_type, "EncryptionType")?;
        let key_id = required(input.key_id, "KeyId")?;
        streams.start_encryption(&stream.name, &kind, key_id).await?;
        Ok(Empty {})
    }
}
