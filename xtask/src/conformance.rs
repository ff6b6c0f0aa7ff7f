//! `cargo xtask conformance`: installs the real clients, starts the built binary on loopback,
//! and runs `conformance/` against it.
//! Does not: build the binary; `cargo xtask test` does.

mod java;

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::run::{Steps, cargo, levada, must, output, root, target_dir};

const START_TIMEOUT: Duration = Duration::from_secs(60);

/// A server of its own for the run, stopped when dropped.
pub struct Server {
    pub child: Child,
    pub url: String,
    warehouse_port: u16,
}

pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}

impl Server {
    pub fn start(data_dir: &Path) -> Result<Self> {
        let (port, warehouse_port) = (free_port()?, free_port()?);
        let log = fs::File::create(data_dir.join("server.log"))?;
        let child = Command::new(levada())
            .args(["up", "--listen", &format!("127.0.0.1:{port}")])
            .args(["--warehouse-listen", &format!("127.0.0.1:{warehouse_port}")])
            .arg("--data-dir")
            .arg(data_dir.join("data"))
            .stdout(Stdio::null())
            .stderr(log)
            .spawn()
            .with_context(|| format!("cannot start {}", levada().display()))?;
        let server = Self { child, url: format!("http://127.0.0.1:{port}"), warehouse_port };
        let started = Instant::now();
        while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
            if started.elapsed() > START_TIMEOUT {
                bail!("the server does not answer on port {port}");
            }
            sleep(Duration::from_millis(50));
        }
        Ok(server)
    }

    /// The environment that points stock clients at the server.
    pub fn point(&self, command: &mut Command) {
        command
            .env("AWS_ENDPOINT_URL", &self.url)
            .env("AWS_ACCESS_KEY_ID", "test")
            .env("AWS_SECRET_ACCESS_KEY", "test")
            .env("AWS_REGION", "us-east-1")
            .env("AWS_DEFAULT_REGION", "us-east-1")
            .env("AWS_EC2_METADATA_DISABLED", "true")
            .env("LEVADA_BIN", levada())
            .env("LEVADA_WAREHOUSE_PORT", self.warehouse_port.to_string())
            .env_remove("AWS_PROFILE");
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already; there is nobody left to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn run(_: &[String]) -> Result<()> {
    let python = install_python()?;
    install_node()?;
    install_psql()?;
    let java = java::install(&python)?;
    let work = target_dir().join("conformance");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    let server = Server::start(&work)?;
    let mut steps = Steps::default();
    steps.step("conformance: boto3 and AWS CLI", || {
        let mut pytest = Command::new(&python);
        pytest.args(["-m", "pytest", "-q", "conformance/python"]).current_dir(root());
        server.point(&mut pytest);
        let bin = python.parent().unwrap_or(Path::new("/")).display().to_string();
        let path = std::env::var("PATH").unwrap_or_default();
        pytest.env("PATH", format!("{bin}:{path}"));
        must(&mut pytest)
    });
    steps.step("conformance: JS SDK v3 over HTTP/2, and v2", || {
        let mut node = Command::new("node");
        node.arg("--test").current_dir(root().join("conformance/js"));
        server.point(&mut node);
        must(&mut node)
    });
    steps.step("conformance: Rust SDK", || {
        let run = ["run", "--quiet", "--locked", "--manifest-path", "conformance/rust/Cargo.toml"];
        let mut rust = cargo(&run);
        server.point(&mut rust);
        rust.env("CARGO_TARGET_DIR", target_dir().join("conformance-rust"));
        must(rust.args(["--", "rust-sdk"]))
    });
    if let Some(java) = java {
        steps.step("conformance: Java SDK v2, KCL and KPL", || {
            let mut pytest = Command::new(&python);
            pytest.args(["-m", "pytest", "-q", "conformance/java"]).current_dir(root());
            server.point(&mut pytest);
            pytest.env("LEVADA_JARS", &java.jars);
            if let Some(producer) = &java.producer {
                pytest.env("LEVADA_PRODUCER_JARS", producer);
            }
            must(&mut pytest)
        });
    }
    steps.finish()
}

/// `cargo xtask kill --rounds N`: the built server killed N times under load.
pub fn kill(rest: &[String]) -> Result<()> {
    let rounds = match rest {
        [] => "200",
        [flag, rounds] if flag == "--rounds" => rounds,
        _ => bail!("expected --rounds N"),
    };
    let test = "conformance/python/test_durability.py";
    let mut pytest = Command::new(install_python()?);
    pytest.args(["-m", "pytest", "-q", test, "-k", "kills_under_load"]).current_dir(root());
    must(pytest.env("LEVADA_BIN", levada()).env("LEVADA_KILL_ROUNDS", rounds))
}

/// A virtual environment with the pinned clients; its interpreter.
fn install_python() -> Result<PathBuf> {
    let venv = target_dir().join("conformance-venv");
    let python = venv.join("bin/python");
    if !python.exists() {
        ensure_python_venv()?;
        must(Command::new("python3").args(["-m", "venv"]).arg(&venv))?;
    }
    let requirements = root().join("conformance/python/requirements.txt");
    let stamp = venv.join("requirements.installed");
    let wanted = fs::read(&requirements)?;
    if fs::read(&stamp).ok().as_deref() != Some(wanted.as_slice()) {
        let pip = ["-m", "pip", "install", "--quiet", "--requirement"];
        must(Command::new(&python).args(pip).arg(&requirements))?;
        fs::write(&stamp, wanted)?;
    }
    Ok(python)
}

/// Installs Python's venv from Debian's packages where it is missing and we may.
fn ensure_python_venv() -> Result<()> {
    let there = Command::new("python3")
        .args(["-c", "import venv, ensurepip"])
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success());
    if there { Ok(()) } else { apt_install(&["python3", "python3-venv"]) }
}

fn install_node() -> Result<()> {
    let there = |program: &str| {
        let version = Command::new(program).arg("--version").stdout(Stdio::null()).status();
        version.is_ok_and(|status| status.success())
    };
    if !there("node") || !there("npm") {
        apt_install(&["nodejs", "npm"])?;
    }
    let folder = root().join("conformance/js");
    let stamp = folder.join("node_modules/.installed");
    let wanted = fs::read(folder.join("package-lock.json"))?;
    if fs::read(&stamp).ok().as_deref() != Some(wanted.as_slice()) {
        let quiet = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
        must(Command::new("npm").args(quiet).current_dir(&folder))?;
        fs::write(&stamp, wanted)?;
    }
    Ok(())
}

/// Installs psql where it is missing and we may; elsewhere its test says that it was skipped.
fn install_psql() -> Result<()> {
    let there = Command::new("psql").arg("--version").stdout(Stdio::null()).status();
    if there.is_ok_and(|status| status.success()) || !is_root() {
        return Ok(());
    }
    apt_install(&["postgresql-client"])
}

fn is_root() -> bool {
    output(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

fn apt_install(packages: &[&str]) -> Result<()> {
    must(Command::new("apt-get").args(["update", "-qq"]))
        .context("packages can be installed only as root on Debian")?;
    must(Command::new("apt-get").args(["install", "-y", "-qq"]).args(packages))
}
