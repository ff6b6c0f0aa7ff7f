//! Conditions: comparisons, functions, AND, OR and NOT.
//! Does not: evaluate them (see `eval`).

use super::parser::{Parser, wrong_count, wrong_type};
use super::path::Path;
use super::{Mistake, mistake};
use crate::limits::IN_OPERANDS_MAX;
use crate::value::Value;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparator {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

const COMPARATORS: [(&str, Comparator); 6] = [
    ("<", Comparator::Less),
    ("<=", Comparator::LessOrEqual),
    ("<>", Comparator::NotEqual),
    ("=", Comparator::Equal),
    (">", Comparator::Greater),
    (">=", Comparator::GreaterOrEqual),
];

#[derive(Clone, Debug, PartialEq)]
pub enum Operand {
    Path(Path),
    Value(Value),
    Size(Path),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Function {
    AttributeExists(Path),
    AttributeNotExists(Path),
    /// The type's short name, such as `NS`.
    AttributeType(Path, String),
    BeginsWith(Operand, Operand),
    Contains(Operand, Operand),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Condition {
    Compare(Operand, Comparator, Operand),
    Between(Operand, Operand, Operand),
    In(Operand, Vec<Operand>),
    Function(Function),
    Not(Box<Condition>),
    And(Vec<Condition>),
    Or(Vec<Condition>),
}

impl Condition {
    /// Calls `visit` with every path the condition looks at.
    pub fn paths(&self, visit: &mut impl FnMut(&Path)) {
        match self {
            Self::Compare(left, _, right) => {
                left.path(visit);
                right.path(visit);
            }
            Self::Between(value, low, high) => {
                value.path(visit);
                low.path(visit);
                high.path(visit);
            }
            Self::In(value, list) => {
                value.path(visit);
                list.iter().for_each(|operand| operand.path(visit));
            }
            Self::Function(
                Function::AttributeExists(path)
                | Function::AttributeNotExists(path)
                | Function::AttributeType(path, _),
            ) => visit(path),
            Self::Function(Function::BeginsWith(one, two) | Function::Contains(one, two)) => {
                one.path(visit);
                two.path(visit);
            }
            Self::Not(inner) => inner.paths(visit),
            Self::And(list) | Self::Or(list) => list.iter().for_each(|inner| inner.paths(visit)),
        }
    }
}

impl Operand {
    fn path(&self, visit: &mut impl FnMut(&Path)) {
        if let Self::Path(path) | Self::Size(path) = self {
            visit(path);
        }
    }

    fn literal_type(&self) -> Option<&'static str> {
        match self {
            Self::Value(value) => Some(value.type_name()),
            Self::Path(_) | Self::Size(_) => None,
        }
    }

    fn show(&self) -> String {
        match self {
            Self::Path(path) | Self::Size(path) => path.to_string(),
            Self::Value(value) => shown(value),
        }
    }
}

/// `AttributeValue: {N:5}`, as messages show literals.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::S(text) => text.clone(),
        Value::N(number) => number.to_string(),
        Value::B(_)
        | Value::Bool(_)
        | Value::Null
        | Value::Ss(_)
        | Value::Ns(_)
        | Value::Bs(_)
        | Value::L(_)
        | Value::M(_) => "...".into(),
    };
    format!("AttributeValue: {{{}:{text}}}", value.type_name())
}

pub fn parse(parser: &mut Parser<'_, '_>) -> Result<Condition, Mistake> {
    parser.deeper(any_of)
}

fn any_of(parser: &mut Parser<'_, '_>) -> Result<Condition, Mistake> {
    let first = all_of(parser)?;
    let mut list = vec![first];
    while parser.take_keyword("OR") {
        parser.count_operator()?;
        list.push(all_of(parser)?);
    }
    Ok(if list.len() == 1 { list.remove(0) } else { Condition::Or(list) })
}

fn all_of(parser: &mut Parser<'_, '_>) -> Result<Condition, Mistake> {
    let first = negation(parser)?;
    let mut list = vec![first];
    while parser.take_keyword("AND") {
        parser.count_operator()?;
        list.push(negation(parser)?);
    }
    Ok(if list.len() == 1 { list.remove(0) } else { Condition::And(list) })
}

fn negation(parser: &mut Parser<'_, '_>) -> Result<Condition, Mistake> {
    if parser.take_keyword("NOT") {
        parser.count_operator()?;
        let inner = parser.deeper(negation)?;
        return Ok(Condition::Not(Box::new(inner)));
    }
    if parser.take_symbol("(") {
        let inner = parse(parser)?;
        parser.need_symbol(")")?;
        return Ok(inner);
    }
    parser.count_operator()?;
    match parser.take_call() {
        Some("size") => {
            let operand = size(parser)?;
            comparison(parser, operand)
        }
        Some(name) => Ok(Condition::Function(function(parser, name)?)),
        None => {
            let operand = operand(parser)?;
            comparison(parser, operand)
        }
    }
}

