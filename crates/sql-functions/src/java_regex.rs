//! Java's regular expressions, on an engine with look-around and back-references.
//! Does not: know Java's flags beyond those written in the pattern, or its line terminators.

use std::cell::RefCell;
use std::fmt::Write as _;

use fancy_regex::{Captures, Regex};

/// Patterns of expressions that each thread keeps prepared.
const CACHED_MAX: usize = 64;

/// A prepared pattern.
#[derive(Clone, Debug)]
pub(crate) struct JavaRegex {
    regex: Regex,
}

impl JavaRegex {
    /// A pattern that is searched for within a text.
    pub fn new(pattern: &str) -> Result<Self, String> {
        Self::prepare(&translate(pattern))
    }

    /// A pattern that has to match a whole text.
    pub fn whole(pattern: &str) -> Result<Self, String> {
        Self::prepare(&format!(r"\A(?:{})\z", translate(pattern)))
    }

    fn prepare(pattern: &str) -> Result<Self, String> {
        let regex = Regex::new(pattern).map_err(|error| error.to_string())?;
        Ok(Self { regex })
    }

    /// `new`, once per pattern and thread: a pattern that is a column's value comes again.
    pub fn cached(pattern: &str) -> Result<Self, String> {
        thread_local! {
            static KNOWN: RefCell<Vec<(String, JavaRegex)>> = const { RefCell::new(Vec::new()) };
        }
        KNOWN.with_borrow_mut(|known| {
            if let Some((_, regex)) = known.iter().find(|(text, _)| text == pattern) {
                return Ok(regex.clone());
            }
            let regex = Self::new(pattern)?;
            if known.len() >= CACHED_MAX {
                known.remove(0);
            }
            known.push((pattern.to_owned(), regex.clone()));
            Ok(regex)
        })
    }

    /// Groups in parentheses.
    pub fn groups(&self) -> usize {
        self.regex.captures_len().saturating_sub(1)
    }

    /// The first match; an error when the search takes too many steps.
    pub fn captures<'t>(&self, text: &'t str) -> Result<Option<Captures<'t>>, String> {
        self.regex.captures(text).map_err(|error| error.to_string())
    }

    /// All matches, one after the other.
    pub fn matches<'t>(
        &self,
        text: &'t str,
    ) -> impl Iterator<Item = Result<Captures<'t>, String>> + use<'_, 't> {
        self.regex.captures_iter(text).map(|found| found.map_err(|error| error.to_string()))
    }
}

/// Writes the classes that Java means as ASCII, and quotes `\Q…\E`.
fn translate(pattern: &str) -> String {
    let mut out = String::with_capacity(pattern.len() + 16);
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let rest = chars.as_str();
        match chars.next() {
            None => out.push('\\'),
            Some('d') => out.push_str("[0-9]"),
            Some('D') => out.push_str("[^0-9]"),
            Some('w') => out.push_str("[a-zA-Z_0-9]"),
            Some('W') => out.push_str("[^a-zA-Z_0-9]"),
            Some('s') => out.push_str(r"[ \t\n\x0B\f\r]"),
            Some('S') => out.push_str(r"[^ \t\n\x0B\f\r]"),
            Some('h') => out.push_str(r"[ \t\xA0\u{1680}\u{180e}\u{2000}-\u{200a}\u{3000}]"),
            Some('R') => out.push_str(r"(?:\r\n|[\n\x0B\f\r\u{85}\u{2028}\u{2029}])"),
            Some('Z') => out.push_str(r"(?=\n?\z)"),
            Some('e') => out.push_str(r"\x1B"),
            Some('Q') => {
                let quoted = rest.get(1..).unwrap_or("");
                let (text, after) = quoted.split_once("\\E").unwrap_or((quoted, ""));
                out.push_str(&regex::escape(text));
                chars = after.chars();
            }
            Some(sign @ ('p' | 'P')) => match posix_class(rest.get(1..).unwrap_or("")) {
                Some((class, length)) => {
                    let not = if sign == 'P' { "^" } else { "" };
                    let _ = write!(out, "[{not}{class}]");
                    chars = rest.get(1 + length..).unwrap_or("").chars();
                }
                None => out.extend(['\\', sign]),
            },
            Some(other) => out.extend(['\\', other]),
        }
    }
    out
}

