//! How old the newest transaction is that a report would show, all day long.
//! Does not: count times when the server is down; a report cannot be asked for then.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use levada_env::Clock;
use levada_types::Timestamp;

use super::nightly::parse_time;

/// Real time between questions.
const ASK_EVERY: Duration = Duration::from_millis(400);

#[derive(Default)]
pub struct Freshness {
    /// Ages in product time, in the order of asking.
    pub ages: Vec<Duration>,
}

/// Asks from `start` to `end` what the newest transaction in the warehouse is.
pub async fn watch(
    port: u16,
    clock: Arc<dyn Clock>,
    start: Timestamp,
    end: Timestamp,
    freshness: Arc<Mutex<Freshness>>,
) {
    while clock.now() < end {
        tokio::time::sleep(ASK_EVERY).await;
        let asked = clock.now();
        let Ok(rows) = super::warehouse::query(port, "SELECT MAX(passed_at) FROM tolls").await
        else {
            continue;
        };
        let newest = rows.first().and_then(|row| row.get(0)).and_then(|text| parse_time(text).ok());
        let newest = newest.map_or(start, Timestamp);
        if let Ok(mut freshness) = freshness.lock() {
            freshness.ages.push(asked.since(newest));
        }
    }
}
