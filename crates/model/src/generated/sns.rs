//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "sns",
    signing_name: "sns",
    api_version: "2010-03-31",
    target_prefix: None,
    json_version: None,
    xml_namespace: Some("http://sns.amazonaws.com/doc/2010-03-31/"),
    unserved: &["AddPermission", "CheckIfPhoneNumberIsOptedOut", "CreatePlatformApplication", "CreatePlatformEndpoint", "CreateSMSSandboxPhoneNumber", "DeleteEndpoint", "DeletePlatformApplication", "DeleteSMSSandboxPhoneNumber", "GetDataProtectionPolicy", "GetEndpointAttributes", "GetPlatformApplicationAttributes", "GetSMSAttributes", "GetSMSSandboxAccountStatus", "GetTopicAttributes", "ListEndpointsByPlatformApplication", "ListOriginationNumbers", "ListPhoneNumbersOptedOut", "ListPlatformApplications", "ListSMSSandboxPhoneNumbers", "ListTagsForResource", "OptInPhoneNumber", "PublishBatch", "PutDataProtectionPolicy", "RemovePermission", "SetEndpointAttributes", "SetPlatformApplicationAttributes", "SetSMSAttributes", "SetSubscriptionAttributes", "SetTopicAttributes", "TagResource", "UntagResource", "VerifySMSSandboxPhoneNumber"],
    query_errors: &[],
    operations: &[
        OperationModel {
            name: "ConfirmSubscription",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_CONFIRM_SUBSCRIPTION_INPUT, output: &SHAPE_CONFIRM_SUBSCRIPTION_RESPONSE }),
            http: None,
        },
        OperationModel {
            name: "CreateTopic",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_CREATE_TOPIC_INPUT, output: &SHAPE_CREATE_TOPIC_RESPONSE }),
            http: None,
        },
        OperationModel {
            name: "DeleteTopic",
            has_output: false,
            query: Some(QueryShapes { input: &SHAPE_DELETE_TOPIC_INPUT, output: &Shape::Structure(&[]) }),
            http: None,
        },
        OperationModel {
            name: "GetSubscriptionAttributes",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_GET_SUBSCRIPTION_ATTRIBUTES_INPUT, output: &SHAPE_GET_SUBSCRIPTION_ATTRIBUTES_RESPONSE }),
            http: None,
        },
        OperationModel {
            name: "ListSubscriptions",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_LIST_SUBSCRIPTIONS_INPUT, output: &SHAPE_LIST_SUBSCRIPTIONS_RESPONSE }),
            http: None,
        },
        OperationModel {
            name: "ListSubscriptionsByTopic",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_LIST_SUBSCRIPTIONS_BY_TOPIC_INPUT, output: &SHAPE_LIST_SUBSCRIPTIONS_BY_TOPIC_RESPONSE }),
            http: None,
        },
        OperationModel {
            name: "ListTopics",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_LIST_TOPICS_INPUT, output: &SHAPE_LIST_TOPICS_RESPONSE }),
            http: None,
        },
        OperationModel {
            name: "Publish",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_PUBLISH_INPUT, output: &SHAPE_PUBLISH_RESPONSE }),
            http: None,
        },
        OperationModel {
            name: "Subscribe",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_SUBSCRIBE_INPUT, output: &SHAPE_SUBSCRIBE_RESPONSE }),
            http: None,
        },
        OperationModel {
            name: "Unsubscribe",
            has_output: false,
            query: Some(QueryShapes { input: &SHAPE_UNSUBSCRIBE_INPUT, output: &Shape::Structure(&[]) }),
            http: None,
        },
    ],
};

static SHAPE_BINARY: Shape = Shape::Blob;

static SHAPE_CONFIRM_SUBSCRIPTION_INPUT: Shape = Shape::Structure(&[
    ("TopicArn", &SHAPE_TOPIC_ARN),
    ("Token", &SHAPE_TOKEN),
    ("AuthenticateOnUnsubscribe", &SHAPE_AUTHENTICATE_ON_UNSUBSCRIBE),
]);

static SHAPE_CONFIRM_SUBSCRIPTION_RESPONSE: Shape = Shape::Structure(&[
    ("SubscriptionArn", &SHAPE_SUBSCRIPTION_ARN),
]);

static SHAPE_CREATE_TOPIC_INPUT: Shape = Shape::Structure(&[
    ("Name", &SHAPE_TOPIC_NAME),
    ("Attributes", &SHAPE_TOPIC_ATTRIBUTES_MAP),
    ("Tags", &SHAPE_TAG_LIST),
    ("DataProtectionPolicy", &SHAPE_ATTRIBUTE_VALUE),
]);

static SHAPE_CREATE_TOPIC_RESPONSE: Shape = Shape::Structure(&[
    ("TopicArn", &SHAPE_TOPIC_ARN),
]);

