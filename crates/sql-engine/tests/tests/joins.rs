//! Joins of streams: which rows meet, when unmatched ones come out, and what is refused.
//! Does not: test joins with reference tables (see `tolls`).

use std::collections::HashMap;

use levada_sql_engine::{Engine, Program, QUERY_STREAM, Value, compile, compile_query};

use crate::support::{at, catalog, shown, stream, table};

fn sources() -> levada_sql_engine::Catalog {
    let columns = "ID INTEGER, N INTEGER";
    catalog(
        vec![stream("O", columns), stream("S", columns)],
        vec![table("R", "ID INTEGER, NAME VARCHAR(4)")],
    )
}

fn query(sql: &str) -> Program {
    compile_query(sql, &sources()).unwrap_or_else(|errors| panic!("{sql}: {}", errors[0]))
}

/// The rows for `stream time id n` lines; a line of one time is a bound.
fn feed(engine: &mut Engine, lines: &[&str]) {
    for line in lines {
        let parts: Vec<&str> = line.split(' ').collect();
        let number = |at: usize| Value::Integer(parts[at].parse().unwrap());
        match parts.as_slice() {
            [bound] => engine.advance(at(bound)),
            [stream, time, ..] => engine.push(stream, vec![(at(time), vec![number(2), number(3)])]),
            [] => unreachable!(),
        }
    }
}

fn run(sql: &str, lines: &[&str]) -> Vec<String> {
    let mut engine = query(sql).start(HashMap::new());
    feed(&mut engine, lines);
    let rows = shown(&engine.take_output(QUERY_STREAM));
    rows.into_iter().map(|row| row.replace(".000", "").replace("2018-11-01 ", "")).collect()
}

const ORDERS: [&str; 9] = [
    "O 10:00:00 101 1",
    "S 10:00:00 100 1",
    "O 10:00:20 102 1",
    "O 10:00:30 103 1",
    "O 10:00:40 104 1",
    "S 10:00:45 104 1",
    "O 10:00:45 100 1",
    "S 10:00:50 105 1",
    "10:05",
];

fn joined(join: &str) -> Vec<String> {
    run(&format!("SELECT STREAM o.id, s.id, o.ROWTIME, s.ROWTIME FROM {join}"), &ORDERS)
}

#[test]
fn unmatched_orders_come_out_with_the_end_of_their_window() {
    let join = "o OVER (RANGE INTERVAL '1' MINUTE PRECEDING) AS o LEFT JOIN s ON o.id = s.id";
    assert_eq!(
        joined(join),
        [
            "10:00:45 104|104|10:00:40|10:00:45",
            "10:01:00 101||10:00:00|",
            "10:01:20 102||10:00:20|",
            "10:01:30 103||10:00:30|",
            "10:01:45 100||10:00:45|",
        ]
    );
}

#[test]
fn windows_on_both_sides_find_each_other_in_either_order() {
    let window = "OVER (RANGE INTERVAL '1' MINUTE PRECEDING)";
    let join = format!("o {window} AS o FULL JOIN s {window} AS s ON o.id = s.id");
    assert_eq!(
        joined(&join),
        [
            "10:00:45 104|104|10:00:40|10:00:45",
            "10:00:45 100|100|10:00:45|10:00:00",
            "10:01:00 101||10:00:00|",
            "10:01:20 102||10:00:20|",
            "10:01:30 103||10:00:30|",
            "10:01:50 |105||10:00:50",
        ]
    );
}

#[test]
fn without_windows_the_latest_rows_meet() {
    let expected = ["10:00:45 104|104|10:00:40|10:00:45"];
    assert_eq!(joined("o JOIN s ON o.id = s.id"), expected);
    assert_eq!(joined("o JOIN s USING (id)"), expected);
    assert_eq!(joined("o, s WHERE o.id = s.id"), expected);
    let left = joined("o LEFT JOIN s ON o.id = s.id");
    assert_eq!(left[0], "10:00:00 101||10:00:00|");
    assert_eq!(left.len(), 6);
}

#[test]
fn a_window_of_rows_ends_when_others_push_a_row_out() {
    let join = "o OVER (ROWS 1 PRECEDING) AS o LEFT JOIN s ON o.id = s.id";
    assert_eq!(
        joined(join),
        [
            "10:00:30 101||10:00:00|",
            "10:00:40 102||10:00:20|",
            "10:00:45 104|104|10:00:40|10:00:45",
            "10:00:45 103||10:00:30|",
        ]
    );
}

#[test]
fn both_ends_of_a_window_belong_to_it() {
    let sql = "SELECT STREAM o.n, s.n FROM o OVER (RANGE INTERVAL '10' SECOND PRECEDING) AS o
               JOIN s ON o.id = s.id";
    let lines = ["O 10:00:00 1 1", "S 10:00:10 1 2", "S 10:00:10.001 1 3"];
    assert_eq!(run(sql, &lines), ["10:00:10 1|2"]);
}

