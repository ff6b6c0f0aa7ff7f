//! Patterns of CHAR_TO_TIMESTAMP and TIMESTAMP_TO_CHAR: letters of Java's SimpleDateFormat.
//! Does not: know time zones or other languages than English.

use levada_sql_lang::{DAY_MS, civil_from_days, days_from_civil};
use levada_types::Timestamp;

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
struct Fields {
    year: i64,
    month: i64,
    day: i64,
    hour: i64,
    minute: i64,
    second: i64,
    ms: i64,
    afternoon: Option<bool>,
}

/// Reads `text` by `pattern`; text after the pattern's end is ignored. `None` when it does not
/// match or the pattern has a letter that is not known.
pub(crate) fn parse(pattern: &str, text: &str) -> Option<Timestamp> {
    let parts = parts(pattern)?;
    let mut fields = Fields {
        year: 1970,
        month: 1,
        day: 1,
        hour: 0,
        minute: 0,
        second: 0,
        ms: 0,
        afternoon: None,
    };
    let mut rest = text;
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Text(expected) => rest = rest.strip_prefix(expected.as_str())?,
            Part::Field { letter, count } => {
                let adjacent = matches!(parts.get(at + 1), Some(Part::Field { .. }));
                rest = fields.read(*letter, *count, adjacent, rest)?;
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

fn name<'t>(text: &'t str, names: &[&str]) -> Option<(i64, &'t str)> {
    let starts = |prefix: &str| {
        let head = text.get(..prefix.len())?;
        head.eq_ignore_ascii_case(prefix).then(|| text.get(prefix.len()..)).flatten()
    };
    let long = names.iter().enumerate().find_map(|(at, full)| Some((at, starts(full)?)));
    let short = || {
        let shorts = names.iter().enumerate();
        shorts.filter_map(|(at, full)| Some((at, starts(full.get(..3)?)?))).next()
    };
    let (at, rest) = long.or_else(short)?;
    Some((i64::try_from(at).ok()?, rest))
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
            ('M', 3..) => {
                let (month, rest) = name(text, &MONTHS)?;
                self.month = month + 1;
                return Some(rest);
            }
            ('E', _) => return name(text, &DAYS).map(|(_, rest)| rest),
            ('a', _) => {
                let (afternoon, rest) = name(text, &["AM ", "PM "]).or_else(|| {
                    let head = text.get(..2)?.to_ascii_uppercase();
                    let afternoon = ["AM", "PM"].iter().position(|half| *half == head)?;
                    Some((i64::try_from(afternoon).ok()?, text.get(2..)?))
                })?;
                self.afternoon = Some(afternoon == 1);
                return Some(rest);
            }
            _ => {}
        }
        let (value, digits, rest) = number(text, if adjacent { count } else { 18 })?;
        match letter {
            // Two digits are a year from 80 before to 20 after the present; the present is
            // taken as 2020, so that a replay gives what the first run gave.
            'y' if count == 2 && digits == 2 => {
                self.year = if value < 40 { 2000 + value } else { 1900 + value };
            }
            'y' => self.year = value,
            'M' => self.month = value,
            'd' => self.day = value,
            'H' => self.hour = value,
            'k' => self.hour = value % 24,
            'h' => self.hour = value % 12,
            'K' => self.hour = value,
            'm' => self.minute = value,
            's' => self.second = value,
            'S' => self.ms = value,
            _ => return None,
        }
        Some(rest)
    }

    /// Out-of-range fields carry over, as the lenient calendar does.
    fn instant(&self) -> Option<Timestamp> {
        let months = self.year.checked_mul(12)?.checked_add(self.month.checked_sub(1)?)?;
        let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
        if !(0..=9_999).contains(&year) {
            return None;
        }
        let days = days_from_civil(year, month, 1).checked_add(self.day.checked_sub(1)?)?;
        let hour = self.hour.checked_add(if self.afternoon == Some(true) { 12 } else { 0 })?;
        let seconds = hour.checked_mul(3600)?.checked_add(self.minute.checked_mul(60)?)?;
        let ms = seconds.checked_add(self.second)?.checked_mul(1000)?.checked_add(self.ms)?;
        Some(Timestamp(days.checked_mul(DAY_MS)?.checked_add(ms)?))
    }
}

/// Writes an instant by a pattern; `None` when the pattern has a letter that is not known.
pub(crate) fn format(pattern: &str, time: Timestamp) -> Option<String> {
    let days = time.0.div_euclid(DAY_MS);
    let ms = time.0.rem_euclid(DAY_MS);
    let (year, month, day) = civil_from_days(days);
    let hour = ms / 3_600_000;
    let mut text = String::new();
    for part in parts(pattern)? {
        let (letter, count) = match part {
            Part::Text(copied) => {
                text.push_str(&copied);
                continue;
            }
            Part::Field { letter, count } => (letter, count),
        };
        let half_day = if hour % 12 == 0 { 12 } else { hour % 12 };
        let value = match letter {
            'y' if count == 2 => year.rem_euclid(100),
            'y' => year,
            'M' if count >= 3 => {
                let full = MONTHS.get(usize::try_from(month - 1).ok()?)?;
                text.push_str(if count == 3 { full.get(..3)? } else { full });
                continue;
            }
            'M' => month,
            'd' => day,
            'E' => {
                let full = DAYS.get(usize::try_from((days + 4).rem_euclid(7)).ok()?)?;
                text.push_str(if count <= 3 { full.get(..3)? } else { full });
                continue;
            }
            'a' => {
                text.push_str(if hour < 12 { "AM" } else { "PM" });
                continue;
            }
            'H' => hour,
            'k' => {
                if hour == 0 {
                    24
                } else {
                    hour
                }
            }
            'h' => half_day,
            'K' => hour % 12,
            'm' => ms / 60_000 % 60,
            's' => ms / 1_000 % 60,
            'S' => ms % 1_000,
            _ => return None,
        };
        text.push_str(&format!("{value:0count$}"));
    }
    Some(text)
}
