//! The conversions behind `dataProcessingOptions`, with the stock agent's outputs.
//! Does not: read configuration (see `process`).

use fancy_regex::Regex;
use serde_json::{Map, Value};

use crate::process::{JsonFormat, SingleLine};

pub struct LogFormat {
    pub name: &'static str,
    pub pattern: &'static str,
    pub fields: &'static [&'static str],
}

const COMMON: &str = r#"^(\S+) (\S+) (\S+) \[([\w:/]+\s[+\-]\d{4})\] "(.+?)" (\d{3}) (\d+|-)"#;
const COMBINED: &str =
    r#"^(\S+) (\S+) (\S+) \[([\w:/]+\s[+\-]\d{4})\] "(.+?)" (\d{3}) (\d+|-) "([^"]*)" "([^"]*)""#;
const APACHE_ERROR: &str = r"^\[(.+?)\] \[(\w*):(\w+)\] \[pid (\d+):tid (\d+)\] (.+)$";
const SYSLOG: &str = r"^(\w{3}\s+\d{1,2} \d{2}:\d{2}:\d{2}) (\S+) ([\w\-/.]+)(?:\[(\d+)\])?: (.+)$";
const RFC3339: &str = r"^(\d{4}-\d{2}-\d{2}T\S+) (\S+) ([\w\-/.]+)(?:\[(\d+)\])?: (.+)$";

const FORMATS: &[LogFormat] = &[
    LogFormat {
        name: "APACHEERRORLOG",
        pattern: APACHE_ERROR,
        fields: &["timestamp", "module", "severity", "processid", "threadid", "message"],
    },
    LogFormat {
        name: "COMBINEDAPACHELOG",
        pattern: COMBINED,
        fields: &[
            "host", "ident", "authuser", "datetime", "request", "response", "bytes", "referrer",
            "agent",
        ],
    },
    LogFormat {
        name: "COMMONAPACHELOG",
        pattern: COMMON,
        fields: &["host", "ident", "authuser", "datetime", "request", "response", "bytes"],
    },
    LogFormat {
        name: "RFC3339SYSLOG",
        pattern: RFC3339,
        fields: &["timestamp", "hostname", "program", "processid", "message"],
    },
    LogFormat {
        name: "SYSLOG",
        pattern: SYSLOG,
        fields: &["timestamp", "hostname", "program", "processid", "message"],
    },
];

impl LogFormat {
    pub fn find(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name == name)
    }

    pub fn names() -> String {
        FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ")
    }
}

fn print(object: Map<String, Value>, format: JsonFormat) -> String {
    let value = Value::Object(object);
    match format {
        JsonFormat::Compact => value.to_string(),
        JsonFormat::PrettyPrint => format!("{value:#}"),
    }
}

pub fn single_line(record: &str, mode: SingleLine) -> String {
    match mode {
        SingleLine::Trim => record.lines().map(str::trim).collect(),
        SingleLine::NoTrim => record.lines().collect(),
        SingleLine::EscapeNewLine => record.replace('\n', "\\n"),
    }
}

/// Splits at each match of `delimiter`; there are no quoting rules. Columns beyond the names
/// are dropped, names beyond the columns become null.
pub fn csv_to_json(
    record: &str,
    fields: &[String],
    delimiter: &Regex,
    format: JsonFormat,
) -> String {
    let mut columns = Vec::with_capacity(fields.len());
    let mut start = 0;
    for found in delimiter.find_iter(record).map_while(Result::ok) {
        if found.end() > found.start() {
            columns.push(&record[start..found.start()]);
            start = found.end();
        }
    }
    columns.push(&record[start..]);
    let value = |n: usize| columns.get(n).map_or(Value::Null, |text| Value::from(*text));
    print(fields.iter().enumerate().map(|(n, name)| (name.clone(), value(n))).collect(), format)
}

/// `-` and groups that took no part become null; a record that does not match is dropped.
pub fn log_to_json(
    record: &str,
    fields: &[String],
    pattern: &Regex,
    format: JsonFormat,
) -> Option<String> {
    let groups = pattern.captures(record).ok().flatten()?;
    let value = |n: usize| match groups.get(n + 1).map(|group| group.as_str()) {
        None | Some("-") => Value::Null,
        Some(text) => Value::from(text),
    };
    let object = fields.iter().enumerate().map(|(n, name)| (name.clone(), value(n))).collect();
    Some(print(object, format))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(name: &str, line: &str) -> Option<String> {
        let format = LogFormat::find(name).unwrap();
        let fields: Vec<String> = format.fields.iter().map(|f| (*f).to_owned()).collect();
        let pattern = Regex::new(format.pattern).unwrap();
        log_to_json(line, &fields, &pattern, JsonFormat::Compact)
    }

    #[test]
    fn the_stock_agents_common_log_example_converts_as_documented() {
        let line = r#"64.242.88.10 - - [07/Mar/2004:16:10:02 -0800] "GET /mailman/listinfo/hsdivision HTTP/1.1" 200 6291"#;
        let json = r#"{"host":"64.242.88.10","ident":null,"authuser":null,"datetime":"07/Mar/2004:16:10:02 -0800","request":"GET /mailman/listinfo/hsdivision HTTP/1.1","response":"200","bytes":"6291"}"#;
        assert_eq!(log("COMMONAPACHELOG", line).unwrap(), json);
    }

    #[test]
    fn syslog_lines_split_into_their_parts_and_others_are_dropped() {
        let json = log("SYSLOG", "Oct  2 10:00:00 web1 sshd[42]: hello world").unwrap();
        assert_eq!(
            json,
            r#"{"timestamp":"Oct  2 10:00:00","hostname":"web1","program":"sshd","processid":"42","message":"hello world"}"#
        );
        assert_eq!(log("SYSLOG", "not a log line"), None);
    }

    #[test]
    fn every_built_in_pattern_has_one_group_per_field() {
        for format in FORMATS {
            let pattern = Regex::new(format.pattern).unwrap();
            assert_eq!(pattern.captures_len() - 1, format.fields.len(), "{}", format.name);
        }
    }

    #[test]
    fn missing_columns_are_null_and_surplus_columns_are_dropped() {
        let fields = ["a".to_owned(), "b".to_owned()];
        let comma = Regex::new(",").unwrap();
        let convert = |line| csv_to_json(line, &fields, &comma, JsonFormat::Compact);
        assert_eq!(convert("1,2,3"), r#"{"a":"1","b":"2"}"#);
        assert_eq!(convert("1"), r#"{"a":"1","b":null}"#);
        assert_eq!(convert("say \"x\","), r#"{"a":"say \"x\"","b":""}"#);
    }

    #[test]
    fn single_line_joins_or_escapes() {
        assert_eq!(single_line(" a \n b ", SingleLine::Trim), "ab");
        assert_eq!(single_line(" a \n b ", SingleLine::NoTrim), " a  b ");
        assert_eq!(single_line("a\nb", SingleLine::EscapeNewLine), "a\\nb");
    }
}
