// The SDK for JavaScript v2, which is no longer developed and still in many applications: JSON
// over HTTP/1.1, and forms for CloudWatch and SNS.

import assert from "node:assert/strict";
import { test } from "node:test";
import { unique, waitUntil } from "./harness.js";

process.env.AWS_SDK_JS_SUPPRESS_MAINTENANCE_MODE_MESSAGE = "1";
const { default: AWS } = await import("aws-sdk");

// It knows no AWS_ENDPOINT_URL.
const options = { endpoint: process.env.AWS_ENDPOINT_URL, maxRetries: 0 };

test("v2: records are put and read back", async () => {
  const kinesis = new AWS.Kinesis(options);
  const StreamName = unique("v2");
  await kinesis.createStream({ StreamName, ShardCount: 2 }).promise();
  await kinesis.waitFor("streamExists", { StreamName }).promise();
  const texts = Array.from({ length: 40 }, (_, n) => `record ä ${n}`);
  const Records = texts.map((Data, n) => ({ Data, PartitionKey: `key-${n}` }));
  const put = await kinesis.putRecords({ StreamName, Records }).promise();
  assert.equal(put.FailedRecordCount, 0);
  const found = [];
  const { Shards } = await kinesis.listShards({ StreamName }).promise();
  for (const { ShardId } of Shards) {
    const from = { StreamName, ShardId, ShardIteratorType: "TRIM_HORIZON" };
    const { ShardIterator } = await kinesis.getShardIterator(from).promise();
    const page = await kinesis.getRecords({ ShardIterator }).promise();
    found.push(...page.Records.map(({ Data }) => Data.toString()));
    assert.ok(page.Records.every((record) => record.ApproximateArrivalTimestamp instanceof Date));
  }
  assert.deepEqual(found.sort(), [...texts].sort());
  const refused = kinesis.describeStream({ StreamName: unique("none") }).promise();
  await assert.rejects(refused, { code: "ResourceNotFoundException", statusCode: 400 });
  await kinesis.deleteStream({ StreamName }).promise();
});

test("v2: the document client writes, fences and reads items", async () => {
  const tables = new AWS.DynamoDB(options);
  const TableName = unique("v2");
  await tables
    .createTable({
      TableName,
      BillingMode: "PAY_PER_REQUEST",
      KeySchema: [{ AttributeName: "id", KeyType: "HASH" }],
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" }],
    })
    .promise();
  const documents = new AWS.DynamoDB.DocumentClient({ service: tables });
  const Item = { id: "a", amount: 1.5, tags: documents.createSet(["x", "y"]) };
  const put = { TableName, Item, Expected: { id: { Exists: false } } };
  await documents.put(put).promise();
  await assert.rejects(documents.put(put).promise(), { code: "ConditionalCheckFailedException" });
  const got = await documents.batchGet({ RequestItems: { [TableName]: { Keys: [{ id: "a" }] } } });
  const [item] = (await got.promise()).Responses[TableName];
  assert.equal(item.amount, 1.5);
  assert.deepEqual([...item.tags.values].sort(), ["x", "y"]);
  await tables.deleteTable({ TableName }).promise();
});

test("v2: metrics are published in a form and read from XML", async () => {
  const metrics = new AWS.CloudWatch(options);
  const Namespace = unique("v2");
  const at = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  const MetricData = [1, 2, 6].map((Value) => ({
    MetricName: "records",
    Timestamp: at,
    Dimensions: [{ Name: "Worker", Value: "a" }],
    Value,
  }));
  await metrics.putMetricData({ Namespace, MetricData }).promise();
  const { Datapoints } = await metrics
    .getMetricStatistics({
      Namespace,
      MetricName: "records",
      Dimensions: [{ Name: "Worker", Value: "a" }],
      StartTime: at,
      EndTime: new Date(at.getTime() + 60_000),
      Period: 60,
      Statistics: ["Average", "Maximum"],
    })
    .promise();
  assert.equal(Datapoints.length, 1);
  assert.equal(Datapoints[0].Average, 3);
  assert.equal(Datapoints[0].Maximum, 6);
  assert.equal(Datapoints[0].Timestamp.getTime(), at.getTime());
  const { Metrics } = await metrics.listMetrics({ Namespace }).promise();
  assert.equal(Metrics[0].MetricName, "records");
});

test("v2: a published message is accepted", async () => {
  const sns = new AWS.SNS(options);
  const { TopicArn } = await sns.createTopic({ Name: unique("v2") }).promise();
  const { MessageId } = await sns.publish({ TopicArn, Message: "hello" }).promise();
  assert.match(MessageId, /^[0-9a-f-]{36}$/);
  await waitUntil(async () => {
    const { Topics } = await sns.listTopics().promise();
    return Topics.some((topic) => topic.TopicArn === TopicArn);
  }, "the topic is listed");
  await sns.deleteTopic({ TopicArn }).promise();
});
