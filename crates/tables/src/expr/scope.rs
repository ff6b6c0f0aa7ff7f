//! The names and values that an operation's expressions may refer to, and which were.
//! Does not: parse expressions.

use std::collections::{BTreeMap, BTreeSet};

use levada_model::dynamodb::AttributeValue;

use super::{Mistake, mistake};
use crate::convert;
use crate::error::Error;
use crate::value::Value;

#[derive(Debug, Default)]
pub struct Scope {
    names: BTreeMap<String, String>,
    values: BTreeMap<String, Value>,
    used_names: BTreeSet<String>,
    used_values: BTreeSet<String>,
}

fn check_key(member: &str, key: &str, sign: char) -> Result<(), Error> {
    let rest = key.strip_prefix(sign).unwrap_or_default();
    if rest.is_empty() || !rest.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
        return Err(Error::Validation(format!(
            "{member} contains invalid key: Syntax error; key: \"{key}\""
        )));
    }
    Ok(())
}

fn unused(member: &str, keys: Vec<&String>) -> Result<(), Error> {
    if keys.is_empty() {
        return Ok(());
    }
    let keys = keys.into_iter().map(String::as_str).collect::<Vec<_>>().join(", ");
    Err(Error::Validation(format!(
        "Value provided in {member} unused in expressions: keys: {{{keys}}}"
    )))
}

impl Scope {
    /// `expressions` are the members that the operation takes and whether each was given.
    pub fn new(
        names: Option<BTreeMap<String, String>>,
        values: Option<BTreeMap<String, AttributeValue>>,
        expressions: &[(&str, bool)],
    ) -> Result<Self, Error> {
        let fail = |text: String| Err(Error::Validation(text));
        if names.is_some() && expressions.iter().all(|(_, given)| !given) {
            return fail(
                "ExpressionAttributeNames can only be specified when using expressions".into(),
            );
        }
        let takers: Vec<_> =
            expressions.iter().filter(|(name, _)| *name != "ProjectionExpression").collect();
        if values.is_some() && takers.iter().all(|(_, given)| !given) {
            let list = takers.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(" and ");
            let verb = if takers.len() == 1 { "is" } else { "are" };
            return fail(format!(
                "ExpressionAttributeValues can only be specified when using expressions: {list} \
                 {verb} null"
            ));
        }
        if names.as_ref().is_some_and(BTreeMap::is_empty) {
            return fail("ExpressionAttributeNames must not be empty".into());
        }
        if values.as_ref().is_some_and(BTreeMap::is_empty) {
            return fail("ExpressionAttributeValues must not be empty".into());
        }
        let names = names.unwrap_or_default();
        for key in names.keys() {
            check_key("ExpressionAttributeNames", key, '#')?;
        }
        let mut scope = Self { names, ..Self::default() };
        for (key, given) in values.unwrap_or_default() {
            check_key("ExpressionAttributeValues", &key, ':')?;
            let value = convert::value(given).map_err(|error| {
                Error::Validation(format!(
                    "ExpressionAttributeValues contains invalid value: {error} for key {key}"
                ))
            })?;
            scope.values.insert(key, value);
        }
        Ok(scope)
    }

    pub(super) fn name(&mut self, reference: &str) -> Result<String, Mistake> {
        let Some(name) = self.names.get(reference) else {
            return mistake(format!(
                "An expression attribute name used in the document path is not defined; \
                 attribute name: {reference}"
            ));
        };
        self.used_names.insert(reference.to_owned());
        Ok(name.clone())
    }

    pub(super) fn value(&mut self, reference: &str) -> Result<Value, Mistake> {
        let Some(value) = self.values.get(reference) else {
            return mistake(format!(
                "An expression attribute value used in expression is not defined; attribute \
                 value: {reference}"
            ));
        };
        self.used_values.insert(reference.to_owned());
        Ok(value.clone())
    }

    /// Every name and value given must have been used; asked after the last expression.
    pub fn finish(&self) -> Result<(), Error> {
        let names = self.names.keys().filter(|key| !self.used_names.contains(*key)).collect();
        unused("ExpressionAttributeNames", names)?;
        let values = self.values.keys().filter(|key| !self.used_values.contains(*key)).collect();
        unused("ExpressionAttributeValues", values)
    }
}
