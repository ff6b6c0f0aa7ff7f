//! Batches, transactions and their tokens through the operations.
//! Does not: repeat what single writes show.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Client, fill, id, start};

#[tokio::test]
async fn a_batch_writes_and_reads_several_tables() {
    let (_fixture, client) = start().await;
    let put = |item: Value| json!({"PutRequest": {"Item": item}});
    let ranged = |r: u32| json!({"h": {"S": "x"}, "r": {"N": r.to_string()}});
    let write = json!({"ReturnConsumedCapacity": "TOTAL", "RequestItems": {
        "plain": [put(id("a")), put(id("b"))], "ranged": [put(ranged(1)), put(ranged(2))]}});
    let answer = client.ok("BatchWriteItem", write).await;
    assert_eq!(answer["UnprocessedItems"], json!({}));
    assert_eq!(
        answer["ConsumedCapacity"],
        json!([{"TableName": "plain", "CapacityUnits": 2.0},
            {"TableName": "ranged", "CapacityUnits": 2.0}])
    );
    let delete = json!({"RequestItems": {"plain": [{"DeleteRequest": {"Key": id("a")}}]}});
    client.ok("BatchWriteItem", delete).await;
    let read = json!({"RequestItems": {
        "plain": {"Keys": [id("a"), id("b")]},
        "ranged": {"Keys": [ranged(2)], "ProjectionExpression": "r"}}});
    let answer = client.ok("BatchGetItem", read).await;
    assert_eq!(answer["Responses"]["plain"], json!([id("b")]));
    assert_eq!(answer["Responses"]["ranged"], json!([{"r": {"N": "2"}}]));
    assert_eq!(answer["UnprocessedKeys"], json!({}));
}

#[tokio::test]
async fn what_a_batch_cannot_hold_stays_unprocessed_and_too_much_is_refused() {
    let (_fixture, client) = start().await;
    let text = "x".repeat(390_000);
    for n in 0..45 {
        let item = json!({"id": {"S": n.to_string()}, "t": {"S": text}});
        client.ok("PutItem", json!({"TableName": "plain", "Item": item})).await;
    }
    let keys: Vec<Value> = (0..45).map(|n| id(&n.to_string())).collect();
    let read = json!({"RequestItems": {"plain": {"Keys": keys, "ConsistentRead": true}}});
    let answer = client.ok("BatchGetItem", read).await;
    let got = answer["Responses"]["plain"].as_array().unwrap().len();
    let rest = answer["UnprocessedKeys"].clone();
    assert_eq!(got + rest["plain"]["Keys"].as_array().unwrap().len(), 45);
    assert_eq!((got, &rest["plain"]["ConsistentRead"]), (44, &json!(true)));
    let answer = client.ok("BatchGetItem", json!({"RequestItems": rest})).await;
    assert_eq!(answer["Responses"]["plain"].as_array().unwrap().len(), 1);
    let twice = json!({"RequestItems": {"plain": {"Keys": [id("1"), id("1")]}}});
    let (_, message) = client.refused("BatchGetItem", twice).await;
    assert_eq!(message, "Provided list of item keys contains duplicates");
    let puts: Vec<Value> =
        (0..20).map(|n| json!({"PutRequest": {"Item": id(&n.to_string())}})).collect();
    let both = json!({"RequestItems": {"plain": puts, "ranged": puts}});
    let (code, _) = client.refused("BatchWriteItem", both).await;
    assert_eq!(code, "ValidationException");
}

fn transfer(amount: u32, token: Option<&str>) -> Value {
    let mut request = json!({"TransactItems": [
        {"Update": {"TableName": "plain", "Key": id("a"),
            "UpdateExpression": "SET amount = amount - :x", "ConditionExpression": "amount >= :x",
            "ReturnValuesOnConditionCheckFailure": "ALL_OLD",
            "ExpressionAttributeValues": {":x": {"N": amount.to_string()}}}},
        {"Update": {"TableName": "plain", "Key": id("b"), "UpdateExpression": "ADD amount :x",
            "ExpressionAttributeValues": {":x": {"N": amount.to_string()}}}},
        {"ConditionCheck": {"TableName": "plain", "Key": id("open"),
            "ConditionExpression": "attribute_exists(id)"}}]});
    if let Some(token) = token {
        request["ClientRequestToken"] = json!(token);
    }
    request
}

async fn accounts(client: &Client) {
    for item in [json!({"id": {"S": "a"}, "amount": {"N": "10"}}), id("open")] {
        client.ok("PutItem", json!({"TableName": "plain", "Item": item})).await;
    }
}

async fn amounts(client: &Client) -> (Value, Value) {
    let get = |name: &str| json!({"Get": {"TableName": "plain", "Key": id(name)}});
    let read = json!({"TransactItems": [get("a"), get("b")]});
    let items = client.ok("TransactGetItems", read).await["Responses"].clone();
    (items[0]["Item"]["amount"]["N"].clone(), items[1]["Item"]["amount"]["N"].clone())
}

