//! JSON text read byte by byte, without a copy where there are no escapes.
//! Does not: build documents (see `tree`), or accept anything that RFC 8259 does not.

use std::borrow::Cow;

/// Objects and arrays within each other; deeper documents are refused.
const DEPTH_MAX: usize = 128;

/// A value whose inside does not matter any more.
#[derive(Clone, Debug, PartialEq)]
pub enum Leaf<'a> {
    Null,
    Bool(bool),
    /// As it is written.
    Number(&'a str),
    Text(Cow<'a, str>),
    /// An object or an array as it is written.
    Tree(&'a str),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected {expected} at byte {at}")]
pub struct Malformed {
    pub expected: &'static str,
    /// From 0 on.
    pub at: usize,
}

pub type Scanned<T> = Result<T, Malformed>;

#[derive(Clone)]
pub struct Scanner<'a> {
    text: &'a str,
    at: usize,
    depth: usize,
}

impl<'a> Scanner<'a> {
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, depth: 0 }
    }

    pub fn fail<T>(&self, expected: &'static str) -> Scanned<T> {
        Err(Malformed { expected, at: self.at })
    }

    fn byte(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The next byte that is no whitespace; it stays to be read.
    pub fn peek(&mut self) -> Option<u8> {
        loop {
            match self.byte() {
                Some(b' ' | b'\n' | b'\r' | b'\t') => self.at += 1,
                other => return other,
            }
        }
    }

    /// Whether `wanted` came next; then it has been read.
    pub fn eat(&mut self, wanted: u8) -> bool {
        let found = self.peek() == Some(wanted);
        self.at += usize::from(found);
        found
    }

    pub fn expect(&mut self, wanted: u8, name: &'static str) -> Scanned<()> {
        if self.eat(wanted) { Ok(()) } else { self.fail(name) }
    }

    /// Where the scanner stands, for `since`.
    pub fn place(&self) -> usize {
        self.at
    }

    pub fn since(&self, place: usize) -> &'a str {
        self.text.get(place..self.at).unwrap_or("")
    }

    pub fn enter(&mut self) -> Scanned<()> {
        self.depth += 1;
        if self.depth > DEPTH_MAX { self.fail("a flatter document") } else { Ok(()) }
    }

    pub fn leave(&mut self) {
        self.depth -= 1;
    }

    /// Any value, objects and arrays as text.
    pub fn leaf(&mut self) -> Scanned<Leaf<'a>> {
        match self.peek() {
            Some(b'"') => self.string().map(Leaf::Text),
            Some(b'{' | b'[') => {
                let place = self.at;
                self.skip()?;
                Ok(Leaf::Tree(self.since(place)))
            }
            Some(b't') => self.word("true", Leaf::Bool(true)),
            Some(b'f') => self.word("false", Leaf::Bool(false)),
            Some(b'n') => self.word("null", Leaf::Null),
            Some(b'-' | b'0'..=b'9') => self.number().map(Leaf::Number),
            _ => self.fail("a value"),
        }
    }

    /// Reads over any value.
    pub fn skip(&mut self) -> Scanned<()> {
        match self.peek() {
            Some(b'"') => self.plain_or_escaped().map(|_| ()),
            Some(b'{') => self.members(|scanner| {
                scanner.plain_or_escaped()?;
                scanner.colon()?;
                scanner.skip()
            }),
            Some(b'[') => self.elements(Self::skip),
            _ => self.leaf().map(|_| ()),
        }
    }

    /// An object; `member` reads each name, colon and value.
    pub fn members(&mut self, mut member: impl FnMut(&mut Self) -> Scanned<()>) -> Scanned<()> {
        self.enclosed(b'{', b'}', |scanner| match scanner.peek() {
            Some(b'"') => member(scanner),
            _ => scanner.fail("a member's name"),
        })
    }

    /// An array; `element` reads each value.
    pub fn elements(&mut self, element: impl FnMut(&mut Self) -> Scanned<()>) -> Scanned<()> {
        self.enclosed(b'[', b']', element)
    }

    fn enclosed(
        &mut self,
        open: u8,
        close: u8,
        mut part: impl FnMut(&mut Self) -> Scanned<()>,
    ) -> Scanned<()> {
        self.expect(open, "an opening bracket")?;
        self.enter()?;
        if !self.eat(close) {
            loop {
                part(self)?;
                if self.eat(close) {
                    break;
                }
                self.expect(b',', "`,` or a closing bracket")?;
            }
        }
        self.leave();
        Ok(())
    }

    pub fn colon(&mut self) -> Scanned<()> {
        self.expect(b':', "`:`")
    }

    fn word(&mut self, word: &'static str, leaf: Leaf<'a>) -> Scanned<Leaf<'a>> {
        match self.text.get(self.at..).is_some_and(|rest| rest.starts_with(word)) {
            true => {
                self.at += word.len();
                Ok(leaf)
            }
            false => self.fail(word),
        }
    }

    pub fn string(&mut self) -> Scanned<Cow<'a, str>> {
        let (content, escaped) = self.plain_or_escaped()?;
        if escaped { Ok(Cow::Owned(unescape(content))) } else { Ok(Cow::Borrowed(content)) }
    }

    /// A string's content as it is written, and whether it has escapes. They are checked.
    fn plain_or_escaped(&mut self) -> Scanned<(&'a str, bool)> {
        self.expect(b'"', "a string")?;
        let start = self.at;
        let mut escaped = false;
        loop {
            let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
            let stop = rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | 0..0x20));
            self.at += stop.unwrap_or(rest.len());
            match self.byte() {
                Some(b'"') => {
                    let content = self.since(start);
                    self.at += 1;
                    return Ok((content, escaped));
                }
                Some(b'\\') => {
                    escaped = true;
                    self.escape()?;
                }
                _ => return self.fail("the end of a string"),
            }
        }
    }

    fn escape(&mut self) -> Scanned<()> {
        self.at += 1;
        match self.byte() {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => self.at += 1,
            Some(b'u') => {
                self.at += 1;
                let first = self.hex()?;
                let is_pair = (0xd800..0xdc00).contains(&first);
                if is_pair {
                    let follows = self.text.get(self.at..).is_some_and(|r| r.starts_with("\\u"));
                    self.at += if follows { 2 } else { 0 };
                    if !follows || !(0xdc00..0xe000).contains(&self.hex()?) {
                        return self.fail("the second half of a surrogate pair");
                    }
                } else if (0xdc00..0xe000).contains(&first) {
                    return self.fail("the first half of a surrogate pair");
                }
            }
            _ => return self.fail("an escape"),
        }
        Ok(())
    }

    fn hex(&mut self) -> Scanned<u32> {
        let digits = self.text.get(self.at..self.at + 4);
        let digits = digits.filter(|digits| digits.bytes().all(|b| b.is_ascii_hexdigit()));
        match digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
            Some(code) => {
                self.at += 4;
                Ok(code)
            }
            None => self.fail("four hexadecimal digits"),
        }
    }

    fn number(&mut self) -> Scanned<&'a str> {
        let start = self.at;
        self.at += usize::from(self.byte() == Some(b'-'));
        if self.byte() == Some(b'0') {
            self.at += 1
        } else {
            self.digits()?
        }
        if self.byte() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if let Some(b'e' | b'E') = self.byte() {
            self.at += 1;
            self.at += usize::from(matches!(self.byte(), Some(b'+' | b'-')));
            self.digits()?;
        }
        Ok(self.since(start))
    }

    fn digits(&mut self) -> Scanned<()> {
        let start = self.at;
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start { self.fail("a digit") } else { Ok(()) }
    }
}

