//! Toy services behind a real listener on a free port, and a client that sees every byte.
//! Does not: keep any state.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use bytes::Bytes;
use futures::{StreamExt as _, stream};
use http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::{BodyExt as _, Full};
use hyper::body::Incoming;
use hyper_util::rt::{TokioExecutor, TokioIo};
use levada_env::{Env, Shutdown};
use levada_model::{Blob, Empty, Epoch, cloudwatch, dynamodb, kinesis, lambda, sns, sts};
use levada_types::Identity;
use levada_wire::http::{Router, full, raw_handler, serve_with_tls};
use levada_wire::tls::Tls;
use levada_wire::{
    Authorizer, AwsError, Caller, Erased, ErasedOperation, EventStream, Operation, ServiceApi,
    Streaming, StreamingOperation,
};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Notify;

pub struct Toy;

/// One operation with what it does.
macro_rules! toy {
    ($name:ident($input:ty) -> $output:ty, $answer:expr) => {
        pub struct $name;

        impl Operation for $name {
            const NAME: &'static str = stringify!($name);
            type Service = Toy;
            type Input = $input;
            type Output = $output;
            type Error = AwsError;

            async fn call(_: &Arc<Toy>, _: &Caller, input: $input) -> Result<$output, AwsError> {
                let answer: fn($input) -> Result<$output, AwsError> = $answer;
                answer(input)
            }
        }
    };
}

toy!(DeleteStream(kinesis::DeleteStreamInput) -> Empty, |_| Ok(Empty {}));

toy!(GetRecords(kinesis::GetRecordsInput) -> kinesis::GetRecordsOutput, |_| {
    Ok(kinesis::GetRecordsOutput {
        records: Some(vec![kinesis::Record {
            data: Some(Blob(Bytes::from_static(b"\x00\xffdata"))),
            approximate_arrival_timestamp: Some(Epoch(1_440_938_160_123)),
            ..Default::default()
        }]),
        millis_behind_latest: Some(7),
        ..Default::default()
    })
});

// Reports what it was given in its answer's texts.
toy!(PutRecord(kinesis::PutRecordInput) -> kinesis::PutRecordOutput, |input| {
    let Blob(bytes) = input.data.unwrap_or_default();
    Ok(kinesis::PutRecordOutput {
        shard_id: input.partition_key,
        sequence_number: Some(hex::encode(bytes)),
        ..Default::default()
    })
});

toy!(ListStreams(kinesis::ListStreamsInput) -> kinesis::ListStreamsOutput, |_| {
    panic!("a toy breaks")
});

toy!(GetItem(dynamodb::GetItemInput) -> dynamodb::GetItemOutput, |input| {
    match input.table_name.as_deref() {
        Some("gone") => Err(AwsError::sender("ResourceNotFoundException", "no such table")),
        _ => Ok(dynamodb::GetItemOutput::default()),
    }
});

toy!(PutMetricData(cloudwatch::PutMetricDataInput) -> Empty, |input| {
    match input.namespace.as_deref() {
        Some("wrong") => Err(AwsError::sender("InvalidParameterValueException", "wrong")),
        _ => Ok(Empty {}),
    }
});

// Gives back the times it was asked for.
toy!(
    GetMetricStatistics(cloudwatch::GetMetricStatisticsInput)
        -> cloudwatch::GetMetricStatisticsOutput,
    |input| {
        let point = |time| cloudwatch::Datapoint {
            timestamp: time,
            sum: Some(1.5),
            ..Default::default()
        };
        Ok(cloudwatch::GetMetricStatisticsOutput {
            label: input.metric_name,
            datapoints: Some(vec![point(input.start_time), point(input.end_time)]),
        })
    }
);

toy!(Subscribe(sns::SubscribeInput) -> sns::SubscribeResponse, |input| {
    let attributes: Vec<_> = input
        .attributes
        .unwrap_or_default()
        .into_iter()
        .map(|(name, value)| format!("{name}={value}"))
        .collect();
    let sure = input.return_subscription_arn;
    Ok(sns::SubscribeResponse { subscription_arn: Some(format!("{attributes:?} {sure:?} <&>")) })
});

