//! Resharding: lineage, numbers, ranges, readers and writers meanwhile, and crashes between steps.
//! Does not: go through the operations (see `ops::tests`).

use std::collections::BTreeMap;
use std::time::Duration;

use levada_types::{RecordSource, SequenceNumber, StartAt};
use tokio::time::timeout;

use super::*;
use crate::read::Start;
use crate::testing::{Fixture, START, name, record};

const HALF: HashKey = HashKey(1 << 127);

fn tiles(stream: &Stream) {
    let mut next = Some(0);
    for shard in stream.open_by_range() {
        assert_eq!(Some(shard.range.start.0), next);
        next = shard.range.end.0.checked_add(1);
    }
    assert_eq!(next, None, "the open shards end with the last key");
}

#[tokio::test]
async fn a_split_shard_has_children_with_its_keys_and_higher_numbers() {
    let fixture = Fixture::new().await;
    let before = fixture.create("s", 1).await;
    let placed = fixture.put(&before, &["a", "b", "c"]).await;
    fixture.streams.split(&name("s"), "shardId-000000000000", HALF).await.unwrap();
    let stream = fixture.streams.find(&name("s")).unwrap();
    tiles(&stream);
    assert_eq!(stream.status(), "ACTIVE");
    let [parent, left, right] = &stream.shards[..] else { panic!("{stream:?}") };
    let end = parent.ending_sequence().unwrap();
    for child in [left, right] {
        assert_eq!(child.parents, [parent.id]);
        assert!(child.starting_sequence() > end);
        assert!(child.starting_sequence().arrived_secs > end.arrived_secs);
    }
    assert_eq!((left.range.end, right.range.start), (HashKey(HALF.0 - 1), HALF));
    assert!(placed.iter().all(|placed| placed.sequence < end));
    let later = fixture.put(&stream, &["a", "b", "c"]).await;
    assert!(later.iter().all(|placed| placed.shard != parent.id && placed.sequence > end));
}

#[tokio::test]
async fn merged_shards_leave_one_child_of_both_named_in_either_order() {
    let fixture = Fixture::new().await;
    fixture.create("s", 3).await;
    let merge = |one: u32, other: u32| {
        let (one, other) = (ShardId(one).to_string(), ShardId(other).to_string());
        let streams = &fixture.streams;
        async move { streams.merge(&name("s"), &one, &other).await }
    };
    let refused = merge(0, 2).await.unwrap_err();
    assert!(refused.to_string().contains("are not an adjacent pair"), "{refused}");
    assert!(merge(1, 1).await.is_err());
    merge(2, 1).await.unwrap();
    let stream = fixture.streams.find(&name("s")).unwrap();
    tiles(&stream);
    assert_eq!(stream.shards[3].parents, [ShardId(1), ShardId(2)]);
    let again = merge(0, 1).await.unwrap_err();
    assert!(again.to_string().contains("has already been merged or split"), "{again}");
    let missing = merge(0, 9).await.unwrap_err();
    assert!(matches!(missing, Error::NoShardId { .. }));
}

#[tokio::test]
async fn a_split_key_must_leave_both_children_keys() {
    let fixture = Fixture::new().await;
    fixture.create("s", 2).await;
    for at in [HashKey(0), HashKey(1), HashKey(HALF.0 - 1), HALF, HashKey(u128::MAX)] {
        let refused = fixture.streams.split(&name("s"), "shardId-000000000000", at).await;
        assert!(matches!(refused, Err(Error::InvalidArgument(_))), "{at}: {refused:?}");
    }
}

#[tokio::test]
async fn a_stream_scales_up_and_down_within_double_and_half() {
    let fixture = Fixture::new().await;
    fixture.create("s", 4).await;
    let s = name("s");
    let scale = |target| fixture.streams.update_shard_count(&s, target);
    assert_eq!(
        scale(9).await.unwrap_err().to_string(),
        "UpdateShardCount cannot scale up over double your current open shard count. Current \
         open shard count: 4, Target shard count: 9"
    );
    assert!(matches!(scale(1).await, Err(Error::LimitExceeded(_))));
    for target in [8, 7, 10, 5, 3, 6, 6] {
        scale(target).await.unwrap();
        let stream = fixture.streams.find(&name("s")).unwrap();
        tiles(&stream);
        assert_eq!(stream.open_shard_count(), target);
        assert_eq!(stream.reshard, None);
        for shard in &stream.shards {
            for parent in &shard.parents {
                let parent = stream.shard(*parent).unwrap();
                assert!(parent.ending_sequence().unwrap() < shard.starting_sequence());
            }
        }
    }
    let ids: Vec<u32> =
        fixture.streams.find(&name("s")).unwrap().shards.iter().map(|s| s.id.0).collect();
    assert_eq!(ids, (0..ids.len() as u32).collect::<Vec<_>>());
}

