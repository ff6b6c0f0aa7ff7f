"""What leaves an application, and that it leaves exactly once whatever happens."""

import json


from harness import (
    ACCOUNT,
    REGION,
    ROLE,
    create_function,
    create_stream,
    read_stream,
    unique,
    wait_until,
)
from test_analytics import source_of, target_of

TWO = """
CREATE OR REPLACE STREAM "ALL_ROWS" ("station" VARCHAR(16), "toll" DECIMAL(10,2));
CREATE OR REPLACE STREAM "DEAR" ("station" VARCHAR(16), "toll" DECIMAL(10,2));
CREATE OR REPLACE PUMP "P" AS INSERT INTO "ALL_ROWS"
SELECT STREAM "station", 10 / "toll" FROM "SOURCE_SQL_STREAM_001";
CREATE OR REPLACE PUMP "Q" AS INSERT INTO "DEAR"
SELECT STREAM "station", "toll" FROM "ALL_ROWS" WHERE "toll" > 4;
"""

RELAY = """
import base64, boto3, os

kinesis = boto3.client("kinesis")

def handler(event, context):
    answers = []
    for record in event["records"]:
        data = base64.b64decode(record["data"])
        failed = b"again" in data and record["lambdaDeliveryRecordMetadata"]["retryHint"] == 0
        if not failed:
            kinesis.put_record(StreamName=os.environ["OUT"], Data=data, PartitionKey="k")
        result = "DeliveryFailed" if failed else "Ok"
        answers.append({"recordId": record["recordId"], "result": result})
    return {"records": answers}
"""

STATE = """
CREATE OR REPLACE STREAM "TUMBLED" ("station" VARCHAR(16), "n" INTEGER);
CREATE OR REPLACE STREAM "SLID" ("station" VARCHAR(16), "toll" DECIMAL(10,2), "n" INTEGER);
CREATE OR REPLACE STREAM "JOINED" ("left_toll" DECIMAL(10,2), "right_toll" DECIMAL(10,2));
CREATE OR REPLACE STREAM "EVEN" ("station" VARCHAR(16), "toll" DECIMAL(10,2));
CREATE OR REPLACE PUMP "P1" AS INSERT INTO "TUMBLED" SELECT STREAM "station", COUNT(*)
FROM "SOURCE_SQL_STREAM_001"
GROUP BY "station", STEP("SOURCE_SQL_STREAM_001".ROWTIME BY INTERVAL '5' SECOND);
CREATE OR REPLACE PUMP "P2" AS INSERT INTO "SLID"
SELECT STREAM "station", "toll", COUNT(*) OVER w FROM "SOURCE_SQL_STREAM_001"
WINDOW w AS (PARTITION BY "station" RANGE INTERVAL '1' HOUR PRECEDING);
CREATE OR REPLACE PUMP "P3" AS INSERT INTO "EVEN"
SELECT STREAM "station", "toll" FROM "SOURCE_SQL_STREAM_001" WHERE "station" = 'b';
CREATE OR REPLACE PUMP "P4" AS INSERT INTO "JOINED" SELECT STREAM a."toll", b."toll"
FROM "EVEN" OVER (RANGE INTERVAL '1' HOUR PRECEDING) AS a
JOIN "EVEN" OVER (RANGE INTERVAL '1' HOUR PRECEDING) AS b ON a."toll" = b."toll";
"""


def test_each_output_has_its_rows_its_format_and_errors_have_theirs(analytics, kinesis):
    name = unique("outputs")
    source = create_stream(kinesis, unique("source"))
    targets = {kind: create_stream(kinesis, unique(kind)) for kind in ("all", "dear", "errors")}
    as_csv = {**target_of(targets["dear"], "DEAR"), "DestinationSchema": {"RecordFormatType": "CSV"}}
    analytics.create_application(
        ApplicationName=name,
        ApplicationCode=TWO,
        Inputs=[source_of(source)],
        Outputs=[
            target_of(targets["all"], "ALL_ROWS"),
            as_csv,
            target_of(targets["errors"], "error_stream"),
        ],
    )
    start = {"InputStartingPosition": "TRIM_HORIZON"}
    analytics.start_application(
        ApplicationName=name,
        InputConfigurations=[{"Id": "1.1", "InputStartingPositionConfiguration": start}],
    )
    for row in ({"station": "a", "toll": 2}, {"station": "b", "toll": 0}, {"station": "c", "toll": 5}):
        kinesis.put_record(StreamName=source, Data=json.dumps(row), PartitionKey="k")
    wait_until(lambda: len(read_stream(kinesis, targets["all"])) >= 2, "rows come out")
    stations = [json.loads(data)["station"] for data in read_stream(kinesis, targets["all"])]
    assert stations == ["a", "c"]
    (dear,) = wait_until(lambda: read_stream(kinesis, targets["dear"]), "the dear row comes out")
    assert dear.startswith(b"a,5.00") and dear.endswith(b"\n")
    (error,) = wait_until(lambda: read_stream(kinesis, targets["errors"]), "the error comes out")
    assert json.loads(error)["PUMP_NAME"] == "P"
    detail = analytics.describe_application(ApplicationName=name)["ApplicationDetail"]
    analytics.delete_application(ApplicationName=name, CreateTimestamp=detail["CreateTimestamp"])


