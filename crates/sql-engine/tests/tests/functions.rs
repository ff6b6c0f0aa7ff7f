//! The example of every function is run as SQL.
//! Does not: test edges; those are in the cases.

use levada_sql_functions::{forms, scalar};

use crate::cases::evaluate;

#[test]
fn the_example_of_every_function_gives_its_value() {
    let functions = scalar::ALL.iter().map(|function| (function.name, function.example));
    let forms = forms::ALL.iter().map(|form| (form.name, form.example));
    for (name, example) in functions.chain(forms) {
        let value = evaluate(example.expression);
        let shown = value.map(|value| value.to_string());
        assert_eq!(shown.as_deref(), Ok(example.value), "{name}");
    }
}
