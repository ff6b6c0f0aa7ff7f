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
    unserved: &["BatchExecuteStatement", "CancelBulkOperation", "CreateBackup", "CreateGlobalTable", "DeleteBackup", "DeleteResourcePolicy", "DescribeBackup", "DescribeBulkOperation", "DescribeContributorInsights", "DescribeExport", "DescribeGlobalTable", "DescribeGlobalTableSettings", "DescribeImport", "DescribeKinesisStreamingDestination", "DescribeTableReplicaAutoScaling", "DisableKinesisStreamingDestination", "EnableKinesisStreamingDestination", "ExecuteStatement", "ExecuteTransaction", "ExportTableToPointInTime", "GetResourcePolicy", "ImportTable", "ListBackups", "ListBulkOperations", "ListContributorInsights", "ListExports", "ListGlobalTables", "ListImports", "PutResourcePolicy", "RestoreTableFromBackup", "RestoreTableToPointInTime", "SearchVectors", "StartBulkPutItems", "UpdateContributorInsights", "UpdateGlobalTable", "UpdateGlobalTableSettings", "UpdateKinesisStreamingDestination", "UpdateTableReplicaAutoScaling"],
    query_errors: &[],
    operations: &[
        OperationModel {
            name: "BatchGetItem",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "BatchWriteItem",
            has_output: true,
            query: None,
            http: None,
        },
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
            name: "DescribeContinuousBackups",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeEndpoints",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "DescribeLimits",
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
            name: "DescribeTimeToLive",
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
            name: "ListTagsOfResource",
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
            name: "TagResource",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "TransactGetItems",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "TransactWriteItems",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UntagResource",
            has_output: false,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateContinuousBackups",
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
        OperationModel {
            name: "UpdateTable",
            has_output: true,
            query: None,
            http: None,
        },
        OperationModel {
            name: "UpdateTimeToLive",
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

static BATCH_GET_REQUEST_MAP: Length = Length { min: Some(1), max: Some(100) };

static BATCH_WRITE_ITEM_REQUEST_MAP: Length = Length { min: Some(1), max: Some(25) };

static BILLING_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["PROVISIONED", "PAY_PER_REQUEST"],
    secret: false,
};

static CLIENT_REQUEST_TOKEN: Text = Text {
    min: Some(1),
    max: Some(36),
    pattern: None,
    values: &[],
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

static DISASSOCIATION_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["WAIT_FOR_REPLICATION"],
    secret: false,
};

static GLOBAL_TABLE_SETTINGS_REPLICATION_MODE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["ENABLED", "DISABLED", "ENABLED_WITH_OVERRIDES"],
    secret: false,
};

static GLOBAL_TABLE_WITNESS_GROUP_UPDATE_LIST: Length = Length { min: Some(1), max: Some(1) };

static INDEX_NAME: Text = Text {
    min: Some(3),
    max: Some(255),
    pattern: Some(Pattern::new("[a-zA-Z0-9_.-]+", "[a-zA-Z0-9_.-]+")),
    values: &[],
    secret: false,
};

static KEY_LIST: Length = Length { min: Some(1), max: Some(100) };

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

static MULTI_REGION_CONSISTENCY: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["EVENTUAL", "STRONG"],
    secret: false,
};

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

static RECOVERY_PERIOD_IN_DAYS: Range = Range { min: Some(1), max: Some(35) };

static REPLICA_GLOBAL_SECONDARY_INDEX_LIST: Length = Length { min: Some(1), max: None };

static REPLICATION_GROUP_UPDATE_LIST: Length = Length { min: Some(1), max: None };

static RESOURCE_ARN_STRING: Text = Text {
    min: Some(1),
    max: Some(1283),
    pattern: None,
    values: &[],
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

static SEARCH_SCHEMA: Length = Length { min: Some(1), max: None };

static SEARCH_SCHEMA_ELEMENT_TYPE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["HASH", "INLINE_FILTER"],
    secret: false,
};

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

static TIME_TO_LIVE_ATTRIBUTE_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: false,
};

static TRANSACT_GET_ITEM_LIST: Length = Length { min: Some(1), max: Some(100) };

static TRANSACT_WRITE_ITEM_LIST: Length = Length { min: Some(1), max: Some(100) };

static VECTOR_ATTRIBUTE_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: false,
};

static VECTOR_DISTANCE_FUNCTION: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["COSINE", "DOT_PRODUCT", "EUCLIDEAN"],
    secret: false,
};

static WRITE_REQUESTS: Length = Length { min: Some(1), max: Some(25) };

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
pub struct BatchGetItemInput {
    #[serde(rename = "RequestItems", skip_serializing_if = "Option::is_none")]
    pub request_items: Option<BTreeMap<String, KeysAndAttributes>>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
}

