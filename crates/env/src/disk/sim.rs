//! `SimDisk`: a disk in memory that forgets what was not synced, fails and fills up on request.
//! Does not: lose directories; creating one is durable, as the trait promises.

mod inode;

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use self::inode::{Inode, PowerCut};
use super::{Disk, DiskFile, DiskLock, OpenMode};

/// Contents of removed files that may show through in files that grew unsynced.
const GHOSTS_MAX: usize = 4;
const EIO: i32 = 5;

/// Cheap to clone; all clones are the same disk.
#[derive(Clone)]
pub struct SimDisk(Arc<Mutex<State>>);

#[derive(Clone)]
struct State {
    random: StdRng,
    /// Counts process lives: handles of an earlier one are dead.
    era: u64,
    powered: bool,
    operations_left: Option<u64>,
    syncs_left: Option<u64>,
    writes_left: Option<u64>,
    capacity_bytes: Option<u64>,
    inodes: HashMap<u64, Inode>,
    next_inode: u64,
    dirs: BTreeSet<PathBuf>,
    live: BTreeMap<PathBuf, u64>,
    durable: BTreeMap<PathBuf, u64>,
    unsynced: Vec<(PathBuf, NameChange)>,
    locks: BTreeSet<PathBuf>,
    ghosts: VecDeque<Vec<u8>>,
}

#[derive(Clone)]
enum NameChange {
    Link(PathBuf, u64),
    Unlink(PathBuf),
    Rename(PathBuf, PathBuf, u64),
}

impl NameChange {
    fn apply(&self, names: &mut BTreeMap<PathBuf, u64>) {
        match self {
            Self::Link(path, inode) => {
                names.insert(path.clone(), *inode);
            }
            Self::Unlink(path) => {
                names.remove(path);
            }
            Self::Rename(from, to, inode) => {
                names.remove(from);
                names.insert(to.clone(), *inode);
            }
        }
    }
}

fn power_is_off() -> io::Error {
    io::Error::other("the simulated machine has no power")
}

impl State {
    /// Counts one operation. `Ok(true)`: the power goes while this operation runs.
    fn begin(&mut self, era: u64) -> io::Result<bool> {
        if !self.powered || era != self.era {
            return Err(power_is_off());
        }
        match &mut self.operations_left {
            Some(0) => {
                self.powered = false;
                Ok(true)
            }
            Some(left) => {
                *left -= 1;
                Ok(false)
            }
            None => Ok(false),
        }
    }

    fn change(&mut self, dir: &Path, change: NameChange) {
        change.apply(&mut self.live);
        self.unsynced.push((dir.to_path_buf(), change));
    }

    fn find(&self, path: &Path) -> io::Result<u64> {
        self.live.get(path).copied().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    fn inode(&mut self, inode: u64) -> &mut Inode {
        self.inodes.entry(inode).or_default()
    }

    /// Remembers what a file held whose blocks are given to others now.
    fn bury(&mut self, content: Vec<u8>) {
        if content.is_empty() {
            return;
        }
        self.ghosts.push_back(content);
        if self.ghosts.len() > GHOSTS_MAX {
            self.ghosts.pop_front();
        }
    }

    /// Counts one sync; the last good one is followed by one that fails.
    fn sync_fails(&mut self) -> bool {
        countdown(&mut self.syncs_left)
    }

    fn room_for(&self, inode: u64, len: u64) -> io::Result<()> {
        let Some(capacity) = self.capacity_bytes else { return Ok(()) };
        let used: u64 = self.live.values().map(|id| self.inodes[id].live.len() as u64).sum();
        let own = self.inodes.get(&inode).map_or(0, |found| found.live.len() as u64);
        if len > own && used - own.min(used) + len > capacity {
            return Err(io::ErrorKind::StorageFull.into());
        }
        Ok(())
    }
}

/// Whether the operation that this counts is the one that fails.
fn countdown(left: &mut Option<u64>) -> bool {
    match left {
        Some(0) => {
            *left = None;
            true
        }
        Some(left) => {
            *left -= 1;
            false
        }
        None => false,
    }
}

fn finish(power_goes: bool) -> io::Result<()> {
    if power_goes { Err(power_is_off()) } else { Ok(()) }
}

fn parent(path: &Path) -> PathBuf {
    path.parent().unwrap_or(Path::new("")).to_path_buf()
}

impl SimDisk {
    /// An empty disk; what a power cut keeps follows from `seed`.
    pub fn new(seed: u64) -> Self {
        Self(Arc::new(Mutex::new(State {
            random: StdRng::seed_from_u64(seed),
            era: 0,
            powered: true,
            operations_left: None,
            syncs_left: None,
            writes_left: None,
            capacity_bytes: None,
            inodes: HashMap::new(),
            next_inode: 0,
            dirs: BTreeSet::new(),
            live: BTreeMap::new(),
            durable: BTreeMap::new(),
            unsynced: Vec::new(),
            locks: BTreeSet::new(),
            ghosts: VecDeque::new(),
        })))
    }

