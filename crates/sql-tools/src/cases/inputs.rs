//! A case's streams and tables: their columns, and their rows and bounds in arrival order.
//! Does not: run anything.

use std::collections::{BTreeMap, HashMap};

use levada_sql_engine::{Catalog, Engine, Row, StreamDef, TableDef, Value};
use levada_types::Timestamp;
use serde_json::{Map, Value as Json};

use crate::literal;

/// What happens to an engine, in order.
pub enum Event {
    Row {
        stream: String,
        rowtime: Timestamp,
        values: Vec<Value>,
    },
    /// No later row has a ROWTIME below it.
    Bound(Timestamp),
}

fn members<'a>(case: &'a Json, part: &str) -> impl Iterator<Item = (&'a String, &'a Json)> {
    let found: Option<&Map<String, Json>> = case[part].as_object();
    found.into_iter().flatten().filter(|(_, value)| value.is_object())
}

pub fn catalog(case: &Json) -> Result<Catalog, String> {
    let stream = |(name, input): (&String, &Json)| {
        Ok(StreamDef { name: name.clone(), columns: literal::columns(&input["columns"])? })
    };
    let table = |(name, table): (&String, &Json)| {
        Ok(TableDef { name: name.clone(), columns: literal::columns(&table["columns"])? })
    };
    Ok(Catalog {
        streams: members(case, "inputs").map(stream).collect::<Result<_, String>>()?,
        tables: members(case, "reference").map(table).collect::<Result<_, String>>()?,
    })
}

/// Reference rows, given as `csv` or as `rows`.
pub fn references(case: &Json) -> Result<HashMap<String, Vec<Row>>, String> {
    let rows = |table: &Json| -> Result<Vec<Row>, String> {
        let columns = literal::columns(&table["columns"])?;
        if let Some(rows) = table["rows"].as_array() {
            let row = |row: &Json| {
                columns.iter().map(|column| literal::cell(&row[&column.name], column)).collect()
            };
            return rows.iter().map(row).collect();
        }
        let skip = usize::from(table["skip_header"] == true);
        let text = table["csv"].as_str().ok_or("a reference table needs `csv` or `rows`")?;
        let line = |line: &str| {
            let cells = line.split(',').zip(&columns);
            cells.map(|(cell, column)| literal::csv_cell(cell, column)).collect()
        };
        text.lines().skip(skip).map(line).collect()
    };
    members(case, "reference").map(|(name, table)| Ok((name.clone(), rows(table)?))).collect()
}

/// Rows and bounds of all streams. A stream's own order is kept; between streams `arrival_order`
/// decides, or else ROWTIME.
pub fn events(case: &Json) -> Result<Vec<Event>, String> {
    let mut queues = BTreeMap::new();
    for (stream, input) in members(case, "inputs") {
        queues.insert(stream.clone(), stream_events(stream, input)?.into_iter().peekable());
    }
    let mut events = Vec::new();
    for step in case["inputs"]["arrival_order"].as_array().into_iter().flatten() {
        let step = step.as_str().unwrap_or("");
        let stream = step.split_once('#').map_or(step, |(stream, _)| stream);
        let unknown = || format!("arrival_order names `{step}`, which is no row of an input");
        let queue = queues.get_mut(stream).ok_or_else(unknown)?;
        events.extend(queue.next().ok_or_else(unknown)?);
    }
    loop {
        let next = queues
            .iter_mut()
            .filter_map(|(stream, queue)| queue.peek().map(|group| (time(group), stream.clone())))
            .min();
        let Some((_, stream)) = next else { return Ok(events) };
        events.extend(queues.get_mut(&stream).and_then(Iterator::next).into_iter().flatten());
    }
}

fn time(group: &[Event]) -> Timestamp {
    match group.first() {
        Some(Event::Row { rowtime, .. }) => *rowtime,
        Some(Event::Bound(bound)) => *bound,
        None => Timestamp(i64::MIN),
    }
}

/// Each row with the bounds that follow it.
fn stream_events(stream: &str, input: &Json) -> Result<Vec<Vec<Event>>, String> {
    let columns = literal::columns(&input["columns"])?;
    let bounds = input["bounds"].as_array().map_or(&[][..], Vec::as_slice);
    let bounds_after = |place: usize| -> Result<Vec<Event>, String> {
        let here = bounds.iter().filter(|bound| bound["after_row"] == place);
        here.map(|bound| Ok(Event::Bound(literal::timestamp(&bound["ROWTIME"])?))).collect()
    };
    let mut groups = vec![bounds_after(0)?];
    for (place, row) in input["rows"].as_array().into_iter().flatten().enumerate() {
        let cells = columns.iter().map(|column| literal::cell(&row[&column.name], column));
        let mut group = vec![Event::Row {
            stream: stream.to_owned(),
            rowtime: literal::timestamp(&row["ROWTIME"])?,
            values: cells.collect::<Result<_, String>>()?,
        }];
        group.extend(bounds_after(place + 1)?);
        groups.push(group);
    }
    groups.retain(|group| !group.is_empty());
    Ok(groups)
}

pub fn feed(events: &[Event], engine: &mut Engine) {
    for event in events {
        match event {
            Event::Row { stream, rowtime, values } => {
                engine.push(stream, vec![(*rowtime, values.clone())]);
            }
            Event::Bound(bound) => engine.advance(*bound),
        }
    }
}
