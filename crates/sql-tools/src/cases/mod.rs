//! Case files: one JSON object that says what goes in and what has to come out. The format is in
//! `docs/sql/testing.md`.
//! Does not: find files, or count; see `suite`.

mod compare;
mod decode;
mod expressions;
mod inputs;
mod names;
mod properties;
mod queries;
mod reject;

use serde_json::Value as Json;

use crate::suite::Verdict;

/// Runs one case.
pub fn run(case: &Json) -> Verdict {
    let verdict = run_as_is(case);
    let Verdict::Failed(problem) = verdict else { return verdict };
    if case["status"] != "doc-conflict" {
        return Verdict::Failed(problem);
    }
    let alternatives = case["alternatives"].as_array().map_or(&[][..], Vec::as_slice);
    for (place, alternative) in alternatives.iter().enumerate() {
        if let Verdict::Passed(_) = run_as_is(&with_alternative(case, alternative)) {
            let note =
                format!("the documentation contradicts itself: as alternative {}", place + 1);
            return Verdict::Passed(Some(note));
        }
    }
    let tried = alternatives.len();
    Verdict::Failed(format!("neither `expect` nor any of {tried} alternatives: {problem}"))
}

fn run_as_is(case: &Json) -> Verdict {
    let done = match case["kind"].as_str().unwrap_or("") {
        "query" => queries::run_query(case),
        "app" => queries::run_app(case),
        "scalar" => expressions::run_scalar(case),
        "record-scalar" => expressions::run_records(case),
        "reject" => reject::run(case),
        "names" => names::run(case),
        "input" => decode::run_input(case),
        "input-cells" => decode::run_cells(case),
        "property" => return properties::run(case),
        kind => Err(format!("no case has the kind `{kind}`")),
    };
    match done {
        Ok(()) => Verdict::Passed(None),
        Err(problem) => Verdict::Failed(problem),
    }
}

/// The case with another expectation: rows, a whole `expect`, asserts, or members of the case.
fn with_alternative(case: &Json, alternative: &Json) -> Json {
    let mut case = case.clone();
    match alternative {
        Json::Array(list) if list.first().is_some_and(Json::is_array) => {
            case["asserts"] = alternative.clone();
        }
        Json::Array(_) => case["expect"]["rows"] = alternative.clone(),
        Json::Object(members) => {
            for (name, value) in members {
                if name == "rows" || name == "order" {
                    case["expect"][name] = value.clone();
                } else {
                    case[name] = value.clone();
                }
            }
        }
        value => {
            // A single other value: the case has one assert.
            if let Some(assert) = case["asserts"].get_mut(0) {
                assert[1] = value.clone();
            }
        }
    }
    case
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn failed(case: &Json) -> String {
        match run(case) {
            Verdict::Failed(problem) => problem,
            other => panic!("expected a failure, found {other:?}"),
        }
    }

    #[test]
    fn a_wrong_value_fails_a_scalar_case_and_is_shown() {
        let case = json!({"kind": "scalar", "asserts": [["1 + 1", 2], ["2 + 2", 5]]});
        assert_eq!(failed(&case), "2 + 2\n  expected 5\n  found    4");
    }

    #[test]
    fn a_conflict_case_passes_with_any_of_its_alternatives() {
        let mut case = json!({
            "kind": "scalar", "status": "doc-conflict",
            "asserts": [["1 + 1", 3]], "alternatives": [4, 2],
        });
        assert!(matches!(run(&case), Verdict::Passed(Some(_))));
        case["alternatives"] = json!([[["1 + 1", 9]]]);
        assert!(failed(&case).contains("neither `expect` nor any of 1 alternatives"));
        case["status"] = json!("ok");
        assert!(failed(&case).starts_with("1 + 1"));
    }

    #[test]
    fn a_kind_that_does_not_exist_fails() {
        assert_eq!(failed(&json!({"kind": "quiz"})), "no case has the kind `quiz`");
    }
}
