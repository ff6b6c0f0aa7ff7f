//! Constraints of the models that only bar self-hosters, each with its reason.
//! Does not: loosen anything a service itself depends on.

pub enum Relaxed {
    /// The shape's pattern is not checked.
    Pattern,
    /// The member of this name may be missing.
    Required(&'static str),
}

pub struct Relaxation {
    pub service: &'static str,
    pub shape: &'static str,
    pub relaxed: Relaxed,
    pub reason: &'static str,
}

const fn pattern(service: &'static str, shape: &'static str, reason: &'static str) -> Relaxation {
    Relaxation { service, shape, relaxed: Relaxed::Pattern, reason }
}

const HTTPS_ONLY: &str = "plain http endpoints are common inside one's own network";
const REGION_FORM: &str = "one's own regions need not look like AWS's";

pub const RELAXATIONS: &[Relaxation] = &[
    pattern("firehose", "AmazonOpenSearchServerlessCollectionEndpoint", HTTPS_ONLY),
    pattern("firehose", "AmazonopensearchserviceClusterEndpoint", HTTPS_ONLY),
    pattern("firehose", "ClusterJDBCURL", "the pattern admits hosts of Redshift only"),
    pattern("firehose", "ElasticsearchClusterEndpoint", HTTPS_ONLY),
    pattern("firehose", "HttpEndpointUrl", HTTPS_ONLY),
    pattern("firehose", "SnowflakeAccountUrl", "a test double is not under snowflakecomputing.com"),
    pattern("lambda", "Arn", REGION_FORM),
    pattern("lambda", "FunctionArn", REGION_FORM),
    pattern("lambda", "FunctionName", REGION_FORM),
    pattern("lambda", "NameSpacedFunctionArn", REGION_FORM),
    pattern("lambda", "NamespacedFunctionName", REGION_FORM),
    pattern("lambda", "RoleArn", "roles are not checked, so any text may stand for one"),
    Relaxation {
        service: "lambda",
        shape: "CreateFunctionRequest",
        relaxed: Relaxed::Required("Role"),
        reason: "functions run as the server's user; there is no role to assume",
    },
];

pub fn pattern_reason(service: &str, shape: &str) -> Option<&'static str> {
    RELAXATIONS
        .iter()
        .find(|known| {
            known.service == service
                && known.shape == shape
                && matches!(known.relaxed, Relaxed::Pattern)
        })
        .map(|known| known.reason)
}

pub fn may_be_missing(service: &str, shape: &str, member: &str) -> bool {
    RELAXATIONS.iter().any(|known| {
        known.service == service
            && known.shape == shape
            && matches!(known.relaxed, Relaxed::Required(name) if name == member)
    })
}
