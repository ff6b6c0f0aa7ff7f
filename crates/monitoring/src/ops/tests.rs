//! The operations through `ServiceApi`, in JSON, as a protocol calls them.
//! Does not: show protocols; `wire` and `conformance/` do.

use levada_env::Env;
use levada_types::{Identity, Timestamp};
use levada_wire::{AnswerForm, AwsError, Caller, Document, ServiceApi};
use serde_json::{Value, json};

use crate::limits::{DATA_MAX, PAGE_METRICS, VALUES_MAX};
use crate::service::Monitoring;

/// A whole hour.
const NOW: i64 = 1_700_002_800;

struct Client(ServiceApi);

impl Client {
    fn new() -> Self {
        let (env, _) = Env::virtual_at(Timestamp::from_millis(NOW * 1000), 1);
        Self(Monitoring::new(env).api())
    }

    async fn ask(&self, operation: &str, input: Value) -> Result<Value, AwsError> {
        let caller = Caller {
            access_key: None,
            identity: Identity::default(),
            request_id: "r".into(),
            producer: None,
        };
        let body = Document::Json(input.to_string().into());
        let answer = self.0.call(operation, caller, body, AnswerForm::Json).await;
        let bytes = answer.expect("the operation is in the list")?;
        Ok(serde_json::from_slice(&bytes).unwrap_or(Value::Null))
    }

    async fn put(&self, data: Value) -> Result<Value, AwsError> {
        self.ask("PutMetricData", json!({"Namespace": "app", "MetricData": data})).await
    }
}

fn datum(name: &str, worker: &str, more: Value) -> Value {
    let mut datum = json!({"MetricName": name, "Unit": "Count",
        "Dimensions": [{"Name": "Worker", "Value": worker}]});
    datum.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    datum
}

fn statistics(name: &str, period: i64) -> Value {
    json!({"Namespace": "app", "MetricName": name, "Period": period,
        "Dimensions": [{"Name": "Worker", "Value": "a"}],
        "StartTime": NOW - 3600, "EndTime": NOW + 60,
        "Statistics": ["SampleCount", "Sum", "Average", "Minimum", "Maximum"]})
}

#[tokio::test]
async fn values_of_every_form_add_up_by_period() {
    let client = Client::new();
    let data = json!([
        datum("records", "a", json!({"Value": 5.0})),
        datum("records", "a", json!({"Values": [1.0, 3.0], "Counts": [2.0, 1.0]})),
        datum(
            "records",
            "a",
            json!({"StatisticValues":
            {"SampleCount": 2.0, "Sum": 20.0, "Minimum": 8.0, "Maximum": 12.0}})
        ),
        datum("records", "a", json!({"Value": 100.0, "Timestamp": NOW - 1800})),
        datum("records", "b", json!({"Value": 7.0})),
    ]);
    client.put(data).await.unwrap();
    let answer = client.ask("GetMetricStatistics", statistics("records", 60)).await.unwrap();
    assert_eq!(
        answer["Datapoints"],
        json!([
            {"Timestamp": (NOW - 1800) as f64, "SampleCount": 1.0, "Sum": 100.0,
                "Average": 100.0, "Minimum": 100.0, "Maximum": 100.0, "Unit": "Count"},
            {"Timestamp": NOW as f64, "SampleCount": 6.0, "Sum": 30.0, "Average": 5.0,
                "Minimum": 1.0, "Maximum": 12.0, "Unit": "Count"}])
    );
}

#[tokio::test]
async fn metric_data_come_latest_first_and_page_by_page() {
    let client = Client::new();
    for minutes in 0..5 {
        let more = json!({"Value": minutes, "Timestamp": NOW - 60 * minutes});
        client
            .put(json!([datum("lag", "a", more.clone()), datum("lag", "b", more)]))
            .await
            .unwrap();
    }
    let query = |id: &str| {
        json!({"Id": id, "MetricStat": {"Stat": "Maximum", "Period": 60, "Metric": {
            "Namespace": "app", "MetricName": "lag",
            "Dimensions": [{"Name": "Worker", "Value": id}]}}})
    };
    let mut request = json!({"MetricDataQueries": [query("a"), query("b")],
        "StartTime": NOW - 3600, "EndTime": NOW + 60});
    let whole = client.ask("GetMetricData", request.clone()).await.unwrap();
    assert_eq!(whole["MetricDataResults"][1]["Values"], json!([0.0, 1.0, 2.0, 3.0, 4.0]));
    assert_eq!(whole["MetricDataResults"][0]["Label"], "lag");
    assert_eq!(whole.get("NextToken"), None);
    request["MaxDatapoints"] = json!(4);
    request["ScanBy"] = json!("TimestampAscending");
    let mut seen = (Vec::new(), Vec::new());
    loop {
        let page = client.ask("GetMetricData", request.clone()).await.unwrap();
        let values = |place: usize| page["MetricDataResults"][place]["Values"].clone();
        seen.0.extend(values(0).as_array().unwrap().iter().map(|v| v.as_f64().unwrap()));
        seen.1.extend(values(1).as_array().unwrap().iter().map(|v| v.as_f64().unwrap()));
        let Some(token) = page.get("NextToken") else { break };
        request["NextToken"] = token.clone();
    }
    let expected = vec![4.0, 3.0, 2.0, 1.0, 0.0];
    assert_eq!(seen, (expected.clone(), expected));
}

