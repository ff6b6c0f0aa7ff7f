//! GetCallerIdentity: the account, and under which name the caller acts in it.
//! Does not: require a signature where none is required elsewhere.

use std::convert::Infallible;
use std::sync::Arc;

use levada_model::sts::{GetCallerIdentityRequest, GetCallerIdentityResponse};
use levada_wire::{AwsError, Caller, Operation};

use crate::StaticKeys;

pub struct GetCallerIdentity;

/// This operation cannot fail.
pub struct Never(Infallible);

impl From<Never> for AwsError {
    fn from(never: Never) -> Self {
        match never.0 {}
    }
}

impl Operation for GetCallerIdentity {
    const NAME: &'static str = "GetCallerIdentity";
    type Service = StaticKeys;
    type Input = GetCallerIdentityRequest;
    type Output = GetCallerIdentityResponse;
    type Error = Never;

    async fn call(
        _: &Arc<StaticKeys>,
        caller: &Caller,
        _: GetCallerIdentityRequest,
    ) -> Result<GetCallerIdentityResponse, Never> {
        let (partition, account) = (&caller.identity.partition, &caller.identity.account);
        Ok(GetCallerIdentityResponse {
            user_id: Some(account.clone()),
            account: Some(account.clone()),
            arn: Some(format!("arn:{partition}:iam::{account}:root")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn every_caller_is_the_account_itself() {
        let caller = Caller {
            producer: None,
            access_key: None,
            identity: levada_types::Identity::default(),
            request_id: "r".to_owned(),
        };
        let keys = Arc::new(StaticKeys::open());
        let answer =
            GetCallerIdentity::call(&keys, &caller, GetCallerIdentityRequest::default()).await;
        let answer = answer.unwrap_or_default();
        assert_eq!(answer.arn.as_deref(), Some("arn:aws:iam::000000000000:root"));
    }
}
