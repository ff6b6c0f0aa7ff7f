//! Reads the tokens of one statement in order.
//! Does not: look back.

use super::lexer::{Token, TokenKind, lex, syntax_error};
use crate::error::{Result, WarehouseError};

pub struct Reader<'a> {
    sql: &'a str,
    tokens: Vec<Token>,
    next: usize,
}

impl<'a> Reader<'a> {
    pub fn new(sql: &'a str) -> Result<Self> {
        Ok(Self { sql, tokens: lex(sql)?, next: 0 })
    }

    /// All tokens of the statement.
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    pub fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.next)
    }

    pub fn next(&mut self) -> Option<Token> {
        let token = self.peek().cloned();
        self.next += usize::from(token.is_some());
        token
    }

    pub fn at_end(&self) -> bool {
        self.peek().is_none()
    }

    /// The text from the next token to the end.
    pub fn rest(&self) -> &'a str {
        self.peek().and_then(|token| self.sql.get(token.span.start..)).unwrap_or_default()
    }

    /// A syntax error at the next token.
    pub fn error(&self, reason: impl Into<String>) -> WarehouseError {
        let at = self.peek().map_or(self.sql.len(), |token| token.span.start);
        syntax_error(self.sql, at, reason)
    }

    pub fn peek_word(&self, word: &str) -> bool {
        self.peek().is_some_and(|token| token.is_word(word))
    }

    /// Takes the words if all of them come next, in this order.
    pub fn accept(&mut self, words: &[&str]) -> bool {
        let come = words
            .iter()
            .enumerate()
            .all(|(i, word)| self.tokens.get(self.next + i).is_some_and(|t| t.is_word(word)));
        if come {
            self.next += words.len();
        }
        come
    }

    pub fn expect(&mut self, word: &str) -> Result<()> {
        if self.accept(&[word]) { Ok(()) } else { Err(self.error(format!("expected {word}"))) }
    }

    pub fn accept_symbol(&mut self, symbol: char) -> bool {
        let comes = self.peek().is_some_and(|token| token.is_symbol(symbol));
        self.next += usize::from(comes);
        comes
    }

    pub fn expect_symbol(&mut self, symbol: char) -> Result<()> {
        if self.accept_symbol(symbol) {
            Ok(())
        } else {
            Err(self.error(format!("expected `{symbol}`")))
        }
    }

    pub fn expect_end(&self) -> Result<()> {
        if self.at_end() { Ok(()) } else { Err(self.error("expected the end of the statement")) }
    }

    /// A name: unquoted ones are folded to lower case.
    pub fn name(&mut self) -> Result<String> {
        let name = match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Word(word)) => word.to_lowercase(),
            Some(TokenKind::Quoted(name)) if !name.is_empty() => name.clone(),
            _ => return Err(self.error("expected a name")),
        };
        self.next += 1;
        Ok(name)
    }

    /// `table`, `public.table` or `database.public.table`.
    pub fn table_name(&mut self) -> Result<String> {
        let mut name = self.name()?;
        let mut schema = None;
        while self.accept_symbol('.') {
            schema = Some(std::mem::replace(&mut name, self.name()?));
        }
        match schema {
            Some(schema) if schema != "public" => Err(WarehouseError::UndefinedSchema(schema)),
            _ => Ok(name),
        }
    }

    /// `( name, … )`.
    pub fn name_list(&mut self) -> Result<Vec<String>> {
        self.expect_symbol('(')?;
        let mut names = vec![self.name()?];
        while self.accept_symbol(',') {
            names.push(self.name()?);
        }
        self.expect_symbol(')')?;
        Ok(names)
    }

    pub fn text(&mut self) -> Result<String> {
        match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Text(text)) => {
                let text = text.clone();
                self.next += 1;
                Ok(text)
            }
            _ => Err(self.error("expected a text in single quotes")),
        }
    }

    pub fn number(&mut self) -> Result<u32> {
        let number = match self.peek().map(|token| &token.kind) {
            Some(TokenKind::Number(digits)) => digits.parse().ok(),
            _ => None,
        };
        let number = number.ok_or_else(|| self.error("expected a whole number"))?;
        self.next += 1;
        Ok(number)
    }

    /// Skips to behind the bracket that closes the one which was just taken.
    pub fn skip_brackets(&mut self) -> Result<()> {
        let mut depth = 1usize;
        while let Some(token) = self.next() {
            match token.kind {
                TokenKind::Symbol('(') => depth += 1,
                TokenKind::Symbol(')') => depth -= 1,
                _ => {}
            }
            if depth == 0 {
                return Ok(());
            }
        }
        Err(self.error("expected `)`"))
    }
}
