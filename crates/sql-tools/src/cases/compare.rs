//! Rows found against rows expected, with a difference a person can read.
//! Does not: run anything.

use std::fmt::Write as _;

use levada_sql_engine::Value;
use serde_json::Value as Json;

use crate::literal::{agrees, shown};

/// Most rows shown on each side of a difference.
const SHOWN_ROWS: usize = 40;

/// One row that came out: named cells, in the order of the stream's columns.
pub struct Found {
    pub cells: Vec<(String, Value)>,
}

impl Found {
    fn cell(&self, name: &str) -> Option<&Value> {
        self.cells.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    fn is(&self, expected: &Json) -> bool {
        let cells = expected.as_object().into_iter().flatten();
        cells
            .into_iter()
            .all(|(name, value)| self.cell(name).is_some_and(|cell| agrees(cell, value)))
    }

    fn line(&self, names: &[&str]) -> String {
        let cells = self.cells.iter().filter(|(name, _)| names.contains(&name.as_str()));
        let cells = cells.map(|(name, value)| format!("{name}={}", shown(value)));
        cells.collect::<Vec<_>>().join(" ")
    }
}

/// Checks `expect.rows` by `expect.order`.
pub fn rows(expect: &Json, found: &[Found]) -> Result<(), String> {
    let expected = expect["rows"].as_array().ok_or("the case has no `expect.rows`")?;
    let matched = match expect["order"].as_str().unwrap_or("ordered") {
        "set" => unordered(expected, found),
        "ordered-by-first-column" => ordered_by_groups(expected, found),
        "ordered" => {
            expected.len() == found.len()
                && expected.iter().zip(found).all(|(expected, found)| found.is(expected))
        }
        order => return Err(format!("no case has the order `{order}`")),
    };
    if matched { Ok(()) } else { Err(difference(expected, found)) }
}

fn unordered(expected: &[Json], found: &[Found]) -> bool {
    let mut left: Vec<&Found> = found.iter().collect();
    let taken = expected.iter().all(|row| {
        let place = left.iter().position(|candidate| candidate.is(row));
        place.is_some_and(|place| {
            left.swap_remove(place);
            true
        })
    });
    taken && left.is_empty()
}

/// Rows with the same first value are one closed window, in any order within it.
fn ordered_by_groups(expected: &[Json], found: &[Found]) -> bool {
    let first = |row: &Json| row.as_object().and_then(|row| row.values().next().cloned());
    let mut rest = found;
    for group in expected.chunk_by(|a, b| first(a) == first(b)) {
        let Some((these, after)) = rest.split_at_checked(group.len()) else { return false };
        if !unordered(group, these) {
            return false;
        }
        rest = after;
    }
    rest.is_empty()
}

/// `-` a row that is missing, `+` a row too many, two blanks where both agree.
fn difference(expected: &[Json], found: &[Found]) -> String {
    let mut names: Vec<&str> = Vec::new();
    for name in expected.iter().filter_map(Json::as_object).flat_map(|row| row.keys()) {
        if !names.contains(&name.as_str()) {
            names.push(name);
        }
    }
    if names.is_empty() {
        // No row is expected: all columns of the rows that came are of interest.
        names = found.iter().flat_map(|row| &row.cells).map(|(name, _)| name.as_str()).collect();
    }
    let mut text = format!("{} rows expected, {} found", expected.len(), found.len());
    let mut used = vec![false; found.len()];
    for row in expected.iter().take(SHOWN_ROWS) {
        let place = (0..found.len()).find(|&place| {
            used.get(place) == Some(&false) && found.get(place).is_some_and(|f| f.is(row))
        });
        let sign = if place.is_some() { ' ' } else { '-' };
        if let Some(used) = place.and_then(|place| used.get_mut(place)) {
            *used = true;
        }
        let cells = row.as_object().into_iter().flatten();
        let cells = cells.map(|(name, value)| match value {
            Json::String(text) => format!("{name}={text}"),
            Json::Null => format!("{name}=NULL"),
            value => format!("{name}={value}"),
        });
        let _ = write!(text, "\n  {sign} {}", cells.collect::<Vec<_>>().join(" "));
    }
    let surplus = found.iter().zip(&used).filter(|(_, used)| !**used).take(SHOWN_ROWS);
    for (row, _) in surplus {
        let _ = write!(text, "\n  + {}", row.line(&names));
    }
    if !used.contains(&false) && expected.len() == found.len() {
        text += "\n  the rows are right, their order is not; found in this order:";
        for row in found.iter().take(SHOWN_ROWS) {
            let _ = write!(text, "\n    {}", row.line(&names));
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(pairs: &[(i64, &str)]) -> Vec<Found> {
        let row = |(n, text): &(i64, &str)| Found {
            cells: vec![("N".into(), Value::Integer(*n)), ("T".into(), Value::text(*text))],
        };
        pairs.iter().map(row).collect()
    }

    #[test]
    fn a_missing_and_a_surplus_row_are_shown_with_their_signs() {
        let expect = json!({"order": "ordered", "rows": [{"N": 1, "T": "a"}, {"N": 2, "T": "b"}]});
        let problem = rows(&expect, &found(&[(1, "a"), (3, "b")])).unwrap_err();
        let lines: Vec<&str> = problem.lines().collect();
        assert_eq!(
            lines,
            ["2 rows expected, 2 found", "    N=1 T=a", "  - N=2 T=b", "  + N=3 T=b"]
        );
    }

    #[test]
    fn order_counts_only_where_the_case_says_so() {
        let right = json!([{"N": 1}, {"N": 2}, {"N": 1}]);
        let swapped = found(&[(2, "b"), (1, "a"), (1, "c")]);
        assert!(rows(&json!({"order": "set", "rows": right}), &swapped).is_ok());
        let problem = rows(&json!({"order": "ordered", "rows": right}), &swapped).unwrap_err();
        assert!(problem.contains("their order is not"), "{problem}");
    }

    #[test]
    fn rows_of_one_window_may_come_in_any_order_but_windows_may_not() {
        let right = json!([{"N": 1, "T": "a"}, {"N": 1, "T": "b"}, {"N": 2, "T": "c"}]);
        let expect = json!({"order": "ordered-by-first-column", "rows": right});
        assert!(rows(&expect, &found(&[(1, "b"), (1, "a"), (2, "c")])).is_ok());
        assert!(rows(&expect, &found(&[(1, "b"), (2, "c"), (1, "a")])).is_err());
    }

    #[test]
    fn a_row_too_few_or_too_many_fails_in_every_order() {
        for order in ["ordered", "set", "ordered-by-first-column"] {
            let expect = json!({"order": order, "rows": [{"N": 1}]});
            assert!(rows(&expect, &found(&[])).is_err());
            assert!(rows(&expect, &found(&[(1, "a"), (1, "a")])).is_err());
        }
    }
}
