//! JSON records to rows: a row path, a path for each column, at most one array flattened.
//! Does not: coerce values; see `cell`.
//!
//! Column paths start at the row, or repeat the row path and go on. With `$.arr[0:].x` in a
//! column, the record gives one row for each element of `arr`, other columns repeated; an empty
//! array gives one row with NULL there. `$.arr[0:]` by itself is the array's text.

use levada_codec::json::documents;
use levada_codec::jsonpath::JsonPath;
use levada_sql_engine::Row;
use levada_sql_lang::Value;
use serde_json::Value as Json;

use super::{DecodeError, cell};
use crate::schema::SchemaColumn;

pub struct JsonDecoder {
    row_path: Option<JsonPath>,
    /// The array to flatten, from the row.
    array: Option<JsonPath>,
    columns: Vec<Column>,
}

struct Column {
    schema: SchemaColumn,
    place: Place,
}

enum Place {
    /// From the row; the same from the document's root when the row has nothing there.
    Row(Option<JsonPath>),
    /// From the element of the flattened array.
    Element(Option<JsonPath>),
}

impl JsonDecoder {
    pub fn new(row_path: &str, columns: &[SchemaColumn]) -> Self {
        let paths: Vec<String> = columns.iter().map(|column| from_row(row_path, column)).collect();
        let array = paths.iter().find_map(|path| flattened(path));
        let columns = columns.iter().zip(&paths).map(|(column, path)| {
            let below = array.and_then(|array| path.strip_prefix(array));
            let place = match below {
                Some(rest) if rest.starts_with(['.', '[']) => {
                    Place::Element(parse(&format!("${rest}")))
                }
                _ => Place::Row(parse(path.strip_suffix("[0:]").unwrap_or(path))),
            };
            Column { schema: column.clone(), place }
        });
        Self {
            row_path: (row_path != "$").then(|| parse(row_path)).flatten(),
            columns: columns.collect(),
            array: array.and_then(parse),
        }
    }

    pub fn decode(&self, data: &[u8]) -> Vec<Result<Row, DecodeError>> {
        let mut rows = Vec::new();
        for document in documents(data) {
            match document {
                Ok(document) => self.rows(&document, &mut rows),
                Err(error) => rows.push(Err(DecodeError::NotJson(error.to_string()))),
            }
        }
        if rows.is_empty() && data.iter().all(u8::is_ascii_whitespace) {
            rows.push(Err(DecodeError::NotJson("it is empty".to_owned())));
        }
        rows
    }

    fn rows(&self, document: &Json, rows: &mut Vec<Result<Row, DecodeError>>) {
        let found = match &self.row_path {
            Some(path) => path.find_all(document),
            None => vec![document],
        };
        for row in found {
            let elements = self.array.as_ref().map(|path| path.find_all(row)).unwrap_or_default();
            if elements.is_empty() {
                rows.push(self.row(document, row, None));
            }
            for element in elements {
                rows.push(self.row(document, row, Some(element)));
            }
        }
    }

    fn row(&self, document: &Json, row: &Json, element: Option<&Json>) -> Result<Row, DecodeError> {
        let cells = self.columns.iter().map(|Column { schema, place }| {
            let found = match place {
                Place::Row(Some(path)) => path.find(row).or_else(|| path.find(document)),
                Place::Element(Some(path)) => element.and_then(|element| path.find(element)),
                Place::Row(None) | Place::Element(None) => None,
            };
            found.map_or(Ok(Value::Null), |json| cell::from_json(json, schema))
        });
        cells.collect()
    }
}

fn parse(path: &str) -> Option<JsonPath> {
    JsonPath::parse(path).ok()
}

/// The column's path as seen from the row: a column without one is the member of its name.
fn from_row(row_path: &str, column: &SchemaColumn) -> String {
    let Some(mapping) = &column.mapping else { return format!("$['{}']", column.name) };
    match mapping.strip_prefix(row_path) {
        Some(rest) if row_path != "$" && (rest.is_empty() || rest.starts_with(['.', '['])) => {
            format!("${rest}")
        }
        _ => mapping.clone(),
    }
}

