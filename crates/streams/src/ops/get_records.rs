//! `GetRecords`: the records after a shard iterator, and the iterator to go on with.
//! Does not: wait for records.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::limits::READ_RECORD_COUNT_MAX;
use crate::read::Page;
use crate::service::Streams;
use crate::target;

pub struct GetRecords;

impl Operation for GetRecords {
    const NAME: &'static str = "GetRecords";
    type Service = Streams;
    type Input = model::GetRecordsInput;
    type Output = model::GetRecordsOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let token = shapes::required(input.shard_iterator, "ShardIterator")?;
        let expected =
            input.stream_arn.map(|text| target::of_arn_text(streams, &text)).transpose()?;
        let limit = shapes::count(input.limit, READ_RECORD_COUNT_MAX);
        if input.dry_run == Some(true) {
            streams.check_iterator(&token, expected.as_ref())?;
            return Err(Error::DryRun);
        }
        let page = streams.read_page(&token, limit, expected.as_ref()).await?;
        Ok(answer(page))
    }
}

fn answer(page: Page) -> model::GetRecordsOutput {
    let children = page.children.iter().map(shapes::child).collect::<Vec<_>>();
    model::GetRecordsOutput {
        records: Some(page.records.into_iter().map(shapes::record).collect()),
        next_shard_iterator: page.next,
        millis_behind_latest: Some(page.millis_behind),
        child_shards: (!children.is_empty()).then_some(children),
    }
}
