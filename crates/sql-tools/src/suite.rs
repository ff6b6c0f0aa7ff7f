//! Test files of a folder: which there are, what each of them gives.
//! Does not: print.

use std::fmt;
use std::path::{Path, PathBuf};

use serde_json::Value as Json;

use crate::{cases, slt};

/// What became of one test.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// With what a reader should know about it.
    Passed(Option<String>),
    Failed(String),
}

/// One test file and what became of it.
#[derive(Clone, Debug)]
pub struct TestResult {
    pub path: PathBuf,
    /// The case's title, empty for `.slt` files.
    pub title: String,
    pub verdict: Verdict,
}

/// How many passed and failed; printed as the suite's last line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    pub passed: usize,
    pub failed: usize,
}

impl Report {
    pub fn count(&mut self, verdict: &Verdict) {
        match verdict {
            Verdict::Passed(_) => self.passed += 1,
            Verdict::Failed(_) => self.failed += 1,
        }
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// The `.json` and `.slt` files in a folder and below it, sorted; a file by itself is taken
/// whatever its name. An index of cases, which is a JSON list, is no test.
///
/// # Errors
/// When a folder cannot be read.
pub fn find_tests(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !path.is_dir() {
        // Metadata first, so that a file that is not there is an error and not a failed test.
        path.metadata()?;
        return Ok(vec![path.to_owned()]);
    }
    let mut found = Vec::new();
    for entry in std::fs::read_dir(path)? {
        let entry = entry?.path();
        let extension = entry.extension().and_then(|extension| extension.to_str());
        if entry.is_dir() {
            found.extend(find_tests(&entry)?);
        } else if matches!(extension, Some("json" | "slt")) && !is_index(&entry) {
            found.push(entry);
        }
    }
    found.sort();
    Ok(found)
}

fn is_index(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "index.json")
        && std::fs::read_to_string(path).is_ok_and(|text| text.trim_start().starts_with('['))
}

/// Runs one file: `.slt` as such, everything else as a JSON case.
pub fn run_test(path: &Path) -> TestResult {
    let result = |title: String, verdict| TestResult { path: path.to_owned(), title, verdict };
    if path.extension().is_some_and(|extension| extension == "slt") {
        let verdict = match slt::run(path) {
            Ok(()) => Verdict::Passed(None),
            Err(problem) => Verdict::Failed(problem),
        };
        return result(String::new(), verdict);
    }
    let read = std::fs::read_to_string(path).map_err(|error| format!("cannot read it: {error}"));
    let case = read.and_then(|text| {
        serde_json::from_str::<Json>(&text).map_err(|error| format!("is not JSON: {error}"))
    });
    match case {
        Err(problem) => result(String::new(), Verdict::Failed(problem)),
        Ok(case) => {
            let title = case["title"].as_str().unwrap_or("").to_owned();
            result(title, cases::run(&case))
        }
    }
}
