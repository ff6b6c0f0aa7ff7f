//! Cuts text into tokens.
//! Does not: stop at an error; it reports the place and goes on behind it.

use crate::Span;
use crate::limits::IDENTIFIER_CHARS_MAX;
use crate::token::{Symbol, Token, TokenKind};

/// A place and what is wrong there, before lines and columns are known.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Fault {
    pub span: Span,
    pub message: String,
}

impl Fault {
    pub fn new(span: Span, message: impl Into<String>) -> Self {
        Self { span, message: message.into() }
    }
}

/// All tokens with a closing `End`, and the faults met on the way.
pub(crate) fn tokenize(text: &str) -> (Vec<Token>, Vec<Fault>) {
    let mut lexer = Lexer { text, at: 0, faults: Vec::new() };
    let mut tokens = Vec::new();
    while let Some(token) = lexer.next_token() {
        tokens.push(token);
    }
    let end = Span::new(text.len(), text.len());
    tokens.push(Token { kind: TokenKind::End, span: end });
    (tokens, lexer.faults)
}

struct Lexer<'a> {
    text: &'a str,
    /// Byte offset, always on a character boundary.
    at: usize,
    faults: Vec<Fault>,
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        self.text.get(self.at..).unwrap_or("")
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn peek_second(&self) -> Option<char> {
        self.rest().chars().nth(1)
    }

    fn bump(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        Some(next)
    }

    fn take_while(&mut self, keep: impl Fn(char) -> bool) -> &str {
        let start = self.at;
        while self.peek().is_some_and(&keep) {
            self.bump();
        }
        self.text.get(start..self.at).unwrap_or("")
    }

    fn fault(&mut self, start: usize, message: impl Into<String>) {
        self.faults.push(Fault::new(Span::new(start, self.at), message));
    }

    fn next_token(&mut self) -> Option<Token> {
        loop {
            self.skip_blanks();
            let start = self.at;
            let first = self.peek()?;
            let kind = match first {
                '\'' => Some(TokenKind::Text(self.quoted('\'', "string"))),
                '"' => Some(self.quoted_name(start)),
                _ if first.is_ascii_digit() => Some(self.number()),
                '.' if self.peek_second().is_some_and(|c| c.is_ascii_digit()) => {
                    Some(self.number())
                }
                _ if first.is_alphabetic() || first == '_' => Some(self.word(start)),
                _ => self.symbol(start),
            };
            if let Some(kind) = kind {
                return Some(Token { kind, span: Span::new(start, self.at) });
            }
        }
    }

    fn skip_blanks(&mut self) {
        loop {
            self.take_while(|c| c.is_whitespace() || c == '\u{feff}');
            let start = self.at;
            if self.rest().starts_with("--") || self.rest().starts_with("//") {
                self.take_while(|c| c != '\n');
            } else if self.rest().starts_with("/*") {
                match self.rest().find("*/") {
                    Some(length) => self.at += length + 2,
                    None => {
                        self.at = self.text.len();
                        self.fault(start, "comment without its closing */");
                    }
                }
            } else {
                return;
            }
        }
    }

    /// Reads to the closing quote; a doubled quote stands for one.
    fn quoted(&mut self, quote: char, what: &str) -> String {
        let start = self.at;
        self.bump();
        let mut content = String::new();
        loop {
            match self.bump() {
                Some(c) if c != quote => content.push(c),
                Some(_) if self.peek() == Some(quote) => {
                    self.bump();
                    content.push(quote);
                }
                Some(_) => return content,
                None => {
                    self.fault(start, format!("{what} without its closing {quote}"));
                    return content;
                }
            }
        }
    }

    fn quoted_name(&mut self, start: usize) -> TokenKind {
        let name = self.quoted('"', "name");
        self.check_name(start, &name);
        TokenKind::Quoted(name)
    }

    fn check_name(&mut self, start: usize, name: &str) {
        let chars = name.chars().count();
        if chars == 0 {
            self.fault(start, "a name has at least one character");
        }
        if chars > IDENTIFIER_CHARS_MAX {
            let message =
                format!("name of {chars} characters; at most {IDENTIFIER_CHARS_MAX} are allowed");
            self.fault(start, message);
        }
    }

    fn word(&mut self, start: usize) -> TokenKind {
        let lower = self.rest().get(..3).unwrap_or("").to_lowercase();
        if lower == "u&'" || lower == "u&\"" {
            return self.unicode(start);
        }
        if lower.starts_with("x'") {
            return self.binary(start);
        }
        let is_part = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
        let word = self.take_while(is_part).to_uppercase();
        self.check_name(start, &word);
        TokenKind::Word(word)
    }

    fn binary(&mut self, start: usize) -> TokenKind {
        self.bump();
        let digits = self.quoted('\'', "string");
        let pair = |two: &[u8]| u8::from_str_radix(std::str::from_utf8(two).ok()?, 16).ok();
        let plain = digits.len().is_multiple_of(2) && digits.bytes().all(|b| b.is_ascii_hexdigit());
        if !plain {
            self.fault(start, "a binary string holds pairs of hexadecimal digits");
            return TokenKind::Binary(Vec::new());
        }
        TokenKind::Binary(digits.as_bytes().chunks(2).filter_map(pair).collect())
    }

    /// `u&'…' [UESCAPE 'c']`, the same with double quotes for a name.
    fn unicode(&mut self, start: usize) -> TokenKind {
        self.bump();
        self.bump();
        let is_name = self.peek() == Some('"');
        let raw = self.quoted(if is_name { '"' } else { '\'' }, "string");
        let escape = self.unicode_escape().unwrap_or('\\');
        let content = match decode_unicode(&raw, escape) {
            Some(content) => content,
            None => {
                let form = format!("{escape}0041 or {escape}+000041 or {escape}{escape}");
                self.fault(start, format!("malformed unicode escape; expected {form}"));
                raw
            }
        };
        if is_name {
            self.check_name(start, &content);
            return TokenKind::Quoted(content);
        }
        TokenKind::Text(content)
    }

    fn unicode_escape(&mut self) -> Option<char> {
        let before = self.at;
        self.skip_blanks();
        let is_word = self.rest().get(..7).is_some_and(|w| w.eq_ignore_ascii_case("uescape"));
        if is_word {
            self.at += 7;
            self.skip_blanks();
            let start = self.at;
            if self.peek() == Some('\'') {
                let content = self.quoted('\'', "string");
                let mut chars = content.chars();
                if let (Some(only), None) = (chars.next(), chars.next()) {
                    return Some(only);
                }
            }
            self.fault(start, "UESCAPE takes a string of one character");
            return None;
        }
        self.at = before;
        None
    }

    fn number(&mut self) -> TokenKind {
        let start = self.at;
        self.take_while(|c| c.is_ascii_digit());
        let mut has_point = false;
        if self.peek() == Some('.') {
            has_point = true;
            self.bump();
            self.take_while(|c| c.is_ascii_digit());
        }
        let has_exponent = self.exponent();
        let digits = self.text.get(start..self.at).unwrap_or("").to_owned();
        if self.peek().is_some_and(|c| c.is_alphabetic() || c == '_') {
            let name_start = self.at;
            self.take_while(|c| c.is_alphanumeric() || c == '_');
            self.fault(name_start, format!("letters right after the number {digits}"));
        }
        match (has_point, has_exponent) {
            (_, true) => TokenKind::Approximate(digits),
            (true, false) => TokenKind::Exact(digits),
            (false, false) => TokenKind::Whole(digits),
        }
    }

    fn exponent(&mut self) -> bool {
        let mut ahead = self.rest().chars();
        if !matches!(ahead.next(), Some('e' | 'E')) {
            return false;
        }
        let sign_or_digit = ahead.next();
        let signed = matches!(sign_or_digit, Some('+' | '-'));
        let digit = if signed { ahead.next() } else { sign_or_digit };
        if !digit.is_some_and(|c| c.is_ascii_digit()) {
            return false;
        }
        self.bump();
        if signed {
            self.bump();
        }
        self.take_while(|c| c.is_ascii_digit());
        true
    }

    fn symbol(&mut self, start: usize) -> Option<TokenKind> {
        let first = self.bump()?;
        let symbol = match (first, self.peek()) {
            ('|', Some('|')) => self.pair(Symbol::Concat),
            ('<', Some('>')) | ('!', Some('=')) => self.pair(Symbol::NotEqual),
            ('<', Some('=')) => self.pair(Symbol::LessOrEqual),
            ('>', Some('=')) => self.pair(Symbol::GreaterOrEqual),
            (',', _) => Symbol::Comma,
            ('.', _) => Symbol::Dot,
            (';', _) => Symbol::Semicolon,
            ('(', _) => Symbol::Open,
            (')', _) => Symbol::Close,
            ('*', _) => Symbol::Star,
            ('+', _) => Symbol::Plus,
            ('-', _) => Symbol::Minus,
            ('/', _) => Symbol::Slash,
            ('=', _) => Symbol::Equal,
            ('<', _) => Symbol::Less,
            ('>', _) => Symbol::Greater,
            _ => {
                self.fault(
                    start,
                    format!("character '{}' has no meaning here", first.escape_debug()),
                );
                return None;
            }
        };
        Some(TokenKind::Symbol(symbol))
    }

    fn pair(&mut self, symbol: Symbol) -> Symbol {
        self.bump();
        symbol
    }
}

