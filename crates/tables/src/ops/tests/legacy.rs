//! The old interface through the operations, as KCL 2 and 3 use it.
//! Does not: repeat each comparison (see `crate::legacy`).

use serde_json::{Value, json};

use super::{Client, fill, id, numbers, start};

async fn lease(client: &Client) -> Value {
    client.ok("GetItem", json!({"TableName": "plain", "Key": id("shard-0")})).await["Item"].clone()
}

#[tokio::test]
async fn a_lease_taken_by_another_worker_cannot_be_renewed_or_deleted() {
    let (_fixture, client) = start().await;
    let create = json!({"TableName": "plain",
        "Item": {"id": {"S": "shard-0"}, "leaseCounter": {"N": "0"}, "leaseOwner": {"S": "a"}},
        "Expected": {"id": {"Exists": false}}});
    client.ok("PutItem", create.clone()).await;
    let (code, _) = client.refused("PutItem", create).await;
    assert_eq!(code, "ConditionalCheckFailedException");
    let renew = |worker: &str, counter: u32| {
        json!({"TableName": "plain", "Key": id("shard-0"), "ReturnValues": "ALL_NEW",
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            "Expected": {"leaseCounter": {"Value": {"N": counter.to_string()}},
                         "leaseOwner": {"Value": {"S": worker}}},
            "AttributeUpdates": {
                "leaseCounter": {"Action": "PUT", "Value": {"N": (counter + 1).to_string()}},
                "switches": {"Action": "ADD", "Value": {"N": "1"}},
                "checkpointOwner": {"Action": "DELETE"}}})
    };
    let renewed = client.ok("UpdateItem", renew("a", 0)).await["Attributes"].clone();
    assert_eq!(renewed["leaseCounter"], json!({"N": "1"}));
    assert_eq!(renewed["switches"], json!({"N": "1"}));
    let steal = json!({"TableName": "plain", "Key": id("shard-0"),
        "Expected": {"leaseCounter": {"Value": {"N": "1"}}},
        "AttributeUpdates": {"leaseOwner": {"Value": {"S": "b"}},
                             "leaseCounter": {"Value": {"N": "2"}}}});
    client.ok("UpdateItem", steal).await;
    let error = client.ask("UpdateItem", renew("a", 1)).await.unwrap_err();
    assert_eq!(error.code, "ConditionalCheckFailedException");
    assert_eq!(error.members["Item"]["leaseOwner"], json!({"S": "b"}));
    let delete = json!({"TableName": "plain", "Key": id("shard-0"), "ConditionalOperator": "OR",
        "Expected": {"leaseOwner": {"Value": {"S": "a"}}, "leaseCounter": {"Value": {"N": "1"}}}});
    let (code, _) = client.refused("DeleteItem", delete).await;
    assert_eq!(code, "ConditionalCheckFailedException");
    assert_eq!(lease(&client).await["leaseOwner"], json!({"S": "b"}));
}

#[tokio::test]
async fn deletions_of_attributes_make_no_item() {
    let (_fixture, client) = start().await;
    let update = json!({"TableName": "plain", "Key": id("shard-0"),
        "AttributeUpdates": {"x": {"Action": "DELETE"}}});
    client.ok("UpdateItem", update).await;
    assert_eq!(lease(&client).await, Value::Null);
}

#[tokio::test]
async fn reads_take_the_old_conditions_filters_and_attributes() {
    let (_fixture, client) = start().await;
    fill(&client).await;
    let equals = |value: Value| json!({"ComparisonOperator": "EQ", "AttributeValueList": [value]});
    let query = json!({"TableName": "ranged",
        "KeyConditions": {"h": equals(json!({"S": "a"})), "r": {"ComparisonOperator": "BETWEEN",
            "AttributeValueList": [{"N": "-2"}, {"N": "3"}]}},
        "QueryFilter": {"even": equals(json!({"BOOL": true}))}, "AttributesToGet": ["r"]});
    let page = client.ok("Query", query).await;
    assert_eq!(numbers(&page), [-1, 1, 3]);
    assert_eq!(page["Items"][0], json!({"r": {"N": "-1"}}));
    let scan = json!({"TableName": "ranged", "ConditionalOperator": "AND",
        "ScanFilter": {"h": equals(json!({"S": "b"})), "even": equals(json!({"BOOL": true}))}});
    assert_eq!(numbers(&client.ok("Scan", scan).await), [-5, -3]);
    let get = json!({"TableName": "ranged", "Key": {"h": {"S": "a"}, "r": {"N": "1"}},
        "AttributesToGet": ["even"]});
    assert_eq!(client.ok("GetItem", get).await, json!({"Item": {"even": {"BOOL": true}}}));
}

#[tokio::test]
async fn the_two_interfaces_do_not_mix() {
    let (_fixture, client) = start().await;
    let update = json!({"TableName": "plain", "Key": id("a"), "UpdateExpression": "REMOVE x",
        "Expected": {"id": {"Exists": false}}});
    let (code, message) = client.refused("UpdateItem", update).await;
    assert_eq!(code, "ValidationException");
    assert_eq!(
        message,
        "Can not use both expression and non-expression parameters in the same request: \
         Non-expression parameters: {Expected} Expression parameters: {UpdateExpression}"
    );
    let query = json!({"TableName": "ranged",
        "KeyConditions": {"r": {"ComparisonOperator": "EQ", "AttributeValueList": [{"N": "1"}]}}});
    let (_, message) = client.refused("Query", query).await;
    assert_eq!(message, "Query condition missed key schema element: h");
}
