//! The ring: zero-filled files that the writer takes in turn and gets back once tier 2 has
//! what they hold.
//! Does not: write batches; see `writer`.

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use levada_env::disk::{Disk, DiskFile, OpenMode};
use parking_lot::Mutex;

const ZEROS_BYTES: usize = 1024 * 1024;
const TEMPORARY: &str = ".tmp";

#[derive(Clone)]
pub(crate) struct RingFile {
    pub(crate) id: u32,
    pub(crate) len: u64,
    pub(crate) file: Arc<dyn DiskFile>,
}

pub(crate) struct Ring {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    file_bytes: u64,
    files_max: usize,
    /// Files are written past the page cache.
    direct: bool,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    free: VecDeque<RingFile>,
    /// With the generation written in it.
    used: Vec<(u64, RingFile)>,
    id_max: u32,
}

pub(crate) fn file_name(id: u32) -> String {
    format!("{id:06}.wal")
}

/// The files in `dir`, which is cleared of unfinished ones.
pub(crate) fn open_files(disk: &dyn Disk, dir: &Path) -> io::Result<Vec<RingFile>> {
    let mut files = Vec::new();
    for name in disk.list(dir)? {
        let path = dir.join(&name);
        if name.ends_with(TEMPORARY) {
            disk.remove(&path)?;
        } else if let Some(id) = name.strip_suffix(".wal").and_then(|id| id.parse().ok()) {
            let file = disk.open(&path, OpenMode::Write)?;
            files.push(RingFile { id, len: file.len()?, file });
        }
    }
    Ok(files)
}

impl Ring {
    /// `used` are files with batches that tier 2 lacks, each with its generation.
    pub(crate) fn new(
        disk: Arc<dyn Disk>,
        dir: PathBuf,
        file_bytes: u64,
        files_max: usize,
        direct: bool,
        free: Vec<RingFile>,
        used: Vec<(u64, RingFile)>,
    ) -> io::Result<Self> {
        let ids = free.iter().chain(used.iter().map(|(_, file)| file)).map(|file| file.id);
        let id_max = ids.max().unwrap_or(0);
        let state = State { free: VecDeque::new(), used, id_max };
        let ring = Self { disk, dir, file_bytes, files_max, direct, state: Mutex::new(state) };
        for file in free {
            let file = ring.for_writing(file)?;
            ring.state.lock().free.push_back(file);
        }
        Ok(ring)
    }

    /// The file as the writer uses it.
    fn for_writing(&self, file: RingFile) -> io::Result<RingFile> {
        if !self.direct {
            return Ok(file);
        }
        let direct = self.disk.open_direct(&self.path(file.id))?;
        Ok(RingFile { file: direct, ..file })
    }

    pub(crate) fn is_direct(&self) -> bool {
        self.direct
    }

    pub(crate) fn path(&self, id: u32) -> PathBuf {
        self.dir.join(file_name(id))
    }

    /// A free file, now used for `generation`.
    pub(crate) fn take(&self, generation: u64) -> Option<RingFile> {
        let mut state = self.state.lock();
        let file = state.free.pop_front()?;
        state.used.push((generation, file.clone()));
        Some(file)
    }

    /// Frees the files of generations before `generation`. Files of another length than the
    /// ring's present one are removed.
    pub(crate) fn release(&self, generation: u64) -> io::Result<()> {
        let released: Vec<RingFile> = {
            let mut state = self.state.lock();
            let old = state.used.extract_if(.., |(of, _)| *of < generation);
            old.map(|(_, file)| file).collect()
        };
        for file in released {
            if file.len == self.file_bytes {
                // Files that recovery found in use were opened to be read.
                let file = self.for_writing(file)?;
                self.state.lock().free.push_back(file);
            } else {
                self.disk.remove(&self.path(file.id))?;
            }
        }
        Ok(())
    }

    pub(crate) fn has_free(&self) -> bool {
        !self.state.lock().free.is_empty()
    }

    pub(crate) fn len(&self) -> usize {
        let state = self.state.lock();
        state.free.len() + state.used.len()
    }

    /// Whether a file should and may be added.
    pub(crate) fn wants_file(&self) -> bool {
        !self.has_free() && self.len() < self.files_max
    }

    /// Adds a free file: zero-filled, synced, then given its name.
    pub(crate) fn add_file(&self) -> io::Result<()> {
        let id = {
            let mut state = self.state.lock();
            state.id_max += 1;
            state.id_max
        };
        let path = self.path(id);
        let temporary = self.dir.join(format!("{}{TEMPORARY}", file_name(id)));
        let created = self.zero_fill(&temporary).and_then(|file| {
            self.disk.rename(&temporary, &path)?;
            self.disk.sync_dir(&self.dir)?;
            Ok(file)
        });
        let file = created.inspect_err(|_| {
            // What remains is removed at the next start if not now.
            let _ = self.disk.remove(&temporary);
        })?;
        let file = self.for_writing(RingFile { id, len: self.file_bytes, file })?;
        self.state.lock().free.push_back(file);
        Ok(())
    }

    fn zero_fill(&self, path: &Path) -> io::Result<Arc<dyn DiskFile>> {
        let file = self.disk.open(path, OpenMode::Create)?;
        let zeros = vec![0; ZEROS_BYTES.min(self.file_bytes as usize)];
        let mut at = 0;
        while at < self.file_bytes {
            let len = zeros.len().min((self.file_bytes - at) as usize);
            file.write_at(&zeros[..len], at)?;
            at += len as u64;
        }
        file.sync()?;
        Ok(file)
    }
}
