//! Global secondary indexes through the operations.
//! Does not: show key encoding (see `crate::key`).

use serde_json::{Value, json};

use super::{Client, start};
use crate::testing::Fixture;

pub fn index(name: &str, hash: &str, range: Option<&str>, projection: Value) -> Value {
    let element = |name: &str, kind: &str| json!({"AttributeName": name, "KeyType": kind});
    let mut schema = vec![element(hash, "HASH")];
    schema.extend(range.map(|range| element(range, "RANGE")));
    json!({"IndexName": name, "KeySchema": schema, "Projection": projection})
}

fn define(name: &str, kind: &str) -> Value {
    json!({"AttributeName": name, "AttributeType": kind})
}

/// A lease table with indexes by owner (keys only), by owner and counter (all), and by counter
/// (with `checkpoint`).
async fn leases() -> (Fixture, Client) {
    let (fixture, client) = start().await;
    let create = json!({"TableName": "leases", "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": [{"AttributeName": "leaseKey", "KeyType": "HASH"}],
        "AttributeDefinitions":
            [define("leaseKey", "S"), define("owner", "S"), define("counter", "N")],
        "GlobalSecondaryIndexes": [
            index("by-owner", "owner", None, json!({"ProjectionType": "KEYS_ONLY"})),
            index("by-both", "owner", Some("counter"), json!({"ProjectionType": "ALL"})),
            index("by-counter", "counter", None,
                json!({"ProjectionType": "INCLUDE", "NonKeyAttributes": ["checkpoint"]}))]});
    let made = client.ok("CreateTable", create).await["TableDescription"].clone();
    assert_eq!(made["GlobalSecondaryIndexes"][0]["IndexStatus"], "ACTIVE");
    assert_eq!(made["AttributeDefinitions"].as_array().unwrap().len(), 3);
    (fixture, client)
}

async fn put(client: &Client, key: &str, owner: Option<&str>, counter: i32) {
    let mut item = json!({"leaseKey": {"S": key}, "counter": {"N": counter.to_string()},
        "checkpoint": {"S": "LATEST"}, "extra": {"S": "x"}});
    if let Some(owner) = owner {
        item["owner"] = json!({"S": owner});
    }
    client.ok("PutItem", json!({"TableName": "leases", "Item": item})).await;
}

fn of_owner(index: &str, owner: &str) -> Value {
    json!({"TableName": "leases", "IndexName": index, "KeyConditionExpression": "#o = :o",
        "ExpressionAttributeNames": {"#o": "owner"},
        "ExpressionAttributeValues": {":o": {"S": owner}}})
}

