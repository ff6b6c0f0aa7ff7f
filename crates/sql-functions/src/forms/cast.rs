//! `CAST(value AS type)`.
//! Does not: know which conversions exist (see `types`).

use super::Form;
use crate::Example;

pub const CAST: Form = Form {
    name: "CAST",
    signatures: &["CAST(value AS type)"],
    doc: "Converts a value. Numbers round half away from zero and have to fit; text is \
          read in the full form of its type without anything behind it; text that is \
          longer than a CHAR or VARCHAR fails the row, and CHAR is filled with blanks. An \
          interval's text has its sign and is cut to the length; intervals of one field \
          convert to numbers and back. A value that does not convert fails the row.",
    example: Example {
        expression: "CAST('2004-09-30 13:48:23' AS TIMESTAMP)",
        value: "2004-09-30 13:48:23.000",
    },
};
