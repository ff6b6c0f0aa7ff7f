//! `CREATE TABLE` in Redshift's grammar: columns and types are kept; distribution, sort order,
//! compression and keys are accepted with a notice, since the warehouse has no use for them.
//! Does not: know `CREATE TABLE AS` or `LIKE`.

use super::Reader;
use crate::error::{Result, WarehouseError};
use crate::limits;
use crate::store::{Column, ColumnType};

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CreateTable {
    pub name: String,
    pub if_not_exists: bool,
    pub columns: Vec<Column>,
    /// Clauses that were read and have no effect.
    pub ignored: Vec<&'static str>,
}

impl CreateTable {
    /// Behind `CREATE TABLE`.
    pub fn parse(reader: &mut Reader<'_>) -> Result<Self> {
        let if_not_exists = reader.accept(&["IF", "NOT", "EXISTS"]);
        let name = reader.table_name()?;
        if reader.peek_word("AS") {
            return Err(WarehouseError::Unsupported("CREATE TABLE AS".into()));
        }
        let mut table = Self { name, if_not_exists, columns: Vec::new(), ignored: Vec::new() };
        reader.expect_symbol('(')?;
        loop {
            if !table.table_constraint(reader)? {
                table.column(reader)?;
            }
            if !reader.accept_symbol(',') {
                break;
            }
        }
        reader.expect_symbol(')')?;
        table.attributes(reader)?;
        table.check()?;
        Ok(table)
    }

    fn check(&self) -> Result<()> {
        if self.columns.is_empty() || self.columns.len() > limits::COLUMNS_MAX {
            let message = format!(
                "a table has 1 to {} columns, got {}",
                limits::COLUMNS_MAX,
                self.columns.len()
            );
            return Err(WarehouseError::InvalidDefinition(message));
        }
        let mut names: Vec<&str> = self.columns.iter().map(|c| c.name.as_str()).collect();
        names.sort_unstable();
        match names.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(WarehouseError::DuplicateColumn(pair[0].to_owned())),
            None => Ok(()),
        }
    }

    fn ignore(&mut self, clause: &'static str) {
        if !self.ignored.contains(&clause) {
            self.ignored.push(clause);
        }
    }

    fn column(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        let name = reader.name()?;
        let kind = column_type(reader)?;
        let mut column = Column { name, kind, not_null: false };
        loop {
            if reader.accept(&["NOT", "NULL"]) {
                column.not_null = true;
            } else if reader.accept(&["PRIMARY", "KEY"]) {
                column.not_null = true;
                self.ignore("PRIMARY KEY");
            } else if reader.accept(&["NULL"]) || reader.accept(&["DEFAULT", "NULL"]) {
            } else if reader.accept(&["UNIQUE"]) {
                self.ignore("UNIQUE");
            } else if reader.accept(&["DISTKEY"]) {
                self.ignore("DISTKEY");
            } else if reader.accept(&["SORTKEY"]) {
                self.ignore("SORTKEY");
            } else if reader.accept(&["ENCODE"]) {
                reader.name()?;
                self.ignore("ENCODE");
            } else if reader.accept(&["REFERENCES"]) {
                self.references(reader)?;
            } else if reader.peek_word("DEFAULT") || reader.peek_word("GENERATED") {
                return Err(WarehouseError::Unsupported("a column default".into()));
            } else if reader.peek_word("IDENTITY") || reader.peek_word("COLLATE") {
                return Err(WarehouseError::Unsupported("IDENTITY or COLLATE".into()));
            } else {
                break;
            }
        }
        self.columns.push(column);
        Ok(())
    }

    fn references(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        reader.table_name()?;
        if reader.accept_symbol('(') {
            reader.skip_brackets()?;
        }
        self.ignore("REFERENCES");
        Ok(())
    }

    /// `PRIMARY KEY (…)`, `UNIQUE (…)`, `FOREIGN KEY (…) REFERENCES …`, perhaps with a name.
    fn table_constraint(&mut self, reader: &mut Reader<'_>) -> Result<bool> {
        let named = reader.accept(&["CONSTRAINT"]);
        if named {
            reader.name()?;
        }
        if reader.accept(&["PRIMARY", "KEY"]) {
            for name in reader.name_list()? {
                let column = self.columns.iter_mut().find(|c| c.name == name).ok_or_else(|| {
                    WarehouseError::UndefinedColumn { table: self.name.clone(), column: name }
                })?;
                column.not_null = true;
            }
            self.ignore("PRIMARY KEY");
        } else if reader.accept(&["FOREIGN", "KEY"]) {
            reader.name_list()?;
            reader.expect("REFERENCES")?;
            self.references(reader)?;
        } else if reader.peek_word("UNIQUE") {
            reader.expect("UNIQUE")?;
            reader.name_list()?;
            self.ignore("UNIQUE");
        } else if named {
            return Err(reader.error("expected PRIMARY KEY, FOREIGN KEY or UNIQUE"));
        } else {
            return Ok(false);
        }
        Ok(true)
    }

    fn attributes(&mut self, reader: &mut Reader<'_>) -> Result<()> {
        while !reader.at_end() {
            if reader.accept(&["BACKUP"]) {
                reader.name()?;
                self.ignore("BACKUP");
            } else if reader.accept(&["DISTSTYLE"]) {
                reader.name()?;
                self.ignore("DISTSTYLE");
            } else if reader.accept(&["ENCODE", "AUTO"]) {
                self.ignore("ENCODE");
            } else if reader.accept(&["DISTKEY"]) {
                reader.name_list()?;
                self.ignore("DISTKEY");
            } else if reader.accept(&["SORTKEY", "AUTO"]) {
                self.ignore("SORTKEY");
            } else if reader.accept(&["SORTKEY"])
                || reader.accept(&["COMPOUND", "SORTKEY"])
                || reader.accept(&["INTERLEAVED", "SORTKEY"])
            {
                reader.name_list()?;
                self.ignore("SORTKEY");
            } else {
                return Err(reader.error("expected a table attribute or the end"));
            }
        }
        Ok(())
    }
}

