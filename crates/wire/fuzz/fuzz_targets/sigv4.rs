//! `cargo fuzz run sigv4`: see `harness::sigv4`.
//! Does not: hold what is checked.
#![no_main]

#[path = "../harness.rs"]
#[allow(dead_code, reason = "each target uses one of the harness's functions")]
mod harness;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| harness::sigv4(bytes));
