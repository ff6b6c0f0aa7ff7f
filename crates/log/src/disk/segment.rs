//! Segment files as readers use them, and the memory of blocks lately read.
//! Does not: write segments; see `flush`.

use std::collections::{BTreeMap, VecDeque};
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use bytes::Bytes;
use levada_env::disk::{Disk, DiskFile, OpenMode};
use levada_types::ShardUid;
use parking_lot::{Mutex, RwLock};

use super::format::compress::decompress;
use super::format::segment::{
    BlockIndex, FOOTER_BYTES, INDEX_ENTRY_BYTES, decode_footer, decode_index,
};
use super::format::{crc32c, manifest::SegmentRef, run::Run};
use super::observe::{self, Source};
use super::options::{OpenError, io as io_error};
use super::view::BlockRef;
use crate::ReadError;

pub(crate) struct Segment {
    pub(crate) number: u64,
    pub(crate) class: u16,
    pub(crate) len: u64,
    pub(crate) path: PathBuf,
    pub(crate) file: SegmentFile,
    /// The newest arrival of each shard in it.
    pub(crate) last_ms: Vec<(ShardUid, i64)>,
}

/// Where a segment's bytes are: here, and some time later in the cold store.
pub(crate) struct SegmentFile {
    now: RwLock<Arc<dyn DiskFile>>,
    cold: AtomicBool,
}

impl SegmentFile {
    pub(crate) fn local(file: Arc<dyn DiskFile>) -> Self {
        Self { now: RwLock::new(file), cold: AtomicBool::new(false) }
    }

    pub(crate) fn is_cold(&self) -> bool {
        self.cold.load(Ordering::Acquire)
    }

    pub(crate) fn become_cold(&self, file: Arc<dyn DiskFile>) {
        *self.now.write() = file;
        self.cold.store(true, Ordering::Release);
    }

    pub(crate) fn now(&self) -> Arc<dyn DiskFile> {
        Arc::clone(&self.now.read())
    }

    pub(crate) fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<()> {
        self.now().read_at(bytes, offset)
    }
}

pub(crate) fn file_name(number: u64) -> String {
    format!("{number:010}.seg")
}

/// The newest arrival of each shard.
pub(crate) fn last_arrivals(blocks: &[BlockIndex]) -> Vec<(ShardUid, i64)> {
    let mut newest = BTreeMap::new();
    for block in blocks {
        let ms = newest.entry(block.shard).or_insert(block.last_ms);
        *ms = block.last_ms.max(*ms);
    }
    newest.into_iter().collect()
}

impl Segment {
    pub(crate) fn reference(&self) -> SegmentRef {
        let cold = self.file.is_cold();
        SegmentRef { number: self.number, class: self.class, len: self.len, cold }
    }

    /// Opens a segment that the manifest names, checking its footer and index.
    pub(crate) fn open(
        disk: &dyn Disk,
        path: PathBuf,
        store: u64,
        reference: SegmentRef,
    ) -> Result<(Self, Vec<BlockIndex>), OpenError> {
        let name = path.display().to_string();
        let file = disk.open(&path, OpenMode::Read).map_err(io_error(format!("open {name}")))?;
        Self::of(SegmentFile::local(file), path, store, reference)
    }

    /// The segment in `file`, its footer and index checked.
    pub(crate) fn of(
        file: SegmentFile,
        path: PathBuf,
        store: u64,
        reference: SegmentRef,
    ) -> Result<(Self, Vec<BlockIndex>), OpenError> {
        let name = path.display().to_string();
        let corrupt =
            |offset: u64, reason: String| OpenError::Corrupt { file: path.clone(), offset, reason };
        let len = file.now().len().map_err(io_error(format!("look at {name}")))?;
        if len != reference.len || len < FOOTER_BYTES as u64 {
            let reason = format!("expected {} bytes, found {len}", reference.len);
            return Err(corrupt(len, reason));
        }
        let footer_at = len - FOOTER_BYTES as u64;
        let mut footer = vec![0; FOOTER_BYTES];
        file.read_at(&mut footer, footer_at).map_err(io_error(format!("read {name}")))?;
        let footer = decode_footer(&footer, store, reference.number)
            .map_err(|malformed| corrupt(footer_at, malformed.0))?;
        let index_bytes = footer.blocks as usize * INDEX_ENTRY_BYTES;
        if footer.index_offset + index_bytes as u64 != footer_at {
            return Err(corrupt(footer_at, "the index does not end at the footer".into()));
        }
        let mut index = vec![0; index_bytes];
        file.read_at(&mut index, footer.index_offset).map_err(io_error(format!("read {name}")))?;
        let blocks = decode_index(&index, &footer)
            .map_err(|malformed| corrupt(footer.index_offset, malformed.0))?;
        let last_ms = last_arrivals(&blocks);
        let SegmentRef { number, class, len, .. } = reference;
        Ok((Self { number, class, len, path, file, last_ms }, blocks))
    }
}

