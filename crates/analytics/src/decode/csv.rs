//! Delimited text to rows: columns by their place.
//! Does not: know headers; a header line is a row like others.

use std::borrow::Cow;

use levada_sql_engine::Cell;

use super::{RowSink, cell};
use crate::schema::SchemaColumn;

const QUOTE: u8 = b'"';

pub struct CsvDecoder {
    delimiters: Delimiters,
    columns: Vec<SchemaColumn>,
}

/// Neither is empty.
struct Delimiters {
    row: String,
    column: String,
}

/// A field; an unquoted empty one is no value.
#[derive(Clone, Debug, PartialEq)]
struct Field<'a> {
    text: Cow<'a, str>,
    quoted: bool,
}

impl Field<'_> {
    fn is_absent(&self) -> bool {
        self.text.is_empty() && !self.quoted
    }
}

/// What ends a field.
#[derive(Clone, Copy, PartialEq)]
enum End {
    Column,
    Row,
    Text,
}

impl CsvDecoder {
    pub fn new(row_delimiter: &str, column_delimiter: &str, columns: &[SchemaColumn]) -> Self {
        let delimiters =
            Delimiters { row: row_delimiter.to_owned(), column: column_delimiter.to_owned() };
        Self { delimiters, columns: columns.to_vec() }
    }

    pub fn decode(&self, text: &str, extra: &[Cell<'_>], rows: &mut RowSink<'_>) {
        let mut rest = text.strip_prefix('\u{feff}').unwrap_or(text);
        let mut fields = Vec::with_capacity(self.columns.len());
        while !rest.is_empty() {
            fields.clear();
            rest = self.delimiters.row(rest, &mut fields);
            if matches!(&fields[..], [only] if only.is_absent()) {
                continue;
            }
            let mut cells = Vec::with_capacity(self.columns.len() + extra.len());
            // A field too few is no value as well.
            let found = fields.iter().map(Some).chain(std::iter::repeat(None));
            let made = self.columns.iter().zip(found).try_for_each(|(column, field)| {
                cells.push(match field.filter(|field| !field.is_absent()) {
                    Some(field) => cell::from_text(&field.text, column)?,
                    None => Cell::Null,
                });
                Ok(())
            });
            cells.extend_from_slice(extra);
            rows(made.map(|()| &cells[..]));
        }
    }
}

impl Delimiters {
    /// Reads one row's fields and gives what follows it.
    fn row<'a>(&self, text: &'a str, fields: &mut Vec<Field<'a>>) -> &'a str {
        let mut rest = text;
        loop {
            let (field, end, after) = self.field(rest);
            fields.push(field);
            rest = after;
            if end != End::Column {
                return rest;
            }
        }
    }

    fn field<'a>(&self, text: &'a str) -> (Field<'a>, End, &'a str) {
        if text.as_bytes().first() != Some(&QUOTE) {
            let (content, end, after) = self.plain(text);
            return (Field { text: Cow::Borrowed(content), quoted: false }, end, after);
        }
        let mut content = String::new();
        let mut rest = text.get(1..).unwrap_or("");
        // A quote that never closes reaches to the end.
        while let Some((part, after)) = rest.split_once('"') {
            content.push_str(part);
            let Some(doubled) = after.strip_prefix('"') else {
                let (tail, end, after) = self.plain(after);
                content.push_str(tail);
                return (Field { text: Cow::Owned(content), quoted: true }, end, after);
            };
            content.push('"');
            rest = doubled;
        }
        content.push_str(rest);
        (Field { text: Cow::Owned(content), quoted: true }, End::Text, "")
    }

    /// Up to the next delimiter, whatever stands before it.
    fn plain<'a>(&self, text: &'a str) -> (&'a str, End, &'a str) {
        let bytes = text.as_bytes();
        let (row, column) = (self.row.as_bytes(), self.column.as_bytes());
        let (row_first, column_first) = (row.first().copied(), column.first().copied());
        // With a line feed, a carriage return before it belongs to the delimiter.
        let takes_return = row == b"\n";
        for (at, byte) in bytes.iter().enumerate() {
            let rest = bytes.get(at..).unwrap_or_default();
            let (end, length) = if Some(*byte) == row_first && rest.starts_with(row) {
                (End::Row, row.len())
            } else if takes_return && *byte == b'\r' && rest.starts_with(b"\r\n") {
                (End::Row, 2)
            } else if Some(*byte) == column_first && rest.starts_with(column) {
                (End::Column, column.len())
            } else {
                continue;
            };
            let content = text.get(..at).unwrap_or("");
            return (content, end, text.get(at + length..).unwrap_or(""));
        }
        (text, End::Text, "")
    }
}

#[cfg(test)]
mod tests {
    use levada_codec::csv::CsvFormat;
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn rows_are_those_that_the_writer_of_files_reads(
            text in "[ab,;\"\n\r|ü]{0,24}",
            row in prop_oneof![Just("\n"), Just("\r\n"), Just("|"), Just("||")],
            column in prop_oneof![Just(","), Just(";;"), Just("\t")],
        ) {
            let other = CsvFormat {
                column_delimiter: column.into(),
                row_delimiter: row.into(),
                quote: Some('"'),
            };
            let expected: Vec<Vec<(String, bool)>> = other
                .rows(&text)
                .map(|fields| fields.into_iter().map(|f| (f.text, f.quoted)).collect())
                .collect();
            let delimiters = Delimiters { row: row.into(), column: column.into() };
            let (mut rest, mut found) = (&text[..], Vec::new());
            while !rest.is_empty() {
                let mut fields = Vec::new();
                rest = delimiters.row(rest, &mut fields);
                found.push(
                    fields.into_iter().map(|f| (f.text.into_owned(), f.quoted)).collect::<Vec<_>>(),
                );
            }
            prop_assert_eq!(found, expected);
        }
    }
}
