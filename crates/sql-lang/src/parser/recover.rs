//! Goes on behind a fault within a statement, so that one reading reports several.
//! Does not: keep what was wrong; a statement with a fault gives no tree.

use super::{Parser, Read};
use crate::limits::ERRORS_MAX;
use crate::token::{Symbol, TokenKind};

/// Words that begin the next part of a query. Sorted.
const CLAUSES: &[&str] = &[
    "CREATE",
    "EXCEPT",
    "FROM",
    "GROUP",
    "HAVING",
    "INTERSECT",
    "ORDER",
    "UNION",
    "WHERE",
    "WINDOW",
    "WINDOWED",
];

impl Parser {
    /// Reads items up to the first that no comma follows. A wrong one is noted, and reading goes
    /// on at the next comma, clause or closing parenthesis of its level.
    pub(super) fn recovering_list<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Vec<T>> {
        let mut items = Vec::new();
        loop {
            items.extend(self.recovering(&mut read)?);
            if !self.eat(Symbol::Comma) {
                return Ok(items);
            }
        }
    }

    /// Reads one part of a statement; `None` when it is wrong and was passed over.
    pub(super) fn recovering<T>(
        &mut self,
        mut read: impl FnMut(&mut Self) -> Read<T>,
    ) -> Read<Option<T>> {
        let start = self.next;
        let fault = match read(self) {
            Ok(part) if self.at_boundary() => return Ok(Some(part)),
            Ok(_) => self.unexpected("',' or the next clause"),
            Err(fault) => fault,
        };
        if self.faults.len() + 1 >= ERRORS_MAX {
            return Err(fault);
        }
        self.faults.push(fault);
        self.skip_part(start);
        Ok(None)
    }

    /// Whether a part of a query may end here.
    fn at_boundary(&self) -> bool {
        match self.peek() {
            TokenKind::Word(word) => CLAUSES.binary_search(&word.as_str()).is_ok(),
            TokenKind::Symbol(symbol) => {
                matches!(symbol, Symbol::Comma | Symbol::Close | Symbol::Semicolon)
            }
            TokenKind::End => true,
            _ => false,
        }
    }

    /// From the part that begins at token `start`, goes to the boundary at its own level that is
    /// not before the fault.
    fn skip_part(&mut self, start: usize) {
        let reached = self.next;
        let mut open = 0_usize;
        self.next = start;
        loop {
            let outside = open == 0 || matches!(self.peek(), TokenKind::Symbol(Symbol::Semicolon));
            if self.at_end() || (outside && self.next >= reached && self.at_boundary()) {
                return;
            }
            if self.at(Symbol::Open) {
                open += 1;
            } else if self.at(Symbol::Close) {
                open = open.saturating_sub(1);
            }
            self.advance();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::parse_program;

    #[test]
    fn several_faults_of_one_statement_are_reported_each_at_its_place() {
        let text = "CREATE STREAM s (a NOTYPE, b INTEGER, c VARCHAR, d DATE);\n\
                    SELECT STREAM a +, f(b c), d FROM s WHERE x = GROUP BY FLOOR(t TO EON), y;";
        let places: Vec<String> = parse_program(text)
            .errors
            .iter()
            .map(|error| format!("{}:{} {}", error.start.line, error.start.column, error.message))
            .collect();
        assert_eq!(
            places,
            [
                "1:20 'NOTYPE' is not a type",
                "1:48 expected '(', found ','",
                "2:18 expected an expression, found ','",
                "2:24 expected ')', found 'C'",
                "2:47 expected an expression, found 'GROUP'",
                "2:67 expected one of YEAR, MONTH, DAY, HOUR, MINUTE, SECOND, found 'EON'",
            ]
        );
    }

    #[test]
    fn a_fault_hides_neither_its_own_statement_nor_the_next() {
        let parsed = parse_program("SELECT a, , b FROM s; SELECT a FROM s; SELECT (a FROM s");
        assert_eq!(parsed.statements.len(), 1);
        assert!(parsed.errors.len() >= 2);
    }
}
