//! What to do next with a batch that a function has answered: go on, retry, split, give up.
//! Does not: invoke or wait; it decides, so that every rule is tested without a process.

use std::collections::VecDeque;

use levada_types::SourceRecord;

use super::registry::BatchRules;

/// How a function took a part of a batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Succeeded,
    /// Records before this place succeeded, this one failed; later ones count as not tried.
    FailedFrom(usize),
    Failed,
}

/// Reads the verdict from an answer.
pub fn verdict(
    rules: &BatchRules,
    failed: bool,
    answer: &[u8],
    records: &[SourceRecord],
) -> Verdict {
    if failed {
        return Verdict::Failed;
    }
    if !rules.report_failures {
        return Verdict::Succeeded;
    }
    let Ok(answer) = serde_json::from_slice::<serde_json::Value>(answer) else {
        return Verdict::Failed;
    };
    let failures = match answer.get("batchItemFailures") {
        None | Some(serde_json::Value::Null) => return Verdict::Succeeded,
        Some(serde_json::Value::Array(failures)) => failures,
        Some(_) => return Verdict::Failed,
    };
    let place_of = |failure: &serde_json::Value| {
        let identifier = failure.get("itemIdentifier")?.as_str()?;
        records.iter().position(|record| record.sequence_number == identifier)
    };
    let mut first = None;
    for failure in failures {
        // An empty, missing or unknown identifier fails the whole batch, as on AWS.
        let Some(place) = place_of(failure) else { return Verdict::Failed };
        first = Some(first.map_or(place, |first: usize| first.min(place)));
    }
    first.map_or(Verdict::Succeeded, Verdict::FailedFrom)
}

/// A part of a batch that has still to succeed.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub records: Vec<SourceRecord>,
    /// Failed tries that count against the limit.
    failures: u32,
}

/// What the reader does after a verdict.
#[derive(Clone, Debug, PartialEq)]
pub enum Step {
    /// Everything before this index is done.
    Checkpoint(u64),
    /// Try again after a pause, the longer the higher the number; done before the index.
    Pause { tries: u32, checkpoint: Option<u64> },
    /// The part has used up its retries and is skipped; done before the index.
    GiveUp { part: Part, checkpoint: u64 },
}

/// The parts of one batch, in order.
pub struct Work {
    parts: VecDeque<Part>,
    /// Failed tries in a row, counted or not.
    tries: u32,
}

fn end_of(records: &[SourceRecord]) -> u64 {
    records.last().map_or(0, |record| record.index + 1)
}

impl Work {
    pub fn new(records: Vec<SourceRecord>) -> Self {
        let part = Part { records, failures: 0 };
        Self { parts: VecDeque::from([part]), tries: 0 }
    }

    /// The records to hand to the function now; `None` when the batch is done.
    pub fn current(&self) -> Option<&[SourceRecord]> {
        self.parts.front().map(|part| part.records.as_slice())
    }

    /// Drops the records before `index` from the batch: they have expired.
    pub fn drop_before(&mut self, index: u64) {
        for part in &mut self.parts {
            part.records.retain(|record| record.index >= index);
        }
        self.parts.retain(|part| !part.records.is_empty());
    }

    /// The function could not be called at all; the next try is the same.
    pub fn not_called(&mut self) -> Step {
        self.tries += 1;
        Step::Pause { tries: self.tries, checkpoint: None }
    }

    pub fn answered(&mut self, verdict: Verdict, rules: &BatchRules) -> Step {
        let Some(mut part) = self.parts.pop_front() else {
            return Step::Pause { tries: 0, checkpoint: None };
        };
        let failed_from = match verdict {
            Verdict::Succeeded => {
                self.tries = 0;
                return Step::Checkpoint(end_of(&part.records));
            }
            Verdict::FailedFrom(place) => Some(place.min(part.records.len())),
            Verdict::Failed => None,
        };
        self.tries += 1;
        if failed_from.is_none() && rules.bisect && part.records.len() > 1 {
            let later = part.records.split_off(part.records.len() / 2);
            self.parts.push_front(Part { records: later, failures: part.failures });
            self.parts.push_front(part);
            return Step::Pause { tries: self.tries, checkpoint: None };
        }
        let rest = part.records.split_off(failed_from.unwrap_or(0));
        let checkpoint = (!part.records.is_empty()).then(|| end_of(&part.records));
        let failures = part.failures + 1;
        let part = Part { records: rest, failures };
        if rules.retries_max.is_some_and(|max| failures > max) {
            self.tries = 0;
            let checkpoint = end_of(&part.records);
            return Step::GiveUp { part, checkpoint };
        }
        self.parts.push_front(part);
        Step::Pause { tries: self.tries, checkpoint }
    }
}

