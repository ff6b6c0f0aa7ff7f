//! Code packages: zips checked, unpacked once per content, kept under their SHA-256.
//! Does not: run anything of a package.

use std::fs::{self, File};
use std::io::{Cursor, Read, Write};
use std::os::unix::fs::{OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use bytes::Bytes;
use levada_env::Env;
use sha2::{Digest, Sha256};
use zip::ZipArchive;
use zip::read::ZipFile;

use crate::error::Error;
use crate::limits;

/// The directory `code/` with one directory per package.
#[derive(Clone)]
pub struct PackageStore {
    dir: PathBuf,
}

/// A package that is unpacked on disk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Package {
    /// Lower-case hex.
    pub sha256: String,
    pub zip_bytes: u64,
    pub root: PathBuf,
}

impl PackageStore {
    pub fn open(dir: PathBuf) -> Result<Self, Error> {
        fs::create_dir_all(&dir).map_err(|e| Error::machine("create code directory", &e))?;
        Ok(Self { dir })
    }

    pub fn root(&self, sha256: &str) -> PathBuf {
        self.dir.join(sha256)
    }

    /// Unpacks `content` unless it is there already. Durable when it returns; a package that
    /// fails leaves nothing behind.
    pub async fn add(&self, content: Bytes, env: &Env) -> Result<Package, Error> {
        let store = self.clone();
        let temporary = self.dir.join(format!(".unpacking-{}", env.random.uuid()));
        tokio::task::spawn_blocking(move || store.add_blocking(&content, &temporary))
            .await
            .map_err(|e| Error::machine("unpack", &e))?
    }

    fn add_blocking(&self, content: &[u8], temporary: &Path) -> Result<Package, Error> {
        let digest = Sha256::digest(content);
        let sha256: String = digest.iter().map(|b| format!("{b:02x}")).collect();
        let root = self.root(&sha256);
        if !root.is_dir() {
            let unpacked = unpack(content, temporary).and_then(|()| {
                fs::rename(temporary, &root).map_err(|e| Error::machine("keep code", &e))?;
                sync_dir(&self.dir)
            });
            if let Err(error) = unpacked {
                let _ = fs::remove_dir_all(temporary);
                return Err(error);
            }
        }
        Ok(Package { sha256, zip_bytes: content.len() as u64, root })
    }

    /// Removes every package, and every leftover of an interrupted unpacking, whose name is not
    /// in `used`.
    pub fn keep_only(&self, used: &[String]) -> Result<(), Error> {
        let failed = |e: std::io::Error| Error::machine("read code directory", &e);
        for entry in fs::read_dir(&self.dir).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !used.contains(&name)
                && let Err(error) = fs::remove_dir_all(entry.path())
            {
                tracing::warn!(%error, name, "unused function code could not be removed");
            }
        }
        Ok(())
    }
}

fn invalid_zip(reason: &dyn std::fmt::Display) -> Error {
    Error::invalid(format!("Could not unzip uploaded file. {reason}"))
}

fn unpack(content: &[u8], into: &Path) -> Result<(), Error> {
    if content.len() > limits::ZIP_BYTES_MAX {
        return Err(invalid_zip(&format!("the zip is over {} bytes", limits::ZIP_BYTES_MAX)));
    }
    let mut archive = ZipArchive::new(Cursor::new(content)).map_err(|e| invalid_zip(&e))?;
    if archive.len() > limits::ZIP_ENTRIES_MAX {
        return Err(invalid_zip(&format!("it has over {} entries", limits::ZIP_ENTRIES_MAX)));
    }
    fs::create_dir_all(into).map_err(|e| Error::machine("create code directory", &e))?;
    let mut budget = limits::UNPACKED_BYTES_MAX;
    for place in 0..archive.len() {
        let mut entry = archive.by_index(place).map_err(|e| invalid_zip(&e))?;
        unpack_entry(&mut entry, into, &mut budget)?;
    }
    sync_tree(into)
}

