//! Kinesis Analytics for SQL: applications, inputs, outputs and the running of their code.
