//! JSON objects one after another, with or without white space between them.
//!
//! Numbers reach their column as the text they were written in, so that decimals stay exact;
//! nested objects and arrays reach theirs as JSON text.
//!
//! Does not: know the types of columns.

use std::borrow::Cow;

use serde::de::IgnoredAny;

use super::{Fault, ValueError};

/// One row: the text of each wanted column, in their order; `None` where it is null or absent.
pub type Row<'a, 'b> = &'b [Option<Cow<'a, str>>];

/// Calls `take` for each object. Keys find their column in any case.
pub fn each_row<'a>(
    text: &'a str,
    columns: &[String],
    mut take: impl FnMut(Row<'a, '_>) -> Result<(), (String, ValueError)>,
) -> Result<(), Fault> {
    let mut scan = Scan { text, at: 0 };
    let mut row: Vec<Option<Cow<'a, str>>> = vec![None; columns.len()];
    loop {
        scan.skip_blank();
        let start = scan.at;
        if scan.rest().is_empty() {
            return Ok(());
        }
        row.fill(None);
        scan.object(columns, &mut row)?;
        take(&row).map_err(|(column, reason)| Fault {
            line: scan.line_of(start),
            column: Some(column),
            reason,
        })?;
    }
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scan<'a> {
    fn rest(&self) -> &'a str {
        self.text.get(self.at..).unwrap_or_default()
    }

    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    fn line_of(&self, at: usize) -> u64 {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        before.iter().filter(|byte| **byte == b'\n').count() as u64 + 1
    }

    fn fault(&self, reason: &str) -> Fault {
        Fault::malformed(self.line_of(self.at), format!("malformed JSON: {reason}"))
    }

    fn skip_blank(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    /// The next byte that is not blank must be this one.
    fn expect(&mut self, wanted: u8, reason: &str) -> Result<(), Fault> {
        self.skip_blank();
        if self.peek() != Some(wanted) {
            return Err(self.fault(reason));
        }
        self.at += 1;
        Ok(())
    }

    fn object(
        &mut self,
        columns: &[String],
        row: &mut [Option<Cow<'a, str>>],
    ) -> Result<(), Fault> {
        self.expect(b'{', "expected an object beginning with `{`")?;
        self.skip_blank();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.skip_blank();
            let key = self.string()?;
            self.expect(b':', "expected `:` behind a key")?;
            self.skip_blank();
            let value = self.value()?;
            let place = columns.iter().position(|column| column.eq_ignore_ascii_case(&key));
            if let Some(cell) = place.and_then(|place| row.get_mut(place)) {
                *cell = value;
            }
            self.skip_blank();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.fault("expected `,` or `}` behind a value")),
            }
        }
    }

    fn value(&mut self) -> Result<Option<Cow<'a, str>>, Fault> {
        match self.peek() {
            Some(b'"') => self.string().map(Some),
            Some(b'{' | b'[') => self.checked(Self::nested_length).map(|raw| Some(raw.into())),
            _ => {
                let raw = self.checked(|rest| {
                    rest.find([',', '}', ']', ' ', '\t', '\n', '\r']).or(Some(rest.len()))
                })?;
                Ok(Some(raw).filter(|raw| *raw != "null").map(Cow::Borrowed))
            }
        }
    }

    /// Takes what `length` says, which must be valid JSON.
    fn checked(&mut self, length: impl Fn(&str) -> Option<usize>) -> Result<&'a str, Fault> {
        let rest = self.rest();
        let raw = length(rest).and_then(|length| rest.get(..length)).unwrap_or(rest);
        if serde_json::from_str::<IgnoredAny>(raw).is_err() {
            let shown: String = raw.chars().take(60).collect();
            return Err(self.fault(&format!("`{shown}` is not a value")));
        }
        self.at += raw.len();
        Ok(raw)
    }

    fn nested_length(rest: &str) -> Option<usize> {
        let (mut depth, mut in_text, mut escaped) = (0usize, false, false);
        for (at, byte) in rest.bytes().enumerate() {
            match byte {
                _ if escaped => escaped = false,
                b'\\' if in_text => escaped = true,
                b'"' => in_text = !in_text,
                b'{' | b'[' if !in_text => depth += 1,
                b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return Some(at + 1);
            }
        }
        None
    }

    fn string(&mut self) -> Result<Cow<'a, str>, Fault> {
        if self.peek() != Some(b'"') {
            return Err(self.fault("expected a text in double quotes"));
        }
        let rest = self.rest();
        let mut escaped = false;
        let end = rest.bytes().enumerate().skip(1).find(|(_, byte)| {
            let closes = *byte == b'"' && !escaped;
            escaped = *byte == b'\\' && !escaped;
            closes
        });
        let Some((end, _)) = end else { return Err(self.fault("text is not closed")) };
        let inner = rest.get(1..end).unwrap_or_default();
        let plain = !inner.bytes().any(|byte| byte == b'\\' || byte < 0x20);
        let text = if plain {
            Cow::Borrowed(inner)
        } else {
            let raw = rest.get(..=end).unwrap_or_default();
            let text = serde_json::from_str::<String>(raw);
            Cow::Owned(text.map_err(|error| self.fault(&error.to_string()))?)
        };
        self.at += end + 1;
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Result<Vec<Vec<Option<String>>>, Fault> {
        let mut rows = Vec::new();
        each_row(text, &["id".into(), "name".into()], |row| {
            rows.push(row.iter().map(|cell| cell.as_ref().map(|text| text.to_string())).collect());
            Ok(())
        })?;
        Ok(rows)
    }

    #[test]
    fn objects_may_touch_or_span_lines_and_keys_may_be_in_any_case() {
        let text = "{\"ID\":1,\"Name\":\"a\\n\\\"b\\\"\"}{\"name\":null,\n \"other\":{\"x\":[\"}\"]},\n\"id\" : 2.50 }\n{}";
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            rows(text).unwrap(),
            [vec![some("1"), some("a\n\"b\"")], vec![some("2.50"), None], vec![None, None]]
        );
        assert_eq!(rows("{\"name\":{\"x\": 1}}").unwrap()[0][1], some("{\"x\": 1}"));
    }

    #[test]
    fn malformed_text_is_reported_with_its_line() {
        for text in [
            "{\"id\":1}\n{\"id\":",
            "{\"id\":1}\n[1]",
            "{}\n{\"id\":x1}",
            "{}\n{\"id\" 1}",
            "{}\n{\"name\":\"abc}",
            "{}\n{\"name\":[1}",
            "{}\n{\"id\":1,}",
        ] {
            let fault = rows(text).unwrap_err();
            assert_eq!((fault.line, fault.column), (2, None), "{text}: {:?}", fault.reason);
        }
    }
}
