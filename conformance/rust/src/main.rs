//! The Rust SDK against a started server: records put, read back, refused and pushed.
//! Does not: start the server; `AWS_ENDPOINT_URL` names it.

use std::time::Duration;

use aws_sdk_kinesis::config::{BehaviorVersion, Credentials, Region};
use aws_sdk_kinesis::primitives::Blob;
use aws_sdk_kinesis::types::{
    ConsumerStatus, PutRecordsRequestEntry, Record, ShardIteratorType, StartingPosition,
    SubscribeToShardEventStream,
};
use aws_sdk_kinesis::{Client, Config};

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn client() -> Client {
    let endpoint = std::env::var("AWS_ENDPOINT_URL").expect("the tests name the server");
    let http = aws_smithy_http_client::Builder::new()
        .tls_provider(aws_smithy_http_client::tls::Provider::Rustls(
            aws_smithy_http_client::tls::rustls_provider::CryptoMode::Ring,
        ))
        .build_https();
    let config = Config::builder()
        .behavior_version(BehaviorVersion::latest())
        .endpoint_url(endpoint)
        .region(Region::new("us-east-1"))
        .credentials_provider(Credentials::new("test", "test", None, None, "test"))
        .http_client(http)
        .build();
    Client::from_conf(config)
}

fn texts(records: &[Record]) -> Vec<String> {
    records.iter().map(|r| String::from_utf8_lossy(r.data().as_ref()).into_owned()).collect()
}

async fn put(kinesis: &Client, stream: &str, texts: &[String]) -> Outcome {
    let entries = texts.iter().map(|text| {
        let data = Blob::new(text.as_bytes());
        PutRecordsRequestEntry::builder().data(data).partition_key("key").build()
    });
    let entries = entries.collect::<Result<Vec<_>, _>>()?;
    let answer =
        kinesis.put_records().stream_name(stream).set_records(Some(entries)).send().await?;
    assert_eq!(answer.failed_record_count(), Some(0));
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    let stream = std::env::args().nth(1).expect("the tests name a stream");
    let kinesis = client();
    kinesis.create_stream().stream_name(&stream).shard_count(1).send().await?;
    let first: Vec<String> = (0..10).map(|n| format!("record ä {n}")).collect();
    put(&kinesis, &stream, &first).await?;
    let shards = kinesis.list_shards().stream_name(&stream).send().await?;
    let shard = shards.shards()[0].shard_id().to_owned();
    let iterator = kinesis.get_shard_iterator().stream_name(&stream).shard_id(&shard);
    let iterator =
        iterator.shard_iterator_type(ShardIteratorType::TrimHorizon).send().await?.shard_iterator;
    let page = kinesis.get_records().set_shard_iterator(iterator).send().await?;
    assert_eq!(texts(page.records()), first);
    let refused = kinesis.describe_stream_summary().stream_name("none").send().await;
    assert!(refused.unwrap_err().into_service_error().is_resource_not_found_exception());
    pushed(&kinesis, &stream, &shard, first).await?;
    kinesis.delete_stream().stream_name(&stream).enforce_consumer_deletion(true).send().await?;
    println!("ok");
    Ok(())
}

async fn pushed(kinesis: &Client, stream: &str, shard: &str, first: Vec<String>) -> Outcome {
    let summary = kinesis.describe_stream_summary().stream_name(stream).send().await?;
    let arn = summary.stream_description_summary().expect("it is there").stream_arn().to_owned();
    let consumer = kinesis.register_stream_consumer().stream_arn(arn).consumer_name("rust");
    let consumer = consumer.send().await?.consumer.expect("it was made").consumer_arn;
    loop {
        let told = kinesis.describe_stream_consumer().consumer_arn(&consumer).send().await?;
        let told = told.consumer_description.expect("it is there");
        if told.consumer_status == ConsumerStatus::Active {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let start = StartingPosition::builder().r#type(ShardIteratorType::TrimHorizon).build()?;
    let mut events = kinesis
        .subscribe_to_shard()
        .consumer_arn(&consumer)
        .shard_id(shard)
        .starting_position(start)
        .send()
        .await?
        .event_stream;
    let later: Vec<String> = (0..10).map(|n| format!("later {n}")).collect();
    put(kinesis, stream, &later).await?;
    let mut seen = Vec::new();
    while seen.len() < first.len() + later.len() {
        match events.recv().await? {
            Some(SubscribeToShardEventStream::SubscribeToShardEvent(event)) => {
                seen.extend(texts(event.records()));
            }
            other => panic!("expected records, got {other:?}"),
        }
    }
    assert_eq!(seen, [first, later].concat());
    Ok(())
}
