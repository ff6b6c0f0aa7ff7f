//! The seams to the world: clock, randomness, disk and shutdown come in by parameter, so that
//! every window and every crash can be tested in milliseconds with a seed.
//!
//! Does not: hold behaviour of the product.

mod clock;
pub mod disk;
mod priority;
mod random;
mod shutdown;

use std::sync::Arc;

pub use clock::{Clock, RealClock, ScaledClock, VirtualClock};
pub use priority::raise_thread_priority;
pub use random::{Random, SeededRandom, SystemRandom};
pub use shutdown::Shutdown;

/// What every component is handed. Cheap to clone.
#[derive(Clone)]
pub struct Env {
    /// The product's time: arrival times, windows, retention, buffer intervals, retry pauses.
    pub clock: Arc<dyn Clock>,
    /// The machine's time: process timeouts and socket timeouts, which no scaling may shorten.
    pub machine_clock: Arc<dyn Clock>,
    pub random: Arc<dyn Random>,
    pub shutdown: Shutdown,
}

impl Env {
    /// Real time, the operating system's randomness, a fresh shutdown signal.
    pub fn real() -> Self {
        let clock: Arc<dyn Clock> = Arc::new(RealClock);
        Self {
            machine_clock: Arc::clone(&clock),
            clock,
            random: Arc::new(SystemRandom),
            shutdown: Shutdown::new(),
        }
    }

    /// Virtual time that a test moves by hand, seeded randomness. Both clocks are the same.
    pub fn virtual_at(start: levada_types::Timestamp, seed: u64) -> (Self, Arc<VirtualClock>) {
        let clock = Arc::new(VirtualClock::at(start));
        let env = Self {
            clock: clock.clone(),
            machine_clock: clock.clone(),
            random: Arc::new(SeededRandom::new(seed)),
            shutdown: Shutdown::new(),
        };
        (env, clock)
    }
}
