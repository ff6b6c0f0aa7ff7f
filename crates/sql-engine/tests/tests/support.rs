//! Short ways to write catalogs, rows and expectations.
//! Does not: assert anything.

use levada_sql_engine::{
    Catalog, ColumnDef, OutputRow, Program, StreamDef, TableDef, Value, compile,
};
use levada_sql_lang::{parse_timestamp, parse_type};
use levada_types::Timestamp;

/// `"A INTEGER, B VARCHAR(4)"`; every name is quoted and exact.
pub fn columns(text: &str) -> Vec<ColumnDef> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(',') {
        // A comma within `DECIMAL(10, 2)` does not end a column.
        match parts.last_mut().filter(|last| last.contains('(') && !last.contains(')')) {
            Some(last) => *last += &format!(",{part}"),
            None => parts.push(part.trim().to_owned()),
        }
    }
    let column = |part: &String| {
        let (name, ty) = part.split_once(' ').expect("a name and a type");
        ColumnDef::new(name, parse_type(ty).expect("a type"))
    };
    parts.iter().map(column).collect()
}

pub fn stream(name: &str, columns_text: &str) -> StreamDef {
    StreamDef { name: name.to_owned(), columns: columns(columns_text) }
}

pub fn table(name: &str, columns_text: &str) -> TableDef {
    TableDef { name: name.to_owned(), columns: columns(columns_text) }
}

pub fn catalog(streams: Vec<StreamDef>, tables: Vec<TableDef>) -> Catalog {
    Catalog { streams, tables }
}

/// `"10:15"` or `"10:15:30.250"` on one day, or a whole timestamp.
pub fn at(text: &str) -> Timestamp {
    let text = if text.matches(':').count() == 1 { format!("{text}:00") } else { text.to_owned() };
    let text = if text.contains(' ') { text } else { format!("2018-11-01 {text}") };
    parse_timestamp(&text).expect("a timestamp")
}

pub fn text(value: &str) -> Value {
    Value::text(value)
}

pub fn program(sql: &str, catalog: &Catalog) -> Program {
    compile(sql, catalog).unwrap_or_else(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        panic!("{}", lines.join("\n"))
    })
}

/// `10:30:00.000 a|1` per row.
pub fn shown(rows: &[OutputRow]) -> Vec<String> {
    rows.iter()
        .map(|row| {
            let cells: Vec<String> = row.values.iter().map(ToString::to_string).collect();
            let time = levada_sql_lang::format_timestamp(row.rowtime);
            format!("{} {}", time.split(' ').next_back().unwrap_or(""), cells.join("|"))
        })
        .collect()
}
