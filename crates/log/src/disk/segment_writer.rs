//! Writes one segment file: sorted runs gathered into blocks, then their index.
//! Does not: decide what goes into which segment; see `flush` and `rewrite`.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use levada_env::disk::{DIRECT_BYTES, DiskFile, OpenMode, aligned_buffer};
use levada_types::ShardUid;

use super::flush::segments_dir;
use super::format::compress::{Codec, compress};
use super::format::crc32c;
use super::format::run::{self, Run};
use super::format::segment::{self as format, BlockIndex, COMPRESSED_BYTES_MAX, HEADER_BYTES};
use super::segment::{Segment, SegmentFile, file_name, last_arrivals};
use super::shared::Shared;

/// Bytes gathered before they are written to a segment file.
const WRITE_BYTES: usize = 1024 * 1024;

/// Writes one segment, from runs or blocks sorted by shard and index.
pub(crate) struct SegmentWriter {
    number: u64,
    class: u16,
    path: PathBuf,
    file: Arc<dyn DiskFile>,
    /// The file is written past the page cache, from this buffer, aligned from the number on.
    direct: Option<(Vec<u8>, usize)>,
    block_bytes: usize,
    compress: bool,
    /// Bytes written to the file so far; `pending` comes after them.
    written: u64,
    pending: Vec<u8>,
    /// Where in `pending` the open block begins, and what it holds.
    open: Option<(usize, BlockIndex)>,
    blocks: Vec<BlockIndex>,
}

impl SegmentWriter {
    /// The segment in place under its name, its directory not yet synced, and its blocks.
    pub(crate) fn write(
        shared: &Shared,
        number: u64,
        class: u16,
        runs: &[(ShardUid, Run)],
    ) -> io::Result<(Arc<Segment>, Vec<BlockIndex>)> {
        let mut writer = Self::create(shared, number, class)?;
        for (shard, run) in runs {
            writer.add(*shard, run)?;
        }
        writer.finish(shared)
    }

