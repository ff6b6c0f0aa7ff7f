//! Operators by precedence: a Pratt loop over what `primary` reads.
//! Does not: read literals and calls; see the neighbouring files.

use super::{Parser, Read};
use crate::token::{Symbol, TokenKind};
use crate::tree::{BinaryOp, Expr, ExprKind, InList, PatternKind, Test, UnaryOp};

/// Binding powers, loosest first; the printer puts parentheses by the same ones.
pub(crate) mod power {
    pub const OR: u8 = 1;
    pub const AND: u8 = 2;
    pub const NOT: u8 = 3;
    /// Comparisons, IS, BETWEEN, IN, LIKE.
    pub const COMPARE: u8 = 4;
    pub const SUM: u8 = 5;
    /// `*`, `/` and `||`.
    pub const PRODUCT: u8 = 6;
    pub const SIGN: u8 = 7;
    pub const PRIMARY: u8 = 8;
}

pub(crate) fn binary_power(op: BinaryOp) -> u8 {
    match op {
        BinaryOp::Or => power::OR,
        BinaryOp::And => power::AND,
        BinaryOp::Equal
        | BinaryOp::NotEqual
        | BinaryOp::Less
        | BinaryOp::LessOrEqual
        | BinaryOp::Greater
        | BinaryOp::GreaterOrEqual => power::COMPARE,
        BinaryOp::Plus | BinaryOp::Minus => power::SUM,
        BinaryOp::Concat | BinaryOp::Multiply | BinaryOp::Divide => power::PRODUCT,
    }
}

impl Parser {
    pub(super) fn expr(&mut self) -> Read<Expr> {
        self.expr_at(power::OR)
    }

    /// An expression whose operators all bind at least as tightly as `least`.
    pub(super) fn expr_at(&mut self, least: u8) -> Read<Expr> {
        if self.expr_depth == 0 {
            self.chain = self.chain_base;
            self.chain_high = if self.chain_base == 0 { 0 } else { self.chain_high };
        }
        self.expr_depth += 1;
        let outcome = self.nested(|parser| parser.operators(least));
        self.expr_depth = self.expr_depth.saturating_sub(1);
        outcome
    }

    fn operators(&mut self, least: u8) -> Read<Expr> {
        let start = self.span();
        let mut left = self.prefix()?;
        loop {
            let kind = match self.infix_ahead() {
                Some(op) if binary_power(op) >= least => {
                    self.advance();
                    let right = self.expr_at(binary_power(op) + 1)?;
                    ExprKind::Binary { op, left: Box::new(left), right: Box::new(right) }
                }
                None if least <= power::COMPARE && self.predicate_ahead() => {
                    self.predicate(left)?
                }
                _ => return Ok(left),
            };
            self.link_chain()?;
            left = Expr { kind, span: self.since(start) };
        }
    }

    fn infix_ahead(&self) -> Option<BinaryOp> {
        Some(match self.peek() {
            TokenKind::Symbol(symbol) => match symbol {
                Symbol::Equal => BinaryOp::Equal,
                Symbol::NotEqual => BinaryOp::NotEqual,
                Symbol::Less => BinaryOp::Less,
                Symbol::LessOrEqual => BinaryOp::LessOrEqual,
                Symbol::Greater => BinaryOp::Greater,
                Symbol::GreaterOrEqual => BinaryOp::GreaterOrEqual,
                Symbol::Plus => BinaryOp::Plus,
                Symbol::Minus => BinaryOp::Minus,
                Symbol::Concat => BinaryOp::Concat,
                Symbol::Star => BinaryOp::Multiply,
                Symbol::Slash => BinaryOp::Divide,
                _ => return None,
            },
            TokenKind::Word(word) => match word.as_str() {
                "OR" => BinaryOp::Or,
                "AND" => BinaryOp::And,
                _ => return None,
            },
            _ => return None,
        })
    }

    fn prefix(&mut self) -> Read<Expr> {
        let start = self.span();
        let (op, power) = if self.eat_word("NOT") {
            (UnaryOp::Not, power::COMPARE)
        } else if self.eat(Symbol::Minus) {
            (UnaryOp::Minus, power::SIGN)
        } else if self.eat(Symbol::Plus) {
            (UnaryOp::Plus, power::SIGN)
        } else {
            return self.primary();
        };
        let operand = Box::new(self.expr_at(power)?);
        Ok(Expr { kind: ExprKind::Unary { op, operand }, span: self.since(start) })
    }

    fn predicate_ahead(&self) -> bool {
        let after_not = usize::from(self.at_word("NOT"));
        match self.word_at(after_not) {
            Some("BETWEEN" | "IN" | "LIKE" | "SIMILAR") => true,
            Some("IS") => after_not == 0,
            _ => false,
        }
    }

    fn predicate(&mut self, left: Expr) -> Read<ExprKind> {
        if self.eat_word("IS") {
            return self.is_predicate(left);
        }
        let negated = self.eat_word("NOT");
        let operand = Box::new(left);
        if self.eat_word("BETWEEN") {
            self.eat_word("ASYMMETRIC");
            let low = Box::new(self.expr_at(power::SUM)?);
            self.expect_word("AND")?;
            let high = Box::new(self.expr_at(power::SUM)?);
            return Ok(ExprKind::Between { operand, low, high, negated });
        }
        if self.eat_word("IN") {
            return Ok(ExprKind::In { operand, list: self.in_list()?, negated });
        }
        let kind = if self.eat_word("LIKE") {
            PatternKind::Like
        } else {
            self.expect_word("SIMILAR")?;
            self.expect_word("TO")?;
            PatternKind::SimilarTo
        };
        let pattern = Box::new(self.expr_at(power::SUM)?);
        let escape = match self.eat_word("ESCAPE") {
            true => Some(Box::new(self.expr_at(power::SUM)?)),
            false => None,
        };
        Ok(ExprKind::Like { kind, operand, pattern, escape, negated })
    }

    fn in_list(&mut self) -> Read<InList> {
        self.expect(Symbol::Open)?;
        let list = if self.query_ahead() {
            InList::Query(Box::new(self.query()?))
        } else {
            InList::Values(self.comma_list(Self::expr)?)
        };
        self.expect(Symbol::Close)?;
        Ok(list)
    }

    fn is_predicate(&mut self, left: Expr) -> Read<ExprKind> {
        let negated = self.eat_word("NOT");
        if self.eat_words(&["DISTINCT", "FROM"]) {
            let right = Box::new(self.expr_at(power::SUM)?);
            return Ok(ExprKind::IsDistinctFrom { left: Box::new(left), right, negated });
        }
        let test = match self.word_at(0) {
            Some("NULL") => Test::Null,
            Some("TRUE") => Test::True,
            Some("FALSE") => Test::False,
            Some("UNKNOWN") => Test::Unknown,
            _ => return Err(self.unexpected("NULL, TRUE, FALSE, UNKNOWN or DISTINCT FROM")),
        };
        self.advance();
        Ok(ExprKind::Is { operand: Box::new(left), test, negated })
    }
}
