//! Rewriting: what is still wanted of mostly dead or finely cut segments goes into a new one.
//! Does not: hold up a flush; it works a slice at a time between them.

use std::collections::{HashMap, VecDeque};
use std::io;
use std::sync::Arc;

use levada_env::disk::is_no_space;
use levada_types::ShardUid;

use super::flush::{Flusher, segments_dir};
use super::format::segment::{FOOTER_BYTES, HEADER_BYTES, INDEX_ENTRY_BYTES};
use super::segment::{Segment, read_block};
use super::segment_writer::SegmentWriter;
use super::shared::Sabotage;
use super::view::BlockRef;
use crate::ReadError;

/// Bytes rewritten before the flusher looks at what else there is to do.
const SLICE_BYTES: u64 = 8 * 1024 * 1024;
/// Live bytes that are rewritten together at most, unless one segment has more.
const REWRITE_BYTES_MAX: u64 = 1024 * 1024 * 1024;

/// A rewriting under way.
pub(crate) struct Rewrite {
    inputs: Vec<Arc<Segment>>,
    /// By shard and index.
    blocks: VecDeque<BlockRef>,
    writer: SegmentWriter,
}

/// What readers still want of a segment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Live {
    bytes: u64,
    blocks: u64,
}

impl Live {
    /// Bytes of the segment that nobody wants.
    fn dead_of(self, segment: &Segment) -> u64 {
        let framing = HEADER_BYTES + FOOTER_BYTES + self.blocks as usize * INDEX_ENTRY_BYTES;
        segment.len.saturating_sub(self.bytes + framing as u64)
    }
}

enum Failed {
    Write(io::Error),
    Read(ReadError),
}

impl Flusher {
    pub(crate) fn is_rewriting(&self) -> bool {
        self.rewriting.is_some()
    }

    /// Does a slice of the rewriting under way, or looks whether one is due.
    pub(crate) fn rewrite(&mut self) -> io::Result<()> {
        if self.rewriting.is_none() {
            let now = self.shared.machine_clock.now();
            if now < self.rewrite_at {
                return Ok(());
            }
            self.rewrite_at = now.plus(self.shared.options.rewrite_pause);
            self.rewriting = self.plan()?;
        }
        let Some(mut rewrite) = self.rewriting.take() else { return Ok(()) };
        match rewrite.slice() {
            Ok(true) => self.finish(rewrite),
            Ok(false) => {
                self.rewriting = Some(rewrite);
                Ok(())
            }
            Err(Failed::Write(error)) if is_no_space(&error) => {
                tracing::warn!(%error, "no room to rewrite segments; they stay as they are");
                rewrite.writer.abandon(&self.shared);
                Ok(())
            }
            Err(Failed::Write(error)) => Err(error),
            Err(Failed::Read(error)) => {
                tracing::error!(%error, "a segment cannot be rewritten; it stays as it is");
                rewrite.writer.abandon(&self.shared);
                self.unreadable.extend(rewrite.inputs.iter().map(|segment| segment.number));
                Ok(())
            }
        }
    }

    /// Forgets what retention has passed, and picks the segments to rewrite.
    fn plan(&mut self) -> io::Result<Option<Rewrite>> {
        let now = self.shared.clock.now();
        let mut live: HashMap<u64, Live> = HashMap::new();
        for view in self.shared.views.read().values() {
            let mut state = view.state.lock();
            state.expire(now);
            for block in state.blocks() {
                let of = live.entry(block.segment.number).or_default();
                of.bytes += u64::from(block.index.len);
                of.blocks += 1;
            }
        }
        let inputs = self.pick(&live);
        if inputs.is_empty() {
            return Ok(None);
        }
        let mut blocks = Vec::new();
        for view in self.shared.views.read().values() {
            let state = view.state.lock();
            let of_inputs = |block: &&BlockRef| {
                inputs.iter().any(|segment| segment.number == block.segment.number)
            };
            blocks.extend(state.blocks().filter(of_inputs).cloned());
        }
        blocks.sort_by_key(|block| (block.index.shard, block.index.first));
        let number = self.manifest.next_segment;
        self.manifest.next_segment += 1;
        let class = inputs[0].class;
        let writer = match SegmentWriter::create(&self.shared, number, class) {
            Err(error) if is_no_space(&error) => return Ok(None),
            created => created?,
        };
        Ok(Some(Rewrite { inputs, blocks: blocks.into(), writer }))
    }