toy!(ListTopics(sns::ListTopicsInput) -> sns::ListTopicsResponse, |_| {
    let topic = |name: &str| sns::Topic { topic_arn: Some(format!("arn:{name}")) };
    Ok(sns::ListTopicsResponse { topics: Some(vec![topic("a"), topic("b")]), next_token: None })
});

toy!(
    GetSubscriptionAttributes(sns::GetSubscriptionAttributesInput)
        -> sns::GetSubscriptionAttributesResponse,
    |_| {
        let attributes = BTreeMap::from([("Owner".to_owned(), "o".to_owned())]);
        Ok(sns::GetSubscriptionAttributesResponse { attributes: Some(attributes) })
    }
);

toy!(
    ConfirmSubscription(sns::ConfirmSubscriptionInput) -> sns::ConfirmSubscriptionResponse,
    |input| Ok(sns::ConfirmSubscriptionResponse { subscription_arn: input.token })
);

toy!(DeleteTopic(sns::DeleteTopicInput) -> Empty, |_| Ok(Empty {}));

toy!(
    GetCallerIdentity(sts::GetCallerIdentityRequest) -> sts::GetCallerIdentityResponse,
    |_| Ok(sts::GetCallerIdentityResponse { account: Some("1".to_owned()), ..Default::default() })
);

toy!(Invoke(lambda::InvocationRequest) -> lambda::InvocationResponse, |input| {
    Ok(lambda::InvocationResponse {
        status_code: Some(200),
        function_error: input.function_name.filter(|name| name == "breaks"),
        executed_version: input.qualifier,
        payload: input.payload,
        ..Default::default()
    })
});

toy!(ListFunctions(lambda::ListFunctionsRequest) -> lambda::ListFunctionsResponse, |input| {
    let next_marker = input.max_items.map(|count| count.to_string());
    Ok(lambda::ListFunctionsResponse { next_marker, ..Default::default() })
});

toy!(CreateFunction(lambda::CreateFunctionRequest) -> lambda::FunctionConfiguration, |input| {
    let function_name = input.function_name;
    Ok(lambda::FunctionConfiguration { function_name, ..Default::default() })
});

toy!(GetFunction(lambda::GetFunctionRequest) -> lambda::GetFunctionResponse, |input| {
    let name = input.function_name.unwrap_or_default();
    Err(AwsError::new("ResourceNotFoundException", 404, format!("Function not found: {name}")))
});

/// What a test and the slow operation tell each other.
pub static STARTED: Notify = Notify::const_new();
pub static GO_ON: Notify = Notify::const_new();
pub static ENDED: Notify = Notify::const_new();

/// Waits to be told to go on, and says so when it has.
pub struct ListShards;

impl Operation for ListShards {
    const NAME: &'static str = "ListShards";
    type Service = Toy;
    type Input = kinesis::ListShardsInput;
    type Output = kinesis::ListShardsOutput;
    type Error = AwsError;

    async fn call(
        _: &Arc<Toy>,
        _: &Caller,
        _: kinesis::ListShardsInput,
    ) -> Result<kinesis::ListShardsOutput, AwsError> {
        STARTED.notify_one();
        GO_ON.notified().await;
        ENDED.notify_one();
        Ok(kinesis::ListShardsOutput::default())
    }
}

/// Events produced for the shard `endless`, and the end of its stream.
pub static PRODUCED: AtomicUsize = AtomicUsize::new(0);
pub static DROPPED: Notify = Notify::const_new();

/// The size of one event of the shard `endless`.
pub const ENDLESS_EVENT_BYTES: usize = 1 << 20;

struct Endless;

impl Drop for Endless {
    fn drop(&mut self) {
        DROPPED.notify_one();
    }
}

/// Its shard's name says what it sends.
pub struct SubscribeToShard;

