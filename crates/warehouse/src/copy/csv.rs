//! Delimited text, with quotes (CSV) or without, and its line numbers.
//! Does not: know the types of columns.

use super::{Fault, ValueError};
use crate::sql::CsvFormat;

/// Calls `take` for each record, with `columns` fields; a field that the format lets be absent
/// is `None`.
pub fn each_row(
    text: &str,
    format: &CsvFormat,
    columns: usize,
    mut take: impl FnMut(&[Option<String>]) -> Result<(), (String, ValueError)>,
) -> Result<(), Fault> {
    let mut scan = Scan { text, format, at: 0, line: 1 };
    let mut row: Vec<Option<String>> = Vec::with_capacity(columns);
    let mut skip = format.ignore_header;
    while scan.at < text.len() {
        let line = scan.line;
        row.clear();
        scan.record(&mut row)?;
        if skip > 0 {
            skip -= 1;
            continue;
        }
        let blank = matches!(row.as_slice(), [Some(only)] if only.trim().is_empty());
        if blank && format.ignore_blank_lines {
            continue;
        }
        if row.len() > columns {
            let reason = format!("extra columns found: expected {columns}, got {}", row.len());
            return Err(Fault::malformed(line, reason));
        }
        if row.len() < columns && !format.fill_record {
            let reason =
                format!("delimiter not found: expected {columns} columns, got {}", row.len());
            return Err(Fault::malformed(line, reason));
        }
        row.resize(columns, None);
        take(&row).map_err(|(column, reason)| Fault { line, column: Some(column), reason })?;
    }
    Ok(())
}

struct Scan<'a> {
    text: &'a str,
    format: &'a CsvFormat,
    at: usize,
    line: u64,
}

/// What ended a field.
enum End {
    Field,
    Record,
}

impl Scan<'_> {
    fn next(&mut self) -> Option<char> {
        let next = self.peek()?;
        self.at += next.len_utf8();
        self.line += u64::from(next == '\n');
        Some(next)
    }

    fn peek(&self) -> Option<char> {
        self.text.get(self.at..).and_then(|rest| rest.chars().next())
    }

    fn record(&mut self, row: &mut Vec<Option<String>>) -> Result<(), Fault> {
        loop {
            let mut field = String::new();
            let quoted = self.format.quote.is_some() && self.peek() == self.format.quote;
            if quoted {
                self.quoted(&mut field)?;
            }
            let end = self.plain(&mut field, quoted)?;
            row.push(Some(field));
            if matches!(end, End::Record) {
                return Ok(());
            }
        }
    }

    /// Up to the closing quote; two quotes are one.
    fn quoted(&mut self, field: &mut String) -> Result<(), Fault> {
        let line = self.line;
        let quote = self.next();
        loop {
            match self.next() {
                None => return Err(Fault::malformed(line, "quoted field is not closed")),
                next if next == quote && self.peek() == quote => {
                    field.extend(self.next());
                }
                next if next == quote => return Ok(()),
                Some(other) => field.push(other),
            }
        }
    }

    fn plain(&mut self, field: &mut String, quoted: bool) -> Result<End, Fault> {
        loop {
            let line = self.line;
            match self.next() {
                None | Some('\n') => return Ok(End::Record),
                Some('\r') if matches!(self.peek(), None | Some('\n')) => {
                    self.next();
                    return Ok(End::Record);
                }
                Some(next) if next == self.format.delimiter => return Ok(End::Field),
                Some(_) if quoted => {
                    return Err(Fault::malformed(line, "text behind a closing quote"));
                }
                Some('\\') if self.format.escape => match self.next() {
                    // `\N` keeps its meaning as the NULL text.
                    Some('N') if field.is_empty() => field.push_str("\\N"),
                    other => field.extend(other),
                },
                Some(other) => field.push(other),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn format(delimiter: char, quote: Option<char>) -> CsvFormat {
        CsvFormat {
            delimiter,
            quote,
            escape: quote.is_none(),
            ignore_header: 0,
            ignore_blank_lines: false,
            fill_record: false,
        }
    }

    fn rows(text: &str, format: &CsvFormat) -> Result<Vec<Vec<String>>, Fault> {
        let mut rows = Vec::new();
        each_row(text, format, 2, |row| {
            rows.push(row.iter().map(|cell| cell.clone().unwrap_or("-".into())).collect());
            Ok(())
        })?;
        Ok(rows)
    }

    #[test]
    fn quotes_protect_delimiters_line_ends_and_doubled_quotes() {
        let mut csv = format(',', Some('"'));
        csv.ignore_header = 1;
        let got = rows("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n2,", &csv).unwrap();
        assert_eq!(got, [["1", "x, \"y\"\nz"], ["2", ""]]);
    }

    #[test]
    fn plain_text_knows_no_quotes_but_may_know_escapes() {
        let got = rows("1|\"a\"\n2|x\\|y\n\\N|\n", &format('|', None)).unwrap();
        assert_eq!(got, [["1", "\"a\""], ["2", "x|y"], ["\\N", ""]]);
    }

    #[test]
    fn records_of_the_wrong_width_are_reported_with_their_line() {
        let csv = format(',', Some('"'));
        assert_eq!(rows("1,\"a\nb\"\n1,2,3\n", &csv).unwrap_err().line, 3);
        assert_eq!(rows("1,2\n3\n", &csv).unwrap_err().line, 2);
        assert_eq!(rows("1,2\n\"3\n", &csv).unwrap_err().line, 2);
        let filled = CsvFormat { fill_record: true, ..csv };
        assert_eq!(rows("1\n", &filled).unwrap(), [["1", "-"]]);
    }
}
