//! What the Java tests need: a JDK, the jars of KCL and the AWS SDK out of a Python wheel, and
//! the KPL from Maven Central, kept in the user's cache.
//! Does not: need Maven.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

use super::{apt_install, is_root};
use crate::run::{must, output, root};

const MAVEN: &str = "https://repo1.maven.org/maven2";

/// Folders of jars for the tests.
pub struct Java {
    pub jars: PathBuf,
    /// `None` where Maven Central cannot be reached.
    pub producer: Option<PathBuf>,
}

fn cache() -> Result<PathBuf> {
    let home = std::env::var_os("HOME").context("HOME names no folder for the cache")?;
    Ok(PathBuf::from(home).join(".cache/levada-ci/java"))
}

#[expect(clippy::print_stdout, reason = "progress of a command for people and CI logs")]
fn notice(text: &str) {
    println!("SKIPPED {text}");
}

/// `None`, said aloud, where there is no JDK and none can be installed.
pub fn install(python: &Path) -> Result<Option<Java>> {
    if !has_javac() && is_root() {
        apt_install(&["openjdk-17-jdk-headless"])?;
    }
    if !has_javac() {
        notice("conformance with Java: there is no `javac` here; install a JDK of 17 or later");
        return Ok(None);
    }
    let cache = cache()?;
    fs::create_dir_all(&cache)?;
    let jars = install_jars(python, &cache)?;
    let producer = install_producer(&cache)?;
    if producer.is_none() {
        notice("conformance with the KPL: its jar cannot be fetched from Maven Central");
    }
    Ok(Some(Java { jars, producer }))
}

fn has_javac() -> bool {
    let version = Command::new("javac").arg("--version").stdout(Stdio::null()).status();
    version.is_ok_and(|status| status.success())
}

/// The jars out of the pinned wheel.
fn install_jars(python: &Path, cache: &Path) -> Result<PathBuf> {
    let requirements = root().join("conformance/java/requirements.txt");
    let folder = cache.join("wheel");
    let (stamp, wanted) = (folder.join("installed"), fs::read(&requirements)?);
    let jars = folder.join("amazon_kclpy/jars");
    if fs::read(&stamp).ok().as_deref() == Some(wanted.as_slice()) {
        return Ok(jars);
    }
    let wheels = cache.join("download");
    for stale in [&folder, &wheels] {
        if stale.exists() {
            fs::remove_dir_all(stale)?;
        }
    }
    let pip = ["-m", "pip", "download", "--quiet", "--no-deps", "--require-hashes", "--dest"];
    must(Command::new(python).args(pip).arg(&wheels).arg("--requirement").arg(&requirements))?;
    for wheel in fs::read_dir(&wheels)? {
        let unpack = ["-m", "zipfile", "-e"];
        must(Command::new(python).args(unpack).arg(wheel?.path()).arg(&folder))?;
    }
    fs::remove_dir_all(&wheels)?;
    fs::write(stamp, wanted)?;
    Ok(jars)
}

/// The jars that `maven.txt` lists, each checked against its hash.
fn install_producer(cache: &Path) -> Result<Option<PathBuf>> {
    let folder = cache.join("maven");
    fs::create_dir_all(&folder)?;
    let list = fs::read_to_string(root().join("conformance/java/maven.txt"))?;
    for line in list.lines().filter(|line| !line.starts_with('#')) {
        let Some((hash, path)) = line.split_once(' ') else {
            bail!("expected a hash and a path in maven.txt, got `{line}`");
        };
        let name = path.rsplit('/').next().unwrap_or(path);
        let jar = folder.join(name);
        if !jar.exists() {
            let part = folder.join(format!("{name}.part"));
            let curl = ["--fail", "--silent", "--show-error", "--location", "--output"];
            let mut fetch = Command::new("curl");
            fetch.args(curl).arg(&part).arg(format!("{MAVEN}/{path}"));
            if must(&mut fetch).is_err() {
                return Ok(None);
            }
            check_hash(&part, hash)?;
            fs::rename(&part, &jar)?;
        }
        check_hash(&jar, hash)?;
    }
    Ok(Some(folder))
}

fn check_hash(file: &Path, wanted: &str) -> Result<()> {
    let told = output(Command::new("sha256sum").arg(file))?;
    if !told.starts_with(wanted) {
        bail!("{} is not the file whose SHA-256 is {wanted}", file.display());
    }
    Ok(())
}
