// Streams through the SDK's Kinesis client, which speaks HTTP/2 by default.

import assert from "node:assert/strict";
import http2 from "node:http2";
import { after, before, test } from "node:test";
import {
  CreateStreamCommand,
  DeleteStreamCommand,
  DescribeStreamCommand,
  GetRecordsCommand,
  GetShardIteratorCommand,
  KinesisClient,
  ListShardsCommand,
  PutRecordCommand,
  PutRecordsCommand,
  waitUntilStreamExists,
} from "@aws-sdk/client-kinesis";
import { ACCOUNT, options, unique } from "./harness.js";

const kinesis = new KinesisClient(options);
const StreamName = unique("js");

before(async () => {
  await kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 2 }));
  await waitUntilStreamExists({ client: kinesis, maxWaitTime: 30 }, { StreamName });
});

after(async () => {
  await kinesis.send(new DeleteStreamCommand({ StreamName }));
  kinesis.destroy();
});

async function read(ShardId, start) {
  const { ShardIterator } = await kinesis.send(
    new GetShardIteratorCommand({ StreamName, ShardId, ...start }),
  );
  const records = [];
  let iterator = ShardIterator;
  for (;;) {
    const page = await kinesis.send(new GetRecordsCommand({ ShardIterator: iterator }));
    records.push(...page.Records);
    iterator = page.NextShardIterator;
    if (!iterator || (page.Records.length === 0 && page.MillisBehindLatest === 0)) return records;
  }
}

test("the client's connections are HTTP/2", async () => {
  const connect = http2.connect;
  let sessions = 0;
  http2.connect = (...given) => {
    sessions += 1;
    return connect(...given);
  };
  try {
    const fresh = new KinesisClient(options);
    await fresh.send(new DescribeStreamCommand({ StreamName }));
    fresh.destroy();
  } finally {
    http2.connect = connect;
  }
  assert.ok(sessions > 0, "the SDK did not open an HTTP/2 session");
});

test("a record reads back as it was written", async () => {
  const Data = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  const put = await kinesis.send(
    new PutRecordCommand({ StreamName, PartitionKey: "clé", Data }),
  );
  const [record] = await read(put.ShardId, {
    ShardIteratorType: "AT_SEQUENCE_NUMBER",
    StartingSequenceNumber: put.SequenceNumber,
  });
  assert.deepEqual(record.Data, Data);
  assert.equal(record.PartitionKey, "clé");
  assert.equal(record.SequenceNumber, put.SequenceNumber);
  assert.ok(record.ApproximateArrivalTimestamp instanceof Date);
});

test("a batch keeps its order within a shard", async () => {
  const texts = Array.from({ length: 200 }, (_, number) => `record ${number}`);
  const answer = await kinesis.send(
    new PutRecordsCommand({
      StreamName,
      Records: texts.map((text) => ({ PartitionKey: "one", Data: Buffer.from(text) })),
    }),
  );
  assert.equal(answer.FailedRecordCount, 0);
  const { ShardId, SequenceNumber } = answer.Records[0];
  const records = await read(ShardId, {
    ShardIteratorType: "AT_SEQUENCE_NUMBER",
    StartingSequenceNumber: SequenceNumber,
  });
  assert.deepEqual(records.map((record) => Buffer.from(record.Data).toString()), texts);
});

test("many requests share one connection", async () => {
  const puts = Array.from({ length: 100 }, (_, number) =>
    kinesis.send(
      new PutRecordCommand({
        StreamName,
        PartitionKey: `key ${number}`,
        Data: Buffer.alloc(1000, number),
      }),
    ),
  );
  const numbers = (await Promise.all(puts)).map((put) => put.SequenceNumber);
  assert.equal(new Set(numbers).size, 100);
});

test("a record of the largest size passes", async () => {
  const Data = Buffer.alloc(1024 * 1024, 7);
  const put = await kinesis.send(
    new PutRecordCommand({ StreamName, PartitionKey: "big", Data }),
  );
  const [record] = await read(put.ShardId, {
    ShardIteratorType: "AT_SEQUENCE_NUMBER",
    StartingSequenceNumber: put.SequenceNumber,
  });
  assert.ok(Data.equals(Buffer.from(record.Data)));
});

test("shards are listed in pages", async () => {
  const found = [];
  let page = { NextToken: undefined };
  do {
    const start = page.NextToken ? { NextToken: page.NextToken } : { StreamName };
    page = await kinesis.send(new ListShardsCommand({ ...start, MaxResults: 1 }));
    found.push(...page.Shards.map((shard) => shard.ShardId));
  } while (page.NextToken);
  assert.deepEqual(found, ["shardId-000000000000", "shardId-000000000001"]);
});

test("an error has its name and message", async () => {
  await assert.rejects(
    kinesis.send(new DescribeStreamCommand({ StreamName: "nowhere" })),
    {
      name: "ResourceNotFoundException",
      message: `Stream nowhere under account ${ACCOUNT} not found.`,
    },
  );
});
