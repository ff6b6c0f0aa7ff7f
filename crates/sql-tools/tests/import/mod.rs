//! Every kind of export becomes the same requests.
//! Does not: send them.

use levada_sql_tools::{ImportError, Imported, import, schema_from_json};
use serde_json::{Value, json};

fn only(text: &str) -> Imported {
    let [one] = <[Imported; 1]>::try_from(import(text).unwrap()).unwrap();
    one
}

/// What all the files of this folder say of their one application.
fn check(application: &Imported) {
    let create = &application.create;
    assert_eq!(create["ApplicationName"], "tolls");
    assert_eq!(create["ApplicationCode"].as_str().unwrap().trim(), "CREATE STREAM T (A INTEGER);");
    let input = &create["Inputs"][0];
    assert_eq!(input["NamePrefix"], "SOURCE_SQL_STREAM");
    let source = input["KinesisStreamsInput"]["ResourceARN"].as_str().unwrap();
    assert!(source.ends_with(":stream/passages"), "{source}");
    let schema = schema_from_json(&input["InputSchema"].to_string()).unwrap();
    assert_eq!((schema.columns[0].name.as_str(), schema.columns.len()), ("A", 1));
    assert_eq!(schema.columns[0].mapping.as_deref(), Some("$.a"));
    let output = &create["Outputs"][0];
    assert_eq!(output["Name"], "T");
    assert_eq!(output["DestinationSchema"], json!({"RecordFormatType": "JSON"}));
    assert!(output["KinesisStreamsOutput"]["RoleARN"].is_string());
}

#[test]
fn a_described_application_loses_what_only_a_running_one_has() {
    let application = only(include_str!("described.json"));
    check(&application);
    let text = application.create.to_string();
    for gone in ["Description\":{", "Descriptions", "InputId", "InAppStreamNames", "Position"] {
        assert!(!text.contains(gone), "{gone} is in {text}");
    }
    assert_eq!(application.create["ApplicationDescription"], "totals");
    let processor = &application.create["Inputs"][0]["InputProcessingConfiguration"];
    assert!(processor["InputLambdaProcessor"]["ResourceARN"].is_string());
    assert_eq!(application.references[0]["TableName"], "LIMITS");
    assert_eq!(application.references[0]["S3ReferenceDataSource"]["FileKey"], "limits.csv");
}

#[test]
fn a_described_v2_application_gets_its_roles_from_the_service_role() {
    let v1: Value = serde_json::from_str(include_str!("described.json")).unwrap();
    let mut input = v1["ApplicationDetail"]["InputDescriptions"][0].clone();
    input["KinesisStreamsInputDescription"].as_object_mut().unwrap().remove("RoleARN");
    let v2 = json!({"ApplicationDetail": {
        "ApplicationName": "tolls", "RuntimeEnvironment": "SQL-1_0",
        "ServiceExecutionRole": "arn:aws:iam::111122223333:role/service",
        "ApplicationConfigurationDescription": {
            "ApplicationCodeConfigurationDescription": {"CodeContentDescription": {
                "TextContent": v1["ApplicationDetail"]["ApplicationCode"]}},
            "SqlApplicationConfigurationDescription": {
                "InputDescriptions": [input],
                "OutputDescriptions": v1["ApplicationDetail"]["OutputDescriptions"],
            },
        },
    }});
    let application = only(&v2.to_string());
    check(&application);
    let source = &application.create["Inputs"][0]["KinesisStreamsInput"];
    assert_eq!(source["RoleARN"], "arn:aws:iam::111122223333:role/service");
}

#[test]
fn a_template_gives_its_application_with_the_outputs_that_stand_beside_it() {
    let application = only(include_str!("template.yaml"));
    check(&application);
    let target = &application.create["Outputs"][0]["KinesisStreamsOutput"]["ResourceARN"];
    assert_eq!(target, "arn:aws:kinesis:us-east-1:000000000000:stream/totals");
}

#[test]
fn a_terraform_resource_gives_its_application_and_notes_what_it_could_not_resolve() {
    let application = only(include_str!("main.tf"));
    check(&application);
    let target = &application.create["Outputs"][0]["KinesisStreamsOutput"]["ResourceARN"];
    assert_eq!(target, "aws_kinesis_stream.passages.arn");
    assert_eq!(application.notes.len(), 1, "{:?}", application.notes);
}

#[test]
fn a_terraform_state_gives_the_applications_of_all_its_modules() {
    let values = json!({
        "name": "tolls", "code": "CREATE STREAM T (A INTEGER);",
        "inputs": [{
            "name_prefix": "SOURCE_SQL_STREAM",
            "kinesis_stream": [{"resource_arn": "arn:aws:kinesis:r:1:stream/passages", "role_arn": "arn:aws:iam::1:role/r"}],
            "schema": [{"record_columns": [{"name": "A", "sql_type": "INTEGER", "mapping": "$.a"}],
                        "record_format": [{"mapping_parameters": [{"json": [{"record_row_path": "$"}], "csv": []}]}]}],
        }],
        "outputs": [{"name": "T", "schema": [{"record_format_type": "JSON"}],
                     "kinesis_stream": [{"resource_arn": "arn:aws:kinesis:r:1:stream/t", "role_arn": "arn:aws:iam::1:role/r"}]}],
    });
    let resource = json!({"type": "aws_kinesis_analytics_application", "values": values});
    let state = json!({"values": {"root_module": {"child_modules": [{"resources": [resource]}]}}});
    check(&only(&state.to_string()));
}

#[test]
fn what_is_no_export_is_refused_with_what_was_expected() {
    for (text, expected) in [
        ("{}", "expected the JSON of DescribeApplication"),
        ("not a file", "expected the JSON of DescribeApplication"),
        ("resource \"aws_s3_bucket\" \"b\" {}", "describes no Kinesis Analytics application"),
        ("Resources:\n  B: {Type: AWS::S3::Bucket}\n", "describes no Kinesis Analytics"),
        ("{\"ApplicationName\": \"x\"}", "application x: its SQL code is missing"),
    ] {
        let error: ImportError = import(text).unwrap_err();
        assert!(error.to_string().contains(expected), "{text}: {error}");
    }
}
