//! `W3C_LOG_PARSE(text, format)`.
//! Does not: check the fields' contents beyond numbers.

use levada_sql_lang::{SqlType, Value};

use super::{FIELD_CHARS, plain_field};
use super::{RecordExample, RecordFunction, RecordParser, check_count, constant_text, fault};
use crate::EvalError;
use crate::table::{ArgumentFault, Column};

pub const W3C_LOG_PARSE: RecordFunction = RecordFunction {
    name: "W3C_LOG_PARSE",
    signatures: &["W3C_LOG_PARSE(text, 'format')"],
    doc: "A web server's log line by a named format (COMMON, COMMON WITH VHOST, NCSA EXTENDED, \
          REFERER, AGENT, IIS) or by Apache's specifiers, one column COLUMNn for each: BIGINT \
          for %b, %D, %I, %O and %T, of which a dash is NULL, VARCHAR(1024) for the others, %B \
          among them. The brackets of %t stay, quotes around a specifier go. Headers are written \
          %[Referer]i or %{Referer}i. A line of another form, and NULL, give a NULL record.",
    example: RecordExample {
        expression: "W3C_LOG_PARSE('10.0.0.1 - John [24/May/2004:22:01:02 -0700] \
                     \"GET /icons/a.gif HTTP/1.1\" 304 0', 'COMMON')",
        fields: &[
            ("COLUMN1", "10.0.0.1"),
            ("COLUMN2", "-"),
            ("COLUMN3", "John"),
            ("COLUMN4", "[24/May/2004:22:01:02 -0700]"),
            ("COLUMN5", "GET /icons/a.gif HTTP/1.1"),
            ("COLUMN6", "304"),
            ("COLUMN7", "0"),
        ],
    },
    prepare,
};

/// The named formats in Apache's specifiers. The fields of IIS lines, in their fixed order, are
/// client, user, date, time, service, server, address, milliseconds, bytes received and sent,
/// status, system status, method, target and parameters.
const FORMATS: &[(&str, &str)] = &[
    ("AGENT", "%[User-agent]i"),
    ("COMMON", "%h %l %u %t \"%r\" %>s %b"),
    ("COMMON WITH VHOST", "%v %h %l %u %t \"%r\" %>s %b"),
    (
        "IIS",
        "%h, %u, %[date]x, %[time]x, %[service]x, %v, %A, %[ms]x, %I, %O, %s, %[system]x, \
             %m, %U, %q,",
    ),
    ("NCSA EXTENDED", "%h %l %u %t \"%r\" %>s %b \"%[Referer]i\" \"%[User-agent]i\""),
    ("REFERER", "%[Referer]i ---> %U"),
];

#[derive(Debug, PartialEq)]
enum Part {
    Literal(String),
    /// The letter that says what stands here.
    Specifier(char),
}

#[derive(Debug)]
struct W3c {
    fields: Vec<Column>,
    parts: Vec<Part>,
}

fn prepare(arguments: &[Option<Value>]) -> Result<Box<dyn RecordParser>, ArgumentFault> {
    let name = W3C_LOG_PARSE.name;
    check_count(name, arguments, &[1])?;
    let format = constant_text(name, arguments, 1, "the format")?;
    let words = format.split_whitespace().collect::<Vec<_>>().join(" ").to_uppercase();
    let named = FORMATS.iter().find(|(known, _)| *known == words);
    let parts = read_format(named.map_or(format, |(_, format)| format))
        .map_err(|problem| fault(name, 1, &problem))?;
    let letters = parts.iter().filter_map(|part| match part {
        Part::Specifier(letter) => Some(*letter),
        Part::Literal(_) => None,
    });
    let fields: Vec<Column> = letters
        .enumerate()
        .map(|(at, letter)| Column::new(format!("COLUMN{}", at + 1), specifier_type(letter)))
        .collect();
    if fields.is_empty() {
        let names: Vec<&str> = FORMATS.iter().map(|(known, _)| *known).collect();
        let message =
            format!("`{format}` is neither {} nor has it a specifier such as %h", names.join(", "));
        return Err(fault(name, 1, &message));
    }
    Ok(Box::new(W3c { fields, parts }))
}

