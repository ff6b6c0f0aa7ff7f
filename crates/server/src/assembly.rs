//! The only place where concrete types meet: every service gets its neighbours here.
//! Does not: decide anything a service should decide.

use std::fmt::Display;
use std::net::SocketAddr;
use std::sync::Arc;

use http_body_util::BodyExt;
use levada_analytics::{Analytics, Seams};
use levada_blob::{BlobStore, LocalBlobStore};
use levada_env::Env;
use levada_env::disk::RealDisk;
use levada_firehose::Firehose;
use levada_functions::{Functions, Options as FunctionOptions};
use levada_iam::{AccessKey, StaticKeys};
use levada_log::{DiskLog, PayloadSeal, RecordLog};
use levada_meta::{MetaStore, SqliteStore};
use levada_monitoring::Monitoring;
use levada_streams::{KeyRing, Options as StreamOptions, Streams};
use levada_tables::Tables;
use levada_topics::{Options as TopicOptions, SmtpConfig, Topics};
use levada_types::{FunctionInvoker, Identity, RecordSink, RecordSource};
use levada_warehouse::{Login, Options as WarehouseOptions, Warehouse};
use levada_wire::http::{Router, raw_handler};

use crate::data_dir::DataDir;
use crate::flow_router::FlowRouter;
use crate::server::ServerError;
use crate::{Settings, backup, health, metrics};

/// In the data directory: opens what encrypted streams hold.
const MASTER_KEY: &str = "master.key";

pub struct Assembly {
    pub router: Router,
    pub warehouse: Arc<Warehouse>,
    pub log: Arc<DiskLog>,
}

fn open_error<E: Display>(what: &'static str) -> impl Fn(E) -> ServerError {
    move |error| ServerError::Open { what, reason: error.to_string() }
}

async fn open_streams(
    settings: &Settings,
    key_ring: &Arc<KeyRing>,
    records: &Arc<dyn RecordLog>,
    meta: &Arc<dyn MetaStore>,
    identity: &Identity,
    env: &Env,
) -> Result<Arc<Streams>, ServerError> {
    let options =
        StreamOptions { limits: settings.stream_limits, key_ring: Some(Arc::clone(key_ring)) };
    let (records, meta) = (Arc::clone(records), Arc::clone(meta));
    Streams::open_with(records, meta, identity.clone(), env.clone(), options)
        .await
        .map_err(open_error("the streams"))
}