/// Java's ASCII classes, and the length of their text: `{Alpha}`.
fn posix_class(rest: &str) -> Option<(&'static str, usize)> {
    let name = rest.strip_prefix('{')?.split_once('}')?.0;
    let class = match name {
        "Lower" => "a-z",
        "Upper" => "A-Z",
        "ASCII" => r"\x00-\x7F",
        "Alpha" => "a-zA-Z",
        "Digit" => "0-9",
        "Alnum" => "a-zA-Z0-9",
        "Punct" => r"!-/:-@\[-`{-~",
        "Graph" => "!-~",
        "Print" => " -~",
        "Blank" => r" \t",
        "Cntrl" => r"\x00-\x1F\x7F",
        "XDigit" => "0-9a-fA-F",
        "Space" => r" \t\n\x0B\f\r",
        _ => return None,
    };
    Some((class, name.len() + 2))
}

/// Adds a replacement to `out`: `$1` is a group's text, `\x` is x.
pub(crate) fn expand(
    replacement: &str,
    captures: &Captures<'_>,
    out: &mut String,
) -> Result<(), String> {
    let mut chars = replacement.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\\' => out.push(chars.next().ok_or("a `\\` at the end of the replacement")?),
            '$' if chars.peek() == Some(&'{') => {
                let name: String = chars.by_ref().skip(1).take_while(|c| *c != '}').collect();
                let found = captures.name(&name);
                out.push_str(found.ok_or_else(|| format!("no group named `{name}`"))?.as_str());
            }
            '$' => {
                let mut group = digit(&mut chars).ok_or("a `$` that names no group")?;
                if group >= captures.len() {
                    return Err(format!("no group {group}"));
                }
                // As many digits belong to the number as name a group.
                while let Some(next) = chars.peek().and_then(|c| c.to_digit(10)) {
                    let longer = group * 10 + next as usize;
                    if longer >= captures.len() {
                        break;
                    }
                    group = longer;
                    chars.next();
                }
                out.push_str(captures.get(group).map_or("", |found| found.as_str()));
            }
            c => out.push(c),
        }
    }
    Ok(())
}

fn digit(chars: &mut std::iter::Peekable<std::str::Chars<'_>>) -> Option<usize> {
    let digit = chars.peek()?.to_digit(10)?;
    chars.next();
    Some(digit as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn finds(pattern: &str, text: &str) -> Option<String> {
        let regex = JavaRegex::new(pattern).unwrap();
        regex.captures(text).unwrap().map(|found| found[0].to_owned())
    }

    #[test]
    fn classes_are_ascii_and_constructs_of_java_work() {
        assert_eq!(finds(r"\d+", "x٣4"), Some("4".to_owned()));
        assert_eq!(finds(r"[\w-]+", "é a-b"), Some("a-b".to_owned()));
        assert_eq!(finds(r"\Qa.b\E+", "axb a.b"), Some("a.b".to_owned()));
        assert_eq!(finds(r"\p{Punct}+", "ab!?"), Some("!?".to_owned()));
        assert_eq!(finds(r"[^\p{Alpha}]", "ab1"), Some("1".to_owned()));
        assert_eq!(finds(r"(a)(?=b)\1*+", "aab"), Some("a".to_owned()));
        assert_eq!(finds(r"(\w)\1", "abccd"), Some("cc".to_owned()));
        assert!(JavaRegex::new("(").is_err());
    }

    #[test]
    fn replacements_name_groups_as_java_does() {
        let regex = JavaRegex::new(r"(\d+)-(?<end>\d+)").unwrap();
        let captures = regex.captures("12-34").unwrap().unwrap();
        let expanded = |replacement: &str| {
            let mut out = String::new();
            expand(replacement, &captures, &mut out).map(|()| out)
        };
        assert_eq!(expanded("$2/$1a"), Ok("34/12a".to_owned()));
        assert_eq!(expanded(r"${end}\$10 $10"), Ok("34$10 120".to_owned()));
        assert!(expanded("$3").is_err() && expanded("$").is_err() && expanded("\\").is_err());
    }
}