fn unpack_entry<R: Read>(
    entry: &mut ZipFile<'_, R>,
    into: &Path,
    budget: &mut u64,
) -> Result<(), Error> {
    let name = entry.name().to_owned();
    let relative = entry
        .enclosed_name()
        .ok_or_else(|| invalid_zip(&format!("`{name}` lies outside of the package")))?;
    if entry.is_symlink() {
        return Err(invalid_zip(&format!("`{name}` is a symbolic link")));
    }
    let path = into.join(&relative);
    let failed = |e: std::io::Error| Error::machine(&format!("unpack `{name}`"), &e);
    if entry.is_dir() {
        return fs::create_dir_all(&path).map_err(failed);
    }
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(failed)?;
    }
    let runs = entry.unix_mode().is_some_and(|mode| mode & 0o111 != 0)
        || relative == Path::new("bootstrap");
    let mode = if runs { 0o755 } else { 0o644 };
    let mut file = File::options()
        .write(true)
        .create_new(true)
        .mode(mode)
        .open(&path)
        .map_err(|e| invalid_zip(&format!("`{name}`: {e}")))?;
    // The sizes an archive declares are claims; only what comes out counts.
    let written = std::io::copy(&mut entry.by_ref().take(*budget + 1), &mut file)
        .map_err(|e| invalid_zip(&format!("`{name}`: {e}")))?;
    *budget = budget.checked_sub(written).ok_or_else(|| {
        Error::invalid(format!(
            "Unzipped size must be smaller than {} bytes",
            limits::UNPACKED_BYTES_MAX
        ))
    })?;
    file.flush().and_then(|()| file.sync_all()).map_err(failed)
}

fn sync_dir(dir: &Path) -> Result<(), Error> {
    File::open(dir)
        .and_then(|dir| dir.sync_all())
        .map_err(|e| Error::machine("sync code directory", &e))
}

fn sync_tree(dir: &Path) -> Result<(), Error> {
    let failed = |e: std::io::Error| Error::machine("sync code directory", &e);
    let mut pending = vec![dir.to_owned()];
    while let Some(dir) = pending.pop() {
        fs::set_permissions(&dir, fs::Permissions::from_mode(0o755)).map_err(failed)?;
        for entry in fs::read_dir(&dir).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if entry.file_type().map_err(failed)?.is_dir() {
                pending.push(entry.path());
            }
        }
        sync_dir(&dir)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn zip_of(files: &[(&str, &[u8])]) -> Bytes {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, content) in files {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(content).unwrap();
        }
        writer.finish().unwrap().into_inner().into()
    }

    async fn add(content: Bytes) -> (tempfile::TempDir, Result<Package, Error>) {
        let dir = tempfile::tempdir().unwrap();
        let store = PackageStore::open(dir.path().to_owned()).unwrap();
        let added = store.add(content, &Env::real()).await;
        (dir, added)
    }

    #[tokio::test]
    async fn a_package_is_unpacked_and_its_bootstrap_may_run() {
        let zip = zip_of(&[("bootstrap", b"#!/bin/sh"), ("lib/a.py", b"A = 1")]);
        let (_dir, added) = add(zip).await;
        let root = added.unwrap().root;
        assert_eq!(fs::read(root.join("lib/a.py")).unwrap(), b"A = 1");
        let mode = fs::metadata(root.join("bootstrap")).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0o111);
    }

    #[tokio::test]
    async fn a_package_that_climbs_out_is_refused_and_leaves_nothing() {
        let (dir, added) = add(zip_of(&[("a.py", b""), ("../../evil.py", b"")])).await;
        assert!(matches!(added, Err(Error::InvalidParameter(_))), "{added:?}");
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[tokio::test]
    async fn bytes_that_are_no_zip_are_refused() {
        let (_dir, added) = add(Bytes::from_static(b"not a zip")).await;
        assert!(matches!(added, Err(Error::InvalidParameter(_))), "{added:?}");
    }

    #[test]
    fn a_package_over_its_budget_is_refused_whatever_it_declares() {
        let zip = zip_of(&[("big", &[0; 4096])]);
        let dir = tempfile::tempdir().unwrap();
        let mut archive = ZipArchive::new(Cursor::new(&zip[..])).unwrap();
        let mut budget = 4095;
        let mut entry = archive.by_index(0).unwrap();
        let unpacked = unpack_entry(&mut entry, dir.path(), &mut budget);
        assert!(matches!(unpacked, Err(Error::InvalidParameter(_))), "{unpacked:?}");
    }

    #[tokio::test]
    async fn unused_packages_are_removed_and_used_ones_stay() {
        let (dir, added) = add(zip_of(&[("a.py", b"")])).await;
        let package = added.unwrap();
        let store = PackageStore::open(dir.path().to_owned()).unwrap();
        let other = store.add(zip_of(&[("b.py", b"")]), &Env::real()).await.unwrap();
        store.keep_only(std::slice::from_ref(&package.sha256)).unwrap();
        assert!(package.root.is_dir());
        assert!(!other.root.exists());
    }
}
