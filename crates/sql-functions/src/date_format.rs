//! Patterns of CHAR_TO_TIMESTAMP and TIMESTAMP_TO_CHAR: the letters of Java's SimpleDateFormat,
//! read and written as a lenient Gregorian calendar in UTC with English names does.
//!
//! Does not: know zones by name other than UTC, or read weeks (`w`, `W`, `F`), which it writes.

use levada_sql_lang::{DAY_MS, SqlType, Value, civil_from_days, days_from_civil};
use levada_types::Timestamp;

use crate::EvalError;
use crate::function::{is_text_or_null, text};

/// Characters of a formatted value's type.
const TEXT_CHARS: u32 = 256;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const DAYS: [&str; 7] =
    ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/// A pattern's parts: a run of one letter, or text to copy.
enum Part {
    Field { letter: char, count: usize },
    Text(String),
}

fn parts(pattern: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut chars = pattern.chars().peekable();
    while let Some(c) = chars.next() {
        if c.is_ascii_alphabetic() {
            let mut count = 1;
            while chars.next_if_eq(&c).is_some() {
                count += 1;
            }
            parts.push(Part::Field { letter: c, count });
        } else if c == '\'' {
            let mut text = String::new();
            if chars.next_if_eq(&'\'').is_some() {
                text.push('\'');
            } else {
                loop {
                    match chars.next()? {
                        '\'' if chars.next_if_eq(&'\'').is_some() => text.push('\''),
                        '\'' => break,
                        c => text.push(c),
                    }
                }
            }
            parts.push(Part::Text(text));
        } else {
            parts.push(Part::Text(c.to_string()));
        }
    }
    Some(parts)
}

/// Fields as read; what the text does not give is that of 1970-01-01 00:00:00.
#[derive(Default)]
struct Fields {
    year: Option<i64>,
    before_christ: bool,
    month: Option<i64>,
    day: Option<i64>,
    day_of_year: Option<i64>,
    /// Hour of the day.
    hour: Option<i64>,
    /// Hour of the half day.
    half_hour: i64,
    afternoon: bool,
    minute: i64,
    second: i64,
    ms: i64,
    /// Milliseconds that the text's clock is ahead of UTC.
    zone_ms: i64,
}

/// Reads `text` by `pattern`; text after the pattern's end is ignored. `None` when it does not
/// match or the pattern has a letter that is not known.
pub(crate) fn parse(pattern: &str, text: &str) -> Option<Timestamp> {
    let parts = parts(pattern)?;
    let mut fields = Fields::default();
    let mut rest = text;
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Text(expected) => rest = rest.strip_prefix(expected.as_str())?,
            Part::Field { letter, count } => {
                let adjacent = matches!(parts.get(at + 1), Some(Part::Field { .. }));
                let field = rest.trim_start_matches([' ', '\t']);
                rest = fields.read(*letter, *count, adjacent, field)?;
            }
        }
    }
    fields.instant()
}

fn number(text: &str, longest: usize) -> Option<(i64, usize, &str)> {
    let digits = text.bytes().take(longest).take_while(u8::is_ascii_digit).count();
    let (head, rest) = text.split_at_checked(digits)?;
    Some((head.parse().ok()?, digits, rest))
}

fn strip_name<'t>(text: &'t str, name: &str) -> Option<&'t str> {
    let (head, rest) = text.split_at_checked(name.len())?;
    head.eq_ignore_ascii_case(name).then_some(rest)
}

/// The place of the name that the text begins with, and the rest; names as they are first, then
/// by their first three letters.
fn name<'t>(text: &'t str, names: &[&str]) -> Option<(i64, &'t str)> {
    let find = |length: Option<usize>| {
        names.iter().zip(0..).find_map(|(name, at)| {
            let name = length.map_or(Some(*name), |length| name.get(..length))?;
            Some((at, strip_name(text, name)?))
        })
    };
    find(None).or_else(|| find(Some(3)))
}

