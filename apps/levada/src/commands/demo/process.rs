//! The server and the agent as processes of their own, as a user would start them.
//! Does not: know what they do.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use levada_server::ClockSettings;
use tokio::process::{Child, Command};

use super::LOOK_AGAIN;

const START_LOOKS: u32 = 600;

/// How this demo's server is started, every time it is started.
#[derive(Clone, Debug)]
pub struct Plan {
    pub dir: PathBuf,
    pub port: u16,
    pub warehouse_port: u16,
    pub clock: ClockSettings,
    pub python: PathBuf,
}

impl Plan {
    pub fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    fn command(&self, log: &str) -> Result<Command> {
        let program = std::env::current_exe().context("cannot find the own program file")?;
        let log = File::options()
            .append(true)
            .create(true)
            .open(self.dir.join(log))
            .with_context(|| format!("cannot write {log} in {}", self.dir.display()))?;
        let mut command = Command::new(program);
        command
            .current_dir(&self.dir)
            .env("LEVADA_CLOCK_FACTOR", self.clock.factor.to_string())
            .env("LEVADA_CLOCK_ORIGIN_REAL_MS", self.clock.origin_real_ms.to_string())
            .env("LEVADA_CLOCK_ORIGIN_MS", self.clock.origin_ms.to_string())
            .env("LEVADA_LOG", "info")
            .env("LEVADA_PYTHON", &self.python)
            .env("AWS_ENDPOINT_URL", self.url())
            .env_remove("LEVADA_ACCESS_KEYS")
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log)
            .kill_on_drop(true);
        Ok(command)
    }

    /// Started, and answering.
    pub async fn start_server(&self) -> Result<Child> {
        let mut child = self
            .command("server.log")?
            .args(["up", "--listen", &format!("127.0.0.1:{}", self.port)])
            .args(["--warehouse-listen", &format!("127.0.0.1:{}", self.warehouse_port)])
            .arg("--data-dir")
            .arg(self.dir.join("data"))
            .spawn()
            .context("cannot start the server")?;
        let health = format!("{}/_levada/health", self.url());
        for _ in 0..START_LOOKS {
            if let Some(status) = child.try_wait()? {
                bail!(
                    "the server ended with {status}; see {}",
                    self.dir.join("server.log").display()
                );
            }
            if reqwest::get(&health).await.is_ok_and(|answer| answer.status().is_success()) {
                return Ok(child);
            }
            tokio::time::sleep(LOOK_AGAIN).await;
        }
        bail!("the server does not answer at {health}")
    }

    pub fn start_agent(&self, config: &Path) -> Result<Child> {
        self.command("agent.log")?
            .arg("agent")
            .arg("--config")
            .arg(config)
            .spawn()
            .context("cannot start the agent")
    }
}

/// Asks a child to stop, and insists after a while.
pub async fn stop(mut child: Child) -> Result<()> {
    if let Some(id) = child.id() {
        let asked = Command::new("kill").args(["-TERM", &id.to_string()]).status().await;
        if asked.is_ok_and(|status| status.success())
            && tokio::time::timeout(Duration::from_secs(20), child.wait()).await.is_ok()
        {
            return Ok(());
        }
    }
    child.kill().await.context("cannot stop a process of the demo")
}
