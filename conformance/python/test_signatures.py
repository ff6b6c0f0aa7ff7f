"""With configured keys every request must be signed by one of them."""

import json

import pytest
from botocore import UNSIGNED
from botocore.exceptions import ClientError

from harness import client_of, http, invoke, levada_binary, run, server_in

KEY, SECRET = "AKIDCONFORMANCE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"


@pytest.fixture(scope="module")
def guarded(tmp_path_factory):
    keys = {"LEVADA_ACCESS_KEYS": f"{KEY}:{SECRET},OTHER:other"}
    with server_in(tmp_path_factory.mktemp("guarded"), keys) as server:
        yield server


def code_of(call, **arguments):
    with pytest.raises(ClientError) as failure:
        call(**arguments)
    return failure.value.response["Error"]["Code"]


SERVICES = [
    ("kinesis", "list_streams"),
    ("firehose", "list_delivery_streams"),
    ("kinesisanalytics", "list_applications"),
    ("dynamodb", "list_tables"),
    ("sns", "list_topics"),
    ("lambda", "list_functions"),
    ("s3", "list_buckets"),
]


@pytest.mark.parametrize("service, operation", SERVICES)
def test_the_right_key_passes(guarded, service, operation):
    client = guarded.client(service, key=KEY, secret=SECRET)
    answer = getattr(client, operation)()
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 200


@pytest.mark.parametrize("service, operation", SERVICES)
def test_a_wrong_secret_is_refused(guarded, service, operation):
    call = getattr(guarded.client(service, key=KEY, secret="wrong"), operation)
    expected = {
        "s3": "SignatureDoesNotMatch",
        "sns": "SignatureDoesNotMatch",
    }.get(service, "InvalidSignatureException")
    assert code_of(call) == expected


@pytest.mark.parametrize("service, operation", SERVICES)
def test_an_unknown_key_is_refused(guarded, service, operation):
    call = getattr(guarded.client(service, key="AKIDNOBODY", secret=SECRET), operation)
    expected = {
        "s3": "InvalidAccessKeyId",
        "sns": "InvalidClientTokenId",
    }.get(service, "UnrecognizedClientException")
    assert code_of(call) == expected


@pytest.mark.parametrize(
    "service, operation, expected",
    [
        ("kinesis", "list_streams", "MissingAuthenticationTokenException"),
        ("firehose", "list_delivery_streams", "MissingAuthenticationTokenException"),
        ("dynamodb", "list_tables", "MissingAuthenticationTokenException"),
        ("lambda", "list_functions", "MissingAuthenticationTokenException"),
        ("sns", "list_topics", "MissingAuthenticationToken"),
        ("s3", "list_buckets", "AccessDenied"),
    ],
)
def test_an_unsigned_request_is_refused(guarded, service, operation, expected):
    client = client_of(service, guarded.url, signature_version=UNSIGNED)
    assert code_of(getattr(client, operation)) == expected


def test_a_refused_write_writes_nothing(guarded):
    good = guarded.client("kinesis", key=KEY, secret=SECRET)
    bad = guarded.client("kinesis", key=KEY, secret="wrong")
    assert code_of(bad.create_stream, StreamName="s", ShardCount=1) == "InvalidSignatureException"
    assert good.list_streams()["StreamNames"] == []


def test_objects_are_signed_in_every_way(guarded):
    s3 = guarded.client("s3", key=KEY, secret=SECRET)
    s3.create_bucket(Bucket="signed")
    key = "a b/ä+(1)=&.txt"
    s3.put_object(Bucket="signed", Key=key, Body=b"body")
    assert s3.get_object(Bucket="signed", Key=key)["Body"].read() == b"body"
    url = s3.generate_presigned_url("get_object", Params={"Bucket": "signed", "Key": key})
    assert http("GET", url) == (200, b"body")
    status, _ = http("GET", url.replace("Signature=", "Signature=0"))
    assert status == 403
    status, _ = http("GET", f"{guarded.url}/signed/{key.replace(' ', '%20').split('ä')[0]}")
    assert status == 403


def test_health_needs_no_signature(guarded):
    status, body = http("GET", f"{guarded.url}/_levada/health")
    assert (status, json.loads(body)["status"]) == (200, "serving")


def test_a_function_calls_back_with_a_key(guarded):
    from harness import create_function

    aws_lambda = guarded.client("lambda", key=KEY, secret=SECRET)
    source = """
import boto3
def handler(event, context):
    return boto3.client("sts").get_caller_identity()["Account"]
"""
    create_function(aws_lambda, "caller", source)
    assert invoke(aws_lambda, "caller", {})[1] == "000000000000"


def test_no_secret_is_printed(guarded):
    shown = run(
        [levada_binary(), "env", "--data-dir", str(guarded.data_dir)],
        environment=guarded.variables(),
    )
    assert shown.returncode == 0
    for text in (shown.stdout, shown.stderr, guarded.log()):
        assert SECRET not in text