static SHAPE_DELETE_TOPIC_INPUT: Shape = Shape::Structure(&[
    ("TopicArn", &SHAPE_TOPIC_ARN),
]);

static SHAPE_GET_SUBSCRIPTION_ATTRIBUTES_INPUT: Shape = Shape::Structure(&[
    ("SubscriptionArn", &SHAPE_SUBSCRIPTION_ARN),
]);

static SHAPE_GET_SUBSCRIPTION_ATTRIBUTES_RESPONSE: Shape = Shape::Structure(&[
    ("Attributes", &SHAPE_SUBSCRIPTION_ATTRIBUTES_MAP),
]);

static SHAPE_LIST_SUBSCRIPTIONS_BY_TOPIC_INPUT: Shape = Shape::Structure(&[
    ("TopicArn", &SHAPE_TOPIC_ARN),
    ("NextToken", &SHAPE_NEXT_TOKEN),
]);

static SHAPE_LIST_SUBSCRIPTIONS_BY_TOPIC_RESPONSE: Shape = Shape::Structure(&[
    ("Subscriptions", &SHAPE_SUBSCRIPTIONS_LIST),
    ("NextToken", &SHAPE_NEXT_TOKEN),
]);

static SHAPE_LIST_SUBSCRIPTIONS_INPUT: Shape = Shape::Structure(&[
    ("NextToken", &SHAPE_NEXT_TOKEN),
]);

static SHAPE_LIST_SUBSCRIPTIONS_RESPONSE: Shape = Shape::Structure(&[
    ("Subscriptions", &SHAPE_SUBSCRIPTIONS_LIST),
    ("NextToken", &SHAPE_NEXT_TOKEN),
]);

static SHAPE_LIST_TOPICS_INPUT: Shape = Shape::Structure(&[
    ("NextToken", &SHAPE_NEXT_TOKEN),
]);

static SHAPE_LIST_TOPICS_RESPONSE: Shape = Shape::Structure(&[
    ("Topics", &SHAPE_TOPICS_LIST),
    ("NextToken", &SHAPE_NEXT_TOKEN),
]);

static SHAPE_MESSAGE_ATTRIBUTE_MAP: Shape = Shape::Map("Name", "Value", &SHAPE_MESSAGE_ATTRIBUTE_VALUE);

static SHAPE_MESSAGE_ATTRIBUTE_VALUE: Shape = Shape::Structure(&[
    ("DataType", &SHAPE_STRING),
    ("StringValue", &SHAPE_STRING),
    ("BinaryValue", &SHAPE_BINARY),
]);

static SHAPE_PHONE_NUMBER: Shape = Shape::Text;

static SHAPE_PUBLISH_INPUT: Shape = Shape::Structure(&[
    ("TopicArn", &SHAPE_TOPIC_ARN),
    ("TargetArn", &SHAPE_STRING),
    ("PhoneNumber", &SHAPE_PHONE_NUMBER),
    ("Message", &SHAPE_MESSAGE),
    ("Subject", &SHAPE_SUBJECT),
    ("MessageStructure", &SHAPE_MESSAGE_STRUCTURE),
    ("MessageAttributes", &SHAPE_MESSAGE_ATTRIBUTE_MAP),
    ("MessageDeduplicationId", &SHAPE_STRING),
    ("MessageGroupId", &SHAPE_STRING),
]);

static SHAPE_PUBLISH_RESPONSE: Shape = Shape::Structure(&[
    ("MessageId", &SHAPE_MESSAGE_ID),
    ("SequenceNumber", &SHAPE_STRING),
]);

static SHAPE_STRING: Shape = Shape::Text;

static SHAPE_SUBSCRIBE_INPUT: Shape = Shape::Structure(&[
    ("TopicArn", &SHAPE_TOPIC_ARN),
    ("Protocol", &SHAPE_PROTOCOL),
    ("Endpoint", &SHAPE_ENDPOINT),
    ("Attributes", &SHAPE_SUBSCRIPTION_ATTRIBUTES_MAP),
    ("ReturnSubscriptionArn", &SHAPE_BOOLEAN),
]);

static SHAPE_SUBSCRIBE_RESPONSE: Shape = Shape::Structure(&[
    ("SubscriptionArn", &SHAPE_SUBSCRIPTION_ARN),
]);

static SHAPE_SUBSCRIPTION: Shape = Shape::Structure(&[
    ("SubscriptionArn", &SHAPE_SUBSCRIPTION_ARN),
    ("Owner", &SHAPE_ACCOUNT),
    ("Protocol", &SHAPE_PROTOCOL),
    ("Endpoint", &SHAPE_ENDPOINT),
    ("TopicArn", &SHAPE_TOPIC_ARN),
]);

static SHAPE_SUBSCRIPTION_ATTRIBUTES_MAP: Shape = Shape::Map("key", "value", &SHAPE_ATTRIBUTE_VALUE);

