//! Writing JSON through serde, quick where answers are large: blobs go straight from their bytes
//! to base64, and texts are searched for what must be escaped many bytes at a time.
//! Does not: read JSON, or indent it.

use levada_model::Blob;
use serde::ser::{self, Error as _, Serialize};
use serde_json::Error;

/// `value` as JSON without white space.
///
/// # Errors
/// The value is of a form that JSON lacks, such as a map whose keys are no texts.
pub fn to_vec<T: Serialize + ?Sized>(value: &T) -> Result<Vec<u8>, Error> {
    let mut writer = Writer { out: Vec::with_capacity(256), is_blob: false };
    value.serialize(&mut writer)?;
    Ok(writer.out)
}

struct Writer {
    out: Vec<u8>,
    /// The next bytes are a blob's.
    is_blob: bool,
}

/// Bytes that are looked at together; the compiler makes this one comparison of a vector.
const CHUNK: usize = 32;

fn needs_escape(byte: u8) -> bool {
    byte < 0x20 || byte == b'"' || byte == b'\\'
}

/// The length of the beginning of `bytes` that can be written as it is.
fn plain_length(bytes: &[u8]) -> usize {
    let has_escape =
        |chunk: &[u8]| chunk.iter().fold(false, |found, byte| found | needs_escape(*byte));
    let chunks = bytes.chunks_exact(CHUNK).take_while(|chunk| !has_escape(chunk)).count();
    let rest = bytes.iter().skip(chunks * CHUNK);
    chunks * CHUNK + rest.take_while(|byte| !needs_escape(**byte)).count()
}

impl Writer {
    fn text(&mut self, text: &str) {
        self.out.push(b'"');
        let mut rest = text.as_bytes();
        loop {
            let (plain, escaped) = rest.split_at(plain_length(rest));
            self.out.extend_from_slice(plain);
            let Some((byte, after)) = escaped.split_first() else { break };
            self.escape(*byte);
            rest = after;
        }
        self.out.push(b'"');
    }

    fn escape(&mut self, byte: u8) {
        const HEX: &[u8; 16] = b"0123456789abcdef";
        let short = match byte {
            b'"' | b'\\' => byte,
            b'\n' => b'n',
            b'\r' => b'r',
            b'\t' => b't',
            0x08 => b'b',
            0x0c => b'f',
            _ => {
                self.out.extend_from_slice(b"\\u00");
                self.out.push(HEX[usize::from(byte >> 4)]);
                self.out.push(HEX[usize::from(byte & 15)]);
                return;
            }
        };
        self.out.extend([b'\\', short]);
    }

    /// Numbers are written as the library writes them.
    fn number(&mut self, number: &impl Serialize) -> Result<(), Error> {
        serde_json::to_writer(&mut self.out, number)
    }

    fn begin(&mut self, open: u8, close: &'static str) -> Group<'_> {
        self.out.push(open);
        Group { writer: self, is_first: true, close }
    }

    fn entry(&mut self, name: &str) {
        self.out.push(b'{');
        self.text(name);
        self.out.push(b':');
    }
}

/// An array or object in the making.
struct Group<'a> {
    writer: &'a mut Writer,
    is_first: bool,
    close: &'static str,
}

impl Group<'_> {
    fn next(&mut self) -> &mut Writer {
        if !self.is_first {
            self.writer.out.push(b',');
        }
        self.is_first = false;
        self.writer
    }

    fn member<T: Serialize + ?Sized>(&mut self, name: &str, value: &T) -> Result<(), Error> {
        let writer = self.next();
        writer.text(name);
        writer.out.push(b':');
        value.serialize(writer)
    }

    fn finish(self) {
        self.writer.out.extend_from_slice(self.close.as_bytes());
    }
}

/// Serializing of each kind of number.
macro_rules! numbers {
    ($($method:ident($kind:ty))*) => {
        $(fn $method(self, value: $kind) -> Result<(), Error> {
            self.number(&value)
        })*
    };
}

impl<'a> ser::Serializer for &'a mut Writer {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = Group<'a>;
    type SerializeTuple = Group<'a>;
    type SerializeTupleStruct = Group<'a>;
    type SerializeTupleVariant = Group<'a>;
    type SerializeMap = Group<'a>;
    type SerializeStruct = Group<'a>;
    type SerializeStructVariant = Group<'a>;

    numbers! {
        serialize_i8(i8) serialize_i16(i16) serialize_i32(i32) serialize_i64(i64)
        serialize_u8(u8) serialize_u16(u16) serialize_u32(u32) serialize_u64(u64)
        serialize_f32(f32) serialize_f64(f64)
    }