/// Everything of a stream, each shard read after its parents, as a consumer does it.
async fn read_all(fixture: &Fixture, stream: &Stream) -> Vec<(ShardId, SequenceNumber, String)> {
    let mut all = Vec::new();
    for shard in &stream.shards {
        let start = Start::TrimHorizon;
        let id = shard.id.to_string();
        let mut token = Some(fixture.streams.iterate(stream, &id, start).await.unwrap());
        while let Some(iterator) = token {
            let page = fixture.streams.read_page(&iterator, 7, None).await.unwrap();
            for read in &page.records {
                let text = String::from_utf8(read.record.data.to_vec()).unwrap();
                all.push((shard.id, read.sequence, text));
            }
            let open_end = page.records.is_empty() && shard.closed.is_none();
            if page.next.is_none() {
                let children: Vec<_> = stream.children(shard.id).cloned().collect();
                assert_eq!(page.children, children);
            }
            token = page.next.filter(|_| !open_end);
        }
    }
    all
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn puts_during_resharding_lose_nothing_and_name_the_shard_that_has_them() {
    let fixture = std::sync::Arc::new(Fixture::new().await);
    let stream = fixture.create("s", 2).await;
    let putters: Vec<_> = (0..4)
        .map(|putter| {
            let (fixture, stream) = (fixture.clone(), stream.clone());
            tokio::spawn(async move {
                let mut placed = Vec::new();
                for call in 0..150 {
                    let texts: Vec<String> =
                        (0..6).map(|n| format!("{putter}-{call}-{n}")).collect();
                    let records: Vec<_> = texts.iter().map(|text| record(text, text)).collect();
                    let at = fixture.streams.append(&stream, &records, None).await.unwrap();
                    placed.extend(texts.into_iter().zip(at));
                    tokio::task::yield_now().await;
                }
                placed
            })
        })
        .collect();
    for target in [4, 3, 6, 12, 7, 5, 10] {
        fixture.streams.update_shard_count(&name("s"), target).await.unwrap();
        tokio::task::yield_now().await;
    }
    let mut expected = BTreeMap::new();
    for putter in putters {
        for (text, placed) in putter.await.unwrap() {
            expected.insert(text, (placed.shard, placed.sequence));
        }
    }
    let stream = fixture.streams.find(&name("s")).unwrap();
    let found = read_all(&fixture, &stream).await;
    assert_eq!(found.len(), 4 * 150 * 6);
    for (shard, sequence, text) in found {
        assert_eq!(expected.get(&text), Some(&(shard, sequence)), "{text}");
        let owner = stream.shard(shard).unwrap();
        assert!(owner.range.contains(HashKey::of_partition_key(&text)), "{text}");
    }
}

#[tokio::test]
async fn a_crash_between_any_two_steps_is_ended_at_the_next_start() {
    for crash_after in 1..=3 {
        let fixture = Fixture::new().await;
        let stream = fixture.create("s", 2).await;
        fixture.put(&stream, &["a", "b", "c"]).await;
        let change = Change::Split { place: 0, at: HashKey(1 << 126) };
        let begun = fixture.streams.begin_round(&stream, &[change], Vec::new()).await.unwrap();
        assert_eq!(begun.status(), "UPDATING");
        let step = &begun.reshard.as_ref().unwrap().steps[0];
        if crash_after >= 2 {
            for child in &step.children {
                fixture.log.open_shard(child.uid, begun.retention()).await.unwrap();
            }
        }
        if crash_after >= 3 {
            fixture.log.close_shard(stream.shards[0].uid).await.unwrap();
        }
        let again = fixture.reopen().await;
        let stream = again.find(&name("s")).unwrap();
        tiles(&stream);
        assert_eq!((stream.status(), stream.open_shard_count()), ("ACTIVE", 3));
        assert_eq!(stream.shards[2].uid, step.children[0].uid);
        assert_eq!(fixture.log.shards().len(), 4);
        let texts: Vec<String> = (0..20).map(|n| n.to_string()).collect();
        let records: Vec<_> = texts.iter().map(|text| record(text, text)).collect();
        let placed = again.append(&stream, &records, None).await.unwrap();
        assert!(placed.iter().all(|placed| placed.shard != ShardId(0)));
    }
}

#[tokio::test]
async fn a_crash_in_the_middle_of_scaling_is_ended_at_the_next_start() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("s", 4).await;
    let open: Vec<HashRange> = stream.open_by_range().map(|shard| shard.range).collect();
    let goal = uniform_starts(&open, 6);
    let first = next_round(&open, &goal);
    fixture.streams.begin_round(&stream, &first, goal).await.unwrap();
    let again = fixture.reopen().await;
    let stream = again.find(&name("s")).unwrap();
    tiles(&stream);
    assert_eq!((stream.status(), stream.open_shard_count()), ("ACTIVE", 6));
}