/// The array part of a path that goes on behind a slice: `$.arr[0:]` of `$.arr[0:].x`.
fn flattened(path: &str) -> Option<&str> {
    let slice = path.match_indices(']').find(|(end, _)| {
        let open = path.get(..*end).and_then(|head| head.rfind('['));
        let inner = open.and_then(|open| path.get(open + 1..*end)).unwrap_or("");
        inner.contains(':') || inner == "*"
    });
    slice.and_then(|(end, _)| {
        let goes_on = path.len() > end + 1;
        goes_on.then(|| path.get(..=end)).flatten()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(row_path: &str, columns: &[(&str, &str)], record: &str) -> Vec<Vec<String>> {
        let columns: Vec<SchemaColumn> = columns
            .iter()
            .map(|(name, mapping)| SchemaColumn {
                name: (*name).into(),
                mapping: Some((*mapping).into()),
                sql_type: "VARCHAR(64)".into(),
                ty: levada_sql_lang::SqlType::Varchar(64),
            })
            .collect();
        let decoded = JsonDecoder::new(row_path, &columns).decode(record.as_bytes());
        let show = |row: Row| {
            let cells = row.iter().map(|v| if v.is_null() { "-".into() } else { v.to_string() });
            cells.collect()
        };
        decoded.into_iter().map(|row| show(row.unwrap())).collect()
    }

    /// Case `jsonpath-scalars`.
    #[test]
    fn nested_paths_are_followed_and_missing_or_misspelt_ones_are_null() {
        let record = r#"{"customerName":"John Doe","address":{"streetAddress":{"number":"123"},
            "city":"Anytown"},"orders":[{"orderId":"23284"},{"orderId":"63122"}]}"#;
        let columns = [
            ("N", "$.customerName"),
            ("CITY", "$.address.city"),
            ("X", "$.customerId"),
            ("Y", "$.customername"),
        ];
        assert_eq!(rows("$", &columns, record), [["John Doe", "Anytown", "-", "-"]]);
    }

    #[test]
    fn an_array_gives_one_row_for_each_element_and_scalars_are_repeated() {
        let columns = [("N", "$.n"), ("ID", "$.orders[0:].id"), ("ALL", "$.tags[0:]")];
        let record = r#"{"n":"a","orders":[{"id":1},{"id":2}],"tags":["x","y"]}"#;
        let expected = [["a", "1", "[\"x\",\"y\"]"], ["a", "2", "[\"x\",\"y\"]"]];
        assert_eq!(rows("$", &columns, record), expected);
        assert_eq!(rows("$", &columns, r#"{"n":"b","orders":[]}"#), [["b", "-", "-"]]);
    }

    #[test]
    fn a_row_path_leads_to_the_rows_and_columns_may_repeat_it() {
        let record = r#"{"at":5,"list":[{"v":1},{"v":2}]}"#;
        let columns = [("V", "$.list[0:].v"), ("W", "$.v"), ("AT", "$.at")];
        assert_eq!(rows("$.list[0:]", &columns, record), [["1", "1", "5"], ["2", "2", "5"]]);
    }

    #[test]
    fn several_documents_in_a_record_are_several_rows_and_a_broken_one_is_an_error() {
        assert_eq!(rows("$", &[("A", "$.a")], "{\"a\":1}\n{\"a\":2}\n"), [["1"], ["2"]]);
        let decoder = JsonDecoder::new("$", &[]);
        for broken in ["{", "", "  ", "nonsense"] {
            let decoded = decoder.decode(broken.as_bytes());
            assert!(matches!(&decoded[..], [Err(DecodeError::NotJson(_))]), "{broken}");
        }
    }
}
