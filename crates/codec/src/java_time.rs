//! Java's DateTimeFormatter patterns in the locale en-US, as prefixes of delivered objects use
//! them: `YYYY` is the week-based year and `DD` the day of the year, as in Java.
//! Does not: parse dates; know the letters for eras, nanoseconds and zone names beyond UTC's.

use std::fmt::Write as _;

use chrono::{DateTime, Datelike, NaiveDate, Offset, Timelike};
use chrono_tz::Tz;

/// A checked pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JavaPattern {
    parts: Vec<Part>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Letter(char, usize),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPattern {
    #[error("unknown pattern letter: {0}")]
    UnknownLetter(char),
    #[error("too many pattern letters: {0}")]
    TooMany(char),
    #[error("pattern contains reserved character: {0}")]
    Reserved(char),
    #[error("pattern ends with an incomplete string literal")]
    OpenQuote,
}

/// The most repetitions Java takes of a letter; `None` for an unknown letter.
fn repetitions_max(letter: char) -> Option<usize> {
    match letter {
        'y' | 'u' | 'Y' | 'S' => Some(9),
        'M' | 'L' | 'E' | 'Q' | 'q' => Some(5),
        'D' => Some(3),
        'd' | 'H' | 'h' | 'K' | 'k' | 'm' | 's' | 'w' => Some(2),
        'a' | 'W' | 'e' | 'F' => Some(1),
        'A' => Some(9),
        'V' => Some(2),
        'X' | 'x' | 'Z' => Some(3),
        _ => None,
    }
}

impl JavaPattern {
    pub fn parse(pattern: &str) -> Result<Self, InvalidPattern> {
        let mut parts = Vec::new();
        let mut chars = pattern.chars().peekable();
        while let Some(c) = chars.next() {
            if c.is_ascii_alphabetic() {
                let mut count = 1;
                while chars.next_if_eq(&c).is_some() {
                    count += 1;
                }
                let max = repetitions_max(c).ok_or(InvalidPattern::UnknownLetter(c))?;
                if count > max || (c == 'V' && count != 2) {
                    return Err(InvalidPattern::TooMany(c));
                }
                parts.push(Part::Letter(c, count));
            } else if c == '\'' {
                parts.push(Part::Text(literal(&mut chars)?));
            } else if matches!(c, '{' | '}' | '#' | '[' | ']') {
                return Err(InvalidPattern::Reserved(c));
            } else {
                parts.push(Part::Text(c.to_string()));
            }
        }
        Ok(Self { parts })
    }

    pub fn format(&self, at: &DateTime<Tz>) -> String {
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Letter(letter, count) => write_letter(*letter, *count, at, &mut out),
            }
        }
        out
    }
}

