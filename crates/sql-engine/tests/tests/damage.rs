//! The language's corpus and damaged copies of it are compiled or refused, never more.
//! Does not: run what compiles; most of the corpus names streams of its own.

use std::path::Path;

use levada_sql_engine::{Catalog, compile, compile_query};

use crate::support::{catalog, stream, table};

/// Damaged texts per program of the corpus.
const ROUNDS: usize = 12;

/// Streams and tables that the corpus reads, so that damage reaches past the names.
fn names() -> Catalog {
    let columns = "TICKER VARCHAR(4), TICKER_SYMBOL VARCHAR(4), PRICE REAL, CHANGE REAL, \
                   SECTOR VARCHAR(16), EVENT_TIME TIMESTAMP, A INTEGER, B INTEGER, C INTEGER, \
                   X INTEGER, LINE VARCHAR(99), K INTEGER";
    let streams = ["SOURCE_SQL_STREAM_001", "S", "T", "U", "ORDERS", "ORDERSSTREAM", "A", "B"];
    let streams = streams.iter().map(|name| stream(name, columns)).collect();
    catalog(streams, vec![table("REF", "K INTEGER, V INTEGER"), table("CompanyName", columns)])
}

fn corpus() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../sql-lang/tests/corpus");
    let entries = std::fs::read_dir(folder).expect("the corpus");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    paths.iter().map(|path| std::fs::read_to_string(path).expect("a program")).collect()
}

/// The next of a fixed series of numbers below `sides`.
fn roll(state: &mut u64, sides: usize) -> usize {
    *state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    usize::try_from((*state >> 33) % sides.max(1) as u64).expect("a side")
}

/// A word of another program in the place of one of this.
fn damage(text: &str, other: &str, state: &mut u64) -> String {
    let mut words: Vec<&str> = text.split_inclusive([' ', ',', '(', ')']).collect();
    let others: Vec<&str> = other.split_inclusive([' ', ',', '(', ')']).collect();
    for _ in 0..=roll(state, 3) {
        let at = roll(state, words.len());
        match roll(state, 3) {
            0 => drop(words.remove(at)),
            1 => words[at] = others[roll(state, others.len())],
            _ => words.insert(at, others[roll(state, others.len())]),
        }
        if words.is_empty() {
            break;
        }
    }
    words.concat()
}

fn check(text: &str, catalog: &Catalog) -> bool {
    let mut compiled = false;
    for outcome in [compile(text, catalog), compile_query(text, catalog)] {
        match outcome {
            Ok(_) => compiled = true,
            Err(errors) => {
                assert!(!errors.is_empty(), "{text}");
                for error in errors {
                    assert!(error.span.end <= text.len() && error.start <= error.end, "{text}");
                    assert!(!error.message.is_empty(), "{text}");
                }
            }
        }
    }
    compiled
}

#[test]
fn damaged_programs_compile_or_are_refused_with_a_place() {
    let (corpus, catalog) = (corpus(), names());
    let mut state = 2_018;
    let mut compiled = 0;
    for text in &corpus {
        compiled += usize::from(check(text, &catalog));
        for statement in text.split(';') {
            compiled += usize::from(check(statement, &catalog));
        }
        for _ in 0..ROUNDS {
            let other = &corpus[roll(&mut state, corpus.len())];
            compiled += usize::from(check(&damage(text, other, &mut state), &catalog));
        }
    }
    assert!(compiled > 50, "only {compiled} programs compiled");
}
