//! Everything the company has in its cloud, created through the public APIs.
//! Does not: use anything an AWS client could not.

use std::io::Write;
use std::net::SocketAddr;

use anyhow::{Context, Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use levada_client::Client;
use serde_json::{Value, json};

use super::process::Plan;
use super::world::{Customer, THRESHOLDS_CSV};

pub const BUCKET: &str = "abc-tolls";
pub const DELIVERY_STREAM: &str = "toll-transactions";
pub const MONTHS: &str = "customer-months";
const CUSTOMERS: &str = "customers";
const ALERTS: &str = "station-alerts";
const ROLE: &str = "arn:aws:iam::000000000000:role/abc-tolls";

const TOTALS_SQL: &str = include_str!("../../../../../examples/abc-tolls/customer-totals.sql");
const WATCH_SQL: &str = include_str!("../../../../../examples/abc-tolls/station-watch.sql");
const TOTALS_PY: &str =
    include_str!("../../../../../examples/abc-tolls/functions/customer_totals.py");
const ALERTS_PY: &str =
    include_str!("../../../../../examples/abc-tolls/functions/station_alerts.py");

pub struct Cloud {
    client: Client,
}

fn arn(service: &str, resource: &str) -> String {
    format!("arn:aws:{service}:us-east-1:000000000000:{resource}")
}

impl Cloud {
    pub fn new(client: Client) -> Self {
        Self { client }
    }

    pub fn client(&self) -> &Client {
        &self.client
    }

    /// Creates it all; `inbox` receives the notifications.
    pub async fn create(
        &self,
        plan: &Plan,
        customers: &[Customer],
        inbox: SocketAddr,
    ) -> Result<()> {
        self.create_bucket().await.context("bucket")?;
        self.create_tables(customers).await.context("tables")?;
        for stream in ["customer-totals", "station-alerts"] {
            let body = json!({"StreamName": stream, "ShardCount": 2});
            self.kinesis("CreateStream", body).await.context("stream")?;
        }
        self.create_delivery_stream(plan).await.context("delivery stream")?;
        for (topic, path) in [("customers", "customers"), ("operators", "operators")] {
            self.create_topic(topic, &format!("http://{inbox}/{path}")).await.context("topic")?;
        }
        let totals = json!({
            "MONTHS_TABLE": MONTHS, "CUSTOMERS_TABLE": CUSTOMERS, "TOPIC_ARN": arn("sns", "customers"),
        });
        self.create_function("customer_totals", TOTALS_PY, totals, "customer-totals")
            .await
            .context("function customer_totals")?;
        let alerts = json!({"ALERTS_TABLE": ALERTS, "TOPIC_ARN": arn("sns", "operators")});
        self.create_function("station_alerts", ALERTS_PY, alerts, "station-alerts")
            .await
            .context("function station_alerts")?;
        self.create_application("customer-totals", TOTALS_SQL, "CUSTOMER_TOTALS", false)
            .await
            .context("application customer-totals")?;
        self.create_application("station-watch", WATCH_SQL, "STATION_ALERTS", true)
            .await
            .context("application station-watch")
    }

    pub async fn kinesis(&self, operation: &str, body: Value) -> Result<Value> {
        let target = format!("Kinesis_20131202.{operation}");
        Ok(self.client.json("kinesis", &target, "1.1", &body).await?)
    }

    pub async fn dynamodb(&self, operation: &str, body: Value) -> Result<Value> {
        let target = format!("DynamoDB_20120810.{operation}");
        Ok(self.client.json("dynamodb", &target, "1.0", &body).await?)
    }

    pub async fn analytics(&self, operation: &str, body: Value) -> Result<Value> {
        let target = format!("KinesisAnalytics_20150814.{operation}");
        Ok(self.client.json("kinesisanalytics", &target, "1.1", &body).await?)
    }

    async fn create_bucket(&self) -> Result<()> {
        let path = format!("/{BUCKET}");
        self.client.rest("s3", "PUT", &path, &[], Bytes::new()).await?;
        let path = format!("/{BUCKET}/reference/station-thresholds.csv");
        let content = Bytes::from_static(THRESHOLDS_CSV.as_bytes());
        self.client.rest("s3", "PUT", &path, &[], content).await?;
        Ok(())
    }

    async fn create_tables(&self, customers: &[Customer]) -> Result<()> {
        let tables = [
            (CUSTOMERS, "customer_id", None),
            (MONTHS, "customer_id", Some("month")),
            (ALERTS, "station_id", Some("slot_start")),
        ];
        for (name, hash, range) in tables {
            let keys: Vec<(&str, &str)> =
                [(hash, "HASH")].into_iter().chain(range.map(|r| (r, "RANGE"))).collect();
            let attribute =
                |(name, _): &(&str, &str)| json!({"AttributeName": name, "AttributeType": "S"});
            let key = |(name, kind): &(&str, &str)| json!({"AttributeName": name, "KeyType": kind});
            let body = json!({
                "TableName": name,
                "AttributeDefinitions": keys.iter().map(attribute).collect::<Vec<_>>(),
                "KeySchema": keys.iter().map(key).collect::<Vec<_>>(),
                "BillingMode": "PAY_PER_REQUEST",
            });
            self.dynamodb("CreateTable", body).await?;
        }
        for Customer { id, monthly_limit_cents: cents } in customers {
            let limit = format!("{}.{:02}", cents / 100, cents % 100);
            let item = json!({"customer_id": {"S": id}, "monthly_limit": {"N": limit}});
            self.dynamodb("PutItem", json!({"TableName": CUSTOMERS, "Item": item})).await?;
        }
        Ok(())
    }

    async fn create_delivery_stream(&self, plan: &Plan) -> Result<()> {
        let body = json!({
            "DeliveryStreamName": DELIVERY_STREAM,
            "DeliveryStreamType": "DirectPut",
            "RedshiftDestinationConfiguration": {
                "RoleARN": ROLE,
                "ClusterJDBCURL": format!("jdbc:redshift://127.0.0.1:{}/levada", plan.warehouse_port),
                "CopyCommand": {
                    "DataTableName": "tolls",
                    "DataTableColumns": "passed_at, transaction_id, customer_id, station_id, vehicle, toll",
                    "CopyOptions": "JSON 'auto' GZIP",
                },
                "Username": "levada",
                "Password": "levada-demo",
                "S3Configuration": {
                    "RoleARN": ROLE,
                    "BucketARN": format!("arn:aws:s3:::{BUCKET}"),
                    "Prefix": "archive/",
                    "BufferingHints": {"IntervalInSeconds": 900, "SizeInMBs": 5},
                    "CompressionFormat": "GZIP",
                },
            },
        });
        let target = "Firehose_20150804.CreateDeliveryStream";
        self.client.json("firehose", target, "1.1", &body).await?;
        for _ in 0..100 {
            let target = "Firehose_20150804.DescribeDeliveryStream";
            let body = json!({"DeliveryStreamName": DELIVERY_STREAM});
            let answer = self.client.json("firehose", target, "1.1", &body).await?;
            if answer["DeliveryStreamDescription"]["DeliveryStreamStatus"] == "ACTIVE" {
                return Ok(());
            }
            tokio::time::sleep(super::LOOK_AGAIN).await;
        }
        bail!("the delivery stream does not become active")
    }

    async fn create_topic(&self, name: &str, endpoint: &str) -> Result<()> {
        let version = ("Version", "2010-03-31");
        let create = [("Action", "CreateTopic"), version, ("Name", name)];
        self.client.query("sns", &create).await?;
        let topic = arn("sns", name);
        let subscribe = [
            ("Action", "Subscribe"),
            version,
            ("TopicArn", &topic),
            ("Protocol", "http"),
            ("Endpoint", endpoint),
        ];
        self.client.query("sns", &subscribe).await?;
        Ok(())
    }

    /// Creates the function, calls it so that a process per shard is warm, and maps the stream
    /// to it.
    async fn create_function(
        &self,
        name: &str,
        code: &str,
        variables: Value,
        stream: &str,
    ) -> Result<()> {
        let body = json!({
            "FunctionName": name,
            "Runtime": "python3.11",
            "Role": ROLE,
            "Handler": format!("{name}.handler"),
            "Code": {"ZipFile": STANDARD.encode(zip_of(&format!("{name}.py"), code)?)},
            "Timeout": 60,
            "Environment": {"Variables": variables},
        });
        self.client.rest_json("lambda", "POST", "/2015-03-31/functions", &body).await?;
        tokio::try_join!(self.call_once(name), self.call_once(name))?;
        let body = json!({
            "EventSourceArn": arn("kinesis", &format!("stream/{stream}")),
            "FunctionName": name,
            "StartingPosition": "TRIM_HORIZON",
            "BatchSize": 100,
        });
        let path = "/2015-03-31/event-source-mappings";
        self.client.rest_json("lambda", "POST", path, &body).await?;
        Ok(())
    }

    async fn call_once(&self, function: &str) -> Result<()> {
        let path = format!("/2015-03-31/functions/{function}/invocations");
        let empty = Bytes::from_static(br#"{"Records":[]}"#);
        let answer = self.client.rest("lambda", "POST", &path, &[], empty).await?;
        if &answer[..] != b"null" {
            bail!("the first call answered {}", String::from_utf8_lossy(&answer));
        }
        Ok(())
    }

    async fn create_application(
        &self,
        name: &str,
        code: &str,
        output: &str,
        with_reference: bool,
    ) -> Result<()> {
        let column = |name: &str, sql_type: &str| json!({"Name": name, "Mapping": format!("$.{name}"), "SqlType": sql_type});
        let body = json!({
            "ApplicationName": name,
            "ApplicationCode": code,
            "Inputs": [{
                "NamePrefix": "SOURCE_SQL_STREAM",
                "KinesisFirehoseInput": {
                    "ResourceARN": arn("firehose", &format!("deliverystream/{DELIVERY_STREAM}")),
                    "RoleARN": ROLE,
                },
                "InputSchema": {
                    "RecordFormat": {
                        "RecordFormatType": "JSON",
                        "MappingParameters": {"JSONMappingParameters": {"RecordRowPath": "$"}},
                    },
                    "RecordColumns": [
                        column("passed_at", "TIMESTAMP"),
                        column("transaction_id", "VARCHAR(16)"),
                        column("customer_id", "VARCHAR(16)"),
                        column("station_id", "VARCHAR(8)"),
                        column("vehicle", "VARCHAR(8)"),
                        column("toll", "DECIMAL(8,2)"),
                    ],
                },
            }],
            "Outputs": [{
                "Name": output,
                "KinesisStreamsOutput": {
                    "ResourceARN": arn("kinesis", &format!("stream/{name}")
                        .replace("station-watch", "station-alerts")),
                    "RoleARN": ROLE,
                },
                "DestinationSchema": {"RecordFormatType": "JSON"},
            }],
        });
        self.analytics("CreateApplication", body).await?;
        if with_reference {
            self.add_reference(name).await?;
        }
        let described =
            self.analytics("DescribeApplication", json!({"ApplicationName": name})).await?;
        let input = described["ApplicationDetail"]["InputDescriptions"][0]["InputId"].clone();
        let position = json!({"InputStartingPosition": "TRIM_HORIZON"});
        let start = json!({
            "ApplicationName": name,
            "InputConfigurations": [{"Id": input, "InputStartingPositionConfiguration": position}],
        });
        self.analytics("StartApplication", start).await?;
        Ok(())
    }

    async fn add_reference(&self, application: &str) -> Result<()> {
        let column = |name: &str, sql_type: &str| json!({"Name": name, "SqlType": sql_type});
        let csv = json!({"RecordRowDelimiter": "\n", "RecordColumnDelimiter": ","});
        let body = json!({
            "ApplicationName": application,
            "CurrentApplicationVersionId": 1,
            "ReferenceDataSource": {
                "TableName": "STATION_THRESHOLDS",
                "S3ReferenceDataSource": {
                    "BucketARN": format!("arn:aws:s3:::{BUCKET}"),
                    "FileKey": "reference/station-thresholds.csv",
                    "ReferenceRoleARN": ROLE,
                },
                "ReferenceSchema": {
                    "RecordFormat": {
                        "RecordFormatType": "CSV",
                        "MappingParameters": {"CSVMappingParameters": csv},
                    },
                    "RecordColumns": [
                        column("station_id", "VARCHAR(16)"),
                        column("slot_of_week", "INTEGER"),
                        column("expected_min", "INTEGER"),
                    ],
                },
            },
        });
        self.analytics("AddApplicationReferenceDataSource", body).await?;
        Ok(())
    }
}

fn zip_of(name: &str, content: &str) -> Result<Vec<u8>> {
    let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    zip.start_file(name, zip::write::SimpleFileOptions::default())?;
    zip.write_all(content.as_bytes())?;
    Ok(zip.finish()?.into_inner())
}
