//! Restoring: a backup is verified whole before anything is written, and appears whole.
//! Does not: write into a directory that holds anything, or merge.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use levada_env::disk::RealDisk;
use levada_log::tools::{self, Misfit};

use super::index::Index;
use super::take::{copy_file, prepare, sync_folders};
use super::{BackupError, failed};

/// Makes `data` from `backup`: checksums of every file, every batch and block of the log and the
/// control store's structure are verified first. `data` must be empty or missing.
pub fn restore(backup: &Path, data: &Path) -> Result<Index, BackupError> {
    let index = Index::read(backup)?;
    if data.exists() {
        prepare(data)?;
    }
    index.check(backup)?;
    let building = building(data);
    if building.exists() {
        // Of a restore that was cut off.
        fs::remove_dir_all(&building).map_err(failed("remove an unfinished restore"))?;
    }
    let copied = copy_all(&index, backup, &building);
    copied.map_err(failed(format!("copy into {}", building.display())))?;
    // In the copy, which may be opened; a backup may be on a medium that is read-only.
    levada_meta::check_store(&building.join("meta.sqlite"))?;
    check_log(&building.join("log"))?;
    let finish = || {
        if data.exists() {
            fs::remove_dir(data)?;
        }
        sync_folders(&building)?;
        fs::rename(&building, data)?;
        sync_folders(data)
    };
    finish().map_err(failed(format!("put {} in place", data.display())))?;
    Ok(index)
}

/// Beside `data`, so that one rename puts it in place.
fn building(data: &Path) -> PathBuf {
    let mut name = data.file_name().unwrap_or_default().to_owned();
    name.push(".restoring");
    data.with_file_name(name)
}

fn copy_all(index: &Index, backup: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for file in &index.files {
        copy_file(&backup.join(&file.path), &to.join(&file.path))?;
    }
    // Empty folders are in no index, and the log expects its own.
    fs::create_dir_all(to.join("log/segments"))?;
    fs::create_dir_all(to.join("log/wal"))
}

fn check_log(log: &Path) -> Result<(), BackupError> {
    let found =
        tools::verify(&RealDisk, log).map_err(|error| BackupError::Log(error.to_string()))?;
    match found.misfits.first() {
        None => Ok(()),
        Some(Misfit { file, offset, reason }) => {
            Err(BackupError::Damaged(format!("{} at byte {offset}: {reason}", file.display())))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::time::Duration;

    use bytes::Bytes;
    use levada_env::Env;
    use levada_log::{AppendBatch, DiskLog, Options, RecordLog, ShardAppend};
    use levada_meta::{SqliteStore, Table};
    use levada_types::ShardUid;

    use super::super::take::{Parts, take_running, take_stopped};
    use super::*;

    const SHARD: ShardUid = ShardUid(1);
    const ALL: Parts = Parts { objects: true, warehouse: true };

    async fn append(log: &DiskLog, text: &'static str) {
        let append =
            ShardAppend { shard: SHARD, payloads: vec![Bytes::from_static(text.as_bytes())] };
        let batch = AppendBatch { producer: None, appends: vec![append] };
        log.append(batch).await.unwrap();
    }

    fn open_log(data: &Path) -> Arc<DiskLog> {
        let options = Options::small(data.join("log"));
        DiskLog::open(options, Arc::new(RealDisk), &Env::real()).unwrap().0
    }

    async fn texts(data: &Path) -> Vec<Bytes> {
        let log = open_log(data);
        let read = log.read(SHARD, 0, 100, 10_000).await.unwrap();
        read.entries.into_iter().map(|entry| entry.payload).collect()
    }

    /// A data directory with one row, one record, one object; its log still runs.
    async fn running(data: &Path) -> Arc<DiskLog> {
        fs::create_dir_all(data.join("objects/bucket")).unwrap();
        fs::write(data.join("objects/bucket/key"), "content").unwrap();
        fs::write(data.join("master.key"), "secret").unwrap();
        let meta = SqliteStore::open(&data.join("meta.sqlite")).unwrap();
        Table::<String>::new(Arc::new(meta), "t").insert("k", &"row".into()).await.unwrap();
        let log = open_log(data);
        log.open_shard(SHARD, Duration::from_secs(3600)).await.unwrap();
        append(&log, "one").await;
        log
    }

    #[tokio::test]
    async fn a_backup_of_a_running_server_restores_what_was_acknowledged_before_it() {
        let dir = tempfile::tempdir().unwrap();
        let [data, copy, back] = ["data", "copy", "back"].map(|name| dir.path().join(name));
        let log = running(&data).await;
        take_running(&data, &log, &copy, ALL).unwrap();
        append(&log, "after").await;
        drop(log);
        restore(&copy, &back).unwrap();
        assert_eq!(texts(&back).await, ["one"]);
        let meta = SqliteStore::open(&back.join("meta.sqlite")).unwrap();
        let row = Table::<String>::new(Arc::new(meta), "t").get("k").await.unwrap();
        assert_eq!(row.unwrap().value, "row");
        assert_eq!(fs::read_to_string(back.join("objects/bucket/key")).unwrap(), "content");
        assert_eq!(fs::read_to_string(back.join("master.key")).unwrap(), "secret");
    }

    #[tokio::test]
    async fn a_backup_of_a_stopped_server_leaves_out_what_it_is_told_to() {
        let dir = tempfile::tempdir().unwrap();
        let [data, copy, back] = ["data", "copy", "back"].map(|name| dir.path().join(name));
        drop(running(&data).await);
        take_stopped(&data, &copy, Parts { objects: false, warehouse: false }).unwrap();
        restore(&copy, &back).unwrap();
        assert_eq!(texts(&back).await, ["one"]);
        assert!(!back.join("objects").exists());
    }

    #[tokio::test]
    async fn a_damaged_or_unfinished_backup_and_a_full_target_write_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let [data, copy, back] = ["data", "copy", "back"].map(|name| dir.path().join(name));
        drop(running(&data).await);
        let index = take_stopped(&data, &copy, ALL).unwrap();
        assert!(matches!(take_stopped(&data, &copy, ALL), Err(BackupError::NotEmpty(_))));
        assert!(matches!(restore(&copy, &data), Err(BackupError::NotEmpty(_))));
        for file in &index.files {
            let path = copy.join(&file.path);
            let whole = fs::read(&path).unwrap();
            let Some(middle) = whole.len().checked_sub(1).map(|last| last / 2) else { continue };
            let mut damaged = whole.clone();
            damaged[middle] ^= 1;
            fs::write(&path, damaged).unwrap();
            assert!(matches!(restore(&copy, &back), Err(BackupError::Damaged(_))), "{file:?}");
            assert!(!back.exists());
            fs::write(&path, whole).unwrap();
        }
        fs::remove_file(copy.join("backup.json")).unwrap();
        assert!(matches!(restore(&copy, &back), Err(BackupError::NoBackup(_))));
        assert!(!back.exists());
    }
}
