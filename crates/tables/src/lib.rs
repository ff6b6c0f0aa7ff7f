//! Key-value tables: the DynamoDB subset that stream functions and KCL use.
