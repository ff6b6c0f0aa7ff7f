//! Speed of the streaming SQL, as ratios within one run: `cargo bench -p levada-sql-engine`.
//! Does not: decode records (see the benches of `levada-analytics`).
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints what it measures")]
#![allow(clippy::disallowed_methods, reason = "a bench measures the machine's own time")]

use std::collections::HashMap;
use std::time::Instant;

use arrow_array::{Int64Array, StringArray};
use levada_sql_engine::{
    Catalog, Cell, ColumnDef, Engine, Program, QUERY_STREAM, SourceRows, SqlType, StreamDef,
    compile_query,
};
use levada_types::Timestamp;

const BATCH_ROWS: usize = 8_192;
const BATCHES: usize = 400;
const KEYS: u64 = 10_000;
/// Milliseconds over which the rows of one run are spread: ten windows of ten seconds.
const SPAN_MS: i64 = 100_000;

/// One batch of the same rows in both of the forms that are compared.
struct Rows {
    times: Vec<i64>,
    keys: StringArray,
    values: Int64Array,
}

fn batches() -> Vec<Rows> {
    let mut seed = 42_u64;
    let total = (BATCHES * BATCH_ROWS) as i64;
    let batch = |batch: usize| {
        let (mut times, mut keys, mut values) = (Vec::new(), Vec::new(), Vec::new());
        for row in 0..BATCH_ROWS {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            times.push((batch * BATCH_ROWS + row) as i64 * SPAN_MS / total);
            keys.push(format!("customer{:06}", (seed >> 33) % KEYS));
            values.push(((seed >> 20) % 1_000) as i64);
        }
        Rows { times, keys: StringArray::from(keys), values: Int64Array::from(values) }
    };
    (0..BATCHES).map(batch).collect()
}

fn catalog() -> Catalog {
    let columns =
        vec![ColumnDef::new("K", SqlType::Varchar(16)), ColumnDef::new("V", SqlType::BigInt)];
    Catalog { streams: vec![StreamDef { name: "S".to_owned(), columns }], tables: Vec::new() }
}

fn program(query: &str) -> Program {
    compile_query(query, &catalog()).unwrap_or_else(|errors| panic!("{}", errors[0]))
}

fn source_rows(rows: &Rows) -> SourceRows {
    let columns = &catalog().streams[0].columns;
    let mut made = SourceRows::new(columns, rows.times.len());
    for (row, time) in rows.times.iter().enumerate() {
        let cells = [Cell::Text(rows.keys.value(row)), Cell::Integer(rows.values.value(row))];
        made.push(Timestamp(*time), &cells);
    }
    made
}

/// Rows per second of a query over all batches, and the rows it gave.
fn run(query: &str, batches: &[Rows]) -> (f64, usize) {
    let mut engine = program(query).start(HashMap::new());
    let inputs: Vec<SourceRows> = batches.iter().map(source_rows).collect();
    let begun = Instant::now();
    let mut given = 0;
    for input in inputs {
        engine.push_rows(vec![("S", input)]);
        given += engine.take_output(QUERY_STREAM).len();
    }
    engine.advance(Timestamp(2 * SPAN_MS));
    given += engine.take_output(QUERY_STREAM).len();
    (rate(batches.len() * BATCH_ROWS, begun), given)
}

fn rate(rows: usize, begun: Instant) -> f64 {
    rows as f64 / begun.elapsed().as_secs_f64()
}

/// What somebody would write by hand: keys in one arena, sums in one vector, both cleared when
/// the window changes.
#[derive(Default)]
struct ByHand {
    table: hashbrown::HashTable<u32>,
    arena: Vec<u8>,
    ends: Vec<usize>,
    sums: Vec<i64>,
}

