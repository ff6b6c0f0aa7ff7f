//! Claims about the library as a whole.
//! Does not: test single functions; their files and `conformance/slt` do.

mod pages;
