//! Five times during the day the server is killed without warning and started again.
//! Does not: touch the agent or the functions' processes; they must cope.

use std::sync::Arc;
use std::time::Duration;

use anyhow::Result;
use levada_env::{Clock, Random, SeededRandom};
use levada_types::Timestamp;
use tokio::process::Child;
use tokio::sync::Mutex;

use super::inbox::Say;
use super::process::Plan;

pub const KILLS: u64 = 5;

/// Kills at one random moment in each fifth of the span, but for its edges.
pub async fn run(
    plan: Plan,
    server: Arc<Mutex<Option<Child>>>,
    clock: Arc<dyn Clock>,
    (start, end): (Timestamp, Timestamp),
    seed: u64,
    say: Say,
) -> Result<u64> {
    let random = SeededRandom::new(seed ^ 0xc4a05);
    let part = u64::try_from(end.as_millis() - start.as_millis()).unwrap_or(0) / KILLS;
    let mut kills = 0;
    for n in 0..KILLS {
        let offset = n * part + part / 5 + random.below(part * 3 / 5);
        clock.sleep_until(start.plus(Duration::from_millis(offset))).await;
        let mut server = server.lock().await;
        if let Some(mut child) = server.take() {
            child.kill().await?;
            kills += 1;
            say(format!("  server killed ({kills} of {KILLS})"));
            tokio::time::sleep(Duration::from_millis(200 + random.below(500))).await;
            *server = Some(plan.start_server().await?);
        }
    }
    Ok(kills)
}
