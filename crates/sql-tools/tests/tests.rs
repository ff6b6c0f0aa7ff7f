//! The house's own cases and `.slt` files pass, and the documented cases where they are at hand.
//! Does not: hold cases; they are in `conformance/sql` and `conformance/slt`.

#[path = "import/mod.rs"]
mod imports;

use std::path::{Path, PathBuf};

use levada_sql_tools::{
    Job, Records, Relation, Report, Source, Verdict, explain, find_tests, import, json_line,
    run_once, run_test,
};

fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn every_test_of(folder: &Path, at_least: usize) {
    let mut report = Report::default();
    let mut failures = Vec::new();
    for path in find_tests(folder).unwrap() {
        let result = run_test(&path);
        report.count(&result.verdict);
        if let Verdict::Failed(problem) = result.verdict {
            failures.push(format!("{}: {problem}", path.display()));
        }
    }
    assert!(failures.is_empty(), "{}\n{report}", failures.join("\n\n"));
    assert!(report.passed >= at_least, "{} has only {report}", folder.display());
}

#[test]
fn the_houses_own_cases_pass() {
    every_test_of(&repository().join("conformance/sql"), 8);
}

#[test]
fn the_slt_files_pass() {
    every_test_of(&repository().join("conformance/slt"), 1);
}

/// `LEVADA_KDA_CASES`, or `shared/cases/kda` beside the repository.
fn documented_cases() -> Option<PathBuf> {
    if let Ok(folder) = std::env::var("LEVADA_KDA_CASES") {
        return Some(PathBuf::from(folder));
    }
    let above = repository().canonicalize().unwrap();
    above.ancestors().map(|folder| folder.join("shared/cases/kda")).find(|folder| folder.is_dir())
}

#[test]
fn the_documented_cases_pass() {
    match documented_cases() {
        Some(folder) => every_test_of(&folder, 18),
        None => println!("ran nothing: set LEVADA_KDA_CASES to the folder of documented cases"),
    }
}

#[test]
fn a_failing_slt_file_names_its_line() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("wrong.slt");
    std::fs::write(&path, "query I\nVALUES (1 + 1)\n----\n3\n").unwrap();
    let Verdict::Failed(problem) = run_test(&path).verdict else { panic!("1 + 1 is not 3") };
    assert!(problem.contains("wrong.slt:1"), "{problem}");
}

#[test]
fn a_file_that_is_not_json_fails_and_one_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("broken.json");
    std::fs::write(&path, "{").unwrap();
    assert!(matches!(run_test(&path).verdict, Verdict::Failed(_)));
    assert!(find_tests(&folder.path().join("nowhere")).is_err());
}

const CODE: &str = r#"
CREATE STREAM OUT_STREAM (PLATE VARCHAR(8), TOTAL DOUBLE);
CREATE PUMP P AS INSERT INTO OUT_STREAM
SELECT STREAM "plate", SUM("toll") FROM SOURCE_SQL_STREAM_001 AS S
GROUP BY "plate", FLOOR(S.ROWTIME TO MINUTE);
"#;

fn job(rows: &str, keep_open: bool) -> Job {
    let records = Records::from_json(rows).unwrap();
    let schema = records.derived_schema("ROWTIME");
    let inputs = vec![Source { name: "SOURCE_SQL_STREAM_001".into(), records, schema }];
    let rowtime = "ROWTIME".to_owned();
    Job { sql: CODE.into(), inputs, references: Vec::new(), rowtime, keep_open }
}

fn lines(job: &Job) -> Vec<String> {
    let outcome = run_once(job).unwrap();
    let lines = outcome
        .streams
        .iter()
        .flat_map(|stream| stream.rows.iter().map(|row| json_line(stream, row).to_string()));
    lines.collect()
}

#[test]
fn a_run_over_a_file_closes_every_window_at_its_end() {
    let rows = "{\"ROWTIME\":\"2018-11-01 10:00:05\",\"plate\":\"A\",\"toll\":1.5}
                {\"ROWTIME\":\"2018-11-01 10:00:50\",\"plate\":\"A\",\"toll\":2.0}
                {\"ROWTIME\":\"2018-11-01 10:01:10\",\"plate\":\"A\",\"toll\":4.0}";
    let first = "{\"stream\":\"OUT_STREAM\",\"ROWTIME\":\"2018-11-01 10:01:00.000\",\
                 \"PLATE\":\"A\",\"TOTAL\":3.5}";
    let second = first.replace("10:01:00", "10:02:00").replace("3.5", "4.0");
    assert_eq!(lines(&job(rows, false)), [first, second.as_str()]);
    assert_eq!(lines(&job(rows, true)), [first]);
}

#[test]
fn a_row_time_that_is_none_is_refused_with_its_place() {
    let rows = "{\"ROWTIME\":\"soon\",\"plate\":\"A\",\"toll\":1}";
    let Err(error) = run_once(&job(rows, false)) else { panic!("`soon` is no time") };
    assert!(error.to_string().starts_with("record 1 of SOURCE_SQL_STREAM_001: ROWTIME is `soon`"));
}

#[test]
fn an_exported_application_is_explained_with_its_own_schemas() {
    let text = include_str!("import/described.json").replace(
        "CREATE STREAM T (A INTEGER);",
        "CREATE STREAM T (A INTEGER); CREATE PUMP P AS INSERT INTO T SELECT STREAM COUNT(*) \
         FROM SOURCE_SQL_STREAM_001 AS S GROUP BY FLOOR(S.ROWTIME TO HOUR);",
    );
    let [application] = <[_; 1]>::try_from(import(&text).unwrap()).unwrap();
    let streams: Vec<Relation> = application.streams().unwrap();
    let tables = application.tables().unwrap();
    let plan = explain(application.code(), &streams, &tables).unwrap().to_string();
    assert!(plan.starts_with("P: SOURCE_SQL_STREAM_001 -> T\n  Tumble"), "{plan}");
    assert!(explain("CREATE STREAM", &streams, &tables).is_err());
}