fn operand(parser: &mut Parser<'_, '_>) -> Result<Operand, Mistake> {
    if let Some(value) = parser.take_value()? {
        return Ok(Operand::Value(value));
    }
    match parser.take_call() {
        None => Ok(Operand::Path(parser.path()?)),
        Some("size") => size(parser),
        Some(name) if FUNCTIONS.contains(&name) => mistake(format!(
            "The function is not allowed to be used this way in an expression; function: {name}"
        )),
        Some(name) => unknown(name),
    }
}

fn size(parser: &mut Parser<'_, '_>) -> Result<Operand, Mistake> {
    let mut operands = arguments(parser)?;
    if operands.len() != 1 {
        return wrong_count("size", operands.len());
    }
    Ok(Operand::Size(needs_path("size", operands.remove(0))?))
}

const FUNCTIONS: [&str; 5] =
    ["attribute_exists", "attribute_not_exists", "attribute_type", "begins_with", "contains"];

fn unknown<T>(name: &str) -> Result<T, Mistake> {
    mistake(format!("Invalid function name; function: {name}"))
}

fn arguments(parser: &mut Parser<'_, '_>) -> Result<Vec<Operand>, Mistake> {
    parser.deeper(|parser| {
        let mut operands = vec![operand(parser)?];
        while parser.take_symbol(",") {
            operands.push(operand(parser)?);
        }
        parser.need_symbol(")")?;
        Ok(operands)
    })
}

fn needs_path(name: &str, operand: Operand) -> Result<Path, Mistake> {
    match operand {
        Operand::Path(path) => Ok(path),
        Operand::Value(_) | Operand::Size(_) => mistake(format!(
            "Operator or function requires a document path; operator or function: {name}"
        )),
    }
}

fn function(parser: &mut Parser<'_, '_>, name: &str) -> Result<Function, Mistake> {
    if !FUNCTIONS.contains(&name) {
        return unknown(name);
    }
    let operands = arguments(parser)?;
    let count = operands.len();
    let mut operands = operands.into_iter();
    match (name, operands.next(), operands.next(), operands.next()) {
        ("attribute_exists", Some(one), None, None) => {
            Ok(Function::AttributeExists(needs_path(name, one)?))
        }
        ("attribute_not_exists", Some(one), None, None) => {
            Ok(Function::AttributeNotExists(needs_path(name, one)?))
        }
        ("attribute_type", Some(one), Some(two), None) => {
            Ok(Function::AttributeType(needs_path(name, one)?, attribute_type(two)?))
        }
        ("begins_with", Some(one), Some(two), None) => {
            for operand in [&one, &two] {
                match operand.literal_type() {
                    None | Some("S" | "B") => {}
                    Some(other) => return wrong_type(name, other),
                }
            }
            check_distinct(name, &one, &two)?;
            Ok(Function::BeginsWith(one, two))
        }
        ("contains", Some(one), Some(two), None) => {
            check_distinct(name, &one, &two)?;
            Ok(Function::Contains(one, two))
        }
        _ => wrong_count(name, count),
    }
}

fn attribute_type(operand: Operand) -> Result<String, Mistake> {
    const TYPES: [&str; 10] = ["B", "NULL", "SS", "BOOL", "L", "BS", "N", "NS", "S", "M"];
    match operand {
        Operand::Value(Value::S(text)) if TYPES.contains(&text.as_str()) => Ok(text),
        Operand::Value(Value::S(text)) => mistake(format!(
            "Invalid attribute type name found; type: {text}, valid types: {{{}}}",
            TYPES.join(",")
        )),
        Operand::Value(other) => wrong_type("attribute_type", other.type_name()),
        Operand::Path(_) | Operand::Size(_) => wrong_type("attribute_type", "{NS,SS,L,BS,N,M,B}"),
    }
}

fn check_distinct(name: &str, one: &Operand, two: &Operand) -> Result<(), Mistake> {
    let same = matches!((one, two), (Operand::Path(a), Operand::Path(b)) if a == b);
    if same {
        return mistake(format!(
            "The first operand must be distinct from the remaining operands for this operator or \
             function; operator: {name}, first operand: {}",
            one.show()
        ));
    }
    Ok(())
}

fn check_ordered(name: &str, operand: &Operand) -> Result<(), Mistake> {
    match operand.literal_type() {
        None | Some("S" | "N" | "B") => Ok(()),
        Some(other) => wrong_type(name, other),
    }
}