/// Engines first, then the services that stand on them, then the routes to all of them.
pub async fn assemble(
    settings: &Settings,
    dir: &DataDir,
    address: SocketAddr,
    env: &Env,
) -> Result<Assembly, ServerError> {
    let identity = Identity {
        partition: "aws".into(),
        region: settings.region.clone(),
        account: settings.account.clone(),
    };
    let endpoint_url = format!("http://{address}");
    let meta: Arc<dyn MetaStore> = Arc::new(
        SqliteStore::open(&dir.path("meta.sqlite")).map_err(open_error("the control store"))?,
    );
    let key_ring =
        KeyRing::open(&dir.path(""), MASTER_KEY, env).map_err(open_error("the key ring"))?;
    let seal: Arc<dyn PayloadSeal> = key_ring.clone();
    let blob: Arc<dyn BlobStore> = Arc::new(
        LocalBlobStore::open(dir.path("objects"), env.clone())
            .map_err(open_error("the object store"))?,
    );
    let log_options = settings
        .record_log
        .options(dir.path("log"), seal, &blob)
        .map_err(open_error("the record log's cold tier"))?;
    let (log, recovery) = DiskLog::open(log_options, Arc::new(RealDisk), env)
        .map_err(open_error("the record log"))?;
    tracing::info!(?recovery, "record log recovered");
    let records: Arc<dyn RecordLog> = log.clone();
    let warehouse_options = WarehouseOptions {
        listen: settings.warehouse_listen,
        login: settings.warehouse_login.clone().map(|(user, password)| Login { user, password }),
        ..WarehouseOptions::new(dir.path("warehouse"))
    };
    let warehouse =
        Warehouse::open(warehouse_options, Arc::clone(&meta), Arc::clone(&blob), env.clone())
            .await
            .map_err(open_error("the warehouse"))?;

    let streams = open_streams(settings, &key_ring, &records, &meta, &identity, env).await?;
    let firehose = Firehose::open(
        Arc::clone(&records),
        Arc::clone(&meta),
        Arc::clone(&blob),
        identity.clone(),
        env.clone(),
    )
    .await
    .map_err(open_error("the delivery streams"))?;
    let flows = Arc::new(FlowRouter::new(vec![
        ("kinesis", streams.clone()),
        ("firehose", firehose.clone()),
    ]));
    let source: Arc<dyn RecordSource> = flows.clone();
    let sink: Arc<dyn RecordSink> = flows;

    let functions = open_functions(settings, dir, &endpoint_url, &source, &meta, &blob, env)
        .await
        .map_err(open_error("the functions"))?;
    let invoker: Arc<dyn FunctionInvoker> = functions.clone();
    let smtp =
        settings.smtp_url.clone().map(|url| SmtpConfig { url, from: settings.smtp_from.clone() });
    let topics = Topics::open(
        TopicOptions { endpoint_url, smtp },
        Arc::clone(&meta),
        Some(Arc::clone(&invoker)),
        identity.clone(),
        env.clone(),
    )
    .await
    .map_err(open_error("the topics"))?;
    let tables =
        Tables::open(Arc::clone(&meta), identity.clone(), env.clone(), address.to_string())
            .await
            .map_err(open_error("the tables"))?;
    let seams = Seams { source, sink, invoker, blobs: Arc::clone(&blob), meta };
    let analytics = Analytics::open(seams, identity.clone(), env.clone())
        .await
        .map_err(open_error("the analytics applications"))?;

    let keys = Arc::new(StaticKeys::new(
        settings
            .access_keys
            .iter()
            .map(|(id, secret)| AccessKey { id: id.clone(), secret: secret.clone() }),
    ));
    let services = vec![
        levada_analytics::api(&analytics),
        levada_analytics::api_v2(&analytics),
        firehose.api(),
        levada_functions::api(&functions),
        levada_iam::api(&keys),
        Monitoring::new(env.clone()).api(),
        streams.api(),
        tables.api(),
        levada_topics::api(&topics),
    ];
    let objects = objects_handler(settings, blob, &keys);
    let token = env.random.uuid();
    dir.note_admin_token(&token).map_err(open_error("the admin token"))?;
    let router = Router::new(services, keys, identity, env.clone())
        .with_prefix(health::PATH, health::handler(&log))
        .with_prefix(backup::PATH, backup::handler(dir.path(""), Arc::clone(&log), token))
        .with_prefix(metrics::PATH, raw_handler(|_| async { metrics::answer() }))
        .with_fallback(objects);
    Ok(Assembly { router, warehouse, log })
}

async fn open_functions(
    settings: &Settings,
    dir: &DataDir,
    endpoint_url: &str,
    source: &Arc<dyn RecordSource>,
    meta: &Arc<dyn MetaStore>,
    blob: &Arc<dyn BlobStore>,
    env: &Env,
) -> Result<Arc<Functions>, levada_functions::Error> {
    let identity = Identity {
        partition: "aws".into(),
        region: settings.region.clone(),
        account: settings.account.clone(),
    };
    // Functions call back as the first configured key, or as anybody where anybody may call.
    let (id, secret) = settings
        .access_keys
        .first_key_value()
        .map_or(("test", "test"), |(id, secret)| (id.as_str(), secret.as_str()));
    let options = FunctionOptions {
        dir: dir.path("functions"),
        endpoint_url: endpoint_url.to_owned(),
        region: settings.region.clone(),
        python: Some(settings.python.clone()),
        environment: vec![
            ("AWS_ACCESS_KEY_ID".into(), id.to_owned()),
            ("AWS_SECRET_ACCESS_KEY".into(), secret.to_owned()),
        ],
    };
    Functions::open(
        options,
        Arc::clone(source),
        Arc::clone(meta),
        Arc::clone(blob),
        identity,
        env.clone(),
    )
    .await
}

/// Everything that no service's protocol claims is S3.
fn objects_handler(
    settings: &Settings,
    blob: Arc<dyn BlobStore>,
    keys: &Arc<StaticKeys>,
) -> levada_wire::http::RawHandler {
    let lookup: Option<levada_objects::Keys> = (!keys.is_open()).then(|| {
        let secrets = settings.access_keys.clone();
        let lookup: levada_objects::Keys = Arc::new(move |id: &str| secrets.get(id).cloned());
        lookup
    });
    let objects = levada_objects::Service::new(blob, &settings.region, lookup);
    raw_handler(move |request| {
        let objects = objects.clone();
        async move { objects.call(request).await.map(|body| body.map_err(Into::into).boxed_unsync()) }
    })
}
