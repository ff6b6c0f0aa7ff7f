//! The streaming SQL language: types, lexer, parser, tree, printer; parsing never panics.
