"""Fixtures: the running server's clients, and servers of a test's own."""

import os

import pytest

import harness


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory):
    """The server that `cargo xtask conformance` started, or one for this session."""
    url = os.environ.get("AWS_ENDPOINT_URL")
    if url:
        yield url
        return
    with harness.server_in(tmp_path_factory.mktemp("session")) as server:
        for name, value in server.variables().items():
            if name.startswith("AWS_"):
                os.environ[name] = value
        os.environ["LEVADA_WAREHOUSE_PORT"] = str(server.warehouse_port)
        yield server.url


@pytest.fixture(scope="session")
def levada():
    return harness.levada_binary()


def client_fixture(service, name):
    @pytest.fixture(scope="session", name=name)
    def fixture(endpoint):
        return harness.client_of(service, endpoint)

    return fixture


analytics = client_fixture("kinesisanalytics", "analytics")
aws_lambda = client_fixture("lambda", "aws_lambda")
dynamodb = client_fixture("dynamodb", "dynamodb")
firehose = client_fixture("firehose", "firehose")
kinesis = client_fixture("kinesis", "kinesis")
s3 = client_fixture("s3", "s3")
sns = client_fixture("sns", "sns")
sts = client_fixture("sts", "sts")


@pytest.fixture
def stream(kinesis):
    """A stream of one shard."""
    name = harness.create_stream(kinesis, harness.unique("stream"))
    yield name
    kinesis.delete_stream(StreamName=name)


@pytest.fixture
def bucket(s3):
    name = harness.unique("bucket")
    s3.create_bucket(Bucket=name)
    return name


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


@pytest.fixture
def warehouse(endpoint):
    """A connection to the warehouse on which every statement is its own."""
    import psycopg2

    connection = psycopg2.connect(
        host="127.0.0.1",
        port=int(os.environ["LEVADA_WAREHOUSE_PORT"]),
        user="levada",
        dbname="levada",
        connect_timeout=30,
    )
    connection.autocommit = True
    yield connection
    connection.close()
