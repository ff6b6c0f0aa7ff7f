//! Clocks: real, scaled (the demo runs a day in a minute), virtual (tests move it by hand).
//! Does not: promise monotony across restarts; the log clamps arrival times itself.
#![allow(
    clippy::disallowed_methods,
    reason = "this file is the one place that reads the system clock"
)]

use std::collections::BTreeMap;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use async_trait::async_trait;
use levada_types::Timestamp;
use parking_lot::Mutex;
use tokio::sync::oneshot;

/// The passing of time, as one component sees it.
#[async_trait]
pub trait Clock: Send + Sync + 'static {
    fn now(&self) -> Timestamp;

    /// Returns when `now()` is at or after `deadline`.
    async fn sleep_until(&self, deadline: Timestamp);

    async fn sleep(&self, span: Duration) {
        self.sleep_until(self.now().plus(span)).await;
    }
}

fn system_now() -> Timestamp {
    let since_epoch = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    Timestamp(i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX))
}

/// The system's clock.
pub struct RealClock;

#[async_trait]
impl Clock for RealClock {
    fn now(&self) -> Timestamp {
        system_now()
    }

    async fn sleep_until(&self, deadline: Timestamp) {
        // A millisecond clock can wake a hair early; the loop makes the promise exact.
        while let now = self.now()
            && now < deadline
        {
            tokio::time::sleep(deadline.since(now)).await;
        }
    }
}

/// Runs `factor` times as fast as the system's clock from a fixed pair of instants on, so that
/// a restarted process continues the same scaled time.
pub struct ScaledClock {
    origin_real: Timestamp,
    origin_scaled: Timestamp,
    factor: f64,
}

impl ScaledClock {
    /// At the real instant `origin_real` this clock shows `origin_scaled`. `factor` must be
    /// positive; other values are taken as 1.
    pub fn new(origin_real: Timestamp, origin_scaled: Timestamp, factor: f64) -> Self {
        let factor = if factor.is_finite() && factor > 0.0 { factor } else { 1.0 };
        Self { origin_real, origin_scaled, factor }
    }

    fn to_scaled(&self, real: Timestamp) -> Timestamp {
        let elapsed_ms = (real.0 - self.origin_real.0) as f64 * self.factor;
        Timestamp(self.origin_scaled.0 + elapsed_ms as i64)
    }
}

#[async_trait]
impl Clock for ScaledClock {
    fn now(&self) -> Timestamp {
        self.to_scaled(system_now())
    }

    async fn sleep_until(&self, deadline: Timestamp) {
        while let now = self.now()
            && now < deadline
        {
            let real = deadline.since(now).div_f64(self.factor);
            tokio::time::sleep(real.max(Duration::from_millis(1))).await;
        }
    }
}

/// Stands still until a test moves it.
pub struct VirtualClock {
    state: Mutex<VirtualState>,
}

struct VirtualState {
    now: Timestamp,
    next_id: u64,
    sleepers: BTreeMap<(Timestamp, u64), oneshot::Sender<()>>,
}

impl VirtualClock {
    pub fn at(start: Timestamp) -> Self {
        let state = VirtualState { now: start, next_id: 0, sleepers: BTreeMap::new() };
        Self { state: Mutex::new(state) }
    }

    /// Moves to `to`, never back, and wakes everybody whose deadline is reached.
    pub fn advance_to(&self, to: Timestamp) {
        let mut state = self.state.lock();
        let now = state.now.max(to);
        state.now = now;
        let later = state.sleepers.split_off(&(Timestamp(now.0 + 1), 0));
        for (_, wake) in std::mem::replace(&mut state.sleepers, later) {
            // A sleeper that was dropped meanwhile needs no waking.
            let _ = wake.send(());
        }
    }

    pub fn advance(&self, span: Duration) {
        let to = self.state.lock().now.plus(span);
        self.advance_to(to);
    }
}

#[async_trait]
impl Clock for VirtualClock {
    fn now(&self) -> Timestamp {
        self.state.lock().now
    }

    async fn sleep_until(&self, deadline: Timestamp) {
        let woken = {
            let mut state = self.state.lock();
            if state.now >= deadline {
                return;
            }
            let (wake, woken) = oneshot::channel();
            let id = state.next_id;
            state.next_id += 1;
            state.sleepers.insert((deadline, id), wake);
            woken
        };
        let _ = woken.await;
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;

    #[tokio::test]
    async fn a_virtual_sleeper_wakes_when_its_time_has_come_and_not_before() {
        let clock = Arc::new(VirtualClock::at(Timestamp(0)));
        let sleeper = tokio::spawn({
            let clock = Arc::clone(&clock);
            async move { clock.sleep_until(Timestamp(100)).await }
        });
        tokio::task::yield_now().await;
        clock.advance_to(Timestamp(99));
        tokio::task::yield_now().await;
        assert!(!sleeper.is_finished());
        clock.advance_to(Timestamp(100));
        sleeper.await.unwrap();
    }

    #[test]
    fn a_scaled_clock_continues_the_same_time_after_a_restart() {
        let make = || ScaledClock::new(Timestamp(1_000), Timestamp(50_000), 100.0);
        assert_eq!(make().to_scaled(Timestamp(1_010)), Timestamp(51_000));
        assert_eq!(make().to_scaled(Timestamp(1_000)), Timestamp(50_000));
    }
}
