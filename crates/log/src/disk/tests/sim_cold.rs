//! A cold store in memory that can fail, for histories and tests.
//! Does not: forget what it has answered for.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;

use bytes::Bytes;
use parking_lot::Mutex;

use crate::ColdStore;

/// Clones are the same store.
#[derive(Clone, Default)]
pub(crate) struct SimCold(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    objects: BTreeMap<String, Bytes>,
    calls_left: Option<u64>,
    fetches: usize,
}

impl SimCold {
    /// Lets `calls` more calls succeed; then all fail. `None`: all succeed.
    pub(crate) fn fail_after(&self, calls: Option<u64>) {
        self.0.lock().calls_left = calls;
    }

    pub(crate) fn names(&self) -> Vec<String> {
        self.0.lock().objects.keys().cloned().collect()
    }

    /// Calls of `get_range` so far.
    pub(crate) fn fetches(&self) -> usize {
        self.0.lock().fetches
    }

    fn call<T>(&self, act: impl FnOnce(&mut State) -> io::Result<T>) -> io::Result<T> {
        let mut state = self.0.lock();
        match &mut state.calls_left {
            Some(0) => return Err(io::Error::other("the simulated store fails")),
            Some(left) => *left -= 1,
            None => {}
        }
        act(&mut state)
    }
}

impl ColdStore for SimCold {
    fn put(&self, name: &str, content: Bytes) -> io::Result<()> {
        self.call(|state| {
            state.objects.insert(name.to_owned(), content);
            Ok(())
        })
    }

    fn get_range(&self, name: &str, offset: u64, len: usize) -> io::Result<Bytes> {
        self.call(|state| {
            state.fetches += 1;
            let content = state.objects.get(name).ok_or(io::ErrorKind::NotFound)?;
            let start = offset as usize;
            if start + len > content.len() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            Ok(content.slice(start..start + len))
        })
    }

    fn delete(&self, name: &str) -> io::Result<()> {
        self.call(|state| {
            state.objects.remove(name);
            Ok(())
        })
    }

    fn list(&self, prefix: &str) -> io::Result<Vec<String>> {
        self.call(|state| {
            let names = state.objects.keys().filter(|name| name.starts_with(prefix));
            Ok(names.cloned().collect())
        })
    }
}
