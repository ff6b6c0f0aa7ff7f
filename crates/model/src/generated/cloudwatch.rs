//! Written by `cargo xtask codegen` from the public service model; do not edit.
//! Does not: hold documentation text of the model.

#[allow(unused_imports, reason = "one prelude serves every service")]
use super::prelude::*;

pub static SERVICE: ServiceModel = ServiceModel {
    name: "cloudwatch",
    signing_name: "monitoring",
    api_version: "2010-08-01",
    target_prefix: Some("GraniteServiceVersion20100801"),
    json_version: Some("1.0"),
    xml_namespace: Some("http://monitoring.amazonaws.com/doc/2010-08-01/"),
    unserved: &["AssociateDatasetKmsKey", "CreateResourceMetricsConfiguration", "DeleteAlarmMuteRule", "DeleteAlarms", "DeleteAnomalyDetector", "DeleteDashboards", "DeleteInsightRules", "DeleteMetricDataQueryDefinition", "DeleteMetricStream", "DeleteResourceMetricsConfiguration", "DescribeAlarmContributors", "DescribeAlarmHistory", "DescribeAlarms", "DescribeAlarmsForMetric", "DescribeAnomalyDetectors", "DescribeInsightRules", "DisableAlarmActions", "DisableInsightRules", "DisassociateDatasetKmsKey", "EnableAlarmActions", "EnableInsightRules", "GetAlarmMuteRule", "GetDashboard", "GetDataset", "GetInsightRuleReport", "GetMetricDataQueryDefinition", "GetMetricStream", "GetMetricWidgetImage", "GetOTelEnrichment", "GetResourceMetricsConfiguration", "ListAlarmMuteRules", "ListDashboards", "ListManagedInsightRules", "ListMetricDataQueryDefinitions", "ListMetricStreams", "ListTagsForResource", "PutAlarmMuteRule", "PutAnomalyDetector", "PutCompositeAlarm", "PutDashboard", "PutInsightRule", "PutLogAlarm", "PutManagedInsightRules", "PutMetricAlarm", "PutMetricDataQueryDefinition", "PutMetricStream", "SetAlarmState", "StartMetricStreams", "StartOTelEnrichment", "StopMetricStreams", "StopOTelEnrichment", "TagResource", "UntagResource", "UpdateOTelEnrichment", "UpdateResourceMetricsConfiguration"],
    query_errors: &[("DashboardInvalidInputError", "InvalidParameterInput"), ("DashboardNotFoundError", "ResourceNotFound"), ("InternalServiceFault", "InternalServiceError"), ("InvalidFormatFault", "InvalidFormat"), ("InvalidParameterCombinationException", "InvalidParameterCombination"), ("InvalidParameterValueException", "InvalidParameterValue"), ("LimitExceededFault", "LimitExceeded"), ("MissingRequiredParameterException", "MissingParameter"), ("ValidationException", "ValidationError")],
    operations: &[
        OperationModel {
            name: "GetMetricData",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_GET_METRIC_DATA_INPUT, output: &SHAPE_GET_METRIC_DATA_OUTPUT }),
            http: None,
        },
        OperationModel {
            name: "GetMetricStatistics",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_GET_METRIC_STATISTICS_INPUT, output: &SHAPE_GET_METRIC_STATISTICS_OUTPUT }),
            http: None,
        },
        OperationModel {
            name: "ListMetrics",
            has_output: true,
            query: Some(QueryShapes { input: &SHAPE_LIST_METRICS_INPUT, output: &SHAPE_LIST_METRICS_OUTPUT }),
            http: None,
        },
        OperationModel {
            name: "PutMetricData",
            has_output: false,
            query: Some(QueryShapes { input: &SHAPE_PUT_METRIC_DATA_INPUT, output: &Shape::Structure(&[]) }),
            http: None,
        },
    ],
};

static SHAPE_ACCOUNT_ID: Shape = Shape::Text;

static SHAPE_COUNTS: Shape = Shape::List("member", &SHAPE_DATAPOINT_VALUE);

