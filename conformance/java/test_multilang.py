"""KCL's multi-language daemon with a record processor in Python."""

import subprocess
import sys
from pathlib import Path

import pytest

from harness import REGION, create_stream, shard_ids, unique, wait_active, wait_until

HERE = Path(__file__).parent
BEGIN_TIMEOUT = 240


@pytest.fixture
def daemon(java, own_server, tmp_path):
    """Starts the daemon for a stream; a function of the journals' folder."""
    server = own_server()
    started = []

    def start(stream):
        application = unique("multilang")
        properties = tmp_path / "application.properties"
        settings = {
            "executableName": f"{sys.executable} {HERE / 'multilang_processor.py'}",
            "streamName": stream,
            "applicationName": application,
            "AwsCredentialsProvider": "DefaultCredentialsProvider",
            "processingLanguage": "python/3",
            "initialPositionInStream": "TRIM_HORIZON",
            "regionName": REGION,
            "kinesisEndpoint": server.url,
            "dynamoDBEndpoint": server.url,
            "retrievalMode": "POLLING",
            "failoverTimeMillis": "5000",
            "shardSyncIntervalMillis": "2000",
            "parentShardPollIntervalMillis": "500",
            "idleTimeBetweenReadsInMillis": "250",
        }
        lines = [f"{name} = {value}\n" for name, value in settings.items()]
        properties.write_text("".join(lines))
        journals = tmp_path / "journals"
        journals.mkdir()
        variables = {
            **server.variables(),
            "AWS_ENDPOINT_URL_CLOUDWATCH": server.url,
            "LEVADA_JARS": java[-1].rsplit(":", 1)[-1].removesuffix("/*"),
            "LEVADA_JOURNALS": str(journals),
        }
        del variables["AWS_ENDPOINT_URL"]
        log = (tmp_path / "daemon.log").open("wb")
        main = "software.amazon.kinesis.multilang.MultiLangDaemon"
        started.append(
            subprocess.Popen(
                [*java, main, "--properties-file", str(properties)],
                env=variables,
                stdout=log,
                stderr=log,
            )
        )
        return journals

    yield server, start
    for process in started:
        process.kill()
        process.wait()


def test_a_python_processor_reads_shards_to_their_end(daemon, tmp_path):
    server, start = daemon
    kinesis = server.client("kinesis")
    stream = create_stream(kinesis, unique("multilang"), shards=2)
    texts = {f"record-{n}" for n in range(200)}
    records = [{"Data": text, "PartitionKey": text} for text in texts]
    kinesis.put_records(StreamName=stream, Records=records)
    closed = shard_ids(kinesis, stream)
    kinesis.merge_shards(
        StreamName=stream, ShardToMerge=closed[0], AdjacentShardToMerge=closed[1]
    )
    wait_active(kinesis, stream)
    later = {f"later-{n}" for n in range(50)}
    records = [{"Data": text, "PartitionKey": text} for text in later]
    kinesis.put_records(StreamName=stream, Records=records)
    journals = start(stream)

    def found():
        return [line for path in journals.iterdir() for line in path.read_text().split()]

    wait_until(
        lambda: texts | later <= set(found()),
        f"every record is processed\n{(tmp_path / 'daemon.log').read_text()[-3000:]}",
        BEGIN_TIMEOUT,
        pause=1.0,
    )
    assert found().count("end") == 2
