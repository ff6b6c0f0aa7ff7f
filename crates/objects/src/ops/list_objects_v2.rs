//! `ListObjectsV2`: continued by token, which is the last entry in hexadecimal.
//! Does not: list versions.

use s3s::dto::{ListObjectsV2Input, ListObjectsV2Output};
use s3s::{S3Request, S3Result, s3_error};

use crate::listing::{self, Query};
use crate::s3::Objects;

fn position(token: &str) -> S3Result<String> {
    hex::decode(token)
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok())
        .ok_or_else(|| s3_error!(InvalidArgument, "The continuation token provided is incorrect"))
}

pub async fn run(
    objects: &Objects,
    request: S3Request<ListObjectsV2Input>,
) -> S3Result<ListObjectsV2Output> {
    let input = request.input;
    let bucket = super::bucket(&input.bucket)?;
    let entries_max = super::entries_max(input.max_keys)?;
    let continued = input.continuation_token.as_deref().map(position).transpose()?;
    let query = Query {
        bucket: &bucket,
        prefix: input.prefix.as_deref().unwrap_or_default(),
        delimiter: input.delimiter.as_deref(),
        after: continued.or_else(|| input.start_after.clone().filter(|key| !key.is_empty())),
        entries_max,
    };
    let page = listing::page(objects.store.as_ref(), &query).await.map_err(super::failed)?;
    let encoding = super::Encoding(input.encoding_type.clone());
    let count = page.objects.len() + page.common_prefixes.len();
    Ok(ListObjectsV2Output {
        name: Some(input.bucket),
        prefix: Some(encoding.text(input.prefix.as_deref().unwrap_or_default())),
        delimiter: input.delimiter.as_deref().map(|delimiter| encoding.text(delimiter)),
        start_after: input.start_after.as_deref().map(|key| encoding.text(key)),
        max_keys: i32::try_from(entries_max).ok(),
        key_count: i32::try_from(count).ok(),
        continuation_token: input.continuation_token,
        is_truncated: Some(page.next.is_some()),
        next_continuation_token: page.next.map(hex::encode),
        contents: Some(encoding.objects(&page.objects)),
        common_prefixes: Some(encoding.prefixes(&page.common_prefixes)),
        encoding_type: input.encoding_type,
        ..Default::default()
    })
}
