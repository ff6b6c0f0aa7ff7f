//! Every windowed operator against a naive computation over the whole input: whatever the rows,
//! and however they are cut into batches and bounds.
//! Does not: restart engines (see `determinism`).

use std::collections::{BTreeMap, HashMap};

use levada_sql_engine::{Catalog, QUERY_STREAM, Value, compile_query};
use levada_types::Timestamp;
use proptest::prelude::*;

use crate::support::{catalog, stream, text};

/// Milliseconds, stream, key, number; times ascend.
type Event = (i64, bool, u8, Option<i64>);

const KEYS: [&str; 3] = ["a", "b", "c"];

fn events() -> impl Strategy<Value = Vec<Event>> {
    let gap = prop_oneof![Just(0), Just(1), Just(500), 2..3_000_i64];
    let number = prop_oneof![1 => Just(None), 5 => (-9..10_i64).prop_map(Some)];
    let steps = prop::collection::vec((gap, any::<bool>(), 0..3_u8, number), 1..60);
    steps.prop_map(|steps| {
        let mut time = 1_541_066_400_000;
        let event = |(gap, one, key, number)| {
            time += gap;
            (time, one, key, number)
        };
        let mut events: Vec<Event> = steps.into_iter().map(event).collect();
        // Rows of one instant are one sequence: those of ONE before those of TWO.
        events.sort_by_key(|(time, one, _, _)| (*time, !one));
        events
    })
}

fn sources() -> Catalog {
    let columns = "K VARCHAR(2), N INTEGER";
    catalog(vec![stream("ONE", columns), stream("TWO", columns)], Vec::new())
}

/// What a row is compared by.
type Shown = (i64, Vec<String>);

fn show(rowtime: i64, cells: &[Option<String>]) -> Shown {
    (rowtime, cells.iter().map(|cell| cell.clone().unwrap_or_default()).collect())
}

/// Runs a query; after each event a batch may end, and a bound at its time may follow.
fn run(sql: &str, events: &[Event], cuts: &[(bool, bool)]) -> Vec<Shown> {
    let program = compile_query(sql, &sources()).unwrap_or_else(|e| panic!("{sql}: {}", e[0]));
    let mut engine = program.start(HashMap::new());
    let mut batch: Vec<(Timestamp, Vec<Value>)> = Vec::new();
    for (at, (time, one, key, number)) in events.iter().enumerate() {
        let value = number.map_or(Value::Null, Value::Integer);
        batch.push((Timestamp(*time), vec![text(KEYS[usize::from(*key)]), value]));
        let (ends, bound) = cuts.get(at).copied().unwrap_or((false, false));
        let same = events.get(at + 1).is_some_and(|(_, next, _, _)| next == one);
        if ends || !same {
            engine.push(if *one { "ONE" } else { "TWO" }, std::mem::take(&mut batch));
            if bound {
                engine.advance(Timestamp(*time));
            }
        }
    }
    let last = events.last().map_or(0, |event| event.0);
    engine.advance(Timestamp(last + 100_000));
    let rows = engine.take_output(QUERY_STREAM);
    let shown = |row: levada_sql_engine::OutputRow| {
        (row.rowtime.0, row.values.iter().map(ToString::to_string).collect())
    };
    rows.into_iter().map(shown).collect()
}

fn of_one(events: &[Event]) -> Vec<(i64, u8, Option<i64>)> {
    let one = events.iter().filter(|(_, one, _, _)| *one);
    one.map(|(time, _, key, number)| (*time, *key, *number)).collect()
}

fn number(number: Option<i64>) -> Option<String> {
    number.map(|number| number.to_string())
}

fn key(key: u8) -> Option<String> {
    Some(KEYS[usize::from(key)].to_owned())
}

/// COUNT, SUM, MIN and MAX of these numbers.
fn totals(numbers: &[Option<i64>]) -> Vec<Option<String>> {
    let known: Vec<i64> = numbers.iter().flatten().copied().collect();
    let sum = (!known.is_empty()).then(|| known.iter().sum());
    let (least, most) = (known.iter().min().copied(), known.iter().max().copied());
    vec![number(Some(known.len() as i64)), number(sum), number(least), number(most)]
}

