//! Object first, then a manifest that names it, then COPY: repeated every five minutes until the
//! retry time is over, after which the manifest goes to `errors/manifests/` and the batch is
//! skipped, as AWS does it.
//! Does not: gather several objects into one manifest.
//!
//! The warehouse's load ledger makes a repeated COPY of the same object load nothing.

use std::sync::Arc;

use async_trait::async_trait;
use bytes::Bytes;
use levada_blob::BlobStore;
use levada_env::Env;
use serde_json::json;

use crate::limits::{COPY_MACHINE_TIME_MIN, COPY_RETRY_PAUSE};
use crate::redshift::{RedshiftConfig, copy};
use crate::s3::{ObjectNames, Writer, pause};
use crate::{Batch, Destination, Outcome, Progress};

pub struct Redshift {
    config: RedshiftConfig,
    writer: Writer,
    env: Env,
}

impl Redshift {
    pub fn new(config: RedshiftConfig, blob: Arc<dyn BlobStore>, env: Env) -> Self {
        let writer = Writer { config: config.s3.clone(), blob };
        Self { config, writer, env }
    }

    fn manifest(&self, names: &ObjectNames) -> Bytes {
        let url = format!("s3://{}/{}", self.config.s3.bucket, names.key);
        json!({"entries": [{"url": url, "mandatory": true}]}).to_string().into()
    }

    async fn prepare(&self, batch: &Batch) -> Result<(ObjectNames, String), String> {
        let names = self.writer.write(batch).await?;
        let manifest_key = format!("manifests/{}", names.name);
        self.writer.put(&manifest_key, self.manifest(&names)).await?;
        Ok((names, manifest_key))
    }

    /// The first attempt is always made; whether there is another depends on the time since.
    fn may_retry(&self, progress: Progress) -> bool {
        let retry = self.config.retry();
        let next = self.env.clock.now().plus(COPY_RETRY_PAUSE).since(progress.began);
        let machine = self.env.machine_clock.now().since(progress.began_machine);
        !retry.is_zero() && (next <= retry || machine < COPY_MACHINE_TIME_MIN.min(retry))
    }

    async fn give_up(&self, names: &ObjectNames, why: String, progress: Progress) -> Outcome {
        let key = format!("errors/manifests/{}", names.name);
        match self.writer.put(&key, self.manifest(names)).await {
            Ok(()) => Outcome::Rejected {
                why: format!("{why}; manifest kept as s3://{}/{key}", self.config.s3.bucket),
            },
            Err(error) => Outcome::Retry {
                after: pause(progress.attempt),
                why: format!("{why}; keeping the manifest failed: {error}"),
            },
        }
    }
}

#[async_trait]
impl Destination for Redshift {
    async fn deliver(&self, batch: &Batch, progress: Progress) -> Outcome {
        let (names, manifest_key) = match self.prepare(batch).await {
            Ok(prepared) => prepared,
            Err(why) => return Outcome::Retry { after: pause(progress.attempt), why },
        };
        let url = format!("s3://{}/{manifest_key}", self.config.s3.bucket);
        let statement = self.config.statement(&url);
        match copy::run(&self.config, &self.env, &statement).await {
            Ok(()) => Outcome::Delivered,
            Err(why) if self.may_retry(progress) => Outcome::Retry { after: COPY_RETRY_PAUSE, why },
            Err(why) => self.give_up(&names, why, progress).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use levada_types::Timestamp;

    use super::*;
    use crate::redshift::config::tests::config;
    use crate::s3::tests::{batch, store};

    const AT: Timestamp = Timestamp(1_700_000_000_000);

    /// A warehouse that nobody listens for: port 1 refuses at once.
    async fn keys_after(elapsed: Duration) -> (Outcome, Vec<String>) {
        let (store, bucket) = store().await;
        let (env, clock) = Env::virtual_at(AT, 1);
        let mut config = config();
        config.jdbc_url = "jdbc:redshift://127.0.0.1:1/levada".to_owned();
        let redshift = Redshift::new(config, store.clone(), env);
        clock.advance(elapsed);
        let progress = Progress { attempt: 0, began: AT, began_machine: AT };
        let outcome = redshift.deliver(&batch(1, &["{}"]), progress).await;
        let listing = store.list(&bucket, "", None, 10).await.unwrap();
        let keys = listing.objects.iter().map(|object| object.key.as_str().to_owned());
        (outcome, keys.collect())
    }

    #[tokio::test]
    async fn an_absent_warehouse_is_tried_again_while_the_retry_time_lasts() {
        let (outcome, keys) = keys_after(Duration::from_secs(3_300)).await;
        let Outcome::Retry { after, why } = outcome else { panic!("{outcome:?}") };
        assert_eq!(after, Duration::from_secs(300));
        assert!(!why.contains("hunter2"), "{why}");
        assert_eq!(keys.len(), 2);
        assert!(keys[0].starts_with("manifests/tolls-1-"), "{keys:?}");
        assert!(keys[1].starts_with("tolls/2023/11/14/22/tolls-1-"), "{keys:?}");
    }

    #[tokio::test]
    async fn afterwards_the_manifest_is_kept_among_the_errors() {
        let (outcome, keys) = keys_after(Duration::from_secs(3_301)).await;
        assert!(matches!(outcome, Outcome::Rejected { .. }), "{outcome:?}");
        assert!(keys[0].starts_with("errors/manifests/tolls-1-"), "{keys:?}");
    }
}
