//! Claims about the operations of v1 that change an application.
//! Does not: repeat what `inputs` and `outputs` show of what they do to a run.

use super::*;

const ARN: &str = "arn:aws:kinesisanalytics:us-east-1:000000000000:application/app";

fn change(version: u64, members: Json) -> Json {
    let mut request = json!({"ApplicationName": "app", "CurrentApplicationVersionId": version});
    request.as_object_mut().unwrap().extend(members.as_object().unwrap().clone());
    request
}

#[tokio::test]
async fn parts_are_added_updated_and_deleted_and_every_change_is_a_version() {
    let fixture = Fixture::new().await;
    let mut bare = application("");
    for member in ["Inputs", "Outputs", "ApplicationCode"] {
        bare.as_object_mut().unwrap().remove(member);
    }
    fixture.call("CreateApplication", bare).await.unwrap();
    let log = json!({"LogStreamARN": "arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:s",
        "RoleARN": "arn:aws:iam::000000000000:role/r"});
    for (version, operation, members) in [
        (1, "AddApplicationInput", json!({"Input": input()})),
        (2, "AddApplicationOutput", json!({"Output": output("OUT")})),
        (3, "AddApplicationCloudWatchLoggingOption", json!({"CloudWatchLoggingOption": log})),
        (
            4,
            "UpdateApplication",
            json!({"ApplicationUpdate": {
                "ApplicationCodeUpdate": PASS,
                "InputUpdates": [{"InputId": "1.1", "InputParallelismUpdate": {"CountUpdate": 2}}],
                "OutputUpdates": [{
                    "OutputId": "2.1",
                    "DestinationSchemaUpdate": {"RecordFormatType": "CSV"},
                }],
                "CloudWatchLoggingOptionUpdates": [{
                    "CloudWatchLoggingOptionId": "3.1",
                    "RoleARNUpdate": "arn:aws:iam::000000000000:role/other",
                }],
            }}),
        ),
    ] {
        fixture.call(operation, change(version, members)).await.unwrap();
    }
    let detail = fixture.call("DescribeApplication", json!({"ApplicationName": "app"})).await;
    let detail = &detail.unwrap()["ApplicationDetail"];
    assert_eq!(detail["ApplicationVersionId"], 5);
    assert_eq!(detail["InputDescriptions"][0]["InputParallelism"]["Count"], 2);
    let format = &detail["OutputDescriptions"][0]["DestinationSchema"]["RecordFormatType"];
    assert_eq!(*format, "CSV");
    let role = &detail["CloudWatchLoggingOptionDescriptions"][0]["RoleARN"];
    assert_eq!(*role, "arn:aws:iam::000000000000:role/other");
    for (version, operation, members) in [
        (5, "DeleteApplicationOutput", json!({"OutputId": "2.1"})),
        (
            6,
            "DeleteApplicationCloudWatchLoggingOption",
            json!({"CloudWatchLoggingOptionId": "3.1"}),
        ),
    ] {
        fixture.call(operation, change(version, members.clone())).await.unwrap();
        let again = fixture.code(operation, change(version + 1, members)).await;
        assert_eq!(again, "InvalidArgumentException");
    }
    let stale = change(3, json!({"OutputId": "2.1"}));
    assert_eq!(
        fixture.code("DeleteApplicationOutput", stale).await,
        "ConcurrentModificationException"
    );
}

#[tokio::test]
async fn tags_are_listed_added_and_taken_away_and_settings_among_them_checked() {
    let fixture = Fixture::new().await;
    let mut wanted = application(PASS);
    wanted["Tags"] = json!([{"Key": "team", "Value": "tolls"}]);
    fixture.call("CreateApplication", wanted).await.unwrap();
    let tag = |key: &str| json!({"ResourceARN": ARN, "Tags": [{"Key": key, "Value": "1"}]});
    fixture.call("TagResource", tag("stage")).await.unwrap();
    assert_eq!(fixture.code("TagResource", tag("levada:what")).await, "InvalidArgumentException");
    let untag = json!({"ResourceARN": ARN, "TagKeys": ["team", "none"]});
    fixture.call("UntagResource", untag).await.unwrap();
    let listed = fixture.call("ListTagsForResource", json!({"ResourceARN": ARN})).await.unwrap();
    assert_eq!(listed["Tags"], json!([{"Key": "stage", "Value": "1"}]));
    let missing = json!({"ResourceARN": ARN.replace("/app", "/none")});
    let code = fixture.code("ListTagsForResource", missing).await;
    assert_eq!(code, "ResourceNotFoundException");
}

/// As an output is taken from a running application and another one added.
#[tokio::test]
async fn a_running_application_goes_on_with_what_was_added() {
    let fixture = started(PASS, "NOW").await;
    fixture.put(0, &record("a", 1)).await;
    fixture.outputs(1).await;
    let mut other = output("OUT");
    other["KinesisStreamsOutput"]["ResourceARN"] =
        json!("arn:aws:kinesis:us-east-1:000000000000:stream/out1");
    let delete = change(1, json!({"OutputId": "2.1"}));
    fixture.call("DeleteApplicationOutput", delete).await.unwrap();
    let add = change(2, json!({"Output": other}));
    fixture.reach("RUNNING").await;
    fixture.call("AddApplicationOutput", add).await.unwrap();
    fixture.reach("RUNNING").await;
    fixture.put(0, &record("b", 2)).await;
    fixture.run_for(Duration::from_secs(2)).await;
    for _ in 0..100 {
        if !fixture.streams.output("out1").await.is_empty() {
            break;
        }
        fixture.run_for(Duration::from_millis(100)).await;
    }
    assert_eq!(fixture.output().await, [r#"{"K":"a","V":100}"#]);
    assert_eq!(fixture.streams.output("out1").await, [r#"{"K":"b","V":50}"#]);
}
