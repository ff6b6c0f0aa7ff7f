//! `ListObjects`, the first version: continued by marker.
//! Does not: list versions.

use s3s::dto::{ListObjectsInput, ListObjectsOutput};
use s3s::{S3Request, S3Result};

use crate::listing::{self, Query};
use crate::s3::Objects;

pub async fn run(
    objects: &Objects,
    request: S3Request<ListObjectsInput>,
) -> S3Result<ListObjectsOutput> {
    let input = request.input;
    let bucket = super::bucket(&input.bucket)?;
    let entries_max = super::entries_max(input.max_keys)?;
    let query = Query {
        bucket: &bucket,
        prefix: input.prefix.as_deref().unwrap_or_default(),
        delimiter: input.delimiter.as_deref(),
        after: input.marker.clone().filter(|marker| !marker.is_empty()),
        entries_max,
    };
    let page = listing::page(objects.store.as_ref(), &query).await.map_err(super::failed)?;
    let encoding = super::Encoding(input.encoding_type.clone());
    let next_marker = page.next.as_deref().filter(|_| input.delimiter.is_some());
    Ok(ListObjectsOutput {
        name: Some(input.bucket),
        prefix: Some(encoding.text(input.prefix.as_deref().unwrap_or_default())),
        marker: Some(encoding.text(input.marker.as_deref().unwrap_or_default())),
        delimiter: input.delimiter.as_deref().map(|delimiter| encoding.text(delimiter)),
        max_keys: i32::try_from(entries_max).ok(),
        is_truncated: Some(page.next.is_some()),
        next_marker: next_marker.map(|marker| encoding.text(marker)),
        contents: Some(encoding.objects(&page.objects)),
        common_prefixes: Some(encoding.prefixes(&page.common_prefixes)),
        encoding_type: input.encoding_type,
        ..Default::default()
    })
}
