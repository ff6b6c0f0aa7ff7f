//! Every limit of this crate, with its unit.
//! Does not: enforce them.

/// Content of one PutObject; it is held in memory while it is written.
pub const OBJECT_BYTES_MAX: usize = 512 * 1024 * 1024;
/// Entries of one page of a listing, as AWS has it.
pub const LIST_KEYS_MAX: usize = 1_000;
/// Keys of one DeleteObjects call, as AWS has it.
pub const DELETE_KEYS_MAX: usize = 1_000;
/// The trailer of an aws-chunked body.
pub const TRAILER_BYTES_MAX: usize = 16 * 1024;
/// Contents of all requests under way together; others wait.
pub const HELD_BYTES_MAX: usize = 1024 * 1024 * 1024;
/// Of every part of an upload but the last, as AWS has it.
pub const PART_BYTES_MIN: usize = 5 * 1024 * 1024;
pub const PART_NUMBER_MAX: i32 = 10_000;
