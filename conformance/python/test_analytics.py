"""Streaming SQL through boto3: the Kinesis Analytics v1 API."""

import json

import pytest
from botocore.exceptions import ClientError

from harness import (
    ACCOUNT,
    REGION,
    ROLE,
    bucket_arn,
    create_stream,
    read_stream,
    stream_arn,
    unique,
    wait_until,
)

SCHEMA = {
    "RecordFormat": {
        "RecordFormatType": "JSON",
        "MappingParameters": {"JSONMappingParameters": {"RecordRowPath": "$"}},
    },
    "RecordEncoding": "UTF-8",
    "RecordColumns": [
        {"Name": "station", "SqlType": "VARCHAR(16)", "Mapping": "$.station"},
        {"Name": "toll", "SqlType": "DECIMAL(10,2)", "Mapping": "$.toll"},
    ],
}

FILTER = """
CREATE OR REPLACE STREAM "DEAR" ("station" VARCHAR(16), "double_toll" DECIMAL(10,2));
CREATE OR REPLACE PUMP "P" AS INSERT INTO "DEAR"
SELECT STREAM "station", "toll" * 2 FROM "SOURCE_SQL_STREAM_001" WHERE "toll" > 5;
"""

NAMED = """
CREATE OR REPLACE STREAM "NAMED" ("name" VARCHAR(32), "toll" DECIMAL(10,2));
CREATE OR REPLACE PUMP "P" AS INSERT INTO "NAMED"
SELECT STREAM r."name", s."toll"
FROM "SOURCE_SQL_STREAM_001" AS s
LEFT JOIN "STATIONS" AS r ON s."station" = r."id";
"""

COUNTED = """
CREATE OR REPLACE STREAM "COUNTED" ("station" VARCHAR(16), "vehicles" INTEGER, "sum" DECIMAL(10,2));
CREATE OR REPLACE PUMP "P" AS INSERT INTO "COUNTED"
SELECT STREAM "station", COUNT(*), SUM("toll")
FROM "SOURCE_SQL_STREAM_001"
GROUP BY "station", STEP("SOURCE_SQL_STREAM_001".ROWTIME BY INTERVAL '1' SECOND);
"""


def code_of(failure):
    return failure.value.response["Error"]["Code"]


class Application:
    """A source stream, an application, and what it writes."""

    def __init__(self, analytics, kinesis, code, output):
        self.analytics, self.kinesis = analytics, kinesis
        self.name = unique("application")
        self.source = create_stream(kinesis, unique("source"))
        self.target = create_stream(kinesis, unique("target"))
        analytics.create_application(
            ApplicationName=self.name,
            ApplicationCode=code,
            Inputs=[source_of(self.source)],
            Outputs=[target_of(self.target, output)],
        )

    def detail(self):
        return self.analytics.describe_application(ApplicationName=self.name)["ApplicationDetail"]

    def status(self, wanted):
        wait_until(
            lambda: self.detail()["ApplicationStatus"] == wanted, f"{self.name} is {wanted}"
        )

    def start(self, position="TRIM_HORIZON"):
        (described,) = self.detail()["InputDescriptions"]
        self.analytics.start_application(
            ApplicationName=self.name,
            InputConfigurations=[
                {
                    "Id": described["InputId"],
                    "InputStartingPositionConfiguration": {"InputStartingPosition": position},
                }
            ],
        )
        self.status("RUNNING")

    def put(self, *rows):
        self.kinesis.put_records(
            StreamName=self.source,
            Records=[{"Data": json.dumps(row), "PartitionKey": "k"} for row in rows],
        )

    def rows(self):
        return [json.loads(data) for data in read_stream(self.kinesis, self.target)]

    def remove(self):
        detail = self.detail()
        if detail["ApplicationStatus"] == "RUNNING":
            self.analytics.stop_application(ApplicationName=self.name)
            self.status("READY")
        self.analytics.delete_application(
            ApplicationName=self.name, CreateTimestamp=detail["CreateTimestamp"]
        )
        for stream in (self.source, self.target):
            self.kinesis.delete_stream(StreamName=stream)


