//! The disk's own limit: one loop that writes and syncs, and one that reads at random.
//! Does not: know the record log.

use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::path::Path;
use std::time::{Duration, Instant};

use levada_env::disk::{Disk, RealDisk, aligned_buffer};

use crate::report::Latencies;

/// What a loop reached.
pub struct Bare {
    pub bytes_per_second: f64,
    pub latencies: Latencies,
}

const FILE_BYTES: u64 = 256 * 1024 * 1024;

/// Makes the zero-filled file that the loops write, as the log makes its ring files.
pub fn prepare(dir: &Path) -> std::path::PathBuf {
    let path = dir.join("bare");
    let file = File::create(&path).expect("create the bare loop's file");
    let zeros = vec![0; 1 << 20];
    for at in (0..FILE_BYTES).step_by(zeros.len()) {
        file.write_all_at(&zeros, at).expect("zero-fill");
    }
    file.sync_all().expect("sync");
    path
}

/// Writes and syncs `bytes` at a time for `time`, with the writer's priority.
pub fn write_loop(path: &Path, bytes: u64, direct: bool, time: Duration) -> Bare {
    let (path, bytes) = (path.to_path_buf(), bytes.next_multiple_of(4096));
    let thread = std::thread::Builder::new().name(crate::priority::WRITER.into());
    let looping = thread.spawn(move || {
        levada_env::raise_thread_priority();
        crate::priority::raise_writers();
        let file = if direct {
            RealDisk.open_direct(&path)
        } else {
            RealDisk.open(&path, levada_env::disk::OpenMode::Write)
        }
        .expect("open the bare loop's file");
        let (mut buffer, start) = aligned_buffer(bytes as usize);
        buffer.resize(start + bytes as usize, 7);
        let mut latencies = Latencies::default();
        let (began, mut at) = (Instant::now(), 0);
        while began.elapsed() < time {
            let started = Instant::now();
            file.write_at(&buffer[start..], at).expect("write");
            file.sync().expect("sync");
            latencies.add(started.elapsed());
            at += bytes;
            if at + bytes > FILE_BYTES {
                at = 0;
            }
        }
        let total = latencies.count() as f64 * bytes as f64;
        Bare { bytes_per_second: total / began.elapsed().as_secs_f64(), latencies }
    });
    looping.expect("a thread").join().expect("the bare loop")
}

/// Reads 64 KiB at random places of `path`, past the page cache where that can be.
pub fn random_reads(path: &Path, time: Duration) -> f64 {
    const READ_BYTES: u64 = 64 * 1024;
    let file = RealDisk
        .open_direct(path)
        .or_else(|_| RealDisk.open(path, levada_env::disk::OpenMode::Read));
    let file = file.expect("open for random reads");
    let blocks = fs::metadata(path).expect("look at the file").len() / READ_BYTES;
    let (mut buffer, start) = aligned_buffer(READ_BYTES as usize);
    buffer.resize(start + READ_BYTES as usize, 0);
    let (mut state, mut read) = (1u64, 0u64);
    let began = Instant::now();
    while began.elapsed() < time {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        let at = (state >> 33) % blocks * READ_BYTES;
        file.read_at(&mut buffer[start..], at).expect("read");
        read += READ_BYTES;
    }
    read as f64 / began.elapsed().as_secs_f64()
}