impl Validate for BatchGetItemInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "requestItems", self.request_items.is_none());
        found.map(at, "requestItems", self.request_items.as_ref(), &BATCH_GET_REQUEST_MAP);
        found.map_keys(at, "requestItems", self.request_items.as_ref(), &TABLE_ARN);
        found.map_structures(at, "requestItems", self.request_items.as_ref());
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchGetItemOutput {
    #[serde(rename = "Responses", skip_serializing_if = "Option::is_none")]
    pub responses: Option<BTreeMap<String, Vec<BTreeMap<String, AttributeValue>>>>,
    #[serde(rename = "UnprocessedKeys", skip_serializing_if = "Option::is_none")]
    pub unprocessed_keys: Option<BTreeMap<String, KeysAndAttributes>>,
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchWriteItemInput {
    #[serde(rename = "RequestItems", skip_serializing_if = "Option::is_none")]
    pub request_items: Option<BTreeMap<String, Vec<WriteRequest>>>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
    #[serde(rename = "ReturnItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub return_item_collection_metrics: Option<String>,
}

impl Validate for BatchWriteItemInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "requestItems", self.request_items.is_none());
        found.map(at, "requestItems", self.request_items.as_ref(), &BATCH_WRITE_ITEM_REQUEST_MAP);
        found.map_keys(at, "requestItems", self.request_items.as_ref(), &TABLE_ARN);
        found.map_lists(at, "requestItems", self.request_items.as_ref(), &WRITE_REQUESTS);
        found.map_list_structures(at, "requestItems", self.request_items.as_ref());
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
        found.text(at, "returnItemCollectionMetrics", self.return_item_collection_metrics.as_ref(), &RETURN_ITEM_COLLECTION_METRICS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchWriteItemOutput {
    #[serde(rename = "UnprocessedItems", skip_serializing_if = "Option::is_none")]
    pub unprocessed_items: Option<BTreeMap<String, Vec<WriteRequest>>>,
    #[serde(rename = "ItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub item_collection_metrics: Option<BTreeMap<String, Vec<ItemCollectionMetrics>>>,
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
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
pub struct ConditionCheck {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "ConditionExpression", skip_serializing_if = "Option::is_none")]
    pub condition_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnValuesOnConditionCheckFailure", skip_serializing_if = "Option::is_none")]
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Validate for ConditionCheck {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "key", self.key.is_none());
        found.map_keys(at, "key", self.key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "key", self.key.as_ref());
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.required(at, "conditionExpression", self.condition_expression.is_none());
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
        found.text(at, "returnValuesOnConditionCheckFailure", self.return_values_on_condition_check_failure.as_ref(), &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE);
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
    #[serde(rename = "VectorIndexes", skip_serializing_if = "Option::is_none")]
    pub vector_indexes: Option<BTreeMap<String, VectorCapacity>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ContinuousBackupsDescription {
    #[serde(rename = "ContinuousBackupsStatus", skip_serializing_if = "Option::is_none")]
    pub continuous_backups_status: Option<String>,
    #[serde(rename = "PointInTimeRecoveryDescription", skip_serializing_if = "Option::is_none")]
    pub point_in_time_recovery_description: Option<PointInTimeRecoveryDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateGlobalSecondaryIndexAction {
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

impl Validate for CreateGlobalSecondaryIndexAction {
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
pub struct CreateGlobalTableWitnessGroupMemberAction {
    #[serde(rename = "RegionName", skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
}

impl Validate for CreateGlobalTableWitnessGroupMemberAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "regionName", self.region_name.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateReplicationGroupMemberAction {
    #[serde(rename = "RegionName", skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
    #[serde(rename = "KMSMasterKeyId", skip_serializing_if = "Option::is_none")]
    pub kms_master_key_id: Option<String>,
    #[serde(rename = "ProvisionedThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    #[serde(rename = "OnDemandThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    #[serde(rename = "GlobalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndex>>,
    #[serde(rename = "TableClassOverride", skip_serializing_if = "Option::is_none")]
    pub table_class_override: Option<String>,
}

impl Validate for CreateReplicationGroupMemberAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "regionName", self.region_name.is_none());
        found.structure(at, "provisionedThroughputOverride", self.provisioned_throughput_override.as_ref());
        found.list(at, "globalSecondaryIndexes", self.global_secondary_indexes.as_ref(), &REPLICA_GLOBAL_SECONDARY_INDEX_LIST);
        found.structures(at, "globalSecondaryIndexes", self.global_secondary_indexes.as_ref());
        found.text(at, "tableClassOverride", self.table_class_override.as_ref(), &TABLE_CLASS);
    }
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
    #[serde(rename = "VectorIndexes", skip_serializing_if = "Option::is_none")]
    pub vector_indexes: Option<Vec<VectorIndex>>,
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
        found.structures(at, "vectorIndexes", self.vector_indexes.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateTableOutput {
    #[serde(rename = "TableDescription", skip_serializing_if = "Option::is_none")]
    pub table_description: Option<TableDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CreateVectorIndexAction {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "VectorAttribute", skip_serializing_if = "Option::is_none")]
    pub vector_attribute: Option<VectorAttributeDefinition>,
    #[serde(rename = "SearchSchema", skip_serializing_if = "Option::is_none")]
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    #[serde(rename = "Projection", skip_serializing_if = "Option::is_none")]
    pub projection: Option<Projection>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<i64>,
    #[serde(rename = "DistanceFunction", skip_serializing_if = "Option::is_none")]
    pub distance_function: Option<String>,
}

impl Validate for CreateVectorIndexAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
        found.required(at, "vectorAttribute", self.vector_attribute.is_none());
        found.structure(at, "vectorAttribute", self.vector_attribute.as_ref());
        found.list(at, "searchSchema", self.search_schema.as_ref(), &SEARCH_SCHEMA);
        found.structures(at, "searchSchema", self.search_schema.as_ref());
        found.required(at, "projection", self.projection.is_none());
        found.structure(at, "projection", self.projection.as_ref());
        found.required(at, "dimensions", self.dimensions.is_none());
        found.long(at, "dimensions", self.dimensions.as_ref(), &POSITIVE_LONG_OBJECT);
        found.required(at, "distanceFunction", self.distance_function.is_none());
        found.text(at, "distanceFunction", self.distance_function.as_ref(), &VECTOR_DISTANCE_FUNCTION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Delete {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "ConditionExpression", skip_serializing_if = "Option::is_none")]
    pub condition_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnValuesOnConditionCheckFailure", skip_serializing_if = "Option::is_none")]
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Validate for Delete {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "key", self.key.is_none());
        found.map_keys(at, "key", self.key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "key", self.key.as_ref());
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
        found.text(at, "returnValuesOnConditionCheckFailure", self.return_values_on_condition_check_failure.as_ref(), &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteGlobalSecondaryIndexAction {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
}

impl Validate for DeleteGlobalSecondaryIndexAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteGlobalTableWitnessGroupMemberAction {
    #[serde(rename = "RegionName", skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
}

impl Validate for DeleteGlobalTableWitnessGroupMemberAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "regionName", self.region_name.is_none());
    }
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
pub struct DeleteReplicationGroupMemberAction {
    #[serde(rename = "RegionName", skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
}

impl Validate for DeleteReplicationGroupMemberAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "regionName", self.region_name.is_none());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DeleteRequest {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<BTreeMap<String, AttributeValue>>,
}

