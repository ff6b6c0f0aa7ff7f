//! Clients over the PostgreSQL wire: types, parameters, errors, logins, transactions.
//! Does not: use drivers of other languages (see the conformance tests).

use std::sync::Arc;

use levada_meta::{MetaStore, SqliteStore};
use levada_warehouse::{Login, Options, Warehouse};
use tokio_postgres::SimpleQueryMessage;
use tokio_postgres::error::SqlState;

use crate::fixture::{Fixture, connect, options, texts};

const EVERYTHING: &str = "CREATE TABLE e (
    i2 SMALLINT, i4 INT, i8 BIGINT, n DECIMAL(12,3), f4 REAL, f8 DOUBLE PRECISION, b BOOLEAN,
    c CHAR(4), v VARCHAR(10), d DATE, t TIMESTAMP, z TIMESTAMPTZ)";
const VALUES: &str = "INSERT INTO e VALUES (1, -2, 3, 1234.5, 0.5, 1e100, true, 'ab', 'it''s',
    '2026-02-03', '2026-02-03 04:05:06.78', '2026-02-03T04:05:06+02:00')";

#[tokio::test]
async fn every_type_arrives_as_text_in_postgresql_spelling() {
    let fixture = Fixture::new().await;
    let client = fixture.client().await;
    client.batch_execute(EVERYTHING).await.unwrap();
    client.batch_execute(VALUES).await.unwrap();
    client.batch_execute("INSERT INTO e (i4) VALUES (NULL)").await.unwrap();
    let rows = texts(&client.simple_query("SELECT * FROM e ORDER BY i2").await.unwrap());
    let first: Vec<&str> = rows[0].iter().map(|cell| cell.as_deref().unwrap_or("-")).collect();
    assert_eq!(first[..5], ["1", "-2", "3", "1234.500", "0.5"]);
    assert_eq!(first[6..9], ["t", "ab", "it's"]);
    assert_eq!(first[9..], ["2026-02-03", "2026-02-03 04:05:06.78", "2026-02-03 02:05:06+00"]);
    assert!(rows[1].iter().all(Option::is_none));
}

#[tokio::test]
async fn prepared_statements_take_typed_parameters_and_answer_in_binary() {
    let fixture = Fixture::new().await;
    let client = fixture.client().await;
    client.batch_execute("CREATE TABLE p (id BIGINT, name VARCHAR(20), f DOUBLE PRECISION, b BOOLEAN, i SMALLINT)").await.unwrap();
    let insert = client.prepare("INSERT INTO p VALUES ($1, $2, $3, $4, $5)").await.unwrap();
    for id in 0..3i64 {
        let name = format!("n'{id}");
        let done = client.execute(&insert, &[&id, &name, &0.25f64, &(id == 1), &7i16]).await;
        assert_eq!(done.unwrap(), 1);
    }
    client.execute(&insert, &[&9i64, &None::<String>, &1.0f64, &false, &1i16]).await.unwrap();
    let select = client
        .prepare("SELECT id, name, f, b, i FROM p WHERE id >= $1 ORDER BY id LIMIT 2")
        .await
        .unwrap();
    let rows = client.query(&select, &[&1i64]).await.unwrap();
    assert_eq!(rows.len(), 2);
    let row = &rows[0];
    assert_eq!(row.get::<_, i64>(0), 1);
    assert_eq!(row.get::<_, Option<String>>(1).as_deref(), Some("n'1"));
    assert_eq!(
        (row.get::<_, f64>(2), row.get::<_, bool>(3), row.get::<_, i16>(4)),
        (0.25, true, 7)
    );
    let row = client
        .query_one("SELECT name, count(*) FROM p WHERE id = $1 GROUP BY name", &[&9i64])
        .await
        .unwrap();
    assert_eq!((row.get::<_, Option<String>>(0), row.get::<_, i64>(1)), (None, 1));
}

