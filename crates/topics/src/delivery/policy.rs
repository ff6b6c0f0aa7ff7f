//! How often and how long each protocol is tried, after AWS's defaults.
//! Does not: read delivery policies of subscriptions; there are none yet.

use std::time::Duration;

use crate::topic::Protocol;

/// Tries in all, and the product time between them: doubling from the first to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Policy {
    pub tries_max: u32,
    pub pause_first: Duration,
    pub pause_max: Duration,
}

impl Policy {
    pub fn of(protocol: Protocol) -> Self {
        let (tries_max, first, longest) = match protocol {
            // Three retries, twenty seconds apart.
            Protocol::Http | Protocol::Https => (4, 20, 20),
            // Fifty tries over about six hours.
            Protocol::Email => (50, 10, 600),
            // For 23 days.
            Protocol::Lambda => (100_015, 1, 20),
        };
        let (pause_first, pause_max) = (Duration::from_secs(first), Duration::from_secs(longest));
        Self { tries_max, pause_first, pause_max }
    }

    /// The pause after this many failed tries; `None` when there were enough.
    pub fn pause(self, tries: u32) -> Option<Duration> {
        let factor = 1 << tries.saturating_sub(1).min(20);
        (tries < self.tries_max).then(|| (self.pause_first * factor).min(self.pause_max))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn http_is_tried_four_times_twenty_seconds_apart() {
        let policy = Policy::of(Protocol::Http);
        let pause = Some(Duration::from_secs(20));
        assert_eq!([1, 2, 3, 4].map(|tries| policy.pause(tries)), [pause, pause, pause, None]);
    }

    #[test]
    fn pauses_double_up_to_the_longest() {
        let policy = Policy::of(Protocol::Email);
        assert_eq!(policy.pause(1), Some(Duration::from_secs(10)));
        assert_eq!(policy.pause(3), Some(Duration::from_secs(40)));
        assert_eq!(policy.pause(49), Some(Duration::from_secs(600)));
    }
}
