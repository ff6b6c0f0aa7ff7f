//! The expression language of S3 prefixes: `!{timestamp:…}`, `!{firehose:…}`.
//! Does not: know partition keys of dynamic partitioning; they are refused by name.

use chrono_tz::Tz;
use levada_types::Timestamp;

use crate::java_time::{InvalidPattern, JavaPattern};
use crate::object_name::local;

/// What a prefix without a timestamp expression gets after it.
const DEFAULT_PATTERN: &str = "yyyy/MM/dd/HH/";
/// Of an evaluated prefix, as AWS has it.
const EVALUATED_CHARS_MAX: usize = 512;
const RANDOM_CHARS: usize = 11;

/// Which of the two prefixes a text is; they allow different expressions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Prefix,
    ErrorOutputPrefix,
}

/// A checked prefix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prefix {
    parts: Vec<Part>,
    has_expression: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Text(String),
    Timestamp(JavaPattern),
    RandomString,
    ErrorOutputType,
}

#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPrefix {
    #[error("expression `!{{{0}` is not closed")]
    Open(String),
    #[error("`!{{{0}}}` is not a known expression; expected timestamp:… or firehose:…")]
    Unknown(String),
    #[error("`!{{{0}}}` needs dynamic partitioning, which is not supported")]
    Partitioning(String),
    #[error("`!{{timestamp:{pattern}}}`: {reason}")]
    Pattern { pattern: String, reason: InvalidPattern },
    #[error("`!{{firehose:error-output-type}}` is only allowed in ErrorOutputPrefix")]
    ErrorTypeInPrefix,
    #[error("ErrorOutputPrefix with expressions must contain `!{{firehose:error-output-type}}`")]
    ErrorTypeMissing,
    #[error("ErrorOutputPrefix cannot be null or empty when Prefix contains expressions")]
    ErrorPrefixMissing,
    #[error("evaluated prefix is longer than {EVALUATED_CHARS_MAX} characters")]
    TooLong,
}

/// What one evaluation depends on, and nothing else: the same context gives the same text.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// Arrival of the oldest record in the object.
    pub at: Timestamp,
    pub zone: Tz,
    /// Such as `processing-failed`; used in error prefixes only.
    pub error_output_type: &'a str,
    /// Feeds `random-string`.
    pub seed: u64,
}

impl Prefix {
    pub fn parse(text: &str, role: Role) -> Result<Self, InvalidPrefix> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((plain, after)) = rest.split_once("!{") {
            if !plain.is_empty() {
                parts.push(Part::Text(plain.to_owned()));
            }
            let (expression, left) =
                after.split_once('}').ok_or_else(|| InvalidPrefix::Open(after.to_owned()))?;
            parts.push(parse_expression(expression, role)?);
            rest = left;
        }
        if !rest.is_empty() {
            parts.push(Part::Text(rest.to_owned()));
        }
        let has_expression = parts.iter().any(|part| !matches!(part, Part::Text(_)));
        let has_error_type = parts.contains(&Part::ErrorOutputType);
        if role == Role::ErrorOutputPrefix && has_expression && !has_error_type {
            return Err(InvalidPrefix::ErrorTypeMissing);
        }
        let has_timestamp = parts.iter().any(|part| matches!(part, Part::Timestamp(_)));
        if !has_timestamp {
            // AWS names error objects by time too, after the type that a bare prefix lacks.
            if role == Role::ErrorOutputPrefix && !has_error_type {
                parts.push(Part::ErrorOutputType);
                parts.push(Part::Text("/".to_owned()));
            }
            parts.push(parse_timestamp(DEFAULT_PATTERN)?);
        }
        Ok(Self { parts, has_expression })
    }

    /// Both prefixes of a destination, by the rules that bind them together.
    pub fn parse_both(
        prefix: Option<&str>,
        error_output_prefix: Option<&str>,
    ) -> Result<(Self, Self), InvalidPrefix> {
        let error_text = error_output_prefix.unwrap_or_default();
        let prefix = Self::parse(prefix.unwrap_or_default(), Role::Prefix)?;
        let error_output_prefix = Self::parse(error_text, Role::ErrorOutputPrefix)?;
        if prefix.has_expression && error_text.is_empty() {
            return Err(InvalidPrefix::ErrorPrefixMissing);
        }
        Ok((prefix, error_output_prefix))
    }

    /// True when the text holds at least one `!{…}`.
    pub fn has_expression(&self) -> bool {
        self.has_expression
    }

    pub fn evaluate(&self, context: &Context<'_>) -> Result<String, InvalidPrefix> {
        let at = local(context.at, context.zone);
        let mut random = context.seed;
        let mut out = String::new();
        for part in &self.parts {
            match part {
                Part::Text(text) => out.push_str(text),
                Part::Timestamp(pattern) => out.push_str(&pattern.format(&at)),
                Part::RandomString => push_random(&mut random, &mut out),
                Part::ErrorOutputType => out.push_str(context.error_output_type),
            }
        }
        if out.chars().count() > EVALUATED_CHARS_MAX {
            return Err(InvalidPrefix::TooLong);
        }
        Ok(out)
    }
}

