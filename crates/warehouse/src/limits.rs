//! Every limit of the warehouse, with its unit.
//! Does not: read configuration; what a user may set is in `Options`.

/// Connections open at one time; the next ones wait in the listener's backlog.
pub const CONNECTIONS_MAX: usize = 256;
/// Columns of one table, as in Redshift.
pub const COLUMNS_MAX: usize = 1_600;
/// Bytes of one SQL statement, as in Redshift.
pub const STATEMENT_BYTES_MAX: usize = 16 * 1024 * 1024;
/// Objects that one COPY may read.
pub const OBJECTS_PER_COPY_MAX: usize = 100_000;
/// Objects asked for in one listing call.
pub const LISTING_PAGE: usize = 1_000;
/// Bytes of one object after decompression. It is held in memory while it is parsed.
pub const OBJECT_PLAIN_BYTES_MAX: u64 = 1024 * 1024 * 1024;
/// Rows gathered before they are handed to the Parquet writer.
pub const ROWS_PER_BATCH: usize = 16 * 1024;
/// Rows that one INSERT or one in-process query may hold in memory.
pub const ROWS_IN_MEMORY_MAX: usize = 1_000_000;
/// Default length of VARCHAR without one, in bytes, as in Redshift.
pub const VARCHAR_BYTES_DEFAULT: u32 = 256;
/// Longest VARCHAR, in bytes, as in Redshift.
pub const VARCHAR_BYTES_MAX: u32 = 65_535;
/// Longest CHAR, in bytes, as in Redshift.
pub const CHAR_BYTES_MAX: u32 = 4_096;
/// Digits of the widest DECIMAL, as in Redshift.
pub const DECIMAL_DIGITS_MAX: u8 = 38;
/// Parts below this size are merged with their like, in bytes.
pub const SMALL_PART_BYTES: u64 = 16 * 1024 * 1024;
/// Small parts of one table that are tolerated before they are merged.
pub const SMALL_PARTS_MAX: usize = 32;
/// Memory that all queries together may use by default, in bytes.
pub const QUERY_MEMORY_BYTES_DEFAULT: usize = 512 * 1024 * 1024;
/// Iterations of the salted password hash offered to clients.
pub const SCRAM_ITERATIONS: usize = 4_096;
/// Times that a commit is tried again when somebody else changed the table meanwhile.
pub const COMMIT_TRIES_MAX: usize = 8;
/// Tables that can be changed at one time.
pub const WRITER_LOCKS: usize = 64;
/// Pause after a connection that could not be accepted, on the machine's clock.
pub const ACCEPT_PAUSE: std::time::Duration = std::time::Duration::from_millis(50);
/// Levels of one statement's tree.
pub const STATEMENT_DEPTH_MAX: usize = 256;
/// Stack of the thread that plans a statement, in bytes: enough for the deepest one in a
/// development build, whose frames are the largest.
pub const PLANNING_STACK_BYTES: usize = 64 * 1024 * 1024;
