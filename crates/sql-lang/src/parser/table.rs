//! What stands in FROM: streams, tables, subqueries, table functions and their joins.
//! Does not: check that names resolve.

use super::{Parser, Read};
use crate::lexer::Fault;
use crate::token::Symbol;
use crate::tree::{JoinConstraint, JoinKind, TableAlias, TableRef, TableRefKind};

impl Parser {
    pub(super) fn table_ref(&mut self) -> Read<TableRef> {
        self.nested(Self::joins)
    }

    fn joins(&mut self) -> Read<TableRef> {
        let start = self.span();
        let mut left = self.table_primary()?;
        while let Some(kind) = self.join_kind()? {
            self.link_query_chain()?;
            let right = self.table_primary()?;
            let constraint = match kind {
                JoinKind::Cross => JoinConstraint::None,
                _ => self.join_constraint()?,
            };
            let (left_box, right) = (Box::new(left), Box::new(right));
            let kind = TableRefKind::Join { kind, left: left_box, right, constraint };
            left = TableRef { kind, span: self.since(start) };
        }
        Ok(left)
    }

    fn join_kind(&mut self) -> Read<Option<JoinKind>> {
        let kind = match self.word_at(0) {
            Some("JOIN") => {
                self.advance();
                return Ok(Some(JoinKind::Inner));
            }
            Some("INNER") => JoinKind::Inner,
            Some("LEFT") => JoinKind::Left,
            Some("RIGHT") => JoinKind::Right,
            Some("FULL") => JoinKind::Full,
            Some("CROSS") => JoinKind::Cross,
            Some("NATURAL") => {
                let message = "NATURAL joins are not in the language; name the columns with USING";
                return Err(Fault::new(self.span(), message));
            }
            _ => return Ok(None),
        };
        self.advance();
        if matches!(kind, JoinKind::Left | JoinKind::Right | JoinKind::Full) {
            self.eat_word("OUTER");
        }
        self.expect_word("JOIN")?;
        Ok(Some(kind))
    }

    fn join_constraint(&mut self) -> Read<JoinConstraint> {
        if self.eat_word("USING") {
            return Ok(JoinConstraint::Using(self.ident_list("a column name")?));
        }
        if self.eat_word("ON") {
            return Ok(JoinConstraint::On(self.expr()?));
        }
        Err(self.unexpected("ON or USING"))
    }

    fn table_primary(&mut self) -> Read<TableRef> {
        let start = self.span();
        let kind = if self.at_word("TABLE") && self.is_symbol_at(1, Symbol::Open) {
            self.table_function()?
        } else if self.at(Symbol::Open) {
            self.advance();
            if !self.query_ahead() {
                let inner = self.table_ref()?;
                self.expect(Symbol::Close)?;
                return Ok(inner);
            }
            let query = Box::new(self.query()?);
            self.expect(Symbol::Close)?;
            let over = self.table_window()?;
            TableRefKind::Subquery { query, over, alias: self.table_alias()? }
        } else {
            let name = self.name("a stream, a table or a query")?;
            let over = self.table_window()?;
            TableRefKind::Named { name, over, alias: self.table_alias()? }
        };
        let kind = self.late_window(kind)?;
        Ok(TableRef { kind, span: self.since(start) })
    }

    /// `s AS a OVER (…)`, which means the same as `s OVER (…) AS a`.
    fn late_window(&mut self, kind: TableRefKind) -> Read<TableRefKind> {
        match kind {
            TableRefKind::Named { name, over: None, alias } => {
                Ok(TableRefKind::Named { name, over: self.table_window()?, alias })
            }
            TableRefKind::Subquery { query, over: None, alias } => {
                Ok(TableRefKind::Subquery { query, over: self.table_window()?, alias })
            }
            other => Ok(other),
        }
    }

    /// `TABLE(f(args))`.
    fn table_function(&mut self) -> Read<TableRefKind> {
        self.advance();
        self.expect(Symbol::Open)?;
        let name = self.ident("a table function")?;
        self.expect(Symbol::Open)?;
        let args = match self.at(Symbol::Close) {
            true => Vec::new(),
            false => self.comma_list(Self::expr)?,
        };
        self.expect(Symbol::Close)?;
        self.expect(Symbol::Close)?;
        Ok(TableRefKind::Function { name, args, alias: self.table_alias()? })
    }

    fn table_alias(&mut self) -> Read<Option<TableAlias>> {
        if !self.eat_word("AS") && !self.at_ident() {
            return Ok(None);
        }
        let name = self.ident("an alias")?;
        let columns = match self.at(Symbol::Open) {
            true => self.ident_list("a column name")?,
            false => Vec::new(),
        };
        Ok(Some(TableAlias { name, columns }))
    }
}
