//! Where calls go and as whom.
//! Does not: read files or the environment; its caller does.

use std::fmt;

#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    pub access_key: String,
    pub secret_key: String,
    pub session_token: Option<String>,
}

/// Secrets never reach logs.
impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Credentials").field("access_key", &self.access_key).finish_non_exhaustive()
    }
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// Such as `http://127.0.0.1:4566`, without a trailing slash.
    pub url: String,
    pub region: String,
    pub credentials: Credentials,
}

impl Endpoint {
    pub fn new(url: &str, region: &str, credentials: Credentials) -> Self {
        Self { url: url.trim_end_matches('/').to_owned(), region: region.to_owned(), credentials }
    }

    /// For servers that accept any credentials.
    pub fn local(url: &str) -> Self {
        let credentials = Credentials {
            access_key: "test".into(),
            secret_key: "test".into(),
            session_token: None,
        };
        Self::new(url, "us-east-1", credentials)
    }

    /// Host and port as they stand in the `Host` header.
    pub(crate) fn authority(&self) -> &str {
        let rest = self.url.split_once("://").map_or(self.url.as_str(), |(_, rest)| rest);
        rest.split('/').next().unwrap_or(rest)
    }
}
