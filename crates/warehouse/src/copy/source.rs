//! Which objects a COPY names: a key prefix, or the entries of a manifest.
//! Does not: read what is in them, but for the manifest.

use std::collections::HashSet;

use levada_blob::{BlobError, BlobStore, BucketName, ObjectKey};
use serde::Deserialize;

use crate::error::{Result, WarehouseError};
use crate::limits;

/// One object, named by its address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    pub bucket: BucketName,
    pub key: ObjectKey,
    /// `s3://bucket/key`, the ledger's key.
    pub url: String,
    /// An absent object that is not mandatory is passed over.
    pub mandatory: bool,
}

#[derive(Deserialize)]
struct Manifest {
    entries: Vec<Entry>,
}

#[derive(Deserialize)]
struct Entry {
    url: String,
    #[serde(default)]
    mandatory: bool,
}

/// The key is empty where a whole bucket is meant.
fn split(url: &str) -> Result<(BucketName, &str)> {
    let wrong = || WarehouseError::NotAnObjectAddress(url.to_owned());
    let (bucket, key) =
        url.strip_prefix("s3://").and_then(|rest| rest.split_once('/')).ok_or_else(wrong)?;
    Ok((BucketName::parse(bucket)?, key))
}

impl Address {
    pub fn parse(url: &str, mandatory: bool) -> Result<Self> {
        let (bucket, key) = split(url)?;
        if key.is_empty() {
            return Err(WarehouseError::NotAnObjectAddress(url.to_owned()));
        }
        Ok(Self { bucket, key: ObjectKey::parse(key)?, url: url.to_owned(), mandatory })
    }
}

/// All objects whose key begins with the given one, as Redshift reads it; at least one.
pub async fn prefix(blob: &dyn BlobStore, source: &str) -> Result<Vec<Address>> {
    let (bucket, prefix) = split(source)?;
    let mut found: Vec<Address> = Vec::new();
    loop {
        let after = found.last().map(|address| address.key.as_str().to_owned());
        let page = blob.list(&bucket, prefix, after.as_deref(), limits::LISTING_PAGE).await?;
        let got_any = !page.objects.is_empty();
        found.extend(page.objects.into_iter().map(|object| Address {
            url: format!("s3://{}/{}", bucket.as_str(), object.key.as_str()),
            bucket: bucket.clone(),
            key: object.key,
            mandatory: true,
        }));
        check_count(found.len())?;
        if !page.truncated || !got_any {
            break;
        }
    }
    if found.is_empty() {
        return Err(WarehouseError::NothingToLoad(source.to_owned()));
    }
    Ok(found)
}

/// The manifest's entries in their order, each once.
pub async fn manifest(blob: &dyn BlobStore, source: &str) -> Result<Vec<Address>> {
    let address = Address::parse(source, true)?;
    let bad = |reason: String| WarehouseError::BadManifest { url: source.to_owned(), reason };
    let content = match blob.get(&address.bucket, &address.key).await {
        Ok(content) => content,
        Err(BlobError::NoSuchKey { .. }) => {
            return Err(WarehouseError::NothingToLoad(source.to_owned()));
        }
        Err(error) => return Err(error.into()),
    };
    let manifest: Manifest =
        serde_json::from_slice(&content).map_err(|error| bad(error.to_string()))?;
    check_count(manifest.entries.len())?;
    let mut seen = HashSet::new();
    let mut found = Vec::with_capacity(manifest.entries.len());
    for entry in manifest.entries {
        if seen.insert(entry.url.clone()) {
            let address = Address::parse(&entry.url, entry.mandatory);
            found.push(address.map_err(|error| bad(error.to_string()))?);
        }
    }
    Ok(found)
}

fn check_count(count: usize) -> Result<()> {
    if count <= limits::OBJECTS_PER_COPY_MAX {
        return Ok(());
    }
    let what = format!("a COPY of more than {} objects", limits::OBJECTS_PER_COPY_MAX);
    Err(WarehouseError::Unsupported(what))
}
