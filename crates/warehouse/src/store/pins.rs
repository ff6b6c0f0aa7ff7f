//! Keeps part files alive while a query reads them, though the table has let them go.
//! Does not: survive the process; what is left over is deleted at the next open.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use parking_lot::Mutex;

#[derive(Default)]
pub struct PartPins {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    next: u64,
    /// Readers by the moment they began.
    active: BTreeMap<u64, ()>,
    /// Files to delete once every reader that began before the moment has ended.
    doomed: Vec<(u64, PathBuf)>,
}

/// Take one before reading the list of parts, and hold it while reading the files.
pub struct Pin {
    pins: Arc<PartPins>,
    began: u64,
}

impl PartPins {
    pub fn pin(self: &Arc<Self>) -> Pin {
        let mut state = self.state.lock();
        let began = state.next;
        state.next += 1;
        state.active.insert(began, ());
        Pin { pins: Arc::clone(self), began }
    }

    /// Call after the commit that let the files go.
    pub fn doom(&self, files: Vec<PathBuf>) {
        let mut state = self.state.lock();
        let moment = state.next;
        state.doomed.extend(files.into_iter().map(|file| (moment, file)));
        state.sweep();
    }
}

impl State {
    fn sweep(&mut self) {
        let oldest = self.active.keys().next().copied().unwrap_or(u64::MAX);
        self.doomed.retain(|(moment, file)| {
            let free = *moment <= oldest;
            if free && let Err(error) = std::fs::remove_file(file) {
                tracing::warn!(file = %file.display(), %error, "part file could not be deleted");
            }
            !free
        });
    }
}

impl Drop for Pin {
    fn drop(&mut self) {
        let mut state = self.pins.state.lock();
        state.active.remove(&self.began);
        state.sweep();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_lives_until_the_last_reader_from_before_its_end_is_done() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("part");
        std::fs::write(&file, b"x").unwrap();
        let pins = Arc::new(PartPins::default());
        let (first, second) = (pins.pin(), pins.pin());
        pins.doom(vec![file.clone()]);
        let later = pins.pin();
        drop(first);
        assert!(file.exists());
        drop(second);
        assert!(!file.exists());
        drop(later);
    }
}