    /// Segments of one class: all that are mostly dead, else the oldest ones whose blocks have
    /// become too small to be read fast, when there are enough of them.
    fn pick(&self, live: &HashMap<u64, Live>) -> Vec<Arc<Segment>> {
        let options = &self.shared.options;
        let of = |segment: &Segment| live.get(&segment.number).copied().unwrap_or_default();
        for class in 0..=u16::from(u8::MAX) {
            let in_class = || {
                self.segments.iter().filter(move |segment| {
                    // What is in the cold store stays there as it is.
                    segment.class == class
                        && !segment.file.is_cold()
                        && !self.unreadable.contains(&segment.number)
                })
            };
            if in_class().next().is_none() {
                continue;
            }
            let dead = in_class().filter(|segment| {
                let live = of(segment);
                live.bytes == 0 || live.dead_of(segment) * 2 > segment.len
            });
            let dead = at_most(dead, of, usize::MAX);
            if !dead.is_empty() {
                return dead;
            }
            let small = in_class().filter(|segment| {
                let Live { bytes, blocks } = of(segment);
                let finely_cut = bytes < blocks * options.block_bytes as u64 / 2;
                finely_cut && segment.len < 2 * options.flush_bytes.max(1)
            });
            let small = at_most(small, of, options.rewrite_segments);
            if small.len() >= options.rewrite_segments.max(2) {
                return small;
            }
        }
        Vec::new()
    }

    fn finish(&mut self, rewrite: Rewrite) -> io::Result<()> {
        let Rewrite { inputs, writer, .. } = rewrite;
        let numbers: Vec<u64> = inputs.iter().map(|segment| segment.number).collect();
        if self.shared.sabotage == Sabotage::RemoveBeforeManifest {
            self.remove_files(&inputs)?;
        }
        let written = if writer.is_empty() {
            writer.abandon(&self.shared);
            None
        } else {
            let written = writer.finish(&self.shared)?;
            self.shared.disk.sync_dir(&segments_dir(&self.shared))?;
            Some(written)
        };
        let mut segments = self.segments.clone();
        segments.retain(|segment| !numbers.contains(&segment.number));
        segments.extend(written.iter().map(|(segment, _)| Arc::clone(segment)));
        let mut manifest = self.manifest.clone();
        manifest.number += 1;
        manifest.segments = segments.iter().map(|segment| segment.reference()).collect();
        self.put_in_place(manifest)?;
        self.segments = segments;
        let mut blocks: HashMap<ShardUid, Vec<BlockRef>> = HashMap::new();
        if let Some((segment, indexes)) = written {
            for index in indexes {
                let block = BlockRef { segment: Arc::clone(&segment), index };
                blocks.entry(index.shard).or_default().push(block);
            }
        }
        for (shard, view) in self.shared.views.read().iter() {
            let new = blocks.remove(shard).unwrap_or_default();
            view.state.lock().replace_segments(&numbers, new);
        }
        self.shared.note_segments(&self.segments);
        if self.shared.sabotage == Sabotage::RemoveBeforeManifest {
            return Ok(());
        }
        self.remove_files(&inputs)
    }

    fn remove_files(&self, segments: &[Arc<Segment>]) -> io::Result<()> {
        for segment in segments {
            self.remove_segment(segment)?;
        }
        Ok(())
    }
}

/// The first of `segments`, at most `count` and as many as fit the bound of bytes.
fn at_most<'a>(
    segments: impl Iterator<Item = &'a Arc<Segment>>,
    live: impl Fn(&Segment) -> Live,
    count: usize,
) -> Vec<Arc<Segment>> {
    let mut bytes = 0;
    let fits = segments.take(count).enumerate().take_while(|(n, segment)| {
        bytes += live(segment).bytes;
        *n == 0 || bytes <= REWRITE_BYTES_MAX
    });
    fits.map(|(_, segment)| Arc::clone(segment)).collect()
}

impl Rewrite {
    /// Copies some blocks; true when there are no more.
    fn slice(&mut self) -> Result<bool, Failed> {
        let mut bytes = 0;
        while bytes < SLICE_BYTES {
            let Some(block) = self.blocks.pop_front() else { return Ok(true) };
            let plain = read_block(&block).map_err(Failed::Read)?;
            bytes += plain.len() as u64;
            self.writer.add_block(&block.index, &plain).map_err(Failed::Write)?;
        }
        Ok(false)
    }
}
