"""Enhanced fan-out through boto3: records pushed as they are stored."""

import threading
import time

import pytest
from botocore.exceptions import ClientError, EventStreamError

from harness import create_stream, stream_arn, unique

FIRST = "shardId-000000000000"
OLDEST = {"Type": "TRIM_HORIZON"}
NEWEST = {"Type": "LATEST"}


@pytest.fixture
def fanned(kinesis):
    """A stream of one shard, and the ARN of its consumer."""
    name = create_stream(kinesis, unique("fanout"))
    registered = kinesis.register_stream_consumer(
        StreamARN=stream_arn(name), ConsumerName="reader"
    )
    yield name, registered["Consumer"]["ConsumerARN"]
    kinesis.delete_stream(StreamName=name, EnforceConsumerDeletion=True)


def subscribe(kinesis, consumer, start, shard=FIRST):
    answer = kinesis.subscribe_to_shard(
        ConsumerARN=consumer, ShardId=shard, StartingPosition=start
    )
    return answer["EventStream"]


def events(stream):
    return (event["SubscribeToShardEvent"] for event in stream)


def put(kinesis, name, *texts):
    entries = [{"Data": text.encode(), "PartitionKey": text} for text in texts]
    return kinesis.put_records(StreamName=name, Records=entries)["Records"]


def test_records_are_pushed_within_milliseconds_and_in_order(kinesis, fanned):
    name, consumer = fanned
    stored = put(kinesis, name, "a", "b")
    stream = subscribe(kinesis, consumer, OLDEST)
    pushed = events(stream)
    first = next(pushed)
    assert [record["Data"] for record in first["Records"]] == [b"a", b"b"]
    numbers = [record["SequenceNumber"] for record in first["Records"]]
    assert numbers == [record["SequenceNumber"] for record in stored]
    assert first["MillisBehindLatest"] == 0
    waits = []
    for n in range(20):
        before = time.monotonic()
        put(kinesis, name, f"later-{n}")
        event = next(pushed)
        while not event["Records"]:
            event = next(pushed)
        waits.append(time.monotonic() - before)
        assert event["Records"][0]["Data"] == f"later-{n}".encode()
    stream.close()
    # The put itself is in there, and the machine may be busy.
    assert sorted(waits)[len(waits) // 2] < 0.25, waits


def test_a_continuation_goes_on_where_the_last_event_ended(kinesis, fanned):
    name, consumer = fanned
    put(kinesis, name, "a")
    stream = subscribe(kinesis, consumer, OLDEST)
    continuation = next(events(stream))["ContinuationSequenceNumber"]
    stream.close()
    put(kinesis, name, "b")
    after = {"Type": "AFTER_SEQUENCE_NUMBER", "SequenceNumber": continuation}
    stream = resubscribe(kinesis, consumer, after)
    assert [record["Data"] for record in next(events(stream))["Records"]] == [b"b"]
    stream.close()


def resubscribe(kinesis, consumer, start):
    """Until the server has seen that the connection before is gone."""
    deadline = time.monotonic() + 10
    while True:
        try:
            return subscribe(kinesis, consumer, start)
        except ClientError as error:
            assert error.response["Error"]["Code"] == "ResourceInUseException"
            assert time.monotonic() < deadline
            time.sleep(0.1)


def test_an_idle_subscriber_is_kept_alive_with_empty_events(kinesis, fanned):
    _, consumer = fanned
    stream = subscribe(kinesis, consumer, NEWEST)
    pushed = events(stream)
    first = next(pushed)
    began = time.monotonic()
    second = next(pushed)
    stream.close()
    assert first["Records"] == second["Records"] == []
    assert second["ContinuationSequenceNumber"]
    assert second["MillisBehindLatest"] == 0
    assert 3 < time.monotonic() - began < 10


def test_one_subscription_per_consumer_and_shard(kinesis, fanned):
    name, consumer = fanned
    first = subscribe(kinesis, consumer, NEWEST)
    next(events(first))
    began = time.monotonic()
    with pytest.raises(ClientError) as failure:
        subscribe(kinesis, consumer, NEWEST)
    assert failure.value.response["Error"]["Code"] == "ResourceInUseException"
    time.sleep(max(0.0, 5.2 - (time.monotonic() - began)))
    second = subscribe(kinesis, consumer, NEWEST)
    next(events(second))
    with pytest.raises(EventStreamError) as failure:
        for _ in events(first):
            pass
    assert "ResourceInUseException" in str(failure.value)
    put(kinesis, name, "still pushed")
    event = next(events(second))
    while not event["Records"]:
        event = next(events(second))
    assert event["Records"][0]["Data"] == b"still pushed"
    second.close()


def test_the_end_of_a_closed_shard_names_its_children(kinesis, fanned):
    name, consumer = fanned
    put(kinesis, name, "last")
    stream = subscribe(kinesis, consumer, OLDEST)
    pushed = events(stream)
    next(pushed)
    kinesis.split_shard(StreamName=name, ShardToSplit=FIRST, NewStartingHashKey=str(2**127))
    rest = list(pushed)
    assert len(rest[-1]["ChildShards"]) == 2
    assert "ContinuationSequenceNumber" not in rest[-1]
    child = rest[-1]["ChildShards"][0]["ShardId"]
    stream = subscribe(kinesis, consumer, OLDEST, shard=child)
    kinesis.put_record(StreamName=name, Data=b"on", PartitionKey="k", ExplicitHashKey="0")
    for event in events(stream):
        if event["Records"]:
            assert event["Records"][0]["Data"] == b"on"
            break
    stream.close()


def test_a_subscription_ends_when_its_consumer_does(kinesis, fanned):
    _, consumer = fanned
    stream = subscribe(kinesis, consumer, NEWEST)
    pushed = events(stream)
    next(pushed)
    threading.Timer(0.3, kinesis.deregister_stream_consumer, kwargs={"ConsumerARN": consumer}).start()
    with pytest.raises(EventStreamError) as failure:
        list(pushed)
    assert "ResourceNotFoundException" in str(failure.value)
    with pytest.raises(ClientError) as failure:
        subscribe(kinesis, consumer, NEWEST)
    assert failure.value.response["Error"]["Code"] == "ResourceNotFoundException"


def test_a_slow_subscriber_gets_everything_in_bounded_events(kinesis, fanned):
    name, consumer = fanned
    big = "x" * (512 << 10)
    for _ in range(12):
        entries = [{"Data": big.encode(), "PartitionKey": "k"}] * 2
        kinesis.put_records(StreamName=name, Records=entries)
    stream = subscribe(kinesis, consumer, OLDEST)
    seen = 0
    for event in events(stream):
        size = sum(len(record["Data"]) for record in event["Records"])
        assert size <= 1 << 20
        seen += len(event["Records"])
        if seen == 24:
            break
        time.sleep(0.02)
    stream.close()
