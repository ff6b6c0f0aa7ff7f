"""The Java SDK v2 against a server: CBOR, HTTP/2, push, tables, compressed metrics."""

from harness import run, unique


def test_the_java_sdk_finds_what_it_expects(java, own_server):
    server = own_server()
    ended = run([*java, "levada.Sdk", unique("java")], server.variables(), timeout=120)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert ended.stdout.count("ok ") == 13
