//! Names of the models in Rust's and in AWS's forms.
//! Does not: check that a name is unique.

const KEYWORDS: &[&str] = &[
    "as", "async", "await", "box", "break", "const", "continue", "crate", "dyn", "else", "enum",
    "extern", "false", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match",
    "mod", "move", "mut", "pub", "ref", "return", "self", "static", "struct", "super", "trait",
    "true", "try", "type", "union", "unsafe", "use", "where", "while", "yield",
];

/// `StreamARN` to `stream_arn`, `Type` to `type_`.
pub fn field(wire: &str) -> String {
    let name = snake(wire);
    if KEYWORDS.contains(&name.as_str()) { format!("{name}_") } else { name }
}

/// `StreamName` to `STREAM_NAME`.
pub fn constant(wire: &str) -> String {
    snake(wire).to_uppercase()
}

/// `streamARN` to `StreamARN`: type names begin with a capital.
pub fn structure(shape: &str) -> String {
    let mut letters = shape.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().collect::<String>() + letters.as_str()
    })
}

/// `StreamARN` to `streamARN`, as validation messages name members.
pub fn member(wire: &str) -> String {
    let mut letters = wire.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_lowercase().collect::<String>() + letters.as_str()
    })
}

fn snake(wire: &str) -> String {
    let letters: Vec<char> = wire.replace("ARNs", "Arns").replace("URLs", "Urls").chars().collect();
    let mut name = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let before = index.checked_sub(1).and_then(|before| letters.get(before));
        let after = letters.get(index + 1);
        let starts_word = letter.is_uppercase()
            && before.is_some_and(|before| {
                !before.is_uppercase() || after.is_some_and(|after| after.is_lowercase())
            });
        if starts_word && !name.ends_with('_') {
            name.push('_');
        }
        match letter {
            '-' | '.' => name.push('_'),
            other => name.extend(other.to_lowercase()),
        }
    }
    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_read_as_rust() {
        for (wire, rust) in [
            ("StreamName", "stream_name"),
            ("StreamARN", "stream_arn"),
            ("S3DestinationConfiguration", "s3_destination_configuration"),
            ("SSESpecification", "sse_specification"),
            ("Type", "type_"),
            ("NULL", "null"),
            ("X-Amz-Id", "x_amz_id"),
        ] {
            assert_eq!(field(wire), rust);
        }
    }
}
