"""Acknowledged means on disk: kills under load, with a list kept outside of the server."""

import os
import random
import threading
import time

from botocore.exceptions import BotoCoreError, ClientError

from harness import create_stream, objects, read_shard, shard_ids, unique, wait_until

# `cargo xtask kill --rounds 200` runs more of them.
ROUNDS = int(os.environ.get("LEVADA_KILL_ROUNDS", "10"))
# Rounds on one stream; every round reads the whole stream.
ROUNDS_PER_STREAM = 20
PRODUCERS = 3


class Producer(threading.Thread):
    """Puts numbered records into one stream and keeps what was acknowledged, in order."""

    def __init__(self, server, stream, name):
        super().__init__(daemon=True)
        self.server, self.stream, self.key = server, stream, name
        self.next = 0
        self.acknowledged = []
        self.running = True

    def run(self):
        kinesis = self.server.client("kinesis")
        while self.running:
            batch = [f"{self.key}:{self.next + n}" for n in range(20)]
            # A batch that fails may or may not be stored; its numbers are not used again.
            self.next += len(batch)
            try:
                answer = kinesis.put_records(
                    StreamName=self.stream,
                    Records=[{"Data": text, "PartitionKey": self.key} for text in batch],
                )
            except (BotoCoreError, ClientError, OSError):
                time.sleep(0.05)
                continue
            # A record that is refused, such as by a shard's limit, is not stored.
            self.acknowledged += [
                (text, entry["ShardId"], entry["SequenceNumber"])
                for text, entry in zip(batch, answer["Records"])
                if "SequenceNumber" in entry
            ]


def check(server, stream, acknowledged):
    """Everything acknowledged is there: once, in order, under its sequence number."""
    kinesis = server.client("kinesis")
    stored = {}
    for shard in shard_ids(kinesis, stream):
        records = read_shard(kinesis, stream, shard)
        numbers = [int(record["SequenceNumber"]) for record in records]
        assert all(left < right for left, right in zip(numbers, numbers[1:]))
        texts = [record["Data"].decode() for record in records]
        assert len(texts) == len(set(texts)), "a record is stored twice"
        for record, text in zip(records, texts):
            stored[text] = (shard, record["SequenceNumber"])
        by_key = {}
        for text in texts:
            key, number = text.split(":")
            assert by_key.get(key, -1) < int(number), "records are out of order"
            by_key[key] = int(number)
    lost = [text for text, *_ in acknowledged if text not in stored]
    assert not lost, f"{len(lost)} of {len(acknowledged)} acknowledged records are lost: {lost[:5]}"
    for text, shard, sequence in acknowledged:
        assert stored[text] == (shard, sequence)
    return len(stored)


def kill_under_load(server, rounds, chance):
    """Kills the server again and again; the stream and what was acknowledged on it."""
    stream = create_stream(server.client("kinesis"), unique("killed"), shards=2)
    producers = [Producer(server, stream, f"p{n}") for n in range(PRODUCERS)]
    for producer in producers:
        producer.start()
    for round_number in range(rounds):
        before = sum(len(producer.acknowledged) for producer in producers)
        wait_until(
            lambda: sum(len(p.acknowledged) for p in producers) > before,
            f"records are acknowledged in round {round_number}",
        )
        time.sleep(chance.uniform(0.02, 0.4))
        server.kill()
        # Nothing more can be acknowledged for these, whatever the producers do meanwhile.
        known = [entry for producer in producers for entry in list(producer.acknowledged)]
        server.start()
        assert check(server, stream, known) >= len(known)
    for producer in producers:
        producer.running = False
    for producer in producers:
        producer.join(60)
    acknowledged = [entry for producer in producers for entry in producer.acknowledged]
    assert len(acknowledged) > rounds
    return stream, acknowledged


def test_kills_under_load_lose_nothing_and_double_nothing(own_server):
    server = own_server()
    chance = random.Random(20)
    streams = []
    for done in range(0, ROUNDS, ROUNDS_PER_STREAM):
        rounds = min(ROUNDS_PER_STREAM, ROUNDS - done)
        streams.append(kill_under_load(server, rounds, chance))
    # Earlier streams have lived through the kills of the later ones.
    for stream, acknowledged in streams:
        check(server, stream, acknowledged)


def test_a_clean_stop_ends_with_success_and_keeps_everything(own_server):
    server = own_server()
    stream = create_stream(server.client("kinesis"), unique("stopped"))
    producer = Producer(server, stream, "p")
    producer.start()
    wait_until(lambda: len(producer.acknowledged) > 100, "records are acknowledged")
    assert server.terminate() == 0
    producer.running = False
    producer.join(60)
    server.start()
    check(server, stream, producer.acknowledged)


def test_what_a_delivery_stream_took_is_delivered_after_a_kill(own_server):
    server = own_server()
    s3, firehose = server.client("s3"), server.client("firehose")
    s3.create_bucket(Bucket="archive")
    firehose.create_delivery_stream(
        DeliveryStreamName="d",
        S3DestinationConfiguration={
            "RoleARN": "arn:aws:iam::000000000000:role/r",
            "BucketARN": "arn:aws:s3:::archive",
            "BufferingHints": {"IntervalInSeconds": 2, "SizeInMBs": 1},
        },
    )
    sent = []
    for round_number in range(3):
        lines = [f"{round_number}-{n}\n" for n in range(100)]
        firehose.put_record_batch(
            DeliveryStreamName="d", Records=[{"Data": line} for line in lines]
        )
        sent += lines
        server.kill()
        server.start()
        s3, firehose = server.client("s3"), server.client("firehose")

    def delivered():
        keys = objects(s3, "archive")
        bodies = [s3.get_object(Bucket="archive", Key=key)["Body"].read() for key in keys]
        lines = b"".join(bodies).decode().splitlines(keepends=True)
        return lines if len(lines) >= len(sent) else None

    # A delivery that is repeated after a kill overwrites its object: no line comes twice.
    lines = wait_until(delivered, "every line is delivered")
    assert sorted(lines) == sorted(sent)


def test_control_state_survives_a_kill(own_server):
    server = own_server()
    server.client("s3").create_bucket(Bucket="kept")
    create_stream(server.client("kinesis"), "kept", shards=3)
    topic = server.client("sns").create_topic(Name="kept")["TopicArn"]
    dynamodb = server.client("dynamodb")
    dynamodb.create_table(
        TableName="kept",
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )
    dynamodb.put_item(TableName="kept", Item={"id": {"S": "a"}, "n": {"N": "1.50"}})
    server.kill()
    server.start()
    assert len(shard_ids(server.client("kinesis"), "kept")) == 3
    assert server.client("s3").list_buckets()["Buckets"][0]["Name"] == "kept"
    topics = server.client("sns").list_topics()["Topics"]
    assert topics == [{"TopicArn": topic}]
    item = server.client("dynamodb").get_item(TableName="kept", Key={"id": {"S": "a"}})["Item"]
    assert float(item["n"]["N"]) == 1.5
