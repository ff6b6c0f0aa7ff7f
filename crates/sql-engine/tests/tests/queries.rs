//! UNION ALL, DISTINCT, ORDER BY, stagger windows, views, created functions and table functions.
//! Does not: test joins and windows (see `joins`, `sliding`).

use std::collections::HashMap;

use levada_sql_engine::{Catalog, Engine, QUERY_STREAM, Value, compile, compile_query};

use crate::support::{at, catalog, program, shown, stream, text};

fn sources() -> Catalog {
    let columns = "K VARCHAR(4), N INTEGER, T TIMESTAMP";
    catalog(vec![stream("S", columns), stream("U", columns)], Vec::new())
}

fn push(engine: &mut Engine, line: &str) {
    let parts: Vec<&str> = line.split(' ').collect();
    let [stream, time, key, number] = parts[..4] else { panic!("{line}") };
    let event = parts.get(4).map_or(Value::Null, |event| Value::Timestamp(at(event)));
    let row = vec![text(key), Value::Integer(number.parse().unwrap()), event];
    engine.push(stream, vec![(at(time), row)]);
}

fn rows(engine: &mut Engine, stream: &str) -> Vec<String> {
    let rows = shown(&engine.take_output(stream));
    rows.into_iter().map(|row| row.replace(".000", "").replace("2018-11-01 ", "")).collect()
}

fn feed(engine: &mut Engine, lines: &[&str]) {
    for line in lines {
        match line.contains(' ') {
            true => push(engine, line),
            false => engine.advance(at(line)),
        }
    }
}

fn run(sql: &str, lines: &[&str]) -> Vec<String> {
    let program = compile_query(sql, &sources());
    let program = program.unwrap_or_else(|errors| panic!("{sql}: {}", errors[0]));
    let mut engine = program.start(HashMap::new());
    feed(&mut engine, lines);
    rows(&mut engine, QUERY_STREAM)
}

