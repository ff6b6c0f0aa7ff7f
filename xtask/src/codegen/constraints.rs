//! The models' constraints as rules (one static each) and as `Validate` of request structures.
//! Does not: word the messages; `levada_model::validate` does.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use anyhow::{Context, Result};

use super::shapes::{Model, Reference, Shape};
use super::{names, patterns, relaxations};

pub struct Checks<'a> {
    service: &'a str,
    model: &'a Model,
    inputs: BTreeSet<&'a str>,
    /// Structures of requests with a constraint somewhere in them.
    constrained: BTreeSet<&'a str>,
}

impl<'a> Checks<'a> {
    pub fn new(service: &'a str, model: &'a Model, inputs: BTreeSet<&'a str>) -> Self {
        let mut checks = Self { service, model, inputs, constrained: BTreeSet::new() };
        // A structure is constrained when one of its members is; structures may contain
        // themselves, so grow the set until nothing is added.
        loop {
            let more: BTreeSet<&str> = checks
                .inputs
                .iter()
                .copied()
                .filter(|name| !checks.constrained.contains(name))
                .filter(|name| {
                    model.shapes.get(name).is_some_and(|shape| {
                        shape.is_structure() && !checks.lines(name, shape).is_empty()
                    })
                })
                .collect();
            if more.is_empty() {
                return checks;
            }
            checks.constrained.extend(more);
        }
    }

    pub fn is_input(&self, name: &str) -> bool {
        self.inputs.contains(name)
    }

    /// One static for each constrained scalar, list or map of requests.
    pub fn rules(&self, code: &mut String) -> Result<()> {
        let used = self.used_rules();
        for (name, shape) in self.model.shapes.iter().filter(|(name, _)| self.is_input(name)) {
            if !used.contains(&names::constant(name)) {
                continue;
            }
            if let Some((pattern, regex)) = self.pattern(name, shape) {
                regex::Regex::new(&format!("^(?:{regex})$"))
                    .with_context(|| format!("{pattern} of {name} needs a line in `patterns`"))?;
            }
            let constant = names::constant(name);
            let (kind, text) = match rule_kind(shape) {
                Some("Text") => ("Text", self.text_rule(name, shape)),
                Some("Range") => {
                    let (min, max) = (bound(shape.min), bound(shape.max));
                    ("Range", format!("Range {{ min: {min}, max: {max} }}"))
                }
                _ => {
                    let (min, max) = (bound(shape.min), bound(shape.max));
                    ("Length", format!("Length {{ min: {min}, max: {max} }}"))
                }
            };
            writeln!(code, "\nstatic {constant}: {kind} = {text};")?;
        }
        Ok(())
    }

    fn used_rules(&self) -> BTreeSet<String> {
        let structures = self.constrained.iter().filter_map(|name| self.model.shapes.get(name));
        let members = structures.flat_map(|shape| shape.members.iter());
        members
            .flat_map(|(_, reference)| self.member_checks(reference))
            .filter_map(|(_, rule)| rule)
            .collect()
    }

    fn text_rule(&self, name: &str, shape: &Shape) -> String {
        let (min, max) = (bound(shape.min), bound(shape.max));
        let pattern = self.pattern(name, shape).map_or_else(
            || "None".to_owned(),
            |(model, regex)| format!("Some(Pattern::new({model:?}, {regex:?}))"),
        );
        let (values, secret) = (&shape.values, shape.sensitive);
        format!(
            "Text {{\n    min: {min},\n    max: {max},\n    pattern: {pattern},\n    \
             values: &{values:?},\n    secret: {secret},\n}}"
        )
    }

