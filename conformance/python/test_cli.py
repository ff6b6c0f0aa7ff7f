"""The README's tour with the real AWS CLI, and the `levada` command beside it."""

import base64
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from harness import ACCOUNT, ROLE, levada_binary, run, server_in, unique, wait_until, zip_of


def aws_command():
    """The CLI beside this interpreter; else the one on the PATH."""
    beside = Path(sys.executable).with_name("aws")
    found = str(beside) if beside.exists() else shutil.which("aws")
    assert found, "the AWS CLI is not installed"
    return found


class Shell:
    """A shell as `levada env` sets it up, and nothing else."""

    def __init__(self, server):
        self.server = server
        shown = run(
            [levada_binary(), "env", "--data-dir", str(server.data_dir)],
            environment={"PATH": os.environ["PATH"]},
        )
        assert shown.returncode == 0, shown.stderr
        self.lines = shown.stdout.splitlines()
        self.variables = {
            **server.variables(),
            **dict(
                assignment.split("=", 1)
                for line in self.lines
                for assignment in line.removeprefix("export ").split()
            ),
        }

    def aws(self, *arguments, parse=True):
        ended = run([aws_command(), *arguments], environment=self.variables)
        assert ended.returncode == 0, ended.stderr
        return json.loads(ended.stdout) if parse and ended.stdout.strip() else ended.stdout

    def refused(self, *arguments):
        ended = run([aws_command(), *arguments], environment=self.variables)
        assert ended.returncode != 0
        return ended.stderr

    def levada(self, *arguments):
        ended = run([levada_binary(), *arguments], environment=self.variables)
        assert ended.returncode == 0, ended.stderr
        return ended.stdout


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    with server_in(tmp_path_factory.mktemp("cli")) as server:
        yield Shell(server)


def test_two_lines_point_a_shell_at_the_server(shell):
    assert len(shell.lines) == 2
    assert all(line.startswith("export AWS_") for line in shell.lines)
    assert shell.variables["AWS_ENDPOINT_URL"] == shell.server.url


def test_the_tour_of_streams(shell):
    shell.aws("kinesis", "create-stream", "--stream-name", "orders", "--shard-count", "2")
    shell.aws("kinesis", "wait", "stream-exists", "--stream-name", "orders")
    put = shell.aws(
        *("kinesis", "put-record", "--stream-name", "orders"),
        *("--partition-key", "k", "--data", "hello"),
    )
    iterator = shell.aws(
        *("kinesis", "get-shard-iterator", "--stream-name", "orders"),
        *("--shard-id", put["ShardId"], "--shard-iterator-type", "TRIM_HORIZON"),
        *("--query", "ShardIterator", "--output", "text"),
        parse=False,
    ).strip()
    read = shell.aws("kinesis", "get-records", "--shard-iterator", iterator)
    assert [base64.b64decode(record["Data"]) for record in read["Records"]] == [b"hello"]
    assert "ResourceNotFoundException" in shell.refused(
        "kinesis", "describe-stream", "--stream-name", "nowhere"
    )


def test_the_tour_of_objects_delivery_and_warehouse(shell):
    shell.aws("s3", "mb", "s3://archive", parse=False)
    shell.aws(
        *("firehose", "create-delivery-stream", "--delivery-stream-name", "d"),
        "--s3-destination-configuration",
        f"RoleARN={ROLE},BucketARN=arn:aws:s3:::archive,"
        "BufferingHints={IntervalInSeconds=1,SizeInMBs=1}",
    )
    record = json.dumps({"Data": '{"n":1}'})
    shell.aws(
        "firehose", "put-record", "--delivery-stream-name", "d", "--record", record
    )

    def listed():
        return shell.aws("s3", "ls", "--recursive", "s3://archive", parse=False).strip()

    line = wait_until(listed, "the object is listed", pause=0.2)
    assert line.split("/")[-1].startswith("d-1-")
    shell.levada("warehouse", "query", "CREATE TABLE t (n INTEGER)")
    shell.levada("warehouse", "query", "COPY t FROM 's3://archive/' JSON 'auto'")
    csv = shell.levada("warehouse", "query", "--csv", "SELECT COUNT(*) AS c, SUM(n) AS s FROM t")
    assert csv.splitlines() == ["c,s", "1,1"]
    assert "c" in shell.levada("warehouse", "query", "SELECT COUNT(*) AS c FROM t")


