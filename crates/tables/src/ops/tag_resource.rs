//! `TagResource`: adds tags to a table.
//! Does not: tag anything but tables.

use std::sync::Arc;

use levada_model::{Empty, dynamodb as model};
use levada_wire::{Caller, Operation};

use super::schema::tags;
use super::shapes::required;
use crate::error::Error;
use crate::service::Tables;

pub struct TagResource;

impl Operation for TagResource {
    const NAME: &'static str = "TagResource";
    type Service = Tables;
    type Input = model::TagResourceInput;
    type Output = Empty;
    type Error = Error;

    async fn call(tables: &Arc<Tables>, _: &Caller, input: Self::Input) -> Result<Empty, Error> {
        let arn = required(input.resource_arn, "ResourceArn")?;
        tables.tag(&arn, &tags(input.tags)?).await?;
        Ok(Empty {})
    }
}
