//! Claims about applications, made through the API on virtual time.
//! Does not: open sockets.

mod api;
mod api_v2;
mod crash;
mod event_time;
mod inputs;
mod outputs;

use std::collections::BTreeMap;
use std::time::Duration;

use levada_sql_lang::format_timestamp;
use levada_types::Timestamp;
use serde_json::{Value as Json, json};

use crate::testing::{Fixture, START};

const COUNT_BY_MINUTE: &str =
    "CREATE OR REPLACE STREAM \"OUT\" (k VARCHAR(4), c INTEGER, s BIGINT);
CREATE OR REPLACE PUMP \"P\" AS INSERT INTO \"OUT\"
SELECT STREAM \"k\", COUNT(*) AS c, SUM(\"v\") AS s FROM \"SOURCE_SQL_STREAM_001\" AS src
GROUP BY \"k\", STEP(src.ROWTIME BY INTERVAL '60' SECOND);";

const PASS: &str = "CREATE OR REPLACE STREAM \"OUT\" (k VARCHAR(4), v INTEGER);
CREATE OR REPLACE PUMP \"P\" AS INSERT INTO \"OUT\"
SELECT STREAM \"k\", 100 / \"v\" FROM \"SOURCE_SQL_STREAM_001\";";

fn columns() -> Json {
    json!([
        {"Name": "k", "SqlType": "VARCHAR(4)", "Mapping": "$.k"},
        {"Name": "v", "SqlType": "INTEGER", "Mapping": "$.v"},
    ])
}

fn input() -> Json {
    json!({
        "NamePrefix": "SOURCE_SQL_STREAM",
        "KinesisStreamsInput": {
            "ResourceARN": "arn:aws:kinesis:us-east-1:000000000000:stream/in",
            "RoleARN": "arn:aws:iam::000000000000:role/r",
        },
        "InputSchema": {
            "RecordFormat": {
                "RecordFormatType": "JSON",
                "MappingParameters": {"JSONMappingParameters": {"RecordRowPath": "$"}},
            },
            "RecordColumns": columns(),
        },
    })
}

fn output(stream: &str) -> Json {
    json!({
        "Name": stream,
        "KinesisStreamsOutput": {
            "ResourceARN": "arn:aws:kinesis:us-east-1:000000000000:stream/out",
            "RoleARN": "arn:aws:iam::000000000000:role/r",
        },
        "DestinationSchema": {"RecordFormatType": "JSON"},
    })
}

fn application(code: &str) -> Json {
    json!({
        "ApplicationName": "app",
        "ApplicationCode": code,
        "Inputs": [input()],
        "Outputs": [output("OUT")],
    })
}

fn start(position: &str) -> Json {
    json!({
        "ApplicationName": "app",
        "InputConfigurations": [{
            "Id": "1.1",
            "InputStartingPositionConfiguration": {"InputStartingPosition": position},
        }],
    })
}

async fn started(code: &str, position: &str) -> Fixture {
    let fixture = Fixture::new().await;
    fixture.call("CreateApplication", application(code)).await.unwrap();
    fixture.call("StartApplication", start(position)).await.unwrap();
    fixture.reach("RUNNING").await;
    fixture
}

fn record(key: &str, value: i64) -> String {
    json!({"k": key, "v": value}).to_string()
}

