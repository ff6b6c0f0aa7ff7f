"""Many shards, iterators and subscribers on one server: its memory stays small, and it idles."""

import json
import socket
import time
from pathlib import Path

from harness import create_stream, server_in, stream_arn, wait_until

MIB = 1 << 20
SUBSCRIBE = "Kinesis_20131202.SubscribeToShard"


def memory_mib(server):
    """What the process has in memory."""
    status = Path(f"/proc/{server.process.pid}/status").read_text().splitlines()
    line = next(line for line in status if line.startswith("VmRSS"))
    return int(line.split()[1]) // 1024


def cpu_seconds(server):
    fields = Path(f"/proc/{server.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / 100


def subscribe(server, consumer):
    """A bare connection: five hundred clients of a stock kind would test this machine."""
    position = {"Type": "LATEST"}
    request = {
        "ConsumerARN": consumer,
        "ShardId": "shardId-000000000000",
        "StartingPosition": position,
    }
    body = json.dumps(request).encode()
    head = (
        "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-amz-json-1.1\r\n"
        f"X-Amz-Target: {SUBSCRIBE}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    connection = socket.create_connection(("127.0.0.1", server.port), timeout=30)
    connection.sendall(head.encode() + body)
    return connection


def test_ten_thousand_shards_and_five_hundred_subscribers_take_little_memory(tmp_path):
    with server_in(tmp_path) as server:
        kinesis = server.client("kinesis")
        empty = memory_mib(server)
        wide = create_stream(kinesis, "wide", shards=10_000)
        for number in range(2_000):
            kinesis.get_shard_iterator(
                StreamName=wide,
                ShardId=f"shardId-{number:012}",
                ShardIteratorType="LATEST",
            )
        consumers = []
        for number in range(25):
            name = create_stream(kinesis, f"pushed-{number}")
            for consumer in range(20):
                registered = kinesis.register_stream_consumer(
                    StreamARN=stream_arn(name), ConsumerName=f"c{consumer}"
                )
                consumers.append(registered["Consumer"]["ConsumerARN"])
        connections = [subscribe(server, consumer) for consumer in consumers]
        try:
            for connection in connections:
                assert b"SubscribeToShardEvent" in connection.recv(64 << 10)
            assert memory_mib(server) < empty + 100
            before = cpu_seconds(server)
            time.sleep(6)
            assert cpu_seconds(server) - before < 1.5, "an idle server works"
            # Subscribers that do not read: what they are behind is not held for them.
            for _ in range(100):
                kinesis.put_record(StreamName="pushed-0", Data=b"x" * MIB, PartitionKey="k")
            assert memory_mib(server) < empty + 100 + 200
            connections[-1].settimeout(5)
            drain(connections[-1])
            kinesis.put_record(StreamName="pushed-24", Data=b"seen", PartitionKey="k")
            wait_until(lambda: b"c2Vlbg" in connections[-1].recv(64 << 10), "it is pushed", 5)
        finally:
            for connection in connections:
                connection.close()


def drain(connection):
    connection.setblocking(False)
    try:
        while connection.recv(64 << 10):
            pass
    except BlockingIOError:
        pass
    finally:
        connection.settimeout(5)
