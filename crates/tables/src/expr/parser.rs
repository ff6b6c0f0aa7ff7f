//! What all expressions share: a cursor over tokens, paths, and syntax errors.
//! Does not: know conditions or updates.

use super::lexer::{Token, TokenKind, tokens};
use super::path::{Path, Segment};
use super::reserved::is_reserved;
use super::scope::Scope;
use super::{Mistake, mistake};
use crate::limits::{EXPRESSION_DEPTH_MAX, EXPRESSION_OPERATORS_MAX};
use crate::value::Value;

pub struct Parser<'text, 'scope> {
    text: &'text str,
    tokens: Vec<Token<'text>>,
    next: usize,
    depth: usize,
    operators: usize,
    scope: &'scope mut Scope,
}

impl<'text, 'scope> Parser<'text, 'scope> {
    pub fn new(text: &'text str, scope: &'scope mut Scope) -> Result<Self, Mistake> {
        let tokens = tokens(text)?;
        if tokens.is_empty() {
            return mistake("The expression can not be empty;");
        }
        Ok(Self { text, tokens, next: 0, depth: 0, operators: 0, scope })
    }

    pub fn peek(&self) -> Option<Token<'text>> {
        self.tokens.get(self.next).copied()
    }

    fn peek_second(&self) -> Option<Token<'text>> {
        self.tokens.get(self.next + 1).copied()
    }

    pub fn advance(&mut self) {
        self.next += 1;
    }

    /// The error for a token that cannot stand where it stands.
    pub fn unexpected<T>(&self) -> Result<T, Mistake> {
        let at = |place: usize| self.tokens.get(place);
        let token = self.peek().map_or("<EOF>", |token| token.text);
        let first = at(self.next.saturating_sub(1));
        let last = at(self.next + 1).or(at(self.next)).or(first);
        let near = match (first, last) {
            (Some(first), Some(last)) => &self.text[first.start..last.start + last.text.len()],
            _ => "",
        };
        mistake(format!("Syntax error; token: \"{token}\", near: \"{near}\""))
    }

    pub fn end(&self) -> Result<(), Mistake> {
        if self.peek().is_some() { self.unexpected() } else { Ok(()) }
    }

    pub fn take_symbol(&mut self, symbol: &str) -> bool {
        let found = self
            .peek()
            .is_some_and(|token| token.kind == TokenKind::Symbol && token.text == symbol);
        if found {
            self.advance();
        }
        found
    }

    pub fn need_symbol(&mut self, symbol: &str) -> Result<(), Mistake> {
        if self.take_symbol(symbol) { Ok(()) } else { self.unexpected() }
    }

    fn is_keyword(&self, word: &str) -> bool {
        self.peek().is_some_and(|token| {
            token.kind == TokenKind::Word && token.text.eq_ignore_ascii_case(word)
        })
    }

    /// Keywords are written in any case.
    pub fn take_keyword(&mut self, word: &str) -> bool {
        let found = self.is_keyword(word);
        if found {
            self.advance();
        }
        found
    }

    pub fn need_keyword(&mut self, word: &str) -> Result<(), Mistake> {
        if self.take_keyword(word) { Ok(()) } else { self.unexpected() }
    }

    /// The name of a function, when one is called here; the parenthesis is taken too.
    pub fn take_call(&mut self) -> Option<&'text str> {
        let name = self.peek().filter(|token| token.kind == TokenKind::Word)?;
        self.peek_second().filter(|token| token.text == "(")?;
        self.next += 2;
        Some(name.text)
    }

    pub fn take_value(&mut self) -> Result<Option<Value>, Mistake> {
        let Some(token) = self.peek().filter(|token| token.kind == TokenKind::ValueRef) else {
            return Ok(None);
        };
        self.advance();
        self.scope.value(token.text).map(Some)
    }

    fn name(&mut self) -> Result<String, Mistake> {
        let Some(token) = self.peek() else { return self.unexpected() };
        match token.kind {
            TokenKind::NameRef => {
                self.advance();
                self.scope.name(token.text)
            }
            TokenKind::Word if is_reserved(token.text) => mistake(format!(
                "Attribute name is a reserved keyword; reserved keyword: {}",
                token.text
            )),
            TokenKind::Word => {
                self.advance();
                Ok(token.text.to_owned())
            }
            TokenKind::ValueRef | TokenKind::Digits | TokenKind::Symbol => self.unexpected(),
        }
    }

    pub fn path(&mut self) -> Result<Path, Mistake> {
        let attribute = self.name()?;
        let mut rest = Vec::new();
        loop {
            if self.take_symbol(".") {
                rest.push(Segment::Attribute(self.name()?));
            } else if self.take_symbol("[") {
                let token = self.peek().filter(|token| token.kind == TokenKind::Digits);
                let Some(index) = token.and_then(|token| token.text.parse().ok()) else {
                    return self.unexpected();
                };
                self.advance();
                self.need_symbol("]")?;
                rest.push(Segment::Index(index));
            } else {
                return Ok(Path { attribute, rest });
            }
        }
    }

    /// Runs `parse` one level deeper; the level is bounded, so that no text exhausts the stack.
    pub fn deeper<T>(
        &mut self,
        parse: impl FnOnce(&mut Self) -> Result<T, Mistake>,
    ) -> Result<T, Mistake> {
        if self.depth >= EXPRESSION_DEPTH_MAX {
            return mistake(format!(
                "The expression is nested too deep; maximum depth: {EXPRESSION_DEPTH_MAX}"
            ));
        }
        self.depth += 1;
        let parsed = parse(self);
        self.depth -= 1;
        parsed
    }

    pub fn count_operator(&mut self) -> Result<(), Mistake> {
        self.operators += 1;
        if self.operators > EXPRESSION_OPERATORS_MAX {
            return mistake(format!(
                "The expression contains too many operators; maximum: {EXPRESSION_OPERATORS_MAX}"
            ));
        }
        Ok(())
    }
}

pub fn wrong_count<T>(name: &str, count: usize) -> Result<T, Mistake> {
    mistake(format!(
        "Incorrect number of operands for operator or function; operator or function: {name}, \
         number of operands: {count}"
    ))
}

pub fn wrong_type<T>(name: &str, type_name: &str) -> Result<T, Mistake> {
    mistake(format!(
        "Incorrect operand type for operator or function; operator or function: {name}, operand \
         type: {type_name}"
    ))
}
