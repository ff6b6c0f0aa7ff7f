"""CloudWatch metrics through boto3, which speaks JSON in query mode, and as old clients do."""

import datetime
import gzip
import urllib.parse

import pytest
from botocore.exceptions import ClientError

from harness import client_of, http, unique


@pytest.fixture
def cloudwatch(endpoint):
    return client_of("cloudwatch", endpoint)


def minute():
    return datetime.datetime.now(datetime.timezone.utc).replace(second=0, microsecond=0)


def statistics(cloudwatch, namespace, name, at, worker="a"):
    answer = cloudwatch.get_metric_statistics(
        Namespace=namespace,
        MetricName=name,
        Dimensions=[{"Name": "Worker", "Value": worker}],
        StartTime=at,
        EndTime=at + datetime.timedelta(minutes=1),
        Period=60,
        Statistics=["SampleCount", "Sum", "Minimum", "Maximum", "Average"],
    )
    return answer["Datapoints"]


def datum(name, at, **more):
    return {
        "MetricName": name,
        "Timestamp": at,
        "Dimensions": [{"Name": "Worker", "Value": "a"}],
        **more,
    }


def test_metrics_of_every_form_are_added_up(cloudwatch):
    namespace, at = unique("metrics"), minute()
    cloudwatch.put_metric_data(
        Namespace=namespace,
        MetricData=[
            datum("records", at, Value=2.0, Unit="Count"),
            datum("records", at, Values=[1.0, 5.0], Counts=[3.0, 1.0], Unit="Count"),
            datum(
                "records",
                at,
                Unit="Count",
                StatisticValues={"SampleCount": 2, "Sum": 6, "Minimum": 2.5, "Maximum": 3.5},
            ),
        ],
    )
    (point,) = statistics(cloudwatch, namespace, "records", at)
    assert point["Timestamp"] == at
    assert (point["SampleCount"], point["Sum"], point["Average"]) == (7, 16, 16 / 7)
    assert (point["Minimum"], point["Maximum"], point["Unit"]) == (1, 5, "Count")


def test_a_thousand_data_arrive_compressed_and_are_listed_page_by_page(cloudwatch):
    namespace, at = unique("metrics"), minute()
    data = [datum(f"m{n:04}", at, Value=float(n)) for n in range(1000)]
    cloudwatch.put_metric_data(Namespace=namespace, MetricData=data)
    pages = list(cloudwatch.get_paginator("list_metrics").paginate(Namespace=namespace))
    names = [metric["MetricName"] for page in pages for metric in page["Metrics"]]
    assert names == [f"m{n:04}" for n in range(1000)]
    assert len(pages) == 2
    with pytest.raises(ClientError) as refused:
        cloudwatch.put_metric_data(Namespace=namespace, MetricData=[*data, data[0]])
    # The code that clients of the query protocol know, in the JSON protocol too.
    assert refused.value.response["Error"]["Code"] == "InvalidParameterValue"


def test_metric_data_answers_several_queries(cloudwatch):
    namespace, at = unique("metrics"), minute()
    for lag, back in [(5, 0), (7, 1)]:
        earlier = at - datetime.timedelta(minutes=back)
        cloudwatch.put_metric_data(
            Namespace=namespace, MetricData=[datum("lag", earlier, Value=lag)]
        )

    def query(name, stat):
        metric = {
            "Namespace": namespace,
            "MetricName": "lag",
            "Dimensions": [{"Name": "Worker", "Value": "a"}],
        }
        return {"Id": name, "MetricStat": {"Metric": metric, "Period": 60, "Stat": stat}}

    answer = cloudwatch.get_metric_data(
        MetricDataQueries=[query("most", "Maximum"), query("count", "SampleCount")],
        StartTime=at - datetime.timedelta(minutes=5),
        EndTime=at + datetime.timedelta(minutes=1),
    )
    found = {result["Id"]: result["Values"] for result in answer["MetricDataResults"]}
    assert found == {"most": [5, 7], "count": [1, 1]}
    assert answer["MetricDataResults"][0]["Timestamps"][0] == at


def test_old_clients_send_forms_and_read_xml(endpoint, cloudwatch):
    namespace, at = unique("metrics"), minute()
    form = urllib.parse.urlencode(
        {
            "Action": "PutMetricData",
            "Version": "2010-08-01",
            "Namespace": namespace,
            "MetricData.member.1.MetricName": "records",
            "MetricData.member.1.Value": "4.5",
            "MetricData.member.1.Timestamp": at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "MetricData.member.1.Dimensions.member.1.Name": "Worker",
            "MetricData.member.1.Dimensions.member.1.Value": "a",
        }
    )
    headers = {"Content-Type": "application/x-www-form-urlencoded; charset=utf-8"}
    status, body = http("POST", endpoint, form.encode(), headers)
    assert status == 200 and b"<PutMetricDataResponse" in body
    packed = gzip.compress(form.encode())
    status, _ = http("POST", endpoint, packed, {**headers, "Content-Encoding": "gzip"})
    assert status == 200
    (point,) = statistics(cloudwatch, namespace, "records", at)
    assert (point["SampleCount"], point["Sum"]) == (2, 9.0)
    wrong = form.replace(urllib.parse.quote(namespace), "AWS%2FKinesis")
    status, body = http("POST", endpoint, wrong.encode(), headers)
    assert status == 400 and b"<Code>InvalidParameterValue</Code>" in body
