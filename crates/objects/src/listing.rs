//! One page of a listing with a delimiter: keys that share the text up to it become one entry.
//! Does not: know either version of the protocol's ListObjects.

use levada_blob::{BlobError, BlobStore, BucketName, ObjectFacts};

use crate::limits::LIST_KEYS_MAX;

/// What to list. `after` is a key, or a common prefix that an earlier page ended with.
pub struct Query<'a> {
    pub bucket: &'a BucketName,
    pub prefix: &'a str,
    pub delimiter: Option<&'a str>,
    pub after: Option<String>,
    pub entries_max: usize,
}

#[derive(Debug, Default, PartialEq)]
pub struct Page {
    pub objects: Vec<ObjectFacts>,
    pub common_prefixes: Vec<String>,
    /// The key or common prefix to go on after, when there is more.
    pub next: Option<String>,
}

impl Query<'_> {
    fn group<'k>(&self, key: &'k str) -> Option<&'k str> {
        let delimiter = self.delimiter.filter(|delimiter| !delimiter.is_empty())?;
        let at = key.get(self.prefix.len()..)?.find(delimiter)?;
        key.get(..self.prefix.len() + at + delimiter.len())
    }
}

/// Sorts after every key that begins with `group`, but for keys no person writes.
fn past(group: &str) -> String {
    format!("{group}{}", char::MAX)
}

pub async fn page(store: &dyn BlobStore, query: &Query<'_>) -> Result<Page, BlobError> {
    let mut page = Page::default();
    let mut last: Option<String> = None;
    let mut cursor = query.after.as_ref().map(|after| match query.group(after) {
        Some(group) if group == after => past(group),
        _ => after.clone(),
    });
    loop {
        let listing =
            store.list(query.bucket, query.prefix, cursor.as_deref(), LIST_KEYS_MAX).await?;
        let mut truncated = listing.truncated;
        for facts in listing.objects {
            let key = facts.key.as_str();
            let group = query.group(key).map(str::to_owned);
            if group.is_some() && group == last {
                cursor = Some(key.to_owned());
                continue;
            }
            if page.objects.len() + page.common_prefixes.len() >= query.entries_max {
                page.next = last;
                return Ok(page);
            }
            match group {
                None => {
                    cursor = Some(key.to_owned());
                    last = cursor.clone();
                    page.objects.push(facts);
                }
                Some(group) => {
                    // The rest of the group is skipped by asking for what follows it.
                    cursor = Some(past(&group));
                    page.common_prefixes.push(group.clone());
                    last = Some(group);
                    truncated = true;
                    break;
                }
            }
        }
        if !truncated {
            return Ok(page);
        }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use levada_blob::{MemoryBlobStore, ObjectKey};
    use levada_env::Env;
    use levada_types::Timestamp;

    use super::*;

    async fn all(keys: &[&str], prefix: &str, delimiter: Option<&str>, max: usize) -> Vec<String> {
        let store = MemoryBlobStore::new(Env::virtual_at(Timestamp(0), 1).0.clock);
        let bucket = BucketName::parse("bucket").unwrap();
        store.create_bucket(&bucket).await.unwrap();
        for key in keys {
            let key = ObjectKey::parse(key).unwrap();
            store.put(&bucket, &key, Bytes::new()).await.unwrap();
        }
        let mut found = Vec::new();
        let mut after = None;
        loop {
            let query = Query { bucket: &bucket, prefix, delimiter, after, entries_max: max };
            let page = page(&store, &query).await.unwrap();
            assert!(page.objects.len() + page.common_prefixes.len() <= max);
            found.extend(page.objects.iter().map(|facts| facts.key.as_str().to_owned()));
            found.extend(page.common_prefixes);
            match page.next {
                Some(next) => after = Some(next),
                None => break,
            }
        }
        found.sort();
        found
    }

    #[tokio::test]
    async fn every_page_size_finds_every_key_and_group_once() {
        let keys = ["a/1", "a/2", "a/b/3", "b", "c/1", "c0", "d//x"];
        for max in 1..8 {
            assert_eq!(all(&keys, "", None, max).await, keys);
            assert_eq!(all(&keys, "", Some("/"), max).await, ["a/", "b", "c/", "c0", "d/"]);
            assert_eq!(all(&keys, "a/", Some("/"), max).await, ["a/1", "a/2", "a/b/"]);
            assert_eq!(all(&keys, "c", Some("/"), max).await, ["c/", "c0"]);
        }
    }
}
