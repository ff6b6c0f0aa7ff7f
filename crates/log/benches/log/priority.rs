//! Real-time priority for the threads that write, so that other work on the machine is kept out.
//! Does not: do anything unless `LEVADA_BENCH_PRIORITY` asks for it.

use std::fs;
use std::process::Command;

/// The name of the log's writing thread; the bare loop's has it too.
pub const WRITER: &str = "log-write";
/// The log's other threads would be starved by callers that never pause.
const OTHERS: [&str; 2] = ["log-publish", "log-flush"];

/// Raises every thread of those names in this process.
pub fn raise_writers() {
    let Ok(priority) = std::env::var("LEVADA_BENCH_PRIORITY") else { return };
    for task in fs::read_dir("/proc/self/task").into_iter().flatten().flatten() {
        let name = fs::read_to_string(task.path().join("comm")).unwrap_or_default();
        if name.trim() == WRITER || OTHERS.contains(&name.trim()) {
            let task = task.file_name();
            let raised = Command::new("chrt").args(["-f", "-p", &priority]).arg(&task).status();
            if !raised.is_ok_and(|status| status.success()) {
                println!("thread {} keeps its priority: chrt refused", task.display());
            }
        }
    }
}
