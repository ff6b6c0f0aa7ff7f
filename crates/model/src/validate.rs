//! Checking a request against its model's constraints, in AWS's words.
//! Does not: check anything a service knows and the model does not.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use regex::Regex;

use crate::Blob;

/// An offending value is echoed up to this many characters.
const ECHO_CHARS_MAX: usize = 4096;

/// Where a value sits, spelled out only when something is wrong with it.
#[derive(Clone, Copy, Debug)]
pub enum Path<'a> {
    /// The request itself.
    Top,
    Member(&'a Path<'a>, &'static str),
    /// Counted from 1.
    Element(&'a Path<'a>, usize),
    Entry(&'a Path<'a>, &'a str),
}

impl Path<'_> {
    /// In lower camel case, such as `records.1.member.data`.
    pub fn text(&self) -> String {
        match self {
            Path::Top => String::new(),
            Path::Member(Path::Top, name) => (*name).to_owned(),
            Path::Member(parent, name) => format!("{}.{name}", parent.text()),
            Path::Element(parent, number) => format!("{}.{number}.member", parent.text()),
            Path::Entry(parent, key) => format!("{}.{key}.member", parent.text()),
        }
    }
}

/// A pattern that a whole text must match, compiled when it is first needed.
pub struct Pattern {
    /// As the service model has it; messages show this one.
    model: &'static str,
    regex: &'static str,
    compiled: OnceLock<Regex>,
}

impl Pattern {
    pub const fn new(model: &'static str, regex: &'static str) -> Self {
        Self { model, regex, compiled: OnceLock::new() }
    }

    fn admits(&self, text: &str) -> bool {
        self.compiled
            .get_or_init(|| {
                Regex::new(&format!("^(?:{})$", self.regex))
                    .expect("codegen compiles every pattern it writes")
            })
            .is_match(text)
    }
}

/// Constraints of a text. Lengths are in characters.
pub struct Text {
    pub min: Option<usize>,
    pub max: Option<usize>,
    pub pattern: Option<Pattern>,
    /// The members of an enumeration; empty when any text may stand.
    pub values: &'static [&'static str],
    /// The value must not be echoed.
    pub secret: bool,
}

/// Constraints of a number, inclusive.
pub struct Range {
    pub min: Option<i64>,
    pub max: Option<i64>,
}

/// Constraints of a blob (bytes), a list or a map (elements).
pub struct Length {
    pub min: Option<usize>,
    pub max: Option<usize>,
}

fn shorter(min: usize) -> String {
    format!("Member must have length greater than or equal to {min}")
}

fn longer(max: usize) -> String {
    format!("Member must have length less than or equal to {max}")
}

impl Text {
    /// What `text` fails to satisfy.
    fn failures(&self, text: &str) -> Vec<String> {
        let mut failures = Vec::new();
        if let Some(pattern) = self.pattern.as_ref().filter(|pattern| !pattern.admits(text)) {
            let pattern = pattern.model;
            failures.push(format!("Member must satisfy regular expression pattern: {pattern}"));
        }
        // Counting characters is needed only where the count of bytes cannot decide.
        if let Some(min) = self.min
            && (text.len() < min || (text.len() < min * 4 && text.chars().count() < min))
        {
            failures.push(shorter(min));
        }
        if let Some(max) = self.max
            && text.len() > max
            && text.chars().count() > max
        {
            failures.push(longer(max));
        }
        if !self.values.is_empty() && !self.values.contains(&text) {
            let values = self.values.join(", ");
            failures.push(format!("Member must satisfy enum value set: [{values}]"));
        }
        failures
    }
}

impl Length {
    fn failures(&self, length: usize) -> impl Iterator<Item = String> {
        let min = self.min.filter(|min| length < *min).map(shorter);
        let max = self.max.filter(|max| length > *max).map(longer);
        min.into_iter().chain(max)
    }
}

/// Violations collected while walking a request; the message form is AWS's:
/// `1 validation error detected: Value 'x' at 'streamName' failed to satisfy constraint: …`.
#[derive(Debug, Default)]
pub struct Violations {
    found: Vec<String>,
}

