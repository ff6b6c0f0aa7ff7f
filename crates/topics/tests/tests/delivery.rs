//! What subscribers receive, how failures are retried, what a restart keeps.
//! Does not: test the documents' every member; `delivery::document` has those tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use levada_topics::{
    Attribute, AttributeValue, Confirmed, Draft, Error, NewSubscription, Protocol,
};
use levada_types::{Identity, Notification, Notifier};

use crate::sinks::{Fixture, WebSink, topic, until};

fn draft(message: &str) -> Draft {
    Draft { message: message.into(), ..Draft::default() }
}

#[tokio::test]
async fn an_http_subscriber_is_asked_and_gets_messages_once_it_has_confirmed() {
    let fixture = Fixture::new().await;
    let sink = WebSink::start(&[]).await;
    let arn = fixture.subscribe(Protocol::Http, &sink.url).await;
    until(|| sink.count() == 1).await;
    let asked = sink.request(0);
    assert_eq!(asked.header("x-amz-sns-message-type"), Some("SubscriptionConfirmation"));
    assert_eq!(asked.header("content-type"), Some("text/plain; charset=UTF-8"));
    assert_eq!(asked.header("x-amz-sns-subscription-arn"), None);
    let token = asked.json()["Token"].as_str().unwrap().to_owned();

    fixture.topics.publish(&topic(), draft("too early")).await.unwrap();
    let wrong = Confirmed { token: "0".into(), unsubscribe_needs_signature: false };
    assert_eq!(fixture.topics.confirm(&topic(), &wrong).await, Err(Error::InvalidToken));
    let by = Confirmed { token, unsubscribe_needs_signature: false };
    fixture.topics.confirm(&topic(), &by).await.unwrap();

    let text = AttributeValue::Text("7".into());
    let attribute = Attribute { data_type: "Number".into(), value: text };
    let draft = Draft {
        subject: Some("Limit".into()),
        attributes: BTreeMap::from([("station".into(), attribute)]),
        ..draft("reached")
    };
    let id = fixture.topics.publish(&topic(), draft).await.unwrap();
    until(|| sink.count() == 2).await;
    let told = sink.request(1);
    assert_eq!(told.header("x-amz-sns-message-type"), Some("Notification"));
    assert_eq!(told.header("x-amz-sns-message-id"), Some(id.as_str()));
    assert_eq!(told.header("x-amz-sns-subscription-arn"), Some(arn.as_str()));
    let told = told.json();
    assert_eq!((&told["Subject"], &told["Message"]), (&"Limit".into(), &"reached".into()));
    let expected = serde_json::json!({ "station": { "Type": "Number", "Value": "7" } });
    assert_eq!(told["MessageAttributes"], expected);
    assert_eq!(told.get("Signature"), None);
}

#[tokio::test]
async fn a_failing_endpoint_is_tried_again_and_later_messages_do_not_wait_for_it() {
    let fixture = Fixture::new().await;
    let sink = WebSink::start(&[200, 503, 429]).await;
    fixture.subscribe_confirmed(&sink).await;
    fixture.topics.publish(&topic(), draft("first")).await.unwrap();
    until(|| sink.messages().len() == 1).await;
    fixture.topics.publish(&topic(), draft("second")).await.unwrap();
    until(|| sink.messages().len() == 4).await;
    let messages = sink.messages();
    assert_eq!(messages.iter().filter(|message| *message == "second").count(), 2, "{messages:?}");
    assert_eq!(messages.iter().filter(|message| *message == "first").count(), 2, "{messages:?}");
}

#[tokio::test]
async fn a_message_is_given_up_after_three_retries_or_a_refusal() {
    let fixture = Fixture::new().await;
    let sink = WebSink::start(&[200, 500, 500, 500, 500, 404, 200]).await;
    fixture.subscribe_confirmed(&sink).await;
    fixture.topics.publish(&topic(), draft("failing")).await.unwrap();
    until(|| sink.messages().len() == 4).await;
    fixture.topics.publish(&topic(), draft("refused")).await.unwrap();
    until(|| sink.messages().len() == 5).await;
    fixture.topics.publish(&topic(), draft("taken")).await.unwrap();
    until(|| sink.messages().len() == 6).await;
    assert_eq!(sink.messages()[3..], ["failing", "refused", "taken"]);
}

#[tokio::test]
async fn what_was_not_delivered_before_a_restart_is_delivered_after_it() {
    let fixture = Fixture::new().await;
    let sink = WebSink::start(&[]).await;
    fixture.subscribe_confirmed(&sink).await;
    // Nothing is delivered any more, but a message is still accepted, as just before a crash.
    fixture.env.shutdown.begin();
    tokio::task::yield_now().await;
    for message in ["a", "b", "c"] {
        fixture.topics.publish(&topic(), draft(message)).await.unwrap();
    }
    let fixture = fixture.restarted().await;
    until(|| sink.messages().len() >= 3).await;
    assert_eq!(sink.messages(), ["a", "b", "c"]);
    let fixture = fixture.restarted().await;
    fixture.topics.publish(&topic(), draft("d")).await.unwrap();
    until(|| sink.messages().len() >= 4).await;
    assert_eq!(sink.messages(), ["a", "b", "c", "d"]);
}

