//! JSON documents one after the other, with or without whitespace between them.
//! Does not: find rows inside a document (see `jsonpath`).

use serde_json::Value;

/// Every document of `content` in order; after the first malformed one nothing more.
pub fn documents(content: &[u8]) -> impl Iterator<Item = serde_json::Result<Value>> + '_ {
    let mut failed = false;
    serde_json::Deserializer::from_slice(content).into_iter::<Value>().map_while(move |document| {
        if failed {
            return None;
        }
        failed = document.is_err();
        Some(document)
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn documents_need_no_delimiter() {
        let found: Vec<Value> =
            documents(b"{\"a\":1}{\"a\":2}\n[3] \n").map(Result::unwrap).collect();
        assert_eq!(found, [json!({"a": 1}), json!({"a": 2}), json!([3])]);
    }

    #[test]
    fn what_follows_a_malformed_document_is_not_guessed() {
        let found: Vec<bool> = documents(b"{\"a\":1}{oops}{\"a\":2}").map(|d| d.is_ok()).collect();
        assert_eq!(found, [true, false]);
    }
}
