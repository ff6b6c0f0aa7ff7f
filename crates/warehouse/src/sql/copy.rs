//! `COPY table [(columns)] FROM 's3://…' [credentials] [options]` in Redshift's grammar.
//! Does not: read objects; an option it cannot honour is an error, never skipped.

use super::Reader;
use crate::error::{Result, WarehouseError};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyStatement {
    pub table: String,
    /// Empty: all columns of the table in their order.
    pub columns: Vec<String>,
    pub source: String,
    pub options: CopyOptions,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyOptions {
    pub format: CopyFormat,
    pub gzip: bool,
    pub manifest: bool,
    pub truncate_columns: bool,
    pub blanks_as_null: bool,
    pub empty_as_null: bool,
    /// Decimal places that do not fit are rounded, not cut.
    pub round_decimals: bool,
    /// How a bare number in a time column is meant.
    pub number_time: NumberTime,
    /// The text that stands for NULL.
    pub null_text: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum NumberTime {
    #[default]
    Refused,
    Seconds,
    Milliseconds,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CopyFormat {
    /// JSON objects one after another; keys find their columns in any case.
    Json,
    Csv(CsvFormat),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CsvFormat {
    pub delimiter: char,
    /// `None`: plain delimited text, where a quote is a character like any other.
    pub quote: Option<char>,
    /// A backslash takes the next character as it is.
    pub escape: bool,
    pub ignore_header: u32,
    pub ignore_blank_lines: bool,
    /// Missing fields at a line's end are NULL.
    pub fill_record: bool,
}

/// Options as they are read, before they are put together.
struct Draft {
    options: CopyOptions,
    json: bool,
    csv: bool,
    delimiter: Option<char>,
    quote: Option<char>,
    text: CsvFormat,
}

impl CopyStatement {
    /// Behind `COPY`.
    pub fn parse(reader: &mut Reader<'_>) -> Result<Self> {
        let table = reader.table_name()?;
        let columns = if reader.peek().is_some_and(|token| token.is_symbol('(')) {
            reader.name_list()?
        } else {
            Vec::new()
        };
        reader.expect("FROM")?;
        if reader.peek_word("STDIN") {
            let what = "COPY FROM STDIN; COPY FROM 's3://bucket/key'".to_owned();
            return Err(WarehouseError::Unsupported(what));
        }
        let source = reader.text()?;
        let mut draft = Draft::new();
        while !reader.at_end() {
            draft.option(reader)?;
        }
        Ok(Self { table, columns, source, options: draft.finish(reader)? })
    }
}

impl Draft {
    fn new() -> Self {
        let text = CsvFormat {
            delimiter: '|',
            quote: None,
            escape: false,
            ignore_header: 0,
            ignore_blank_lines: false,
            fill_record: false,
        };
        let options = CopyOptions {
            format: CopyFormat::Json,
            gzip: false,
            manifest: false,
            truncate_columns: false,
            blanks_as_null: false,
            empty_as_null: false,
            round_decimals: false,
            number_time: NumberTime::Refused,
            null_text: "\\N".into(),
        };
        Self { options, json: false, csv: false, delimiter: None, quote: None, text }
    }

    fn option(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        reader.accept(&["WITH"]);
        reader.accept(&["FORMAT"]);
        reader.accept(&["AS"]);
        let error = reader.error("expected a COPY option");
        let Ok(name) = reader.name() else { return Err(error) };
        match name.as_str() {
            "json" => self.json(reader)?,
            "csv" => self.csv = true,
            "quote" => self.quote = Some(one_char(reader)?),
            "delimiter" => self.delimiter = Some(one_char(reader)?),
            "ignoreheader" => {
                reader.accept(&["AS"]);
                self.text.ignore_header = reader.number()?;
            }
            "ignoreblanklines" => self.text.ignore_blank_lines = true,
            "fillrecord" => self.text.fill_record = true,
            "escape" => self.text.escape = true,
            "gzip" => self.options.gzip = true,
            "manifest" => self.options.manifest = true,
            "truncatecolumns" => self.options.truncate_columns = true,
            "blanksasnull" => self.options.blanks_as_null = true,
            "emptyasnull" => self.options.empty_as_null = true,
            "roundec" => self.options.round_decimals = true,
            "timeformat" => self.options.number_time = time_format(reader)?,
            "dateformat" => only(reader, "DATEFORMAT", "auto")?,
            "encoding" => only(reader, "ENCODING", "utf8")?,
            "null" => self.options.null_text = as_text(reader)?,
            "maxerror" => max_error(reader)?,
            "statupdate" | "compupdate" => switch(reader),
            other => return accepted_unused(other, reader, error),
        }
        Ok(())
    }

    fn json(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        let how = as_text(reader)?;
        if !["auto", "auto ignorecase"].contains(&how.to_lowercase().as_str()) {
            return Err(WarehouseError::Unsupported(format!(
                "JSON '{how}' (a JSONPaths file); JSON 'auto'"
            )));
        }
        self.json = true;
        Ok(())
    }

    fn finish(mut self, reader: &Reader<'_>) -> Result<CopyOptions> {
        if self.json && (self.csv || self.delimiter.is_some()) {
            return Err(reader.error("JSON excludes CSV and DELIMITER"));
        }
        if self.quote.is_some() && !self.csv {
            return Err(reader.error("QUOTE belongs to CSV"));
        }
        if self.csv {
            self.text.quote = Some(self.quote.unwrap_or('"'));
            self.text.delimiter = ',';
        }
        self.text.delimiter = self.delimiter.unwrap_or(self.text.delimiter);
        self.options.format = if self.json { CopyFormat::Json } else { CopyFormat::Csv(self.text) };
        Ok(self.options)
    }
}

/// Credentials are for AWS; objects are read from this server's own store.
fn accepted_unused(option: &str, reader: &mut Reader<'_>, error: WarehouseError) -> Result<()> {
    match option {
        "credentials" | "access_key_id" | "secret_access_key" | "session_token" | "region" => {
            as_text(reader).map(drop)
        }
        "iam_role" if reader.accept(&["DEFAULT"]) => Ok(()),
        "iam_role" => reader.text().map(drop),
        "acceptanydate"
        | "acceptinvchars"
        | "avro"
        | "bzip2"
        | "encrypted"
        | "explicit_ids"
        | "fixedwidth"
        | "lzop"
        | "noload"
        | "orc"
        | "parquet"
        | "readratio"
        | "removequotes"
        | "shapefile"
        | "ssh"
        | "trimblanks"
        | "zstd"
        | "comprows"
        | "master_symmetric_key" => {
            Err(WarehouseError::Unsupported(format!("COPY option {}", option.to_uppercase())))
        }
        _ => Err(match error {
            WarehouseError::Syntax { line, column, .. } => WarehouseError::Syntax {
                line,
                column,
                reason: format!("`{option}` is not a COPY option"),
            },
            other => other,
        }),
    }
}

fn as_text(reader: &mut Reader<'_>) -> Result<String> {
    reader.accept(&["AS"]);
    reader.text()
}

fn one_char(reader: &mut Reader<'_>) -> Result<char> {
    let error = reader.error("expected one character in single quotes");
    let text = as_text(reader)?;
    let mut chars = text.chars();
    match (chars.next(), chars.next(), text.as_str()) {
        (_, _, "\\t") => Ok('\t'),
        (Some(one), None, _) if one.is_ascii() && !matches!(one, '\n' | '\r') => Ok(one),
        _ => Err(error),
    }
}

fn time_format(reader: &mut Reader<'_>) -> Result<NumberTime> {
    let format = as_text(reader)?;
    match format.to_lowercase().as_str() {
        // The two spelled-out forms are among those that 'auto' reads.
        "auto" | "yyyy-mm-dd hh:mi:ss" | "yyyy-mm-ddthh:mi:ss" => Ok(NumberTime::Refused),
        "epochsecs" => Ok(NumberTime::Seconds),
        "epochmillisecs" => Ok(NumberTime::Milliseconds),
        _ => Err(WarehouseError::Unsupported(format!(
            "TIMEFORMAT '{format}'; 'auto', 'epochsecs' or 'epochmillisecs'"
        ))),
    }
}

fn only(reader: &mut Reader<'_>, option: &str, value: &str) -> Result<()> {
    reader.accept(&["AS"]);
    if reader.accept(&[value]) {
        return Ok(());
    }
    let given = reader.text()?;
    if given.eq_ignore_ascii_case(value) {
        return Ok(());
    }
    Err(WarehouseError::Unsupported(format!("{option} '{given}'; '{value}'")))
}

fn max_error(reader: &mut Reader<'_>) -> Result<()> {
    reader.accept(&["AS"]);
    match reader.number()? {
        0 => Ok(()),
        _ => Err(WarehouseError::Unsupported("MAXERROR above 0".into())),
    }
}

fn switch(reader: &mut Reader<'_>) {
    for word in ["ON", "OFF", "TRUE", "FALSE", "PRESET"] {
        if reader.accept(&[word]) {
            return;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(sql: &str) -> Result<CopyStatement> {
        CopyStatement::parse(&mut Reader::new(sql).unwrap())
    }

    #[test]
    fn a_copy_as_firehose_sends_it_is_understood() {
        let copy = parse(
            "tolls (id, amount) FROM 's3://lake/m.manifest' CREDENTIALS
             'aws_iam_role=arn:aws:iam::1:role/r' MANIFEST JSON 'auto' GZIP TRUNCATECOLUMNS
             TIMEFORMAT AS 'auto' STATUPDATE OFF COMPUPDATE OFF REGION 'eu-west-1'",
        )
        .unwrap();
        assert_eq!((copy.table.as_str(), copy.columns.len()), ("tolls", 2));
        let options = copy.options;
        assert_eq!(options.format, CopyFormat::Json);
        assert!(options.gzip && options.manifest && options.truncate_columns);
    }

    #[test]
    fn csv_and_plain_text_have_their_own_delimiters() {
        let delimiter = |sql: &str| match parse(sql).unwrap().options.format {
            CopyFormat::Csv(csv) => (csv.delimiter, csv.quote),
            CopyFormat::Json => panic!("not text"),
        };
        assert_eq!(delimiter("t FROM 's3://b/k' IAM_ROLE default CSV"), (',', Some('"')));
        assert_eq!(delimiter("t FROM 's3://b/k'"), ('|', None));
        assert_eq!(delimiter("t FROM 's3://b/k' DELIMITER AS '\\t'"), ('\t', None));
    }

    #[test]
    fn an_option_it_cannot_honour_is_refused_by_name() {
        let error = parse("t FROM 's3://b/k' MAXERROR 10").unwrap_err();
        assert_eq!(error.sqlstate(), "0A000");
        let error = parse("t FROM 's3://b/k' GZIPP").unwrap_err();
        assert_eq!(
            error.to_string(),
            "syntax error at line 1, column 19: `gzipp` is not a COPY option"
        );
        assert_eq!(parse("t FROM STDIN").unwrap_err().sqlstate(), "0A000");
    }
}
