package levada;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;
import software.amazon.awssdk.services.cloudwatch.model.Statistic;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.ConsumerStatus;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.awssdk.services.kinesis.model.StreamStatus;
import software.amazon.awssdk.services.kinesis.model.SubscribeToShardResponseHandler;

/**
 * The Java SDK v2 against one server: Kinesis in CBOR over HTTP/1.1 and HTTP/2, a push consumer,
 * tables, and metrics in a compressed request. Ends with a status other than 0 when something is
 * not as it should be.
 *
 * <p>Arguments: a name that no other test uses.
 */
public final class Sdk {
    private static final URI ENDPOINT = URI.create(System.getenv("AWS_ENDPOINT_URL"));

    private final String name;

    private Sdk(String name) {
        this.name = name;
    }

    public static void main(String[] arguments) throws Exception {
        Sdk sdk = new Sdk(arguments[0]);
        sdk.recordsReadBackOverHttp1();
        sdk.recordsAreReadAndPushedOverHttp2();
        sdk.itemsAreWrittenTogether();
        sdk.metricsArriveCompressed();
        // Idle connection pools must not keep the process.
        System.exit(0);
    }

    private static void check(boolean holds, String claim) {
        if (!holds) {
            throw new AssertionError(claim);
        }
        System.out.println("ok " + claim);
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(n -> "record ä " + n).toList();
    }

    private static List<PutRecordsRequestEntry> entries(List<String> texts) {
        return texts.stream()
                .map(
                        text ->
                                PutRecordsRequestEntry.builder()
                                        .data(SdkBytes.fromUtf8String(text))
                                        .partitionKey("key")
                                        .build())
                .toList();
    }

    private static List<String> read(List<Record> records) {
        return records.stream().map(record -> record.data().asUtf8String()).toList();
    }

    private void recordsReadBackOverHttp1() {
        try (KinesisClient kinesis =
                KinesisClient.builder()
                        .endpointOverride(ENDPOINT)
                        .httpClient(ApacheHttpClient.create())
                        .build()) {
            kinesis.createStream(request -> request.streamName(name).shardCount(1));
            kinesis.waiter().waitUntilStreamExists(request -> request.streamName(name));
            var summary = kinesis.describeStreamSummary(request -> request.streamName(name));
            var described = summary.streamDescriptionSummary();
            check(described.streamStatus() == StreamStatus.ACTIVE, "a stream is active");
            var age = Duration.between(described.streamCreationTimestamp(), Instant.now());
            check(age.abs().toMinutes() < 5, "times in CBOR are times");
            var put = kinesis.putRecords(r -> r.streamName(name).records(entries(texts(10))));
            check(put.failedRecordCount() == 0, "records are put over HTTP/1.1");
            String shard = put.records().get(0).shardId();
            var iterator =
                    kinesis.getShardIterator(
                            request ->
                                    request.streamName(name)
                                            .shardId(shard)
                                            .shardIteratorType(ShardIteratorType.TRIM_HORIZON));
            var got = kinesis.getRecords(r -> r.shardIterator(iterator.shardIterator()));
            check(read(got.records()).equals(texts(10)), "records read back over HTTP/1.1");
            try {
                kinesis.describeStreamSummary(request -> request.streamName(name + "-none"));
                check(false, "an absent stream is refused");
            } catch (ResourceNotFoundException expected) {
                check(expected.statusCode() == 400, "an absent stream is refused");
            }
        }
    }

