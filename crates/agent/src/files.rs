//! Following log files through growth, renaming, copy-and-truncate, replacement and deletion.
//!
//! A file is known by device and inode, and by a fingerprint of its first bytes: the inode
//! survives renaming, the fingerprint tells truncation from growth and finds the copy that a
//! copy-and-truncate rotation left behind, so that no line is lost or read twice.
//!
//! Does not: send anything, or remember anything across restarts (see `checkpoint`).

use std::collections::HashMap;
use std::fs::{self, File};
use std::io;
use std::os::unix::fs::{FileExt, MetadataExt};
use std::path::{Path, PathBuf};

use globset::{GlobBuilder, GlobMatcher};
use md5::{Digest, Md5};
use serde::{Deserialize, Serialize};

use crate::config::InitialPosition;

const FINGERPRINT_BYTES_MAX: u64 = 1024;
const READ_BYTES: usize = 256 * 1024;
/// A pattern that matches more files than this is taken as a mistake.
const FILES_MAX: usize = 100_000;
/// A file that may be a copy in the making, and has not grown for so many looks, is none.
const LOOKS_MAX: u32 = 50;
const COMPRESSED: &[&str] = &["gz", "bz2", "zip", "zst", "xz"];

/// What is remembered of a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileState {
    pub path: PathBuf,
    pub device: u64,
    pub inode: u64,
    /// How many first bytes the fingerprint covers; it grows with the file up to 1 KiB.
    pub fingerprint_bytes: u64,
    /// Hex MD5 of those bytes.
    pub fingerprint: String,
    /// Everything before this byte has been handed out.
    pub offset: u64,
    /// A copy of another followed file: not read until that file is truncated.
    pub copy: bool,
}

struct Followed {
    state: FileState,
    file: File,
}

/// The files of one pattern, in the order in which their lines are read.
pub struct Tracker {
    root: PathBuf,
    matcher: GlobMatcher,
    initial: InitialPosition,
    skip_header_lines: u64,
    files: Vec<Followed>,
    /// Files that are too short to tell whether they are copies, by device and inode.
    undecided: HashMap<(u64, u64), Undecided>,
    first_refresh: bool,
}

#[derive(Clone, Copy)]
struct Undecided {
    length: u64,
    looks: u32,
}

/// A line with its line end.
pub type Line = Vec<u8>;

pub struct LineLimits<'a> {
    pub record_bytes_max: usize,
    /// Ends a line that had to be cut.
    pub truncated_terminator: &'a str,
}

fn fingerprint(file: &File, bytes: u64) -> io::Result<String> {
    let mut buffer = vec![0; usize::try_from(bytes.min(FINGERPRINT_BYTES_MAX)).unwrap_or(0)];
    file.read_exact_at(&mut buffer, 0)?;
    Ok(hex::encode(Md5::digest(&buffer)))
}

/// The deepest folder of a pattern that holds no wildcard.
fn fixed_root(pattern: &str) -> PathBuf {
    let wild = |part: &std::ffi::OsStr| part.to_string_lossy().contains(['*', '?', '[', '{']);
    let parent = Path::new(pattern).parent().unwrap_or(Path::new("."));
    let root: PathBuf = parent.components().take_while(|part| !wild(part.as_os_str())).collect();
    if root.as_os_str().is_empty() { PathBuf::from(".") } else { root }
}

impl Tracker {
    /// `known` is what a checkpoint remembers; `None` at the very first start, when files that
    /// are already there begin at the flow's initial position.
    pub fn new(
        pattern: &str,
        initial: InitialPosition,
        skip_header_lines: u64,
        known: Option<Vec<FileState>>,
    ) -> Result<Self, globset::Error> {
        let matcher = GlobBuilder::new(pattern).literal_separator(true).build()?.compile_matcher();
        let first_refresh = known.is_none();
        let files = known
            .unwrap_or_default()
            .into_iter()
            .filter_map(|state| open_known(state, &matcher))
            .collect();
        let root = fixed_root(pattern);
        let undecided = HashMap::new();
        Ok(Self { root, matcher, initial, skip_header_lines, files, undecided, first_refresh })
    }

