//! CSV, JSON and GZIP formats, JSONPath, and the object prefix expression language.
