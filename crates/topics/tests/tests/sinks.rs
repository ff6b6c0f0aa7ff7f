//! A web server and a mail server that take everything, and a function that notes its events.
//! Does not: hold tests.

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use bytes::Bytes;
use levada_env::{Clock, Env, RealClock, ScaledClock, Shutdown, SystemRandom};
use levada_meta::SqliteStore;
use levada_topics::{Confirmed, NewSubscription, Options, Protocol, SmtpConfig, TopicName, Topics};
use levada_types::{Arn, FlowError, FunctionInvoker, Identity, InvokeOutcome};
use parking_lot::Mutex;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{TcpListener, TcpStream};

/// Real machine time; product time a hundred times as fast, so that retries do not take long.
pub fn env() -> Env {
    let real: Arc<dyn Clock> = Arc::new(RealClock);
    Env {
        clock: Arc::new(ScaledClock::new(real.now(), real.now(), 100.0)),
        machine_clock: real,
        random: Arc::new(SystemRandom),
        shutdown: Shutdown::new(),
    }
}

#[derive(Clone, Debug, Default)]
pub struct Request {
    pub headers: Vec<(String, String)>,
    pub body: String,
}

impl Request {
    pub fn header(&self, name: &str) -> Option<&str> {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.body).unwrap()
    }
}

/// Answers each POST with the next of its statuses, then with 200.
pub struct WebSink {
    pub url: String,
    pub requests: Mutex<Vec<Request>>,
    statuses: Mutex<Vec<u16>>,
}

impl WebSink {
    pub async fn start(statuses: &[u16]) -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hook", listener.local_addr().unwrap());
        let statuses = Mutex::new(statuses.iter().rev().copied().collect());
        let sink = Arc::new(Self { url, requests: Mutex::default(), statuses });
        let serving = Arc::clone(&sink);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(Arc::clone(&serving).serve(socket));
            }
        });
        sink
    }

    async fn serve(self: Arc<Self>, socket: TcpStream) {
        let mut socket = BufReader::new(socket);
        loop {
            let mut request = Request::default();
            loop {
                let mut line = String::new();
                if socket.read_line(&mut line).await.unwrap_or(0) == 0 {
                    return;
                }
                if line == "\r\n" {
                    break;
                }
                if let Some((name, value)) = line.trim_end().split_once(": ") {
                    request.headers.push((name.to_ascii_lowercase(), value.to_owned()));
                }
            }
            let length = request.header("content-length").unwrap().parse().unwrap();
            let mut body = vec![0; length];
            socket.read_exact(&mut body).await.unwrap();
            request.body = String::from_utf8(body).unwrap();
            let status = self.statuses.lock().pop().unwrap_or(200);
            self.requests.lock().push(request);
            let answer = format!("HTTP/1.1 {status} X\r\ncontent-length: 0\r\n\r\n");
            socket.write_all(answer.as_bytes()).await.unwrap();
        }
    }

    pub fn count(&self) -> usize {
        self.requests.lock().len()
    }

    pub fn request(&self, place: usize) -> Request {
        self.requests.lock()[place].clone()
    }

    /// The `Message` of every notification so far.
    pub fn messages(&self) -> Vec<String> {
        let requests = self.requests.lock();
        let notifications =
            requests.iter().filter(|r| r.header("x-amz-sns-message-type") == Some("Notification"));
        notifications.map(|r| r.json()["Message"].as_str().unwrap().to_owned()).collect()
    }
}

/// Keeps every mail's text as it came.
pub struct MailSink {
    pub address: String,
    pub mails: Mutex<Vec<String>>,
}

impl MailSink {
    pub async fn start() -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let sink = Arc::new(Self { address, mails: Mutex::default() });
        let serving = Arc::clone(&sink);
        tokio::spawn(async move {
            while let Ok((socket, _)) = listener.accept().await {
                tokio::spawn(Arc::clone(&serving).serve(socket));
            }
        });
        sink
    }

    async fn serve(self: Arc<Self>, socket: TcpStream) {
        let mut socket = BufReader::new(socket);
        socket.write_all(b"220 sink\r\n").await.unwrap();
        let mut mail: Option<String> = None;
        let mut line = String::new();
        while socket.read_line(&mut line).await.unwrap_or(0) > 0 {
            let text = std::mem::take(&mut line);
            let answer = match &mut mail {
                Some(collected) if text == ".\r\n" => {
                    self.mails.lock().push(std::mem::take(collected));
                    mail = None;
                    "250 taken\r\n"
                }
                Some(collected) => {
                    collected.push_str(&text);
                    continue;
                }
                None if text.starts_with("DATA") => {
                    mail = Some(String::new());
                    "354 go on\r\n"
                }
                None if text.starts_with("QUIT") => return,
                None => "250 ok\r\n",
            };
            socket.write_all(answer.as_bytes()).await.unwrap();
        }
    }
}