impl StreamingOperation for SubscribeToShard {
    const NAME: &'static str = "SubscribeToShard";
    const EVENT: &'static str = "SubscribeToShardEvent";
    type Service = Toy;
    type Input = kinesis::SubscribeToShardInput;
    type Event = kinesis::SubscribeToShardEvent;
    type Error = AwsError;

    async fn call(
        _: &Arc<Toy>,
        _: &Caller,
        input: kinesis::SubscribeToShardInput,
    ) -> Result<EventStream<Self::Event>, AwsError> {
        let event = |millis| kinesis::SubscribeToShardEvent {
            millis_behind_latest: Some(millis),
            ..Default::default()
        };
        let in_use = || AwsError::sender("ResourceInUseException", "taken over");
        Ok(match input.shard_id.as_deref() {
            Some("two") => stream::iter([Ok(event(7)), Ok(event(0))]).boxed(),
            Some("fails") => stream::iter([Ok(event(7)), Err(in_use()), Ok(event(0))]).boxed(),
            Some("waits") => stream::pending().boxed(),
            Some("panics") => stream::poll_fn(|_| panic!("a toy breaks")).boxed(),
            Some("endless") => {
                let held = Endless;
                stream::repeat_with(move || {
                    let _ = &held;
                    PRODUCED.fetch_add(1, Ordering::SeqCst);
                    let number = Some("9".repeat(ENDLESS_EVENT_BYTES));
                    Ok(kinesis::SubscribeToShardEvent {
                        continuation_sequence_number: number,
                        ..Default::default()
                    })
                })
                .boxed()
            }
            _ => return Err(AwsError::sender("ResourceNotFoundException", "no such shard")),
        })
    }
}

pub struct Keys(pub BTreeMap<String, String>);

impl Authorizer for Keys {
    fn secret(&self, access_key: &str) -> Option<String> {
        self.0.get(access_key).cloned()
    }

    fn signatures_required(&self) -> bool {
        !self.0.is_empty()
    }
}

fn services() -> Vec<ServiceApi> {
    let toy = Arc::new(Toy);
    let of = |model, operations: Vec<Box<dyn ErasedOperation<Toy>>>| {
        ServiceApi::of(model, &toy, operations)
    };
    vec![
        of(
            &kinesis::SERVICE,
            vec![
                Erased::<DeleteStream>::new(),
                Erased::<GetRecords>::new(),
                Erased::<ListShards>::new(),
                Erased::<ListStreams>::new(),
                Erased::<PutRecord>::new(),
                Streaming::<SubscribeToShard>::new(),
            ],
        ),
        of(
            &cloudwatch::SERVICE,
            vec![Erased::<GetMetricStatistics>::new(), Erased::<PutMetricData>::new()],
        ),
        of(&dynamodb::SERVICE, vec![Erased::<GetItem>::new()]),
        of(
            &sns::SERVICE,
            vec![
                Erased::<ConfirmSubscription>::new(),
                Erased::<DeleteTopic>::new(),
                Erased::<GetSubscriptionAttributes>::new(),
                Erased::<ListTopics>::new(),
                Erased::<Subscribe>::new(),
            ],
        )
        .open_to_all(&["ConfirmSubscription"]),
        of(&sts::SERVICE, vec![Erased::<GetCallerIdentity>::new()]),
        of(
            &lambda::SERVICE,
            vec![
                Erased::<CreateFunction>::new(),
                Erased::<GetFunction>::new(),
                Erased::<Invoke>::new(),
                Erased::<ListFunctions>::new(),
            ],
        ),
    ]
}

/// A listener that stops with the test.
pub struct Server {
    address: std::net::SocketAddr,
    pub shutdown: Shutdown,
    pub served: tokio::task::JoinHandle<()>,
}

/// A whole answer.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Bytes,
}

impl Answer {
    pub fn text(&self) -> &str {
        std::str::from_utf8(&self.body).unwrap()
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap()
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().unwrap())
    }
}

impl Server {
    pub async fn open() -> Self {
        Self::start(BTreeMap::new(), Env::real()).await
    }

