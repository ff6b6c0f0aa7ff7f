//! What `SHOW name` answers: the few settings that clients read when they connect.
//! Does not: change with `SET`, which is accepted and has no effect.

const SETTINGS: &[(&str, &str)] = &[
    ("client_encoding", "UTF8"),
    ("datestyle", "ISO, MDY"),
    ("default_transaction_read_only", "off"),
    ("integer_datetimes", "on"),
    ("intervalstyle", "postgres"),
    ("is_superuser", "on"),
    ("max_identifier_length", "63"),
    ("search_path", "public"),
    ("server_encoding", "UTF8"),
    ("server_version", "15.0"),
    ("server_version_num", "150000"),
    ("standard_conforming_strings", "on"),
    ("statement_timeout", "0"),
    ("timezone", "UTC"),
    ("transaction_isolation", "read committed"),
];

/// A query that answers the setting; one nobody knows is empty.
pub fn query(name: &str) -> String {
    let value = SETTINGS.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value);
    format!("SELECT '{value}' AS \"{}\"", name.replace('"', ""))
}
