//! Ordinary function calls.
//! Does not: know which functions exist.

use super::{Parser, Read};
use crate::token::Symbol;
use crate::tree::{Expr, ExprKind, FunctionCall, Ident, Nulls, WindowRef};

impl Parser {
    pub(super) fn plain_call(&self, name: &str, args: Vec<Expr>) -> ExprKind {
        let name = Ident { name: name.to_owned(), span: self.last_span() };
        ExprKind::Call(FunctionCall {
            name,
            distinct: false,
            star: false,
            args,
            from_last: false,
            nulls: None,
            filter: None,
            over: None,
        })
    }

    pub(super) fn call(&mut self) -> Read<ExprKind> {
        let name = self.ident("a function")?;
        self.expect(Symbol::Open)?;
        let distinct = self.eat_word("DISTINCT");
        if !distinct {
            self.eat_word("ALL");
        }
        let star = !distinct && self.eat(Symbol::Star);
        let args = match star || self.at(Symbol::Close) {
            true => Vec::new(),
            false => self.comma_list(Self::expr)?,
        };
        // `LAG(x IGNORE NULLS)` is written by some in place of `LAG(x) IGNORE NULLS`.
        let nulls_inside = self.nulls();
        self.expect(Symbol::Close)?;
        let from_last = self.eat_words(&["FROM", "LAST"]);
        if !from_last {
            self.eat_words(&["FROM", "FIRST"]);
        }
        let nulls = self.nulls().or(nulls_inside);
        let filter = self.filter()?;
        let over = match self.eat_word("OVER") {
            true => Some(self.window_ref()?),
            false => None,
        };
        Ok(ExprKind::Call(FunctionCall {
            name,
            distinct,
            star,
            args,
            from_last,
            nulls,
            filter,
            over,
        }))
    }

    fn nulls(&mut self) -> Option<Nulls> {
        if self.eat_words(&["IGNORE", "NULLS"]) {
            return Some(Nulls::Ignore);
        }
        self.eat_words(&["RESPECT", "NULLS"]).then_some(Nulls::Respect)
    }

    fn filter(&mut self) -> Read<Option<Box<Expr>>> {
        if !(self.at_word("FILTER") && self.is_symbol_at(1, Symbol::Open)) {
            return Ok(None);
        }
        self.advance();
        self.advance();
        self.expect_word("WHERE")?;
        let filter = self.boxed()?;
        self.expect(Symbol::Close)?;
        Ok(Some(filter))
    }

    fn window_ref(&mut self) -> Read<WindowRef> {
        if self.at(Symbol::Open) {
            return Ok(WindowRef::Inline(Box::new(self.window_spec()?)));
        }
        Ok(WindowRef::Named(self.ident("a window")?))
    }
}
