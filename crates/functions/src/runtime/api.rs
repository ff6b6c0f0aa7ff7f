//! The Lambda Runtime API of one process, on a loopback port of its own: the official clients
//! take a host and a port, no path, so the port is what tells processes apart.
//! Does not: start or end the process (see `worker`).

use std::convert::Infallible;
use std::net::Ipv4Addr;
use std::sync::Arc;

use bytes::Bytes;
use http::{Method, Request, Response, StatusCode};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Incoming;
use hyper::service::service_fn;
use hyper_util::rt::TokioIo;
use levada_env::Shutdown;
use parking_lot::Mutex;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, mpsc, oneshot, watch};

use super::Invocation;
use crate::error::Error;
use crate::limits;

const PREFIX: &str = "/2018-06-01/runtime/";

/// Work for the process, and where its answer goes.
pub struct Job {
    pub invocation: Invocation,
    /// Machine time in milliseconds since the epoch.
    pub deadline_ms: i64,
    pub reply: oneshot::Sender<Reply>,
}

/// What the process posted for an invocation.
#[derive(Debug)]
pub enum Reply {
    Response(Bytes),
    Error(Bytes),
}

/// How far the process has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Phase {
    Starting,
    /// It has asked for work.
    Ready,
    /// It posted an initialisation error.
    InitFailed(Bytes),
}

/// What the API's connections and the worker share.
pub struct Exchange {
    jobs: tokio::sync::Mutex<mpsc::Receiver<Job>>,
    current: Mutex<Option<(String, oneshot::Sender<Reply>)>>,
    phase: watch::Sender<Phase>,
}

impl Exchange {
    pub fn new(jobs: mpsc::Receiver<Job>) -> Arc<Self> {
        Arc::new(Self {
            jobs: tokio::sync::Mutex::new(jobs),
            current: Mutex::new(None),
            phase: watch::Sender::new(Phase::Starting),
        })
    }

    pub fn phase(&self) -> watch::Receiver<Phase> {
        self.phase.subscribe()
    }

    /// The process has been given this invocation and not answered it.
    pub fn holds(&self, request_id: &str) -> bool {
        self.current.lock().as_ref().is_some_and(|(id, _)| id == request_id)
    }

    fn take(&self, request_id: &str) -> Option<oneshot::Sender<Reply>> {
        self.current.lock().take_if(|(id, _)| id == request_id).map(|(_, reply)| reply)
    }

    async fn next(&self) -> Response<Full<Bytes>> {
        self.phase.send_if_modified(|phase| {
            let first = *phase == Phase::Starting;
            if first {
                *phase = Phase::Ready;
            }
            first
        });
        let Some(job) = self.jobs.lock().await.recv().await else {
            return refuse(StatusCode::GONE, "Runtime.Ended", "no more work will come");
        };
        let Job { invocation, deadline_ms, reply } = job;
        let built = Response::builder()
            .header("Content-Type", "application/json")
            .header("Lambda-Runtime-Aws-Request-Id", &invocation.request_id)
            .header("Lambda-Runtime-Deadline-Ms", deadline_ms)
            .header("Lambda-Runtime-Invoked-Function-Arn", &invocation.function_arn)
            .header("Lambda-Runtime-Trace-Id", trace_id(&invocation.request_id, deadline_ms))
            .body(Full::new(invocation.payload))
            .expect("ids and ARNs hold header characters only");
        *self.current.lock() = Some((invocation.request_id, reply));
        built
    }

    fn post_init_error(&self, body: Bytes) -> Response<Full<Bytes>> {
        self.phase.send_replace(Phase::InitFailed(body));
        accepted()
    }

    fn post(&self, request_id: &str, reply: Reply) -> Response<Full<Bytes>> {
        match self.take(request_id) {
            // Nobody waits any more after a timeout; the process is about to be killed.
            Some(waiting) => {
                let _ = waiting.send(reply);
                accepted()
            }
            None => refuse(
                StatusCode::BAD_REQUEST,
                "InvalidRequestID",
                "this invocation is not in progress",
            ),
        }
    }
}

