"""`levada agent`: rotations, restarts and kills, with nothing lost and nothing doubled."""

import json
import os
import signal
import subprocess
import threading
import time

import pytest

from harness import (
    ROLE,
    bucket_arn,
    create_stream,
    levada_binary,
    objects,
    read_stream,
    unique,
    wait_until,
)


class Agent:
    """The agent with one flow, on the log files of `directory`."""

    def __init__(self, directory, endpoint, **flow):
        self.directory, self.endpoint = directory, endpoint
        self.process = None
        self.configuration = directory / "agent.json"
        self.configuration.write_text(
            json.dumps(
                {
                    "checkpointFile": str(directory / "checkpoints"),
                    "flows": [
                        {
                            "filePattern": str(directory / "app.log*"),
                            "initialPosition": "START_OF_FILE",
                            "maxBufferAgeMillis": 1000,
                            "minTimeBetweenFilePollsMillis": 20,
                            "maxTimeBetweenFileTrackerRefreshMillis": 50,
                            **flow,
                        }
                    ],
                }
            )
        )

    def start(self):
        log = (self.directory / "agent.stderr").open("ab")
        environment = {
            **{k: v for k, v in os.environ.items() if not k.startswith("LEVADA_")},
            "AWS_ENDPOINT_URL": self.endpoint,
            "AWS_ACCESS_KEY_ID": "test",
            "AWS_SECRET_ACCESS_KEY": "test",
            "AWS_REGION": "us-east-1",
        }
        self.process = subprocess.Popen(
            [levada_binary(), "agent", "--config", str(self.configuration)],
            env=environment,
            stdout=subprocess.DEVNULL,
            stderr=log,
            cwd=self.directory,
        )
        log.close()
        return self

    def kill(self):
        self.process.kill()
        self.process.wait()

    def terminate(self):
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(30)

    def stop(self):
        if self.process and self.process.poll() is None:
            self.kill()


@pytest.fixture
def agent(tmp_path, endpoint):
    made = []

    def make(**flow):
        made.append(Agent(tmp_path, endpoint, **flow))
        return made[-1]

    yield make
    for one in made:
        one.stop()


def append(path, lines):
    with path.open("a") as file:
        file.write("".join(f"{line}\n" for line in lines))


def lines_of(kinesis, stream):
    return [line for data in read_stream(kinesis, stream) for line in data.decode().splitlines()]


def numbered(start, end):
    return [f"line {number}" for number in range(start, end)]


def arrived(kinesis, stream, expected, timeout=60):
    wait_until(
        lambda: len(lines_of(kinesis, stream)) >= len(expected),
        f"{len(expected)} lines arrive",
        timeout,
        pause=0.2,
    )
    return lines_of(kinesis, stream)


def test_lines_arrive_in_order_through_a_rotation_by_rename(agent, kinesis, stream, tmp_path):
    log = tmp_path / "app.log"
    append(log, numbered(0, 100))
    agent(kinesisStream=stream).start()
    arrived(kinesis, stream, numbered(0, 100))
    append(log, numbered(100, 150))
    log.rename(tmp_path / "app.log.1")
    append(log, numbered(150, 200))
    expected = numbered(0, 200)
    assert arrived(kinesis, stream, expected) == expected


def test_lines_arrive_through_a_rotation_by_copy_and_truncation(agent, kinesis, stream, tmp_path):
    log = tmp_path / "app.log"
    append(log, numbered(0, 100))
    agent(kinesisStream=stream).start()
    arrived(kinesis, stream, numbered(0, 100))
    (tmp_path / "app.log.1").write_bytes(log.read_bytes())
    os.truncate(log, 0)
    append(log, numbered(100, 120))
    expected = numbered(0, 120)
    got = arrived(kinesis, stream, expected)
    time.sleep(1.5)
    assert lines_of(kinesis, stream) == got == expected