fn refusal(sql: &str) -> String {
    let errors = match sql.contains("CREATE") {
        true => compile(sql, &sources()).expect_err(sql),
        false => compile_query(sql, &sources()).expect_err(sql),
    };
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_union_merges_by_rowtime_and_waits_for_the_slower_side() {
    let sql = "SELECT STREAM k, n FROM s UNION ALL SELECT STREAM k, n + 100 FROM u";
    let lines = ["S 10:00 a 1", "U 10:01 b 2", "S 10:02 c 3"];
    assert_eq!(run(sql, &lines), ["10:00:00 a|1", "10:01:00 b|102"]);
    let with_bound = [&lines[..], &["10:03"]].concat();
    assert_eq!(run(sql, &with_bound).len(), 3);
}

#[test]
fn a_union_finds_the_types_that_its_queries_have_in_common() {
    let sql = "SELECT STREAM n AS x FROM s UNION ALL SELECT STREAM 1.5 FROM s
               UNION ALL SELECT STREAM n FROM u";
    assert_eq!(
        run(sql, &["S 10:00 a 1", "U 10:00 a 2", "10:01"]),
        ["10:00:00 1.0", "10:00:00 1.5", "10:00:00 2.0"]
    );
    assert!(refusal("SELECT STREAM n FROM s UNION ALL SELECT STREAM k FROM u").contains("'N'"));
    assert!(refusal("SELECT STREAM n FROM s UNION SELECT STREAM n FROM u").contains("UNION ALL"));
    assert!(refusal("SELECT STREAM n FROM s EXCEPT SELECT STREAM n FROM u").contains("EXCEPT"));
}

#[test]
fn distinct_rows_come_at_once_and_again_in_the_next_period() {
    let sql = "SELECT STREAM DISTINCT FLOOR(s.ROWTIME TO MINUTE) AS m, k FROM s";
    let lines = ["S 10:00:01 a 1", "S 10:00:02 a 2", "S 10:00:03 b 1", "S 10:01:00 a 1"];
    assert_eq!(
        run(sql, &lines),
        ["10:00:01 10:00:00|a", "10:00:03 10:00:00|b", "10:01:00 10:01:00|a"]
    );
    let sql = "SELECT STREAM DISTINCT ROWTIME, k FROM s";
    let lines = ["S 10:00 a 1", "S 10:00 a 2", "S 10:01 a 1"];
    assert_eq!(run(sql, &lines).len(), 2);
    assert!(refusal("SELECT STREAM DISTINCT k FROM s").contains("monotonic"));
}

#[test]
fn order_by_sorts_each_run_of_the_leading_term() {
    let sql = "SELECT STREAM k, n FROM s ORDER BY FLOOR(s.ROWTIME TO MINUTE), n DESC";
    let lines = ["S 10:00:01 a 1", "S 10:00:02 b 3", "S 10:00:03 c 2", "S 10:01:00 d 9"];
    assert_eq!(run(sql, &lines), ["10:00:02 b|3", "10:00:03 c|2", "10:00:03 a|1"]);
    let sql = "SELECT STREAM k FROM s ORDER BY s.ROWTIME, k";
    let lines = ["S 10:00 b 1", "S 10:00 a 1", "S 10:01 c 1", "10:02"];
    assert_eq!(run(sql, &lines), ["10:00:00 a", "10:00:00 b", "10:01:00 c"]);
    assert!(refusal("SELECT STREAM k FROM s ORDER BY k").contains("monotonic"));
    assert!(refusal("SELECT STREAM k FROM s ORDER BY s.ROWTIME DESC").contains("backwards"));
}

#[test]
fn groups_are_sorted_within_their_window() {
    let sql = "SELECT STREAM STEP(s.ROWTIME BY INTERVAL '1' MINUTE) AS w, k, SUM(n) AS total
               FROM s GROUP BY STEP(s.ROWTIME BY INTERVAL '1' MINUTE), k
               ORDER BY w, total DESC, COUNT(*)";
    let lines = ["S 10:00 a 1", "S 10:00 b 5", "S 10:00 a 2", "10:01"];
    assert_eq!(run(sql, &lines), ["10:01:00 10:00:00|b|5", "10:01:00 10:00:00|a|3"]);
}

#[test]
fn a_t_sort_puts_events_in_the_order_of_their_own_time() {
    let sql = "SELECT STREAM t AS ROWTIME, k FROM s ORDER BY t WITHIN INTERVAL '10' SECOND";
    let lines = [
        "S 11:00:00 a 1 10:00:05",
        "S 11:00:01 b 1 10:00:00",
        "S 11:00:02 x 1",
        "S 11:00:03 c 1 10:00:12",
        "S 11:00:04 d 1 10:00:15",
        "12:00",
    ];
    assert_eq!(run(sql, &lines), ["10:00:00 10:00:00|b", "10:00:05 10:00:05|a"]);
    let late = "S 11:00:05 e 1 10:00:01";
    let program = compile_query(sql, &sources()).unwrap();
    let mut engine = program.start(HashMap::new());
    feed(&mut engine, &[&lines[..5], &[late, "12:00"]].concat());
    let errors = engine.take_errors();
    assert_eq!(errors.len(), 1);
    assert_eq!(errors[0].name, "ROWTIME_OUT_OF_ORDER");
    let other = "SELECT STREAM k FROM s ORDER BY t WITHIN INTERVAL '10' SECOND";
    assert!(refusal(other).contains("AS ROWTIME"));
}

#[test]
fn a_t_sort_feeds_windows() {
    let sql = "SELECT STREAM k, COUNT(*) FROM
                 (SELECT STREAM t AS ROWTIME, k FROM s ORDER BY t WITHIN INTERVAL '5' SECOND) AS e
               GROUP BY k, FLOOR(e.ROWTIME TO MINUTE)";
    let lines = [
        "S 11:00:00 a 1 10:00:58",
        "S 11:00:01 a 1 10:01:01",
        "S 11:00:02 a 1 10:00:59",
        "S 11:00:03 a 1 10:01:30",
    ];
    assert_eq!(run(sql, &lines), ["10:01:00 a|2"]);
}

#[test]
fn every_key_has_a_stagger_window_of_its_own() {
    let sql = "SELECT STREAM k, COUNT(*), SUM(n) FROM s
               WINDOWED BY STAGGER (PARTITION BY k RANGE INTERVAL '1' MINUTE)
               HAVING COUNT(*) > 1";
    let lines = [
        "S 10:00:10 a 1",
        "S 10:00:30 b 1",
        "S 10:00:40 a 2",
        "S 10:01:10 a 3",
        "S 10:01:20 a 4",
        "S 10:02:00 c 1",
        "10:05",
    ];
    assert_eq!(run(sql, &lines), ["10:01:10 a|2|3", "10:02:10 a|2|7"]);
    let ungrouped = "SELECT STREAM n FROM s
                     WINDOWED BY STAGGER (PARTITION BY k RANGE INTERVAL '1' MINUTE)";
    assert!(refusal(ungrouped).contains("neither grouped"));
}

#[test]
fn views_are_queries_with_names_for_their_columns() {
    let sql = "CREATE STREAM d (k VARCHAR(4), twice INTEGER);
        CREATE OR REPLACE VIEW v (key, twice) AS SELECT STREAM k, n * 2 FROM s WHERE n > 1;
        CREATE PUMP p AS INSERT INTO d SELECT STREAM key, twice FROM v;";
    let mut engine = program(sql, &sources()).start(HashMap::new());
    feed(&mut engine, &["S 10:00 a 1", "S 10:00 b 2"]);
    assert_eq!(rows(&mut engine, "D"), ["10:00:00 b|4"]);
}

#[test]
fn created_functions_are_chosen_by_their_parameters() {
    let sql = "CREATE FUNCTION twice(x INTEGER) RETURNS INTEGER CONTAINS SQL RETURN x * 2;
        CREATE FUNCTION twice(x VARCHAR(8)) RETURNS VARCHAR(16) CONTAINS SQL RETURN x || x;
        CREATE FUNCTION fourfold(x INTEGER) RETURNS INTEGER CONTAINS SQL
          RETURN twice(twice(x));
        CREATE FUNCTION or_zero(x INTEGER) RETURNS INTEGER CONTAINS SQL
          RETURNS NULL ON NULL INPUT RETURN COALESCE(x, 0);
        CREATE STREAM d (a INTEGER, b VARCHAR(16), c INTEGER, e INTEGER);
        CREATE PUMP p AS INSERT INTO d
          SELECT STREAM twice(n), twice(k), fourfold(n), or_zero(NULLIF(n, 3)) FROM s;";
    let mut engine = program(sql, &sources()).start(HashMap::new());
    feed(&mut engine, &["S 10:00 a 3"]);
    assert_eq!(rows(&mut engine, "D"), ["10:00:00 6|aa|12|"]);
    let call = |body: &str| {
        format!(
            "CREATE FUNCTION f(x BIGINT) RETURNS BIGINT CONTAINS SQL RETURN {body};
                 CREATE STREAM d (a BIGINT);
                 CREATE PUMP p AS INSERT INTO d SELECT STREAM f(n) FROM s;"
        )
    };
    assert!(refusal(&call("x")).contains("no function F takes (INTEGER)"));
    assert!(refusal(&call("y")).contains("'Y' not found"));
    assert!(refusal(&call("f(x)")).contains("nested too deeply"));
    assert!(refusal(&call("'a'")).contains("its body gives VARCHAR(1)"));
}

#[test]
fn what_is_dropped_again_leaves_no_trace() {
    let sql = "CREATE STREAM d (n VARCHAR(2)); DROP STREAM d; CREATE STREAM d (n INTEGER);
        CREATE PUMP p AS INSERT INTO d SELECT STREAM n FROM s;
        CREATE PUMP q AS INSERT INTO d SELECT STREAM n FROM s; DROP PUMP q;
        ALTER PUMP p STOP; ALTER PUMP p START;";
    let mut engine = program(sql, &sources()).start(HashMap::new());
    feed(&mut engine, &["S 10:00 a 3"]);
    assert_eq!(rows(&mut engine, "D"), ["10:00:00 3"]);
    assert!(refusal("CREATE STREAM d (n INTEGER); DROP PUMP d").contains("no 'D' to drop"));
}

#[test]
fn a_table_function_stands_in_from() {
    let sql = "SELECT STREAM * FROM TABLE(TOP_K_ITEMS_TUMBLING(
                 CURSOR(SELECT STREAM k, n FROM s WHERE n > 0), 'K', 1, 60)) AS top";
    let lines = ["S 10:00 a 1", "S 10:00 b 1", "S 10:00 b 2", "S 10:00 a 0", "10:02"];
    assert_eq!(run(sql, &lines).len(), 1);
    let wrong = "SELECT STREAM * FROM TABLE(TOP_K_ITEMS_TUMBLING(
                   CURSOR(SELECT STREAM k FROM s), 'k', 1, 60))";
    assert!(refusal(wrong).contains("line 2"), "{}", refusal(wrong));
    assert!(
        refusal("SELECT STREAM * FROM TABLE(NOPE(CURSOR(SELECT STREAM k FROM s)))")
            .contains("no table function NOPE")
    );
}

