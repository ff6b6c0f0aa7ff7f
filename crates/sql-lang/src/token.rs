//! Tokens, and the words that cannot be names without quotes.
//! Does not: keep comments or blanks.

use crate::Span;

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Token {
    pub kind: TokenKind,
    pub span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TokenKind {
    /// Unquoted, upper-cased.
    Word(String),
    /// `"exact"`, without its quotes.
    Quoted(String),
    /// Digits alone.
    Whole(String),
    /// With a point.
    Exact(String),
    /// With an exponent.
    Approximate(String),
    Text(String),
    Binary(Vec<u8>),
    Symbol(Symbol),
    End,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Symbol {
    Comma,
    Dot,
    Semicolon,
    Open,
    Close,
    Star,
    Plus,
    Minus,
    Slash,
    Concat,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Symbol {
    pub const fn text(self) -> &'static str {
        match self {
            Self::Comma => ",",
            Self::Dot => ".",
            Self::Semicolon => ";",
            Self::Open => "(",
            Self::Close => ")",
            Self::Star => "*",
            Self::Plus => "+",
            Self::Minus => "-",
            Self::Slash => "/",
            Self::Concat => "||",
            Self::Equal => "=",
            Self::NotEqual => "<>",
            Self::Less => "<",
            Self::LessOrEqual => "<=",
            Self::Greater => ">",
            Self::GreaterOrEqual => ">=",
        }
    }
}

/// Words that end a name's place in the grammar. Sorted.
const RESERVED: &[&str] = &[
    "ALL",
    "AND",
    "AS",
    "BETWEEN",
    "BY",
    "CASE",
    "CAST",
    "CREATE",
    "CROSS",
    "CURRENT_DATE",
    "CURRENT_ROW_TIMESTAMP",
    "CURRENT_TIME",
    "CURRENT_TIMESTAMP",
    "CURSOR",
    "DISTINCT",
    "DROP",
    "ELSE",
    "END",
    "ESCAPE",
    "EXCEPT",
    "EXISTS",
    "EXTRACT",
    "FALSE",
    "FOR",
    "FROM",
    "FULL",
    "GROUP",
    "HAVING",
    "IN",
    "INNER",
    "INSERT",
    "INTERSECT",
    "INTO",
    "IS",
    "JOIN",
    "LEFT",
    "LIKE",
    "LOCALTIME",
    "LOCALTIMESTAMP",
    "NATURAL",
    "NOT",
    "NULL",
    "ON",
    "OR",
    "ORDER",
    "OUTER",
    "OVER",
    "PARTITION",
    "RIGHT",
    "SELECT",
    "SIMILAR",
    "TABLE",
    "THEN",
    "TRUE",
    "UNION",
    "UNKNOWN",
    "USING",
    "VALUES",
    "WHEN",
    "WHERE",
    "WINDOW",
    "WINDOWED",
    "WITH",
    "WITHIN",
];

/// Words that are names by themselves, and something else in front of certain tokens. The
/// printer quotes them, the parser does not ask for it. Sorted.
const DELICATE: &[&str] = &[
    "CEIL",
    "CEILING",
    "DATE",
    "DAY",
    "EXPEDITED",
    "FILTER",
    "FLOOR",
    "HOUR",
    "IGNORE",
    "INTERVAL",
    "MINUTE",
    "MONTH",
    "OVERLAY",
    "POSITION",
    "RANGE",
    "RESPECT",
    "ROWS",
    "SECOND",
    "STAGGER",
    "STEP",
    "STREAM",
    "SUBSTRING",
    "TIME",
    "TIMESTAMP",
    "TRIM",
    "YEAR",
];

pub(crate) fn is_reserved(word: &str) -> bool {
    RESERVED.binary_search(&word).is_ok()
}

pub(crate) fn is_delicate(word: &str) -> bool {
    DELICATE.binary_search(&word).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_word_lists_are_sorted() {
        assert!(RESERVED.is_sorted());
        assert!(DELICATE.is_sorted());
    }
}
