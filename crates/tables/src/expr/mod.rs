//! The expression language: conditions, updates, projections and key conditions.
//!
//! Does not: look at items (see `eval`, `update`, `project`). Parsing never panics and never
//! goes deeper than its limit, whatever the text.

pub mod condition;
pub mod key_condition;
mod lexer;
mod parser;
pub mod path;
mod reserved;
mod scope;
pub mod update;

pub use condition::{Comparator, Condition, Function, Operand};
pub use key_condition::{KeyCondition, RangeCondition};
pub use path::{Path, Segment};
pub use scope::Scope;
pub use update::{Operand as UpdateOperand, Update};

use crate::error::Error;
use parser::Parser;

/// Which request member an expression came in; messages name it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Condition,
    Filter,
    KeyCondition,
    Projection,
    Update,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Condition => "ConditionExpression",
            Self::Filter => "FilterExpression",
            Self::KeyCondition => "KeyConditionExpression",
            Self::Projection => "ProjectionExpression",
            Self::Update => "UpdateExpression",
        }
    }
}

/// What is wrong with an expression, without the member's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake(pub String);

fn mistake<T>(message: impl Into<String>) -> Result<T, Mistake> {
    Err(Mistake(message.into()))
}

fn parse_whole<T>(
    kind: Kind,
    text: &str,
    scope: &mut Scope,
    parse: impl FnOnce(&mut Parser<'_, '_>) -> Result<T, Mistake>,
) -> Result<T, Error> {
    let parsed = Parser::new(text, scope).and_then(|mut parser| {
        let value = parse(&mut parser)?;
        parser.end()?;
        Ok(value)
    });
    parsed.map_err(|Mistake(text)| Error::Validation(format!("Invalid {}: {text}", kind.name())))
}

/// A ConditionExpression or FilterExpression.
pub fn condition(kind: Kind, text: &str, scope: &mut Scope) -> Result<Condition, Error> {
    parse_whole(kind, text, scope, condition::parse)
}

pub fn update(text: &str, scope: &mut Scope) -> Result<Update, Error> {
    parse_whole(Kind::Update, text, scope, update::parse)
}

/// A ProjectionExpression.
pub fn projection(text: &str, scope: &mut Scope) -> Result<Vec<Path>, Error> {
    parse_whole(Kind::Projection, text, scope, |parser| {
        let mut paths = vec![parser.path()?];
        while parser.take_symbol(",") {
            paths.push(parser.path()?);
        }
        path::check_distinct(&paths)?;
        Ok(paths)
    })
}

/// A KeyConditionExpression for a table with `schema`.
pub fn key_condition(
    text: &str,
    scope: &mut Scope,
    schema: &crate::key::KeySchema,
) -> Result<KeyCondition, Error> {
    let parsed = condition(Kind::KeyCondition, text, scope)?;
    key_condition::of(parsed, schema)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::testing::scope;

    proptest! {
        #[test]
        fn any_text_parses_or_is_refused_without_panic(text in "\\PC{0,200}") {
            let _ = condition(Kind::Condition, &text, &mut scope());
            let _ = update(&text, &mut scope());
            let _ = projection(&text, &mut scope());
        }

        #[test]
        fn any_heap_of_words_parses_or_is_refused_without_panic(
            words in prop::collection::vec(prop::sample::select(vec![
                "a", "b", "#n", ":v", ":w", "(", ")", "[", "]", "0", ".", ",", "=", "<>", "<=",
                "+", "-", "AND", "OR", "NOT", "BETWEEN", "IN", "SET", "REMOVE", "ADD", "DELETE",
                "attribute_exists", "begins_with", "contains", "size", "if_not_exists",
                "list_append", "attribute_type",
            ]), 0..40),
        ) {
            let text = words.join(" ");
            let _ = condition(Kind::Condition, &text, &mut scope());
            let _ = update(&text, &mut scope());
            let _ = projection(&text, &mut scope());
        }
    }

    #[test]
    fn depth_and_length_are_bounded() {
        let deep = format!("{}a = :v{}", "(".repeat(500), ")".repeat(500));
        assert!(condition(Kind::Condition, &deep, &mut scope()).is_err());
        let nots = format!("{}a = :v", "NOT ".repeat(1000));
        assert!(condition(Kind::Condition, &nots, &mut scope()).is_err());
        let long = vec!["a = :v"; 1000].join(" AND ");
        let error = condition(Kind::Condition, &long, &mut scope()).unwrap_err().to_string();
        assert!(error.contains("Expression size has exceeded the maximum allowed size"), "{error}");
    }

    #[test]
    fn projections_name_distinct_paths() {
        let paths = projection("a, b.c[2], #n.d", &mut scope()).unwrap();
        let shown: Vec<String> = paths.iter().map(ToString::to_string).collect();
        assert_eq!(shown, ["[a]", "[b, c, [2]]", "[name, d]"]);
        assert_eq!(
            projection("a, a.b", &mut scope()).unwrap_err().to_string(),
            "Invalid ProjectionExpression: Two document paths overlap with each other; must \
             remove or rewrite one of these paths; path one: [a], path two: [a, b]"
        );
    }
}
