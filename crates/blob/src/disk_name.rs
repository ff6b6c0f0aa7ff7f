//! How one segment of an object's key is called on disk, and back.
//! Does not: know buckets or directories.
//!
//! Persisted: plain text stays as it is, so that people find their objects with `ls`; control
//! characters, `%`, `\` and `:` become `%XX`, and the empty segment of `a//b` or `a/` is `%`.

/// The longest file name that common file systems keep.
const NAME_BYTES_MAX: usize = 255;

/// `None` when the name would be longer than a file system keeps.
pub fn encode(segment: &str) -> Option<String> {
    if segment.is_empty() {
        return Some("%".to_owned());
    }
    let mut name = String::with_capacity(segment.len());
    for c in segment.chars() {
        if c.is_ascii_control() || matches!(c, '%' | '\\' | ':') {
            name.push_str(&format!("%{:02X}", u32::from(c)));
        } else {
            name.push(c);
        }
    }
    (name.len() <= NAME_BYTES_MAX).then_some(name)
}

/// `None` for a file that [`encode`] would not have named so.
pub fn decode(name: &str) -> Option<String> {
    if name == "%" {
        return Some(String::new());
    }
    let mut segment = String::with_capacity(name.len());
    let mut rest = name;
    while let Some((plain, escape)) = rest.split_once('%') {
        segment.push_str(plain);
        let code = u8::from_str_radix(escape.get(..2)?, 16).ok().filter(u8::is_ascii)?;
        segment.push(char::from(code));
        rest = escape.get(2..)?;
    }
    segment.push_str(rest);
    (encode(&segment).as_deref() == Some(name)).then_some(segment)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn a_segment_reads_back_from_its_name(segment in "[^/\0]{0,60}") {
            let name = encode(&segment).unwrap();
            prop_assert!(!name.contains('/') && !name.is_empty());
            prop_assert_eq!(decode(&name), Some(segment));
        }

        #[test]
        fn no_name_on_disk_panics_the_reader(name in ".{0,40}") {
            let _ = decode(&name);
        }
    }

    #[test]
    fn names_that_people_use_stay_readable() {
        assert_eq!(encode("tolls-1-2026-11-23.gz").as_deref(), Some("tolls-1-2026-11-23.gz"));
        assert_eq!(encode("50%").as_deref(), Some("50%25"));
        assert_eq!(encode(&"x".repeat(256)), None);
    }
}
