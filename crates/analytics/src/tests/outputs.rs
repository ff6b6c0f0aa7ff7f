//! Claims about outputs, and about runs that fail.
//! Does not: test the sinks' own promises.

use super::*;

fn to_stream(name: &str, stream: &str, format: &str) -> Json {
    let mut output = output(name);
    output["KinesisStreamsOutput"]["ResourceARN"] =
        json!(format!("arn:aws:kinesis:us-east-1:000000000000:stream/{stream}"));
    output["DestinationSchema"]["RecordFormatType"] = json!(format);
    output
}

const TWO: &str = "CREATE STREAM \"OUT\" (k VARCHAR(4), v INTEGER);
    CREATE STREAM \"BIG\" (k VARCHAR(4), v INTEGER);
    CREATE PUMP \"P\" AS INSERT INTO \"OUT\" SELECT STREAM \"k\", 100 / \"v\"
    FROM \"SOURCE_SQL_STREAM_001\";
    CREATE PUMP \"Q\" AS INSERT INTO \"BIG\" SELECT STREAM k, v FROM \"OUT\" WHERE v > 40;";

#[tokio::test]
async fn every_output_gets_the_rows_of_its_stream_in_its_format() {
    let fixture = Fixture::new().await;
    let mut wanted = application(TWO);
    wanted["Outputs"] = json!([
        to_stream("OUT", "out", "JSON"),
        to_stream("BIG", "out1", "CSV"),
        to_stream("ERROR_STREAM", "out2", "JSON"),
    ]);
    fixture.call("CreateApplication", wanted).await.unwrap();
    fixture.call("StartApplication", start("NOW")).await.unwrap();
    for value in [1, 0, 4] {
        fixture.put(0, &record("a", value)).await;
    }
    fixture.run_for(Duration::from_secs(2)).await;
    assert_eq!(fixture.outputs(2).await, [r#"{"K":"a","V":100}"#, r#"{"K":"a","V":25}"#]);
    fixture.run_for(Duration::from_secs(2)).await;
    assert_eq!(fixture.streams.output("out1").await, ["a,100\n"]);
    let errors = fixture.streams.output("out2").await;
    assert!(matches!(&errors[..], [one] if one.contains("\"PUMP_NAME\":\"P\"")), "{errors:?}");
    let live = fixture.call("LevadaDescribeRun", json!({"ApplicationName": "app"})).await.unwrap();
    assert_eq!(live["ApplicationStatus"], "RUNNING");
    assert_eq!(live["Figures"]["records"], 3);
    assert_eq!(live["Figures"]["errors"], 1);
    let pumps = live["Figures"]["pumps"].as_array().unwrap();
    assert_eq!(pumps.iter().map(|pump| &pump["name"]).collect::<Vec<_>>(), ["P", "Q"]);
    let rows = |pump: usize| pumps[pump]["operators"].as_array().unwrap().iter();
    assert_eq!(rows(1).map(|one| one["rows_out"].as_u64().unwrap()).min(), Some(1));
    assert_eq!(live["Figures"]["outputs"]["2.1"]["delivered"], 2);
}

#[tokio::test]
async fn a_function_takes_rows_and_gets_those_again_that_it_could_not_deliver() {
    let fixture = Fixture::new().await;
    let mut calls = 0;
    // The first call fails as a whole, the second takes every other record.
    fixture.functions.set(move |event| {
        calls += 1;
        if calls == 1 {
            return Err("Unhandled".to_owned());
        }
        let records = event["records"].as_array().unwrap().iter().enumerate();
        let answer = records.map(|(place, record)| {
            let taken = calls > 2 || place % 2 == 0;
            let result = if taken { "Ok" } else { "DeliveryFailed" };
            json!({"recordId": record["recordId"], "result": result})
        });
        Ok(json!({"records": answer.collect::<Vec<_>>()}))
    });
    let mut wanted = application(PASS);
    wanted["Outputs"] = json!([{
        "Name": "OUT",
        "LambdaOutput": {
            "ResourceARN": "arn:aws:lambda:us-east-1:000000000000:function:sink",
            "RoleARN": "arn:aws:iam::000000000000:role/r",
        },
        "DestinationSchema": {"RecordFormatType": "JSON"},
    }]);
    fixture.call("CreateApplication", wanted).await.unwrap();
    for value in [1, 2, 4] {
        fixture.put(0, &record("a", value)).await;
    }
    fixture.run_for(Duration::from_secs(1)).await;
    fixture.call("StartApplication", start("TRIM_HORIZON")).await.unwrap();
    fixture.run_for(Duration::from_secs(10)).await;
    for _ in 0..200 {
        if fixture.functions.events.lock().len() >= 3 {
            break;
        }
        fixture.run_for(Duration::from_millis(100)).await;
    }
    let events = fixture.functions.events.lock().clone();
    let hints: Vec<Vec<u64>> = events
        .iter()
        .map(|event| {
            let records = event["records"].as_array().unwrap().iter();
            let hint = |r: &Json| r["lambdaDeliveryRecordMetadata"]["retryHint"].as_u64().unwrap();
            records.map(hint).collect()
        })
        .collect();
    assert_eq!(hints, [vec![0, 0, 0], vec![0, 0, 0], vec![1]]);
    assert_eq!(events[2]["records"][0]["recordId"], events[0]["records"][1]["recordId"]);
    let name = "arn:aws:kinesisanalytics:us-east-1:000000000000:application/app";
    assert_eq!(events[0]["applicationArn"], name);
    let detail = fixture.call("DescribeApplication", json!({"ApplicationName": "app"})).await;
    let described = &detail.unwrap()["ApplicationDetail"]["OutputDescriptions"][0];
    assert!(described["LambdaOutputDescription"]["ResourceARN"].is_string());
}

#[tokio::test]
async fn a_run_over_its_limit_says_so_and_goes_on_once_the_limit_is_raised() {
    let fixture = Fixture::new().await;
    let mut wanted = application(COUNT_BY_MINUTE);
    wanted["Tags"] = json!([{"Key": "levada:state-limit-mib", "Value": "0"}]);
    fixture.call("CreateApplication", wanted).await.unwrap();
    fixture.call("StartApplication", start("NOW")).await.unwrap();
    fixture.put(0, &record("a", 1)).await;
    fixture.reach("STARTING").await;
    for _ in 0..100 {
        let figures = fixture.analytics.figures("app").await.unwrap().unwrap();
        if figures.failures > 1 {
            break;
        }
        fixture.run_for(Duration::from_secs(5)).await;
    }
    let figures = fixture.analytics.figures("app").await.unwrap().unwrap();
    assert!(figures.failures > 1);
    let why = figures.last_failure.unwrap();
    assert!(why.contains("levada:state-limit-mib"), "{why}");

    let arn = "arn:aws:kinesisanalytics:us-east-1:000000000000:application/app";
    let tags = json!([{"Key": "levada:state-limit-mib", "Value": "64"}]);
    fixture.call("TagResource", json!({"ResourceARN": arn, "Tags": tags})).await.unwrap();
    let update = json!({
        "ApplicationName": "app",
        "CurrentApplicationVersionId": 1,
        "ApplicationUpdate": {},
    });
    fixture.call("UpdateApplication", update).await.unwrap();
    fixture.reach("RUNNING").await;
    fixture.run_for(Duration::from_secs(180)).await;
    assert_eq!(fixture.outputs(1).await, [r#"{"K":"a","C":1,"S":1}"#]);
}

#[tokio::test]
async fn a_changed_reference_object_is_swapped_in_where_that_is_wished() {
    let code = "CREATE STREAM \"OUT\" (k VARCHAR(4), name VARCHAR(8), c BIGINT);
        CREATE PUMP \"P\" AS INSERT INTO \"OUT\" SELECT STREAM s.\"k\", n.\"name\", 0
        FROM \"SOURCE_SQL_STREAM_001\" AS s LEFT JOIN \"NAMES\" AS n ON s.\"k\" = n.\"key\";";
    let mut fixture = Fixture::new().await;
    fixture.put_object("refs", "names.csv", "a,Anna\n").await;
    let mut wanted = application(code);
    wanted["Tags"] = json!([{"Key": "levada:reference-watch", "Value": "60"}]);
    fixture.call("CreateApplication", wanted).await.unwrap();
    fixture.call("AddApplicationReferenceDataSource", names_source()).await.unwrap();
    fixture.call("StartApplication", start("NOW")).await.unwrap();
    fixture.reach("RUNNING").await;
    fixture.put(0, &record("a", 1)).await;
    fixture.outputs(1).await;
    fixture.put_object("refs", "names.csv", "a,Ada\n").await;
    for _ in 0..100 {
        let figures = fixture.analytics.figures("app").await.unwrap().unwrap();
        if figures.reference_swaps > 0 {
            break;
        }
        fixture.run_for(Duration::from_secs(30)).await;
    }
    fixture.put(0, &record("a", 1)).await;
    // What was computed before the swap is not computed again with the new table.
    fixture.crash().await;
    fixture.run_for(Duration::from_secs(5)).await;
    let expected =
        ["Anna", "Ada"].map(|name| format!("{{\"K\":\"a\",\"NAME\":\"{name}\",\"C\":0}}"));
    assert_eq!(fixture.outputs(2).await, expected);
}

#[tokio::test]
async fn a_copy_that_replays_from_a_time_gives_the_rows_of_that_time() {
    let mut fixture = started(COUNT_BY_MINUTE, "TRIM_HORIZON").await;
    let origin = START.plus(Duration::from_secs(120));
    let left = origin.since(fixture.env.clock.now());
    fixture.run_for(left).await;
    for n in 0..40_i64 {
        fixture.put((n % 2) as u32, &record(["a", "b"][n as usize % 2], n)).await;
        fixture.run_for(Duration::from_secs(11)).await;
    }
    fixture.run_for(Duration::from_secs(120)).await;
    let whole = fixture.outputs(14).await;
    // The third minute and all after it.
    let from = format_timestamp(origin.plus(Duration::from_secs(180)));
    let mut shadow = application(COUNT_BY_MINUTE);
    shadow["ApplicationName"] = json!("shadow");
    shadow["Outputs"] = json!([to_stream("OUT", "out1", "JSON")]);
    shadow["Tags"] = json!([{"Key": "levada:replay-from", "Value": from}]);
    fixture.call("CreateApplication", shadow).await.unwrap();
    let mut begin = start("NOW");
    begin["ApplicationName"] = json!("shadow");
    fixture.call("StartApplication", begin).await.unwrap();
    fixture.run_for(Duration::from_secs(10)).await;
    fixture.crash().await;
    fixture.run_for(Duration::from_secs(10)).await;
    let mut replayed = Vec::new();
    for _ in 0..200 {
        replayed = fixture.streams.output("out1").await;
        if replayed.len() + 6 >= whole.len() {
            break;
        }
        fixture.run_for(Duration::from_secs(1)).await;
    }
    assert_eq!(replayed, whole[6..]);
}
