//! The raw archive: every object of the bucket's `archive/` folder, read back through S3.
//! Does not: care in which object a transaction is.

use std::collections::BTreeMap;
use std::io::Read;

use anyhow::{Context, Result};
use bytes::Bytes;
use flate2::read::MultiGzDecoder;
use levada_client::Client;
use serde_json::{Deserializer, Value};

use super::cloud::BUCKET;

/// Transaction ids with how often they are in the archive.
pub async fn transaction_ids(client: &Client) -> Result<BTreeMap<String, u64>> {
    let mut found = BTreeMap::new();
    for key in keys(client).await?.iter().filter(|key| key.ends_with(".gz")) {
        let content =
            client.rest("s3", "GET", &format!("/{BUCKET}/{key}"), &[], Bytes::new()).await?;
        let mut text = String::new();
        MultiGzDecoder::new(&content[..])
            .read_to_string(&mut text)
            .with_context(|| format!("object {key} is not GZIP text"))?;
        for record in Deserializer::from_str(&text).into_iter::<Value>() {
            let record = record.with_context(|| format!("object {key} is not JSON"))?;
            let id = record["transaction_id"].as_str().context("a record has no transaction_id")?;
            *found.entry(id.to_owned()).or_default() += 1;
        }
    }
    Ok(found)
}

/// All keys below `archive/`, page by page.
pub async fn keys(client: &Client) -> Result<Vec<String>> {
    let mut keys: Vec<String> = Vec::new();
    loop {
        let after = keys.last().cloned().unwrap_or_default();
        let mut query = vec![("list-type", "2"), ("prefix", "archive/")];
        if !after.is_empty() {
            query.push(("start-after", &after));
        }
        let path = format!("/{BUCKET}");
        let page = client.rest("s3", "GET", &path, &query, Bytes::new()).await?;
        let page = String::from_utf8_lossy(&page).into_owned();
        keys.extend(
            page.split("<Key>")
                .skip(1)
                .filter_map(|rest| Some(rest.split_once("</Key>")?.0.replace("&amp;", "&"))),
        );
        if !page.contains("<IsTruncated>true</IsTruncated>") {
            return Ok(keys);
        }
    }
}
