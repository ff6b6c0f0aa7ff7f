"""What enters an application: aggregates, lanes, functions, discovered schemas, event time."""

import hashlib
import json
from datetime import datetime, timedelta, timezone

import pytest
from botocore.exceptions import ClientError

from harness import (
    ACCOUNT,
    REGION,
    ROLE,
    bucket_arn,
    create_function,
    create_stream,
    read_stream,
    stream_arn,
    unique,
    wait_until,
)
from test_analytics import FILTER, Application, code_of, source_of, target_of

CLEAN = """
import base64, json

def handler(event, context):
    answers = []
    for record in event["records"]:
        row = json.loads(base64.b64decode(record["data"]))
        result = {"x": "Dropped", "y": "ProcessingFailed"}.get(row["station"], "Ok")
        row["toll"] = row["toll"] * 10
        data = base64.b64encode(json.dumps(row).encode()).decode()
        answers.append({"recordId": record["recordId"], "result": result, "data": data})
    return {"records": answers}
"""


def function_arn(name):
    return f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"


def varint(value):
    out = b""
    while value >= 0x80:
        out += bytes([value & 0x7F | 0x80])
        value >>= 7
    return out + bytes([value])


def field(number, content):
    return varint(number << 3 | 2) + varint(len(content)) + content


def aggregate(rows):
    """The producer library's form: magic, protobuf, MD5."""
    message = field(1, b"k")
    for row in rows:
        message += field(3, b"\x08\x00" + field(3, json.dumps(row).encode()))
    return b"\xf3\x89\x9a\xc2" + message + hashlib.md5(message).digest()


@pytest.fixture
def dear(analytics, kinesis):
    one = Application(analytics, kinesis, FILTER, "DEAR")
    yield one
    one.remove()


def test_records_of_the_producer_library_are_opened(dear, kinesis):
    dear.start()
    rows = [{"station": str(n), "toll": 10 + n} for n in range(5)]
    kinesis.put_record(StreamName=dear.source, Data=aggregate(rows), PartitionKey="a")
    wait_until(lambda: len(dear.rows()) >= 5, "five rows come out")
    assert [row["station"] for row in dear.rows()] == ["0", "1", "2", "3", "4"]


def test_a_function_sees_records_before_they_are_decoded(dear, analytics, aws_lambda):
    name = unique("clean")
    create_function(aws_lambda, name, CLEAN)
    analytics.add_application_input_processing_configuration(
        ApplicationName=dear.name,
        CurrentApplicationVersionId=1,
        InputId="1.1",
        InputProcessingConfiguration={
            "InputLambdaProcessor": {"ResourceARN": function_arn(name), "RoleARN": ROLE}
        },
    )
    (described,) = dear.detail()["InputDescriptions"]
    processor = described["InputProcessingConfigurationDescription"]
    assert processor["InputLambdaProcessorDescription"]["ResourceARN"] == function_arn(name)
    dear.start()
    dear.put(*[{"station": station, "toll": 1} for station in "axyb"])
    rows = wait_until(lambda: len(dear.rows()) >= 2 and dear.rows(), "two rows come out")
    assert [(row["station"], float(row["double_toll"])) for row in rows] == [("a", 20), ("b", 20)]


COUNT_BOTH = """
CREATE OR REPLACE STREAM "ALL_ROWS" ("station" VARCHAR(16), "toll" DECIMAL(10,2));
CREATE OR REPLACE PUMP "P1" AS INSERT INTO "ALL_ROWS"
SELECT STREAM "station", "toll" FROM "SOURCE_SQL_STREAM_001";
CREATE OR REPLACE PUMP "P2" AS INSERT INTO "ALL_ROWS"
SELECT STREAM "station", "toll" FROM "SOURCE_SQL_STREAM_002";
CREATE OR REPLACE STREAM "COUNTED" ("station" VARCHAR(16), "vehicles" INTEGER);
CREATE OR REPLACE PUMP "P3" AS INSERT INTO "COUNTED" SELECT STREAM "station", COUNT(*)
FROM "ALL_ROWS" GROUP BY "station", STEP("ALL_ROWS".ROWTIME BY INTERVAL '2' SECOND);
"""


def test_shards_are_spread_over_in_application_streams_and_merged_again(analytics, kinesis):
    name = unique("lanes")
    source = create_stream(kinesis, unique("source"), shards=4)
    target = create_stream(kinesis, unique("target"))
    analytics.create_application(
        ApplicationName=name,
        ApplicationCode=COUNT_BOTH,
        Inputs=[{**source_of(source), "InputParallelism": {"Count": 2}}],
        Outputs=[target_of(target, "COUNTED")],
    )
    detail = analytics.describe_application(ApplicationName=name)["ApplicationDetail"]
    (described,) = detail["InputDescriptions"]
    assert described["InAppStreamNames"] == ["SOURCE_SQL_STREAM_001", "SOURCE_SQL_STREAM_002"]
    start = {"InputStartingPosition": "TRIM_HORIZON"}
    analytics.start_application(
        ApplicationName=name,
        InputConfigurations=[{"Id": "1.1", "InputStartingPositionConfiguration": start}],
    )
    rows = [{"station": "abc"[n % 3], "toll": 1} for n in range(300)]
    for n, row in enumerate(rows):
        if n % 100 == 0:
            kinesis.put_records(
                StreamName=source,
                Records=[
                    {"Data": json.dumps(one), "PartitionKey": str(n + place)}
                    for place, one in enumerate(rows[n : n + 100])
                ],
            )

    def counted():
        found = [json.loads(data) for data in read_stream(kinesis, target)]
        return found if sum(row["vehicles"] for row in found) >= 300 else None

    found = wait_until(counted, "every row is counted")
    assert {
        station: sum(row["vehicles"] for row in found if row["station"] == station)
        for station in "abc"
    } == {"a": 100, "b": 100, "c": 100}
    analytics.delete_application(ApplicationName=name, CreateTimestamp=detail["CreateTimestamp"])


