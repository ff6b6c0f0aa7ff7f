"""What the tests share: servers of their own, clients, waiting on conditions.

Does not: test anything.
"""

import base64
import io
import json
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.request
import uuid
import zipfile
from contextlib import contextmanager
from pathlib import Path

import boto3
from botocore.config import Config

REGION = "us-east-1"
ACCOUNT = "000000000000"
ROLE = f"arn:aws:iam::{ACCOUNT}:role/conformance"
START_TIMEOUT = 60.0
WAIT_TIMEOUT = 30.0


def levada_binary():
    """The binary under test, as `cargo xtask conformance` names it."""
    path = os.environ.get("LEVADA_BIN")
    if not path:
        raise RuntimeError("LEVADA_BIN must name the built levada binary")
    return path


def unique(prefix):
    """A name that no other test uses, legal in every service (buckets included)."""
    return f"{prefix}-{uuid.uuid4().hex[:12]}"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until(condition, what, timeout=WAIT_TIMEOUT, pause=0.05):
    """The first true answer of `condition`, asked again and again for `timeout` seconds."""
    deadline = time.monotonic() + timeout
    while True:
        answer = condition()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"not within {timeout:.0f} s: {what}; last answer {answer!r}")
        time.sleep(pause)


def client_of(service, url, key="test", secret="test", retries=0, verify=None, **config):
    """A stock boto3 client. Retries are off, so that every answer is seen.

    `verify` names the certificate to trust over https.
    """
    return boto3.client(
        service,
        endpoint_url=url,
        region_name=REGION,
        aws_access_key_id=key,
        aws_secret_access_key=secret,
        verify=verify,
        config=Config(
            retries={"total_max_attempts": retries + 1, "mode": "standard"},
            connect_timeout=10,
            read_timeout=60,
            **config,
        ),
    )


