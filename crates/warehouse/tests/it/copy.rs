//! COPY: what it loads, what it refuses, and that nothing is loaded twice.
//! Does not: go over the wire.

use crate::fixture::{Fixture, gzip};

const TOLLS: &str = "CREATE TABLE tolls (
    id BIGINT NOT NULL, station VARCHAR(8), amount DECIMAL(8,2), at TIMESTAMP, paid BOOLEAN)";

async fn tolls() -> Fixture {
    let fixture = Fixture::new().await;
    fixture.run(TOLLS).await;
    fixture
}

fn toll(id: u32) -> String {
    format!(
        "{{\"Id\":{id},\"station\":\"S{}\",\"amount\":{id}.05,\"at\":\"2026-11-23T10:00:00Z\"}}",
        id % 3
    )
}

#[tokio::test]
async fn concatenated_json_is_loaded_from_a_compressed_object() {
    let fixture = tolls().await;
    let text: String = (0..1000).map(toll).collect();
    fixture.blob.write("lake", "in/a.gz", gzip(&text));
    let answer = fixture.run("COPY tolls FROM 's3://lake/in/a.gz' JSON 'auto' GZIP").await;
    assert_eq!(answer.tag, "COPY 1000");
    let got = fixture.lines("SELECT count(*), sum(amount), min(at), max(paid) FROM tolls").await;
    assert_eq!(got, ["1000|499550.00|2026-11-23 10:00:00|-"]);
    assert_eq!(fixture.files().len(), 1);
}

#[tokio::test]
async fn csv_is_loaded_into_the_columns_that_are_named() {
    let fixture = tolls().await;
    let csv = "amount,station,id\n1.5,\"a, b\",7\n,,8\n";
    fixture.blob.write("lake", "x.csv", csv);
    fixture.run("COPY tolls (amount, station, id) FROM 's3://lake/x.csv' CSV IGNOREHEADER 1").await;
    let got = fixture.lines("SELECT * FROM tolls ORDER BY id").await;
    assert_eq!(got, ["7|a, b|1.50|-|-", "8||-|-|-"]);
}

#[tokio::test]
async fn an_object_is_loaded_once_however_often_it_is_named() {
    let fixture = tolls().await;
    fixture.blob.write("lake", "in/1", toll(1));
    fixture.blob.write("lake", "in/2", toll(2));
    let manifest = |keys: &[&str]| {
        let entry = |key: &&str| format!("{{\"url\":\"s3://lake/{key}\",\"mandatory\":true}}");
        let entries: Vec<String> = keys.iter().map(entry).collect();
        format!("{{\"entries\":[{}]}}", entries.join(","))
    };
    fixture.blob.write("lake", "m1", manifest(&["in/1", "in/1"]));
    fixture.blob.write("lake", "m2", manifest(&["in/1", "in/2"]));
    let copy = |key: &str| format!("COPY tolls FROM 's3://lake/{key}' MANIFEST JSON 'auto'");
    assert_eq!(fixture.run(&copy("m1")).await.tag, "COPY 1");
    let fixture = fixture.reopened().await;
    let again = fixture.run(&copy("m1")).await;
    assert_eq!(again.tag, "COPY 0");
    assert!(again.notices[0].text.starts_with("1 object(s) were loaded"), "{:?}", again.notices);
    assert_eq!(fixture.run(&copy("m2")).await.tag, "COPY 1");
    assert_eq!(fixture.lines("SELECT id FROM tolls ORDER BY id").await, ["1", "2"]);
    // The ledger belongs to the table: a new one begins anew.
    fixture.run("DROP TABLE tolls").await;
    fixture.run(TOLLS).await;
    assert_eq!(fixture.run(&copy("m2")).await.tag, "COPY 2");
}

