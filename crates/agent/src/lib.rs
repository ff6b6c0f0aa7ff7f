//! Tails files and feeds a stream or a delivery stream.
