//! Bounds how deep a statement's tree can be, before anybody builds it.
//!
//! The query engine walks trees by recursion, in places without protection, and a process that
//! runs out of stack is gone with everything else it does.
//!
//! Does not: build the tree; it counts what could make it deeper, which is never too little.

use super::lexer::{Token, TokenKind};
use crate::error::{Result, WarehouseError};
use crate::limits;

/// Words that put one expression or query into another, besides the symbols.
const NESTING_WORDS: &[&str] = &["AND", "CASE", "EXCEPT", "INTERSECT", "JOIN", "OR", "UNION"];

/// The query engine's parser reads what follows `NOT (` and `NOT NOT` more than once, so that its
/// time doubles with each inside another; this many levels are counted for one.
const NOT_LEVELS: usize = limits::STATEMENT_DEPTH_MAX / 8;

/// Each open bracket, and each operator since the last comma beside it, may be one level.
pub fn check(tokens: &[Token]) -> Result<()> {
    // For each open bracket: the count beside it, and the levels it makes.
    let mut open: Vec<(usize, usize)> = Vec::new();
    let (mut here, mut around, mut after_not) = (0usize, 0usize, false);
    for token in tokens {
        match &token.kind {
            TokenKind::Symbol('(' | '[') => {
                let levels = here + if after_not { NOT_LEVELS } else { 1 };
                open.push((here, levels));
                around += levels;
                here = 0;
            }
            TokenKind::Symbol(')' | ']') => {
                let (beside, levels) = open.pop().unwrap_or_default();
                here = beside;
                around = around.saturating_sub(levels);
            }
            TokenKind::Symbol(',') => here = 0,
            TokenKind::Symbol('.' | ';') => {}
            TokenKind::Symbol(_) => here += 1,
            TokenKind::Word(word) if after_not && word.eq_ignore_ascii_case("NOT") => {
                here += NOT_LEVELS;
            }
            TokenKind::Word(word) => {
                here += usize::from(NESTING_WORDS.iter().any(|w| w.eq_ignore_ascii_case(word)));
            }
            _ => {}
        }
        after_not = token.is_word("NOT");
        if around + here > limits::STATEMENT_DEPTH_MAX {
            return Err(WarehouseError::TooComplex(limits::STATEMENT_DEPTH_MAX));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sql::lexer::lex;

    fn depth_is_fine(sql: &str) -> bool {
        check(&lex(sql).unwrap()).is_ok()
    }

    #[test]
    fn long_lists_are_fine_and_long_chains_are_not() {
        let times = limits::STATEMENT_DEPTH_MAX + 1;
        assert!(depth_is_fine(&format!("VALUES (-1, 2){}", ", (-1, 1 + 2)".repeat(10 * times))));
        assert!(depth_is_fine(&format!("SELECT a{}", " AND b IS NOT NULL".repeat(times / 2))));
        assert!(depth_is_fine(&format!("SELECT a{}", " AND NOT (b)".repeat(times / 2))));
        assert!(!depth_is_fine(&format!("SELECT {}a", "NOT (".repeat(9))));
        assert!(!depth_is_fine(&format!("SELECT {}a", "NOT ".repeat(10))));
        assert!(!depth_is_fine(&format!("SELECT 1{}", " + 1".repeat(times))));
        assert!(!depth_is_fine(&format!("SELECT a{}", " or a".repeat(times))));
        assert!(!depth_is_fine(&format!("SELECT {}1", "(".repeat(times))));
        assert!(!depth_is_fine(&format!("SELECT 1{}", " UNION SELECT 1".repeat(times))));
        assert!(!depth_is_fine(&format!("SELECT {}", "f(a + ".repeat(times / 2 + 1))));
    }
}
