//! The toll example's two queries: totals per customer, and counts per station beside thresholds.
//! Does not: run the example's functions or outputs.

use std::collections::HashMap;

use levada_sql_engine::{Catalog, Engine, Program, Value};

use crate::support::{at, catalog, program, shown, stream, table, text};

const TOLLS: &str = "TRANSACTION_ID VARCHAR(36), CUSTOMER_ID VARCHAR(16), STATION_ID VARCHAR(8), \
                     VEHICLE VARCHAR(12), TOLL DECIMAL(10, 2), TS TIMESTAMP";

fn tolls() -> Catalog {
    let thresholds = table("STATION_THRESHOLDS", "STATION_ID VARCHAR(8), MIN_COUNT INTEGER");
    catalog(vec![stream("TOLLS", TOLLS)], vec![thresholds])
}

fn pay(engine: &mut Engine, time: &str, customer: &str, station: &str, toll: &str) {
    let toll = Value::Decimal(toll.parse().expect("a decimal"));
    let values = vec![
        text("t"),
        text(customer),
        text(station),
        text("car"),
        toll,
        Value::Timestamp(at(time)),
    ];
    engine.push("TOLLS", vec![(at(time), values)]);
}

#[test]
fn customers_are_totalled_every_ten_minutes() {
    let program = program(
        "CREATE OR REPLACE STREAM customer_totals
           (customer_id VARCHAR(16), window_start TIMESTAMP, trips BIGINT, total DECIMAL(18, 2));
         CREATE OR REPLACE PUMP totals_pump AS INSERT INTO customer_totals
         SELECT STREAM s.customer_id, STEP(s.ROWTIME BY INTERVAL '10' MINUTE) AS window_start,
                COUNT(*), SUM(s.toll)
         FROM tolls AS s
         GROUP BY s.customer_id, STEP(s.ROWTIME BY INTERVAL '10' MINUTE);",
        &tolls(),
    );
    let mut engine = program.start(HashMap::new());
    pay(&mut engine, "10:01", "ann", "A", "1.50");
    pay(&mut engine, "10:02", "bob", "A", "2.00");
    pay(&mut engine, "10:09:59.999", "ann", "B", "0.75");
    assert!(engine.take_output("CUSTOMER_TOTALS").is_empty());
    pay(&mut engine, "10:10", "ann", "B", "4.00");
    assert_eq!(
        shown(&engine.take_output("CUSTOMER_TOTALS")),
        [
            "10:10:00.000 ann|2018-11-01 10:00:00.000|2|2.25",
            "10:10:00.000 bob|2018-11-01 10:00:00.000|1|2.00",
        ]
    );
    engine.advance(at("10:20"));
    assert_eq!(
        shown(&engine.take_output("CUSTOMER_TOTALS")),
        ["10:20:00.000 ann|2018-11-01 10:10:00.000|1|4.00"]
    );
}

fn alerts(join: &str) -> Program {
    let sql = format!(
        "CREATE STREAM alerts (station_id VARCHAR(8), vehicles BIGINT, min_count INTEGER);
         CREATE STREAM counts (station_id VARCHAR(8), vehicles BIGINT);
         CREATE PUMP alerts_pump AS INSERT INTO alerts
         SELECT STREAM t.station_id, COALESCE(c.vehicles, 0), t.min_count
         FROM {join} ON c.station_id = t.station_id
         WHERE COALESCE(c.vehicles, 0) < t.min_count;
         CREATE PUMP counts_pump AS INSERT INTO counts
         SELECT STREAM station_id, COUNT(*) FROM tolls
         GROUP BY FLOOR(tolls.ROWTIME TO HOUR), station_id;"
    );
    program(&sql, &tolls())
}

fn thresholds(engine: &Program) -> Engine {
    let row = |station: &str, count: i64| vec![text(station), Value::Integer(count)];
    let rows = vec![row("A", 2), row("B", 1), row("C", 1)];
    engine.start(HashMap::from([("STATION_THRESHOLDS".to_owned(), rows)]))
}

