"""The real KCL 3.1 while a worker is killed, shards are split and merged, and the server dies.

Three applications read one stream of eight shards with two workers each: one polls, one is pushed
to, and one polls and shares its leases as KCL 2 did. Every record that was acknowledged must be processed by each, in the order of its key, and
every closed shard must be checkpointed to its end.

A new application takes a minute or two to begin: KCL waits at random, and looks for its tables
every so many seconds. The applications run side by side, so that the test waits once.
"""

import contextlib
import random
import subprocess
import threading
import time
from pathlib import Path

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from harness import create_stream, unique, wait_active, wait_until

SHARDS = 8
KEYS = [f"key-{n}" for n in range(40)]
MODES = ("POLLING", "FANOUT", "POLLING-2X")
BEGIN_TIMEOUT = 240
PROGRESS_TIMEOUT = 120
SETTINGS = Path(__file__).parent / "kcl.properties"


class Producer(threading.Thread):
    """Puts numbered records of many keys, and keeps what was acknowledged."""

    def __init__(self, server, stream):
        super().__init__(daemon=True)
        self.server, self.stream = server, stream
        self.numbers = dict.fromkeys(KEYS, 0)
        self.acknowledged = set()
        self.running = True

    def put(self, kinesis, keys):
        texts = []
        for key in keys:
            # The numbers of a put that failed are not used again: it may be stored.
            self.numbers[key] += 1
            texts.append((key, f"{key}:{self.numbers[key]}"))
        records = [{"Data": text, "PartitionKey": key} for key, text in texts]
        answer = kinesis.put_records(StreamName=self.stream, Records=records)
        for (_, text), entry in zip(texts, answer["Records"]):
            if "SequenceNumber" in entry:
                self.acknowledged.add(text)

    def run(self):
        kinesis = self.server.client("kinesis")
        chance = random.Random(8)
        while self.running:
            with contextlib.suppress(BotoCoreError, ClientError, OSError):
                self.put(kinesis, chance.sample(KEYS, 10))
            time.sleep(0.05)


class Application:
    """A KCL application of two worker processes."""

    def __init__(self, java, server, stream, mode, folder):
        self.java, self.server, self.stream, self.mode = java, server, stream, mode
        self.name = unique(mode.lower())
        self.folder = folder / self.name
        self.folder.mkdir()
        self.workers = {}

    def start(self, worker):
        log = (self.folder / f"{worker}.log").open("ab")
        journal = self.folder / f"{worker}.journal"
        own = [str(SETTINGS), self.stream, self.name, self.mode, worker, str(journal)]
        self.workers[worker] = subprocess.Popen(
            [*self.java, "levada.Worker", *own],
            env=self.server.variables(),
            stdout=subprocess.DEVNULL,
            stderr=log,
        )
        log.close()

    def kill(self, worker):
        process = self.workers.pop(worker)
        process.kill()
        process.wait()

    def stop(self):
        for worker in list(self.workers):
            self.kill(worker)

    def rows(self, table):
        dynamodb = self.server.client("dynamodb", retries=5)
        with contextlib.suppress(dynamodb.exceptions.ResourceNotFoundException):
            pages = dynamodb.get_paginator("scan").paginate(TableName=table)
            return [item for page in pages for item in page["Items"]]
        return []

    def leases(self):
        """Shards with their owner and checkpoint."""
        return {
            item["leaseKey"]["S"]: (item.get("leaseOwner", {}).get("S"), item["checkpoint"]["S"])
            for item in self.rows(self.name)
        }

    def busy(self):
        """The workers that have processed a record."""
        journals = self.folder.glob("*.journal")
        return {path.stem for path in journals if "\trecord\t" in path.read_text()}

    def follower(self):
        """A worker that does not assign leases: who follows the leader waits for two minutes."""
        rows = self.rows(f"{self.name}-CoordinatorState")
        leader = [row["ownerName"]["S"] for row in rows if row["key"]["S"] == "Leader"]
        return "one" if leader == ["two"] else "two"

    def entries(self):
        """What the workers did, in the order of their clock."""
        lines = []
        for journal in self.folder.glob("*.journal"):
            # A killed worker's last line may be half.
            lines += [line for line in journal.read_text().splitlines(True) if line[-1] == "\n"]
        fields = [line.rstrip("\n").split("\t") for line in lines]
        return sorted(fields, key=lambda entry: int(entry[0]))

    def processed(self):
        return {entry[5] for entry in self.entries() if entry[1] == "record"}

    def log(self):
        logs = [path.read_text(errors="replace")[-3000:] for path in self.folder.glob("*.log")]
        return "\n---\n".join(logs)


