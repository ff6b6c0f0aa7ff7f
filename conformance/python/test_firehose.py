"""Delivery streams to objects through boto3."""

import gzip
import json
import re
import time

import pytest
from botocore.exceptions import ClientError

from harness import (
    ACCOUNT,
    REGION,
    ROLE,
    bucket_arn,
    object_bytes,
    objects,
    unique,
    wait_until,
)


def delivery_stream(firehose, bucket, name=None, **options):
    name = name or unique("delivery")
    firehose.create_delivery_stream(
        DeliveryStreamName=name,
        ExtendedS3DestinationConfiguration={
            "RoleARN": ROLE,
            "BucketARN": bucket_arn(bucket),
            "BufferingHints": {"IntervalInSeconds": 1, "SizeInMBs": 1},
            **options,
        },
    )

    def is_active():
        described = firehose.describe_delivery_stream(DeliveryStreamName=name)
        status = described["DeliveryStreamDescription"]["DeliveryStreamStatus"]
        return status == "ACTIVE"

    wait_until(is_active, f"delivery stream {name} is active")
    return name


def delivered(s3, bucket, expected_bytes, unpack=bytes):
    """All objects' contents together, once they have their size."""

    def contents():
        keys = objects(s3, bucket)
        whole = b"".join(unpack(object_bytes(s3, bucket, key)) for key in keys)
        return whole if len(whole) >= expected_bytes else None

    return wait_until(contents, f"{expected_bytes} bytes are delivered")


