"""`levada sql` runs, tests and explains streaming SQL from files, without a server."""

import json
import os
from pathlib import Path

from harness import run

CASES = Path(__file__).parent.parent / "sql"

CODE = """
CREATE STREAM TOTALS (PLATE VARCHAR(8), TOTAL DOUBLE);
CREATE PUMP P AS INSERT INTO TOTALS
SELECT STREAM "plate", SUM("toll") FROM SOURCE_SQL_STREAM_001 AS S
GROUP BY "plate", STEP(S.ROWTIME BY INTERVAL '1' MINUTE);
"""

ROWS = [
    {"ROWTIME": "2018-11-01 10:00:05", "plate": "AB-1", "toll": 1.5},
    {"ROWTIME": "2018-11-01 10:00:50", "plate": "AB-1", "toll": 2.0},
    {"ROWTIME": "2018-11-01 10:01:10", "plate": "CD-2", "toll": 4.0},
]


def sql(*arguments):
    return run([os.environ["LEVADA_BIN"], "sql", *map(str, arguments)])


def files(folder):
    code, rows = folder / "app.sql", folder / "rows.jsonl"
    code.write_text(CODE)
    rows.write_text("".join(json.dumps(row) + "\n" for row in ROWS))
    return code, rows


def test_a_run_over_files_gives_the_rows_of_every_window(tmp_path):
    code, rows = files(tmp_path)
    done = sql("run", code, "--input", rows)
    assert done.returncode == 0, done.stderr
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found == [
        {"stream": "TOTALS", "ROWTIME": "2018-11-01 10:01:00.000", "PLATE": "AB-1", "TOTAL": 3.5},
        {"stream": "TOTALS", "ROWTIME": "2018-11-01 10:02:00.000", "PLATE": "CD-2", "TOTAL": 4.0},
    ]


def test_code_that_does_not_compile_is_refused_with_its_place(tmp_path):
    code, rows = files(tmp_path)
    code.write_text(CODE.replace('"toll"', '"tool"'))
    done = sql("run", code, "--input", rows)
    assert done.returncode == 1
    assert "From line 4, column" in done.stderr


def test_the_last_line_counts_and_a_failure_makes_the_exit_code_1(tmp_path):
    done = sql("test", CASES)
    assert done.returncode == 0, done.stdout
    passed = len(list(CASES.glob("*.json")))
    assert done.stdout.splitlines()[-1] == f"{passed} passed, 0 failed"
    (tmp_path / "wrong.json").write_text(json.dumps({"kind": "scalar", "asserts": [["1 + 1", 3]]}))
    done = sql("test", CASES, tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == f"{passed} passed, 1 failed"
    assert "expected 3" in done.stdout


def test_a_plan_shows_windows_and_keys(tmp_path):
    code, rows = files(tmp_path)
    done = sql("explain", code, "--input", rows)
    assert done.returncode == 0, done.stderr
    assert "Tumble window=[STEP(S.ROWTIME BY INTERVAL '1' MINUTE)]" in done.stdout


def test_an_exported_application_becomes_requests(tmp_path):
    described = {
        "ApplicationDetail": {
            "ApplicationName": "tolls",
            "ApplicationCode": CODE,
            "InputDescriptions": [],
            "OutputDescriptions": [],
        }
    }
    path = tmp_path / "tolls.json"
    path.write_text(json.dumps(described))
    done = sql("import", path)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["CreateApplication"]["ApplicationName"] == "tolls"
