//! `ListStreams`: a page of streams by name.
//! Does not: show shards.

use std::sync::Arc;

use levada_model::kinesis as model;
use levada_types::StreamName;
use levada_wire::{Caller, Operation};

use super::shapes;
use crate::error::Error;
use crate::limits::LIST_STREAM_COUNT;
use crate::service::Streams;

pub struct ListStreams;

impl Operation for ListStreams {
    const NAME: &'static str = "ListStreams";
    type Service = Streams;
    type Input = model::ListStreamsInput;
    type Output = model::ListStreamsOutput;
    type Error = Error;

    async fn call(
        streams: &Arc<Streams>,
        _: &Caller,
        input: Self::Input,
    ) -> Result<Self::Output, Error> {
        let limit = shapes::count(input.limit, LIST_STREAM_COUNT);
        let after = input
            .exclusive_start_stream_name
            .map(StreamName::try_from)
            .transpose()
            .map_err(|error| Error::InvalidArgument(error.to_string()))?;
        let (page, more) = match (input.next_token, after) {
            (Some(_), Some(_)) => {
                let both = "NextToken and ExclusiveStartStreamName cannot be provided together.";
                return Err(Error::InvalidArgument(both.into()));
            }
            (Some(token), None) => streams.list_on(&token, limit)?,
            (None, after) => streams.list(after.as_ref(), limit),
        };
        let summary = |stream: &Arc<crate::Stream>| model::StreamSummary {
            stream_name: Some(stream.name.to_string()),
            stream_arn: Some(stream.arn(&streams.identity).to_string()),
            stream_status: Some(stream.status().into()),
            stream_mode_details: Some(shapes::mode(stream.mode)),
            stream_creation_timestamp: Some(shapes::epoch(stream.created)),
        };
        Ok(model::ListStreamsOutput {
            stream_names: Some(page.iter().map(|stream| stream.name.to_string()).collect()),
            has_more_streams: Some(more),
            next_token: page.last().filter(|_| more).map(|last| streams.stream_page_token(last)),
            stream_summaries: Some(page.iter().map(summary).collect()),
        })
    }
}