static SHAPE_DATAPOINT: Shape = Shape::Structure(&[
    ("Timestamp", &SHAPE_TIMESTAMP),
    ("SampleCount", &SHAPE_DATAPOINT_VALUE),
    ("Average", &SHAPE_DATAPOINT_VALUE),
    ("Sum", &SHAPE_DATAPOINT_VALUE),
    ("Minimum", &SHAPE_DATAPOINT_VALUE),
    ("Maximum", &SHAPE_DATAPOINT_VALUE),
    ("Unit", &SHAPE_STANDARD_UNIT),
    ("ExtendedStatistics", &SHAPE_DATAPOINT_VALUE_MAP),
]);

static SHAPE_DATAPOINT_VALUE: Shape = Shape::Double;

static SHAPE_DATAPOINT_VALUE_MAP: Shape = Shape::Map("key", "value", &SHAPE_DATAPOINT_VALUE);

static SHAPE_DATAPOINT_VALUES: Shape = Shape::List("member", &SHAPE_DATAPOINT_VALUE);

static SHAPE_DATAPOINTS: Shape = Shape::List("member", &SHAPE_DATAPOINT);

static SHAPE_DIMENSION: Shape = Shape::Structure(&[
    ("Name", &SHAPE_DIMENSION_NAME),
    ("Value", &SHAPE_DIMENSION_VALUE),
]);

static SHAPE_DIMENSION_FILTER: Shape = Shape::Structure(&[
    ("Name", &SHAPE_DIMENSION_NAME),
    ("Value", &SHAPE_DIMENSION_VALUE),
]);

static SHAPE_DIMENSION_FILTERS: Shape = Shape::List("member", &SHAPE_DIMENSION_FILTER);

static SHAPE_DIMENSION_NAME: Shape = Shape::Text;

static SHAPE_DIMENSION_VALUE: Shape = Shape::Text;

static SHAPE_DIMENSIONS: Shape = Shape::List("member", &SHAPE_DIMENSION);

static SHAPE_ENTITY: Shape = Shape::Structure(&[
    ("KeyAttributes", &SHAPE_ENTITY_KEY_ATTRIBUTES_MAP),
    ("Attributes", &SHAPE_ENTITY_ATTRIBUTES_MAP),
]);

static SHAPE_ENTITY_ATTRIBUTES_MAP: Shape = Shape::Map("key", "value", &SHAPE_ENTITY_ATTRIBUTES_MAP_VALUE_STRING);

static SHAPE_ENTITY_ATTRIBUTES_MAP_VALUE_STRING: Shape = Shape::Text;

static SHAPE_ENTITY_KEY_ATTRIBUTES_MAP: Shape = Shape::Map("key", "value", &SHAPE_ENTITY_KEY_ATTRIBUTES_MAP_VALUE_STRING);

static SHAPE_ENTITY_KEY_ATTRIBUTES_MAP_VALUE_STRING: Shape = Shape::Text;

static SHAPE_ENTITY_METRIC_DATA: Shape = Shape::Structure(&[
    ("Entity", &SHAPE_ENTITY),
    ("MetricData", &SHAPE_METRIC_DATA),
]);

static SHAPE_ENTITY_METRIC_DATA_LIST: Shape = Shape::List("member", &SHAPE_ENTITY_METRIC_DATA);

static SHAPE_EXTENDED_STATISTIC: Shape = Shape::Text;

static SHAPE_EXTENDED_STATISTICS: Shape = Shape::List("member", &SHAPE_EXTENDED_STATISTIC);

static SHAPE_GET_METRIC_DATA_INPUT: Shape = Shape::Structure(&[
    ("MetricDataQueries", &SHAPE_METRIC_DATA_QUERIES),
    ("StartTime", &SHAPE_TIMESTAMP),
    ("EndTime", &SHAPE_TIMESTAMP),
    ("NextToken", &SHAPE_NEXT_TOKEN),
    ("ScanBy", &SHAPE_SCAN_BY),
    ("MaxDatapoints", &SHAPE_GET_METRIC_DATA_MAX_DATAPOINTS),
    ("LabelOptions", &SHAPE_LABEL_OPTIONS),
]);

static SHAPE_GET_METRIC_DATA_LABEL_TIMEZONE: Shape = Shape::Text;

static SHAPE_GET_METRIC_DATA_MAX_DATAPOINTS: Shape = Shape::Integer;

