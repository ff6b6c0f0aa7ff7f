//! Files: each says what it is, none is too long, none holds a banned word.
//! Does not: read generated code.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::run::{cargo, output};

/// Lines of a file before its tests.
const LINES_MAX: usize = 500;
const GENERATED: &str = "crates/model/src/generated/";
/// Files that may be longer: `path | reason` lines.
const ALLOW_LIST: &str = "xtask/tidy-allow.txt";

/// Written in two parts so that this file does not hold them.
const BANNED: &[(&str, &str)] = &[("todo", "!("), ("unimplemented", "!("), ("dbg", "!(")];

pub fn check(root: &Path) -> Result<Vec<String>> {
    let allowed = fs::read_to_string(root.join(ALLOW_LIST)).unwrap_or_default();
    let mut findings = Vec::new();
    let mut allow = Vec::new();
    for line in allowed.lines().filter(|line| !line.trim().is_empty()) {
        match line.split_once(" | ") {
            Some((path, reason)) if !reason.trim().is_empty() => allow.push(path.trim()),
            _ => findings.push(format!("{ALLOW_LIST}: `{line}` has no reason")),
        }
    }
    let mut git = std::process::Command::new("git");
    git.args(["ls-files", "--cached", "--others", "--exclude-standard", "*.rs"]).current_dir(root);
    let listed = match output(&mut git) {
        Ok(listed) => listed,
        // An exported tree has no git; cargo still knows where the crates are.
        Err(_) => rust_files_without_git(root)?,
    };
    for path in listed.lines().filter(|path| !path.starts_with(GENERATED)) {
        // A file deleted in the work tree is still listed until the deletion is committed.
        let Ok(text) = fs::read_to_string(root.join(path)) else { continue };
        findings.extend(judge(path, &text, allow.contains(&path)));
    }
    for path in allow {
        let length =
            fs::read_to_string(root.join(path)).map_or(0, |text| lines_before_tests(&text));
        if length <= LINES_MAX {
            findings.push(format!("{ALLOW_LIST}: {path} needs no exception any more"));
        }
    }
    Ok(findings)
}

fn rust_files_without_git(root: &Path) -> Result<String> {
    // `cargo metadata` fails early with a clear message when this is no workspace at all.
    output(&mut cargo(&["metadata", "--no-deps", "--format-version", "1"]))?;
    let mut found = String::new();
    let mut folders = vec![root.join("crates"), root.join("apps"), root.join("xtask")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| folder.display().to_string())? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let relative = path.strip_prefix(root).unwrap_or(&path);
                found.push_str(&format!("{}\n", relative.display()));
            }
        }
    }
    Ok(found)
}

fn lines_before_tests(text: &str) -> usize {
    text.lines().take_while(|line| line.trim() != "#[cfg(test)]").count()
}

fn judge(path: &str, text: &str, may_be_long: bool) -> Vec<String> {
    let mut findings = Vec::new();
    if !text.starts_with("//!") {
        findings.push(format!("{path}: does not begin with `//!` and what it is"));
    }
    let length = lines_before_tests(text);
    let is_test = path.contains("/tests/") || path.ends_with("tests.rs");
    if length > LINES_MAX && !may_be_long && !is_test {
        findings.push(format!("{path}: {length} lines before its tests, over {LINES_MAX}"));
    }
    for (word, bang) in BANNED {
        let banned = format!("{word}{bang}");
        for (number, _) in text.lines().enumerate().filter(|(_, line)| line.contains(&banned)) {
            findings.push(format!("{path}:{}: `{word}!` is banned", number + 1));
        }
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_does_not_say_what_it_is_is_found() {
        assert_eq!(judge("a.rs", "fn f() {}", false).len(), 1);
        assert!(judge("a.rs", "//! A file.\nfn f() {}", false).is_empty());
    }

    #[test]
    fn a_banned_word_is_found_with_its_line() {
        let text = ["//! A file.\nfn f() { todo", "!() }"].concat();
        assert_eq!(judge("a.rs", &text, false), ["a.rs:2: `todo!` is banned"]);
    }

    #[test]
    fn length_counts_up_to_the_tests_only() {
        let long = format!("//! A file.\n{}", "\n".repeat(LINES_MAX));
        assert_eq!(judge("a.rs", &long, false).len(), 1);
        assert!(judge("a.rs", &long, true).is_empty());
        let tested = format!("//! A file.\n#[cfg(test)]\n{}", "\n".repeat(LINES_MAX));
        assert!(judge("a.rs", &tested, false).is_empty());
    }
}
