//! Types and interval qualifiers.
//! Does not: know any type outside the language's list.

use super::{Parser, Read};
use crate::lexer::Fault;
use crate::token::Symbol;
use crate::{IntervalQualifier, SqlType, TimeUnit};

/// Characters or bytes of a CHAR, VARCHAR, BINARY or VARBINARY.
const LENGTH_MAX: u32 = 65_535;
/// Digits of a DECIMAL column; the reference says 18 and 19 in different places.
const PRECISION_MAX: u32 = 19;
const PRECISION_DEFAULT: u32 = 18;

impl Parser {
    pub(super) fn sql_type(&mut self) -> Read<SqlType> {
        let start = self.span();
        let Some(word) = self.word_at(0).map(str::to_owned) else {
            return Err(self.unexpected("a type"));
        };
        self.advance();
        Ok(match word.as_str() {
            "TINYINT" => SqlType::TinyInt,
            "SMALLINT" => SqlType::SmallInt,
            "INTEGER" | "INT" => SqlType::Integer,
            "BIGINT" => SqlType::BigInt,
            "DECIMAL" | "DEC" | "NUMERIC" => self.decimal_type()?,
            "REAL" => SqlType::Real,
            "FLOAT" => {
                self.precision()?;
                SqlType::Double
            }
            "DOUBLE" => {
                self.eat_word("PRECISION");
                SqlType::Double
            }
            "BOOLEAN" => SqlType::Boolean,
            "CHAR" | "CHARACTER" if self.eat_word("VARYING") => SqlType::Varchar(self.length()?),
            "CHAR" | "CHARACTER" => SqlType::Char(self.length_or_one()?),
            "VARCHAR" => SqlType::Varchar(self.length()?),
            "BINARY" if self.eat_word("VARYING") => SqlType::Varbinary(self.length()?),
            "BINARY" => SqlType::Binary(self.length_or_one()?),
            "VARBINARY" => SqlType::Varbinary(self.length()?),
            "DATE" => SqlType::Date,
            "TIME" => {
                self.precision()?;
                SqlType::Time
            }
            "TIMESTAMP" => {
                self.precision()?;
                SqlType::Timestamp
            }
            "INTERVAL" => SqlType::Interval(self.qualifier()?),
            _ => return Err(Fault::new(start, format!("'{word}' is not a type"))),
        })
    }

    fn length(&mut self) -> Read<u32> {
        self.expect(Symbol::Open)?;
        let span = self.span();
        let length = self.count("a length")?;
        if !(1..=LENGTH_MAX).contains(&length) {
            let message = format!("length {length}; expected 1 to {LENGTH_MAX}");
            return Err(Fault::new(span, message));
        }
        self.expect(Symbol::Close)?;
        Ok(length)
    }

    fn length_or_one(&mut self) -> Read<u32> {
        if self.at(Symbol::Open) { self.length() } else { Ok(1) }
    }

    /// Digits after a time's second: read and dropped, it is milliseconds always.
    fn precision(&mut self) -> Read<()> {
        if self.eat(Symbol::Open) {
            self.count("a precision")?;
            self.expect(Symbol::Close)?;
        }
        Ok(())
    }

    fn decimal_type(&mut self) -> Read<SqlType> {
        let (mut precision, mut scale) = (PRECISION_DEFAULT, 0);
        let start = self.span();
        if self.eat(Symbol::Open) {
            precision = self.count("a precision")?;
            if self.eat(Symbol::Comma) {
                scale = self.count("a scale")?;
            }
            self.expect(Symbol::Close)?;
        }
        if !(1..=PRECISION_MAX).contains(&precision) || scale > precision {
            let message = format!(
                "DECIMAL({precision}, {scale}); expected a precision of 1 to {PRECISION_MAX} \
                 and a scale not above it"
            );
            return Err(Fault::new(self.since(start), message));
        }
        Ok(SqlType::Decimal { precision, scale })
    }

    /// A unit of time, if one comes next.
    pub(super) fn unit_ahead(&self) -> Option<TimeUnit> {
        let word = self.word_at(0)?;
        TimeUnit::ALL.into_iter().find(|unit| unit.name() == word)
    }

    pub(super) fn unit(&mut self) -> Read<TimeUnit> {
        let unit = self
            .unit_ahead()
            .ok_or_else(|| self.unexpected("one of YEAR, MONTH, DAY, HOUR, MINUTE, SECOND"))?;
        self.advance();
        Ok(unit)
    }

    /// `DAY(3) TO SECOND(3)`.
    pub(super) fn qualifier(&mut self) -> Read<IntervalQualifier> {
        let span = self.span();
        let start = self.unit()?;
        let mut qualifier = IntervalQualifier::single(start);
        if self.eat(Symbol::Open) {
            qualifier.leading_precision = Some(self.digits()?);
            if start == TimeUnit::Second && self.eat(Symbol::Comma) {
                qualifier.fraction_precision = Some(self.digits()?);
            }
            self.expect(Symbol::Close)?;
        }
        let to_unit = self.word_at(0) == Some("TO")
            && TimeUnit::ALL.iter().any(|unit| self.word_at(1) == Some(unit.name()));
        if to_unit {
            self.advance();
            let end = self.unit()?;
            if end <= start || end.is_year_month() != start.is_year_month() {
                let message = format!("no interval runs from {} to {}", start.name(), end.name());
                return Err(Fault::new(self.since(span), message));
            }
            qualifier.end = Some(end);
            if end == TimeUnit::Second && self.eat(Symbol::Open) {
                qualifier.fraction_precision = Some(self.digits()?);
                self.expect(Symbol::Close)?;
            }
        }
        Ok(qualifier)
    }

    fn digits(&mut self) -> Read<u32> {
        let span = self.span();
        let digits = self.count("a number of digits")?;
        if digits > 9 {
            return Err(Fault::new(span, format!("{digits} digits; expected at most 9")));
        }
        Ok(digits)
    }
}
