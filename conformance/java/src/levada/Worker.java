package levada;

import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.cloudwatch.CloudWatchAsyncClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.kinesis.KinesisAsyncClient;
import software.amazon.kinesis.common.ConfigsBuilder;
import software.amazon.kinesis.common.InitialPositionInStream;
import software.amazon.kinesis.common.InitialPositionInStreamExtended;
import software.amazon.kinesis.common.KinesisClientUtil;
import software.amazon.kinesis.coordinator.CoordinatorConfig.ClientVersionConfig;
import software.amazon.kinesis.coordinator.Scheduler;
import software.amazon.kinesis.metrics.MetricsLevel;
import software.amazon.kinesis.processor.SingleStreamTracker;
import software.amazon.kinesis.retrieval.RetrievalConfig;
import software.amazon.kinesis.retrieval.fanout.FanOutConfig;
import software.amazon.kinesis.retrieval.polling.PollingConfig;

/**
 * One worker of a KCL application, as the Kinesis developer guide writes one.
 *
 * <p>Arguments: settings file, stream, application, mode (POLLING, FANOUT, or POLLING-2X, in which
 * workers find and steal leases as those of KCL 2 do), worker, journal file. Endpoint and credentials come from the environment.
 *
 * <p>Does not: end by itself.
 */
public final class Worker {
    private final Properties settings = new Properties();

    private long millis(String name) {
        return Long.parseLong(settings.getProperty(name));
    }

    public static void main(String[] arguments) throws Exception {
        Worker worker = new Worker();
        try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
            worker.settings.load(file);
        }
        Journal journal = new Journal(Path.of(arguments[5]));
        worker.scheduler(arguments[1], arguments[2], arguments[3], arguments[4], journal).run();
    }

    private Scheduler scheduler(
            String stream, String application, String mode, String name, Journal journal) {
        URI endpoint = URI.create(System.getenv("AWS_ENDPOINT_URL"));
        Region region = Region.of(System.getenv("AWS_REGION"));
        KinesisAsyncClient kinesis =
                KinesisClientUtil.createKinesisAsyncClient(
                        KinesisAsyncClient.builder().endpointOverride(endpoint).region(region));
        ConfigsBuilder configs =
                new ConfigsBuilder(
                        new SingleStreamTracker(
                                stream,
                                InitialPositionInStreamExtended.newInitialPosition(
                                        InitialPositionInStream.TRIM_HORIZON)),
                        application,
                        kinesis,
                        DynamoDbAsyncClient.builder()
                                .endpointOverride(endpoint)
                                .region(region)
                                .build(),
                        CloudWatchAsyncClient.builder()
                                .endpointOverride(endpoint)
                                .region(region)
                                .build(),
                        name,
                        () -> new Processor(journal));
        var leases =
                configs.leaseManagementConfig()
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .failoverTimeMillis(millis("failoverTimeMillis"))
                        .leaseAssignmentIntervalMillis(millis("leaseAssignmentIntervalMillis"))
                        .shardSyncIntervalMillis(millis("shardSyncIntervalMillis"))
                        .leasesRecoveryAuditorExecutionFrequencyMillis(
                                millis("leasesRecoveryAuditorExecutionFrequencyMillis"))
                        // Finished leases stay, so that the test can read them.
                        .cleanupLeasesUponShardCompletion(false);
        leases.workerUtilizationAwareAssignmentConfig()
                .workerMetricsReporterFreqInMillis(millis("workerMetricsReporterFreqInMillis"));
        var coordinator =
                configs.coordinatorConfig()
                        .parentShardPollIntervalMillis(millis("parentShardPollIntervalMillis"))
                        .shardConsumerDispatchPollIntervalMillis(
                                millis("shardConsumerDispatchPollIntervalMillis"));
        if (mode.equals("POLLING-2X")) {
            coordinator.clientVersionConfig(
                    ClientVersionConfig.CLIENT_VERSION_CONFIG_COMPATIBLE_WITH_2X);
        }
        var metrics =
                configs.metricsConfig()
                        .metricsLevel(MetricsLevel.SUMMARY)
                        .metricsBufferTimeMillis(millis("metricsBufferTimeMillis"));
        return new Scheduler(
                configs.checkpointConfig(),
                coordinator,
                leases,
                configs.lifecycleConfig().taskBackoffTimeMillis(millis("taskBackoffTimeMillis")),
                metrics,
                configs.processorConfig(),
                retrieval(configs.retrievalConfig(), kinesis, stream, application, mode));
    }

    private RetrievalConfig retrieval(
            RetrievalConfig config,
            KinesisAsyncClient kinesis,
            String stream,
            String application,
            String mode) {
        if (mode.equals("FANOUT")) {
            return config.retrievalSpecificConfig(
                    new FanOutConfig(kinesis).streamName(stream).applicationName(application));
        }
        return config.retrievalSpecificConfig(
                new PollingConfig(stream, kinesis)
                        .idleTimeBetweenReadsInMillis(millis("idleTimeBetweenReadsInMillis")));
    }
}