    fn is_human_readable(&self) -> bool {
        !self.is_blob
    }

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.out.extend_from_slice(if value { b"true" } else { b"false" });
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.text(value.encode_utf8(&mut [0; 4]));
        Ok(())
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        self.text(value);
        Ok(())
    }

    fn serialize_bytes(self, value: &[u8]) -> Result<(), Error> {
        self.out.push(b'"');
        base64_simd::STANDARD.encode_append(value, &mut self.out);
        self.out.push(b'"');
        Ok(())
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.out.extend_from_slice(b"null");
        Ok(())
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_unit()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(variant)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        name: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.is_blob = name == Blob::NAME;
        let written = value.serialize(&mut *self);
        self.is_blob = false;
        written
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.entry(variant);
        value.serialize(&mut *self)?;
        self.out.push(b'}');
        Ok(())
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Group<'a>, Error> {
        Ok(self.begin(b'[', "]"))
    }

    fn serialize_tuple(self, _: usize) -> Result<Group<'a>, Error> {
        Ok(self.begin(b'[', "]"))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<Group<'a>, Error> {
        Ok(self.begin(b'[', "]"))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Group<'a>, Error> {
        self.entry(variant);
        Ok(self.begin(b'[', "]}"))
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Group<'a>, Error> {
        Ok(self.begin(b'{', "}"))
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Group<'a>, Error> {
        Ok(self.begin(b'{', "}"))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        variant: &'static str,
        _: usize,
    ) -> Result<Group<'a>, Error> {
        self.entry(variant);
        Ok(self.begin(b'{', "}}"))
    }
}

/// Arrays, under serde's four names for them.
macro_rules! array {
    ($name:ident, $method:ident) => {
        impl ser::$name for Group<'_> {
            type Ok = ();
            type Error = Error;

            fn $method<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                value.serialize(self.next())
            }

            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
            }
        }
    };
}

array!(SerializeSeq, serialize_element);
array!(SerializeTuple, serialize_element);
array!(SerializeTupleStruct, serialize_field);
array!(SerializeTupleVariant, serialize_field);

/// Structures, under serde's two names for them.
macro_rules! structure {
    ($name:ident) => {
        impl ser::$name for Group<'_> {
            type Ok = ();
            type Error = Error;

            fn serialize_field<T: Serialize + ?Sized>(
                &mut self,
                name: &'static str,
                value: &T,
            ) -> Result<(), Error> {
                self.member(name, value)
            }

            fn end(self) -> Result<(), Error> {
                self.finish();
                Ok(())
            }
        }
    };
}

structure!(SerializeStruct);
structure!(SerializeStructVariant);

impl ser::SerializeMap for Group<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_key<T: Serialize + ?Sized>(&mut self, key: &T) -> Result<(), Error> {
        let writer = self.next();
        let begin = writer.out.len();
        key.serialize(&mut *writer)?;
        // Of all forms only a text begins so.
        match writer.out.get(begin) {
            Some(b'"') => Ok(()),
            _ => Err(Error::custom("a key must be a text")),
        }
    }

    fn serialize_value<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.writer.out.push(b':');
        value.serialize(&mut *self.writer)
    }

    fn end(self) -> Result<(), Error> {
        self.finish();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use levada_model::{Epoch, kinesis};
    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;

    #[test]
    fn an_answer_is_written_as_the_library_writes_it() {
        let record = |length: usize| kinesis::Record {
            sequence_number: Some(
                "49590338271490256608559692538361571095921575989136588898".into(),
            ),
            approximate_arrival_timestamp: Some(Epoch(1_440_938_160_123)),
            data: Some(Blob(Bytes::from(vec![0xfe; length]))),
            partition_key: Some("a \"key\"\n\u{1}\u{7f}é".repeat(length % 7)),
            ..Default::default()
        };
        let output = kinesis::GetRecordsOutput {
            records: Some((0..70).map(record).collect()),
            millis_behind_latest: Some(-1),
            child_shards: Some(vec![]),
            ..Default::default()
        };
        let written = String::from_utf8(to_vec(&output).unwrap()).unwrap();
        assert_eq!(written, serde_json::to_string(&output).unwrap());
    }

    #[test]
    fn every_form_that_serde_has_is_written_as_the_library_writes_it() {
        #[derive(serde::Serialize)]
        enum Form {
            Unit,
            Newtype(u8),
            Tuple(u8, f32),
            Structure { a: Option<()>, b: char },
        }
        #[derive(serde::Serialize)]
        struct Pair(i64, f64);
        #[derive(serde::Serialize)]
        struct Nothing;
        let forms = vec![
            Form::Unit,
            Form::Newtype(1),
            Form::Tuple(2, 0.5),
            Form::Structure { a: None, b: '"' },
            Form::Structure { a: Some(()), b: 'x' },
        ];
        let all = (forms, Pair(i64::MIN, 1e300), Nothing, f64::NAN, u64::MAX, true, [(); 0]);
        let written = String::from_utf8(to_vec(&all).unwrap()).unwrap();
        assert_eq!(written, serde_json::to_string(&all).unwrap());
        let numbered = std::collections::BTreeMap::from([(1, 2)]);
        assert!(to_vec(&numbered).is_err(), "keys are texts");
    }

    proptest! {
        #[test]
        fn any_text_is_escaped_as_the_library_does(text in "[\\x00-\\x7fé€😀]{0,100}") {
            let written = String::from_utf8(to_vec(&text).unwrap()).unwrap();
            prop_assert_eq!(&written, &serde_json::to_string(&text).unwrap());
            prop_assert_eq!(serde_json::from_str::<Value>(&written).unwrap(), Value::from(text));
        }
    }
}