#[tokio::test]
async fn a_bad_value_is_named_with_its_place_and_nothing_is_loaded() {
    let fixture = tolls().await;
    fixture.blob.write("lake", "in/1", toll(1));
    let bad = format!("{}\n{}", toll(2), "{\"id\":3,\"amount\":\"12,5\"}");
    fixture.blob.write("lake", "in/2", bad);
    let error = fixture.fail("COPY tolls FROM 's3://lake/in/' JSON 'auto'").await;
    assert_eq!(
        error.to_string(),
        "load into table \"tolls\" failed: object s3://lake/in/2, line 2, column amount: \
         `12,5` is not a DECIMAL(8,2)"
    );
    assert_eq!(error.sqlstate(), "22P02");
    assert_eq!(fixture.lines("SELECT count(*) FROM tolls").await, ["0"]);
    assert!(fixture.files().is_empty());
    // Mended, the same COPY loads both.
    fixture.blob.write("lake", "in/2", toll(2));
    assert_eq!(fixture.run("COPY tolls FROM 's3://lake/in/' JSON 'auto'").await.tag, "COPY 2");
}

#[tokio::test]
async fn an_address_without_a_key_means_the_whole_bucket() {
    let fixture = tolls().await;
    fixture.blob.write("lake", "a", toll(1));
    fixture.blob.write("lake", "in/b", toll(2));
    assert_eq!(fixture.run("COPY tolls FROM 's3://lake/' JSON 'auto'").await.tag, "COPY 2");
    let manifest = "COPY tolls FROM 's3://lake/' MANIFEST JSON 'auto'";
    assert_eq!(fixture.fail(manifest).await.sqlstate(), "22023");
}

#[tokio::test]
async fn each_way_of_being_wrong_has_its_code() {
    let fixture = tolls().await;
    fixture.blob.write("lake", "null", "{\"id\":null}");
    fixture.blob.write("lake", "long", "{\"id\":1,\"station\":\"123456789\"}");
    fixture.blob.write("lake", "open", "{\"id\":1");
    fixture.blob.write(
        "lake",
        "m",
        "{\"entries\":[{\"url\":\"s3://lake/no\",\"mandatory\":true}]}",
    );
    fixture.blob.write("lake", "o", "{\"entries\":[{\"url\":\"s3://lake/no\"}]}");
    for (rest, code) in [
        ("tolls FROM 's3://lake/null' JSON 'auto'", "23502"),
        ("tolls FROM 's3://lake/long' JSON 'auto'", "22001"),
        ("tolls FROM 's3://lake/open' JSON 'auto'", "22P04"),
        ("tolls FROM 's3://lake/open' JSON 'auto' GZIP", "22P04"),
        ("tolls FROM 's3://lake/none' JSON 'auto'", "58P01"),
        ("tolls FROM 's3://lake/m' JSON 'auto' MANIFEST", "58P01"),
        ("tolls FROM 's3://lake/open' JSON 'auto' MANIFEST", "22023"),
        ("tolls FROM 'http://lake/open' JSON 'auto'", "22023"),
        ("missing FROM 's3://lake/null' JSON 'auto'", "42P01"),
        ("tolls (nope) FROM 's3://lake/null' JSON 'auto'", "42703"),
    ] {
        let error = fixture.fail(&format!("COPY {rest}")).await;
        assert_eq!(error.sqlstate(), code, "{rest}: {error}");
    }
    let optional = fixture.run("COPY tolls FROM 's3://lake/o' JSON 'auto' MANIFEST").await;
    assert_eq!(optional.tag, "COPY 0");
    let cut = fixture.run("COPY tolls FROM 's3://lake/long' JSON 'auto' TRUNCATECOLUMNS").await;
    assert_eq!(cut.tag, "COPY 1");
    assert_eq!(fixture.lines("SELECT station FROM tolls").await, ["12345678"]);
}

#[tokio::test]
async fn copies_of_one_table_at_the_same_time_all_count() {
    let fixture = tolls().await;
    let mut running = Vec::new();
    for id in 0..40 {
        fixture.blob.write("lake", &format!("in/{id:02}-a"), toll(id));
        let warehouse = fixture.warehouse.clone();
        let sql = format!("COPY tolls FROM 's3://lake/in/{id:02}-' JSON 'auto'");
        running.push(tokio::spawn(async move { warehouse.query(&sql).await.unwrap().tag }));
    }
    for copy in running {
        assert_eq!(copy.await.unwrap(), "COPY 1");
    }
    let got = fixture.lines("SELECT count(*), count(DISTINCT id) FROM tolls").await;
    assert_eq!(got, ["40|40"]);
}