    /// Another disk that holds the same, synced and unsynced; from here on they differ.
    pub fn fork(&self) -> Self {
        Self(Arc::new(Mutex::new(self.0.lock().clone())))
    }

    /// Lets `operations` more file operations succeed; the power goes during the next one.
    pub fn cut_power_after(&self, operations: u64) {
        self.0.lock().operations_left = Some(operations);
    }

    /// Lets `syncs` more syncs succeed, of files and of directories; the next one answers EIO,
    /// having stored any part. What a file's failed sync did not store is lost though reads
    /// still show it; what a directory's did not store waits for another sync.
    pub fn fail_sync_after(&self, syncs: u64) {
        self.0.lock().syncs_left = Some(syncs);
    }

    /// Lets `writes` more writes succeed; the next one answers EIO, having written any part.
    pub fn fail_write_after(&self, writes: u64) {
        self.0.lock().writes_left = Some(writes);
    }

    /// Bytes that files may hold together; `None` for no limit.
    pub fn set_capacity(&self, bytes: Option<u64>) {
        self.0.lock().capacity_bytes = bytes;
    }

    /// Takes back [`SimDisk::cut_power_after`], if the power is still there.
    pub fn keep_power(&self) {
        self.0.lock().operations_left = None;
    }

    /// Bytes in all files.
    pub fn used_bytes(&self) -> u64 {
        let state = self.0.lock();
        state.live.values().map(|inode| state.inodes[inode].live.len() as u64).sum()
    }

    pub fn has_power(&self) -> bool {
        self.0.lock().powered
    }

    /// A power cut and a restart: any part of what was not synced is gone, open handles are
    /// dead, locks are free.
    pub fn crash(&self) {
        let mut state = self.0.lock();
        let state = &mut *state;
        for (_, change) in std::mem::take(&mut state.unsynced) {
            if state.random.random_bool(0.5) {
                change.apply(&mut state.durable);
            }
        }
        state.live = state.durable.clone();
        let kept: BTreeSet<u64> = state.live.values().copied().collect();
        state.inodes.retain(|inode, _| kept.contains(inode));
        let cut = PowerCut::new(&mut state.random);
        // In the order of numbers, so that one seed is one outcome.
        for inode in kept {
            if let Some(found) = state.inodes.get_mut(&inode) {
                found.lose_power(&cut, &state.ghosts, &mut state.random);
            }
        }
        state.restart();
    }

    /// The process ends and the machine goes on: nothing is lost, handles are dead, locks free.
    /// After [`SimDisk::cut_power_after`] it was the process alone that ended there.
    pub fn kill(&self) {
        self.0.lock().restart();
    }

    /// Flips the bits of `mask` in the byte at `offset` of a file, where it is stored.
    pub fn rot(&self, path: &Path, offset: u64, mask: u8) -> io::Result<()> {
        let mut state = self.0.lock();
        let inode = state.find(path)?;
        let at = offset as usize;
        state.inode(inode).rot(at, mask).ok_or_else(|| io::ErrorKind::UnexpectedEof.into())
    }

