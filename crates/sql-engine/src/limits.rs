//! Every bound of the engine, with its unit.
//! Does not: hold limits of the language (see `sql-lang`).

/// Characters of `MESSAGE` in the error stream.
pub(crate) const ERROR_MESSAGE_CHARS: usize = 4_096;

/// Characters of `DATA_ROW` in the error stream: two per byte of the row.
pub(crate) const ERROR_ROW_CHARS: usize = 49_152;

/// Rows of a kept reference table that come out while no row of the stream does. One wrong
/// timestamp in the far future would otherwise end more windows than memory can hold.
pub(crate) const ABSENT_ROWS_MAX: usize = 500_000;

/// Characters of the name of an in-application stream or pump.
pub(crate) const NAME_CHARS_MAX: usize = 128;

/// Columns of one stream or query.
pub(crate) const COLUMNS_MAX: usize = 1_000;

/// Parts of the expression that a call of a created function becomes.
pub(crate) const INLINED_PARTS_MAX: usize = 10_000;

/// Streams and pumps of one program.
pub(crate) const STATEMENTS_MAX: usize = 1_000;
