//! The models' patterns (Java's dialect) in the dialect of the `regex` crate.
//! Does not: translate look-around in general; the few such patterns are listed here.

/// `None` in the second place: not checked, for the reason in the third.
const BY_HAND: &[(&str, Option<&str>, &str)] = &[
    (r"^(?!\s*$).+", Some(r".*\S.*"), "not only white space, said without look-ahead"),
    (
        r"[0-9A-Za-z\.\-_]*(?<!\.)",
        Some(r"([0-9A-Za-z._-]*[0-9A-Za-z_-])?"),
        "no dot at the end, said without look-behind",
    ),
    (
        r"^(?!aws:)[\p{L}\p{Z}\p{N}_.:\/=+\-@%]*$",
        Some(r"[\p{L}\p{Z}\p{N}_.:/=+\-@%]*"),
        "the prefix aws: is refused with its own message",
    ),
    (
        r"(^(?!(system\x2e)))(^[_a-zA-Z0-9])([^$]*)",
        None,
        "names a DocumentDB collection, which is not a source here",
    ),
    (
        r"[\u0009\u000A\u000D\u0020-\u007E\u0085\u00A0-\uD7FF\uE000-\uFFFD\u10000-\u10FFFF]+",
        None,
        "any XML text",
    ),
    (r"[\u0001-\uFFFF]*", Some(r"[^\x00]*"), "code units are not characters"),
    (r"^(?=^\$)(?=^\S+$).*$", Some(r"\$\S*"), "a dollar and no white space, without look-ahead"),
    (r"[\s\S]*", None, "admits everything"),
];

/// The pattern as the generated code compiles it (without anchors), or `None` for a pattern that
/// is not checked.
pub fn translated(pattern: &str) -> Option<String> {
    if let Some((_, by_hand, _)) = BY_HAND.iter().find(|(known, _, _)| *known == pattern) {
        return by_hand.map(str::to_owned);
    }
    Some(ascii_classes(pattern))
}

/// In Java `\d` and `\w` mean ASCII.
fn ascii_classes(pattern: &str) -> String {
    let mut text = String::new();
    let mut in_class = false;
    let mut letters = pattern.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match (letters.next(), in_class) {
                (Some('d'), true) => text.push_str("0-9"),
                (Some('d'), false) => text.push_str("[0-9]"),
                (Some('w'), true) => text.push_str("0-9A-Za-z_"),
                (Some('w'), false) => text.push_str("[0-9A-Za-z_]"),
                (Some(other), _) => text.extend(['\\', other]),
                (None, _) => text.push('\\'),
            },
            '[' => {
                // A bracket within a class is a letter in these models, never a nested class.
                text.push_str(if in_class { r"\[" } else { "[" });
                in_class = true;
            }
            ']' => {
                in_class = false;
                text.push(']');
            }
            other => text.push(other),
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_ascii_in_and_outside_of_a_class() {
        assert_eq!(translated(r"\d{12}[\w\.\-]+").unwrap(), r"[0-9]{12}[0-9A-Za-z_\.\-]+");
    }
}