static SHAPE_GET_METRIC_DATA_OUTPUT: Shape = Shape::Structure(&[
    ("MetricDataResults", &SHAPE_METRIC_DATA_RESULTS),
    ("NextToken", &SHAPE_NEXT_TOKEN),
    ("Messages", &SHAPE_METRIC_DATA_RESULT_MESSAGES),
]);

static SHAPE_GET_METRIC_STATISTICS_INPUT: Shape = Shape::Structure(&[
    ("Namespace", &SHAPE_NAMESPACE),
    ("MetricName", &SHAPE_METRIC_NAME),
    ("Dimensions", &SHAPE_DIMENSIONS),
    ("StartTime", &SHAPE_TIMESTAMP),
    ("EndTime", &SHAPE_TIMESTAMP),
    ("Period", &SHAPE_PERIOD),
    ("Statistics", &SHAPE_STATISTICS),
    ("ExtendedStatistics", &SHAPE_EXTENDED_STATISTICS),
    ("Unit", &SHAPE_STANDARD_UNIT),
]);

static SHAPE_GET_METRIC_STATISTICS_OUTPUT: Shape = Shape::Structure(&[
    ("Label", &SHAPE_METRIC_LABEL),
    ("Datapoints", &SHAPE_DATAPOINTS),
]);

static SHAPE_INCLUDE_LINKED_ACCOUNTS: Shape = Shape::Boolean;

static SHAPE_LABEL_OPTIONS: Shape = Shape::Structure(&[
    ("Timezone", &SHAPE_GET_METRIC_DATA_LABEL_TIMEZONE),
]);

static SHAPE_LIST_METRICS_INPUT: Shape = Shape::Structure(&[
    ("Namespace", &SHAPE_NAMESPACE),
    ("MetricName", &SHAPE_METRIC_NAME),
    ("Dimensions", &SHAPE_DIMENSION_FILTERS),
    ("NextToken", &SHAPE_NEXT_TOKEN),
    ("RecentlyActive", &SHAPE_RECENTLY_ACTIVE),
    ("IncludeLinkedAccounts", &SHAPE_INCLUDE_LINKED_ACCOUNTS),
    ("OwningAccount", &SHAPE_ACCOUNT_ID),
]);

static SHAPE_LIST_METRICS_OUTPUT: Shape = Shape::Structure(&[
    ("Metrics", &SHAPE_METRICS),
    ("NextToken", &SHAPE_NEXT_TOKEN),
    ("OwningAccounts", &SHAPE_OWNING_ACCOUNTS),
]);

static SHAPE_MESSAGE_DATA: Shape = Shape::Structure(&[
    ("Code", &SHAPE_MESSAGE_DATA_CODE),
    ("Value", &SHAPE_MESSAGE_DATA_VALUE),
]);

static SHAPE_MESSAGE_DATA_CODE: Shape = Shape::Text;

static SHAPE_MESSAGE_DATA_VALUE: Shape = Shape::Text;

static SHAPE_METRIC: Shape = Shape::Structure(&[
    ("Namespace", &SHAPE_NAMESPACE),
    ("MetricName", &SHAPE_METRIC_NAME),
    ("Dimensions", &SHAPE_DIMENSIONS),
]);

static SHAPE_METRIC_DATA: Shape = Shape::List("member", &SHAPE_METRIC_DATUM);

static SHAPE_METRIC_DATA_QUERIES: Shape = Shape::List("member", &SHAPE_METRIC_DATA_QUERY);

static SHAPE_METRIC_DATA_QUERY: Shape = Shape::Structure(&[
    ("Id", &SHAPE_METRIC_ID),
    ("MetricStat", &SHAPE_METRIC_STAT),
    ("Expression", &SHAPE_METRIC_EXPRESSION),
    ("Label", &SHAPE_METRIC_LABEL),
    ("ReturnData", &SHAPE_RETURN_DATA),
    ("Period", &SHAPE_PERIOD),
    ("AccountId", &SHAPE_ACCOUNT_ID),
]);

static SHAPE_METRIC_DATA_RESULT: Shape = Shape::Structure(&[
    ("Id", &SHAPE_METRIC_ID),
    ("Label", &SHAPE_METRIC_LABEL),
    ("Timestamps", &SHAPE_TIMESTAMPS),
    ("Values", &SHAPE_DATAPOINT_VALUES),
    ("StatusCode", &SHAPE_STATUS_CODE),
    ("Messages", &SHAPE_METRIC_DATA_RESULT_MESSAGES),
]);

