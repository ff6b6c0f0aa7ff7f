"""The warehouse over the PostgreSQL wire: psycopg2, psql where it is installed."""

import gzip
import json
import os
import shutil
import subprocess
from decimal import Decimal

import psycopg2
import pytest

from harness import unique, wait_until


def table_name(prefix):
    return unique(prefix).replace("-", "_")


@pytest.fixture
def cursor(warehouse):
    with warehouse.cursor() as cursor:
        yield cursor


def test_objects_of_json_lines_are_copied_and_aggregated(cursor, s3, bucket):
    table = table_name("tolls")
    for number in range(3):
        rows = [
            {"id": number * 10 + n, "station": f"s{n % 2}", "toll": f"{n}.25"} for n in range(10)
        ]
        body = gzip.compress("\n".join(json.dumps(row) for row in rows).encode())
        s3.put_object(Bucket=bucket, Key=f"in/{number}.gz", Body=body)
    cursor.execute(
        f"CREATE TABLE {table} (id INTEGER NOT NULL, station VARCHAR(10), toll DECIMAL(10,2))"
    )
    cursor.execute(f"COPY {table} FROM 's3://{bucket}/in/' JSON 'auto' GZIP")
    cursor.execute(
        f"SELECT station, COUNT(*), SUM(toll), MIN(id), MAX(id) FROM {table} "
        "GROUP BY station ORDER BY station"
    )
    assert cursor.fetchall() == [
        ("s0", 15, Decimal("63.75"), 0, 28),
        ("s1", 15, Decimal("78.75"), 1, 29),
    ]


def test_an_object_is_loaded_once_however_often_it_is_copied(cursor, s3, bucket):
    table = table_name("once")
    s3.put_object(Bucket=bucket, Key="a.csv", Body=b"1,one\n2,two\n")
    cursor.execute(f"CREATE TABLE {table} (n INTEGER, name VARCHAR(20))")
    for _ in range(3):
        cursor.execute(f"COPY {table} FROM 's3://{bucket}/' CSV")
    s3.put_object(Bucket=bucket, Key="b.csv", Body=b'3,"three, quoted"\n')
    cursor.execute(f"COPY {table} FROM 's3://{bucket}/' CSV")
    cursor.execute(f"SELECT n, name FROM {table} ORDER BY n")
    assert cursor.fetchall() == [(1, "one"), (2, "two"), (3, "three, quoted")]


def test_tables_are_joined(cursor):
    tolls, stations = table_name("j_tolls"), table_name("j_stations")
    cursor.execute(f"CREATE TABLE {tolls} (station INTEGER, toll DECIMAL(8,2))")
    cursor.execute(f"CREATE TABLE {stations} (id INTEGER, name VARCHAR(20))")
    cursor.execute(f"INSERT INTO {tolls} VALUES (1, 1.50), (1, 2.50), (3, 9.00)")
    cursor.execute(f"INSERT INTO {stations} VALUES (1, 'north'), (2, 'south')")
    cursor.execute(
        f"SELECT s.name, COALESCE(SUM(t.toll), 0) FROM {stations} s "
        f"LEFT JOIN {tolls} t ON t.station = s.id GROUP BY s.name ORDER BY s.name"
    )
    assert cursor.fetchall() == [("north", Decimal("4.00")), ("south", Decimal("0"))]


def test_parameters_are_bound(cursor):
    cursor.execute("SELECT %s + 1, upper(%s)", (41, "it's"))
    assert cursor.fetchone() == (42, "IT'S")


def test_a_wrong_value_names_its_place_and_loads_nothing(cursor, s3, bucket):
    table = table_name("wrong")
    s3.put_object(Bucket=bucket, Key="bad.csv", Body=b"1,one\ntwo,two\n")
    cursor.execute(f"CREATE TABLE {table} (n INTEGER, name VARCHAR(20))")
    with pytest.raises(psycopg2.Error) as failure:
        cursor.execute(f"COPY {table} FROM 's3://{bucket}/' CSV")
    message = str(failure.value)
    assert "bad.csv" in message and "2" in message and "n" in message, message
    cursor.execute(f"SELECT COUNT(*) FROM {table}")
    assert cursor.fetchone() == (0,)


def test_a_table_that_does_not_exist_is_named(cursor):
    with pytest.raises(psycopg2.Error) as failure:
        cursor.execute("SELECT * FROM nowhere_at_all")
    assert "nowhere_at_all" in str(failure.value)


def test_tables_and_rows_survive_a_kill(own_server):
    server = own_server()

    def ask(sql):
        connection = psycopg2.connect(
            host="127.0.0.1", port=server.warehouse_port, user="levada", dbname="levada"
        )
        connection.autocommit = True
        with connection.cursor() as cursor:
            cursor.execute(sql)
            rows = cursor.fetchall() if cursor.description else None
        connection.close()
        return rows

    s3 = server.client("s3")
    s3.create_bucket(Bucket="archive")
    s3.put_object(Bucket="archive", Key="1.csv", Body=b"1\n2\n")
    ask("CREATE TABLE kept (n INTEGER)")
    ask("COPY kept FROM 's3://archive/' CSV")
    server.kill()
    server.start()
    ask("COPY kept FROM 's3://archive/' CSV")
    assert ask("SELECT COUNT(*), SUM(n) FROM kept") == [(2, 3)]


def test_a_configured_login_is_asked_for(own_server):
    login = {"LEVADA_WAREHOUSE_USER": "analyst", "LEVADA_WAREHOUSE_PASSWORD": "s3cret"}
    server = own_server(login)
    address = {"host": "127.0.0.1", "port": server.warehouse_port, "dbname": "levada"}
    for user, password in [("analyst", "wrong"), ("levada", "s3cret")]:
        with pytest.raises(psycopg2.OperationalError):
            psycopg2.connect(user=user, password=password, **address)
    connection = psycopg2.connect(user="analyst", password="s3cret", **address)
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)
    connection.close()


@pytest.mark.skipif(shutil.which("psql") is None, reason="psql is not installed")
def test_psql_asks_and_is_answered(endpoint):
    psql = ["psql", "-h", "127.0.0.1", "-p", os.environ["LEVADA_WAREHOUSE_PORT"]]
    asked = [*psql, "-U", "levada", "-At", "levada", "-c", "SELECT 1 + 1 AS two"]
    ended = subprocess.run(asked, capture_output=True, text=True, timeout=60, check=False)
    assert (ended.returncode, ended.stdout.strip()) == (0, "2"), ended.stderr


def test_many_sessions_ask_at_once(endpoint):
    from concurrent.futures import ThreadPoolExecutor

    def ask(number):
        connection = psycopg2.connect(
            host="127.0.0.1",
            port=int(os.environ["LEVADA_WAREHOUSE_PORT"]),
            user="levada",
            dbname="levada",
        )
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {number} * 2")
            (answer,) = cursor.fetchone()
        connection.close()
        return answer

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(24))) == [number * 2 for number in range(24)]
    assert wait_until(lambda: ask(1), "sessions still open")
