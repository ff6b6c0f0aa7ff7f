"""Key-value tables through boto3: items, conditions, queries, exact numbers."""

import threading
import time
from decimal import Decimal

import boto3
import pytest
from boto3.dynamodb.conditions import Attr, Key
from botocore.exceptions import ClientError

from harness import ACCOUNT, REGION, client_of, unique, wait_until


@pytest.fixture
def table(endpoint):
    """A table with a text hash key and a number range key, through boto3's resource."""
    resource = boto3.resource(
        "dynamodb",
        endpoint_url=endpoint,
        region_name=REGION,
        aws_access_key_id="test",
        aws_secret_access_key="test",
    )
    name = unique("table")
    table = resource.create_table(
        TableName=name,
        KeySchema=[
            {"AttributeName": "customer", "KeyType": "HASH"},
            {"AttributeName": "at", "KeyType": "RANGE"},
        ],
        AttributeDefinitions=[
            {"AttributeName": "customer", "AttributeType": "S"},
            {"AttributeName": "at", "AttributeType": "N"},
        ],
        BillingMode="PAY_PER_REQUEST",
    )
    table.wait_until_exists()
    yield table
    table.delete()


def code_of(failure):
    return failure.value.response["Error"]["Code"]


def test_a_table_is_described_listed_and_deleted(dynamodb):
    name = unique("described")
    dynamodb.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
    )

    def active():
        described = dynamodb.describe_table(TableName=name)["Table"]
        return described if described["TableStatus"] == "ACTIVE" else None

    described = wait_until(active, f"{name} is active")
    assert described["TableArn"] == f"arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{name}"
    assert described["KeySchema"] == [{"AttributeName": "id", "KeyType": "HASH"}]
    pages = dynamodb.get_paginator("list_tables").paginate()
    assert name in [table for page in pages for table in page["TableNames"]]
    with pytest.raises(ClientError) as failure:
        dynamodb.create_table(
            TableName=name,
            KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
            AttributeDefinitions=[{"AttributeName": "id", "AttributeType": "S"}],
            BillingMode="PAY_PER_REQUEST",
        )
    assert code_of(failure) == "ResourceInUseException"
    dynamodb.delete_table(TableName=name)
    dynamodb.get_waiter("table_not_exists").wait(TableName=name, WaiterConfig={"Delay": 1})


def test_an_item_of_every_type_reads_back_as_it_was_written(table):
    item = {
        "customer": "c1",
        "at": Decimal("1.5"),
        "text": "ä€😀",
        "bytes": b"\x00\xff",
        "yes": True,
        "nothing": None,
        "list": [Decimal(1), "two", [Decimal(3)]],
        "map": {"inner": {"deep": "value"}},
        "texts": {"a", "b"},
        "numbers": {Decimal("0.1"), Decimal("2")},
    }
    table.put_item(Item=item)
    read = table.get_item(Key={"customer": "c1", "at": Decimal("1.50")}, ConsistentRead=True)
    found = read["Item"]
    found["bytes"] = bytes(found["bytes"])
    assert found == item


def test_numbers_are_exact_decimals_of_38_digits(table):
    key = {"customer": "c", "at": 1}
    big, bigger = (Decimal(f"1234567890123456789012345678901234567{end}") for end in (8, 9))
    table.put_item(Item={**key, "sum": big})
    table.update_item(
        Key=key,
        UpdateExpression="ADD #s :one",
        ExpressionAttributeNames={"#s": "sum"},
        ExpressionAttributeValues={":one": Decimal(1)},
    )
    assert table.get_item(Key=key)["Item"]["sum"] == bigger
    for _ in range(10):
        table.update_item(
            Key=key,
            UpdateExpression="ADD cents :c",
            ExpressionAttributeValues={":c": Decimal("0.1")},
        )
    assert table.get_item(Key=key)["Item"]["cents"] == Decimal("1")


def test_an_update_sets_adds_removes_and_defaults(table):
    key = {"customer": "c", "at": 2}
    answer = table.update_item(
        Key=key,
        UpdateExpression=(
            "SET spent = if_not_exists(spent, :zero) + :toll, seen = :now REMOVE gone"
        ),
        ExpressionAttributeValues={":zero": 0, ":toll": Decimal("2.50"), ":now": "t1"},
        ReturnValues="ALL_NEW",
    )
    assert answer["Attributes"] == {**key, "spent": Decimal("2.50"), "seen": "t1"}
    answer = table.update_item(
        Key=key,
        UpdateExpression="SET spent = spent + :toll REMOVE seen",
        ExpressionAttributeValues={":toll": Decimal("2.50")},
        ReturnValues="ALL_NEW",
    )
    assert answer["Attributes"] == {**key, "spent": Decimal("5")}


