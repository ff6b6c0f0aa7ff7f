//! What functions print: one file per function, bounded, with the lines AWS adds.
//! Does not: send logs anywhere else.

use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use levada_env::Clock;
use parking_lot::Mutex;
use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncReadExt, BufReader};
use tokio::sync::watch;

use crate::error::Error;
use crate::limits;

/// Our Python bootstrap ends each invocation's output with this, its request id and a newline.
const END_MARK: &str = "\u{1e}end ";

/// The log file of one function, shared by its processes.
pub struct FunctionLog {
    path: PathBuf,
    open: Mutex<Option<(File, u64)>>,
}

impl FunctionLog {
    /// Opens nothing until the first line comes.
    pub fn new(path: PathBuf) -> Arc<Self> {
        Arc::new(Self { path, open: Mutex::new(None) })
    }

    /// A log that cannot be written must not stop a function: the failure is reported once per
    /// attempt and the line is lost.
    fn write(&self, line: &str) {
        let mut open = self.open.lock();
        if let Err(error) = self.try_write(&mut open, line) {
            tracing::warn!(%error, path = %self.path.display(), "function log cannot be written");
            *open = None;
        }
    }

    fn try_write(&self, open: &mut Option<(File, u64)>, line: &str) -> std::io::Result<()> {
        if open.as_ref().is_some_and(|(_, size)| *size >= limits::LOG_FILE_BYTES_MAX) {
            *open = None;
            fs::rename(&self.path, self.path.with_extension("log.1"))?;
        }
        if open.is_none() {
            if let Some(dir) = self.path.parent() {
                fs::create_dir_all(dir)?;
            }
            let file = File::options().create(true).append(true).open(&self.path)?;
            let size = file.metadata()?.len();
            *open = Some((file, size));
        }
        if let Some((file, size)) = open {
            file.write_all(line.as_bytes())?;
            *size += line.len() as u64;
        }
        Ok(())
    }
}

/// The output of one process: into the function's file, and the last 4 KiB kept for the caller.
pub struct ProcessLog {
    file: Arc<FunctionLog>,
    tail: Mutex<String>,
    ended: watch::Sender<String>,
}

impl ProcessLog {
    pub fn new(file: Arc<FunctionLog>) -> Arc<Self> {
        let ended = watch::Sender::new(String::new());
        Arc::new(Self { file, tail: Mutex::new(String::new()), ended })
    }

    /// Copies lines until the process and its children have closed their output.
    pub async fn copy(self: Arc<Self>, output: impl AsyncRead + Unpin + Send) {
        let mut reader = BufReader::new(output);
        let mut line = Vec::new();
        loop {
            line.clear();
            let limit = limits::LOG_LINE_BYTES_MAX as u64;
            match (&mut reader).take(limit).read_until(b'\n', &mut line).await {
                Ok(0) | Err(_) => return,
                Ok(_) => self.copy_line(&String::from_utf8_lossy(&line)),
            }
        }
    }

    fn copy_line(&self, line: &str) {
        let (text, mark) = match line.split_once(END_MARK) {
            Some((text, request_id)) => (text, Some(request_id.trim_end())),
            None => (line, None),
        };
        if !text.is_empty() {
            self.line(text.trim_end_matches('\n'));
        }
        if let Some(request_id) = mark {
            self.ended.send_replace(request_id.to_owned());
        }
    }

    pub fn line(&self, text: &str) {
        let line = format!("{text}\n");
        self.file.write(&line);
        let mut tail = self.tail.lock();
        tail.push_str(&line);
        if tail.len() > limits::LOG_TAIL_BYTES_MAX {
            let from = tail.ceil_char_boundary(tail.len() - limits::LOG_TAIL_BYTES_MAX);
            tail.drain(..from);
        }
    }

    pub fn start(&self, request_id: &str) {
        self.tail.lock().clear();
        self.line(&format!("START RequestId: {request_id} Version: $LATEST"));
    }