impl Validate for DeleteRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "key", self.key.is_none());
        found.map_keys(at, "key", self.key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "key", self.key.as_ref());
    }
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
pub struct DeleteVectorIndexAction {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
}

impl Validate for DeleteVectorIndexAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeContinuousBackupsInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
}

impl Validate for DescribeContinuousBackupsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeContinuousBackupsOutput {
    #[serde(rename = "ContinuousBackupsDescription", skip_serializing_if = "Option::is_none")]
    pub continuous_backups_description: Option<ContinuousBackupsDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeEndpointsRequest {
}

impl Validate for DescribeEndpointsRequest {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeEndpointsResponse {
    #[serde(rename = "Endpoints", skip_serializing_if = "Option::is_none")]
    pub endpoints: Option<Vec<Endpoint>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeLimitsInput {
}

impl Validate for DescribeLimitsInput {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeLimitsOutput {
    #[serde(rename = "AccountMaxReadCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub account_max_read_capacity_units: Option<i64>,
    #[serde(rename = "AccountMaxWriteCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub account_max_write_capacity_units: Option<i64>,
    #[serde(rename = "TableMaxReadCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub table_max_read_capacity_units: Option<i64>,
    #[serde(rename = "TableMaxWriteCapacityUnits", skip_serializing_if = "Option::is_none")]
    pub table_max_write_capacity_units: Option<i64>,
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
pub struct DescribeTimeToLiveInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
}

impl Validate for DescribeTimeToLiveInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DescribeTimeToLiveOutput {
    #[serde(rename = "TimeToLiveDescription", skip_serializing_if = "Option::is_none")]
    pub time_to_live_description: Option<TimeToLiveDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DisassociateReplicationGroupMemberAction {
    #[serde(rename = "RegionName", skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
    #[serde(rename = "DisassociationMode", skip_serializing_if = "Option::is_none")]
    pub disassociation_mode: Option<String>,
}

impl Validate for DisassociateReplicationGroupMemberAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "regionName", self.region_name.is_none());
        found.required(at, "disassociationMode", self.disassociation_mode.is_none());
        found.text(at, "disassociationMode", self.disassociation_mode.as_ref(), &DISASSOCIATION_MODE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Endpoint {
    #[serde(rename = "Address", skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    #[serde(rename = "CachePeriodInMinutes", skip_serializing_if = "Option::is_none")]
    pub cache_period_in_minutes: Option<i64>,
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
pub struct Get {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "ProjectionExpression", skip_serializing_if = "Option::is_none")]
    pub projection_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
}

impl Validate for Get {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "key", self.key.is_none());
        found.map_keys(at, "key", self.key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "key", self.key.as_ref());
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
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
pub struct GlobalSecondaryIndexUpdate {
    #[serde(rename = "Update", skip_serializing_if = "Option::is_none")]
    pub update: Option<UpdateGlobalSecondaryIndexAction>,
    #[serde(rename = "Create", skip_serializing_if = "Option::is_none")]
    pub create: Option<CreateGlobalSecondaryIndexAction>,
    #[serde(rename = "Delete", skip_serializing_if = "Option::is_none")]
    pub delete: Option<DeleteGlobalSecondaryIndexAction>,
}

impl Validate for GlobalSecondaryIndexUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "update", self.update.as_ref());
        found.structure(at, "create", self.create.as_ref());
        found.structure(at, "delete", self.delete.as_ref());
    }
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
pub struct GlobalTableWitnessGroupUpdate {
    #[serde(rename = "Create", skip_serializing_if = "Option::is_none")]
    pub create: Option<CreateGlobalTableWitnessGroupMemberAction>,
    #[serde(rename = "Delete", skip_serializing_if = "Option::is_none")]
    pub delete: Option<DeleteGlobalTableWitnessGroupMemberAction>,
}

impl Validate for GlobalTableWitnessGroupUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "create", self.create.as_ref());
        found.structure(at, "delete", self.delete.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ItemCollectionMetrics {
    #[serde(rename = "ItemCollectionKey", skip_serializing_if = "Option::is_none")]
    pub item_collection_key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "SizeEstimateRangeGB", skip_serializing_if = "Option::is_none")]
    pub size_estimate_range_gb: Option<Vec<f64>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ItemResponse {
    #[serde(rename = "Item", skip_serializing_if = "Option::is_none")]
    pub item: Option<BTreeMap<String, AttributeValue>>,
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
pub struct KeysAndAttributes {
    #[serde(rename = "Keys", skip_serializing_if = "Option::is_none")]
    pub keys: Option<Vec<BTreeMap<String, AttributeValue>>>,
    #[serde(rename = "AttributesToGet", skip_serializing_if = "Option::is_none")]
    pub attributes_to_get: Option<Vec<String>>,
    #[serde(rename = "ConsistentRead", skip_serializing_if = "Option::is_none")]
    pub consistent_read: Option<bool>,
    #[serde(rename = "ProjectionExpression", skip_serializing_if = "Option::is_none")]
    pub projection_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
}

impl Validate for KeysAndAttributes {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "keys", self.keys.is_none());
        found.list(at, "keys", self.keys.as_ref(), &KEY_LIST);
        found.list(at, "attributesToGet", self.attributes_to_get.as_ref(), &ATTRIBUTE_NAME_LIST);
        found.texts(at, "attributesToGet", self.attributes_to_get.as_ref(), &ATTRIBUTE_NAME);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
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
pub struct ListTagsOfResourceInput {
    #[serde(rename = "ResourceArn", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
}

impl Validate for ListTagsOfResourceInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceArn", self.resource_arn.is_none());
        found.text(at, "resourceArn", self.resource_arn.as_ref(), &RESOURCE_ARN_STRING);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListTagsOfResourceOutput {
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
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

impl Validate for OnDemandThroughputOverride {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PointInTimeRecoveryDescription {
    #[serde(rename = "PointInTimeRecoveryStatus", skip_serializing_if = "Option::is_none")]
    pub point_in_time_recovery_status: Option<String>,
    #[serde(rename = "RecoveryPeriodInDays", skip_serializing_if = "Option::is_none")]
    pub recovery_period_in_days: Option<i32>,
    #[serde(rename = "EarliestRestorableDateTime", skip_serializing_if = "Option::is_none")]
    pub earliest_restorable_date_time: Option<Epoch>,
    #[serde(rename = "LatestRestorableDateTime", skip_serializing_if = "Option::is_none")]
    pub latest_restorable_date_time: Option<Epoch>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PointInTimeRecoverySpecification {
    #[serde(rename = "PointInTimeRecoveryEnabled", skip_serializing_if = "Option::is_none")]
    pub point_in_time_recovery_enabled: Option<bool>,
    #[serde(rename = "RecoveryPeriodInDays", skip_serializing_if = "Option::is_none")]
    pub recovery_period_in_days: Option<i32>,
}

impl Validate for PointInTimeRecoverySpecification {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "pointInTimeRecoveryEnabled", self.point_in_time_recovery_enabled.is_none());
        found.integer(at, "recoveryPeriodInDays", self.recovery_period_in_days.as_ref(), &RECOVERY_PERIOD_IN_DAYS);
    }
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

impl Validate for ProvisionedThroughputOverride {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.long(at, "readCapacityUnits", self.read_capacity_units.as_ref(), &POSITIVE_LONG_OBJECT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Put {
    #[serde(rename = "Item", skip_serializing_if = "Option::is_none")]
    pub item: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "ConditionExpression", skip_serializing_if = "Option::is_none")]
    pub condition_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnValuesOnConditionCheckFailure", skip_serializing_if = "Option::is_none")]
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Validate for Put {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "item", self.item.is_none());
        found.map_keys(at, "item", self.item.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "item", self.item.as_ref());
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
        found.text(at, "returnValuesOnConditionCheckFailure", self.return_values_on_condition_check_failure.as_ref(), &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE);
    }
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
pub struct PutRequest {
    #[serde(rename = "Item", skip_serializing_if = "Option::is_none")]
    pub item: Option<BTreeMap<String, AttributeValue>>,
}

impl Validate for PutRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "item", self.item.is_none());
        found.map_keys(at, "item", self.item.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "item", self.item.as_ref());
    }
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
pub struct ReplicaGlobalSecondaryIndex {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "ProvisionedThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    #[serde(rename = "OnDemandThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
}

impl Validate for ReplicaGlobalSecondaryIndex {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
        found.structure(at, "provisionedThroughputOverride", self.provisioned_throughput_override.as_ref());
    }
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
pub struct ReplicationGroupUpdate {
    #[serde(rename = "Create", skip_serializing_if = "Option::is_none")]
    pub create: Option<CreateReplicationGroupMemberAction>,
    #[serde(rename = "Update", skip_serializing_if = "Option::is_none")]
    pub update: Option<UpdateReplicationGroupMemberAction>,
    #[serde(rename = "Delete", skip_serializing_if = "Option::is_none")]
    pub delete: Option<DeleteReplicationGroupMemberAction>,
    #[serde(rename = "Disassociate", skip_serializing_if = "Option::is_none")]
    pub disassociate: Option<DisassociateReplicationGroupMemberAction>,
}

impl Validate for ReplicationGroupUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "create", self.create.as_ref());
        found.structure(at, "update", self.update.as_ref());
        found.structure(at, "delete", self.delete.as_ref());
        found.structure(at, "disassociate", self.disassociate.as_ref());
    }
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
pub struct SearchSchemaElement {
    #[serde(rename = "AttributeName", skip_serializing_if = "Option::is_none")]
    pub attribute_name: Option<String>,
    #[serde(rename = "SearchSchemaElementType", skip_serializing_if = "Option::is_none")]
    pub search_schema_element_type: Option<String>,
}