/// Blocks lately read, checked, newest last.
pub(crate) struct BlockCache {
    bytes_max: usize,
    state: Mutex<CacheState>,
}

#[derive(Default)]
struct CacheState {
    blocks: VecDeque<((u64, u64), Bytes)>,
    bytes: usize,
}

impl BlockCache {
    pub(crate) fn new(bytes_max: usize) -> Self {
        Self { bytes_max, state: Mutex::default() }
    }

    pub(crate) fn get(&self, block: &BlockRef) -> Option<Bytes> {
        let key = (block.segment.number, block.index.offset);
        let mut state = self.state.lock();
        let at = state.blocks.iter().position(|(of, _)| *of == key)?;
        let found = state.blocks.remove(at)?;
        let bytes = found.1.clone();
        state.blocks.push_back(found);
        Some(bytes)
    }

    fn put(&self, block: &BlockRef, bytes: &Bytes) {
        let key = (block.segment.number, block.index.offset);
        let mut state = self.state.lock();
        if state.blocks.iter().any(|(of, _)| *of == key) {
            return;
        }
        state.bytes += bytes.len();
        state.blocks.push_back((key, bytes.clone()));
        while state.bytes > self.bytes_max
            && let Some((_, dropped)) = state.blocks.pop_front()
        {
            state.bytes -= dropped.len();
        }
    }

    /// The block's bytes, from memory or read and checked.
    pub(crate) fn load(&self, block: &BlockRef) -> Result<Bytes, ReadError> {
        if let Some(bytes) = self.get(block) {
            observe::read_from(Source::Cache);
            return Ok(bytes);
        }
        observe::read_from(Source::File);
        let bytes = read_block(block)?;
        self.put(block, &bytes);
        Ok(bytes)
    }

    /// The runs of a block.
    pub(crate) fn runs(&self, block: &BlockRef) -> Result<Vec<Run>, ReadError> {
        runs_of(block, &self.load(block)?)
    }
}

fn place(block: &BlockRef) -> String {
    format!("{} at byte {}", block.segment.path.display(), block.index.offset)
}

fn corrupt(block: &BlockRef, reason: impl Into<String>) -> ReadError {
    ReadError::Corrupt { place: place(block), reason: reason.into() }
}

/// A block's runs as bytes, checked and decompressed.
pub(crate) fn read_block(block: &BlockRef) -> Result<Bytes, ReadError> {
    let mut bytes = vec![0; block.index.len as usize];
    block.segment.file.read_at(&mut bytes, block.index.offset).map_err(|error| {
        if error.kind() == io::ErrorKind::UnexpectedEof {
            corrupt(block, "the file ends before")
        } else {
            ReadError::Io(format!("{}: {error}", place(block)))
        }
    })?;
    let crc = crc32c(&bytes);
    if crc != block.index.crc {
        let reason = format!("expected checksum {:08x}, found {crc:08x}", block.index.crc);
        return Err(corrupt(block, reason));
    }
    let (codec, len) = (block.index.codec, block.index.plain_len as usize);
    let bytes = decompress(bytes, codec, len).map_err(|malformed| corrupt(block, malformed.0))?;
    Ok(Bytes::from(bytes))
}

fn runs_of(block: &BlockRef, bytes: &Bytes) -> Result<Vec<Run>, ReadError> {
    let mut runs = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let decoded = Run::decode(bytes, at);
        let (run, end) = decoded.map_err(|malformed| corrupt(block, malformed.0))?;
        runs.push(run);
        at = end;
    }
    Ok(runs)
}

/// Reads one block from its file and compares what is in it with the index. Why it does not fit.
pub(crate) fn check_block(segment: &Arc<Segment>, index: &BlockIndex) -> Result<(), String> {
    let block = BlockRef { segment: Arc::clone(segment), index: *index };
    let runs = read_block(&block).and_then(|bytes| runs_of(&block, &bytes));
    let runs = runs.map_err(|error| match error {
        ReadError::Corrupt { reason, .. } => reason,
        other => other.to_string(),
    })?;
    let mut next = index.first;
    let mut arrived = index.first_ms;
    for run in &runs {
        if run.first != next || run.arrived_ms < arrived {
            return Err(format!(
                "expected record {next}, arrived at or after {arrived}, found {} of {}",
                run.first, run.arrived_ms
            ));
        }
        (next, arrived) = (run.end(), run.arrived_ms);
    }
    if (next, arrived) != (index.end(), index.last_ms) {
        return Err(format!("the block ends at record {next}, its index at {}", index.end()));
    }
    Ok(())
}
