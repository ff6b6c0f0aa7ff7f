//! Intervals: a number of months or of milliseconds, and their text under a qualifier.
//! Does not: add them to dates (see `sql-functions`).

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::civil::{fraction_millis, number};
use crate::{IntervalQualifier, TimeUnit};

/// A span of time. The two kinds never mix: a month has no fixed length.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Interval {
    Months(i64),
    Millis(i64),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidInterval {
    #[error("`{text}` does not fit INTERVAL {qualifier}")]
    Form { text: String, qualifier: IntervalQualifier },
    #[error("`{field}` in `{text}` is out of range for {unit} in INTERVAL {qualifier}")]
    Range { text: String, field: String, unit: &'static str, qualifier: IntervalQualifier },
}

/// Digits of the first field when none are written.
const LEADING_DIGITS: usize = 2;

impl Interval {
    /// Reads the text of an interval literal: `'2 03:04:05.678'` for `DAY TO SECOND`.
    pub fn parse(text: &str, qualifier: IntervalQualifier) -> Result<Self, InvalidInterval> {
        let form = || InvalidInterval::Form { text: text.to_owned(), qualifier };
        let trimmed = text.trim();
        let (negative, body) = match trimmed.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, trimmed.strip_prefix('+').unwrap_or(trimmed)),
        };
        let units = fields(qualifier);
        let parts = split(body, units).ok_or_else(form)?;
        let mut total = 0_i64;
        for (place, (unit, part)) in units.iter().zip(&parts).enumerate() {
            let (whole, fraction) = match (unit, part.split_once('.')) {
                (TimeUnit::Second, Some((whole, fraction))) => (whole, fraction),
                (_, None) => (*part, "0"),
                _ => return Err(form()),
            };
            let range = || InvalidInterval::Range {
                text: text.to_owned(),
                field: (*part).to_owned(),
                unit: unit.name(),
                qualifier,
            };
            let digits = match (place, qualifier.leading_precision) {
                (0, Some(digits)) => digits as usize,
                _ => LEADING_DIGITS,
            };
            if !whole.bytes().all(|b| b.is_ascii_digit()) || whole.is_empty() {
                return Err(form());
            }
            let count = number(whole, digits).ok_or_else(range)?;
            if place > 0 && count >= field_limit(*unit) {
                return Err(range());
            }
            let ms = fraction_millis(fraction).ok_or_else(form)?;
            total += count * unit_size(*unit) + ms;
        }
        let total = if negative { -total } else { total };
        Ok(if qualifier.is_year_month() { Self::Months(total) } else { Self::Millis(total) })
    }

    /// The text of this interval under a qualifier, without sign for positive ones; what is
    /// shorter than the last field is cut.
    pub fn format(self, qualifier: IntervalQualifier) -> String {
        let (total, sign) = match self {
            Self::Months(n) | Self::Millis(n) => (n.unsigned_abs(), if n < 0 { "-" } else { "" }),
        };
        let mut rest = total;
        let mut text = sign.to_owned();
        for (place, unit) in fields(qualifier).iter().enumerate() {
            let size = unit_size(*unit).unsigned_abs();
            let count = rest / size;
            rest %= size;
            match (place, unit) {
                (0, _) => text.push_str(&count.to_string()),
                (_, TimeUnit::Month) => text.push_str(&format!("-{count:02}")),
                (_, TimeUnit::Hour) => text.push_str(&format!(" {count:02}")),
                _ => text.push_str(&format!(":{count:02}")),
            }
            if *unit == TimeUnit::Second && rest > 0 {
                text.push_str(&format!(".{rest:03}"));
            }
        }
        text
    }
}

impl fmt::Display for Interval {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let qualifier = match self {
            Self::Months(_) => IntervalQualifier::span(TimeUnit::Year, TimeUnit::Month),
            Self::Millis(_) => IntervalQualifier::span(TimeUnit::Day, TimeUnit::Second),
        };
        f.write_str(&self.format(qualifier))
    }
}

/// The fields of a qualifier, the longest first.
fn fields(qualifier: IntervalQualifier) -> &'static [TimeUnit] {
    const ALL: [TimeUnit; 6] = TimeUnit::ALL;
    let at = |unit: TimeUnit| ALL.iter().position(|u| *u == unit).unwrap_or(0);
    ALL.get(at(qualifier.start)..=at(qualifier.last())).unwrap_or(&[])
}

/// Cuts `2 03:04:05` or `1-06` at the separators that the fields call for.
fn split<'t>(text: &'t str, units: &[TimeUnit]) -> Option<Vec<&'t str>> {
    let mut parts = Vec::with_capacity(units.len());
    let mut rest = text;
    for (place, unit) in units.iter().enumerate() {
        if place + 1 == units.len() {
            parts.push(rest);
            continue;
        }
        let separator = match unit {
            TimeUnit::Year => '-',
            TimeUnit::Day => ' ',
            _ => ':',
        };
        let (part, after) = rest.split_once(separator)?;
        parts.push(part);
        rest = after.trim_start_matches(' ');
    }
    Some(parts)
}

fn field_limit(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Year | TimeUnit::Day => i64::MAX,
        TimeUnit::Month => 12,
        TimeUnit::Hour => 24,
        TimeUnit::Minute | TimeUnit::Second => 60,
    }
}

/// Months for the year-month kind, milliseconds for the other.
fn unit_size(unit: TimeUnit) -> i64 {
    match unit {
        TimeUnit::Year => 12,
        TimeUnit::Month => 1,
        _ => unit.millis().unwrap_or(1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn literals_read_and_print_under_their_qualifier() {
        use TimeUnit::{Day, Minute, Month, Second, Year};
        let cases = [
            ("2 03:04:05.678", IntervalQualifier::span(Day, Second), 183_845_678),
            ("6:11", IntervalQualifier::span(Minute, Second), 371_000),
            ("10", IntervalQualifier::single(Minute), 600_000),
            ("-10", IntervalQualifier::single(Minute), -600_000),
            ("0 00:00:00.001", IntervalQualifier::span(Day, Second), 1),
        ];
        for (text, qualifier, ms) in cases {
            assert_eq!(Interval::parse(text, qualifier), Ok(Interval::Millis(ms)), "{text}");
            assert_eq!(Interval::Millis(ms).format(qualifier), text);
        }
        let qualifier = IntervalQualifier::span(Year, Month);
        assert_eq!(Interval::parse("1-06", qualifier), Ok(Interval::Months(18)));
        assert_eq!(Interval::Months(18).format(qualifier), "1-06");
    }

    #[test]
    fn a_leading_field_has_two_digits_unless_more_are_declared() {
        let minute = IntervalQualifier::single(TimeUnit::Minute);
        assert!(matches!(Interval::parse("120", minute), Err(InvalidInterval::Range { .. })));
        let wide = IntervalQualifier { leading_precision: Some(3), ..minute };
        assert_eq!(Interval::parse("120", wide), Ok(Interval::Millis(7_200_000)));
        for text in ["", "a", "1:2", "1.5", "1 2"] {
            assert!(Interval::parse(text, minute).is_err(), "{text}");
        }
    }
}