    pub fn states(&self) -> Vec<FileState> {
        self.files.iter().map(|followed| followed.state.clone()).collect()
    }

    /// Looks at the file system again: new files, new names, truncations, copies, deletions.
    pub fn refresh(&mut self) -> io::Result<()> {
        let found = self.list()?;
        self.refresh_from(found)
    }

    fn refresh_from(&mut self, mut found: Vec<(PathBuf, i128)>) -> io::Result<()> {
        for (path, _) in &found {
            self.meet(path)?;
        }
        let truncated = self.truncated()?;
        if !truncated.is_empty() {
            // The copy may have been made since the folder was listed; it is there for certain
            // once its original is truncated.
            found = self.list()?;
            for (path, _) in &found {
                self.meet(path)?;
            }
        }
        self.handle_truncations(&truncated)?;
        let present: Vec<&PathBuf> = found.iter().map(|(path, _)| path).collect();
        self.files.retain(|followed| {
            let read = followed.file.metadata().is_ok_and(|m| m.len() <= followed.state.offset);
            let named = present.contains(&&followed.state.path);
            // A deleted or renamed-away file stays until its last line is read.
            named || (!read && !followed.state.copy)
        });
        if found.is_empty() {
            self.undecided.clear();
        }
        self.first_refresh = false;
        Ok(())
    }

    /// Matching files, oldest change first.
    fn list(&self) -> io::Result<Vec<(PathBuf, i128)>> {
        let mut found = Vec::new();
        let mut folders = vec![self.root.clone()];
        while let Some(folder) = folders.pop() {
            let entries = match fs::read_dir(&folder) {
                Ok(entries) => entries,
                Err(e) if e.kind() == io::ErrorKind::NotFound => continue,
                Err(e) => return Err(e),
            };
            for entry in entries {
                let path = entry?.path();
                // A file may be renamed or deleted between listing and looking at it.
                let Ok(facts) = fs::metadata(&path) else { continue };
                if facts.is_dir() {
                    folders.push(path);
                } else if self.matcher.is_match(&path) && !is_compressed(&path) {
                    let nanos = i128::from(facts.mtime()) * 1_000_000_000;
                    found.push((path, nanos + i128::from(facts.mtime_nsec())));
                }
                if found.len() + folders.len() > FILES_MAX {
                    return Err(io::Error::other("the pattern matches too many files"));
                }
            }
        }
        found.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
        Ok(found)
    }

    /// Takes note of a path: a followed file under an old or new name, a copy, or a new file.
    fn meet(&mut self, path: &Path) -> io::Result<()> {
        let Ok(file) = File::open(path) else { return Ok(()) };
        let facts = file.metadata()?;
        let same =
            |f: &&mut Followed| f.state.device == facts.dev() && f.state.inode == facts.ino();
        if let Some(followed) = self.files.iter_mut().find(same) {
            followed.state.path = path.to_owned();
            return Ok(());
        }
        let copied_from = self.files.iter().position(|followed| {
            is_copy(&followed.state, &file, facts.len()) && !outgrows(followed, &file, facts.len())
        });
        if copied_from.is_none() && self.may_become_copy(&file, &facts) {
            return Ok(());
        }
        let covered = facts.len().min(FINGERPRINT_BYTES_MAX);
        let mut state = FileState {
            path: path.to_owned(),
            device: facts.dev(),
            inode: facts.ino(),
            fingerprint_bytes: covered,
            fingerprint: fingerprint(&file, covered)?,
            offset: 0,
            copy: copied_from.is_some(),
        };
        if copied_from.is_none() {
            state.offset = if self.first_refresh && self.initial == InitialPosition::EndOfFile {
                facts.len()
            } else {
                after_lines(&file, self.skip_header_lines)?
            };
        }
        // A copy holds older lines than the file it was taken from, so it is read before it.
        let place = copied_from.unwrap_or(self.files.len());
        self.files.insert(place, Followed { state, file });
        Ok(())
    }