#[tokio::test]
async fn a_transaction_happens_whole_or_not_at_all_and_says_why() {
    let (_fixture, client) = start().await;
    accounts(&client).await;
    client.ok("TransactWriteItems", transfer(4, None)).await;
    assert_eq!(amounts(&client).await, (json!("6"), json!("4")));
    client.ok("DeleteItem", json!({"TableName": "plain", "Key": id("open")})).await;
    let error = client.ask("TransactWriteItems", transfer(7, None)).await.unwrap_err();
    assert_eq!(error.code, "TransactionCanceledException");
    assert_eq!(
        error.message,
        "Transaction cancelled, please refer cancellation reasons for specific reasons \
         [ConditionalCheckFailed, None, ConditionalCheckFailed]"
    );
    assert_eq!(
        error.members["CancellationReasons"],
        json!([
            {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed",
                "Item": {"id": {"S": "a"}, "amount": {"N": "6"}}},
            {"Code": "None"},
            {"Code": "ConditionalCheckFailed", "Message": "The conditional request failed"}])
    );
    assert_eq!(amounts(&client).await, (json!("6"), json!("4")));
    let check = json!({"ConditionCheck": {"TableName": "plain", "Key": id("a"),
        "ConditionExpression": "attribute_exists(id)"}});
    let delete = json!({"Delete": {"TableName": "plain", "Key": id("a")}});
    let twice = json!({"TransactItems": [check, delete]});
    let (code, message) = client.refused("TransactWriteItems", twice).await;
    assert_eq!(code, "ValidationException");
    assert!(message.ends_with("cannot include multiple operations on one item"));
}

#[tokio::test]
async fn a_token_makes_a_repeat_harmless_for_ten_minutes() {
    let (fixture, client) = start().await;
    accounts(&client).await;
    client.ok("TransactWriteItems", transfer(1, Some("t1"))).await;
    client.ok("TransactWriteItems", transfer(1, Some("t1"))).await;
    assert_eq!(amounts(&client).await, (json!("9"), json!("1")));
    let (code, _) = client.refused("TransactWriteItems", transfer(2, Some("t1"))).await;
    assert_eq!(code, "IdempotentParameterMismatchException");
    // A failed transaction does not use its token up.
    let (code, _) = client.refused("TransactWriteItems", transfer(50, Some("t2"))).await;
    assert_eq!(code, "TransactionCanceledException");
    client.ok("TransactWriteItems", transfer(2, Some("t2"))).await;
    assert_eq!(amounts(&client).await, (json!("7"), json!("3")));
    fixture.clock.advance(Duration::from_secs(601));
    client.ok("TransactWriteItems", transfer(3, Some("t1"))).await;
    assert_eq!(amounts(&client).await, (json!("4"), json!("6")));
    client.ok("TransactWriteItems", transfer(3, Some("t1"))).await;
    client.ok("TransactWriteItems", transfer(4, Some("t3"))).await;
    assert_eq!(amounts(&client).await, (json!("0"), json!("10")));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn transactions_over_the_same_items_keep_their_sum() {
    let (fixture, client) = start().await;
    fill(&client).await;
    let account = |n: u32| json!({"id": {"S": n.to_string()}, "amount": {"N": "100"}});
    for n in 0..4 {
        client.ok("PutItem", json!({"TableName": "plain", "Item": account(n)})).await;
    }
    let work = (0..60_u32).map(|n| {
        let client = Client(fixture.tables.api());
        tokio::spawn(async move {
            let part = |place: u32, sign: &str| {
                json!({"Update": {"TableName": "plain", "Key": id(&place.to_string()),
                    "UpdateExpression": "ADD amount :x",
                    "ExpressionAttributeValues": {":x": {"N": format!("{sign}{}", n + 1)}}}})
            };
            let items = json!({"TransactItems": [part(n % 4, "-"), part((n + 1 + n / 4) % 4, "")]});
            let answer = client.ask("TransactWriteItems", items).await;
            let read = json!({"TransactItems": (0..4).map(|n| json!({"Get": {
                "TableName": "plain", "Key": id(&n.to_string())}})).collect::<Vec<_>>()});
            let seen = client.ok("TransactGetItems", read).await;
            let amounts = seen["Responses"].as_array().unwrap().iter().map(|response| {
                response["Item"]["amount"]["N"].as_str().unwrap().parse::<i64>().unwrap()
            });
            assert_eq!(amounts.sum::<i64>(), 400);
            answer.is_ok()
        })
    });
    let mut done = 0;
    for task in work.collect::<Vec<_>>() {
        done += usize::from(task.await.unwrap());
    }
    assert!(done >= 40, "{done}");
}
