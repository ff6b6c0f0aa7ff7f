//! Places in a program's text: byte spans, lines and columns, and errors that carry them.
//! Does not: keep the text.

use std::fmt;

/// Bytes `start..end` of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Span {
    pub start: usize,
    pub end: usize,
}

impl Span {
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// From the beginning of `self` to the end of `last`.
    pub fn to(self, last: Self) -> Self {
        Self { start: self.start, end: last.end.max(self.start) }
    }
}

/// A line and a column, both from 1 on; columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Position {
    pub line: usize,
    pub column: usize,
}

/// Finds lines and columns of byte offsets in one text.
#[derive(Clone, Debug)]
pub struct LineIndex<'a> {
    text: &'a str,
    /// Byte offset of each line's first character.
    starts: Vec<usize>,
}

impl<'a> LineIndex<'a> {
    pub fn new(text: &'a str) -> Self {
        let after_breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after_breaks).collect() }
    }

    /// Offsets past the end count as the end; an offset inside a character as its beginning.
    pub fn position(&self, offset: usize) -> Position {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts.get(line.saturating_sub(1)).copied().unwrap_or(0);
        let column = self.text.get(start..offset).map_or(0, |head| head.chars().count()) + 1;
        Position { line, column }
    }

    /// First and last character of a span; the same one when the span is empty.
    pub fn range(&self, span: Span) -> (Position, Position) {
        let start = self.position(span.start);
        let last = self.position(span.end.saturating_sub(1));
        (start, last.max(start))
    }
}

/// What is wrong with a program, and where. Printed the way the service printed it:
/// `From line 3, column 14 to line 3, column 20: …`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SqlError {
    pub span: Span,
    /// First character.
    pub start: Position,
    /// Last character, inclusive.
    pub end: Position,
    /// What was expected and what came; without the place.
    pub message: String,
}

impl SqlError {
    pub fn new(lines: &LineIndex<'_>, span: Span, message: impl Into<String>) -> Self {
        let (start, end) = lines.range(span);
        Self { span, start, end, message: message.into() }
    }
}

impl fmt::Display for SqlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { start, end, message, .. } = self;
        write!(
            f,
            "From line {}, column {} to line {}, column {}: {message}",
            start.line, start.column, end.line, end.column
        )
    }
}

impl std::error::Error for SqlError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_columns_count_characters_from_one() {
        let lines = LineIndex::new("ab\nüxy\n");
        assert_eq!(lines.position(0), Position { line: 1, column: 1 });
        assert_eq!(lines.position(3), Position { line: 2, column: 1 });
        assert_eq!(lines.position(4), Position { line: 2, column: 1 });
        assert_eq!(lines.position(6), Position { line: 2, column: 3 });
        assert_eq!(lines.position(99), Position { line: 3, column: 1 });
    }

    #[test]
    fn an_error_names_its_first_and_last_character() {
        let lines = LineIndex::new("SELECT\n  oops");
        let error = SqlError::new(&lines, Span::new(9, 13), "column not found");
        assert_eq!(
            error.to_string(),
            "From line 2, column 3 to line 2, column 6: column not found"
        );
    }
}
