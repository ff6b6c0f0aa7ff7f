//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "dynamodb",
    signing_name: "dynamodb",
    api_version: "2012-08-10",
    target_prefix: Some("DynamoDB_20120810"),
    json_version: Some("1.0"),
    xml_namespace: None,
    operations: &[
        OperationModel {
            name: "CreateTable",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteItem",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DeleteTable",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeTable",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "GetItem",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "ListTables",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "PutItem",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "Query",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "Scan",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateItem",
            has_output: true,
            query: None,
            http: None,
        },
    ],
};

static ATTRIBUTE_ACTION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ADD", "PUT", "DELETE"],
    secret: false,
};

static ATTRIBUTE_NAME: Text = Text {
    min: None,
    max: Some(65535),
    pattern: None,
    values: &[],
    secret: false,
};

static ATTRIBUTE_NAME_LIST: Length = Length { min: Some(1), max: None };

static BILLING_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["PROVISIONED", "PAY_PER_REQUEST"],
    secret: false,
};

static COMPARISON_OPERATOR: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["EQ", "NE", "IN", "LE", "LT", "GE", "GT", "BETWEEN", "NOT_NULL", "NULL", "CONTAINS", "NOT_CONTAINS", "BEGINS_WITH"],
    secret: false,
};

static CONDITIONAL_OPERATOR: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["AND", "OR"],
    secret: false,
};

static GLOBAL_TABLE_SETTINGS_REPLICATION_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"],
    secret: false,
};

static INDEX_NAME: Text = Text {
    min: Some(3),
    max: Some(255),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static KEY_SCHEMA: Length = Length { min: Some(1), max: None };

static KEY_SCHEMA_ATTRIBUTE_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: false,
};

static KEY_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["HASH", "RANGE"],
    secret: false,
};

static LIST_TABLES_INPUT_LIMIT: Range = Range { min: Some(1), max: Some(100) };

static NON_KEY_ATTRIBUTE_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: false,
};

static NON_KEY_ATTRIBUTE_NAME_LIST: Length = Length { min: Some(1), max: Some(20) };

static POSITIVE_INTEGER_OBJECT: Range = Range { min: Some(1), max: None };

static POSITIVE_LONG_OBJECT: Range = Range { min: Some(1), max: None };

static PROJECTION_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ALL", "KEYS_ONLY", "INCLUDE"],
    secret: false,
};

static RETURN_CONSUMED_CAPACITY: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["INDEXES", "TOTAL", "NONE"],
    secret: false,
};

static RETURN_ITEM_COLLECTION_METRICS: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["SIZE", "NONE"],
    secret: false,
};

static RETURN_VALUE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NONE", "ALL_OLD", "UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"],
    secret: false,
};

static RETURN_VALUES_ON_CONDITION_CHECK_FAILURE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ALL_OLD", "NONE"],
    secret: false,
};

static SSE_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["AES256", "KMS"],
    secret: false,
};

static SCALAR_ATTRIBUTE_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["S", "N", "B"],
    secret: false,
};

static SCAN_SEGMENT: Range = Range { min: Some(0), max: Some(999999) };

static SCAN_TOTAL_SEGMENTS: Range = Range { min: Some(1), max: Some(1000000) };

static SELECT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES", "SPECIFIC_ATTRIBUTES", "COUNT"],
    secret: false,
};

static STREAM_VIEW_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"],
    secret: false,
};

static TABLE_ARN: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static TABLE_CLASS: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["STANDARD", "STANDARD_INFREQUENT_ACCESS"],
    secret: false,
};