fn hash(bytes: &[u8]) -> u64 {
    bytes.chunks(8).fold(bytes.len() as u64, |hash, chunk| {
        let word = chunk.iter().fold(0_u64, |word, byte| word << 8 | u64::from(*byte));
        let product = u128::from(hash ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        (product as u64) ^ (product >> 64) as u64
    })
}

impl ByHand {
    fn slice<'a>(arena: &'a [u8], ends: &[usize], at: usize) -> &'a [u8] {
        let start = if at == 0 { 0 } else { ends[at - 1] };
        &arena[start..ends[at]]
    }

    fn add(&mut self, key: &str, value: i64) {
        let Self { table, arena, ends, sums } = self;
        let bytes = key.as_bytes();
        let hash = hash(bytes);
        let found = table.find(hash, |at| Self::slice(arena, ends, *at as usize) == bytes);
        if let Some(at) = found {
            sums[*at as usize] += value;
            return;
        }
        let at = ends.len() as u32;
        arena.extend_from_slice(bytes);
        ends.push(arena.len());
        sums.push(value);
        table.insert_unique(hash, at, |at| self::hash(Self::slice(arena, ends, *at as usize)));
    }

    fn close(&mut self) -> Vec<(String, i64)> {
        let key = |at: usize| Self::slice(&self.arena, &self.ends, at);
        let row = |at: usize| (String::from_utf8(key(at).to_vec()).unwrap(), self.sums[at]);
        let rows = (0..self.ends.len()).map(row).collect();
        self.table.clear();
        self.arena.clear();
        self.ends.clear();
        self.sums.clear();
        rows
    }
}

fn by_hand(batches: &[Rows]) -> (f64, usize) {
    let begun = Instant::now();
    let mut state = ByHand::default();
    let (mut given, mut window) = (0, 0);
    for rows in batches {
        for (row, time) in rows.times.iter().enumerate() {
            if time / 10_000 != window {
                given += state.close().len();
                window = time / 10_000;
            }
            state.add(rows.keys.value(row), rows.values.value(row));
        }
    }
    given += state.close().len();
    (rate(batches.len() * BATCH_ROWS, begun), given)
}

/// Seconds to save and to restore an engine with so many keys in an open window.
fn restart(query: &str, keys: usize) -> (f64, f64, usize) {
    let program = program(query);
    let mut engine = program.start(HashMap::new());
    let columns = &catalog().streams[0].columns;
    for from in (0..keys).step_by(BATCH_ROWS) {
        let mut rows = SourceRows::new(columns, BATCH_ROWS);
        for key in from..(from + BATCH_ROWS).min(keys) {
            let text = format!("customer{key:08}");
            rows.push(Timestamp(1_000), &[Cell::Text(&text), Cell::Integer(key as i64)]);
        }
        engine.push_rows(vec![("S", rows)]);
        engine.take_output(QUERY_STREAM);
    }
    let begun = Instant::now();
    let snapshot = engine.snapshot();
    let saved = begun.elapsed().as_secs_f64();
    drop(engine);
    let begun = Instant::now();
    let restored = Engine::restore(&program, &HashMap::new(), &snapshot).unwrap();
    let seconds = begun.elapsed().as_secs_f64();
    drop(restored);
    (saved, seconds, snapshot.len())
}

fn median(mut rates: Vec<f64>) -> f64 {
    rates.sort_by(f64::total_cmp);
    rates[rates.len() / 2]
}

fn main() {
    let rows = batches();
    let tumbling = "SELECT STREAM k, SUM(v) AS total FROM s
                    GROUP BY k, STEP(s.ROWTIME BY INTERVAL '10' SECOND)";
    let (_, given) = run(tumbling, &rows);
    let (_, by_hand_given) = by_hand(&rows);
    assert_eq!(given, by_hand_given, "both give the same number of rows");
    let ours = median((0..5).map(|_| run(tumbling, &rows).0).collect());
    let hand = median((0..5).map(|_| by_hand(&rows).0).collect());
    println!("tumbling SUM over {KEYS} text keys: {:.1} M rows/s", ours / 1e6);
    println!("the same by hand: {:.1} M rows/s", hand / 1e6);
    println!("tumbling SUM / by hand: {:.0} %", 100.0 * ours / hand);
    let sliding = "SELECT STREAM k, SUM(v) OVER w AS total FROM s
                   WINDOW w AS (PARTITION BY k RANGE INTERVAL '60' SECOND PRECEDING)";
    let some = &rows[..100];
    let rate = median((0..3).map(|_| run(sliding, some).0).collect());
    println!("sliding SUM over 60 s and {KEYS} keys: {:.2} M rows/s", rate / 1e6);
    let filtered = "SELECT STREAM k, v * 2 + 1 AS x FROM s WHERE v > 500 AND k <> 'customer000001'";
    let rate = median((0..3).map(|_| run(filtered, some).0).collect());
    println!("filter and projection: {:.1} M rows/s", rate / 1e6);
    let keys = 10_000_000;
    let (saved, restored, bytes) = restart(tumbling, keys);
    println!(
        "{} M keys in a window: {:.0} MB, saved in {saved:.2} s, restored in {restored:.2} s",
        keys / 1_000_000,
        bytes as f64 / 1e6
    );
}
