//! The lists of columns that log parsers take as text.
//! Does not: cut any line by them (see `sql-functions`).

use super::{Parser, Read, parse_whole};
use crate::{SqlError, SqlType};

/// `name TYPE type ['pattern'] [NOT NULL] [START place [FOR length]]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LogColumn {
    /// Upper-cased unless it is quoted.
    pub name: String,
    pub ty: SqlType,
    /// How a date or time is written, in the letters of CHAR_TO_TIMESTAMP.
    pub pattern: Option<String>,
    pub not_null: bool,
    /// Characters before the column.
    pub start: Option<u32>,
    /// Characters of the column; to the end of the line unless written.
    pub length: Option<u32>,
}

/// Reads a list of columns, separated by commas.
pub fn parse_log_columns(text: &str) -> Result<Vec<LogColumn>, Vec<SqlError>> {
    parse_whole(text, |parser| parser.comma_list(Parser::log_column))
}

impl Parser {
    fn log_column(&mut self) -> Read<LogColumn> {
        let name = self.ident("a column name")?.name;
        self.expect_word("TYPE")?;
        let ty = self.sql_type()?;
        let pattern = self.text("a pattern").ok();
        let not_null = self.eat_words(&["NOT", "NULL"]);
        let start = match self.eat_word("START") {
            true => Some(self.count("a number of characters")?),
            false => None,
        };
        let length = match start.is_some() && self.eat_word("FOR") {
            true => Some(self.count("a number of characters")?),
            false => None,
        };
        Ok(LogColumn { name, ty, pattern, not_null, start, length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_has_a_type_a_pattern_and_a_place() {
        let text = "a TYPE INTEGER NOT NULL START 0 FOR 3, \"b c\" TYPE TIMESTAMP 'dd/MMM' START 4";
        let columns = parse_log_columns(text).unwrap();
        assert_eq!((columns[0].name.as_str(), columns[0].not_null), ("A", true));
        assert_eq!((columns[0].start, columns[0].length), (Some(0), Some(3)));
        assert_eq!((columns[1].name.as_str(), columns[1].ty), ("b c", SqlType::Timestamp));
        assert_eq!(columns[1].pattern.as_deref(), Some("dd/MMM"));
        assert_eq!((columns[1].start, columns[1].length), (Some(4), None));
        for wrong in ["", "a", "a TYPE", "a TYPE NOPE", "a TYPE DATE,"] {
            assert!(parse_log_columns(wrong).is_err(), "{wrong}");
        }
    }
}