const TOTALS: &str = "COUNT(n), SUM(n), MIN(n), MAX(n)";

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn sliding_frames_are_the_rows_before_each_row(
        events in events(),
        cuts in prop::collection::vec((any::<bool>(), any::<bool>()), 60),
        range in 0..4_000_i64,
        rows in 0..5_usize,
    ) {
        let list = TOTALS.replace(')', ") OVER w");
        let ranged = format!(
            "SELECT STREAM k, {list} FROM one WINDOW w AS \
             (PARTITION BY k RANGE INTERVAL '{}' SECOND PRECEDING)",
            range as f64 / 1000.0
        );
        let counted = format!(
            "SELECT STREAM k, {list} FROM one WINDOW w AS (PARTITION BY k ROWS {rows} PRECEDING)"
        );
        let input = of_one(&events);
        let expected = |in_frame: &dyn Fn(usize, usize) -> bool| -> Vec<Shown> {
            let row = |at: usize| {
                let (time, own, _) = input[at];
                let frame = (0..=at).filter(|other| input[*other].1 == own && in_frame(*other, at));
                let numbers: Vec<Option<i64>> = frame.map(|other| input[other].2).collect();
                let cells: Vec<_> = [key(own)].into_iter().chain(totals(&numbers)).collect();
                show(time, &cells)
            };
            (0..input.len()).map(row).collect()
        };
        let by_range = |other: usize, at: usize| input[other].0 >= input[at].0 - range;
        prop_assert_eq!(run(&ranged, &events, &cuts), expected(&by_range));
        let by_rows = |other: usize, at: usize| {
            let between = (other..at).filter(|row| input[*row].1 == input[at].1).count();
            between <= rows
        };
        prop_assert_eq!(run(&counted, &events, &cuts), expected(&by_rows));
    }

    #[test]
    fn tumbling_groups_are_those_of_the_whole_input(
        events in events(),
        cuts in prop::collection::vec((any::<bool>(), any::<bool>()), 60),
        seconds in 1..5_i64,
    ) {
        let sql = format!(
            "SELECT STREAM k, {TOTALS} FROM one \
             GROUP BY k, STEP(one.ROWTIME BY INTERVAL '{seconds}' SECOND)"
        );
        let size = seconds * 1_000;
        let mut windows: BTreeMap<i64, Vec<(u8, Vec<Option<i64>>)>> = BTreeMap::new();
        for (time, key, number) in of_one(&events) {
            let groups = windows.entry(time - time % size).or_default();
            match groups.iter_mut().find(|(own, _)| *own == key) {
                Some((_, numbers)) => numbers.push(number),
                None => groups.push((key, vec![number])),
            }
        }
        let expected: Vec<Shown> = windows
            .into_iter()
            .flat_map(|(start, groups)| {
                groups.into_iter().map(move |(own, numbers)| {
                    let cells: Vec<_> = [key(own)].into_iter().chain(totals(&numbers)).collect();
                    show(start + size, &cells)
                })
            })
            .collect();
        prop_assert_eq!(run(&sql, &events, &cuts), expected);
    }

    #[test]
    fn stagger_windows_open_with_the_first_row_of_their_key(
        events in events(),
        cuts in prop::collection::vec((any::<bool>(), any::<bool>()), 60),
    ) {
        let sql = format!(
            "SELECT STREAM k, {TOTALS} FROM one \
             WINDOWED BY STAGGER (PARTITION BY k RANGE INTERVAL '2' SECOND)"
        );
        let mut windows: Vec<(i64, u8, Vec<Option<i64>>)> = Vec::new();
        for (time, own, number) in of_one(&events) {
            let open = windows.iter_mut().find(|(end, key, _)| *key == own && *end > time);
            match open {
                Some((_, _, numbers)) => numbers.push(number),
                None => windows.push((time + 2_000, own, vec![number])),
            }
        }
        windows.sort_by_key(|(end, _, _)| *end);
        let expected: Vec<Shown> = windows
            .into_iter()
            .map(|(end, own, numbers)| {
                let cells: Vec<_> = [key(own)].into_iter().chain(totals(&numbers)).collect();
                show(end, &cells)
            })
            .collect();
        prop_assert_eq!(run(&sql, &events, &cuts), expected);
    }

    #[test]
    fn joined_rows_are_the_pairs_that_were_in_their_windows_together(
        events in events(),
        cuts in prop::collection::vec((any::<bool>(), any::<bool>()), 60),
        left in 0..3_000_i64,
        right in 0..3_000_i64,
    ) {
        let window = |ms: i64| {
            format!("OVER (RANGE INTERVAL '{}' SECOND PRECEDING)", ms as f64 / 1000.0)
        };
        let sql = format!(
            "SELECT STREAM a.k, a.n, b.n FROM one {} AS a FULL JOIN two {} AS b \
             ON a.k = b.k AND a.n < b.n",
            window(left),
            window(right)
        );
        let reach = |one: bool| if one { left } else { right };
        let mut expected: Vec<Shown> = Vec::new();
        let mut matched = vec![false; events.len()];
        for (at, (time, one, own, n)) in events.iter().enumerate() {
            for (before, (earlier, other_one, other, m)) in events[..at].iter().enumerate() {
                let in_window = earlier + reach(*other_one) >= *time;
                let (a, b) = if *one { (n, m) } else { (m, n) };
                let holds = a.zip(*b).is_some_and(|(a, b)| a < b);
                if one != other_one && own == other && in_window && holds {
                    expected.push(show(*time, &[key(*own), number(*a), number(*b)]));
                    (matched[at], matched[before]) = (true, true);
                }
            }
        }
        for (at, (time, one, own, n)) in events.iter().enumerate() {
            if !matched[at] {
                let cells = match one {
                    true => [key(*own), number(*n), None],
                    false => [None, None, number(*n)],
                };
                expected.push(show(time + reach(*one), &cells));
            }
        }
        let mut found = run(&sql, &events, &cuts);
        prop_assert!(found.is_sorted_by_key(|(rowtime, _)| *rowtime));
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn unions_distinct_rows_and_sorted_runs_are_those_of_the_whole_input(
        events in events(),
        cuts in prop::collection::vec((any::<bool>(), any::<bool>()), 60),
    ) {
        let united = "SELECT STREAM k, n FROM one UNION ALL SELECT STREAM k, n FROM two";
        let all: Vec<Shown> = events
            .iter()
            .map(|(time, _, own, n)| show(*time, &[key(*own), number(*n)]))
            .collect();
        prop_assert_eq!(run(united, &events, &cuts), all);

        let distinct = "SELECT STREAM DISTINCT FLOOR(one.ROWTIME TO SECOND) AS s, k FROM one";
        let mut seen = std::collections::HashSet::new();
        let firsts = of_one(&events).into_iter().filter(|(time, own, _)| {
            seen.insert((time / 1_000, *own))
        });
        let firsts: Vec<(i64, String)> =
            firsts.map(|(time, own, _)| (time, key(own).unwrap_or_default())).collect();
        let found = run(distinct, &events, &cuts).into_iter();
        let found: Vec<(i64, String)> =
            found.map(|(time, cells)| (time, cells[1].clone())).collect();
        prop_assert_eq!(found, firsts);

        let sorted = "SELECT STREAM k, n FROM one ORDER BY FLOOR(one.ROWTIME TO SECOND), n, k DESC";
        let mut rows = of_one(&events);
        rows.sort_by_key(|(time, own, n)| (time / 1_000, *n, std::cmp::Reverse(*own)));
        let expected: Vec<Vec<String>> =
            rows.into_iter().map(|(_, own, n)| show(0, &[key(own), number(n)]).1).collect();
        let found = run(sorted, &events, &cuts);
        prop_assert!(found.is_sorted_by_key(|(rowtime, _)| *rowtime));
        let found: Vec<Vec<String>> = found.into_iter().map(|(_, cells)| cells).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn rows_with_a_time_of_their_own_go_in_batches_as_they_go_one_by_one(
        events in events(),
        cuts in prop::collection::vec((any::<bool>(), any::<bool>()), 60),
    ) {
        let sql = "SELECT STREAM k, COUNT(*), SUM(n) FROM
                     (SELECT STREAM CEIL(one.ROWTIME TO SECOND) AS ROWTIME, k, n FROM one) AS e
                   WHERE n IS NOT NULL GROUP BY k, STEP(e.ROWTIME BY INTERVAL '3' SECOND)";
        let single = vec![(true, false); events.len()];
        prop_assert_eq!(run(sql, &events, &cuts), run(sql, &events, &single));
    }
}
