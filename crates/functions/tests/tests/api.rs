//! The Lambda API as a client meets it, below HTTP: shapes, states and error codes.
//! Does not: test what the service does; the other files do.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use levada_functions::api;
use levada_types::Identity;
use levada_wire::{AnswerForm, AwsError, Caller, Document};
use serde_json::{Value, json};

use crate::fixture::{Fixture, zip_of};

const HANDLER: &str = "def handler(event, context): return event\n";

async fn call(fixture: &Fixture, operation: &str, input: Value) -> Result<Value, AwsError> {
    let caller = Caller {
        access_key: None,
        identity: Identity::default(),
        request_id: "r".into(),
        producer: None,
    };
    let api = api(&fixture.functions);
    let answer = api.call(operation, caller, Document::Tree(input), AnswerForm::Json).await;
    Ok(serde_json::from_slice(&answer.expect("the operation is served")?).unwrap())
}

fn create(name: &str, files: &[(&str, &str)]) -> Value {
    json!({
        "FunctionName": name,
        "Runtime": "python3.12",
        "Role": "arn:aws:iam::000000000000:role/r",
        "Handler": "app.handler",
        "Code": { "ZipFile": STANDARD.encode(zip_of(files)) },
        "Environment": { "Variables": { "KEY": "value" } },
    })
}

#[tokio::test]
async fn a_function_is_created_invoked_listed_and_deleted() {
    let fixture = Fixture::with_python(HANDLER).await;
    let created = call(&fixture, "CreateFunction", create("g", &[("app.py", HANDLER)])).await;
    let created = created.unwrap();
    assert_eq!(created["FunctionArn"], "arn:aws:lambda:us-east-1:000000000000:function:g");
    assert_eq!(created["State"], "Active");
    assert_eq!(created["Timeout"], 3);
    assert_eq!(created["CodeSha256"].as_str().unwrap().len(), 44);

    let named = json!({ "FunctionName": "g" });
    let got = call(&fixture, "GetFunction", named.clone()).await.unwrap();
    assert_eq!(got["Configuration"], created);
    let invoke =
        json!({ "FunctionName": "g", "Payload": STANDARD.encode("[1]"), "LogType": "Tail" });
    let invoked = call(&fixture, "Invoke", invoke).await.unwrap();
    assert_eq!(invoked["StatusCode"], 200);
    assert_eq!(invoked["ExecutedVersion"], "$LATEST");
    assert_eq!(invoked["Payload"], STANDARD.encode("[1]"));
    let tail = STANDARD.decode(invoked["LogResult"].as_str().unwrap()).unwrap();
    assert!(tail.starts_with(b"START RequestId: "));

    let first = call(&fixture, "ListFunctions", json!({ "MaxItems": 1 })).await.unwrap();
    assert_eq!(first["Functions"][0]["FunctionName"], "f");
    let next = json!({ "Marker": first["NextMarker"] });
    let next = call(&fixture, "ListFunctions", next).await.unwrap();
    assert_eq!(next["Functions"][0]["FunctionName"], "g");
    assert_eq!(next.get("NextMarker"), None);

    call(&fixture, "DeleteFunction", named.clone()).await.unwrap();
    let gone = call(&fixture, "GetFunction", named).await.unwrap_err();
    assert_eq!((gone.code.as_ref(), gone.status), ("ResourceNotFoundException", 404));
}

#[tokio::test]
async fn bad_functions_are_refused_with_the_codes_of_aws() {
    let fixture = Fixture::with_python(HANDLER).await;
    let without = create("g", &[("other.py", HANDLER)]);
    let mut no_zip = create("g", &[]);
    no_zip["Code"] = json!({ "ZipFile": STANDARD.encode("no zip") });
    let mut other_runtime = create("g", &[("app.py", HANDLER)]);
    other_runtime["Runtime"] = json!("nodejs20.x");
    let mut no_object = create("g", &[]);
    no_object["Code"] = json!({ "S3Bucket": "code-bucket", "S3Key": "g.zip" });
    for input in [without, no_zip, other_runtime, no_object] {
        let refused = call(&fixture, "CreateFunction", input.clone()).await.unwrap_err();
        assert_eq!(refused.code, "InvalidParameterValueException", "{input} {refused}");
    }
    let twice = call(&fixture, "CreateFunction", create("f", &[("app.py", HANDLER)])).await;
    assert_eq!(twice.unwrap_err().code, "ResourceConflictException");
}

#[tokio::test]
async fn a_mapping_is_created_found_and_deleted() {
    let fixture = Fixture::with_python(HANDLER).await;
    let input = json!({
        "FunctionName": "f",
        "EventSourceArn": "arn:aws:kinesis:us-east-1:000000000000:stream/s",
        "StartingPosition": "LATEST",
        "BatchSize": 7,
    });
    let created = call(&fixture, "CreateEventSourceMapping", input).await.unwrap();
    assert_eq!(created["State"], "Creating");
    assert_eq!(created["BatchSize"], 7);
    assert_eq!(created["MaximumRetryAttempts"], -1);
    let named = json!({ "UUID": created["UUID"] });
    let got = call(&fixture, "GetEventSourceMapping", named.clone()).await.unwrap();
    assert_eq!(got["State"], "Enabled");
    assert_eq!(got["LastProcessingResult"], "No records processed");
    let of_f = json!({ "FunctionName": "f" });
    let listed = call(&fixture, "ListEventSourceMappings", of_f).await.unwrap();
    assert_eq!(listed["EventSourceMappings"], json!([got]));
    let deleted = call(&fixture, "DeleteEventSourceMapping", named.clone()).await.unwrap();
    assert_eq!(deleted["State"], "Deleting");
    let gone = call(&fixture, "GetEventSourceMapping", named).await.unwrap_err();
    assert_eq!(gone.code, "ResourceNotFoundException");
}