fn specifier_type(letter: char) -> SqlType {
    match letter {
        'b' | 'D' | 'I' | 'O' | 'T' => SqlType::BigInt,
        _ => SqlType::Varchar(FIELD_CHARS),
    }
}

/// Cuts a format at its specifiers: `%`, conditions, `<` or `>`, a name in brackets, a letter.
fn read_format(format: &str) -> Result<Vec<Part>, String> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = format;
    while let Some((before, after)) = rest.split_once('%') {
        literal.push_str(before);
        let condition = |c: char| c.is_ascii_digit() || matches!(c, '!' | ',' | '<' | '>' | '.');
        let mut tail = after.trim_start_matches(condition);
        for (open, close) in [('[', ']'), ('{', '}')] {
            if let Some(named) = tail.strip_prefix(open) {
                let end = named.split_once(close);
                tail = end.ok_or_else(|| format!("`%{open}` without its `{close}`"))?.1;
            }
        }
        let letter = tail.chars().next().ok_or("a `%` at the end of the format")?;
        rest = tail.get(letter.len_utf8()..).unwrap_or("");
        if letter == '%' {
            literal.push('%');
            continue;
        }
        if !letter.is_ascii_alphabetic() {
            return Err(format!("`%{letter}` is not a specifier"));
        }
        if !literal.is_empty() {
            parts.push(Part::Literal(std::mem::take(&mut literal)));
        } else if matches!(parts.last(), Some(Part::Specifier(_))) {
            return Err(format!("nothing stands between `%{letter}` and the one before"));
        }
        parts.push(Part::Specifier(letter));
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        parts.push(Part::Literal(literal));
    }
    Ok(parts)
}

/// The text of a specifier: up to what stands behind it, or to the end.
fn take<'t>(text: &'t str, letter: char, behind: Option<&str>) -> Option<(&'t str, &'t str)> {
    if letter == 't' && text.starts_with('[') {
        let end = text.find(']')? + 1;
        return text.split_at_checked(end);
    }
    let Some(behind) = behind else { return Some((text, "")) };
    let mut from = 0;
    loop {
        let at = from + text.get(from..)?.find(behind)?;
        // A quote within quotes is written with a backslash.
        if behind.starts_with('"') && text.get(..at)?.ends_with('\\') {
            from = at + 1;
            continue;
        }
        return text.split_at_checked(at);
    }
}

impl RecordParser for W3c {
    fn fields(&self) -> &[Column] {
        &self.fields
    }

    fn parse(&self, text: &str) -> Result<Option<Vec<Value>>, EvalError> {
        let mut rest = text.trim_end_matches(['\r', '\n']);
        let mut values = Vec::with_capacity(self.fields.len());
        for (at, part) in self.parts.iter().enumerate() {
            let letter = match part {
                Part::Literal(literal) => match rest.strip_prefix(literal.as_str()) {
                    Some(after) => {
                        rest = after;
                        continue;
                    }
                    None => return Ok(None),
                },
                Part::Specifier(letter) => *letter,
            };
            let behind = match self.parts.get(at + 1) {
                Some(Part::Literal(literal)) => Some(literal.as_str()),
                _ => None,
            };
            let Some((field, after)) = take(rest, letter, behind) else { return Ok(None) };
            rest = after;
            values.push(match specifier_type(letter) {
                SqlType::BigInt if field == "-" => Value::Null,
                SqlType::BigInt => match field.parse() {
                    Ok(number) => Value::Integer(number),
                    Err(_) => return Ok(None),
                },
                _ => plain_field(field)?,
            });
        }
        Ok(rest.is_empty().then_some(values))
    }
}