impl Violations {
    /// `value` is the offending value as text, `None` for a missing one; `path` is the member's
    /// path in lower camel case, such as `records.1.member.data`.
    pub fn add(&mut self, value: Option<&str>, path: &str, constraint: &str) {
        let value = value.map_or_else(
            || "null".to_owned(),
            |text| match text.char_indices().nth(ECHO_CHARS_MAX) {
                Some((end, _)) => format!("'{}...'", &text[..end]),
                None => format!("'{text}'"),
            },
        );
        self.found
            .push(format!("Value {value} at '{path}' failed to satisfy constraint: {constraint}"));
    }

    /// `None` when everything holds.
    pub fn into_message(self) -> Option<String> {
        let count = self.found.len();
        let plural = if count == 1 { "" } else { "s" };
        (count > 0).then(|| {
            format!("{count} validation error{plural} detected: {}", self.found.join("; "))
        })
    }

    pub fn required(&mut self, at: &Path<'_>, name: &'static str, missing: bool) {
        if missing {
            self.add(None, &Path::Member(at, name).text(), "Member must not be null");
        }
    }

    pub fn text(&mut self, at: &Path<'_>, name: &'static str, value: Option<&String>, rule: &Text) {
        for failure in value.into_iter().flat_map(|text| rule.failures(text)) {
            let echo = if rule.secret { "***" } else { value.map_or("", String::as_str) };
            self.add(Some(echo), &Path::Member(at, name).text(), &failure);
        }
    }

    /// A list of texts is reported once, by the first text that fails.
    pub fn texts(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&Vec<String>>,
        rule: &Text,
    ) {
        let texts = value.map_or(&[][..], Vec::as_slice);
        self.parts(at, name, texts.iter(), rule, "Member must satisfy constraint", || {
            format!("[{}]", texts.join(", "))
        });
    }

    pub fn map_keys<V>(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&BTreeMap<String, V>>,
        rule: &Text,
    ) {
        let keys = || value.into_iter().flat_map(BTreeMap::keys);
        self.parts(at, name, keys(), rule, "Map keys must satisfy constraint", || {
            format!("[{}]", keys().map(String::as_str).collect::<Vec<_>>().join(", "))
        });
    }

    pub fn map_texts(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&BTreeMap<String, String>>,
        rule: &Text,
    ) {
        let texts = || value.into_iter().flat_map(BTreeMap::values);
        self.parts(at, name, texts(), rule, "Map value must satisfy constraint", || {
            format!("[{}]", texts().map(String::as_str).collect::<Vec<_>>().join(", "))
        });
    }

