"""`levada bench` against the running server."""

import os

from harness import read_stream, run, unique


def bench(levada, endpoint, *arguments):
    environment = {**os.environ, "AWS_ENDPOINT_URL": endpoint}
    ended = run([levada, "bench", *arguments], environment=environment)
    assert ended.returncode == 0, ended.stderr
    cells = [
        [cell.strip() for cell in line.strip("|┆│").replace("┆", "|").split("|")]
        for line in ended.stdout.splitlines()
    ]
    return {row[0]: row[1] for row in cells if len(row) == 2}


def test_put_and_read_measure_the_same_records(levada, endpoint, kinesis):
    stream = unique("bench")
    put = bench(levada, endpoint, "put", "--stream", stream, "--seconds", "1", "--batch", "50")
    assert int(put["records"]) > 0
    assert put["failed calls"] == "0"
    assert float(put["records/s"]) > 0 and float(put["MiB/s"]) > 0
    assert 0 < float(put["latency p50 ms"]) <= float(put["latency p99 ms"])
    read = bench(levada, endpoint, "read", "--stream", stream)
    assert read["records"] == put["records"]
    assert len(read_stream(kinesis, stream)) == int(put["records"])
    kinesis.delete_stream(StreamName=stream)