#[tokio::test]
async fn a_reader_at_the_end_of_a_closing_shard_is_not_sent_away_before_there_are_children() {
    let fixture = Fixture::new().await;
    let stream = fixture.create("s", 1).await;
    let arn = stream.arn(&fixture.streams.identity);
    fixture.put(&stream, &["a"]).await;
    let change = Change::Split { place: 0, at: HALF };
    let begun = fixture.streams.begin_round(&stream, &[change], Vec::new()).await.unwrap();
    fixture.log.close_shard(stream.shards[0].uid).await.unwrap();
    let iterate = |start| fixture.streams.iterate(&begun, "shardId-000000000000", start);
    let token = iterate(Start::TrimHorizon).await.unwrap();
    let page = fixture.streams.read_page(&token, 10, None).await.unwrap();
    assert_eq!(page.records.len(), 1);
    let batch = fixture.streams.read(&arn, ShardId(0), 2, 10).await.unwrap();
    assert!(!batch.finished);
    let waiting = fixture.streams.wait(&arn, ShardId(0), batch.next);
    tokio::pin!(waiting);
    let early = timeout(Duration::from_millis(20), &mut waiting).await;
    assert!(early.is_err(), "told of an end without children");
    let record = [record("k", "v")];
    let putting = fixture.streams.append(&begun, &record, None);
    tokio::pin!(putting);
    let early = timeout(Duration::from_millis(20), &mut putting).await;
    assert!(early.is_err(), "put into a closed shard");
    let (finished, waited, placed) =
        futures::join!(fixture.streams.finish(begun.clone()), waiting, putting);
    assert_eq!((finished.is_ok(), waited), (true, Ok(())));
    assert_ne!(placed.unwrap()[0].shard, ShardId(0));
    let end = fixture.streams.read_page(&page.next.unwrap(), 10, None).await.unwrap();
    assert_eq!((end.next, end.children.len()), (None, 2));
    assert!(fixture.streams.read(&arn, ShardId(0), 2, 10).await.unwrap().finished);
    let shards = fixture.streams.shards(&arn).await.unwrap();
    assert_eq!(shards[1].parents, [ShardId(0)]);
    let from = fixture.streams.position(&arn, ShardId(1), StartAt::TrimHorizon).await.unwrap();
    assert_eq!(from, 1);
}

#[tokio::test]
async fn shards_that_ended_before_the_retention_are_forgotten_and_ids_never_come_back() {
    let fixture = Fixture::new().await;
    fixture.create("s", 1).await;
    fixture.streams.update_shard_count(&name("s"), 2).await.unwrap();
    fixture.clock.advance_to(Timestamp(START.0 + 25 * 3_600_000));
    fixture.streams.update_shard_count(&name("s"), 1).await.unwrap();
    let stream = fixture.streams.find(&name("s")).unwrap();
    let ids: Vec<u32> = stream.shards.iter().map(|shard| shard.id.0).collect();
    assert_eq!(ids, [1, 2, 3]);
    assert_eq!(fixture.log.shards().len(), 3);
    let again = fixture.reopen().await;
    again.update_shard_count(&name("s"), 2).await.unwrap();
    assert_eq!(again.find(&name("s")).unwrap().shards.last().unwrap().id, ShardId(5));
}

#[tokio::test]
async fn on_demand_streams_are_not_resharded_by_hand() {
    let fixture = Fixture::new().await;
    let wanted = crate::service::NewStream::on_demand(name("s"));
    fixture.streams.create(wanted).await.unwrap();
    let refused = fixture.streams.update_shard_count(&name("s"), 5).await.unwrap_err();
    assert_eq!(
        refused.to_string(),
        "Request is invalid. Stream s under account 000000000000 is in On-Demand mode."
    );
}

#[tokio::test]
async fn a_shard_that_only_the_log_knows_closed_is_replaced_at_the_next_start() {
    let fixture = Fixture::new().await;
    let before = fixture.create("s", 2).await;
    fixture.put(&before, &["a", "b", "c"]).await;
    fixture.log.close_shard(before.shards[1].uid).await.unwrap();
    let again = fixture.reopen().await;
    let stream = again.find(&name("s")).unwrap();
    tiles(&stream);
    let ids: Vec<u32> = stream.open_by_range().map(|shard| shard.id.0).collect();
    assert_eq!(ids, [0, 2]);
    assert_eq!(stream.shards[2].parents, [ShardId(1)]);
    assert!(stream.shards[2].starting_sequence() > stream.shards[1].ending_sequence().unwrap());
    let records: Vec<_> = ["a", "b", "c", "d"].iter().map(|key| record(key, key)).collect();
    let placed = again.append(&stream, &records, None).await.unwrap();
    assert!(placed.iter().all(|placed| placed.shard != ShardId(1)));
}
