//! Chunks of moved segments that were read lately, as files on the local disk.
//! Does not: outlive the process, or matter: what is missing or damaged is fetched again.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use levada_env::disk::{Disk, OpenMode};
use parking_lot::Mutex;

use crate::disk::format::crc32c;
use crate::disk::recovery::read_all;

/// Segment number and place in it.
pub(super) type ChunkKey = (u64, u64);

pub(super) struct ChunkCache {
    disk: Arc<dyn Disk>,
    dir: PathBuf,
    bytes_max: u64,
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    /// With length and checksum, least lately used first.
    chunks: VecDeque<(ChunkKey, u64, u32)>,
    bytes: u64,
}

impl ChunkCache {
    pub(super) fn new(disk: Arc<dyn Disk>, dir: PathBuf, bytes_max: u64) -> io::Result<Self> {
        disk.create_dir_all(&dir)?;
        for name in disk.list(&dir)? {
            disk.remove(&dir.join(name))?;
        }
        Ok(Self { disk, dir, bytes_max, state: Mutex::default() })
    }

    fn path(&self, (number, chunk): ChunkKey) -> PathBuf {
        self.dir.join(format!("{number:010}-{chunk:06}"))
    }

    pub(super) fn get(&self, key: ChunkKey) -> Option<Vec<u8>> {
        let mut state = self.state.lock();
        let at = state.chunks.iter().position(|(of, _, _)| *of == key)?;
        let found = state.chunks.remove(at)?;
        let content = read_all(&*self.disk, &self.path(key)).ok();
        let whole = content.filter(|content| crc32c(content) == found.2);
        match &whole {
            Some(_) => state.chunks.push_back(found),
            None => state.bytes -= found.1,
        }
        whole
    }

    /// Keeps a chunk if there is room; a disk that is full or fails keeps none.
    pub(super) fn put(&self, key: ChunkKey, content: &[u8]) {
        let len = content.len() as u64;
        let mut state = self.state.lock();
        if len > self.bytes_max || state.chunks.iter().any(|(of, _, _)| *of == key) {
            return;
        }
        while state.bytes + len > self.bytes_max
            && let Some((old, old_len, _)) = state.chunks.pop_front()
        {
            state.bytes -= old_len;
            // A file that stays behind is removed at the next start.
            let _ = self.disk.remove(&self.path(old));
        }
        let path = self.path(key);
        let file = self.disk.open(&path, OpenMode::Create);
        if file.and_then(|file| file.write_at(content, 0)).is_ok() {
            state.chunks.push_back((key, len, crc32c(content)));
            state.bytes += len;
        } else {
            let _ = self.disk.remove(&path);
        }
    }
}

#[cfg(test)]
mod tests {
    use levada_env::disk::SimDisk;

    use super::*;

    #[test]
    fn the_least_lately_used_chunk_makes_way_and_a_damaged_one_is_not_used() {
        let disk = SimDisk::new(1);
        let cache = ChunkCache::new(Arc::new(disk.clone()), "/cache".into(), 10).unwrap();
        cache.put((1, 0), b"aaaa");
        cache.put((1, 1), b"bbbb");
        assert_eq!(cache.get((1, 0)).unwrap(), b"aaaa");
        cache.put((2, 0), b"cccc");
        assert_eq!(cache.get((1, 1)), None);
        assert_eq!(disk.used_bytes(), 8);
        disk.rot(&cache.path((2, 0)), 1, 1).unwrap();
        assert_eq!(cache.get((2, 0)), None);
        cache.put((9, 9), &[0; 11]);
        assert_eq!(cache.get((9, 9)), None);
        assert_eq!(cache.get((1, 0)).unwrap(), b"aaaa");
    }
}
