//! Messages of `application/vnd.amazon.eventstream`: headers and a payload between checksums.
//! Does not: know which events an operation sends (see `streaming`), or read from a socket.
//!
//! A message is: total length (4 bytes), length of the headers (4), CRC-32 of these 8 (4), the
//! headers, the payload, CRC-32 of everything before it (4). Numbers are big-endian.

use bytes::{BufMut as _, Bytes, BytesMut};

use crate::limits::{EVENT_BYTES_MAX, EVENT_HEADERS_BYTES_MAX};

/// Lengths and their checksum.
const PRELUDE_BYTES: usize = 12;
const CHECKSUM_BYTES: usize = 4;

/// The type of a header's value that is a text. AWS's services send no other.
const TEXT: u8 = 7;

/// One message. Header names are such as `:event-type`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    pub headers: Vec<(String, String)>,
    pub payload: Bytes,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MessageError {
    #[error("a message of {0} bytes, expected 16 to {EVENT_BYTES_MAX}")]
    Length(usize),
    #[error("headers of {headers} bytes in a message of {total}")]
    HeadersLength { headers: usize, total: usize },
    #[error("the {0} does not have the checksum it says")]
    Checksum(&'static str),
    #[error("a header ends early or is no text")]
    Header,
}

fn checksum(bytes: &[u8]) -> u32 {
    let sum = crc_fast::checksum(crc_fast::CrcAlgorithm::Crc32IsoHdlc, bytes);
    u32::try_from(sum).expect("a CRC-32 has 32 bits")
}

impl Message {
    /// `headers` must be short texts, as this crate's own are.
    pub fn new(headers: &[(&str, &str)], payload: Bytes) -> Self {
        let headers = headers.iter().map(|(name, text)| ((*name).into(), (*text).into()));
        Self { headers: headers.collect(), payload }
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, text)| text.as_str())
    }

    /// The message as it travels.
    ///
    /// # Errors
    /// A name over 255 bytes, a text over 65,535, or a message over the format's bounds.
    pub fn encode(&self) -> Result<Bytes, MessageError> {
        let headers: usize =
            self.headers.iter().map(|(name, text)| 1 + name.len() + 1 + 2 + text.len()).sum();
        let total = PRELUDE_BYTES + headers + self.payload.len() + CHECKSUM_BYTES;
        if headers > EVENT_HEADERS_BYTES_MAX {
            return Err(MessageError::HeadersLength { headers, total });
        }
        let length = |bytes: usize| u32::try_from(bytes).map_err(|_| MessageError::Length(total));
        if total > EVENT_BYTES_MAX {
            return Err(MessageError::Length(total));
        }
        let mut out = BytesMut::with_capacity(total);
        out.put_u32(length(total)?);
        out.put_u32(length(headers)?);
        out.put_u32(checksum(&out));
        for (name, text) in &self.headers {
            out.put_u8(u8::try_from(name.len()).map_err(|_| MessageError::Header)?);
            out.put_slice(name.as_bytes());
            out.put_u8(TEXT);
            out.put_u16(u16::try_from(text.len()).map_err(|_| MessageError::Header)?);
            out.put_slice(text.as_bytes());
        }
        out.put_slice(&self.payload);
        out.put_u32(checksum(&out));
        Ok(out.freeze())
    }

    /// The first message of `bytes`, which is then taken from them; `None` while it is not whole.
    ///
    /// # Errors
    /// What comes cannot be a message, however much more may come.
    pub fn decode(bytes: &mut BytesMut) -> Result<Option<Self>, MessageError> {
        let Some(prelude) = bytes.get(..PRELUDE_BYTES) else { return Ok(None) };
        let (total, headers) = (number(prelude, 0), number(prelude, 4));
        if prelude_sum(prelude) != checksum(&prelude[..8]) {
            return Err(MessageError::Checksum("prelude"));
        }
        if !(PRELUDE_BYTES + CHECKSUM_BYTES..=EVENT_BYTES_MAX).contains(&total) {
            return Err(MessageError::Length(total));
        }
        if headers > total - PRELUDE_BYTES - CHECKSUM_BYTES {
            return Err(MessageError::HeadersLength { headers, total });
        }
        if bytes.len() < total {
            return Ok(None);
        }
        let message = bytes.split_to(total).freeze();
        let (covered, sum) = message.split_at(total - CHECKSUM_BYTES);
        if number(sum, 0) != checksum(covered) as usize {
            return Err(MessageError::Checksum("message"));
        }
        let names = read_headers(&message[PRELUDE_BYTES..PRELUDE_BYTES + headers])?;
        let payload = message.slice(PRELUDE_BYTES + headers..total - CHECKSUM_BYTES);
        Ok(Some(Self { headers: names, payload }))
    }
}