def wait_for_all(applications, texts, timeout):
    for application in applications:
        wait_until(
            lambda: not texts - application.processed(),
            f"{application.mode} processes all of {len(texts)} records\n{application.log()}",
            timeout,
            pause=1.0,
        )


def reshard(kinesis, stream):
    """Splits the first shard in the middle and merges the last two; the closed ones."""
    shards = kinesis.list_shards(StreamName=stream)["Shards"]
    shards.sort(key=lambda shard: int(shard["HashKeyRange"]["StartingHashKey"]))
    first, (left, right) = shards[0], shards[-2:]
    bounds = first["HashKeyRange"]
    middle = (int(bounds["StartingHashKey"]) + int(bounds["EndingHashKey"])) // 2
    kinesis.split_shard(
        StreamName=stream, ShardToSplit=first["ShardId"], NewStartingHashKey=str(middle)
    )
    wait_active(kinesis, stream)
    kinesis.merge_shards(
        StreamName=stream, ShardToMerge=left["ShardId"], AdjacentShardToMerge=right["ShardId"]
    )
    wait_active(kinesis, stream)
    return {first["ShardId"], left["ShardId"], right["ShardId"]}


def check_order(application):
    """The first time that each record was processed is in the order of its key."""
    last, seen = {}, set()
    for entry in application.entries():
        if entry[1] == "record" and entry[5] not in seen:
            seen.add(entry[5])
            key, number = entry[5].split(":")
            assert last.get(key, 0) < int(number), f"{application.mode}: {entry} after {last[key]}"
            last[key] = int(number)


@pytest.fixture
def applications(java, own_server, tmp_path):
    server = own_server()
    stream = create_stream(server.client("kinesis"), unique("kcl"), shards=SHARDS)
    found = [Application(java, server, stream, mode, tmp_path) for mode in MODES]
    yield server, stream, found
    for application in found:
        application.stop()


def test_applications_process_everything_whatever_happens(applications):
    server, stream, applications = applications
    kinesis = server.client("kinesis", retries=10)
    producer = Producer(server, stream)
    producer.put(kinesis, KEYS * 5)
    for application in applications:
        application.start("one")
        application.start("two")
    wait_for_all(applications, set(producer.acknowledged), BEGIN_TIMEOUT)
    producer.start()
    for application in applications:
        wait_until(
            lambda: application.busy() == {"one", "two"},
            f"both workers of {application.mode} process records\n{application.log()}",
            PROGRESS_TIMEOUT,
            pause=1.0,
        )

    for application in applications:
        application.kill(application.follower())
    closed = reshard(kinesis, stream)
    server.kill()
    time.sleep(1.0)
    server.start()
    time.sleep(5.0)
    producer.running = False
    producer.join()

    wait_for_all(applications, set(producer.acknowledged), PROGRESS_TIMEOUT)
    shards = {shard["ShardId"] for shard in kinesis.list_shards(StreamName=stream)["Shards"]}
    assert len(shards) == SHARDS + 3
    for application in applications:

        def ended():
            leases = application.leases()
            at_end = {shard for shard, (_, at) in leases.items() if at == "SHARD_END"}
            # The worker that is left has everything that is open.
            owners = {leases[shard][0] for shard in leases if shard not in closed}
            return set(leases) == shards and at_end == closed and owners <= set(
                application.workers
            )

        wait_until(ended, f"{application.mode}: {closed} are at their end", 60, pause=1.0)
        check_order(application)
    metrics = server.client("cloudwatch", retries=5)
    for application in applications:
        listed = metrics.list_metrics(Namespace=application.name)["Metrics"]
        assert any(metric["MetricName"] == "RecordsProcessed" for metric in listed)
