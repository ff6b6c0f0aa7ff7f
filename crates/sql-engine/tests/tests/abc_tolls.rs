//! The example's two programs: totals by customer, and stations that count too few vehicles.
//! Does not: use the example's own thresholds; a small table shows the same.

use std::collections::HashMap;

use levada_sql_engine::{
    Catalog, ColumnDef, Engine, OutputRow, SqlType, StreamDef, TableDef, Value,
};
use levada_types::Timestamp;

const TOTALS: &str = include_str!("../../../../examples/abc-tolls/customer-totals.sql");
const WATCH: &str = include_str!("../../../../examples/abc-tolls/station-watch.sql");
const MINUTE: i64 = 60_000;
/// Thursday 00:00 UTC, the first half hour of the week.
const START: i64 = 1_000 * 7 * 24 * 60 * MINUTE;

fn column(name: &str, ty: SqlType) -> ColumnDef {
    ColumnDef::new(name, ty)
}

fn catalog() -> Catalog {
    let varchar = |n| SqlType::Varchar(n);
    Catalog {
        streams: vec![StreamDef {
            name: "SOURCE_SQL_STREAM_001".into(),
            columns: vec![
                column("passed_at", SqlType::Timestamp),
                column("customer_id", varchar(16)),
                column("station_id", varchar(8)),
                column("toll", SqlType::Decimal { precision: 8, scale: 2 }),
            ],
        }],
        tables: vec![TableDef {
            name: "STATION_THRESHOLDS".into(),
            columns: vec![
                column("station_id", varchar(16)),
                column("slot_of_week", SqlType::Integer),
                column("expected_min", SqlType::Integer),
            ],
        }],
    }
}

/// A passage `at` minutes after the start that the agent ships two minutes later.
fn passage(at: i64, customer: &str, station: &str, cents: i128) -> (Timestamp, Vec<Value>) {
    let event = Timestamp(START + at * MINUTE);
    let toll = levada_sql_lang::Decimal::new(cents, 2);
    let values = vec![
        Value::Timestamp(event),
        Value::Varchar(customer.into()),
        Value::Varchar(station.into()),
        Value::Decimal(toll),
    ];
    (Timestamp(event.as_millis() + 2 * MINUTE), values)
}

fn start(sql: &str) -> Engine {
    let program = levada_sql_engine::compile(sql, &catalog()).expect("the example is valid");
    let threshold = |station: &str, slot: i64| {
        vec![Value::Varchar(station.into()), Value::Integer(slot), Value::Integer(2)]
    };
    let rows = vec![
        threshold("A", 0),
        threshold("A", 1),
        threshold("A", 2),
        threshold("B", 0),
        threshold("B", 1),
        threshold("B", 2),
    ];
    program.start(HashMap::from([("STATION_THRESHOLDS".to_owned(), rows)]))
}

fn text(rows: &[OutputRow]) -> Vec<String> {
    rows.iter()
        .map(|row| row.values.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "))
        .collect()
}

fn alerts(bounds_before: &[i64]) -> Vec<String> {
    let mut engine = start(WATCH);
    for bound in bounds_before {
        engine.advance(Timestamp(START + bound * MINUTE));
    }
    for row in [
        passage(1, "c", "A", 100),
        passage(2, "c", "A", 100),
        passage(40, "c", "A", 100),
        passage(61, "c", "A", 100),
    ] {
        engine.push("SOURCE_SQL_STREAM_001", vec![row]);
    }
    text(&engine.take_output("STATION_ALERTS"))
}

#[test]
fn a_station_without_a_vehicle_and_one_with_too_few_are_alerted_at_the_slots_end() {
    assert_eq!(
        alerts(&[]),
        ["B DAY 00:00:00.000 0 2", "A DAY 00:30:00.000 1 2", "B DAY 00:30:00.000 0 2",]
            .map(|line| line.replace("DAY", &date()))
    );
}

/// The date of `START` as the engine prints it.
fn date() -> String {
    Value::Timestamp(Timestamp(START)).to_string().chars().take(10).collect()
}

#[test]
fn time_before_the_first_passage_is_no_dead_slot() {
    assert_eq!(alerts(&[-600, -90, 0]), alerts(&[]));
}

#[test]
fn totals_come_when_the_next_window_begins_and_are_exact() {
    let mut engine = start(TOTALS);
    for row in [
        passage(0, "c1", "A", 110),
        passage(9, "c1", "A", 220),
        passage(9, "c2", "B", 1),
        passage(10, "c1", "A", 500),
    ] {
        engine.push("SOURCE_SQL_STREAM_001", vec![row]);
    }
    let rows = text(&engine.take_output("CUSTOMER_TOTALS"));
    let at = format!("{} 00:00:00.000", date());
    assert_eq!(rows, [format!("c1 {at} 2 3.30"), format!("c2 {at} 1 0.01")]);
    assert!(engine.take_errors().is_empty());
}