    /// Waits until the process's own end mark has been read, in vain at most `within`.
    pub async fn settle(&self, request_id: &str, within: Duration, machine_clock: &dyn Clock) {
        let mut ended = self.ended.subscribe();
        tokio::select! {
            _ = ended.wait_for(|id| id == request_id) => {}
            () = machine_clock.sleep(within) => {}
        }
    }

    pub fn end(&self, request_id: &str, report: &Report) {
        self.line(&format!("END RequestId: {request_id}"));
        self.line(&report.line(request_id));
    }

    pub fn tail(&self) -> Bytes {
        Bytes::from(self.tail.lock().clone())
    }
}

/// The numbers of one invocation.
pub struct Report {
    pub duration: Duration,
    pub init: Option<Duration>,
    pub memory_mib: u32,
    /// Highest resident size of the process in MiB, where the system tells.
    pub memory_used_mib: Option<u64>,
}

impl Report {
    fn line(&self, request_id: &str) -> String {
        let ms = self.duration.as_secs_f64() * 1000.0;
        let mut line = format!(
            "REPORT RequestId: {request_id}\tDuration: {ms:.2} ms\tBilled Duration: {:.0} ms\t\
             Memory Size: {} MB",
            ms.ceil(),
            self.memory_mib
        );
        if let Some(used) = self.memory_used_mib {
            line.push_str(&format!("\tMax Memory Used: {used} MB"));
        }
        if let Some(init) = self.init {
            line.push_str(&format!("\tInit Duration: {:.2} ms", init.as_secs_f64() * 1000.0));
        }
        line
    }
}

/// The directory `logs/` with one file per function.
pub struct LogDirectory(PathBuf);

impl LogDirectory {
    pub fn open(dir: PathBuf) -> Result<Self, Error> {
        fs::create_dir_all(&dir).map_err(|e| Error::machine("create log directory", &e))?;
        Ok(Self(dir))
    }

    pub fn of(&self, function: &str) -> Arc<FunctionLog> {
        FunctionLog::new(self.0.join(format!("{function}.log")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process_log(dir: &tempfile::TempDir) -> Arc<ProcessLog> {
        let logs = LogDirectory::open(dir.path().to_owned()).unwrap();
        ProcessLog::new(logs.of("f"))
    }

    #[tokio::test]
    async fn the_tail_is_the_last_4_kib_and_the_file_has_every_line() {
        let dir = tempfile::tempdir().unwrap();
        let log = process_log(&dir);
        let text: String = (0..1000).map(|n| format!("line {n:04}\n")).collect();
        Arc::clone(&log).copy(text.as_bytes()).await;
        assert!(log.tail().len() <= limits::LOG_TAIL_BYTES_MAX);
        assert!(log.tail().ends_with(b"line 0999\n"));
        assert_eq!(fs::read_to_string(dir.path().join("f.log")).unwrap(), text);
    }

    #[tokio::test]
    async fn the_end_mark_is_not_part_of_the_log() {
        let dir = tempfile::tempdir().unwrap();
        let log = process_log(&dir);
        let output = "no newline\u{1e}end r1\n";
        Arc::clone(&log).copy(output.as_bytes()).await;
        assert_eq!(&log.tail()[..], b"no newline\n");
        assert_eq!(*log.ended.borrow(), "r1");
    }

    #[test]
    fn a_full_log_file_makes_room_for_a_new_one() {
        let dir = tempfile::tempdir().unwrap();
        let log = LogDirectory::open(dir.path().to_owned()).unwrap().of("f");
        log.write("first\n");
        if let Some((_, size)) = log.open.lock().as_mut() {
            *size = limits::LOG_FILE_BYTES_MAX;
        }
        log.write("second\n");
        assert_eq!(fs::read_to_string(dir.path().join("f.log")).unwrap(), "second\n");
        assert_eq!(fs::read_to_string(dir.path().join("f.log.1")).unwrap(), "first\n");
    }
}
