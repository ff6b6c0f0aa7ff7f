//! Encryption at rest: what is on the disk, and what a reader with and without keys gets.
//! Does not: test a real cipher; that belongs to whoever implements `PayloadSeal`.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use levada_env::disk::{Disk, OpenMode, SimDisk};
use levada_env::{Env, VirtualClock};
use levada_types::{ShardUid, Timestamp};
use parking_lot::Mutex;

use super::super::open::{self, Parts};
use super::super::prepare::Prepared;
use super::super::read::{Files, Wanted};
use super::super::shared::Sabotage;
use super::super::writer::Turn;
use crate::{
    AppendBatch, AppendError, KeyId, Options, PayloadSeal, ReadError, SealError, ShardAppend,
};

const A: ShardUid = ShardUid(1);
const B: ShardUid = ShardUid(2);
const DAY: std::time::Duration = std::time::Duration::from_secs(86_400);

/// Turns bytes by key and shard, with a sum at the end as tag. Reversible, and no secret.
#[derive(Default)]
struct Ring {
    current: Mutex<BTreeMap<ShardUid, KeyId>>,
    known: Mutex<Vec<KeyId>>,
}

impl Ring {
    fn use_key(&self, shard: ShardUid, key: Option<KeyId>) {
        let mut current = self.current.lock();
        match key {
            Some(key) => {
                self.known.lock().push(key);
                current.insert(shard, key)
            }
            None => current.remove(&shard),
        };
    }

    fn check(&self, key: KeyId) -> Result<(), SealError> {
        let known = self.known.lock().contains(&key);
        known.then_some(()).ok_or(SealError::UnknownKey(key))
    }

    fn tag(shard: ShardUid, key: KeyId, plain: &[u8]) -> u8 {
        let sum: u64 = plain.iter().map(|byte| u64::from(*byte)).sum();
        (sum + shard.0 * 31 + key.0 * 7) as u8
    }
}

impl PayloadSeal for Ring {
    fn key_of(&self, shard: ShardUid) -> Option<KeyId> {
        self.current.lock().get(&shard).copied()
    }

    fn seal(&self, shard: ShardUid, key: KeyId, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        self.check(key)?;
        let mut sealed: Vec<u8> = plain.iter().map(|byte| byte ^ 0x80 ^ key.0 as u8).collect();
        sealed.push(Self::tag(shard, key, plain));
        Ok(sealed)
    }

    fn open(&self, shard: ShardUid, key: KeyId, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        self.check(key)?;
        let (tag, body) = sealed.split_last().ok_or(SealError::NotAuthentic(key))?;
        let plain: Vec<u8> = body.iter().map(|byte| byte ^ 0x80 ^ key.0 as u8).collect();
        let authentic = *tag == Self::tag(shard, key, &plain);
        authentic.then_some(plain).ok_or(SealError::NotAuthentic(key))
    }
}

struct Sealed {
    ring: Arc<Ring>,
    disk: SimDisk,
    clock: Arc<VirtualClock>,
    env: Env,
    options: Options,
    parts: Parts,
}

impl Sealed {
    fn start(compress: bool) -> Self {
        let (env, clock) = Env::virtual_at(Timestamp(1_000_000), 1);
        let disk = SimDisk::new(1);
        let ring = Arc::new(Ring::default());
        let seal: Arc<dyn PayloadSeal> = ring.clone();
        let options = Options {
            tail_bytes_max: 0,
            block_bytes: 4_096,
            block_cache_bytes: 0,
            compress,
            seal: Some(seal),
            ..Options::small("/log")
        };
        let parts =
            open::open(options.clone(), Arc::new(disk.clone()), &env, Sabotage::None).unwrap();
        for shard in [A, B] {
            parts.shared.intake.lock().open_shard(shard, DAY).unwrap();
        }
        Self { ring, disk, clock, env, options, parts }
    }

    fn append(&mut self, shard: ShardUid, text: &str, count: usize) -> Result<(), AppendError> {
        use levada_env::Clock;
        let payloads = vec![Bytes::copy_from_slice(text.as_bytes()); count];
        let appends = vec![ShardAppend { shard, payloads }];
        let batch = AppendBatch { producer: None, appends };
        let prepared = Prepared::new(batch, &self.options)?;
        let now = self.clock.now();
        self.parts.shared.intake.lock().append(prepared, now)?;
        while self.parts.writer.turn() == Turn::Wrote {}
        Ok(())
    }

    fn flush(&mut self) {
        self.parts.writer.freeze();
        assert!(self.parts.flusher.turn());
    }

    fn restart(self, seal: Option<Arc<dyn PayloadSeal>>) -> Self {
        let Self { ring, disk, clock, env, options, parts } = self;
        disk.kill();
        drop(parts);
        let options = Options { seal, ..options };
        let parts =
            open::open(options.clone(), Arc::new(disk.clone()), &env, Sabotage::None).unwrap();
        Self { ring, disk, clock, env, options, parts }
    }

