//! How soon the system lets a thread run when others want to run too.
//! Does not: change other threads, or insist where the system refuses.

/// Nice value of raised threads.
#[cfg(target_os = "linux")]
const NICE: i32 = -15;

/// Lets the calling thread run before most others, where the process may; says whether it may.
/// A thread that waits for a disk is then not kept waiting for a processor as well.
pub fn raise_thread_priority() -> bool {
    // Linux counts the calling thread alone as "the process" here; others would raise all.
    #[cfg(target_os = "linux")]
    return rustix::process::setpriority_process(None, NICE).is_ok();
    #[cfg(not(target_os = "linux"))]
    false
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn only_the_calling_thread_is_raised() {
        let nice = || rustix::process::getpriority_process(None).unwrap();
        let before = nice();
        let raised = std::thread::spawn(move || raise_thread_priority().then(nice));
        if let Some(nice) = raised.join().unwrap() {
            assert_eq!(nice, NICE);
        }
        assert_eq!(nice(), before);
    }
}
