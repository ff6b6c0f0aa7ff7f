//! Part files: orphans, merging, snapshots, and directories that do not fit.
//! Does not: go over the wire.

use std::sync::Arc;

use levada_meta::{MetaStore, SqliteStore};
use levada_warehouse::{Login, Options, Warehouse, WarehouseError};

use crate::fixture::{Fixture, options};

#[tokio::test]
async fn what_an_unfinished_load_left_is_deleted_at_the_next_open() {
    let fixture = Fixture::new().await;
    fixture.run("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)").await;
    let part = fixture.files().remove(0);
    let orphan = part.with_file_name("11111111-1111-4111-8111-111111111111.parquet");
    std::fs::copy(&part, &orphan).unwrap();
    std::fs::create_dir(fixture.tables_dir().join("99")).unwrap();
    assert_eq!(fixture.lines("SELECT * FROM t").await, ["1"]);
    let fixture = fixture.reopened().await;
    assert_eq!(fixture.files(), [part]);
    assert!(!fixture.tables_dir().join("99").exists());
    assert_eq!(fixture.lines("SELECT * FROM t").await, ["1"]);
}

#[tokio::test]
async fn many_small_parts_become_one_and_no_row_is_lost() {
    let fixture = Fixture::new().await;
    fixture.run("CREATE TABLE t (a INT, b VARCHAR)").await;
    for row in 0..33 {
        fixture.run(&format!("INSERT INTO t VALUES ({row}, 'x{row}')")).await;
    }
    // The background merge may have been quicker; then there is nothing left to do.
    fixture.warehouse.compact("t").await.unwrap();
    assert_eq!(fixture.files().len(), 1);
    let got = fixture.lines("SELECT count(*), sum(a), max(b) FROM t").await;
    assert_eq!(got, ["33|528|x9"]);
    let fixture = fixture.reopened().await;
    assert_eq!(fixture.lines("SELECT count(DISTINCT b) FROM t").await, ["33"]);
}

#[tokio::test]
async fn a_query_reads_on_what_it_began_with() {
    use levada_warehouse::Outcome;
    let fixture = Fixture::new().await;
    fixture.run("CREATE TABLE t (a INT); INSERT INTO t VALUES (1), (2)").await;
    let answer = fixture.warehouse.execute("SELECT a FROM t ORDER BY a").await.unwrap();
    fixture.run("INSERT INTO t VALUES (3); DROP TABLE t").await;
    assert!(matches!(answer.outcome, Outcome::Rows(..)));
    let rows = answer.into_table().await.unwrap().rows;
    assert_eq!(rows.len(), 2);
    // With the last reader gone, the files go too.
    assert!(fixture.files().is_empty());
}

#[tokio::test]
async fn truncate_forgets_rows_and_what_was_loaded() {
    let fixture = Fixture::new().await;
    fixture.blob.write("lake", "a", "1\n");
    fixture.run("CREATE TABLE t (a INT)").await;
    for _ in 0..2 {
        fixture.run("TRUNCATE t").await;
        assert_eq!(fixture.run("COPY t FROM 's3://lake/a' CSV").await.tag, "COPY 1");
    }
    assert_eq!(fixture.lines("SELECT * FROM t").await, ["1"]);
}

#[tokio::test]
async fn a_directory_is_refused_by_a_control_store_it_does_not_belong_to() {
    let fixture = Fixture::new().await;
    fixture.run("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)").await;
    let other: Arc<dyn MetaStore> =
        Arc::new(SqliteStore::open(&fixture.dir.path().join("other.sqlite")).unwrap());
    let (blob, env) = (fixture.blob.clone(), fixture.env.clone());
    let opened = Warehouse::open(options(&fixture.dir), other, blob, env).await;
    assert!(matches!(opened.map(|_| ()), Err(WarehouseError::ForeignDirectory(_))));
    assert_eq!(fixture.files().len(), 1);
}

#[tokio::test]
async fn a_missing_part_is_named_at_open() {
    let fixture = Fixture::new().await;
    fixture.run("CREATE TABLE t (a INT); INSERT INTO t VALUES (1)").await;
    std::fs::remove_file(fixture.files().remove(0)).unwrap();
    let (meta, blob) = (fixture.meta.clone(), fixture.blob.clone());
    let opened = Warehouse::open(options(&fixture.dir), meta, blob, fixture.env.clone()).await;
    assert!(
        matches!(opened.map(|_| ()), Err(WarehouseError::MissingPart { table, .. }) if table == "t")
    );
}

#[tokio::test]
async fn an_address_beyond_loopback_needs_a_login() {
    let fixture = Fixture::new().await;
    let dir = tempfile::tempdir().unwrap();
    let meta: Arc<dyn MetaStore> =
        Arc::new(SqliteStore::open(&dir.path().join("meta.sqlite")).unwrap());
    let login = Login { user: "u".into(), password: "p".into() };
    for (login, good) in [(None, false), (Some(login), true)] {
        let listen = ([0, 0, 0, 0], 5439).into();
        let options = Options { listen, login, ..options(&dir) };
        let (meta, blob) = (meta.clone(), fixture.blob.clone());
        let opened = Warehouse::open(options, meta, blob, fixture.env.clone()).await;
        assert_eq!(opened.is_ok(), good);
    }
}
