//! The operations through `ServiceApi`, in JSON, as a protocol calls them.
//! Does not: repeat what the domain's own tests show.

mod altering;
mod batches;
mod indexes;
mod legacy;

use levada_types::Identity;
use levada_wire::{AnswerForm, AwsError, Caller, Document, ServiceApi};
use serde_json::{Value, json};

use crate::testing::{Fixture, START};

struct Client(ServiceApi);

impl Client {
    async fn ask(&self, operation: &str, input: Value) -> Result<Value, AwsError> {
        let caller = Caller {
            access_key: None,
            identity: Identity::default(),
            request_id: "r".into(),
            producer: None,
        };
        let body = Document::Json(input.to_string().into());
        let answer = self.0.call(operation, caller, body, AnswerForm::Json).await;
        let bytes = answer.expect("the operation is in the list")?;
        Ok(serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }

    async fn ok(&self, operation: &str, input: Value) -> Value {
        match self.ask(operation, input.clone()).await {
            Ok(answer) => answer,
            Err(error) => panic!("{operation} {input}: {error}"),
        }
    }

    async fn refused(&self, operation: &str, input: Value) -> (String, String) {
        let error = self.ask(operation, input).await.unwrap_err();
        (error.code.into_owned(), error.message)
    }
}

/// Tables `plain` (hash `id`, text) and `ranged` (hash `h`, text; range `r`, number).
async fn start() -> (Fixture, Client) {
    let fixture = Fixture::new().await;
    let client = Client(fixture.tables.api());
    let plain = json!({"TableName": "plain", "BillingMode": "PAY_PER_REQUEST",
        "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
        "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]});
    client.ok("CreateTable", plain).await;
    let ranged = json!({"TableName": "ranged",
        "ProvisionedThroughput": {"ReadCapacityUnits": 5, "WriteCapacityUnits": 6},
        "KeySchema": [{"AttributeName": "h", "KeyType": "HASH"},
                      {"AttributeName": "r", "KeyType": "RANGE"}],
        "AttributeDefinitions": [{"AttributeName": "h", "AttributeType": "S"},
                                 {"AttributeName": "r", "AttributeType": "N"}]});
    client.ok("CreateTable", ranged).await;
    (fixture, client)
}

fn id(text: &str) -> Value {
    json!({"id": {"S": text}})
}

#[tokio::test]
async fn tables_are_described_listed_deleted_and_survive_a_restart() {
    let (fixture, client) = start().await;
    client.ok("PutItem", json!({"TableName": "plain", "Item": id("a")})).await;
    let again = Client(fixture.reopen().await.api());
    let table = again.ok("DescribeTable", json!({"TableName": "ranged"})).await["Table"].clone();
    assert_eq!(table["TableStatus"], "ACTIVE");
    assert_eq!(table["CreationDateTime"], START.as_secs_f64());
    assert_eq!(table["ProvisionedThroughput"]["WriteCapacityUnits"], 6);
    assert_eq!(table["KeySchema"][1], json!({"AttributeName": "r", "KeyType": "RANGE"}));
    let by_arn = json!({"TableName": "arn:aws:dynamodb:us-east-1:000000000000:table/plain"});
    let plain = again.ok("DescribeTable", by_arn).await["Table"].clone();
    assert_eq!(plain["BillingModeSummary"]["BillingMode"], "PAY_PER_REQUEST");
    assert_eq!((&plain["ItemCount"], &plain["TableSizeBytes"]), (&json!(1), &json!(3)));
    let page = again.ok("ListTables", json!({"Limit": 1})).await;
    assert_eq!(page, json!({"TableNames": ["plain"], "LastEvaluatedTableName": "plain"}));
    let deleted = again.ok("DeleteTable", json!({"TableName": "plain"})).await;
    assert_eq!(deleted["TableDescription"]["TableStatus"], "DELETING");
    let (code, message) = again.refused("DescribeTable", json!({"TableName": "plain"})).await;
    assert_eq!(code, "ResourceNotFoundException");
    assert_eq!(message, "Requested resource not found: Table: plain not found");
    // The first service still believes in the table; the write's own check does not.
    let put = json!({"TableName": "plain", "Item": id("b")});
    let (code, message) = client.refused("PutItem", put).await;
    assert_eq!(
        (&code[..], &message[..]),
        ("ResourceNotFoundException", "Requested resource not found",)
    );
}

#[tokio::test]
async fn items_are_put_got_replaced_and_deleted() {
    let (_fixture, client) = start().await;
    let item = json!({"id": {"S": "a"}, "n": {"N": "1.10"}, "m": {"M": {"x": {"S": "y"}}}});
    let put = json!({"TableName": "plain", "Item": item, "ReturnConsumedCapacity": "TOTAL"});
    let answer = client.ok("PutItem", put).await;
    assert_eq!(answer["ConsumedCapacity"], json!({"TableName": "plain", "CapacityUnits": 1.0}));
    let get = json!({"TableName": "plain", "Key": id("a"), "ProjectionExpression": "n, m.x"});
    let got = client.ok("GetItem", get).await;
    assert_eq!(got, json!({"Item": {"n": {"N": "1.1"}, "m": {"M": {"x": {"S": "y"}}}}}));
    let replace = json!({"TableName": "plain", "Item": id("a"), "ReturnValues": "ALL_OLD"});
    let old = client.ok("PutItem", replace).await;
    assert_eq!(old["Attributes"]["n"], json!({"N": "1.1"}));
    let delete = json!({"TableName": "plain", "Key": id("a"), "ReturnValues": "ALL_OLD"});
    assert_eq!(client.ok("DeleteItem", delete.clone()).await, json!({"Attributes": id("a")}));
    assert_eq!(client.ok("DeleteItem", delete).await, json!({}));
    let get = json!({"TableName": "plain", "Key": id("a")});
    assert_eq!(client.ok("GetItem", get).await, json!({}));
}

#[tokio::test]
async fn a_failed_condition_changes_nothing_and_shows_the_item_when_asked() {
    let (_fixture, client) = start().await;
    let put = json!({"TableName": "plain", "Item": {"id": {"S": "a"}, "n": {"N": "1"}},
        "ConditionExpression": "attribute_not_exists(id)",
        "ReturnValuesOnConditionCheckFailure": "ALL_OLD"});
    client.ok("PutItem", put.clone()).await;
    let error = client.ask("PutItem", put).await.unwrap_err();
    assert_eq!(error.code, "ConditionalCheckFailedException");
    assert_eq!(error.message, "The conditional request failed");
    assert_eq!(error.members["Item"], json!({"id": {"S": "a"}, "n": {"N": "1"}}));
    let delete = json!({"TableName": "plain", "Key": id("a"),
        "ConditionExpression": "n > :n", "ExpressionAttributeValues": {":n": {"N": "1"}}});
    let error = client.ask("DeleteItem", delete).await.unwrap_err();
    assert_eq!((error.code.as_ref(), error.members.len()), ("ConditionalCheckFailedException", 0));
    let get = json!({"TableName": "plain", "Key": id("a")});
    assert_eq!(client.ok("GetItem", get).await["Item"]["n"], json!({"N": "1"}));
}

#[tokio::test]
async fn updates_return_what_was_asked_for() {
    let (_fixture, client) = start().await;
    let update = |wanted: &str| {
        json!({"TableName": "plain", "Key": id("a"), "ReturnValues": wanted,
            "UpdateExpression": "SET m.#c = if_not_exists(m.#c, :zero) + :one ADD amount :one",
            "ExpressionAttributeNames": {"#c": "count"},
            "ExpressionAttributeValues": {":zero": {"N": "0"}, ":one": {"N": "1"}}})
    };
    let (code, message) = client.refused("UpdateItem", update("NONE")).await;
    assert_eq!(code, "ValidationException");
    assert_eq!(
        message,
        "The document path provided in the update expression is invalid for update"
    );
    let seed = json!({"id": {"S": "a"}, "m": {"M": {"other": {"S": "x"}}}, "k": {"BOOL": true}});
    client.ok("PutItem", json!({"TableName": "plain", "Item": seed})).await;
    assert_eq!(client.ok("UpdateItem", update("NONE")).await, json!({}));
    let updated_old = client.ok("UpdateItem", update("UPDATED_OLD")).await["Attributes"].clone();
    assert_eq!(updated_old, json!({"m": {"M": {"count": {"N": "1"}}}, "amount": {"N": "1"}}));
    let updated_new = client.ok("UpdateItem", update("UPDATED_NEW")).await["Attributes"].clone();
    assert_eq!(updated_new, json!({"m": {"M": {"count": {"N": "3"}}}, "amount": {"N": "3"}}));
    let all_old = client.ok("UpdateItem", update("ALL_OLD")).await["Attributes"].clone();
    assert_eq!((&all_old["amount"], &all_old["k"]), (&json!({"N": "3"}), &json!({"BOOL": true})));
    let all_new = client.ok("UpdateItem", update("ALL_NEW")).await["Attributes"].clone();
    assert_eq!(all_new["amount"], json!({"N": "5"}));
    let fresh = json!({"TableName": "plain", "Key": id("b"), "ReturnValues": "ALL_NEW",
        "UpdateExpression": "ADD amount :one", "ExpressionAttributeValues": {":one": {"N": "1"}}});
    let fresh = client.ok("UpdateItem", fresh).await["Attributes"].clone();
    assert_eq!(fresh, json!({"id": {"S": "b"}, "amount": {"N": "1"}}));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn of_many_writers_every_increment_counts_and_one_wins_a_condition() {
    let (fixture, _client) = start().await;
    let work = (0..40).map(|n: usize| {
        let client = Client(fixture.tables.api());
        tokio::spawn(async move {
            let add = json!({"TableName": "plain", "Key": id("sum"),
                "UpdateExpression": "ADD amount :one",
                "ExpressionAttributeValues": {":one": {"N": "0.1"}}});
            client.ok("UpdateItem", add).await;
            let take = json!({"TableName": "plain", "Item": {"id": {"S": "lease"},
                    "owner": {"N": n.to_string()}},
                "ConditionExpression": "attribute_not_exists(id)"});
            client.ask("PutItem", take).await.is_ok()
        })
    });
    let mut winners = 0;
    for task in work.collect::<Vec<_>>() {
        winners += usize::from(task.await.unwrap());
    }
    assert_eq!(winners, 1);
    let client = Client(fixture.tables.api());
    let got = client.ok("GetItem", json!({"TableName": "plain", "Key": id("sum")})).await;
    assert_eq!(got["Item"]["amount"], json!({"N": "4"}));
}

async fn fill(client: &Client) {
    for (h, count) in [("a", 10), ("b", 3)] {
        for r in 0..count {
            let item = json!({"h": {"S": h}, "r": {"N": (r - 5).to_string()},
                "even": {"BOOL": r % 2 == 0}});
            client.ok("PutItem", json!({"TableName": "ranged", "Item": item})).await;
        }
    }
}

fn numbers(page: &Value) -> Vec<i64> {
    let items = page["Items"].as_array().unwrap();
    items.iter().map(|item| item["r"]["N"].as_str().unwrap().parse().unwrap()).collect()
}

#[tokio::test]
async fn a_query_gives_its_stretch_in_order() {
    let (_fixture, client) = start().await;
    fill(&client).await;
    let query = |range: &str, forward: bool| {
        let mut values = json!({":h": {"S": "a"}});
        for (name, number) in [(":x", "-2"), (":y", "1")] {
            if range.contains(name) {
                values[name] = json!({"N": number});
            }
        }
        json!({"TableName": "ranged", "KeyConditionExpression": format!("h = :h{range}"),
            "ExpressionAttributeValues": values, "ScanIndexForward": forward})
    };
    let cases: [(&str, Vec<i64>); 7] = [
        ("", (-5..5).collect()),
        (" AND r = :x", vec![-2]),
        (" AND r < :x", vec![-5, -4, -3]),
        (" AND r <= :x", vec![-5, -4, -3, -2]),
        (" AND r > :y", vec![2, 3, 4]),
        (" AND :y <= r", vec![1, 2, 3, 4]),
        (" AND r BETWEEN :x AND :y", vec![-2, -1, 0, 1]),
    ];
    for (range, mut expected) in cases {
        assert_eq!(numbers(&client.ok("Query", query(range, true)).await), expected, "{range}");
        expected.reverse();
        assert_eq!(numbers(&client.ok("Query", query(range, false)).await), expected, "{range}");
    }
}

#[tokio::test]
async fn pages_of_a_query_and_of_scan_parts_cover_every_item_once() {
    let (_fixture, client) = start().await;
    fill(&client).await;
    for forward in [true, false] {
        let mut seen = Vec::new();
        let mut query = json!({"TableName": "ranged", "Limit": 3,
            "KeyConditionExpression": "h = :h AND r >= :r", "ScanIndexForward": forward,
            "ExpressionAttributeValues": {":h": {"S": "a"}, ":r": {"N": "-4"}}});
        loop {
            let page = client.ok("Query", query.clone()).await;
            seen.extend(numbers(&page));
            let Some(last) = page.get("LastEvaluatedKey") else { break };
            query["ExclusiveStartKey"] = last.clone();
        }
        seen.sort_unstable();
        assert_eq!(seen, (-4..5).collect::<Vec<i64>>());
    }
    let mut seen = Vec::new();
    for segment in 0..3 {
        let mut scan =
            json!({"TableName": "ranged", "Limit": 2, "Segment": segment, "TotalSegments": 3});
        loop {
            let page = client.ok("Scan", scan.clone()).await;
            seen.extend(page["Items"].as_array().unwrap().iter().map(Value::to_string));
            let Some(last) = page.get("LastEvaluatedKey") else { break };
            scan["ExclusiveStartKey"] = last.clone();
        }
    }
    assert_eq!(seen.len(), 13);
    seen.sort_unstable();
    seen.dedup();
    assert_eq!(seen.len(), 13);
}

#[tokio::test]
async fn filters_count_what_they_looked_at() {
    let (_fixture, client) = start().await;
    fill(&client).await;
    let query = json!({"TableName": "ranged", "KeyConditionExpression": "h = :h",
        "FilterExpression": "even = :yes", "Select": "COUNT",
        "ExpressionAttributeValues": {":h": {"S": "a"}, ":yes": {"BOOL": true}}});
    let page = client.ok("Query", query).await;
    assert_eq!(page, json!({"Count": 5, "ScannedCount": 10}));
    let scan = json!({"TableName": "ranged", "FilterExpression": "r > :r AND h = :h",
        "ExpressionAttributeValues": {":r": {"N": "3"}, ":h": {"S": "a"}}});
    let page = client.ok("Scan", scan).await;
    assert_eq!((numbers(&page), &page["ScannedCount"]), (vec![4], &json!(13)));
}

#[tokio::test]
async fn a_page_ends_at_a_mebibyte() {
    let (_fixture, client) = start().await;
    let text = "x".repeat(300_000);
    for n in 0..5 {
        let item = json!({"id": {"S": n.to_string()}, "t": {"S": text}});
        client.ok("PutItem", json!({"TableName": "plain", "Item": item})).await;
    }
    let page = client.ok("Scan", json!({"TableName": "plain", "Select": "COUNT"})).await;
    assert_eq!(page["Count"], 4);
    let rest = json!({"TableName": "plain", "ExclusiveStartKey": page["LastEvaluatedKey"]});
    let page = client.ok("Scan", rest).await;
    assert_eq!((&page["Count"], page.get("LastEvaluatedKey")), (&json!(1), None));
}

#[tokio::test]
async fn wrong_requests_get_the_services_code_and_words() {
    let (_fixture, client) = start().await;
    let big = "x".repeat(410_000);
    let cases = [
        (
            "PutItem",
            json!({"TableName": "none", "Item": id("a")}),
            "ResourceNotFoundException",
            "Requested resource not found",
        ),
        (
            "GetItem",
            json!({"TableName": "plain", "Key": {"id": {"N": "1"}}}),
            "ValidationException",
            "The provided key element does not match the schema",
        ),
        (
            "PutItem",
            json!({"TableName": "plain", "Item": {"x": {"S": "a"}}}),
            "ValidationException",
            "One or more parameter values were invalid: Missing the key id in the item",
        ),
        (
            "PutItem",
            json!({"TableName": "plain", "Item": {"id": {"S": "a"}, "t": {"S": big}}}),
            "ValidationException",
            "Item size has exceeded the maximum allowed size",
        ),
        (
            "PutItem",
            json!({"TableName": "plain", "Item": id("a"), "ConditionExpression": "a = :a",
                "ExpressionAttributeValues": {":a": {"N": "1"}, ":b": {"N": "1"}}}),
            "ValidationException",
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:b}",
        ),
        (
            "UpdateItem",
            json!({"TableName": "plain", "Key": id("a"), "UpdateExpression": "SET id = :a",
                "ExpressionAttributeValues": {":a": {"N": "1"}}}),
            "ValidationException",
            "One or more parameter values were invalid: Cannot update attribute id. This \
             attribute is part of the key",
        ),
        (
            "Query",
            json!({"TableName": "ranged", "KeyConditionExpression": "r = :a",
                "ExpressionAttributeValues": {":a": {"N": "1"}}}),
            "ValidationException",
            "Query condition missed key schema element: h",
        ),
        (
            "Query",
            json!({"TableName": "ranged", "KeyConditionExpression": "h = :h OR r = :h",
                "ExpressionAttributeValues": {":h": {"S": "1"}}}),
            "ValidationException",
            "Invalid KeyConditionExpression: Invalid operator used in KeyConditionExpression: OR",
        ),
        (
            "CreateTable",
            json!({"TableName": "plain", "BillingMode": "PAY_PER_REQUEST",
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                "AttributeDefinitions": [{"AttributeName": "id", "AttributeType": "S"}]}),
            "ResourceInUseException",
            "Table already exists: plain",
        ),
        (
            "CreateTable",
            json!({"TableName": "fresh", "BillingMode": "PAY_PER_REQUEST",
                "KeySchema": [{"AttributeName": "id", "KeyType": "HASH"}],
                "AttributeDefinitions": [{"AttributeName": "x", "AttributeType": "S"}]}),
            "ValidationException",
            "One or more parameter values were invalid: Some index key attributes are not \
             defined in AttributeDefinitions. Keys: [id], AttributeDefinitions: [x]",
        ),
    ];
    for (operation, input, code, message) in cases {
        let refused = client.refused(operation, input).await;
        assert_eq!(refused, (code.to_owned(), message.to_owned()), "{operation}");
    }
}

#[tokio::test]
async fn the_list_is_sorted() {
    let (_fixture, client) = start().await;
    let listed: Vec<_> = client.0.operation_names().collect();
    assert!(listed.is_sorted(), "{listed:?}");
}