#[tokio::test]
async fn joins_aggregates_windows_and_common_table_expressions_are_answered() {
    let fixture = Fixture::new().await;
    fixture
        .run(
            "CREATE TABLE s (id INT, city VARCHAR); CREATE TABLE x (s INT, at TIMESTAMP, a DECIMAL(8,2));
             INSERT INTO s VALUES (1, 'Porto'), (2, 'Faro'), (3, 'Braga');
             INSERT INTO x VALUES (1, '2026-01-01 00:10:00', 1.10), (1, '2026-01-01 00:50:00', 2.20),
               (2, '2026-01-01 01:00:00', 3.335);",
        )
        .await;
    let got = fixture
        .lines(
            "WITH h AS (SELECT s, date_trunc('hour', at) AS hour, sum(a) AS a FROM x GROUP BY 1, 2)
             SELECT s.city, h.hour, h.a, round(h.a * 1.5, 1), rank() OVER (ORDER BY h.a DESC NULLS LAST)
             FROM s LEFT JOIN h ON h.s = s.id ORDER BY s.id",
        )
        .await;
    assert_eq!(
        got,
        [
            "Porto|2026-01-01 00:00:00|3.30|5.0|2",
            "Faro|2026-01-01 01:00:00|3.34|5.0|1",
            "Braga|-|-|-|3"
        ]
    );
}

#[tokio::test]
async fn errors_carry_the_code_that_clients_act_on() {
    let fixture = Fixture::new().await;
    let client = fixture.client().await;
    client.batch_execute("CREATE TABLE t (a INT NOT NULL)").await.unwrap();
    for (sql, state) in [
        ("SELECT * FROM missing", SqlState::UNDEFINED_TABLE),
        ("SELECT b FROM t", SqlState::UNDEFINED_COLUMN),
        ("SELEC 1", SqlState::SYNTAX_ERROR),
        ("SELECT 1 FROM", SqlState::SYNTAX_ERROR),
        ("CREATE TABLE t (a INT)", SqlState::DUPLICATE_TABLE),
        ("SELECT nope(1)", SqlState::UNDEFINED_FUNCTION),
        ("INSERT INTO t VALUES (NULL)", SqlState::NOT_NULL_VIOLATION),
        ("INSERT INTO t VALUES ('x')", SqlState::INVALID_TEXT_REPRESENTATION),
        ("SELECT 1/0", SqlState::DIVISION_BY_ZERO),
        ("UPDATE t SET a = 1", SqlState::FEATURE_NOT_SUPPORTED),
        ("COPY t FROM 's3://lake/x' MAXERROR 5", SqlState::FEATURE_NOT_SUPPORTED),
    ] {
        let simple = client.simple_query(sql).await.unwrap_err();
        assert_eq!(simple.code(), Some(&state), "{sql}: {simple:?}");
        let prepared = client.query(sql, &[]).await.unwrap_err();
        assert_eq!(prepared.code(), Some(&state), "{sql}: {prepared:?}");
    }
    // The connection is good for more.
    assert_eq!(client.query_one("SELECT 1", &[]).await.unwrap().get::<_, i64>(0), 1);
}

#[tokio::test]
async fn a_deep_statement_is_an_error_or_an_answer_and_never_the_end() {
    let fixture = Fixture::new().await;
    fixture.run("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)").await;
    let deep = format!("SELECT {}1{}", "(".repeat(3_000), ")".repeat(3_000));
    assert_eq!(fixture.fail(&deep).await.sqlstate(), "54001");
    let long = |times| format!("SELECT a{} FROM t", " + a".repeat(times));
    assert_eq!(fixture.fail(&long(3_000)).await.sqlstate(), "54001");
    assert_eq!(fixture.lines(&long(250)).await, ["251"]);
    for nested in ["(", "abs(", "-("] {
        let sql = format!("SELECT {}a{} FROM t", nested.repeat(60), ")".repeat(60));
        let _ = fixture.warehouse.query(&sql).await;
    }
    let not = |times| format!("SELECT {}true{}", "NOT (".repeat(times), ")".repeat(times));
    assert_eq!(fixture.lines(&not(4)).await, ["t"]);
    assert_eq!(fixture.fail(&not(60)).await.sqlstate(), "54001");
    assert_eq!(fixture.lines("SELECT 1").await, ["1"]);
}

