"""Adds window totals to a customer's month and tells the customer, once, when the limit is passed.

Functions are invoked at least once, so every step may be repeated: a window is added only if
the month does not hold it yet, and the notification is marked as sent after it was published.
"""

import base64
import json
import os
from decimal import Decimal

import boto3
from botocore.exceptions import ClientError

dynamodb = boto3.resource("dynamodb")
months = dynamodb.Table(os.environ["MONTHS_TABLE"])
customers = dynamodb.Table(os.environ["CUSTOMERS_TABLE"])
sns = boto3.client("sns")
limits = {}


def handler(event, context):
    for record in event["Records"]:
        row = json.loads(base64.b64decode(record["kinesis"]["data"]), parse_float=Decimal)
        month = add_window(row)
        if month is not None:
            notify_once(row, month)


def add_window(row):
    """The customer's month with this window in it."""
    key = {"customer_id": row["CUSTOMER_ID"], "month": row["WINDOW_START"][:7]}
    try:
        answer = months.update_item(
            Key=key,
            UpdateExpression="ADD spent :toll, trips :trips, windows :windows",
            ConditionExpression="attribute_not_exists(windows) OR NOT contains(windows, :window)",
            ExpressionAttributeValues={
                ":toll": Decimal(str(row["TOTAL"])),
                ":trips": row["TRIPS"],
                ":window": row["WINDOW_START"],
                ":windows": {row["WINDOW_START"]},
            },
            ReturnValues="ALL_NEW",
        )
        return answer["Attributes"]
    except ClientError as error:
        if error.response["Error"]["Code"] != "ConditionalCheckFailedException":
            raise
        # The window is in already; an earlier invocation may have stopped before notifying.
        return months.get_item(Key=key, ConsistentRead=True).get("Item")


def limit_of(customer_id):
    if customer_id not in limits:
        item = customers.get_item(Key={"customer_id": customer_id}).get("Item", {})
        limits[customer_id] = item.get("monthly_limit")
    return limits[customer_id]


def notify_once(row, month):
    limit = limit_of(month["customer_id"])
    if limit is None or month["spent"] <= limit or "notified_in" in month:
        return
    message = {
        "customer_id": month["customer_id"],
        "month": month["month"],
        "spent": str(month["spent"]),
        "limit": str(limit),
        "window_start": row["WINDOW_START"],
    }
    sns.publish(
        TopicArn=os.environ["TOPIC_ARN"],
        Subject="Your toll limit is reached",
        Message=json.dumps(message),
    )
    months.update_item(
        Key={"customer_id": month["customer_id"], "month": month["month"]},
        UpdateExpression="SET notified_in = if_not_exists(notified_in, :window)",
        ExpressionAttributeValues={":window": row["WINDOW_START"]},
    )