#[test]
fn a_station_without_a_vehicle_has_its_alert_at_the_end_of_every_slot() {
    let subquery = "station_thresholds AS t LEFT JOIN (
           SELECT STREAM station_id, COUNT(*) AS vehicles FROM tolls AS s
           GROUP BY station_id, STEP(s.ROWTIME BY INTERVAL '60' MINUTE)) AS c";
    let joins = [
        "station_thresholds AS t LEFT JOIN counts AS c",
        "counts AS c RIGHT JOIN station_thresholds AS t",
        subquery,
    ];
    for join in joins {
        let mut engine = thresholds(&alerts(join));
        pay(&mut engine, "10:01", "ann", "B", "1.50");
        pay(&mut engine, "10:02", "bob", "A", "2.00");
        assert!(engine.take_output("ALERTS").is_empty());
        engine.advance(at("11:00"));
        let first = ["11:00:00.000 A|1|2", "11:00:00.000 C|0|1"];
        assert_eq!(shown(&engine.take_output("ALERTS")), first, "{join}");
        // The next slot has no vehicle at all, the one after it has one for every station but B.
        for (time, station) in [("12:30", "A"), ("12:31", "C"), ("12:32", "A")] {
            pay(&mut engine, time, "ann", station, "1.00");
        }
        let second = ["12:00:00.000 A|0|2", "12:00:00.000 B|0|1", "12:00:00.000 C|0|1"];
        assert_eq!(shown(&engine.take_output("ALERTS")), second, "{join}");
        engine.advance(at("13:00"));
        assert_eq!(shown(&engine.take_output("ALERTS")), ["13:00:00.000 B|0|1"], "{join}");
    }
}

#[test]
fn the_first_slot_is_the_one_that_the_first_bound_lies_in() {
    let mut engine = thresholds(&alerts("station_thresholds AS t LEFT JOIN counts AS c"));
    engine.advance(at("08:59:59.999"));
    assert!(engine.take_output("ALERTS").is_empty());
    engine.advance(at("10:00"));
    let rows = engine.take_output("ALERTS");
    let first = ["09:00:00.000 A|0|2", "09:00:00.000 B|0|1", "09:00:00.000 C|0|1"];
    assert_eq!(shown(&rows)[..3], first);
    assert_eq!(rows.len(), 6);
}

#[test]
fn the_start_of_an_empty_slot_is_its_rowtime_less_its_length() {
    let sql = "CREATE STREAM alerts (station_id VARCHAR(8), slot TIMESTAMP);
         CREATE PUMP p AS INSERT INTO alerts
         SELECT STREAM t.station_id, ROWTIME - INTERVAL '30' MINUTE
         FROM station_thresholds AS t LEFT JOIN (
           SELECT STREAM station_id, COUNT(*) AS vehicles FROM tolls
           GROUP BY station_id, STEP(tolls.ROWTIME BY INTERVAL '30' MINUTE)) AS c
         ON c.station_id = t.station_id WHERE c.vehicles IS NULL";
    let mut engine = thresholds(&program(sql, &tolls()));
    pay(&mut engine, "10:01", "ann", "A", "1.50");
    engine.advance(at("10:30"));
    let rows = ["10:30:00.000 B|2018-11-01 10:00:00.000", "10:30:00.000 C|2018-11-01 10:00:00.000"];
    assert_eq!(shown(&engine.take_output("ALERTS")), rows);
}

fn example(file: &str) -> Program {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/abc-tolls");
    let sql = std::fs::read_to_string(folder.join(file)).expect("an example");
    let source = "passed_at TIMESTAMP, transaction_id VARCHAR(16), customer_id VARCHAR(16), \
                  station_id VARCHAR(8), vehicle VARCHAR(8), toll DECIMAL(8,2)";
    let thresholds = "station_id VARCHAR(8), slot_of_week INTEGER, expected_min INTEGER";
    let streams = vec![stream("SOURCE_SQL_STREAM_001", source)];
    program(&sql, &catalog(streams, vec![table("STATION_THRESHOLDS", thresholds)]))
}

