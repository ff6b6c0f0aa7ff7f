//! Cuts SQL text into tokens with their byte spans, and a script into statements.
//! Does not: know keywords.

use std::ops::Range;

use crate::error::{Result, WarehouseError};

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// An unquoted name or keyword, as written.
    Word(String),
    /// A double-quoted name, its quotes removed.
    Quoted(String),
    /// A single-quoted text, its quotes removed.
    Text(String),
    Number(String),
    /// `$1`: the number of a parameter, from 1 on.
    Parameter(usize),
    /// Any other single character.
    Symbol(char),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    pub kind: TokenKind,
    /// Where it stands in the text, in bytes.
    pub span: Range<usize>,
}

impl Token {
    pub fn is_symbol(&self, symbol: char) -> bool {
        self.kind == TokenKind::Symbol(symbol)
    }

    pub fn is_word(&self, word: &str) -> bool {
        matches!(&self.kind, TokenKind::Word(w) if w.eq_ignore_ascii_case(word))
    }
}

/// A syntax error at a byte of `sql`.
pub fn syntax_error(sql: &str, at: usize, reason: impl Into<String>) -> WarehouseError {
    let before = sql.get(..at).unwrap_or(sql);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |tail| tail.chars().count()) + 1;
    WarehouseError::Syntax { line, column, reason: reason.into() }
}

/// Cuts a script at its semicolons; statements without any token are left out.
pub fn split(sql: &str) -> Result<Vec<&str>> {
    let mut statements = Vec::new();
    let mut start: Option<usize> = None;
    let mut end = 0;
    for token in lex(sql)? {
        if token.is_symbol(';') {
            statements.extend(start.take().and_then(|from| sql.get(from..end)));
        } else {
            start.get_or_insert(token.span.start);
            end = token.span.end;
        }
    }
    statements.extend(start.and_then(|from| sql.get(from..end)));
    Ok(statements)
}

pub fn lex(sql: &str) -> Result<Vec<Token>> {
    let mut scan = Scan { sql, at: 0 };
    let mut tokens = Vec::new();
    loop {
        scan.skip_blank()?;
        let start = scan.at;
        let Some(first) = scan.peek() else { break };
        let kind = scan.token(first)?;
        tokens.push(Token { kind, span: start..scan.at });
    }
    Ok(tokens)
}

struct Scan<'a> {
    sql: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        self.sql.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn take_while(&mut self, wanted: impl Fn(char) -> bool) -> String {
        let taken: String = self.rest().chars().take_while(|c| wanted(*c)).collect();
        self.at += taken.len();
        taken
    }

    fn skip_blank(&mut self) -> Result<()> {
        loop {
            self.take_while(char::is_whitespace);
            if self.rest().starts_with("--") {
                self.take_while(|c| c != '\n');
            } else if self.rest().starts_with("/*") {
                self.skip_comment()?;
            } else {
                return Ok(());
            }
        }
    }

    /// Comments nest, as in PostgreSQL.
    fn skip_comment(&mut self) -> Result<()> {
        let start = self.at;
        let mut depth = 0usize;
        while let Some(next) = self.peek() {
            if self.rest().starts_with("/*") {
                depth += 1;
                self.at += 2;
            } else if self.rest().starts_with("*/") {
                depth -= 1;
                self.at += 2;
                if depth == 0 {
                    return Ok(());
                }
            } else {
                self.at += next.len_utf8();
            }
        }
        Err(syntax_error(self.sql, start, "comment is not closed"))
    }

    fn token(&mut self, first: char) -> Result<TokenKind> {
        let word = |c: char| c.is_alphanumeric() || c == '_' || c == '$';
        match first {
            '\'' => self.quoted('\'', "text").map(TokenKind::Text),
            '"' => self.quoted('"', "name").map(TokenKind::Quoted),
            '$' => self.parameter(),
            c if c.is_alphabetic() || c == '_' => Ok(TokenKind::Word(self.take_while(word))),
            c if c.is_ascii_digit() => {
                Ok(TokenKind::Number(self.take_while(|c| c.is_ascii_digit() || c == '.')))
            }
            symbol => {
                self.at += symbol.len_utf8();
                Ok(TokenKind::Symbol(symbol))
            }
        }
    }

    fn parameter(&mut self) -> Result<TokenKind> {
        let start = self.at;
        self.at += 1;
        let digits = self.take_while(|c| c.is_ascii_digit());
        if digits.is_empty() {
            let tag_end = self.rest().find('$').map(|end| self.at + end);
            return self.dollar_text(start, tag_end);
        }
        let number = digits.parse().unwrap_or(0);
        if (1..=usize::from(u16::MAX)).contains(&number) {
            Ok(TokenKind::Parameter(number))
        } else {
            Err(syntax_error(self.sql, start, "there is no such parameter"))
        }
    }

    /// `$tag$text$tag$`.
    fn dollar_text(&mut self, start: usize, tag_end: Option<usize>) -> Result<TokenKind> {
        let open = || syntax_error(self.sql, start, "dollar-quoted text is not closed");
        let tag_end = tag_end.ok_or_else(open)? + 1;
        let tag = self.sql.get(start..tag_end).ok_or_else(open)?;
        let rest = self.sql.get(tag_end..).ok_or_else(open)?;
        let length = rest.find(tag).ok_or_else(open)?;
        let text = rest.get(..length).ok_or_else(open)?.to_owned();
        self.at = tag_end + length + tag.len();
        Ok(TokenKind::Text(text))
    }

    fn quoted(&mut self, quote: char, what: &str) -> Result<String> {
        let start = self.at;
        self.at += 1;
        let mut text = String::new();
        loop {
            text.push_str(&self.take_while(|c| c != quote));
            if self.peek().is_none() {
                return Err(syntax_error(self.sql, start, format!("quoted {what} is not closed")));
            }
            self.at += 1;
            if self.peek() != Some(quote) {
                return Ok(text);
            }
            text.push(quote);
            self.at += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_cut_at_semicolons_outside_of_quotes_and_comments() {
        let script = "select ';' -- ;\n, \"a;b\" /* ; /* ; */ */; ;; copy t from 's3://b/it''s';";
        let parts = split(script).unwrap();
        assert_eq!(parts.len(), 2);
        assert!(parts[0].starts_with("select ';'") && parts[0].ends_with("\"a;b\""));
        assert_eq!(parts[1], "copy t from 's3://b/it''s'");
    }

    #[test]
    fn an_open_quote_is_reported_at_its_line_and_column() {
        let error = lex("select 1,\n  'abc").unwrap_err();
        assert!(matches!(error, WarehouseError::Syntax { line: 2, column: 3, .. }), "{error}");
    }
}
