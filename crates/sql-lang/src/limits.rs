//! Every bound of the language, with its unit.
//! Does not: hold limits of running programs.

/// Characters of one name.
pub const IDENTIFIER_CHARS_MAX: usize = 128;

/// Bytes of one program: the API's limit of `ApplicationCode`.
pub const SQL_BYTES_MAX: usize = 102_400;

/// Levels of nested expressions, queries and joins together, so that no reader of the tree
/// needs more stack than a small thread has.
pub const NESTING_MAX: usize = 100;

/// Operators chained on one level (`a + b + c …`) within one outermost expression; a chain is
/// as deep a tree as it is long.
pub const CHAIN_MAX: usize = 1_000;

/// Significant digits of a DECIMAL value or literal.
pub const DECIMAL_DIGITS_MAX: u32 = 38;

/// Errors reported for one program; the rest of it is not read.
pub const ERRORS_MAX: usize = 20;
