//! What has been seen in one column, the type that holds all of it, and the column's name.
//! Does not: know formats.

use levada_sql_lang::{SqlType, parse_timestamp, parse_type, quote_name};

use super::reserved::is_reserved;
use crate::schema::SchemaColumn;

/// The narrowest VARCHAR that is proposed, in characters.
const TEXT_CHARS_MIN: usize = 16;
/// The widest one.
const TEXT_CHARS_MAX: usize = 65_535;

/// Everything seen in one column, also by records that do not agree.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    bools: bool,
    integers: bool,
    /// Some integer does not fit into an INTEGER.
    wide: bool,
    fractions: bool,
    timestamps: bool,
    texts: bool,
    chars: usize,
}

impl Seen {
    pub fn bool(&mut self, flag: bool) {
        self.bools = true;
        self.shown(if flag { "true" } else { "false" });
    }

    /// A number as it is written.
    pub fn number(&mut self, number: &str) {
        self.shown(number);
        match number.parse::<i64>() {
            Ok(whole) => {
                self.integers = true;
                self.wide |= i32::try_from(whole).is_err();
            }
            Err(_) => self.fractions = true,
        }
    }

    pub fn text(&mut self, text: &str) {
        self.shown(text);
        let zoneless = text.strip_suffix('Z').unwrap_or(text);
        match parse_timestamp(zoneless) {
            Some(_) => self.timestamps = true,
            None => self.texts = true,
        }
    }

    /// A field of delimited text: what it looks like.
    pub fn field(&mut self, text: &str) {
        let trimmed = text.trim();
        let is_number = trimmed.parse::<f64>().is_ok_and(f64::is_finite);
        if trimmed.is_empty() {
        } else if is_number && !trimmed.starts_with('+') {
            self.number(trimmed);
        } else {
            self.text(trimmed);
        }
    }

    fn shown(&mut self, text: &str) {
        self.chars = self.chars.max(text.chars().count());
    }

    pub fn is_text(&self) -> bool {
        self.texts
    }

    pub fn is_typed(&self) -> bool {
        !self.texts && (self.integers || self.fractions || self.timestamps || self.bools)
    }

    fn sql_type(&self) -> String {
        let numbers = self.integers || self.fractions;
        match (self.texts, self.timestamps, self.bools, numbers) {
            (false, true, false, false) => "TIMESTAMP".into(),
            (false, false, true, false) => "BOOLEAN".into(),
            (false, false, false, true) if self.fractions => "DOUBLE".into(),
            (false, false, false, true) if self.wide => "BIGINT".into(),
            (false, false, false, true) => "INTEGER".into(),
            // Twice the longest seen: text that is too long is cut without a word.
            _ => {
                let chars = (self.chars * 2).next_power_of_two();
                format!("VARCHAR({})", chars.clamp(TEXT_CHARS_MIN, TEXT_CHARS_MAX))
            }
        }
    }

    pub fn column(&self, name: String, mapping: Option<String>) -> SchemaColumn {
        let sql_type = self.sql_type();
        let ty = parse_type(&sql_type).unwrap_or(SqlType::Varchar(TEXT_CHARS_MIN as u32));
        SchemaColumn { name, mapping, sql_type, ty }
    }
}

/// Names that need no quotes: illegal characters are left out, reserved words and leading digits
/// get `COL_` before them; a name taken already gets its parent's before it, or a number.
#[derive(Default)]
pub struct ColumnNames {
    taken: Vec<String>,
}

impl ColumnNames {
    pub fn name(&mut self, found: &str, parent: Option<&str>) -> String {
        let legal = |text: &str| -> String {
            text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == '_').collect()
        };
        let mut name = legal(found);
        if name.is_empty() {
            name = format!("COL_{}", self.taken.len());
        }
        let upper = name.to_ascii_uppercase();
        if is_reserved(&upper) || quote_name(&upper).starts_with('"') {
            name = format!("COL_{name}");
        }
        if self.is_taken(&name)
            && let Some(parent) = parent.map(legal).filter(|parent| !parent.is_empty())
        {
            name = format!("{parent}_{name}");
        }
        let plain = name.clone();
        let mut number = 1;
        while self.is_taken(&name) {
            name = format!("{plain}_{number}");
            number += 1;
        }
        self.taken.push(name.clone());
        name
    }

    fn is_taken(&self, name: &str) -> bool {
        self.taken.iter().any(|taken| taken.eq_ignore_ascii_case(name))
    }
}
