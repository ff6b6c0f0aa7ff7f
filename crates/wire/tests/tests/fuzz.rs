//! The fuzz targets' corpora, as they are and mutated some thousand times from a fixed seed.
//! Does not: search as a fuzzer does; `cargo fuzz` in `crates/wire/fuzz` does.

use std::path::Path;

use levada_env::{Random, SeededRandom};

#[path = "../../fuzz/harness.rs"]
mod harness;

const MUTATIONS: usize = 4_000;

/// Numbers at which lengths, tags and widths change their meaning.
const EDGES: &[u8] =
    &[0, 1, 0x16, 0x17, 0x18, 0x1f, 0x22, 0x5f, 0x7f, 0x80, 0x9f, 0xbf, 0xc1, 0xff];

fn corpus(target: &str) -> Vec<Vec<u8>> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let mut paths: Vec<_> =
        std::fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(paths.len() >= 5, "a corpus of {} files", paths.len());
    paths.iter().map(|path| std::fs::read(path).unwrap()).collect()
}

/// One change of the kinds that fuzzers make.
fn mutate(bytes: &mut Vec<u8>, other: &[u8], random: &SeededRandom) {
    let below = |bound: usize| random.below(bound as u64) as usize;
    let at = below(bytes.len() + 1);
    let end = at + below(bytes.len() - at + 1).min(below(64));
    match below(7) {
        0 => bytes.truncate(at),
        1 => drop(bytes.drain(at..end)),
        2 => bytes.insert(at, EDGES[below(EDGES.len())]),
        3 => {
            let piece = bytes[at..end].to_vec();
            bytes.splice(at..at, piece);
        }
        4 => {
            let from = below(other.len() + 1);
            let until = from + below(other.len() - from + 1);
            bytes.splice(at..end, other[from..until].iter().copied());
        }
        5 if at < bytes.len() => bytes[at] = EDGES[below(EDGES.len())],
        _ if at < bytes.len() => bytes[at] ^= 1 << below(8),
        _ => {}
    }
}

fn replay(target: &str, harness: impl Fn(&[u8])) {
    let corpus = corpus(target);
    for bytes in &corpus {
        harness(bytes);
    }
    let random = SeededRandom::new(0x001e_7ada);
    let choose = || &corpus[random.below(corpus.len() as u64) as usize];
    for _ in 0..MUTATIONS {
        let mut bytes = choose().clone();
        for _ in 0..=random.below(4) {
            mutate(&mut bytes, choose(), &random);
        }
        harness(&bytes);
    }
}

#[test]
fn json_requests_are_taken_or_refused() {
    replay("json", harness::json);
}

#[test]
fn cbor_requests_are_taken_or_refused() {
    replay("cbor", harness::cbor);
}

#[test]
fn event_stream_messages_are_taken_or_refused() {
    replay("event_stream", harness::event_stream);
}

#[test]
fn signatures_are_taken_or_refused() {
    let signed = corpus("sigv4").iter().filter(|bytes| harness::sigv4(bytes).is_some()).count();
    assert!(signed >= 4, "{signed} requests of the corpus are signed as they should be");
    replay("sigv4", |bytes| drop(harness::sigv4(bytes)));
}