def test_files_are_copied_both_ways(shell, tmp_path):
    bucket = unique("copied")
    shell.aws("s3", "mb", f"s3://{bucket}", parse=False)
    source, target = tmp_path / "source.bin", tmp_path / "target.bin"
    source.write_bytes(os.urandom(9 * 1024 * 1024))
    shell.aws("s3", "cp", str(source), f"s3://{bucket}/dir/file.bin", parse=False)
    shell.aws("s3", "cp", f"s3://{bucket}/dir/file.bin", str(target), parse=False)
    assert target.read_bytes() == source.read_bytes()
    assert "dir/" in shell.aws("s3", "ls", f"s3://{bucket}/", parse=False)
    shell.aws("s3", "rb", "--force", f"s3://{bucket}", parse=False)


def test_the_tour_of_tables(shell):
    shell.aws(
        *("dynamodb", "create-table", "--table-name", "totals"),
        *("--key-schema", "AttributeName=id,KeyType=HASH"),
        *("--attribute-definitions", "AttributeName=id,AttributeType=S"),
        *("--billing-mode", "PAY_PER_REQUEST"),
    )
    shell.aws(
        *("dynamodb", "put-item", "--table-name", "totals"),
        *("--item", '{"id": {"S": "c1"}, "sum": {"N": "12.50"}}'),
    )
    read = shell.aws(
        *("dynamodb", "get-item", "--table-name", "totals"),
        *("--key", '{"id": {"S": "c1"}}'),
    )
    assert read["Item"] == {"id": {"S": "c1"}, "sum": {"N": "12.5"}}


def test_the_tour_of_topics_and_identity(shell):
    arn = shell.aws("sns", "create-topic", "--name", "alerts")["TopicArn"]
    assert shell.aws("sns", "publish", "--topic-arn", arn, "--message", "hei")["MessageId"]
    assert shell.aws("sns", "list-topics")["Topics"] == [{"TopicArn": arn}]
    assert shell.aws("sts", "get-caller-identity")["Account"] == ACCOUNT


def test_the_tour_of_functions(shell, tmp_path):
    package = tmp_path / "package.zip"
    package.write_bytes(zip_of({"app.py": "def handler(e, c):\n    return e['n'] + 1\n"}))
    shell.aws(
        *("lambda", "create-function", "--function-name", "add", "--runtime", "python3.12"),
        *("--handler", "app.handler", "--role", ROLE, "--zip-file", f"fileb://{package}"),
    )
    answer = tmp_path / "answer.json"
    payload = tmp_path / "payload.json"
    payload.write_text('{"n": 41}')
    shell.aws(
        *("lambda", "invoke", "--function-name", "add", "--payload", f"fileb://{payload}"),
        str(answer),
    )
    assert json.loads(answer.read_text()) == 42


def test_the_tour_of_analytics(shell):
    assert shell.aws("kinesisanalytics", "list-applications") == {
        "ApplicationSummaries": [],
        "HasMoreApplications": False,
    }
    refusal = shell.refused(
        *("kinesisanalytics", "create-application", "--application-name", "a"),
        *("--application-code", "SELEC 1"),
    )
    assert "CodeValidationException" in refusal and "line 1, column 1" in refusal


def test_a_statement_that_fails_fails_the_command(shell):
    ended = run(
        [levada_binary(), "warehouse", "query", "SELECT * FROM nowhere_at_all"],
        environment=shell.variables,
    )
    assert ended.returncode != 0
    assert "nowhere_at_all" in ended.stderr