static SHAPE_METRIC_DATA_RESULT_MESSAGES: Shape = Shape::List("member", &SHAPE_MESSAGE_DATA);

static SHAPE_METRIC_DATA_RESULTS: Shape = Shape::List("member", &SHAPE_METRIC_DATA_RESULT);

static SHAPE_METRIC_DATUM: Shape = Shape::Structure(&[
    ("MetricName", &SHAPE_METRIC_NAME),
    ("Dimensions", &SHAPE_DIMENSIONS),
    ("Timestamp", &SHAPE_TIMESTAMP),
    ("Value", &SHAPE_DATAPOINT_VALUE),
    ("StatisticValues", &SHAPE_STATISTIC_SET),
    ("Values", &SHAPE_VALUES),
    ("Counts", &SHAPE_COUNTS),
    ("Unit", &SHAPE_STANDARD_UNIT),
    ("StorageResolution", &SHAPE_STORAGE_RESOLUTION),
]);

static SHAPE_METRIC_EXPRESSION: Shape = Shape::Text;

static SHAPE_METRIC_ID: Shape = Shape::Text;

static SHAPE_METRIC_LABEL: Shape = Shape::Text;

static SHAPE_METRIC_NAME: Shape = Shape::Text;

static SHAPE_METRIC_STAT: Shape = Shape::Structure(&[
    ("Metric", &SHAPE_METRIC),
    ("Period", &SHAPE_PERIOD),
    ("Stat", &SHAPE_STAT),
    ("Unit", &SHAPE_STANDARD_UNIT),
]);

static SHAPE_METRICS: Shape = Shape::List("member", &SHAPE_METRIC);

static SHAPE_NAMESPACE: Shape = Shape::Text;

static SHAPE_NEXT_TOKEN: Shape = Shape::Text;

static SHAPE_OWNING_ACCOUNTS: Shape = Shape::List("member", &SHAPE_ACCOUNT_ID);

static SHAPE_PERIOD: Shape = Shape::Integer;

static SHAPE_PUT_METRIC_DATA_INPUT: Shape = Shape::Structure(&[
    ("Namespace", &SHAPE_NAMESPACE),
    ("MetricData", &SHAPE_METRIC_DATA),
    ("EntityMetricData", &SHAPE_ENTITY_METRIC_DATA_LIST),
    ("StrictEntityValidation", &SHAPE_STRICT_ENTITY_VALIDATION),
]);

static SHAPE_RECENTLY_ACTIVE: Shape = Shape::Text;

static SHAPE_RETURN_DATA: Shape = Shape::Boolean;

static SHAPE_SCAN_BY: Shape = Shape::Text;

static SHAPE_STANDARD_UNIT: Shape = Shape::Text;

static SHAPE_STAT: Shape = Shape::Text;

static SHAPE_STATISTIC: Shape = Shape::Text;

static SHAPE_STATISTIC_SET: Shape = Shape::Structure(&[
    ("SampleCount", &SHAPE_DATAPOINT_VALUE),
    ("Sum", &SHAPE_DATAPOINT_VALUE),
    ("Minimum", &SHAPE_DATAPOINT_VALUE),
    ("Maximum", &SHAPE_DATAPOINT_VALUE),
]);

static SHAPE_STATISTICS: Shape = Shape::List("member", &SHAPE_STATISTIC);

static SHAPE_STATUS_CODE: Shape = Shape::Text;

static SHAPE_STORAGE_RESOLUTION: Shape = Shape::Integer;

static SHAPE_STRICT_ENTITY_VALIDATION: Shape = Shape::Boolean;

static SHAPE_TIMESTAMP: Shape = Shape::Timestamp;

static SHAPE_TIMESTAMPS: Shape = Shape::List("member", &SHAPE_TIMESTAMP);

static SHAPE_VALUES: Shape = Shape::List("member", &SHAPE_DATAPOINT_VALUE);

static ACCOUNT_ID: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: false,
};

static DIMENSION_FILTERS: Length = Length { min: None, max: Some(10) };

static DIMENSION_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: false,
};

