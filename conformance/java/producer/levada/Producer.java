package levada;

import com.google.common.util.concurrent.ListenableFuture;
import java.math.BigInteger;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.HashKeyRange;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.Shard;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;
import software.amazon.kinesis.producer.KinesisProducer;
import software.amazon.kinesis.producer.KinesisProducerConfiguration;
import software.amazon.kinesis.producer.UserRecordResult;
import software.amazon.kinesis.retrieval.AggregatorUtil;
import software.amazon.kinesis.retrieval.KinesisClientRecord;

/**
 * The KPL with its native producer, over TLS with a certificate that nobody signed. What it wrote
 * is read back and taken apart by KCL's own code, and must be what was given to it.
 *
 * <p>Arguments: stream, and the folder for the native producer. The endpoint's port takes TLS and
 * plain HTTP.
 */
public final class Producer {
    private static final int RECORDS = 3000;
    private static final int KEYS = 50;
    private static final URI ENDPOINT = URI.create(System.getenv("AWS_ENDPOINT_URL"));

    private Producer() {}

    public static void main(String[] arguments) throws Exception {
        String stream = arguments[0];
        TreeMap<String, String> shardByText = put(stream, arguments[1]);
        check(shardByText.size() == RECORDS, "every record was acknowledged");
        int stored = 0;
        TreeMap<String, String> found = new TreeMap<>();
        try (KinesisClient kinesis =
                KinesisClient.builder()
                        .endpointOverride(ENDPOINT)
                        .httpClient(ApacheHttpClient.create())
                        .build()) {
            for (Shard shard : kinesis.listShards(r -> r.streamName(stream)).shards()) {
                List<Record> records = read(kinesis, stream, shard);
                stored += records.size();
                for (KinesisClientRecord record : takeApart(records, shard.hashKeyRange())) {
                    String text = StandardCharsets.UTF_8.decode(record.data()).toString();
                    String before = found.put(text, shard.shardId());
                    check(before == null, "a record is stored twice: " + text);
                }
            }
        }
        check(found.equals(shardByText), "every record is in the shard that was told, once");
        check(stored < RECORDS / 4, stored + " stored records hold " + RECORDS + " of the user's");
        System.out.println("ok");
        System.exit(0);
    }

    private static void check(boolean holds, String claim) {
        if (!holds) {
            throw new AssertionError("not so: " + claim);
        }
    }

    /** Texts with the shards that the producer was told. */
    private static TreeMap<String, String> put(String stream, String folder) throws Exception {
        KinesisProducerConfiguration configuration =
                new KinesisProducerConfiguration()
                        .setRegion(System.getenv("AWS_REGION"))
                        .setKinesisEndpoint(ENDPOINT.getHost())
                        .setKinesisPort(ENDPOINT.getPort())
                        .setCloudwatchEndpoint(ENDPOINT.getHost())
                        .setCloudwatchPort(ENDPOINT.getPort())
                        // It asks STS for its account, and makes the stream's ARN with it.
                        .setStsEndpoint(ENDPOINT.getHost())
                        .setStsPort(ENDPOINT.getPort())
                        .setVerifyCertificate(false)
                        .setMetricsUploadDelay(1000)
                        .setRecordTtl(60_000)
                        .setTempDirectory(folder);
        KinesisProducer producer = new KinesisProducer(configuration);
        List<ListenableFuture<UserRecordResult>> answers = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int number = 0; number < RECORDS; number++) {
            // Sizes differ, so that some records are aggregated and some are too large for it.
            String text = number + ":" + "ä".repeat(number % 100 == 0 ? 30_000 : number % 200);
            ByteBuffer data = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            answers.add(producer.addUserRecord(stream, "key-" + number % KEYS, data));
            texts.add(text);
        }
        TreeMap<String, String> shardByText = new TreeMap<>();
        for (int number = 0; number < RECORDS; number++) {
            UserRecordResult result = answers.get(number).get(90, TimeUnit.SECONDS);
            check(result.isSuccessful(), "record " + number + " is acknowledged");
            shardByText.put(texts.get(number), result.getShardId());
        }
        // Its metrics are sent every second; the test asks for them.
        TimeUnit.SECONDS.sleep(3);
        producer.destroy();
        return shardByText;
    }

    private static List<Record> read(KinesisClient kinesis, String stream, Shard shard) {
        List<Record> records = new ArrayList<>();
        String iterator =
                kinesis.getShardIterator(
                                request ->
                                        request.streamName(stream)
                                                .shardId(shard.shardId())
                                                .shardIteratorType(ShardIteratorType.TRIM_HORIZON))
                        .shardIterator();
        while (true) {
            String from = iterator;
            var answer = kinesis.getRecords(request -> request.shardIterator(from));
            records.addAll(answer.records());
            if (answer.millisBehindLatest() == 0) {
                return records;
            }
            iterator = answer.nextShardIterator();
        }
    }

    private static List<KinesisClientRecord> takeApart(List<Record> records, HashKeyRange range) {
        return new AggregatorUtil()
                .deaggregate(
                        Arrays.asList(
                                records.stream()
                                        .map(KinesisClientRecord::fromRecord)
                                        .toArray(KinesisClientRecord[]::new)),
                        new BigInteger(range.startingHashKey()),
                        new BigInteger(range.endingHashKey()));
    }
}