impl Validate for SearchSchemaElement {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "attributeName", self.attribute_name.is_none());
        found.text(at, "attributeName", self.attribute_name.as_ref(), &ATTRIBUTE_NAME);
        found.required(at, "searchSchemaElementType", self.search_schema_element_type.is_none());
        found.text(at, "searchSchemaElementType", self.search_schema_element_type.as_ref(), &SEARCH_SCHEMA_ELEMENT_TYPE);
    }
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
    #[serde(rename = "DisassociationProtectionEnabled", skip_serializing_if = "Option::is_none")]
    pub disassociation_protection_enabled: Option<bool>,
    #[serde(rename = "OnDemandThroughput", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<TableWarmThroughputDescription>,
    #[serde(rename = "MultiRegionConsistency", skip_serializing_if = "Option::is_none")]
    pub multi_region_consistency: Option<String>,
    #[serde(rename = "VectorIndexes", skip_serializing_if = "Option::is_none")]
    pub vector_indexes: Option<Vec<VectorIndexDescription>>,
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
pub struct TagResourceInput {
    #[serde(rename = "ResourceArn", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "Tags", skip_serializing_if = "Option::is_none")]
    pub tags: Option<Vec<Tag>>,
}

impl Validate for TagResourceInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceArn", self.resource_arn.is_none());
        found.text(at, "resourceArn", self.resource_arn.as_ref(), &RESOURCE_ARN_STRING);
        found.required(at, "tags", self.tags.is_none());
        found.structures(at, "tags", self.tags.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimeToLiveDescription {
    #[serde(rename = "TimeToLiveStatus", skip_serializing_if = "Option::is_none")]
    pub time_to_live_status: Option<String>,
    #[serde(rename = "AttributeName", skip_serializing_if = "Option::is_none")]
    pub attribute_name: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TimeToLiveSpecification {
    #[serde(rename = "Enabled", skip_serializing_if = "Option::is_none")]
    pub enabled: Option<bool>,
    #[serde(rename = "AttributeName", skip_serializing_if = "Option::is_none")]
    pub attribute_name: Option<String>,
}

impl Validate for TimeToLiveSpecification {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "enabled", self.enabled.is_none());
        found.required(at, "attributeName", self.attribute_name.is_none());
        found.text(at, "attributeName", self.attribute_name.as_ref(), &TIME_TO_LIVE_ATTRIBUTE_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TransactGetItem {
    #[serde(rename = "Get", skip_serializing_if = "Option::is_none")]
    pub get: Option<Get>,
}

impl Validate for TransactGetItem {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "get", self.get.is_none());
        found.structure(at, "get", self.get.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TransactGetItemsInput {
    #[serde(rename = "TransactItems", skip_serializing_if = "Option::is_none")]
    pub transact_items: Option<Vec<TransactGetItem>>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
}

impl Validate for TransactGetItemsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "transactItems", self.transact_items.is_none());
        found.list(at, "transactItems", self.transact_items.as_ref(), &TRANSACT_GET_ITEM_LIST);
        found.structures(at, "transactItems", self.transact_items.as_ref());
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TransactGetItemsOutput {
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
    #[serde(rename = "Responses", skip_serializing_if = "Option::is_none")]
    pub responses: Option<Vec<ItemResponse>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TransactWriteItem {
    #[serde(rename = "ConditionCheck", skip_serializing_if = "Option::is_none")]
    pub condition_check: Option<ConditionCheck>,
    #[serde(rename = "Put", skip_serializing_if = "Option::is_none")]
    pub put: Option<Put>,
    #[serde(rename = "Delete", skip_serializing_if = "Option::is_none")]
    pub delete: Option<Delete>,
    #[serde(rename = "Update", skip_serializing_if = "Option::is_none")]
    pub update: Option<Update>,
}

impl Validate for TransactWriteItem {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "conditionCheck", self.condition_check.as_ref());
        found.structure(at, "put", self.put.as_ref());
        found.structure(at, "delete", self.delete.as_ref());
        found.structure(at, "update", self.update.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TransactWriteItemsInput {
    #[serde(rename = "TransactItems", skip_serializing_if = "Option::is_none")]
    pub transact_items: Option<Vec<TransactWriteItem>>,
    #[serde(rename = "ReturnConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub return_consumed_capacity: Option<String>,
    #[serde(rename = "ReturnItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub return_item_collection_metrics: Option<String>,
    #[serde(rename = "ClientRequestToken", skip_serializing_if = "Option::is_none")]
    pub client_request_token: Option<String>,
}

impl Validate for TransactWriteItemsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "transactItems", self.transact_items.is_none());
        found.list(at, "transactItems", self.transact_items.as_ref(), &TRANSACT_WRITE_ITEM_LIST);
        found.structures(at, "transactItems", self.transact_items.as_ref());
        found.text(at, "returnConsumedCapacity", self.return_consumed_capacity.as_ref(), &RETURN_CONSUMED_CAPACITY);
        found.text(at, "returnItemCollectionMetrics", self.return_item_collection_metrics.as_ref(), &RETURN_ITEM_COLLECTION_METRICS);
        found.text(at, "clientRequestToken", self.client_request_token.as_ref(), &CLIENT_REQUEST_TOKEN);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TransactWriteItemsOutput {
    #[serde(rename = "ConsumedCapacity", skip_serializing_if = "Option::is_none")]
    pub consumed_capacity: Option<Vec<ConsumedCapacity>>,
    #[serde(rename = "ItemCollectionMetrics", skip_serializing_if = "Option::is_none")]
    pub item_collection_metrics: Option<BTreeMap<String, Vec<ItemCollectionMetrics>>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UntagResourceInput {
    #[serde(rename = "ResourceArn", skip_serializing_if = "Option::is_none")]
    pub resource_arn: Option<String>,
    #[serde(rename = "TagKeys", skip_serializing_if = "Option::is_none")]
    pub tag_keys: Option<Vec<String>>,
}

impl Validate for UntagResourceInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "resourceArn", self.resource_arn.is_none());
        found.text(at, "resourceArn", self.resource_arn.as_ref(), &RESOURCE_ARN_STRING);
        found.required(at, "tagKeys", self.tag_keys.is_none());
        found.texts(at, "tagKeys", self.tag_keys.as_ref(), &TAG_KEY_STRING);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Update {
    #[serde(rename = "Key", skip_serializing_if = "Option::is_none")]
    pub key: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "UpdateExpression", skip_serializing_if = "Option::is_none")]
    pub update_expression: Option<String>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "ConditionExpression", skip_serializing_if = "Option::is_none")]
    pub condition_expression: Option<String>,
    #[serde(rename = "ExpressionAttributeNames", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_names: Option<BTreeMap<String, String>>,
    #[serde(rename = "ExpressionAttributeValues", skip_serializing_if = "Option::is_none")]
    pub expression_attribute_values: Option<BTreeMap<String, AttributeValue>>,
    #[serde(rename = "ReturnValuesOnConditionCheckFailure", skip_serializing_if = "Option::is_none")]
    pub return_values_on_condition_check_failure: Option<String>,
}