/// The text up to the closing quote; two quotes together are one quote.
fn literal(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Result<String, InvalidPattern> {
    let mut text = String::new();
    if chars.next_if_eq(&'\'').is_some() {
        return Ok("'".to_owned());
    }
    loop {
        match chars.next() {
            None => return Err(InvalidPattern::OpenQuote),
            Some('\'') if chars.next_if_eq(&'\'').is_some() => text.push('\''),
            Some('\'') => return Ok(text),
            Some(c) => text.push(c),
        }
    }
}

fn write_letter(letter: char, count: usize, at: &DateTime<Tz>, out: &mut String) {
    let mut number = |value: u32| {
        let _ = write!(out, "{value:0count$}");
    };
    match letter {
        'D' => number(at.ordinal()),
        'd' => number(at.day()),
        'H' => number(at.hour()),
        'h' => number(at.hour12().1),
        'K' => number(at.hour() % 12),
        'k' => number(if at.hour() == 0 { 24 } else { at.hour() }),
        'm' => number(at.minute()),
        's' => number(at.second()),
        'A' => number(at.num_seconds_from_midnight() * 1000 + at.timestamp_subsec_millis()),
        'w' => number(us_week(at.date_naive()).1),
        'W' => number((at.day() + first_of_month(at).weekday().num_days_from_sunday() - 1) / 7 + 1),
        'e' => number(at.weekday().num_days_from_sunday() + 1),
        'F' => number((at.day() - 1) / 7 + 1),
        'M' | 'L' if count <= 2 => number(at.month()),
        'Q' | 'q' if count <= 2 => number(at.month0() / 3 + 1),
        'y' | 'u' => out.push_str(&year(at.year(), count)),
        'Y' => out.push_str(&year(us_week(at.date_naive()).0, count)),
        'S' => out.push_str(&format!("{:09}", at.nanosecond())[..count]),
        'a' => out.push_str(if at.hour() < 12 { "AM" } else { "PM" }),
        'M' | 'L' => out.push_str(&named(&at.format("%B").to_string(), count)),
        'E' => out.push_str(&named(&at.format("%A").to_string(), count)),
        'Q' | 'q' => out.push_str(&quarter(at.month0() / 3 + 1, count)),
        'V' => out.push_str(at.timezone().name()),
        // The rest is offsets; `parse` lets no other letter through.
        _ => out.push_str(&offset(at, letter, count)),
    }
}

fn first_of_month(at: &DateTime<Tz>) -> NaiveDate {
    at.date_naive().with_day(1).unwrap_or(at.date_naive())
}

fn year(year: i32, count: usize) -> String {
    if count == 2 { format!("{:02}", year.rem_euclid(100)) } else { format!("{year:0count$}") }
}

/// Full, abbreviated to three letters, or narrow.
fn named(name: &str, count: usize) -> String {
    match count {
        4 => name.to_owned(),
        5 => name.chars().take(1).collect(),
        _ => name.chars().take(3).collect(),
    }
}

fn quarter(quarter: u32, count: usize) -> String {
    match count {
        4 => format!("{} quarter", ["1st", "2nd", "3rd", "4th"][quarter.clamp(1, 4) as usize - 1]),
        5 => quarter.to_string(),
        _ => format!("Q{quarter}"),
    }
}

/// Week-based year and week of en-US: weeks begin on Sunday, week 1 holds January 1st.
fn us_week(date: NaiveDate) -> (i32, u32) {
    let january_first = |year| NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or(date);
    let begin_of_week_one = |year| {
        let first = january_first(year);
        first - chrono::Duration::days(i64::from(first.weekday().num_days_from_sunday()))
    };
    let year = match date.year() {
        year if date >= begin_of_week_one(year + 1) => year + 1,
        year => year,
    };
    let days = (date - begin_of_week_one(year)).num_days();
    (year, u32::try_from(days / 7).unwrap_or(0) + 1)
}

fn offset(at: &DateTime<Tz>, letter: char, count: usize) -> String {
    let seconds = at.offset().fix().local_minus_utc();
    if seconds == 0 && letter == 'X' {
        return "Z".to_owned();
    }
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes) = (seconds.abs() / 3600, seconds.abs() / 60 % 60);
    match (letter, count) {
        ('X' | 'x', 1) if minutes == 0 => format!("{sign}{hours:02}"),
        ('X' | 'x', 3) => format!("{sign}{hours:02}:{minutes:02}"),
        _ => format!("{sign}{hours:02}{minutes:02}"),
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;

    use super::*;

    fn at(zone: Tz, y: i32, mo: u32, d: u32, h: u32, mi: u32, s: u32) -> DateTime<Tz> {
        zone.from_utc_datetime(
            &NaiveDate::from_ymd_opt(y, mo, d).unwrap().and_hms_opt(h, mi, s).unwrap(),
        )
    }

    fn formatted(pattern: &str, at: &DateTime<Tz>) -> String {
        JavaPattern::parse(pattern).unwrap().format(at)
    }

    #[test]
    fn letters_mean_what_java_means() {
        let t = at(Tz::UTC, 2026, 3, 7, 15, 4, 5);
        for (pattern, expected) in [
            ("yyyy/MM/dd/HH", "2026/03/07/15"),
            ("yy-M-d H:m:s", "26-3-7 15:4:5"),
            ("'year='yyyy'/month='MM", "year=2026/month=03"),
            ("''yyyy''", "'2026'"),
            ("DDD DD D", "066 66 66"),
            ("MMM MMMM EEE EEEE", "Mar March Sat Saturday"),
            ("hh a KK kk", "03 PM 03 15"),
            ("Q QQQ e ww SSS", "1 Q1 7 10 000"),
            ("VV X xx xxx Z", "UTC Z +0000 +00:00 +0000"),
        ] {
            assert_eq!(formatted(pattern, &t), expected, "{pattern}");
        }
    }

    #[test]
    fn the_week_based_year_begins_with_the_week_of_january_first() {
        assert_eq!(formatted("YYYY-ww", &at(Tz::UTC, 2026, 12, 26, 0, 0, 0)), "2026-52");
        assert_eq!(formatted("YYYY-ww", &at(Tz::UTC, 2026, 12, 27, 0, 0, 0)), "2027-01");
        assert_eq!(formatted("YYYY-ww", &at(Tz::UTC, 2027, 1, 3, 0, 0, 0)), "2027-02");
    }

    #[test]
    fn a_zone_moves_the_hour() {
        let zone: Tz = "Asia/Kolkata".parse().unwrap();
        assert_eq!(formatted("dd HH:mm xxx", &at(zone, 2026, 1, 1, 20, 0, 0)), "02 01:30 +05:30");
    }

    #[test]
    fn patterns_java_refuses_are_refused() {
        for bad in ["b", "ddd", "'open", "yyyy{", "#", "HHH", "V"] {
            assert!(JavaPattern::parse(bad).is_err(), "{bad}");
        }
    }
}
