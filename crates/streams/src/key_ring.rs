//! The local key ring: a data key per encrypted stream, wrapped by the installation's master key.
//! Does not: talk to a key service, decide what is encrypted, or ever show a key.
//!
//! The master key is a file of 32 random bytes in base64 that only its owner may read. Whoever
//! has the data directory without that file cannot read encrypted records; whoever loses the file
//! cannot either.
//!
//! Sealed bytes: `salt 16 | nonce 12 | ciphertext | tag 16`, AES-256-GCM under
//! HMAC-SHA-256(data key, salt), with shard and key number authenticated. A key per message
//! means that random nonces may be drawn without end.

use std::collections::HashMap;
use std::fmt;
use std::io;
use std::path::Path;
use std::sync::Arc;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use levada_env::disk::store_whole;
use levada_env::{Env, Random};
use levada_log::{KeyId, PayloadSeal, SealError};
use levada_types::ShardUid;
use parking_lot::RwLock;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;

const KEY_BYTES: usize = 32;
const SALT_BYTES: usize = 16;

#[derive(Debug, thiserror::Error)]
pub enum KeyRingError {
    #[error("the master key file {path} cannot be used: {reason}")]
    File { path: String, reason: String },
}

/// Master key, data keys, and which shards use which. Shared by the log and the service.
pub struct KeyRing {
    random: Arc<dyn Random>,
    master: hmac::Key,
    keys: RwLock<HashMap<KeyId, hmac::Key>>,
    shards: RwLock<HashMap<ShardUid, KeyId>>,
}

impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("KeyRing")
    }
}

impl KeyRing {
    /// The ring whose master key is the file `name` in `dir`; made at its first start.
    pub fn open(dir: &Path, name: &str, env: &Env) -> Result<Arc<Self>, KeyRingError> {
        let path = dir.join(name);
        let error =
            |reason: String| KeyRingError::File { path: path.display().to_string(), reason };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(missing) if missing.kind() == io::ErrorKind::NotFound => {
                let text = STANDARD.encode(random_key(env.random.as_ref()));
                store_whole(dir, name, text.as_bytes(), 0o600).map_err(|e| error(e.to_string()))?;
                text
            }
            Err(other) => return Err(error(other.to_string())),
        };
        let bytes = STANDARD.decode(text.trim()).ok().filter(|bytes| bytes.len() == KEY_BYTES);
        let bytes = bytes.ok_or_else(|| error("expected 32 bytes in base64".into()))?;
        Ok(Arc::new(Self::new(&bytes, Arc::clone(&env.random))))
    }

    fn new(master: &[u8], random: Arc<dyn Random>) -> Self {
        Self {
            random,
            master: hmac::Key::new(hmac::HMAC_SHA256, master),
            keys: RwLock::default(),
            shards: RwLock::default(),
        }
    }

    /// A new data key under the number `id`, and its wrapped form to be stored.
    pub(crate) fn make(&self, id: KeyId) -> String {
        let key = random_key(self.random.as_ref());
        let wrapped = self.encrypt(&self.master, &id.0.to_le_bytes(), &key);
        self.keys.write().insert(id, hmac::Key::new(hmac::HMAC_SHA256, &key));
        STANDARD.encode(wrapped)
    }

    /// Takes a stored data key in. False when the master key is not the one that wrapped it.
    pub(crate) fn unwrap_key(&self, id: KeyId, wrapped: &str) -> bool {
        let opened = STANDARD
            .decode(wrapped)
            .ok()
            .and_then(|bytes| decrypt(&self.master, &id.0.to_le_bytes(), &bytes));
        let Some(key) = opened.filter(|key| key.len() == KEY_BYTES) else { return false };
        self.keys.write().insert(id, hmac::Key::new(hmac::HMAC_SHA256, &key));
        true
    }

    /// Forgets a data key: what was sealed with it can never be opened again, once its wrapped
    /// form is gone too.
    pub(crate) fn forget(&self, id: KeyId) {
        self.keys.write().remove(&id);
    }

    /// From now on appends to `shards` are sealed with `key`, or not at all.
    pub(crate) fn assign(&self, shards: impl IntoIterator<Item = ShardUid>, key: Option<KeyId>) {
        let mut assigned = self.shards.write();
        for shard in shards {
            match key {
                Some(key) => assigned.insert(shard, key),
                None => assigned.remove(&shard),
            };
        }
    }

    fn encrypt(&self, key: &hmac::Key, bound_to: &[u8], plain: &[u8]) -> Vec<u8> {
        let mut head = [0; SALT_BYTES + NONCE_LEN];
        self.random.fill(&mut head);
        let (salt, nonce) = head.split_at(SALT_BYTES);
        let cipher = derive(key, salt);
        let nonce = Nonce::try_assume_unique_for_key(nonce).expect("the nonce has its length");
        let mut sealed = Vec::with_capacity(head.len() + plain.len() + AES_256_GCM.tag_len());
        sealed.extend_from_slice(&head);
        sealed.extend_from_slice(plain);
        let tag = cipher
            .seal_in_place_separate_tag(nonce, Aad::from(bound_to), &mut sealed[head.len()..])
            .expect("a log's runs are far below AES-GCM's limit of 64 GiB");
        sealed.extend_from_slice(tag.as_ref());
        sealed
    }
}

