"""Transactions and indexes across kills: whole or not at all, and never out of step.

Does not: repeat what `test_durability.py` shows of streams.
"""

import random
import threading
import time
import uuid

from botocore.exceptions import BotoCoreError, ClientError

from harness import unique, wait_until

ROUNDS = 4
ACCOUNTS = [f"account-{n}" for n in range(8)]
START_AMOUNT = 1000


class Clerk(threading.Thread):
    """Moves amounts between accounts, each move with an entry in the books."""

    def __init__(self, server, table, seed):
        super().__init__(daemon=True)
        self.server, self.table = server, table
        self.chance = random.Random(seed)
        self.acknowledged = set()
        self.running = True

    def move(self, tables):
        source, target = self.chance.sample(ACCOUNTS, 2)
        name = f"entry-{uuid.uuid4().hex}"
        amount = {":x": {"N": str(self.chance.randint(1, 9))}}

        def update(account, expression):
            return {
                "Update": {
                    "TableName": self.table,
                    "Key": {"id": {"S": account}},
                    "UpdateExpression": expression,
                    "ExpressionAttributeValues": amount,
                }
            }

        entry = {"id": {"S": name}, "kind": {"S": "entry"}, "source": {"S": source}}
        tables.transact_write_items(
            TransactItems=[
                update(source, "SET amount = amount - :x"),
                update(target, "SET amount = amount + :x"),
                {"Put": {"TableName": self.table, "Item": entry}},
            ]
        )
        self.acknowledged.add(name)

    def run(self):
        tables = self.server.client("dynamodb")
        while self.running:
            try:
                self.move(tables)
            except (BotoCoreError, ClientError, OSError):
                time.sleep(0.05)


def index(name, attribute):
    return {
        "IndexName": name,
        "KeySchema": [{"AttributeName": attribute, "KeyType": "HASH"}],
        "Projection": {"ProjectionType": "ALL"},
    }


def read(tables, table, **more):
    pages = tables.get_paginator("scan").paginate(TableName=table, **more)
    return {item["id"]["S"]: item for page in pages for item in page["Items"]}


def check(tables, table, acknowledged, indexes):
    items = read(tables, table)
    assert sum(int(items[account]["amount"]["N"]) for account in ACCOUNTS) == (
        START_AMOUNT * len(ACCOUNTS)
    )
    lost = acknowledged - set(items)
    assert not lost, f"{len(lost)} acknowledged entries are lost"
    entries = {name: item for name, item in items.items() if "kind" in item}
    for name in indexes:
        assert read(tables, table, IndexName=name) == entries, f"{name} is out of step"


def test_kills_leave_no_half_transaction_and_no_stale_index(own_server):
    server = own_server()
    tables = server.client("dynamodb", retries=5)
    table = unique("books")
    tables.create_table(
        TableName=table,
        KeySchema=[{"AttributeName": "id", "KeyType": "HASH"}],
        AttributeDefinitions=[
            {"AttributeName": "id", "AttributeType": "S"},
            {"AttributeName": "kind", "AttributeType": "S"},
        ],
        GlobalSecondaryIndexes=[index("by-kind", "kind")],
        BillingMode="PAY_PER_REQUEST",
    )
    for account in ACCOUNTS:
        item = {"id": {"S": account}, "amount": {"N": str(START_AMOUNT)}}
        tables.put_item(TableName=table, Item=item)
    clerks = [Clerk(server, table, seed) for seed in range(4)]
    for clerk in clerks:
        clerk.start()
    indexes = ["by-kind"]
    for round_number in range(ROUNDS):
        before = sum(len(clerk.acknowledged) for clerk in clerks)
        wait_until(
            lambda: sum(len(clerk.acknowledged) for clerk in clerks) > before + 200,
            "transactions go on",
        )
        # The kill comes while the new index is being filled, or thereabouts.
        indexes.append(f"by-source-{round_number}")
        tables.update_table(
            TableName=table,
            AttributeDefinitions=[{"AttributeName": "source", "AttributeType": "S"}],
            GlobalSecondaryIndexUpdates=[{"Create": index(indexes[-1], "source")}],
        )
        server.kill()
        server.start()
    for clerk in clerks:
        clerk.running = False
    for clerk in clerks:
        clerk.join()

    def filled():
        described = tables.describe_table(TableName=table)["Table"]["GlobalSecondaryIndexes"]
        return all(found["IndexStatus"] == "ACTIVE" for found in described)

    wait_until(filled, "every index is filled")
    acknowledged = set().union(*(clerk.acknowledged for clerk in clerks))
    check(tables, table, acknowledged, indexes)
