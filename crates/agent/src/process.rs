//! `dataProcessingOptions`: what happens to a record between file and stream.
//! Does not: split lines; a record comes in without its line end and leaves with one.

use fancy_regex::Regex;
use serde_json::Value;

use crate::config::{ConfigError, Section};
use crate::convert;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum JsonFormat {
    Compact,
    PrettyPrint,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SingleLine {
    /// Each line trimmed, lines joined.
    Trim,
    NoTrim,
    /// Line ends become the two characters `\n`.
    EscapeNewLine,
}

#[derive(Clone, Debug)]
pub enum Processor {
    SingleLine(SingleLine),
    CsvToJson { fields: Vec<String>, delimiter: Regex, format: JsonFormat },
    LogToJson { fields: Vec<String>, pattern: Regex, format: JsonFormat },
}

impl Processor {
    pub(crate) fn parse_list(flow: &Section<'_>) -> Result<Vec<Self>, ConfigError> {
        let wrong = |place: String, expected: &str, got: &Value| ConfigError::WrongValue {
            place,
            expected: expected.into(),
            got: got.to_string(),
        };
        match flow.values.get("dataProcessingOptions") {
            None => Ok(Vec::new()),
            Some(Value::Array(options)) => options
                .iter()
                .enumerate()
                .map(|(n, option)| {
                    let place = format!("{} dataProcessingOptions[{n}]", flow.place);
                    match option {
                        Value::Object(values) => Self::parse(&Section { place, values }),
                        other => Err(wrong(place, "an object", other)),
                    }
                })
                .collect(),
            Some(other) => {
                Err(wrong(format!("{} `dataProcessingOptions`", flow.place), "a list", other))
            }
        }
    }

    fn parse(section: &Section<'_>) -> Result<Self, ConfigError> {
        let known: &[&str] = match section.required_text("optionName")? {
            "SINGLELINE" => &["optionName", "parseOptions"],
            "CSVTOJSON" => &["optionName", "customFieldNames", "delimiter", "jsonFormat"],
            "LOGTOJSON" => {
                &["optionName", "logFormat", "matchPattern", "customFieldNames", "jsonFormat"]
            }
            other => {
                return Err(ConfigError::WrongValue {
                    place: format!("{} `optionName`", section.place),
                    expected: "one of SINGLELINE, CSVTOJSON, LOGTOJSON".into(),
                    got: other.into(),
                });
            }
        };
        section.check_keys(&[known])?;
        let format = section.choice(
            "jsonFormat",
            JsonFormat::Compact,
            &[("COMPACT", JsonFormat::Compact), ("PRETTYPRINT", JsonFormat::PrettyPrint)],
        )?;
        match section.required_text("optionName")? {
            "SINGLELINE" => section
                .choice(
                    "parseOptions",
                    SingleLine::Trim,
                    &[
                        ("NO_TRIM", SingleLine::NoTrim),
                        ("ESCAPE_NEW_LINE", SingleLine::EscapeNewLine),
                    ],
                )
                .map(Self::SingleLine),
            "CSVTOJSON" => {
                let fields = field_names(section)?.ok_or_else(|| ConfigError::Missing {
                    place: section.place.clone(),
                    key: "customFieldNames".into(),
                })?;
                let delimiter = pattern(section, "delimiter")?
                    .unwrap_or_else(|| Regex::new(",").expect("a comma is a regular expression"));
                Ok(Self::CsvToJson { fields, delimiter, format })
            }
            _ => Self::parse_log(section, format),
        }
    }

    fn parse_log(section: &Section<'_>, format: JsonFormat) -> Result<Self, ConfigError> {
        let log_format = section.required_text("logFormat")?;
        let known =
            convert::LogFormat::find(log_format).ok_or_else(|| ConfigError::WrongValue {
                place: format!("{} `logFormat`", section.place),
                expected: format!("one of {}", convert::LogFormat::names()),
                got: log_format.into(),
            })?;
        let standard = || {
            let pattern = Regex::new(known.pattern).expect("built-in patterns are tested");
            (pattern, known.fields.iter().map(|f| (*f).to_owned()).collect::<Vec<_>>())
        };
        let (pattern, fields) = match (pattern(section, "matchPattern")?, field_names(section)?) {
            (Some(pattern), Some(fields)) => (pattern, fields),
            (None, Some(fields)) if fields.len() == known.fields.len() => (standard().0, fields),
            (None, None) => standard(),
            (_, fields) => {
                return Err(ConfigError::WrongValue {
                    place: section.place.clone(),
                    expected: "`matchPattern` with `customFieldNames`, one name per group".into(),
                    got: format!("{} names", fields.map_or(0, |names| names.len())),
                });
            }
        };
        Ok(Self::LogToJson { fields, pattern, format })
    }

    /// `None` drops the record: it does not match, as the stock agent does at debug level.
    pub fn apply(&self, record: &str) -> Option<String> {
        match self {
            Self::SingleLine(mode) => Some(convert::single_line(record, *mode)),
            Self::CsvToJson { fields, delimiter, format } => {
                Some(convert::csv_to_json(record, fields, delimiter, *format))
            }
            Self::LogToJson { fields, pattern, format } => {
                convert::log_to_json(record, fields, pattern, *format)
            }
        }
    }
}

fn pattern(section: &Section<'_>, key: &str) -> Result<Option<Regex>, ConfigError> {
    let Some(text) = section.text(key)? else { return Ok(None) };
    let text = if text == "\\t" { "\t" } else { text };
    Regex::new(text).map(Some).map_err(|e| ConfigError::WrongValue {
        place: format!("{} `{key}`", section.place),
        expected: "a regular expression".into(),
        got: format!("`{text}` ({e})"),
    })
}

fn field_names(section: &Section<'_>) -> Result<Option<Vec<String>>, ConfigError> {
    let Some(value) = section.values.get("customFieldNames") else { return Ok(None) };
    let names = value.as_array().map(|names| {
        names.iter().map(|name| name.as_str().map(str::to_owned)).collect::<Option<Vec<_>>>()
    });
    match names {
        Some(Some(names)) if !names.is_empty() => Ok(Some(names)),
        _ => Err(ConfigError::WrongValue {
            place: format!("{} `customFieldNames`", section.place),
            expected: "a list of names".into(),
            got: value.to_string(),
        }),
    }
}
