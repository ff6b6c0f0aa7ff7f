// CloudWatch metrics through the SDK for JavaScript v3.

import assert from "node:assert/strict";
import { after, test } from "node:test";
import {
  CloudWatchClient,
  GetMetricDataCommand,
  ListMetricsCommand,
  PutMetricDataCommand,
} from "@aws-sdk/client-cloudwatch";
import { options, unique } from "./harness.js";

const metrics = new CloudWatchClient(options);

after(() => metrics.destroy());

test("metrics are published, listed and read", async () => {
  const Namespace = unique("js");
  const at = new Date(Math.floor(Date.now() / 60_000) * 60_000);
  const MetricData = Array.from({ length: 500 }, (_, n) => ({
    MetricName: "records",
    Timestamp: at,
    Dimensions: [{ Name: "Worker", Value: "a" }],
    Value: n,
  }));
  await metrics.send(new PutMetricDataCommand({ Namespace, MetricData }));
  const { Metrics } = await metrics.send(new ListMetricsCommand({ Namespace }));
  assert.equal(Metrics.length, 1);
  const { MetricDataResults } = await metrics.send(
    new GetMetricDataCommand({
      StartTime: at,
      EndTime: new Date(at.getTime() + 60_000),
      MetricDataQueries: [
        { Id: "sum", MetricStat: { Metric: Metrics[0], Period: 60, Stat: "Sum" } },
      ],
    }),
  );
  assert.deepEqual(MetricDataResults[0].Values, [(500 * 499) / 2]);
  assert.equal(MetricDataResults[0].Timestamps[0].getTime(), at.getTime());
  const reserved = new PutMetricDataCommand({ Namespace: "AWS/Kinesis", MetricData });
  await assert.rejects(metrics.send(reserved), (error) => {
    assert.match(error.name, /InvalidParameterValue/);
    return true;
  });
});