/// Checked before; what is no escape after all is left as it is.
fn unescape(content: &str) -> String {
    let mut out = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((plain, after)) = rest.split_once('\\') {
        out.push_str(plain);
        let Some(kind) = after.chars().next() else { break };
        rest = after.get(kind.len_utf8()..).unwrap_or("");
        match kind {
            'b' => out.push('\u{8}'),
            'f' => out.push('\u{c}'),
            'n' => out.push('\n'),
            'r' => out.push('\r'),
            't' => out.push('\t'),
            'u' => {
                let code = |text: &str| {
                    text.get(..4).and_then(|digits| u32::from_str_radix(digits, 16).ok())
                };
                let first = code(rest).unwrap_or(0xfffd);
                rest = rest.get(4..).unwrap_or("");
                let mut point = first;
                if (0xd800..0xdc00).contains(&first) {
                    let second = rest.get(2..).and_then(code).unwrap_or(0xdc00);
                    rest = rest.get(6..).unwrap_or("");
                    point = 0x1_0000 + ((first - 0xd800) << 10) + (second & 0x3ff);
                }
                out.push(char::from_u32(point).unwrap_or('\u{fffd}'));
            }
            other => out.push(other),
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn accepts(text: &str) -> bool {
        let mut scanner = Scanner::new(text);
        scanner.leaf().is_ok() && scanner.peek().is_none()
    }

    #[test]
    fn what_is_accepted_is_json_and_nothing_else() {
        for text in [
            "null",
            " true ",
            "-0.5e+7",
            "0",
            "\"\"",
            "[]",
            "{}",
            "[1,[2,{\"a\":[]}]]",
            "\"\\u00e9\\ud83d\\ude00\\n\"",
            "{\"a\":1,\"a\":2}",
        ] {
            assert!(accepts(text), "{text}");
        }
        for text in [
            "",
            "nul",
            "01",
            "1.",
            ".5",
            "1e",
            "-",
            "+1",
            "\"",
            "\"\\x\"",
            "\"\\u12\"",
            "[1,]",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "[1 2]",
            "\"\\ud83d\"",
            "\"\\ude00\"",
            "\"\n\"",
            "{,}",
        ] {
            assert!(!accepts(text), "{text}");
        }
        let deep = |depth: usize| "[".repeat(depth) + &"]".repeat(depth);
        assert!(accepts(&deep(DEPTH_MAX)) && !accepts(&deep(DEPTH_MAX + 1)));
    }

    proptest! {
        #[test]
        fn strings_are_those_that_another_reader_finds(text in ".{0,20}", cut in 0..60_usize) {
            let written = serde_json::to_string(&text).unwrap();
            prop_assert_eq!(Scanner::new(&written).string(), Ok(Cow::Borrowed(text.as_str())));
            let escaped: String =
                text.encode_utf16().map(|unit| format!("\\u{unit:04x}")).collect();
            let escaped = format!("\"{escaped}\"");
            prop_assert_eq!(Scanner::new(&escaped).string().unwrap(), text.as_str());
            if let Some(cut) = escaped.get(..cut).filter(|cut| cut.len() < escaped.len()) {
                prop_assert!(Scanner::new(cut).string().is_err());
            }
        }

        #[test]
        fn another_reader_agrees_on_what_is_json(
            text in "[\\[\\]{}:, \"\\\\a-cu0-9eE.+-]{0,14}|\\{\"a\":[-+0-9.eE]{1,6}\\}",
        ) {
            let other = serde_json::from_str::<serde_json::Value>(&text);
            // It also refuses numbers that no double holds.
            let why = other.as_ref().err().map(ToString::to_string).unwrap_or_default();
            let out_of_range = why.contains("range");
            prop_assert!(out_of_range || accepts(&text) == other.is_ok(), "{}", text);
        }
    }
}