    /// Whether a new file is the beginning of a followed one and too short to be known as its
    /// copy: copying takes time, and a copy taken for a new file would be read twice.
    fn may_become_copy(&mut self, file: &File, facts: &fs::Metadata) -> bool {
        let (key, length) = ((facts.dev(), facts.ino()), facts.len());
        let begins = |f: &Followed| {
            !f.state.copy
                && length < f.state.fingerprint_bytes
                && fingerprint(file, length).ok() == fingerprint(&f.file, length).ok()
        };
        if self.first_refresh || !self.files.iter().any(begins) {
            self.undecided.remove(&key);
            return false;
        }
        let seen = self.undecided.entry(key).or_insert(Undecided { length, looks: 0 });
        let looks = if seen.length == length { seen.looks + 1 } else { 0 };
        *seen = Undecided { length, looks };
        if looks < LOOKS_MAX {
            return true;
        }
        self.undecided.remove(&key);
        false
    }

    /// Device and inode of the files whose first bytes changed, or that are shorter than what
    /// was read of them.
    fn truncated(&self) -> io::Result<Vec<(u64, u64)>> {
        let mut truncated = Vec::new();
        for Followed { state, file } in &self.files {
            let length = file.metadata()?.len();
            let known = state.fingerprint_bytes;
            let shorter = length < state.offset || length < known;
            if shorter || (!state.copy && fingerprint(file, known)? != state.fingerprint) {
                truncated.push((state.device, state.inode));
            }
        }
        Ok(truncated)
    }

    /// The unread rest of a truncated file is in its copy, and the file itself starts over.
    fn handle_truncations(&mut self, truncated: &[(u64, u64)]) -> io::Result<()> {
        for n in 0..self.files.len() {
            let Followed { state, file } = &self.files[n];
            let length = file.metadata()?.len();
            if !truncated.contains(&(state.device, state.inode)) {
                self.extend_fingerprint(n, length)?;
                continue;
            }
            let old = state.clone();
            let copy = self.files.iter_mut().find(|f| {
                let length = f.file.metadata().map_or(0, |m| m.len());
                f.state.copy && is_copy(&old, &f.file, length)
            });
            match copy {
                Some(copy) => {
                    copy.state.copy = false;
                    copy.state.offset = old.offset;
                }
                None if old.copy => {}
                None => tracing::warn!(
                    path = %old.path.display(),
                    offset = old.offset,
                    "file was truncated and no copy of it matches the pattern; \
                     lines not read before are lost"
                ),
            }
            let covered = length.min(FINGERPRINT_BYTES_MAX);
            let Followed { state, file } = &mut self.files[n];
            state.fingerprint = fingerprint(file, covered)?;
            state.fingerprint_bytes = covered;
            state.offset = after_lines(file, self.skip_header_lines)?;
        }
        Ok(())
    }

    /// Covers more of a file that has grown, unless it was truncated a moment ago: the next
    /// look finds that out.
    fn extend_fingerprint(&mut self, n: usize, length: u64) -> io::Result<()> {
        let Followed { state, file } = &mut self.files[n];
        let covered = length.min(FINGERPRINT_BYTES_MAX);
        if covered > state.fingerprint_bytes {
            let extended = fingerprint(file, covered)?;
            if fingerprint(file, state.fingerprint_bytes)? == state.fingerprint {
                state.fingerprint = extended;
                state.fingerprint_bytes = covered;
            }
        }
        Ok(())
    }

    /// Appends complete lines to `out`, oldest file first, until `take` refuses one or there
    /// are no more. A refused line is handed out again next time.
    pub fn read_lines(
        &mut self,
        limits: &LineLimits<'_>,
        mut take: impl FnMut(Line) -> bool,
    ) -> io::Result<()> {
        for followed in self.files.iter_mut().filter(|f| !f.state.copy) {
            if !read_file_lines(followed, limits, &mut take)? {
                return Ok(());
            }
        }
        Ok(())
    }
}

