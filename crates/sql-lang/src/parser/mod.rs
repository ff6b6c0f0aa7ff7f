//! Recursive descent over tokens, with a Pratt loop for operators.
//! Does not: panic, or stop at the first wrong statement; bounded in depth, length and errors.

mod call;
mod expr;
mod literal;
mod log_columns;
mod query;
mod recover;
mod special;
mod statement;
mod table;
mod types;
mod window;

#[cfg(test)]
mod tests;

pub(crate) use expr::{binary_power, power};
pub use log_columns::{LogColumn, parse_log_columns};

use crate::lexer::{Fault, tokenize};
use crate::limits::{CHAIN_MAX, ERRORS_MAX, NESTING_MAX, SQL_BYTES_MAX};
use crate::token::{Symbol, Token, TokenKind, is_reserved};
use crate::tree::{Expr, Ident, Name, Statement};
use crate::{LineIndex, Span, SqlError, SqlType};

/// What a program's text gave. Statements with an error in them are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    pub statements: Vec<Statement>,
    /// In the order of the text; the tree is whole when there are none.
    pub errors: Vec<SqlError>,
}

/// Reads a whole program: statements, each ended by a semicolon (the last one's is optional).
pub fn parse_program(text: &str) -> Parsed {
    let lines = LineIndex::new(text);
    if text.len() > SQL_BYTES_MAX {
        let message =
            format!("program of {} bytes; at most {SQL_BYTES_MAX} are allowed", text.len());
        let error = SqlError::new(&lines, Span::new(0, text.len()), message);
        return Parsed { statements: Vec::new(), errors: vec![error] };
    }
    let (tokens, mut faults) = tokenize(text);
    let mut parser = Parser::new(tokens);
    let mut statements = Vec::new();
    while !parser.at_end() && faults.len() < ERRORS_MAX {
        if parser.eat(Symbol::Semicolon) {
            continue;
        }
        match parser.statement() {
            Ok(statement) => {
                let Span { start, end } = statement.span;
                let spoilt = |fault: &Fault| (start..end).contains(&fault.span.start);
                if parser.faults.is_empty() && !faults.iter().any(spoilt) {
                    statements.push(statement);
                }
            }
            Err(fault) => {
                parser.faults.push(fault);
                parser.skip_statement();
            }
        }
        faults.append(&mut parser.faults);
    }
    Parsed { statements, errors: located(&lines, faults) }
}

/// Reads one expression and nothing else.
pub fn parse_expression(text: &str) -> Result<Expr, Vec<SqlError>> {
    parse_whole(text, Parser::expr)
}

/// Reads one type, as schemas outside of SQL give it: `VARCHAR(16)`.
pub fn parse_type(text: &str) -> Result<SqlType, Vec<SqlError>> {
    parse_whole(text, Parser::sql_type)
}

fn parse_whole<T>(text: &str, read: fn(&mut Parser) -> Read<T>) -> Result<T, Vec<SqlError>> {
    let lines = LineIndex::new(text);
    let (tokens, mut faults) = tokenize(text.get(..SQL_BYTES_MAX).unwrap_or(text));
    let mut parser = Parser::new(tokens);
    let outcome = read(&mut parser).and_then(|whole| match parser.at_end() {
        true => Ok(whole),
        false => Err(parser.unexpected("the end of the text")),
    });
    faults.append(&mut parser.faults);
    match outcome {
        Ok(whole) if faults.is_empty() => Ok(whole),
        Ok(_) => Err(located(&lines, faults)),
        Err(fault) => {
            faults.push(fault);
            Err(located(&lines, faults))
        }
    }
}

fn located(lines: &LineIndex<'_>, mut faults: Vec<Fault>) -> Vec<SqlError> {
    faults.sort_by_key(|fault| fault.span.start);
    faults.truncate(ERRORS_MAX);
    faults.into_iter().map(|fault| SqlError::new(lines, fault.span, fault.message)).collect()
}

