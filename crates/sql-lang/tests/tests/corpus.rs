//! Every program of the corpus reads without error and prints back as the same tree.
//! Does not: bind the programs; most name streams that nobody has.

use std::path::Path;

use levada_sql_lang::{Parsed, parse_program, print_program};

/// The corpus as name and text, sorted by name.
pub fn programs() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let entries = std::fs::read_dir(folder).expect("the corpus");
    let mut programs: Vec<(String, String)> = entries
        .map(|entry| {
            let path = entry.expect("an entry").path();
            let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).expect("a program"))
        })
        .collect();
    programs.sort();
    programs
}

/// The trees as text, without their places.
fn shape(parsed: &Parsed) -> String {
    let text = format!("{:?}", parsed.statements);
    let mut parts = text.split("Span {");
    let mut shape = parts.next().unwrap_or("").to_owned();
    for part in parts {
        shape.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    shape
}

/// What was read prints, and the print reads back as the same tree and prints the same again.
pub fn assert_round_trip(name: &str, parsed: &Parsed) {
    let printed = print_program(&parsed.statements);
    let again = parse_program(&printed);
    assert_eq!(again.errors, [], "{name}: {printed}");
    assert_eq!(shape(&again), shape(parsed), "{name}: {printed}");
    assert_eq!(print_program(&again.statements), printed, "{name}");
}

#[test]
fn every_program_reads_and_prints_back_as_the_same_tree() {
    let programs = programs();
    assert!(programs.len() >= 80, "{} programs", programs.len());
    for (name, text) in programs {
        let parsed = parse_program(&text);
        assert_eq!(parsed.errors, [], "{name}");
        assert!(!parsed.statements.is_empty(), "{name}");
        assert_round_trip(&name, &parsed);
    }
}

#[test]
fn every_node_knows_its_place_in_the_text() {
    for (name, text) in programs() {
        let parsed = parse_program(&text);
        for statement in &parsed.statements {
            let span = statement.span;
            let piece = text.get(span.start..span.end).expect("a part of the text");
            let alone = parse_program(piece);
            assert_eq!(alone.errors, [], "{name}: {piece}");
            let [found] = alone.statements.as_slice() else { panic!("{name}: {piece}") };
            let printed = print_program(std::slice::from_ref(found));
            assert_eq!(printed, print_program(std::slice::from_ref(statement)), "{name}");
        }
    }
}