fn is_compressed(path: &Path) -> bool {
    path.extension().is_some_and(|e| COMPRESSED.contains(&e.to_string_lossy().as_ref()))
}

/// Whether `file` begins with the bytes that `state` was fingerprinted by.
fn is_copy(state: &FileState, file: &File, length: u64) -> bool {
    state.fingerprint_bytes > 0
        && !state.copy
        && length >= state.fingerprint_bytes
        && fingerprint(file, state.fingerprint_bytes).is_ok_and(|f| f == state.fingerprint)
}

/// Finds a remembered file again, under its path or any other in the same folder.
fn open_known(mut state: FileState, matcher: &GlobMatcher) -> Option<Followed> {
    let same = |path: &Path| {
        let file = File::open(path).ok()?;
        let facts = file.metadata().ok()?;
        (facts.dev() == state.device && facts.ino() == state.inode).then_some(file)
    };
    if let Some(file) = same(&state.path) {
        return Some(Followed { state, file });
    }
    let folder = state.path.parent()?;
    for entry in fs::read_dir(folder).ok()?.flatten() {
        let path = entry.path();
        if matcher.is_match(&path)
            && let Some(file) = same(&path)
        {
            state.path = path;
            return Some(Followed { state, file });
        }
    }
    None
}

/// Whether `file` holds what a followed file, not truncated yet, does not: then it merely begins
/// like it, as files with a common header do.
fn outgrows(followed: &Followed, file: &File, length: u64) -> bool {
    let (original, state) = (&followed.file, &followed.state);
    let whole = original.metadata().map_or(0, |facts| facts.len());
    let intact = whole >= state.fingerprint_bytes
        && fingerprint(original, state.fingerprint_bytes).is_ok_and(|f| f == state.fingerprint);
    let covered = length.min(FINGERPRINT_BYTES_MAX);
    intact
        && (length > whole
            || fingerprint(file, covered).ok() != fingerprint(original, covered).ok())
}

fn after_lines(file: &File, lines: u64) -> io::Result<u64> {
    let mut offset = 0;
    for _ in 0..lines {
        match find_newline(file, offset)? {
            Some(end) => offset = end + 1,
            None => break,
        }
    }
    Ok(offset)
}

fn find_newline(file: &File, mut offset: u64) -> io::Result<Option<u64>> {
    let mut buffer = vec![0; READ_BYTES];
    loop {
        let got = file.read_at(&mut buffer, offset)?;
        if got == 0 {
            return Ok(None);
        }
        if let Some(at) = buffer[..got].iter().position(|byte| *byte == b'\n') {
            return Ok(Some(offset + at as u64));
        }
        offset += got as u64;
    }
}

/// False when `take` refused a line.
fn read_file_lines(
    followed: &mut Followed,
    limits: &LineLimits<'_>,
    take: &mut impl FnMut(Line) -> bool,
) -> io::Result<bool> {
    let mut buffer = vec![0; READ_BYTES];
    loop {
        let offset = followed.state.offset;
        let got = followed.file.read_at(&mut buffer, offset)?;
        let mut start = 0;
        while let Some(length) = buffer[start..got].iter().position(|byte| *byte == b'\n') {
            let line = buffer[start..=start + length].to_vec();
            if !take(cut(line, limits)) {
                return Ok(false);
            }
            start += length + 1;
            followed.state.offset = offset + start as u64;
        }
        if start > 0 {
            continue;
        }
        if got < READ_BYTES {
            return Ok(true);
        }
        // A line longer than the buffer: find its end, keep what a record may hold.
        let Some(end) = find_newline(&followed.file, offset)? else { return Ok(true) };
        let kept = (end + 1 - offset).min(limits.record_bytes_max as u64 + 1);
        let mut line = vec![0; usize::try_from(kept).unwrap_or(0)];
        followed.file.read_exact_at(&mut line, offset)?;
        if !take(cut(line, limits)) {
            return Ok(false);
        }
        followed.state.offset = end + 1;
    }
}

