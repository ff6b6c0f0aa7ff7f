//! Event source mappings over a stream in memory.
//! Does not: test which answers count as failures; `mapping::batch` has those tests.

use std::path::Path;

use levada_functions::{BatchRules, Error, Mapping, NewMapping, Start};
use levada_types::Identity;

use crate::fixture::{Fixture, env, name, open};
use crate::processes::until;

/// Appends each record's data to a file, one line per invocation; fails on the data `bad`.
fn recorder(out: &Path) -> String {
    format!(
        "import base64\n\
         def handler(event, context):\n\
         \x20   data = [base64.b64decode(r['kinesis']['data']).decode() for r in event['Records']]\n\
         \x20   open({out:?}, 'a').write(' '.join(data) + '\\n')\n\
         \x20   if 'bad' in data: raise ValueError('bad record')\n"
    )
}

fn rules(records_max: u32) -> BatchRules {
    BatchRules {
        records_max,
        window_secs: 0,
        retries_max: Some(2),
        age_secs_max: None,
        bisect: false,
        report_failures: false,
    }
}

fn new_mapping(start: Start, rules: BatchRules) -> NewMapping {
    let source = Identity::default().stream("s");
    NewMapping { function: name("f"), source, start, enabled: true, rules }
}

async fn fixture() -> (Fixture, std::path::PathBuf, tempfile::TempDir) {
    let out_dir = tempfile::tempdir().unwrap();
    let out = out_dir.path().join("out");
    let fixture = Fixture::with_python(&recorder(&out)).await;
    (fixture, out, out_dir)
}

fn lines(out: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(out).unwrap_or_default();
    text.lines().map(str::to_owned).collect()
}

#[tokio::test]
async fn a_shards_records_come_in_order_and_in_batches() {
    let (fixture, out, _dir) = fixture().await;
    for data in ["a", "b", "c", "d", "e"] {
        fixture.stream.put(0, data);
    }
    let new = new_mapping(Start::TrimHorizon, rules(2));
    let mapping = fixture.functions.create_mapping(new).await.unwrap();
    until(|| lines(&out) == ["a b", "c d", "e"]).await;
    fixture.stream.put(0, "f");
    until(|| lines(&out).len() == 4).await;
    assert_eq!(lines(&out)[3], "f");
    let found = fixture.functions.mapping(&mapping.uuid).await.unwrap();
    assert_eq!(found, mapping);
}

#[tokio::test]
async fn latest_means_everything_put_after_the_answer_and_nothing_before() {
    let (fixture, out, _dir) = fixture().await;
    fixture.stream.put(0, "before");
    fixture.functions.create_mapping(new_mapping(Start::Latest, rules(10))).await.unwrap();
    fixture.stream.put(0, "after");
    until(|| !lines(&out).is_empty()).await;
    assert_eq!(lines(&out), ["after"]);
}

#[tokio::test]
async fn a_bad_record_is_isolated_and_skipped_and_the_shard_goes_on() {
    let (fixture, out, _dir) = fixture().await;
    for data in ["a", "bad", "c", "d"] {
        fixture.stream.put(0, data);
    }
    let rules = BatchRules { bisect: true, retries_max: Some(1), ..rules(4) };
    fixture.functions.create_mapping(new_mapping(Start::TrimHorizon, rules)).await.unwrap();
    until(|| lines(&out).last().is_some_and(|line| line == "c d")).await;
    assert_eq!(lines(&out), ["a bad c d", "a bad", "a", "bad", "bad", "c d"]);
}