static TABLE_NAME: Text = Text {
    min: Some(3),
    max: Some(255),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static TAG_KEY_STRING: Text = Text {
    min: Some(1),
    max: Some(128),
    pattern: None,
    values: &[],
    secret: false,
};

static TAG_VALUE_STRING: Text = Text {
    min: Some(0),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArchivalSummary {
    #[serde(rename = "ArchivalDateTime", skip_serializing_if = "Option::is_none")]
    pub archival_date_time: Option<Epoch>,
    #[serde(rename = "ArchivalReason", skip_serializing_if = "Option::is_none")]
    pub archival_reason: Option<String>,
    #[serde(rename = "ArchivalBackupArn", skip_serializing_if = "Option::is_none")]
    pub archival_backup_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AttributeDefinition {
    #[serde(rename = "AttributeName", skip_serializing_if = "Option::is_none")]
    pub attribute_name: Option<String>,
    #[serde(rename = "AttributeType", skip_serializing_if = "Option::is_none")]
    pub attribute_type: Option<String>,
}

impl Validate for AttributeDefinition {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "attributeName", self.attribute_name.is_none());
        found.text(at, "attributeName", self.attribute_name.as_ref(), &KEY_SCHEMA_ATTRIBUTE_NAME);
        found.required(at, "attributeType", self.attribute_type.is_none());
        found.text(at, "attributeType", self.attribute_type.as_ref(), &SCALAR_ATTRIBUTE_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AttributeValue {
    #[serde(rename = "S", skip_serializing_if = "Option::is_none")]
    pub s: Option<String>,
    #[serde(rename = "N", skip_serializing_if = "Option::is_none")]
    pub n: Option<String>,
    #[serde(rename = "B", skip_serializing_if = "Option::is_none")]
    pub b: Option<Blob>,
    #[serde(rename = "SS", skip_serializing_if = "Option::is_none")]
    pub ss: Option<Vec<String>>,
    #[serde(rename = "NS", skip_serializing_if = "Option::is_none")]
    pub ns: Option<Vec<String>>,
    #[serde(rename = "BS", skip_serializing_if = "Option::is_none")]
    pub bs: Option<Vec<Blob>>,
    #[serde(rename = "M", skip_serializing_if = "Option::is_none")]
    pub m: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "L", skip_serializing_if = "Option::is_none")]
    pub l: Option<Vec<AttributeValue>>,
    #[serde(rename = "NULL", skip_serializing_if = "Option::is_none")]
    pub null: Option<bool>,
    #[serde(rename = "BOOL", skip_serializing_if = "Option::is_none")]
    pub bool: Option<bool>,
}

impl Validate for AttributeValue {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.map_keys(at, "m", self.m.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "m", self.m.as_ref());
        found.structures(at, "l", self.l.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AttributeValueUpdate {
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<AttributeValue>,
    #[serde(rename = "Action", skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
}

impl Validate for AttributeValueUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "value", self.value.as_ref());
        found.text(at, "action", self.action.as_ref(), &ATTRIBUTE_ACTION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BillingModeSummary {
    #[serde(rename = "BillingMode", skip_serializing_if = "Option::is_none")]
    pub billing_mode: Option<String>,
    #[serde(rename = "LastUpdateToPayPerRequestDateTime", skip_serializing_if = "Option::is_none")]
    pub last_update_to_pay_per_request_date_time: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Capacity {
    #[serde(rename = "ReadCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub read_capacity_units: Option<f64>,
    #[serde(rename = "WriteCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub write_capacity_units: Option<f64>,
    #[serde(rename = "CapacityUnits", skip_serializing_if = "Option::is_none")]
    pub capacity_units: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Condition {
    #[serde(rename = "AttributeValueList", skip_serializing_if = "Option::is_none")]
    pub attribute_value_list: Option<Vec<AttributeValue>>,
    #[serde(rename = "ComparisonOperator", skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<String>,
}

impl Validate for Condition {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "attributeValueList", self.attribute_value_list.as_ref());
        found.required(at, "comparisonOperator", self.comparison_operator.is_none());
        found.text(at, "comparisonOperator", self.comparison_operator.as_ref(), &COMPARISON_OPERATOR);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConsumedCapacity {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "CapacityUnits", skip_serializing_if = "Option::is_none")]
    pub capacity_units: Option<f64>,
    #[serde(rename = "ReadCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub read_capacity_units: Option<f64>,
    #[serde(rename = "WriteCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub write_capacity_units: Option<f64>,
    #[serde(rename = "Table", skip_serializing_if = "Option::is_none")]
    pub table: Option<Capacity>,
    #[serde(rename = "LocalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub local_secondary_indexes: Option<BTreeMap<String, Capacity>>,
    #[serde(rename = "GlobalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub global_secondary_indexes: Option<BTreeMap<String, Capacity>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateTableInput {
    #[serde(rename = "AttributeDefinitions", skip_serializing_if = "Option::is_none")]
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "KeySchema", skip_serializing_if = "Option::is_none")]
    pub key_schema: Option<Vec<KeySchemaElement>>,
    #[serde(rename = "LocalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub local_secondary_indexes: Option<Vec<LocalSecondaryIndex>>,
    #[serde(rename = "GlobalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndex>>,
    #[serde(rename = "BillingMode", skip_serializing_if = "Option::is_none")]
    pub billing_mode: Option<String>,
    #[serde(rename = "ProvisionedThroughput", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    #[serde(rename = "StreamSpecification", skip_serializing_if = "Option::is_none")]
    pub stream_specification: Option<StreamSpecification>,
    #[serde(rename = "SSESpecification", skip_serializing_if = "Option::is_none")]
    pub sse_specification: Option<SSESpecification>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "TableClass", skip_serializing_if = "Option::is_none")]
    pub table_class: Option<String>,
    #[serde(rename = "DeletionProtectionEnabled", skip_serializing_if = "Option::is_none")]
    pub deletion_protection_enabled: Option<bool>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<WarmThroughput>,
    #[serde(rename = "ResourcePolicy", skip_serializing_if = "Option::is_none")]
    pub resource_policy: Option<String>,
    #[serde(rename = "OnDemandThroughput", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    #[serde(rename = "GlobalTableSourceArn", skip_serializing_if = "Option::is_none")]
    pub global_table_source_arn: Option<String>,
    #[serde(rename = "GlobalTableSettingsReplicationMode", skip_serializing_if = "Option::is_none")]
    pub global_table_settings_replication_mode: Option<String>,
}

