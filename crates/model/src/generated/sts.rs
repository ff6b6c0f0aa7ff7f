//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "sts",
    signing_name: "sts",
    api_version: "2011-06-15",
    target_prefix: None,
    json_version: None,
    xml_namespace: Some("https://sts.amazonaws.com/doc/2011-06-15/"),
    unserved: &["AssumeRole", "AssumeRoleWithSAML", "AssumeRoleWithWebIdentity", "AssumeRoot", "DecodeAuthorizationMessage", "GetAccessKeyInfo", "GetDelegatedAccessToken", "GetFederationToken", "GetSessionToken", "GetWebIdentityToken"],
    query_errors: &[],
    operations: &[
        OperationModel {
            name: "GetCallerIdentity",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_GET_CALLER_IDENTITY_REQUEST, output: &SHAPE_GET_CALLER_IDENTITY_RESPONSE }),
            http: None,
        },
    ],
};

static SHAPE_GET_CALLER_IDENTITY_REQUEST: Shape = Shape::Structure(&[
]);

static SHAPE_GET_CALLER_IDENTITY_RESPONSE: Shape = Shape::Structure(&[
    ("UserId", &SHAPE_USER_ID_TYPE),
    ("Account", &SHAPE_ACCOUNT_TYPE),
    ("Arn", &SHAPE_ARN_TYPE),
]);

static SHAPE_ACCOUNT_TYPE: Shape = Shape::Text;

static SHAPE_ARN_TYPE: Shape = Shape::Text;

static SHAPE_USER_ID_TYPE: Shape = Shape::Text;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetCallerIdentityRequest {
}

impl Validate for GetCallerIdentityRequest {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetCallerIdentityResponse {
    #[serde(rename = "UserId", skip_serializing_if = "Option::is_none")]
    pub user_id: Option<String>,
    #[serde(rename = "Account", skip_serializing_if = "Option::is_none")]
    pub account: Option<String>,
    #[serde(rename = "Arn", skip_serializing_if = "Option::is_none")]
    pub arn: Option<String>,
}