    fn parts<'v>(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        mut parts: impl Iterator<Item = &'v String>,
        rule: &Text,
        constraint: &str,
        echo: impl Fn() -> String,
    ) {
        let failures = parts.find_map(|part| {
            let failures = rule.failures(part);
            (!failures.is_empty()).then_some(failures)
        });
        if let Some(failures) = failures {
            let echo = if rule.secret { "***".to_owned() } else { echo() };
            let constraint = format!("{constraint}: [{}]", failures.join(", "));
            self.add(Some(&echo), &Path::Member(at, name).text(), &constraint);
        }
    }

    pub fn blob(&mut self, at: &Path<'_>, name: &'static str, value: Option<&Blob>, rule: &Length) {
        let Some(Blob(bytes)) = value else { return };
        for failure in rule.failures(bytes.len()) {
            // The form in which the service itself prints a buffer.
            let length = bytes.len();
            let echo = format!("java.nio.HeapByteBuffer[pos=0 lim={length} cap={length}]");
            self.add(Some(&echo), &Path::Member(at, name).text(), &failure);
        }
    }

    pub fn list<T>(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&Vec<T>>,
        rule: &Length,
    ) {
        self.count(at, name, value.map(Vec::len), rule, ["[", "]"]);
    }

    pub fn map<T>(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&BTreeMap<String, T>>,
        rule: &Length,
    ) {
        self.count(at, name, value.map(BTreeMap::len), rule, ["{", "}"]);
    }

    pub fn map_lists<T>(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&BTreeMap<String, Vec<T>>>,
        rule: &Length,
    ) {
        let lists = || value.into_iter().flat_map(BTreeMap::values);
        let mut failures = lists().map(|list| rule.failures(list.len()).collect::<Vec<_>>());
        if let Some(failures) = failures.find(|failures| !failures.is_empty()) {
            let constraint =
                format!("Map value must satisfy constraint: [{}]", failures.join(", "));
            let echo = format!("{{{} members}}", lists().count());
            self.add(Some(&echo), &Path::Member(at, name).text(), &constraint);
        }
    }

    pub fn map_list_texts(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&BTreeMap<String, Vec<String>>>,
        rule: &Text,
    ) {
        let texts = || value.into_iter().flat_map(BTreeMap::values).flatten();
        self.parts(at, name, texts(), rule, "Map value must satisfy constraint", || {
            format!("[{}]", texts().map(String::as_str).collect::<Vec<_>>().join(", "))
        });
    }

    pub fn map_list_structures<T: Validate>(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&BTreeMap<String, Vec<T>>>,
    ) {
        let at = Path::Member(at, name);
        for (key, list) in value.into_iter().flatten() {
            let at = Path::Entry(&at, key);
            for (index, value) in list.iter().enumerate() {
                value.validate(&Path::Element(&at, index + 1), self);
            }
        }
    }

    fn count(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        length: Option<usize>,
        rule: &Length,
        [open, close]: [&str; 2],
    ) {
        let Some(length) = length else { return };
        for failure in rule.failures(length) {
            let content = if length == 0 { String::new() } else { format!("{length} members") };
            let echo = format!("{open}{content}{close}");
            self.add(Some(&echo), &Path::Member(at, name).text(), &failure);
        }
    }

    pub fn integer(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&i32>,
        rule: &Range,
    ) {
        let value = value.map(|value| i64::from(*value));
        self.long(at, name, value.as_ref(), rule);
    }

    pub fn long(&mut self, at: &Path<'_>, name: &'static str, value: Option<&i64>, rule: &Range) {
        let Some(value) = value else { return };
        let below = rule.min.is_some_and(|min| *value < min);
        let above = rule.max.is_some_and(|max| *value > max);
        self.range(at, name, &value.to_string(), rule, below, above);
    }

    pub fn double(&mut self, at: &Path<'_>, name: &'static str, value: Option<&f64>, rule: &Range) {
        let Some(value) = value else { return };
        let below = rule.min.is_some_and(|min| *value < min as f64);
        let above = rule.max.is_some_and(|max| *value > max as f64);
        self.range(at, name, &value.to_string(), rule, below, above);
    }

    fn range(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        echo: &str,
        rule: &Range,
        below: bool,
        above: bool,
    ) {
        for (violated, side, bound) in [(below, "greater", rule.min), (above, "less", rule.max)] {
            if let Some(bound) = bound.filter(|_| violated) {
                let constraint = format!("Member must have value {side} than or equal to {bound}");
                self.add(Some(echo), &Path::Member(at, name).text(), &constraint);
            }
        }
    }

    pub fn structure<T: Validate>(&mut self, at: &Path<'_>, name: &'static str, value: Option<&T>) {
        if let Some(value) = value {
            value.validate(&Path::Member(at, name), self);
        }
    }

    pub fn structures<T: Validate>(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&Vec<T>>,
    ) {
        let at = Path::Member(at, name);
        for (index, value) in value.into_iter().flatten().enumerate() {
            value.validate(&Path::Element(&at, index + 1), self);
        }
    }

    pub fn map_structures<T: Validate>(
        &mut self,
        at: &Path<'_>,
        name: &'static str,
        value: Option<&BTreeMap<String, T>>,
    ) {
        let at = Path::Member(at, name);
        for (key, value) in value.into_iter().flatten() {
            value.validate(&Path::Entry(&at, key), self);
        }
    }
}