impl Validate for CreateTableInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "attributeDefinitions", self.attribute_definitions.as_ref());
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.list(at, "keySchema", self.key_schema.as_ref(), &KEY_SCHEMA);
        found.structures(at, "keySchema", self.key_schema.as_ref());
        found.structures(at, "localSecondaryIndexes", self.local_secondary_indexes.as_ref());
        found.structures(at, "globalSecondaryIndexes", self.global_secondary_indexes.as_ref());
        found.text(at, "billingMode", self.billing_mode.as_ref(), &BILLING_MODE);
        found.structure(at, "provisionedThroughput", self.provisioned_throughput.as_ref());
        found.structure(at, "streamSpecification", self.stream_specification.as_ref());
        found.structure(at, "sSESpecification", self.sse_specification.as_ref());
        found.structures(at, "tags", self.tags.as_ref());
        found.text(at, "tableClass", self.table_class.as_ref(), &TABLE_CLASS);
        found.text(at, "globalTableSourceArn", self.global_table_source_arn.as_ref(), &TABLE_ARN);
        found.text(at, "globalTableSettingsReplicationMode", self.global_table_settings_replication_mode.as_ref(), &GLOBAL_TABLE_SETTINGS_REPLICATION_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateTableOutput {
    #[serde(rename = "TableDescription", skip_serializing_if = "Option::is_none")]
    pub table_description: Option<TableDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteItemInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "Expected", skip_serializing_if = "Option::is_none")]
    pub expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    #[serde(rename = "ConditionalOperator", skip_serializing_if = "Option::is_none")]
    pub conditional_operator: Option<String>,
    #[serde(rename = "ReturnValues", skip_serializing_if = "Option::is_none")]
    pub return_values: Option<String>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
    #[serde(rename = "ReturnItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub return_item_collection_metrics: Option<String>,
    #[serde(rename = "ConditionExpression", skip_serializing_if = "Option::is_none")]
    pub condition_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnValuesOnConditionCheckFailure", skip_serializing_if = "Option::is_none")]
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Validate for DeleteItemInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.required(at, "key", self.key.is_none());
        found.map_keys(at, "key", self.key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "key", self.key.as_ref());
        found.map_keys(at, "expected", self.expected.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expected", self.expected.as_ref());
        found.text(at, "conditionalOperator", self.conditional_operator.as_ref(), &CONDITIONAL_OPERATOR);
        found.text(at, "returnValues", self.return_values.as_ref(), &RETURN_VALUE);
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
        found.text(at, "returnItemCollectionMetrics", self.return_item_collection_metrics.as_ref(), &RETURN_ITEM_COLLECTION_METRICS);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
        found.text(at, "returnValuesOnConditionCheckFailure", self.return_values_on_condition_check_failure.as_ref(), &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteItemOutput {
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<ConsumedCapacity>,
    #[serde(rename = "ItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteTableInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
}

impl Validate for DeleteTableInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteTableOutput {
    #[serde(rename = "TableDescription", skip_serializing_if = "Option::is_none")]
    pub table_description: Option<TableDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeTableInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
}

impl Validate for DescribeTableInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeTableOutput {
    #[serde(rename = "Table", skip_serializing_if = "Option::is_none")]
    pub table: Option<TableDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ExpectedAttributeValue {
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<AttributeValue>,
    #[serde(rename = "Exists", skip_serializing_if = "Option::is_none")]
    pub exists: Option<bool>,
    #[serde(rename = "ComparisonOperator", skip_serializing_if = "Option::is_none")]
    pub comparison_operator: Option<String>,
    #[serde(rename = "AttributeValueList", skip_serializing_if = "Option::is_none")]
    pub attribute_value_list: Option<Vec<AttributeValue>>,
}

impl Validate for ExpectedAttributeValue {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "value", self.value.as_ref());
        found.text(at, "comparisonOperator", self.comparison_operator.as_ref(), &COMPARISON_OPERATOR);
        found.structures(at, "attributeValueList", self.attribute_value_list.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetItemInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "AttributesToGet", skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<String>>,
    #[serde(rename = "ConsistentRead", skip_serializing_if = "Option::is_none")]
    pub consistent_read: Option<bool>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
    #[serde(rename = "ProjectionExpression", skip_serializing_if = "Option::is_none")]
    pub projection_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
}

impl Validate for GetItemInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.required(at, "key", self.key.is_none());
        found.map_keys(at, "key", self.key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "key", self.key.as_ref());
        found.list(at, "attributesToGet", self.attributes_to_get.as_ref(), &ATTRIBUTE_NAME_LIST);
        found.texts(at, "attributesToGet", self.attributes_to_get.as_ref(), &ATTRIBUTE_NAME);
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetItemOutput {
    #[serde(rename = "Item", skip_serializing_if = "Option::is_none")]
    pub item: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<ConsumedCapacity>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GlobalSecondaryIndex {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "KeySchema", skip_serializing_if = "Option::is_none")]
    pub key_schema: Option<Vec<KeySchemaElement>>,
    #[serde(rename = "Projection", skip_serializing_if = "Option::is_none")]
    pub projection: Option<Projection>,
    #[serde(rename = "ProvisionedThroughput", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    #[serde(rename = "OnDemandThroughput", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<WarmThroughput>,
}

impl Validate for GlobalSecondaryIndex {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
        found.required(at, "keySchema", self.key_schema.is_none());
        found.list(at, "keySchema", self.key_schema.as_ref(), &KEY_SCHEMA);
        found.structures(at, "keySchema", self.key_schema.as_ref());
        found.required(at, "projection", self.projection.is_none());
        found.structure(at, "projection", self.projection.as_ref());
        found.structure(at, "provisionedThroughput", self.provisioned_throughput.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GlobalSecondaryIndexDescription {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "KeySchema", skip_serializing_if = "Option::is_none")]
    pub key_schema: Option<Vec<KeySchemaElement>>,
    #[serde(rename = "Projection", skip_serializing_if = "Option::is_none")]
    pub projection: Option<Projection>,
    #[serde(rename = "IndexStatus", skip_serializing_if = "Option::is_none")]
    pub index_status: Option<String>,
    #[serde(rename = "Backfilling", skip_serializing_if = "Option::is_none")]
    pub backfilling: Option<bool>,
    #[serde(rename = "ProvisionedThroughput", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput: Option<ProvisionedThroughputDescription>,
    #[serde(rename = "IndexSizeBytes", skip_serializing_if = "Option::is_none")]
    pub index_size_bytes: Option<i64>,
    #[serde(rename = "ItemCount", skip_serializing_if = "Option::is_none")]
    pub item_count: Option<i64>,
    #[serde(rename = "IndexArn", skip_serializing_if = "Option::is_none")]
    pub index_arn: Option<String>,
    #[serde(rename = "OnDemandThroughput", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<GlobalSecondaryIndexWarmThroughputDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GlobalSecondaryIndexWarmThroughputDescription {
    #[serde(rename = "ReadUnitsPerSecond", skip_serializing_if = "Option::is_none")]
    pub read_units_per_second: Option<i64>,
    #[serde(rename = "WriteUnitsPerSecond", skip_serializing_if = "Option::is_none")]
    pub write_units_per_second: Option<i64>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GlobalTableWitnessDescription {
    #[serde(rename = "RegionName", skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
    #[serde(rename = "WitnessStatus", skip_serializing_if = "Option::is_none")]
    pub witness_status: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ItemCollectionMetrics {
    #[serde(rename = "ItemCollectionKey", skip_serializing_if = "Option::is_none")]
    pub item_collection_key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "SizeEstimateRangeGB", skip_serializing_if = "Option::is_none")]
    pub size_estimate_range_gb: Option<Vec<f64>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct KeySchemaElement {
    #[serde(rename = "AttributeName", skip_serializing_if = "Option::is_none")]
    pub attribute_name: Option<String>,
    #[serde(rename = "KeyType", skip_serializing_if = "Option::is_none")]
    pub key_type: Option<String>,
}

impl Validate for KeySchemaElement {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "attributeName", self.attribute_name.is_none());
        found.text(at, "attributeName", self.attribute_name.as_ref(), &KEY_SCHEMA_ATTRIBUTE_NAME);
        found.required(at, "keyType", self.key_type.is_none());
        found.text(at, "keyType", self.key_type.as_ref(), &KEY_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTablesInput {
    #[serde(rename = "ExclusiveStartTableName", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_table_name: Option<String>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
}

impl Validate for ListTablesInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "exclusiveStartTableName", self.exclusive_start_table_name.as_ref(), &TABLE_NAME);
        found.integer(at, "limit", self.limit.as_ref(), &LIST_TABLES_INPUT_LIMIT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTablesOutput {
    #[serde(rename = "TableNames", skip_serializing_if = "Option::is_none")]
    pub table_names: Option<Vec<String>>,
    #[serde(rename = "LastEvaluatedTableName", skip_serializing_if = "Option::is_none")]
    pub last_evaluated_table_name: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LocalSecondaryIndex {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "KeySchema", skip_serializing_if = "Option::is_none")]
    pub key_schema: Option<Vec<KeySchemaElement>>,
    #[serde(rename = "Projection", skip_serializing_if = "Option::is_none")]
    pub projection: Option<Projection>,
}

impl Validate for LocalSecondaryIndex {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
        found.required(at, "keySchema", self.key_schema.is_none());
        found.list(at, "keySchema", self.key_schema.as_ref(), &KEY_SCHEMA);
        found.structures(at, "keySchema", self.key_schema.as_ref());
        found.required(at, "projection", self.projection.is_none());
        found.structure(at, "projection", self.projection.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LocalSecondaryIndexDescription {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "KeySchema", skip_serializing_if = "Option::is_none")]
    pub key_schema: Option<Vec<KeySchemaElement>>,
    #[serde(rename = "Projection", skip_serializing_if = "Option::is_none")]
    pub projection: Option<Projection>,
    #[serde(rename = "IndexSizeBytes", skip_serializing_if = "Option::is_none")]
    pub index_size_bytes: Option<i64>,
    #[serde(rename = "ItemCount", skip_serializing_if = "Option::is_none")]
    pub item_count: Option<i64>,
    #[serde(rename = "IndexArn", skip_serializing_if = "Option::is_none")]
    pub index_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OnDemandThroughput {
    #[serde(rename = "MaxReadRequestUnits", skip_serializing_if = "Option::is_none")]
    pub max_read_request_units: Option<i64>,
    #[serde(rename = "MaxWriteRequestUnits", skip_serializing_if = "Option::is_none")]
    pub max_write_request_units: Option<i64>,
}

impl Validate for OnDemandThroughput {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct OnDemandThroughputOverride {
    #[serde(rename = "MaxReadRequestUnits", skip_serializing_if = "Option::is_none")]
    pub max_read_request_units: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Projection {
    #[serde(rename = "ProjectionType", skip_serializing_if = "Option::is_none")]
    pub projection_type: Option<String>,
    #[serde(rename = "NonKeyAttributes", skip_serializing_if = "Option::is_none")]
    pub non_key_attributes: Option<Vec<String>>,
}

impl Validate for Projection {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "projectionType", self.projection_type.as_ref(), &PROJECTION_TYPE);
        found.list(at, "nonKeyAttributes", self.non_key_attributes.as_ref(), &NON_KEY_ATTRIBUTE_NAME_LIST);
        found.texts(at, "nonKeyAttributes", self.non_key_attributes.as_ref(), &NON_KEY_ATTRIBUTE_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProvisionedThroughput {
    #[serde(rename = "ReadCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub read_capacity_units: Option<i64>,
    #[serde(rename = "WriteCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub write_capacity_units: Option<i64>,
}

impl Validate for ProvisionedThroughput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "readCapacityUnits", self.read_capacity_units.is_none());
        found.long(at, "readCapacityUnits", self.read_capacity_units.as_ref(), &POSITIVE_LONG_OBJECT);
        found.required(at, "writeCapacityUnits", self.write_capacity_units.is_none());
        found.long(at, "writeCapacityUnits", self.write_capacity_units.as_ref(), &POSITIVE_LONG_OBJECT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProvisionedThroughputDescription {
    #[serde(rename = "LastIncreaseDateTime", skip_serializing_if = "Option::is_none")]
    pub last_increase_date_time: Option<Epoch>,
    #[serde(rename = "LastDecreaseDateTime", skip_serializing_if = "Option::is_none")]
    pub last_decrease_date_time: Option<Epoch>,
    #[serde(rename = "NumberOfDecreasesToday", skip_serializing_if = "Option::is_none")]
    pub number_of_decreases_today: Option<i64>,
    #[serde(rename = "ReadCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub read_capacity_units: Option<i64>,
    #[serde(rename = "WriteCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub write_capacity_units: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ProvisionedThroughputOverride {
    #[serde(rename = "ReadCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub read_capacity_units: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutItemInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "Item", skip_serializing_if = "Option::is_none")]
    pub item: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "Expected", skip_serializing_if = "Option::is_none")]
    pub expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    #[serde(rename = "ReturnValues", skip_serializing_if = "Option::is_none")]
    pub return_values: Option<String>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
    #[serde(rename = "ReturnItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub return_item_collection_metrics: Option<String>,
    #[serde(rename = "ConditionalOperator", skip_serializing_if = "Option::is_none")]
    pub conditional_operator: Option<String>,
    #[serde(rename = "ConditionExpression", skip_serializing_if = "Option::is_none")]
    pub condition_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnValuesOnConditionCheckFailure", skip_serializing_if = "Option::is_none")]
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Validate for PutItemInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.required(at, "item", self.item.is_none());
        found.map_keys(at, "item", self.item.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "item", self.item.as_ref());
        found.map_keys(at, "expected", self.expected.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expected", self.expected.as_ref());
        found.text(at, "returnValues", self.return_values.as_ref(), &RETURN_VALUE);
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
        found.text(at, "returnItemCollectionMetrics", self.return_item_collection_metrics.as_ref(), &RETURN_ITEM_COLLECTION_METRICS);
        found.text(at, "conditionalOperator", self.conditional_operator.as_ref(), &CONDITIONAL_OPERATOR);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
        found.text(at, "returnValuesOnConditionCheckFailure", self.return_values_on_condition_check_failure.as_ref(), &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutItemOutput {
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<ConsumedCapacity>,
    #[serde(rename = "ItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "Select", skip_serializing_if = "Option::is_none")]
    pub select: Option<String>,
    #[serde(rename = "AttributesToGet", skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<String>>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "ConsistentRead", skip_serializing_if = "Option::is_none")]
    pub consistent_read: Option<bool>,
    #[serde(rename = "KeyConditions", skip_serializing_if = "Option::is_none")]
    pub key_conditions: Option<BTreeMap<String, Condition>>,
    #[serde(rename = "QueryFilter", skip_serializing_if = "Option::is_none")]
    pub query_filter: Option<BTreeMap<String, Condition>>,
    #[serde(rename = "ConditionalOperator", skip_serializing_if = "Option::is_none")]
    pub conditional_operator: Option<String>,
    #[serde(rename = "ScanIndexForward", skip_serializing_if = "Option::is_none")]
    pub scan_index_forward: Option<bool>,
    #[serde(rename = "ExclusiveStartKey", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
    #[serde(rename = "ProjectionExpression", skip_serializing_if = "Option::is_none")]
    pub projection_expression: Option<String>,
    #[serde(rename = "FilterExpression", skip_serializing_if = "Option::is_none")]
    pub filter_expression: Option<String>,
    #[serde(rename = "KeyConditionExpression", skip_serializing_if = "Option::is_none")]
    pub key_condition_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
}

impl Validate for QueryInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
        found.text(at, "select", self.select.as_ref(), &SELECT);
        found.list(at, "attributesToGet", self.attributes_to_get.as_ref(), &ATTRIBUTE_NAME_LIST);
        found.texts(at, "attributesToGet", self.attributes_to_get.as_ref(), &ATTRIBUTE_NAME);
        found.integer(at, "limit", self.limit.as_ref(), &POSITIVE_INTEGER_OBJECT);
        found.map_keys(at, "keyConditions", self.key_conditions.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "keyConditions", self.key_conditions.as_ref());
        found.map_keys(at, "queryFilter", self.query_filter.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "queryFilter", self.query_filter.as_ref());
        found.text(at, "conditionalOperator", self.conditional_operator.as_ref(), &CONDITIONAL_OPERATOR);
        found.map_keys(at, "exclusiveStartKey", self.exclusive_start_key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "exclusiveStartKey", self.exclusive_start_key.as_ref());
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct QueryOutput {
    #[serde(rename = "Items", skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<BTreeMap<String, AttributeValue>>>,
    #[serde(rename = "Count", skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
    #[serde(rename = "ScannedCount", skip_serializing_if = "Option::is_none")]
    pub scanned_count: Option<i32>,
    #[serde(rename = "LastEvaluatedKey", skip_serializing_if = "Option::is_none")]
    pub last_evaluated_key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<ConsumedCapacity>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReplicaDescription {
    #[serde(rename = "RegionName", skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
    #[serde(rename = "ReplicaStatus", skip_serializing_if = "Option::is_none")]
    pub replica_status: Option<String>,
    #[serde(rename = "ReplicaArn", skip_serializing_if = "Option::is_none")]
    pub replica_arn: Option<String>,
    #[serde(rename = "ReplicaStatusDescription", skip_serializing_if = "Option::is_none")]
    pub replica_status_description: Option<String>,
    #[serde(rename = "ReplicaStatusPercentProgress", skip_serializing_if = "Option::is_none")]
    pub replica_status_percent_progress: Option<String>,
    #[serde(rename = "KMSMasterKeyId", skip_serializing_if = "Option::is_none")]
    pub kms_master_key_id: Option<String>,
    #[serde(rename = "ProvisionedThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    #[serde(rename = "OnDemandThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<TableWarmThroughputDescription>,
    #[serde(rename = "GlobalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndexDescription>>,
    #[serde(rename = "ReplicaInaccessibleDateTime", skip_serializing_if = "Option::is_none")]
    pub replica_inaccessible_date_time: Option<Epoch>,
    #[serde(rename = "ReplicaTableClassSummary", skip_serializing_if = "Option::is_none")]
    pub replica_table_class_summary: Option<TableClassSummary>,
    #[serde(rename = "GlobalTableSettingsReplicationMode", skip_serializing_if = "Option::is_none")]
    pub global_table_settings_replication_mode: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReplicaGlobalSecondaryIndexDescription {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "ProvisionedThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    #[serde(rename = "OnDemandThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<GlobalSecondaryIndexWarmThroughputDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RestoreSummary {
    #[serde(rename = "SourceBackupArn", skip_serializing_if = "Option::is_none")]
    pub source_backup_arn: Option<String>,
    #[serde(rename = "SourceTableArn", skip_serializing_if = "Option::is_none")]
    pub source_table_arn: Option<String>,
    #[serde(rename = "RestoreDateTime", skip_serializing_if = "Option::is_none")]
    pub restore_date_time: Option<Epoch>,
    #[serde(rename = "RestoreInProgress", skip_serializing_if = "Option::is_none")]
    pub restore_in_progress: Option<bool>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SSEDescription {
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
    #[serde(rename = "SSEType", skip_serializing_if = "Option::is_none")]
    pub sse_type: Option<String>,
    #[serde(rename = "KMSMasterKeyArn", skip_serializing_if = "Option::is_none")]
    pub kms_master_key_arn: Option<String>,
    #[serde(rename = "InaccessibleEncryptionDateTime", skip_serializing_if = "Option::is_none")]
    pub inaccessible_encryption_date_time: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SSESpecification {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "SSEType", skip_serializing_if = "Option::is_none")]
    pub sse_type: Option<String>,
    #[serde(rename = "KMSMasterKeyId", skip_serializing_if = "Option::is_none")]
    pub kms_master_key_id: Option<String>,
}

impl Validate for SSESpecification {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "sSEType", self.sse_type.as_ref(), &SSE_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScanInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "AttributesToGet", skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<String>>,
    #[serde(rename = "Limit", skip_serializing_if = "Option::is_none")]
    pub limit: Option<i32>,
    #[serde(rename = "Select", skip_serializing_if = "Option::is_none")]
    pub select: Option<String>,
    #[serde(rename = "ScanFilter", skip_serializing_if = "Option::is_none")]
    pub scan_filter: Option<BTreeMap<String, Condition>>,
    #[serde(rename = "ConditionalOperator", skip_serializing_if = "Option::is_none")]
    pub conditional_operator: Option<String>,
    #[serde(rename = "ExclusiveStartKey", skip_serializing_if = "Option::is_none")]
    pub exclusive_start_key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
    #[serde(rename = "TotalSegments", skip_serializing_if = "Option::is_none")]
    pub total_segments: Option<i32>,
    #[serde(rename = "Segment", skip_serializing_if = "Option::is_none")]
    pub segment: Option<i32>,
    #[serde(rename = "ProjectionExpression", skip_serializing_if = "Option::is_none")]
    pub projection_expression: Option<String>,
    #[serde(rename = "FilterExpression", skip_serializing_if = "Option::is_none")]
    pub filter_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ConsistentRead", skip_serializing_if = "Option::is_none")]
    pub consistent_read: Option<bool>,
}

impl Validate for ScanInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
        found.list(at, "attributesToGet", self.attributes_to_get.as_ref(), &ATTRIBUTE_NAME_LIST);
        found.texts(at, "attributesToGet", self.attributes_to_get.as_ref(), &ATTRIBUTE_NAME);
        found.integer(at, "limit", self.limit.as_ref(), &POSITIVE_INTEGER_OBJECT);
        found.text(at, "select", self.select.as_ref(), &SELECT);
        found.map_keys(at, "scanFilter", self.scan_filter.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "scanFilter", self.scan_filter.as_ref());
        found.text(at, "conditionalOperator", self.conditional_operator.as_ref(), &CONDITIONAL_OPERATOR);
        found.map_keys(at, "exclusiveStartKey", self.exclusive_start_key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "exclusiveStartKey", self.exclusive_start_key.as_ref());
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
        found.integer(at, "totalSegments", self.total_segments.as_ref(), &SCAN_TOTAL_SEGMENTS);
        found.integer(at, "segment", self.segment.as_ref(), &SCAN_SEGMENT);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ScanOutput {
    #[serde(rename = "Items", skip_serializing_if = "Option::is_none")]
    pub items: Option<Vec<BTreeMap<String, AttributeValue>>>,
    #[serde(rename = "Count", skip_serializing_if = "Option::is_none")]
    pub count: Option<i32>,
    #[serde(rename = "ScannedCount", skip_serializing_if = "Option::is_none")]
    pub scanned_count: Option<i32>,
    #[serde(rename = "LastEvaluatedKey", skip_serializing_if = "Option::is_none")]
    pub last_evaluated_key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<ConsumedCapacity>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StreamSpecification {
    #[serde(rename = "StreamEnabled", skip_serializing_if = "Option::is_none")]
    pub stream_enabled: Option<bool>,
    #[serde(rename = "StreamViewType", skip_serializing_if = "Option::is_none")]
    pub stream_view_type: Option<String>,
}

impl Validate for StreamSpecification {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "streamEnabled", self.stream_enabled.is_none());
        found.text(at, "streamViewType", self.stream_view_type.as_ref(), &STREAM_VIEW_TYPE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableClassSummary {
    #[serde(rename = "TableClass", skip_serializing_if = "Option::is_none")]
    pub table_class: Option<String>,
    #[serde(rename = "LastUpdateDateTime", skip_serializing_if = "Option::is_none")]
    pub last_update_date_time: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableDescription {
    #[serde(rename = "AttributeDefinitions", skip_serializing_if = "Option::is_none")]
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "KeySchema", skip_serializing_if = "Option::is_none")]
    pub key_schema: Option<Vec<KeySchemaElement>>,
    #[serde(rename = "TableStatus", skip_serializing_if = "Option::is_none")]
    pub table_status: Option<String>,
    #[serde(rename = "CreationDateTime", skip_serializing_if = "Option::is_none")]
    pub creation_date_time: Option<Epoch>,
    #[serde(rename = "ProvisionedThroughput", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput: Option<ProvisionedThroughputDescription>,
    #[serde(rename = "TableSizeBytes", skip_serializing_if = "Option::is_none")]
    pub table_size_bytes: Option<i64>,
    #[serde(rename = "ItemCount", skip_serializing_if = "Option::is_none")]
    pub item_count: Option<i64>,
    #[serde(rename = "TableArn", skip_serializing_if = "Option::is_none")]
    pub table_arn: Option<String>,
    #[serde(rename = "TableId", skip_serializing_if = "Option::is_none")]
    pub table_id: Option<String>,
    #[serde(rename = "BillingModeSummary", skip_serializing_if = "Option::is_none")]
    pub billing_mode_summary: Option<BillingModeSummary>,
    #[serde(rename = "LocalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub local_secondary_indexes: Option<Vec<LocalSecondaryIndexDescription>>,
    #[serde(rename = "GlobalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub global_secondary_indexes: Option<Vec<GlobalSecondaryIndexDescription>>,
    #[serde(rename = "StreamSpecification", skip_serializing_if = "Option::is_none")]
    pub stream_specification: Option<StreamSpecification>,
    #[serde(rename = "LatestStreamLabel", skip_serializing_if = "Option::is_none")]
    pub latest_stream_label: Option<String>,
    #[serde(rename = "LatestStreamArn", skip_serializing_if = "Option::is_none")]
    pub latest_stream_arn: Option<String>,
    #[serde(rename = "GlobalTableVersion", skip_serializing_if = "Option::is_none")]
    pub global_table_version: Option<String>,
    #[serde(rename = "Replicas", skip_serializing_if = "Option::is_none")]
    pub replicas: Option<Vec<ReplicaDescription>>,
    #[serde(rename = "GlobalTableWitnesses", skip_serializing_if = "Option::is_none")]
    pub global_table_witnesses: Option<Vec<GlobalTableWitnessDescription>>,
    #[serde(rename = "GlobalTableSettingsReplicationMode", skip_serializing_if = "Option::is_none")]
    pub global_table_settings_replication_mode: Option<String>,
    #[serde(rename = "RestoreSummary", skip_serializing_if = "Option::is_none")]
    pub restore_summary: Option<RestoreSummary>,
    #[serde(rename = "SSEDescription", skip_serializing_if = "Option::is_none")]
    pub sse_description: Option<SSEDescription>,
    #[serde(rename = "ArchivalSummary", skip_serializing_if = "Option::is_none")]
    pub archival_summary: Option<ArchivalSummary>,
    #[serde(rename = "TableClassSummary", skip_serializing_if = "Option::is_none")]
    pub table_class_summary: Option<TableClassSummary>,
    #[serde(rename = "DeletionProtectionEnabled", skip_serializing_if = "Option::is_none")]
    pub deletion_protection_enabled: Option<bool>,
    #[serde(rename = "OnDemandThroughput", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<TableWarmThroughputDescription>,
    #[serde(rename = "MultiRegionConsistency", skip_serializing_if = "Option::is_none")]
    pub multi_region_consistency: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TableWarmThroughputDescription {
    #[serde(rename = "ReadUnitsPerSecond", skip_serializing_if = "Option::is_none")]
    pub read_units_per_second: Option<i64>,
    #[serde(rename = "WriteUnitsPerSecond", skip_serializing_if = "Option::is_none")]
    pub write_units_per_second: Option<i64>,
    #[serde(rename = "Status", skip_serializing_if = "Option::is_none")]
    pub status: Option<String>,
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
        found.text(at, "key", self.key.as_ref(), &TAG_KEY_STRING);
        found.required(at, "value", self.value.is_none());
        found.text(at, "value", self.value.as_ref(), &TAG_VALUE_STRING);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateItemInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "AttributeUpdates", skip_serializing_if = "Option::is_none")]
    pub attribute_updates: Option<BTreeMap<String, AttributeValueUpdate>>,
    #[serde(rename = "Expected", skip_serializing_if = "Option::is_none")]
    pub expected: Option<BTreeMap<String, ExpectedAttributeValue>>,
    #[serde(rename = "ConditionalOperator", skip_serializing_if = "Option::is_none")]
    pub conditional_operator: Option<String>,
    #[serde(rename = "ReturnValues", skip_serializing_if = "Option::is_none")]
    pub return_values: Option<String>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
    #[serde(rename = "ReturnItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub return_item_collection_metrics: Option<String>,
    #[serde(rename = "UpdateExpression", skip_serializing_if = "Option::is_none")]
    pub update_expression: Option<String>,
    #[serde(rename = "ConditionExpression", skip_serializing_if = "Option::is_none")]
    pub condition_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnValuesOnConditionCheckFailure", skip_serializing_if = "Option::is_none")]
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Validate for UpdateItemInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.required(at, "key", self.key.is_none());
        found.map_keys(at, "key", self.key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "key", self.key.as_ref());
        found.map_keys(at, "attributeUpdates", self.attribute_updates.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "attributeUpdates", self.attribute_updates.as_ref());
        found.map_keys(at, "expected", self.expected.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expected", self.expected.as_ref());
        found.text(at, "conditionalOperator", self.conditional_operator.as_ref(), &CONDITIONAL_OPERATOR);
        found.text(at, "returnValues", self.return_values.as_ref(), &RETURN_VALUE);
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
        found.text(at, "returnItemCollectionMetrics", self.return_item_collection_metrics.as_ref(), &RETURN_ITEM_COLLECTION_METRICS);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
        found.text(at, "returnValuesOnConditionCheckFailure", self.return_values_on_condition_check_failure.as_ref(), &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateItemOutput {
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<ConsumedCapacity>,
    #[serde(rename = "ItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub item_collection_metrics: Option<ItemCollectionMetrics>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WarmThroughput {
    #[serde(rename = "ReadUnitsPerSecond", skip_serializing_if = "Option::is_none")]
    pub read_units_per_second: Option<i64>,
    #[serde(rename = "WriteUnitsPerSecond", skip_serializing_if = "Option::is_none")]
    pub write_units_per_second: Option<i64>,
}

impl Validate for WarmThroughput {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}
