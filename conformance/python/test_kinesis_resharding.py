"""Resharding through boto3: lineage, ranges, readers and writers meanwhile, a killed server."""

import threading

import pytest
from botocore.exceptions import ClientError

from harness import (
    create_function,
    create_stream,
    read_shard,
    read_stream,
    server_in,
    stream_arn,
    unique,
    wait_active,
    wait_until,
)

FIRST = "shardId-000000000000"
HALF = str(2**127)


def shards_of(kinesis, name, **filters):
    """All pages. As at AWS a token stands alone, which boto3's paginator does not know."""
    page = kinesis.list_shards(StreamName=name, MaxResults=3, **filters)
    shards = page["Shards"]
    while "NextToken" in page:
        page = kinesis.list_shards(NextToken=page["NextToken"], MaxResults=3)
        shards += page["Shards"]
    return shards


def scale(kinesis, name, target):
    answer = kinesis.update_shard_count(
        StreamName=name, TargetShardCount=target, ScalingType="UNIFORM_SCALING"
    )
    assert answer["TargetShardCount"] == target
    wait_active(kinesis, name)
    return answer["CurrentShardCount"]


def check_tiling(shards):
    starts = 0
    for shard in sorted(shards, key=lambda s: int(s["HashKeyRange"]["StartingHashKey"])):
        assert int(shard["HashKeyRange"]["StartingHashKey"]) == starts
        starts = int(shard["HashKeyRange"]["EndingHashKey"]) + 1
    assert starts == 2**128


def check_lineage(shards):
    by_id = {shard["ShardId"]: shard for shard in shards}
    for shard in shards:
        for member in ("ParentShardId", "AdjacentParentShardId"):
            if member in shard:
                parent = by_id[shard[member]]
                end = parent["SequenceNumberRange"]["EndingSequenceNumber"]
                assert int(end) < int(shard["SequenceNumberRange"]["StartingSequenceNumber"])


def test_a_split_and_a_merge_show_their_lineage(kinesis):
    name = create_stream(kinesis, unique("reshard"))
    kinesis.split_shard(StreamName=name, ShardToSplit=FIRST, NewStartingHashKey=HALF)
    wait_active(kinesis, name)
    kinesis.merge_shards(
        StreamName=name,
        ShardToMerge="shardId-000000000001",
        AdjacentShardToMerge="shardId-000000000002",
    )
    wait_active(kinesis, name)
    shards = shards_of(kinesis, name)
    check_lineage(shards)
    assert [shard.get("ParentShardId") for shard in shards] == [
        None,
        FIRST,
        FIRST,
        "shardId-000000000001",
    ]
    assert shards[3]["AdjacentParentShardId"] == "shardId-000000000002"
    latest = shards_of(kinesis, name, ShardFilter={"Type": "AT_LATEST"})
    assert [shard["ShardId"] for shard in latest] == ["shardId-000000000003"]
    after = {"Type": "AFTER_SHARD_ID", "ShardId": "shardId-000000000001"}
    assert len(shards_of(kinesis, name, ShardFilter=after)) == 2
    for kind in ("AT_TRIM_HORIZON", "FROM_TRIM_HORIZON"):
        assert FIRST in [s["ShardId"] for s in shards_of(kinesis, name, ShardFilter={"Type": kind})]