def http(method, url, body=None, headers=None):
    """Status and body of a bare request, signed by nobody."""
    request = urllib.request.Request(url, data=body, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


class Server:
    """A `levada up` of the test's own: may be killed and started again on its directory."""

    def __init__(self, directory, environment=None, arguments=()):
        self.directory = Path(directory)
        self.data_dir = self.directory / "data"
        self.port, self.warehouse_port = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = environment or {}
        self.arguments = list(arguments)
        self.process = None

    def variables(self):
        """The environment for the server and for everything that talks to it."""
        inherited = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("LEVADA_", "AWS_"))
        }
        return {
            **inherited,
            "AWS_ENDPOINT_URL": self.url,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": REGION,
            "AWS_DEFAULT_REGION": REGION,
            "AWS_EC2_METADATA_DISABLED": "true",
            "LEVADA_PYTHON": sys.executable,
            "LEVADA_WAREHOUSE_LISTEN": f"127.0.0.1:{self.warehouse_port}",
            **self.environment,
        }

    def command(self):
        return [
            levada_binary(),
            "up",
            "--listen",
            f"127.0.0.1:{self.port}",
            "--data-dir",
            str(self.data_dir),
            *self.arguments,
        ]

    def start(self):
        self.directory.mkdir(parents=True, exist_ok=True)
        log = (self.directory / "server.log").open("ab")
        self.process = subprocess.Popen(
            self.command(),
            cwd=self.directory,
            env=self.variables(),
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
        log.close()
        wait_until(self.is_ready, f"{self.url} serves", START_TIMEOUT)
        return self

    def is_ready(self):
        if self.process.poll() is not None:
            raise AssertionError(f"the server ended: {self.log()[-2000:]}")
        try:
            status, _ = http("GET", f"{self.url}/_levada/health")
            return status == 200
        except OSError:
            return False

    def log(self):
        return (self.directory / "server.log").read_text(errors="replace")

    def kill(self):
        """SIGKILL: nothing is flushed, nothing said."""
        self.process.kill()
        self.process.wait()

    def terminate(self, timeout=30):
        """SIGTERM; the exit status of a clean end."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.kill()

    def client(self, service, **options):
        return client_of(service, self.url, **options)


@contextmanager
def server_in(directory, environment=None, arguments=()):
    server = Server(directory, environment, arguments)
    try:
        yield server.start()
    finally:
        server.stop()


def run(arguments, environment=None, timeout=60, text=None):
    """A finished command with its output as text."""
    return subprocess.run(
        arguments,
        env=environment,
        input=text,
        capture_output=True,
        text=True,
        timeout=timeout,
        check=False,
    )


# Streams


def stream_arn(name):
    return f"arn:aws:kinesis:{REGION}:{ACCOUNT}:stream/{name}"


def create_stream(kinesis, name, shards=1):
    kinesis.create_stream(StreamName=name, ShardCount=shards)
    wait_active(kinesis, name)
    return name


def wait_active(kinesis, name):
    def is_active():
        summary = kinesis.describe_stream_summary(StreamName=name)
        return summary["StreamDescriptionSummary"]["StreamStatus"] == "ACTIVE"

    wait_until(is_active, f"stream {name} is active")


def shard_ids(kinesis, name):
    return [shard["ShardId"] for shard in kinesis.list_shards(StreamName=name)["Shards"]]


def read_shard(kinesis, name, shard, **start):
    """Every record of a shard from `start` (oldest by default) to its present end, in order."""
    start = start or {"ShardIteratorType": "TRIM_HORIZON"}
    answer = kinesis.get_shard_iterator(StreamName=name, ShardId=shard, **start)
    iterator, records = answer["ShardIterator"], []
    while iterator:
        page = kinesis.get_records(ShardIterator=iterator)
        records += page["Records"]
        iterator = page.get("NextShardIterator")
        if not page["Records"] and page["MillisBehindLatest"] == 0:
            break
    return records


def read_stream(kinesis, name):
    """Data of every record, shard by shard."""
    shards = shard_ids(kinesis, name)
    return [record["Data"] for shard in shards for record in read_shard(kinesis, name, shard)]


# Objects


def bucket_arn(bucket):
    return f"arn:aws:s3:::{bucket}"


def objects(s3, bucket, prefix=""):
    pages = s3.get_paginator("list_objects_v2").paginate(Bucket=bucket, Prefix=prefix)
    return [item["Key"] for page in pages for item in page.get("Contents", [])]


def object_bytes(s3, bucket, key):
    return s3.get_object(Bucket=bucket, Key=key)["Body"].read()


# Functions


def zip_of(files):
    """A zip of texts by their names; `bootstrap` may run."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in files.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr = (0o755 if name == "bootstrap" else 0o644) << 16
            archive.writestr(entry, text)
    return buffer.getvalue()


def create_function(aws_lambda, name, source, handler="app.handler", **options):
    arguments = {
        "FunctionName": name,
        "Runtime": "python3.12",
        "Role": ROLE,
        "Handler": handler,
        "Code": {"ZipFile": zip_of({"app.py": source})},
        "Timeout": 30,
        **options,
    }
    return aws_lambda.create_function(**arguments)


def invoke(aws_lambda, name, event, **options):
    answer = aws_lambda.invoke(
        FunctionName=name, Payload=json.dumps(event).encode(), **options
    )
    return answer, json.loads(answer["Payload"].read() or b"null")


def decoded(record):
    return base64.b64decode(record["kinesis"]["data"])


# People


class HttpSink:
    """An HTTP endpoint that keeps what is posted to it."""

    def __init__(self, failures=0):
        """Answers 500 to the first `failures` requests."""
        from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

        sink = self
        self.requests = []
        self.refused = 0
        self.failures = failures

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self):
                length = int(self.headers.get("Content-Length", 0))
                body = self.rfile.read(length)
                fails = sink.refused < sink.failures
                if fails:
                    sink.refused += 1
                else:
                    sink.requests.append((dict(self.headers), body))
                self.send_response(500 if fails else 200)
                self.send_header("Content-Length", "0")
                self.end_headers()

            def log_message(self, *_):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}/hook"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def documents(self, kind):
        parsed = [json.loads(body) for _, body in list(self.requests)]
        return [document for document in parsed if document.get("Type") == kind]

    def close(self):
        self.server.shutdown()
        self.server.server_close()


class MailSink:
    """An SMTP server that accepts everything and keeps it."""

    def __init__(self):
        import socketserver

        sink = self
        self.mails = []

        class Handler(socketserver.StreamRequestHandler):
            def say(self, text):
                self.wfile.write(text.encode() + b"\r\n")

            def handle(self):
                self.say("220 sink")
                recipients = []
                while line := self.rfile.readline().decode().strip():
                    verb = line.split(":")[0].split(" ")[0].upper()
                    if verb == "RCPT":
                        recipients.append(line.split("<")[1].split(">")[0])
                        self.say("250 ok")
                    elif verb == "DATA":
                        self.say("354 go on")
                        text = b""
                        while not text.endswith(b"\r\n.\r\n"):
                            text += self.rfile.readline()
                        sink.mails.append((recipients, text.decode()))
                        recipients = []
                        self.say("250 kept")
                    elif verb == "QUIT":
                        self.say("221 bye")
                        return
                    else:
                        self.say("250 sink")

        self.server = socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"smtp://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()