    /// Paths and lengths of all files, by path.
    pub fn files(&self) -> Vec<(PathBuf, u64)> {
        let state = self.0.lock();
        let len = |inode: &u64| state.inodes.get(inode).map_or(0, |found| found.live.len() as u64);
        state.live.iter().map(|(path, inode)| (path.clone(), len(inode))).collect()
    }
}

impl State {
    fn restart(&mut self) {
        self.era += 1;
        self.powered = true;
        self.operations_left = None;
        self.syncs_left = None;
        self.writes_left = None;
        self.locks.clear();
    }
}

impl Disk for SimDisk {
    fn create_dir_all(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.0.lock();
        let era = state.era;
        let power_goes = state.begin(era)?;
        state.dirs.insert(dir.to_path_buf());
        finish(power_goes)
    }

    fn list(&self, dir: &Path) -> io::Result<Vec<String>> {
        let mut state = self.0.lock();
        let era = state.era;
        finish(state.begin(era)?)?;
        if !state.dirs.contains(dir) {
            return Err(io::ErrorKind::NotFound.into());
        }
        let names = state.live.keys().filter(|path| path.parent() == Some(dir));
        Ok(names.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect())
    }

    fn open(&self, path: &Path, mode: OpenMode) -> io::Result<Arc<dyn DiskFile>> {
        let mut state = self.0.lock();
        let era = state.era;
        let power_goes = state.begin(era)?;
        let inode = match (state.find(path), mode) {
            (Ok(inode), OpenMode::Create) => {
                let old = std::mem::take(&mut state.inode(inode).live);
                state.bury(old);
                inode
            }
            (Ok(inode), _) => inode,
            (Err(_), OpenMode::Create) => {
                state.next_inode += 1;
                let inode = state.next_inode;
                state.inodes.insert(inode, Inode::default());
                state.change(&parent(path), NameChange::Link(path.to_path_buf(), inode));
                inode
            }
            (Err(error), _) => return Err(error),
        };
        finish(power_goes)?;
        Ok(Arc::new(SimFile { disk: self.clone(), era, inode }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        let mut state = self.0.lock();
        let era = state.era;
        let power_goes = state.begin(era)?;
        let inode = state.find(from)?;
        if let Ok(replaced) = state.find(to) {
            let old = state.inode(replaced).live.clone();
            state.bury(old);
        }
        let change = NameChange::Rename(from.to_path_buf(), to.to_path_buf(), inode);
        state.change(&parent(to), change);
        finish(power_goes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.0.lock();
        let era = state.era;
        let power_goes = state.begin(era)?;
        let inode = state.find(path)?;
        let old = state.inode(inode).live.clone();
        state.bury(old);
        state.change(&parent(path), NameChange::Unlink(path.to_path_buf()));
        finish(power_goes)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.0.lock();
        let era = state.era;
        finish(state.begin(era)?)?;
        let state = &mut *state;
        let fails = state.sync_fails();
        let State { durable, random, unsynced, .. } = state;
        unsynced.retain(|(changed, change)| {
            let stored = changed == dir && (!fails || random.random_bool(0.5));
            if stored {
                change.apply(durable);
            }
            !stored
        });
        if fails { Err(io::Error::from_raw_os_error(EIO)) } else { Ok(()) }
    }

    fn lock(&self, path: &Path) -> io::Result<Box<dyn DiskLock>> {
        let mut state = self.0.lock();
        if !state.locks.insert(path.to_path_buf()) {
            return Err(io::ErrorKind::WouldBlock.into());
        }
        let era = state.era;
        Ok(Box::new(SimLock { disk: self.clone(), era, path: path.to_path_buf() }))
    }
}

struct SimLock {
    disk: SimDisk,
    era: u64,
    path: PathBuf,
}

impl DiskLock for SimLock {}

impl Drop for SimLock {
    fn drop(&mut self) {
        let mut state = self.disk.0.lock();
        if state.era == self.era {
            state.locks.remove(&self.path);
        }
    }
}

struct SimFile {
    disk: SimDisk,
    era: u64,
    inode: u64,
}

impl DiskFile for SimFile {
    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        let mut state = self.disk.0.lock();
        finish(state.begin(self.era)?)?;
        let start = offset as usize;
        let found = state.inode(self.inode).live.get(start..start + bytes.len());
        bytes.copy_from_slice(found.ok_or(io::ErrorKind::UnexpectedEof)?);
        Ok(())
    }

    fn write_at(&self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let mut state = self.disk.0.lock();
        let power_goes = state.begin(self.era)?;
        let end = offset + bytes.len() as u64;
        state.room_for(self.inode, end)?;
        let fails = countdown(&mut state.writes_left);
        let written = if fails { state.random.random_range(0..=bytes.len()) } else { bytes.len() };
        state.inode(self.inode).write(&bytes[..written], offset);
        if fails { Err(io::Error::from_raw_os_error(EIO)) } else { finish(power_goes) }
    }

    fn sync(&self) -> io::Result<()> {
        let mut state = self.disk.0.lock();
        finish(state.begin(self.era)?)?;
        let state = &mut *state;
        let fails = state.sync_fails();
        let inode = state.inodes.entry(self.inode).or_default();
        if fails {
            inode.store_some(&mut state.random);
            return Err(io::Error::from_raw_os_error(EIO));
        }
        inode.store_all();
        Ok(())
    }

    fn len(&self) -> io::Result<u64> {
        let mut state = self.disk.0.lock();
        finish(state.begin(self.era)?)?;
        Ok(state.inode(self.inode).live.len() as u64)
    }

    fn set_len(&self, len: u64) -> io::Result<()> {
        let mut state = self.disk.0.lock();
        let power_goes = state.begin(self.era)?;
        state.room_for(self.inode, len)?;
        state.inode(self.inode).set_len(len);
        finish(power_goes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(disk: &SimDisk) -> Vec<String> {
        disk.list(Path::new("/d")).unwrap()
    }

    fn new_disk(seed: u64) -> SimDisk {
        let disk = SimDisk::new(seed);
        disk.create_dir_all(Path::new("/d")).unwrap();
        disk
    }

    fn contents(disk: &SimDisk, path: &str) -> Vec<u8> {
        let file = disk.open(Path::new(path), OpenMode::Read).unwrap();
        let mut bytes = vec![0; file.len().unwrap() as usize];
        file.read_at(&mut bytes, 0).unwrap();
        bytes
    }

    #[test]
    fn what_was_synced_survives_and_what_was_not_may_be_lost_in_any_part() {
        let mut kept_some = false;
        let mut lost_some = false;
        for seed in 0..50 {
            let disk = new_disk(seed);
            let file = disk.open(Path::new("/d/a"), OpenMode::Create).unwrap();
            file.write_at(&[1; 4096], 0).unwrap();
            file.sync().unwrap();
            disk.sync_dir(Path::new("/d")).unwrap();
            file.write_at(&[2; 8192], 4096).unwrap();
            disk.crash();
            assert!(file.write_at(b"late", 0).is_err(), "old handles are dead");
            let bytes = contents(&disk, "/d/a");
            assert_eq!(&bytes[..4096], &[1; 4096]);
            let twos = bytes[4096..].iter().filter(|byte| **byte == 2).count();
            kept_some |= twos > 0;
            lost_some |= twos < 8192;
        }
        assert!(kept_some && lost_some);
    }

    #[test]
    fn a_name_lasts_only_when_its_directory_was_synced() {
        let mut outcomes = BTreeSet::new();
        for seed in 0..50 {
            let disk = new_disk(seed);
            disk.open(Path::new("/d/a"), OpenMode::Create).unwrap();
            disk.sync_dir(Path::new("/d")).unwrap();
            disk.rename(Path::new("/d/a"), Path::new("/d/b")).unwrap();
            disk.crash();
            outcomes.insert(names(&disk));
        }
        let expected = [vec!["a".to_owned()], vec!["b".to_owned()]];
        assert_eq!(outcomes, BTreeSet::from(expected));
    }

    #[test]
    fn a_failed_sync_forgets_what_reads_still_show() {
        let disk = new_disk(7);
        let file = disk.open(Path::new("/d/a"), OpenMode::Create).unwrap();
        disk.sync_dir(Path::new("/d")).unwrap();
        file.write_at(&[1; 65_536], 0).unwrap();
        disk.fail_sync_after(0);
        assert!(file.sync().is_err());
        file.sync().unwrap();
        assert_eq!(contents(&disk, "/d/a"), vec![1; 65_536]);
        disk.crash();
        assert_ne!(contents(&disk, "/d/a"), vec![1; 65_536]);
    }

    #[test]
    fn an_older_unsynced_version_of_a_sector_may_be_the_one_that_survives() {
        let mut outcomes = BTreeSet::new();
        for seed in 0..200 {
            let disk = new_disk(seed);
            let file = disk.open(Path::new("/d/a"), OpenMode::Create).unwrap();
            disk.sync_dir(Path::new("/d")).unwrap();
            file.write_at(&[1; 512], 0).unwrap();
            file.sync().unwrap();
            file.write_at(&[2; 512], 0).unwrap();
            file.write_at(&[3; 512], 0).unwrap();
            disk.crash();
            let bytes = contents(&disk, "/d/a");
            let whole = bytes.iter().all(|byte| *byte == bytes[0]);
            outcomes.insert(if whole { bytes[0] } else { 0 });
        }
        // 0: a sector that was torn, where the machine's sectors are not written atomically.
        assert_eq!(outcomes, BTreeSet::from([0, 1, 2, 3]));
    }

    #[test]
    fn a_file_that_grew_unsynced_may_show_a_removed_file() {
        let mut seen = false;
        for seed in 0..200 {
            let disk = new_disk(seed);
            let old = disk.open(Path::new("/d/old"), OpenMode::Create).unwrap();
            old.write_at(&[7; 8192], 0).unwrap();
            old.sync().unwrap();
            disk.remove(Path::new("/d/old")).unwrap();
            let file = disk.open(Path::new("/d/new"), OpenMode::Create).unwrap();
            disk.sync_dir(Path::new("/d")).unwrap();
            file.write_at(&[1; 8192], 0).unwrap();
            disk.crash();
            seen |= contents(&disk, "/d/new").contains(&7);
        }
        assert!(seen);
    }

    #[test]
    fn a_failed_write_and_a_failed_sync_of_a_directory_are_told() {
        let disk = new_disk(3);
        let file = disk.open(Path::new("/d/a"), OpenMode::Create).unwrap();
        disk.fail_write_after(0);
        assert_eq!(file.write_at(&[1; 10], 0).unwrap_err().raw_os_error(), Some(EIO));
        file.write_at(&[1; 10], 0).unwrap();
        disk.fail_sync_after(0);
        assert_eq!(disk.sync_dir(Path::new("/d")).unwrap_err().raw_os_error(), Some(EIO));
    }

    #[test]
    fn a_fork_and_its_origin_go_their_own_ways() {
        let disk = new_disk(1);
        let file = disk.open(Path::new("/d/a"), OpenMode::Create).unwrap();
        file.write_at(b"one", 0).unwrap();
        let fork = disk.fork();
        file.write_at(b"two", 0).unwrap();
        assert_eq!(contents(&fork, "/d/a"), b"one");
        assert_eq!(contents(&disk, "/d/a"), b"two");
        assert_eq!(fork.files(), [(PathBuf::from("/d/a"), 3)]);
    }

    #[test]
    fn a_full_disk_refuses_growth_and_a_power_cut_refuses_everything() {
        let disk = new_disk(1);
        disk.set_capacity(Some(10));
        let file = disk.open(Path::new("/d/a"), OpenMode::Create).unwrap();
        file.write_at(&[1; 10], 0).unwrap();
        let full = file.write_at(&[1], 10).unwrap_err();
        assert!(super::super::is_no_space(&full));
        disk.cut_power_after(1);
        file.write_at(&[2; 10], 0).unwrap();
        assert!(file.sync().is_err());
        assert!(file.write_at(&[2; 10], 0).is_err());
        assert!(!disk.has_power());
    }
}
