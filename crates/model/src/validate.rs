//! Checking a request against its model's constraints, in AWS's words.
//! Does not: check anything a service knows and the model does not.

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
        let value = value.map_or_else(|| "null".to_owned(), |text| format!("'{text}'"));
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
}

/// Implemented by every generated request shape and the structures within.
pub trait Validate {
    /// `path` is where this value sits, empty at the top.
    fn validate(&self, path: &str, violations: &mut Violations);
}
