//! The scalar functions, one file each.
//! Does not: hold forms that the binder writes (see `forms`).

mod abs;
mod ceil;
mod ceil_to;
mod char_length;
mod char_to_date;
mod char_to_time;
mod char_to_timestamp;
mod character_length;
mod date_to_char;
mod exp;
mod extract;
mod floor;
mod floor_to;
mod initcap;
mod ln;
mod log10;
mod lower;
mod modulo;
mod overlay;
mod position;
mod power;
mod regex_replace;
mod step;
mod substring;
mod substring_from;
mod substring_regex;
mod substring_similar;
mod time_to_char;
mod timestamp_to_char;
mod to_timestamp;
mod trim;
mod tsdiff;
mod unix_timestamp;
mod upper;

use crate::ScalarFunction;

pub use abs::ABS;
pub use ceil::CEIL;
pub use ceil_to::CEIL_TO;
pub use char_length::CHAR_LENGTH;
pub use char_to_date::CHAR_TO_DATE;
pub use char_to_time::CHAR_TO_TIME;
pub use char_to_timestamp::CHAR_TO_TIMESTAMP;
pub use character_length::CHARACTER_LENGTH;
pub use date_to_char::DATE_TO_CHAR;
pub use exp::EXP;
pub use extract::EXTRACT;
pub use floor::FLOOR;
pub use floor_to::FLOOR_TO;
pub use initcap::INITCAP;
pub use ln::LN;
pub use log10::LOG10;
pub use lower::LOWER;
pub use modulo::MOD;
pub use overlay::OVERLAY;
pub use position::POSITION;
pub use power::POWER;
pub use regex_replace::REGEX_REPLACE;
pub use step::STEP;
pub use substring::SUBSTRING;
pub use substring_from::SUBSTRING_FROM;
pub use substring_regex::SUBSTRING_REGEX;
pub use substring_similar::SUBSTRING_SIMILAR;
pub use time_to_char::TIME_TO_CHAR;
pub use timestamp_to_char::TIMESTAMP_TO_CHAR;
pub use to_timestamp::TO_TIMESTAMP;
pub use trim::TRIM;
pub use tsdiff::TSDIFF;
pub use unix_timestamp::UNIX_TIMESTAMP;
pub use upper::UPPER;

/// Every scalar function, sorted by name. `name TO` are the forms with a unit.
pub static ALL: &[&ScalarFunction] = &[
    &ABS,
    &CEIL,
    &CEIL_TO,
    &CHARACTER_LENGTH,
    &CHAR_LENGTH,
    &CHAR_TO_DATE,
    &CHAR_TO_TIME,
    &CHAR_TO_TIMESTAMP,
    &DATE_TO_CHAR,
    &EXP,
    &EXTRACT,
    &FLOOR,
    &FLOOR_TO,
    &INITCAP,
    &LN,
    &LOG10,
    &LOWER,
    &MOD,
    &OVERLAY,
    &POSITION,
    &POWER,
    &REGEX_REPLACE,
    &STEP,
    &SUBSTRING,
    &SUBSTRING_FROM,
    &SUBSTRING_REGEX,
    &SUBSTRING_SIMILAR,
    &TIMESTAMP_TO_CHAR,
    &TIME_TO_CHAR,
    &TO_TIMESTAMP,
    &TRIM,
    &TSDIFF,
    &UNIX_TIMESTAMP,
    &UPPER,
];

/// The function of this name, as written in a call.
pub fn find(name: &str) -> Option<&'static ScalarFunction> {
    let name = if name == "CEILING" { "CEIL" } else { name };
    let at = ALL.binary_search_by(|function| function.name.cmp(name)).ok()?;
    ALL.get(at).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_every_function_is_found_by_its_name() {
        assert!(ALL.is_sorted_by(|a, b| a.name < b.name));
        for function in ALL {
            assert_eq!(find(function.name).map(|found| found.name), Some(function.name));
        }
        assert!(find("NO_SUCH_FUNCTION").is_none());
    }
}
