//! `levada sql test DIR|FILE…`: cases with their expected rows, each failure with its difference.
//! Does not: know the formats; see `levada_sql_tools`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use levada_sql_tools::{Report, TestResult, Verdict, find_tests, run_test};

#[derive(clap::Args)]
pub struct Arguments {
    /// Case files (.json), sqllogictest files (.slt), or folders of them
    #[arg(required = true, value_name = "DIR|FILE")]
    paths: Vec<PathBuf>,
    /// Show failures only
    #[arg(long, short)]
    quiet: bool,
}

/// The last line is `N passed, N failed`; a failure makes the exit code 1.
pub fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut tests = Vec::new();
    for path in &arguments.paths {
        let found = find_tests(path).with_context(|| format!("cannot read {}", path.display()))?;
        ensure!(!found.is_empty(), "no .json or .slt file is in {}", path.display());
        tests.extend(found);
    }
    let mut report = Report::default();
    for path in tests {
        let result = run_test(&path);
        report.count(&result.verdict);
        print(&result, arguments.quiet);
    }
    print_line(&report.to_string());
    Ok(if report.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(result: &TestResult, quiet: bool) {
    let path = result.path.display();
    match &result.verdict {
        Verdict::Passed(_) if quiet => {}
        Verdict::Passed(None) => print_line(&format!("ok      {path}")),
        Verdict::Passed(Some(note)) => print_line(&format!("ok      {path} ({note})")),
        Verdict::Failed(problem) => {
            let title = if result.title.is_empty() { "" } else { "\n  " };
            let problem = problem.lines().map(|line| format!("\n  {line}")).collect::<String>();
            print_line(&format!("FAILED  {path}{title}{}{problem}", result.title));
        }
    }
}

#[expect(clippy::print_stdout, reason = "the results are this command's output")]
fn print_line(line: &str) {
    println!("{line}");
}
