"""What can be changed about a stream, through boto3, by name and by ARN."""

import json

import pytest
from botocore.exceptions import ClientError

from harness import create_stream, stream_arn, unique, wait_until


@pytest.fixture
def named(kinesis):
    name = create_stream(kinesis, unique("settings"))
    yield name
    kinesis.delete_stream(StreamName=name, EnforceConsumerDeletion=True)


def summary_of(kinesis, name):
    return kinesis.describe_stream_summary(StreamName=name)["StreamDescriptionSummary"]


def code_of(call, **arguments):
    with pytest.raises(ClientError) as failure:
        call(**arguments)
    return failure.value.response["Error"]["Code"]


def test_retention_goes_up_and_down_within_a_year(kinesis, named):
    kinesis.increase_stream_retention_period(StreamName=named, RetentionPeriodHours=8760)
    assert summary_of(kinesis, named)["RetentionPeriodHours"] == 8760
    kinesis.decrease_stream_retention_period(
        StreamARN=stream_arn(named), RetentionPeriodHours=25
    )
    assert summary_of(kinesis, named)["RetentionPeriodHours"] == 25
    for call, hours in (
        (kinesis.increase_stream_retention_period, 8761),
        (kinesis.increase_stream_retention_period, 24),
        (kinesis.decrease_stream_retention_period, 23),
        (kinesis.decrease_stream_retention_period, 26),
    ):
        code = code_of(call, StreamName=named, RetentionPeriodHours=hours)
        assert code == "InvalidArgumentException"


def test_tags_by_name_and_by_arn_are_the_same_tags(kinesis, named):
    arn = stream_arn(named)
    kinesis.add_tags_to_stream(StreamName=named, Tags={"a": "1", "b": "2"})
    kinesis.tag_resource(ResourceARN=arn, Tags={"c": "3"})
    kinesis.untag_resource(ResourceARN=arn, TagKeys=["a"])
    listed = kinesis.list_tags_for_resource(ResourceARN=arn)["Tags"]
    assert listed == [{"Key": "b", "Value": "2"}, {"Key": "c", "Value": "3"}]
    page = kinesis.list_tags_for_stream(StreamName=named, Limit=1)
    assert page == {**page, "Tags": listed[:1], "HasMoreTags": True}
    rest = kinesis.list_tags_for_stream(StreamName=named, ExclusiveStartTagKey="b")
    assert (rest["Tags"], rest["HasMoreTags"]) == (listed[1:], False)
    kinesis.remove_tags_from_stream(StreamName=named, TagKeys=["b", "c"])
    assert kinesis.list_tags_for_stream(StreamName=named)["Tags"] == []
    code = code_of(kinesis.add_tags_to_stream, StreamName=named, Tags={"bad;": "x"})
    assert code == "InvalidArgumentException"


def test_metrics_mode_and_record_size_are_described(kinesis, named):
    arn = stream_arn(named)
    done = kinesis.enable_enhanced_monitoring(StreamName=named, ShardLevelMetrics=["ALL"])
    assert done["CurrentShardLevelMetrics"] == []
    assert len(done["DesiredShardLevelMetrics"]) == 7
    done = kinesis.disable_enhanced_monitoring(
        StreamARN=arn, ShardLevelMetrics=["IncomingBytes"]
    )
    assert len(done["DesiredShardLevelMetrics"]) == 6
    kinesis.update_max_record_size(StreamARN=arn, MaxRecordSizeInKiB=4096)
    big = b"x" * (3 << 20)
    kinesis.put_record(StreamName=named, Data=big, PartitionKey="k")
    with pytest.raises(ClientError):
        kinesis.put_record(StreamName=named, Data=b"x" * ((4 << 20) + 1), PartitionKey="k")
    kinesis.update_stream_mode(StreamARN=arn, StreamModeDetails={"StreamMode": "ON_DEMAND"})
    kinesis.update_stream_warm_throughput(StreamARN=arn, WarmThroughputMiBps=6)
    summary = summary_of(kinesis, named)
    assert summary["StreamModeDetails"] == {"StreamMode": "ON_DEMAND"}
    assert summary["MaxRecordSizeInKiB"] == 4096
    assert summary["OpenShardCount"] == 6
    assert summary["WarmThroughput"]["TargetMiBps"] == 6
    assert len(summary["EnhancedMonitoring"][0]["ShardLevelMetrics"]) == 6
    code = code_of(
        kinesis.update_shard_count,
        StreamName=named,
        TargetShardCount=2,
        ScalingType="UNIFORM_SCALING",
    )
    assert code == "ValidationException"