static SHAPE_SUBSCRIPTIONS_LIST: Shape = Shape::List("member", &SHAPE_SUBSCRIPTION);

static SHAPE_TAG: Shape = Shape::Structure(&[
    ("Key", &SHAPE_TAG_KEY),
    ("Value", &SHAPE_TAG_VALUE),
]);

static SHAPE_TAG_KEY: Shape = Shape::Text;

static SHAPE_TAG_LIST: Shape = Shape::List("member", &SHAPE_TAG);

static SHAPE_TAG_VALUE: Shape = Shape::Text;

static SHAPE_TOPIC: Shape = Shape::Structure(&[
    ("TopicArn", &SHAPE_TOPIC_ARN),
]);

static SHAPE_TOPIC_ATTRIBUTES_MAP: Shape = Shape::Map("key", "value", &SHAPE_ATTRIBUTE_VALUE);

static SHAPE_TOPICS_LIST: Shape = Shape::List("member", &SHAPE_TOPIC);

static SHAPE_UNSUBSCRIBE_INPUT: Shape = Shape::Structure(&[
    ("SubscriptionArn", &SHAPE_SUBSCRIPTION_ARN),
]);

static SHAPE_ACCOUNT: Shape = Shape::Text;

static SHAPE_ATTRIBUTE_VALUE: Shape = Shape::Text;

static SHAPE_AUTHENTICATE_ON_UNSUBSCRIBE: Shape = Shape::Text;

static SHAPE_BOOLEAN: Shape = Shape::Boolean;

static SHAPE_ENDPOINT: Shape = Shape::Text;

static SHAPE_MESSAGE: Shape = Shape::Text;

static SHAPE_MESSAGE_ID: Shape = Shape::Text;

static SHAPE_MESSAGE_STRUCTURE: Shape = Shape::Text;

static SHAPE_NEXT_TOKEN: Shape = Shape::Text;

static SHAPE_PROTOCOL: Shape = Shape::Text;

static SHAPE_SUBJECT: Shape = Shape::Text;

static SHAPE_SUBSCRIPTION_ARN: Shape = Shape::Text;

static SHAPE_TOKEN: Shape = Shape::Text;

static SHAPE_TOPIC_ARN: Shape = Shape::Text;

static SHAPE_TOPIC_NAME: Shape = Shape::Text;

static TAG_KEY: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: None,
    values: &[],
    secret: false,
};

static TAG_VALUE: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConfirmSubscriptionInput {
    #[serde(rename = "TopicArn", skip_serializing_if = "Option::is_none")]
    pub topic_arn: Option<String>,
    #[serde(rename = "Token", skip_serializing_if = "Option::is_none")]
    pub token: Option<String>,
    #[serde(rename = "AuthenticateOnUnsubscribe", skip_serializing_if = "Option::is_none")]
    pub authenticate_on_unsubscribe: Option<String>,
}

impl Validate for ConfirmSubscriptionInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "topicArn", self.topic_arn.is_none());
        found.required(at, "token", self.token.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConfirmSubscriptionResponse {
    #[serde(rename = "SubscriptionArn", skip_serializing_if = "Option::is_none")]
    pub subscription_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateTopicInput {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, String>>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "DataProtectionPolicy", skip_serializing_if = "Option::is_none")]
    pub data_protection_policy: Option<String>,
}