    fn texts(&self, shard: ShardUid) -> Result<Vec<String>, ReadError> {
        let mut texts = Vec::new();
        let mut from = 0;
        loop {
            let wanted = Wanted { from, records_max: 7, bytes_max: 10_000 };
            let read = self.parts.shared.read(shard, wanted, Files::Read)?.unwrap();
            if read.entries.is_empty() {
                return Ok(texts);
            }
            from = read.next;
            let text = |payload: &[u8]| String::from_utf8(payload.to_vec()).unwrap();
            texts.extend(read.entries.iter().map(|entry| text(&entry.payload)));
        }
    }

    /// Whether any file holds `text` as it is.
    fn disk_shows(&self, text: &str) -> bool {
        ["/log/wal", "/log/segments"].iter().any(|dir| {
            let names = self.disk.list(Path::new(dir)).unwrap();
            names.iter().any(|name| {
                let path = Path::new(dir).join(name);
                let file = self.disk.open(&path, OpenMode::Read).unwrap();
                let mut bytes = vec![0; file.len().unwrap() as usize];
                file.read_at(&mut bytes, 0).unwrap();
                bytes.windows(text.len()).any(|window| window == text.as_bytes())
            })
        })
    }
}

#[test]
fn payloads_of_a_shard_with_a_key_are_ciphertext_in_the_ring_and_in_segments() {
    for compress in [false, true] {
        let mut log = Sealed::start(compress);
        log.ring.use_key(A, Some(KeyId(1)));
        log.append(A, "the secret plate AB 123", 100).unwrap();
        log.append(B, "an open plate", 1).unwrap();
        assert_eq!(log.texts(A).unwrap(), vec!["the secret plate AB 123"; 100]);
        log.flush();
        assert_eq!(log.texts(A).unwrap(), vec!["the secret plate AB 123"; 100]);
        assert!(log.disk_shows("an open plate"));
        assert!(!log.disk_shows("secret plate"));
    }
}

#[test]
fn keys_change_and_sealing_begins_and_ends_from_one_append_to_the_next() {
    let mut log = Sealed::start(false);
    log.append(A, "plain", 2).unwrap();
    log.ring.use_key(A, Some(KeyId(1)));
    log.append(A, "first key", 2).unwrap();
    log.flush();
    log.ring.use_key(A, Some(KeyId(2)));
    log.append(A, "second key", 300).unwrap();
    log.ring.use_key(A, None);
    log.append(A, "plain again", 1).unwrap();
    let mut expected = vec!["plain"; 2];
    expected.extend(["first key"; 2]);
    expected.extend(["second key"; 300]);
    expected.push("plain again");
    assert_eq!(log.texts(A).unwrap(), expected);
    let seal = log.options.seal.clone();
    let mut log = log.restart(seal);
    assert_eq!(log.texts(A).unwrap(), expected);
    log.flush();
    assert_eq!(log.texts(A).unwrap(), expected);
}

#[test]
fn a_log_recovers_and_moves_records_without_keys_and_a_reader_is_told_which_key_is_missing() {
    let mut log = Sealed::start(true);
    log.ring.use_key(A, Some(KeyId(9)));
    log.append(A, "sealed", 3).unwrap();
    log.append(B, "plain", 1).unwrap();
    let mut log = log.restart(None);
    let missing = ReadError::Sealed { shard: A, reason: SealError::UnknownKey(KeyId(9)) };
    assert_eq!(log.texts(A), Err(missing.clone()));
    assert_eq!(log.texts(B).unwrap(), ["plain"]);
    log.flush();
    assert_eq!(log.texts(A), Err(missing));
    assert_eq!(log.parts.shared.tip(A).unwrap().next, 4);
    let ring: Arc<dyn PayloadSeal> = log.ring.clone();
    let log = log.restart(Some(ring));
    assert_eq!(log.texts(A).unwrap(), ["sealed"; 3]);
}

#[test]
fn bytes_that_are_not_authentic_are_a_typed_error_and_never_records() {
    let mut log = Sealed::start(false);
    log.ring.use_key(A, Some(KeyId(1)));
    log.ring.use_key(B, Some(KeyId(1)));
    log.append(A, "sealed", 1).unwrap();
    // The same key for another shard, which the tag covers.
    let opened = log.ring.seal(A, KeyId(1), b"x").and_then(|x| log.ring.open(B, KeyId(1), &x));
    assert_eq!(opened, Err(SealError::NotAuthentic(KeyId(1))));
    struct Refusing(Arc<Ring>);
    impl PayloadSeal for Refusing {
        fn key_of(&self, shard: ShardUid) -> Option<KeyId> {
            self.0.key_of(shard)
        }
        fn seal(&self, _: ShardUid, key: KeyId, _: &[u8]) -> Result<Vec<u8>, SealError> {
            Err(SealError::Disabled(key))
        }
        fn open(&self, _: ShardUid, key: KeyId, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
            self.0.open(B, key, sealed)
        }
    }
    let refusing: Arc<dyn PayloadSeal> = Arc::new(Refusing(log.ring.clone()));
    let mut log = log.restart(Some(refusing));
    let expected = ReadError::Sealed { shard: A, reason: SealError::NotAuthentic(KeyId(1)) };
    assert_eq!(log.texts(A), Err(expected));
    let refused = log.append(A, "more", 1);
    let reason = SealError::Disabled(KeyId(1));
    assert_eq!(refused, Err(AppendError::NotSealed { shard: A, reason }));
    assert_eq!(log.parts.shared.tip(A).unwrap().next, 2);
}
