//! `cargo xtask crash --seeds N` or `--seeds A..B`: the record log's crash histories, as long as
//! wanted.
//! Does not: know the histories; they are the log's own tests.

use anyhow::{Result, bail};

use crate::run::{cargo, must};

const TEST: &str = "nothing_acknowledged_is_lost_doubled_or_invented";

pub fn run(rest: &[String]) -> Result<()> {
    let seeds = match rest {
        [] => "0..100000",
        [flag, seeds] if flag == "--seeds" => seeds,
        _ => bail!("expected --seeds N or --seeds A..B"),
    };
    must(
        cargo(&["test", "--release", "-p", "levada-log", "--lib", TEST, "--", "--nocapture"])
            .env("LEVADA_LOG_SEEDS", seeds),
    )
}
