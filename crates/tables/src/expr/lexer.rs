//! Splits an expression into tokens, each with its place in the text.
//! Does not: know the grammar.

use super::{Mistake, mistake};
use crate::limits::EXPRESSION_BYTES_MAX;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// An attribute name, keyword or function name.
    Word,
    /// `#name`
    NameRef,
    /// `:value`
    ValueRef,
    Digits,
    Symbol,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token<'a> {
    pub kind: TokenKind,
    pub text: &'a str,
    /// Byte offset in the expression.
    pub start: usize,
}

const SYMBOLS: [&str; 14] =
    ["<=", ">=", "<>", "=", "<", ">", "(", ")", "[", "]", ".", ",", "+", "-"];

fn is_word(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_'
}

/// Length in bytes of the token at the start of `rest`, and its kind.
fn scan(rest: &str) -> Option<(TokenKind, usize)> {
    let word_end =
        |from: usize| rest[from..].find(|c| !is_word(c)).map_or(rest.len(), |length| from + length);
    let first = rest.chars().next()?;
    match first {
        '#' | ':' => {
            let kind = if first == '#' { TokenKind::NameRef } else { TokenKind::ValueRef };
            let end = word_end(1);
            (end > 1).then_some((kind, end))
        }
        '0'..='9' => {
            let end = word_end(0);
            let digits = rest[..end].bytes().all(|b| b.is_ascii_digit());
            digits.then_some((TokenKind::Digits, end))
        }
        c if is_word(c) => Some((TokenKind::Word, word_end(0))),
        _ => SYMBOLS
            .into_iter()
            .find(|symbol| rest.starts_with(symbol))
            .map(|symbol| (TokenKind::Symbol, symbol.len())),
    }
}

pub fn tokens(text: &str) -> Result<Vec<Token<'_>>, Mistake> {
    if text.len() > EXPRESSION_BYTES_MAX {
        return mistake(format!(
            "Expression size has exceeded the maximum allowed size; expression size: {}",
            text.len()
        ));
    }
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut start = 0;
    while let Some(first) = text[start..].chars().next() {
        let rest = &text[start..];
        if first.is_ascii_whitespace() {
            start += 1;
            continue;
        }
        let Some((kind, length)) = scan(rest) else {
            let near_from = tokens.last().map_or(start, |token| token.start);
            let near_to =
                rest.char_indices().nth(8).map_or(text.len(), |(offset, _)| start + offset);
            return mistake(format!(
                "Syntax error; token: \"{first}\", near: \"{}\"",
                &text[near_from..near_to]
            ));
        };
        tokens.push(Token { kind, text: &rest[..length], start });
        start += length;
    }
    Ok(tokens)
}