#[tokio::test]
async fn an_email_subscriber_confirms_by_link_and_gets_mail() {
    let fixture = Fixture::new().await;
    let arn = fixture.subscribe(Protocol::Email, "driver@example.org").await;
    until(|| fixture.mail.mails.lock().len() == 1).await;
    let asked = fixture.mail.mails.lock()[0].replace("=\r\n", "").replace("=3D", "=");
    assert!(asked.contains("To: driver@example.org"), "{asked}");
    let link = "http://127.0.0.1:4566/?Action=ConfirmSubscription&TopicArn=";
    assert!(asked.contains(link), "{asked}");
    let token = asked.split("Token=").nth(1).unwrap().lines().next().unwrap().to_owned();
    let by = Confirmed { token, unsubscribe_needs_signature: false };
    fixture.topics.confirm(&topic(), &by).await.unwrap();

    let message = Notification { subject: Some("Limit".into()), message: "You paid 50".into() };
    let arn_of_topic = Identity::default().topic("alerts");
    fixture.topics.notify(&arn_of_topic, message).await.unwrap();
    until(|| fixture.mail.mails.lock().len() == 2).await;
    let told = fixture.mail.mails.lock()[1].replace("=\r\n", "").replace("=3D", "=");
    assert!(told.contains("From: Tolls <tolls@example.org>"), "{told}");
    assert!(told.contains("Subject: Limit"), "{told}");
    assert!(told.contains("You paid 50"), "{told}");
    assert!(told.contains(&format!("Action=Unsubscribe&SubscriptionArn={arn}")), "{told}");
}

#[tokio::test]
async fn a_function_is_subscribed_at_once_and_tried_again_when_it_fails() {
    let fixture = Fixture::new().await;
    *fixture.function.failures_left.lock() = 1;
    let function = Identity::default().function("f").to_string();
    fixture.subscribe(Protocol::Lambda, &function).await;
    fixture.topics.publish(&topic(), draft("m")).await.unwrap();
    until(|| fixture.function.events.lock().len() == 2).await;
    let events = fixture.function.events.lock();
    assert_eq!(events[0], events[1]);
    assert_eq!(events[0]["Records"][0]["EventSource"], "aws:sns");
    assert_eq!(events[0]["Records"][0]["Sns"]["Message"], "m");
}

#[tokio::test]
async fn raw_delivery_posts_the_message_alone() {
    let fixture = Fixture::new().await;
    let sink = WebSink::start(&[]).await;
    let new = NewSubscription {
        topic: topic(),
        protocol: Protocol::Http,
        endpoint: sink.url.clone(),
        raw: true,
    };
    fixture.topics.subscribe(new).await.unwrap();
    until(|| sink.count() == 1).await;
    let token = sink.request(0).json()["Token"].as_str().unwrap().to_owned();
    let by = Confirmed { token, unsubscribe_needs_signature: false };
    fixture.topics.confirm(&topic(), &by).await.unwrap();
    fixture.topics.publish(&topic(), draft("bare")).await.unwrap();
    until(|| sink.count() == 2).await;
    assert_eq!(sink.request(1).body, "bare");
    assert_eq!(sink.request(1).header("x-amz-sns-rawdelivery"), Some("true"));
}

#[tokio::test]
async fn an_ended_subscription_gets_nothing_more_and_its_twin_does() {
    let fixture = Fixture::new().await;
    let (leaving, staying) = (WebSink::start(&[]).await, WebSink::start(&[]).await);
    let arn = fixture.subscribe_confirmed(&leaving).await;
    fixture.subscribe_confirmed(&staying).await;
    fixture.topics.unsubscribe(&arn, false).await.unwrap();
    fixture.topics.publish(&topic(), draft("m")).await.unwrap();
    until(|| staying.messages() == ["m"]).await;
    assert!(leaving.messages().is_empty());
    assert_eq!(fixture.topics.subscription(&arn).await, Err(Error::SubscriptionNotFound));
}

#[tokio::test]
async fn a_subscription_that_asked_for_signatures_is_not_ended_by_a_link() {
    let fixture = Fixture::new().await;
    let sink = WebSink::start(&[]).await;
    let arn = fixture.subscribe(Protocol::Http, &sink.url).await;
    until(|| sink.count() == 1).await;
    let token = sink.request(0).json()["Token"].as_str().unwrap().to_owned();
    let by = Confirmed { token, unsubscribe_needs_signature: true };
    fixture.topics.confirm(&topic(), &by).await.unwrap();
    assert_eq!(fixture.topics.unsubscribe(&arn, false).await, Err(Error::SignatureNeeded));
    fixture.topics.unsubscribe(&arn, true).await.unwrap();
}

#[tokio::test]
async fn a_deleted_topic_takes_its_subscriptions_along() {
    let fixture = Fixture::new().await;
    let sink = WebSink::start(&[]).await;
    fixture.subscribe_confirmed(&sink).await;
    fixture.topics.delete_topic(&topic()).await.unwrap();
    fixture.topics.delete_topic(&topic()).await.unwrap();
    let published = fixture.topics.publish(&topic(), draft("m")).await;
    assert_eq!(published, Err(Error::TopicNotFound));
    assert_eq!(fixture.topics.subscriptions(None, None, 10).await, Ok(Vec::new()));
    let sink: Arc<WebSink> = sink;
    assert!(sink.messages().is_empty());
}
