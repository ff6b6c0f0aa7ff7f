//! Documents as XML elements, in the query protocol's manner.
//! Does not: read XML.

use levada_model::service::Shape;
use serde_json::Value;

/// Appends `<name>…</name>`; nothing for a null.
pub fn element(out: &mut String, name: &str, value: &Value, shape: &Shape) {
    if value.is_null() {
        return;
    }
    open(out, name);
    content(out, value, shape);
    close(out, name);
}

/// Appends what stands between the tags.
pub fn content(out: &mut String, value: &Value, shape: &Shape) {
    match (shape, value) {
        (Shape::Structure(members), Value::Object(object)) => {
            for (name, shape) in *members {
                if let Some(value) = object.get(*name) {
                    element(out, name, value, shape);
                }
            }
        }
        (Shape::List(name, shape), Value::Array(elements)) => {
            for value in elements {
                element(out, name, value, shape);
            }
        }
        (Shape::Map(key, name, shape), Value::Object(object)) => {
            for (entry, value) in object {
                open(out, "entry");
                element(out, key, &Value::from(entry.as_str()), &Shape::Text);
                element(out, name, value, shape);
                close(out, "entry");
            }
        }
        (Shape::Timestamp, Value::Number(secs)) => {
            let ms = (secs.as_f64().unwrap_or_default() * 1000.0).round() as i64;
            let time = chrono::DateTime::from_timestamp_millis(ms).unwrap_or_default();
            out.push_str(&time.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string());
        }
        (_, Value::String(text)) => escaped(out, text),
        (_, other) => escaped(out, &other.to_string()),
    }
}

fn open(out: &mut String, name: &str) {
    out.push('<');
    out.push_str(name);
    out.push('>');
}

fn close(out: &mut String, name: &str) {
    out.push_str("</");
    out.push_str(name);
    out.push('>');
}

/// XML has no way at all to write most control characters; they become the replacement
/// character.
pub fn escaped(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' => out.push_str("&#xD;"),
            '\n' | '\t' => out.push(letter),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            letter => out.push(letter),
        }
    }
}
