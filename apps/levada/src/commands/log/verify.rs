//! `levada log verify`: checks everything that is stored, and says what does not fit.
//! Does not: change anything.

use std::process::ExitCode;

use anyhow::Result;
use levada_env::disk::RealDisk;
use levada_log::tools::{Verification, verify};
use serde_json::{Value, json};

use super::{Place, misfits_json, print_misfits};

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
}

#[expect(clippy::print_stdout, reason = "the report is this command's output")]
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let (_held, dir) = arguments.place.hold()?;
    let found = verify(&RealDisk, &dir)?;
    if arguments.place.json {
        println!("{:#}", as_json(&found));
    } else {
        print(&found);
    }
    Ok(if found.misfits.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn as_json(found: &Verification) -> Value {
    let given_up = found
        .given_up
        .iter()
        .map(|(shard, first, end)| json!({ "shard": shard.0, "first": first, "end": end }));
    json!({
        "ring": {
            "files": found.ring_files, "batches": found.batches, "entries": found.entries,
            "records": found.ring_records, "bytes": found.ring_bytes,
            "tornTailBytes": found.torn_tail_bytes,
        },
        "segments": {
            "files": found.segments, "blocks": found.blocks,
            "records": found.segment_records, "bytes": found.segment_bytes,
        },
        "shards": found.shards,
        "producers": found.producers,
        "givenUp": given_up.collect::<Value>(),
        "misfits": misfits_json(&found.misfits),
    })
}

#[expect(clippy::print_stdout, reason = "the report is this command's output")]
fn print(found: &Verification) {
    println!(
        "ring      {} files, {} batches, {} entries, {} records, {} bytes",
        found.ring_files, found.batches, found.entries, found.ring_records, found.ring_bytes
    );
    if found.torn_tail_bytes > 0 {
        println!("          {} bytes of a batch never acknowledged", found.torn_tail_bytes);
    }
    println!(
        "segments  {} files, {} blocks, {} records, {} bytes",
        found.segments, found.blocks, found.segment_records, found.segment_bytes
    );
    println!("state     {} shards, {} producers", found.shards, found.producers);
    for (shard, first, end) in &found.given_up {
        println!("given up  shard {}: records {first} to {}", shard.0, end - 1);
    }
    print_misfits(&found.misfits);
    match found.misfits.len() {
        0 => println!("everything fits"),
        count => println!("{count} misfits; `levada log repair` says what they cost"),
    }
}
