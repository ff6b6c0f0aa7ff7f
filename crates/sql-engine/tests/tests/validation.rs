//! What is wrong with a program is said before it runs, with its place.
//! Does not: test the parser's own errors.

use levada_sql_engine::{Catalog, Value, compile};

use crate::support::{catalog, stream, table};

fn source() -> Catalog {
    catalog(
        vec![stream("S", "A INTEGER, B VARCHAR(4), T TIMESTAMP"), stream("R", "A INTEGER")],
        vec![table("REF", "A INTEGER, NAME VARCHAR(8)")],
    )
}

fn refusal(sql: &str) -> String {
    let errors = compile(sql, &source()).expect_err(sql);
    errors.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
}

fn pump(columns: &str, query: &str) -> String {
    format!("CREATE STREAM d ({columns});\nCREATE PUMP p AS INSERT INTO d\n{query};")
}

#[test]
fn an_unknown_column_is_named_with_its_line_and_column() {
    assert_eq!(
        refusal(&pump("a INTEGER", "SELECT STREAM a + nope FROM s")),
        "From line 3, column 19 to line 3, column 22: column 'NOPE' not found in any table"
    );
}

#[test]
fn every_wrong_statement_is_reported() {
    let sql = format!(
        "{}\nCREATE PUMP q AS INSERT INTO nowhere SELECT STREAM a FROM s;",
        pump("a INTEGER", "SELECT STREAM x.a FROM s")
    );
    let refusal = refusal(&sql);
    assert!(refusal.contains("table 'X' not found"), "{refusal}");
    assert!(refusal.contains("object 'NOWHERE' not found"), "{refusal}");
}

#[test]
fn types_have_to_fit() {
    let cases = [
        ("a INTEGER", "SELECT STREAM b FROM s", "cannot assign to target field 'A'"),
        ("a INTEGER", "SELECT STREAM a + b FROM s", "cannot apply '+' to INTEGER and VARCHAR(4)"),
        ("a INTEGER", "SELECT STREAM a FROM s WHERE b = 1", "cannot compare VARCHAR(4)"),
        ("a INTEGER", "SELECT STREAM a FROM s WHERE a", "expected a condition"),
        ("a INTEGER", "SELECT STREAM UPPER(a) FROM s", "expected UPPER(text)"),
        ("a INTEGER", "SELECT STREAM a, b FROM s", "target columns (1) does not equal"),
        ("a INTEGER NOT NULL, b INTEGER", "SELECT STREAM a, a + 'x' FROM s", "cannot apply"),
        ("a INTEGER", "SELECT STREAM T - T FROM s", "needs a qualifier"),
        ("a INTEGER", "SELECT STREAM CASE WHEN a = 1 THEN 1 ELSE 'x' END FROM s", "CASE"),
    ];
    for (columns, query, expected) in cases {
        let refusal = refusal(&pump(columns, query));
        assert!(refusal.contains(expected), "{query}: {refusal}");
    }
}

#[test]
fn grouping_needs_one_monotonic_term() {
    let cases = [
        ("SELECT STREAM COUNT(*) FROM s GROUP BY a", "needs a monotonic term"),
        ("SELECT STREAM COUNT(*) FROM s", "needs GROUP BY"),
        ("SELECT STREAM COUNT(*) FROM s GROUP BY FLOOR(s.T TO HOUR)", "needs a monotonic term"),
        (
            "SELECT STREAM a FROM s GROUP BY FLOOR(s.ROWTIME TO HOUR)",
            "neither grouped nor aggregated",
        ),
        (
            "SELECT STREAM COUNT(*) FROM s GROUP BY FLOOR(s.ROWTIME TO HOUR), s.ROWTIME",
            "one term of ROWTIME",
        ),
        ("SELECT STREAM COUNT(DISTINCT a) FROM s GROUP BY FLOOR(s.ROWTIME TO HOUR)", "DISTINCT"),
    ];
    for (query, expected) in cases {
        let refusal = refusal(&pump("a INTEGER", query));
        assert!(refusal.contains(expected), "{query}: {refusal}");
    }
}

#[test]
fn names_are_defined_once_and_the_error_stream_is_reserved() {
    let cases = [
        ("CREATE STREAM d (a INTEGER); CREATE STREAM d (a INTEGER)", "already defined"),
        ("CREATE STREAM s (a INTEGER)", "already defined"),
        ("CREATE STREAM d (a INTEGER, A INTEGER)", "column 'A' is already defined"),
        ("CREATE STREAM error_stream (a INTEGER)", "reserved"),
        ("CREATE STREAM d (rowtime TIMESTAMP)", "ROWTIME"),
    ];
    for (sql, expected) in cases {
        let refusal = refusal(sql);
        assert!(refusal.contains(expected), "{sql}: {refusal}");
    }
    let reading = refusal(&pump("a INTEGER", "SELECT STREAM message FROM error_stream"));
    assert!(reading.contains("cannot be read"), "{reading}");
}

#[test]
fn a_circle_of_pumps_is_refused() {
    let refusal = refusal(
        "CREATE STREAM d (a INTEGER); CREATE STREAM e (a INTEGER);
         CREATE PUMP p AS INSERT INTO d SELECT STREAM a FROM e;
         CREATE PUMP q AS INSERT INTO e SELECT STREAM a FROM d;",
    );
    assert!(refusal.contains("over other pumps"), "{refusal}");
}

#[test]
fn a_table_is_kept_whole_only_beside_windows() {
    let query = "SELECT STREAM ref.a FROM ref LEFT JOIN s ON s.a = ref.a";
    let refusal = refusal(&pump("a INTEGER", query));
    assert!(refusal.contains("tumbling windows"), "{refusal}");
}

#[test]
fn long_chains_and_deep_nesting_fit_a_small_stack() {
    let chain = format!("SELECT STREAM a{} FROM s", " + a".repeat(999));
    let (open, close) = ("(".repeat(60), ")".repeat(60));
    let deep = format!("SELECT STREAM {open}a{close} FROM s WHERE {}", "NOT ".repeat(30) + "a = 1");
    for query in [chain, deep] {
        let sql = pump("a INTEGER", &query);
        let check = move || {
            let program = compile(&sql, &source()).expect("a program");
            let mut engine = program.start(std::collections::HashMap::new());
            let row = vec![Value::Integer(1), Value::Null, Value::Null];
            engine.push("S", vec![(levada_types::Timestamp(0), row)]);
            engine.take_output("D").len()
        };
        let thread = std::thread::Builder::new().stack_size(2 << 20).spawn(check);
        assert_eq!(thread.unwrap().join().unwrap(), 1);
    }
}

#[test]
fn a_system_column_can_be_named_and_is_not_among_all_columns() {
    let mut source = source();
    let key = levada_sql_engine::ColumnDef::system(
        "PARTITION_KEY",
        levada_sql_engine::SqlType::Varchar(8),
    );
    source.streams[0].columns.push(key);
    let compiled = |columns: &str, query: &str| compile(&pump(columns, query), &source).is_ok();
    let all = "a INTEGER, b VARCHAR(4), t TIMESTAMP";
    assert!(compiled(all, "SELECT STREAM * FROM s"));
    assert!(compiled(all, "SELECT STREAM x.* FROM s AS x"));
    assert!(compiled(all, "SELECT STREAM * FROM s AS x(d, e, f)"));
    assert!(compiled("k VARCHAR(8)", "SELECT STREAM x.partition_key FROM s AS x"));
    assert!(!compiled("k VARCHAR(8)", "SELECT STREAM partition_key FROM r"));
}