    private void recordsAreReadAndPushedOverHttp2() throws Exception {
        KinesisAsyncClient kinesis =
                KinesisAsyncClient.builder().endpointOverride(ENDPOINT).build();
        var shards = kinesis.listShards(request -> request.streamName(name)).join().shards();
        check(shards.size() == 1, "shards are listed over HTTP/2");
        String arn =
                kinesis.describeStreamSummary(request -> request.streamName(name))
                        .join()
                        .streamDescriptionSummary()
                        .streamARN();
        String consumer =
                kinesis.registerStreamConsumer(r -> r.streamARN(arn).consumerName("java"))
                        .join()
                        .consumer()
                        .consumerARN();
        while (kinesis.describeStreamConsumer(request -> request.consumerARN(consumer))
                        .join()
                        .consumerDescription()
                        .consumerStatus()
                != ConsumerStatus.ACTIVE) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        List<String> pushed = Collections.synchronizedList(new ArrayList<>());
        CompletableFuture<Void> all = new CompletableFuture<>();
        var handler =
                SubscribeToShardResponseHandler.builder()
                        .onError(all::completeExceptionally)
                        .subscriber(
                                SubscribeToShardResponseHandler.Visitor.builder()
                                        .onSubscribeToShardEvent(
                                                event -> {
                                                    pushed.addAll(read(event.records()));
                                                    if (pushed.size() >= 30) {
                                                        all.complete(null);
                                                    }
                                                })
                                        .build())
                        .build();
        kinesis.subscribeToShard(
                request ->
                        request.consumerARN(consumer)
                                .shardId(shards.get(0).shardId())
                                .startingPosition(p -> p.type(ShardIteratorType.TRIM_HORIZON)),
                handler);
        var put =
                kinesis.putRecords(r -> r.streamName(name).records(entries(texts(20)))).join();
        check(put.failedRecordCount() == 0, "records are put over HTTP/2");
        all.get(30, TimeUnit.SECONDS);
        List<String> expected = new ArrayList<>(texts(10));
        expected.addAll(texts(20));
        check(pushed.equals(expected), "records of before and after are pushed in order");
    }

    private void itemsAreWrittenTogether() {
        try (DynamoDbClient tables =
                DynamoDbClient.builder()
                        .endpointOverride(ENDPOINT)
                        .httpClient(ApacheHttpClient.create())
                        .build()) {
            tables.createTable(
                    request ->
                            request.tableName(name)
                                    .billingMode(BillingMode.PAY_PER_REQUEST)
                                    .keySchema(k -> k.attributeName("id").keyType(KeyType.HASH))
                                    .attributeDefinitions(
                                            a ->
                                                    a.attributeName("id")
                                                            .attributeType(ScalarAttributeType.S)));
            tables.waiter().waitUntilTableExists(request -> request.tableName(name));
            var item = Map.of("id", AttributeValue.fromS("a"), "n", AttributeValue.fromN("1.50"));
            tables.putItem(request -> request.tableName(name).item(item));
            var key = Map.of("id", AttributeValue.fromS("a"));
            var got = tables.getItem(request -> request.tableName(name).key(key)).item();
            // The SDK compares the answer with its x-amz-crc32 before it hands it over.
            check(got.get("n").n().equals("1.5"), "an item reads back");
            var put =
                    TransactWriteItem.builder()
                            .put(
                                    p ->
                                            p.tableName(name)
                                                    .item(item)
                                                    .conditionExpression("attribute_not_exists(id)"))
                            .build();
            String code = "none";
            try {
                tables.transactWriteItems(request -> request.transactItems(put));
            } catch (TransactionCanceledException cancelled) {
                code = cancelled.cancellationReasons().get(0).code();
            }
            check(code.equals("ConditionalCheckFailed"), "a transaction is cancelled for a reason");
        }
    }

    private void metricsArriveCompressed() {
        try (CloudWatchClient metrics =
                CloudWatchClient.builder()
                        .endpointOverride(ENDPOINT)
                        .httpClient(ApacheHttpClient.create())
                        .build()) {
            Instant minute = Instant.now().truncatedTo(ChronoUnit.MINUTES);
            List<MetricDatum> data =
                    IntStream.range(0, 900)
                            .mapToObj(
                                    n ->
                                            MetricDatum.builder()
                                                    .metricName("Records")
                                                    .dimensions(
                                                            Dimension.builder()
                                                                    .name("Test")
                                                                    .value(name)
                                                                    .build())
                                                    .timestamp(minute)
                                                    .value((double) n)
                                                    .build())
                            .toList();
            byte[] size = data.toString().getBytes(StandardCharsets.UTF_8);
            check(size.length > 10_240, "the request is large enough to be compressed");
            metrics.putMetricData(request -> request.namespace("java").metricData(data));
            var statistics =
                    metrics.getMetricStatistics(
                            request ->
                                    request.namespace("java")
                                            .metricName("Records")
                                            .dimensions(d -> d.name("Test").value(name))
                                            .startTime(minute)
                                            .endTime(minute.plusSeconds(60))
                                            .period(60)
                                            .statistics(Statistic.SUM, Statistic.SAMPLE_COUNT));
            var point = statistics.datapoints().get(0);
            check(point.sampleCount() == 900.0, "900 data of one request are counted");
            check(point.sum() == 900.0 * 899.0 / 2.0, "and added up");
        }
    }
}
