//! What the log promises its callers, one claim per test, on a simulated disk.
//! Does not: crash at random; see `crash`.