/// `Z`, `UTC`, `GMT`, and offsets such as `+0130`, `-8:00` or `GMT+1:30`.
fn zone(text: &str) -> Option<(i64, &str)> {
    let named = ["UTC", "GMT", "UT", "Z"].iter().find_map(|name| strip_name(text, name));
    let offset = named.unwrap_or(text);
    let sign = match offset.chars().next() {
        Some('+') => 1,
        Some('-') => -1,
        _ => return named.map(|rest| (0, rest)),
    };
    let digits = offset.get(1..)?;
    let (mut hours, count, mut rest) = number(digits, 4)?;
    let mut minutes = 0;
    if count > 2 {
        (hours, minutes) = (hours / 100, hours % 100);
    } else if let Some((found, 2, after)) = rest.strip_prefix(':').and_then(|r| number(r, 2)) {
        (minutes, rest) = (found, after);
    }
    (hours < 24 && minutes < 60).then_some((sign * (hours * 60 + minutes) * 60_000, rest))
}

impl Fields {
    fn read<'t>(
        &mut self,
        letter: char,
        count: usize,
        adjacent: bool,
        text: &'t str,
    ) -> Option<&'t str> {
        match (letter, count) {
            ('M' | 'L', 3..) => {
                let (month, rest) = name(text, &MONTHS)?;
                self.month = Some(month + 1);
                return Some(rest);
            }
            ('E', _) => return name(text, &DAYS).map(|(_, rest)| rest),
            ('a', _) => {
                let (half, rest) = name(text, &["AM", "PM"])?;
                self.afternoon = half == 1;
                return Some(rest);
            }
            ('G', _) => {
                let (era, rest) = name(text, &["BC", "AD"])?;
                self.before_christ = era == 0;
                return Some(rest);
            }
            ('z' | 'Z' | 'X', _) => {
                let (zone_ms, rest) = zone(text)?;
                self.zone_ms = zone_ms;
                return Some(rest);
            }
            _ => {}
        }
        let (value, digits, rest) = number(text, if adjacent { count } else { 18 })?;
        match letter {
            // Two digits are a year from 80 before to 20 after the present; the present is
            // taken as 2020, so that a replay gives what the first run gave.
            'y' | 'Y' if count <= 2 && digits == 2 => {
                self.year = Some(if value < 40 { 2000 + value } else { 1900 + value });
            }
            'y' | 'Y' => self.year = Some(value),
            'M' | 'L' => self.month = Some(value),
            'd' => self.day = Some(value),
            'D' => self.day_of_year = Some(value),
            'H' => self.hour = Some(value),
            'k' => self.hour = Some(if value == 24 { 0 } else { value }),
            'h' => self.half_hour = if value == 12 { 0 } else { value },
            'K' => self.half_hour = value,
            'm' => self.minute = value,
            's' => self.second = value,
            'S' => self.ms = value,
            'u' => {}
            _ => return None,
        }
        Some(rest)
    }

    /// Out-of-range fields carry over, as the lenient calendar does. An hour of the day comes
    /// before one of the half day.
    fn instant(&self) -> Option<Timestamp> {
        let year = self.year.unwrap_or(1970);
        let year = if self.before_christ { 1 - year } else { year };
        let by_day_of_year = self.month.is_none() && self.day.is_none();
        let day_of_year = self.day_of_year.filter(|_| by_day_of_year);
        let months = year.checked_mul(12)?.checked_add(self.month.unwrap_or(1).checked_sub(1)?)?;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        if !(0..=9_999).contains(&year) {
            return None;
        }
        let day = day_of_year.or(self.day).unwrap_or(1);
        let days = days_from_civil(year, month, 1).checked_add(day.checked_sub(1)?)?;
        let half_day = if self.afternoon { 12 } else { 0 };
        let hour = self.hour.or(self.half_hour.checked_add(half_day))?;
        let seconds = hour.checked_mul(3600)?.checked_add(self.minute.checked_mul(60)?)?;
        let ms = seconds.checked_add(self.second)?.checked_mul(1000)?.checked_add(self.ms)?;
        let ms = ms.checked_sub(self.zone_ms)?;
        Some(Timestamp(days.checked_mul(DAY_MS)?.checked_add(ms)?))
    }
}

