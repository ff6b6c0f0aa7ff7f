"""Bad input: the AWS error with its message, and nothing half-created."""

import json

import pytest
from botocore.exceptions import ClientError

from harness import (
    ROLE,
    Server,
    bucket_arn,
    client_of,
    http,
    invoke,
    levada_binary,
    read_stream,
    run,
    stream_arn,
    unique,
    zip_of,
)


def post(endpoint, target, body, version="1.1"):
    """Status and parsed answer of an AWS JSON request that no SDK would send."""
    headers = {"X-Amz-Target": target, "Content-Type": f"application/x-amz-json-{version}"}
    status, answer = http("POST", endpoint, body, headers)
    return status, json.loads(answer)


def code_of(error):
    return error["__type"].rsplit("#", 1)[-1]


def failure(call, **arguments):
    with pytest.raises(ClientError) as raised:
        call(**arguments)
    error = raised.value.response["Error"]
    return error["Code"], error.get("Message", "")


@pytest.fixture(scope="module")
def unchecked(endpoint):
    """Clients that send what boto3 would refuse before sending."""
    return lambda service: client_of(service, endpoint, parameter_validation=False)


@pytest.mark.parametrize(
    "target",
    [
        "Kinesis_20131202.PutEverything",
        "Firehose_20150804.PutEverything",
        "KinesisAnalytics_20150814.PutEverything",
        "DynamoDB_20120810.PutEverything",
        "Nobody_20200101.PutRecord",
        "PutRecord",
    ],
)
def test_an_unknown_operation_is_refused(endpoint, target):
    status, answer = post(endpoint, target, b"{}")
    assert status == 400
    assert code_of(answer) == "UnknownOperationException"


def test_an_unknown_query_action_is_refused(endpoint):
    body = b"Action=PublishEverything&Version=2010-03-31"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    status, answer = http("POST", endpoint, body, headers)
    assert status == 400
    assert b"<Code>InvalidAction</Code>" in answer


@pytest.mark.parametrize("body", [b"{", b"not json", b"[]", b'{"StreamName": 7}', b"\xff"])
def test_malformed_json_is_refused(endpoint, body):
    status, answer = post(endpoint, "Kinesis_20131202.DescribeStream", body)
    assert status == 400
    assert code_of(answer) == "SerializationException"


@pytest.mark.parametrize("name", ["no spaces", "naïve", "a/b", "x" * 129])
def test_a_stream_name_out_of_pattern_is_refused_in_the_models_words(unchecked, name):
    kinesis = unchecked("kinesis")
    code, message = failure(kinesis.create_stream, StreamName=name, ShardCount=1)
    assert code == "ValidationException"
    assert message.startswith(
        f"1 validation error detected: Value '{name}' at 'streamName' "
        "failed to satisfy constraint: Member must "
    )
    assert name not in kinesis.list_streams()["StreamNames"]


def test_a_missing_member_is_named(unchecked):
    code, message = failure(unchecked("kinesis").create_stream, ShardCount=1)
    assert code == "ValidationException"
    assert message == (
        "1 validation error detected: Value null at 'streamName' failed to satisfy constraint: "
        "Member must not be null"
    )


def test_every_violation_is_counted(unchecked):
    code, message = failure(
        unchecked("kinesis").get_records, ShardIterator="", Limit=10_001
    )
    assert code == "ValidationException"
    assert message.startswith("2 validation errors detected: ")


def test_a_record_over_its_limit_is_refused_and_nothing_is_stored(kinesis, stream):
    over = b"x" * (1024 * 1024 + 1)
    code, message = failure(kinesis.put_record, StreamName=stream, Data=over, PartitionKey="k")
    assert code == "ValidationException"
    assert message == (
        "1 validation error detected: Value at 'data' failed to satisfy constraint: "
        "Member must have length less than or equal to 1048576"
    )
    records = [{"Data": b"fits", "PartitionKey": "k"}, {"Data": over, "PartitionKey": "k"}]
    code, message = failure(kinesis.put_records, StreamName=stream, Records=records)
    assert code == "ValidationException"
    assert "'records.2.member.data'" in message
    assert read_stream(kinesis, stream) == []


