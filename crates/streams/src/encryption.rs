//! Encryption at rest, stream by stream: begun, ended, and taken up again at start.
//! Does not: encrypt (see `key_ring`), or know any key but by its number.

use levada_log::KeyId;
use levada_types::{Arn, StreamName, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::service::Streams;
use crate::stream::Stream;

/// Persisted within its stream's row; fields are only ever added, with a default.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Encryption {
    /// What the caller named: shown again, and not looked up anywhere.
    pub key_id: String,
    /// The number of the data key that records are sealed with.
    pub data_key: u64,
    pub since: Timestamp,
}

/// A data key as it is stored. Persisted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WrappedKey {
    pub stream_uid: u64,
    pub wrapped: String,
}

/// The forms of a KMS key: a UUID (or `mrk-…`), the ARN of a key or an alias, or `alias/…`.
fn check_key_id(text: &str) -> Result<(), Error> {
    let is_name = |text: &str| {
        let legal = |c: char| c.is_ascii_alphanumeric() || "/_-".contains(c);
        !text.is_empty() && text.chars().all(legal)
    };
    let is_uuid = |text: &str| {
        let text = text.strip_prefix("mrk-").unwrap_or(text);
        let digits = text.chars().filter(char::is_ascii_hexdigit).count();
        digits == 32 && text.chars().all(|c| c.is_ascii_hexdigit() || c == '-')
    };
    let is_resource = |text: &str| match text.split_once('/') {
        Some(("alias", name)) => is_name(name),
        Some(("key", id)) => is_uuid(id),
        _ => false,
    };
    let known = match Arn::parse(text) {
        Ok(arn) => arn.service == "kms" && is_resource(&arn.resource),
        Err(_) => is_uuid(text) || text.strip_prefix("alias/").is_some_and(is_name),
    };
    if known {
        return Ok(());
    }
    Err(Error::InvalidArgument(format!(
        "Invalid KeyId {text}: expected a key's GUID or ARN, an alias's ARN, or alias/name."
    )))
}

fn check_type(encryption_type: &str) -> Result<(), Error> {
    match encryption_type {
        "KMS" => Ok(()),
        other => Err(Error::InvalidArgument(format!(
            "Invalid EncryptionType {other}: the only valid value is KMS."
        ))),
    }
}

impl Streams {
    /// Takes the stored data keys into the ring. A key that the ring cannot open is left out: its
    /// records stay unreadable until the right master key is there.
    pub(crate) async fn load_keys(&self) -> Result<(), Error> {
        let Some(ring) = &self.key_ring else { return Ok(()) };
        for stored in self.store.data_keys.all().await? {
            let id = stored.key.parse().map_err(|_| Error::Malformed(stored.key.clone()))?;
            if !ring.unwrap_key(KeyId(id), &stored.value.wrapped) {
                tracing::error!(key = id, "the master key does not open this data key");
            }
        }
        Ok(())
    }

    /// Tells the ring which shards are sealed, before the first record that follows.
    pub(crate) fn assign_key(&self, stream: &Stream) {
        if let Some(ring) = &self.key_ring {
            let key = stream.encryption.as_ref().map(|encryption| KeyId(encryption.data_key));
            ring.assign(stream.all_uids(), key);
        }
    }

    /// Records from now on are encrypted under a new data key; those before stay as they are.
    pub async fn start_encryption(
        &self,
        name: &StreamName,
        encryption_type: &str,
        key_id: String,
    ) -> Result<(), Error> {
        check_type(encryption_type)?;
        check_key_id(&key_id)?;
        let ring = self.key_ring.as_ref().ok_or_else(|| {
            Error::InvalidArgument("this server was started without a key ring".into())
        })?;
        let _one_at_a_time = self.control.lock().await;
        let before = self.ready(name).await?;
        if before.encryption.as_ref().is_some_and(|encryption| encryption.key_id == key_id) {
            return Ok(());
        }
        let data_key = self.store.meta.next_id("data-key").await?;
        let wrapped = WrappedKey { stream_uid: before.uid, wrapped: ring.make(KeyId(data_key)) };
        // The key is stored before anything can be sealed with it.
        self.store.data_keys.insert(&data_key.to_string(), &wrapped).await?;
        let mut stream = (*before).clone();
        stream.encryption = Some(Encryption { key_id, data_key, since: self.env.clock.now() });
        self.keep(stream).await?;
        Ok(())
    }

    /// Records from now on are stored as they come; those before stay encrypted and readable.
    pub async fn stop_encryption(
        &self,
        name: &StreamName,
        encryption_type: &str,
        key_id: &str,
    ) -> Result<(), Error> {
        check_type(encryption_type)?;
        check_key_id(key_id)?;
        self.alter(name, |stream| {
            let current = stream.encryption.as_ref().map(|encryption| &encryption.key_id);
            if current.is_some_and(|current| current != key_id) {
                return Err(Error::InvalidArgument(format!(
                    "KeyId {key_id} is not the key of stream {}.",
                    stream.name
                )));
            }
            stream.encryption = None;
            Ok(())
        })
        .await?;
        Ok(())
    }

    /// Forgets the data keys of a deleted stream: what is left of its records on disk can never
    /// be opened again.
    pub(crate) async fn forget_keys(&self, stream_uid: u64) -> Result<(), Error> {
        let Some(ring) = &self.key_ring else { return Ok(()) };
        for stored in self.store.data_keys.all().await? {
            if stored.value.stream_uid == stream_uid
                && let Ok(id) = stored.key.parse()
            {
                self.store.data_keys.delete(&stored.key).await?;
                ring.forget(KeyId(id));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_documented_forms_of_a_key_are_taken_and_others_refused() {
        let uuid = "12345678-1234-1234-1234-123456789012";
        for good in [
            uuid,
            "mrk-1234abcd12ab34cd56ef1234567890ab",
            "alias/aws/kinesis",
            "alias/My_Alias-1",
            &format!("arn:aws:kms:us-east-1:123456789012:key/{uuid}"),
            "arn:aws:kms:us-east-1:123456789012:alias/MyAliasName",
        ] {
            assert_eq!(check_key_id(good), Ok(()), "{good}");
        }
        for bad in ["", "x", "alias/", "alias/a b", "key/1", "arn:aws:s3:::alias/a", &uuid[1..]] {
            assert!(check_key_id(bad).is_err(), "{bad}");
        }
        assert!(check_type("NONE").is_err());
    }
}
