//! What a program may name: source streams and reference tables with their columns.
//! Does not: hold rows.

use levada_sql_functions::EvalError;
use levada_sql_lang::{SqlType, Value};

/// Everything outside the program's own text that it can read. Names are exact.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Catalog {
    pub streams: Vec<StreamDef>,
    pub tables: Vec<TableDef>,
}

/// A stream: its rows also carry `ROWTIME`, which is not among the columns.
#[derive(Clone, Debug, PartialEq)]
pub struct StreamDef {
    pub name: String,
    pub columns: Vec<ColumnDef>,
}

/// A reference table.
#[derive(Clone, Debug, PartialEq)]
pub struct TableDef {
    pub name: String,
    pub columns: Vec<ColumnDef>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct ColumnDef {
    pub name: String,
    pub ty: SqlType,
    pub not_null: bool,
    /// A system column of a source stream: it can be named, and is not among those of `*`.
    pub hidden: bool,
}

impl ColumnDef {
    pub fn new(name: impl Into<String>, ty: SqlType) -> Self {
        Self { name: name.into(), ty, not_null: false, hidden: false }
    }

    /// A column that every row of a source stream has beside those of its schema.
    pub fn system(name: impl Into<String>, ty: SqlType) -> Self {
        Self { hidden: true, ..Self::new(name, ty) }
    }

    /// The value, unless the column does not take NULL and it is.
    pub(crate) fn accept(&self, value: Value) -> Result<Value, EvalError> {
        if self.not_null && value.is_null() {
            return Err(EvalError::NullNotAllowed { column: self.name.clone() });
        }
        Ok(value)
    }
}
