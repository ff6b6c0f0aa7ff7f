//! Update expressions: SET, REMOVE, ADD and DELETE.
//! Does not: apply them (see `crate::update`).

use super::parser::{Parser, wrong_count, wrong_type};
use super::path::{Path, check_distinct};
use super::{Mistake, mistake};
use crate::value::Value;

#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    Path(Path),
    Value(Value),
    IfNotExists(Path, Box<Operand>),
    ListAppend(Box<Operand>, Box<Operand>),
}

/// What SET assigns.
#[derive(Clone, Debug, PartialEq)]
pub enum Assigned {
    Operand(Operand),
    Sum(Operand, Operand),
    Difference(Operand, Operand),
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Update {
    pub set: Vec<(Path, Assigned)>,
    pub remove: Vec<Path>,
    /// A number to add, or a set to unite with.
    pub add: Vec<(Path, Value)>,
    /// A set of elements to take out.
    pub delete: Vec<(Path, Value)>,
}

impl Update {
    /// Every path that is written.
    pub fn targets(&self) -> impl Iterator<Item = &Path> {
        let set = self.set.iter().map(|(path, _)| path);
        let add = self.add.iter().chain(&self.delete).map(|(path, _)| path);
        set.chain(&self.remove).chain(add)
    }
}

const SECTIONS: [&str; 4] = ["SET", "REMOVE", "ADD", "DELETE"];

pub fn parse(parser: &mut Parser<'_, '_>) -> Result<Update, Mistake> {
    let mut update = Update::default();
    let mut seen: Vec<&str> = Vec::new();
    while parser.peek().is_some() {
        let Some(section) = SECTIONS.into_iter().find(|word| parser.take_keyword(word)) else {
            return parser.unexpected();
        };
        if seen.contains(&section) {
            return mistake(format!(
                "The \"{section}\" section can only be used once in an update expression;"
            ));
        }
        seen.push(section);
        loop {
            parser.count_operator()?;
            match section {
                "SET" => update.set.push(assignment(parser)?),
                "REMOVE" => update.remove.push(parser.path()?),
                "ADD" => update.add.push(change(parser, section)?),
                _ => update.delete.push(change(parser, section)?),
            }
            if !parser.take_symbol(",") {
                break;
            }
        }
    }
    let targets: Vec<Path> = update.targets().cloned().collect();
    check_distinct(&targets)?;
    Ok(update)
}

fn assignment(parser: &mut Parser<'_, '_>) -> Result<(Path, Assigned), Mistake> {
    let path = parser.path()?;
    parser.need_symbol("=")?;
    let left = operand(parser)?;
    let assigned = if parser.take_symbol("+") {
        Assigned::Sum(numeric("+", left)?, numeric("+", operand(parser)?)?)
    } else if parser.take_symbol("-") {
        Assigned::Difference(numeric("-", left)?, numeric("-", operand(parser)?)?)
    } else {
        Assigned::Operand(left)
    };
    Ok((path, assigned))
}

fn numeric(symbol: &str, operand: Operand) -> Result<Operand, Mistake> {
    match &operand {
        Operand::Value(value) if !matches!(value, Value::N(_)) => {
            wrong_type(symbol, value.type_name())
        }
        Operand::ListAppend(..) => wrong_type(symbol, "L"),
        Operand::Value(_) | Operand::Path(_) | Operand::IfNotExists(..) => Ok(operand),
    }
}

fn operand(parser: &mut Parser<'_, '_>) -> Result<Operand, Mistake> {
    parser.deeper(|parser| {
        if parser.take_symbol("(") {
            let inner = operand(parser)?;
            parser.need_symbol(")")?;
            return Ok(inner);
        }
        if let Some(value) = parser.take_value()? {
            return Ok(Operand::Value(value));
        }
        match parser.take_call() {
            Some(name) => function(parser, name),
            None => Ok(Operand::Path(parser.path()?)),
        }
    })
}

fn function(parser: &mut Parser<'_, '_>, name: &str) -> Result<Operand, Mistake> {
    if !["if_not_exists", "list_append"].contains(&name) {
        return mistake(format!("Invalid function name; function: {name}"));
    }
    parser.count_operator()?;
    let mut operands = vec![operand(parser)?];
    while parser.take_symbol(",") {
        operands.push(operand(parser)?);
    }
    parser.need_symbol(")")?;
    let count = operands.len();
    let mut operands = operands.into_iter();
    let (Some(one), Some(two), None) = (operands.next(), operands.next(), operands.next()) else {
        return wrong_count(name, count);
    };
    if name == "list_append" {
        for operand in [&one, &two] {
            if let Operand::Value(value) = operand
                && !matches!(value, Value::L(_))
            {
                return wrong_type(name, value.type_name());
            }
        }
        return Ok(Operand::ListAppend(Box::new(one), Box::new(two)));
    }
    let Operand::Path(path) = one else {
        return mistake(format!(
            "Operator or function requires a document path; operator or function: {name}"
        ));
    };
    Ok(Operand::IfNotExists(path, Box::new(two)))
}

/// A path and a literal, for ADD and DELETE.
fn change(parser: &mut Parser<'_, '_>, section: &str) -> Result<(Path, Value), Mistake> {
    let path = parser.path()?;
    let Some(value) = parser.take_value()? else { return parser.unexpected() };
    let fits = match value {
        Value::Ss(_) | Value::Ns(_) | Value::Bs(_) => true,
        Value::N(_) => section == "ADD",
        Value::S(_) | Value::B(_) | Value::Bool(_) | Value::Null | Value::L(_) | Value::M(_) => {
            false
        }
    };
    if !fits {
        return mistake(format!(
            "Incorrect operand type for operator or function; operator: {section}, operand type: \
             {}",
            value.long_type_name()
        ));
    }
    Ok((path, value))
}

#[cfg(test)]
mod tests {
    use super::super::update;
    use super::*;
    use crate::testing::scope;

