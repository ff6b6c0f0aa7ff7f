//! The numeric columns of a cursor, as coordinates of a point.
//! Does not: take DECIMAL, which these functions never did.

use levada_sql_lang::{SqlType, Value};

use super::arguments::Arguments;
use super::{ArgumentFault, Column};
use crate::limits::NUMERIC_COLUMNS_MAX;

/// Which columns are coordinates, and what they are called.
#[derive(Clone, Debug)]
pub(super) struct Numbers {
    pub places: Vec<usize>,
    pub names: Vec<String>,
}

impl Numbers {
    pub fn of(arguments: &Arguments<'_>, cursor: &[Column]) -> Result<Self, ArgumentFault> {
        let numeric = |ty: SqlType| ty.is_integer() || ty.is_approximate();
        let found: Vec<(usize, &Column)> =
            cursor.iter().enumerate().filter(|(_, column)| numeric(column.ty)).collect();
        if found.is_empty() {
            let message = "the CURSOR has no numeric column; a DECIMAL is to be cast to DOUBLE";
            return Err(arguments.fault(0, message));
        }
        if found.len() > NUMERIC_COLUMNS_MAX {
            let message = format!(
                "the CURSOR has {} numeric columns; at most {NUMERIC_COLUMNS_MAX} are allowed",
                found.len()
            );
            return Err(arguments.fault(0, &message));
        }
        let places = found.iter().map(|(place, _)| *place).collect();
        let names = found.into_iter().map(|(_, column)| column.name.clone()).collect();
        Ok(Self { places, names })
    }

    /// The row's point; `None` when a coordinate is NULL or not finite.
    pub fn point(&self, row: &[Value]) -> Option<Vec<f64>> {
        let coordinate = |place: &usize| {
            let number = crate::function::double(row.get(*place)?);
            // Zero has one sign, so that equal points are equal bytes.
            number.is_finite().then_some(number + 0.0)
        };
        self.places.iter().map(coordinate).collect()
    }
}
