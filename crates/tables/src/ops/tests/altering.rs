//! Altered tables through the operations: indexes made and dropped, time to live, tags.
//! Does not: repeat what indexes made with their table show.

use std::time::Duration;

use serde_json::{Value, json};

use super::indexes::index;
use super::{Client, fill, id, numbers, start};
use crate::testing::{Fixture, START};

async fn until(client: &Client, table: &str, is_done: impl Fn(&Value) -> bool) -> Value {
    loop {
        let table = client.ok("DescribeTable", json!({"TableName": table})).await["Table"].clone();
        if is_done(&table) {
            return table;
        }
        tokio::task::yield_now().await;
    }
}

fn is_active(table: &Value) -> bool {
    let indexes = table["GlobalSecondaryIndexes"].as_array().unwrap();
    indexes.iter().all(|index| index["IndexStatus"] == "ACTIVE")
}

fn create(name: &str) -> Value {
    json!({"TableName": "ranged",
        "AttributeDefinitions": [{"AttributeName": "r", "AttributeType": "N"}],
        "GlobalSecondaryIndexUpdates":
            [{"Create": index(name, "r", Some("h"), json!({"ProjectionType": "ALL"}))}]})
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn a_new_index_holds_what_was_there_and_what_is_written_meanwhile() {
    let (fixture, client) = start().await;
    fill(&client).await;
    let writers: Vec<_> = (0..8)
        .map(|n: u32| {
            let client = Client(fixture.tables.api());
            tokio::spawn(async move {
                for r in 100..130 {
                    let item = json!({"h": {"S": format!("w{n}")}, "r": {"N": r.to_string()}});
                    let put = json!({"TableName": "ranged", "Item": item});
                    client.ok("PutItem", put).await;
                    if r % 3 == 0 {
                        let delete = json!({"TableName": "ranged", "Key": item});
                        client.ok("DeleteItem", delete).await;
                    }
                }
            })
        })
        .collect();
    let answer = client.ok("UpdateTable", create("by-number")).await["TableDescription"].clone();
    assert_eq!(answer["GlobalSecondaryIndexes"][0]["IndexStatus"], "CREATING");
    until(&client, "ranged", is_active).await;
    for writer in writers {
        writer.await.unwrap();
    }
    let table = client.ok("DescribeTable", json!({"TableName": "ranged"})).await["Table"].clone();
    assert_eq!(table["ItemCount"], 13 + 8 * 20);
    assert_eq!(table["GlobalSecondaryIndexes"][0]["ItemCount"], table["ItemCount"]);
    let query = json!({"TableName": "ranged", "IndexName": "by-number",
        "KeyConditionExpression": "r = :r", "ExpressionAttributeValues": {":r": {"N": "-5"}}});
    assert_eq!(numbers(&client.ok("Query", query).await), [-5, -5]);
    let (_, message) = client.refused("UpdateTable", create("by-number")).await;
    assert_eq!(message, "Attempting to create an index which already exists");
}

#[tokio::test]
async fn an_index_goes_with_its_rows_and_comes_back_empty_of_them() {
    let (fixture, client) = start().await;
    client.ok("UpdateTable", create("by-number")).await;
    until(&client, "ranged", is_active).await;
    fill(&client).await;
    let delete = json!({"TableName": "ranged",
        "GlobalSecondaryIndexUpdates": [{"Delete": {"IndexName": "by-number"}}]});
    client.ok("UpdateTable", delete.clone()).await;
    let scan = json!({"TableName": "ranged", "IndexName": "by-number"});
    let (_, message) = client.refused("Scan", scan.clone()).await;
    assert_eq!(message, "The table does not have the specified index: by-number");
    let (code, _) = client.refused("UpdateTable", delete).await;
    assert_eq!(code, "ResourceNotFoundException");
    let gone = json!({"TableName": "ranged", "Key": {"h": {"S": "a"}, "r": {"N": "0"}}});
    client.ok("DeleteItem", gone).await;
    client.ok("UpdateTable", create("by-number")).await;
    let again = Client(fixture.reopen().await.api());
    until(&again, "ranged", is_active).await;
    assert_eq!(again.ok("Scan", scan).await["Count"], 12);
}

#[tokio::test]
async fn billing_and_protection_are_altered() {
    let (_fixture, client) = start().await;
    let protect = json!({"TableName": "ranged", "BillingMode": "PAY_PER_REQUEST",
        "DeletionProtectionEnabled": true});
    client.ok("UpdateTable", protect).await;
    let table = client.ok("DescribeTable", json!({"TableName": "ranged"})).await["Table"].clone();
    assert_eq!(table["BillingModeSummary"]["BillingMode"], "PAY_PER_REQUEST");
    assert_eq!(table["DeletionProtectionEnabled"], true);
    let (code, _) = client.refused("DeleteTable", json!({"TableName": "ranged"})).await;
    assert_eq!(code, "ValidationException");
    let unprotect = json!({"TableName": "ranged", "DeletionProtectionEnabled": false});
    client.ok("UpdateTable", unprotect).await;
    client.ok("DeleteTable", json!({"TableName": "ranged"})).await;
    let (_, message) = client.refused("UpdateTable", json!({"TableName": "plain"})).await;
    assert!(message.starts_with("At least one of ProvisionedThroughput"), "{message}");
}

async fn put_ending(client: &Client, name: &str, end: Value) {
    let item = json!({"id": {"S": name}, "end": end});
    client.ok("PutItem", json!({"TableName": "plain", "Item": item})).await;
}

async fn left(client: &Client) -> Vec<String> {
    let page = client.ok("Scan", json!({"TableName": "plain"})).await;
    let items = page["Items"].as_array().unwrap();
    let mut names: Vec<String> =
        items.iter().map(|item| item["id"]["S"].as_str().unwrap().to_owned()).collect();
    names.sort_unstable();
    names
}

/// Moves the clock, and lets the service do what is due.
async fn advance(fixture: &Fixture, client: &Client, secs: u64, expected: &[&str]) {
    fixture.clock.advance(Duration::from_secs(secs));
    while left(client).await != expected {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn items_end_when_their_second_has_come() {
    let (fixture, client) = start().await;
    let now = START.as_secs();
    let end = |offset: i64| json!({"N": (now + offset).to_string()});
    put_ending(&client, "before", end(-10)).await;
    put_ending(&client, "ancient", end(-6 * 365 * 24 * 3600)).await;
    put_ending(&client, "text", json!({"S": "1"})).await;
    put_ending(&client, "soon", end(60)).await;
    let enable = |enabled: bool| {
        json!({"TableName": "plain",
            "TimeToLiveSpecification": {"Enabled": enabled, "AttributeName": "end"}})
    };
    client.ok("UpdateTimeToLive", enable(true)).await;
    advance(&fixture, &client, 0, &["ancient", "soon", "text"]).await;
    put_ending(&client, "sooner", end(30)).await;
    put_ending(&client, "later", end(600)).await;
    advance(&fixture, &client, 31, &["ancient", "later", "soon", "text"]).await;
    // Prolonged in time: the old end no longer counts.
    let prolong = json!({"TableName": "plain", "Key": id("soon"), "UpdateExpression": "SET #e = :e",
        "ExpressionAttributeNames": {"#e": "end"}, "ExpressionAttributeValues": {":e": end(900)}});
    client.ok("UpdateItem", prolong).await;
    advance(&fixture, &client, 600, &["ancient", "soon", "text"]).await;
    let (_, message) = client.refused("UpdateTimeToLive", enable(true)).await;
    assert_eq!(message, "TimeToLive is already enabled");
    let described = client.ok("DescribeTimeToLive", json!({"TableName": "plain"})).await;
    assert_eq!(
        described["TimeToLiveDescription"],
        json!({"TimeToLiveStatus": "ENABLED", "AttributeName": "end"})
    );
    client.ok("UpdateTimeToLive", enable(false)).await;
    fixture.clock.advance(Duration::from_secs(10_000));
    put_ending(&client, "new", end(0)).await;
    assert_eq!(left(&client).await, ["ancient", "new", "soon", "text"]);
}

#[tokio::test]
async fn tags_are_kept_with_their_table() {
    let (fixture, client) = start().await;
    let arn = "arn:aws:dynamodb:us-east-1:000000000000:table/plain";
    let tags = json!({"ResourceArn": arn, "Tags": [{"Key": "a", "Value": "1"},
        {"Key": "b", "Value": "2"}]});
    client.ok("TagResource", tags).await;
    client.ok("UntagResource", json!({"ResourceArn": arn, "TagKeys": ["a", "x"]})).await;
    let again = Client(fixture.reopen().await.api());
    let listed = again.ok("ListTagsOfResource", json!({"ResourceArn": arn})).await;
    assert_eq!(listed["Tags"], json!([{"Key": "b", "Value": "2"}]));
    let many: Vec<_> = (0..50).map(|n| json!({"Key": n.to_string(), "Value": ""})).collect();
    let (code, _) = client.refused("TagResource", json!({"ResourceArn": arn, "Tags": many})).await;
    assert_eq!(code, "ValidationException");
}

#[tokio::test]
async fn endpoints_limits_and_backups_are_told() {
    let (_fixture, client) = start().await;
    let endpoints = client.ok("DescribeEndpoints", json!({})).await;
    assert_eq!(endpoints["Endpoints"][0]["Address"], "127.0.0.1:4566");
    assert_eq!(client.ok("DescribeLimits", json!({})).await["TableMaxReadCapacityUnits"], 40_000);
    let backups = client.ok("DescribeContinuousBackups", json!({"TableName": "plain"})).await;
    let backups = &backups["ContinuousBackupsDescription"];
    assert_eq!(backups["PointInTimeRecoveryDescription"]["PointInTimeRecoveryStatus"], "DISABLED");
}
