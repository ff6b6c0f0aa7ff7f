//! Moving old segments to the cold store, and removing objects that are not needed any more.
//! Does not: edit the manifest; the flusher does, when it is told that an object is in place.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;

use bytes::Bytes;
use levada_env::disk::is_no_space;
use levada_telemetry::metrics::list;

use super::{CHUNK_BYTES, Cold, cold_file, index_name, keep_index};
use crate::disk::flush::Flusher;
use crate::disk::format::manifest::SegmentRef;
use crate::disk::recovery::read_all;
use crate::disk::segment::{Segment, SegmentFile, check_block};
use crate::disk::shared::Shared;

/// How far a turn came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Move {
    /// No segment is old enough.
    Nothing,
    /// An object is in place; the flusher has to mark it.
    Proposed,
}

/// One thread runs it.
pub(crate) struct ColdMover {
    shared: Arc<Shared>,
    cold: Arc<Cold>,
    swept: bool,
    /// Segments with damage stay where they are.
    damaged: BTreeSet<u64>,
}

impl ColdMover {
    pub(crate) fn new(shared: Arc<Shared>, cold: Arc<Cold>) -> Self {
        Self { shared, cold, swept: false, damaged: BTreeSet::new() }
    }

    /// Deletes what is not needed, then stores one old segment, if there is one. An error is
    /// one of the store; the turn is tried again later.
    pub(crate) fn turn(&mut self) -> io::Result<Move> {
        let outcome = self.work();
        if outcome.is_err() {
            list::LOG_COLD_ERRORS.increment();
        }
        outcome
    }

    fn work(&mut self) -> io::Result<Move> {
        self.delete_garbage()?;
        if self.shared.flush.lock().moved.is_some() {
            return Ok(Move::Proposed);
        }
        if !self.swept {
            self.sweep()?;
            self.swept = true;
        }
        let Some(segment) = self.oldest() else { return Ok(Move::Nothing) };
        let content = Bytes::from(read_all(&*self.shared.disk, &segment.path)?);
        if let Err(reason) = self.check(&segment) {
            let file = segment.path.display().to_string();
            tracing::error!(file, reason, "a damaged segment is not moved to the cold store");
            self.damaged.insert(segment.number);
            return Ok(Move::Nothing);
        }
        let name = self.cold.name(segment.number);
        self.cold.store().put(&name, content.clone())?;
        self.read_back(&name, &content)?;
        keep_index(&*self.shared.disk, &segment, &content)?;
        list::LOG_COLD_STORED_BYTES.add(segment.len);
        self.shared.flush.lock().moved = Some(segment.number);
        self.shared.flush_wake.notify_one();
        Ok(Move::Proposed)
    }

    /// The first segment that is here and old enough.
    fn oldest(&self) -> Option<Arc<Segment>> {
        let limit = self.shared.clock.now().minus(self.cold.options.after).0;
        let segments = self.shared.segments.lock();
        let old = segments.iter().find(|segment| {
            let newest = segment.last_ms.iter().map(|(_, last_ms)| *last_ms).max();
            !segment.file.is_cold()
                && !self.damaged.contains(&segment.number)
                && newest.is_some_and(|newest| newest < limit)
        });
        old.map(Arc::clone)
    }

    fn check(&self, segment: &Arc<Segment>) -> Result<(), String> {
        let Shared { disk, store, .. } = &*self.shared;
        let opened = Segment::open(&**disk, segment.path.clone(), *store, segment.reference());
        let (_, blocks) = opened.map_err(|error| error.to_string())?;
        blocks.iter().try_for_each(|block| check_block(segment, block))
    }

    /// What the store gives back must be what it was given.
    fn read_back(&self, name: &str, content: &Bytes) -> io::Result<()> {
        for (n, expected) in content.chunks(CHUNK_BYTES as usize).enumerate() {
            let offset = n as u64 * CHUNK_BYTES;
            let found = self.cold.store().get_range(name, offset, expected.len())?;
            if found != expected {
                let reason = format!("{name} reads back otherwise at byte {offset}");
                return Err(io::Error::other(reason));
            }
        }
        Ok(())
    }

    fn delete_garbage(&self) -> io::Result<()> {
        let garbage = std::mem::take(&mut self.shared.flush.lock().cold_garbage);
        for (n, number) in garbage.iter().enumerate() {
            if let Err(error) = self.cold.store().delete(&self.cold.name(*number)) {
                self.shared.flush.lock().cold_garbage.extend(&garbage[n..]);
                return Err(error);
            }
        }
        Ok(())
    }

    /// Deletes objects of this log that the manifest does not name: of moves and deletions that
    /// a crash has cut off.
    fn sweep(&self) -> io::Result<()> {
        let found = self.cold.store().list(&self.cold.prefix)?;
        let named: BTreeSet<String> = {
            let segments = self.shared.segments.lock();
            let cold = segments.iter().filter(|segment| segment.file.is_cold());
            cold.map(|segment| self.cold.name(segment.number)).collect()
        };
        found
            .iter()
            .filter(|name| !named.contains(*name))
            .try_for_each(|name| self.cold.store().delete(name))
    }
}

impl Flusher {
    /// Marks a segment whose object is in place, then lets its local file go.
    pub(crate) fn mark_moved(&mut self) -> io::Result<()> {
        let Some(number) = self.shared.flush.lock().moved else { return Ok(()) };
        let cold = self.shared.cold.clone();
        let found = self.segments.iter().find(|segment| segment.number == number).cloned();
        match (found, cold) {
            (Some(segment), Some(cold)) => self.mark(&segment, &cold)?,
            // Retention has passed it meanwhile.
            _ => self.shared.flush.lock().cold_garbage.push(number),
        }
        self.shared.flush.lock().moved = None;
        self.shared.note_segments(&self.segments);
        Ok(())
    }

    fn mark(&mut self, segment: &Arc<Segment>, cold: &Arc<Cold>) -> io::Result<()> {
        let dir = segment.path.parent().unwrap_or(Path::new(""));
        let file = cold_file(&*self.shared.disk, dir, segment.reference(), Some(cold))?;
        let mut manifest = self.manifest.clone();
        manifest.number += 1;
        let references = self.segments.iter().map(|listed| SegmentRef {
            cold: listed.file.is_cold() || listed.number == segment.number,
            ..listed.reference()
        });
        manifest.segments = references.collect();
        self.put_in_place(manifest)?;
        segment.file.become_cold(file);
        self.shared.disk.remove(&segment.path)
    }

    /// Removes what is left of a segment that the manifest does not name any more.
    pub(crate) fn remove_segment(&self, segment: &Segment) -> io::Result<()> {
        if !segment.file.is_cold() {
            return self.shared.disk.remove(&segment.path);
        }
        self.shared.flush.lock().cold_garbage.push(segment.number);
        self.shared.background_wake.notify_all();
        let index = segment.path.with_file_name(index_name(segment.number));
        match self.shared.disk.remove(&index) {
            Err(error) if is_no_space(&error) => Ok(()),
            outcome => outcome,
        }
    }
}

impl SegmentFile {
    pub(crate) fn cold(file: Arc<dyn levada_env::disk::DiskFile>) -> Self {
        let cold = Self::local(Arc::clone(&file));
        cold.become_cold(file);
        cold
    }
}
