//! `UntagResource`: takes tags off a table.
//! Does not: complain of keys that are no tags.

use std::sync::Arc;

use levada_model::{Empty, dynamodb as model};
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Tables;

pub struct UntagResource;

impl Operation for UntagResource {
    const NAME: &'static str = "UntagResource";
    type Service = Tables;
    type Input = model::UntagResourceInput;
    type Output = Empty;
    type Error = Error;

    async fn call(tables: &Arc<Tables>, _: &Caller, input: Self::Input) -> Result<Empty, Error> {
        let arn = required(input.resource_arn, "ResourceArn")?;
        tables.untag(&arn, &required(input.tag_keys, "TagKeys")?).await?;
        Ok(Empty {})
    }
}
