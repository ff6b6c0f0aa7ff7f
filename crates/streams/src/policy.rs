//! Resource policies of streams and consumers: checked for their form, and stored.
//! Does not: enforce them; every caller that may call the service may do everything.

use serde_json::Value;

use crate::error::Error;
use crate::limits::POLICY_BYTES_MAX;
use crate::service::Streams;
use crate::target::Resource;

fn invalid(why: &str) -> Error {
    Error::InvalidArgument(format!("The resource policy is not valid: {why}."))
}

/// The grammar of a policy document as far as a stored one needs it: a version, and statements
/// that each have an effect, a principal, actions and resources.
fn check(text: &str) -> Result<(), Error> {
    if text.len() > POLICY_BYTES_MAX {
        return Err(invalid("it is longer than 20480 bytes"));
    }
    let document: Value =
        serde_json::from_str(text).map_err(|error| invalid(&format!("it is not JSON, {error}")))?;
    let version = document.get("Version").and_then(Value::as_str);
    if !matches!(version, None | Some("2012-10-17" | "2008-10-17")) {
        return Err(invalid("Version must be 2012-10-17 or 2008-10-17"));
    }
    let statements = match document.get("Statement") {
        Some(Value::Array(statements)) if !statements.is_empty() => statements.as_slice(),
        Some(statement @ Value::Object(_)) => std::slice::from_ref(statement),
        _ => return Err(invalid("it needs a Statement")),
    };
    statements.iter().try_for_each(check_statement)
}

fn check_statement(statement: &Value) -> Result<(), Error> {
    if !matches!(statement.get("Effect").and_then(Value::as_str), Some("Allow" | "Deny")) {
        return Err(invalid("a statement's Effect must be Allow or Deny"));
    }
    let has = |one: &str, other: &str| statement.get(one).or(statement.get(other)).is_some();
    if !has("Principal", "NotPrincipal") {
        return Err(invalid("a statement needs a Principal"));
    }
    if !has("Action", "NotAction") {
        return Err(invalid("a statement needs an Action"));
    }
    if !has("Resource", "NotResource") {
        return Err(invalid("a statement needs a Resource"));
    }
    let actions = match statement.get("Action") {
        Some(Value::Array(actions)) => actions.as_slice(),
        Some(action) => std::slice::from_ref(action),
        None => &[],
    };
    let is_ours = |action: &Value| action.as_str().is_some_and(|a| a.starts_with("kinesis:"));
    if actions.iter().all(is_ours) {
        Ok(())
    } else {
        Err(invalid("a statement's actions must be of kinesis"))
    }
}

impl Streams {
    async fn set_policy(&self, resource: &Resource, policy: Option<String>) -> Result<(), Error> {
        self.alter(resource.stream(), |stream| {
            match resource {
                Resource::Stream(_) => stream.policy = policy,
                Resource::Consumer(key) => {
                    let found = stream.consumers.iter_mut().find(|consumer| key.is(consumer));
                    found.ok_or_else(|| self.no_consumer(&key.name))?.policy = policy;
                }
            }
            Ok(())
        })
        .await?;
        Ok(())
    }

    pub async fn put_policy(&self, resource: &Resource, policy: String) -> Result<(), Error> {
        check(&policy)?;
        self.set_policy(resource, Some(policy)).await
    }

    /// The policy as it was put.
    pub fn policy(&self, resource: &Resource) -> Result<String, Error> {
        let policy = match resource {
            Resource::Stream(name) => self.find(name)?.policy.clone(),
            Resource::Consumer(key) => self.find_consumer(key)?.1.policy,
        };
        policy.ok_or_else(|| {
            let arn = resource.arn(&self.identity);
            Error::NotFound(format!("No resource policy found for resource ARN {arn}."))
        })
    }

    pub async fn delete_policy(&self, resource: &Resource) -> Result<(), Error> {
        self.policy(resource)?;
        self.set_policy(resource, None).await
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::{Fixture, name};

    const POLICY: &str = r#"{"Version": "2012-10-17", "Statement": [{"Effect": "Allow",
        "Principal": {"AWS": "111122223333"}, "Action": ["kinesis:PutRecord"],
        "Resource": "arn:aws:kinesis:us-east-1:000000000000:stream/s"}]}"#;

    #[tokio::test]
    async fn a_policy_reads_back_as_it_was_put_until_it_is_deleted() {
        let fixture = Fixture::new().await;
        fixture.create("s", 1).await;
        let stream = Resource::Stream(name("s"));
        assert!(matches!(fixture.streams.policy(&stream), Err(Error::NotFound(_))));
        fixture.streams.put_policy(&stream, POLICY.into()).await.unwrap();
        assert_eq!(fixture.reopen().await.policy(&stream).unwrap(), POLICY);
        fixture.streams.delete_policy(&stream).await.unwrap();
        assert!(matches!(fixture.streams.delete_policy(&stream).await, Err(Error::NotFound(_))));
    }

    #[test]
    fn documents_that_are_no_policies_are_refused() {
        assert_eq!(check(POLICY), Ok(()));
        let without = |what: &str| POLICY.replace(what, "Else");
        for bad in
            ["", "[]", "{}", r#"{"Statement": []}"#, &POLICY.replace("kinesis:Put", "s3:Put")]
        {
            assert!(check(bad).is_err(), "{bad}");
        }
        for what in ["Statement", "Effect", "Principal", "Action", "Resource", "2012-10-17"] {
            assert!(check(&without(what)).is_err(), "{what}");
        }
        assert!(check(&format!("{POLICY}{}", " ".repeat(20_480))).is_err());
    }
}
