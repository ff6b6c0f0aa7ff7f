//! What the agent remembers across restarts: per flow, its files' offsets and the number of
//! its next record, always of acknowledged records only.
//! Does not: decide when to write; a flow does after each acknowledged batch.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use serde::{Deserialize, Serialize};

use crate::files::FileState;

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FlowState {
    /// The flow's identity towards the server, made once.
    pub producer_id: String,
    /// Number of the next record, from 0.
    pub next_sequence: u64,
    pub files: Vec<FileState>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Contents {
    version: u32,
    flows: BTreeMap<String, FlowState>,
}

const VERSION: u32 = 1;

/// The checkpoint file; replaced as a whole at each write.
pub struct Checkpoints {
    path: PathBuf,
    contents: Mutex<Contents>,
    _lock: File,
}

impl Checkpoints {
    /// Refuses a second agent on the same file.
    pub fn open(path: &Path) -> io::Result<Self> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let lock = File::create(path.with_extension("lock"))?;
        lock.try_lock().map_err(|_| {
            io::Error::other(format!("another agent uses the checkpoint file {}", path.display()))
        })?;
        let contents = match fs::read(path) {
            Ok(bytes) => serde_json::from_slice::<Contents>(&bytes).map_err(|e| {
                io::Error::other(format!("checkpoint file {} is damaged: {e}", path.display()))
            })?,
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                Contents { version: VERSION, ..Contents::default() }
            }
            Err(e) => return Err(e),
        };
        if contents.version != VERSION {
            let version = contents.version;
            return Err(io::Error::other(format!("checkpoint file has unknown version {version}")));
        }
        Ok(Self { path: path.to_owned(), contents: Mutex::new(contents), _lock: lock })
    }

    pub fn get(&self, flow: &str) -> Option<FlowState> {
        self.contents.lock().ok()?.flows.get(flow).cloned()
    }

    /// Durable when it returns.
    pub fn put(&self, flow: &str, state: FlowState) -> io::Result<()> {
        let mut contents = self
            .contents
            .lock()
            .map_err(|_| io::Error::other("a write of the checkpoint file has panicked"))?;
        contents.flows.insert(flow.to_owned(), state);
        let bytes = serde_json::to_vec_pretty(&*contents)?;
        let fresh = self.path.with_extension("new");
        let mut file = File::create(&fresh)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        fs::rename(&fresh, &self.path)?;
        match self.path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            Some(folder) => File::open(folder)?.sync_all(),
            None => File::open(".")?.sync_all(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkpoint_is_there_again_after_a_restart_and_bars_a_second_agent() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("checkpoints");
        let state = FlowState { producer_id: "p".into(), next_sequence: 7, files: vec![] };
        let first = Checkpoints::open(&path).unwrap();
        first.put("f", state.clone()).unwrap();
        let error = Checkpoints::open(&path).err().unwrap();
        assert!(error.to_string().contains("another agent"), "{error}");
        drop(first);
        assert_eq!(Checkpoints::open(&path).unwrap().get("f"), Some(state));
    }
}
