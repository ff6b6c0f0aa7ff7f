//! Damaged programs are read or refused, never more: no panic, no hang, places within the text.
//! Does not: draw its damage anew at every run; the same programs come every time.

use levada_sql_lang::{parse_expression, parse_program, parse_type};

use crate::corpus::{assert_round_trip, programs};

/// Damaged texts per program of the corpus.
const ROUNDS: usize = 60;

/// SplitMix64.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((z ^ (z >> 31)) % sides.max(1) as u64).expect("a side")
    }
}

const PIECES: &[&str] = &[
    "'",
    "\"",
    "(",
    ")",
    ",",
    ";",
    ".",
    "*",
    "/*",
    "--",
    "//",
    "||",
    "u&'",
    "x'",
    "1e",
    "SELECT",
    "FROM",
    "STREAM",
    "INTERVAL '",
    "TO",
    "OVER (",
    "CURSOR(",
    "TABLE(",
    "NOT",
    "NULL",
    "\0",
    "é",
    "𝕊",
    "INTERVAL '1' MINUTE TO SECOND",
    "CASE WHEN",
    "END",
    "BETWEEN",
    "AND",
    "IN (",
    "FLOOR(",
    "IS DISTINCT FROM",
    "WINDOWED BY STAGGER (",
    "CREATE",
    "REPLACE",
    "ROWTIME",
    "9",
];

/// Cuts, doubles, swaps or inserts something at a random place.
fn damage(text: &str, other: &str, dice: &mut Dice) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for _ in 0..=dice.roll(3) {
        let at = dice.roll(chars.len() + 1);
        let end = (at + dice.roll(20)).min(chars.len());
        match dice.roll(6) {
            0 => drop(chars.drain(at..end)),
            1 => {
                let copy: Vec<char> = chars[at..end].to_vec();
                let to = dice.roll(chars.len() + 1);
                chars.splice(to..to, copy);
            }
            2 => {
                let piece = PIECES[dice.roll(PIECES.len())];
                chars.splice(at..at, piece.chars());
            }
            3 => chars.truncate(at),
            4 => {
                let other: Vec<char> = other.chars().collect();
                let from = dice.roll(other.len());
                let to = (from + dice.roll(40)).min(other.len());
                chars.splice(at..end, other[from..to].iter().copied());
            }
            _ => {
                let swapped: String = chars[at..end].iter().rev().collect();
                chars.splice(at..end, swapped.chars());
            }
        }
    }
    chars.into_iter().collect()
}

#[test]
fn damaged_programs_are_read_or_refused_with_a_place() {
    let programs = programs();
    let mut dice = Dice(2_018);
    let (mut refused, mut read) = (0, 0);
    for round in 0..ROUNDS {
        for (name, text) in &programs {
            let (_, other) = &programs[dice.roll(programs.len())];
            let damaged = damage(text, other, &mut dice);
            let parsed = parse_program(&damaged);
            for error in &parsed.errors {
                assert!(error.span.start <= error.span.end, "{damaged}");
                assert!(error.span.end <= damaged.len(), "{damaged}");
                assert!(error.start <= error.end && !error.message.is_empty(), "{damaged}");
            }
            let place = format!("{name}, round {round}");
            assert_round_trip(&place, &parsed);
            *(if parsed.errors.is_empty() { &mut read } else { &mut refused }) += 1;
            let _ = (parse_expression(&damaged), parse_type(&damaged));
        }
    }
    assert!(read > 100 && refused > 1_000, "{read} read, {refused} refused");
}

#[test]
fn a_program_with_many_faults_reports_no_more_than_anyone_reads() {
    let text = "SELECT a b c FROM; ".repeat(1_000);
    let errors = parse_program(&text).errors;
    assert_eq!(errors.len(), 20);
    assert!(errors.is_sorted_by_key(|error| error.span.start));
}
