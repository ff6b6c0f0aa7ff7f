//! Terraform: `aws_kinesis_analytics_application` and `aws_kinesisanalyticsv2_application`.
//! Does not: read HCL; see `hcl`.

use serde_json::{Value as Json, json};

use super::shape::{Parts, first, object, one_or_many, text};
use super::{ImportError, Imported};

const V1: &str = "aws_kinesis_analytics_application";
const V2: &str = "aws_kinesisanalyticsv2_application";

/// `{kind: {name: body}}`, as a configuration has it.
pub fn import_configuration(resources: &Json) -> Result<Vec<Imported>, ImportError> {
    let mut found = Vec::new();
    for kind in [V1, V2] {
        for (_, body) in resources[kind].as_object().into_iter().flatten() {
            found.extend(application(kind, first(body)));
        }
    }
    found.into_iter().map(Parts::finish).collect()
}

/// The JSON of `terraform show -json`, of a state or a plan, with all its modules.
pub fn import_state(json: &Json) -> Result<Vec<Imported>, ImportError> {
    let values = if json["values"].is_object() { &json["values"] } else { &json["planned_values"] };
    let mut found = Vec::new();
    let mut modules = vec![&values["root_module"]];
    while let Some(module) = modules.pop() {
        modules.extend(one_or_many(&module["child_modules"]));
        for resource in one_or_many(&module["resources"]) {
            let kind = resource["type"].as_str().unwrap_or("");
            found.extend(application(kind, &resource["values"]));
        }
    }
    found.into_iter().map(Parts::finish).collect()
}

fn application(kind: &str, body: &Json) -> Option<Parts> {
    match kind {
        V1 => Some(v1(body)),
        V2 => v2(body),
        _ => None,
    }
}

fn v1(body: &Json) -> Parts {
    Parts {
        name: text(&body["name"]).unwrap_or_default(),
        description: text(&body["description"]),
        code: text(&body["code"]).unwrap_or_default(),
        inputs: one_or_many(&body["inputs"]).into_iter().map(input).collect(),
        outputs: one_or_many(&body["outputs"]).into_iter().map(output).collect(),
        references: one_or_many(&body["reference_data_sources"])
            .into_iter()
            .map(reference)
            .collect(),
        ..Parts::default()
    }
}

/// `None` for an application of another runtime.
fn v2(body: &Json) -> Option<Parts> {
    let configuration = first(&body["application_configuration"]);
    let sql = first(&configuration["sql_application_configuration"]);
    let runtime = body["runtime_environment"].as_str().unwrap_or("SQL-1_0");
    if !runtime.starts_with("SQL") {
        return None;
    }
    let code = first(&configuration["application_code_configuration"]);
    Some(Parts {
        name: text(&body["name"]).unwrap_or_default(),
        description: text(&body["description"]),
        code: text(&first(&code["code_content"])["text_content"]).unwrap_or_default(),
        role: text(&body["service_execution_role"]),
        inputs: one_or_many(&sql["input"]).into_iter().map(input).collect(),
        outputs: one_or_many(&sql["output"]).into_iter().map(output).collect(),
        references: one_or_many(&sql["reference_data_source"]).into_iter().map(reference).collect(),
        ..Parts::default()
    })
}

/// A resource under the name it has in v1 (`kinesis_stream`) or v2 (`kinesis_streams_input`).
fn resource(body: &Json, names: [&str; 3]) -> Json {
    let found = names.iter().map(|name| first(&body[*name])).find(|found| found.is_object());
    let Some(found) = found else { return Json::Null };
    object([("ResourceARN", found["resource_arn"].clone()), ("RoleARN", found["role_arn"].clone())])
}

fn input(body: &Json) -> Json {
    let parallelism = first(&body["parallelism"])["count"].as_i64();
    let parallelism = parallelism.or(first(&body["input_parallelism"])["count"].as_i64());
    let processing = [&body["processing_configuration"], &body["input_processing_configuration"]]
        .into_iter()
        .map(|block| resource(first(block), ["lambda", "input_lambda_processor", ""]))
        .find(Json::is_object);
    object([
        ("NamePrefix", body["name_prefix"].clone()),
        ("KinesisStreamsInput", resource(body, ["kinesis_stream", "kinesis_streams_input", ""])),
        (
            "KinesisFirehoseInput",
            resource(body, ["kinesis_firehose", "kinesis_firehose_input", ""]),
        ),
        ("InputParallelism", parallelism.map_or(Json::Null, |count| json!({ "Count": count }))),
        (
            "InputProcessingConfiguration",
            processing.map_or(Json::Null, |lambda| json!({ "InputLambdaProcessor": lambda })),
        ),
        ("InputSchema", schema(block(body, ["schema", "input_schema"]))),
    ])
}

/// The first of two names that has a block.
fn block<'a>(body: &'a Json, names: [&str; 2]) -> &'a Json {
    let [one, other] = names.map(|name| first(&body[name]));
    if one.is_object() { one } else { other }
}

fn output(body: &Json) -> Json {
    let schema = block(body, ["schema", "destination_schema"]);
    object([
        ("Name", body["name"].clone()),
        ("KinesisStreamsOutput", resource(body, ["kinesis_stream", "kinesis_streams_output", ""])),
        (
            "KinesisFirehoseOutput",
            resource(body, ["kinesis_firehose", "kinesis_firehose_output", ""]),
        ),
        ("LambdaOutput", resource(body, ["lambda", "lambda_output", ""])),
        ("DestinationSchema", json!({ "RecordFormatType": schema["record_format_type"] })),
    ])
}

fn reference(body: &Json) -> Json {
    let object_of = block(body, ["s3", "s3_reference_data_source"]);
    let s3 = object([
        ("BucketARN", object_of["bucket_arn"].clone()),
        ("FileKey", object_of["file_key"].clone()),
        ("ReferenceRoleARN", object_of["role_arn"].clone()),
    ]);
    object([
        ("TableName", body["table_name"].clone()),
        ("S3ReferenceDataSource", s3),
        ("ReferenceSchema", schema(block(body, ["schema", "reference_schema"]))),
    ])
}

fn schema(body: &Json) -> Json {
    let names = ["record_columns", "record_column"];
    let columns = names.iter().flat_map(|name| one_or_many(&body[*name])).map(|column| {
        object([
            ("Name", column["name"].clone()),
            ("SqlType", column["sql_type"].clone()),
            ("Mapping", column["mapping"].clone()),
        ])
    });
    let columns: Json = columns.collect();
    let format = first(&body["record_format"]);
    let mapping = first(&format["mapping_parameters"]);
    let json_mapping = block(mapping, ["json", "json_mapping_parameters"]);
    let csv = block(mapping, ["csv", "csv_mapping_parameters"]);
    let is_csv = csv.is_object();
    let parameters = if is_csv {
        json!({ "CSVMappingParameters": object([
            ("RecordRowDelimiter", csv["record_row_delimiter"].clone()),
            ("RecordColumnDelimiter", csv["record_column_delimiter"].clone()),
        ]) })
    } else {
        let path = text(&json_mapping["record_row_path"]).unwrap_or_else(|| "$".to_owned());
        json!({ "JSONMappingParameters": { "RecordRowPath": path } })
    };
    let kind = text(&format["record_format_type"])
        .unwrap_or_else(|| if is_csv { "CSV" } else { "JSON" }.to_owned());
    object([
        ("RecordFormat", json!({ "RecordFormatType": kind, "MappingParameters": parameters })),
        ("RecordEncoding", body["record_encoding"].clone()),
        ("RecordColumns", columns),
    ])
}
