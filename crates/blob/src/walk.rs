//! Walks a bucket's directory in the byte order of its keys.
//! Does not: read contents, or look where neither `prefix` nor `after` allow a key.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::disk_name;

/// What to look for.
pub struct Wanted<'a> {
    pub prefix: &'a str,
    /// Only keys after this one.
    pub after: Option<&'a str>,
    pub limit: usize,
}

impl Wanted<'_> {
    fn key(&self, key: &str) -> bool {
        key.starts_with(self.prefix) && self.after.is_none_or(|after| key > after)
    }

    /// `directory` is a key prefix ending in `/`.
    fn directory(&self, directory: &str) -> bool {
        let on_the_way = directory.starts_with(self.prefix) || self.prefix.starts_with(directory);
        let passed =
            self.after.is_some_and(|after| directory <= after && !after.starts_with(directory));
        on_the_way && !passed
    }
}

struct Child {
    /// The segment, with `/` after it for a directory: ordering by this orders whole keys.
    name: String,
    path: PathBuf,
    is_directory: bool,
}

/// Keys with their files, in byte order, at most `wanted.limit`.
pub fn keys(root: &Path, wanted: &Wanted<'_>) -> io::Result<Vec<(String, PathBuf)>> {
    let mut found = Vec::new();
    descend(root, "", wanted, &mut found)?;
    Ok(found)
}

fn descend(
    directory: &Path,
    key_prefix: &str,
    wanted: &Wanted<'_>,
    found: &mut Vec<(String, PathBuf)>,
) -> io::Result<()> {
    for child in children(directory)? {
        if found.len() >= wanted.limit {
            return Ok(());
        }
        let key = format!("{key_prefix}{}", child.name);
        if child.is_directory {
            if wanted.directory(&key) {
                descend(&child.path, &key, wanted, found)?;
            }
        } else if wanted.key(&key) {
            found.push((key, child.path));
        }
    }
    Ok(())
}

fn children(directory: &Path) -> io::Result<Vec<Child>> {
    let entries = match fs::read_dir(directory) {
        Ok(entries) => entries,
        // Removed between its parent's reading and now: it held nothing any more.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error),
    };
    let mut children = Vec::new();
    for entry in entries {
        let entry = entry?;
        let Some(segment) = entry.file_name().to_str().and_then(disk_name::decode) else {
            continue;
        };
        let is_directory = entry.file_type()?.is_dir();
        let name = if is_directory { segment + "/" } else { segment };
        children.push(Child { name, path: entry.path(), is_directory });
    }
    children.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(children)
}