    pub(crate) fn create(shared: &Shared, number: u64, class: u16) -> io::Result<Self> {
        let path = segments_dir(shared).join(file_name(number));
        let temporary = path.with_extension("tmp");
        let mut file = shared.disk.open(&temporary, OpenMode::Create)?;
        let mut direct = None;
        if shared.ring.is_direct() {
            file = shared.disk.open_direct(&temporary)?;
            direct = Some(aligned_buffer(WRITE_BYTES));
        }
        let pending = format::encode_header(shared.store, number, class);
        debug_assert_eq!(pending.len(), HEADER_BYTES);
        Ok(Self {
            number,
            class,
            path,
            file,
            direct,
            block_bytes: shared.options.block_bytes,
            compress: shared.options.compress,
            written: 0,
            pending,
            open: None,
            blocks: Vec::new(),
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.blocks.is_empty() && self.open.is_none()
    }

    /// Removes the unfinished file; if not now, the next start does.
    pub(crate) fn abandon(&self, shared: &Shared) {
        let _ = shared.disk.remove(&self.path.with_extension("tmp"));
    }

    /// The segment in place under its name, its directory not yet synced, and its blocks.
    pub(crate) fn finish(mut self, shared: &Shared) -> io::Result<(Arc<Segment>, Vec<BlockIndex>)> {
        if let Err(error) = self.write_rest(shared) {
            self.abandon(shared);
            return Err(error);
        }
        let Self { number, class, path, blocks, written: len, .. } = self;
        shared.disk.rename(&path.with_extension("tmp"), &path)?;
        let file = shared.disk.open(&path, OpenMode::Read)?;
        let last_ms = last_arrivals(&blocks);
        let file = SegmentFile::local(file);
        Ok((Arc::new(Segment { number, class, len, path, file, last_ms }), blocks))
    }

    fn write_rest(&mut self, shared: &Shared) -> io::Result<()> {
        self.close_block();
        let index_offset = self.written + self.pending.len() as u64;
        let tail = format::encode_tail(shared.store, self.number, index_offset, &self.blocks);
        self.pending.extend_from_slice(&tail);
        let len = self.written + self.pending.len() as u64;
        if self.direct.is_some() {
            // Whole blocks are written; what is too much is cut off again.
            self.pending.resize(self.pending.len().next_multiple_of(DIRECT_BYTES), 0);
            self.write_pending()?;
            self.file.set_len(len)?;
        } else {
            self.write_pending()?;
        }
        self.written = len;
        shared.written.segment_bytes.fetch_add(len, Ordering::Relaxed);
        self.file.sync()
    }

    /// Writes what is pending; past the page cache, as far as it is whole blocks.
    fn write_pending(&mut self) -> io::Result<()> {
        let Some((buffer, start)) = &mut self.direct else {
            self.file.write_at(&self.pending, self.written)?;
            self.written += self.pending.len() as u64;
            self.pending.clear();
            return Ok(());
        };
        let whole = self.pending.len() - self.pending.len() % DIRECT_BYTES;
        for piece in self.pending[..whole].chunks(WRITE_BYTES) {
            buffer.truncate(*start);
            buffer.extend_from_slice(piece);
            self.file.write_at(&buffer[*start..], self.written)?;
            self.written += piece.len() as u64;
        }
        self.pending.drain(..whole);
        Ok(())
    }

    fn write_if_much(&mut self) -> io::Result<()> {
        if self.pending.len() >= WRITE_BYTES && self.open.is_none() {
            self.write_pending()?;
        }
        Ok(())
    }

    /// Adds what a block of another segment holds, joined with the block before where that is
    /// the same shard's and has room.
    pub(crate) fn add_block(&mut self, index: &BlockIndex, plain: &[u8]) -> io::Result<()> {
        let joins = self.open.as_ref().is_some_and(|(start, open)| {
            let used = self.pending.len() - start;
            let follows = open.shard == index.shard && open.end() == index.first;
            follows && used + plain.len() <= self.block_bytes
        });
        if !joins {
            self.close_block();
            self.write_if_much()?;
            let offset = self.written + self.pending.len() as u64;
            let open = BlockIndex { count: 0, offset, codec: Codec::AsIs, ..*index };
            self.open = Some((self.pending.len(), open));
        }
        self.pending.extend_from_slice(plain);
        if let Some((_, open)) = &mut self.open {
            open.count += index.count;
            open.last_ms = index.last_ms;
        }
        Ok(())
    }

    /// Adds a run, cut into pieces where it does not fit a block. A sealed run stays whole.
    fn add(&mut self, shard: ShardUid, run: &Run) -> io::Result<()> {
        if run.sealed().is_some() {
            return self.add_whole(shard, run);
        }
        let mut from = run.first;
        while from < run.end() {
            let used = match &self.open {
                Some((start, block)) if block.shard == shard => self.pending.len() - start,
                _ => {
                    self.close_block();
                    0
                }
            };
            let room = self.block_bytes.saturating_sub(used);
            let mut bytes = run::RUN_HEADER_BYTES;
            let mut count = 0;
            for payload in run.payloads(from) {
                bytes += 4 + payload.len();
                if bytes > room && (count > 0 || used > 0) {
                    break;
                }
                count += 1;
            }
            if count == 0 {
                self.close_block();
            } else {
                self.add_piece(shard, run, from, count);
                from += u64::from(count);
            }
            self.write_if_much()?;
        }
        Ok(())
    }

    fn add_whole(&mut self, shard: ShardUid, run: &Run) -> io::Result<()> {
        let fits = self.open.as_ref().is_some_and(|(start, block)| {
            let used = self.pending.len() - start;
            block.shard == shard && used + run.stored_bytes() <= self.block_bytes
        });
        if !fits {
            self.close_block();
            self.write_if_much()?;
        }
        self.open_block(shard, run, run.first);
        run.encode(&mut self.pending);
        self.count(run, run.count);
        Ok(())
    }

    fn add_piece(&mut self, shard: ShardUid, run: &Run, from: u64, count: u32) {
        self.open_block(shard, run, from);
        run.encode_piece(from, count, &mut self.pending);
        self.count(run, count);
    }

    fn open_block(&mut self, shard: ShardUid, run: &Run, first: u64) {
        if self.open.is_some() {
            return;
        }
        let start = self.pending.len();
        let index = BlockIndex {
            shard,
            first,
            count: 0,
            len: 0,
            first_ms: run.arrived_ms,
            last_ms: run.arrived_ms,
            offset: self.written + start as u64,
            crc: 0,
            codec: Codec::AsIs,
            plain_len: 0,
        };
        self.open = Some((start, index));
    }

    fn count(&mut self, run: &Run, count: u32) {
        if let Some((_, block)) = &mut self.open {
            block.count += count;
            block.last_ms = run.arrived_ms;
        }
    }

    fn close_block(&mut self) {
        let Some((start, mut block)) = self.open.take() else { return };
        let plain_len = self.pending.len() - start;
        block.plain_len = plain_len as u32;
        if self.compress
            && plain_len <= COMPRESSED_BYTES_MAX
            && let Some(compressed) = compress(&self.pending[start..])
        {
            block.codec = Codec::Zstd;
            self.pending.truncate(start);
            self.pending.extend_from_slice(&compressed);
        }
        let bytes = &self.pending[start..];
        block.len = bytes.len() as u32;
        block.crc = crc32c(bytes);
        self.blocks.push(block);
    }
}
