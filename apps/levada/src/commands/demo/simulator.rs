//! The sensors' log: one line per passage when its time has come, rotated every other hour,
//! by renaming and by copy-and-truncate in turn.
//! Does not: decide what passes (see `world`).

use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use anyhow::Result;
use chrono::DateTime;
use levada_env::Clock;
use levada_types::Timestamp;

use super::world::Passage;

const ROTATE_EVERY_MS: i64 = 2 * 60 * 60 * 1000;
/// Real time between writes.
const TICK: Duration = Duration::from_millis(5);

pub fn iso(at: Timestamp) -> String {
    let at = DateTime::from_timestamp_millis(at.as_millis()).unwrap_or_default();
    at.format("%Y-%m-%d %H:%M:%S%.3f").to_string()
}

pub fn log_line(number: u64, passage: &Passage) -> String {
    let Passage { at, customer, station, vehicle, toll_cents } = passage;
    let (whole, cents) = (toll_cents / 100, toll_cents % 100);
    format!("{},T{number:08},{customer},{station},{vehicle},{whole}.{cents:02}\n", iso(*at))
}

struct SensorLog {
    path: PathBuf,
    file: BufWriter<File>,
    rotations: u32,
}

impl SensorLog {
    fn open(folder: &Path) -> Result<Self> {
        fs::create_dir_all(folder)?;
        let path = folder.join("toll.log");
        let file = BufWriter::new(File::options().append(true).create(true).open(&path)?);
        Ok(Self { path, file, rotations: 0 })
    }

    fn rotate(&mut self) -> Result<()> {
        self.file.flush()?;
        self.rotations += 1;
        let rotated = self.path.with_file_name(format!("toll.log.{:03}", self.rotations));
        if self.rotations % 2 == 1 {
            fs::rename(&self.path, rotated)?;
            self.file = BufWriter::new(File::options().append(true).create(true).open(&self.path)?);
        } else {
            fs::copy(&self.path, rotated)?;
            self.file.get_ref().set_len(0)?;
        }
        Ok(())
    }
}

/// Writes all passages, each at its time; returns after the last.
pub async fn run(
    passages: Arc<Vec<Passage>>,
    folder: PathBuf,
    clock: Arc<dyn Clock>,
    written: Arc<AtomicU64>,
) -> Result<()> {
    let mut log = SensorLog::open(&folder)?;
    let mut next = 0;
    let mut rotate_at = clock.now().as_millis() + ROTATE_EVERY_MS;
    while next < passages.len() {
        let now = clock.now();
        while let Some(passage) = passages.get(next).filter(|passage| passage.at <= now) {
            log.file.write_all(log_line(next as u64, passage).as_bytes())?;
            next += 1;
        }
        log.file.flush()?;
        written.store(next as u64, Ordering::Relaxed);
        if now.as_millis() >= rotate_at {
            log.rotate()?;
            rotate_at += ROTATE_EVERY_MS;
        }
        tokio::time::sleep(TICK).await;
    }
    Ok(())
}
