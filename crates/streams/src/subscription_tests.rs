//! Subscriptions: what is pushed and when, who may subscribe, and how they end.
//! Does not: test the frames on the wire.

use std::collections::BTreeMap;
use std::time::Duration;

use futures::FutureExt as _;
use levada_types::HashKey;
use tokio::time::timeout;

use super::*;
use crate::testing::{Fixture, name};

type Events = BoxStream<'static, Result<Pushed, Error>>;

const SHARD: &str = "shardId-000000000000";

async fn consumer(fixture: &Fixture) -> ConsumerKey {
    let streams = &fixture.streams;
    streams.register_consumer(&name("s"), "c".into(), BTreeMap::new()).await.unwrap();
    streams.consumer_named(&name("s"), "c").unwrap()
}

async fn subscribe(fixture: &Fixture, key: &ConsumerKey, start: Start) -> Result<Events, Error> {
    fixture.streams.subscribe(key, SHARD, start).await
}

async fn next(events: &mut Events) -> Pushed {
    timeout(Duration::from_secs(5), events.next()).await.expect("an event").unwrap().unwrap()
}

fn texts(pushed: &Pushed) -> Vec<String> {
    let text = |read: &ReadRecord| String::from_utf8(read.record.data.to_vec()).unwrap();
    pushed.records.iter().map(text).collect()
}

#[tokio::test]
async fn records_are_pushed_as_they_are_stored_and_the_continuation_goes_on_after_them() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("s", 1).await;
    let key = consumer(&fixture).await;
    fixture.put(&stream, &["a", "b"]).await;
    let mut events = subscribe(&fixture, &key, Start::TrimHorizon).await.unwrap();
    let first = next(&mut events).await;
    assert_eq!((texts(&first).concat(), first.millis_behind), ("ab".into(), 0));
    let mut waiting = Box::pin(next(&mut events));
    assert!((&mut waiting).now_or_never().is_none());
    fixture.put(&stream, &["c"]).await;
    let second = waiting.await;
    assert_eq!(texts(&second), ["c"]);
    drop(events);
    for (event, rest) in [(first, "c"), (second, "")] {
        let start = Start::AfterSequence(event.continuation.unwrap());
        let mut again = subscribe(&fixture, &key, start).await.unwrap();
        assert_eq!(texts(&next(&mut again).await).concat(), rest);
    }
}

#[tokio::test]
async fn an_idle_subscriber_hears_every_five_seconds_where_it_is_and_the_end_after_five_minutes() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("s", 1).await;
    fixture.put(&stream, &["a"]).await;
    let key = consumer(&fixture).await;
    let mut events = subscribe(&fixture, &key, Start::Latest).await.unwrap();
    let first = next(&mut events).await;
    assert_eq!((first.records.len(), first.millis_behind), (0, 0));
    let mut count = 0;
    let mut newest = first;
    loop {
        let mut waiting = Box::pin(events.next());
        assert!((&mut waiting).now_or_never().is_none(), "nothing before its time");
        fixture.clock.advance(Duration::from_secs(5));
        match timeout(Duration::from_secs(5), waiting).await.expect("woken") {
            Some(event) => newest = event.unwrap(),
            None => break,
        }
        count += 1;
    }
    assert_eq!(count, 59);
    fixture.put(&stream, &["b"]).await;
    let start = Start::AfterSequence(newest.continuation.unwrap());
    let mut again = subscribe(&fixture, &key, start).await.unwrap();
    assert_eq!(texts(&next(&mut again).await), ["b"]);
}

#[tokio::test]
async fn a_second_subscription_is_refused_for_five_seconds_and_then_takes_over() {
    let fixture = Fixture::new().await;
    fixture.create("s", 1).await;
    let key = consumer(&fixture).await;
    let mut first = subscribe(&fixture, &key, Start::Latest).await.unwrap();
    next(&mut first).await;
    fixture.clock.advance(Duration::from_millis(4_999));
    let refused = subscribe(&fixture, &key, Start::Latest).await.err().unwrap();
    assert_eq!(
        refused.to_string(),
        "Another active subscription exists for this consumer: \
         000000000000:s:shardId-000000000000:c"
    );
    let waiting = tokio::spawn(async move { (first.next().await, first.next().await) });
    tokio::task::yield_now().await;
    fixture.clock.advance(Duration::from_millis(1));
    let mut second = subscribe(&fixture, &key, Start::Latest).await.unwrap();
    next(&mut second).await;
    let (lost, after) = waiting.await.unwrap();
    // Its keep-alive was due in the same millisecond; either is right.
    let lost = if matches!(lost, Some(Ok(_))) { after } else { lost };
    assert!(matches!(lost, Some(Err(Error::InUse(_)))), "{lost:?}");
    let refused = subscribe(&fixture, &key, Start::Latest).await;
    assert!(matches!(refused, Err(Error::InUse(_))), "the second holds the place");
    drop(second);
    let mut third = subscribe(&fixture, &key, Start::Latest).await.unwrap();
    next(&mut third).await;
}

#[tokio::test]
async fn the_last_event_of_a_closed_shard_names_its_children() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("s", 1).await;
    let key = consumer(&fixture).await;
    fixture.put(&stream, &["a"]).await;
    let mut events = subscribe(&fixture, &key, Start::TrimHorizon).await.unwrap();
    next(&mut events).await;
    let waiting = tokio::spawn(async move { (events.next().await, events.next().await) });
    tokio::task::yield_now().await;
    fixture.streams.split(&name("s"), SHARD, HashKey(1 << 127)).await.unwrap();
    let (last, end) = timeout(Duration::from_secs(5), waiting).await.unwrap().unwrap();
    let last = last.unwrap().unwrap();
    assert_eq!((last.continuation, last.children.len()), (None, 2));
    assert!(end.is_none());
}

#[tokio::test]
async fn a_slow_subscriber_is_given_bounded_events_and_misses_nothing() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("s", 1).await;
    let key = consumer(&fixture).await;
    let big = "x".repeat(300 * 1024);
    for _ in 0..20 {
        fixture.put(&stream, &[&big]).await;
    }
    fixture.clock.advance(Duration::from_secs(2));
    let mut events = subscribe(&fixture, &key, Start::TrimHorizon).await.unwrap();
    let mut seen = 0;
    while seen < 20 {
        let event = next(&mut events).await;
        assert!((1..=3).contains(&event.records.len()), "{}", event.records.len());
        seen += event.records.len();
        assert_eq!(event.millis_behind, if seen < 20 { 2_000 } else { 0 });
    }
}

#[tokio::test]
async fn a_subscription_ends_with_its_consumer_and_with_its_stream() {
    for delete_stream in [false, true] {
        let fixture = Fixture::new().await;
        fixture.create("s", 1).await;
        let key = consumer(&fixture).await;
        let mut events = subscribe(&fixture, &key, Start::Latest).await.unwrap();
        next(&mut events).await;
        let waiting = tokio::spawn(async move { events.next().await });
        tokio::task::yield_now().await;
        if delete_stream {
            fixture.streams.delete(&name("s"), true).await.unwrap();
        } else {
            fixture.streams.deregister_consumer(&key).await.unwrap();
        }
        let end = timeout(Duration::from_secs(5), waiting).await.unwrap().unwrap();
        let Some(Err(error)) = end else { panic!("{end:?}") };
        let code = levada_wire::AwsError::from(error).code;
        assert_eq!(code, "ResourceNotFoundException");
        let again = subscribe(&fixture, &key, Start::Latest).await;
        assert!(again.is_err());
    }
}
