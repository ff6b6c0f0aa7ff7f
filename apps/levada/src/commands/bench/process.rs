//! What a process has used: CPU time and memory, as Linux counts them.
//! Does not: work elsewhere; without `/proc` there are no figures.

use std::time::Duration;

/// Linux counts CPU time in hundredths of a second for user programs, whatever its own clock.
const TICKS_PER_SECOND: u64 = 100;

/// One process, by its number.
#[derive(Clone, Copy, Debug)]
pub struct Process(pub u32);

impl Process {
    /// User and system time of all its threads, ended ones included.
    pub fn cpu(self) -> Option<Duration> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.0)).ok()?;
        // The name in brackets may hold blanks; the fields after it do not.
        let fields: Vec<&str> = stat.rsplit_once(')')?.1.split_whitespace().collect();
        let ticks = |place: usize| fields.get(place)?.parse::<u64>().ok();
        let ticks = ticks(11)? + ticks(12)?;
        Some(Duration::from_millis(ticks * 1000 / TICKS_PER_SECOND))
    }

    /// Resident memory now, and the most it has been, in bytes.
    pub fn memory(self) -> Option<(u64, u64)> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.0)).ok()?;
        let kib = |name: &str| {
            let line = status.lines().find(|line| line.starts_with(name))?;
            line.split_whitespace().nth(1)?.parse::<u64>().ok()
        };
        Some((kib("VmRSS:")? * 1024, kib("VmHWM:")? * 1024))
    }
}

/// CPU time of the calling thread.
pub fn thread_cpu() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_busy_thread_uses_cpu_and_its_process_memory() {
        let process = Process(std::process::id());
        let before = (thread_cpu().unwrap(), process.cpu().unwrap());
        let mut sum = 0_u64;
        while thread_cpu().unwrap() < before.0 + Duration::from_millis(30) {
            sum = (0..10_000).fold(sum, |sum, n| std::hint::black_box(sum.wrapping_add(n)));
        }
        assert!(process.cpu().unwrap() > before.1, "{sum}");
        let (now, most) = process.memory().unwrap();
        assert!(0 < now && now <= most);
    }
}
