//! Rows of delimited text: any column and row delimiter, quotes doubled inside quotes.
//! Does not: name or type columns.

/// How rows are written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvFormat {
    pub column_delimiter: String,
    /// With `"\n"`, a `\r` before it belongs to the delimiter.
    pub row_delimiter: String,
    /// `None` when quotes are content.
    pub quote: Option<char>,
}

impl Default for CsvFormat {
    fn default() -> Self {
        Self { column_delimiter: ",".into(), row_delimiter: "\n".into(), quote: Some('"') }
    }
}

/// One field; an empty unquoted one usually stands for no value.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CsvField {
    pub text: String,
    pub quoted: bool,
}

impl CsvFormat {
    /// The rows of `text`. An empty line is a row with one empty field; a delimiter at the very
    /// end begins no further row. A quote that never closes reaches to the end.
    pub fn rows<'t>(&'t self, text: &'t str) -> Rows<'t> {
        Rows { format: self, rest: text }
    }

    /// Appends one row with its delimiter, quoting only what needs it.
    pub fn write_row<'f>(&self, fields: impl IntoIterator<Item = &'f str>, out: &mut String) {
        for (n, field) in fields.into_iter().enumerate() {
            if n > 0 {
                out.push_str(&self.column_delimiter);
            }
            self.write_field(field, out);
        }
        out.push_str(&self.row_delimiter);
    }

    fn write_field(&self, field: &str, out: &mut String) {
        let Some(quote) = self.quote else {
            out.push_str(field);
            return;
        };
        let delimited = |text: &str| !text.is_empty() && field.contains(text);
        let quoted = field.contains([quote, '\n', '\r'])
            || delimited(&self.column_delimiter)
            || delimited(&self.row_delimiter);
        if !quoted {
            out.push_str(field);
            return;
        }
        out.push(quote);
        for c in field.chars() {
            if c == quote {
                out.push(quote);
            }
            out.push(c);
        }
        out.push(quote);
    }
}

/// See [`CsvFormat::rows`].
pub struct Rows<'t> {
    format: &'t CsvFormat,
    rest: &'t str,
}

impl Rows<'_> {
    fn eat(&mut self, delimiter: &str) -> bool {
        match self.rest.strip_prefix(delimiter) {
            Some(rest) if !delimiter.is_empty() => {
                self.rest = rest;
                true
            }
            _ => false,
        }
    }

    fn eat_row_delimiter(&mut self) -> bool {
        let delimiter = &self.format.row_delimiter;
        (delimiter == "\n" && self.eat("\r\n")) || self.eat(delimiter)
    }

    fn quoted(&mut self, quote: char, field: &mut CsvField) {
        field.quoted = true;
        loop {
            let (content, rest) = self.rest.split_once(quote).unwrap_or((self.rest, ""));
            field.text.push_str(content);
            self.rest = rest;
            match rest.strip_prefix(quote) {
                Some(rest) => {
                    field.text.push(quote);
                    self.rest = rest;
                }
                None => return,
            }
        }
    }
}

impl Iterator for Rows<'_> {
    type Item = Vec<CsvField>;

    fn next(&mut self) -> Option<Vec<CsvField>> {
        if self.rest.is_empty() {
            return None;
        }
        let mut fields = Vec::new();
        let mut field = CsvField::default();
        loop {
            if self.eat_row_delimiter() {
                break;
            }
            if self.eat(&self.format.column_delimiter) {
                fields.push(std::mem::take(&mut field));
                continue;
            }
            let Some(c) = self.rest.chars().next() else { break };
            self.rest = &self.rest[c.len_utf8()..];
            match self.format.quote {
                Some(quote) if quote == c && field == CsvField::default() => {
                    self.quoted(quote, &mut field);
                }
                _ => field.text.push(c),
            }
        }
        fields.push(field);
        Some(fields)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn texts(text: &str) -> Vec<Vec<String>> {
        let format = CsvFormat::default();
        format.rows(text).map(|row| row.into_iter().map(|field| field.text).collect()).collect()
    }

    #[test]
    fn rows_and_fields_are_split_where_no_quotes_protect_them() {
        assert_eq!(texts("a,b\r\nc,\"d,\n\"\"e\"\n"), [["a", "b"], ["c", "d,\n\"e"]]);
        assert_eq!(texts("a,,\n\nb"), [vec!["a", "", ""], vec![""], vec!["b"]]);
        assert_eq!(texts("5\" pipe,\"open"), [["5\" pipe", "open"]]);
        assert!(texts("").is_empty());
    }

    #[test]
    fn an_empty_quoted_field_is_told_from_an_absent_one() {
        let rows: Vec<_> = CsvFormat::default().rows("\"\",").collect();
        assert_eq!(rows[0].iter().map(|field| field.quoted).collect::<Vec<_>>(), [true, false]);
    }

    #[test]
    fn delimiters_may_be_longer_than_a_character() {
        let format = CsvFormat {
            column_delimiter: "||".into(),
            row_delimiter: "\r\n\r\n".into(),
            quote: None,
        };
        let rows: Vec<usize> = format.rows("a||\"b\n||c\r\n\r\nd").map(|row| row.len()).collect();
        assert_eq!(rows, [3, 1]);
    }

    proptest! {
        #[test]
        fn rows_read_back_as_they_were_written(
            rows in prop::collection::vec(prop::collection::vec("[a-c,\"\n\r ü]{0,6}", 2..4), 0..5),
        ) {
            let mut text = String::new();
            for row in &rows {
                CsvFormat::default().write_row(row.iter().map(String::as_str), &mut text);
            }
            prop_assert_eq!(texts(&text), rows);
        }
    }
}
