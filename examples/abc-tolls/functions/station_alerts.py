"""Tells the operators, once, that a station counted fewer vehicles than it should have."""

import base64
import json
import os

import boto3

alerts = boto3.resource("dynamodb").Table(os.environ["ALERTS_TABLE"])
sns = boto3.client("sns")


def handler(event, context):
    for record in event["Records"]:
        row = json.loads(base64.b64decode(record["kinesis"]["data"]))
        key = {"station_id": row["STATION_ID"], "slot_start": row["SLOT_START"]}
        if "Item" in alerts.get_item(Key=key, ConsistentRead=True):
            continue
        message = {**key, "vehicles": row["VEHICLES"], "expected_min": row["EXPECTED_MIN"]}
        sns.publish(
            TopicArn=os.environ["TOPIC_ARN"],
            Subject=f"Station {row['STATION_ID']} counts too few vehicles",
            Message=json.dumps(message),
        )
        # Marked after publishing: a crash between the two repeats the alert, never loses it.
        alerts.put_item(Item=message)