fn comparison(parser: &mut Parser<'_, '_>, left: Operand) -> Result<Condition, Mistake> {
    if parser.take_keyword("BETWEEN") {
        let low = operand(parser)?;
        parser.need_keyword("AND")?;
        let high = operand(parser)?;
        return between(left, low, high);
    }
    if parser.take_keyword("IN") {
        parser.need_symbol("(")?;
        let list = arguments(parser)?;
        if list.len() > IN_OPERANDS_MAX {
            return wrong_count("IN", list.len());
        }
        return Ok(Condition::In(left, list));
    }
    let found = parser
        .peek()
        .and_then(|token| COMPARATORS.iter().find(|(symbol, _)| *symbol == token.text));
    let Some((symbol, comparator)) = found else { return parser.unexpected() };
    parser.advance();
    let right = operand(parser)?;
    check_distinct(symbol, &left, &right)?;
    if !matches!(comparator, Comparator::Equal | Comparator::NotEqual) {
        check_ordered(symbol, &left)?;
        check_ordered(symbol, &right)?;
    }
    Ok(Condition::Compare(left, *comparator, right))
}

fn between(value: Operand, low: Operand, high: Operand) -> Result<Condition, Mistake> {
    for operand in [&value, &low, &high] {
        check_ordered("BETWEEN", operand)?;
    }
    if let (Operand::Value(from), Operand::Value(to)) = (&low, &high) {
        let bounds =
            format!("lower bound operand: {}, upper bound operand: {}", shown(from), shown(to));
        match crate::eval::order(from, to) {
            None => {
                return mistake(format!(
                    "The BETWEEN operator requires same data type for lower and upper bounds; \
                     {bounds}"
                ));
            }
            Some(std::cmp::Ordering::Greater) => {
                return mistake(format!(
                    "The BETWEEN operator requires upper bound to be greater than or equal to \
                     lower bound; {bounds}"
                ));
            }
            Some(_) => {}
        }
    }
    Ok(Condition::Between(value, low, high))
}

#[cfg(test)]
mod tests {
    use super::super::{Kind, condition};
    use super::*;
    use crate::testing::scope;

    fn read(text: &str) -> Condition {
        condition(Kind::Condition, text, &mut scope()).unwrap()
    }

    fn refused(text: &str) -> String {
        let error = condition(Kind::Condition, text, &mut scope()).unwrap_err().to_string();
        error.strip_prefix("Invalid ConditionExpression: ").unwrap().to_owned()
    }

    #[test]
    fn not_binds_before_and_before_or() {
        let Condition::Or(or) = read("a = :v OR NOT b = :v AND c = :v") else { panic!() };
        let Condition::And(and) = &or[1] else { panic!() };
        assert!(matches!(and[..], [Condition::Not(_), Condition::Compare(..)]));
        assert!(matches!(read("(a = :v or b = :v) and c = :v"), Condition::And(_)));
        assert!(matches!(
            read("a BETWEEN :v AND :w AND b = :v"),
            Condition::And(list) if matches!(list[0], Condition::Between(..))
        ));
    }

    #[test]
    fn mistakes_are_told_in_the_services_words() {
        let cases = [
            ("a = ", "Syntax error; token: \"<EOF>\", near: \"=\""),
            ("a = :v b", "Syntax error; token: \"b\", near: \":v b\""),
            ("a ? :v", "Syntax error; token: \"?\", near: \"a ? :v\""),
            ("name = :v", "Attribute name is a reserved keyword; reserved keyword: name"),
            (
                "#x = :v",
                "An expression attribute name used in the document path is not defined; \
                 attribute name: #x",
            ),
            (
                "a = :x",
                "An expression attribute value used in expression is not defined; attribute \
                 value: :x",
            ),
            ("foo(a)", "Invalid function name; function: foo"),
            (
                "attribute_exists(a, b)",
                "Incorrect number of operands for operator or function; operator or function: \
                 attribute_exists, number of operands: 2",
            ),
            (
                "attribute_exists(:v)",
                "Operator or function requires a document path; operator or function: \
                 attribute_exists",
            ),
            (
                "begins_with(a, :v)",
                "Incorrect operand type for operator or function; operator or function: \
                 begins_with, operand type: N",
            ),
            (
                "a = a",
                "The first operand must be distinct from the remaining operands for this \
                 operator or function; operator: =, first operand: [a]",
            ),
            (
                "a BETWEEN :w AND :v",
                "The BETWEEN operator requires upper bound to be greater than or equal to lower \
                 bound; lower bound operand: AttributeValue: {N:2}, upper bound operand: \
                 AttributeValue: {N:1}",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(refused(text), expected, "{text}");
        }
        assert!(refused("   ").contains("The expression can not be empty;"));
    }
}