fn keys(page: &Value) -> Vec<String> {
    let items = page["Items"].as_array().unwrap();
    items.iter().map(|item| item["leaseKey"]["S"].as_str().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn an_index_follows_every_write_of_its_items() {
    let (_fixture, client) = leases().await;
    put(&client, "s0", Some("a"), 1).await;
    put(&client, "s1", Some("a"), 2).await;
    put(&client, "s2", None, 3).await;
    let page = client.ok("Query", of_owner("by-owner", "a")).await;
    assert_eq!(keys(&page), ["s0", "s1"]);
    assert_eq!(page["Items"][0], json!({"leaseKey": {"S": "s0"}, "owner": {"S": "a"}}));
    let steal = json!({"TableName": "leases", "Key": {"leaseKey": {"S": "s0"}},
        "AttributeUpdates": {"owner": {"Value": {"S": "b"}}}});
    client.ok("UpdateItem", steal).await;
    assert_eq!(keys(&client.ok("Query", of_owner("by-owner", "a")).await), ["s1"]);
    assert_eq!(keys(&client.ok("Query", of_owner("by-owner", "b")).await), ["s0"]);
    let release = json!({"TableName": "leases", "Key": {"leaseKey": {"S": "s0"}},
        "UpdateExpression": "REMOVE #o", "ExpressionAttributeNames": {"#o": "owner"}});
    client.ok("UpdateItem", release).await;
    client.ok("DeleteItem", json!({"TableName": "leases", "Key": {"leaseKey": {"S": "s1"}}})).await;
    let scan = json!({"TableName": "leases", "IndexName": "by-owner"});
    assert_eq!(client.ok("Scan", scan).await, json!({"Items": [], "Count": 0, "ScannedCount": 0}));
    let described = client.ok("DescribeTable", json!({"TableName": "leases"})).await;
    let counts: Vec<_> = described["Table"]["GlobalSecondaryIndexes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|index| index["ItemCount"].as_i64().unwrap())
        .collect();
    assert_eq!(counts, [0, 0, 2]);
}

#[tokio::test]
async fn an_index_with_a_range_key_is_ordered_paged_and_bounded() {
    let (fixture, client) = leases().await;
    for n in 0..10 {
        // Two items of each counter: an index key need not be unique.
        put(&client, &format!("s{n}"), Some("a"), n / 2).await;
    }
    put(&client, "other", Some("ab"), 3).await;
    // After a restart it is all still there.
    let client = Client(fixture.reopen().await.api());
    for (condition, expected) in [
        ("= :x", vec!["s2", "s3"]),
        ("< :x", vec!["s0", "s1"]),
        ("<= :x", vec!["s0", "s1", "s2", "s3"]),
        ("> :y", vec!["s8", "s9"]),
        (">= :y", vec!["s6", "s7", "s8", "s9"]),
        ("BETWEEN :x AND :y", vec!["s2", "s3", "s4", "s5", "s6", "s7"]),
    ] {
        for forward in [true, false] {
            let mut query = of_owner("by-both", "a");
            query["KeyConditionExpression"] = json!(format!("#o = :o AND #c {condition}"));
            query["ExpressionAttributeNames"]["#c"] = json!("counter");
            for (name, number) in [(":x", "1"), (":y", "3")] {
                if condition.contains(name) {
                    query["ExpressionAttributeValues"][name] = json!({"N": number});
                }
            }
            query["ScanIndexForward"] = json!(forward);
            query["Limit"] = json!(1);
            let mut seen = Vec::new();
            loop {
                let page = client.ok("Query", query.clone()).await;
                seen.extend(keys(&page));
                let Some(last) = page.get("LastEvaluatedKey") else { break };
                assert_eq!(last.as_object().unwrap().len(), 3);
                query["ExclusiveStartKey"] = last.clone();
            }
            if !forward {
                seen.reverse();
            }
            assert_eq!(seen, expected, "{condition} {forward}");
        }
    }
}

#[tokio::test]
async fn an_index_shows_what_it_projects() {
    let (_fixture, client) = leases().await;
    put(&client, "s0", Some("a"), 1).await;
    let all = client.ok("Query", of_owner("by-both", "a")).await["Items"][0].clone();
    assert_eq!(all["extra"], json!({"S": "x"}));
    let scan = json!({"TableName": "leases", "IndexName": "by-counter"});
    let included = client.ok("Scan", scan).await["Items"][0].clone();
    assert_eq!(included["checkpoint"], json!({"S": "LATEST"}));
    assert_eq!(included.as_object().unwrap().len(), 3);
    let refused = |change: Value| {
        let mut query = of_owner("by-owner", "a");
        query.as_object_mut().unwrap().extend(change.as_object().unwrap().clone());
        client.refused("Query", query)
    };
    assert_eq!(
        refused(json!({"ConsistentRead": true})).await.1,
        "Consistent reads are not supported on global secondary indexes"
    );
    assert!(refused(json!({"Select": "ALL_ATTRIBUTES"})).await.1.ends_with("type is not ALL"));
    assert!(
        refused(json!({"ProjectionExpression": "extra"})).await.1.ends_with("not project [extra]")
    );
    assert_eq!(
        refused(json!({"IndexName": "none"})).await.1,
        "The table does not have the specified index: none"
    );
}

#[tokio::test]
async fn an_item_that_does_not_fit_an_index_is_refused() {
    let (_fixture, client) = leases().await;
    let wrong = json!({"leaseKey": {"S": "s"}, "owner": {"N": "1"}});
    let (code, message) =
        client.refused("PutItem", json!({"TableName": "leases", "Item": wrong})).await;
    assert_eq!(code, "ValidationException");
    assert_eq!(
        message,
        "One or more parameter values were invalid: Type mismatch for Index Key owner Expected: \
         S Actual: N IndexName: by-owner"
    );
    let empty = json!({"leaseKey": {"S": "s"}, "owner": {"S": ""}});
    let (_, message) =
        client.refused("PutItem", json!({"TableName": "leases", "Item": empty})).await;
    assert!(message.ends_with("empty string value. IndexName: by-owner, IndexKey: owner"));
}
