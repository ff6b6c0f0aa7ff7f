"""Streams through boto3: what a producer and a consumer rely on."""

import hashlib
import time

import pytest
from botocore.exceptions import ClientError

from harness import (
    ACCOUNT,
    create_stream,
    read_shard,
    read_stream,
    shard_ids,
    stream_arn,
    unique,
    wait_until,
)

FIRST = "shardId-000000000000"


def code_of(failure):
    return failure.value.response["Error"]["Code"]


def test_a_created_stream_is_described_with_its_shards(kinesis):
    name = create_stream(kinesis, unique("described"), shards=3)
    described = kinesis.describe_stream(StreamName=name)["StreamDescription"]
    assert described["StreamARN"] == stream_arn(name)
    assert described["StreamStatus"] == "ACTIVE"
    assert described["RetentionPeriodHours"] == 24
    assert [shard["ShardId"] for shard in described["Shards"]] == [
        f"shardId-{number:012}" for number in range(3)
    ]
    ranges = [shard["HashKeyRange"] for shard in described["Shards"]]
    assert ranges[0]["StartingHashKey"] == "0"
    assert ranges[-1]["EndingHashKey"] == str(2**128 - 1)
    for left, right in zip(ranges, ranges[1:]):
        assert int(left["EndingHashKey"]) + 1 == int(right["StartingHashKey"])
    summary = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
    assert summary["OpenShardCount"] == 3
    kinesis.delete_stream(StreamName=name)


def test_shards_are_listed_in_pages(kinesis):
    name = create_stream(kinesis, unique("paged"), shards=5)
    page = kinesis.list_shards(StreamName=name, MaxResults=2)
    found = [shard["ShardId"] for shard in page["Shards"]]
    while token := page.get("NextToken"):
        page = kinesis.list_shards(NextToken=token, MaxResults=2)
        assert len(page["Shards"]) <= 2
        found += [shard["ShardId"] for shard in page["Shards"]]
    assert found == [f"shardId-{number:012}" for number in range(5)]
    kinesis.delete_stream(StreamName=name)


def test_streams_are_listed_in_pages_by_name(kinesis):
    prefix = unique("listed")
    names = [create_stream(kinesis, f"{prefix}-{number}") for number in range(3)]
    found, arguments = [], {"Limit": 2}
    while True:
        page = kinesis.list_streams(**arguments)
        found += page["StreamNames"]
        if not page["HasMoreStreams"]:
            break
        arguments = {"Limit": 2, "ExclusiveStartStreamName": page["StreamNames"][-1]}
    assert [name for name in found if name.startswith(prefix)] == names
    for name in names:
        kinesis.delete_stream(StreamName=name)


def test_a_record_reads_back_as_it_was_written(kinesis, stream):
    data = bytes(range(256))
    put = kinesis.put_record(StreamName=stream, Data=data, PartitionKey="clé")
    (record,) = read_shard(kinesis, stream, put["ShardId"])
    assert record["Data"] == data
    assert record["PartitionKey"] == "clé"
    assert record["SequenceNumber"] == put["SequenceNumber"]
    assert abs(record["ApproximateArrivalTimestamp"].timestamp() - time.time()) < 60


def test_records_of_a_shard_come_in_the_order_of_their_acknowledgement(kinesis, stream):
    sent = []
    for batch in range(4):
        records = [
            {"Data": f"{batch}-{number}".encode(), "PartitionKey": str(number)}
            for number in range(100)
        ]
        answer = kinesis.put_records(StreamName=stream, Records=records)
        assert answer["FailedRecordCount"] == 0
        sent += zip(
            [record["Data"] for record in records],
            [entry["SequenceNumber"] for entry in answer["Records"]],
        )
    read = read_shard(kinesis, stream, FIRST)
    assert [(record["Data"], record["SequenceNumber"]) for record in read] == sent
    numbers = [int(record["SequenceNumber"]) for record in read]
    assert numbers == sorted(set(numbers))


def test_a_partition_key_finds_its_shard_by_md5(kinesis):
    name = create_stream(kinesis, unique("hashed"), shards=4)
    shards = kinesis.list_shards(StreamName=name)["Shards"]
    for number in range(40):
        key = f"key-{number}"
        put = kinesis.put_record(StreamName=name, Data=b"x", PartitionKey=key)
        hashed = int(hashlib.md5(key.encode()).hexdigest(), 16)
        (owner,) = [
            shard["ShardId"]
            for shard in shards
            if int(shard["HashKeyRange"]["StartingHashKey"])
            <= hashed
            <= int(shard["HashKeyRange"]["EndingHashKey"])
        ]
        assert put["ShardId"] == owner
    explicit = kinesis.put_record(
        StreamName=name, Data=b"x", PartitionKey="any", ExplicitHashKey=str(2**128 - 1)
    )
    assert explicit["ShardId"] == shards[-1]["ShardId"]
    kinesis.delete_stream(StreamName=name)


