// A delivery stream to objects through the SDK's Firehose and S3 clients.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  CreateDeliveryStreamCommand,
  DeleteDeliveryStreamCommand,
  DescribeDeliveryStreamCommand,
  FirehoseClient,
  PutRecordBatchCommand,
} from "@aws-sdk/client-firehose";
import {
  CreateBucketCommand,
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import { ROLE, options, unique, waitUntil } from "./harness.js";

const firehose = new FirehoseClient(options);
const s3 = new S3Client({ ...options, forcePathStyle: true });

after(() => {
  firehose.destroy();
  s3.destroy();
});

test("a batch becomes one object after the interval", async () => {
  const Bucket = unique("js");
  const DeliveryStreamName = unique("js");
  await s3.send(new CreateBucketCommand({ Bucket }));
  await firehose.send(
    new CreateDeliveryStreamCommand({
      DeliveryStreamName,
      ExtendedS3DestinationConfiguration: {
        RoleARN: ROLE,
        BucketARN: `arn:aws:s3:::${Bucket}`,
        BufferingHints: { IntervalInSeconds: 1, SizeInMBs: 1 },
      },
    }),
  );
  await waitUntil(async () => {
    const answer = await firehose.send(new DescribeDeliveryStreamCommand({ DeliveryStreamName }));
    return answer.DeliveryStreamDescription.DeliveryStreamStatus === "ACTIVE";
  }, "the delivery stream is active");
  const lines = Array.from({ length: 100 }, (_, n) => `{"n":${n}}\n`);
  const put = await firehose.send(
    new PutRecordBatchCommand({
      DeliveryStreamName,
      Records: lines.map((line) => ({ Data: Buffer.from(line) })),
    }),
  );
  assert.equal(put.FailedPutCount, 0);
  const found = await waitUntil(async () => {
    const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
    return Contents?.length > 0 && Contents;
  }, "an object is listed");
  const object = await s3.send(new GetObjectCommand({ Bucket, Key: found[0].Key }));
  assert.equal(await object.Body.transformToString(), lines.join(""));
  await firehose.send(new DeleteDeliveryStreamCommand({ DeliveryStreamName }));
});

test("an object with an unusual key is kept, found and deleted", async () => {
  const Bucket = unique("js");
  const Key = "a b/ä+(1)=&~.txt";
  await s3.send(new CreateBucketCommand({ Bucket }));
  await s3.send(new PutObjectCommand({ Bucket, Key, Body: "body" }));
  const head = await s3.send(new HeadObjectCommand({ Bucket, Key }));
  assert.equal(head.ContentLength, 4);
  const part = await s3.send(new GetObjectCommand({ Bucket, Key, Range: "bytes=1-2" }));
  assert.equal(await part.Body.transformToString(), "od");
  const { Contents } = await s3.send(new ListObjectsV2Command({ Bucket }));
  assert.deepEqual(Contents.map((object) => object.Key), [Key]);
  await s3.send(new DeleteObjectCommand({ Bucket, Key }));
  await assert.rejects(s3.send(new GetObjectCommand({ Bucket, Key })), { name: "NoSuchKey" });
});