def source_of(stream):
    return {
        "NamePrefix": "SOURCE_SQL_STREAM",
        "KinesisStreamsInput": {"ResourceARN": stream_arn(stream), "RoleARN": ROLE},
        "InputSchema": SCHEMA,
    }


def target_of(stream, in_application_stream):
    return {
        "Name": in_application_stream,
        "KinesisStreamsOutput": {"ResourceARN": stream_arn(stream), "RoleARN": ROLE},
        "DestinationSchema": {"RecordFormatType": "JSON"},
    }


@pytest.fixture
def application(analytics, kinesis):
    made = []

    def make(code, output):
        made.append(Application(analytics, kinesis, code, output))
        return made[-1]

    yield make
    for one in made:
        one.remove()


def test_rows_that_match_flow_from_stream_to_stream(application):
    dear = application(FILTER, "DEAR")
    dear.status("READY")
    dear.start()
    dear.put(
        {"station": "a", "toll": 7.5},
        {"station": "b", "toll": 1},
        {"station": "c", "toll": "5.01"},
    )
    rows = wait_until(lambda: len(dear.rows()) >= 2 and dear.rows(), "two rows come out")
    assert [(row["station"], float(row["double_toll"])) for row in rows] == [
        ("a", 15.0),
        ("c", 10.02),
    ]


def test_windows_close_by_the_clock_when_nothing_more_comes(application):
    counted = application(COUNTED, "COUNTED")
    counted.start()
    counted.put(*[{"station": "a", "toll": 1.25}] * 4, {"station": "b", "toll": 2})

    def whole():
        rows = counted.rows()
        return rows if sum(int(row["vehicles"]) for row in rows) == 5 else None

    rows = wait_until(whole, "the window closes")
    assert sum(float(row["sum"]) for row in rows) == 7.0
    assert {row["station"] for row in rows} == {"a", "b"}


def test_a_reference_table_from_an_object_is_joined(application, analytics, s3, bucket):
    s3.put_object(Bucket=bucket, Key="stations.csv", Body=b"a,North Gate\nb,South Gate\n")
    named = application("", "NAMED")
    analytics.add_application_reference_data_source(
        ApplicationName=named.name,
        CurrentApplicationVersionId=named.detail()["ApplicationVersionId"],
        ReferenceDataSource={
            "TableName": "STATIONS",
            "S3ReferenceDataSource": {
                "BucketARN": bucket_arn(bucket),
                "FileKey": "stations.csv",
                "ReferenceRoleARN": ROLE,
            },
            "ReferenceSchema": {
                "RecordFormat": {
                    "RecordFormatType": "CSV",
                    "MappingParameters": {
                        "CSVMappingParameters": {
                            "RecordRowDelimiter": "\n",
                            "RecordColumnDelimiter": ",",
                        }
                    },
                },
                "RecordColumns": [
                    {"Name": "id", "SqlType": "VARCHAR(16)"},
                    {"Name": "name", "SqlType": "VARCHAR(32)"},
                ],
            },
        },
    )
    detail = named.detail()
    assert detail["ReferenceDataSourceDescriptions"][0]["TableName"] == "STATIONS"
    analytics.update_application(
        ApplicationName=named.name,
        CurrentApplicationVersionId=detail["ApplicationVersionId"],
        ApplicationUpdate={"ApplicationCodeUpdate": NAMED},
    )
    named.start()
    named.put({"station": "b", "toll": 1}, {"station": "?", "toll": 2})
    rows = wait_until(lambda: len(named.rows()) >= 2 and named.rows(), "two rows come out")
    assert [row["name"] for row in rows] == ["South Gate", None]