#[tokio::test]
async fn metrics_are_listed_by_namespace_name_and_dimensions() {
    let client = Client::new();
    let data: Vec<Value> = (0..PAGE_METRICS + 20)
        .map(|n| datum("m", &format!("w{n:04}"), json!({"Value": 1.0})))
        .collect();
    for part in data.chunks(300) {
        client.put(json!(part)).await.unwrap();
    }
    let page = client.ask("ListMetrics", json!({"Namespace": "app"})).await.unwrap();
    assert_eq!(page["Metrics"].as_array().unwrap().len(), PAGE_METRICS);
    let rest = json!({"Namespace": "app", "NextToken": page["NextToken"]});
    let rest = client.ask("ListMetrics", rest).await.unwrap();
    assert_eq!(rest["Metrics"].as_array().unwrap().len(), 20);
    assert_eq!(rest.get("NextToken"), None);
    let of_worker = |value: Value| json!({"MetricName": "m", "Dimensions": [value]});
    let one = of_worker(json!({"Name": "Worker", "Value": "w0007"}));
    let one = client.ask("ListMetrics", one).await.unwrap();
    assert_eq!(one["Metrics"][0]["Dimensions"], json!([{"Name": "Worker", "Value": "w0007"}]));
    assert_eq!(one["Metrics"].as_array().unwrap().len(), 1);
    let none = client.ask("ListMetrics", of_worker(json!({"Name": "Shard"}))).await.unwrap();
    assert_eq!(none["Metrics"], json!([]));
}

#[tokio::test]
async fn wrong_data_are_refused_whole() {
    let client = Client::new();
    let one = || datum("m", "a", json!({"Value": 1.0}));
    let many: Vec<Value> = (0..=DATA_MAX).map(|_| one()).collect();
    let values = vec![1.0; VALUES_MAX + 1];
    let (invalid, combination) =
        ("InvalidParameterValueException", "InvalidParameterCombinationException");
    let cases = [
        (json!(many), invalid),
        (json!([one(), datum("m", "a", json!({"Values": values}))]), invalid),
        (json!([one(), datum("m", "a", json!({}))]), combination),
        (json!([one(), datum("m", "a", json!({"Value": 1.0, "Values": [1.0]}))]), combination),
        (
            json!([one(), datum("m", "a", json!({"Values": [1.0], "Counts": [1.0, 2.0]}))]),
            combination,
        ),
        (json!([one(), datum("m", "a", json!({"Value": 1e200}))]), invalid),
        (json!([one(), datum("m", "a", json!({"Value": 1.0, "Timestamp": NOW + 9000}))]), invalid),
        (
            json!([one(), datum("m", "a", json!({"Value": 1.0, "Timestamp": NOW - 1_300_000}))]),
            invalid,
        ),
        (json!([]), "MissingRequiredParameterException"),
    ];
    for (data, code) in cases {
        assert_eq!(client.put(data.clone()).await.unwrap_err().code, code, "{data}");
    }
    let reserved = json!({"Namespace": "AWS/Kinesis", "MetricData": [one()]});
    assert_eq!(client.ask("PutMetricData", reserved).await.unwrap_err().code, invalid);
    assert_eq!(client.ask("ListMetrics", json!({})).await.unwrap()["Metrics"], json!([]));
    let mut long = statistics("m", 60);
    long["StartTime"] = json!(NOW - 2 * 24 * 3600);
    let error = client.ask("GetMetricStatistics", long).await.unwrap_err();
    assert_eq!(error.code, combination);
    let odd = client.ask("GetMetricStatistics", statistics("m", 61)).await.unwrap_err();
    assert_eq!(odd.code, invalid);
}
