//! `SimDisk`: a disk in memory that forgets what was not synced, fails and fills up on request.
//! Does not: lose directories, or keep more than the newest unsynced version of a sector.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use parking_lot::Mutex;
use rand::rngs::StdRng;
use rand::{Rng, SeedableRng};

use super::{Disk, DiskFile, DiskLock, OpenMode};

/// The unit that survives or is lost whole when 512-byte sectors are simulated.
const SECTOR_BYTES: u64 = 512;
/// Sectors that survive or are lost together when 4 KiB sectors are simulated.
const SECTORS_PER_PAGE: u64 = 8;
const EIO: i32 = 5;

/// Cheap to clone; all clones are the same disk.
#[derive(Clone)]
pub struct SimDisk(Arc<Mutex<State>>);

struct State {
    random: StdRng,
    /// Counts process lives: handles of an earlier one are dead.
    era: u64,
    powered: bool,
    operations_left: Option<u64>,
    syncs_left: Option<u64>,
    capacity_bytes: Option<u64>,
    inodes: HashMap<u64, Inode>,
    next_inode: u64,
    dirs: BTreeSet<PathBuf>,
    live: BTreeMap<PathBuf, u64>,
    durable: BTreeMap<PathBuf, u64>,
    unsynced: Vec<(PathBuf, NameChange)>,
    locks: BTreeSet<PathBuf>,
}

#[derive(Default)]
struct Inode {
    live: Vec<u8>,
    durable: Vec<u8>,
    dirty_sectors: BTreeSet<u64>,
}

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

impl Inode {
    fn store(&mut self, sector: u64) {
        let start = (sector * SECTOR_BYTES) as usize;
        let end = (start + SECTOR_BYTES as usize).min(self.live.len());
        if start >= end {
            return;
        }
        if self.durable.len() < end {
            self.durable.resize(end, 0);
        }
        self.durable[start..end].copy_from_slice(&self.live[start..end]);
    }

    fn store_all(&mut self) {
        for sector in std::mem::take(&mut self.dirty_sectors) {
            self.store(sector);
        }
        self.durable.resize(self.live.len(), 0);
    }

    fn touch(&mut self, start: u64, end: u64) {
        if end > start {
            self.dirty_sectors.extend(start / SECTOR_BYTES..=(end - 1) / SECTOR_BYTES);
        }
    }

    fn lose_power(&mut self, random: &mut StdRng) {
        let pages = random.random_bool(0.5);
        let kept_share = [0.0, 0.5, 1.0, random.random::<f64>()][random.random_range(0..4)];
        let mut page_kept = (u64::MAX, false);
        for sector in std::mem::take(&mut self.dirty_sectors) {
            let unit = if pages { sector / SECTORS_PER_PAGE } else { sector };
            if page_kept.0 != unit {
                page_kept = (unit, random.random_bool(kept_share));
            }
            if page_kept.1 {
                self.store(sector);
            }
        }
        if random.random_bool(0.5) && self.durable.len() < self.live.len() {
            self.durable.resize(self.live.len(), 0);
        }
        self.live = self.durable.clone();
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
            capacity_bytes: None,
            inodes: HashMap::new(),
            next_inode: 0,
            dirs: BTreeSet::new(),
            live: BTreeMap::new(),
            durable: BTreeMap::new(),
            unsynced: Vec::new(),
            locks: BTreeSet::new(),
        })))
    }

    /// Lets `operations` more file operations succeed; the power goes during the next one.
    pub fn cut_power_after(&self, operations: u64) {
        self.0.lock().operations_left = Some(operations);
    }

    /// Lets `syncs` more file syncs succeed; the next one answers EIO, having stored any part,
    /// and what it did not store is lost though reads still show it.
    pub fn fail_sync_after(&self, syncs: u64) {
        self.0.lock().syncs_left = Some(syncs);
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
        // In the order of names, so that one seed is one outcome.
        for inode in kept {
            if let Some(found) = state.inodes.get_mut(&inode) {
                found.lose_power(&mut state.random);
            }
        }
        state.restart();
    }

    /// The process ends and the machine goes on: nothing is lost, handles are dead, locks free.
    pub fn kill(&self) {
        self.0.lock().restart();
    }

    /// Flips the bits of `mask` in the byte at `offset` of a file, where it is stored.
    pub fn rot(&self, path: &Path, offset: u64, mask: u8) -> io::Result<()> {
        let mut state = self.0.lock();
        let inode = state.find(path)?;
        let at = offset as usize;
        let found = state.inode(inode);
        for bytes in [&mut found.live, &mut found.durable] {
            *bytes.get_mut(at).ok_or(io::ErrorKind::UnexpectedEof)? ^= mask;
        }
        Ok(())
    }
}

impl State {
    fn restart(&mut self) {
        self.era += 1;
        self.powered = true;
        self.operations_left = None;
        self.syncs_left = None;
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
                state.inode(inode).live.clear();
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
        let change = NameChange::Rename(from.to_path_buf(), to.to_path_buf(), inode);
        state.change(&parent(to), change);
        finish(power_goes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        let mut state = self.0.lock();
        let era = state.era;
        let power_goes = state.begin(era)?;
        state.find(path)?;
        state.change(&parent(path), NameChange::Unlink(path.to_path_buf()));
        finish(power_goes)
    }

    fn sync_dir(&self, dir: &Path) -> io::Result<()> {
        let mut state = self.0.lock();
        let era = state.era;
        finish(state.begin(era)?)?;
        let state = &mut *state;
        let durable = &mut state.durable;
        state.unsynced.retain(|(changed, change)| {
            if changed == dir {
                change.apply(durable);
            }
            changed != dir
        });
        Ok(())
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
        let inode = state.inode(self.inode);
        let old_len = inode.live.len() as u64;
        if old_len < end {
            inode.live.resize(end as usize, 0);
        }
        inode.live[offset as usize..end as usize].copy_from_slice(bytes);
        inode.touch(offset.min(old_len), end);
        finish(power_goes)
    }

    fn sync(&self) -> io::Result<()> {
        let mut state = self.disk.0.lock();
        finish(state.begin(self.era)?)?;
        let state = &mut *state;
        match &mut state.syncs_left {
            Some(0) => {
                state.syncs_left = None;
                let inode = state.inodes.entry(self.inode).or_default();
                for sector in std::mem::take(&mut inode.dirty_sectors) {
                    if state.random.random_bool(0.5) {
                        inode.store(sector);
                    }
                }
                return Err(io::Error::from_raw_os_error(EIO));
            }
            Some(left) => *left -= 1,
            None => {}
        }
        state.inode(self.inode).store_all();
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
        let inode = state.inode(self.inode);
        let old_len = inode.live.len() as u64;
        inode.live.resize(len as usize, 0);
        inode.touch(old_len.min(len), old_len.max(len));
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