/// Notes every event; fails as often as it is told.
#[derive(Default)]
pub struct NotingFunction {
    pub events: Mutex<Vec<serde_json::Value>>,
    pub failures_left: Mutex<u32>,
}

#[async_trait]
impl FunctionInvoker for NotingFunction {
    async fn invoke(&self, _: &Arn, payload: Bytes) -> Result<InvokeOutcome, FlowError> {
        self.events.lock().push(serde_json::from_slice(&payload).unwrap());
        let mut left = self.failures_left.lock();
        let failed = *left > 0;
        *left = left.saturating_sub(1);
        let function_error = failed.then(|| "Unhandled".to_owned());
        Ok(InvokeOutcome { payload: Bytes::from_static(b"null"), function_error })
    }
}

pub struct Fixture {
    pub dir: tempfile::TempDir,
    pub env: Env,
    pub topics: Arc<Topics>,
    pub function: Arc<NotingFunction>,
    pub mail: Arc<MailSink>,
}

pub fn topic() -> TopicName {
    TopicName::parse("alerts").unwrap()
}

impl Fixture {
    /// A service with the topic `alerts`.
    pub async fn new() -> Self {
        let (dir, env) = (tempfile::tempdir().unwrap(), env());
        let (function, mail) = (Arc::default(), MailSink::start().await);
        let topics = open(dir.path(), &env, &function, &mail).await;
        topics.create_topic(topic(), Some("Tolls".into())).await.unwrap();
        Self { dir, env, topics, function, mail }
    }

    /// Stops everything and opens the same directory again.
    pub async fn restarted(self) -> Self {
        let Self { dir, env: old, topics, function, mail } = self;
        old.shutdown.begin();
        drop(topics);
        let env = env();
        let topics = open(dir.path(), &env, &function, &mail).await;
        Self { dir, env, topics, function, mail }
    }

    pub async fn subscribe(&self, protocol: Protocol, endpoint: &str) -> String {
        let new =
            NewSubscription { topic: topic(), protocol, endpoint: endpoint.into(), raw: false };
        let subscription = self.topics.subscribe(new).await.unwrap();
        subscription.arn(&Identity::default()).to_string()
    }

    /// Subscribes the sink and confirms with the token that it was sent.
    pub async fn subscribe_confirmed(&self, sink: &WebSink) -> String {
        let before = sink.count();
        let arn = self.subscribe(Protocol::Http, &sink.url).await;
        until(|| sink.count() > before).await;
        let token = sink.request(before).json()["Token"].as_str().unwrap().to_owned();
        let by = Confirmed { token, unsubscribe_needs_signature: false };
        self.topics.confirm(&topic(), &by).await.unwrap();
        arn
    }
}

async fn open(
    dir: &Path,
    env: &Env,
    function: &Arc<NotingFunction>,
    mail: &MailSink,
) -> Arc<Topics> {
    let meta = Arc::new(SqliteStore::open(&dir.join("meta.db")).unwrap());
    let smtp =
        SmtpConfig { url: format!("smtp://{}", mail.address), from: "tolls@example.org".into() };
    let options = Options { endpoint_url: "http://127.0.0.1:4566".into(), smtp: Some(smtp) };
    let invoker: Arc<dyn FunctionInvoker> = Arc::clone(function) as _;
    Topics::open(options, meta, Some(invoker), Identity::default(), env.clone()).await.unwrap()
}

/// Looks again and again, for at most half a minute.
pub async fn until(holds: impl Fn() -> bool) {
    for _ in 0..3_000 {
        if holds() {
            return;
        }
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    panic!("did not come true in time");
}