def test_a_record_becomes_an_object_after_the_interval(firehose, s3, bucket):
    name = delivery_stream(firehose, bucket)
    put = firehose.put_record(DeliveryStreamName=name, Record={"Data": b"hello\n"})
    assert put["RecordId"]
    assert put["Encrypted"] is False
    assert delivered(s3, bucket, 6) == b"hello\n"
    (key,) = objects(s3, bucket)
    # AWS: UTC time as a prefix, then stream, version, time and a random text.
    assert re.fullmatch(
        rf"\d{{4}}/\d\d/\d\d/\d\d/{name}-1-\d{{4}}(-\d\d){{5}}-[0-9a-f-]{{36}}", key
    ), key
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_a_batch_is_delivered_in_order_and_once(firehose, s3, bucket):
    name = delivery_stream(firehose, bucket)
    lines = [json.dumps({"n": n}).encode() + b"\n" for n in range(500)]
    answer = firehose.put_record_batch(
        DeliveryStreamName=name, Records=[{"Data": line} for line in lines]
    )
    assert answer["FailedPutCount"] == 0
    assert len({entry["RecordId"] for entry in answer["RequestResponses"]}) == 500
    expected = b"".join(lines)
    assert delivered(s3, bucket, len(expected)) == expected
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_a_size_is_delivered_before_its_interval(firehose, s3, bucket):
    hints = {"IntervalInSeconds": 900, "SizeInMBs": 1}
    name = delivery_stream(firehose, bucket, BufferingHints=hints)
    megabyte = 1024 * 1024
    for _ in range(3):
        firehose.put_record(DeliveryStreamName=name, Record={"Data": b"x" * (megabyte // 2)})
    assert set(delivered(s3, bucket, megabyte)) == {ord("x")}
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_gzip_objects_are_gzip_and_are_named_so(firehose, s3, bucket):
    name = delivery_stream(firehose, bucket, CompressionFormat="GZIP")
    text = b"a line of text\n" * 100
    firehose.put_record(DeliveryStreamName=name, Record={"Data": text})
    assert delivered(s3, bucket, len(text), gzip.decompress) == text
    assert all(key.endswith(".gz") for key in objects(s3, bucket))
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_a_prefix_says_the_time_in_its_own_words(firehose, s3, bucket):
    name = delivery_stream(
        firehose,
        bucket,
        Prefix="tolls/year=!{timestamp:yyyy}/day=!{timestamp:MM-dd}/",
        ErrorOutputPrefix="errors/!{firehose:error-output-type}/",
    )
    before = time.gmtime()
    firehose.put_record(DeliveryStreamName=name, Record={"Data": b"x"})
    delivered(s3, bucket, 1)
    (key,) = objects(s3, bucket)
    days = {time.strftime("tolls/year=%Y/day=%m-%d/", t) for t in (before, time.gmtime())}
    assert key[: key.rindex("/") + 1] in days
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_a_delivery_stream_is_described_and_listed(firehose, bucket):
    name = delivery_stream(firehose, bucket, Prefix="p/", CompressionFormat="GZIP")
    answer = firehose.describe_delivery_stream(DeliveryStreamName=name)
    described = answer["DeliveryStreamDescription"]
    assert described["DeliveryStreamARN"] == (
        f"arn:aws:firehose:{REGION}:{ACCOUNT}:deliverystream/{name}"
    )
    assert described["DeliveryStreamType"] == "DirectPut"
    (destination,) = described["Destinations"]
    extended = destination["ExtendedS3DestinationDescription"]
    assert extended["BucketARN"] == bucket_arn(bucket)
    assert extended["Prefix"] == "p/"
    assert extended["CompressionFormat"] == "GZIP"
    assert extended["BufferingHints"] == {"IntervalInSeconds": 1, "SizeInMBs": 1}
    names, arguments = [], {}
    while True:
        page = firehose.list_delivery_streams(**arguments)
        names += page["DeliveryStreamNames"]
        if not page["HasMoreDeliveryStreams"]:
            break
        arguments = {"ExclusiveStartDeliveryStreamName": names[-1]}
    assert name in names
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_a_password_is_never_shown_again(firehose, bucket):
    name, secret = unique("secret"), "Pa55word-never-shown"
    firehose.create_delivery_stream(
        DeliveryStreamName=name,
        RedshiftDestinationConfiguration={
            "RoleARN": ROLE,
            "ClusterJDBCURL": "jdbc:redshift://127.0.0.1:5439/levada",
            "CopyCommand": {"DataTableName": "t", "CopyOptions": "JSON 'auto'"},
            "Username": "levada",
            "Password": secret,
            "S3Configuration": {"RoleARN": ROLE, "BucketARN": bucket_arn(bucket)},
        },
    )
    described = firehose.describe_delivery_stream(DeliveryStreamName=name)
    assert secret not in repr(described)
    (destination,) = described["DeliveryStreamDescription"]["Destinations"]
    assert destination["RedshiftDestinationDescription"]["Username"] == "levada"
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_records_reach_the_warehouse_exactly_once(firehose, s3, bucket, warehouse):
    import os

    cursor, table = warehouse.cursor(), unique("t").replace("-", "_")
    cursor.execute(f"CREATE TABLE {table} (n INTEGER, name VARCHAR(20))")
    name, port = unique("copied"), os.environ["LEVADA_WAREHOUSE_PORT"]
    firehose.create_delivery_stream(
        DeliveryStreamName=name,
        RedshiftDestinationConfiguration={
            "RoleARN": ROLE,
            "ClusterJDBCURL": f"jdbc:redshift://127.0.0.1:{port}/levada",
            "CopyCommand": {"DataTableName": table, "CopyOptions": "JSON 'auto' GZIP"},
            "Username": "levada",
            "Password": "Pa55word",
            "S3Configuration": {
                "RoleARN": ROLE,
                "BucketARN": bucket_arn(bucket),
                "Prefix": "staging/",
                "CompressionFormat": "GZIP",
                "BufferingHints": {"IntervalInSeconds": 1, "SizeInMBs": 1},
            },
        },
    )
    for start in range(0, 300, 100):
        rows = [json.dumps({"n": n, "name": f"row {n}"}) for n in range(start, start + 100)]
        firehose.put_record_batch(
            DeliveryStreamName=name, Records=[{"Data": row + "\n"} for row in rows]
        )

    def count():
        cursor.execute(f"SELECT COUNT(*), COUNT(DISTINCT n), SUM(n) FROM {table}")
        row = cursor.fetchone()
        return row if row[0] >= 300 else None

    row = wait_until(count, "300 rows are in the warehouse")
    assert [int(value) for value in row] == [300, 300, sum(range(300))]
    assert {key.split("/")[0] for key in objects(s3, bucket)} == {"staging", "manifests"}
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_a_delivery_stream_that_exists_cannot_be_created_again(firehose, bucket):
    name = delivery_stream(firehose, bucket)
    with pytest.raises(ClientError) as failure:
        delivery_stream(firehose, bucket, name)
    error = failure.value.response["Error"]
    assert error["Code"] == "ResourceInUseException"
    assert error["Message"] == f"Firehose {name} under accountId {ACCOUNT} already exists"
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_a_deleted_delivery_stream_takes_no_record(firehose, bucket):
    name = delivery_stream(firehose, bucket)
    firehose.delete_delivery_stream(DeliveryStreamName=name)

    def is_refused():
        try:
            firehose.put_record(DeliveryStreamName=name, Record={"Data": b"x"})
            return None
        except ClientError as error:
            return error.response["Error"]

    error = wait_until(is_refused, f"{name} refuses records")
    assert error["Code"] == "ResourceNotFoundException"
    assert error["Message"] == f"Firehose {name} under account {ACCOUNT} not found."


def test_a_destination_that_is_not_served_is_refused_and_nothing_is_created(firehose, bucket):
    name = unique("refused")
    with pytest.raises(ClientError) as failure:
        firehose.create_delivery_stream(
            DeliveryStreamName=name,
            HttpEndpointDestinationConfiguration={
                "EndpointConfiguration": {"Url": "https://example.com"},
                "S3Configuration": {"RoleARN": ROLE, "BucketARN": bucket_arn(bucket)},
            },
        )
    assert failure.value.response["Error"]["Code"] == "InvalidArgumentException"
    assert "HttpEndpointDestinationConfiguration" in str(failure.value)
    with pytest.raises(firehose.exceptions.ResourceNotFoundException):
        firehose.describe_delivery_stream(DeliveryStreamName=name)
