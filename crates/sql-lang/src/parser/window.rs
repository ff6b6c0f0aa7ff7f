//! Window specifications, and the stagger window.
//! Does not: refuse windows that streams cannot have; the binder does.

use super::{Parser, Read};
use crate::token::Symbol;
use crate::tree::{
    Expr, FrameBound, FrameUnit, NamedWindow, OrderItem, Stagger, WindowFrame, WindowSpec,
};

impl Parser {
    /// `( [base] [PARTITION BY …] [ORDER BY …] [ROWS | RANGE …] )`.
    pub(super) fn window_spec(&mut self) -> Read<WindowSpec> {
        let start = self.span();
        self.expect(Symbol::Open)?;
        let frame_ahead = self.at_word("ROWS") || self.at_word("RANGE");
        let base = match self.at_ident() && !frame_ahead {
            true => Some(self.ident("a window")?),
            false => None,
        };
        let partition_by = match self.eat_words(&["PARTITION", "BY"]) {
            true => self.comma_list(Self::expr)?,
            false => Vec::new(),
        };
        let order_by = self.order_by()?;
        let frame = self.frame()?;
        self.expect(Symbol::Close)?;
        Ok(WindowSpec { base, partition_by, order_by, frame, span: self.since(start) })
    }

    /// The window of a stream in FROM: `OVER ( … )`, or `OVER w`.
    pub(super) fn table_window(&mut self) -> Read<Option<WindowSpec>> {
        if !self.eat_word("OVER") {
            return Ok(None);
        }
        if self.at(Symbol::Open) {
            return self.window_spec().map(Some);
        }
        let base = self.ident("a window")?;
        let span = base.span;
        Ok(Some(WindowSpec {
            base: Some(base),
            partition_by: Vec::new(),
            order_by: Vec::new(),
            frame: None,
            span,
        }))
    }

    pub(super) fn order_by(&mut self) -> Read<Vec<OrderItem>> {
        if self.eat_words(&["ORDER", "BY"]) {
            return self.comma_list(Self::order_item);
        }
        Ok(Vec::new())
    }

    fn order_item(&mut self) -> Read<OrderItem> {
        let expr = self.expr()?;
        let descending = self.eat_word("DESC");
        if !descending {
            self.eat_word("ASC");
        }
        let within = match self.eat_word("WITHIN") {
            true => Some(self.expr()?),
            false => None,
        };
        Ok(OrderItem { expr, descending, within })
    }

    fn frame(&mut self) -> Read<Option<WindowFrame>> {
        let start = self.span();
        let unit = if self.eat_word("ROWS") {
            FrameUnit::Rows
        } else if self.eat_word("RANGE") {
            FrameUnit::Range
        } else {
            return Ok(None);
        };
        let (first, last) = if self.eat_word("BETWEEN") {
            let first = self.frame_bound()?;
            self.expect_word("AND")?;
            (first, Some(self.frame_bound()?))
        } else {
            (self.frame_bound()?, None)
        };
        Ok(Some(WindowFrame { unit, start: first, end: last, span: self.since(start) }))
    }

    fn frame_bound(&mut self) -> Read<FrameBound> {
        if self.eat_words(&["CURRENT", "ROW"]) {
            return Ok(FrameBound::CurrentRow);
        }
        if self.eat_words(&["UNBOUNDED", "PRECEDING"]) {
            return Ok(FrameBound::UnboundedPreceding);
        }
        if self.eat_words(&["UNBOUNDED", "FOLLOWING"]) {
            return Ok(FrameBound::UnboundedFollowing);
        }
        let distance: Box<Expr> = Box::new(self.expr_at(super::expr::power::SUM)?);
        if self.eat_word("FOLLOWING") {
            return Ok(FrameBound::Following(distance));
        }
        self.expect_word("PRECEDING")?;
        Ok(FrameBound::Preceding(distance))
    }

    /// `w AS ( … ), …`.
    pub(super) fn named_windows(&mut self) -> Read<Vec<NamedWindow>> {
        self.comma_list(|parser| {
            let name = parser.ident("a window")?;
            parser.expect_word("AS")?;
            Ok(NamedWindow { name, spec: parser.window_spec()? })
        })
    }

    pub(super) fn stagger(&mut self) -> Read<Option<Stagger>> {
        let start = self.span();
        if !self.eat_word("WINDOWED") {
            return Ok(None);
        }
        self.expect_word("BY")?;
        self.expect_word("STAGGER")?;
        self.expect(Symbol::Open)?;
        let partition_by = match self.eat_words(&["PARTITION", "BY"]) {
            true => self.comma_list(Self::expr)?,
            false => Vec::new(),
        };
        self.expect_word("RANGE")?;
        let range = self.expr()?;
        self.expect(Symbol::Close)?;
        Ok(Some(Stagger { partition_by, range, span: self.since(start) }))
    }
}