def test_a_reader_goes_from_a_closed_shard_to_its_children(kinesis):
    name = create_stream(kinesis, unique("reshard"))
    kinesis.put_record(StreamName=name, Data=b"last", PartitionKey="k")
    before = kinesis.get_shard_iterator(
        StreamName=name, ShardId=FIRST, ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    kinesis.split_shard(StreamName=name, ShardToSplit=FIRST, NewStartingHashKey=HALF)
    wait_active(kinesis, name)
    page = kinesis.get_records(ShardIterator=before)
    assert [record["Data"] for record in page["Records"]] == [b"last"]
    assert "NextShardIterator" not in page
    children = page["ChildShards"]
    assert [child["ParentShards"] for child in children] == [[FIRST], [FIRST]]
    put = kinesis.put_record(StreamName=name, Data=b"next", PartitionKey="k")
    assert put["ShardId"] in [child["ShardId"] for child in children]


def test_a_stream_scales_and_puts_lose_nothing_meanwhile(kinesis):
    name = create_stream(kinesis, unique("reshard"), shards=2)
    placed, failures, stop = {}, [], threading.Event()

    def produce(producer):
        count = 0
        while not stop.is_set():
            entries = [
                {"Data": f"{producer}-{count}-{n}".encode(), "PartitionKey": f"{count}-{n}"}
                for n in range(20)
            ]
            count += 1
            try:
                answer = kinesis.put_records(StreamName=name, Records=entries)
                assert answer["FailedRecordCount"] == 0
            except Exception as failure:  # noqa: BLE001 - reported below
                failures.append(failure)
                return
            for entry, result in zip(entries, answer["Records"], strict=True):
                placed[entry["Data"]] = (result["ShardId"], result["SequenceNumber"])

    producers = [threading.Thread(target=produce, args=(n,)) for n in range(3)]
    for producer in producers:
        producer.start()
    counts = [scale(kinesis, name, target) for target in (4, 3, 6, 12, 7, 5)]
    stop.set()
    for producer in producers:
        producer.join()
    assert not failures
    assert counts == [2, 4, 3, 6, 12, 7]
    shards = shards_of(kinesis, name)
    check_lineage(shards)
    check_tiling(shards_of(kinesis, name, ShardFilter={"Type": "AT_LATEST"}))
    found = {}
    for shard in shards:
        numbers = []
        for record in read_shard(kinesis, name, shard["ShardId"]):
            assert record["Data"] not in found
            found[record["Data"]] = (shard["ShardId"], record["SequenceNumber"])
            numbers.append(int(record["SequenceNumber"]))
        assert numbers == sorted(numbers)
    assert found == placed
    assert len(placed) > 100


def test_what_cannot_be_resharded_is_refused_in_the_services_words(kinesis):
    name = create_stream(kinesis, unique("reshard"), shards=3)

    def refused(call, **arguments):
        with pytest.raises(ClientError) as failure:
            call(StreamName=name, **arguments)
        error = failure.value.response["Error"]
        return error["Code"], error["Message"]

    code, message = refused(
        kinesis.update_shard_count, TargetShardCount=7, ScalingType="UNIFORM_SCALING"
    )
    assert code == "LimitExceededException"
    assert message == (
        "UpdateShardCount cannot scale up over double your current open shard count. "
        "Current open shard count: 3, Target shard count: 7"
    )
    code, message = refused(
        kinesis.merge_shards, ShardToMerge=FIRST, AdjacentShardToMerge="shardId-000000000002"
    )
    assert code == "InvalidArgumentException"
    assert "not an adjacent pair of shards eligible for merging" in message
    code, message = refused(kinesis.split_shard, ShardToSplit=FIRST, NewStartingHashKey="1")
    assert code == "InvalidArgumentException"
    assert "is not both greater than one plus the shard's StartingHashKey 0" in message
    code, _ = refused(
        kinesis.split_shard, ShardToSplit="shardId-000000000009", NewStartingHashKey="9"
    )
    assert code == "ResourceNotFoundException"


RELAY = """
import base64, boto3, os

kinesis = boto3.client("kinesis")

def handler(event, context):
    texts = [base64.b64decode(record["kinesis"]["data"]) for record in event["Records"]]
    for text in texts:
        kinesis.put_record(StreamName=os.environ["OUT"], Data=text, PartitionKey="k")
"""


def test_a_function_reads_on_in_each_keys_order_while_its_stream_is_resharded(tmp_path):
    with server_in(tmp_path) as server:
        kinesis, aws_lambda = server.client("kinesis"), server.client("lambda")
        source = create_stream(kinesis, "in", shards=2)
        out = create_stream(kinesis, "out")
        variables = {"Variables": {"OUT": out}}
        create_function(aws_lambda, "relay", RELAY, Environment=variables)
        aws_lambda.create_event_source_mapping(
            EventSourceArn=stream_arn(source),
            FunctionName="relay",
            StartingPosition="TRIM_HORIZON",
            BatchSize=5,
        )
        keys = [f"key{number}" for number in range(6)]
        for round_number, target in enumerate((4, 3, 5)):
            for n in range(round_number * 4, round_number * 4 + 4):
                for key in keys:
                    kinesis.put_record(StreamName=source, Data=f"{key} {n}", PartitionKey=key)
            scale(kinesis, source, target)

        def relayed():
            found = [data.decode() for data in read_stream(kinesis, out)]
            return found if len(found) >= 12 * len(keys) else None

        found = wait_until(relayed, "every record is relayed", timeout=120, pause=0.3)
        assert len(found) == len(set(found)) == 12 * len(keys)
        for key in keys:
            numbers = [int(text.split()[1]) for text in found if text.split()[0] == key]
            assert numbers == list(range(12)), key


def test_a_server_killed_while_it_reshards_keeps_every_acknowledged_record(tmp_path):
    with server_in(tmp_path) as server:
        kinesis = server.client("kinesis")
        name = create_stream(kinesis, unique("reshard"), shards=4)
        acknowledged = set()
        for round_number in range(3):
            stop = threading.Event()

            def reshard(client=server.client("kinesis"), ended=stop):
                targets = (8, 4, 6, 12, 6, 3, 4)
                while not ended.is_set():
                    for target in targets:
                        try:
                            client.update_shard_count(
                                StreamName=name,
                                TargetShardCount=target,
                                ScalingType="UNIFORM_SCALING",
                            )
                        except ClientError as error:
                            if error.response["Error"]["Code"] != "LimitExceededException":
                                return
                        except Exception:  # noqa: BLE001 - the server was killed
                            return

            resharding = threading.Thread(target=reshard)
            resharding.start()
            for call in range(40):
                data = f"{round_number}-{call}".encode()
                kinesis.put_record(StreamName=name, Data=data, PartitionKey=str(call))
                acknowledged.add(data)
            server.kill()
            stop.set()
            resharding.join()
            server.start()
            kinesis = server.client("kinesis")
            wait_active(kinesis, name)
            shards = shards_of(kinesis, name)
            check_lineage(shards)
            check_tiling(shards_of(kinesis, name, ShardFilter={"Type": "AT_LATEST"}))
            found = [
                record["Data"]
                for shard in shards
                for record in read_shard(kinesis, name, shard["ShardId"])
            ]
            assert len(found) == len(set(found))
            assert acknowledged <= set(found)
