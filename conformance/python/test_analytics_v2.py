"""Kinesis Analytics v2 over the same applications as v1."""

import pytest
from botocore.exceptions import ClientError

from harness import ROLE, client_of, create_stream, unique, wait_until
from test_analytics import FILTER, SCHEMA, code_of, stream_arn


@pytest.fixture
def v2(endpoint):
    return client_of("kinesisanalyticsv2", endpoint)


@pytest.fixture
def application(v2, kinesis):
    name, source = unique("v2"), create_stream(kinesis, unique("source"))
    target = create_stream(kinesis, unique("target"))
    v2.create_application(
        ApplicationName=name,
        RuntimeEnvironment="SQL-1_0",
        ServiceExecutionRole=ROLE,
        ApplicationConfiguration={
            "ApplicationCodeConfiguration": {
                "CodeContent": {"TextContent": FILTER},
                "CodeContentType": "PLAINTEXT",
            },
            "SqlApplicationConfiguration": {
                "Inputs": [
                    {
                        "NamePrefix": "SOURCE_SQL_STREAM",
                        "KinesisStreamsInput": {"ResourceARN": stream_arn(source)},
                        "InputSchema": SCHEMA,
                    }
                ],
                "Outputs": [
                    {
                        "Name": "DEAR",
                        "KinesisStreamsOutput": {"ResourceARN": stream_arn(target)},
                        "DestinationSchema": {"RecordFormatType": "JSON"},
                    }
                ],
            },
        },
        Tags=[{"Key": "team", "Value": "tolls"}],
    )
    yield name
    detail = v2.describe_application(ApplicationName=name)["ApplicationDetail"]
    v2.delete_application(ApplicationName=name, CreateTimestamp=detail["CreateTimestamp"])


def status(v2, name, wanted):
    def is_there():
        detail = v2.describe_application(ApplicationName=name)["ApplicationDetail"]
        return detail["ApplicationStatus"] == wanted

    wait_until(is_there, f"{name} is {wanted}")


def test_an_application_is_made_run_and_seen_by_both_apis(v2, analytics, application):
    start = {"InputStartingPosition": "NOW"}
    v2.start_application(
        ApplicationName=application,
        RunConfiguration={
            "SqlRunConfigurations": [
                {"InputId": "1.1", "InputStartingPositionConfiguration": start}
            ]
        },
    )
    status(v2, application, "RUNNING")
    seen = analytics.describe_application(ApplicationName=application)["ApplicationDetail"]
    assert (seen["ApplicationStatus"], seen["ApplicationCode"]) == ("RUNNING", FILTER)
    v2.stop_application(ApplicationName=application)
    status(v2, application, "READY")
    tokens, names = {}, []
    while True:
        page = v2.list_applications(Limit=5, **tokens)
        names += [one["ApplicationName"] for one in page["ApplicationSummaries"]]
        if "NextToken" not in page:
            break
        tokens = {"NextToken": page["NextToken"]}
    assert application in names


def test_versions_are_listed_described_and_rolled_back_to(v2, application):
    update = {
        "ApplicationCodeConfigurationUpdate": {
            "CodeContentUpdate": {"TextContentUpdate": FILTER.replace("> 5", "> 6")}
        }
    }
    answer = v2.update_application(
        ApplicationName=application,
        CurrentApplicationVersionId=1,
        ApplicationConfigurationUpdate=update,
    )
    assert answer["ApplicationDetail"]["ApplicationVersionId"] == 2
    with pytest.raises(ClientError) as failure:
        v2.update_application(
            ApplicationName=application,
            CurrentApplicationVersionId=1,
            ApplicationConfigurationUpdate=update,
        )
    assert code_of(failure) == "ConcurrentModificationException"
    first = v2.describe_application_version(ApplicationName=application, ApplicationVersionId=1)
    configuration = first["ApplicationVersionDetail"]["ApplicationConfigurationDescription"]
    code = configuration["ApplicationCodeConfigurationDescription"]["CodeContentDescription"]
    assert code["TextContent"] == FILTER
    v2.rollback_application(ApplicationName=application, CurrentApplicationVersionId=2)
    listed = v2.list_application_versions(ApplicationName=application)
    ids = [one["ApplicationVersionId"] for one in listed["ApplicationVersionSummaries"]]
    assert ids == [1, 2, 3]


def test_parts_are_added_and_deleted(v2, application):
    answer = v2.add_application_cloud_watch_logging_option(
        ApplicationName=application,
        CurrentApplicationVersionId=1,
        CloudWatchLoggingOption={
            "LogStreamARN": "arn:aws:logs:us-east-1:000000000000:log-group:g:log-stream:s"
        },
    )
    (option,) = answer["CloudWatchLoggingOptionDescriptions"]
    v2.delete_application_cloud_watch_logging_option(
        ApplicationName=application,
        CurrentApplicationVersionId=2,
        CloudWatchLoggingOptionId=option["CloudWatchLoggingOptionId"],
    )
    answer = v2.delete_application_output(
        ApplicationName=application, CurrentApplicationVersionId=3, OutputId="2.1"
    )
    assert answer["ApplicationVersionId"] == 4


def test_tags_are_kept(v2, application):
    detail = v2.describe_application(ApplicationName=application)["ApplicationDetail"]
    arn = detail["ApplicationARN"]
    v2.tag_resource(ResourceARN=arn, Tags=[{"Key": "stage", "Value": "test"}])
    v2.untag_resource(ResourceARN=arn, TagKeys=["team"])
    assert v2.list_tags_for_resource(ResourceARN=arn)["Tags"] == [{"Key": "stage", "Value": "test"}]


@pytest.mark.parametrize(
    ("operation", "arguments"),
    [
        ("create_application_snapshot", {"SnapshotName": "s"}),
        ("list_application_snapshots", {}),
        ("list_application_operations", {}),
        ("describe_application_operation", {"OperationId": "o"}),
    ],
)
def test_what_only_flink_has_is_refused(v2, application, operation, arguments):
    with pytest.raises(ClientError) as failure:
        getattr(v2, operation)(ApplicationName=application, **arguments)
    assert code_of(failure) == "UnsupportedOperationException"


def test_other_runtimes_and_wrong_code_are_refused(v2):
    with pytest.raises(ClientError) as failure:
        v2.create_application(
            ApplicationName=unique("flink"),
            RuntimeEnvironment="FLINK-1_20",
            ServiceExecutionRole=ROLE,
        )
    assert code_of(failure) == "UnsupportedOperationException"
    with pytest.raises(ClientError) as failure:
        v2.create_application(
            ApplicationName=unique("wrong"),
            RuntimeEnvironment="SQL-1_0",
            ServiceExecutionRole=ROLE,
            ApplicationConfiguration={
                "ApplicationCodeConfiguration": {
                    "CodeContent": {"TextContent": "SELECT STREAM\n  FROM x"},
                    "CodeContentType": "PLAINTEXT",
                }
            },
        )
    assert code_of(failure) == "CodeValidationException"
    assert "line 2" in failure.value.response["Error"]["Message"]
