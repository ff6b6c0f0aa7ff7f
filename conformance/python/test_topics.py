"""Topics through boto3: subscriptions over HTTP, e-mail and functions."""

import json
import time
import urllib.request

import pytest
from botocore.exceptions import ClientError

from harness import (
    ACCOUNT,
    REGION,
    HttpSink,
    MailSink,
    create_function,
    create_stream,
    read_stream,
    unique,
    wait_until,
)


@pytest.fixture
def sink():
    sink = HttpSink()
    yield sink
    sink.close()


@pytest.fixture
def topic(sns):
    arn = sns.create_topic(Name=unique("topic"))["TopicArn"]
    yield arn
    sns.delete_topic(TopicArn=arn)


def confirmation(sink):
    (document,) = wait_until(
        lambda: sink.documents("SubscriptionConfirmation"), "a confirmation arrives"
    )
    return document


def test_a_topic_is_created_once_and_listed(sns):
    name = unique("listed")
    arn = sns.create_topic(Name=name)["TopicArn"]
    assert arn == f"arn:aws:sns:{REGION}:{ACCOUNT}:{name}"
    assert sns.create_topic(Name=name)["TopicArn"] == arn
    pages = sns.get_paginator("list_topics").paginate()
    arns = [topic["TopicArn"] for page in pages for topic in page["Topics"]]
    assert arns.count(arn) == 1
    sns.delete_topic(TopicArn=arn)


def test_a_confirmed_subscriber_receives_what_is_published(sns, topic, sink):
    subscribed = sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=sink.url)
    assert subscribed["SubscriptionArn"] == "pending confirmation"
    asked = confirmation(sink)
    assert asked["TopicArn"] == topic
    assert sink.requests[0][0]["x-amz-sns-message-type"] == "SubscriptionConfirmation"

    sns.publish(TopicArn=topic, Message="before the confirmation")
    with urllib.request.urlopen(asked["SubscribeURL"], timeout=30) as answer:
        assert answer.status == 200

    published = sns.publish(
        TopicArn=topic,
        Subject="limit",
        Message="customer c1 is over",
        MessageAttributes={"kind": {"DataType": "String", "StringValue": "breach"}},
    )
    (document,) = wait_until(lambda: sink.documents("Notification"), "the notification arrives")
    assert document["MessageId"] == published["MessageId"]
    assert document["Subject"] == "limit"
    assert document["Message"] == "customer c1 is over"
    assert document["MessageAttributes"] == {"kind": {"Type": "String", "Value": "breach"}}
    listed = sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"]
    assert [entry["Endpoint"] for entry in listed] == [sink.url]


def test_a_token_confirms_through_the_api_and_unsubscribing_ends_it(sns, topic, sink):
    sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=sink.url)
    token = confirmation(sink)["Token"]
    arn = sns.confirm_subscription(TopicArn=topic, Token=token)["SubscriptionArn"]
    assert arn.startswith(topic + ":")
    attributes = sns.get_subscription_attributes(SubscriptionArn=arn)["Attributes"]
    assert attributes["PendingConfirmation"] == "false"
    sns.unsubscribe(SubscriptionArn=arn)
    assert sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] == []


def test_raw_delivery_posts_the_message_alone(sns, topic, sink):
    sns.subscribe(
        TopicArn=topic,
        Protocol="http",
        Endpoint=sink.url,
        Attributes={"RawMessageDelivery": "true"},
    )
    sns.confirm_subscription(TopicArn=topic, Token=confirmation(sink)["Token"])
    sns.publish(TopicArn=topic, Message="as it is")
    wait_until(lambda: sink.requests[-1][1] == b"as it is", "the raw message arrives")


def test_a_failing_endpoint_is_tried_again(own_server):
    # Retries are twenty seconds apart; on a clock that runs faster they come at once.
    now = str(int(time.time() * 1000))
    server = own_server(
        {
            "LEVADA_CLOCK_FACTOR": "100",
            "LEVADA_CLOCK_ORIGIN_MS": now,
            "LEVADA_CLOCK_ORIGIN_REAL_MS": now,
        }
    )
    failing = HttpSink(failures=2)
    try:
        sns = server.client("sns")
        topic = sns.create_topic(Name="retried")["TopicArn"]
        sns.subscribe(TopicArn=topic, Protocol="http", Endpoint=failing.url)
        assert confirmation(failing)["TopicArn"] == topic
        assert failing.refused == 2
    finally:
        failing.close()


def test_mail_reaches_a_subscriber_after_confirmation(own_server):
    mails = MailSink()
    server = own_server({"LEVADA_SMTP_URL": mails.url, "LEVADA_SMTP_FROM": "toll@levada.test"})
    sns = server.client("sns")
    topic = sns.create_topic(Name="alerts")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="ops@levada.test")
    ((recipients, text),) = wait_until(lambda: list(mails.mails), "the confirmation is mailed")
    assert recipients == ["ops@levada.test"]
    unfolded = text.replace("=\r\n", "").replace("=3D", "=").replace("\r\n", "\n")
    (url,) = [word for word in unfolded.split() if word.startswith(server.url)]
    with urllib.request.urlopen(url, timeout=30) as answer:
        assert answer.status == 200
    sns.publish(TopicArn=topic, Subject="station 7", Message="no vehicle since 03:00")
    wait_until(lambda: len(mails.mails) == 2, "the alert is mailed")
    recipients, text = mails.mails[1]
    assert recipients == ["ops@levada.test"]
    assert "Subject: station 7" in text
    assert "no vehicle since 03:00" in text
    mails.close()


def test_mail_without_an_smtp_server_is_refused(sns, topic):
    with pytest.raises(ClientError) as failure:
        sns.subscribe(TopicArn=topic, Protocol="email", Endpoint="ops@levada.test")
    assert failure.value.response["Error"]["Code"] == "InvalidParameter"
    assert sns.list_subscriptions_by_topic(TopicArn=topic)["Subscriptions"] == []


def test_a_function_receives_the_event_of_a_topic(own_server):
    server = own_server()
    kinesis, sns = server.client("kinesis"), server.client("sns")
    out = create_stream(kinesis, "out")
    source = """
import boto3, json
kinesis = boto3.client("kinesis")
def handler(event, context):
    sns = event["Records"][0]["Sns"]
    kinesis.put_record(StreamName="out", Data=json.dumps(sns), PartitionKey="k")
"""
    function = create_function(server.client("lambda"), "notified", source)
    topic = sns.create_topic(Name="alerts")["TopicArn"]
    sns.subscribe(TopicArn=topic, Protocol="lambda", Endpoint=function["FunctionArn"])
    sns.publish(TopicArn=topic, Subject="s", Message="m")
    (data,) = wait_until(lambda: read_stream(kinesis, out), "the function is called", timeout=60)
    received = json.loads(data)
    assert (received["TopicArn"], received["Subject"], received["Message"]) == (topic, "s", "m")


def test_a_topic_that_does_not_exist_is_refused(sns):
    with pytest.raises(ClientError) as failure:
        sns.publish(TopicArn=f"arn:aws:sns:{REGION}:{ACCOUNT}:nowhere", Message="m")
    assert failure.value.response["Error"]["Code"] == "NotFound"
    assert failure.value.response["Error"]["Message"] == "Topic does not exist"


def test_the_caller_has_an_identity(sts):
    caller = sts.get_caller_identity()
    assert caller["Account"] == ACCOUNT
    assert caller["Arn"].startswith("arn:aws:iam::")
