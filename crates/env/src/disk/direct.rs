//! Writes past the page cache: buffers that may be written so, and whether it pays.
//! Does not: write anything by itself but the probe's scratch file.

use std::fs::{self, File};
use std::io;
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

/// Memory, offset and length of direct writes are multiples of this many bytes.
pub const DIRECT_BYTES: usize = 4096;

/// Writes of each kind and size that the probe compares.
const PROBE_ROUNDS: usize = 8;
const PROBE_WRITE_BYTES: [usize; 2] = [4096, 256 * 1024];
/// On a disk so slow that the probe takes longer, what it has seen by then decides.
const PROBE_TIME_MAX: Duration = Duration::from_millis(300);

/// A buffer of zeros up to a boundary of [`DIRECT_BYTES`], and their number: `bytes_max` bytes
/// can be added from there on without moving the buffer.
pub fn aligned_buffer(bytes_max: usize) -> (Vec<u8>, usize) {
    let mut buffer: Vec<u8> = Vec::with_capacity(bytes_max + DIRECT_BYTES - 1);
    let start = buffer.as_ptr().align_offset(DIRECT_BYTES);
    // `align_offset` may decline to answer; direct writes then fail and say so.
    buffer.resize(start.min(DIRECT_BYTES - 1), 0);
    let start = buffer.len();
    (buffer, start)
}

#[cfg(target_os = "linux")]
pub(super) fn open(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    let flags = rustix::fs::OFlags::DIRECT.bits().cast_signed();
    fs::OpenOptions::new().read(true).write(true).custom_flags(flags).open(path)
}

#[cfg(not(target_os = "linux"))]
pub(super) fn open(path: &Path) -> io::Result<File> {
    let reason = format!("no direct writes for {} on this system", path.display());
    Err(io::Error::new(io::ErrorKind::Unsupported, reason))
}

/// Compares synced writes of both kinds, in turn, on a zero-filled file in `dir`.
pub(super) fn is_no_slower(dir: &Path) -> io::Result<bool> {
    let path = dir.join("probe.tmp");
    let answer = compare(&path);
    // Left behind, it is removed with the other unfinished files.
    let _ = fs::remove_file(&path);
    answer
}

fn compare(path: &Path) -> io::Result<bool> {
    let bytes_max = PROBE_WRITE_BYTES[1];
    let (mut buffer, start) = aligned_buffer(bytes_max);
    buffer.resize(start + bytes_max, 0);
    fs::write(path, &buffer[start..])?;
    let plain = fs::OpenOptions::new().write(true).open(path)?;
    plain.sync_all()?;
    let direct = open(path)?;
    let began = Instant::now();
    // The best of each size: a stall of the machine is no trait of the kind.
    let mut best = [[Duration::MAX; PROBE_WRITE_BYTES.len()]; 2];
    for _ in 0..PROBE_ROUNDS {
        for (kind, file) in [&plain, &direct].into_iter().enumerate() {
            for (size, bytes) in PROBE_WRITE_BYTES.into_iter().enumerate() {
                let started = Instant::now();
                file.write_all_at(&buffer[start..start + bytes], 0)?;
                file.sync_data()?;
                best[kind][size] = best[kind][size].min(started.elapsed());
            }
        }
        if began.elapsed() > PROBE_TIME_MAX {
            break;
        }
    }
    let [plain, direct] = best.map(|sizes| sizes.iter().sum::<Duration>());
    Ok(direct <= plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::{Disk, RealDisk};

    #[test]
    fn an_aligned_buffer_takes_its_bytes_without_moving() {
        for bytes in [0, 1, 4096, 1_000_000] {
            let (mut buffer, start) = aligned_buffer(bytes);
            let before = buffer.as_ptr();
            buffer.resize(start + bytes, 1);
            assert_eq!(buffer.as_ptr(), before);
            assert!(buffer[start..].as_ptr().addr().is_multiple_of(DIRECT_BYTES));
        }
    }

    #[test]
    fn direct_writes_read_back_where_the_file_system_has_them_and_the_probe_leaves_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("a");
        fs::write(&path, vec![0; 8192]).unwrap();
        let preferred = RealDisk.prefers_direct(dir.path());
        assert_eq!(RealDisk.list(dir.path()).unwrap(), ["a"]);
        let Ok(file) = RealDisk.open_direct(&path) else {
            assert!(!preferred, "the probe must not prefer what cannot be opened");
            return;
        };
        let (mut buffer, start) = aligned_buffer(4096);
        buffer.resize(start + 4096, 7);
        file.write_at(&buffer[start..], 4096).unwrap();
        file.sync().unwrap();
        let stored = fs::read(&path).unwrap();
        assert_eq!((stored[4095], stored[4096], stored[8191]), (0, 7, 7));
    }
}
