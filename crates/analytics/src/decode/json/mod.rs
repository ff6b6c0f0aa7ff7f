//! JSON records to rows: a row path, a path for each column, at most one array flattened.
//! Does not: coerce values; see `cell`.
//!
//! Column paths start at the row, or repeat the row path and go on. With `$.arr[0:].x` in a
//! column, the record gives one row for each element of `arr`, other columns repeated; an empty
//! array gives one row with NULL there. `$.arr[0:]` by itself is the array's text.

mod flat;
pub mod scan;
pub mod tree;

use levada_codec::jsonpath::JsonPath;
use levada_sql_engine::Cell;

use self::flat::Names;
use self::scan::{Leaf, Scanner};
use self::tree::Node;
use super::{DecodeError, RowSink, cell};
use crate::schema::SchemaColumn;

pub struct JsonDecoder {
    columns: Vec<SchemaColumn>,
    rows: Rows,
}

enum Rows {
    /// A document is a row, and columns are members of it.
    Flat(Names),
    Deep(Deep),
}

struct Deep {
    row_path: Option<JsonPath>,
    /// The array to flatten, from the row.
    array: Option<JsonPath>,
    places: Vec<Place>,
}

/// Where a column's value stands.
enum Place {
    /// From the row; the same from the document's root when the row has nothing there.
    Row(Option<JsonPath>),
    /// From the element of the flattened array.
    Element(Option<JsonPath>),
}

impl JsonDecoder {
    pub fn new(row_path: &str, columns: &[SchemaColumn]) -> Self {
        let deep = Deep::new(row_path, columns);
        let flat = deep.names();
        let rows = flat.map_or(Rows::Deep(deep), Rows::Flat);
        Self { columns: columns.to_vec(), rows }
    }

    pub fn decode(&self, text: &str, extra: &[Cell<'_>], rows: &mut RowSink<'_>) {
        let mut scanner = Scanner::new(text);
        if scanner.peek().is_none() {
            rows(Err(DecodeError::NotJson("it is empty".to_owned())));
        }
        while scanner.peek().is_some() {
            let read = match &self.rows {
                Rows::Flat(names) => {
                    let mut found = vec![None; self.columns.len()];
                    let read = names.read(&mut scanner, &mut found);
                    read.map(|()| self.row(found.iter().map(Option::as_ref), extra, rows))
                }
                Rows::Deep(deep) => Node::read(&mut scanner).map(|document| {
                    deep.rows(&document, |leaves| self.row(leaves.into_iter(), extra, rows));
                }),
            };
            // What follows a malformed document is not guessed.
            if let Err(error) = read {
                return rows(Err(DecodeError::NotJson(error.to_string())));
            }
        }
    }

    fn row<'l, 'a: 'l>(
        &self,
        found: impl Iterator<Item = Option<&'l Leaf<'a>>>,
        extra: &[Cell<'_>],
        rows: &mut RowSink<'_>,
    ) {
        let mut cells = Vec::with_capacity(self.columns.len() + extra.len());
        for (leaf, column) in found.zip(&self.columns) {
            match leaf.map_or(Ok(Cell::Null), |leaf| cell::from_leaf(leaf, column)) {
                Ok(cell) => cells.push(cell),
                Err(error) => return rows(Err(error)),
            }
        }
        cells.extend_from_slice(extra);
        rows(Ok(&cells));
    }
}

impl Deep {
    fn new(row_path: &str, columns: &[SchemaColumn]) -> Self {
        let paths: Vec<String> = columns.iter().map(|column| from_row(row_path, column)).collect();
        let array = paths.iter().find_map(|path| flattened(path));
        let places = paths.iter().map(|path| {
            let below = array.and_then(|array| path.strip_prefix(array));
            match below {
                Some(rest) if rest.starts_with(['.', '[']) => {
                    Place::Element(parse(&format!("${rest}")))
                }
                _ => Place::Row(parse(path.strip_suffix("[0:]").unwrap_or(path))),
            }
        });
        Self {
            row_path: (row_path != "$").then(|| parse(row_path)).flatten(),
            array: array.and_then(parse),
            places: places.collect(),
        }
    }

    /// The columns as names, when there is nothing else to them.
    fn names(&self) -> Option<Names> {
        if self.row_path.is_some() || self.array.is_some() {
            return None;
        }
        let paths = self.places.iter().map(|place| match place {
            Place::Row(path) => path.clone(),
            Place::Element(_) => None,
        });
        Names::of(&paths.collect::<Option<Vec<_>>>()?)
    }