def test_every_iterator_type_begins_where_it_says(kinesis, stream):
    puts = [
        kinesis.put_record(StreamName=stream, Data=str(n).encode(), PartitionKey="k")
        for n in range(3)
    ]
    (_, middle, last) = [record for record in read_shard(kinesis, stream, FIRST)]
    number = puts[1]["SequenceNumber"]

    def from_(**start):
        return [record["Data"] for record in read_shard(kinesis, stream, FIRST, **start)]

    assert from_(ShardIteratorType="TRIM_HORIZON") == [b"0", b"1", b"2"]
    at = {"StartingSequenceNumber": number}
    assert from_(ShardIteratorType="AT_SEQUENCE_NUMBER", **at) == [b"1", b"2"]
    assert from_(ShardIteratorType="AFTER_SEQUENCE_NUMBER", **at) == [b"2"]
    # Records of one millisecond share their time, so ask what is at or after the time itself.
    when = middle["ApproximateArrivalTimestamp"]
    answer = from_(ShardIteratorType="AT_TIMESTAMP", Timestamp=when)
    assert answer[-2:] == [b"1", b"2"]
    assert last["ApproximateArrivalTimestamp"] >= when
    assert from_(ShardIteratorType="LATEST") == []

    latest = kinesis.get_shard_iterator(
        StreamName=stream, ShardId=FIRST, ShardIteratorType="LATEST"
    )["ShardIterator"]
    kinesis.put_record(StreamName=stream, Data=b"3", PartitionKey="k")
    page = wait_until(
        lambda: kinesis.get_records(ShardIterator=latest)["Records"], "the new record is read"
    )
    assert [record["Data"] for record in page] == [b"3"]


def test_a_limit_bounds_a_page_and_the_next_iterator_goes_on(kinesis, stream):
    records = [{"Data": str(n).encode(), "PartitionKey": "k"} for n in range(10)]
    kinesis.put_records(StreamName=stream, Records=records)
    iterator = kinesis.get_shard_iterator(
        StreamName=stream, ShardId=FIRST, ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    found = []
    for _ in range(4):
        page = kinesis.get_records(ShardIterator=iterator, Limit=3)
        assert len(page["Records"]) <= 3
        found += [record["Data"] for record in page["Records"]]
        iterator = page["NextShardIterator"]
    assert found == [record["Data"] for record in records]


def test_a_stream_answers_to_its_arn(kinesis, stream):
    arn = stream_arn(stream)
    kinesis.put_record(StreamARN=arn, Data=b"by arn", PartitionKey="k")
    iterator = kinesis.get_shard_iterator(
        StreamARN=arn, ShardId=FIRST, ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    page = kinesis.get_records(ShardIterator=iterator, StreamARN=arn)
    assert [record["Data"] for record in page["Records"]] == [b"by arn"]


def test_an_on_demand_stream_has_four_shards(kinesis):
    name = unique("on-demand")
    kinesis.create_stream(StreamName=name, StreamModeDetails={"StreamMode": "ON_DEMAND"})
    wait_until(lambda: len(shard_ids(kinesis, name)) == 4, "four shards")
    summary = kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]
    assert summary["StreamModeDetails"] == {"StreamMode": "ON_DEMAND"}
    kinesis.delete_stream(StreamName=name)


def test_a_stream_that_exists_cannot_be_created_again(kinesis, stream):
    with pytest.raises(ClientError) as failure:
        kinesis.create_stream(StreamName=stream, ShardCount=1)
    assert code_of(failure) == "ResourceInUseException"
    assert stream in str(failure.value) and ACCOUNT in str(failure.value)


def test_a_stream_that_does_not_exist_is_named_in_the_error(kinesis):
    with pytest.raises(ClientError) as failure:
        kinesis.put_record(StreamName="nowhere", Data=b"x", PartitionKey="k")
    assert code_of(failure) == "ResourceNotFoundException"
    message = failure.value.response["Error"]["Message"]
    assert message == f"Stream nowhere under account {ACCOUNT} not found."


def test_a_deleted_stream_is_gone_and_its_name_is_free(kinesis):
    name = create_stream(kinesis, unique("deleted"))
    kinesis.put_record(StreamName=name, Data=b"old", PartitionKey="k")
    kinesis.delete_stream(StreamName=name)

    def is_gone():
        try:
            kinesis.describe_stream_summary(StreamName=name)
            return False
        except kinesis.exceptions.ResourceNotFoundException:
            return True

    wait_until(is_gone, f"{name} is gone")
    create_stream(kinesis, name)
    assert read_stream(kinesis, name) == []
    kinesis.delete_stream(StreamName=name)


def test_a_tampered_iterator_is_refused(kinesis, stream):
    iterator = kinesis.get_shard_iterator(
        StreamName=stream, ShardId=FIRST, ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    changed = "A" if iterator[-10] != "A" else "B"
    for wrong in (iterator[:-10] + changed + iterator[-9:], "AAAA", iterator[:20]):
        with pytest.raises(ClientError) as failure:
            kinesis.get_records(ShardIterator=wrong)
        assert code_of(failure) == "InvalidArgumentException"
        assert failure.value.response["Error"]["Message"] == "Invalid ShardIterator."


def test_a_shard_that_does_not_exist_is_refused(kinesis, stream):
    with pytest.raises(ClientError) as failure:
        kinesis.get_shard_iterator(
            StreamName=stream, ShardId="shardId-000000000007", ShardIteratorType="LATEST"
        )
    assert code_of(failure) == "ResourceNotFoundException"


def test_a_sequence_iterator_without_its_number_is_refused(kinesis, stream):
    with pytest.raises(ClientError) as failure:
        kinesis.get_shard_iterator(
            StreamName=stream, ShardId=FIRST, ShardIteratorType="AT_SEQUENCE_NUMBER"
        )
    assert code_of(failure) == "InvalidArgumentException"