    #[test]
    fn all_sections_parse_in_any_order_and_case() {
        let text = "remove b.c[1] SET a = if_not_exists(a, :v) + :w, l = list_append(l, :list) \
                    ADD n :v DELETE s :set";
        let parsed = update(text, &mut scope()).unwrap();
        let targets: Vec<String> = parsed.targets().map(ToString::to_string).collect();
        assert_eq!(targets, ["[a]", "[l]", "[b, c, [1]]", "[n]", "[s]"]);
        assert!(matches!(parsed.set[0].1, Assigned::Sum(Operand::IfNotExists(..), _)));
    }

    #[test]
    fn mistakes_are_told_in_the_services_words() {
        let cases = [
            (
                "SET a = :v SET b = :v",
                "The \"SET\" section can only be used once in an update expression;",
            ),
            (
                "SET a = :v REMOVE a.b",
                "Two document paths overlap with each other; must remove or rewrite one of these \
                 paths; path one: [a], path two: [a, b]",
            ),
            (
                "SET a.b = :v, a[1] = :v",
                "Two document paths conflict with each other; must remove or rewrite one of \
                 these paths; path one: [a, b], path two: [a, [1]]",
            ),
            (
                "ADD a :text",
                "Incorrect operand type for operator or function; operator: ADD, operand type: \
                 STRING",
            ),
            (
                "DELETE a :v",
                "Incorrect operand type for operator or function; operator: DELETE, operand \
                 type: NUMBER",
            ),
            (
                "SET a = :v + :text",
                "Incorrect operand type for operator or function; operator or function: +, \
                 operand type: S",
            ),
            ("SET a = foo(b)", "Invalid function name; function: foo"),
            ("a = :v", "Syntax error; token: \"a\", near: \"a =\""),
            ("SET a = :v,", "Syntax error; token: \"<EOF>\", near: \",\""),
        ];
        for (text, expected) in cases {
            let error = update(text, &mut scope()).unwrap_err().to_string();
            assert_eq!(error, format!("Invalid UpdateExpression: {expected}"), "{text}");
        }
    }
}