static DIMENSION_VALUE: Text = Text {
    min: Some(1),
    max: Some(1024),
    pattern: None,
    values: &[],
    secret: false,
};

static DIMENSIONS: Length = Length { min: None, max: Some(30) };

static ENTITY_ATTRIBUTES_MAP: Length = Length { min: Some(0), max: Some(10) };

static ENTITY_ATTRIBUTES_MAP_KEY_STRING: Text = Text {
    min: Some(1),
    max: Some(256),
    pattern: None,
    values: &[],
    secret: false,
};

static ENTITY_ATTRIBUTES_MAP_VALUE_STRING: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: false,
};

static ENTITY_KEY_ATTRIBUTES_MAP: Length = Length { min: Some(2), max: Some(4) };

static ENTITY_KEY_ATTRIBUTES_MAP_KEY_STRING: Text = Text {
    min: Some(1),
    max: Some(32),
    pattern: None,
    values: &[],
    secret: false,
};

static ENTITY_KEY_ATTRIBUTES_MAP_VALUE_STRING: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: false,
};

static EXTENDED_STATISTICS: Length = Length { min: Some(1), max: Some(10) };

static METRIC_EXPRESSION: Text = Text {
    min: Some(1),
    max: Some(2048),
    pattern: None,
    values: &[],
    secret: false,
};

static METRIC_ID: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: false,
};

static METRIC_NAME: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: None,
    values: &[],
    secret: false,
};

static NAMESPACE: Text = Text {
    min: Some(1),
    max: Some(255),
    pattern: Some(Pattern::new("[^:].*", "[^:].*")),
    values: &[],
    secret: false,
};

static PERIOD: Range = Range { min: Some(1), max: None };

static RECENTLY_ACTIVE: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["PT3H"],
    secret: false,
};

static SCAN_BY: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["TimestampDescending", "TimestampAscending"],
    secret: false,
};

static STANDARD_UNIT: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["Seconds", "Microseconds", "Milliseconds", "Bytes", "Kilobytes", "Megabytes", "Gigabytes", "Terabytes", "Bits", "Kilobits", "Megabits", "Gigabits", "Terabits", "Percent", "Count", "Bytes/Second", "Kilobytes/Second", "Megabytes/Second", "Gigabytes/Second", "Terabytes/Second", "Bits/Second", "Kilobits/Second", "Megabits/Second", "Gigabits/Second", "Terabits/Second", "Count/Second", "None"],
    secret: false,
};

static STATISTIC: Text = Text {
    min: None,
    max: None,
    pattern: None,
    values: &["SampleCount", "Average", "Sum", "Minimum", "Maximum"],
    secret: false,
};

static STATISTICS: Length = Length { min: Some(1), max: Some(5) };

