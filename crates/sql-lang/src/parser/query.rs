//! Queries: SELECT, VALUES and set operators.
//! Does not: check that names resolve.

use super::{Parser, Read};
use crate::limits::NESTING_MAX;
use crate::token::{Symbol, TokenKind};
use crate::tree::{Distinctness, Expr, Query, QueryBody, Select, SelectItem, SetOperator};

impl Parser {
    pub(super) fn query(&mut self) -> Read<Query> {
        let (expr_depth, chain_base) = (self.expr_depth, self.chain_base);
        if expr_depth > 0 {
            self.chain_base = self.chain;
        }
        let outcome = self.nested(|parser| {
            let start = parser.span();
            let mut query = parser.set_operation()?;
            let order_by = parser.order_by()?;
            if !order_by.is_empty() {
                if !query.order_by.is_empty() {
                    return Err(parser.unexpected("no second ORDER BY"));
                }
                query = Query { order_by, span: parser.since(start), ..query };
            }
            Ok(query)
        });
        if expr_depth > 0 {
            // Operators that follow stand above everything within this query.
            self.chain = self.chain_high.max(self.chain_base);
        }
        (self.expr_depth, self.chain_base) = (expr_depth, chain_base);
        outcome
    }

    /// Whether what comes next is a query rather than an expression or a table, both of which
    /// may also begin with parentheses.
    pub(super) fn query_ahead(&self) -> bool {
        let opens =
            (0..=NESTING_MAX).take_while(|ahead| self.is_symbol_at(*ahead, Symbol::Open)).count();
        if !matches!(self.word_at(opens), Some("SELECT" | "VALUES")) {
            return false;
        }
        (0..opens).all(|ahead| {
            let after = self.after_matching(self.next + ahead);
            match &self.token_at(after).kind {
                TokenKind::Symbol(Symbol::Close) | TokenKind::End => true,
                TokenKind::Word(word) => {
                    matches!(word.as_str(), "UNION" | "INTERSECT" | "EXCEPT" | "ORDER")
                }
                _ => false,
            }
        })
    }

    /// Index of the token behind the parenthesis that closes the one at `open`.
    fn after_matching(&self, open: usize) -> usize {
        let mut depth = 0_usize;
        for index in open..self.tokens.len() {
            match self.token_at(index).kind {
                TokenKind::Symbol(Symbol::Open) => depth += 1,
                TokenKind::Symbol(Symbol::Close) => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return index + 1;
            }
        }
        self.tokens.len()
    }

    /// UNION and EXCEPT over INTERSECT, which binds tighter.
    fn set_operation(&mut self) -> Read<Query> {
        let mut left = self.intersection()?;
        loop {
            let operator = if self.eat_word("UNION") {
                SetOperator::Union
            } else if self.eat_word("EXCEPT") {
                SetOperator::Except
            } else {
                return Ok(left);
            };
            let all = self.set_quantifier()?;
            let right = self.intersection()?;
            left = self.set_query(operator, all, left, right)?;
        }
    }

    fn intersection(&mut self) -> Read<Query> {
        let mut left = self.query_term()?;
        while self.eat_word("INTERSECT") {
            let all = self.set_quantifier()?;
            let right = self.query_term()?;
            left = self.set_query(SetOperator::Intersect, all, left, right)?;
        }
        Ok(left)
    }

    fn set_quantifier(&mut self) -> Read<bool> {
        let all = self.eat_word("ALL");
        if !all {
            self.eat_word("DISTINCT");
        }
        Ok(all)
    }

    fn set_query(
        &mut self,
        operator: SetOperator,
        all: bool,
        left: Query,
        right: Query,
    ) -> Read<Query> {
        self.link_query_chain()?;
        let span = left.span.to(right.span);
        let (left, right) = (Box::new(left), Box::new(right));
        let body = QueryBody::SetOperation { operator, all, left, right };
        Ok(Query { body, order_by: Vec::new(), span })
    }

    fn query_term(&mut self) -> Read<Query> {
        let start = self.span();
        if self.eat(Symbol::Open) {
            let inner = self.query()?;
            self.expect(Symbol::Close)?;
            return Ok(inner);
        }
        let body = if self.eat_word("VALUES") {
            QueryBody::Values(self.comma_list(Self::value_row)?)
        } else if self.at_word("SELECT") {
            QueryBody::Select(Box::new(self.select()?))
        } else {
            return Err(self.unexpected("SELECT"));
        };
        Ok(Query { body, order_by: Vec::new(), span: self.since(start) })
    }

    fn value_row(&mut self) -> Read<Vec<Expr>> {
        let row_word = self.at_word("ROW") && self.is_symbol_at(1, Symbol::Open);
        if row_word {
            self.advance();
        }
        if self.eat(Symbol::Open) {
            let row = self.comma_list(Self::expr)?;
            self.expect(Symbol::Close)?;
            return Ok(row);
        }
        Ok(vec![self.expr()?])
    }

    fn select(&mut self) -> Read<Select> {
        let start = self.span();
        self.expect_word("SELECT")?;
        let stream = self.eat_word("STREAM");
        let distinct = match self.eat_word("DISTINCT") {
            true => Distinctness::Distinct,
            false => Distinctness::All,
        };
        if distinct == Distinctness::All {
            self.eat_word("ALL");
        }
        self.expr_depth = 0;
        let items = self.recovering_list(Self::select_item)?;
        let from = match self.eat_word("FROM") {
            true => self.recovering_list(Self::table_ref)?,
            false => Vec::new(),
        };
        let filter = self.clause("WHERE")?;
        let stagger = self.stagger()?;
        let group_by = match self.eat_words(&["GROUP", "BY"]) {
            true => self.recovering_list(Self::expr)?,
            false => Vec::new(),
        };
        let having = self.clause("HAVING")?;
        let windows = match self.eat_word("WINDOW") {
            true => self.named_windows()?,
            false => Vec::new(),
        };
        let span = self.since(start);
        Ok(Select {
            stream,
            distinct,
            items,
            from,
            filter,
            stagger,
            group_by,
            having,
            windows,
            span,
        })
    }

    fn clause(&mut self, word: &str) -> Read<Option<Expr>> {
        if self.eat_word(word) { self.recovering(Self::expr) } else { Ok(None) }
    }

    fn select_item(&mut self) -> Read<SelectItem> {
        let start = self.span();
        if self.eat(Symbol::Star) {
            return Ok(SelectItem::Wildcard(start));
        }
        if self.qualified_wildcard_ahead() {
            let name = self.name("a name")?;
            self.expect(Symbol::Dot)?;
            self.expect(Symbol::Star)?;
            return Ok(SelectItem::QualifiedWildcard(name));
        }
        let expr = self.expr()?;
        let alias = match self.eat_word("AS") || self.at_ident() {
            true => Some(self.ident("a column name")?),
            false => None,
        };
        Ok(SelectItem::Expr { expr, alias })
    }

    /// `a.*`, `a.b.*`.
    fn qualified_wildcard_ahead(&self) -> bool {
        let is_name = |kind: &TokenKind| matches!(kind, TokenKind::Word(_) | TokenKind::Quoted(_));
        let mut index = self.next;
        while is_name(&self.token_at(index).kind) {
            let dot = self.token_at(index + 1).kind == TokenKind::Symbol(Symbol::Dot);
            if !dot {
                return false;
            }
            if self.token_at(index + 2).kind == TokenKind::Symbol(Symbol::Star) {
                return true;
            }
            index += 2;
        }
        false
    }
}