def test_a_schema_is_discovered_from_a_stream(analytics, kinesis, stream):
    for n in range(20):
        row = {"id": n, "price": n + 0.5, "user": "u", "at": {"city": "x"}}
        kinesis.put_record(StreamName=stream, Data=json.dumps(row), PartitionKey=str(n))
    found = analytics.discover_input_schema(
        ResourceARN=stream_arn(stream),
        RoleARN=ROLE,
        InputStartingPositionConfiguration={"InputStartingPosition": "TRIM_HORIZON"},
    )
    columns = found["InputSchema"]["RecordColumns"]
    assert [(one["Name"], one["SqlType"]) for one in columns] == [
        ("id", "INTEGER"),
        ("price", "DOUBLE"),
        ("COL_user", "VARCHAR(16)"),
        ("city", "VARCHAR(16)"),
    ]
    assert len(found["RawInputRecords"]) == len(found["ParsedInputRecords"]) == 10


def test_records_without_a_schema_come_back_with_the_error(analytics, kinesis, stream):
    kinesis.put_record(StreamName=stream, Data=b"hello there", PartitionKey="k")
    with pytest.raises(ClientError) as failure:
        analytics.discover_input_schema(
            ResourceARN=stream_arn(stream),
            RoleARN=ROLE,
            InputStartingPositionConfiguration={"InputStartingPosition": "TRIM_HORIZON"},
        )
    assert code_of(failure) == "UnableToDetectSchemaException"
    assert failure.value.response["RawInputRecords"] == ["hello there"]


def test_a_schema_is_discovered_from_an_object(analytics, s3, bucket):
    s3.put_object(Bucket=bucket, Key="t.csv", Body=b"ticker|price\nAMZN|1.5\nTBV|2\n")
    found = analytics.discover_input_schema(
        S3Configuration={"RoleARN": ROLE, "BucketARN": bucket_arn(bucket), "FileKey": "t.csv"}
    )
    schema = found["InputSchema"]
    csv = schema["RecordFormat"]["MappingParameters"]["CSVMappingParameters"]
    assert csv["RecordColumnDelimiter"] == "|"
    assert [one["Name"] for one in schema["RecordColumns"]] == ["ticker", "price"]


BY_EVENT_TIME = """
CREATE OR REPLACE STREAM "COUNTED" ("window_end" TIMESTAMP, "n" INTEGER);
CREATE OR REPLACE PUMP "P" AS INSERT INTO "COUNTED"
SELECT STREAM STEP("SOURCE_SQL_STREAM_001".ROWTIME BY INTERVAL '1' SECOND), COUNT(*)
FROM "SOURCE_SQL_STREAM_001"
GROUP BY STEP("SOURCE_SQL_STREAM_001".ROWTIME BY INTERVAL '1' SECOND);
"""


def test_windows_by_a_column_hold_rows_that_come_out_of_order(analytics, kinesis):
    name = unique("event-time")
    source = create_stream(kinesis, unique("source"))
    target, errors = (create_stream(kinesis, unique(kind)) for kind in ("target", "errors"))
    schema = {
        **source_of(source)["InputSchema"],
        "RecordColumns": [{"Name": "at", "SqlType": "TIMESTAMP", "Mapping": "$.at"}],
    }
    analytics.create_application(
        ApplicationName=name,
        ApplicationCode=BY_EVENT_TIME,
        Inputs=[{**source_of(source), "InputSchema": schema}],
        Outputs=[target_of(target, "COUNTED"), target_of(errors, "error_stream")],
        Tags=[
            {"Key": "levada:rowtime-column", "Value": "at"},
            {"Key": "levada:allowed-lateness", "Value": "10"},
        ],
    )
    start = {"InputStartingPosition": "TRIM_HORIZON"}
    analytics.start_application(
        ApplicationName=name,
        InputConfigurations=[{"Id": "1.1", "InputStartingPositionConfiguration": start}],
    )
    base = datetime.now(timezone.utc).replace(microsecond=0) - timedelta(seconds=5)
    for seconds in (2, 0, 1, 0, 2, -60):
        at = (base + timedelta(seconds=seconds)).strftime("%Y-%m-%d %H:%M:%S")
        kinesis.put_record(StreamName=source, Data=json.dumps({"at": at}), PartitionKey="k")
    found = wait_until(
        lambda: len(read_stream(kinesis, target)) >= 3 and read_stream(kinesis, target),
        "three windows close",
    )
    assert [json.loads(data)["n"] for data in found] == [2, 1, 2]
    (late,) = wait_until(lambda: read_stream(kinesis, errors), "the late row is an error")
    assert "before the arrival" in json.loads(late)["MESSAGE"]
    detail = analytics.describe_application(ApplicationName=name)["ApplicationDetail"]
    analytics.delete_application(ApplicationName=name, CreateTimestamp=detail["CreateTimestamp"])