static STORAGE_RESOLUTION: Range = Range { min: Some(1), max: None };

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Datapoint {
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Epoch>,
    #[serde(rename = "SampleCount", skip_serializing_if = "Option::is_none")]
    pub sample_count: Option<f64>,
    #[serde(rename = "Average", skip_serializing_if = "Option::is_none")]
    pub average: Option<f64>,
    #[serde(rename = "Sum", skip_serializing_if = "Option::is_none")]
    pub sum: Option<f64>,
    #[serde(rename = "Minimum", skip_serializing_if = "Option::is_none")]
    pub minimum: Option<f64>,
    #[serde(rename = "Maximum", skip_serializing_if = "Option::is_none")]
    pub maximum: Option<f64>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(rename = "ExtendedStatistics", skip_serializing_if = "Option::is_none")]
    pub extended_statistics: Option<BTreeMap<String, f64>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Dimension {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Validate for Dimension {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "name", self.name.is_none());
        found.text(at, "name", self.name.as_ref(), &DIMENSION_NAME);
        found.required(at, "value", self.value.is_none());
        found.text(at, "value", self.value.as_ref(), &DIMENSION_VALUE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct DimensionFilter {
    #[serde(rename = "Name", skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

impl Validate for DimensionFilter {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "name", self.name.is_none());
        found.text(at, "name", self.name.as_ref(), &DIMENSION_NAME);
        found.text(at, "value", self.value.as_ref(), &DIMENSION_VALUE);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    #[serde(rename = "KeyAttributes", skip_serializing_if = "Option::is_none")]
    pub key_attributes: Option<BTreeMap<String, String>>,
    #[serde(rename = "Attributes", skip_serializing_if = "Option::is_none")]
    pub attributes: Option<BTreeMap<String, String>>,
}

impl Validate for Entity {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.map(at, "keyAttributes", self.key_attributes.as_ref(), &ENTITY_KEY_ATTRIBUTES_MAP);
        found.map_keys(at, "keyAttributes", self.key_attributes.as_ref(), &ENTITY_KEY_ATTRIBUTES_MAP_KEY_STRING);
        found.map_texts(at, "keyAttributes", self.key_attributes.as_ref(), &ENTITY_KEY_ATTRIBUTES_MAP_VALUE_STRING);
        found.map(at, "attributes", self.attributes.as_ref(), &ENTITY_ATTRIBUTES_MAP);
        found.map_keys(at, "attributes", self.attributes.as_ref(), &ENTITY_ATTRIBUTES_MAP_KEY_STRING);
        found.map_texts(at, "attributes", self.attributes.as_ref(), &ENTITY_ATTRIBUTES_MAP_VALUE_STRING);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EntityMetricData {
    #[serde(rename = "Entity", skip_serializing_if = "Option::is_none")]
    pub entity: Option<Entity>,
    #[serde(rename = "MetricData", skip_serializing_if = "Option::is_none")]
    pub metric_data: Option<Vec<MetricDatum>>,
}

impl Validate for EntityMetricData {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.structure(at, "entity", self.entity.as_ref());
        found.structures(at, "metricData", self.metric_data.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetMetricDataInput {
    #[serde(rename = "MetricDataQueries", skip_serializing_if = "Option::is_none")]
    pub metric_data_queries: Option<Vec<MetricDataQuery>>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<Epoch>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<Epoch>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "ScanBy", skip_serializing_if = "Option::is_none")]
    pub scan_by: Option<String>,
    #[serde(rename = "MaxDatapoints", skip_serializing_if = "Option::is_none")]
    pub max_datapoints: Option<i32>,
    #[serde(rename = "LabelOptions", skip_serializing_if = "Option::is_none")]
    pub label_options: Option<LabelOptions>,
}

impl Validate for GetMetricDataInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "metricDataQueries", self.metric_data_queries.is_none());
        found.structures(at, "metricDataQueries", self.metric_data_queries.as_ref());
        found.required(at, "startTime", self.start_time.is_none());
        found.required(at, "endTime", self.end_time.is_none());
        found.text(at, "scanBy", self.scan_by.as_ref(), &SCAN_BY);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetMetricDataOutput {
    #[serde(rename = "MetricDataResults", skip_serializing_if = "Option::is_none")]
    pub metric_data_results: Option<Vec<MetricDataResult>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "Messages", skip_serializing_if = "Option::is_none")]
    pub messages: Option<Vec<MessageData>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetMetricStatisticsInput {
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "MetricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "StartTime", skip_serializing_if = "Option::is_none")]
    pub start_time: Option<Epoch>,
    #[serde(rename = "EndTime", skip_serializing_if = "Option::is_none")]
    pub end_time: Option<Epoch>,
    #[serde(rename = "Period", skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(rename = "Statistics", skip_serializing_if = "Option::is_none")]
    pub statistics: Option<Vec<String>>,
    #[serde(rename = "ExtendedStatistics", skip_serializing_if = "Option::is_none")]
    pub extended_statistics: Option<Vec<String>>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl Validate for GetMetricStatisticsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "namespace", self.namespace.is_none());
        found.text(at, "namespace", self.namespace.as_ref(), &NAMESPACE);
        found.required(at, "metricName", self.metric_name.is_none());
        found.text(at, "metricName", self.metric_name.as_ref(), &METRIC_NAME);
        found.list(at, "dimensions", self.dimensions.as_ref(), &DIMENSIONS);
        found.structures(at, "dimensions", self.dimensions.as_ref());
        found.required(at, "startTime", self.start_time.is_none());
        found.required(at, "endTime", self.end_time.is_none());
        found.required(at, "period", self.period.is_none());
        found.integer(at, "period", self.period.as_ref(), &PERIOD);
        found.list(at, "statistics", self.statistics.as_ref(), &STATISTICS);
        found.texts(at, "statistics", self.statistics.as_ref(), &STATISTIC);
        found.list(at, "extendedStatistics", self.extended_statistics.as_ref(), &EXTENDED_STATISTICS);
        found.text(at, "unit", self.unit.as_ref(), &STANDARD_UNIT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GetMetricStatisticsOutput {
    #[serde(rename = "Label", skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "Datapoints", skip_serializing_if = "Option::is_none")]
    pub datapoints: Option<Vec<Datapoint>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LabelOptions {
    #[serde(rename = "Timezone", skip_serializing_if = "Option::is_none")]
    pub timezone: Option<String>,
}

impl Validate for LabelOptions {
    fn validate(&self, _: &Path<'_>, _: &mut Violations) {}
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListMetricsInput {
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "MetricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<DimensionFilter>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "RecentlyActive", skip_serializing_if = "Option::is_none")]
    pub recently_active: Option<String>,
    #[serde(rename = "IncludeLinkedAccounts", skip_serializing_if = "Option::is_none")]
    pub include_linked_accounts: Option<bool>,
    #[serde(rename = "OwningAccount", skip_serializing_if = "Option::is_none")]
    pub owning_account: Option<String>,
}

impl Validate for ListMetricsInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "namespace", self.namespace.as_ref(), &NAMESPACE);
        found.text(at, "metricName", self.metric_name.as_ref(), &METRIC_NAME);
        found.list(at, "dimensions", self.dimensions.as_ref(), &DIMENSION_FILTERS);
        found.structures(at, "dimensions", self.dimensions.as_ref());
        found.text(at, "recentlyActive", self.recently_active.as_ref(), &RECENTLY_ACTIVE);
        found.text(at, "owningAccount", self.owning_account.as_ref(), &ACCOUNT_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ListMetricsOutput {
    #[serde(rename = "Metrics", skip_serializing_if = "Option::is_none")]
    pub metrics: Option<Vec<Metric>>,
    #[serde(rename = "NextToken", skip_serializing_if = "Option::is_none")]
    pub next_token: Option<String>,
    #[serde(rename = "OwningAccounts", skip_serializing_if = "Option::is_none")]
    pub owning_accounts: Option<Vec<String>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MessageData {
    #[serde(rename = "Code", skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Metric {
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "MetricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
}

impl Validate for Metric {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.text(at, "namespace", self.namespace.as_ref(), &NAMESPACE);
        found.text(at, "metricName", self.metric_name.as_ref(), &METRIC_NAME);
        found.list(at, "dimensions", self.dimensions.as_ref(), &DIMENSIONS);
        found.structures(at, "dimensions", self.dimensions.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricDataQuery {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "MetricStat", skip_serializing_if = "Option::is_none")]
    pub metric_stat: Option<MetricStat>,
    #[serde(rename = "Expression", skip_serializing_if = "Option::is_none")]
    pub expression: Option<String>,
    #[serde(rename = "Label", skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "ReturnData", skip_serializing_if = "Option::is_none")]
    pub return_data: Option<bool>,
    #[serde(rename = "Period", skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(rename = "AccountId", skip_serializing_if = "Option::is_none")]
    pub account_id: Option<String>,
}

impl Validate for MetricDataQuery {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "id", self.id.is_none());
        found.text(at, "id", self.id.as_ref(), &METRIC_ID);
        found.structure(at, "metricStat", self.metric_stat.as_ref());
        found.text(at, "expression", self.expression.as_ref(), &METRIC_EXPRESSION);
        found.integer(at, "period", self.period.as_ref(), &PERIOD);
        found.text(at, "accountId", self.account_id.as_ref(), &ACCOUNT_ID);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricDataResult {
    #[serde(rename = "Id", skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(rename = "Label", skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    #[serde(rename = "Timestamps", skip_serializing_if = "Option::is_none")]
    pub timestamps: Option<Vec<Epoch>>,
    #[serde(rename = "Values", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<f64>>,
    #[serde(rename = "StatusCode", skip_serializing_if = "Option::is_none")]
    pub status_code: Option<String>,
    #[serde(rename = "Messages", skip_serializing_if = "Option::is_none")]
    pub messages: Option<Vec<MessageData>>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricDatum {
    #[serde(rename = "MetricName", skip_serializing_if = "Option::is_none")]
    pub metric_name: Option<String>,
    #[serde(rename = "Dimensions", skip_serializing_if = "Option::is_none")]
    pub dimensions: Option<Vec<Dimension>>,
    #[serde(rename = "Timestamp", skip_serializing_if = "Option::is_none")]
    pub timestamp: Option<Epoch>,
    #[serde(rename = "Value", skip_serializing_if = "Option::is_none")]
    pub value: Option<f64>,
    #[serde(rename = "StatisticValues", skip_serializing_if = "Option::is_none")]
    pub statistic_values: Option<StatisticSet>,
    #[serde(rename = "Values", skip_serializing_if = "Option::is_none")]
    pub values: Option<Vec<f64>>,
    #[serde(rename = "Counts", skip_serializing_if = "Option::is_none")]
    pub counts: Option<Vec<f64>>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    #[serde(rename = "StorageResolution", skip_serializing_if = "Option::is_none")]
    pub storage_resolution: Option<i32>,
}

impl Validate for MetricDatum {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "metricName", self.metric_name.is_none());
        found.text(at, "metricName", self.metric_name.as_ref(), &METRIC_NAME);
        found.list(at, "dimensions", self.dimensions.as_ref(), &DIMENSIONS);
        found.structures(at, "dimensions", self.dimensions.as_ref());
        found.structure(at, "statisticValues", self.statistic_values.as_ref());
        found.text(at, "unit", self.unit.as_ref(), &STANDARD_UNIT);
        found.integer(at, "storageResolution", self.storage_resolution.as_ref(), &STORAGE_RESOLUTION);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MetricStat {
    #[serde(rename = "Metric", skip_serializing_if = "Option::is_none")]
    pub metric: Option<Metric>,
    #[serde(rename = "Period", skip_serializing_if = "Option::is_none")]
    pub period: Option<i32>,
    #[serde(rename = "Stat", skip_serializing_if = "Option::is_none")]
    pub stat: Option<String>,
    #[serde(rename = "Unit", skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
}

impl Validate for MetricStat {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "metric", self.metric.is_none());
        found.structure(at, "metric", self.metric.as_ref());
        found.required(at, "period", self.period.is_none());
        found.integer(at, "period", self.period.as_ref(), &PERIOD);
        found.required(at, "stat", self.stat.is_none());
        found.text(at, "unit", self.unit.as_ref(), &STANDARD_UNIT);
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PutMetricDataInput {
    #[serde(rename = "Namespace", skip_serializing_if = "Option::is_none")]
    pub namespace: Option<String>,
    #[serde(rename = "MetricData", skip_serializing_if = "Option::is_none")]
    pub metric_data: Option<Vec<MetricDatum>>,
    #[serde(rename = "EntityMetricData", skip_serializing_if = "Option::is_none")]
    pub entity_metric_data: Option<Vec<EntityMetricData>>,
    #[serde(rename = "StrictEntityValidation", skip_serializing_if = "Option::is_none")]
    pub strict_entity_validation: Option<bool>,
}

impl Validate for PutMetricDataInput {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "namespace", self.namespace.is_none());
        found.text(at, "namespace", self.namespace.as_ref(), &NAMESPACE);
        found.structures(at, "metricData", self.metric_data.as_ref());
        found.structures(at, "entityMetricData", self.entity_metric_data.as_ref());
    }
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatisticSet {
    #[serde(rename = "SampleCount", skip_serializing_if = "Option::is_none")]
    pub sample_count: Option<f64>,
    #[serde(rename = "Sum", skip_serializing_if = "Option::is_none")]
    pub sum: Option<f64>,
    #[serde(rename = "Minimum", skip_serializing_if = "Option::is_none")]
    pub minimum: Option<f64>,
    #[serde(rename = "Maximum", skip_serializing_if = "Option::is_none")]
    pub maximum: Option<f64>,
}

impl Validate for StatisticSet {
    fn validate(&self, at: &Path<'_>, found: &mut Violations) {
        found.required(at, "sampleCount", self.sample_count.is_none());
        found.required(at, "sum", self.sum.is_none());
        found.required(at, "minimum", self.minimum.is_none());
        found.required(at, "maximum", self.maximum.is_none());
    }
}
