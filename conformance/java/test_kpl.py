"""The real KPL writes aggregated records over TLS; KCL's own code takes them apart."""

import os
import subprocess

import pytest

from conftest import HERE
from harness import create_stream, run, unique, wait_until


@pytest.fixture(scope="module")
def producer(java, tmp_path_factory):
    """The command that runs the producer."""
    jars = os.environ.get("LEVADA_PRODUCER_JARS")
    if not jars:
        pytest.skip("LEVADA_PRODUCER_JARS names no folder: Maven Central cannot be reached")
    place = java.index("-cp") + 1
    classes = tmp_path_factory.mktemp("producer")
    classpath = f"{classes}:{jars}/*:{java[place]}"
    command = ["javac", "-proc:none", "-nowarn", "-cp", classpath, "-d", str(classes)]
    subprocess.run([*command, str(HERE / "producer/levada/Producer.java")], check=True)
    return [*java[:place], classpath, *java[place + 1 :], "levada.Producer"]


def test_the_kpl_writes_aggregates_that_kcl_takes_apart(producer, own_server, tmp_path):
    server = own_server(arguments=["--tls", "self-signed"])
    stream = create_stream(server.client("kinesis"), unique("kpl"), shards=3)
    folder = tmp_path / "native"
    folder.mkdir()
    ended = run([*producer, stream, str(folder)], server.variables(), timeout=180)
    assert ended.returncode == 0, ended.stdout + ended.stderr[-5000:]

    def metrics():
        listed = server.client("cloudwatch").list_metrics(Namespace="KinesisProducerLibrary")
        return {metric["MetricName"] for metric in listed["Metrics"]}

    wait_until(lambda: {"UserRecordsPut", "KinesisRecordsPut"} <= metrics(), "the KPL's metrics")
