"""Fixtures: the compiled Java programs, and the servers of the Python tests.

Does not: install anything; `cargo xtask conformance` does, and names the jars.
"""

import os
import subprocess
from pathlib import Path

import pytest

import harness

HERE = Path(__file__).parent


@pytest.fixture(scope="session")
def java(tmp_path_factory):
    """The command that runs one of the programs, without its class."""
    jars = os.environ.get("LEVADA_JARS")
    if not jars:
        pytest.skip("LEVADA_JARS names no folder of jars: `cargo xtask conformance` installs them")
    classes = tmp_path_factory.mktemp("classes")
    sources = sorted((HERE / "src/levada").glob("*.java"))
    command = ["javac", "-proc:none", "-nowarn", "-cp", f"{jars}/*", "-d", str(classes)]
    subprocess.run([*command, *map(str, sources)], check=True)
    # Small heaps and the quick compiler alone: these processes live for minutes at most.
    flags = ["-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
    return ["java", *flags, "-cp", f"{classes}:{HERE / 'src'}:{jars}/*"]


@pytest.fixture
def own_server(tmp_path):
    """Starts servers that the test may kill; all are gone when it ends."""
    started = []

    def start(environment=None, arguments=(), name="server"):
        server = harness.Server(tmp_path / name, environment, arguments)
        started.append(server)
        return server.start()

    yield start
    for server in started:
        server.stop()
