//! `cargo xtask bench peers`: the built server beside in-memory Kinesis emulators, in one run.
//! Does not: measure; `levada bench compare` does.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use anyhow::{Result, bail};

use crate::conformance::{Server, free_port};
use crate::run::{cargo, levada, must, target_dir};

/// Versions that were compared; the figures in the docs are theirs.
const KINESIS_LOCAL: &str = "kinesis-local@0.6.2";
const FERROKINESIS: &str = "0.7.0";

const START_TIMEOUT: Duration = Duration::from_secs(120);

/// A peer that is ended when this is dropped.
struct Peer {
    name: &'static str,
    child: Child,
    port: u16,
}

impl Drop for Peer {
    fn drop(&mut self) {
        // It may have ended already; there is nobody left to tell.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

pub fn run(rest: &[String]) -> Result<()> {
    if rest != ["peers"] {
        bail!("expected `bench peers`");
    }
    must(&mut cargo(&["build", "--release", "-p", "levada"]))?;
    let folder = target_dir().join("peers");
    fs::create_dir_all(&folder)?;
    let work = folder.join("data");
    if work.exists() {
        fs::remove_dir_all(&work)?;
    }
    fs::create_dir_all(&work)?;
    let server = Server::start(&work)?;
    let mut peers = Vec::new();
    for start in [kinesis_local, ferrokinesis] {
        match start(&folder) {
            Ok(peer) => peers.push(peer),
            Err(error) => eprintln!("a peer is left out: {error:#}"),
        }
    }
    let mut compare = Command::new(levada());
    compare.args(["bench", "compare", "--peer"]);
    compare.arg(format!("levada={},{}", server.url, server.child.id()));
    for peer in &peers {
        let (name, pid) = (peer.name, peer.child.id());
        compare.arg("--peer").arg(format!("{name}=http://127.0.0.1:{},{pid}", peer.port));
    }
    server.point(&mut compare);
    must(compare.env_remove("AWS_ENDPOINT_URL"))
}

/// From npm; needs `npm` and `node`.
fn kinesis_local(folder: &Path) -> Result<Peer> {
    let home = folder.join("kinesis-local");
    fs::create_dir_all(&home)?;
    must(
        Command::new("npm")
            .args(["install", "--no-audit", "--no-fund", "--prefix"])
            .arg(&home)
            .arg(KINESIS_LOCAL),
    )?;
    let port = free_port()?;
    let mut node = Command::new("node");
    // It reads its TLS key from the folder it is started in.
    node.arg("main.js").current_dir(home.join("node_modules/kinesis-local"));
    node.env("KINESIS_MOCK_PLAIN_PORT", port.to_string());
    node.env("KINESIS_MOCK_TLS_PORT", free_port()?.to_string());
    node.env("SHARD_LIMIT", "1000").env("LOG_LEVEL", "ERROR");
    start("kinesis-local", node, port)
}

/// Built from its crate, once.
fn ferrokinesis(folder: &Path) -> Result<Peer> {
    let home: PathBuf = folder.join("ferrokinesis");
    let program = home.join("bin/ferrokinesis");
    if !program.exists() {
        let mut install = cargo(&["install", "ferrokinesis", "--version", FERROKINESIS, "--root"]);
        // Its build must not disturb the workspace's.
        must(install.arg(&home).env("CARGO_TARGET_DIR", home.join("target")))?;
    }
    let port = free_port()?;
    let mut peer = Command::new(program);
    peer.args(["--port", &port.to_string()]);
    start("ferrokinesis", peer, port)
}

fn start(name: &'static str, mut command: Command, port: u16) -> Result<Peer> {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let peer = Peer { name, child: command.spawn()?, port };
    let started = Instant::now();
    while std::net::TcpStream::connect(("127.0.0.1", port)).is_err() {
        if started.elapsed() > START_TIMEOUT {
            bail!("{name} does not answer on port {port}");
        }
        sleep(Duration::from_millis(100));
    }
    Ok(peer)
}