    fn pattern<'s>(&self, name: &str, shape: &'s Shape) -> Option<(&'s str, String)> {
        let pattern = shape.pattern.as_deref()?;
        if relaxations::pattern_reason(self.service, name).is_some() {
            return None;
        }
        patterns::translated(pattern).map(|regex| (pattern, regex))
    }

    fn has_rule(&self, name: &str, shape: &Shape) -> bool {
        let bounded = shape.min.is_some_and(|min| min != 0.0 || rule_kind(shape) == Some("Range"))
            || shape.max.is_some();
        let worded = rule_kind(shape) == Some("Text")
            && (self.pattern(name, shape).is_some() || !shape.values.is_empty());
        rule_kind(shape).is_some() && (bounded || worded)
    }

    pub fn structure(&self, code: &mut String, name: &str, shape: &Shape) -> Result<()> {
        if !self.is_input(name) {
            return Ok(());
        }
        let rust = names::structure(name);
        let lines = self.lines(name, shape);
        writeln!(code, "\nimpl Validate for {rust} {{")?;
        if lines.is_empty() {
            writeln!(code, "    fn validate(&self, _: &Path<'_>, _: &mut Violations) {{}}\n}}")?;
            return Ok(());
        }
        writeln!(code, "    fn validate(&self, at: &Path<'_>, found: &mut Violations) {{")?;
        for line in lines {
            writeln!(code, "        found.{line};")?;
        }
        writeln!(code, "    }}\n}}")?;
        Ok(())
    }

    fn lines(&self, name: &str, shape: &Shape) -> Vec<String> {
        let mut lines = Vec::new();
        for (member, reference) in shape.members.iter() {
            let (field, said) = (names::field(member), names::member(member));
            if shape.required.iter().any(|required| required == member)
                && !relaxations::may_be_missing(self.service, name, member)
            {
                lines.push(format!("required(at, \"{said}\", self.{field}.is_none())"));
            }
            for (check, target) in self.member_checks(reference) {
                let rule = target.map_or_else(String::new, |target| format!(", &{target}"));
                lines.push(format!("{check}(at, \"{said}\", self.{field}.as_ref(){rule})"));
            }
        }
        lines
    }

    /// Pairs of a method of `Violations` and the rule it takes.
    fn member_checks(&self, reference: &Reference) -> Vec<(&'static str, Option<String>)> {
        let Some(shape) = self.model.shapes.get(&reference.shape) else { return Vec::new() };
        let mut checks = Vec::new();
        if self.has_rule(&reference.shape, shape) {
            let check = match shape.kind.as_str() {
                "string" => "text",
                "blob" => "blob",
                "list" => "list",
                "map" => "map",
                "integer" => "integer",
                "long" => "long",
                _ => "double",
            };
            checks.push((check, Some(names::constant(&reference.shape))));
        }
        let element = |reference: &Option<Reference>, text, structure| {
            self.element_check(reference.as_ref(), text, structure)
        };
        match shape.kind.as_str() {
            "structure" if self.constrained.contains(reference.shape.as_str()) => {
                checks.push(("structure", None));
            }
            "list" => checks.extend(element(&shape.member, "texts", "structures")),
            "map" => {
                checks.extend(element(&shape.key, "map_keys", ""));
                checks.extend(element(&shape.value, "map_texts", "map_structures"));
                checks.extend(self.map_of_lists(shape.value.as_ref()));
            }
            _ => {}
        }
        checks
    }

    /// Lists within a map, such as the writes to each table of one batch.
    fn map_of_lists(&self, value: Option<&Reference>) -> Vec<(&'static str, Option<String>)> {
        let Some(name) = value.map(|value| value.shape.as_str()) else { return Vec::new() };
        let Some(list) = self.model.shapes.get(name).filter(|shape| shape.kind == "list") else {
            return Vec::new();
        };
        let mut checks = Vec::new();
        if self.has_rule(name, list) {
            checks.push(("map_lists", Some(names::constant(name))));
        }
        checks.extend(self.element_check(
            list.member.as_ref(),
            "map_list_texts",
            "map_list_structures",
        ));
        checks
    }

    fn element_check(
        &self,
        reference: Option<&Reference>,
        text: &'static str,
        structure: &'static str,
    ) -> Option<(&'static str, Option<String>)> {
        let name = reference?.shape.as_str();
        let shape = self.model.shapes.get(name)?;
        match shape.kind.as_str() {
            "string" => self.has_rule(name, shape).then(|| (text, Some(names::constant(name)))),
            "structure" => self.constrained.contains(name).then_some((structure, None)),
            // No request has a constraint on lists of lists or lists of numbers; maps of
            // lists are looked at above.
            _ => None,
        }
    }
}

fn rule_kind(shape: &Shape) -> Option<&'static str> {
    match shape.kind.as_str() {
        "string" => Some("Text"),
        "integer" | "long" | "double" | "float" => Some("Range"),
        "blob" | "list" | "map" => Some("Length"),
        _ => None,
    }
}

fn bound(value: Option<f64>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value:.0})"))
}