fn parse_expression(expression: &str, role: Role) -> Result<Part, InvalidPrefix> {
    let unknown = || InvalidPrefix::Unknown(expression.to_owned());
    let (namespace, value) = expression.split_once(':').ok_or_else(unknown)?;
    match (namespace, value) {
        ("timestamp", pattern) if !pattern.is_empty() => parse_timestamp(pattern),
        ("firehose", "random-string") => Ok(Part::RandomString),
        ("firehose", "error-output-type") if role == Role::Prefix => {
            Err(InvalidPrefix::ErrorTypeInPrefix)
        }
        ("firehose", "error-output-type") => Ok(Part::ErrorOutputType),
        ("partitionKeyFromQuery" | "partitionKeyFromLambda", _) => {
            Err(InvalidPrefix::Partitioning(expression.to_owned()))
        }
        _ => Err(unknown()),
    }
}

fn parse_timestamp(pattern: &str) -> Result<Part, InvalidPrefix> {
    JavaPattern::parse(pattern)
        .map(Part::Timestamp)
        .map_err(|reason| InvalidPrefix::Pattern { pattern: pattern.to_owned(), reason })
}

/// Eleven letters and digits; SplitMix64, whose only task here is to spread names.
fn push_random(state: &mut u64, out: &mut String) {
    const ALPHABET: &[u8; 62] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    for _ in 0..RANDOM_CHARS {
        *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = *state;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        out.push(char::from(ALPHABET[((z ^ (z >> 31)) % 62) as usize]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Timestamp = Timestamp(1_700_000_000_000);

    fn context() -> Context<'static> {
        Context { at: AT, zone: Tz::UTC, error_output_type: "processing-failed", seed: 7 }
    }

    fn evaluated(text: &str, role: Role) -> String {
        Prefix::parse(text, role).unwrap().evaluate(&context()).unwrap()
    }

    #[test]
    fn a_prefix_without_a_timestamp_gets_the_hour() {
        assert_eq!(evaluated("", Role::Prefix), "2023/11/14/22/");
        assert_eq!(evaluated("tolls", Role::Prefix), "tolls2023/11/14/22/");
        assert_eq!(evaluated("tolls/!{timestamp:'d='dd}/", Role::Prefix), "tolls/d=14/");
    }

    #[test]
    fn random_strings_differ_within_a_prefix_and_repeat_with_their_seed() {
        let text = "!{firehose:random-string}/!{firehose:random-string}/!{timestamp:yyyy}";
        let first = evaluated(text, Role::Prefix);
        let parts: Vec<&str> = first.split('/').collect();
        assert_eq!((parts[0].len(), parts[1].len()), (11, 11));
        assert_ne!(parts[0], parts[1]);
        assert_eq!(first, evaluated(text, Role::Prefix));
    }

    #[test]
    fn error_prefixes_say_what_went_wrong() {
        let text = "bad/!{firehose:error-output-type}/!{timestamp:yyyy}/";
        assert_eq!(evaluated(text, Role::ErrorOutputPrefix), "bad/processing-failed/2023/");
        let plain = evaluated("bad/", Role::ErrorOutputPrefix);
        assert_eq!(plain, "bad/processing-failed/2023/11/14/22/");
    }

    #[test]
    fn expressions_are_refused_where_aws_refuses_them() {
        let refused = |prefix, error| Prefix::parse_both(prefix, error).unwrap_err();
        let partition = Some("!{partitionKeyFromQuery:k}/");
        assert!(matches!(refused(Some("!{timestamp:yyyy"), None), InvalidPrefix::Open(_)));
        assert!(matches!(refused(Some("!{nothing:x}"), None), InvalidPrefix::Unknown(_)));
        assert!(matches!(refused(partition, None), InvalidPrefix::Partitioning(_)));
        assert!(matches!(refused(Some("!{timestamp:bb}"), None), InvalidPrefix::Pattern { .. }));
        let error_type = Some("!{firehose:error-output-type}");
        assert_eq!(refused(error_type, None), InvalidPrefix::ErrorTypeInPrefix);
        let time = Some("!{timestamp:yyyy}");
        assert_eq!(refused(None, time), InvalidPrefix::ErrorTypeMissing);
        assert_eq!(refused(time, None), InvalidPrefix::ErrorPrefixMissing);
        assert!(Prefix::parse_both(time, Some("errors/")).is_ok());
    }

    #[test]
    fn a_prefix_that_grows_too_long_is_refused() {
        let prefix = Prefix::parse(&"x".repeat(600), Role::Prefix).unwrap();
        assert_eq!(prefix.evaluate(&context()), Err(InvalidPrefix::TooLong));
    }
}