impl Validate for Update {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "key", self.key.is_none());
        found.map_keys(at, "key", self.key.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "key", self.key.as_ref());
        found.required(at, "updateExpression", self.update_expression.is_none());
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.map_texts(at, "expressionAttributeNames", self.expression_attribute_names.as_ref(), &ATTRIBUTE_NAME);
        found.map_structures(at, "expressionAttributeValues", self.expression_attribute_values.as_ref());
        found.text(at, "returnValuesOnConditionCheckFailure", self.return_values_on_condition_check_failure.as_ref(), &RETURN_VALUES_ON_CONDITION_CHECK_FAILURE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateContinuousBackupsInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "PointInTimeRecoverySpecification", skip_serializing_if = "Option::is_none")]
    pub point_in_time_recovery_specification: Option<PointInTimeRecoverySpecification>,
}

impl Validate for UpdateContinuousBackupsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.required(at, "pointInTimeRecoverySpecification", self.point_in_time_recovery_specification.is_none());
        found.structure(at, "pointInTimeRecoverySpecification", self.point_in_time_recovery_specification.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateContinuousBackupsOutput {
    #[serde(rename = "ContinuousBackupsDescription", skip_serializing_if = "Option::is_none")]
    pub continuous_backups_description: Option<ContinuousBackupsDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateGlobalSecondaryIndexAction {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "ProvisionedThroughput", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    #[serde(rename = "OnDemandThroughput", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<WarmThroughput>,
}

impl Validate for UpdateGlobalSecondaryIndexAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
        found.structure(at, "provisionedThroughput", self.provisioned_throughput.as_ref());
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
pub struct UpdateReplicationGroupMemberAction {
    #[serde(rename = "RegionName", skip_serializing_if = "Option::is_none")]
    pub region_name: Option<String>,
    #[serde(rename = "KMSMasterKeyId", skip_serializing_if = "Option::is_none")]
    pub kms_master_key_id: Option<String>,
    #[serde(rename = "ProvisionedThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput_override: Option<ProvisionedThroughputOverride>,
    #[serde(rename = "OnDemandThroughputOverride", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput_override: Option<OnDemandThroughputOverride>,
    #[serde(rename = "GlobalSecondaryIndexes", skip_serializing_if = "Option::is_none")]
    pub global_secondary_indexes: Option<Vec<ReplicaGlobalSecondaryIndex>>,
    #[serde(rename = "TableClassOverride", skip_serializing_if = "Option::is_none")]
    pub table_class_override: Option<String>,
}

impl Validate for UpdateReplicationGroupMemberAction {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "regionName", self.region_name.is_none());
        found.structure(at, "provisionedThroughputOverride", self.provisioned_throughput_override.as_ref());
        found.list(at, "globalSecondaryIndexes", self.global_secondary_indexes.as_ref(), &REPLICA_GLOBAL_SECONDARY_INDEX_LIST);
        found.structures(at, "globalSecondaryIndexes", self.global_secondary_indexes.as_ref());
        found.text(at, "tableClassOverride", self.table_class_override.as_ref(), &TABLE_CLASS);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateTableInput {
    #[serde(rename = "AttributeDefinitions", skip_serializing_if = "Option::is_none")]
    pub attribute_definitions: Option<Vec<AttributeDefinition>>,
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "BillingMode", skip_serializing_if = "Option::is_none")]
    pub billing_mode: Option<String>,
    #[serde(rename = "ProvisionedThroughput", skip_serializing_if = "Option::is_none")]
    pub provisioned_throughput: Option<ProvisionedThroughput>,
    #[serde(rename = "GlobalSecondaryIndexUpdates", skip_serializing_if = "Option::is_none")]
    pub global_secondary_index_updates: Option<Vec<GlobalSecondaryIndexUpdate>>,
    #[serde(rename = "StreamSpecification", skip_serializing_if = "Option::is_none")]
    pub stream_specification: Option<StreamSpecification>,
    #[serde(rename = "SSESpecification", skip_serializing_if = "Option::is_none")]
    pub sse_specification: Option<SSESpecification>,
    #[serde(rename = "ReplicaUpdates", skip_serializing_if = "Option::is_none")]
    pub replica_updates: Option<Vec<ReplicationGroupUpdate>>,
    #[serde(rename = "TableClass", skip_serializing_if = "Option::is_none")]
    pub table_class: Option<String>,
    #[serde(rename = "DeletionProtectionEnabled", skip_serializing_if = "Option::is_none")]
    pub deletion_protection_enabled: Option<bool>,
    #[serde(rename = "MultiRegionConsistency", skip_serializing_if = "Option::is_none")]
    pub multi_region_consistency: Option<String>,
    #[serde(rename = "GlobalTableWitnessUpdates", skip_serializing_if = "Option::is_none")]
    pub global_table_witness_updates: Option<Vec<GlobalTableWitnessGroupUpdate>>,
    #[serde(rename = "OnDemandThroughput", skip_serializing_if = "Option::is_none")]
    pub on_demand_throughput: Option<OnDemandThroughput>,
    #[serde(rename = "WarmThroughput", skip_serializing_if = "Option::is_none")]
    pub warm_throughput: Option<WarmThroughput>,
    #[serde(rename = "GlobalTableSettingsReplicationMode", skip_serializing_if = "Option::is_none")]
    pub global_table_settings_replication_mode: Option<String>,
    #[serde(rename = "DisassociationProtectionEnabled", skip_serializing_if = "Option::is_none")]
    pub disassociation_protection_enabled: Option<bool>,
    #[serde(rename = "VectorIndexUpdates", skip_serializing_if = "Option::is_none")]
    pub vector_index_updates: Option<Vec<VectorIndexUpdate>>,
}