def test_too_many_records_in_one_call_are_refused(kinesis, stream):
    records = [{"Data": b"x", "PartitionKey": "k"}] * 501
    code, message = failure(kinesis.put_records, StreamName=stream, Records=records)
    assert code == "ValidationException"
    assert "at 'records' failed to satisfy constraint: Member must have length" in message
    assert "less than or equal to 500" in message
    assert read_stream(kinesis, stream) == []


def test_a_delivery_record_over_its_limit_is_refused(firehose, bucket):
    name = unique("limited")
    firehose.create_delivery_stream(
        DeliveryStreamName=name,
        S3DestinationConfiguration={"RoleARN": ROLE, "BucketARN": bucket_arn(bucket)},
    )
    over = b"x" * (1000 * 1024 + 1)
    code, message = failure(
        firehose.put_record, DeliveryStreamName=name, Record={"Data": over}
    )
    assert code in ("InvalidArgumentException", "ValidationException")
    assert "1024000" in message
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_a_prefix_with_an_unknown_expression_creates_nothing(firehose, bucket):
    name = unique("prefixed")
    code, message = failure(
        firehose.create_delivery_stream,
        DeliveryStreamName=name,
        ExtendedS3DestinationConfiguration={
            "RoleARN": ROLE,
            "BucketARN": bucket_arn(bucket),
            "Prefix": "x/!{nonsense:yyyy}/",
            "ErrorOutputPrefix": "e/",
        },
    )
    assert code == "InvalidArgumentException"
    assert "nonsense" in message
    code, _ = failure(firehose.describe_delivery_stream, DeliveryStreamName=name)
    assert code == "ResourceNotFoundException"


@pytest.mark.parametrize(
    "files, handler, reason",
    [
        ({"other.py": "def handler(e, c): pass"}, "app.handler", "app"),
        ({"app.py": "def other(e, c): pass"}, "app.handler", "handler"),
        ({"app.py": "def handler(e, c:"}, "app.handler", "parsed"),
        ({"app.py": "def handler(e, c): pass"}, "handler", "Bad handler 'handler'"),
    ],
)
def test_a_zip_without_its_handler_creates_nothing(aws_lambda, files, handler, reason):
    name = unique("headless")
    code, message = failure(
        aws_lambda.create_function,
        FunctionName=name,
        Runtime="python3.12",
        Role=ROLE,
        Handler=handler,
        Code={"ZipFile": zip_of(files)},
    )
    assert code == "InvalidParameterValueException"
    assert reason in message
    code, _ = failure(aws_lambda.get_function, FunctionName=name)
    assert code == "ResourceNotFoundException"


def test_bytes_that_are_no_zip_create_nothing(aws_lambda):
    name = unique("nozip")
    code, message = failure(
        aws_lambda.create_function,
        FunctionName=name,
        Runtime="provided.al2023",
        Role=ROLE,
        Handler="bootstrap",
        Code={"ZipFile": b"not a zip at all"},
    )
    assert code == "InvalidParameterValueException"
    assert message.startswith("Could not unzip uploaded file.")
    code, _ = failure(invoke, aws_lambda=aws_lambda, name=name, event={})
    assert code == "ResourceNotFoundException"


def test_a_package_without_bootstrap_creates_nothing(aws_lambda):
    name = unique("nobootstrap")
    code, message = failure(
        aws_lambda.create_function,
        FunctionName=name,
        Runtime="provided.al2023",
        Role=ROLE,
        Handler="bootstrap",
        Code={"ZipFile": zip_of({"other": "#!/bin/sh\n"})},
    )
    assert code == "InvalidParameterValueException"
    assert "bootstrap" in message
    code, _ = failure(aws_lambda.get_function, FunctionName=name)
    assert code == "ResourceNotFoundException"


