//! `levada log inspect`: what the log holds.
//! Does not: print records.

use std::process::ExitCode;

use anyhow::Result;
use comfy_table::Table;
use levada_env::disk::RealDisk;
use levada_log::tools::{Inspection, inspect};
use levada_types::Timestamp;
use serde_json::{Value, json};

use super::{Place, misfits_json, print_misfits};

#[derive(clap::Args)]
pub struct Arguments {
    #[command(flatten)]
    place: Place,
    /// Every batch of the ring with its entries, too
    #[arg(long)]
    batches: bool,
}

#[expect(clippy::print_stdout, reason = "the report is this command's output")]
pub fn run(arguments: Arguments) -> Result<ExitCode> {
    let (_held, dir) = arguments.place.hold()?;
    let found = inspect(&RealDisk, &dir)?;
    if arguments.place.json {
        println!("{:#}", as_json(&found));
    } else {
        print(&found, arguments.batches);
    }
    Ok(ExitCode::SUCCESS)
}

fn ms(time: Option<Timestamp>) -> Value {
    time.map_or(Value::Null, |time| json!(time.0))
}

fn as_json(found: &Inspection) -> Value {
    let segments = found.segments.iter().map(|segment| {
        json!({
            "number": segment.number, "retentionClass": segment.class, "bytes": segment.bytes,
            "blocks": segment.blocks, "records": segment.records, "shards": segment.shards,
            "firstArrivalMs": ms(segment.first_arrival), "lastArrivalMs": ms(segment.last_arrival),
        })
    });
    let batches = found.batches.iter().map(|batch| {
        json!({
            "number": batch.number, "generation": batch.generation, "file": batch.file,
            "offset": batch.offset, "bytes": batch.bytes, "entries": batch.entries,
        })
    });
    let shards = found.shards.iter().map(|shard| {
        json!({
            "shard": shard.shard.0, "retentionSeconds": shard.retention.as_secs(),
            "closed": shard.closed, "trimmed": shard.trimmed, "next": shard.next,
            "lastArrivalMs": ms(shard.last_arrival),
        })
    });
    let producers = found.producers.iter().map(
        |producer| json!({ "id": producer.id, "epoch": producer.epoch, "next": producer.next }),
    );
    json!({
        "store": format!("{:016x}", found.store),
        "manifest": found.manifest_number,
        "lowWaterBatch": found.low_water_batch,
        "lastBatch": found.last_batch,
        "tornTailBytes": found.torn_tail_bytes,
        "segments": segments.collect::<Value>(),
        "batches": batches.collect::<Value>(),
        "shards": shards.collect::<Value>(),
        "producers": producers.collect::<Value>(),
        "misfits": misfits_json(&found.misfits),
    })
}

fn text(time: Option<Timestamp>) -> String {
    time.map_or("-".into(), |time| time.0.to_string())
}

#[expect(clippy::print_stdout, reason = "the report is this command's output")]
fn print(found: &Inspection, batches: bool) {
    println!("{} store {:016x}", found.dir.display(), found.store);
    println!(
        "manifest {}; batches up to {} are in segments, the newest is {}",
        found.manifest_number, found.low_water_batch, found.last_batch
    );
    let mut table = Table::new();
    table.set_header(["segment", "class", "bytes", "blocks", "records", "shards", "ms from", "to"]);
    for segment in &found.segments {
        table.add_row([
            segment.number.to_string(),
            segment.class.to_string(),
            segment.bytes.to_string(),
            segment.blocks.to_string(),
            segment.records.to_string(),
            segment.shards.to_string(),
            text(segment.first_arrival),
            text(segment.last_arrival),
        ]);
    }
    println!("{table}");
    let mut table = Table::new();
    table.set_header(["shard", "retention s", "closed", "trimmed", "next", "last arrival ms"]);
    for shard in &found.shards {
        table.add_row([
            shard.shard.0.to_string(),
            shard.retention.as_secs().to_string(),
            shard.closed.to_string(),
            shard.trimmed.to_string(),
            shard.next.to_string(),
            text(shard.last_arrival),
        ]);
    }
    println!("{table}");
    for producer in &found.producers {
        println!("producer {:?} epoch {} next {}", producer.id, producer.epoch, producer.next);
    }
    for batch in found.batches.iter().filter(|_| batches) {
        let (number, file, offset) = (batch.number, batch.file.display(), batch.offset);
        println!("batch {number} {file} at byte {offset}, {} bytes", batch.bytes);
        batch.entries.iter().for_each(|entry| println!("  {entry}"));
    }
    print_misfits(&found.misfits);
}