fn pass(engine: &mut Engine, arrived: &str, passed: &str, customer: &str, station: &str) {
    let toll = Value::Decimal("2.50".parse().expect("a decimal"));
    let passed = Value::Timestamp(at(passed));
    let values = vec![passed, text("t"), text(customer), text(station), text("car"), toll];
    engine.push("SOURCE_SQL_STREAM_001", vec![(at(arrived), values)]);
}

#[test]
fn the_example_totals_customers_by_the_time_of_passage() {
    let mut engine = example("customer-totals.sql").start(HashMap::new());
    pass(&mut engine, "10:11", "10:01", "ann", "ST01");
    pass(&mut engine, "10:11", "10:09:59.999", "ann", "ST02");
    engine.advance(at("10:30"));
    assert!(engine.take_output("CUSTOMER_TOTALS").is_empty());
    pass(&mut engine, "10:31", "10:10", "bob", "ST02");
    let rows = ["10:10:00.000 ann|2018-11-01 10:00:00.000|2|5.00"];
    assert_eq!(shown(&engine.take_output("CUSTOMER_TOTALS")), rows);
    pass(&mut engine, "10:32", "10:09", "late", "ST02");
    engine.advance(at("10:33"));
    let errors = engine.take_errors();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].name, "ROWTIME_OUT_OF_ORDER");
}

#[test]
fn the_example_watches_stations_by_the_time_of_passage() {
    // 2018-11-01 is a Thursday, as the epoch's first day: slots of the week are slots of the day.
    let row = |station: &str, slot: i64, least: i64| {
        vec![text(station), Value::Integer(slot), Value::Integer(least)]
    };
    let rows = vec![
        row("ST01", 20, 1),
        row("ST01", 21, 1),
        row("ST02", 20, 3),
        row("ST02", 21, 1),
        row("ST03", 20, 1),
        row("ST03", 21, 0),
    ];
    let references = HashMap::from([("STATION_THRESHOLDS".to_owned(), rows)]);
    let mut engine = example("station-watch.sql").start(references);
    engine.advance(at("00:00"));
    pass(&mut engine, "10:11", "10:01", "ann", "ST01");
    pass(&mut engine, "10:12", "10:02", "ann", "ST02");
    pass(&mut engine, "11:12", "11:00", "ann", "ST02");
    let rows = [
        "10:30:00.000 ST02|2018-11-01 10:00:00.000|1|3",
        "10:30:00.000 ST03|2018-11-01 10:00:00.000|0|1",
        "11:00:00.000 ST01|2018-11-01 10:30:00.000|0|1",
        "11:00:00.000 ST02|2018-11-01 10:30:00.000|0|1",
    ];
    assert_eq!(shown(&engine.take_output("STATION_ALERTS")), rows);
}

#[test]
fn a_time_from_the_far_future_does_not_end_every_window_until_then() {
    let rows = (0..2_688).map(|slot| vec![text("ST01"), Value::Integer(slot), Value::Integer(1)]);
    let references = HashMap::from([("STATION_THRESHOLDS".to_owned(), rows.collect())]);
    let mut engine = example("station-watch.sql").start(references);
    pass(&mut engine, "10:11", "10:01", "ann", "ST02");
    pass(&mut engine, "10:12", "9998-01-01 00:00:00", "ann", "ST02");
    // One alert for each of the 186 windows that were let through.
    assert_eq!(engine.take_output("STATION_ALERTS").len(), 186);
    pass(&mut engine, "10:13", "9998-01-01 01:00:00", "ann", "ST02");
    assert_eq!(engine.take_output("STATION_ALERTS").len(), 2);
}
