//! The SNS API as a client meets it, below HTTP: shapes and error codes.
//! Does not: test what the service does; the other files do.

use levada_topics::api;
use levada_types::Identity;
use levada_wire::{AnswerForm, AwsError, Caller, Document};
use serde_json::{Value, json};

use crate::sinks::{Fixture, WebSink, until};

const TOPIC: &str = "arn:aws:sns:us-east-1:000000000000:alerts";

async fn call(fixture: &Fixture, operation: &str, input: Value) -> Result<Value, AwsError> {
    let identity = Identity::default();
    let caller = Caller { access_key: None, identity, request_id: "r".into(), producer: None };
    let api = api(&fixture.topics);
    let answer = api.call(operation, caller, Document::Tree(input), AnswerForm::Json).await;
    Ok(serde_json::from_slice(&answer.expect("the operation is served")?).unwrap())
}

#[tokio::test]
async fn a_topic_is_created_once_and_listed() {
    let fixture = Fixture::new().await;
    for _ in 0..2 {
        let created = call(&fixture, "CreateTopic", json!({ "Name": "alerts" })).await.unwrap();
        assert_eq!(created, json!({ "TopicArn": TOPIC }));
    }
    let other = json!({ "Name": "alerts", "Attributes": { "DisplayName": "Other" } });
    let refused = call(&fixture, "CreateTopic", other).await.unwrap_err();
    assert_eq!(refused.code, "InvalidParameter");
    let listed = call(&fixture, "ListTopics", json!({})).await.unwrap();
    assert_eq!(listed, json!({ "Topics": [{ "TopicArn": TOPIC }] }));
}

#[tokio::test]
async fn a_subscription_is_pending_until_its_token_comes_back() {
    let fixture = Fixture::new().await;
    let sink = WebSink::start(&[]).await;
    let input = json!({ "TopicArn": TOPIC, "Protocol": "http", "Endpoint": sink.url });
    let subscribed = call(&fixture, "Subscribe", input).await.unwrap();
    assert_eq!(subscribed["SubscriptionArn"], "pending confirmation");
    let of_topic = json!({ "TopicArn": TOPIC });
    let listed = call(&fixture, "ListSubscriptionsByTopic", of_topic.clone()).await.unwrap();
    assert_eq!(listed["Subscriptions"][0]["SubscriptionArn"], "PendingConfirmation");

    until(|| sink.count() == 1).await;
    let token = sink.request(0).json()["Token"].clone();
    let input = json!({ "TopicArn": TOPIC, "Token": token });
    let confirmed = call(&fixture, "ConfirmSubscription", input).await.unwrap();
    let listed = call(&fixture, "ListSubscriptions", json!({})).await.unwrap();
    assert_eq!(listed["Subscriptions"][0]["SubscriptionArn"], confirmed["SubscriptionArn"]);
    let got = call(&fixture, "GetSubscriptionAttributes", confirmed).await.unwrap();
    assert_eq!(got["Attributes"]["PendingConfirmation"], "false");
    assert_eq!(got["Attributes"]["Endpoint"], sink.url);
}

#[tokio::test]
async fn bad_calls_are_refused_with_the_codes_of_aws() {
    let fixture = Fixture::new().await;
    let missing = "arn:aws:sns:us-east-1:000000000000:missing";
    for (operation, input, code) in [
        ("Publish", json!({ "TopicArn": missing, "Message": "m" }), "NotFound"),
        ("Publish", json!({ "TopicArn": TOPIC, "Message": "" }), "InvalidParameter"),
        ("Publish", json!({ "TopicArn": "alerts", "Message": "m" }), "InvalidParameter"),
        ("CreateTopic", json!({ "Name": "a b" }), "InvalidParameter"),
        (
            "Subscribe",
            json!({ "TopicArn": TOPIC, "Protocol": "https", "Endpoint": "http://a/" }),
            "InvalidParameter",
        ),
        (
            "Subscribe",
            json!({ "TopicArn": TOPIC, "Protocol": "sms", "Endpoint": "1" }),
            "InvalidParameter",
        ),
        (
            "Subscribe",
            json!({ "TopicArn": missing, "Protocol": "http", "Endpoint": "http://a/" }),
            "NotFound",
        ),
        ("ConfirmSubscription", json!({ "TopicArn": TOPIC, "Token": "1" }), "InvalidParameter"),
        (
            "GetSubscriptionAttributes",
            json!({ "SubscriptionArn": format!("{TOPIC}:none") }),
            "NotFound",
        ),
    ] {
        let refused = call(&fixture, operation, input.clone()).await.unwrap_err();
        assert_eq!(refused.code, code, "{operation} {input}: {refused}");
    }
}
