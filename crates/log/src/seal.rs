//! `PayloadSeal`: encryption at rest, done by the caller's key ring on the way to the disk.
//! Does not: hold keys, or know a cipher; the log stores ciphertext beside the key's number.

use std::fmt;

use levada_types::ShardUid;

/// A key of the caller's ring. It is stored beside what was sealed with it, so a number is
/// never given to another key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyId(pub u64);

/// Why bytes could not be sealed or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    #[error("key {} is not in the key ring", .0.0)]
    UnknownKey(KeyId),
    #[error("key {} may not be used now", .0.0)]
    Disabled(KeyId),
    /// The ciphertext was not made by this key for this shard, or was changed since.
    #[error("bytes sealed with key {} are not authentic", .0.0)]
    NotAuthentic(KeyId),
}

/// An authenticated cipher with its keys. The log seals the payloads of one append together, in
/// pieces of about a block, and stores the key's number with each piece: keys may change, and
/// sealing begin or end, from one append to the next. Checksums are over the ciphertext, so
/// recovery and verification need no keys.
///
/// Called on the callers' threads, several at once; it should only compute.
pub trait PayloadSeal: Send + Sync + 'static {
    /// The key that appends to `shard` are sealed with from now on; `None`: stored as they come.
    fn key_of(&self, shard: ShardUid) -> Option<KeyId>;

    /// The ciphertext of `plain`, with whatever `open` needs (nonce, tag). `shard` should be
    /// authenticated with it.
    fn seal(&self, shard: ShardUid, key: KeyId, plain: &[u8]) -> Result<Vec<u8>, SealError>;

    /// What was given to `seal`.
    fn open(&self, shard: ShardUid, key: KeyId, sealed: &[u8]) -> Result<Vec<u8>, SealError>;
}

impl fmt::Debug for dyn PayloadSeal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PayloadSeal")
    }
}