    /// Every row of a document, as one leaf for each column.
    fn rows<'a>(&self, document: &Node<'a>, mut row: impl FnMut(Vec<Option<&Leaf<'a>>>)) {
        let found = match &self.row_path {
            Some(path) => document.find_all(path),
            None => vec![document],
        };
        for node in found {
            let elements = self.array.as_ref().map(|path| node.find_all(path)).unwrap_or_default();
            if elements.is_empty() {
                row(self.leaves(document, node, None));
            }
            for element in elements {
                row(self.leaves(document, node, Some(element)));
            }
        }
    }

    fn leaves<'n, 'a>(
        &self,
        document: &'n Node<'a>,
        row: &'n Node<'a>,
        element: Option<&'n Node<'a>>,
    ) -> Vec<Option<&'n Leaf<'a>>> {
        let leaves = self.places.iter().map(|place| {
            let found = match place {
                Place::Row(Some(path)) => row.find(path).or_else(|| document.find(path)),
                Place::Element(Some(path)) => element.and_then(|element| element.find(path)),
                Place::Row(None) | Place::Element(None) => None,
            };
            found.map(|node| &node.leaf)
        });
        leaves.collect()
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
    use levada_sql_lang::SqlType;
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn column(name: &str, mapping: &str) -> SchemaColumn {
        SchemaColumn {
            name: name.into(),
            mapping: Some(mapping.into()),
            sql_type: "VARCHAR(64)".into(),
            ty: SqlType::Varchar(64),
        }
    }

    fn rows(row_path: &str, columns: &[(&str, &str)], record: &str) -> Vec<Vec<String>> {
        let columns: Vec<SchemaColumn> =
            columns.iter().map(|(name, mapping)| column(name, mapping)).collect();
        let mut shown = Vec::new();
        JsonDecoder::new(row_path, &columns).decode(record, &[], &mut |row| {
            let show = |cell: &Cell<'_>| match cell {
                Cell::Null => "-".to_owned(),
                cell => cell.to_value().to_string(),
            };
            shown.push(row.unwrap().iter().map(show).collect());
        });
        shown
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
            let mut failed = 0;
            decoder.decode(broken, &[], &mut |row| {
                assert!(matches!(row, Err(DecodeError::NotJson(_))), "{broken}");
                failed += 1;
            });
            assert_eq!(failed, 1, "{broken}");
        }
    }

    fn any_json() -> impl Strategy<Value = serde_json::Value> {
        let leaf = prop_oneof![
            Just(json!(null)),
            any::<bool>().prop_map(Into::into),
            any::<i32>().prop_map(Into::into),
            "[a-z\"\\\\ü]{0,4}".prop_map(Into::into),
        ];
        leaf.prop_recursive(3, 24, 4, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 0..3).prop_map(Into::into),
                prop::collection::vec(("[abc]", inner), 0..4)
                    .prop_map(|members| serde_json::Value::Object(members.into_iter().collect())),
            ]
        })
    }

    proptest! {
        #[test]
        fn one_pass_gives_the_rows_of_the_whole_document(
            documents in prop::collection::vec(any_json(), 1..4),
            twice in any_json(),
        ) {
            let mut record: String = documents.iter().map(ToString::to_string).collect();
            // The same name twice.
            record += &format!("{{\"a\":{twice},\"b\":1,\"a\":{}}}", documents[0]);
            let paths = ["$.a", "$.a.b", "$.b[0:]", "$.c", "$.a.b.c", "$['c'].a"];
            let columns: Vec<SchemaColumn> = paths.iter().map(|path| column("C", path)).collect();
            let flat = JsonDecoder::new("$", &columns);
            prop_assert!(matches!(flat.rows, Rows::Flat(_)));
            let rows = Rows::Deep(Deep::new("$", &columns));
            let deep = JsonDecoder { columns: columns.clone(), rows };
            let rows = |decoder: &JsonDecoder| {
                let mut rows = Vec::new();
                decoder.decode(&record, &[], &mut |row| {
                    let values = |cells: &[Cell<'_>]| -> Vec<levada_sql_lang::Value> {
                        cells.iter().map(|cell| cell.to_value()).collect()
                    };
                    rows.push(row.map(values));
                });
                rows
            };
            prop_assert_eq!(rows(&flat), rows(&deep));
        }
    }
}
