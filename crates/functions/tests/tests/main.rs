//! Functions as processes and mappings over a stream in memory, with the machine's Python.
//! Does not: go over HTTP; `conformance/` does.

mod api;
mod fixture;
mod mappings;
mod processes;