impl Validate for UpdateTableInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structures(at, "attributeDefinitions", self.attribute_definitions.as_ref());
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.text(at, "billingMode", self.billing_mode.as_ref(), &BILLING_MODE);
        found.structure(at, "provisionedThroughput", self.provisioned_throughput.as_ref());
        found.structures(at, "globalSecondaryIndexUpdates", self.global_secondary_index_updates.as_ref());
        found.structure(at, "streamSpecification", self.stream_specification.as_ref());
        found.structure(at, "sSESpecification", self.sse_specification.as_ref());
        found.list(at, "replicaUpdates", self.replica_updates.as_ref(), &REPLICATION_GROUP_UPDATE_LIST);
        found.structures(at, "replicaUpdates", self.replica_updates.as_ref());
        found.text(at, "tableClass", self.table_class.as_ref(), &TABLE_CLASS);
        found.text(at, "multiRegionConsistency", self.multi_region_consistency.as_ref(), &MULTI_REGION_CONSISTENCY);
        found.list(at, "globalTableWitnessUpdates", self.global_table_witness_updates.as_ref(), &GLOBAL_TABLE_WITNESS_GROUP_UPDATE_LIST);
        found.structures(at, "globalTableWitnessUpdates", self.global_table_witness_updates.as_ref());
        found.text(at, "globalTableSettingsReplicationMode", self.global_table_settings_replication_mode.as_ref(), &GLOBAL_TABLE_SETTINGS_REPLICATION_MODE);
        found.structures(at, "vectorIndexUpdates", self.vector_index_updates.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateTableOutput {
    #[serde(rename = "TableDescription", skip_serializing_if = "Option::is_none")]
    pub table_description: Option<TableDescription>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateTimeToLiveInput {
    #[serde(rename = "TableName", skip_serializing_if = "Option::is_none")]
    pub table_name: Option<String>,
    #[serde(rename = "TimeToLiveSpecification", skip_serializing_if = "Option::is_none")]
    pub time_to_live_specification: Option<TimeToLiveSpecification>,
}

impl Validate for UpdateTimeToLiveInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "tableName", self.table_name.is_none());
        found.text(at, "tableName", self.table_name.as_ref(), &TABLE_ARN);
        found.required(at, "timeToLiveSpecification", self.time_to_live_specification.is_none());
        found.structure(at, "timeToLiveSpecification", self.time_to_live_specification.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct UpdateTimeToLiveOutput {
    #[serde(rename = "TimeToLiveSpecification", skip_serializing_if = "Option::is_none")]
    pub time_to_live_specification: Option<TimeToLiveSpecification>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VectorAttributeDefinition {
    #[serde(rename = "AttributeName", skip_serializing_if = "Option::is_none")]
    pub attribute_name: Option<String>,
}

impl Validate for VectorAttributeDefinition {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "attributeName", self.attribute_name.is_none());
        found.text(at, "attributeName", self.attribute_name.as_ref(), &VECTOR_ATTRIBUTE_NAME);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VectorCapacity {
    #[serde(rename = "VectorSearchRequestBytes", skip_serializing_if = "Option::is_none")]
    pub vector_search_request_bytes: Option<f64>,
    #[serde(rename = "VectorWriteRequestBytes", skip_serializing_if = "Option::is_none")]
    pub vector_write_request_bytes: Option<f64>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VectorIndex {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "VectorAttribute", skip_serializing_if = "Option::is_none")]
    pub vector_attribute: Option<VectorAttributeDefinition>,
    #[serde(rename = "SearchSchema", skip_serializing_if = "Option::is_none")]
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    #[serde(rename = "Projection", skip_serializing_if = "Option::is_none")]
    pub projection: Option<Projection>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<i64>,
    #[serde(rename = "DistanceFunction", skip_serializing_if = "Option::is_none")]
    pub distance_function: Option<String>,
}

impl Validate for VectorIndex {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "indexName", self.index_name.is_none());
        found.text(at, "indexName", self.index_name.as_ref(), &INDEX_NAME);
        found.required(at, "vectorAttribute", self.vector_attribute.is_none());
        found.structure(at, "vectorAttribute", self.vector_attribute.as_ref());
        found.list(at, "searchSchema", self.search_schema.as_ref(), &SEARCH_SCHEMA);
        found.structures(at, "searchSchema", self.search_schema.as_ref());
        found.required(at, "projection", self.projection.is_none());
        found.structure(at, "projection", self.projection.as_ref());
        found.required(at, "dimensions", self.dimensions.is_none());
        found.long(at, "dimensions", self.dimensions.as_ref(), &POSITIVE_LONG_OBJECT);
        found.required(at, "distanceFunction", self.distance_function.is_none());
        found.text(at, "distanceFunction", self.distance_function.as_ref(), &VECTOR_DISTANCE_FUNCTION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VectorIndexDescription {
    #[serde(rename = "IndexName", skip_serializing_if = "Option::is_none")]
    pub index_name: Option<String>,
    #[serde(rename = "SearchSchema", skip_serializing_if = "Option::is_none")]
    pub search_schema: Option<Vec<SearchSchemaElement>>,
    #[serde(rename = "Projection", skip_serializing_if = "Option::is_none")]
    pub projection: Option<Projection>,
    #[serde(rename = "VectorAttribute", skip_serializing_if = "Option::is_none")]
    pub vector_attribute: Option<VectorAttributeDefinition>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<i64>,
    #[serde(rename = "DistanceFunction", skip_serializing_if = "Option::is_none")]
    pub distance_function: Option<String>,
    #[serde(rename = "IndexStatus", skip_serializing_if = "Option::is_none")]
    pub index_status: Option<String>,
    #[serde(rename = "Backfilling", skip_serializing_if = "Option::is_none")]
    pub backfilling: Option<bool>,
    #[serde(rename = "IndexSizeBytes", skip_serializing_if = "Option::is_none")]
    pub index_size_bytes: Option<i64>,
    #[serde(rename = "ItemCount", skip_serializing_if = "Option::is_none")]
    pub item_count: Option<i64>,
    #[serde(rename = "IndexArn", skip_serializing_if = "Option::is_none")]
    pub index_arn: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VectorIndexUpdate {
    #[serde(rename = "Create", skip_serializing_if = "Option::is_none")]
    pub create: Option<CreateVectorIndexAction>,
    #[serde(rename = "Delete", skip_serializing_if = "Option::is_none")]
    pub delete: Option<DeleteVectorIndexAction>,
}

impl Validate for VectorIndexUpdate {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "create", self.create.as_ref());
        found.structure(at, "delete", self.delete.as_ref());
    }
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

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WriteRequest {
    #[serde(rename = "PutRequest", skip_serializing_if = "Option::is_none")]
    pub put_request: Option<PutRequest>,
    #[serde(rename = "DeleteRequest", skip_serializing_if = "Option::is_none")]
    pub delete_request: Option<DeleteRequest>,
}

impl Validate for WriteRequest {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "putRequest", self.put_request.as_ref());
        found.structure(at, "deleteRequest", self.delete_request.as_ref());
    }
}
