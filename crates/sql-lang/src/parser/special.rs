//! Primary expressions, and the functions that have a grammar of their own.
//! Does not: read ordinary calls; see `call`.

use super::expr::power;
use super::{Parser, Read};
use crate::token::{Symbol, TokenKind};
use crate::tree::{BinaryOp, CaseBranch, CurrentValue, Expr, ExprKind, Rounding, TrimSide};

impl Parser {
    pub(super) fn primary(&mut self) -> Read<Expr> {
        let start = self.span();
        if self.at(Symbol::Open) {
            return self.parenthesised();
        }
        if let Some(literal) = self.literal()? {
            return Ok(Expr { kind: ExprKind::Literal(literal), span: self.since(start) });
        }
        let kind = match self.special()? {
            Some(kind) => kind,
            None => self.name_or_call()?,
        };
        Ok(Expr { kind, span: self.since(start) })
    }

    fn parenthesised(&mut self) -> Read<Expr> {
        let start = self.span();
        let is_query = {
            self.advance();
            self.query_ahead()
        };
        if is_query {
            let query = Box::new(self.query()?);
            self.expect(Symbol::Close)?;
            return Ok(Expr { kind: ExprKind::Subquery(query), span: self.since(start) });
        }
        let inner = self.expr()?;
        self.expect(Symbol::Close)?;
        if self.unit_ahead().is_none() {
            return Ok(Expr { span: self.since(start), ..inner });
        }
        // `(a - b) MINUTE TO SECOND`: no other operator can stand before a unit.
        let ExprKind::Binary { op: BinaryOp::Minus, left, right } = inner.kind else {
            return Ok(Expr { span: self.since(start), ..inner });
        };
        let qualifier = self.qualifier()?;
        let kind = ExprKind::Difference { left, right, qualifier };
        Ok(Expr { kind, span: self.since(start) })
    }

    /// What begins with a word that has its own grammar; `None` when the next one has not.
    fn special(&mut self) -> Read<Option<ExprKind>> {
        let Some(word) = self.word_at(0).map(str::to_owned) else { return Ok(None) };
        if let Some(current) = CurrentValue::ALL.into_iter().find(|c| c.name() == word) {
            self.advance();
            if self.is_symbol_at(1, Symbol::Close) && self.eat(Symbol::Open) {
                self.advance();
            }
            return Ok(Some(ExprKind::Current(current)));
        }
        if word == "CASE" {
            self.advance();
            return self.case().map(Some);
        }
        if !self.is_symbol_at(1, Symbol::Open) {
            return Ok(None);
        }
        let read: fn(&mut Self) -> Read<ExprKind> = match word.as_str() {
            "CAST" => Self::cast,
            "CEIL" | "CEILING" => |parser| parser.round(Rounding::Ceil),
            "CURSOR" => |parser| Ok(ExprKind::Cursor(Box::new(parser.query()?))),
            "EXISTS" => |parser| Ok(ExprKind::Exists(Box::new(parser.query()?))),
            "EXTRACT" => Self::extract,
            "FLOOR" => |parser| parser.round(Rounding::Floor),
            "OVERLAY" => Self::overlay,
            "POSITION" => Self::position,
            "STEP" => Self::step,
            "SUBSTRING" => Self::substring,
            "TRIM" => Self::trim,
            _ => return Ok(None),
        };
        self.advance();
        self.advance();
        let kind = read(self)?;
        self.expect(Symbol::Close)?;
        Ok(Some(kind))
    }

    fn case(&mut self) -> Read<ExprKind> {
        let operand = match self.at_word("WHEN") {
            true => None,
            false => Some(self.boxed()?),
        };
        let mut branches = Vec::new();
        while self.eat_word("WHEN") {
            let when = self.expr()?;
            self.expect_word("THEN")?;
            branches.push(CaseBranch { when, then: self.expr()? });
        }
        if branches.is_empty() {
            return Err(self.unexpected("WHEN"));
        }
        let otherwise = match self.eat_word("ELSE") {
            true => Some(self.boxed()?),
            false => None,
        };
        self.expect_word("END")?;
        Ok(ExprKind::Case { operand, branches, otherwise })
    }

