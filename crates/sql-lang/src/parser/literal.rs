//! Literals.
//! Does not: read signs; they are operators.

use levada_types::Timestamp;

use super::{Parser, Read};
use crate::lexer::Fault;
use crate::limits::DECIMAL_DIGITS_MAX;
use crate::token::{Symbol, TokenKind};
use crate::tree::Literal;
use crate::{Interval, civil};

impl Parser {
    /// A literal, if one comes next.
    pub(super) fn literal(&mut self) -> Read<Option<Literal>> {
        let literal = match self.peek() {
            TokenKind::Whole(digits) | TokenKind::Exact(digits) => {
                exact(digits).ok_or_else(|| self.too_long())?
            }
            TokenKind::Approximate(digits) => match digits.parse() {
                Ok(number) if f64::is_finite(number) => Literal::Double(number),
                _ => return Err(self.too_long()),
            },
            TokenKind::Text(text) => Literal::String(text.clone()),
            TokenKind::Binary(bytes) => Literal::Binary(bytes.clone()),
            TokenKind::Word(word) => match word.as_str() {
                "NULL" | "UNKNOWN" => Literal::Null,
                "TRUE" => Literal::Boolean(true),
                "FALSE" => Literal::Boolean(false),
                "DATE" | "TIME" | "TIMESTAMP" => return self.datetime(),
                "INTERVAL" => return self.interval(),
                _ => return Ok(None),
            },
            TokenKind::Quoted(_) | TokenKind::Symbol(_) | TokenKind::End => return Ok(None),
        };
        self.advance();
        Ok(Some(literal))
    }

    fn too_long(&self) -> Fault {
        let message = format!("number out of range; expected at most {DECIMAL_DIGITS_MAX} digits");
        Fault::new(self.span(), message)
    }

    fn text_at(&self, ahead: usize) -> Option<&str> {
        match &self.token_at(self.next + ahead).kind {
            TokenKind::Text(text) => Some(text),
            _ => None,
        }
    }

    /// `DATE '2018-11-01'` and its like; the words alone are names.
    fn datetime(&mut self) -> Read<Option<Literal>> {
        let Some(text) = self.text_at(1) else { return Ok(None) };
        let (literal, form) = match self.word_at(0) {
            Some("DATE") => (civil::parse_date(text).map(Literal::Date), "DATE 'yyyy-MM-dd'"),
            Some("TIME") => (civil::parse_time(text).map(Literal::Time), "TIME 'HH:mm:ss[.SSS]'"),
            _ => {
                let time: Option<Timestamp> = civil::parse_timestamp(text);
                (time.map(Literal::Timestamp), "TIMESTAMP 'yyyy-MM-dd HH:mm:ss[.SSS]'")
            }
        };
        let message = format!("expected {form}, found '{text}'");
        let span = self.span();
        self.advance();
        self.advance();
        literal.map(Some).ok_or_else(|| Fault::new(self.since(span), message))
    }

    /// `INTERVAL [+|-] '…' qualifier`; the word alone is a name.
    fn interval(&mut self) -> Read<Option<Literal>> {
        let signed = self.is_symbol_at(1, Symbol::Minus) || self.is_symbol_at(1, Symbol::Plus);
        let negative = self.is_symbol_at(1, Symbol::Minus);
        let Some(text) = self.text_at(1 + usize::from(signed)).map(str::to_owned) else {
            return Ok(None);
        };
        let span = self.span();
        self.next += 2 + usize::from(signed);
        let qualifier = self.qualifier()?;
        let value = Interval::parse(&text, qualifier)
            .map_err(|invalid| Fault::new(self.since(span), invalid.to_string()))?;
        let value = match (negative, value) {
            (true, Interval::Months(months)) => Interval::Months(-months),
            (true, Interval::Millis(ms)) => Interval::Millis(-ms),
            (false, value) => value,
        };
        Ok(Some(Literal::Interval { value, qualifier }))
    }
}

fn exact(digits: &str) -> Option<Literal> {
    if !digits.contains('.')
        && let Ok(number) = digits.parse()
    {
        return Some(Literal::Integer(number));
    }
    digits.parse().ok().map(Literal::Decimal)
}
