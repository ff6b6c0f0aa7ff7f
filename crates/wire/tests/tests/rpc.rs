//! rpc-v2-cbor, and what clients of the query protocol of old are told.
//! Does not: test CloudWatch itself.

use bytes::Bytes;
use ciborium::Value;
use ciborium::cbor;
use http::Request;

use crate::toy::{Answer, Server, form, json, post};

fn rpc(path: &str, body: &Value) -> Request<Bytes> {
    let mut bytes = Vec::new();
    ciborium::into_writer(body, &mut bytes).unwrap();
    let mut request = post(path, bytes);
    let headers = request.headers_mut();
    headers.insert("smithy-protocol", "rpc-v2-cbor".parse().unwrap());
    headers.insert("content-type", "application/cbor".parse().unwrap());
    request
}

fn metrics(operation: &str, body: &Value) -> Request<Bytes> {
    rpc(&format!("/service/GraniteServiceVersion20100801/operation/{operation}"), body)
}

fn value(answer: &Answer) -> Value {
    assert_eq!(answer.header("content-type"), "application/cbor");
    assert_eq!(answer.header("smithy-protocol"), "rpc-v2-cbor");
    ciborium::from_reader(&answer.body[..]).unwrap()
}

fn member<'a>(value: &'a Value, name: &str) -> &'a Value {
    let members = value.as_map().unwrap().iter();
    members.clone().find(|(known, _)| known == &Value::from(name)).map(|(_, value)| value).unwrap()
}

fn time(secs: impl Into<Value>) -> Value {
    Value::Tag(1, Box::new(secs.into()))
}

/// Asks for the time from a whole second to an eighth of one later.
fn statistics() -> Value {
    cbor!({
        "Namespace" => "n",
        "MetricName" => "m",
        "StartTime" => time(1_440_938_160),
        "EndTime" => time(1_440_938_160.125),
        "Period" => 60
    })
    .unwrap()
}

#[tokio::test]
async fn times_are_tagged_seconds_in_both_directions() {
    let server = Server::open().await;
    let answer = server.send(metrics("GetMetricStatistics", &statistics())).await;
    let value = value(&answer);
    let points = member(&value, "Datapoints").as_array().unwrap();
    let times: Vec<_> = points.iter().map(|point| member(point, "Timestamp").clone()).collect();
    assert_eq!(times, [time(1_440_938_160.0), time(1_440_938_160.125)]);
    assert_eq!(member(&points[0], "Sum"), &Value::from(1.5));
}

#[tokio::test]
async fn every_json_service_is_called_by_path_too() {
    let server = Server::open().await;
    let record = cbor!({
        "StreamName" => "s", "PartitionKey" => "k", "Data" => Value::Bytes(b"hi".to_vec())
    });
    let record = record.unwrap();
    for service in ["Kinesis_20131202", "com.amazonaws.kinesis.Kinesis_20131202"] {
        let path = format!("/service/{service}/operation/PutRecord");
        for answer in
            [server.send(rpc(&path, &record)).await, server.send_http2(rpc(&path, &record)).await]
        {
            assert_eq!(answer.status, 200);
            assert_eq!(member(&value(&answer), "SequenceNumber"), &Value::from("6869"));
        }
    }
}

#[tokio::test]
async fn an_operation_without_output_answers_with_nothing_at_all() {
    let server = Server::open().await;
    let datum = cbor!({"MetricName" => "m", "Value" => 1}).unwrap();
    let body = cbor!({"Namespace" => "n", "MetricData" => [datum]}).unwrap();
    let answer = server.send(metrics("PutMetricData", &body)).await;
    assert_eq!((answer.status.as_u16(), answer.body.len()), (200, 0));
    assert_eq!(answer.header("content-type"), "");
    assert_eq!(answer.header("smithy-protocol"), "rpc-v2-cbor");
}

#[tokio::test]
async fn errors_have_their_type_in_cbor() {
    let server = Server::open().await;
    for (operation, code) in [
        ("PutMetricData", "ValidationException"),
        ("PutEverything", "UnknownOperationException"),
        ("PutDashboard", "UnsupportedOperationException"),
    ] {
        let answer = server.send(metrics(operation, &cbor!({}).unwrap())).await;
        assert_eq!(answer.status, 400);
        assert_eq!(member(&value(&answer), "__type"), &Value::from(code));
        assert_eq!(answer.header("x-amzn-query-error"), "");
    }
    let mut request = metrics("PutMetricData", &cbor!({}).unwrap());
    request.headers_mut().insert("content-type", "application/json".parse().unwrap());
    assert_eq!(server.send(request).await.status, 415);
}

#[tokio::test]
async fn a_client_in_query_mode_is_told_the_query_protocol_s_code() {
    let server = Server::open().await;
    let wrong = cbor!({"Namespace" => "wrong"}).unwrap();
    let mut by_path = metrics("PutMetricData", &wrong);
    let target = "GraniteServiceVersion20100801.PutMetricData";
    let mut by_target = json(target, r#"{"Namespace":"wrong"}"#);
    for request in [&mut by_path, &mut by_target] {
        request.headers_mut().insert("x-amzn-query-mode", "true".parse().unwrap());
    }
    let answer = server.send(by_path).await;
    assert_eq!(answer.header("x-amzn-query-error"), "InvalidParameterValue;Sender");
    let answer = server.send(by_target).await;
    assert_eq!(answer.header("x-amzn-query-error"), "InvalidParameterValue;Sender");
    assert_eq!(answer.json()["__type"], "InvalidParameterValueException");
    // A service without that past says nothing.
    let mut request = json("Kinesis_20131202.PutRecord", "{}");
    request.headers_mut().insert("x-amzn-query-mode", "true".parse().unwrap());
    assert_eq!(server.send(request).await.header("x-amzn-query-error"), "");
}

#[tokio::test]
async fn the_same_service_speaks_the_query_protocol() {
    let server = Server::open().await;
    let answer = server
        .send(form(
            "Action=GetMetricStatistics&Version=2010-08-01&Namespace=n&MetricName=m&Period=60\
             &StartTime=2015-08-30T12%3A36%3A00Z&EndTime=2015-08-30T12%3A36%3A00.125Z\
             &Statistics.member.1=Sum",
        ))
        .await;
    assert!(
        answer.text().contains(
            "<Datapoints><member><Timestamp>2015-08-30T12:36:00.000Z</Timestamp><Sum>1.5</Sum>"
        ),
        "{}",
        answer.text()
    );
    let answer = server.send(form("Action=PutMetricData&Version=2010-08-01&Namespace=wrong")).await;
    assert!(answer.text().contains("<Code>InvalidParameterValue</Code>"), "{}", answer.text());
    let answer = server.send(form("Action=PutDashboard&Version=2010-08-01")).await;
    assert!(answer.text().contains("<Code>UnsupportedOperationException</Code>"));
}