fn decode_unicode(raw: &str, escape: char) -> Option<String> {
    let mut content = String::new();
    let mut chars = raw.chars().peekable();
    while let Some(c) = chars.next() {
        if c != escape {
            content.push(c);
            continue;
        }
        let digits = match chars.peek()? {
            next if *next == escape => {
                chars.next();
                content.push(escape);
                continue;
            }
            '+' => {
                chars.next();
                6
            }
            _ => 4,
        };
        let code: String = chars.by_ref().take(digits).collect();
        if code.len() != digits || !code.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        content.push(char::from_u32(u32::from_str_radix(&code, 16).ok()?)?);
    }
    Some(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kinds(text: &str) -> Vec<TokenKind> {
        let (tokens, faults) = tokenize(text);
        assert_eq!(faults, [], "{text}");
        tokens.into_iter().map(|token| token.kind).collect()
    }

    #[test]
    fn names_fold_unless_quoted_and_comments_vanish() {
        let word = |text: &str| TokenKind::Word(text.into());
        assert_eq!(
            kinds("Foo -- x\n// y\n/* z\n*/ \"Fo\"\"o\" _a1"),
            [word("FOO"), TokenKind::Quoted("Fo\"o".into()), word("_A1"), TokenKind::End]
        );
    }

    #[test]
    fn numbers_keep_their_kind() {
        assert_eq!(
            kinds("1 .5 5. 1.5e3 2E-1"),
            [
                TokenKind::Whole("1".into()),
                TokenKind::Exact(".5".into()),
                TokenKind::Exact("5.".into()),
                TokenKind::Approximate("1.5e3".into()),
                TokenKind::Approximate("2E-1".into()),
                TokenKind::End
            ]
        );
    }

    #[test]
    fn unicode_strings_take_their_own_escape() {
        assert_eq!(kinds("u&'a!0009b' uescape '!'")[0], TokenKind::Text("a\tb".into()));
        assert_eq!(kinds(r"U&'\00e9\+01f600\\'")[0], TokenKind::Text("é😀\\".into()));
        assert_eq!(kinds("x'0aFF'")[0], TokenKind::Binary(vec![10, 255]));
    }

    #[test]
    fn what_is_not_closed_is_reported_where_it_opens() {
        for text in ["'abc", "\"abc", "/* abc", "12ab", "a ~ b", "u&'\\12'", "\"\""] {
            let (_, faults) = tokenize(text);
            assert_eq!(faults.len(), 1, "{text}: {faults:?}");
        }
    }
}
