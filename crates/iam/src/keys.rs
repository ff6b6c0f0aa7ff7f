//! Access keys given by configuration.
//! Does not: store or rotate them.

use std::collections::HashMap;
use std::fmt;

use levada_wire::Authorizer;

/// A key pair as clients are configured with it.
#[derive(Clone, PartialEq, Eq)]
pub struct AccessKey {
    pub id: String,
    pub secret: String,
}

impl fmt::Debug for AccessKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AccessKey").field("id", &self.id).finish_non_exhaustive()
    }
}

/// The configured keys. Without any, no signature is required.
pub struct StaticKeys {
    secrets: HashMap<String, String>,
}

impl StaticKeys {
    pub fn new(keys: impl IntoIterator<Item = AccessKey>) -> Self {
        Self { secrets: keys.into_iter().map(|key| (key.id, key.secret)).collect() }
    }

    /// Anybody may call: the setting for a server that only this machine can reach.
    pub fn open() -> Self {
        Self::new([])
    }

    pub fn is_open(&self) -> bool {
        self.secrets.is_empty()
    }
}

impl Authorizer for StaticKeys {
    fn secret(&self, access_key: &str) -> Option<String> {
        self.secrets.get(access_key).cloned()
    }

    fn signatures_required(&self) -> bool {
        !self.is_open()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> AccessKey {
        AccessKey { id: "AKID".to_owned(), secret: "hush".to_owned() }
    }

    #[test]
    fn a_configured_key_makes_signatures_required() {
        let keys = StaticKeys::new([key()]);
        assert!(keys.signatures_required());
        assert_eq!(keys.secret("AKID").as_deref(), Some("hush"));
        assert_eq!(keys.secret("other"), None);
        assert!(!StaticKeys::open().signatures_required());
    }

    #[test]
    fn a_secret_is_not_printed() {
        assert!(!format!("{:?}", key()).contains("hush"));
    }
}