fn trace_id(request_id: &str, deadline_ms: i64) -> String {
    let random: String = request_id.chars().filter(char::is_ascii_hexdigit).take(24).collect();
    format!("Root=1-{:08x}-{random};Sampled=0", deadline_ms / 1000)
}

fn accepted() -> Response<Full<Bytes>> {
    answer(StatusCode::ACCEPTED, r#"{"status":"OK"}"#.into())
}

fn refuse(status: StatusCode, kind: &str, message: &str) -> Response<Full<Bytes>> {
    let body = serde_json::json!({ "errorType": kind, "errorMessage": message });
    answer(status, body.to_string())
}

fn answer(status: StatusCode, body: String) -> Response<Full<Bytes>> {
    let mut answer = Response::new(Full::new(Bytes::from(body)));
    *answer.status_mut() = status;
    let json = http::HeaderValue::from_static("application/json");
    answer.headers_mut().insert(http::header::CONTENT_TYPE, json);
    answer
}

async fn serve(exchange: &Exchange, request: Request<Incoming>) -> Response<Full<Bytes>> {
    let path = request.uri().path().to_owned();
    let Some(path) = path.strip_prefix(PREFIX) else {
        return refuse(StatusCode::NOT_FOUND, "UnknownPath", "not a Runtime API path");
    };
    if request.method() == Method::GET && path == "invocation/next" {
        return exchange.next().await;
    }
    if request.method() != Method::POST {
        return refuse(StatusCode::METHOD_NOT_ALLOWED, "UnknownMethod", "expected POST");
    }
    let parts: Vec<&str> = path.split('/').collect();
    let body = Limited::new(request.into_body(), limits::SYNC_PAYLOAD_BYTES_MAX);
    let body = match body.collect().await {
        Ok(body) => body.to_bytes(),
        Err(_) => {
            let limit = limits::SYNC_PAYLOAD_BYTES_MAX;
            let message = format!(
                "Response payload size exceeded maximum allowed payload size ({limit} bytes)."
            );
            return refuse(StatusCode::PAYLOAD_TOO_LARGE, "RequestEntityTooLarge", &message);
        }
    };
    match parts[..] {
        ["init", "error"] => exchange.post_init_error(body),
        ["invocation", id, "response"] => exchange.post(id, Reply::Response(body)),
        ["invocation", id, "error"] => exchange.post(id, Reply::Error(body)),
        _ => refuse(StatusCode::NOT_FOUND, "UnknownPath", "not a Runtime API path"),
    }
}

async fn connection(exchange: Arc<Exchange>, socket: TcpStream, end: Shutdown) {
    let service = service_fn(|request| {
        let exchange = Arc::clone(&exchange);
        async move { Ok::<_, Infallible>(serve(&exchange, request).await) }
    });
    let serving =
        hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(socket), service);
    tokio::select! {
        // A broken connection is the process's end, which the worker sees for itself.
        _ = serving => {}
        () = end.begun() => {}
    }
}

/// Serves until `end`; answers the port.
pub async fn listen(exchange: Arc<Exchange>, end: Shutdown) -> Result<u16, Error> {
    let failed = |e: std::io::Error| Error::machine("open a Runtime API port", &e);
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.map_err(failed)?;
    let port = listener.local_addr().map_err(failed)?.port();
    let connections = Arc::new(Semaphore::new(limits::RUNTIME_CONNECTIONS_MAX));
    tokio::spawn(async move {
        loop {
            let Ok(permit) = Arc::clone(&connections).acquire_owned().await else { return };
            let accepted = tokio::select! {
                accepted = listener.accept() => accepted,
                () = end.begun() => return,
            };
            let Ok((socket, _)) = accepted else { continue };
            // Head and body leave in two writes; without this, the second waits for an ACK.
            let _ = socket.set_nodelay(true);
            let (exchange, end) = (Arc::clone(&exchange), end.clone());
            tokio::spawn(async move {
                connection(exchange, socket, end).await;
                drop(permit);
            });
        }
    });
    Ok(port)
}
