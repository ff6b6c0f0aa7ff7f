//! `levada log repair`: what damage has cost, and with `--accept-loss` an end to it.
//! Does not: change anything without that flag, or bring records back.

use std::process::ExitCode;

use anyhow::Result;
use levada_env::disk::RealDisk;
use levada_log::tools::{Repair, plan_repair, repair};
use serde_json::{Value, json};

use super::{Place, misfits_json, print_misfits};

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// Give up the records that are shown as lost, for good
    #[arg(long)]
    accept_loss: bool,
}

#[expect(clippy::print_stdout, reason = "the report is this command's output")]
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let (_held, dir) = arguments.place.hold()?;
    let accepted = arguments.accept_loss;
    let found = if accepted { repair(&RealDisk, &dir)? } else { plan_repair(&RealDisk, &dir)? };
    if arguments.place.json {
        println!("{:#}", as_json(&found, accepted));
    } else {
        print(&found, accepted);
    }
    let settled = accepted || found.misfits.is_empty();
    Ok(if settled { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn as_json(found: &Repair, accepted: bool) -> Value {
    let losses = found.losses.iter().map(|loss| {
        json!({
            "shard": loss.shard.0, "first": loss.first, "end": loss.end,
            "records": loss.end - loss.first,
        })
    });
    json!({
        "accepted": accepted,
        "losses": losses.collect::<Value>(),
        "batchesRemoved": found.batches_removed,
        "batchesUnreadable": found.batches_unreadable,
        "segmentsRemoved": found.segments_removed,
        "keptIn": found.kept_in,
        "misfits": misfits_json(&found.misfits),
    })
}

#[expect(clippy::print_stdout, reason = "the report is this command's output")]
fn print(found: &Repair, accepted: bool) {
    print_misfits(&found.misfits);
    if found.misfits.is_empty() {
        println!("everything fits; there is nothing to repair");
        return;
    }
    let word = if accepted { "given up" } else { "lost" };
    for loss in &found.losses {
        let count = loss.end - loss.first;
        let (shard, first, last) = (loss.shard.0, loss.first, loss.end - 1);
        println!("{word}: shard {shard}, records {first} to {last} ({count})");
    }
    let records: u64 = found.losses.iter().map(|loss| loss.end - loss.first).sum();
    println!("{word}: {records} records in all");
    if found.batches_removed > 0 {
        println!("{} batches after the damage leave the ring", found.batches_removed);
    }
    if found.batches_unreadable > 0 {
        println!(
            "{} batches cannot be read whole: more may be lost than is listed",
            found.batches_unreadable
        );
    }
    if !found.segments_removed.is_empty() {
        println!("segments that cannot be read: {:?}", found.segments_removed);
    }
    if accepted {
        println!("copies of the damaged files are in {}", found.kept_in.display());
    } else {
        println!("nothing was changed; `--accept-loss` gives these records up, for good");
    }
}