#[tokio::test]
async fn a_window_closes_by_the_clock_when_the_stream_is_idle() {
    let fixture = started(COUNT_BY_MINUTE, "NOW").await;
    fixture.put(0, &record("a", 5)).await;
    fixture.put(1, &record("a", 7)).await;
    fixture.run_for(Duration::from_secs(30)).await;
    assert!(fixture.output().await.is_empty());
    fixture.run_for(Duration::from_secs(40)).await;
    assert_eq!(fixture.outputs(1).await, [r#"{"K":"a","C":2,"S":12}"#]);
}

#[tokio::test]
async fn records_from_before_the_start_are_read_from_the_trim_horizon_only() {
    for (position, expected) in [("NOW", 1), ("TRIM_HORIZON", 2)] {
        let fixture = Fixture::new().await;
        fixture.call("CreateApplication", application(PASS)).await.unwrap();
        fixture.put(0, &record("old", 1)).await;
        fixture.run_for(Duration::from_secs(1)).await;
        fixture.call("StartApplication", start(position)).await.unwrap();
        fixture.put(0, &record("new", 1)).await;
        fixture.run_for(Duration::from_secs(5)).await;
        assert_eq!(fixture.outputs(expected).await.len(), expected, "{position}");
    }
}

#[tokio::test]
async fn what_cannot_be_decoded_or_computed_goes_to_the_error_stream_in_order() {
    let fixture = Fixture::new().await;
    let mut wanted = application(PASS);
    wanted["Outputs"] = json!([output("error_stream")]);
    fixture.call("CreateApplication", wanted).await.unwrap();
    fixture.call("StartApplication", start("NOW")).await.unwrap();
    for bad in ["{\"k\":\"a\",\"v\":0}", "{\"k\":1,\"v\":\"x\"}", "nonsense", "{\"v\":4}"] {
        fixture.put(0, bad).await;
        fixture.run_for(Duration::from_millis(10)).await;
    }
    fixture.run_for(Duration::from_secs(2)).await;
    let rows = fixture.outputs(3).await;
    let rows: Vec<Json> = rows.iter().map(|row| serde_json::from_str(row).unwrap()).collect();
    let pumps: Vec<_> = rows.iter().map(|row| row["PUMP_NAME"].as_str().unwrap()).collect();
    assert_eq!(pumps, ["P", "SOURCE_SQL_STREAM_001", "SOURCE_SQL_STREAM_001"]);
    assert_eq!(rows[1]["MESSAGE"], "column v: `x` cannot become INTEGER");
}

/// The same records at the same times, with crashes at different moments, give the same bytes.
#[tokio::test]
async fn crashes_neither_lose_nor_repeat_rows_and_rebuild_open_windows() {
    let mut outcomes: Vec<Vec<String>> = Vec::new();
    for crash_every in [0, 1, 2, 3, 7, 11] {
        let mut fixture = started(COUNT_BY_MINUTE, "TRIM_HORIZON").await;
        // The state is reached after a time that may differ; windows begin at whole minutes.
        let origin = crate::testing::START.plus(Duration::from_secs(120));
        let left = origin.since(fixture.env.clock.now());
        fixture.run_for(left).await;
        for n in 0..90_u32 {
            let key = ["a", "b", "c"][n as usize % 3];
            fixture.put(n % 2, &record(key, i64::from(n))).await;
            if n % 5 == 0 {
                fixture.put((n + 1) % 2, &record("d", 1)).await;
            }
            let span = Duration::from_millis(3_700);
            if crash_every > 0 && n % crash_every == 0 {
                fixture.crash_amid(span, n % 17).await;
            } else {
                fixture.run_for(span).await;
            }
        }
        fixture.run_for(Duration::from_secs(120)).await;
        let count = outcomes.first().map_or(24, Vec::len);
        outcomes.push(fixture.outputs(count).await);
    }
    assert!(outcomes[0].len() > 15, "{:?}", outcomes[0]);
    let rows = outcomes[0].iter().map(|row| serde_json::from_str::<Json>(row).unwrap());
    let counted: u64 = rows.map(|row| row["C"].as_u64().unwrap()).sum();
    assert_eq!(counted, 90 + 18);
    for outcome in &outcomes[1..] {
        assert_eq!(outcome, &outcomes[0]);
    }
}

#[tokio::test]
async fn a_stopped_application_goes_on_where_it_stopped_with_its_open_windows() {
    let fixture = started(COUNT_BY_MINUTE, "NOW").await;
    fixture.put(0, &record("a", 1)).await;
    fixture.run_for(Duration::from_secs(5)).await;
    fixture.call("StopApplication", json!({"ApplicationName": "app"})).await.unwrap();
    fixture.reach("READY").await;
    fixture.put(0, &record("a", 2)).await;
    fixture.run_for(Duration::from_secs(5)).await;
    fixture.call("StartApplication", start("LAST_STOPPED_POINT")).await.unwrap();
    fixture.run_for(Duration::from_secs(120)).await;
    assert_eq!(fixture.outputs(1).await, [r#"{"K":"a","C":2,"S":3}"#]);
}

#[tokio::test]
async fn new_code_goes_on_with_the_next_record() {
    let fixture = started(PASS, "NOW").await;
    fixture.put(0, &record("a", 1)).await;
    fixture.outputs(1).await;
    let update = json!({
        "ApplicationName": "app",
        "CurrentApplicationVersionId": 1,
        "ApplicationUpdate": {"ApplicationCodeUpdate": PASS.replace("100", "200")},
    });
    fixture.call("UpdateApplication", update.clone()).await.unwrap();
    assert_eq!(fixture.code("UpdateApplication", update).await, "ConcurrentModificationException");
    fixture.reach("RUNNING").await;
    fixture.put(0, &record("b", 1)).await;
    fixture.run_for(Duration::from_secs(2)).await;
    assert_eq!(fixture.outputs(2).await, [r#"{"K":"a","V":100}"#, r#"{"K":"b","V":200}"#]);
}

fn names_source() -> Json {
    json!({
        "ApplicationName": "app",
        "CurrentApplicationVersionId": 1,
        "ReferenceDataSource": {
            "TableName": "NAMES",
            "S3ReferenceDataSource": {
                "BucketARN": "arn:aws:s3:::refs",
                "FileKey": "names.csv",
                "ReferenceRoleARN": "arn:aws:iam::000000000000:role/r",
            },
            "ReferenceSchema": {
                "RecordFormat": {
                    "RecordFormatType": "CSV",
                    "MappingParameters": {"CSVMappingParameters": {
                        "RecordRowDelimiter": "\n", "RecordColumnDelimiter": ",",
                    }},
                },
                "RecordColumns": [
                    {"Name": "key", "SqlType": "VARCHAR(4)"},
                    {"Name": "name", "SqlType": "VARCHAR(8)"},
                ],
            },
        },
    })
}

#[tokio::test]
async fn a_reference_table_is_joined_and_loaded_anew_by_an_update() {
    let code = "CREATE STREAM \"OUT\" (k VARCHAR(4), name VARCHAR(8));
        CREATE PUMP \"P\" AS INSERT INTO \"OUT\" SELECT STREAM s.\"k\", n.\"name\"
        FROM \"SOURCE_SQL_STREAM_001\" AS s LEFT JOIN \"NAMES\" AS n ON s.\"k\" = n.\"key\";";
    let fixture = Fixture::new().await;
    fixture.put_object("refs", "names.csv", "a,Anna\nb,Bert\n").await;
    // The code may name the table before there is one.
    fixture.call("CreateApplication", application(code)).await.unwrap();
    assert_eq!(
        fixture.code("StartApplication", start("NOW")).await,
        "InvalidApplicationConfigurationException"
    );
    fixture.call("AddApplicationReferenceDataSource", names_source()).await.unwrap();
    fixture.call("StartApplication", start("NOW")).await.unwrap();
    fixture.reach("RUNNING").await;
    fixture.put_object("refs", "names.csv", "a,Ada\n").await;
    fixture.put(0, &record("a", 1)).await;
    fixture.outputs(1).await;
    let update = json!({
        "ApplicationName": "app",
        "CurrentApplicationVersionId": 2,
        "ApplicationUpdate": {"ReferenceDataSourceUpdates": [{"ReferenceId": "3.1"}]},
    });
    fixture.call("UpdateApplication", update).await.unwrap();
    fixture.put(0, &record("a", 1)).await;
    fixture.put(0, &record("b", 1)).await;
    fixture.run_for(Duration::from_secs(2)).await;
    let names = [("a", "\"Anna\""), ("a", "\"Ada\""), ("b", "null")];
    let expected = names.map(|(key, name)| format!("{{\"K\":\"{key}\",\"NAME\":{name}}}"));
    assert_eq!(fixture.outputs(3).await, expected);
}

#[tokio::test]
async fn wrong_code_is_refused_with_its_place_and_nothing_is_created() {
    let fixture = Fixture::new().await;
    let code = "CREATE STREAM \"OUT\" (k VARCHAR(4));\nCREATE PUMP \"P\" AS INSERT INTO \"OUT\"\n\
                SELECT STREAM \"missing\" FROM \"SOURCE_SQL_STREAM_001\";";
    for (code, place) in [
        (code, "From line 3, column 15 to line 3, column 23: "),
        ("SELECT STREAM\n  FROM x", "From line 2, column 3 to line 2, column 6: "),
    ] {
        let error = fixture.call("CreateApplication", application(code)).await.unwrap_err();
        assert_eq!(error.code, "CodeValidationException");
        assert!(error.message.starts_with(place), "{}", error.message);
    }
    let listed = fixture.call("ListApplications", json!({})).await.unwrap();
    assert_eq!(listed, json!({"ApplicationSummaries": [], "HasMoreApplications": false}));
}

#[tokio::test]
async fn wrong_configuration_is_refused() {
    let fixture = Fixture::new().await;
    let refused = |change: fn(&mut Json)| {
        let mut wanted = application(PASS);
        change(&mut wanted);
        wanted
    };
    for wanted in [
        refused(|a| a["Inputs"][0]["InputSchema"]["RecordColumns"][0]["SqlType"] = json!("TEXT")),
        refused(|a| a["Inputs"][0]["InputSchema"]["RecordColumns"][0]["Mapping"] = json!("k")),
        refused(|a| a["Inputs"] = json!([input(), input()])),
        refused(|a| a["Outputs"] = json!([output("OUT"), output("OUT")])),
        refused(|a| {
            a["Outputs"][0]["KinesisStreamsOutput"]["ResourceARN"] =
                json!("arn:aws:sns:us-east-1:000000000000:topic");
        }),
    ] {
        assert_eq!(fixture.code("CreateApplication", wanted).await, "InvalidArgumentException");
    }
    let mut missing = application(PASS);
    missing["Inputs"][0]["KinesisStreamsInput"]["ResourceARN"] =
        json!("arn:aws:kinesis:us-east-1:000000000000:stream/none");
    fixture.call("CreateApplication", missing).await.unwrap();
    assert_eq!(
        fixture.code("StartApplication", start("NOW")).await,
        "InvalidApplicationConfigurationException"
    );
    assert_eq!(fixture.status().await, "READY");
}

#[tokio::test]
async fn an_application_lives_through_its_states() {
    let mut fixture = Fixture::new().await;
    let name = json!({"ApplicationName": "app"});
    assert_eq!(
        fixture.code("DescribeApplication", name.clone()).await,
        "ResourceNotFoundException"
    );
    fixture.call("CreateApplication", application(PASS)).await.unwrap();
    let again = fixture.code("CreateApplication", application(PASS)).await;
    assert_eq!(again, "ResourceInUseException");
    assert_eq!(fixture.code("StopApplication", name.clone()).await, "ResourceInUseException");
    fixture.call("StartApplication", start("NOW")).await.unwrap();
    assert_eq!(fixture.code("StartApplication", start("NOW")).await, "ResourceInUseException");
    fixture.reach("RUNNING").await;
    fixture.crash().await;
    assert_eq!(fixture.status().await, "RUNNING");

    let described = fixture.call("DescribeApplication", name.clone()).await.unwrap();
    let detail = &described["ApplicationDetail"];
    assert_eq!(detail["ApplicationVersionId"], 1);
    assert_eq!(
        detail["InputDescriptions"][0]["InAppStreamNames"],
        json!(["SOURCE_SQL_STREAM_001"])
    );
    assert_eq!(detail["InputDescriptions"][0]["InputSchema"]["RecordColumns"], columns());
    assert_eq!(detail["OutputDescriptions"][0]["OutputId"], "2.1");

    let created = detail["CreateTimestamp"].as_f64().unwrap();
    let delete = |at: f64| json!({"ApplicationName": "app", "CreateTimestamp": at});
    let wrong = fixture.code("DeleteApplication", delete(created + 1.0)).await;
    assert_eq!(wrong, "InvalidArgumentException");
    fixture.call("DeleteApplication", delete(created)).await.unwrap();
    assert_eq!(fixture.code("DescribeApplication", name).await, "ResourceNotFoundException");
}

#[tokio::test]
async fn an_application_made_again_under_its_name_sends_its_rows() {
    let fixture = started(PASS, "NOW").await;
    fixture.put(0, &record("a", 1)).await;
    fixture.outputs(1).await;
    let created = fixture.analytics.describe("app").await.unwrap().created;
    let delete = json!({"ApplicationName": "app", "CreateTimestamp": created.as_secs()});
    fixture.call("DeleteApplication", delete).await.unwrap();
    fixture.call("CreateApplication", application(PASS)).await.unwrap();
    fixture.call("StartApplication", start("TRIM_HORIZON")).await.unwrap();
    fixture.run_for(Duration::from_secs(5)).await;
    assert_eq!(fixture.outputs(2).await.len(), 2);
}

fn tolls_columns() -> Json {
    let column =
        |name: &str, ty: &str| json!({"Name": name, "SqlType": ty, "Mapping": format!("$.{name}")});
    json!([
        column("passed_at", "TIMESTAMP"),
        column("transaction_id", "VARCHAR(16)"),
        column("customer_id", "VARCHAR(16)"),
        column("station_id", "VARCHAR(8)"),
        column("vehicle", "VARCHAR(8)"),
        column("toll", "DECIMAL(8, 2)"),
    ])
}

async fn tolls(code: &str, stream: &str, position: &str) -> Fixture {
    let fixture = Fixture::new().await;
    let mut wanted = application(code);
    wanted["Inputs"][0]["InputSchema"]["RecordColumns"] = tolls_columns();
    wanted["Outputs"] = json!([output(stream)]);
    fixture.call("CreateApplication", wanted).await.unwrap();
    if code.contains("STATION_THRESHOLDS") {
        let thresholds = include_str!("../../../examples/abc-tolls/station-thresholds.csv");
        fixture.put_object("refs", "thresholds.csv", thresholds).await;
        fixture.call("AddApplicationReferenceDataSource", thresholds_source()).await.unwrap();
    }
    fixture.call("StartApplication", start(position)).await.unwrap();
    fixture.reach("RUNNING").await;
    fixture
}

fn thresholds_source() -> Json {
    let format = json!({
        "RecordFormatType": "CSV",
        "MappingParameters": {"CSVMappingParameters": {
            "RecordRowDelimiter": "\n", "RecordColumnDelimiter": ",",
        }},
    });
    json!({
        "ApplicationName": "app",
        "CurrentApplicationVersionId": 1,
        "ReferenceDataSource": {
            "TableName": "STATION_THRESHOLDS",
            "S3ReferenceDataSource": {
                "BucketARN": "arn:aws:s3:::refs",
                "FileKey": "thresholds.csv",
                "ReferenceRoleARN": "arn:aws:iam::000000000000:role/r",
            },
            "ReferenceSchema": {
                "RecordFormat": format,
                "RecordColumns": [
                    {"Name": "station_id", "SqlType": "VARCHAR(8)"},
                    {"Name": "slot_of_week", "SqlType": "INTEGER"},
                    {"Name": "expected_min", "SqlType": "INTEGER"},
                ],
            },
        },
    })
}

fn passage(at: Timestamp, customer: &str, station: &str, cents: u64) -> String {
    json!({
        "passed_at": format_timestamp(at),
        "transaction_id": "t",
        "customer_id": customer,
        "station_id": station,
        "vehicle": "car",
        "toll": format!("{}.{:02}", cents / 100, cents % 100),
    })
    .to_string()
}

#[tokio::test]
async fn every_customer_total_of_the_example_equals_a_batch_calculation_despite_crashes() {
    let code = include_str!("../../../examples/abc-tolls/customer-totals.sql");
    let mut fixture = tolls(code, "CUSTOMER_TOTALS", "TRIM_HORIZON").await;
    let mut expected: BTreeMap<(i64, String), (u64, u64)> = BTreeMap::new();
    for n in 0..150_u64 {
        // Log files arrive late, by a minute and more.
        let passed = fixture.env.clock.now().minus(Duration::from_secs(60 + n % 7));
        let customer = format!("C{}", n * n % 5);
        let cents = 100 + n * 37 % 900;
        fixture.put(0, &passage(passed, &customer, "ST01", cents)).await;
        let window = passed.0.div_euclid(600_000) * 600_000;
        let total = expected.entry((window, customer)).or_default();
        *total = (total.0 + 1, total.1 + cents);
        fixture.run_for(Duration::from_secs(41)).await;
        if n % 13 == 5 {
            fixture.crash().await;
        }
    }
    // One more passage closes the last windows; its own stays open.
    fixture.run_for(Duration::from_secs(1_200)).await;
    fixture.put(0, &passage(fixture.env.clock.now(), "C9", "ST01", 100)).await;
    fixture.run_for(Duration::from_secs(60)).await;
    let mut found = fixture.outputs(expected.len()).await;
    found.sort();
    let mut wanted: Vec<String> = expected
        .iter()
        .map(|((window, customer), (trips, cents))| {
            let start = format_timestamp(Timestamp(*window));
            let total = format!("{}.{:02}", cents / 100, cents % 100);
            format!(
                "{{\"CUSTOMER_ID\":\"{customer}\",\"WINDOW_START\":\"{start}\",\
                 \"TRIPS\":{trips},\"TOTAL\":{total}}}"
            )
        })
        .collect();
    wanted.sort();
    assert_eq!(found, wanted);
}

#[tokio::test]
async fn the_example_reports_stations_below_their_threshold_and_silent_ones_too() {
    let code = include_str!("../../../examples/abc-tolls/station-watch.sql");
    let mut fixture = tolls(code, "STATION_ALERTS", "NOW").await;
    let thresholds = include_str!("../../../examples/abc-tolls/station-thresholds.csv");
    let threshold = |station: &str, slot: i64| -> Option<u64> {
        let start = format!("{station},{slot},");
        thresholds.lines().find_map(|line| line.strip_prefix(&start)?.parse().ok())
    };
    let mut counts: BTreeMap<(i64, String), u64> = BTreeMap::new();
    for n in 0..300_u64 {
        let now = fixture.env.clock.now();
        let station = if n % 4 == 0 { "ST02" } else { "ST01" };
        fixture.put(0, &passage(now, "C1", station, 100)).await;
        *counts.entry((now.0.div_euclid(1_800_000), station.to_owned())).or_default() += 1;
        fixture.run_for(Duration::from_secs(47)).await;
        if n % 50 == 20 {
            fixture.crash().await;
        }
    }
    fixture.run_for(Duration::from_secs(60)).await;
    let last_open = fixture.env.clock.now().0.div_euclid(1_800_000);
    let mut wanted = Vec::new();
    for slot in START.0.div_euclid(1_800_000)..last_open {
        for station in (1..=99).map(|n| format!("ST{n:02}")) {
            let Some(least) = threshold(&station, slot.rem_euclid(336)) else { continue };
            let vehicles = counts.get(&(slot, station.clone())).copied().unwrap_or(0);
            if vehicles < least {
                let start = format_timestamp(Timestamp(slot * 1_800_000));
                wanted.push(format!(
                    "{{\"STATION_ID\":\"{station}\",\"SLOT_START\":\"{start}\",\
                     \"VEHICLES\":{vehicles},\"EXPECTED_MIN\":{least}}}"
                ));
            }
        }
    }
    let mut found = fixture.outputs(wanted.len()).await;
    found.sort();
    wanted.sort();
    assert!(wanted.len() > 10);
    assert_eq!(found, wanted);
}