#[test]
fn conditions_may_compare_what_keys_cannot_and_nulls_never_match() {
    let window = "OVER (RANGE INTERVAL '1' HOUR PRECEDING)";
    let sql = format!(
        "SELECT STREAM o.n, s.n FROM o {window} AS o JOIN s {window} AS s
         ON o.id = s.id AND o.n < s.n AND NULLIF(o.n, 7) = NULLIF(o.n, 7)"
    );
    let lines = ["O 10:00 1 1", "O 10:01 1 5", "O 10:02 1 7", "S 10:03 1 9", "S 10:04 1 3"];
    assert_eq!(run(&sql, &lines), ["10:03:00 1|9", "10:03:00 5|9", "10:04:00 1|3"]);
}

#[test]
fn a_cross_join_pairs_every_row_of_the_windows() {
    let window = "OVER (ROWS 1 PRECEDING)";
    let sql = format!("SELECT STREAM o.n, s.n FROM o {window} AS o CROSS JOIN s {window} AS s");
    let lines = ["O 10:00 1 1", "O 10:01 1 2", "S 10:02 1 3", "O 10:03 1 4"];
    assert_eq!(run(&sql, &lines), ["10:02:00 1|3", "10:02:00 2|3", "10:03:00 4|3"]);
}

#[test]
fn a_stream_joins_itself_and_its_own_groups() {
    let sql = "SELECT STREAM o.n, p.n FROM o JOIN o OVER (ROWS 1 PRECEDING) AS p ON o.id = p.id";
    let rows = run(sql, &["O 10:00 1 1", "O 10:01 1 2", "10:02"]);
    assert_eq!(rows, ["10:00:00 1|1", "10:01:00 2|1", "10:01:00 2|2"]);
    let window = "OVER (RANGE INTERVAL '1' HOUR PRECEDING)";
    let sql = format!(
        "SELECT STREAM o.n, g.c FROM o {window} AS o JOIN
           (SELECT STREAM id, COUNT(*) AS c FROM o GROUP BY id, FLOOR(o.ROWTIME TO MINUTE)) AS g
         ON o.id = g.id"
    );
    let rows = run(&sql, &["O 10:00:10 1 1", "O 10:00:20 1 2", "O 10:01:10 1 3", "10:03"]);
    // The second group comes at 10:02 and finds three rows.
    let expected = ["10:01:00 1|2", "10:01:00 2|2", "10:01:10 3|2"];
    assert_eq!(rows[..3], expected.map(str::to_owned));
    assert_eq!(rows.len(), 6);
}

#[test]
fn a_joined_row_is_grouped_filtered_and_joined_further() {
    let sql = "CREATE STREAM d (id INTEGER, name VARCHAR(4), c BIGINT);
        CREATE PUMP p AS INSERT INTO d
        SELECT STREAM o.id, r.name, COUNT(*)
        FROM o OVER (RANGE INTERVAL '1' HOUR PRECEDING) AS o JOIN s ON o.id = s.id
        LEFT JOIN r ON r.id = o.id
        WHERE o.n > 0 GROUP BY o.id, r.name, FLOOR(ROWTIME TO MINUTE);";
    let program = compile(sql, &sources()).unwrap_or_else(|errors| panic!("{}", errors[0]));
    let row = vec![Value::Integer(1), Value::text("one")];
    let mut engine = program.start(HashMap::from([("R".to_owned(), vec![row])]));
    let lines =
        ["O 10:00 1 1", "O 10:00 1 0", "O 10:00 2 1", "S 10:00:10 1 0", "S 10:00:20 2 0", "10:05"];
    feed(&mut engine, &lines);
    let rows = shown(&engine.take_output("D"));
    assert_eq!(rows, ["10:01:00.000 1|one|1", "10:01:00.000 2||1"]);
}

#[test]
fn a_condition_that_fails_is_one_error_row() {
    let sql = "SELECT STREAM o.n FROM o OVER (ROWS 9 PRECEDING) AS o JOIN s ON 10 / s.n = o.n";
    let mut engine = query(sql).start(HashMap::new());
    feed(&mut engine, &["O 10:00 1 5", "S 10:01 1 0", "S 10:02 1 2", "10:03"]);
    assert_eq!(shown(&engine.take_output(QUERY_STREAM)), ["10:02:00.000 5"]);
    assert_eq!(engine.take_errors().len(), 1);
}

#[test]
fn using_makes_one_column_of_two() {
    let sql = "SELECT STREAM * FROM o JOIN s USING (id)";
    let program = query(sql);
    let columns: Vec<String> =
        program.streams()[0].columns.iter().map(|column| column.name.clone()).collect();
    assert_eq!(columns, ["ID", "N", "N"]);
}

#[test]
fn joins_that_streams_cannot_have_are_refused() {
    let cases = [
        ("o OVER (PARTITION BY id ROWS 1 PRECEDING) AS o JOIN s ON o.id = s.id", "partitioned"),
        ("o OVER (ROWS 1 PRECEDING) AS o", "where it is joined"),
        ("o OVER (ROWS 1 PRECEDING) AS o JOIN r ON o.id = r.id", "needs no window"),
        ("o JOIN s ON o.id = s.nope", "'NOPE' not found"),
        ("o JOIN s ON o.id", "expected a condition"),
        ("o JOIN s USING (nope)", "both sides"),
    ];
    for (join, expected) in cases {
        let refusal = compile_query(&format!("SELECT STREAM 1 FROM {join}"), &sources());
        let message = refusal.expect_err(join)[0].to_string();
        assert!(message.contains(expected), "{join}: {message}");
    }
}