#[tokio::test]
async fn a_restarted_mapping_goes_on_from_its_checkpoint() {
    let (fixture, out, _dir) = fixture().await;
    fixture.stream.put(0, "a");
    let new = new_mapping(Start::TrimHorizon, rules(10));
    fixture.functions.create_mapping(new).await.unwrap();
    until(|| lines(&out) == ["a"]).await;
    // The next record is handed out only after the checkpoint behind the first is durable.
    fixture.stream.put(0, "b");
    until(|| lines(&out) == ["a", "b"]).await;
    fixture.env.shutdown.begin();
    fixture.stream.put(0, "c");
    let _functions = open(fixture.dir.path(), &fixture.stream, &env()).await;
    until(|| lines(&out).last().is_some_and(|line| line.ends_with('c'))).await;
    let all = lines(&out);
    // At least once: `b` may come again with `c`, `a` may not.
    assert!(all[2..] == ["c"] || all[2..] == ["b c"], "{all:?}");
}

#[tokio::test]
async fn children_are_read_after_their_parents() {
    let (fixture, out, _dir) = fixture().await;
    fixture.stream.put(1, "parent");
    let child = fixture.stream.replace(1);
    fixture.stream.put(child, "child");
    let new = new_mapping(Start::TrimHorizon, rules(10));
    fixture.functions.create_mapping(new).await.unwrap();
    until(|| lines(&out).len() == 2).await;
    assert_eq!(lines(&out), ["parent", "child"]);
    let grandchild = fixture.stream.replace(child);
    fixture.stream.put(grandchild, "grandchild");
    until(|| lines(&out).len() == 3).await;
    assert_eq!(lines(&out)[2], "grandchild");
}

#[tokio::test]
async fn a_mapping_waits_for_a_function_that_is_gone_and_loses_nothing() {
    let (fixture, out, _dir) = fixture().await;
    let new = new_mapping(Start::TrimHorizon, rules(10));
    fixture.functions.create_mapping(new).await.unwrap();
    fixture.functions.delete(&name("f")).await.unwrap();
    fixture.stream.put(0, "a");
    let text = recorder(&out);
    let again = crate::fixture::new_function("python3.12", &[("app.py", &text)]);
    fixture.functions.create(again).await.unwrap();
    until(|| lines(&out) == ["a"]).await;
}

#[tokio::test]
async fn a_window_gathers_records_into_one_batch() {
    let (fixture, out, _dir) = fixture().await;
    // Thirty seconds of product time are 300 ms here.
    let rules = BatchRules { window_secs: 30, ..rules(100) };
    fixture.functions.create_mapping(new_mapping(Start::Latest, rules)).await.unwrap();
    fixture.stream.put(0, "a");
    tokio::task::yield_now().await;
    fixture.stream.put(0, "b");
    until(|| !lines(&out).is_empty()).await;
    assert_eq!(lines(&out), ["a b"]);
}

#[tokio::test]
async fn a_second_mapping_of_the_same_pair_and_an_unknown_stream_are_refused() {
    let (fixture, _out, _dir) = fixture().await;
    let new = || new_mapping(Start::Latest, rules(10));
    let Mapping { uuid, .. } = fixture.functions.create_mapping(new()).await.unwrap();
    let second = fixture.functions.create_mapping(new()).await;
    assert!(matches!(&second, Err(Error::MappingExists { uuid: u, .. }) if *u == uuid));
    let source = Identity::default().stream("other");
    let unknown = fixture.functions.create_mapping(NewMapping { source, ..new() }).await;
    assert!(matches!(unknown, Err(Error::InvalidParameter(_))), "{unknown:?}");
    fixture.functions.delete_mapping(&uuid).await.unwrap();
    let gone = fixture.functions.mapping(&uuid).await;
    assert_eq!(gone, Err(Error::MappingNotFound));
}

#[tokio::test]
async fn a_deleted_mapping_invokes_nothing_more() {
    let (fixture, out, _dir) = fixture().await;
    let Mapping { uuid, .. } =
        fixture.functions.create_mapping(new_mapping(Start::Latest, rules(10))).await.unwrap();
    fixture.functions.delete_mapping(&uuid).await.unwrap();
    fixture.stream.put(0, "a");
    tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    assert!(lines(&out).is_empty());
}