def test_an_agent_goes_on_at_its_checkpoint(agent, kinesis, stream, tmp_path):
    log = tmp_path / "app.log"
    append(log, numbered(0, 50))
    one = agent(kinesisStream=stream).start()
    arrived(kinesis, stream, numbered(0, 50))
    assert one.terminate() == 0
    append(log, numbered(50, 80))
    log.rename(tmp_path / "app.log.1")
    append(log, numbered(80, 100))
    one.start()
    expected = numbered(0, 100)
    assert arrived(kinesis, stream, expected) == expected


def test_kills_of_the_agent_lose_nothing_and_double_nothing(agent, kinesis, stream, tmp_path):
    log, total, written = tmp_path / "app.log", 3000, threading.Event()

    def write():
        for start in range(0, total, 50):
            append(log, numbered(start, start + 50))
            if start % 1000 == 500:
                log.rename(tmp_path / f"app.log.{start}")
            time.sleep(0.05)
        written.set()

    one = agent(kinesisStream=stream, maxBufferSizeRecords=50).start()
    writer = threading.Thread(target=write)
    writer.start()
    while not written.is_set():
        time.sleep(0.4)
        one.kill()
        one.start()
    writer.join()
    expected = numbered(0, total)
    assert arrived(kinesis, stream, expected) == expected


def test_kills_of_the_server_lose_nothing_and_double_nothing(own_server, tmp_path):
    server = own_server()
    stream = create_stream(server.client("kinesis"), "logs")
    log, total = tmp_path / "app.log", 2000
    one = Agent(tmp_path, server.url, kinesisStream=stream, maxBufferSizeRecords=50).start()
    try:
        for start in range(0, total, 500):
            append(log, numbered(start, start + 500))
            time.sleep(0.2)
            server.kill()
            server.start()
        expected = numbered(0, total)
        assert arrived(server.client("kinesis"), stream, expected) == expected
    finally:
        one.stop()


def test_lines_reach_objects_as_json(agent, firehose, s3, bucket, tmp_path):
    name = unique("shipped")
    firehose.create_delivery_stream(
        DeliveryStreamName=name,
        S3DestinationConfiguration={
            "RoleARN": ROLE,
            "BucketARN": bucket_arn(bucket),
            "BufferingHints": {"IntervalInSeconds": 1, "SizeInMBs": 1},
        },
    )
    append(tmp_path / "app.log", [f"{n},station {n % 3},{n}.50" for n in range(30)])
    conversion = {
        "optionName": "CSVTOJSON",
        "customFieldNames": ["id", "station", "toll"],
    }
    agent(deliveryStream=name, dataProcessingOptions=[conversion]).start()

    def rows():
        bodies = [
            s3.get_object(Bucket=bucket, Key=key)["Body"].read() for key in objects(s3, bucket)
        ]
        found = [json.loads(line) for line in b"".join(bodies).splitlines()]
        return found if len(found) >= 30 else None

    assert wait_until(rows, "thirty rows are delivered", timeout=60) == [
        {"id": str(n), "station": f"station {n % 3}", "toll": f"{n}.50"} for n in range(30)
    ]
    firehose.delete_delivery_stream(DeliveryStreamName=name)


def test_the_end_of_a_file_is_where_a_new_agent_may_begin(agent, kinesis, stream, tmp_path):
    log = tmp_path / "app.log"
    append(log, numbered(0, 10))
    one = agent(kinesisStream=stream, initialPosition="END_OF_FILE").start()
    wait_until((tmp_path / "checkpoints").exists, "the agent has seen the file")
    append(log, numbered(10, 20))
    assert arrived(kinesis, stream, numbered(10, 20)) == numbered(10, 20)
    assert one.terminate() == 0


def test_a_second_agent_on_a_checkpoint_is_refused(agent, stream, tmp_path):
    append(tmp_path / "app.log", ["line"])
    agent(kinesisStream=stream).start()
    wait_until((tmp_path / "checkpoints").exists, "the first agent runs")
    second = subprocess.run(
        [levada_binary(), "agent", "--config", str(tmp_path / "agent.json")],
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )
    assert second.returncode != 0
    assert "another agent uses the checkpoint file" in second.stderr
