//! The SQL function library, one file per function.
