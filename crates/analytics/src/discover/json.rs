//! Columns of JSON records: every member of every record, nested ones too.
//! Does not: look into an array within an array, or into more than one array of objects: a schema
//! flattens one.

use super::column::{ColumnNames, Seen};
use crate::decode::json::scan::{Leaf, Scanner};
use crate::decode::json::tree::Node;
use crate::schema::{RecordFormat, SourceSchema};

/// Members within members.
const DEPTH_MAX: usize = 16;

#[derive(Default)]
struct Columns {
    columns: Vec<Column>,
    /// Path of the array whose elements give rows.
    array: Option<String>,
}

struct Column {
    path: String,
    name: String,
    parent: Option<String>,
    seen: Seen,
}

pub fn infer(texts: &[&str]) -> Option<SourceSchema> {
    let mut columns = Columns::default();
    let mut is_array = false;
    for text in texts {
        let mut scanner = Scanner::new(text);
        while scanner.peek().is_some() {
            let Ok(document) = Node::read(&mut scanner) else { break };
            if let Some(rows) = document.elements() {
                is_array = true;
                rows.iter().for_each(|row| columns.object(row, "$", None, 0));
            }
            columns.object(&document, "$", None, 0);
        }
    }
    if columns.columns.is_empty() {
        return None;
    }
    let mut names = ColumnNames::default();
    let made = columns.columns.iter().map(|column| {
        let name = names.name(&column.name, column.parent.as_deref());
        column.seen.column(name, Some(column.path.clone()))
    });
    let made = made.collect();
    let row_path = if is_array { "$[0:]" } else { "$" }.to_owned();
    Some(SourceSchema { format: RecordFormat::Json { row_path }, columns: made })
}

impl Columns {
    fn object(&mut self, node: &Node<'_>, path: &str, parent: Option<&str>, depth: usize) {
        for (name, value) in node.members() {
            let below = member_path(path, name);
            if !value.members().is_empty() && depth < DEPTH_MAX {
                self.object(value, &below, Some(name), depth + 1);
                continue;
            }
            let Some(elements) = value.elements() else {
                self.leaf(&below, name, parent, &value.leaf);
                continue;
            };
            let slice = format!("{below}[0:]");
            let has_objects = elements.iter().any(|element| !element.members().is_empty());
            let is_outer = !path.contains("[0:]");
            if has_objects && is_outer && self.array.as_ref().is_none_or(|array| *array == slice) {
                for element in elements {
                    self.object(element, &slice, Some(name), depth + 1);
                }
                self.array = Some(slice);
            } else if !elements.is_empty() {
                self.leaf(&slice, name, parent, &value.leaf);
            }
        }
    }

    fn leaf(&mut self, path: &str, name: &str, parent: Option<&str>, leaf: &Leaf<'_>) {
        let place = self.columns.iter().position(|column| column.path == path);
        let place = place.unwrap_or_else(|| {
            self.columns.push(Column {
                path: path.to_owned(),
                name: name.to_owned(),
                parent: parent.map(str::to_owned),
                seen: Seen::default(),
            });
            self.columns.len() - 1
        });
        let Some(Column { seen, .. }) = self.columns.get_mut(place) else { return };
        match leaf {
            Leaf::Null => {}
            Leaf::Bool(flag) => seen.bool(*flag),
            Leaf::Number(number) => seen.number(number),
            Leaf::Text(text) => seen.text(text),
            Leaf::Tree(source) => seen.text(source),
        }
    }
}

/// `$.name`, or with quotes where the name is no plain word.
fn member_path(path: &str, name: &str) -> String {
    let is_plain = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_');
    match (is_plain, name.contains('\'')) {
        (true, _) => format!("{path}.{name}"),
        (false, false) => format!("{path}['{name}']"),
        (false, true) => format!("{path}[\"{name}\"]"),
    }
}