def test_a_policy_reads_back_until_it_is_deleted(kinesis, named):
    arn = stream_arn(named)
    statement = {
        "Effect": "Allow",
        "Principal": {"AWS": "111122223333"},
        "Action": "kinesis:PutRecord",
        "Resource": arn,
    }
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    get = kinesis.get_resource_policy
    assert code_of(get, ResourceARN=arn) == "ResourceNotFoundException"
    kinesis.put_resource_policy(ResourceARN=arn, Policy=policy)
    assert get(ResourceARN=arn)["Policy"] == policy
    kinesis.delete_resource_policy(ResourceARN=arn)
    assert code_of(get, ResourceARN=arn) == "ResourceNotFoundException"
    bad = code_of(kinesis.put_resource_policy, ResourceARN=arn, Policy="{}")
    assert bad == "InvalidArgumentException"


def test_the_account_has_settings_and_limits(kinesis, named):
    limits = kinesis.describe_limits()
    assert limits["ShardLimit"] >= limits["OpenShardCount"] >= 1
    wanted = {"Status": "ENABLED"}
    kinesis.update_account_settings(MinimumThroughputBillingCommitment=wanted)
    shown = kinesis.describe_account_settings()["MinimumThroughputBillingCommitment"]
    assert shown["Status"] == "ENABLED"
    assert shown["EarliestAllowedEndAt"] > shown["StartedAt"]
    wanted = {"Status": "DISABLED"}
    kinesis.update_account_settings(MinimumThroughputBillingCommitment=wanted)
    shown = kinesis.describe_account_settings()["MinimumThroughputBillingCommitment"]
    assert shown["Status"] == "ENABLED_UNTIL_EARLIEST_ALLOWED_END"


def test_an_encrypted_stream_says_so_and_keeps_its_records_through_a_kill(tmp_path):
    from harness import read_stream, server_in

    with server_in(tmp_path) as server:
        kinesis = server.client("kinesis")
        name = create_stream(kinesis, unique("sealed"))
        before = kinesis.put_record(StreamName=name, Data=b"plain-before", PartitionKey="k")
        assert before.get("EncryptionType") in (None, "NONE")
        key = {"EncryptionType": "KMS", "KeyId": "alias/aws/kinesis"}
        kinesis.start_stream_encryption(StreamName=name, **key)
        for n in range(100):
            data = f"sealed-secret-{n}".encode()
            put = kinesis.put_record(StreamName=name, Data=data, PartitionKey="k")
            assert put["EncryptionType"] == "KMS"
        summary = summary_of(kinesis, name)
        assert (summary["EncryptionType"], summary["KeyId"]) == ("KMS", "alias/aws/kinesis")
        server.kill()
        files = [path for path in server.data_dir.rglob("*") if path.is_file()]
        stored = {path: path.read_bytes() for path in files}
        assert any(b"plain-before" in data for data in stored.values())
        assert not [path for path, data in stored.items() if b"sealed-secret" in data]
        assert (server.data_dir / "master.key").stat().st_mode & 0o777 == 0o600
        server.start()
        assert len(read_stream(server.client("kinesis"), name)) == 101
        master = stored[server.data_dir / "master.key"].decode().strip()
        assert master not in server.log()


def test_consumers_are_registered_listed_and_go_with_their_stream(kinesis):
    name = create_stream(kinesis, unique("consumers"))
    arn = stream_arn(name)
    for n in range(20):
        tags = {"n": str(n)}
        kinesis.register_stream_consumer(StreamARN=arn, ConsumerName=f"c{n:02}", Tags=tags)
    code = code_of(kinesis.register_stream_consumer, StreamARN=arn, ConsumerName="more")
    assert code == "LimitExceededException"
    pages = kinesis.get_paginator("list_stream_consumers").paginate(
        StreamARN=arn, PaginationConfig={"PageSize": 7}
    )
    consumers = [consumer for page in pages for consumer in page["Consumers"]]
    assert [consumer["ConsumerName"] for consumer in consumers] == [f"c{n:02}" for n in range(20)]
    first = consumers[0]["ConsumerARN"]
    tags = kinesis.list_tags_for_resource(ResourceARN=first)["Tags"]
    assert tags == [{"Key": "n", "Value": "0"}]
    described = kinesis.describe_stream_consumer(ConsumerARN=first)["ConsumerDescription"]
    assert (described["ConsumerStatus"], described["StreamARN"]) == ("ACTIVE", arn)
    kinesis.deregister_stream_consumer(StreamARN=arn, ConsumerName="c00")
    code = code_of(kinesis.describe_stream_consumer, ConsumerARN=first)
    assert code == "ResourceNotFoundException"
    assert summary_of(kinesis, name)["ConsumerCount"] == 19
    assert code_of(kinesis.delete_stream, StreamName=name) == "ResourceInUseException"
    kinesis.delete_stream(StreamName=name, EnforceConsumerDeletion=True)
    listed = lambda: kinesis.list_streams(Limit=10_000)["StreamNames"]
    wait_until(lambda: name not in listed(), f"{name} is gone")