fn number(bytes: &[u8], at: usize) -> usize {
    bytes[at..at + 4].iter().fold(0, |number, byte| number << 8 | usize::from(*byte))
}

fn prelude_sum(prelude: &[u8]) -> u32 {
    u32::try_from(number(prelude, 8)).expect("four bytes are 32 bits")
}

fn read_headers(mut bytes: &[u8]) -> Result<Vec<(String, String)>, MessageError> {
    let mut headers = Vec::new();
    while let Some((length, rest)) = bytes.split_first() {
        let (name, rest) = text(rest, usize::from(*length))?;
        let [TEXT, high, low, rest @ ..] = rest else { return Err(MessageError::Header) };
        let (value, rest) = text(rest, usize::from(u16::from_be_bytes([*high, *low])))?;
        headers.push((name, value));
        bytes = rest;
    }
    Ok(headers)
}

fn text(bytes: &[u8], length: usize) -> Result<(String, &[u8]), MessageError> {
    let (text, rest) = bytes.split_at_checked(length).ok_or(MessageError::Header)?;
    let text = std::str::from_utf8(text).map_err(|_| MessageError::Header)?;
    Ok((text.to_owned(), rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn initial_response() -> Message {
        let headers = [
            (":event-type", "initial-response"),
            (":content-type", "application/x-amz-json-1.1"),
            (":message-type", "event"),
        ];
        Message::new(&headers, Bytes::from_static(b"{}"))
    }

    fn decoded(bytes: &[u8]) -> Result<Option<Message>, MessageError> {
        Message::decode(&mut BytesMut::from(bytes))
    }

    #[test]
    fn a_message_has_the_bytes_that_clients_know() {
        // Checksums as Python's zlib computes them.
        let golden = "0000007200000060ab820d9e0b3a6576656e742d74797065070010696e697469616c2d\
            726573706f6e73650d3a636f6e74656e742d7479706507001a6170706c69636174696f\
            6e2f782d616d7a2d6a736f6e2d312e310d3a6d6573736167652d747970650700056576\
            656e747b7dacae6b7d";
        assert_eq!(hex::encode(initial_response().encode().unwrap()), golden);
        assert_eq!(decoded(&hex::decode(golden).unwrap()), Ok(Some(initial_response())));
    }

    #[test]
    fn the_empty_message_is_sixteen_bytes() {
        // The one example in the format's public test vectors that has no headers.
        let golden = "000000100000000005c248eb7d98c8ff";
        assert_eq!(hex::encode(Message::default().encode().unwrap()), golden);
    }

    #[test]
    fn a_message_is_taken_when_it_is_whole_and_not_before() {
        let whole = initial_response().encode().unwrap();
        let mut bytes = BytesMut::new();
        for byte in whole.iter().chain(&whole[..5]) {
            assert_eq!(Message::decode(&mut bytes), Ok(None));
            bytes.extend_from_slice(&[*byte]);
            if bytes.len() == whole.len() {
                assert_eq!(Message::decode(&mut bytes), Ok(Some(initial_response())));
            }
        }
        assert_eq!(&bytes[..], &whole[..5]);
    }

    #[test]
    fn no_changed_byte_goes_unnoticed() {
        let whole = initial_response().encode().unwrap();
        for at in 0..whole.len() {
            let mut changed = whole.to_vec();
            changed[at] ^= 0x40;
            assert!(!matches!(decoded(&changed), Ok(Some(_))), "{at}");
        }
    }

    #[test]
    fn what_is_too_long_is_neither_written_nor_waited_for() {
        let message = Message::new(&[], vec![0; EVENT_BYTES_MAX].into());
        assert!(matches!(message.encode(), Err(MessageError::Length(_))));
        let message = Message::new(&[("name", &"x".repeat(65_536))], Bytes::new());
        assert_eq!(message.encode(), Err(MessageError::Header));
        let mut prelude = [0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0].to_vec();
        prelude.extend(checksum(&prelude).to_be_bytes());
        assert_eq!(decoded(&prelude), Err(MessageError::Length(0xffff_ffff)));
    }

    proptest! {
        #[test]
        fn any_message_reads_back_as_it_was_written(
            headers in prop::collection::vec(("[:a-z-]{1,20}", "\\PC{0,40}"), 0..5),
            payload in prop::collection::vec(any::<u8>(), 0..200),
        ) {
            let message = Message { headers, payload: payload.into() };
            prop_assert_eq!(decoded(&message.encode().unwrap()), Ok(Some(message)));
        }
    }
}
