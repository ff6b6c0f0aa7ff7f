// Tables, topics and functions through their SDK clients.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  QueryCommand,
  UpdateItemCommand,
  waitUntilTableExists,
} from "@aws-sdk/client-dynamodb";
import {
  CreateFunctionCommand,
  DeleteFunctionCommand,
  InvokeCommand,
  LambdaClient,
} from "@aws-sdk/client-lambda";
import {
  CreateTopicCommand,
  DeleteTopicCommand,
  NotFoundException,
  PublishCommand,
  SNSClient,
} from "@aws-sdk/client-sns";
import { ACCOUNT, ROLE, options, unique, zipOf } from "./harness.js";

const dynamodb = new DynamoDBClient(options);
const lambda = new LambdaClient(options);
const sns = new SNSClient(options);

after(() => [dynamodb, lambda, sns].forEach((client) => client.destroy()));

test("items are written on conditions, updated and queried", async () => {
  const TableName = unique("js");
  await dynamodb.send(
    new CreateTableCommand({
      TableName,
      KeySchema: [
        { AttributeName: "customer", KeyType: "HASH" },
        { AttributeName: "at", KeyType: "RANGE" },
      ],
      AttributeDefinitions: [
        { AttributeName: "customer", AttributeType: "S" },
        { AttributeName: "at", AttributeType: "N" },
      ],
      BillingMode: "PAY_PER_REQUEST",
    }),
  );
  await waitUntilTableExists({ client: dynamodb, maxWaitTime: 30 }, { TableName });
  const once = (at) =>
    dynamodb.send(
      new PutItemCommand({
        TableName,
        Item: { customer: { S: "c" }, at: { N: `${at}` }, bytes: { B: Buffer.from([0, 255]) } },
        ConditionExpression: "attribute_not_exists(customer)",
      }),
    );
  for (const at of [2, 10, 1]) await once(at);
  await assert.rejects(once(2), ConditionalCheckFailedException);
  const updated = await dynamodb.send(
    new UpdateItemCommand({
      TableName,
      Key: { customer: { S: "c" }, at: { N: "2" } },
      UpdateExpression: "ADD #sum :toll",
      ExpressionAttributeNames: { "#sum": "sum" },
      ExpressionAttributeValues: { ":toll": { N: "0.10" } },
      ReturnValues: "UPDATED_NEW",
    }),
  );
  assert.deepEqual(updated.Attributes, { sum: { N: "0.1" } });
  const read = await dynamodb.send(
    new GetItemCommand({ TableName, Key: { customer: { S: "c" }, at: { N: "10" } } }),
  );
  assert.deepEqual([...read.Item.bytes.B], [0, 255]);
  const found = await dynamodb.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: "customer = :c",
      ExpressionAttributeValues: { ":c": { S: "c" } },
    }),
  );
  assert.deepEqual(found.Items.map((item) => item.at.N), ["1", "2", "10"]);
});

test("a topic takes messages and an absent one refuses them", async () => {
  const Name = unique("js");
  const { TopicArn } = await sns.send(new CreateTopicCommand({ Name }));
  assert.equal(TopicArn, `arn:aws:sns:us-east-1:${ACCOUNT}:${Name}`);
  const { MessageId } = await sns.send(new PublishCommand({ TopicArn, Message: "<&> hei" }));
  assert.match(MessageId, /^[0-9a-f-]{36}$/);
  await sns.send(new DeleteTopicCommand({ TopicArn }));
  await assert.rejects(
    sns.send(new PublishCommand({ TopicArn, Message: "late" })),
    NotFoundException,
  );
});

test("a function answers, and fails with its error", async () => {
  const FunctionName = unique("js");
  await lambda.send(
    new CreateFunctionCommand({
      FunctionName,
      Runtime: "python3.12",
      Role: ROLE,
      Handler: "app.handler",
      Code: { ZipFile: zipOf("app.py", "def handler(e, c):\n    return 10 / e['by']\n") },
    }),
  );
  const invoke = async (event) => {
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName, Payload: JSON.stringify(event) }),
    );
    return [answer.FunctionError, JSON.parse(Buffer.from(answer.Payload).toString())];
  };
  assert.deepEqual(await invoke({ by: 4 }), [undefined, 2.5]);
  const [error, payload] = await invoke({ by: 0 });
  assert.equal(error, "Unhandled");
  assert.equal(payload.errorType, "ZeroDivisionError");
  await lambda.send(new DeleteFunctionCommand({ FunctionName }));
});