    pub(super) fn boxed(&mut self) -> Read<Box<Expr>> {
        self.expr().map(Box::new)
    }

    fn boxed_after(&mut self, word: &str) -> Read<Box<Expr>> {
        self.expect_word(word)?;
        self.boxed()
    }

    fn optional_after(&mut self, word: &str) -> Read<Option<Box<Expr>>> {
        if self.eat_word(word) { self.boxed().map(Some) } else { Ok(None) }
    }

    fn cast(&mut self) -> Read<ExprKind> {
        let operand = self.boxed()?;
        self.expect_word("AS")?;
        Ok(ExprKind::Cast { operand, to: self.sql_type()? })
    }

    fn extract(&mut self) -> Read<ExprKind> {
        let unit = self.unit()?;
        Ok(ExprKind::Extract { unit, from: self.boxed_after("FROM")? })
    }

    fn round(&mut self, rounding: Rounding) -> Read<ExprKind> {
        let operand = self.boxed()?;
        if self.eat_word("TO") {
            return Ok(ExprKind::RoundTo { rounding, operand, unit: self.unit()? });
        }
        let name = match rounding {
            Rounding::Floor => "FLOOR",
            Rounding::Ceil => "CEIL",
        };
        Ok(self.plain_call(name, vec![*operand]))
    }

    fn step(&mut self) -> Read<ExprKind> {
        let operand = self.boxed()?;
        Ok(ExprKind::Step { operand, by: self.boxed_after("BY")? })
    }

    fn substring(&mut self) -> Read<ExprKind> {
        let operand = Box::new(self.expr_at(power::SUM)?);
        if self.eat_word("FROM") {
            let from = self.boxed()?;
            let length = self.optional_after("FOR")?;
            return Ok(ExprKind::Substring { operand, from, length });
        }
        if self.eat_word("SIMILAR") {
            let pattern = Box::new(self.expr_at(power::SUM)?);
            let escape = self.boxed_after("ESCAPE")?;
            return Ok(ExprKind::SubstringSimilar { operand, pattern, escape });
        }
        let mut args = vec![*operand];
        while self.eat(Symbol::Comma) {
            args.push(self.expr()?);
        }
        Ok(self.plain_call("SUBSTRING", args))
    }

    fn position(&mut self) -> Read<ExprKind> {
        let needle = Box::new(self.expr_at(power::SUM)?);
        Ok(ExprKind::Position { needle, haystack: self.boxed_after("IN")? })
    }

    fn trim(&mut self) -> Read<ExprKind> {
        let side = match self.word_at(0) {
            Some("LEADING") => Some(TrimSide::Leading),
            Some("TRAILING") => Some(TrimSide::Trailing),
            Some("BOTH") => Some(TrimSide::Both),
            _ => None,
        };
        if side.is_some() {
            self.advance();
        }
        let (what, operand) = if side.is_some() && self.eat_word("FROM") {
            (None, self.boxed()?)
        } else {
            let first = self.boxed()?;
            if side.is_some() || self.at_word("FROM") {
                (Some(first), self.boxed_after("FROM")?)
            } else {
                (None, first)
            }
        };
        Ok(ExprKind::Trim { side: side.unwrap_or(TrimSide::Both), what, operand })
    }

    fn overlay(&mut self) -> Read<ExprKind> {
        let operand = self.boxed()?;
        let placing = self.boxed_after("PLACING")?;
        let from = self.boxed_after("FROM")?;
        let length = self.optional_after("FOR")?;
        Ok(ExprKind::Overlay { operand, placing, from, length })
    }

    /// A column or a call.
    fn name_or_call(&mut self) -> Read<ExprKind> {
        let callable = matches!(self.peek(), TokenKind::Quoted(_)) || self.at_ident();
        if callable && self.is_symbol_at(1, Symbol::Open) {
            return self.call();
        }
        Ok(ExprKind::Column(self.name(super::AN_EXPRESSION)?))
    }
}
