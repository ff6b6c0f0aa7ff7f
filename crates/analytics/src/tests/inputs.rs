//! Claims about inputs: aggregates, system columns, lanes, resharding, functions, discovery.
//! Does not: test how values are coerced (see `decode`).

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use levada_codec::kpl::{Aggregate, UserRecord};
use levada_types::HashKey;

use super::*;

fn aggregate(records: &[(&str, Option<u128>, String)]) -> Bytes {
    let mut aggregate = Aggregate::new();
    for (key, hash, data) in records {
        aggregate.add(UserRecord {
            partition_key: (*key).to_owned(),
            explicit_hash_key: hash.map(HashKey),
            data: data.clone().into(),
        });
    }
    aggregate.finish().unwrap().data
}

#[tokio::test]
async fn aggregates_are_opened_and_those_in_the_wrong_shard_dropped() {
    let fixture = started(PASS, "NOW").await;
    let two = [("a", None, record("a", 1)), ("b", None, record("b", 2))];
    fixture.put_bytes(0, &aggregate(&two)).await;
    fixture.put(0, &record("c", 4)).await;
    fixture.run_for(Duration::from_secs(2)).await;
    let expected = [r#"{"K":"a","V":100}"#, r#"{"K":"b","V":50}"#, r#"{"K":"c","V":25}"#];
    assert_eq!(fixture.outputs(3).await, expected);
    // The first child holds the lower half of the hash keys.
    let child = fixture.streams.split(0);
    let two = [("a", Some(1), record("d", 1)), ("b", Some(u128::MAX), record("e", 1))];
    fixture.put_bytes(child, &aggregate(&two)).await;
    fixture.put(child, &record("f", 5)).await;
    fixture.run_for(Duration::from_secs(2)).await;
    assert_eq!(fixture.outputs(4).await[3..], [r#"{"K":"f","V":20}"#]);
    let figures = fixture.analytics.figures("app").await.unwrap().unwrap();
    assert_eq!((figures.records, figures.dropped_aggregates), (4, 1));
}

#[tokio::test]
async fn a_row_names_where_its_record_came_from() {
    let code = "CREATE STREAM \"OUT\" (k VARCHAR(4), p VARCHAR(8), s VARCHAR(20),
            n VARCHAR(60), same BOOLEAN);
        CREATE PUMP \"P\" AS INSERT INTO \"OUT\" SELECT STREAM \"k\", PARTITION_KEY, s.SHARD_ID,
        SEQUENCE_NUMBER, s.APPROXIMATE_ARRIVAL_TIME = s.ROWTIME
        FROM \"SOURCE_SQL_STREAM_001\" AS s;";
    let fixture = started(code, "NOW").await;
    fixture.put(1, &record("a", 1)).await;
    fixture.run_for(Duration::from_secs(2)).await;
    let expected = r#"{"K":"a","P":"k","S":"shardId-000000000001","N":"1","SAME":true}"#;
    assert_eq!(fixture.outputs(1).await, [expected]);
}

/// The same records through one and through three in-application streams.
#[tokio::test]
async fn shards_spread_over_several_streams_give_the_same_result_when_merged() {
    let pump = |n: u32| {
        format!(
            "CREATE PUMP \"IN{n}\" AS INSERT INTO \"ALL\" SELECT STREAM \"k\", \"v\"
             FROM \"SOURCE_SQL_STREAM_{n:03}\";"
        )
    };
    let counting = "CREATE PUMP \"P\" AS INSERT INTO \"OUT\"
        SELECT STREAM k, COUNT(*), SUM(v) FROM \"ALL\" AS a
        GROUP BY k, STEP(a.ROWTIME BY INTERVAL '10' SECOND);";
    let streams = "CREATE STREAM \"ALL\" (k VARCHAR(4), v INTEGER);
        CREATE STREAM \"OUT\" (k VARCHAR(4), c INTEGER, s BIGINT);";
    let mut outcomes = Vec::new();
    for parallelism in [1, 3] {
        let pumps: String = (1..=parallelism).map(pump).collect();
        let mut wanted = application(&format!("{streams}{pumps}{counting}"));
        wanted["Inputs"][0]["InputParallelism"] = json!({"Count": parallelism});
        let mut fixture = Fixture::new().await;
        fixture.call("CreateApplication", wanted).await.unwrap();
        fixture.call("StartApplication", start("TRIM_HORIZON")).await.unwrap();
        fixture.reach("RUNNING").await;
        let origin = START.plus(Duration::from_secs(60));
        let left = origin.since(fixture.env.clock.now());
        fixture.run_for(left).await;
        let mut shards = vec![0, 1];
        for n in 0..60_usize {
            let key = ["a", "b", "c"][n % 3];
            fixture.put(shards[n % shards.len()], &record(key, n as i64)).await;
            fixture.run_for(Duration::from_millis(700)).await;
            if n == 20 {
                let child = fixture.streams.split(0);
                shards = vec![1, child, child + 1];
            }
            if n == 40 {
                fixture.crash().await;
            }
        }
        fixture.run_for(Duration::from_secs(60)).await;
        let detail = fixture.call("DescribeApplication", json!({"ApplicationName": "app"})).await;
        let names =
            detail.unwrap()["ApplicationDetail"]["InputDescriptions"][0]["InAppStreamNames"]
                .as_array()
                .unwrap()
                .len();
        assert_eq!(names, parallelism as usize);
        outcomes.push(fixture.outputs(12).await);
    }
    assert!(outcomes[0].len() >= 12, "{:?}", outcomes[0]);
    assert_eq!(outcomes[0], outcomes[1]);
}

#[tokio::test]
async fn children_of_a_split_shard_are_read_after_it() {
    let mut fixture = started(PASS, "TRIM_HORIZON").await;
    for n in [1, 2, 4] {
        fixture.put(0, &record("p", n)).await;
    }
    let child = fixture.streams.split(0);
    fixture.run_for(Duration::from_secs(1)).await;
    fixture.put(child + 1, &record("c", 5)).await;
    fixture.put(child, &record("c", 10)).await;
    fixture.crash().await;
    fixture.run_for(Duration::from_secs(2)).await;
    let rows = fixture.outputs(5).await;
    let mut children = rows[3..].to_vec();
    children.sort();
    assert_eq!(rows[..3], [(100), 50, 25].map(|v| format!("{{\"K\":\"p\",\"V\":{v}}}")));
    assert_eq!(children, [10, 20].map(|v| format!("{{\"K\":\"c\",\"V\":{v}}}")));
}

fn processing() -> Json {
    json!({"InputLambdaProcessor": {
        "ResourceARN": "arn:aws:lambda:us-east-1:000000000000:function:clean",
        "RoleARN": "arn:aws:iam::000000000000:role/r",
    }})
}

/// Answers Ok with the number halved, Dropped for `drop`, ProcessingFailed for `fail`.
fn clean(event: &Json) -> Json {
    let records = event["records"].as_array().unwrap().iter().map(|record| {
        let data = STANDARD.decode(record["data"].as_str().unwrap()).unwrap();
        let mut row: Json = serde_json::from_slice(&data).unwrap();
        let result = match row["k"].as_str().unwrap() {
            "drop" => "Dropped",
            "fail" => "ProcessingFailed",
            _ => "Ok",
        };
        row["v"] = json!(row["v"].as_i64().unwrap() / 2);
        json!({
            "recordId": record["recordId"],
            "result": result,
            "data": STANDARD.encode(row.to_string()),
        })
    });
    json!({"records": records.collect::<Vec<_>>()})
}

#[tokio::test]
async fn a_function_sees_every_record_first_and_its_failures_are_tried_again() {
    let fixture = Fixture::new().await;
    let mut calls = 0;
    fixture.functions.set(move |event| {
        calls += 1;
        match calls {
            1 => Err("Unhandled".to_owned()),
            2 => Ok(json!({"records": []})),
            3 => Ok(json!("nonsense")),
            _ => Ok(clean(&event)),
        }
    });
    let mut wanted = application(PASS);
    wanted["Inputs"][0]["InputProcessingConfiguration"] = processing();
    let errors = json!({"ResourceARN": "arn:aws:kinesis:us-east-1:000000000000:stream/out1"});
    wanted["Outputs"].as_array_mut().unwrap().push(json!({
        "Name": "error_stream",
        "KinesisStreamsOutput": {"ResourceARN": errors["ResourceARN"],
            "RoleARN": "arn:aws:iam::000000000000:role/r"},
        "DestinationSchema": {"RecordFormatType": "JSON"},
    }));
    fixture.call("CreateApplication", wanted).await.unwrap();
    fixture.call("StartApplication", start("NOW")).await.unwrap();
    for (key, value) in [("a", 2), ("drop", 2), ("fail", 2), ("b", 4)] {
        fixture.put(0, &record(key, value)).await;
    }
    fixture.run_for(Duration::from_secs(5)).await;
    assert_eq!(fixture.outputs(2).await, [r#"{"K":"a","V":100}"#, r#"{"K":"b","V":50}"#]);
    fixture.run_for(Duration::from_secs(2)).await;
    let errors = fixture.streams.output("out1").await;
    assert_eq!(errors.len(), 1);
    assert!(errors[0].contains("ProcessingFailed"), "{}", errors[0]);
    let event = fixture.functions.events.lock()[0].clone();
    assert_eq!(event["streamArn"], "arn:aws:kinesis:us-east-1:000000000000:stream/in");
    let metadata = &event["records"][0]["kinesisStreamRecordMetadata"];
    assert_eq!(metadata["shardId"], "shardId-000000000000");
    assert_eq!(metadata["partitionKey"], "k");
    // Taken away, records are decoded as they come.
    let delete =
        json!({"ApplicationName": "app", "CurrentApplicationVersionId": 1, "InputId": "1.1"});
    fixture.call("DeleteApplicationInputProcessingConfiguration", delete).await.unwrap();
    fixture.reach("RUNNING").await;
    fixture.put(0, &record("drop", 4)).await;
    fixture.run_for(Duration::from_secs(2)).await;
    assert_eq!(fixture.outputs(3).await[2..], [r#"{"K":"drop","V":25}"#]);
}

#[tokio::test]
async fn a_schema_is_discovered_from_a_stream_and_from_an_object() {
    let fixture = Fixture::new().await;
    for n in 0..20 {
        fixture.put(n % 2, &format!("{{\"id\":{n},\"price\":{n}.5,\"user\":\"u\"}}")).await;
    }
    fixture.run_for(Duration::from_secs(1)).await;
    let discover = |start: &str| {
        json!({
            "ResourceARN": "arn:aws:kinesis:us-east-1:000000000000:stream/in",
            "RoleARN": "arn:aws:iam::000000000000:role/r",
            "InputStartingPositionConfiguration": {"InputStartingPosition": start},
        })
    };
    let while_running = async |request: Json| {
        tokio::select! {
            answer = fixture.call("DiscoverInputSchema", request) => answer,
            () = async {
                loop {
                    fixture.run_for(Duration::from_millis(100)).await;
                }
            } => unreachable!(),
        }
    };
    let found = while_running(discover("TRIM_HORIZON")).await.unwrap();
    let columns = json!([
        {"Name": "id", "Mapping": "$.id", "SqlType": "INTEGER"},
        {"Name": "price", "Mapping": "$.price", "SqlType": "DOUBLE"},
        {"Name": "COL_user", "Mapping": "$.user", "SqlType": "VARCHAR(16)"},
    ]);
    assert_eq!(found["InputSchema"]["RecordColumns"], columns);
    assert_eq!(found["RawInputRecords"].as_array().unwrap().len(), 10);
    assert_eq!(found["ParsedInputRecords"][0].as_array().unwrap().len(), 3);

    // Nothing comes in any more.
    let error = while_running(discover("NOW")).await.unwrap_err();
    assert_eq!(error.code, "UnableToDetectSchemaException");
    assert!(error.members.contains_key("RawInputRecords"));

    fixture.put_object("refs", "t.csv", "ticker,price\nAMZN,1.5\nTBV,2\n").await;
    let object = json!({"S3Configuration": {
        "BucketARN": "arn:aws:s3:::refs",
        "FileKey": "t.csv",
        "RoleARN": "arn:aws:iam::000000000000:role/r",
    }});
    let found = while_running(object).await.unwrap();
    assert_eq!(found["InputSchema"]["RecordFormat"]["RecordFormatType"], "CSV");
    assert_eq!(found["InputSchema"]["RecordColumns"][1]["Name"], "price");
}