impl Validate for CreateTopicInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "name", self.name.is_none());
        found.structures(at, "tags", self.tags.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateTopicResponse {
    #[serde(rename = "TopicArn", skip_serializing_if = "Option::is_none")]
    pub topic_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteTopicInput {
    #[serde(rename = "TopicArn", skip_serializing_if = "Option::is_none")]
    pub topic_arn: Option<String>,
}

impl Validate for DeleteTopicInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "topicArn", self.topic_arn.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetSubscriptionAttributesInput {
    #[serde(rename = "SubscriptionArn", skip_serializing_if = "Option::is_none")]
    pub subscription_arn: Option<String>,
}

impl Validate for GetSubscriptionAttributesInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "subscriptionArn", self.subscription_arn.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetSubscriptionAttributesResponse {
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListSubscriptionsByTopicInput {
    #[serde(rename = "TopicArn", skip_serializing_if = "Option::is_none")]
    pub topic_arn: Option<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListSubscriptionsByTopicInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "topicArn", self.topic_arn.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListSubscriptionsByTopicResponse {
    #[serde(rename = "Subscriptions", skip_serializing_if = "Option::is_none")]
    pub subscriptions: Option<Vec<Subscription>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListSubscriptionsInput {
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListSubscriptionsInput {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListSubscriptionsResponse {
    #[serde(rename = "Subscriptions", skip_serializing_if = "Option::is_none")]
    pub subscriptions: Option<Vec<Subscription>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTopicsInput {
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListTopicsInput {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTopicsResponse {
    #[serde(rename = "Topics", skip_serializing_if = "Option::is_none")]
    pub topics: Option<Vec<Topic>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MessageAttributeValue {
    #[serde(rename = "DataType", skip_serializing_if = "Option::is_none")]
    pub data_type: Option<String>,
    #[serde(rename = "StringValue", skip_serializing_if = "Option::is_none")]
    pub string_value: Option<String>,
    #[serde(rename = "BinaryValue", skip_serializing_if = "Option::is_none")]
    pub binary_value: Option<Blob>,
}

impl Validate for MessageAttributeValue {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "dataType", self.data_type.is_none());
    }
}

#[derive(Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PublishInput {
    #[serde(rename = "TopicArn", skip_serializing_if = "Option::is_none")]
    pub topic_arn: Option<String>,
    #[serde(rename = "TargetArn", skip_serializing_if = "Option::is_none")]
    pub target_arn: Option<String>,
    #[serde(rename = "PhoneNumber", skip_serializing_if = "Option::is_none")]
    pub phone_number: Option<String>,
    #[serde(rename = "Message", skip_serializing_if = "Option::is_none")]
    pub message: Option<String>,
    #[serde(rename = "Subject", skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    #[serde(rename = "MessageStructure", skip_serializing_if = "Option::is_none")]
    pub message_structure: Option<String>,
    #[serde(rename = "MessageAttributes", skip_serializing_if = "Option::is_none")]
    pub message_attributes: Option<BTreeMap<String, MessageAttributeValue>>,
    #[serde(rename = "MessageDeduplicationId", skip_serializing_if = "Option::is_none")]
    pub message_deduplication_id: Option<String>,
    #[serde(rename = "MessageGroupId", skip_serializing_if = "Option::is_none")]
    pub message_group_id: Option<String>,
}

impl std::fmt::Debug for PublishInput {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("PublishInput")
            .field("topic_arn", &self.topic_arn)
            .field("target_arn", &self.target_arn)
            .field("phone_number", &self.phone_number.as_ref().map(|_| "***"))
            .field("message", &self.message)
            .field("subject", &self.subject)
            .field("message_structure", &self.message_structure)
            .field("message_attributes", &self.message_attributes)
            .field("message_deduplication_id", &self.message_deduplication_id)
            .field("message_group_id", &self.message_group_id)
            .finish()
    }
}

impl Validate for PublishInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "message", self.message.is_none());
        found.map_structures(at, "messageAttributes", self.message_attributes.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PublishResponse {
    #[serde(rename = "MessageId", skip_serializing_if = "Option::is_none")]
    pub message_id: Option<String>,
    #[serde(rename = "SequenceNumber", skip_serializing_if = "Option::is_none")]
    pub sequence_number: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SubscribeInput {
    #[serde(rename = "TopicArn", skip_serializing_if = "Option::is_none")]
    pub topic_arn: Option<String>,
    #[serde(rename = "Protocol", skip_serializing_if = "Option::is_none")]
    pub protocol: Option<String>,
    #[serde(rename = "Endpoint", skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, String>>,
    #[serde(rename = "ReturnSubscriptionArn", skip_serializing_if = "Option::is_none")]
    pub return_subscription_arn: Option<bool>,
}

impl Validate for SubscribeInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "topicArn", self.topic_arn.is_none());
        found.required(at, "protocol", self.protocol.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SubscribeResponse {
    #[serde(rename = "SubscriptionArn", skip_serializing_if = "Option::is_none")]
    pub subscription_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Subscription {
    #[serde(rename = "SubscriptionArn", skip_serializing_if = "Option::is_none")]
    pub subscription_arn: Option<String>,
    #[serde(rename = "Owner", skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    #[serde(rename = "Protocol", skip_serializing_if = "Option::is_none")]
    pub protocol: Option<String>,
    #[serde(rename = "Endpoint", skip_serializing_if = "Option::is_none")]
    pub endpoint: Option<String>,
    #[serde(rename = "TopicArn", skip_serializing_if = "Option::is_none")]
    pub topic_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Tag {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<String>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Validate for Tag {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "key", self.key.is_none());
        found.text(at, "key", self.key.as_ref(), &TAG_KEY);
        found.required(at, "value", self.value.is_none());
        found.text(at, "value", self.value.as_ref(), &TAG_VALUE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Topic {
    #[serde(rename = "TopicArn", skip_serializing_if = "Option::is_none")]
    pub topic_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UnsubscribeInput {
    #[serde(rename = "SubscriptionArn", skip_serializing_if = "Option::is_none")]
    pub subscription_arn: Option<String>,
}

impl Validate for UnsubscribeInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "subscriptionArn", self.subscription_arn.is_none());
    }
}