    pub async fn start(keys: BTreeMap<String, String>, env: Env) -> Self {
        Self::start_with_tls(keys, env, None).await
    }

    pub async fn start_with_tls(
        keys: BTreeMap<String, String>,
        env: Env,
        tls: Option<Tls>,
    ) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let raw = |text: &'static str| {
            raw_handler(move |request: Request<Incoming>| async move {
                Response::new(full(format!("{text} {}", request.uri().path())))
            })
        };
        let shutdown = env.shutdown.clone();
        let router = Router::new(services(), Arc::new(Keys(keys)), Identity::default(), env)
            .with_prefix("/_levada/health", raw("health"))
            .with_fallback(raw("objects"));
        let served =
            tokio::spawn(serve_with_tls(listener, Arc::new(router), tls, shutdown.clone()));
        Self { address, shutdown, served }
    }

    pub async fn connect(&self) -> TokioIo<TcpStream> {
        TokioIo::new(TcpStream::connect(self.address).await.unwrap())
    }

    pub async fn send(&self, request: Request<Bytes>) -> Answer {
        answer(self.begin(request).await).await
    }

    /// An answer whose body is still to come.
    pub async fn begin(&self, request: Request<Bytes>) -> Response<Incoming> {
        begin_on(self.connect().await, request).await
    }

    /// HTTP/2 with prior knowledge; the host travels as `:authority` only.
    pub async fn send_http2(&self, request: Request<Bytes>) -> Answer {
        answer(self.begin_http2(request).await).await
    }

    pub async fn begin_http2(&self, request: Request<Bytes>) -> Response<Incoming> {
        begin_http2_on(self.connect().await, request).await
    }
}

/// Sends over HTTP/1.1 on a connection of any kind.
pub async fn begin_on<T>(io: TokioIo<T>, request: Request<Bytes>) -> Response<Incoming>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) = hyper::client::conn::http1::handshake(io).await.unwrap();
    tokio::spawn(connection);
    sender.send_request(request.map(Full::new)).await.unwrap()
}

/// The same over HTTP/2.
pub async fn begin_http2_on<T>(io: TokioIo<T>, mut request: Request<Bytes>) -> Response<Incoming>
where
    T: AsyncRead + AsyncWrite + Unpin + Send + 'static,
{
    let (mut sender, connection) =
        hyper::client::conn::http2::handshake(TokioExecutor::new(), io).await.unwrap();
    tokio::spawn(connection);
    if let Some(host) = request.headers_mut().remove("host") {
        let uri = format!("http://{}{}", host.to_str().unwrap(), request.uri());
        *request.uri_mut() = uri.parse().unwrap();
    }
    sender.send_request(request.map(Full::new)).await.unwrap()
}

pub async fn answer(response: Response<Incoming>) -> Answer {
    let (parts, body) = response.into_parts();
    let body = body.collect().await.unwrap().to_bytes();
    Answer { status: parts.status, headers: parts.headers, body }
}

pub fn post(path: &str, body: impl Into<Bytes>) -> Request<Bytes> {
    Request::post(path).header("host", "localhost").body(body.into()).unwrap()
}

/// An AWS JSON request, such as `json("Kinesis_20131202.PutRecord", "{}")`.
pub fn json(target: &str, body: impl Into<Bytes>) -> Request<Bytes> {
    let mut request = post("/", body);
    let headers = request.headers_mut();
    headers.insert("content-type", "application/x-amz-json-1.1".parse().unwrap());
    headers.insert("x-amz-target", target.parse().unwrap());
    request
}

/// A query request with its parameters in the body.
pub fn form(body: &'static str) -> Request<Bytes> {
    let mut request = post("/", body);
    let kind = "application/x-www-form-urlencoded; charset=utf-8".parse().unwrap();
    request.headers_mut().insert("content-type", kind);
    request
}

pub fn get(path: &str) -> Request<Bytes> {
    Request::get(path).header("host", "localhost").body(Bytes::new()).unwrap()
}
