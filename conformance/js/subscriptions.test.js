// Enhanced fan-out through the SDK's Kinesis client, over HTTP/2.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import {
  CreateStreamCommand,
  DeleteStreamCommand,
  DescribeStreamCommand,
  KinesisClient,
  PutRecordCommand,
  RegisterStreamConsumerCommand,
  SplitShardCommand,
  SubscribeToShardCommand,
} from "@aws-sdk/client-kinesis";
import { options, unique } from "./harness.js";

const kinesis = new KinesisClient(options);
const StreamName = unique("js-fanout");
const ShardId = "shardId-000000000000";
let ConsumerARN;

before(async () => {
  await kinesis.send(new CreateStreamCommand({ StreamName, ShardCount: 1 }));
  const { StreamDescription } = await kinesis.send(new DescribeStreamCommand({ StreamName }));
  const { StreamARN } = StreamDescription;
  const { Consumer } = await kinesis.send(
    new RegisterStreamConsumerCommand({ StreamARN, ConsumerName: "reader" }),
  );
  ConsumerARN = Consumer.ConsumerARN;
});

after(async () => {
  await kinesis.send(new DeleteStreamCommand({ StreamName, EnforceConsumerDeletion: true }));
  kinesis.destroy();
});

const put = (text) =>
  kinesis.send(
    new PutRecordCommand({ StreamName, Data: Buffer.from(text), PartitionKey: text }),
  );

test("records are pushed until the shard ends, and its children are named", async () => {
  await put("first");
  const { EventStream } = await kinesis.send(
    new SubscribeToShardCommand({
      ConsumerARN,
      ShardId,
      StartingPosition: { Type: "TRIM_HORIZON" },
    }),
  );
  const seen = [];
  let last;
  for await (const { SubscribeToShardEvent: event } of EventStream) {
    last = event;
    const texts = event.Records.map((record) => Buffer.from(record.Data).toString());
    seen.push(...texts);
    if (texts.includes("first")) await put("second");
    if (texts.includes("second")) {
      const NewStartingHashKey = String(2n ** 127n);
      await kinesis.send(
        new SplitShardCommand({ StreamName, ShardToSplit: ShardId, NewStartingHashKey }),
      );
    }
  }
  assert.deepEqual(seen, ["first", "second"]);
  assert.equal(last.ContinuationSequenceNumber, undefined);
  assert.equal(last.ChildShards.length, 2);
});

test("a second subscription is refused while the first is young", async () => {
  const subscribe = () =>
    kinesis.send(
      new SubscribeToShardCommand({
        ConsumerARN,
        ShardId: "shardId-000000000001",
        StartingPosition: { Type: "LATEST" },
      }),
    );
  const { EventStream } = await subscribe();
  const events = EventStream[Symbol.asyncIterator]();
  const { value } = await events.next();
  assert.equal(value.SubscribeToShardEvent.MillisBehindLatest, 0);
  await assert.rejects(subscribe, { name: "ResourceInUseException" });
  await events.return?.();
});
