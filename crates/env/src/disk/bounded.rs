//! `BoundedDisk`: another disk with a bound on the files that are open only to be read.
//! Does not: bound files that are written; their owners hold few.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock, Weak};

use parking_lot::Mutex;

use super::{Disk, DiskFile, DiskLock, OpenMode};

/// Files opened with [`OpenMode::Read`] are opened again when they are read after others have
/// pushed them out. A file that is removed while somebody holds it stays readable, as ever.
pub struct BoundedDisk(Arc<State>);

struct State {
    disk: Arc<dyn Disk>,
    open_max: usize,
    /// Open files, the one read last at the back.
    open: Mutex<VecDeque<(PathBuf, Arc<dyn DiskFile>)>>,
    /// Those that somebody holds.
    held: Mutex<HashMap<PathBuf, Weak<BoundedFile>>>,
}

struct BoundedFile {
    state: Arc<State>,
    path: PathBuf,
    /// The file itself once its name is gone.
    nameless: OnceLock<Arc<dyn DiskFile>>,
}

impl BoundedDisk {
    /// At most `open_max` files are open to be read; at least one.
    pub fn new(disk: Arc<dyn Disk>, open_max: usize) -> Self {
        let (open, held) = (Mutex::default(), Mutex::default());
        Self(Arc::new(State { disk, open_max: open_max.max(1), open, held }))
    }
}

impl State {
    fn file(&self, path: &Path) -> io::Result<Arc<dyn DiskFile>> {
        {
            let mut open = self.open.lock();
            if let Some(at) = open.iter().position(|(of, _)| of == path)
                && let Some(found) = open.remove(at)
            {
                let file = Arc::clone(&found.1);
                open.push_back(found);
                return Ok(file);
            }
        }
        let file = self.disk.open(path, OpenMode::Read)?;
        let mut open = self.open.lock();
        open.push_back((path.to_owned(), Arc::clone(&file)));
        while open.len() > self.open_max {
            open.pop_front();
        }
        Ok(file)
    }

    /// The name will mean another file, or none: who holds the present one keeps it.
    fn let_go(&self, path: &Path) {
        let held = self.held.lock().remove(path).and_then(|held| held.upgrade());
        if let Some(held) = held
            && let Ok(file) = self.file(path)
        {
            held.nameless.get_or_init(|| file);
        }
        self.open.lock().retain(|(of, _)| of != path);
    }
}

impl BoundedFile {
    fn with<T>(&self, act: impl Fn(&dyn DiskFile) -> io::Result<T>) -> io::Result<T> {
        if let Some(file) = self.nameless.get() {
            return act(&**file);
        }
        match self.state.file(&self.path) {
            Ok(file) => act(&*file),
            // Its name went between the two looks.
            Err(error) => self.nameless.get().map_or(Err(error), |file| act(&**file)),
        }
    }
}

impl Disk for BoundedDisk {
    fn create_dir_all(&self, dir: &Path) -> io::Result<()> {
        self.0.disk.create_dir_all(dir)
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        self.0.disk.list(dir)
    }

    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>> {
        if mode != OpenMode::Read {
            self.0.let_go(path);
            return self.0.disk.open(path, mode);
        }
        self.0.file(path)?;
        let (state, nameless) = (Arc::clone(&self.0), OnceLock::new());
        let file = Arc::new(BoundedFile { state, path: path.to_owned(), nameless });
        self.0.held.lock().insert(path.to_owned(), Arc::downgrade(&file));
        Ok(file)
    }

    fn open_direct(&self, path: &Path) -> io::Result<Arc<dyn DiskFile>> {
        self.0.disk.open_direct(path)
    }

    fn prefers_direct(&self, dir: &Path) -> bool {
        self.0.disk.prefers_direct(dir)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.let_go(to);
        self.0.let_go(from);
        self.0.disk.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.let_go(path);
        self.0.disk.remove(path)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        self.0.disk.sync_dir(dir)
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn DiskLock>> {
        self.0.disk.lock(path)
    }
}

impl DiskFile for BoundedFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        // `bytes` cannot be lent twice, so the file is found first.
        let file = match self.nameless.get() {
            Some(file) => Arc::clone(file),
            None => match self.state.file(&self.path) {
                Ok(file) => file,
                Err(error) => self.nameless.get().cloned().ok_or(error)?,
            },
        };
        file.read_at(bytes, offset)
    }

    fn write_at(&self, _bytes: &[u8], _offset: u64) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }

    fn sync(&self) -> io::Result<()> {
        self.with(|file| file.sync())
    }

    fn len(&self) -> io::Result<u64> {
        self.with(|file| file.len())
    }

    fn set_len(&self, _len: u64) -> io::Result<()> {
        Err(io::ErrorKind::PermissionDenied.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::RealDisk;

    #[test]
    fn few_files_are_open_and_all_stay_readable_also_without_a_name() {
        let dir = tempfile::tempdir().unwrap();
        let disk = BoundedDisk::new(Arc::new(RealDisk), 3);
        let path = |n: u8| dir.path().join(n.to_string());
        let files: Vec<_> = (0..10)
            .map(|n| {
                disk.open(&path(n), OpenMode::Create).unwrap().write_at(&[n], 0).unwrap();
                disk.open(&path(n), OpenMode::Read).unwrap()
            })
            .collect();
        let read = |n: usize| {
            let mut byte = [255];
            files[n].read_at(&mut byte, 0).unwrap();
            byte[0]
        };
        let first: Vec<u8> = (0..10).map(read).collect();
        assert_eq!(first, (0..10).collect::<Vec<u8>>());
        assert_eq!(disk.0.open.lock().len(), 3);
        disk.remove(&path(4)).unwrap();
        disk.open(&path(5), OpenMode::Create).unwrap().write_at(&[77], 0).unwrap();
        assert_eq!((read(4), files[4].len().unwrap()), (4, 1));
        assert_eq!(
            disk.open(&path(4), OpenMode::Read).err().unwrap().kind(),
            io::ErrorKind::NotFound
        );
        assert_eq!(read(9), 9);
    }
}
