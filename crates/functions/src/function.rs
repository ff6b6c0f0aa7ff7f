//! A function as it is stored: its configuration and the identity of its code.
//! Does not: hold the code (see `package`) or processes (see `runtime`).

use std::collections::BTreeMap;
use std::fmt;

use levada_types::{Identity, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::Error;
use crate::limits;

/// A function's name: 1 to 64 of `[a-zA-Z0-9_-]`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FunctionName(String);

impl FunctionName {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Reads every form in which AWS lets a caller name a function: the name, `account:function:
    /// name`, an ARN, each with or without `:$LATEST`. Other qualifiers do not exist here.
    pub fn parse(text: &str, identity: &Identity) -> Result<Self, Error> {
        let not_found = || Error::FunctionNotFound {
            arn: identity.function(text.rsplit("function:").next().unwrap_or(text)).to_string(),
        };
        let rest = text.rsplit_once("function:").map_or(text, |(_, rest)| rest);
        let name = match rest.split_once(':') {
            Some((name, "$LATEST")) => name,
            Some(_) => return Err(not_found()),
            None => rest,
        };
        let legal = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-');
        if (1..=64).contains(&name.len()) && name.bytes().all(legal) {
            Ok(Self(name.to_owned()))
        } else {
            Err(Error::invalid(format!(
                "`{text}` is not a function name: expected 1 to 64 of a-z A-Z 0-9 _ -, or an ARN"
            )))
        }
    }
}

impl fmt::Display for FunctionName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What runs a package.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Runtime {
    /// Every `python3.*` runs the machine's one interpreter.
    Python { name: String },
    /// The package's own `bootstrap`.
    Provided { name: String },
}

impl Runtime {
    pub fn parse(text: &str) -> Result<Self, Error> {
        let name = text.to_owned();
        if text.strip_prefix("python3.").is_some_and(|minor| minor.parse::<u8>().is_ok()) {
            Ok(Self::Python { name })
        } else if text == "provided" || text.starts_with("provided.") {
            Ok(Self::Provided { name })
        } else {
            Err(Error::invalid(format!(
                "Value {text} at 'runtime' failed to satisfy constraint: Member must satisfy enum \
                 value set: [python3.*, provided.*] or be a valid ARN"
            )))
        }
    }

    pub fn name(&self) -> &str {
        match self {
            Self::Python { name } | Self::Provided { name } => name,
        }
    }
}

/// A stored function. Persisted as JSON in the space `functions`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Function {
    pub name: FunctionName,
    pub runtime: Runtime,
    pub role: String,
    pub handler: String,
    pub description: String,
    pub timeout_secs: u32,
    pub memory_mib: u32,
    pub environment: BTreeMap<String, String>,
    /// Lower-case hex of the zip's SHA-256; the name of the directory with the unpacked code.
    pub code_sha256: String,
    pub code_bytes: u64,
    pub modified: Timestamp,
    /// New with every change; processes of an older revision are not used again.
    pub revision: String,
}

impl Function {
    /// Checks what the model's constraints do not.
    pub fn check(&self) -> Result<(), Error> {
        if !(1..=limits::TIMEOUT_SECS_MAX).contains(&self.timeout_secs) {
            return Err(Error::invalid(format!(
                "timeout must be 1 to {} seconds, it is {}",
                limits::TIMEOUT_SECS_MAX,
                self.timeout_secs
            )));
        }
        if !(limits::MEMORY_MIB_MIN..=limits::MEMORY_MIB_MAX).contains(&self.memory_mib) {
            return Err(Error::invalid(format!(
                "memory size must be {} to {} MB, it is {}",
                limits::MEMORY_MIB_MIN,
                limits::MEMORY_MIB_MAX,
                self.memory_mib
            )));
        }
        self.check_environment()
    }

    fn check_environment(&self) -> Result<(), Error> {
        let bytes: usize = self.environment.iter().map(|(k, v)| k.len() + v.len()).sum();
        if bytes > limits::ENVIRONMENT_BYTES_MAX {
            return Err(Error::invalid(format!(
                "Lambda was unable to configure your environment variables because the \
                 environment variables you have provided exceeded the 4KB limit: {bytes} bytes"
            )));
        }
        for (name, value) in &self.environment {
            let mut chars = name.chars();
            let legal = chars.next().is_some_and(|c| c.is_ascii_alphabetic())
                && chars.all(|c| c.is_ascii_alphanumeric() || c == '_')
                && !value.contains('\0');
            if !legal {
                return Err(Error::invalid(format!(
                    "`{name}` cannot be an environment variable: expected a letter, then \
                     letters, digits and _, and no NUL in the value"
                )));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_is_found_under_every_form_of_its_name() {
        let identity = Identity::default();
        for text in [
            "tolls",
            "tolls:$LATEST",
            "000000000000:function:tolls",
            "arn:aws:lambda:us-east-1:000000000000:function:tolls",
            "arn:aws:lambda:us-east-1:000000000000:function:tolls:$LATEST",
        ] {
            let name = FunctionName::parse(text, &identity).unwrap();
            assert_eq!(name.as_str(), "tolls", "{text}");
        }
    }

    #[test]
    fn a_name_out_of_pattern_and_an_unknown_version_are_refused() {
        let identity = Identity::default();
        assert!(matches!(FunctionName::parse("a b", &identity), Err(Error::InvalidParameter(_))));
        assert!(matches!(
            FunctionName::parse("tolls:7", &identity),
            Err(Error::FunctionNotFound { .. })
        ));
    }

    #[test]
    fn runtimes_that_are_not_served_are_refused_by_name() {
        assert!(Runtime::parse("python3.12").is_ok());
        assert!(Runtime::parse("provided.al2023").is_ok());
        for text in ["python2.7", "nodejs20.x", "python3.", "java21"] {
            let Err(Error::InvalidParameter(message)) = Runtime::parse(text) else {
                panic!("{text} was accepted");
            };
            assert!(message.contains(text));
        }
    }
}
