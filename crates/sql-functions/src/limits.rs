//! Every bound of the function library, with its unit.
//! Does not: hold limits of types (see `sql-lang`).

/// Seconds of the longest tumbling window of a table function, as documented.
pub(crate) const TUMBLING_SECONDS_MAX: i64 = 3_600;

/// Most values that TOP_K_ITEMS_TUMBLING gives per window, as documented.
pub(crate) const TOP_K_MAX: i64 = 100_000;

/// Different values, or rows, that a table function keeps of one window.
pub(crate) const TABLE_ITEMS_MAX: usize = 10_000_000;

/// Numeric columns that the forest and HOTSPOTS take, as documented.
pub(crate) const NUMERIC_COLUMNS_MAX: usize = 30;

/// Coordinates that a forest may hold in the boxes of its nodes, 8 bytes each: trees times
/// sample size times columns times shingle size.
pub(crate) const FOREST_COORDINATES_MAX: i64 = 32 * 1024 * 1024;

/// Characters of HOTSPOTS_RESULT and ANOMALY_EXPLANATION.
pub(crate) const JSON_CHARS_MAX: u32 = 20_480;
