"""Functions and event source mappings through boto3."""

import json
import sys

import pytest
from botocore.exceptions import ClientError

from harness import (
    ACCOUNT,
    REGION,
    ROLE,
    client_of,
    create_function,
    create_stream,
    invoke,
    read_stream,
    stream_arn,
    unique,
    wait_until,
    zip_of,
)

ECHO = """
def handler(event, context):
    print("seen", event)
    return {"event": event, "name": context.function_name}
"""

# Stock boto3 against wherever the environment points: the stream of the answers.
RELAY = """
import base64, boto3, json, os

kinesis = boto3.client("kinesis")

def handler(event, context):
    for record in event["Records"]:
        data = base64.b64decode(record["kinesis"]["data"])
        answer = json.dumps({"got": data.decode(), "from": record["eventSourceARN"]})
        kinesis.put_record(StreamName=os.environ["OUT"], Data=answer, PartitionKey="k")
"""

# Without any package: the interpreter's own HTTP client behind the Runtime API.
BOOTSTRAP = f"""#!/bin/sh
exec {sys.executable} -u - <<'END'
import http.client, json, os
host = os.environ["AWS_LAMBDA_RUNTIME_API"]
while True:
    connection = http.client.HTTPConnection(host)
    connection.request("GET", "/2018-06-01/runtime/invocation/next")
    answer = connection.getresponse()
    event = json.loads(answer.read())
    request = answer.headers["Lambda-Runtime-Aws-Request-Id"]
    body = json.dumps({{"sum": sum(event["numbers"])}})
    connection.request("POST", "/2018-06-01/runtime/invocation/" + request + "/response", body)
    connection.getresponse().read()
END
"""


def code_of(failure):
    return failure.value.response["Error"]["Code"]


def test_a_python_function_answers_its_event(aws_lambda):
    name = unique("echo")
    created = create_function(aws_lambda, name, ECHO)
    assert created["FunctionArn"] == f"arn:aws:lambda:{REGION}:{ACCOUNT}:function:{name}"
    aws_lambda.get_waiter("function_active_v2").wait(FunctionName=name)
    answer, payload = invoke(aws_lambda, name, {"n": 1}, LogType="Tail")
    assert answer["StatusCode"] == 200
    assert "FunctionError" not in answer
    assert payload == {"event": {"n": 1}, "name": name}
    assert answer["LogResult"]
    found = aws_lambda.get_function(FunctionName=name)["Configuration"]
    assert (found["Runtime"], found["Handler"]) == ("python3.12", "app.handler")
    names = [
        function["FunctionName"]
        for page in aws_lambda.get_paginator("list_functions").paginate()
        for function in page["Functions"]
    ]
    assert name in names
    aws_lambda.delete_function(FunctionName=name)
    with pytest.raises(ClientError) as failure:
        aws_lambda.get_function(FunctionName=name)
    assert code_of(failure) == "ResourceNotFoundException"


def test_a_handler_that_raises_is_an_answer_with_an_error(aws_lambda):
    name = unique("raises")
    create_function(
        aws_lambda, name, "def handler(event, context):\n    raise ValueError('too bad')\n"
    )
    answer, payload = invoke(aws_lambda, name, {})
    assert answer["StatusCode"] == 200
    assert answer["FunctionError"] == "Unhandled"
    assert payload["errorType"] == "ValueError"
    assert payload["errorMessage"] == "too bad"
    aws_lambda.delete_function(FunctionName=name)


def test_a_function_over_its_timeout_is_ended(aws_lambda):
    name = unique("slow")
    source = "import time\ndef handler(event, context):\n    time.sleep(event)\n    return 'done'\n"
    create_function(aws_lambda, name, source, Timeout=1)
    answer, payload = invoke(aws_lambda, name, 30)
    assert answer["FunctionError"] == "Unhandled"
    assert "timed out after 1" in payload["errorMessage"]
    _, payload = invoke(aws_lambda, name, 0)
    assert payload == "done"
    aws_lambda.delete_function(FunctionName=name)


def test_a_package_with_its_own_bootstrap_runs(aws_lambda):
    name = unique("provided")
    create_function(
        aws_lambda,
        name,
        "",
        Runtime="provided.al2023",
        Handler="bootstrap",
        Code={"ZipFile": zip_of({"bootstrap": BOOTSTRAP})},
    )
    answer, payload = invoke(aws_lambda, name, {"numbers": [1, 2, 3]})
    assert "FunctionError" not in answer
    assert payload == {"sum": 6}
    aws_lambda.delete_function(FunctionName=name)


def test_environment_variables_reach_the_handler(aws_lambda):
    name = unique("environment")
    source = "import os\ndef handler(event, context):\n    return os.environ['GREETING']\n"
    create_function(aws_lambda, name, source, Environment={"Variables": {"GREETING": "hei"}})
    assert invoke(aws_lambda, name, {})[1] == "hei"
    aws_lambda.delete_function(FunctionName=name)


