//! Copies of a control store for backups, and the check of one that comes back.
//! Does not: know what the rows mean.

use std::fs::File;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use crate::MetaError;

fn failed(error: impl std::fmt::Display) -> MetaError {
    MetaError::Store(error.to_string())
}

/// Writes a consistent copy of the store at `from` into the new file `to`, durably. The store
/// may be in use meanwhile: the copy is of one moment.
pub fn copy_store(from: &Path, to: &Path) -> Result<(), MetaError> {
    let source = Connection::open_with_flags(from, OpenFlags::SQLITE_OPEN_READ_WRITE);
    let source = source.map_err(failed)?;
    source.busy_timeout(std::time::Duration::from_secs(10)).map_err(failed)?;
    let target = to.to_str().ok_or_else(|| failed("the target's path is not UTF-8"))?;
    source.execute("VACUUM INTO ?1", [target]).map_err(failed)?;
    File::open(to).and_then(|file| file.sync_all()).map_err(failed)
}

/// Checks the structure of the store at `path`.
pub fn check_store(path: &Path) -> Result<(), MetaError> {
    let store = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_WRITE);
    let found: String = store
        .and_then(|store| store.query_row("PRAGMA integrity_check", [], |row| row.get(0)))
        .map_err(failed)?;
    if found == "ok" { Ok(()) } else { Err(failed(found)) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{SqliteStore, Table};

    #[tokio::test]
    async fn a_copy_of_a_store_in_use_holds_what_was_committed() {
        let dir = tempfile::tempdir().unwrap();
        let [path, copy] = ["meta.sqlite", "copy.sqlite"].map(|name| dir.path().join(name));
        let table: Table<u32> = Table::new(Arc::new(SqliteStore::open(&path).unwrap()), "t");
        table.insert("a", &1).await.unwrap();
        copy_store(&path, &copy).unwrap();
        table.insert("b", &2).await.unwrap();
        check_store(&copy).unwrap();
        let copied: Table<u32> = Table::new(Arc::new(SqliteStore::open(&copy).unwrap()), "t");
        assert_eq!(copied.get("a").await.unwrap().unwrap().value, 1);
        assert!(copied.get("b").await.unwrap().is_none());
    }

    #[test]
    fn a_copy_never_replaces_a_file_and_a_damaged_store_is_told() {
        let dir = tempfile::tempdir().unwrap();
        let [path, copy] = ["meta.sqlite", "copy.sqlite"].map(|name| dir.path().join(name));
        drop(SqliteStore::open(&path).unwrap());
        std::fs::write(&copy, "something").unwrap();
        assert!(copy_store(&path, &copy).is_err());
        assert!(check_store(&copy).is_err());
        assert!(copy_store(&dir.path().join("none"), &dir.path().join("new")).is_err());
    }
}
