//! Claims about ROWTIME from a column.
//! Does not: test windows themselves.

use super::*;

fn by_event_time(code: &str, lateness: u32) -> Json {
    let mut wanted = application(code);
    wanted["Inputs"][0]["InputSchema"]["RecordColumns"]
        .as_array_mut()
        .unwrap()
        .push(json!({"Name": "at", "SqlType": "TIMESTAMP", "Mapping": "$.at"}));
    wanted["Tags"] = json!([
        {"Key": "levada:rowtime-column", "Value": "at"},
        {"Key": "levada:allowed-lateness", "Value": lateness.to_string()},
    ]);
    let mut errors = output("error_stream");
    errors["KinesisStreamsOutput"]["ResourceARN"] =
        json!("arn:aws:kinesis:us-east-1:000000000000:stream/out1");
    wanted["Outputs"].as_array_mut().unwrap().push(errors);
    wanted
}

fn event(key: &str, value: i64, at: Timestamp) -> String {
    json!({"k": key, "v": value, "at": format_timestamp(at)}).to_string()
}

#[tokio::test]
async fn windows_hold_rows_by_their_own_time_and_rows_that_come_too_late_are_errors() {
    let fixture = Fixture::new().await;
    fixture.call("CreateApplication", by_event_time(COUNT_BY_MINUTE, 90)).await.unwrap();
    fixture.call("StartApplication", start("TRIM_HORIZON")).await.unwrap();
    fixture.reach("RUNNING").await;
    let origin = START.plus(Duration::from_secs(600));
    fixture.run_for(origin.since(fixture.env.clock.now())).await;
    let minute = |seconds: u64| origin.plus(Duration::from_secs(seconds));
    // The second row arrives after the first and belongs to the minute before it.
    fixture.put(0, &event("a", 1, minute(1))).await;
    fixture.put(1, &event("a", 2, origin.minus(Duration::from_secs(30)))).await;
    fixture.put(0, &event("a", 4, origin.minus(Duration::from_secs(100)))).await;
    fixture.put(0, &record("a", 8)).await;
    fixture.run_for(Duration::from_secs(300)).await;
    let expected = [r#"{"K":"a","C":1,"S":2}"#, r#"{"K":"a","C":1,"S":1}"#];
    assert_eq!(fixture.outputs(2).await, expected);
    fixture.run_for(Duration::from_secs(5)).await;
    let errors = fixture.streams.output("out1").await;
    let messages: Vec<String> = errors
        .iter()
        .map(|row| {
            let row: Json = serde_json::from_str(row).unwrap();
            row["MESSAGE"].as_str().unwrap().to_owned()
        })
        .collect();
    assert!(messages[0].contains("lies 100") && messages[0].contains("90000 ms"), "{messages:?}");
    assert!(messages[1].contains("is NULL"), "{messages:?}");
    assert_eq!(messages.len(), 2);
}

/// Rows that wait are read again after a crash, and neither they nor errors come twice.
#[tokio::test]
async fn rows_that_wait_for_their_time_survive_crashes() {
    let mut outcomes = Vec::new();
    for crash_every in [0, 1, 3, 8] {
        let mut fixture = Fixture::new().await;
        fixture.call("CreateApplication", by_event_time(COUNT_BY_MINUTE, 45)).await.unwrap();
        fixture.call("StartApplication", start("TRIM_HORIZON")).await.unwrap();
        fixture.reach("RUNNING").await;
        let origin = START.plus(Duration::from_secs(600));
        fixture.run_for(origin.since(fixture.env.clock.now())).await;
        for n in 0..60_u64 {
            let now = fixture.env.clock.now();
            let at = now.minus(Duration::from_millis(n * n * 7_919 % 50_000));
            fixture.put(n as u32 % 2, &event(["a", "b"][n as usize % 2], n as i64, at)).await;
            let span = Duration::from_millis(3_300);
            if crash_every > 0 && n % crash_every == 0 {
                fixture.crash_amid(span, n as u32 % 17).await;
            } else {
                fixture.run_for(span).await;
            }
        }
        fixture.run_for(Duration::from_secs(240)).await;
        let rows = fixture.outputs(8).await;
        outcomes.push((rows, fixture.streams.output("out1").await));
    }
    assert!(outcomes[0].0.len() >= 8 && outcomes[0].1.len() >= 3, "{:?}", outcomes[0]);
    for outcome in &outcomes[1..] {
        assert_eq!(*outcome, outcomes[0]);
    }
}

#[tokio::test]
async fn a_column_that_is_no_timestamp_cannot_give_the_time() {
    let fixture = Fixture::new().await;
    let mut wanted = by_event_time(COUNT_BY_MINUTE, 1);
    wanted["Tags"][0]["Value"] = json!("v");
    fixture.call("CreateApplication", wanted).await.unwrap();
    let refused = fixture.code("StartApplication", start("NOW")).await;
    assert_eq!(refused, "InvalidApplicationConfigurationException");
}
