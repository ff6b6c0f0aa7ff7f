//! Claims about v2: the same applications, versions, and what only Flink has.
//! Does not: run an application again that v1's tests run.

use super::*;

fn create() -> Json {
    let mut source = input();
    source["KinesisStreamsInput"].as_object_mut().unwrap().remove("RoleARN");
    let mut target = output("OUT");
    target["KinesisStreamsOutput"].as_object_mut().unwrap().remove("RoleARN");
    json!({
        "ApplicationName": "app",
        "RuntimeEnvironment": "SQL-1_0",
        "ServiceExecutionRole": "arn:aws:iam::000000000000:role/service",
        "ApplicationConfiguration": {
            "ApplicationCodeConfiguration": {
                "CodeContent": {"TextContent": PASS},
                "CodeContentType": "PLAINTEXT",
            },
            "SqlApplicationConfiguration": {"Inputs": [source], "Outputs": [target]},
        },
    })
}

fn update(version: u64, code: &str) -> Json {
    json!({
        "ApplicationName": "app",
        "CurrentApplicationVersionId": version,
        "ApplicationConfigurationUpdate": {"ApplicationCodeConfigurationUpdate": {
            "CodeContentUpdate": {"TextContentUpdate": code},
        }},
    })
}

#[tokio::test]
async fn an_application_of_one_api_is_one_of_the_other() {
    let fixture = Fixture::new().await;
    let name = json!({"ApplicationName": "app"});
    let created = fixture.call_v2("CreateApplication", create()).await.unwrap();
    let detail = &created["ApplicationDetail"];
    assert_eq!(detail["RuntimeEnvironment"], "SQL-1_0");
    assert_eq!(detail["ServiceExecutionRole"], "arn:aws:iam::000000000000:role/service");
    let sql =
        &detail["ApplicationConfigurationDescription"]["SqlApplicationConfigurationDescription"];
    assert_eq!(sql["InputDescriptions"][0]["InAppStreamNames"][0], "SOURCE_SQL_STREAM_001");
    let seen = fixture.call("DescribeApplication", name.clone()).await.unwrap();
    assert_eq!(seen["ApplicationDetail"]["ApplicationCode"], PASS);

    let run = json!({"SqlRunConfigurations": [{
        "InputId": "1.1",
        "InputStartingPositionConfiguration": {"InputStartingPosition": "NOW"},
    }]});
    let start = json!({"ApplicationName": "app", "RunConfiguration": run});
    fixture.call_v2("StartApplication", start).await.unwrap();
    fixture.reach("RUNNING").await;
    fixture.put(0, &record("a", 1)).await;
    fixture.run_for(Duration::from_secs(2)).await;
    assert_eq!(fixture.outputs(1).await, [r#"{"K":"a","V":100}"#]);
    let by_force = json!({"ApplicationName": "app", "Force": true});
    let refused = fixture.call_v2("StopApplication", by_force).await.unwrap_err();
    assert_eq!(refused.code, "InvalidArgumentException");
    fixture.call_v2("StopApplication", name.clone()).await.unwrap();
    fixture.reach("READY").await;

    let v1 = json!({"ApplicationName": "app", "CurrentApplicationVersionId": 1,
        "ApplicationUpdate": {"ApplicationCodeUpdate": PASS.replace("100", "200")}});
    fixture.call("UpdateApplication", v1).await.unwrap();
    let listed = fixture.call_v2("ListApplications", json!({})).await.unwrap();
    assert_eq!(listed["ApplicationSummaries"][0]["ApplicationVersionId"], 2);
}

#[tokio::test]
async fn versions_are_kept_described_and_gone_back_to() {
    let fixture = Fixture::new().await;
    fixture.call_v2("CreateApplication", create()).await.unwrap();
    let second = PASS.replace("100", "200");
    fixture.call_v2("UpdateApplication", update(1, &second)).await.unwrap();
    let stale = fixture.call_v2("UpdateApplication", update(1, PASS)).await.unwrap_err();
    assert_eq!(stale.code, "ConcurrentModificationException");
    let wrong = fixture.call_v2("UpdateApplication", update(2, "SELECT")).await.unwrap_err();
    assert_eq!(wrong.code, "CodeValidationException");
    let code_of = |answer: &Json, member: &str| {
        let configuration = &answer[member]["ApplicationConfigurationDescription"];
        let code = &configuration["ApplicationCodeConfigurationDescription"];
        code["CodeContentDescription"]["TextContent"].as_str().unwrap().to_owned()
    };
    for (version, code) in [(1, PASS), (2, &second)] {
        let request = json!({"ApplicationName": "app", "ApplicationVersionId": version});
        let answer = fixture.call_v2("DescribeApplicationVersion", request).await.unwrap();
        assert_eq!(code_of(&answer, "ApplicationVersionDetail"), *code);
    }
    let missing = json!({"ApplicationName": "app", "ApplicationVersionId": 9});
    let missing = fixture.call_v2("DescribeApplicationVersion", missing).await.unwrap_err();
    assert_eq!(missing.code, "ResourceNotFoundException");
    let back = json!({"ApplicationName": "app", "CurrentApplicationVersionId": 2});
    let answer = fixture.call_v2("RollbackApplication", back).await.unwrap();
    assert_eq!(code_of(&answer, "ApplicationDetail"), PASS);
    assert_eq!(answer["ApplicationDetail"]["ApplicationVersionId"], 3);
    assert_eq!(answer["ApplicationDetail"]["ApplicationVersionRolledBackTo"], 1);
    let page = json!({"ApplicationName": "app", "Limit": 2});
    let first = fixture.call_v2("ListApplicationVersions", page.clone()).await.unwrap();
    let mut page = page;
    page["NextToken"] = first["NextToken"].clone();
    let second = fixture.call_v2("ListApplicationVersions", page).await.unwrap();
    let ids = [first, second].map(|answer| {
        let versions = answer["ApplicationVersionSummaries"].as_array().unwrap().clone();
        versions.iter().map(|v| v["ApplicationVersionId"].as_u64().unwrap()).collect::<Vec<_>>()
    });
    assert_eq!(ids, [vec![1, 2], vec![3]]);

    // The token of a version does for its number.
    let token = answer["ApplicationDetail"]["ConditionalToken"].clone();
    let mut by_token = update(3, PASS);
    by_token.as_object_mut().unwrap().remove("CurrentApplicationVersionId");
    by_token["ConditionalToken"] = token;
    fixture.call_v2("UpdateApplication", by_token.clone()).await.unwrap();
    let stale = fixture.call_v2("UpdateApplication", by_token).await.unwrap_err();
    assert_eq!(stale.code, "ConcurrentModificationException");
}

#[tokio::test]
async fn what_only_flink_has_is_refused_in_its_own_words() {
    let fixture = Fixture::new().await;
    let mut flink = create();
    flink["RuntimeEnvironment"] = json!("FLINK-1_20");
    let refused = fixture.call_v2("CreateApplication", flink).await.unwrap_err();
    assert_eq!(refused.code, "UnsupportedOperationException");
    let snapshot = json!({"ApplicationName": "app", "SnapshotName": "s"});
    let missing = fixture.call_v2("CreateApplicationSnapshot", snapshot.clone()).await.unwrap_err();
    assert_eq!(missing.code, "ResourceNotFoundException");
    fixture.call_v2("CreateApplication", create()).await.unwrap();
    let refused = fixture.call_v2("CreateApplicationSnapshot", snapshot).await.unwrap_err();
    assert_eq!(refused.code, "UnsupportedOperationException");
    let url = json!({"ApplicationName": "app", "UrlType": "FLINK_DASHBOARD_URL"});
    let refused = fixture.call_v2("CreateApplicationPresignedUrl", url).await.unwrap_err();
    assert_eq!(refused.code, "InvalidArgumentException");
}

/// Every operation of the model has its line.
#[test]
fn no_operation_of_the_models_is_left_out() {
    for (model, directory) in [
        (&levada_model::kinesisanalytics::SERVICE, include_str!("../ops/mod.rs")),
        (
            &levada_model::kinesisanalyticsv2::SERVICE,
            concat!(include_str!("../ops_v2/mod.rs"), include_str!("../ops_v2/flink_only.rs"),),
        ),
    ] {
        assert!(model.operations.len() >= 20);
        for operation in model.operations {
            let listed = [format!("{}>", operation.name), format!("{},", operation.name)]
                .iter()
                .any(|line| directory.contains(line.as_str()))
                || directory.contains(&format!("{}Request>>", operation.name));
            assert!(listed, "{}", operation.name);
        }
    }
}
