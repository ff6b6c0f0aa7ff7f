//! Reads the constant arguments of a table function's call.
//! Does not: know any function.

use levada_sql_lang::Value;

use super::{ArgumentFault, Column, TableCall};

/// A call's arguments by their place: 1 is the first after CURSOR.
pub(super) struct Arguments<'a> {
    function: &'static str,
    call: TableCall<'a>,
}

impl<'a> Arguments<'a> {
    /// Checks the number of arguments after CURSOR.
    pub fn new(
        function: &'static str,
        call: &TableCall<'a>,
        least: usize,
        most: usize,
    ) -> Result<Self, ArgumentFault> {
        let found = call.arguments.len();
        if (least..=most).contains(&found) {
            return Ok(Self { function, call: *call });
        }
        let expected = if least == most { least.to_string() } else { format!("{least} to {most}") };
        let message =
            format!("{function} takes a CURSOR and {expected} more arguments, found {found}");
        Err(ArgumentFault { argument: None, message })
    }

    pub fn fault(&self, place: usize, message: &str) -> ArgumentFault {
        let message = format!("{}: {message}", self.function);
        ArgumentFault { argument: Some(place), message }
    }

    fn at(&self, place: usize) -> Option<&'a Value> {
        self.call.arguments.get(place.checked_sub(1)?)
    }

    /// An integer within bounds; `default` where the call ends before.
    pub fn integer(
        &self,
        place: usize,
        what: &str,
        bounds: std::ops::RangeInclusive<i64>,
        default: Option<i64>,
    ) -> Result<i64, ArgumentFault> {
        let value = match self.at(place) {
            None => default,
            Some(Value::Integer(number)) => Some(*number),
            Some(_) => None,
        };
        value.filter(|number| bounds.contains(number)).ok_or_else(|| {
            let found = self.at(place).map_or("nothing".to_owned(), ToString::to_string);
            let message = format!(
                "{what} is an integer of {} to {}, found {found}",
                bounds.start(),
                bounds.end()
            );
            self.fault(place, &message)
        })
    }

    /// A number above zero.
    pub fn positive(&self, place: usize, what: &str) -> Result<f64, ArgumentFault> {
        let number = self.at(place).map_or(f64::NAN, crate::function::double);
        if number > 0.0 && number.is_finite() {
            return Ok(number);
        }
        Err(self.fault(place, &format!("{what} is a number above 0")))
    }

    pub fn boolean(&self, place: usize, what: &str, default: bool) -> Result<bool, ArgumentFault> {
        match self.at(place) {
            None => Ok(default),
            Some(Value::Boolean(truth)) => Ok(*truth),
            Some(_) => Err(self.fault(place, &format!("{what} is TRUE or FALSE"))),
        }
    }

    pub fn text(&self, place: usize, what: &str) -> Result<&'a str, ArgumentFault> {
        match self.at(place) {
            Some(Value::Varchar(text)) => Ok(text),
            _ => Err(self.fault(place, &format!("{what} is a text in single quotes"))),
        }
    }

    /// A column of the cursor, named by a text, its case exact; and its position.
    pub fn column(&self, place: usize) -> Result<(usize, &'a Column), ArgumentFault> {
        let name = self.text(place, "the column's name")?;
        let mut columns = self.call.cursor.iter().enumerate();
        if let Some(found) = columns.find(|(_, column)| column.name == name) {
            return Ok(found);
        }
        let names: Vec<&str> = self.call.cursor.iter().map(|c| c.name.as_str()).collect();
        let message = format!("no column '{name}' in CURSOR; it has {}", names.join(", "));
        Err(self.fault(place, &message))
    }
}
