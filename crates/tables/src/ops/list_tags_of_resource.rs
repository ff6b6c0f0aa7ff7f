//! `ListTagsOfResource`: every tag of a table, on one page.
//! Does not: give page tokens; a table has 50 tags at most.

use std::sync::Arc;

use levada_model::dynamodb as model;
use levada_wire::{Caller, Operation};

use super::shapes::required;
use crate::error::Error;
use crate::service::Tables;

pub struct ListTagsOfResource;

impl Operation for ListTagsOfResource {
    const NAME: &'static str = "ListTagsOfResource";
    type Service = Tables;
    type Input = model::ListTagsOfResourceInput;
    type Output = model::ListTagsOfResourceOutput;
    type Error = Error;

    async fn call(
        tables: &Arc<Tables>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let table = tables.find_named(&required(input.resource_arn, "ResourceArn")?)?;
        let tag = |(key, value): (&String, &String)| model::Tag {
            key: Some(key.clone()),
            value: Some(value.clone()),
        };
        let tags = table.row.tags.iter().map(tag).collect();
        Ok(model::ListTagsOfResourceOutput { tags: Some(tags), next_token: None })
    }
}
