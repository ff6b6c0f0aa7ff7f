//! Functions and event source mappings: processes behind the Lambda Runtime API.
