"""TLS and plain HTTP on one port, with a certificate made by the server or given to it."""

import shutil
import socket
import ssl
import subprocess

import pytest
from botocore.exceptions import SSLError

from harness import Server, client_of, run, unique


def trusting(server, certificate, protocols=("http/1.1",)):
    """A TLS connection that trusts `certificate` alone."""
    context = ssl.create_default_context(cafile=str(certificate))
    context.set_alpn_protocols(list(protocols))
    plain = socket.create_connection(("127.0.0.1", server.port), timeout=10)
    return context.wrap_socket(plain, server_hostname="127.0.0.1")


def test_a_client_that_trusts_the_certificate_puts_and_a_plain_one_reads(own_server):
    server = own_server({"LEVADA_TLS": "self-signed", "LEVADA_ACCESS_KEYS": "id:secret"})
    certificate = server.data_dir / "tls" / "certificate.pem"
    secure = client_of(
        "kinesis",
        f"https://127.0.0.1:{server.port}",
        key="id",
        secret="secret",
        verify=str(certificate),
    )
    name = unique("secure")
    secure.create_stream(StreamName=name, ShardCount=1)
    secure.put_record(StreamName=name, Data=b"x" * 300_000, PartitionKey="k")
    plain = client_of("kinesis", server.url, key="id", secret="secret")
    assert name in plain.list_streams()["StreamNames"]


def test_a_client_that_does_not_know_the_certificate_refuses_it(own_server):
    server = own_server({"LEVADA_TLS": "self-signed"})
    stranger = client_of("kinesis", f"https://127.0.0.1:{server.port}")
    with pytest.raises(SSLError):
        stranger.list_streams()


def test_the_certificate_outlives_a_restart_and_http2_is_offered(own_server):
    server = own_server({"LEVADA_TLS": "self-signed"})
    certificate = server.data_dir / "tls" / "certificate.pem"
    shutil.copy(certificate, server.directory / "trusted.pem")
    server.stop()
    server.start()
    with trusting(server, server.directory / "trusted.pem", ["h2", "http/1.1"]) as connection:
        assert connection.selected_alpn_protocol() == "h2"
    with trusting(server, certificate) as connection:
        assert connection.selected_alpn_protocol() == "http/1.1"
        assert connection.version() in ("TLSv1.2", "TLSv1.3")


@pytest.mark.skipif(shutil.which("openssl") is None, reason="no openssl to make a certificate")
def test_a_given_certificate_is_served(own_server, tmp_path):
    certificate, key = tmp_path / "given.pem", tmp_path / "given.key"
    subprocess.run(
        f"openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=given"
        f" -addext subjectAltName=IP:127.0.0.1 -out {certificate} -keyout {key}".split(),
        check=True,
        capture_output=True,
    )
    environment = {
        "LEVADA_TLS": "files",
        "LEVADA_TLS_CERTIFICATE": str(certificate),
        "LEVADA_TLS_KEY": str(key),
    }
    server = own_server(environment)
    with trusting(server, certificate) as connection:
        subject = dict(pair for (pair,) in connection.getpeercert()["subject"])
        assert subject == {"commonName": "given"}


def test_a_certificate_that_is_not_there_is_named(tmp_path):
    missing = tmp_path / "missing.pem"
    environment = {
        "LEVADA_TLS": "files",
        "LEVADA_TLS_CERTIFICATE": str(missing),
        "LEVADA_TLS_KEY": str(missing),
    }
    server = Server(tmp_path / "server", environment)
    server.directory.mkdir()
    ended = run(server.command(), environment=server.variables(), timeout=30)
    assert ended.returncode != 0
    assert "cannot open TLS" in ended.stderr
    assert "missing.pem" in ended.stderr