#[tokio::test]
async fn what_clients_ask_when_they_connect_is_answered() {
    let fixture = Fixture::new().await;
    let client = fixture.client().await;
    for sql in [
        "SELECT version()",
        "SET client_encoding TO 'UTF8'",
        "SHOW server_version",
        "SHOW TRANSACTION ISOLATION LEVEL",
        "SELECT current_database(), current_schema()",
        "SELECT table_name FROM information_schema.tables",
        "SELECT now(), current_date, getdate()",
        "",
        ";",
        "-- nothing",
    ] {
        client.simple_query(sql).await.unwrap_or_else(|error| panic!("{sql}: {error:?}"));
    }
    let version = texts(&client.simple_query("SELECT version()").await.unwrap());
    assert!(version[0][0].as_deref().unwrap().starts_with("PostgreSQL 15"));
}

#[tokio::test]
async fn psql_lists_the_tables() {
    let fixture = Fixture::new().await;
    fixture.run("CREATE TABLE b (x INT); CREATE TABLE a (x INT)").await;
    let listed = fixture
        .lines(
            r#"SELECT n.nspname as "Schema", c.relname as "Name",
                 CASE c.relkind WHEN 'r' THEN 'table' WHEN 'v' THEN 'view' END as "Type",
                 pg_catalog.pg_get_userbyid(c.relowner) as "Owner"
               FROM pg_catalog.pg_class c
                 LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
                 LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
               WHERE c.relkind IN ('r','p','') AND n.nspname <> 'pg_catalog'
                 AND n.nspname !~ '^pg_toast' AND n.nspname <> 'information_schema'
                 AND pg_catalog.pg_table_is_visible(c.oid)
               ORDER BY 1,2"#,
        )
        .await;
    assert_eq!(listed, ["public|a|table|levada", "public|b|table|levada"]);
}

#[tokio::test]
async fn columns_are_headed_as_in_postgresql() {
    let fixture = Fixture::new().await;
    let table =
        fixture.run("SELECT count(*), max(a) AS \"M\", sum(a) FROM (VALUES (1)) AS v (a)").await;
    let heads: Vec<&str> = table.columns.iter().map(|head| head.name.as_str()).collect();
    assert_eq!(heads, ["count", "M", "sum"]);
}

#[tokio::test]
async fn a_script_stops_at_its_first_error_and_what_came_before_stays() {
    let fixture = Fixture::new().await;
    let client = fixture.client().await;
    let script = "CREATE TABLE a (x INT); SELECT * FROM missing; CREATE TABLE b (x INT)";
    assert!(client.simple_query(script).await.is_err());
    let names = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'";
    assert_eq!(texts(&client.simple_query(names).await.unwrap()), [[Some("a".to_owned())]]);
    let tags = client.simple_query("INSERT INTO a VALUES (1), (2)").await.unwrap();
    assert!(matches!(tags[..], [SimpleQueryMessage::CommandComplete(2)]));
}

#[tokio::test]
async fn transactions_are_tolerated_and_a_failed_one_must_be_ended() {
    let fixture = Fixture::new().await;
    let client = fixture.client().await;
    client.batch_execute("BEGIN; CREATE TABLE a (x INT)").await.unwrap();
    assert!(client.batch_execute("SELECT * FROM missing").await.is_err());
    let error = client.batch_execute("SELECT 1").await.unwrap_err();
    assert_eq!(error.code(), Some(&SqlState::IN_FAILED_SQL_TRANSACTION));
    client.batch_execute("ROLLBACK").await.unwrap();
    client.batch_execute("SELECT * FROM a").await.unwrap();
}

#[tokio::test]
async fn a_configured_login_is_asked_for() {
    let fixture = Fixture::new().await;
    let dir = tempfile::tempdir().unwrap();
    let meta: Arc<dyn MetaStore> =
        Arc::new(SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap());
    let login = Login { user: "boss".into(), password: "secret".into() };
    let options = Options { login: Some(login.clone()), ..options(&dir) };
    let blob = fixture.blob.clone();
    let warehouse = Warehouse::open(options, meta, blob, fixture.env.clone()).await.unwrap();
    let client = connect(&warehouse, Some(&login)).await.unwrap();
    client.batch_execute("SELECT 1").await.unwrap();
    for (user, password) in [("boss", "wrong"), ("other", "secret")] {
        let wrong = Login { user: user.into(), password: password.into() };
        assert!(connect(&warehouse, Some(&wrong)).await.is_err());
    }
    assert!(connect(&warehouse, None).await.is_err());
}