def test_a_stream_reaches_a_handler_that_calls_back_with_boto3(own_server):
    # A server of its own: its interpreter is this one, which has boto3.
    server = own_server()
    kinesis, aws_lambda = server.client("kinesis"), server.client("lambda")
    source, out = create_stream(kinesis, "in", shards=2), create_stream(kinesis, "out")
    create_function(aws_lambda, "relay", RELAY, Environment={"Variables": {"OUT": out}})
    mapping = aws_lambda.create_event_source_mapping(
        EventSourceArn=stream_arn(source),
        FunctionName="relay",
        StartingPosition="TRIM_HORIZON",
        BatchSize=10,
    )
    sent = [f"record {number}" for number in range(50)]
    kinesis.put_records(
        StreamName=source,
        Records=[{"Data": text, "PartitionKey": text} for text in sent],
    )

    def answers():
        found = [json.loads(data) for data in read_stream(kinesis, out)]
        return found if len({answer["got"] for answer in found}) == len(sent) else None

    found = wait_until(answers, "every record is relayed", timeout=90, pause=0.3)
    assert {answer["got"] for answer in found} == set(sent)
    assert {answer["from"] for answer in found} == {stream_arn(source)}

    uuid = mapping["UUID"]
    listed = aws_lambda.list_event_source_mappings(FunctionName="relay")
    assert [entry["UUID"] for entry in listed["EventSourceMappings"]] == [uuid]
    assert aws_lambda.get_event_source_mapping(UUID=uuid)["BatchSize"] == 10
    aws_lambda.delete_event_source_mapping(UUID=uuid)


def test_a_failing_batch_is_retried_and_a_poisoned_record_is_passed_by(own_server):
    server = own_server()
    kinesis, aws_lambda = server.client("kinesis"), server.client("lambda")
    source, out = create_stream(kinesis, "in"), create_stream(kinesis, "out")
    poison = """
import base64, boto3, os

kinesis = boto3.client("kinesis")

def handler(event, context):
    texts = [base64.b64decode(record["kinesis"]["data"]) for record in event["Records"]]
    if b"poison" in texts:
        raise ValueError("poison")
    for text in texts:
        kinesis.put_record(StreamName=os.environ["OUT"], Data=text, PartitionKey="k")
"""
    create_function(aws_lambda, "poison", poison, Environment={"Variables": {"OUT": out}})
    aws_lambda.create_event_source_mapping(
        EventSourceArn=stream_arn(source),
        FunctionName="poison",
        StartingPosition="TRIM_HORIZON",
        MaximumRetryAttempts=1,
        BisectBatchOnFunctionError=True,
    )
    texts = [f"good {n}" for n in range(4)] + ["poison"] + [f"good {n}" for n in range(4, 8)]
    kinesis.put_records(
        StreamName=source, Records=[{"Data": t, "PartitionKey": "k"} for t in texts]
    )
    good = {text.encode() for text in texts} - {b"poison"}
    wait_until(
        lambda: set(read_stream(kinesis, out)) == good,
        "all but the poisoned record arrive",
        timeout=90,
        pause=0.3,
    )


def test_a_function_that_exists_cannot_be_created_again(aws_lambda):
    name = unique("twice")
    create_function(aws_lambda, name, ECHO)
    with pytest.raises(ClientError) as failure:
        create_function(aws_lambda, name, ECHO)
    assert code_of(failure) == "ResourceConflictException"
    aws_lambda.delete_function(FunctionName=name)


def test_a_mapping_to_a_function_that_is_not_there_is_refused(aws_lambda, stream):
    with pytest.raises(ClientError) as failure:
        aws_lambda.create_event_source_mapping(
            EventSourceArn=stream_arn(stream),
            FunctionName="nowhere",
            StartingPosition="LATEST",
        )
    assert code_of(failure) in ("ResourceNotFoundException", "InvalidParameterValueException")
    listed = aws_lambda.list_event_source_mappings(EventSourceArn=stream_arn(stream))
    assert listed["EventSourceMappings"] == []


def test_functions_run_again_after_a_kill(own_server):
    server = own_server()
    create_function(server.client("lambda"), "kept", ECHO)
    server.kill()
    server.start()
    assert invoke(server.client("lambda"), "kept", [1])[1]["event"] == [1]


def test_nodejs_is_refused_by_name(endpoint):
    aws_lambda = client_of("lambda", endpoint)
    with pytest.raises(ClientError) as failure:
        aws_lambda.create_function(
            FunctionName=unique("node"),
            Runtime="nodejs20.x",
            Role=ROLE,
            Handler="index.handler",
            Code={"ZipFile": zip_of({"index.js": "exports.handler = async () => 1"})},
        )
    assert code_of(failure) == "InvalidParameterValueException"
    assert "nodejs20.x" in str(failure.value)
