//! REST with JSON bodies.
//! Does not: test Lambda itself.

use bytes::Bytes;
use serde_json::json;

use crate::toy::{Server, get, post};

#[tokio::test]
async fn a_payload_travels_raw_in_both_directions() {
    let server = Server::open().await;
    let payload = Bytes::from_static(b"{\"n\": 1.50}\x00\xff");
    let path = "/2015-03-31/functions/f%2D1/invocations?Qualifier=%24LATEST";
    let answer = server.send(post(path, payload.clone())).await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.body, payload);
    assert_eq!(answer.header("x-amz-executed-version"), "$LATEST");
    assert_eq!(answer.header("x-amz-function-error"), "");
    let answer = server.send(post("/2015-03-31/functions/breaks/invocations", "")).await;
    assert_eq!(answer.header("x-amz-function-error"), "breaks");
    assert_eq!(answer.body, "");
}

#[tokio::test]
async fn members_of_the_query_are_typed() {
    let server = Server::open().await;
    let answer = server.send(get("/2015-03-31/functions/?MaxItems=3")).await;
    assert_eq!(answer.json(), json!({"NextMarker": "3"}));
    let answer = server.send(get("/2015-03-31/functions?MaxItems=three")).await;
    assert_eq!(answer.status, 400);
    assert_eq!(answer.header("x-amzn-errortype"), "SerializationException");
    let answer = server.send(get("/2015-03-31/functions?MaxItems=0")).await;
    assert_eq!(answer.header("x-amzn-errortype"), "ValidationException");
}

#[tokio::test]
async fn a_created_function_is_answered_with_201() {
    let server = Server::open().await;
    let body = r#"{"FunctionName":"f","Code":{"ZipFile":"aGk="}}"#;
    let answer = server.send(post("/2015-03-31/functions", body)).await;
    assert_eq!(answer.status, 201);
    assert_eq!(answer.json(), json!({"FunctionName": "f"}));
    let answer = server.send(post("/2015-03-31/functions", "{")).await;
    assert_eq!(answer.header("x-amzn-errortype"), "SerializationException");
}

#[tokio::test]
async fn an_error_has_its_name_in_a_header() {
    let server = Server::open().await;
    let answer = server.send(get("/2015-03-31/functions/f")).await;
    assert_eq!(answer.status, 404);
    assert_eq!(answer.header("x-amzn-errortype"), "ResourceNotFoundException");
    let message = "Function not found: f";
    assert_eq!(answer.json(), json!({"Type": "User", "message": message, "Message": message}));
}