def test_a_function_takes_rows_and_gets_again_what_it_could_not_deliver(
    analytics, kinesis, aws_lambda
):
    name, function = unique("to-function"), unique("relay")
    source, target = (create_stream(kinesis, unique(kind)) for kind in ("source", "target"))
    create_function(aws_lambda, function, RELAY, Environment={"Variables": {"OUT": target}})
    arn = f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{function}"
    analytics.create_application(
        ApplicationName=name,
        ApplicationCode=TWO,
        Inputs=[source_of(source)],
        Outputs=[
            {
                "Name": "ALL_ROWS",
                "LambdaOutput": {"ResourceARN": arn, "RoleARN": ROLE},
                "DestinationSchema": {"RecordFormatType": "JSON"},
            }
        ],
    )
    start = {"InputStartingPosition": "TRIM_HORIZON"}
    analytics.start_application(
        ApplicationName=name,
        InputConfigurations=[{"Id": "1.1", "InputStartingPositionConfiguration": start}],
    )
    for station in ("a", "again", "b"):
        row = json.dumps({"station": station, "toll": 1})
        kinesis.put_record(StreamName=source, Data=row, PartitionKey="k")
    wait_until(lambda: len(read_stream(kinesis, target)) >= 3, "three rows reach the function")
    found = [json.loads(data)["station"] for data in read_stream(kinesis, target)]
    assert sorted(found) == ["a", "again", "b"]
    detail = analytics.describe_application(ApplicationName=name)["ApplicationDetail"]
    analytics.delete_application(ApplicationName=name, CreateTimestamp=detail["CreateTimestamp"])


def test_windows_of_every_kind_survive_kills_under_load(own_server):
    server = own_server()
    kinesis, analytics = server.client("kinesis"), server.client("kinesisanalytics")
    source = create_stream(kinesis, "source", shards=2)
    targets = {name: create_stream(kinesis, name.lower()) for name in ("TUMBLED", "SLID", "JOINED")}
    analytics.create_application(
        ApplicationName="state",
        ApplicationCode=STATE,
        Inputs=[source_of(source)],
        Outputs=[target_of(stream, name) for name, stream in targets.items()],
    )
    start = {"InputStartingPosition": "TRIM_HORIZON"}
    analytics.start_application(
        ApplicationName="state",
        InputConfigurations=[{"Id": "1.1", "InputStartingPositionConfiguration": start}],
    )
    sent = []
    for _ in range(6):
        for _ in range(4):
            rows = [{"station": "abc"[n % 3], "toll": len(sent) + n} for n in range(100)]
            sent += rows
            kinesis.put_records(
                StreamName=source,
                Records=[
                    {"Data": json.dumps(row), "PartitionKey": str(row["toll"])} for row in rows
                ],
            )
        server.kill()
        server.start()
    rows = lambda name: [json.loads(data) for data in read_stream(kinesis, targets[name])]
    wait_until(lambda: len(rows("SLID")) >= len(sent), "every row slid", timeout=60)
    wait_until(
        lambda: sum(row["n"] for row in rows("TUMBLED")) >= len(sent), "windows close", timeout=60
    )
    # Each row once, and each count one higher than the one before it: no kill emptied a window.
    slid = rows("SLID")
    assert sorted(int(float(row["toll"])) for row in slid) == list(range(len(sent)))
    for station in "abc":
        counts = [row["n"] for row in slid if row["station"] == station]
        assert counts == list(range(1, len(counts) + 1))
    assert sum(row["n"] for row in rows("TUMBLED")) == len(sent)
    pairs = {str(row["toll"]) for row in sent if row["station"] == "b"}
    joined = lambda: {str(int(float(row["left_toll"]))) for row in rows("JOINED")}
    wait_until(lambda: joined() == pairs, "every row finds itself", timeout=60)