/// Writes an instant by a pattern; `None` when the pattern has a letter that is not known.
pub(crate) fn format(pattern: &str, time: Timestamp) -> Option<String> {
    let moment = Moment::new(time);
    let mut text = String::new();
    for part in parts(pattern)? {
        match part {
            Part::Text(copied) => text.push_str(&copied),
            Part::Field { letter, count } => match moment.name(letter, count) {
                Some(name) => text.push_str(name),
                None => {
                    let value = moment.number(letter, count)?;
                    text.push_str(&format!("{value:0count$}"));
                }
            },
        }
    }
    Some(text)
}

/// An instant's fields.
struct Moment {
    year: i64,
    month: i64,
    day: i64,
    /// From 1 on.
    day_of_year: i64,
    /// 0 is Sunday.
    weekday: i64,
    /// Milliseconds of the day.
    ms: i64,
}

impl Moment {
    fn new(time: Timestamp) -> Self {
        let days = time.0.div_euclid(DAY_MS);
        let (year, month, day) = civil_from_days(days);
        Self {
            year,
            month,
            day,
            day_of_year: days - days_from_civil(year, 1, 1) + 1,
            weekday: (days + 4).rem_euclid(7),
            ms: time.0.rem_euclid(DAY_MS),
        }
    }

    fn name(&self, letter: char, count: usize) -> Option<&'static str> {
        let pick = |names: &[&'static str], at: i64| {
            let full = names.get(usize::try_from(at).ok()?)?;
            if count > 3 { Some(*full) } else { full.get(..3) }
        };
        match (letter, count) {
            ('M' | 'L', 3..) => pick(&MONTHS, self.month - 1),
            ('E', _) => pick(&DAYS, self.weekday),
            ('a', _) => Some(if self.ms < DAY_MS / 2 { "AM" } else { "PM" }),
            ('G', _) => Some(if self.year > 0 { "AD" } else { "BC" }),
            ('z', 4..) => Some("Coordinated Universal Time"),
            ('z', _) => Some("UTC"),
            ('Z', _) => Some("+0000"),
            ('X', _) => Some("Z"),
            _ => None,
        }
    }

    fn number(&self, letter: char, count: usize) -> Option<i64> {
        let hour = self.ms / 3_600_000;
        let year = if self.year > 0 { self.year } else { 1 - self.year };
        let short = |year: i64| if count == 2 { year.rem_euclid(100) } else { year };
        // Weeks begin on Sunday, and the first is the one with January 1.
        let in_next_year = self.day_of_year + 6 - self.weekday > days_of(self.year);
        Some(match letter {
            'y' => short(year),
            'Y' => short(year + i64::from(in_next_year)),
            'M' | 'L' => self.month,
            'd' => self.day,
            'D' => self.day_of_year,
            'u' => (self.weekday + 6) % 7 + 1,
            'F' => (self.day - 1) / 7 + 1,
            'W' => (self.day + 12 - self.weekday) / 7,
            'w' if in_next_year => 1,
            'w' => (self.day_of_year + 12 - self.weekday) / 7,
            'H' => hour,
            'k' => (hour + 23) % 24 + 1,
            'h' => (hour + 11) % 12 + 1,
            'K' => hour % 12,
            'm' => self.ms / 60_000 % 60,
            's' => self.ms / 1_000 % 60,
            'S' => self.ms % 1_000,
            _ => return None,
        })
    }
}

fn days_of(year: i64) -> i64 {
    days_from_civil(year + 1, 1, 1) - days_from_civil(year, 1, 1)
}

/// Whether these are the types of a pattern and a text.
pub(crate) fn takes(types: &[SqlType]) -> bool {
    matches!(types, [a, b] if is_text_or_null(*a) && is_text_or_null(*b))
}

/// Reads the arguments of a CHAR_TO_ function: a pattern and a text.
pub(crate) fn read(function: &'static str, arguments: &[Value]) -> Result<Timestamp, EvalError> {
    let (pattern, subject) = match arguments {
        [pattern, subject] => (text(pattern), text(subject)),
        _ => ("", ""),
    };
    parse(pattern, subject).ok_or_else(|| {
        EvalError::argument(function, format!("`{subject}` does not fit `{pattern}`"))
    })
}

