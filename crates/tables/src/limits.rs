//! Every limit of the service, named with its unit.
//! Does not: hold the model's constraints; those are checked before an operation is called.

use std::time::Duration;

/// Names and values of an item.
pub const ITEM_BYTES_MAX: usize = 400 * 1024;
pub const HASH_KEY_BYTES_MAX: usize = 2048;
pub const RANGE_KEY_BYTES_MAX: usize = 1024;
/// Lists and maps within each other.
pub const NESTING_MAX: usize = 32;
/// Item bytes that one Query or Scan call looks at.
pub const PAGE_BYTES_MAX: usize = 1024 * 1024;
/// Rows fetched from the control store at once.
pub const FETCH_ROWS: usize = 200;
/// Bytes of an expression.
pub const EXPRESSION_BYTES_MAX: usize = 4096;
/// Parentheses, NOTs and functions within each other in an expression.
pub const EXPRESSION_DEPTH_MAX: usize = 64;
/// Comparators, functions and the like of one expression.
pub const EXPRESSION_OPERATORS_MAX: usize = 300;
/// Operands of IN.
pub const IN_OPERANDS_MAX: usize = 100;
/// Tables of a ListTables answer, unless asked for fewer.
pub const LIST_TABLE_COUNT: usize = 100;
/// Attempts of a write whose row another writer changed meanwhile.
pub const WRITE_ATTEMPTS_MAX: usize = 32;
/// Locks that spread writers of different rows.
pub const LOCK_COUNT: usize = 256;
/// Global secondary indexes of a table.
pub const INDEXES_MAX: usize = 20;
/// Attributes that an index includes beside its keys.
pub const INCLUDED_ATTRIBUTES_MAX: usize = 20;
/// Tags of a table.
pub const TAGS_MAX: usize = 50;
/// Product time after which an item's time to live is taken for something else: five years.
pub const EXPIRY_AGE_MAX: Duration = Duration::from_secs(5 * 365 * 24 * 3600);
/// Product time until items are ended again after the control store failed.
pub const EXPIRY_RETRY: Duration = Duration::from_secs(60);
/// Real time for which a transaction's idempotency token is kept.
pub const TOKEN_VALIDITY: Duration = Duration::from_secs(600);
/// Tokens of that age that a transaction with a token forgets on its way.
pub const TOKEN_PURGE_COUNT: usize = 20;
/// Items of one BatchGetItem.
pub const BATCH_READS_MAX: usize = 100;
/// Items of one BatchWriteItem.
pub const BATCH_WRITES_MAX: usize = 25;
/// Bytes of items in the answer of a BatchGetItem; the rest stays unprocessed.
pub const BATCH_BYTES_MAX: usize = 16 * 1024 * 1024;