def test_an_application_whose_output_is_not_in_its_code_creates_nothing(analytics, stream):
    name = unique("application")
    code, message = failure(
        analytics.create_application,
        ApplicationName=name,
        ApplicationCode="this is not SQL;",
        Outputs=[
            {
                "Name": "OUT",
                "KinesisStreamsOutput": {"ResourceARN": stream_arn(stream), "RoleARN": ROLE},
                "DestinationSchema": {"RecordFormatType": "JSON"},
            }
        ],
    )
    assert code == "CodeValidationException"
    assert "line 1, column 1" in message
    code, _ = failure(analytics.describe_application, ApplicationName=name)
    assert code == "ResourceNotFoundException"


def test_a_table_without_its_key_definition_is_not_created(dynamodb):
    name = unique("table")
    code, _ = failure(
        dynamodb.create_table,
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "other", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    assert code == "ValidationException"
    code, _ = failure(dynamodb.describe_table, TableName=name)
    assert code == "ResourceNotFoundException"


def test_a_bucket_that_does_not_exist_is_refused(s3):
    code, _ = failure(s3.put_object, Bucket="nowhere-at-all", Key="k", Body=b"x")
    assert code == "NoSuchBucket"
    code, _ = failure(s3.create_bucket, Bucket="Not_A_Bucket")
    assert code == "InvalidBucketName"


def agent(tmp_path, configuration):
    path = tmp_path / "agent.json"
    path.write_text(configuration if isinstance(configuration, str) else json.dumps(configuration))
    return run([levada_binary(), "agent", "--config", str(path)], timeout=30)


@pytest.mark.parametrize(
    "configuration, message",
    [
        (
            {"flows": [{"filePatern": "/tmp/x", "kinesisStream": "s"}]},
            "flows[0]: unknown key `filePatern`, did you mean `filePattern`?",
        ),
        (
            {"flowz": []},
            "agent configuration: unknown key `flowz`, did you mean `flows`?",
        ),
        (
            {"flows": [{"filePattern": "/tmp/x"}]},
            "expected exactly one of `kinesisStream` and `deliveryStream`, got none or both",
        ),
        ("{", "agent configuration is not JSON"),
    ],
)
def test_an_agent_file_with_unknown_keys_is_refused(tmp_path, configuration, message):
    ended = agent(tmp_path, configuration)
    assert ended.returncode != 0
    assert message in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["agent.json"]


def test_a_second_server_on_a_data_directory_is_refused(own_server):
    first = own_server()
    second = Server(first.directory)
    ended = run(second.command(), environment=second.variables(), timeout=30)
    assert ended.returncode != 0
    assert "is in use by another levada server" in ended.stderr
    assert str(first.process.pid) in ended.stderr
    first.client("kinesis").list_streams()


def test_a_port_in_use_is_named(own_server, tmp_path):
    first = own_server()
    second = Server(tmp_path / "second")
    second.port = first.port
    ended = run(second.command(), environment=second.variables(), timeout=30)
    assert ended.returncode != 0
    assert f"cannot listen on 127.0.0.1:{first.port}" in ended.stderr


@pytest.mark.parametrize(
    "environment, arguments, message",
    [
        ({}, ["--listen", "0.0.0.0:0"], "needs access keys"),
        ({"LEVADA_LISTEN": "nowhere"}, [], "environment: `listen` must be an address and port"),
        ({"LEVADA_ACCOUNT": "7"}, [], "`account` must be twelve digits"),
    ],
)
def test_settings_that_cannot_be_meant_are_refused(tmp_path, environment, arguments, message):
    server = Server(tmp_path, environment)
    command = [levada_binary(), "up", "--data-dir", str(server.data_dir), *arguments]
    ended = run(command, environment=server.variables(), timeout=30)
    assert ended.returncode != 0
    assert message in ended.stderr
    assert not server.data_dir.exists()


def test_an_unknown_setting_in_the_file_is_named(tmp_path):
    (tmp_path / "levada.toml").write_text('listn = "127.0.0.1:1"\n')
    server = Server(tmp_path)
    command = [levada_binary(), "up", "--config", str(tmp_path / "levada.toml")]
    ended = run(command, environment=server.variables(), timeout=30)
    assert ended.returncode != 0
    assert "unknown setting `listn`" in ended.stderr