def test_a_condition_that_fails_changes_nothing(table):
    key = {"customer": "c", "at": 3}
    table.put_item(Item={**key, "owner": "a"}, ConditionExpression=Attr("customer").not_exists())
    with pytest.raises(ClientError) as failure:
        table.put_item(
            Item={**key, "owner": "b"}, ConditionExpression=Attr("customer").not_exists()
        )
    assert code_of(failure) == "ConditionalCheckFailedException"
    assert failure.value.response["Error"]["Message"] == "The conditional request failed"
    with pytest.raises(ClientError) as failure:
        table.update_item(
            Key=key,
            UpdateExpression="SET #o = :b",
            ConditionExpression="#o = :b",
            ExpressionAttributeNames={"#o": "owner"},
            ExpressionAttributeValues={":b": "b"},
        )
    assert code_of(failure) == "ConditionalCheckFailedException"
    with pytest.raises(ClientError):
        table.delete_item(Key=key, ConditionExpression=Attr("owner").eq("b"))
    assert table.get_item(Key=key)["Item"]["owner"] == "a"


def test_of_many_that_race_for_one_condition_one_wins(table, endpoint):
    wins = []

    def race(number):
        dynamodb = client_of("dynamodb", endpoint)
        try:
            dynamodb.put_item(
                TableName=table.name,
                Item={"customer": {"S": "r"}, "at": {"N": "1"}, "by": {"N": str(number)}},
                ConditionExpression="attribute_not_exists(customer)",
            )
            wins.append(number)
        except dynamodb.exceptions.ConditionalCheckFailedException:
            pass

    racers = [threading.Thread(target=race, args=(number,)) for number in range(8)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join()
    assert len(wins) == 1
    assert table.get_item(Key={"customer": "r", "at": 1})["Item"]["by"] == wins[0]


def test_a_query_finds_a_range_in_either_order_and_in_pages(table):
    for at in (10, 9, -1, 2, Decimal("2.5"), 100):
        table.put_item(Item={"customer": "q", "at": at, "odd": at in (9, -1)})
    table.put_item(Item={"customer": "other", "at": 5})

    def ats(**options):
        return [item["at"] for item in table.query(**options)["Items"]]

    whole = Key("customer").eq("q")
    assert ats(KeyConditionExpression=whole) == [-1, 2, Decimal("2.5"), 9, 10, 100]
    between = whole & Key("at").between(2, 10)
    assert ats(KeyConditionExpression=between, ScanIndexForward=False) == [
        10,
        9,
        Decimal("2.5"),
        2,
    ]
    assert ats(KeyConditionExpression=whole, FilterExpression=Attr("odd").eq(True)) == [-1, 9]
    found, start = [], {}
    while True:
        page = table.query(KeyConditionExpression=whole, Limit=2, **start)
        found += [item["at"] for item in page["Items"]]
        if "LastEvaluatedKey" not in page:
            break
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
    assert found == [-1, 2, Decimal("2.5"), 9, 10, 100]


def test_a_scan_sees_every_item_once(table):
    for number in range(25):
        table.put_item(Item={"customer": f"c{number % 7}", "at": number})
    found, start = [], {}
    while True:
        page = table.scan(Limit=10, **start)
        found += [item["at"] for item in page["Items"]]
        if "LastEvaluatedKey" not in page:
            break
        start = {"ExclusiveStartKey": page["LastEvaluatedKey"]}
    assert sorted(found) == list(range(25))


def test_a_deleted_item_is_gone(table):
    key = {"customer": "d", "at": 1}
    table.put_item(Item={**key, "v": "x"})
    answer = table.delete_item(Key=key, ReturnValues="ALL_OLD")
    assert answer["Attributes"]["v"] == "x"
    assert "Item" not in table.get_item(Key=key)


def test_a_key_of_the_wrong_type_is_refused(table):
    with pytest.raises(ClientError) as failure:
        table.put_item(Item={"customer": "c", "at": "not a number"})
    assert code_of(failure) == "ValidationException"
    with pytest.raises(ClientError) as failure:
        table.get_item(Key={"customer": "c"})
    assert code_of(failure) == "ValidationException"


def test_a_table_that_does_not_exist_is_refused(dynamodb):
    with pytest.raises(ClientError) as failure:
        dynamodb.put_item(TableName="nowhere", Item={"id": {"S": "x"}})
    assert code_of(failure) == "ResourceNotFoundException"


def test_a_lease_table_is_indexed_fenced_and_altered(dynamodb):
    """What KCL does, in the interface from before expressions."""
    name = unique("leases")
    dynamodb.create_table(
        TableName=name,
        KeySchema=[{"AttributeName": "leaseKey", "KeyType": "HASH"}],
        AttributeDefinitions=[{"AttributeName": "leaseKey", "AttributeType": "S"}],
        BillingMode="PAY_PER_REQUEST",
        Tags=[{"Key": "app", "Value": "kcl"}],
    )
    lease = {"leaseKey": {"S": "shard-0"}, "leaseOwner": {"S": "a"}, "leaseCounter": {"N": "1"}}
    absent = {"leaseKey": {"Exists": False}}
    dynamodb.put_item(TableName=name, Item=lease, Expected=absent)
    with pytest.raises(ClientError) as failure:
        dynamodb.put_item(TableName=name, Item=lease, Expected=absent)
    assert code_of(failure) == "ConditionalCheckFailedException"
    index = {
        "IndexName": "by-owner",
        "KeySchema": [{"AttributeName": "leaseOwner", "KeyType": "HASH"}],
        "Projection": {"ProjectionType": "KEYS_ONLY"},
    }
    dynamodb.update_table(
        TableName=name,
        AttributeDefinitions=[{"AttributeName": "leaseOwner", "AttributeType": "S"}],
        GlobalSecondaryIndexUpdates=[{"Create": index}],
    )

    def active():
        described = dynamodb.describe_table(TableName=name)["Table"]
        return described["GlobalSecondaryIndexes"][0]["IndexStatus"] == "ACTIVE"

    wait_until(active, "the index is active")

    def steal(worker, counter):
        return dynamodb.update_item(
            TableName=name,
            Key={"leaseKey": {"S": "shard-0"}},
            Expected={"leaseCounter": {"Value": {"N": str(counter)}}},
            AttributeUpdates={
                "leaseOwner": {"Value": {"S": worker}},
                "leaseCounter": {"Action": "ADD", "Value": {"N": "1"}},
            },
            ReturnValues="ALL_NEW",
        )["Attributes"]

    assert steal("b", 1)["leaseCounter"] == {"N": "2"}
    with pytest.raises(ClientError) as failure:
        steal("c", 1)
    assert code_of(failure) == "ConditionalCheckFailedException"

    def owned(worker):
        return dynamodb.query(
            TableName=name,
            IndexName="by-owner",
            KeyConditionExpression="leaseOwner = :o",
            ExpressionAttributeValues={":o": {"S": worker}},
        )["Items"]

    assert owned("a") == []
    assert owned("b") == [{"leaseKey": {"S": "shard-0"}, "leaseOwner": {"S": "b"}}]
    arn = dynamodb.describe_table(TableName=name)["Table"]["TableArn"]
    assert dynamodb.list_tags_of_resource(ResourceArn=arn)["Tags"] == [
        {"Key": "app", "Value": "kcl"}
    ]
    dynamodb.delete_table(TableName=name)


def test_a_transaction_is_whole_and_repeats_harmlessly(dynamodb, table):
    def item(customer, amount):
        return {"customer": {"S": customer}, "at": {"N": "0"}, "amount": {"N": str(amount)}}

    dynamodb.put_item(TableName=table.name, Item=item("a", 10))

    def transfer(amount, token):
        key = {"at": {"N": "0"}}
        value = {":x": {"N": str(amount)}}
        return dynamodb.transact_write_items(
            ClientRequestToken=token,
            TransactItems=[
                {
                    "Update": {
                        "TableName": table.name,
                        "Key": {"customer": {"S": "a"}, **key},
                        "UpdateExpression": "SET amount = amount - :x",
                        "ConditionExpression": "amount >= :x",
                        "ExpressionAttributeValues": value,
                    }
                },
                {
                    "Update": {
                        "TableName": table.name,
                        "Key": {"customer": {"S": "b"}, **key},
                        "UpdateExpression": "ADD amount :x",
                        "ExpressionAttributeValues": value,
                    }
                },
            ],
        )

    token = unique("token")[:36]
    transfer(4, token)
    transfer(4, token)
    with pytest.raises(ClientError) as failure:
        transfer(7, unique("token")[:36])
    reasons = failure.value.response["CancellationReasons"]
    assert [reason["Code"] for reason in reasons] == ["ConditionalCheckFailed", "None"]
    read = dynamodb.transact_get_items(
        TransactItems=[
            {"Get": {"TableName": table.name, "Key": {"customer": {"S": who}, "at": {"N": "0"}}}}
            for who in ("a", "b")
        ]
    )
    assert [answer["Item"]["amount"]["N"] for answer in read["Responses"]] == ["6", "4"]


def test_batches_go_through_the_resource_and_items_end_in_time(dynamodb, table):
    with table.batch_writer() as batch:
        for n in range(60):
            batch.put_item(Item={"customer": "many", "at": n, "end": int(time.time()) + n // 50})
    dynamodb.update_time_to_live(
        TableName=table.name, TimeToLiveSpecification={"Enabled": True, "AttributeName": "end"}
    )
    wait_until(lambda: table.scan(Select="COUNT")["Count"] == 0, "all items have ended")