/// The type of a _TO_CHAR function of a pattern and a value of this type.
pub(crate) fn text_of(types: &[SqlType], of: SqlType) -> Option<SqlType> {
    match types {
        [pattern, ty] if is_text_or_null(*pattern) && (*ty == of || *ty == SqlType::Null) => {
            Some(SqlType::Varchar(TEXT_CHARS))
        }
        _ => None,
    }
}

/// Writes an instant for a _TO_CHAR function; none is the text `null`.
pub(crate) fn write(
    function: &'static str,
    pattern: &Value,
    time: Option<Timestamp>,
) -> Result<Value, EvalError> {
    let Some(time) = time else { return Ok(Value::text("null")) };
    let pattern = text(pattern);
    format(pattern, time)
        .map(Value::text)
        .ok_or_else(|| EvalError::argument(function, format!("`{pattern}` is not a valid pattern")))
}

#[cfg(test)]
mod tests {
    use levada_sql_lang::{format_timestamp, parse_timestamp};

    use super::*;

    fn read(pattern: &str, text: &str) -> String {
        parse(pattern, text).map_or("none".to_owned(), format_timestamp)
    }

    #[test]
    fn fields_are_read_as_the_lenient_calendar_reads_them() {
        for (pattern, text, expected) in [
            ("yyyy-MM-dd hh:mm:ss", "2018-05-09 12:50:41", "2018-05-09 00:50:41.000"),
            ("yyyy-MM-dd hh:mm:ss a", "2018-05-09 12:50:41 pm", "2018-05-09 12:50:41.000"),
            ("hh:mm", "21:08", "1970-01-01 21:08:00.000"),
            ("HH:mm a", "09:08 PM", "1970-01-01 09:08:00.000"),
            ("KK a", "11 PM", "1970-01-01 23:00:00.000"),
            ("kk", "24", "1970-01-01 00:00:00.000"),
            ("yyyyMMddHHmmssSSS", "20180509215041337", "2018-05-09 21:50:41.337"),
            ("d MMM yyyy", "  9 sep 2018 and more", "2018-09-09 00:00:00.000"),
            ("EEE, MMMM d ''yy", "Thursday, March 1 '18", "2018-03-01 00:00:00.000"),
            ("y", "46", "1946-01-01 00:00:00.000"),
            ("yy", "146", "0146-01-01 00:00:00.000"),
            ("yyyy D", "2016 366", "2016-12-31 00:00:00.000"),
            ("yyyy-MM-dd", "2018-14-35", "2019-03-07 00:00:00.000"),
            ("HH:mm Z", "10:00 +0130", "1970-01-01 08:30:00.000"),
            ("HH:mm z", "10:00 GMT-2:00", "1970-01-01 12:00:00.000"),
            ("HH:mmX", "10:00Z", "1970-01-01 10:00:00.000"),
            ("dd/MMM/yyyy:HH:mm:ss Z", "24/May/2004:22:01:02 -0700", "2004-05-25 05:01:02.000"),
            ("'day' d", "day 5", "1970-01-05 00:00:00.000"),
            ("HH:mm", "x", "none"),
            ("MMM", "05", "none"),
            ("'open", "open", "none"),
            ("q", "1", "none"),
        ] {
            assert_eq!(read(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn every_letter_is_written() {
        let time = parse_timestamp("2018-12-30 00:05:09.042").unwrap();
        for (pattern, expected) in [
            ("yyyy yy Y M MM MMM MMMM d D", "2018 18 2019 12 12 Dec December 30 364"),
            ("E EEEE u F W w G", "Sun Sunday 7 5 6 1 AD"),
            ("H HH k h K a m s S SSS", "0 00 24 12 0 AM 5 9 42 042"),
            ("z Z X", "UTC +0000 Z"),
            ("'at' hh 'o''clock'", "at 12 o'clock"),
        ] {
            assert_eq!(format(pattern, time).as_deref(), Some(expected), "{pattern}");
        }
        assert_eq!(format("w W", parse_timestamp("2018-12-29 00:00:00").unwrap()).unwrap(), "52 5");
        assert_eq!(format("q", time), None);
    }
}