fn cut(mut line: Line, limits: &LineLimits<'_>) -> Line {
    if line.len() > limits.record_bytes_max {
        let terminator = limits.truncated_terminator.as_bytes();
        line.truncate(limits.record_bytes_max.saturating_sub(terminator.len()));
        line.extend_from_slice(terminator);
    }
    line
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    const LIMITS: LineLimits<'_> =
        LineLimits { record_bytes_max: 1_000_000, truncated_terminator: "\n" };

    struct Logs(tempfile::TempDir);

    impl Logs {
        fn new() -> Self {
            Self(tempfile::tempdir().unwrap())
        }
        fn path(&self, name: &str) -> PathBuf {
            self.0.path().join(name)
        }
        fn append(&self, name: &str, text: &str) {
            let mut file = File::options().append(true).create(true).open(self.path(name)).unwrap();
            file.write_all(text.as_bytes()).unwrap();
        }
        fn tracker(&self, initial: InitialPosition, known: Option<Vec<FileState>>) -> Tracker {
            let pattern = self.path("toll.log*");
            Tracker::new(pattern.to_str().unwrap(), initial, 0, known).unwrap()
        }
    }

    fn read(tracker: &mut Tracker) -> String {
        tracker.refresh().unwrap();
        let mut all = Vec::new();
        let take = |line: Line| {
            all.extend_from_slice(&line);
            true
        };
        tracker.read_lines(&LIMITS, take).unwrap();
        String::from_utf8(all).unwrap()
    }

    #[test]
    fn lines_are_read_once_and_only_when_complete() {
        let logs = Logs::new();
        logs.append("toll.log", "a\nb\nhalf");
        let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
        assert_eq!(read(&mut tracker), "a\nb\n");
        logs.append("toll.log", " full\n");
        assert_eq!(read(&mut tracker), "half full\n");
        assert_eq!(read(&mut tracker), "");
    }

    #[test]
    fn a_copy_that_is_seen_while_it_is_made_is_not_read_twice() {
        for partial in [0, 3, 11] {
            let logs = Logs::new();
            let text = "line one\nline two\n";
            logs.append("toll.log", text);
            let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
            assert_eq!(read(&mut tracker), text);
            logs.append("toll.log", "line three\n");
            logs.append("toll.log.1", &text[..partial]);
            assert_eq!(read(&mut tracker), "line three\n");
            logs.append("toll.log", "line four\n");
            fs::copy(logs.path("toll.log"), logs.path("toll.log.1")).unwrap();
            let log = File::options().write(true).open(logs.path("toll.log")).unwrap();
            log.set_len(0).unwrap();
            logs.append("toll.log", "line five\n");
            assert_eq!(read(&mut tracker), "line four\nline five\n", "{partial}");
        }
    }

    #[test]
    fn a_short_file_that_begins_like_another_is_read_when_it_stays_so() {
        let logs = Logs::new();
        logs.append("toll.log", "header\nrow\n");
        let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
        assert_eq!(read(&mut tracker), "header\nrow\n");
        logs.append("toll.log.other", "header\n");
        let looks: Vec<String> = (0..=LOOKS_MAX).map(|_| read(&mut tracker)).collect();
        assert_eq!(looks.concat(), "header\n");
        logs.append("toll.log.more", "header\nanother row\n");
        assert_eq!(read(&mut tracker), "header\nanother row\n");
    }

    #[test]
    fn end_of_file_skips_what_was_there_but_not_files_that_come_later() {
        let logs = Logs::new();
        logs.append("toll.log", "old\n");
        let mut tracker = logs.tracker(InitialPosition::EndOfFile, None);
        assert_eq!(read(&mut tracker), "");
        logs.append("toll.log.x", "new file\n");
        logs.append("toll.log", "new\n");
        assert_eq!(read(&mut tracker), "new\nnew file\n");
    }

    #[test]
    fn a_renamed_file_is_read_to_its_end_before_its_successor() {
        let logs = Logs::new();
        logs.append("toll.log", "one\n");
        let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
        assert_eq!(read(&mut tracker), "one\n");
        logs.append("toll.log", "two\n");
        fs::rename(logs.path("toll.log"), logs.path("toll.log.1")).unwrap();
        logs.append("toll.log", "three\n");
        assert_eq!(read(&mut tracker), "two\nthree\n");
    }

    #[test]
    fn copy_and_truncate_loses_and_repeats_nothing_whenever_it_is_noticed() {
        for notice_copy_first in [false, true] {
            let logs = Logs::new();
            logs.append("toll.log", "one\n");
            let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
            assert_eq!(read(&mut tracker), "one\n");
            logs.append("toll.log", "two\n");
            fs::copy(logs.path("toll.log"), logs.path("toll.log.1")).unwrap();
            let early = if notice_copy_first { read(&mut tracker) } else { String::new() };
            File::options().write(true).open(logs.path("toll.log")).unwrap().set_len(0).unwrap();
            logs.append("toll.log", "three is longer than what was read\n");
            let late = read(&mut tracker);
            assert_eq!(early + &late, "two\nthree is longer than what was read\n");
            assert_eq!(read(&mut tracker), "");
        }
    }

    #[test]
    fn a_copy_made_after_the_folder_was_listed_is_still_known_as_one() {
        let logs = Logs::new();
        logs.append("toll.log", "one\n");
        let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
        assert_eq!(read(&mut tracker), "one\n");
        logs.append("toll.log", "two\n");
        let listed = tracker.list().unwrap();
        fs::copy(logs.path("toll.log"), logs.path("toll.log.1")).unwrap();
        File::options().write(true).open(logs.path("toll.log")).unwrap().set_len(0).unwrap();
        tracker.refresh_from(listed).unwrap();
        logs.append("toll.log", "three\n");
        assert_eq!(read(&mut tracker), "two\nthree\n");
    }

    #[test]
    fn a_restart_goes_on_where_the_checkpoint_stands_also_after_a_rotation() {
        let logs = Logs::new();
        logs.append("toll.log", "one\ntwo\n");
        let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
        assert_eq!(read(&mut tracker), "one\ntwo\n");
        let states = tracker.states();
        drop(tracker);
        logs.append("toll.log", "three\n");
        fs::rename(logs.path("toll.log"), logs.path("toll.log.1")).unwrap();
        logs.append("toll.log", "four\n");
        let mut again = logs.tracker(InitialPosition::EndOfFile, Some(states));
        assert_eq!(read(&mut again), "three\nfour\n");
    }

    #[test]
    fn a_deleted_file_is_read_to_its_end() {
        let logs = Logs::new();
        logs.append("toll.log", "one\n");
        let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
        tracker.refresh().unwrap();
        logs.append("toll.log", "two\n");
        fs::remove_file(logs.path("toll.log")).unwrap();
        assert_eq!(read(&mut tracker), "one\ntwo\n");
        tracker.refresh().unwrap();
        assert!(tracker.states().is_empty());
    }

    #[test]
    fn a_line_over_the_limit_is_cut_and_its_rest_discarded() {
        let logs = Logs::new();
        logs.append("toll.log", &format!("{}\nnext\n", "x".repeat(2 * READ_BYTES)));
        let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
        tracker.refresh().unwrap();
        let mut lines = Vec::new();
        let limits = LineLimits { record_bytes_max: 10, truncated_terminator: "\n" };
        tracker
            .read_lines(&limits, |line| {
                lines.push(line);
                true
            })
            .unwrap();
        assert_eq!(lines, [b"xxxxxxxxx\n".to_vec(), b"next\n".to_vec()]);
    }

    #[test]
    fn a_refused_line_comes_again() {
        let logs = Logs::new();
        logs.append("toll.log", "a\nb\n");
        let mut tracker = logs.tracker(InitialPosition::StartOfFile, None);
        tracker.refresh().unwrap();
        let mut taken = 0;
        tracker
            .read_lines(&LIMITS, |_| {
                taken += 1;
                taken < 2
            })
            .unwrap();
        assert_eq!(read(&mut tracker), "b\n");
    }
}
