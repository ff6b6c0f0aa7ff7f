//! The example of every function is run as SQL.
//! Does not: test edges; those are in the cases.

use levada_sql_functions::scalar;

use crate::cases::evaluate;

#[test]
fn the_example_of_every_function_gives_its_value() {
    for function in scalar::ALL {
        let value = evaluate(function.example.expression);
        let shown = value.map(|value| value.to_string());
        assert_eq!(shown.as_deref(), Ok(function.example.value), "{}", function.name);
    }
}
