//! Opaque tokens: a payload with its HMAC, so that nobody makes one up or changes one.
//! Does not: hide the payload, or know what is in it.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use levada_env::Random;
use sha2::Sha256;

const KEY_BYTES: usize = 32;
const TAG_BYTES: usize = 32;

/// What a token is for; a token of one kind does not open as another. Persisted in clients'
/// hands, never reuse a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    ShardIterator = 1,
    ShardPage = 2,
    StreamPage = 3,
    ConsumerPage = 4,
}

/// Makes and opens tokens with one store's key.
#[derive(Clone)]
pub struct Seal {
    key: [u8; KEY_BYTES],
}

impl Seal {
    /// A fresh key as text, to be kept in the control store.
    pub fn new_key(random: &dyn Random) -> String {
        let mut key = [0; KEY_BYTES];
        random.fill(&mut key);
        STANDARD.encode(key)
    }

    /// `None` when `text` was not made by [`Seal::new_key`].
    pub fn from_key(text: &str) -> Option<Self> {
        let key = STANDARD.decode(text).ok()?.try_into().ok()?;
        Some(Self { key })
    }

    fn mac(&self, kind: Kind, payload: &[u8]) -> Hmac<Sha256> {
        let mut mac = Hmac::new_from_slice(&self.key).expect("HMAC takes keys of any length");
        mac.update(&[kind as u8]);
        mac.update(payload);
        mac
    }

    pub fn close(&self, kind: Kind, payload: &[u8]) -> String {
        let tag = self.mac(kind, payload).finalize().into_bytes();
        let mut whole = Vec::with_capacity(payload.len() + TAG_BYTES);
        whole.extend_from_slice(payload);
        whole.extend_from_slice(&tag);
        STANDARD.encode(whole)
    }

    /// The payload of a token that this store made for `kind`.
    pub fn open(&self, kind: Kind, token: &str) -> Option<Vec<u8>> {
        let mut whole = STANDARD.decode(token).ok()?;
        let split = whole.len().checked_sub(TAG_BYTES)?;
        let tag = whole.split_off(split);
        self.mac(kind, &whole).verify_slice(&tag).ok()?;
        Some(whole)
    }
}

#[cfg(test)]
mod tests {
    use levada_env::SeededRandom;
    use proptest::prelude::*;

    use super::*;

    fn seal(seed: u64) -> Seal {
        Seal::from_key(&Seal::new_key(&SeededRandom::new(seed))).unwrap()
    }

    proptest! {
        #[test]
        fn a_token_opens_to_its_payload_and_with_any_bit_flipped_not_at_all(
            payload: Vec<u8>, place: prop::sample::Index, bit in 0u8..8,
        ) {
            let seal = seal(1);
            let token = seal.close(Kind::ShardIterator, &payload);
            prop_assert_eq!(seal.open(Kind::ShardIterator, &token), Some(payload));
            let mut bytes = STANDARD.decode(&token).unwrap();
            let place = place.index(bytes.len());
            bytes[place] ^= 1 << bit;
            prop_assert_eq!(seal.open(Kind::ShardIterator, &STANDARD.encode(bytes)), None);
        }

        #[test]
        fn any_text_is_refused_without_panic(text: String) {
            prop_assert_eq!(seal(1).open(Kind::ShardPage, &text), None);
        }
    }

    #[test]
    fn a_token_of_another_store_or_kind_does_not_open() {
        let token = seal(1).close(Kind::ShardIterator, b"x");
        assert_eq!(seal(2).open(Kind::ShardIterator, &token), None);
        assert_eq!(seal(1).open(Kind::StreamPage, &token), None);
    }
}