#[cfg(test)]
mod tests {
    use bytes::Bytes;
    use levada_types::Timestamp;

    use super::*;

    fn records(indexes: std::ops::Range<u64>) -> Vec<SourceRecord> {
        indexes
            .map(|index| SourceRecord {
                index,
                sequence_number: format!("n{index}"),
                partition_key: "k".into(),
                arrived: Timestamp(0),
                data: Bytes::new(),
            })
            .collect()
    }

    fn rules() -> BatchRules {
        BatchRules {
            records_max: 100,
            window_secs: 0,
            retries_max: Some(1),
            age_secs_max: None,
            bisect: false,
            report_failures: true,
        }
    }

    fn read(answer: &str) -> Verdict {
        verdict(&rules(), false, answer.as_bytes(), &records(0..4))
    }

    #[test]
    fn the_lowest_failed_record_is_where_the_retry_begins() {
        let answer = r#"{"batchItemFailures":[{"itemIdentifier":"n3"},{"itemIdentifier":"n1"}]}"#;
        assert_eq!(read(answer), Verdict::FailedFrom(1));
    }

    #[test]
    fn null_and_empty_lists_succeed_and_unknown_records_fail_everything() {
        for answer in ["null", "{}", r#"{"batchItemFailures":[]}"#, r#"{"batchItemFailures":null}"#]
        {
            assert_eq!(read(answer), Verdict::Succeeded, "{answer}");
        }
        for answer in [
            "x",
            r#"{"batchItemFailures":[{"itemIdentifier":""}]}"#,
            r#"{"batchItemFailures":[{"itemIdentifier":null}]}"#,
            r#"{"batchItemFailures":[{"itemIdentifier":"n9"}]}"#,
            r#"{"batchItemFailures":[{}]}"#,
        ] {
            assert_eq!(read(answer), Verdict::Failed, "{answer}");
        }
    }

    #[test]
    fn a_batch_that_keeps_failing_is_given_up_after_its_retries() {
        let mut work = Work::new(records(0..2));
        let first = work.answered(Verdict::Failed, &rules());
        assert_eq!(first, Step::Pause { tries: 1, checkpoint: None });
        let Step::GiveUp { part, checkpoint } = work.answered(Verdict::Failed, &rules()) else {
            panic!("the second failure is the last");
        };
        assert_eq!((part.records, checkpoint), (records(0..2), 2));
        assert_eq!(work.current(), None);
    }

    #[test]
    fn bisection_isolates_the_one_bad_record_and_loses_no_other() {
        let rules = BatchRules { bisect: true, ..rules() };
        let mut work = Work::new(records(0..8));
        let (mut done, mut given_up) = (Vec::new(), Vec::new());
        while let Some(current) = work.current().map(<[_]>::to_vec) {
            let bad = current.iter().any(|record| record.index == 5);
            let verdict = if bad { Verdict::Failed } else { Verdict::Succeeded };
            match work.answered(verdict, &rules) {
                Step::Checkpoint(_) => done.extend(current.iter().map(|record| record.index)),
                Step::GiveUp { part, .. } => given_up.extend(part.records),
                Step::Pause { .. } => {}
            }
        }
        assert_eq!(done, [0, 1, 2, 3, 4, 6, 7]);
        assert_eq!(given_up, records(5..6));
    }

    #[test]
    fn what_succeeded_before_a_reported_failure_is_not_tried_again() {
        let mut work = Work::new(records(0..4));
        let step = work.answered(Verdict::FailedFrom(2), &rules());
        assert_eq!(step, Step::Pause { tries: 1, checkpoint: Some(2) });
        assert_eq!(work.current(), Some(&records(2..4)[..]));
    }

    #[test]
    fn a_function_that_could_not_be_called_costs_no_retry() {
        let mut work = Work::new(records(0..1));
        for tries in 1..=20 {
            assert_eq!(work.not_called(), Step::Pause { tries, checkpoint: None });
        }
        assert_eq!(work.current(), Some(&records(0..1)[..]));
    }
}