type Read<T> = Result<T, Fault>;

/// What a name stands for where a whole expression may stand.
const AN_EXPRESSION: &str = "an expression";

struct Parser {
    tokens: Vec<Token>,
    /// Index of the next token; the last token is `End` and is never passed.
    next: usize,
    depth: usize,
    expr_depth: usize,
    /// Operators chained above the current place in the outermost expression.
    chain: usize,
    /// The chain above the query being read: its expressions hang below it.
    chain_base: usize,
    /// The longest chain within the outermost expression so far.
    chain_high: usize,
    /// Joins and set operators of the statement.
    query_chain: usize,
    /// Faults of the statement that reading has gone on behind; see `recover`.
    faults: Vec<Fault>,
}

impl Parser {
    fn new(tokens: Vec<Token>) -> Self {
        Self {
            tokens,
            next: 0,
            depth: 0,
            expr_depth: 0,
            chain: 0,
            chain_base: 0,
            chain_high: 0,
            query_chain: 0,
            faults: Vec::new(),
        }
    }

    fn token_at(&self, index: usize) -> &Token {
        const END: &Token = &Token { kind: TokenKind::End, span: Span { start: 0, end: 0 } };
        self.tokens.get(index).or(self.tokens.last()).unwrap_or(END)
    }

    fn peek(&self) -> &TokenKind {
        &self.token_at(self.next).kind
    }

    fn span(&self) -> Span {
        self.token_at(self.next).span
    }

    /// Span of the token just taken.
    fn last_span(&self) -> Span {
        self.token_at(self.next.saturating_sub(1)).span
    }

    /// From the token at `start` to the token just taken.
    fn since(&self, start: Span) -> Span {
        start.to(self.last_span())
    }

    fn at_end(&self) -> bool {
        *self.peek() == TokenKind::End
    }

    fn advance(&mut self) {
        if !self.at_end() {
            self.next += 1;
        }
    }

    fn is_symbol_at(&self, ahead: usize, symbol: Symbol) -> bool {
        self.token_at(self.next + ahead).kind == TokenKind::Symbol(symbol)
    }

    fn at(&self, symbol: Symbol) -> bool {
        self.is_symbol_at(0, symbol)
    }

    fn eat(&mut self, symbol: Symbol) -> bool {
        let found = self.at(symbol);
        if found {
            self.advance();
        }
        found
    }

    fn expect(&mut self, symbol: Symbol) -> Read<()> {
        if self.eat(symbol) {
            Ok(())
        } else {
            Err(self.unexpected(&format!("'{}'", symbol.text())))
        }
    }

    fn word_at(&self, ahead: usize) -> Option<&str> {
        match &self.token_at(self.next + ahead).kind {
            TokenKind::Word(word) => Some(word),
            _ => None,
        }
    }

    fn at_word(&self, word: &str) -> bool {
        self.word_at(0) == Some(word)
    }