fn column_type(reader: &mut Reader<'_>) -> Result<ColumnType> {
    let name = reader.name()?;
    let kind = match name.as_str() {
        "smallint" | "int2" => ColumnType::SmallInt,
        "integer" | "int" | "int4" => ColumnType::Integer,
        "bigint" | "int8" => ColumnType::BigInt,
        "decimal" | "numeric" => decimal(reader)?,
        "real" | "float4" => ColumnType::Real,
        "double" => {
            reader.expect("PRECISION")?;
            ColumnType::Double
        }
        "float8" | "float" => ColumnType::Double,
        "boolean" | "bool" => ColumnType::Boolean,
        "char" | "nchar" | "bpchar" | "character" => {
            let varying = reader.accept(&["VARYING"]);
            text_type(reader, varying)?
        }
        "varchar" | "nvarchar" => text_type(reader, true)?,
        "text" => ColumnType::VarChar { bytes: limits::VARCHAR_BYTES_MAX },
        "date" => ColumnType::Date,
        "timestamptz" => ColumnType::TimestampTz,
        "timestamp" => {
            let zoned = reader.accept(&["WITH", "TIME", "ZONE"]);
            let _ = zoned || reader.accept(&["WITHOUT", "TIME", "ZONE"]);
            if zoned { ColumnType::TimestampTz } else { ColumnType::Timestamp }
        }
        _ => return Err(WarehouseError::UndefinedType(name)),
    };
    Ok(kind)
}

fn decimal(reader: &mut Reader<'_>) -> Result<ColumnType> {
    let (mut digits, mut scale) = (18, 0);
    if reader.accept_symbol('(') {
        digits = reader.number()?;
        if reader.accept_symbol(',') {
            scale = reader.number()?;
        }
        reader.expect_symbol(')')?;
    }
    let wrong = || {
        let max = limits::DECIMAL_DIGITS_MAX;
        WarehouseError::InvalidDefinition(format!(
            "DECIMAL takes 1 to {max} digits and a scale up to its digits, got ({digits},{scale})"
        ))
    };
    let kind = ColumnType::Decimal {
        digits: u8::try_from(digits).map_err(|_| wrong())?,
        scale: u8::try_from(scale).map_err(|_| wrong())?,
    };
    let fits = (1..=u32::from(limits::DECIMAL_DIGITS_MAX)).contains(&digits) && scale <= digits;
    if fits { Ok(kind) } else { Err(wrong()) }
}

fn text_type(reader: &mut Reader<'_>, varying: bool) -> Result<ColumnType> {
    let (default, max, what) = if varying {
        (limits::VARCHAR_BYTES_DEFAULT, limits::VARCHAR_BYTES_MAX, "VARCHAR")
    } else {
        (1, limits::CHAR_BYTES_MAX, "CHAR")
    };
    let mut bytes = default;
    if reader.accept_symbol('(') {
        bytes = if reader.accept(&["MAX"]) { max } else { reader.number()? };
        reader.expect_symbol(')')?;
    }
    if !(1..=max).contains(&bytes) {
        let message = format!("{what} takes a length of 1 to {max} bytes, got {bytes}");
        return Err(WarehouseError::InvalidDefinition(message));
    }
    Ok(if varying { ColumnType::VarChar { bytes } } else { ColumnType::Char { bytes } })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(sql: &str) -> Result<CreateTable> {
        CreateTable::parse(&mut Reader::new(sql).unwrap())
    }

    #[test]
    fn redshift_clauses_are_accepted_and_named_as_without_effect() {
        let table = parse(
            "IF NOT EXISTS public.Tolls (
               id BIGINT NOT NULL ENCODE az64 DISTKEY, station VARCHAR(20), amount DECIMAL(10, 2),
               at TIMESTAMP WITHOUT TIME ZONE SORTKEY, seen TIMESTAMPTZ, PRIMARY KEY (id)
             ) DISTSTYLE KEY COMPOUND SORTKEY (at, id)",
        )
        .unwrap();
        assert_eq!((table.name.as_str(), table.columns.len()), ("tolls", 5));
        assert_eq!(table.columns[2].kind, ColumnType::Decimal { digits: 10, scale: 2 });
        assert_eq!(table.ignored, ["ENCODE", "DISTKEY", "SORTKEY", "PRIMARY KEY", "DISTSTYLE"]);
        assert!(table.columns[0].not_null && !table.columns[1].not_null);
    }

    #[test]
    fn what_would_change_the_meaning_is_refused() {
        let code = |sql: &str| parse(sql).unwrap_err().sqlstate();
        assert_eq!(code("t (a INT DEFAULT 7)"), "0A000");
        assert_eq!(code("t (a INT, A BIGINT)"), "42701");
        assert_eq!(code("t (a GEOMETRY)"), "42704");
        assert_eq!(code("t (a DECIMAL(39))"), "42P16");
        assert_eq!(code("other.t (a INT)"), "3F000");
        assert_eq!(code("t (a INT"), "42601");
    }
}