fn random_key(random: &dyn Random) -> [u8; KEY_BYTES] {
    let mut key = [0; KEY_BYTES];
    random.fill(&mut key);
    key
}

fn derive(key: &hmac::Key, salt: &[u8]) -> LessSafeKey {
    let derived = hmac::sign(key, salt);
    let unbound = UnboundKey::new(&AES_256_GCM, derived.as_ref());
    LessSafeKey::new(unbound.expect("SHA-256 gives as many bytes as AES-256 takes"))
}

fn decrypt(key: &hmac::Key, bound_to: &[u8], sealed: &[u8]) -> Option<Vec<u8>> {
    let (salt, rest) = sealed.split_at_checked(SALT_BYTES)?;
    let (nonce, body) = rest.split_at_checked(NONCE_LEN)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
    let mut body = body.to_vec();
    let length = derive(key, salt).open_in_place(nonce, Aad::from(bound_to), &mut body).ok()?.len();
    body.truncate(length);
    Some(body)
}

fn bound(shard: ShardUid, key: KeyId) -> [u8; 16] {
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&shard.0.to_le_bytes());
    bytes[8..].copy_from_slice(&key.0.to_le_bytes());
    bytes
}

impl PayloadSeal for KeyRing {
    fn key_of(&self, shard: ShardUid) -> Option<KeyId> {
        self.shards.read().get(&shard).copied()
    }

    fn seal(&self, shard: ShardUid, key: KeyId, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let keys = self.keys.read();
        let found = keys.get(&key).ok_or(SealError::UnknownKey(key))?;
        Ok(self.encrypt(found, &bound(shard, key), plain))
    }

    fn open(&self, shard: ShardUid, key: KeyId, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let keys = self.keys.read();
        let found = keys.get(&key).ok_or(SealError::UnknownKey(key))?;
        decrypt(found, &bound(shard, key), sealed).ok_or(SealError::NotAuthentic(key))
    }
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use levada_env::SeededRandom;

    use super::*;

    const SHARD: ShardUid = ShardUid(7);

    fn ring(seed: u64) -> KeyRing {
        KeyRing::new(&[seed as u8; KEY_BYTES], Arc::new(SeededRandom::new(seed)))
    }

    #[test]
    fn sealed_bytes_open_for_their_shard_and_key_alone_and_unchanged_only() {
        let ring = ring(1);
        let (key, other) = (KeyId(1), KeyId(2));
        ring.make(key);
        ring.make(other);
        let sealed = ring.seal(SHARD, key, b"secret").unwrap();
        assert!(!sealed.windows(6).any(|part| part == b"secret"));
        assert_ne!(sealed, ring.seal(SHARD, key, b"secret").unwrap());
        assert_eq!(ring.open(SHARD, key, &sealed).unwrap(), b"secret");
        let refused = Err(SealError::NotAuthentic(key));
        assert_eq!(ring.open(ShardUid(8), key, &sealed), refused);
        assert!(ring.open(SHARD, other, &sealed).is_err());
        for place in 0..sealed.len() {
            let mut changed = sealed.clone();
            changed[place] ^= 1;
            assert_eq!(ring.open(SHARD, key, &changed), refused, "{place}");
            assert_eq!(ring.open(SHARD, key, &sealed[..place]), refused, "{place}");
        }
        ring.forget(key);
        assert_eq!(ring.open(SHARD, key, &sealed), Err(SealError::UnknownKey(key)));
    }

    #[test]
    fn a_wrapped_key_opens_with_its_master_key_and_number_alone() {
        let (first, second, key) = (ring(1), ring(1), KeyId(9));
        let wrapped = first.make(key);
        let sealed = first.seal(SHARD, key, b"secret").unwrap();
        assert!(second.unwrap_key(key, &wrapped));
        assert_eq!(second.open(SHARD, key, &sealed).unwrap(), b"secret");
        assert!(!second.unwrap_key(KeyId(8), &wrapped));
        assert!(!ring(2).unwrap_key(key, &wrapped));
        assert!(!second.unwrap_key(key, "nonsense"));
    }

    #[test]
    fn the_master_key_is_made_once_for_its_owner_alone_and_never_printed() {
        let dir = tempfile::tempdir().unwrap();
        let ring = KeyRing::open(dir.path(), "master.key", &Env::real()).unwrap();
        let wrapped = ring.make(KeyId(1));
        let again = KeyRing::open(dir.path(), "master.key", &Env::real()).unwrap();
        assert!(again.unwrap_key(KeyId(1), &wrapped));
        let path = dir.path().join("master.key");
        let mode = std::fs::metadata(&path).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(format!("{ring:?}"), "KeyRing");
        std::fs::write(&path, "short").unwrap();
        let error = KeyRing::open(dir.path(), "master.key", &Env::real()).unwrap_err();
        assert!(error.to_string().contains("master.key"), "{error}");
    }
}
