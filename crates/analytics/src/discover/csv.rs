//! Columns of delimited text.
//! Does not: leave a header line out when the application runs; it is an error row there.

use levada_codec::csv::CsvFormat;

use super::column::{ColumnNames, Seen};
use crate::limits::SAMPLE_RECORD_COUNT;
use crate::schema::{RecordFormat, SourceSchema};

const ROW_DELIMITER: &str = "\n";
const COLUMN_DELIMITERS: [&str; 4] = [",", "|", ";", "\t"];

pub fn infer(texts: &[&str]) -> Option<SourceSchema> {
    let tables = COLUMN_DELIMITERS.iter().map(|delimiter| (*delimiter, rows(texts, delimiter)));
    // The delimiter that gives every row the most columns.
    let width = |rows: &Vec<Vec<String>>| rows.iter().map(Vec::len).min().unwrap_or(0);
    let best = tables.max_by_key(|(delimiter, rows)| {
        let rank = COLUMN_DELIMITERS.iter().position(|other| other == delimiter);
        (width(rows), std::cmp::Reverse(rank))
    });
    let (delimiter, rows) = best?;
    let width = width(&rows);
    let columns = |rows: &[Vec<String>]| {
        let mut seen = vec![Seen::default(); width];
        for row in rows {
            for (column, field) in seen.iter_mut().zip(row) {
                column.field(field);
            }
        }
        seen
    };
    let (first, rest) = rows.split_first()?;
    let below = columns(rest);
    let is_header = columns(std::slice::from_ref(first)).iter().all(Seen::is_text)
        && below.iter().any(Seen::is_typed);
    let seen = if is_header { below } else { columns(&rows) };
    // A single column of words is just text.
    if width == 0 || (width == 1 && !seen.iter().any(Seen::is_typed)) {
        return None;
    }
    let mut names = ColumnNames::default();
    let columns = seen.iter().enumerate().map(|(place, column)| {
        let found = first.get(place).filter(|_| is_header);
        let name = names.name(found.map_or("", String::as_str), None);
        column.column(name, None)
    });
    let columns = columns.collect();
    let format = RecordFormat::Csv {
        row_delimiter: ROW_DELIMITER.to_owned(),
        column_delimiter: delimiter.to_owned(),
    };
    Some(SourceSchema { format, columns })
}

fn rows(texts: &[&str], delimiter: &str) -> Vec<Vec<String>> {
    let format = CsvFormat {
        column_delimiter: delimiter.to_owned(),
        row_delimiter: ROW_DELIMITER.to_owned(),
        quote: Some('"'),
    };
    let mut rows = Vec::new();
    for text in texts {
        let found = format.rows(text).map(|row| row.into_iter().map(|f| f.text).collect());
        let left = SAMPLE_RECORD_COUNT - rows.len();
        rows.extend(found.filter(|row: &Vec<String>| row.iter().any(|f| !f.is_empty())).take(left));
    }
    rows
}
