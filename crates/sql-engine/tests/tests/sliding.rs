//! Sliding windows: what is in a frame, what the functions over it give, and what is refused.
//! Does not: compare with a batch computation (see `properties`).

use std::collections::HashMap;

use levada_sql_engine::{Engine, QUERY_STREAM, Value, compile_query};

use crate::support::{at, catalog, shown, stream, text};

fn engine(query: &str) -> Engine {
    let catalog = catalog(vec![stream("S", "K VARCHAR(2), N INTEGER, D DOUBLE")], Vec::new());
    let program = compile_query(query, &catalog).unwrap_or_else(|errors| panic!("{}", errors[0]));
    program.start(HashMap::new())
}

fn push(engine: &mut Engine, time: &str, key: &str, number: Option<i64>) {
    let value = number.map_or(Value::Null, Value::Integer);
    let double = number.map_or(Value::Null, |number| Value::Double(number as f64 / 10.0));
    engine.push("S", vec![(at(time), vec![text(key), value, double])]);
}

/// The rows of a query over `time key number` lines; `-` is NULL.
fn run(query: &str, rows: &[&str]) -> Vec<String> {
    let mut engine = engine(query);
    for row in rows {
        let parts: Vec<&str> = row.split(' ').collect();
        push(&mut engine, parts[0], parts[1], parts[2].parse().ok());
    }
    let shown = shown(&engine.take_output(QUERY_STREAM));
    shown.iter().map(|row| row.split_once(' ').map_or("", |(_, cells)| cells).to_owned()).collect()
}

#[test]
fn both_ends_of_a_range_are_in_the_frame_and_later_peers_are_not() {
    let query = "SELECT STREAM COUNT(*) OVER (RANGE INTERVAL '5' SECOND PRECEDING) FROM s";
    let rows = ["10:00:00 a 1", "10:00:05 a 1", "10:00:05 a 1", "10:00:05.001 a 1"];
    assert_eq!(run(query, &rows), ["1", "2", "3", "3"]);
}

#[test]
fn rows_preceding_count_the_current_row_as_well() {
    let query = "SELECT STREAM k, SUM(n) OVER (PARTITION BY k ROWS 1 PRECEDING) FROM s";
    let rows = ["10:00 a 1", "10:00 b 10", "10:00 a 2", "10:01 a 4", "10:01 b 20"];
    assert_eq!(run(query, &rows), ["a|1", "b|10", "a|3", "a|6", "b|30"]);
}

#[test]
fn several_windows_stand_in_one_query() {
    let query = "SELECT STREAM n, SUM(n) OVER w, MAX(n) OVER (ROWS 1 PRECEDING),
                   COUNT(*) OVER (w RANGE INTERVAL '1' MINUTE PRECEDING) + 0
                 FROM s WINDOW w AS (PARTITION BY k ROWS 2 PRECEDING)";
    let rows = ["10:00 a 1", "10:00 b 5", "10:02 a 2", "10:03 a 3", "10:03 a 4"];
    assert_eq!(run(query, &rows), ["1|1|1|1", "5|5|5|1", "2|3|5|1", "3|6|3|2", "4|9|4|3"]);
}

#[test]
fn a_frame_without_values_is_null_and_counts_zero() {
    let query = "SELECT STREAM COUNT(n) OVER w, SUM(n) OVER w, AVG(n) OVER w, MIN(n) OVER w,
                   STDDEV_POP(n) OVER w, FIRST_VALUE(n) OVER w
                 FROM s WINDOW w AS (ROWS 1 PRECEDING)";
    let rows = ["10:00 a -", "10:00 a 4", "10:00 a -", "10:00 a -"];
    assert_eq!(run(query, &rows), ["0|||||", "1|4|4|4|0.0|", "1|4|4|4|0.0|4", "0|||||"]);
}

#[test]
fn functions_read_the_rows_of_their_frame() {
    let query = "SELECT STREAM FIRST_VALUE(n) OVER w, LAST_VALUE(n) OVER w, LAG(n) OVER w,
                   LAG(n, 2, 0) OVER w, NTH_VALUE(n, 2) FROM LAST IGNORE NULLS OVER w
                 FROM s WINDOW w AS (RANGE INTERVAL '10' SECOND PRECEDING)";
    let rows = ["10:00:00 a 1", "10:00:05 a 2", "10:00:06 a -", "10:00:10 a 3", "10:00:11 a 4"];
    let expected = ["1|1||0|", "1|2|1|0|1", "1||2|1|1", "1|3||2|2", "2|4|3||3"];
    assert_eq!(run(query, &rows), expected);
}

