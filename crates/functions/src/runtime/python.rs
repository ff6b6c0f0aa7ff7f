//! The machine's Python: found once, asked whether a package holds its handler.
//! Does not: run handlers (see `launch`).

use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::Arc;
use std::time::Duration;

use levada_env::Clock;
use tokio::process::Command;
use tokio::sync::OnceCell;

use crate::error::Error;
use crate::limits;

pub const BOOTSTRAP: &str = include_str!("bootstrap.py");
const FIND_HANDLER: &str = include_str!("find_handler.py");

pub struct Python {
    command: PathBuf,
    machine_clock: Arc<dyn Clock>,
    /// What `command` really is, behind version managers' scripts.
    executable: OnceCell<PathBuf>,
}

impl Python {
    pub fn new(command: Option<PathBuf>, machine_clock: Arc<dyn Clock>) -> Self {
        let command = command.unwrap_or_else(|| PathBuf::from("python3"));
        Self { command, machine_clock, executable: OnceCell::new() }
    }

    pub async fn executable(&self) -> Result<&Path, Error> {
        let found = self.executable.get_or_try_init(|| async {
            let ask = ["-c", "import sys; print(sys.executable)"];
            self.run(&self.command, &ask).await.map(PathBuf::from)
        });
        found.await.map(PathBuf::as_path)
    }

    async fn run(&self, command: &Path, arguments: &[&str]) -> Result<String, Error> {
        let name = command.display().to_string();
        let running = Command::new(command)
            .args(arguments)
            .stdin(Stdio::null())
            .stderr(Stdio::piped())
            .kill_on_drop(true)
            .output();
        let limit: Duration = limits::HANDLER_CHECK_TIMEOUT;
        let output = tokio::select! {
            output = running => output,
            () = self.machine_clock.sleep(limit) => {
                return Err(Error::Machine(format!("`{name}` gave no answer in {limit:?}")));
            }
        };
        let output = output.map_err(|e| {
            Error::Machine(format!(
                "`{name}` cannot be run ({e}): install Python 3, or name an interpreter in the \
                 configuration"
            ))
        })?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
        } else {
            let reason = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(Error::Machine(format!("`{name}` failed: {reason}")))
        }
    }

    /// Refuses a package whose handler cannot be there. The module is read, never run.
    pub async fn check_handler(&self, root: &Path, handler: &str) -> Result<(), Error> {
        let Some((module, function)) = handler.rsplit_once('.') else {
            return Err(Error::invalid(format!(
                "Bad handler '{handler}': expected module.function"
            )));
        };
        let plain =
            |part: &str| !part.is_empty() && part.chars().all(|c| c == '_' || c.is_alphanumeric());
        let parts: Vec<&str> = module.split(['.', '/']).collect();
        if !parts.iter().all(|part| plain(part)) || !plain(function) {
            return Err(Error::invalid(format!(
                "Bad handler '{handler}': expected module.function"
            )));
        }
        let base = parts.iter().fold(root.to_owned(), |path, part| path.join(part));
        let candidates = [base.with_extension("py"), base.join("__init__.py")];
        let Some(file) = candidates.iter().find(|path| path.is_file()) else {
            return Err(Error::invalid(format!(
                "Unable to import module '{module}': the package holds no {}.py",
                parts.join("/")
            )));
        };
        let path = file.to_string_lossy().into_owned();
        let executable = self.executable().await?;
        let verdict =
            self.run(executable, &["-I", "-S", "-c", FIND_HANDLER, &path, function]).await?;
        if verdict == "ok" {
            return Ok(());
        }
        let verdict = verdict.replace(&format!("{}/", root.display()), "");
        Err(Error::invalid(format!("Handler '{handler}': module '{module}' {verdict}")))
    }
}

#[cfg(test)]
mod tests {
    use levada_env::Env;

    use super::*;

    async fn check(text: &str, handler: &str) -> Result<(), Error> {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("pkg")).unwrap();
        std::fs::write(dir.path().join("pkg/app.py"), text).unwrap();
        let python = Python::new(None, Env::real().machine_clock);
        python.check_handler(dir.path(), handler).await
    }

    #[tokio::test]
    async fn a_handler_is_found_however_it_is_defined() {
        for text in [
            "def handler(event, context): pass",
            "handler = lambda event, context: None",
            "try:\n  from fast import handler\nexcept ImportError:\n  from slow import handler",
            "from elsewhere import *",
        ] {
            assert_eq!(check(text, "pkg.app.handler").await, Ok(()), "{text}");
            assert_eq!(check(text, "pkg/app.handler").await, Ok(()), "{text}");
        }
    }

    #[tokio::test]
    async fn a_package_without_its_handler_is_refused_with_the_reason() {
        for (text, handler, reason) in [
            ("def other(): pass", "pkg.app.handler", "has no function `handler`"),
            ("def handler(:", "pkg.app.handler", "cannot be parsed"),
            ("", "pkg.other.handler", "holds no pkg/other.py"),
            ("", "../etc/passwd.x", "Bad handler"),
            ("", "handler", "Bad handler"),
        ] {
            let Err(Error::InvalidParameter(message)) = check(text, handler).await else {
                panic!("{handler} was accepted in {text:?}");
            };
            assert!(message.contains(reason), "{message}");
        }
    }
}
