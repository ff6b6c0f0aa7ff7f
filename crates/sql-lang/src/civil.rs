//! The proleptic Gregorian calendar, UTC: text of dates, times and timestamps, both ways.
//! Does not: know patterns other than the standard's (see `CHAR_TO_TIMESTAMP` for those).

use levada_types::Timestamp;

/// Milliseconds of a day.
pub const DAY_MS: i64 = 86_400_000;

/// Days since 1970-01-01 of a year, month (1 to 12) and day (1 to 31).
pub fn days_from_civil(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let shifted_month = (month + 9) % 12;
    let day_of_year = (153 * shifted_month + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month (1 to 12) and day (1 to 31) of days since 1970-01-01.
pub fn civil_from_days(days: i64) -> (i64, i64, i64) {
    let shifted = days + 719_468;
    let era = shifted.div_euclid(146_097);
    let day_of_era = shifted.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month, day)
}

/// `yyyy-MM-dd`, one or two digits of month and day, a year of one to four; a real day.
pub fn parse_date(text: &str) -> Option<i32> {
    let mut parts = text.split('-');
    let mut field = |longest| number(parts.next()?, longest);
    let (year, month, day) = (field(4)?, field(2)?, field(2)?);
    if parts.next().is_some() {
        return None;
    }
    let days = days_from_civil(year, month, day);
    let real = (1..=12).contains(&month) && civil_from_days(days) == (year, month, day);
    real.then(|| i32::try_from(days).ok()).flatten()
}

/// `HH:mm:ss[.SSS]` as milliseconds since midnight; more fraction digits are cut.
pub fn parse_time(text: &str) -> Option<i32> {
    let (clock, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let mut parts = clock.split(':');
    let mut field = |limit| number(parts.next()?, 2).filter(|n| *n < limit);
    let (hour, minute, second) = (field(24)?, field(60)?, field(60)?);
    if parts.next().is_some() {
        return None;
    }
    let ms = fraction_millis(fraction)?;
    i32::try_from(((hour * 60 + minute) * 60 + second) * 1000 + ms).ok()
}

/// A date, one blank (or `T`), and a time.
pub fn parse_timestamp(text: &str) -> Option<Timestamp> {
    let (date, time) = text.split_once([' ', 'T'])?;
    let (days, ms) = (parse_date(date)?, parse_time(time)?);
    Some(Timestamp(i64::from(days) * DAY_MS + i64::from(ms)))
}

pub fn format_date(days: i32) -> String {
    let (year, month, day) = civil_from_days(i64::from(days));
    format!("{year:04}-{month:02}-{day:02}")
}

/// With milliseconds only when there are some.
pub fn format_time(ms: i32) -> String {
    let text = format_time_millis(ms);
    text.strip_suffix(".000").map(str::to_owned).unwrap_or(text)
}

/// Always with three digits of milliseconds.
pub fn format_timestamp(time: Timestamp) -> String {
    let days = i32::try_from(time.0.div_euclid(DAY_MS)).unwrap_or(i32::MAX);
    let ms = i32::try_from(time.0.rem_euclid(DAY_MS)).unwrap_or(0);
    format!("{} {}", format_date(days), format_time_millis(ms))
}

fn format_time_millis(ms: i32) -> String {
    let (seconds, ms) = (ms / 1000, ms % 1000);
    format!("{:02}:{:02}:{:02}.{ms:03}", seconds / 3600, seconds / 60 % 60, seconds % 60)
}

/// Digits only, at most `longest` of them.
pub(crate) fn number(text: &str, longest: usize) -> Option<i64> {
    let plain = (1..=longest).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    plain.then(|| text.parse().ok()).flatten()
}

/// The first three digits of a fraction, as if it had three.
pub(crate) fn fraction_millis(fraction: &str) -> Option<i64> {
    if fraction.is_empty() || fraction.len() > 9 || !fraction.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    number(&format!("{fraction}00")[..3], 3)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_day_and_millisecond_reads_back(
            ms in parse_timestamp("0001-01-01 00:00:00").unwrap().0
                ..parse_timestamp("9999-12-31 23:59:59").unwrap().0,
        ) {
            let time = Timestamp(ms);
            prop_assert_eq!(parse_timestamp(&format_timestamp(time)), Some(time));
        }
    }

    #[test]
    fn days_that_do_not_exist_are_refused() {
        assert_eq!(parse_date("1970-01-01"), Some(0));
        assert_eq!(parse_date("2000-02-29"), Some(11_016));
        for text in ["1900-02-29", "2018-13-01", "2018-00-10", "2018-1", "2018-01-01x", ""] {
            assert_eq!(parse_date(text), None, "{text}");
        }
        assert_eq!(parse_time("23:59:59.9"), Some(86_399_900));
        assert_eq!(parse_time("24:00:00"), None);
    }
}
