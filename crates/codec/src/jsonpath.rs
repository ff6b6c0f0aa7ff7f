//! The part of JSONPath that mappings of stream records use: names, indexes and slices.
//! Does not: filter, search recursively, or take negative indexes.

use std::fmt;

use serde_json::Value;

/// `$`, `$.a.b`, `$['a b']`, `$.rows[0:]`, `$.rows[*].c`, `$.rows[2]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct JsonPath {
    text: String,
    steps: Vec<Step>,
}

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Step {
    Name(String),
    Index(usize),
    /// From the first to before the second, or to the end.
    Slice(usize, Option<usize>),
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{text}` is not a JSON path: expected {expected} at column {column}")]
pub struct InvalidPath {
    pub text: String,
    pub expected: &'static str,
    /// From 1 on.
    pub column: usize,
}

impl JsonPath {
    pub fn parse(text: &str) -> Result<Self, InvalidPath> {
        let invalid = |expected, rest: &str| InvalidPath {
            text: text.to_owned(),
            expected,
            column: text[..text.len() - rest.len()].chars().count() + 1,
        };
        let mut rest = text.strip_prefix('$').ok_or_else(|| invalid("$", text))?;
        let mut steps = Vec::new();
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix('.') {
                let end = after.find(['.', '[']).unwrap_or(after.len());
                if end == 0 {
                    return Err(invalid("a name", after));
                }
                steps.push(Step::Name(after[..end].to_owned()));
                rest = &after[end..];
            } else if let Some(after) = rest.strip_prefix('[') {
                let (step, left) = bracket(after).map_err(|expected| invalid(expected, after))?;
                steps.push(step);
                rest = left;
            } else {
                return Err(invalid("`.` or `[`", rest));
            }
        }
        Ok(Self { text: text.to_owned(), steps })
    }

    /// Every value the path leads to, in document order.
    pub fn find_all<'v>(&self, root: &'v Value) -> Vec<&'v Value> {
        let mut found = vec![root];
        for step in &self.steps {
            found = found.into_iter().flat_map(|value| step.follow(value)).collect();
        }
        found
    }

    /// The first value the path leads to.
    pub fn find<'v>(&self, root: &'v Value) -> Option<&'v Value> {
        self.find_all(root).into_iter().next()
    }

    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl fmt::Display for JsonPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl Step {
    fn follow<'v>(&self, value: &'v Value) -> Vec<&'v Value> {
        match self {
            Self::Name(name) => value.get(name).into_iter().collect(),
            Self::Index(index) => value.get(index).into_iter().collect(),
            Self::Slice(from, to) => {
                let items = value.as_array().map(Vec::as_slice).unwrap_or_default();
                let to = to.unwrap_or(items.len()).min(items.len());
                items.get(*from..to).unwrap_or_default().iter().collect()
            }
        }
    }
}

/// What stands between brackets, and what follows them.
fn bracket(after: &str) -> Result<(Step, &str), &'static str> {
    if let Some(quote) = after.chars().next().filter(|c| matches!(c, '\'' | '"')) {
        let close = format!("{quote}]");
        let (name, rest) = after[1..].split_once(&close).ok_or("a closing quote and `]`")?;
        return Ok((Step::Name(name.to_owned()), rest));
    }
    let (inner, rest) = after.split_once(']').ok_or("`]`")?;
    let number = |text: &str| text.trim().parse::<usize>().map_err(|_| "an index or a slice");
    let step = match inner.split_once(':') {
        None if inner.trim() == "*" => Step::Slice(0, None),
        None => Step::Index(number(inner)?),
        Some((from, to)) => {
            let from = if from.trim().is_empty() { 0 } else { number(from)? };
            let to = if to.trim().is_empty() { None } else { Some(number(to)?) };
            Step::Slice(from, to)
        }
    };
    Ok((step, rest))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn found(path: &str) -> Vec<Value> {
        let document = json!({
            "a": {"b": 1, "x y": 2},
            "rows": [{"c": 10}, {"c": 20}, {"d": 30}],
        });
        JsonPath::parse(path).unwrap().find_all(&document).into_iter().cloned().collect()
    }

    #[test]
    fn names_indexes_and_slices_lead_to_their_values() {
        assert_eq!(found("$.a.b"), [json!(1)]);
        assert_eq!(found("$['a'][\"x y\"]"), [json!(2)]);
        assert_eq!(found("$.rows[0:].c"), [json!(10), json!(20)]);
        assert_eq!(found("$.rows[*].d"), [json!(30)]);
        assert_eq!(found("$.rows[1:2]"), [json!({"c": 20})]);
        assert_eq!(found("$.rows[1].c"), [json!(20)]);
        assert_eq!(found("$").len(), 1);
        assert!(found("$.rows[7].c").is_empty() && found("$.none.b").is_empty());
    }

    #[test]
    fn text_that_is_no_path_is_refused_where_it_goes_wrong() {
        for (text, column) in [("a.b", 1), ("$a", 2), ("$.", 3), ("$.a[", 5), ("$.a[x]", 5)] {
            assert_eq!(JsonPath::parse(text).unwrap_err().column, column, "{text}");
        }
    }

    proptest! {
        #[test]
        fn no_text_panics_the_parser(text in "\\$?[.a\\[\\]0:*'\"ü]{0,12}") {
            if let Ok(path) = JsonPath::parse(&text) {
                path.find(&json!({"a": [1]}));
            }
        }
    }
}