    fn at_words(&self, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(ahead, word)| self.word_at(ahead) == Some(word))
    }

    fn eat_word(&mut self, word: &str) -> bool {
        let found = self.at_word(word);
        if found {
            self.advance();
        }
        found
    }

    fn eat_words(&mut self, words: &[&str]) -> bool {
        let found = self.at_words(words);
        if found {
            self.next += words.len();
        }
        found
    }

    fn expect_word(&mut self, word: &str) -> Read<()> {
        if self.eat_word(word) { Ok(()) } else { Err(self.unexpected(word)) }
    }

    fn unexpected(&self, expected: &str) -> Fault {
        let found = match self.peek() {
            TokenKind::Word(word) => format!("'{word}'"),
            TokenKind::Quoted(name) => format!("\"{name}\""),
            TokenKind::Whole(text) | TokenKind::Exact(text) | TokenKind::Approximate(text) => {
                format!("'{text}'")
            }
            TokenKind::Text(_) => "a string".to_owned(),
            TokenKind::Binary(_) => "a binary string".to_owned(),
            TokenKind::Symbol(symbol) => format!("'{}'", symbol.text()),
            TokenKind::End => "the end of the text".to_owned(),
        };
        Fault::new(self.span(), format!("expected {expected}, found {found}"))
    }

    /// Runs `read` one level deeper.
    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Read<T>) -> Read<T> {
        if self.depth >= NESTING_MAX {
            let message = format!("nested deeper than {NESTING_MAX} levels");
            return Err(Fault::new(self.span(), message));
        }
        self.depth += 1;
        let outcome = read(self);
        self.depth -= 1;
        outcome
    }

    fn link_chain(&mut self) -> Read<()> {
        self.chain += 1;
        self.chain_high = self.chain_high.max(self.chain);
        self.chain_within(self.chain)
    }

    fn link_query_chain(&mut self) -> Read<()> {
        self.query_chain += 1;
        self.chain_within(self.query_chain * 4)
    }

    fn chain_within(&self, links: usize) -> Read<()> {
        if links <= CHAIN_MAX {
            return Ok(());
        }
        Err(Fault::new(self.last_span(), "more operators in one expression than can be read"))
    }

    /// Goes on behind the next semicolon, or at the next CREATE.
    fn skip_statement(&mut self) {
        self.advance();
        while !self.at_end() && !self.at_word("CREATE") {
            if self.eat(Symbol::Semicolon) {
                break;
            }
            self.advance();
        }
        (self.depth, self.expr_depth, self.chain_base) = (0, 0, 0);
    }

    /// An unquoted name that is not reserved, or a quoted one; what it names goes into errors.
    fn ident(&mut self, what: &str) -> Read<Ident> {
        let span = self.span();
        let name = match self.peek() {
            TokenKind::Word(word) if !is_reserved(word) => word.clone(),
            TokenKind::Quoted(name) => name.clone(),
            TokenKind::Word(word) if what != AN_EXPRESSION => {
                let hint = format!(
                    "{what} (the word {word} is reserved; as a name it is written \"{word}\")"
                );
                return Err(self.unexpected(&hint));
            }
            _ => return Err(self.unexpected(what)),
        };
        self.advance();
        Ok(Ident { name, span })
    }

    fn at_ident(&self) -> bool {
        match self.peek() {
            TokenKind::Word(word) => !is_reserved(word),
            TokenKind::Quoted(_) => true,
            _ => false,
        }
    }

    /// `a`, `a.b`, `a.b.c`.
    fn name(&mut self, what: &str) -> Read<Name> {
        let first = self.ident(what)?;
        let start = first.span;
        let mut parts = vec![first];
        while self.at(Symbol::Dot) && !self.is_symbol_at(1, Symbol::Star) {
            self.advance();
            parts.push(self.ident("a name")?);
        }
        Ok(Name { parts, span: self.since(start) })
    }

    /// `( name, … )`.
    fn ident_list(&mut self, what: &str) -> Read<Vec<Ident>> {
        self.expect(Symbol::Open)?;
        let names = self.comma_list(|parser| parser.ident(what))?;
        self.expect(Symbol::Close)?;
        Ok(names)
    }

    fn comma_list<T>(&mut self, mut read: impl FnMut(&mut Self) -> Read<T>) -> Read<Vec<T>> {
        let mut items = vec![read(self)?];
        while self.eat(Symbol::Comma) {
            items.push(read(self)?);
        }
        Ok(items)
    }

    fn text(&mut self, what: &str) -> Read<String> {
        let TokenKind::Text(text) = self.peek() else { return Err(self.unexpected(what)) };
        let text = text.clone();
        self.advance();
        Ok(text)
    }

    /// A whole number, such as a precision.
    fn count(&mut self, what: &str) -> Read<u32> {
        let TokenKind::Whole(digits) = self.peek() else { return Err(self.unexpected(what)) };
        let Ok(count) = digits.parse() else { return Err(self.unexpected(what)) };
        self.advance();
        Ok(count)
    }
}
