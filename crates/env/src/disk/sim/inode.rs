//! One simulated file: what reads show, what is on the disk, and what a power cut may leave.
//! Does not: know names; see `sim`.

use std::collections::{BTreeMap, VecDeque};

use rand::Rng;
use rand::rngs::StdRng;

const SECTOR_BYTES: u64 = 512;
/// Sectors that survive or are lost together where the machine writes whole pages.
const SECTORS_PER_PAGE: u64 = 8;
/// Older unsynced versions of one sector that are remembered.
const VERSIONS_MAX: usize = 2;

#[derive(Clone, Default)]
pub(super) struct Inode {
    pub(super) live: Vec<u8>,
    durable: Vec<u8>,
    /// Unsynced sectors, each with its older versions that were not synced either.
    dirty: BTreeMap<u64, Vec<Box<[u8]>>>,
}

/// How one power cut treats what was not synced.
pub(super) struct PowerCut {
    kept_share: f64,
    /// Pages survive whole or not at all; else sectors do.
    pages: bool,
    /// A sector may be cut in its middle.
    torn_sectors: bool,
    /// Blocks that were given to a file and never written show what they held before.
    ghosts: bool,
}

impl PowerCut {
    pub(super) fn new(random: &mut StdRng) -> Self {
        Self {
            kept_share: [0.0, 0.5, 1.0, random.random::<f64>()][random.random_range(0..4)],
            pages: random.random_bool(0.5),
            torn_sectors: random.random_bool(0.25),
            ghosts: random.random_bool(0.5),
        }
    }
}

fn range(sector: u64, len: usize) -> std::ops::Range<usize> {
    let start = (sector * SECTOR_BYTES) as usize;
    start.min(len)..(start + SECTOR_BYTES as usize).min(len)
}

impl Inode {
    /// Marks `start..end` unsynced, remembering the versions that were unsynced already.
    fn touch(&mut self, start: u64, end: u64) {
        if end <= start {
            return;
        }
        for sector in start / SECTOR_BYTES..=(end - 1) / SECTOR_BYTES {
            match self.dirty.get_mut(&sector) {
                None => {
                    self.dirty.insert(sector, Vec::new());
                }
                Some(versions) if versions.len() < VERSIONS_MAX => {
                    versions.push(self.live[range(sector, self.live.len())].into());
                }
                Some(_) => {}
            }
        }
    }

    pub(super) fn write(&mut self, bytes: &[u8], offset: u64) {
        let end = offset + bytes.len() as u64;
        let old_len = self.live.len() as u64;
        self.touch(offset.min(old_len), end);
        if old_len < end {
            self.live.resize(end as usize, 0);
        }
        self.live[offset as usize..end as usize].copy_from_slice(bytes);
    }

    pub(super) fn set_len(&mut self, len: u64) {
        let old_len = self.live.len() as u64;
        self.touch(old_len.min(len), old_len.max(len));
        self.live.resize(len as usize, 0);
    }

    fn store(&mut self, sector: u64, bytes: &[u8]) {
        let start = (sector * SECTOR_BYTES) as usize;
        let end = start + bytes.len();
        if self.durable.len() < end {
            self.durable.resize(end, 0);
        }
        self.durable[start..end].copy_from_slice(bytes);
    }

    fn store_live(&mut self, sector: u64) {
        let bytes: Box<[u8]> = self.live[range(sector, self.live.len())].into();
        if !bytes.is_empty() {
            self.store(sector, &bytes);
        }
    }

    pub(super) fn store_all(&mut self) {
        for (sector, _) in std::mem::take(&mut self.dirty) {
            self.store_live(sector);
        }
        self.durable.resize(self.live.len(), 0);
    }

    /// A sync that failed: some sectors are stored, the others never will be.
    pub(super) fn store_some(&mut self, random: &mut StdRng) {
        for (sector, _) in std::mem::take(&mut self.dirty) {
            if random.random_bool(0.5) {
                self.store_live(sector);
            }
        }
    }

    /// Leaves any part of what was not synced; reads show what is left from here on.
    pub(super) fn lose_power(
        &mut self,
        cut: &PowerCut,
        ghosts: &VecDeque<Vec<u8>>,
        random: &mut StdRng,
    ) {
        let synced_len = self.durable.len();
        let mut page_kept = (u64::MAX, false);
        for (sector, versions) in std::mem::take(&mut self.dirty) {
            let unit = if cut.pages { sector / SECTORS_PER_PAGE } else { sector };
            if page_kept.0 != unit {
                page_kept = (unit, random.random_bool(cut.kept_share));
            }
            if page_kept.1 {
                self.keep(sector, &versions, cut, random);
            }
        }
        if random.random_bool(0.5) && self.durable.len() < self.live.len() {
            self.durable.resize(self.live.len(), 0);
        }
        if cut.ghosts {
            self.show_ghosts(synced_len, ghosts, random);
        }
        self.live = self.durable.clone();
    }

    /// Stores one unsynced sector: its newest version, an older one, or the newest cut short.
    fn keep(&mut self, sector: u64, older: &[Box<[u8]>], cut: &PowerCut, random: &mut StdRng) {
        let newest: Box<[u8]> = self.live[range(sector, self.live.len())].into();
        let choice = random.random_range(0..=older.len());
        let version = older.get(choice).unwrap_or(&newest);
        let torn = cut.torn_sectors && random.random_bool(0.3);
        let end = if torn { random.random_range(0..=version.len()) } else { version.len() };
        if end > 0 {
            self.store(sector, &version[..end]);
        }
    }

    /// Blocks beyond what was ever synced and still all zeros were never written.
    fn show_ghosts(&mut self, synced_len: usize, ghosts: &VecDeque<Vec<u8>>, random: &mut StdRng) {
        let first = (synced_len as u64).div_ceil(SECTOR_BYTES);
        let last = self.durable.len() as u64 / SECTOR_BYTES;
        for sector in first..last {
            let place = range(sector, self.durable.len());
            let unwritten = self.durable[place.clone()].iter().all(|byte| *byte == 0);
            if !unwritten || ghosts.is_empty() || random.random_bool(0.5) {
                continue;
            }
            let ghost = &ghosts[random.random_range(0..ghosts.len())];
            if let Some(bytes) = ghost.get(place.clone()) {
                self.durable[place].copy_from_slice(bytes);
            }
        }
    }

    /// Flips bits of one byte; `None` when the file ends before it.
    pub(super) fn rot(&mut self, at: usize, mask: u8) -> Option<()> {
        *self.live.get_mut(at)? ^= mask;
        if let Some(byte) = self.durable.get_mut(at) {
            *byte ^= mask;
        }
        Some(())
    }
}