#[test]
fn the_fields_of_a_record_are_named_by_way_of_it() {
    let parse = "VARIABLE_COLUMN_LOG_PARSE(k, 'A TYPE VARCHAR(4), B TYPE INTEGER', ',')";
    let lines = ["S 10:00 x,7 1"];
    let expected = ["10:00:00 7|x|1"];
    let named = format!(
        "SELECT STREAM t.rec.b, rec.a, n FROM (SELECT STREAM {parse} AS rec, n FROM s) AS t"
    );
    assert_eq!(run(&named, &lines), expected);
    let renamed = format!(
        "SELECT STREAM l.r.b, l.r.a, l.m FROM (SELECT STREAM {parse}, n FROM s) AS l(r, m)"
    );
    assert_eq!(run(&renamed, &lines), expected);
    let whole =
        format!("SELECT STREAM t.rec.*, t.rec FROM (SELECT STREAM {parse} AS rec FROM s) AS t");
    assert_eq!(run(&whole, &lines), ["10:00:00 x|7|x|7"]);
    assert!(refusal(&format!("SELECT STREAM n FROM s WHERE {parse} = 'a'")).contains("a record"));
    let nowhere = format!("SELECT STREAM t.rec.c FROM (SELECT STREAM {parse} AS rec FROM s) AS t");
    assert!(refusal(&nowhere).contains("not found in any record"));
}
