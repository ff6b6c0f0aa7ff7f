//! Patterns of LIKE and SIMILAR TO, prepared once and matched per row.
//! Does not: know Java's expressions (see `scalar::regex_replace`).

use regex::Regex;

use crate::EvalError;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PatternSyntax {
    Like,
    Similar,
}

/// A prepared pattern: the whole text must match.
#[derive(Clone, Debug)]
pub struct Matcher {
    regex: Regex,
}

impl PartialEq for Matcher {
    fn eq(&self, other: &Self) -> bool {
        self.regex.as_str() == other.regex.as_str()
    }
}

impl Matcher {
    pub fn new(
        syntax: PatternSyntax,
        pattern: &str,
        escape: Option<&str>,
    ) -> Result<Self, EvalError> {
        let escape = match escape.map(|escape| (escape.chars().next(), escape.chars().count())) {
            None => None,
            Some((Some(escape), 1)) => Some(escape),
            Some(_) => return Err(problem(syntax, "the escape must be one character")),
        };
        let body = translate(syntax, pattern, escape)?;
        let regex = Regex::new(&format!("(?s)\\A(?:{body})\\z"))
            .map_err(|_| problem(syntax, format!("`{pattern}` is not a valid pattern")))?;
        Ok(Self { regex })
    }

    pub fn matches(&self, text: &str) -> bool {
        self.regex.is_match(text)
    }
}

/// The middle of `subject` by a SIMILAR TO pattern whose three parts are separated by the
/// escape and a double quote; `None` when the whole does not match.
pub(crate) fn similar_part<'t>(
    subject: &'t str,
    pattern: &str,
    escape: &str,
) -> Result<Option<&'t str>, EvalError> {
    let syntax = PatternSyntax::Similar;
    let mut chars = escape.chars();
    let (Some(escape), None) = (chars.next(), chars.next()) else {
        return Err(problem(syntax, "the escape must be one character"));
    };
    let separator = format!("{escape}\"");
    let parts: Vec<&str> = pattern.split(separator.as_str()).collect();
    let [before, middle, after] = parts.as_slice() else {
        return Err(problem(syntax, format!("`{pattern}` does not have three parts")));
    };
    let part = |text: &str| translate(syntax, text, Some(escape));
    let (before, middle, after) = (part(before)?, part(middle)?, part(after)?);
    // The flag U swaps which quantifiers are greedy.
    let whole = format!(r"(?s)\A(?U:{before})(?P<middle>{middle})(?U:{after})\z");
    let regex = Regex::new(&whole)
        .map_err(|_| problem(syntax, format!("`{pattern}` is not a valid pattern")))?;
    let found = regex.captures(subject).and_then(|captures| captures.name("middle"));
    Ok(found.map(|middle| middle.as_str()))
}

fn problem(syntax: PatternSyntax, text: impl Into<String>) -> EvalError {
    let function = match syntax {
        PatternSyntax::Like => "LIKE",
        PatternSyntax::Similar => "SIMILAR TO",
    };
    EvalError::argument(function, text)
}

fn translate(
    syntax: PatternSyntax,
    pattern: &str,
    escape: Option<char>,
) -> Result<String, EvalError> {
    let mut body = String::new();
    let mut chars = pattern.chars();
    while let Some(c) = chars.next() {
        let literal = |c: char| regex::escape(c.encode_utf8(&mut [0; 4]));
        match c {
            _ if Some(c) == escape => {
                let Some(next) = chars.next() else {
                    return Err(problem(syntax, format!("`{pattern}` ends with its escape")));
                };
                body.push_str(&literal(next));
            }
            '%' => body.push_str(".*"),
            '_' => body.push('.'),
            '[' if syntax == PatternSyntax::Similar => set(&mut chars, &mut body),
            '|' | '*' | '+' | '?' | '(' | ')' | '{' | '}' if syntax == PatternSyntax::Similar => {
                body.push(c);
            }
            c => body.push_str(&literal(c)),
        }
    }
    Ok(body)
}

/// Copies `[…]`, with `[:ALPHA:]` classes in lower case as the expression engine names them.
fn set(chars: &mut std::str::Chars<'_>, body: &mut String) {
    let mut depth = 1;
    body.push('[');
    for c in chars.by_ref() {
        match c {
            '[' => depth += 1,
            ']' => depth -= 1,
            _ => {}
        }
        if depth > 1 {
            body.extend(c.to_lowercase())
        } else {
            body.push(c)
        }
        if depth == 0 {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn like(text: &str, pattern: &str, escape: Option<&str>) -> bool {
        Matcher::new(PatternSyntax::Like, pattern, escape).unwrap().matches(text)
    }

    #[test]
    fn wildcards_match_the_whole_text() {
        assert!(like("123aXYZ", "_%_a%_", None));
        assert!(!like("abcd", "a_", None));
        assert!(like("a_", "a\\_", Some("\\")));
        assert!(!like("ab", "a\\_", Some("\\")));
        assert!(like("a.b\nc", "a.b%", None));
    }

    #[test]
    fn similar_patterns_have_sets_and_repetition() {
        let similar = |text: &str, pattern: &str| {
            Matcher::new(PatternSyntax::Similar, pattern, None).unwrap().matches(text)
        };
        assert!(similar("TECHNOLOGY", "%TECH%"));
        assert!(similar("abab", "(ab)+"));
        assert!(similar("a1", "[a-c][[:DIGIT:]]"));
        assert!(!similar("abc", "ab"));
    }
}
