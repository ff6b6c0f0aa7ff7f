"""AWS's rates and account limits, where `streams.limits` is set."""

import time

import pytest
from botocore.exceptions import ClientError

from harness import create_stream, server_in, unique

FIRST = "shardId-000000000000"


@pytest.fixture(scope="module")
def limited(tmp_path_factory):
    """A client of a server with limits."""
    directory = tmp_path_factory.mktemp("limited")
    with server_in(directory, {"LEVADA_STREAMS_LIMITS": "true"}) as server:
        yield server.client("kinesis")


def test_records_over_a_shards_rate_fail_alone(limited):
    name = create_stream(limited, unique("limits"))
    entries = [{"Data": b"x", "PartitionKey": str(n)} for n in range(500)]
    results = []
    for _ in range(6):
        results += limited.put_records(StreamName=name, Records=entries)["Records"]
    failed = [result for result in results if "ErrorCode" in result]
    assert failed and len(failed) < len(results) - 900
    assert {result["ErrorCode"] for result in failed} == {"ProvisionedThroughputExceededException"}
    message = f"Rate exceeded for shard {FIRST} in stream {name} under account 000000000000."
    assert {result["ErrorMessage"] for result in failed} == {message}
    assert all("SequenceNumber" not in result for result in failed)


def test_a_shard_is_read_five_times_a_second(limited):
    name = create_stream(limited, unique("limits"))
    iterator = limited.get_shard_iterator(
        StreamName=name, ShardId=FIRST, ShardIteratorType="TRIM_HORIZON"
    )["ShardIterator"]
    began, refused = time.monotonic(), 0
    for _ in range(30):
        try:
            limited.get_records(ShardIterator=iterator)
        except ClientError as error:
            assert error.response["Error"]["Code"] == "ProvisionedThroughputExceededException"
            refused += 1
    allowed = 30 - refused
    assert allowed <= 5 + 5 * (time.monotonic() - began) + 1
    assert refused > 0


def test_control_operations_have_their_rates(limited):
    codes = set()
    for _ in range(20):
        try:
            limited.describe_limits()
        except ClientError as error:
            codes.add(error.response["Error"]["Code"])
    assert codes == {"LimitExceededException"}
