//! Names of delivered objects: `<prefix><stream>-<version>-yyyy-MM-dd-HH-mm-ss-<uuid><ext>`.
//! Does not: evaluate prefixes (see `prefix`).

use chrono::{DateTime, TimeZone as _};
use chrono_tz::Tz;
use levada_types::Timestamp;

/// An instant in a zone; times chrono cannot hold are taken as the epoch.
pub(crate) fn local(at: Timestamp, zone: Tz) -> DateTime<Tz> {
    let utc = DateTime::from_timestamp_millis(at.as_millis()).unwrap_or_default();
    zone.from_utc_datetime(&utc.naive_utc())
}

/// What follows the prefix. AWS puts nothing between the two.
pub fn object_name(
    stream: &str,
    version: u64,
    at: Timestamp,
    zone: Tz,
    uuid: &str,
    extension: &str,
) -> String {
    let time = local(at, zone).format("%Y-%m-%d-%H-%M-%S");
    format!("{stream}-{version}-{time}-{uuid}{extension}")
}

/// A UUID made of 16 given bytes, marked as version 8 (custom), so that the same bytes always
/// give the same name.
pub fn uuid_of(mut bytes: [u8; 16]) -> String {
    bytes[6] = (bytes[6] & 0x0f) | 0x80;
    bytes[8] = (bytes[8] & 0x3f) | 0x80;
    let hex: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]].join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_the_form_that_aws_gives() {
        let name = object_name(
            "tolls",
            1,
            Timestamp(1_700_000_000_000),
            Tz::UTC,
            &uuid_of([0x11; 16]),
            ".gz",
        );
        let expected = "tolls-1-2023-11-14-22-13-20-11111111-1111-8111-9111-111111111111.gz";
        assert_eq!(name, expected);
    }
}