/// Implemented by every generated request shape and the structures within.
pub trait Validate {
    /// `at` is where this value sits, [`Path::Top`] for the request itself.
    fn validate(&self, at: &Path<'_>, found: &mut Violations);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kinesis::{CreateStreamInput, PutRecordsInput, PutRecordsRequestEntry};

    fn message(request: &impl Validate) -> Option<String> {
        let mut found = Violations::default();
        request.validate(&Path::Top, &mut found);
        found.into_message()
    }

    fn entry(data: &'static [u8], key: &str) -> PutRecordsRequestEntry {
        PutRecordsRequestEntry {
            data: Some(Blob(bytes::Bytes::from_static(data))),
            partition_key: Some(key.to_owned()),
            ..Default::default()
        }
    }

    #[test]
    fn a_missing_member_is_named_in_the_words_of_the_service() {
        let request = PutRecordsInput { records: Some(vec![entry(b"x", "k")]), ..named("s") };
        assert_eq!(message(&request), None);
        let request = PutRecordsInput { records: None, ..named("s") };
        assert_eq!(
            message(&request).unwrap(),
            "1 validation error detected: Value null at 'records' failed to satisfy constraint: \
             Member must not be null"
        );
    }

    fn named(stream: &str) -> PutRecordsInput {
        PutRecordsInput { stream_name: Some(stream.to_owned()), ..Default::default() }
    }

    #[test]
    fn a_name_out_of_pattern_and_length_counts_twice() {
        let request = CreateStreamInput { stream_name: Some(String::new()), ..Default::default() };
        assert_eq!(
            message(&request).unwrap(),
            "2 validation errors detected: Value '' at 'streamName' failed to satisfy \
             constraint: Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; \
             Value '' at 'streamName' failed to satisfy constraint: \
             Member must have length greater than or equal to 1"
        );
        let request =
            CreateStreamInput { stream_name: Some("a\n".to_owned()), ..Default::default() };
        assert!(message(&request).unwrap().contains("regular expression"));
    }

    #[test]
    fn elements_are_counted_from_one() {
        let records = Some(vec![entry(b"x", "k"), entry(b"x", "")]);
        let text = message(&PutRecordsInput { records, ..named("s") }).unwrap();
        assert_eq!(
            text,
            "1 validation error detected: Value '' at 'records.2.member.partitionKey' failed to \
             satisfy constraint: Member must have length greater than or equal to 1"
        );
    }

    #[test]
    fn lists_within_a_map_are_counted_and_looked_into() {
        use crate::dynamodb::{BatchWriteItemInput, DeleteRequest, WriteRequest};
        let write = WriteRequest {
            delete_request: Some(DeleteRequest { key: None }),
            ..Default::default()
        };
        let items = BTreeMap::from([("table".to_owned(), vec![write])]);
        let request = BatchWriteItemInput { request_items: Some(items), ..Default::default() };
        let at = "'requestItems.table.member.1.member.deleteRequest.key'";
        let text = message(&request).unwrap();
        assert!(text.starts_with(&format!("1 validation error detected: Value null at {at}")));
        let items = BTreeMap::from([("table".to_owned(), vec![])]);
        let request = BatchWriteItemInput { request_items: Some(items), ..Default::default() };
        assert!(message(&request).unwrap().ends_with(
            "at 'requestItems' failed to satisfy constraint: Map value must satisfy constraint: \
             [Member must have length greater than or equal to 1]"
        ));
    }

    #[test]
    fn lengths_are_counted_in_characters() {
        let records = Some(vec![entry(b"x", &"é".repeat(256))]);
        assert_eq!(message(&PutRecordsInput { records, ..named("s") }), None);
        let records = Some(vec![entry(b"x", &"é".repeat(257))]);
        assert!(message(&PutRecordsInput { records, ..named("s") }).is_some());
    }

    #[test]
    fn unknown_enumeration_values_are_answered_with_the_known_ones() {
        let request = crate::kinesis::GetShardIteratorInput {
            stream_name: Some("s".to_owned()),
            shard_id: Some("shardId-000000000000".to_owned()),
            shard_iterator_type: Some("NEWEST".to_owned()),
            ..Default::default()
        };
        assert!(message(&request).unwrap().ends_with(
            "Value 'NEWEST' at 'shardIteratorType' failed to satisfy constraint: Member must \
                 satisfy enum value set: [AT_SEQUENCE_NUMBER, AFTER_SEQUENCE_NUMBER, \
                 TRIM_HORIZON, LATEST, AT_TIMESTAMP]"
        ));
    }

    #[test]
    fn a_self_hosted_database_may_be_named() {
        let request = crate::firehose::RedshiftDestinationConfiguration {
            cluster_jdbcurl: Some("jdbc:postgresql://localhost:5432/tolls".to_owned()),
            ..Default::default()
        };
        assert!(!message(&request).unwrap().contains("clusterJDBCURL"));
    }

    #[test]
    fn a_password_is_neither_echoed_nor_printed() {
        let request = crate::firehose::RedshiftDestinationConfiguration {
            password: Some("hush\n".to_owned()),
            ..Default::default()
        };
        let message = message(&request).unwrap();
        assert!(message.contains("Value '***' at 'password' failed"), "{message}");
        assert!(!message.contains("hush"));
        assert!(!format!("{request:?}").contains("hush"));
    }
}