def test_a_stopped_application_goes_on_where_it_stopped(application, analytics):
    dear = application(FILTER, "DEAR")
    dear.start()
    dear.put({"station": "a", "toll": 10})
    wait_until(dear.rows, "the first row comes out")
    analytics.stop_application(ApplicationName=dear.name)
    dear.status("READY")
    dear.put({"station": "b", "toll": 10})
    dear.start("LAST_STOPPED_POINT")
    wait_until(lambda: len(dear.rows()) >= 2, "the second row comes out")
    assert [row["station"] for row in dear.rows()] == ["a", "b"]


def test_an_error_in_the_sql_names_line_and_column_and_creates_nothing(analytics, stream):
    # The unknown column stands at line 3, column 14.
    code = (
        'CREATE OR REPLACE STREAM "OUT" ("n" INTEGER);\n'
        'CREATE OR REPLACE PUMP "P" AS INSERT INTO "OUT" SELECT STREAM\n'
        '   CASE WHEN "ghost" > 1 THEN 1 ELSE 0 END FROM "SOURCE_SQL_STREAM_001";\n'
    )
    name = unique("broken")
    with pytest.raises(ClientError) as failure:
        analytics.create_application(
            ApplicationName=name, ApplicationCode=code, Inputs=[source_of(stream)]
        )
    assert code_of(failure) == "CodeValidationException"
    message = failure.value.response["Error"]["Message"]
    assert "line 3, column 14" in message and "ghost" in message
    names = [one["ApplicationName"] for one in applications(analytics)]
    assert name not in names
    with pytest.raises(analytics.exceptions.ResourceNotFoundException):
        analytics.describe_application(ApplicationName=name)


def test_a_syntax_error_names_its_place(analytics, stream):
    code = 'CREATE OR REPLACE STREAM "OUT" ("n" INTEGER);\n\nSELECT STREAM, 1 FROM "OUT";'
    with pytest.raises(ClientError) as failure:
        analytics.create_application(
            ApplicationName=unique("syntax"), ApplicationCode=code, Inputs=[source_of(stream)]
        )
    assert code_of(failure) == "CodeValidationException"
    assert "line 3, column" in failure.value.response["Error"]["Message"]


def applications(analytics):
    found, arguments = [], {}
    while True:
        page = analytics.list_applications(**arguments)
        found += page["ApplicationSummaries"]
        if not page["HasMoreApplications"]:
            return found
        arguments = {"ExclusiveStartApplicationName": found[-1]["ApplicationName"]}


def test_an_application_is_described_and_listed(application, analytics):
    dear = application(FILTER, "DEAR")
    detail = dear.detail()
    assert detail["ApplicationARN"] == (
        f"arn:aws:kinesisanalytics:{REGION}:{ACCOUNT}:application/{dear.name}"
    )
    assert detail["ApplicationCode"] == FILTER
    assert detail["InputDescriptions"][0]["InAppStreamNames"] == ["SOURCE_SQL_STREAM_001"]
    summary = [one for one in applications(analytics) if one["ApplicationName"] == dear.name]
    assert [one["ApplicationStatus"] for one in summary] == ["READY"]


def test_an_update_of_another_version_is_refused(application, analytics):
    dear = application(FILTER, "DEAR")
    with pytest.raises(ClientError) as failure:
        analytics.update_application(
            ApplicationName=dear.name,
            CurrentApplicationVersionId=99,
            ApplicationUpdate={"ApplicationCodeUpdate": FILTER},
        )
    assert code_of(failure) == "ConcurrentModificationException"


def test_an_application_goes_on_exactly_after_kills(own_server):
    server = own_server()
    kinesis, analytics = server.client("kinesis"), server.client("kinesisanalytics")
    dear = Application(analytics, kinesis, FILTER, "DEAR")
    dear.start()
    sent = 0
    for _ in range(3):
        rows = [{"station": str(n), "toll": 10} for n in range(sent, sent + 50)]
        sent += len(rows)
        dear.put(*rows)
        wait_until(lambda: dear.rows(), "rows come out")
        server.kill()
        server.start()
        dear.status("RUNNING")
    wait_until(lambda: len(dear.rows()) >= sent, "every row comes out")
    assert [row["station"] for row in dear.rows()] == [str(n) for n in range(sent)]
