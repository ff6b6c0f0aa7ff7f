//! The plan as it is told, the counters of a running engine, memory, and error rows' places.
//! Does not: measure speed.

use std::collections::HashMap;

use levada_sql_engine::{
    Catalog, ColumnDef, Engine, SqlType, StreamDef, Value, error_stream_columns,
};
use levada_types::Timestamp;

use crate::support::{at, catalog, program, stream, table, text};

fn sources() -> Catalog {
    catalog(
        vec![stream("S", "K VARCHAR(8), N INTEGER"), stream("U", "K VARCHAR(8), N INTEGER")],
        vec![table("R", "K VARCHAR(8), NAME VARCHAR(8)")],
    )
}

const SQL: &str = "
CREATE STREAM totals (k VARCHAR(8), total BIGINT);
CREATE STREAM met (k VARCHAR(8), a INTEGER);
CREATE PUMP sums AS INSERT INTO totals
  SELECT STREAM k, SUM(n) FROM s WHERE n > 0
  GROUP BY k, STEP(s.ROWTIME BY INTERVAL '1' MINUTE);
CREATE PUMP meetings AS INSERT INTO met
  SELECT STREAM a.k, b.n FROM s OVER (RANGE INTERVAL '1' MINUTE PRECEDING) AS a
  JOIN u AS b ON a.k = b.k LEFT JOIN r ON r.k = a.k;";

fn push(engine: &mut Engine, time: &str, key: &str, number: i64) {
    engine.push("S", vec![(at(time), vec![text(key), Value::Integer(number)])]);
}

#[test]
fn a_plan_names_operators_windows_and_keys_in_the_programs_words() {
    let shown = program(SQL, &sources()).explain().to_string();
    let expected = [
        "SUMS: S -> TOTALS",
        "  Filter where=[n > 0]",
        "  Tumble window=[STEP(s.ROWTIME BY INTERVAL '1' MINUTE)] keys=[k] aggregates=[SUM(n)] *",
        "  Insert columns=[K, TOTAL]",
        "  StreamJoin join=[INNER] left=[RANGE 60 s PRECEDING] right=[latest row] keys=[a.k] *",
        "  LookupJoin table=[R] join=[LEFT] keys=[a.k]",
        "MEETINGS: merged in order of arrival",
    ];
    for line in expected {
        assert!(shown.lines().any(|shown| shown == line), "{line}\n{shown}");
    }
}

#[test]
fn counters_stand_beside_the_plan() {
    let program = program(SQL, &sources());
    let mut engine = program.start(HashMap::new());
    for (time, number) in [("10:00", 1), ("10:00", 0), ("10:00", 2)] {
        push(&mut engine, time, "a", number);
    }
    let plan = program.explain();
    let sums = plan.pumps.iter().position(|pump| pump.name == "SUMS").unwrap();
    let [filter, tumble, ..] = engine.counters()[sums][..] else { panic!("two operators") };
    assert_eq!(plan.pumps[sums].operators[1].operator, "Tumble");
    assert_eq!((filter.rows_in, filter.rows_out), (3, 2));
    assert_eq!((tumble.rows_in, tumble.rows_out), (2, 0));
    assert!(tumble.state_bytes > 0);
    assert_eq!(filter.watermark, Some(at("10:00")));
    engine.advance(at("10:01"));
    let [_, tumble, ..] = engine.counters()[sums][..] else { panic!("two operators") };
    assert_eq!((tumble.rows_out, tumble.state_bytes < 200), (1, true));
}

#[test]
fn state_beyond_a_limit_is_told_with_the_pump_that_holds_it() {
    let mut engine = program(SQL, &sources()).start(HashMap::new());
    assert_eq!(engine.check_memory(0), Ok(()));
    for key in 0..1_000 {
        push(&mut engine, "10:00", &format!("key{key}"), 1);
    }
    assert_eq!(engine.check_memory(10_000_000), Ok(()));
    let exceeded = engine.check_memory(10_000).unwrap_err();
    assert!(exceeded.bytes > 10_000);
    assert!(exceeded.to_string().contains("MEETINGS"), "{exceeded}");
}

#[test]
fn an_error_row_tells_the_row_its_record_and_the_expression() {
    let mut columns = vec![ColumnDef::new("N", SqlType::Integer)];
    columns.push(ColumnDef::system("SEQUENCE_NUMBER", SqlType::Varchar(128)));
    let streams = vec![StreamDef { name: "S".to_owned(), columns }];
    let sql = "CREATE STREAM d (x INTEGER);
CREATE PUMP p AS INSERT INTO d
SELECT STREAM 1 + 10 / n FROM s WHERE n < 5;";
    let program = program(sql, &Catalog { streams, tables: Vec::new() });
    let mut engine = program.start(HashMap::new());
    engine.push("S", vec![(Timestamp(0), vec![Value::Integer(0), text("4965")])]);
    engine.advance(Timestamp(1));
    let [error] = &engine.take_errors()[..] else { panic!("one error") };
    assert_eq!(error.decoded_row, "[0,\"4965\"]");
    assert_eq!(error.sequence_number.as_deref(), Some("4965"));
    let expected = "line 3, column 19 to line 3, column 24: 10 / n";
    assert_eq!(error.expression.as_deref(), Some(expected));
    assert_eq!(error.values().len(), error_stream_columns().len());
}