#[test]
fn doubles_that_left_the_frame_leave_no_trace() {
    let query = "SELECT STREAM SUM(d) OVER (ROWS 1 PRECEDING) FROM s";
    let rows = ["10:00 a 1", "10:00 a 2000000000", "10:00 a 2", "10:00 a 3"];
    assert_eq!(run(query, &rows)[3], "0.5");
}

#[test]
fn distinct_values_are_added_once() {
    let query = "SELECT STREAM SUM(DISTINCT n) OVER (ROWS 2 PRECEDING) FROM s";
    let rows = ["10:00 a 3", "10:00 a 3", "10:00 a 4", "10:00 a 4"];
    assert_eq!(run(query, &rows), ["3", "3", "7", "7"]);
}

#[test]
fn an_average_may_be_part_of_an_expression_and_over_groups() {
    let query = "SELECT STREAM k, SUM(SUM(n)) OVER (PARTITION BY k ROWS 1 PRECEDING) AS total
                 FROM s GROUP BY k, FLOOR(s.ROWTIME TO MINUTE)";
    let rows = ["10:00 a 1", "10:00 a 2", "10:01 a 4", "10:02 a 8", "10:03 a 0"];
    assert_eq!(run(query, &rows), ["a|3", "a|7", "a|12"]);
}

#[test]
fn a_row_that_fails_is_in_no_frame() {
    let query = "SELECT STREAM SUM(10 / n) OVER (ROWS 9 PRECEDING) FROM s";
    let mut engine = engine(query);
    for (time, number) in [("10:00", 5), ("10:01", 0), ("10:02", 10)] {
        push(&mut engine, time, "a", Some(number));
    }
    let rows = engine.take_output(QUERY_STREAM);
    assert_eq!(shown(&rows), ["10:00:00.000 2", "10:02:00.000 3"]);
    assert_eq!(engine.take_errors().len(), 1);
}

#[test]
fn a_month_is_a_calendar_month() {
    let query = "SELECT STREAM COUNT(*) OVER (RANGE INTERVAL '1' MONTH PRECEDING) FROM s";
    let mut engine = engine(query);
    for time in ["2018-01-31 10:00:00", "2018-02-28 10:00:00", "2018-03-28 10:00:00"] {
        push(&mut engine, time, "a", Some(1));
    }
    let counts: Vec<Value> =
        engine.take_output(QUERY_STREAM).into_iter().map(|row| row.values[0].clone()).collect();
    assert_eq!(counts, [1, 2, 2].map(Value::Integer));
}

#[test]
fn windows_that_streams_cannot_have_are_refused() {
    let catalog = catalog(vec![stream("S", "K VARCHAR(2), N INTEGER")], Vec::new());
    let cases = [
        ("SUM(n) OVER (ORDER BY n ROWS 1 PRECEDING)", "ORDER BY in a window"),
        ("SUM(n) OVER (ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING)", "end with the current row"),
        ("SUM(n) OVER (RANGE INTERVAL '-1' MINUTE PRECEDING)", "not negative"),
        ("SUM(n) OVER (ROWS n PRECEDING)", "column 'N' not found"),
        ("SUM(n) OVER nowhere", "window 'NOWHERE' not found"),
        ("COUNT(DISTINCT n) OVER (ROWS 1 PRECEDING)", "not allowed on a stream"),
        ("SUM(n) FILTER (WHERE n > 1) OVER (ROWS 1 PRECEDING)", "FILTER"),
        ("UPPER(k) OVER (ROWS 1 PRECEDING)", "not a function over a window"),
        ("LAG(n)", "needs a window"),
    ];
    for (call, expected) in cases {
        let refusal = compile_query(&format!("SELECT STREAM {call} FROM s"), &catalog);
        let message = refusal.expect_err(call)[0].to_string();
        assert!(message.contains(expected), "{call}: {message}");
    }
    let filtered = compile_query("SELECT STREAM n FROM s WHERE LAG(n) OVER w > 1", &catalog);
    assert!(filtered.expect_err("WHERE")[0].message.contains("select list"));
}
